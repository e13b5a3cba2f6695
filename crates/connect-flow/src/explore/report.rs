//! What exploring a flow gives.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use super::story::Story;
use crate::trail::Branch;

/// What can happen to a contact that enters a flow.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The flow, as the library knows it.
    pub flow: String,
    /// Its name.
    pub flow_name: String,
    /// The actions that some way runs, by flow.
    pub reached: BTreeMap<String, BTreeSet<String>>,
    /// The branches that some way takes, by flow and action.
    pub branches: BTreeMap<String, BTreeMap<String, BTreeSet<Branch>>>,
    /// How a call can end: one for each way to end and place, with a story of it.
    pub endings: Vec<Ending>,
    /// How many different states were walked through.
    pub states: usize,
    /// Whether every way was walked. When there were too many, the rest was walked by place alone:
    /// what is reached and how it can end is still found, but perhaps on a way that cannot happen.
    pub complete: bool,
    /// Promises that do not hold.
    pub broken: Vec<Broken>,
}

/// One way for a call to end.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ending {
    /// How it ends.
    pub kind: EndKind,
    /// The flow it ends in, as the library knows it.
    pub flow: String,
    /// Name of that flow.
    pub flow_name: String,
    /// The action it ends at.
    pub action: String,
    /// Why, where it should not.
    pub why: Option<String>,
    /// How many things have to go wrong on the way there.
    pub failures: u32,
    /// The way there with the fewest failures, and of those a shortest; empty for
    /// [`EndKind::HungUp`].
    pub story: Story,
}

/// How a call ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// The caller waits for a person, or talks to one.
    Person,
    /// The caller could leave a message: the line waited for input for ten seconds or more while
    /// the automated part was recorded.
    Voicemail,
    /// The caller will be called back.
    Callback,
    /// The caller is connected to another number.
    External,
    /// The line hung up after it had said something.
    Goodbye,
    /// The line hung up without so much as trying to say a word since the caller last did anything.
    Dropped,
    /// The flow cannot go on: a branch is missing or not connected.
    Stuck,
    /// The caller hung up.
    HungUp,
    /// The flow ended and the contact stays where it is: in the flow that invoked a module, in the
    /// queue, with the agent.
    Returned,
    /// The contact goes on in a flow that is not in the library.
    Elsewhere,
}

impl EndKind {
    /// All ways to end.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Voicemail,
        Self::Callback,
        Self::External,
        Self::Goodbye,
        Self::Dropped,
        Self::Stuck,
        Self::HungUp,
        Self::Returned,
        Self::Elsewhere,
    ];

    /// The word that promises and reports use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Voicemail => "voicemail",
            Self::Callback => "callback",
            Self::External => "external",
            Self::Goodbye => "goodbye",
            Self::Dropped => "dropped",
            Self::Stuck => "stuck",
            Self::HungUp => "hung_up",
            Self::Returned => "returned",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Reads the word.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// Whether the line lets go of a caller whom it has not served.
    pub fn is_bad(self) -> bool {
        matches!(self, Self::Dropped | Self::Stuck)
    }
}

impl fmt::Display for EndKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A promise that does not hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Broken {
    /// The promise, as written.
    pub promise: String,
    /// What breaks it, in a few words.
    pub what: String,
    /// The likeliest way to it; empty when no call is needed to see it.
    pub story: Story,
}
