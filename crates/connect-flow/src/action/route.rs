//! Actions that leave the flow and come back.

use std::time::Duration;

use serde::Serialize;

use super::{Fault, Reader};
use crate::effect::{InvocationMode, ReplyShape};
use crate::value::{Field, Tree};

/// Longest wait for a function that the flow waits for.
///
/// Source: Amazon Connect API Reference, "`InvokeLambdaFunction`".
pub const MAX_SYNC_SECONDS: u64 = 8;

/// Longest time a function has that the flow does not wait for.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: AWS Lambda function".
pub const MAX_ASYNC_SECONDS: u64 = 60;

/// Wait for a function when a flow does not say.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: AWS Lambda function".
const DEFAULT_TIME_LIMIT: Duration = Duration::from_secs(3);

/// Parameters of `InvokeLambdaFunction`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InvokeLambdaFunction {
    /// The function.
    pub arn: Field,
    /// How long the flow asks to wait; Connect waits no longer than it allows.
    pub time_limit: Duration,
    /// Whether the flow waits.
    pub mode: InvocationMode,
    /// What the flow expects of the reply.
    pub reply: ReplyShape,
    /// What the function is given, by name.
    #[serde(skip)]
    pub parameters: Vec<(String, Tree)>,
}

impl InvokeLambdaFunction {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        let mode = at.choice(
            "InvocationType",
            &[("SYNCHRONOUS", InvocationMode::Sync), ("ASYNCHRONOUS", InvocationMode::Async)],
        )?;
        let reply = match at.object("ResponseValidation")? {
            Some(validation) => validation.choice(
                "ResponseType",
                &[("STRING_MAP", ReplyShape::StringMap), ("JSON", ReplyShape::Json)],
            )?,
            None => None,
        };
        let parameters = match at.object("LambdaInvocationAttributes")? {
            Some(object) => {
                object.entries().map(|(key, it)| (key.clone(), Tree::parse(it))).collect()
            }
            None => Vec::new(),
        };
        let time_limit = at.number("InvocationTimeLimitSeconds", 1..=MAX_ASYNC_SECONDS)?;
        Ok(Self {
            arn: at.required_field("LambdaFunctionARN", "the ARN of a function")?,
            time_limit: time_limit.map_or(DEFAULT_TIME_LIMIT, Duration::from_secs),
            mode: mode.unwrap_or_default(),
            reply: reply.unwrap_or_default(),
            parameters,
        })
    }
}
