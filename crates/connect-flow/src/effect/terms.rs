//! What effects speak of: prompts, bots, callbacks.

use std::time::Duration;

use serde::Serialize;

use crate::contact::QueueRef;

/// What ends a wait before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum WaitEvent {
    /// The customer wrote again.
    CustomerReturned,
    /// The bot that was in the conversation left.
    BotParticipantDisconnected,
}

impl WaitEvent {
    /// Both, by the names that flows write.
    pub(crate) const NAMES: [(&str, Self); 2] = [
        ("CustomerReturned", Self::CustomerReturned),
        ("BotParticipantDisconnected", Self::BotParticipantDisconnected),
    ];

    /// As flows write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CustomerReturned => "CustomerReturned",
            Self::BotParticipantDisconnected => "BotParticipantDisconnected",
        }
    }
}

/// What answered an outbound call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum CallStatus {
    /// A person.
    CallAnswered,
    /// A voicemail with a beep.
    VoicemailBeep,
    /// A voicemail without a beep that could be heard.
    VoicemailNoBeep,
    /// Nobody could tell.
    NotDetected,
}

impl CallStatus {
    /// As flows write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CallAnswered => "CallAnswered",
            Self::VoicemailBeep => "VoicemailBeep",
            Self::VoicemailNoBeep => "VoicemailNoBeep",
            Self::NotDetected => "NotDetected",
        }
    }
}

/// What a person who is called sees.
///
/// In an [`Effect`](super::Effect) with every reference resolved; in the model (`CallerId<Field>`) as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallerId<T = String> {
    /// The number; `None` for that of the instance.
    pub number: Option<T>,
    /// The name, where the network shows one.
    pub name: Option<T>,
}

/// A call that an agent is to make once one is free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Callback {
    /// The queue that the callback waits in.
    pub queue: QueueRef,
    /// The number to call; `None` when the caller's is withheld and no flow has set one.
    pub number: Option<String>,
    /// How long to wait before it is put in the queue.
    pub delay: Duration,
    /// How long to wait before it is tried again.
    pub retry_after: Duration,
    /// How often it is tried; 0 and 1 are both once.
    pub attempts: u64,
    /// The flow that the callback begins with, in place of the delay.
    pub flow: Option<String>,
    /// The number that the person called sees; `None` for that of the queue.
    pub caller_id: Option<String>,
    /// Whether the agent is called first and the customer after, rather than the reverse.
    pub agent_first: bool,
}

/// Who is on hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Hold {
    /// The agent.
    Agent,
    /// The caller.
    Customer,
    /// Nobody.
    Off,
}

/// Something to be played.
///
/// In an [`Effect`](super::Effect) with every reference resolved; in the model (`Prompt<Template>`) as written.
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
