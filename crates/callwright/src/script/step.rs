//! The verbs of a script: what the caller does and hears, and what the agent does.

use serde::Deserialize;

use super::Pattern;
use super::agent::{self, Doing};
use super::error::FaultError;
use super::saying::{Pressing, Saying, Short, WrittenPressing, WrittenSaying};

/// One step as it is written: a verb, and what it is about.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Written {
    Hears(String),
    NeverHears(String),
    Says(Short<WrittenSaying>),
    Presses(Short<WrittenPressing>),
    Silence,
    HangsUp,
    LeavesMessage(String),
    Agent(agent::Written),
    AgentHears(String),
}

/// One step of a caller, or of the agent whom they come to.
#[derive(Debug, Clone)]
pub enum Step {
    /// Hears this before anything else happens.
    Hears(Pattern),
    /// Says this when the line listens for speech.
    Says(Saying),
    /// Presses these keys when the line listens.
    Presses(Pressing),
    /// Says and presses nothing until the line gives up waiting.
    Silence,
    /// Hangs up.
    HangsUp,
    /// Speaks this message while the line records.
    LeavesMessage(String),
    /// The agent does this.
    Agent(Doing),
    /// The agent hears this, from a whisper flow or on hold, before anything else happens.
    AgentHears(Pattern),
}

/// A step that passed the checks.
#[derive(Debug)]
pub(super) enum Checked {
    /// Something that happens in its turn.
    Step(Step),
    /// Something that must not be heard at any time.
    Never(Pattern),
}

impl Written {
    /// Checks patterns and keys.
    pub(super) fn check(self) -> Result<Checked, FaultError> {
        Ok(Checked::Step(match self {
            Self::Hears(text) => Step::Hears(Pattern::parse(&text)?),
            Self::NeverHears(text) => return Ok(Checked::Never(Pattern::parse(&text)?)),
            Self::Says(Short(written)) => Step::Says(written.check()?),
            Self::Presses(Short(written)) => Step::Presses(written.check()?),
            Self::Silence => Step::Silence,
            Self::HangsUp => Step::HangsUp,
            Self::LeavesMessage(text) => Step::LeavesMessage(text),
            Self::Agent(it) => Step::Agent(Doing::parse(&it.verb, it.about.as_deref())?),
            Self::AgentHears(text) => Step::AgentHears(Pattern::parse(&text)?),
        }))
    }
}

/// Whether a telephone has this key.
pub(crate) fn is_key(key: char) -> bool {
    key.is_ascii_digit() || matches!(key, '*' | '#')
}
