//! What the line answers.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{OrderNumber, Reason, Wish};

/// What the line answers: the words, and what follows them.
///
/// The words may hold what the caller said, so `Debug` shows the step only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The words as a `<speak>` document. Without its tags and escapes it reads as `text`.
    pub ssml: String,
    /// The words as plain text.
    pub text: String,
    /// What follows the words.
    pub step: Step,
}

/// What follows the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The caller says what they want.
    AskWish,
    /// The caller gives an order number.
    AskNumber,
    /// The caller says whether this is the number.
    ConfirmNumber(OrderNumber),
    /// The caller says whether they want a person.
    OfferPerson,
    /// The caller says whether this is what they want.
    ConfirmWish(Wish),
    /// The caller is done.
    Goodbye,
    /// A person takes over.
    Person(Reason),
}

impl Reply {
    /// Whether the dialogue ends here.
    pub fn ends(&self) -> bool {
        match self.step {
            Step::AskWish
            | Step::AskNumber
            | Step::ConfirmNumber(_)
            | Step::OfferPerson
            | Step::ConfirmWish(_) => false,
            Step::Goodbye | Step::Person(_) => true,
        }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").field("step", &self.step).finish_non_exhaustive()
    }
}
