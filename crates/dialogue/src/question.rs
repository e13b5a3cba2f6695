//! What a caller is asked.

use std::fmt;

use serde::{Deserialize, Serialize};
use wording::Message;

use crate::slot::{Slot, Slots};

/// What a caller is asked. `Debug` shows no values.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is said first, and only once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Message>,
    /// The question, whose wording also has what is said when it is not answered.
    pub message: Message,
    /// What answers it.
    pub expects: Expects,
    /// The values that it is about. Recognition hands them back with a yes, so that what follows can
    /// be looked up while the call is read. Never a secret.
    #[serde(default, skip_serializing_if = "Slots::is_empty")]
    pub about: Slots,
}

/// What answers a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expects {
    /// What the caller wants.
    Wish,
    /// Yes or no. A correction is a no that says what is right.
    YesNo,
    /// A value, or that there is none.
    Slot(Slot),
}

impl Question {
    /// A question without words before it.
    pub fn new(message: Message, expects: Expects) -> Self {
        Self { before: Vec::new(), message, expects, about: Slots::new() }
    }

    /// The same with words before it, which come before those that are there.
    #[must_use]
    pub fn after(mut self, message: Message) -> Self {
        self.before.insert(0, message);
        self
    }

    /// The same about a value.
    #[must_use]
    pub fn about(mut self, slot: Slot, value: &str) -> Self {
        if !slot.is_secret() {
            self.about.insert(slot, value.to_owned());
        }
        self
    }
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Question")
            .field("before", &self.before)
            .field("message", &self.message)
            .field("expects", &self.expects)
            .finish_non_exhaustive()
    }
}
