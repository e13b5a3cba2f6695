//! What is remembered of a call between two turns.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Heard, Order, OrderNumber, Reply, Wish, wording};

/// What is remembered of a call between two turns.
///
/// Plain data for the call record. Fields that are unknown are ignored and fields that are missing
/// take their default, so sessions written by an older or a newer version load.
///
/// `Debug` shows nothing that was said.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Number of the last finished turn; 0 before the first.
    pub(crate) turn: u32,
    /// The question that the caller has been asked.
    pub(crate) asking: Asking,
    /// The order under discussion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) order: Option<Order>,
    /// The last number that no order has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) not_found: Option<OrderNumber>,
    /// Wishes served.
    pub(crate) served: u32,
    /// Times in a row that the caller was not understood.
    pub(crate) misunderstood: u32,
    /// Times in a row that the caller said nothing.
    pub(crate) silent: u32,
    /// Times in a row that the caller said the number read back is wrong.
    pub(crate) denied: u32,
    /// Times in a row that a number belonged to no order.
    pub(crate) unknown_orders: u32,
    /// Why the call goes to a person; `None` when it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) escalation: Option<Reason>,
    /// What the caller said last, masked; `None` when it is not kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) said: Option<String>,
    /// What the line answered last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) reply: Option<Reply>,
}

/// The question that the caller has been asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asking {
    /// What they want.
    #[default]
    Wish,
    /// The number of their order.
    Number,
    /// Whether this is the number.
    Confirmation(OrderNumber),
    /// Whether they want to talk to a person.
    Person,
    /// Whether this is what they want.
    Meant(Wish),
    /// Whether there is anything else.
    More,
}

impl Asking {
    /// The wish that recognition has at hand while the question is open; `None` when it has none.
    pub(crate) fn about(&self) -> Option<Wish> {
        match self {
            Self::Number | Self::Confirmation(_) => Some(Wish::CheckOrderStatus),
            Self::Person => Some(Wish::TalkToAgent),
            Self::Meant(wish) => Some(*wish),
            Self::Wish | Self::More => None,
        }
    }
}

/// Why a call goes to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The caller asked for one.
    Asked,
    /// The caller was not understood, too many times in a row.
    NotUnderstood,
    /// The caller said nothing, too many times in a row.
    Silence,
    /// Something that the line depends on failed.
    Backend,
}

impl Reason {
    /// The reason in the word that flows and records use, such as `not-understood`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::NotUnderstood => "not-understood",
            Self::Silence => "silence",
            Self::Backend => "backend",
        }
    }
}

impl Session {
    /// Number of the last finished turn; 0 before the first.
    pub fn turn(&self) -> u32 {
        self.turn
    }

    /// How many wishes were served.
    pub fn served(&self) -> u32 {
        self.served
    }

    /// Why the call goes to a person; `None` when it does not.
    pub fn escalation(&self) -> Option<Reason> {
        self.escalation
    }

    /// The order under discussion.
    pub fn order(&self) -> Option<&Order> {
        self.order.as_ref()
    }

    /// What the line answered last; `None` before the first turn.
    pub fn reply(&self) -> Option<&Reply> {
        self.reply.as_ref()
    }

