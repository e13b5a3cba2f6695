//! What the caller did in one turn, as far as recognition could tell.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::OrderNumber;

/// What the caller did in one turn, as far as recognition could tell.
///
/// `Debug` shows nothing that was said.
#[derive(Clone, PartialEq, Eq)]
pub struct Heard {
    /// The intent recognised.
    pub intent: Intent,
    /// Whether recognition says how sure it is of the intent.
    ///
    /// It says nothing of an intent that it only hands back, because a question about it was not
    /// answered.
    pub rated: bool,
    /// The order number recognised.
    pub number: Option<OrderNumber>,
    /// The answer recognised to a yes-or-no question.
    pub answer: Option<Answer>,
    /// How the caller spoke.
    pub mode: Mode,
    /// The words or keys; blank for silence. They are read here and kept nowhere.
    pub said: String,
    /// The words or keys as the session may keep them: masked, and `None` when the caller does not
    /// want them kept.
    pub kept: Option<String>,
}

/// What the caller wants, as far as recognition knows wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// To hear how an order is doing.
    CheckOrderStatus,
    /// To talk to a person.
    TalkToAgent,
    /// To end the call.
    Goodbye,
    /// Nothing that recognition knows.
    Unknown,
}

impl Intent {
    /// Reads the name that the bot uses; any other name is [`Intent::Unknown`].
    pub fn named(name: &str) -> Self {
        match name {
            "CheckOrderStatus" => Self::CheckOrderStatus,
            "TalkToAgent" => Self::TalkToAgent,
            "Goodbye" => Self::Goodbye,
            _ => Self::Unknown,
        }
    }

    /// The name that the bot uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CheckOrderStatus => "CheckOrderStatus",
            Self::TalkToAgent => "TalkToAgent",
            Self::Goodbye => "Goodbye",
            Self::Unknown => "FallbackIntent",
        }
    }
}

/// An intent that stands for something that can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// To hear how an order is doing.
    CheckOrderStatus,
    /// To talk to a person.
    TalkToAgent,
    /// To end the call.
    Goodbye,
}

impl Intent {
    /// What can be done about it; `None` for [`Intent::Unknown`].
    pub fn wish(self) -> Option<Wish> {
        match self {
            Self::CheckOrderStatus => Some(Wish::CheckOrderStatus),
            Self::TalkToAgent => Some(Wish::TalkToAgent),
            Self::Goodbye => Some(Wish::Goodbye),
            Self::Unknown => None,
        }
    }
}

impl Wish {
    /// The name that the bot uses.
    pub fn as_str(self) -> &'static str {
        Intent::from(self).as_str()
    }
}

impl From<Wish> for Intent {
    fn from(wish: Wish) -> Self {
        match wish {
            Wish::CheckOrderStatus => Self::CheckOrderStatus,
            Wish::TalkToAgent => Self::TalkToAgent,
            Wish::Goodbye => Self::Goodbye,
        }
    }
}

/// An answer to a yes-or-no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// How the caller spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// By voice, or by typing where the channel is text.
    Words,
    /// By pressing keys.
    Keys,
}

impl Heard {
    /// The order that must be looked up to answer, where that is clear without the session.
    ///
    /// It lets the caller of this crate read order and session at the same time. `None` does not
    /// say that no look-up follows: [`listen`](crate::listen) has the last word.
    pub fn foreseen_lookup(&self) -> Option<&OrderNumber> {
        match (self.intent, self.answer) {
            (Intent::CheckOrderStatus, Some(Answer::Yes)) => self.number.as_ref(),
            (Intent::CheckOrderStatus, Some(Answer::No) | None)
            | (Intent::TalkToAgent | Intent::Goodbye | Intent::Unknown, _) => None,
        }
    }
}

impl fmt::Debug for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Heard")
            .field("intent", &self.intent)
            .field("rated", &self.rated)
            .field("number", &self.number)
            .field("answer", &self.answer)
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}
