//! What happens in a call, as it is shown, written as JSON and asserted on.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::Failure;
use crate::script::{Ended, Hearing, Mood};

/// Something that happened in a call.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// When it happened, on the clock of the call.
    pub at: Timestamp,
    /// Seconds since the call began.
    pub seconds: f64,
    /// What happened.
    #[serde(flatten)]
    pub kind: Kind,
}

/// The kinds of events; `event` in JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Kind {
    /// The call begins.
    Started {
        /// Name of the call.
        name: String,
        /// Id of the contact.
        contact_id: String,
        /// Number it comes from; absent when withheld.
        #[serde(skip_serializing_if = "Option::is_none")]
        caller: Option<String>,
        /// Number that was dialled.
        dialled: String,
        /// Language of the contact.
        language: String,
    },
    /// The caller hears this.
    Heard {
        /// The words.
        text: String,
        /// The markup they came with.
        #[serde(skip_serializing_if = "Option::is_none")]
        ssml: Option<String>,
    },
    /// The agent hears this, and the caller does not.
    AgentHeard {
        /// The words.
        text: String,
    },
    /// The agent does something.
    Agent {
        /// Name of the agent.
        name: String,
        /// What they do, such as `answers` or `puts the caller on hold`.
        does: String,
    },
    /// The customer of a callback is called, and answers.
    CallsBack {
        /// The number.
        number: String,
    },
    /// The caller says this.
    Said {
        /// The words.
        text: String,
        /// How sure speech recognition is of them, where the script says.
        #[serde(skip_serializing_if = "Option::is_none")]
        confidence: Option<f64>,
        /// What it hears instead, the likeliest first, where the script says.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        heard: Vec<Hearing>,
        /// The mood in which they are said, where the script says.
        #[serde(skip_serializing_if = "Option::is_none")]
        mood: Option<Mood>,
        /// Whether nobody heard them, since the line did not listen.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        lost: bool,
    },
    /// The caller presses keys.
    Pressed {
        /// The keys.
        keys: String,
        /// Whether nobody took them, since the line did not listen.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        lost: bool,
    },
    /// The caller says and presses nothing until the line gives up.
    Silent,
    /// The caller leaves a message.
    LeftMessage {
        /// The words.
        text: String,
    },
    /// The caller hangs up.
    HungUp,
    /// The bot understood, or did not.
    Understood {
        /// The intent.
        intent: String,
        /// How sure the match is, 0 to 1; the local matching is an approximation of Lex.
        #[serde(skip_serializing_if = "Option::is_none")]
        confidence: Option<f64>,
        /// Slots that are filled.
        slots: BTreeMap<String, String>,
        /// The caller's mood, where the bot's alias looks for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        sentiment: Option<String>,
    },
    /// The bot could not go on: the flow takes its error branch.
    BotFailed {
        /// Why.
        why: String,
    },
    /// A function was invoked.
    Invoked {
        /// Its name.
        function: String,
        /// How it went.
        #[serde(flatten)]
        invocation: Invoked,
    },
    /// The flow took a branch.
    Branch {
        /// Name of the flow.
        flow: String,
        /// Identifier of the action.
        action: String,
        /// Type of the action.
        action_type: String,
        /// `Next`, an error type, or the operand of a condition.
        branch: String,
        /// Whether it is the branch of an error.
        error: bool,
        /// Why, where the action says more.
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Recording was switched.
    Recording {
        /// Who is recorded from now on: `agent`, `customer`, `ivr`; empty for nobody.
        of: Vec<&'static str>,
    },
    /// The caller waits in a queue.
    Queued {
        /// Name of the queue.
        queue: String,
    },
    /// Somebody or something outside of the simulation was asked, and how it turned out.
    Asked {
        /// Who: a service, `agent`, or `call` for what the telephone network does.
        of: String,
        /// What they were asked.
        what: String,
        /// What came of it.
        answer: String,
    },
    /// A recording was stored.
    Stored {
        /// Bucket.
        bucket: String,
        /// Key of the object.
        key: String,
        /// Size in bytes.
        bytes: usize,
    },
    /// An event was delivered to a function after the call.
    Delivered {
        /// Its `detail-type`.
        detail_type: String,
        /// The function.
        function: String,
    },
    /// A mail was sent.
    Mailed(Mail),
    /// A text was sent.
    Texted(Sms),
    /// The call ended.
    Ended {
        /// How.
        ended: Ended,
        /// Name of the queue.
        #[serde(skip_serializing_if = "Option::is_none")]
        queue: Option<String>,
        /// What went wrong, for a call that was dropped.
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<String>,
        /// Contact attributes at the end.
        attributes: BTreeMap<String, String>,
    },
    /// A record that the call left behind.
    Record {
        /// The item as plain JSON.
        item: Value,
    },
    /// Something was not as the script expects.
    Failed {
        /// File of the script.
        script: PathBuf,
        /// Where, and what happened instead.
        #[serde(flatten)]
        failure: Failure,
    },
    /// How long the call took on the wall.
    Took {
        /// Milliseconds from the first action to the last event after the call, functions cold.
        cold_ms: f64,
        /// The same with functions warm, where the call was made again.
        #[serde(skip_serializing_if = "Option::is_none")]
        warm_ms: Option<f64>,
        /// Memory of the largest idle function, in bytes.
        #[serde(skip_serializing_if = "Option::is_none")]
        memory_bytes: Option<u64>,
    },
}

impl Kind {
    /// Words that are heard as they are said.
    pub(crate) fn said(text: impl Into<String>) -> Self {
        let text = text.into();
        Self::Said { text, confidence: None, heard: Vec::new(), mood: None, lost: false }
    }
}

/// How an invocation went.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Invoked {
    /// Milliseconds from the event to the answer.
    pub duration_ms: f64,
    /// Milliseconds of the cold start, where there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub init_ms: Option<f64>,
    /// How often Connect tried.
    pub tries: usize,
    /// Why there is no answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What the function printed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<String>,
}

/// A text that a function sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sms {
    /// Who gets it.
    pub to: String,
    /// The words.
    pub text: String,
}

/// A mail that a function sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mail {
    /// Sender.
    pub from: String,
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub text: String,
}
