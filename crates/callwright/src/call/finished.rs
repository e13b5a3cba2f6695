//! What came of a call, and how it ended.

use std::collections::BTreeMap;
use std::time::Duration;

use connect_flow::{Contact, End};
use serde_json::Value;

use super::event::{Event, Kind, Mail, Sms};
use super::{Call, Failure};
use crate::coverage::Taken;
use crate::script::Ended;

/// Contact attribute by which the flows of a project say what came of a call: `served` or
/// `callback`. Connect knows neither.
const OUTCOME: &str = "outcome";

/// What came of a call.
#[derive(Debug, Clone)]
pub struct Finished {
    /// Everything that happened, in order.
    pub events: Vec<Event>,
    /// How it ended.
    pub ended: Ended,
    /// Name of the queue the caller waits in.
    pub queue: Option<String>,
    /// Contact attributes at the end.
    pub attributes: BTreeMap<String, String>,
    /// Functions that were invoked, in order; repeated tries count once.
    pub invoked: Vec<String>,
    /// Actions and branches of the flows that it took.
    pub taken: Taken,
    /// Records in the database, those that were there before left out, as plain JSON.
    pub stored: Vec<Value>,
    /// Mails that were sent.
    pub mails: Vec<Mail>,
    /// Texts that were sent.
    pub texts: Vec<Sms>,
    /// What the caller could not do or hear.
    pub failures: Vec<Failure>,
    /// Whether the script could not go on, so that the call was cut off.
    pub parted: bool,
    /// Time on the wall, from the first action to the last event after the call.
    pub took: Duration,
    /// Memory of the largest idle function, in bytes, where the system tells.
    pub memory: Option<u64>,
}

impl Finished {
    /// An event for something that is known only after the call.
    pub(crate) fn afterwards(&self, kind: Kind) -> Option<Event> {
        Some(Event { kind, ..self.events.last()?.clone() })
    }
}

impl Default for Finished {
    fn default() -> Self {
        Self {
            events: Vec::new(),
            ended: Ended::Dropped,
            queue: None,
            attributes: BTreeMap::new(),
            invoked: Vec::new(),
            taken: Taken::default(),
            stored: Vec::new(),
            mails: Vec::new(),
            texts: Vec::new(),
            failures: Vec::new(),
            parted: false,
            took: Duration::ZERO,
            memory: None,
        }
    }
}

impl Call<'_> {
    /// How the call ended, and why if it should not have.
    pub(super) fn ended(&self, end: &End, contact: &Contact) -> (Ended, Option<String>) {
        let outcome = contact.attributes.get(OUTCOME).map(String::as_str);
        match end {
            _ if self.parted => (Ended::HungUp, Some("the script parts from the call".to_owned())),
            End::Queue { .. } => (Ended::Queue, None),
            End::AgentHungUp => (Ended::Agent, None),
            End::Agent { .. } if self.talked => (Ended::Agent, None),
            End::Agent { .. } | End::ThirdParty { .. } => (Ended::Transferred, None),
            End::NotReached => (Ended::Callback, Some("nobody answered the callback".to_owned())),
            End::HungUp | End::Disconnected if self.recorder.has_message() => {
                (Ended::Voicemail, None)
            }
            End::HungUp | End::Disconnected if self.talked => (Ended::Agent, None),
            End::HungUp => (Ended::HungUp, None),
            End::Disconnected if outcome == Some("served") => (Ended::Served, None),
            End::Disconnected if outcome == Some("callback") => (Ended::Callback, None),
            End::Disconnected if self.has_spoken => (Ended::Goodbye, None),
            End::Disconnected => {
                (Ended::Dropped, Some("the flow hung up without a word".to_owned()))
            }
            End::FlowEnded => {
                (Ended::Dropped, Some("the flow ended with the caller on the line".to_owned()))
            }
            End::Stuck { flow, action, why } => {
                let flow = self.line.library.get(flow).map_or(flow.as_str(), |it| &it.name);
                (Ended::Dropped, Some(format!("{flow}: `{action}` cannot go on: {why}")))
            }
        }
    }
}
