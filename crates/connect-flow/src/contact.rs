//! The contact that a flow serves.

use std::collections::BTreeMap;
use std::time::Duration;

use aws_events::connect::Endpoint;
use serde::Serialize;
use serde_json::{Map, Value};

/// Everything the flow knows of one contact.
///
/// Plain data without clock or randomness: the host fills in what it knows, actions change it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[expect(clippy::struct_field_names, reason = "`ContactId` is what Connect calls it")]
pub struct Contact {
    /// This contact.
    pub contact_id: String,
    /// The first contact of the chain.
    pub initial_contact_id: String,
    /// The contact before this one.
    pub previous_contact_id: Option<String>,
    /// How the contact came in.
    pub channel: Channel,
    /// Why the contact exists, such as `INBOUND` or `TRANSFER`.
    pub initiation_method: String,
    /// The Connect instance.
    pub instance_arn: String,
    /// Region of the instance, such as `us-east-1`.
    pub region: String,
    /// The caller; `None` when the number is withheld.
    pub customer_endpoint: Option<Endpoint>,
    /// The number that was dialled.
    pub system_endpoint: Option<Endpoint>,
    /// The business's own id for the customer.
    pub customer_id: Option<String>,
    /// Name of the contact.
    pub name: Option<String>,
    /// Description of the contact.
    pub description: Option<String>,
    /// Language, such as `en-US`.
    pub language_code: Option<String>,
    /// The voice that speaks prompts.
    pub voice: Voice,
    /// Contact attributes.
    pub attributes: BTreeMap<String, String>,
    /// Documents attached to the contact: `{"Type": …, "Value": …}` by name.
    pub references: BTreeMap<String, Value>,
    /// Tags.
    pub tags: BTreeMap<String, String>,
    /// The queue the contact is aimed at.
    pub target_queue: Option<QueueRef>,
    /// What is recorded.
    pub recording: Recording,
    /// Flows that run at events such as `CustomerQueue`, by event.
    pub event_hooks: BTreeMap<String, String>,
    /// Whether the flow writes a log.
    pub flow_logging: bool,
    /// How the contact is ranked in a queue.
    pub routing: Routing,
    /// What the last actions of each kind returned, as far as the running flow may read it.
    pub results: Results,
    /// Further namespaces that references may read, such as `Agent`, `Media`, `MediaStreams` or
    /// `SegmentAttributes`.
    pub other: Map<String, Value>,
    /// Where the contact's chance comes from; `DistributeByPercentage` draws from it.
    pub seed: u64,
}

/// How a contact comes in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Channel {
    /// By telephone.
    #[default]
    Voice,
    /// By chat.
    Chat,
    /// As a task.
    Task,
    /// By e-mail.
    Email,
}

impl Channel {
    /// The text that flows and events know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Voice => "VOICE",
            Self::Chat => "CHAT",
            Self::Task => "TASK",
            Self::Email => "EMAIL",
        }
    }
}

/// A text-to-speech voice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// Name of the voice.
    pub name: String,
    /// `Standard`, `Neural` or `Generative`.
    pub engine: Option<String>,
    /// `None`, `Conversational` or `Newscaster`.
    pub style: Option<String>,
}

impl Default for Voice {
    /// Joanna, whom Connect speaks with until a flow says otherwise.
    fn default() -> Self {
        Self { name: "Joanna".to_owned(), engine: None, style: None }
    }
}

/// A queue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct QueueRef {
    /// ARN, or whatever text the flow names the queue with.
    pub arn: String,
    /// Its name; empty when the library does not know the queue.
    pub name: String,
}

/// What is recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Recording {
    /// The agent, once one joins.
    pub agent: bool,
    /// The caller, once an agent joins.
    pub customer: bool,
    /// The automated part of the call, from this moment.
    pub ivr: bool,
}

/// How a contact is ranked in a queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Routing {
    /// Priority; 1 is served first, 5 is what Connect assumes.
    pub queue_priority: Option<i64>,
    /// Seconds added to the time the contact is taken to have waited.
    pub queue_time_adjustment_seconds: Option<i64>,
}

/// What the last actions of each kind returned.
///
/// A module starts with none of it and its caller gets its own back.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Results {
    /// `$.External`: what the last function replied.
    pub external: Value,
    /// `$.Lex`: what the last bot left behind.
    pub lex: Option<LexResult>,
    /// `$.StoredCustomerInput`: what the caller entered last.
    pub stored_input: Option<String>,
    /// `$.Metrics`: what was read last.
    pub metrics: Option<Metrics>,
}

/// What a bot leaves behind.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct LexResult {
    /// The intent that the conversation ended with.
    pub intent_name: String,
    /// How sure Lex is of it, 0 to 1.
    pub confidence: Option<f64>,
    /// Its slots.
    pub slots: BTreeMap<String, Option<String>>,
    /// Attributes of the session.
    pub session_attributes: BTreeMap<String, String>,
    /// Other intents that Lex considered, best first.
    pub alternatives: Vec<AlternateIntent>,
    /// How far the dialogue came: `Fulfilled` when an intent was returned.
    pub dialog_state: String,
    /// The caller's mood, where sentiment analysis is on.
    pub sentiment: Option<Sentiment>,
}

/// An intent that Lex considered.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct AlternateIntent {
    /// Name of the intent.
    pub intent_name: String,
    /// How sure Lex is of it, 0 to 1.
    pub confidence: Option<f64>,
    /// Its slots.
    pub slots: BTreeMap<String, Option<String>>,
}

/// The mood of the last thing the caller said.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Sentiment {
    /// `POSITIVE`, `NEGATIVE`, `MIXED` or `NEUTRAL`.
    pub label: String,
    /// How sure Lex is of each, by `Positive`, `Negative`, `Mixed` and `Neutral`.
    pub scores: BTreeMap<String, f64>,
}

/// Current metrics of a queue; `None` is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Metrics {
    /// The queue.
    pub queue: Option<QueueRef>,
    /// How many contacts wait.
    pub contacts_in_queue: Option<u64>,
    /// How long the first of them has waited.
    pub oldest_contact_age: Option<Duration>,
    /// Agents who are logged in.
    pub agents_online: Option<u64>,
    /// Agents who could take a contact now.
    pub agents_available: Option<u64>,
    /// Agents who are working: online and not in a status such as lunch.
    pub agents_staffed: Option<u64>,
    /// Agents who are finishing up a contact.
    pub agents_after_contact_work: Option<u64>,
    /// Agents who are with a contact.
    pub agents_busy: Option<u64>,
    /// Agents who missed a contact.
    pub agents_missed: Option<u64>,
    /// Agents in a status such as lunch.
    pub agents_non_productive: Option<u64>,
}
