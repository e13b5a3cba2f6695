//! What the interpreter asks of its host, and what the host answers.

use std::collections::BTreeMap;
use std::time::Duration;

use aws_events::connect::FlowEvent;
use serde::Serialize;
use serde_json::Value;

use crate::contact::{LexResult, Metrics, QueueRef, Recording};
use crate::digits::DigitSpec;

/// What the host must do before the contact goes on.
///
/// Each variant names the [`Outcome`]s it is answered with. [`Outcome::HungUp`] answers every
/// effect but [`Effect::End`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Effect {
    /// Play a prompt to its end. Answered by [`Outcome::Done`] or [`Outcome::Failed`].
    Play(Prompt),
    /// Play a prompt and collect keys; a key interrupts the prompt. Answered by
    /// [`Outcome::Digits`], [`Outcome::NoInput`] or [`Outcome::Failed`].
    CollectDigits {
        /// What the caller hears first.
        prompt: Option<Prompt>,
        /// How long to wait and for how many keys.
        spec: DigitSpec,
    },
    /// Let the caller talk to a bot until the bot is done. Answered by [`Outcome::BotDone`],
    /// [`Outcome::NoInput`] or [`Outcome::Failed`].
    Converse {
        /// What the caller hears first.
        prompt: Option<Prompt>,
        /// The bot.
        bot: BotRef,
        /// Session attributes that the flow hands to the bot.
        session_attributes: BTreeMap<String, String>,
        /// What the caller is taken to have said already.
        initial_message: Option<String>,
    },
    /// Invoke a Lambda function. Answered by [`Outcome::FunctionReply`] or [`Outcome::Failed`];
    /// an asynchronous invocation also by [`Outcome::Done`], and its reply is not read.
    ///
    /// Retries within the time limit are the host's; size and shape of the reply are checked by
    /// the interpreter.
    InvokeFunction {
        /// ARN, or whatever text the flow names the function with.
        arn: String,
        /// How long the flow waits, tries together.
        time_limit: Duration,
        /// Whether the flow waits for the reply.
        mode: InvocationMode,
        /// What the flow expects of the reply.
        reply: ReplyShape,
        /// The event to send.
        event: Box<FlowEvent>,
    },
    /// Say whether it is within hours. Answered by [`Outcome::Open`] or [`Outcome::Failed`].
    CheckHours {
        /// Whose hours.
        hours: HoursRef,
    },
    /// Read the current metrics of a queue. Answered by [`Outcome::Metrics`] or
    /// [`Outcome::Failed`].
    ReadMetrics {
        /// The queue, as the flow names it.
        queue: String,
    },
    /// Recording changes to this. Answered by [`Outcome::Done`].
    SetRecording(Recording),
    /// Put the contact in a queue. Answered by [`Outcome::Done`], which ends the flow with
    /// [`End::Queue`], by [`Outcome::AtCapacity`] or by [`Outcome::Failed`].
    TransferToQueue {
        /// The queue.
        queue: QueueRef,
    },
    /// The flow is over. Every later step gives this again.
    End(End),
}

impl Effect {
    /// The variant's name, for messages.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Play(_) => "Play",
            Self::CollectDigits { .. } => "CollectDigits",
            Self::Converse { .. } => "Converse",
            Self::InvokeFunction { .. } => "InvokeFunction",
            Self::CheckHours { .. } => "CheckHours",
            Self::ReadMetrics { .. } => "ReadMetrics",
            Self::SetRecording(_) => "SetRecording",
            Self::TransferToQueue { .. } => "TransferToQueue",
            Self::End(_) => "End",
        }
    }

    /// What [`Outcome::Failed`] means for it, for the flow's author.
    pub(crate) fn failure(&self) -> &'static str {
        match self {
            Self::Play(_) => "the prompt could not be played",
            Self::CollectDigits { .. } => "keys could not be collected",
            Self::Converse { .. } => "the bot could not be reached or gave up",
            Self::InvokeFunction { .. } => {
                "the function could not be reached, failed or took too long"
            }
            Self::CheckHours { .. } => "the hours are not known",
            Self::ReadMetrics { .. } => "the metrics could not be read",
            Self::SetRecording(_) => "recording could not be changed",
            Self::TransferToQueue { .. } => "the queue did not take the contact",
            Self::End(_) => "the flow is over",
        }
    }
}

/// What came of an [`Effect`].
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
    /// The contact is in a queue; its customer queue flow would run next.
    Queue {
        /// The queue.
        queue: QueueRef,
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

/// Something to be played.
///
/// In an [`Effect`] with every reference resolved; in the model (`Prompt<Template>`) as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Prompt<T = String> {
    /// Text, spoken in the contact's voice.
    Text(T),
    /// Speech markup, spoken in the contact's voice.
    Ssml(T),
    /// A prompt of the instance's library, by id or ARN.
    Recorded(T),
    /// An audio file in S3.
    Media {
        /// `s3://bucket/key`.
        uri: T,
    },
}

/// A bot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum BotRef {
    /// A Lex V2 bot.
    V2 {
        /// ARN of the bot's alias.
        alias_arn: String,
    },
    /// A Lex V1 bot, of which exports still speak.
    V1 {
        /// Name of the bot.
        name: String,
        /// Its Region.
        region: String,
        /// Its alias.
        alias: String,
    },
}

/// Whether a flow waits for a function.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum InvocationMode {
    /// It does.
    #[default]
    Sync,
    /// It goes on at once.
    Async,
}

/// What a flow expects of a function's reply.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum ReplyShape {
    /// A flat object of strings.
    #[default]
    StringMap,
    /// Any JSON.
    Json,
}

/// Hours of operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum HoursRef {
    /// By id or ARN.
    Id(String),
    /// Those of a queue, by the queue's id or ARN.
    OfQueue(String),
}
