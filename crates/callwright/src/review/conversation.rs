//! A conversation, from the records of a call.

use jiff::Timestamp;
use line::Line;
use serde::Deserialize;
use serde_json::Value;
use store::Failure;
use wording::{Language, Manner, Message, Part, say};

use crate::call::{Event, Kind};

/// Failures in a row after which a line hands callers to a person unless it says otherwise.
const PATIENCE: usize = 3;

/// What was said in a call.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Conversation {
    /// The contact.
    pub(crate) contact: String,
    /// The language at the end.
    pub(crate) language: Language,
    /// When it began.
    pub(crate) started_at: Option<Timestamp>,
    /// What the caller heard before they could say anything; `None` where it is not recorded.
    pub(crate) greeting: Option<Vec<String>>,
    /// The turns, in order.
    pub(crate) turns: Vec<Turn>,
    /// What the caller heard after the last turn; `None` where it is not recorded.
    pub(crate) farewell: Option<Vec<String>>,
    /// Failures in a row after which the line hands callers to a person.
    pub(crate) patience: usize,
    /// How the call ended, such as `served`.
    pub(crate) outcome: String,
    /// Why it went to a person; `None` when it did not.
    pub(crate) reason: Option<String>,
}

/// Something the caller said and what the line answered.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Turn {
    /// 1 for the first turn.
    pub(crate) number: u32,
    /// When it happened.
    pub(crate) at: Timestamp,
    /// Name of the intent that was recognised.
    pub(crate) intent: String,
    /// What the caller said, masked; empty for silence, and when it is not kept.
    #[serde(default)]
    pub(crate) said: String,
    /// What the line answered, masked.
    pub(crate) reply: String,
    /// The messages that the answer was made of.
    #[serde(default)]
    pub(crate) messages: Vec<String>,
    /// What was asked of the business's records.
    #[serde(default)]
    pub(crate) requests: Vec<String>,
    /// What went wrong in it.
    #[serde(default)]
    pub(crate) failure: Option<Failure>,
    /// Whether the caller got what they wanted in it.
    #[serde(default)]
    pub(crate) served: bool,
}

/// Why records are no conversation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ReadError {
    /// There is no record of the call.
    #[error("there is no record of the call")]
    NoCall,
    /// A record is not what a call leaves behind.
    #[error("the `{kind}` record has a missing or invalid attribute")]
    Malformed {
        /// Which kind of record.
        kind: &'static str,
    },
}

/// The record of a call, as far as it is read here.
#[derive(Deserialize)]
struct Call {
    contact_id: String,
    started_at: Timestamp,
    language: String,
    outcome: String,
    #[serde(default)]
    escalation_reason: Option<String>,
}

impl Conversation {
    /// Reads the records of one call, as plain JSON; records of other kinds are left out.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when there is no call among them, or a record does not fit.
    pub(crate) fn of_records(records: &[Value]) -> Result<Self, ReadError> {
        let of_kind = |kind: &'static str| {
            records.iter().filter(move |it| it.get("kind").and_then(Value::as_str) == Some(kind))
        };
        let call = of_kind("call").next().ok_or(ReadError::NoCall)?;
        let call = Call::deserialize(call).or(Err(ReadError::Malformed { kind: "call" }))?;
        let turns = of_kind("turn").map(Turn::deserialize).collect::<Result<Vec<_>, _>>();
        let mut turns = turns.or(Err(ReadError::Malformed { kind: "turn" }))?;
        turns.sort_by_key(|it| it.number);
        Ok(Self {
            contact: call.contact_id,
            language: call.language.parse().unwrap_or_default(),
            started_at: Some(call.started_at),
            greeting: None,
            turns,
            farewell: None,
            patience: PATIENCE,
            outcome: call.outcome,
            reason: call.escalation_reason,
        })
    }

    /// Judges it by what its line promises; by what lines promise at first when it has none.
    pub(crate) fn of_line(mut self, line: Option<&Line>) -> Self {
        let most = line.map(|it| it.escalation.after_failures.max(1));
        self.patience = most.and_then(|it| it.try_into().ok()).unwrap_or(PATIENCE);
        self
    }

    /// The last word of a call that the line ends, in the language of this one.
    pub(crate) fn goodbye(&self) -> String {
        // No day is said.
        let manner = Manner::new(jiff::civil::Date::constant(2026, 3, 2));
        let said = say(self.language, &Message::new("tell-goodbye-short"), Part::Main, &manner);
        said.map(|it| it.text().to_owned()).unwrap_or_default()
    }

    /// Adds what was heard before the first turn and after the last, and how the call ended.
    pub(crate) fn heard(mut self, events: &[Event]) -> Self {
        let prompts = |events: &[Event]| {
            let texts = events.iter().filter_map(|it| match &it.kind {
                Kind::Heard { text, .. } => Some(text.clone()),
                _ => None,
            });
            texts.collect::<Vec<_>>()
        };
        let speaks =
            |it: &Event| matches!(it.kind, Kind::Said { .. } | Kind::Pressed { .. } | Kind::Silent);
        let is_turn =
            |it: &Event| matches!(&it.kind, Kind::Invoked { function, .. } if function == "intent");
        let first = events.iter().position(is_turn).unwrap_or(events.len());
        let last = events.iter().rposition(is_turn).map_or(events.len(), |it| it.saturating_add(1));
        // The caller speaks before the code hook is asked.
        let before = events.get(..first).unwrap_or_default();
        let before =
            before.iter().rposition(speaks).and_then(|it| before.get(..it)).unwrap_or(before);
        self.greeting = Some(prompts(before));
        let mut farewell = prompts(events.get(last..).unwrap_or_default());
        // What the last turn answered is heard after it was asked for, and is no farewell yet.
        let reply = self.turns.last().map(|it| unmasked(&it.reply));
        if farewell.first().is_some_and(|it| Some(unmasked(it)) == reply) {
            farewell.remove(0);
        }
        self.farewell = Some(farewell);
        for event in events {
            if let Kind::Ended { ended, .. } = &event.kind {
                self.outcome = ended.to_string();
            }
        }
        self
    }
}

/// What is left of words whose digits may be masked.
fn unmasked(words: &str) -> String {
    words.chars().filter(|it| !it.is_ascii_digit() && *it != '*').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn records_without_a_call_are_no_conversation() {
        assert_eq!(Conversation::of_records(&[]), Err(ReadError::NoCall));
        let other = json!({ "kind": "order", "number": "1" });
        assert_eq!(Conversation::of_records(&[other]), Err(ReadError::NoCall));
        let malformed = json!({ "kind": "call", "contact_id": 4 });
        let error = Conversation::of_records(&[malformed]).unwrap_err();
        assert_eq!(error.to_string(), "the `call` record has a missing or invalid attribute");
    }

    #[test]
    fn turns_of_an_older_version_are_read_in_order() {
        let turn = |number: u32| {
            json!({
                "kind": "turn", "number": number, "at": "2026-03-02T14:30:10Z",
                "intent": "Goodbye", "reply": "Bye.",
            })
        };
        let call = json!({
            "kind": "call", "contact_id": "c-1", "started_at": "2026-03-02T14:30:00Z",
            "language": "es-US", "outcome": "served",
        });
        let conversation = Conversation::of_records(&[turn(2), call, turn(1)]).unwrap();
        assert_eq!(conversation.turns.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(conversation.language, Language::EsUs);
        assert_eq!((conversation.greeting, conversation.farewell), (None, None));
    }
}
