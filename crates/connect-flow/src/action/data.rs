//! Actions that set what is known of the contact or of the running flow.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Serialize;
use serde_json::Value;

use super::media::{AnalyticsBehavior, read_screen};
use super::{Reader, read::stand_in, scalar};
use crate::value::{Field, Part, Template, Tree};

/// Parameters of `UpdateContactAttributes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateContactAttributes {
    /// Names and values; real flows have references in names too.
    pub attributes: Vec<(Template, Template)>,
    /// Whether it is set on the related contact instead of this one.
    pub on_related_contact: bool,
}

impl UpdateContactAttributes {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const KEY: &str = "Attributes";
        let object = at.required_object(KEY, "at least one attribute");
        if object.entries().next().is_none() {
            at.unfinished(KEY, "at least one attribute");
        }
        let attribute = |(name, value): (String, Template)| {
            let template = Template::parse(&name);
            let stray = |it: &Part| matches!(it, Part::Static(text) if text.contains('$'));
            if template.parts().iter().any(stray) {
                object.wrong(&name, "a name whose every `$` begins a reference");
            }
            (template, value)
        };
        let attributes: Vec<_> = object.all_templates();
        Self {
            attributes: attributes.into_iter().map(attribute).collect(),
            on_related_contact: read_target(at),
        }
    }
}

/// Whether an action is aimed at the related contact.
fn read_target(at: &Reader<'_>) -> bool {
    let related = at.choice("TargetContact", &[("Current", false), ("Related", true)]);
    related.unwrap_or_default()
}

/// Parameters of `UpdateFlowAttributes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateFlowAttributes {
    /// What is set, by name.
    pub attributes: BTreeMap<String, Template>,
}

impl UpdateFlowAttributes {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let object = at.required_object("FlowAttributes", "at least one attribute");
        let attribute = |(name, value): (&String, &Value)| {
            let text = value.get("Value").and_then(scalar);
            if text.is_none() {
                object.wrong(name, "an object with text at `Value`");
            }
            (name.clone(), Template::parse(&text.unwrap_or_default()))
        };
        Self { attributes: object.entries().map(attribute).collect() }
    }
}

/// Parameters of `UpdateContactData`; what is `None` stays as it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UpdateContactData {
    /// Name of the contact.
    pub name: Option<Template>,
    /// Description of the contact.
    pub description: Option<Template>,
    /// Language, such as `en-US`.
    pub language_code: Option<Field>,
    /// The business's own id for the customer.
    pub customer_id: Option<Field>,
    /// Documents, by name.
    pub references: Vec<(String, Tree)>,
    /// The session of Amazon Q in Connect that assists the agent.
    pub wisdom_session_arn: Option<Field>,
    /// What Voice ID is to do.
    pub voice_id: UpdateVoiceId,
    /// Whether it is set on the related contact instead of this one.
    pub on_related_contact: bool,
}

/// What an action says of Voice ID; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct UpdateVoiceId {
    /// Whether it listens.
    pub streaming: Option<bool>,
    /// Whether it tells whether the caller is who they say.
    pub authentication: Option<bool>,
    /// Whether it looks for known fraudsters.
    pub fraud_detection: Option<bool>,
    /// Score from which a caller is authenticated, 0 to 100.
    pub authentication_threshold: Option<Field>,
    /// Seconds that it may take to authenticate, 5 to 10.
    pub response_seconds: Option<Field>,
    /// Score from which a caller is a risk, 0 to 100.
    pub fraud_threshold: Option<Field>,
    /// The list of known fraudsters.
    pub watchlist: Option<Field>,
}

impl UpdateVoiceId {
    fn read(at: &Reader<'_>) -> Self {
        Self {
            streaming: at.optional_switch("IsVoiceIdStreamingEnabled"),
            authentication: at.optional_switch("IsVoiceAuthenticationEnabled"),
            fraud_detection: at.optional_switch("IsFraudDetectionEnabled"),
            authentication_threshold: at.number_field("VoiceAuthenticationThreshold", SCORES),
            response_seconds: at.number_field("VoiceAuthenticationResponseTime", RESPONSE),
            fraud_threshold: at.number_field("FraudDetectionThreshold", SCORES),
            watchlist: at.field("WatchlistId"),
        }
    }
}

/// The scores of Voice ID.
///
/// Source: Amazon Connect API Reference, "`UpdateContactData`".
pub(crate) const SCORES: RangeInclusive<u64> = 0..=100;

/// The seconds that Voice ID may be given.
///
/// Source: Amazon Connect API Reference, "`UpdateContactData`".
pub(crate) const RESPONSE: RangeInclusive<u64> = 5..=10;

impl UpdateContactData {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            name: at.template("Name"),
            description: at.template("Description"),
            language_code: at.field("LanguageCode"),
            customer_id: at.field("CustomerId"),
            references: at.trees("References"),
            wisdom_session_arn: at.field("WisdomSessionArn"),
            voice_id: UpdateVoiceId::read(at),
            on_related_contact: read_target(at),
        }
    }
}

/// Parameters of `UpdateContactTextToSpeechVoice`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateContactTextToSpeechVoice {
    /// Name of the voice.
    pub voice: Field,
    /// `Standard`, `Neural` or `Generative`.
    pub engine: Option<Field>,
    /// How it speaks.
    pub style: Option<Field>,
}

