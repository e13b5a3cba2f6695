//! Actions that leave the flow and come back.

use std::time::Duration;

use serde::Serialize;

use super::Reader;
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
    pub parameters: Vec<(String, Tree)>,
}

impl InvokeLambdaFunction {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let mode = at.choice(
            "InvocationType",
            &[("SYNCHRONOUS", InvocationMode::Sync), ("ASYNCHRONOUS", InvocationMode::Async)],
        );
        let reply = at.object("ResponseValidation").and_then(|it| {
            it.choice(
                "ResponseType",
                &[("STRING_MAP", ReplyShape::StringMap), ("JSON", ReplyShape::Json)],
            )
        });
        Self {
            arn: at.required_field("LambdaFunctionARN", "the ARN of a function"),
            time_limit: read_time_limit(at, mode.unwrap_or_default()),
            mode: mode.unwrap_or_default(),
            reply: reply.unwrap_or_default(),
            parameters: at.trees("LambdaInvocationAttributes"),
        }
    }
}

/// The time limit, which may be longer for a function that the flow does not wait for.
///
/// Flows that were made by hand ask for up to a minute in either case; Connect cuts it.
fn read_time_limit(at: &Reader<'_>, mode: InvocationMode) -> Duration {
    let most = match mode {
        InvocationMode::Sync => MAX_SYNC_SECONDS,
        InvocationMode::Async => MAX_ASYNC_SECONDS,
    };
    let (taken, expected) = (1..=MAX_ASYNC_SECONDS, 1..=most);
    let seconds = at.number_expecting("InvocationTimeLimitSeconds", &taken, &expected);
    seconds.map_or(DEFAULT_TIME_LIMIT, Duration::from_secs)
}

/// Parameters of `EndFlowModuleExecution`, of which the documents know none.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct EndFlowModuleExecution {
    /// What the caller of the module branches on.
    pub result: Option<Field>,
    /// What the caller of the module can read, by name.
    pub data: Vec<(String, Tree)>,
}

impl EndFlowModuleExecution {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { result: at.field("Result"), data: at.trees("ResultData") }
    }
}
