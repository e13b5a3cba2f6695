//! What the caller did in one turn, as far as recognition could tell.

use std::fmt;

use serde::{Deserialize, Serialize};
use wording::Language;

use crate::request::Request;
use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// What the caller did in one turn, as far as recognition could tell.
///
/// `Debug` shows nothing that was said.
#[derive(Clone, Default, PartialEq)]
pub struct Heard {
    /// The intent recognised; `None` for the fallback, and for an intent that nobody knows.
    pub intent: Option<Wish>,
    /// How sure recognition is of the intent, 0 to 1; `None` when it does not say.
    ///
    /// It says nothing of an intent that it only hands back, because a question about it was not
    /// answered.
    pub confidence: Option<f64>,
    /// The values recognised, by slot.
    pub slots: Slots,
    /// The answer recognised to a yes-or-no question.
    pub answer: Option<YesNo>,
    /// How the caller spoke.
    pub mode: Mode,
    /// The words or keys; blank for silence. They are read here and kept nowhere.
    pub said: String,
    /// The words or keys as the session may keep them: masked, and `None` when the caller does not
    /// want them kept.
    pub kept: Option<String>,
    /// The language that recognition listened in; that of the words, once they are told to be of
    /// another.
    pub language: Language,
    /// Whether the words are of another language of the line than the call is in, which goes over to
    /// it. Recognition cannot know; the dialogue finds out.
    pub goes_over: bool,
    /// How sure recognition is of the words, 0 to 1; `None` when it does not say.
    pub clarity: Option<f64>,
    /// How sure recognition is that the words are negative in mood, 0 to 1; `None` when they are not,
    /// or it does not say.
    pub negative: Option<f64>,
}

/// An answer to a yes-or-no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// How the caller spoke.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// By voice, or by typing where the channel is text.
    #[default]
    Words,
    /// By pressing keys.
    Keys,
}

impl Heard {
    /// Whether recognition rates the intent, so that the caller named it.
    pub fn is_rated(&self) -> bool {
        self.confidence.is_some()
    }

    /// The same words in another language of the line. What recognition made of them is nothing: it
    /// listened for the wrong one.
    pub(crate) fn in_other(&self, language: Language) -> Self {
        Self {
            intent: None,
            confidence: None,
            slots: Slots::new(),
            answer: None,
            language,
            goes_over: true,
            ..self.clone()
        }
    }

    /// What must be looked up to answer, where that is clear without the session.
    ///
    /// It lets the caller of this crate read records and session at the same time. `None` does not say
    /// that no look-up follows: [`listen`](crate::listen) has the last word.
    pub fn foreseen(&self) -> Option<Request> {
        match (self.intent, self.answer) {
            (Some(Wish::CheckOrderStatus), Some(YesNo::Yes)) => {
                self.slots.get(&Slot::OrderNumber)?.parse().ok().map(Request::Order)
            }
            _ => None,
        }
    }
}

impl fmt::Debug for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Heard")
            .field("intent", &self.intent)
            .field("confidence", &self.confidence)
            .field("slots", &self.slots.keys())
            .field("answer", &self.answer)
            .field("mode", &self.mode)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_up_is_foreseen_when_recognition_confirms_a_number() {
        let heard = |intent, answer, number: &str| Heard {
            intent,
            answer,
            slots: Slots::from([(Slot::OrderNumber, number.to_owned())]),
            ..Heard::default()
        };
        let order = Some(Wish::CheckOrderStatus);
        let request = Some(Request::Order("44321".parse().unwrap()));
        assert_eq!(heard(order, Some(YesNo::Yes), "44321").foreseen(), request);
        assert_eq!(heard(order, Some(YesNo::Yes), "443").foreseen(), None);
        assert_eq!(heard(order, Some(YesNo::No), "44321").foreseen(), None);
        assert_eq!(heard(order, None, "44321").foreseen(), None);
        assert_eq!(heard(Some(Wish::Goodbye), Some(YesNo::Yes), "44321").foreseen(), None);
    }

    #[test]
    fn debug_shows_nothing_that_was_said() {
        let heard = Heard {
            said: "my secret".to_owned(),
            kept: Some("my secret".to_owned()),
            slots: Slots::from([(Slot::Pin, "4821".to_owned())]),
            ..Heard::default()
        };
        let shown = format!("{heard:?}");
        assert!(!shown.contains("secret") && !shown.contains("4821"), "{shown}");
    }
}
