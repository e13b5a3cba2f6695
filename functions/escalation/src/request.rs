//! What is read of the event.

use aws_events::connect::FlowEvent;
use dialogue::Reason;
use serde::Deserialize;
use serde_json::Value;
use store::{ContactId, RecordingConsent};

use crate::{EscalationError, Hours, Situation};

/// The language of a call whose event names none.
const LANGUAGE: &str = "en-US";

/// The contact attribute in which the flow keeps what the caller chose.
const RECORDING_CONSENT: &str = "recordingConsent";

/// One invocation, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) contact_id: ContactId,
    pub(crate) language: String,
    pub(crate) situation: Situation,
    /// What the caller chose about recording; `None` when the flow does not say.
    pub(crate) consent: Option<RecordingConsent>,
    /// Why the flow says the caller needs a person; `None` when it does not say.
    pub(crate) why: Option<Why>,
}

/// Why a caller needs a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// What the dialogue found.
    Dialogue(Reason),
    /// Something else that a flow found, or nothing known.
    Other,
}

impl Why {
    /// The reason in the word that flows and records use, such as `asked`; `other` when it is none
    /// that the dialogue knows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dialogue(reason) => reason.as_str(),
            Self::Other => "other",
        }
    }

    fn parse(word: &str) -> Self {
        [Reason::Asked, Reason::NotUnderstood, Reason::Silence, Reason::Backend]
            .into_iter()
            .find(|it| it.as_str() == word)
            .map_or(Self::Other, Self::Dialogue)
    }
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
            language: contact.language_code.clone().unwrap_or_else(|| LANGUAGE.to_owned()),
            situation: Situation { hours, staffed: number("staffed"), waiting: number("waiting") },
            consent: contact.attributes.get(RECORDING_CONSENT).and_then(|it| it.parse().ok()),
            why: event.parameter("reason").map(Why::parse),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_reads_back_as_written() {
        for word in ["asked", "not-understood", "silence", "backend"] {
            let why = Why::parse(word);
            assert!(matches!(why, Why::Dialogue(_)), "{word}");
            assert_eq!(why.as_str(), word);
        }
        for word in ["other", "Asked", "a reason of tomorrow"] {
            assert_eq!(Why::parse(word), Why::Other, "{word}");
        }
    }
}
