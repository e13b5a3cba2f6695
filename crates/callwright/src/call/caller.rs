//! Whoever is on the line: a script, or a person at the keyboard.

use crate::script::{Doing, Placed, Saying};

/// What the line waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Words, or keys instead: a bot listens.
    Speech(Asks),
    /// Keys only.
    Keys {
        /// Most keys it takes.
        limit: u32,
        /// Whether the caller is being recorded: words are kept as a message.
        recording: bool,
    },
}

/// What a bot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// What the caller wants.
    Wish,
    /// One value.
    Value,
    /// Yes or no.
    Confirmation,
    /// Nothing for the moment: the caller asked for time, or the bot is at work.
    Patience,
}

/// What the caller does about it.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Says this.
    Says(Saying),
    /// Presses these keys.
    Presses(String),
    /// Leaves this message, then does something else or nothing.
    LeavesMessage(String),
    /// Nothing, until the line gives up waiting.
    Silence,
    /// Hangs up.
    HangsUp,
    /// Cannot go on: the call is not what the script says.
    Stops(Failure),
}

/// Where a contact is when somebody may do something that no flow asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// It waits in a queue.
    Queue,
    /// It is transferred to an agent.
    Offered,
    /// Agent and caller talk.
    Talk,
    /// The caller is on hold.
    Hold,
}

impl Moment {
    /// Whether flows go round and round until somebody does something.
    pub(super) fn has_rounds(self) -> bool {
        matches!(self, Self::Queue | Self::Hold)
    }

    /// Whether an agent can do this now.
    pub(super) fn takes(self, doing: &Doing) -> bool {
        match doing {
            Doing::Answers { .. } => matches!(self, Self::Queue | Self::Offered),
            Doing::Holds => self == Self::Talk,
            Doing::Resumes => self == Self::Hold,
            Doing::Transfers { .. } | Doing::HangsUp => matches!(self, Self::Talk | Self::Hold),
        }
    }
}

/// What somebody does at such a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// The agent does this; with the line of the script, 0 without one.
    Agent(Placed<Doing>),
    /// The caller hangs up.
    HangsUp,
    /// The caller says this to the agent.
    Says(String),
    /// Nobody does anything.
    Nothing,
}

/// What was heard since the call began, prompt by prompt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// By the caller.
    pub caller: Vec<String>,
    /// By the agent alone.
    pub agent: Vec<String>,
}

/// A difference between a script and the call it made.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Failure {
    /// Line of the script, counted from 1.
    pub line: u64,
    /// What was expected.
    pub expected: String,
    /// What happened instead.
    pub found: String,
}

/// Somebody on the line.
pub trait Caller: Send {
    /// What the caller does when the line waits, having heard all this since the call began.
    fn act(&mut self, waiting: Waiting, heard: &Heard) -> Act;

    /// Whether the caller hangs up now, between two prompts, having heard all this.
    fn hangs_up(&mut self, heard: &Heard) -> bool {
        let _ = heard;
        false
    }

    /// Where in a prompt, in bytes, the caller speaks or presses keys into it, having heard all this
    /// before; `None` when they hear it out. What they do comes next.
    fn interrupts(&mut self, waiting: Waiting, prompt: &str, heard: &Heard) -> Option<usize> {
        let _ = (waiting, prompt, heard);
        None
    }

    /// What an agent does now, or the caller while no flow listens. `is_idle` says that no flow
    /// runs: unless somebody does something now, nothing happens any more.
    fn turn(&mut self, moment: Moment, is_idle: bool, heard: &Heard) -> Turn;

    /// How many steps are done, and how many rounds of the same flow the caller hears out without
    /// another one; `None` for as many as there are.
    fn patience(&mut self, heard: &Heard) -> (usize, Option<u32>);

    /// Whether an agent is to answer next.
    fn expects_agent(&mut self, heard: &Heard) -> bool;

    /// What is left undone when the call is over; `stays` says that it is not, but that the caller
    /// waits in a queue or is with an agent.
    fn finish(&mut self, heard: &Heard, stays: bool) -> Vec<Failure>;
}
