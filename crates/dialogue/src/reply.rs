//! What the line answers.

use std::fmt;

use serde::{Deserialize, Serialize};
use wording::{Language, Speech};

use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// What the line answers: the words, and what follows them.
///
/// The words may hold what the caller said, so `Debug` shows the step only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Reply {
    /// The words as a `<speak>` document of at most [`Speech::MAX_DOCUMENT`] characters.
    pub ssml: String,
    /// What follows the words.
    pub step: Step,
    /// The language of the words where the dialogue ends in another than the call is in: the flow
    /// changes the voice and says them. `None` otherwise, and where [`Ending::Language`] says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Language>,
}

/// A reply as it is stored. Until there were several scenarios, the plain text was stored too, and
/// steps had other names.
#[derive(Deserialize)]
struct Stored {
    ssml: String,
    step: StoredStep,
    #[serde(default)]
    over: Option<Language>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum StoredStep {
    Known(Step),
    Old(OldStep),
}

/// What followed the words before there were several scenarios.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OldStep {
    AskWish,
    AskNumber,
    ConfirmNumber(String),
    OfferPerson,
    ConfirmWish(Wish),
    Goodbye,
    Person(Reason),
}

impl From<Stored> for Reply {
    fn from(stored: Stored) -> Self {
        let wish = Wish::CheckOrderStatus;
        let step = match stored.step {
            StoredStep::Known(step) => step,
            StoredStep::Old(OldStep::AskWish) => Step::ElicitIntent,
            StoredStep::Old(OldStep::AskNumber) => {
                Step::ElicitSlot { wish, slot: Slot::OrderNumber }
            }
            StoredStep::Old(OldStep::ConfirmNumber(number)) => {
                Step::ConfirmIntent { wish, slots: Slots::from([(Slot::OrderNumber, number)]) }
            }
            StoredStep::Old(OldStep::OfferPerson) => {
                Step::ConfirmIntent { wish: Wish::TalkToAgent, slots: Slots::new() }
            }
            StoredStep::Old(OldStep::ConfirmWish(wish)) => {
                Step::ConfirmIntent { wish, slots: Slots::new() }
            }
            StoredStep::Old(OldStep::Goodbye) => Step::Close(Ending::Goodbye),
            StoredStep::Old(OldStep::Person(reason)) => Step::Close(Ending::Person(reason)),
        };
        Self { ssml: stored.ssml, step, over: stored.over }
    }
}

/// What recognition does after the words.
///
/// `Debug` shows no values.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The caller says what they want.
    ElicitIntent,
    /// The caller gives a value.
    ElicitSlot {
        /// The intent that has the slot.
        wish: Wish,
        /// The slot.
        slot: Slot,
    },
    /// The caller says yes or no.
    ConfirmIntent {
        /// The intent that the question is about.
        wish: Wish,
        /// The values that it is about, to be handed back with the answer.
        #[serde(default, skip_serializing_if = "Slots::is_empty")]
        slots: Slots,
    },
    /// The dialogue ends.
    Close(Ending),
}

/// How the dialogue ends, which tells the flow where the call goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The caller is done.
    Goodbye,
    /// A person takes over.
    Person(Reason),
    /// The caller leaves a message after the tone.
    Message,
    /// The caller is called back.
    Callback,
    /// Somebody is in danger.
    Emergency,
    /// The dialogue goes on in this language: the flow changes the voice, says the words, and talks
    /// again.
    Language(Language),
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
    /// The caller is upset and was not understood.
    Upset,
    /// What the caller wants is for a person to do.
    Matter,
    /// What was read back was wrong, too many times in a row.
    Denied,
}

impl Reason {
    /// The reason in the word that flows, records and wording use, such as `not-understood`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::NotUnderstood => "not-understood",
            Self::Silence => "silence",
            Self::Backend => "backend",
            Self::Upset => "upset",
            Self::Matter => "matter",
            Self::Denied => "denied",
        }
    }
}

impl Reply {
    /// The words, as the voice of a language speaks them.
    pub(crate) fn new(speech: &Speech, step: Step) -> Self {
        Self { ssml: speech.document(), step, over: None }
    }

    /// The words as SSML without their `<speak>`, to be put among other SSML.
    pub fn markup(&self) -> &str {
        let inside = self.ssml.strip_prefix("<speak>").and_then(|it| it.strip_suffix("</speak>"));
        inside.unwrap_or(&self.ssml)
    }

    /// The words as plain text: the document without its tags, its escapes resolved.
    pub fn text(&self) -> String {
        plain(&self.ssml)
    }

    /// Whether the dialogue ends here.
    pub fn ends(&self) -> bool {
        matches!(self.step, Step::Close(_))
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ElicitIntent => f.write_str("ElicitIntent"),
            Self::ElicitSlot { wish, slot } => write!(f, "ElicitSlot({wish:?}, {slot:?})"),
            Self::ConfirmIntent { wish, .. } => write!(f, "ConfirmIntent({wish:?})"),
            Self::Close(ending) => write!(f, "Close({ending:?})"),
        }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").field("step", &self.step).finish_non_exhaustive()
    }
}

/// Escapes of XML, `&` last so that `&amp;lt;` is resolved once.
const ESCAPES: &[(&str, &str)] =
    &[("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];

/// What is left of SSML without its tags.
fn plain(ssml: &str) -> String {
    let mut text = String::with_capacity(ssml.len());
    let mut rest = ssml;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    ESCAPES.iter().fold(text, |text, (escape, character)| text.replace(escape, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_of_older_versions_load() {
        for (step, loaded) in [
            (r#""ask-wish""#, Step::ElicitIntent),
            (
                r#"{"confirm-wish":"check-order-status"}"#,
                Step::ConfirmIntent { wish: Wish::CheckOrderStatus, slots: Slots::new() },
            ),
            (r#""goodbye""#, Step::Close(Ending::Goodbye)),
            (r#"{"person":"silence"}"#, Step::Close(Ending::Person(Reason::Silence))),
            (
                r#""ask-number""#,
                Step::ElicitSlot { wish: Wish::CheckOrderStatus, slot: Slot::OrderNumber },
            ),
        ] {
            let json = format!(r#"{{"ssml":"<speak>a &amp; b</speak>","text":"a","step":{step}}}"#);
            let reply: Reply = serde_json::from_str(&json).unwrap();
            assert_eq!(reply.step, loaded);
            assert_eq!(reply.text(), "a & b");
            let again = serde_json::to_string(&reply).unwrap();
            assert_eq!(serde_json::from_str::<Reply>(&again).unwrap(), reply);
        }
    }

    #[test]
    fn text_is_the_document_without_tags_and_escapes() {
        for (ssml, text) in [
            ("<speak>a<break time=\"300ms\"/> b</speak>", "a b"),
            ("<speak>&amp;lt; &lt;b&gt;</speak>", "&lt; <b>"),
            ("<speak>", ""),
            ("plain", "plain"),
        ] {
            assert_eq!(plain(ssml), text);
        }
    }
}
