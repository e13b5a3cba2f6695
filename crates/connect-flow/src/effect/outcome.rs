//! What comes of effects, and how flows end.

use serde::Serialize;
use serde_json::Value;

use super::{Agent, CallStatus, Transfer, WaitEvent};
use crate::contact::{LexResult, Metrics, QueueRef};
use crate::request::Reply;

/// What came of an [`Effect`](super::Effect).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Outcome {
    /// It is done. Also what the first step of an execution takes.
    Done,
    /// Keys that the caller pressed; raw, or with cancel key and terminator already applied.
    Digits(String),
    /// The caller pressed nothing, or said nothing, in time.
    NoInput,
    /// The bot is done.
    BotDone(Box<LexResult>),
    /// What the function replied.
    FunctionReply(Value),
    /// Whether it is within hours.
    Open(bool),
    /// The metrics asked for.
    Metrics(Metrics),
    /// The queue takes no more contacts.
    AtCapacity,
    /// It is time to go on.
    Interrupted,
    /// This happened before the time was over.
    Happened(WaitEvent),
    /// There is no participant of the kind that is waited for.
    NoParticipant,
    /// The other side is busy, refuses, or cannot be reached.
    CallFailed,
    /// The other side did not answer in time.
    TimedOut,
    /// What answered an outbound call.
    CallStatus(CallStatus),
    /// The instance does not call numbers like this.
    NotDialable,
    /// What a service replied.
    Replied(Reply),
    /// An agent answers the contact that waits in a queue, or that is transferred to them.
    AgentAnswers(Box<Agent>),
    /// The agent puts the caller on hold.
    AgentHolds,
    /// The agent takes the caller off hold.
    AgentResumes,
    /// The agent hands the caller over and leaves.
    AgentTransfers(Transfer),
    /// The agent hangs up, and the caller does not.
    AgentHangsUp,
    /// Nothing more happens: the contact stays in the queue, with the agent or on hold.
    Stays,
    /// It could not be done: no such thing, out of reach, too slow.
    Failed,
    /// The caller hung up meanwhile.
    HungUp,
}

impl Outcome {
    /// The variant's name, for messages that must not show what the caller said.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::Digits(_) => "Digits",
            Self::NoInput => "NoInput",
            Self::BotDone(_) => "BotDone",
            Self::FunctionReply(_) => "FunctionReply",
            Self::Open(_) => "Open",
            Self::Metrics(_) => "Metrics",
            Self::AtCapacity => "AtCapacity",
            Self::Interrupted => "Interrupted",
            Self::Happened(_) => "Happened",
            Self::NoParticipant => "NoParticipant",
            Self::CallFailed => "CallFailed",
            Self::TimedOut => "TimedOut",
            Self::CallStatus(_) => "CallStatus",
            Self::NotDialable => "NotDialable",
            Self::Replied(_) => "Replied",
            Self::AgentAnswers(_) => "AgentAnswers",
            Self::AgentHolds => "AgentHolds",
            Self::AgentResumes => "AgentResumes",
            Self::AgentTransfers(_) => "AgentTransfers",
            Self::AgentHangsUp => "AgentHangsUp",
            Self::Stays => "Stays",
            Self::Failed => "Failed",
            Self::HungUp => "HungUp",
        }
    }
}

/// How a flow ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum End {
    /// The flow hung up.
    Disconnected,
    /// The contact stays in a queue.
    Queue {
        /// The queue.
        queue: QueueRef,
    },
    /// The caller is with an agent.
    Agent {
        /// The agent's own queue, where a flow has chosen one.
        queue: Option<QueueRef>,
    },
    /// The agent hung up, and nothing was set that would go on with the caller.
    AgentHungUp,
    /// The customer of a callback was called as often as it says and did not answer.
    NotReached,
    /// The caller is with somebody outside, and does not come back.
    ThirdParty {
        /// The number.
        number: String,
    },
    /// The flow ended without hanging up.
    FlowEnded,
    /// The caller hung up.
    HungUp,
    /// The flow cannot go on: Connect would drop the contact here.
    Stuck {
        /// The flow, as the library knows it.
        flow: String,
        /// Identifier of the action.
        action: String,
        /// Why, for the flow's author.
        why: String,
    },
}
