//! EventBridge: events, and the rules that lead them to functions.

use std::sync::Mutex;

use aws_events::eventbridge::Envelope;
use serde_json::{Value, json};

use super::error::AwsError;
use super::pattern::Pattern;
use super::wire::{Clock, lock};
use crate::ids::Ids;
use crate::template::{ACCOUNT, REGION, Rule};

/// An event on its way to a function.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// Name of the function.
    pub function: String,
    /// What kind of event it is, such as `Object Created`.
    pub detail_type: String,
    /// The event as the function receives it; the same id on every delivery.
    pub payload: Value,
}

/// The event bus.
#[derive(Debug)]
pub(super) struct Bus {
    rules: Vec<(Pattern, String)>,
    clock: Clock,
    ids: Ids,
    waiting: Mutex<Vec<Delivery>>,
}

impl Bus {
    pub(super) fn new(rules: &[Rule], clock: Clock, seed: u64) -> Result<Self, AwsError> {
        let read = |rule: &Rule| match Pattern::read(&rule.pattern) {
            Ok(pattern) => Ok((pattern, rule.function.clone())),
            Err(source) => Err(AwsError::Rule {
                rule: rule.name.clone(),
                function: rule.function.clone(),
                source,
            }),
        };
        let rules = rules.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self { rules, clock, ids: Ids::new(seed), waiting: Mutex::default() })
    }

    /// Sends an event of a service to the functions whose rules match.
    pub(super) fn publish(
        &self,
        source: &str,
        detail_type: &str,
        resources: Vec<String>,
        detail: Value,
    ) {
        let envelope = Envelope {
            version: "0".to_owned(),
            id: self.ids.uuid(),
            detail_type: detail_type.to_owned(),
            source: source.to_owned(),
            account: ACCOUNT.to_owned(),
            time: self.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            region: REGION.to_owned(),
            resources,
            detail,
        };
        let payload = json!(envelope);
        let matching = self.rules.iter().filter(|(pattern, _)| pattern.matches(&payload));
        lock(&self.waiting).extend(matching.map(|(_, function)| Delivery {
            function: function.clone(),
            detail_type: detail_type.to_owned(),
            payload: payload.clone(),
        }));
    }

    /// A number for things that happen one after the other.
    pub(super) fn sequence(&self) -> String {
        self.ids.hex(16)
    }

    /// A request id.
    pub(super) fn request_id(&self) -> String {
        self.ids.capitals(16)
    }

    /// Takes the events that wait.
    pub(super) fn take(&self) -> Vec<Delivery> {
        std::mem::take(&mut *lock(&self.waiting))
    }
}
