//! Actions of a contact that waits.

use std::time::Duration;

use serde::Serialize;

use super::{Fault, Reader};
use crate::effect::{Hold, Prompt, WaitEvent};
use crate::value::{Field, Template};

/// Longest wait: 7 days.
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
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        let messages = at.some_objects("Messages", usize::MAX, "at least one message")?;
        let every = at.number("InterruptFrequencySeconds", 1..=MAX_WAIT_SECONDS)?;
        Ok(Self {
            messages: messages.iter().map(super::speak::read_message).collect::<Result<_, _>>()?,
            interrupt_every: every.map(Duration::from_secs),
            continues: at.switch("ContinueMessagingDuringInterrupt")?.unwrap_or_default(),
        })
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
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEY: &str = "TimeLimitSeconds";
        const EVENTS: &str = "Events";
        // The documents call it so, and the service refuses it.
        const DOCUMENTED: &str = "TimeoutSeconds";
        let seconds = at.number_field(KEY, 1..=MAX_WAIT_SECONDS)?;
        let seconds = seconds.ok_or_else(|| match at.get(DOCUMENTED) {
            Some(_) => at.wrong(DOCUMENTED, "`TimeLimitSeconds`, which is what Connect reads"),
            None => at.unfinished(KEY, "a number of seconds"),
        })?;
        let known = |name: &String| {
            WaitEvent::NAMES.iter().find(|(it, _)| it == name).map(|(_, event)| *event)
        };
        let names = at.texts(EVENTS)?.unwrap_or_default();
        let events = names.iter().map(known).collect::<Option<_>>().ok_or_else(|| {
            at.wrong(EVENTS, "a list of `CustomerReturned` and `BotParticipantDisconnected`")
        })?;
        Ok(Self { seconds, events })
    }
}

/// Reads `UpdatePreviousContactParticipantState`.
pub(super) fn read_hold(at: &Reader<'_>) -> Result<Hold, Fault> {
    const KEY: &str = "PreviousContactParticipantState";
    let hold = at.choice(
        KEY,
        &[("AgentOnHold", Hold::Agent), ("CustomerOnHold", Hold::Customer), ("OffHold", Hold::Off)],
    )?;
    hold.ok_or_else(|| at.unfinished(KEY, "who is on hold"))
}
