//! Actions of a contact that waits.

use std::time::Duration;

use serde::Serialize;

use super::read::stand_in;
use super::{Reader, speak};
use crate::effect::{Hold, Prompt, WaitEvent};
use crate::value::{Field, Template};

/// Longest wait: 7 days. It serves for whatever else takes time and has no limit of its own.
///
/// Source: Amazon Connect API Reference, "Wait".
pub(crate) const MAX_WAIT_SECONDS: u64 = 604_800;

/// Parameters of `MessageParticipantIteratively`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageParticipantIteratively {
    /// What is heard over and over, in order.
    pub messages: Vec<Prompt<Template>>,
    /// How often the flow goes on in between; `None` for never.
    pub interrupt_every: Option<Duration>,
    /// Whether the messages play on while the flow does something else.
    pub continues: bool,
}

impl MessageParticipantIteratively {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let messages = at.some_objects("Messages", usize::MAX, "at least one message");
        let every = at.number("InterruptFrequencySeconds", 1..=MAX_WAIT_SECONDS);
        Self {
            messages: messages.iter().map(speak::read_message).collect(),
            interrupt_every: every.map(Duration::from_secs),
            continues: at.switch("ContinueMessagingDuringInterrupt"),
        }
    }
}

/// Parameters of `Wait`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wait {
    /// How many seconds.
    pub seconds: Field,
    /// What ends it earlier.
    pub events: Vec<WaitEvent>,
}

impl Wait {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const KEY: &str = "TimeLimitSeconds";
        const EVENTS: &str = "Events";
        // The documents call it so, and the service refuses it.
        const DOCUMENTED: &str = "TimeoutSeconds";
        let seconds = if at.get(KEY).is_none() && at.get(DOCUMENTED).is_some() {
            at.wrong(DOCUMENTED, "`TimeLimitSeconds`, which is what Connect reads");
            stand_in()
        } else {
            at.required_number_field(KEY, 1..=MAX_WAIT_SECONDS)
        };
        let known = |name: &String| {
            WaitEvent::NAMES.iter().find(|(it, _)| it == name).map(|(_, event)| *event)
        };
        let names = at.texts(EVENTS).unwrap_or_default();
        let events: Option<_> = names.iter().map(known).collect();
        if events.is_none() {
            at.wrong(EVENTS, "a list of `CustomerReturned` and `BotParticipantDisconnected`");
        }
        Self { seconds, events: events.unwrap_or_default() }
    }
}

/// Reads `UpdatePreviousContactParticipantState`.
pub(super) fn read_hold(at: &Reader<'_>) -> Hold {
    let hold = at.required_choice(
        "PreviousContactParticipantState",
        &[("AgentOnHold", Hold::Agent), ("CustomerOnHold", Hold::Customer), ("OffHold", Hold::Off)],
        "who is on hold",
    );
    hold.unwrap_or(Hold::Off)
}
