//! What an action may see and touch while it runs, and what it may decide.

use std::borrow::Cow;

use super::Frame;
use crate::action::TargetQueue;
use crate::contact::{Contact, QueueRef};
use crate::effect::{Effect, End};
use crate::library::Library;
use crate::resolve::Known;
use crate::transitions::NO_MATCHING_ERROR;
use crate::value::{Field, Template};

/// What an action may see and touch while it runs.
pub(super) struct Scene<'a> {
    pub(super) library: &'a Library,
    pub(super) contact: &'a mut Contact,
    pub(super) frame: &'a mut Frame,
    /// How many flows are running or waiting, this one included.
    pub(super) depth: usize,
    /// Whether the contact waits in a queue and cannot be moved to another any more.
    pub(super) is_last: bool,
    pub(super) notes: &'a mut Vec<String>,
}

/// What an action decides.
pub(crate) enum Move {
    /// The host must do this first, and its answer comes back to the action.
    Await(Effect),
    /// On to `NextAction`.
    Next,
    /// On to the first condition that this value meets.
    Choose(String),
    /// On in another flow, for good.
    Transfer(Frame),
    /// On in a module.
    Enter(Frame),
    /// Into a queue.
    Queue(QueueRef),
    /// Back to the caller of this module, with a result to branch on.
    Return(Option<String>),
    /// It is over.
    End(End),
}

/// An action's decision, or why there is none.
pub(crate) type Turn = Result<Move, Failure>;

/// Why an action decides nothing.
pub(crate) enum Failure {
    /// It fails.
    Error {
        /// The error whose branch is taken, `NoMatchingError` when there is no such branch.
        error: Cow<'static, str>,
        /// Why, for the flow's author.
        why: String,
    },
    /// The outcome does not answer the effect. Nothing has been changed.
    Unexpected,
}

impl Failure {
    /// A failure for which Connect has no error of its own.
    pub(super) fn new(why: impl Into<String>) -> Self {
        Self::of(NO_MATCHING_ERROR, why)
    }

    pub(super) fn of(error: impl Into<Cow<'static, str>>, why: impl Into<String>) -> Self {
        Self::Error { error: error.into(), why: why.into() }
    }
}

impl Scene<'_> {
    pub(super) fn known(&self) -> Known<'_> {
        Known { contact: self.contact, flow_attributes: &self.frame.attributes }
    }

    pub(super) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    pub(super) fn render(&self, template: &Template) -> String {
        self.known().render(template)
    }

    /// Text of a parameter; empty when it refers to nothing.
    pub(super) fn text(&self, field: &Field) -> String {
        self.known().field(field).unwrap_or_default()
    }

    /// Text of a parameter that an action cannot do without.
    pub(super) fn required(&self, field: &Field, what: &str) -> Result<String, Failure> {
        let missing = || Failure::new(format!("{what} is empty"));
        self.known().field(field).ok_or_else(missing)
    }

    /// The queue that an action names, or the target queue when it names none.
    pub(super) fn queue(&self, named: Option<&TargetQueue>) -> Result<QueueRef, Failure> {
        match named {
            Some(TargetQueue::Queue(field)) => {
                let id = self.required(field, "the queue's id")?;
                let unknown = || Failure::new(format!("there is no queue `{id}`"));
                self.library.queue(&id).ok_or_else(unknown)
            }
            Some(TargetQueue::Agent(field)) => {
                let id = self.required(field, "the agent's id")?;
                let id = id.rsplit('/').next().unwrap_or(&id);
                let arn = format!("{}/queue/agent/{id}", self.contact.instance_arn);
                Ok(QueueRef { arn, name: String::new() })
            }
            None => {
                let unset =
                    || Failure::new("no queue is named and the contact has no target queue");
                self.contact.target_queue.clone().ok_or_else(unset)
            }
        }
    }
}
