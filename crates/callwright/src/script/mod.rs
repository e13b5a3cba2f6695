//! Scripted calls: a YAML file that says what a caller does and what must come of it.

mod agent;
mod asked;
mod error;
mod expect;
mod header;
mod near;
mod pattern;
mod reply;
mod saying;
mod search;
mod step;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use serde_saphyr::{Location, Spanned};

pub use agent::Doing;
pub use error::{FaultError, ReplyError, ScriptError};
pub use expect::{Ended, Expectations, MailExpectation, Records, TextExpectation};
pub(crate) use header::DEFAULT_AT;
pub use header::{Dialled, Header, Setting};
pub use pattern::{FieldMismatch, Pattern, mismatch};
pub use reply::{Replies, Reply};
pub use saying::{Hearing, Mood, Pressing, Saying};
pub use step::Step;

pub(crate) use asked::Asked;
pub(crate) use near::near;
pub(crate) use pattern::plain;
pub(crate) use step::is_key;

/// A scripted call, read and checked.
#[derive(Debug, Clone)]
pub struct Script {
    /// File it was read from, as the user named it.
    pub path: Arc<Path>,
    /// What the call shows.
    pub name: String,
    /// Who calls, from where, when, into which world.
    pub setting: Setting,
    /// What the caller does and hears, in order.
    pub steps: Vec<Placed<Step>>,
    /// What must not be heard in any part of the call.
    pub never_hears: Vec<Placed<Pattern>>,
    /// What must have come of the call.
    pub expect: Expectations,
}

/// Something in a script, with the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// Line number, counted from 1.
    pub line: u64,
    /// What stands there.
    pub value: T,
}

impl<T> Placed<T> {
    fn of(spanned: Spanned<T>) -> Self {
        Self { line: line_of(&spanned.referenced), value: spanned.value }
    }
}

/// The line of a location, counted from 1.
fn line_of(location: &Location) -> u64 {
    location.line()
}

/// The file as YAML gives it, before it is checked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    name: String,
    caller: Option<Spanned<String>>,
    dialled: Option<Spanned<String>>,
    line: Option<Spanned<String>>,
    at: Option<Spanned<String>>,
    language: Option<String>,
    agents: Option<u32>,
    waiting: Option<u32>,
    queue_full: Option<bool>,
    #[serde(default)]
    down: Vec<Spanned<String>>,
    #[serde(default)]
    fails: Vec<Spanned<String>>,
    #[serde(default)]
    replies: BTreeMap<String, Spanned<Reply>>,
    events: Option<Spanned<String>>,
    #[serde(default)]
    slow: BTreeMap<String, Spanned<u32>>,
    #[serde(default)]
    steps: Vec<Spanned<step::Written>>,
    #[serde(default)]
    expect: expect::Document,
}

impl Script {
    /// Reads a script from a file.
    ///
    /// # Errors
    ///
    /// [`ScriptError`] when the file cannot be read, is not YAML, has an unknown verb or key, or
    /// names a number, a time or a pattern that is none.
    pub fn load(path: &Path) -> Result<Self, ScriptError> {
        let text = fs::read_to_string(path)
            .map_err(|source| ScriptError::Read { path: path.to_owned(), source })?;
        Self::parse(path, &text)
    }

    /// Reads a script from its text; `path` is what errors and reports name.
    ///
    /// # Errors
    ///
    /// As [`Script::load`], but for reading the file.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ScriptError> {
        // `no` and `y` are words that callers say.
        let options = serde_saphyr::options! { strict_booleans: true };
        let document: Document = serde_saphyr::from_str_with_options(text, options)
            .map_err(|error| error::from_yaml(path, &error))?;
        let place = error::Place { path };
        let setting = Header {
            caller: document.caller.map(Placed::of),
            dialled: document.dialled.map(Placed::of),
            line: document.line.map(Placed::of),
            at: document.at.map(Placed::of),
            language: document.language,
            agents: document.agents,
            waiting: document.waiting,
            queue_full: document.queue_full,
            down: document.down.into_iter().map(Placed::of).collect(),
            fails: document.fails.into_iter().map(Placed::of).collect(),
            replies: document.replies.into_iter().map(|(to, it)| (to, Placed::of(it))).collect(),
            events: document.events.map(Placed::of),
            slow: document.slow.into_iter().map(|(name, it)| (name, Placed::of(it))).collect(),
        }
        .setting()
        .map_err(|fault| place.fault(fault.line, fault.value))?;

        let mut steps = Vec::new();
        let mut never_hears = Vec::new();
        for spanned in document.steps {
            let Placed { line, value } = Placed::of(spanned);
            match value.check().map_err(|fault| place.fault(line, fault))? {
                step::Checked::Step(value) => steps.push(Placed { line, value }),
                step::Checked::Never(value) => never_hears.push(Placed { line, value }),
            }
        }
        let expect = document.expect.check().map_err(|it| place.fault(it.line, it.value))?;
        Ok(Self { path: path.into(), name: document.name, setting, steps, never_hears, expect })
    }
}

#[cfg(test)]
mod tests;
