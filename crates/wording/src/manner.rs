//! How something is said.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How something is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manner {
    /// Today, where the line is: days are told as seen from it.
    pub today: Date,
    /// How fast.
    pub pace: Pace,
    /// Which of the wordings of a message is said: they take turns as this number grows.
    pub turn: u32,
    /// Which wordings the caller hears of messages that are compared.
    pub arms: Arms,
}

impl Manner {
    /// At the usual pace, in the first wording of every message.
    pub const fn new(today: Date) -> Self {
        Self { today, pace: Pace::Normal, turn: 0, arms: Arms::NONE }
    }
}

/// How fast something is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// As fast as the voice speaks.
    #[default]
    Normal,
    /// For a caller who asked for it.
    Slow,
}

/// Which part of a message is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The message itself.
    Main,
    /// The question again, after that many answers in a row that were not understood.
    Unclear(u32),
    /// The question again, after that many times in a row that nothing was heard.
    Silent(u32),
}

/// The messages that a caller hears in their second wording, because two wordings are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Arms(BTreeSet<Cow<'static, str>>);

impl Arms {
    /// The first wording of every message.
    pub const NONE: Self = Self(BTreeSet::new());

    /// Whether the caller hears the second wording of a message.
    pub fn hears_second(&self, message: &str) -> bool {
        self.0.contains(message)
    }
}

impl<T: Into<Cow<'static, str>>> FromIterator<T> for Arms {
    fn from_iter<I: IntoIterator<Item = T>>(messages: I) -> Self {
        Self(messages.into_iter().map(Into::into).collect())
    }
}