    /// What came of the call so far, in the word that flows and records use: `served` when at least
    /// one wish was, else `none`.
    pub fn outcome(&self) -> &'static str {
        if self.served > 0 { "served" } else { "none" }
    }

    /// Whether an invocation repeats a turn that is finished, so that its answer is [`reply`] again.
    ///
    /// `finished` is the number of the last turn that the sender saw finished; `None` when it saw
    /// none. A sender that is one turn behind and reports the same words did not get our answer to
    /// them. One that reports other words went on without it, so that is a new turn.
    ///
    /// [`reply`]: Session::reply
    pub fn repeats(&self, finished: Option<u32>, heard: &Heard) -> bool {
        let same_words = self.said.is_none() || self.said == heard.kept;
        match finished {
            Some(finished) if finished.saturating_add(1) < self.turn => true,
            Some(finished) => finished < self.turn && same_words,
            // Without a number it is the first turn, or the call has come back to a new dialogue.
            None => self.turn == 1 && same_words,
        }
    }

    /// Failures in a row, of understanding and of hearing together.
    pub(crate) fn failures(&self) -> u32 {
        self.misunderstood.saturating_add(self.silent)
    }

    /// Starts over, with what is known, when a call comes back that was handed on.
    pub(crate) fn reopen(&mut self) {
        if self.reply.as_ref().is_some_and(Reply::ends) {
            self.asking = Asking::Wish;
            self.misunderstood = 0;
            self.silent = 0;
            self.denied = 0;
            self.escalation = None;
        }
    }

    /// The call so far in one sentence, for the person who takes over.
    ///
    /// It holds order numbers and nothing else that the caller said.
    pub fn summary(&self) -> String {
        let why = wording::why(self.escalation);
        if let Asking::Confirmation(number) = &self.asking {
            return format!("{why}; they may mean order {}.", number.as_str());
        }
        match (&self.not_found, &self.order) {
            (Some(number), _) => {
                format!("{why}; they gave order number {}, which isn't known.", number.as_str())
            }
            (None, Some(order)) => {
                let number = order.number.as_str();
                let status = wording::status_word(order.status);
                format!("{why}; they know that order {number} is {status}.")
            }
            (None, None) => format!("{why}."),
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("turn", &self.turn)
            .field("asking", &self.asking)
            .field("order", &self.order)
            .field("served", &self.served)
            .field("misunderstood", &self.misunderstood)
            .field("silent", &self.silent)
            .field("denied", &self.denied)
            .field("unknown_orders", &self.unknown_orders)
            .field("escalation", &self.escalation)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Intent, Mode};

    fn heard(kept: Option<&str>) -> Heard {
        Heard {
            intent: Intent::Unknown,
            rated: false,
            number: None,
            answer: None,
            mode: Mode::Words,
            said: "what was said".to_owned(),
            kept: kept.map(str::to_owned),
        }
    }

    #[test]
    fn a_sender_one_turn_behind_with_the_same_words_repeats_itself() {
        let at = |turn, said: Option<&str>| Session {
            turn,
            said: said.map(str::to_owned),
            ..Session::default()
        };
        for (session, finished, kept, repeats) in [
            (at(0, None), None, Some("hi"), false),
            (at(1, Some("hi")), None, Some("hi"), true),
            (at(1, Some("hi")), None, Some("no"), false),
            (at(1, Some("hi")), Some(1), Some("hi"), false),
            (at(2, Some("hi")), Some(1), Some("hi"), true),
            (at(2, Some("hi")), Some(1), Some("no"), false),
            // Nothing is kept of this caller's words: the number alone must do.
            (at(2, None), Some(1), None, true),
            // A straggler, overtaken by a later turn.
            (at(3, Some("hi")), Some(1), Some("no"), true),
            // Back from another part of the call, in a new dialogue.
            (at(3, Some("hi")), None, Some("hi"), false),
            (at(1, Some("hi")), Some(u32::MAX), Some("hi"), false),
        ] {
            assert_eq!(
                session.repeats(finished, &heard(kept)),
                repeats,
                "{} {finished:?} {kept:?}",
                session.turn
            );
        }
    }

    #[test]
    fn sessions_of_other_versions_load() {
        for json in [
            "{}",
            r#"{"turn":3,"mood":"good","asking":"more","reply":null}"#,
            r#"{"asking":{"confirmation":"44321"},"order":null,"escalation":"not-understood"}"#,
            r#"{"asking":{"meant":"check-order-status"},"reply":{"ssml":"<speak>a</speak>","text":"a","step":{"confirm-wish":"goodbye"}}}"#,
        ] {
            serde_json::from_str::<Session>(json).unwrap();
        }
    }

    #[test]
    fn debug_shows_nothing_that_was_said() {
        let session = Session {
            said: Some("my secret".to_owned()),
            asking: Asking::Confirmation("44321".parse().unwrap()),
            ..Session::default()
        };
        let shown = format!("{session:?}");
        assert!(!shown.contains("secret") && !shown.contains("44321"), "{shown}");
    }
}