impl UpdateContactTextToSpeechVoice {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            voice: at.required_field("TextToSpeechVoice", "the name of a voice"),
            engine: at.field("TextToSpeechEngine"),
            style: at.field("TextToSpeechStyle"),
        }
    }
}

pub(super) fn read_flow_logging(at: &Reader<'_>) -> bool {
    let on = at.required_choice("FlowLoggingBehavior", &ENABLED, "`Enabled` or `Disabled`");
    on.unwrap_or_default()
}

pub(super) const ENABLED: [(&str, bool); 2] = [("Enabled", true), ("Disabled", false)];

/// Parameters of `UpdateContactRecordingBehavior`; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct UpdateContactRecordingBehavior {
    /// Whether the agent is recorded.
    pub agent: Option<bool>,
    /// Whether the caller is recorded once an agent joins.
    pub customer: Option<bool>,
    /// Whether the automated part is recorded.
    pub ivr: Option<bool>,
    /// Whether the agent's screen is recorded.
    pub screen: Option<bool>,
    /// What is analysed.
    pub analytics: Option<AnalyticsBehavior>,
}

impl UpdateContactRecordingBehavior {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            analytics: AnalyticsBehavior::read(at, "AnalyticsBehavior"),
            ..Self::read_recording(at, "RecordingBehavior")
        }
    }

    /// Reads the part of `UpdateContactRecordingAndAnalyticsBehavior` that is about recording.
    pub(super) fn read_voice(at: &Reader<'_>) -> Self {
        Self::read_recording(at, "VoiceRecordingBehavior")
    }

    fn read_recording(at: &Reader<'_>, key: &str) -> Self {
        const KEY: &str = "RecordedParticipants";
        let Some(behavior) = at.object(key) else { return Self::default() };
        let participants = behavior.texts(KEY);
        let recorded = |name: &str| {
            participants.as_ref().map(|it| it.iter().any(|it| it.eq_ignore_ascii_case(name)))
        };
        let known =
            |it: &String| ["Agent", "Customer"].iter().any(|name| name.eq_ignore_ascii_case(it));
        if participants.as_ref().is_some_and(|it| !it.iter().all(known)) {
            behavior.wrong(KEY, "a list of `Agent` and `Customer`");
        }
        Self {
            agent: recorded("Agent"),
            customer: recorded("Customer"),
            ivr: behavior.choice("IVRRecordingBehavior", &ENABLED),
            screen: read_screen(&behavior),
            analytics: None,
        }
    }
}

/// Parameters of `UpdateContactEventHooks`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateContactEventHooks {
    /// The flow to run, by event.
    pub hooks: BTreeMap<String, Field>,
    /// Events at which nothing is to run.
    pub disabled: Vec<String>,
}

impl UpdateContactEventHooks {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const HOOKS: &str = "EventHooks";
        // The console writes this beside or instead of a hook; the API does not know it.
        const CONFIGURATION: &str = "EventHooksConfiguration";
        let hooks: BTreeMap<_, _> = at.object(HOOKS).map_or_else(BTreeMap::new, |it| {
            let flow = |event: &str| it.required_field(event, "the id or ARN of a flow");
            it.entries().map(|(event, _)| (event.clone(), flow(event))).collect()
        });
        if hooks.is_empty() && at.get(CONFIGURATION).is_none() {
            at.unfinished(HOOKS, "an event and the flow to run at it");
        }
        let disabled = at.object(CONFIGURATION).map_or_else(Vec::new, |it| {
            let off =
                |event: &str| it.object(event).is_some_and(|it| it.switch("DisableExecution"));
            it.entries().map(|(event, _)| event).filter(|event| off(event)).cloned().collect()
        });
        Self { hooks, disabled }
    }
}

/// Parameters of `UpdateContactRoutingBehavior`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateContactRoutingBehavior {
    /// Priority in the queue.
    pub queue_priority: Option<Field>,
    /// Seconds added to the time the contact is taken to have waited.
    pub queue_time_adjustment_seconds: Option<Field>,
}

impl UpdateContactRoutingBehavior {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            queue_priority: at.field("QueuePriority"),
            queue_time_adjustment_seconds: at.field("QueueTimeAdjustmentSeconds"),
        }
    }
}

/// A queue, as a flow names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum TargetQueue {
    /// By id or ARN.
    Queue(Field),
    /// An agent's own queue, by the agent's id or ARN.
    Agent(Field),
}

impl TargetQueue {
    pub(super) fn read(at: &Reader<'_>) -> Option<Self> {
        let (queue, agent) = (at.field("QueueId"), at.field("AgentId"));
        if queue.is_some() && agent.is_some() {
            at.wrong("AgentId", "nothing beside `QueueId`");
        }
        queue.map(Self::Queue).or(agent.map(Self::Agent))
    }

    pub(super) fn read_required(at: &Reader<'_>) -> Self {
        let queue = at.sound(|| Self::read(at));
        if queue == Some(None) {
            at.unfinished("QueueId", "the id or ARN of a queue");
        }
        queue.flatten().unwrap_or_else(|| Self::Queue(stand_in()))
    }
}
