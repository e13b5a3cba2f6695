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
    /// The numbers that queues show when they call out, by ARN of the queue.
    pub outbound_caller_ids: BTreeMap<String, Endpoint>,
    /// The number that callbacks dial, where a flow has set one; see [`Contact::callback_number`].
    pub callback_number: Option<String>,
    /// What is recorded.
    pub recording: Recording,
    /// Whether the agent's screen is recorded, once an agent joins.
    pub screen_recording: bool,
    /// What Contact Lens makes of the contact; `None` while it is off.
    pub analytics: Option<Analytics>,
    /// What is streamed of the call's audio.
    pub streaming: Streaming,
    /// What Voice ID is to do.
    pub voice_id: VoiceId,
    /// Flows that run at events such as `CustomerQueue`, by event.
    pub event_hooks: BTreeMap<String, String>,
    /// Whether the flow writes a log.
    pub flow_logging: bool,
    /// How the contact is ranked in a queue.
    pub routing: Routing,
    /// Whom a queue offers the contact to, step by step; empty for anybody.
    pub routing_criteria: Vec<RoutingStep>,
    /// The session of Amazon Q in Connect that assists the agent.
    pub wisdom_session_arn: Option<String>,
    /// What the last actions of each kind returned, as far as the running flow may read it.
    pub results: Results,
    /// Further namespaces that references may read. The host fills in `Agent`, `Media` or
    /// `SegmentAttributes`; requests to services leave `Case`, `Customer`, `Email`,
    /// `MediaStreams`, `Task`, `Views` and `Wisdom` behind.
    pub other: Map<String, Value>,
    /// Where the contact's chance comes from; `DistributeByPercentage` draws from it.
    pub seed: u64,
}

impl Contact {
    /// The number that a callback dials: that set by a flow, or else the caller's.
    ///
    /// Source: Amazon Connect API Reference, "`UpdateContactCallbackNumber`".
    pub fn callback_number(&self) -> Option<&str> {
        let caller = || self.customer_endpoint.as_ref().map(|it| it.address.as_str());
        self.callback_number.as_deref().or_else(caller)
    }
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

/// What Contact Lens makes of a contact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Analytics {
    /// Language that is spoken, such as `en-US`.
    pub language: Option<String>,
    /// Such as `RealTime`, `PostContact` or `AutomatedInteraction`.
    pub modes: Vec<String>,
}

/// What is streamed of a call's audio.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Streaming {
    /// What the caller says.
    pub from_customer: bool,
    /// What the caller hears.
    pub to_customer: bool,
}

/// What Voice ID is to do. The service ended on 20 May 2026; flows that speak of it remain.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VoiceId {
    /// Whether it listens.
    pub streaming: bool,
    /// Whether it tells whether the caller is who they say.
    pub authentication: bool,
    /// Whether it looks for known fraudsters.
    pub fraud_detection: bool,
    /// Score from which a caller is authenticated, 0 to 100.
    pub authentication_threshold: Option<u64>,
    /// Seconds that it may take to authenticate, 5 to 10.
    pub response_seconds: Option<u64>,
    /// Score from which a caller is a risk, 0 to 100.
    pub fraud_threshold: Option<u64>,
    /// The list of known fraudsters.
    pub watchlist: Option<String>,
}

/// A step of routing criteria: whom a queue offers a contact to before it goes on to the next.
///
/// In a [`Contact`] with every reference resolved; in the model (`RoutingStep<Field>`) as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoutingStep<T = String> {
    /// What an agent must have.
    pub expression: Requirement<T>,
    /// How long the step lasts; `None` until an agent is found.
    pub expires: Option<Duration>,
}

/// What an agent must have to be offered a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Requirement<T = String> {
    /// A proficiency.
    Proficiency {
        /// The predefined attribute.
        name: T,
        /// Its value.
        value: T,
        /// How the level is compared, such as `NumberGreaterOrEqualTo`.
        operator: T,
        /// The level, 1 to 5; `None` where the operator needs none.
        level: Option<T>,
    },
    /// To be one of these, by id or ARN.
    OneOf(Vec<T>),
    /// Not to have something.
    Not(Box<Requirement<T>>),
    /// All of these.
    All(Vec<Requirement<T>>),
    /// Any of these.
    Any(Vec<Requirement<T>>),
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
    /// `$.Modules.ResultData`: what the last module gave back.
    pub module: Map<String, Value>,
    /// `$.DataTables` and `$.DataTableList`: what was read of data tables last.
    pub data_tables: Map<String, Value>,
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

impl Metrics {
    /// A queue in which nobody waits, with one agent who is free.
    pub(crate) fn quiet() -> Self {
        Self {
            queue: None,
            contacts_in_queue: Some(0),
            oldest_contact_age: Some(Duration::ZERO),
            agents_online: Some(1),
            agents_available: Some(1),
            agents_staffed: Some(1),
            agents_after_contact_work: Some(0),
            agents_busy: Some(0),
            agents_missed: Some(0),
            agents_non_productive: Some(0),
        }
    }
}
