//! What is read of the event.

use aws_events::E164;
use aws_events::connect::FlowEvent;
use serde::Deserialize;
use serde_json::Value;
use store::{ContactId, RecordingConsent};
use wording::Language;

use crate::{EscalationError, Hours, Situation, Why};

/// The contact attribute in which the flow keeps what the caller chose.
const RECORDING_CONSENT: &str = "recordingConsent";

/// One invocation, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) contact_id: ContactId,
    /// `None` for a test of the flow that comes from no telephone.
    pub(crate) dialled: Option<E164>,
    /// `None` when the flow could not set one that is known.
    pub(crate) language: Option<Language>,
    pub(crate) situation: Situation,
    /// What the caller chose about recording; `None` when the flow does not say.
    pub(crate) consent: Option<RecordingConsent>,
    /// Why the flow says the caller needs a person; `None` when it does not say.
    pub(crate) why: Option<Why>,
    /// Name of the line's queue that the dialogue chose; `None` for the usual one.
    pub(crate) queue: Option<String>,
    /// ARN of the queue whose numbers the situation tells; `None` when the flow could not set one.
    pub(crate) current: Option<String>,
    /// Whether the caller was moved to another queue already.
    pub(crate) moved: bool,
}

impl TryFrom<Value> for Request {
    type Error = EscalationError;

    fn try_from(event: Value) -> Result<Self, Self::Error> {
        let event = FlowEvent::deserialize(event).or(Err(EscalationError::EventMalformed))?;
        let contact = &event.details.contact_data;
        let contact_id = contact.contact_id.as_deref().and_then(|it| it.parse().ok());
        let hours = match event.parameter("hours") {
            Some("open") => Hours::Open,
            Some("closed") => Hours::Closed,
            _ => return Err(EscalationError::HoursInvalid),
        };
        // A number that cannot be read is as good as none: it must not fail the call.
        let number = |name| event.parameter(name).and_then(|it| it.parse().ok());
        Ok(Self {
            contact_id: contact_id.ok_or(EscalationError::ContactIdInvalid)?,
            dialled: contact.system_endpoint.as_ref().and_then(|it| it.address.parse().ok()),
            language: contact.language_code.as_deref().and_then(|it| it.parse().ok()),
            situation: Situation { hours, staffed: number("staffed"), waiting: number("waiting") },
            consent: contact.attributes.get(RECORDING_CONSENT).and_then(|it| it.parse().ok()),
            why: event.parameter("reason").map(Why::of),
            queue: event.parameter("queue").map(str::to_owned),
            current: contact.queue.as_ref().and_then(|it| it.arn.clone()),
            moved: event.parameter("moved").is_some(),
        })
    }
}
