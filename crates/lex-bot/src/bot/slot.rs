//! Slots: values that an intent needs, and how a caller is asked for them.

use std::collections::BTreeMap;

use super::expression::Expression;
use super::intent::ElicitationHook;
use super::sample::Sample;
use super::step::{CodeHook, Messages, Onward, Response};
use crate::matching::slot_type::SlotType;

/// A value that an intent needs.
#[derive(Debug, Clone)]
pub(crate) struct SlotDefinition {
    pub(crate) name: String,
    pub(crate) slot_type: SlotType,
    /// Whether it takes several values.
    pub(crate) multiple: bool,
    /// Whether it is asked for.
    pub(crate) required: bool,
    pub(crate) elicitation: Elicitation,
    /// Which parts of a composite slot are needed; of other slots none.
    pub(crate) needed: Expression,
    /// How the parts of a composite slot are asked for, in the order of its type.
    pub(crate) sub_slots: Vec<SubSlot>,
}

/// A part of a composite slot.
#[derive(Debug, Clone, Default)]
pub(crate) struct SubSlot {
    pub(crate) name: String,
    pub(crate) elicitation: Elicitation,
}

/// How a caller is asked for a value, and what happens then.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_field_names, reason = "the hook that Lex calls so, beside the other one")]
pub(crate) struct Elicitation {
    pub(crate) prompt: Option<Prompt>,
    /// Ways to give the value when asked for it.
    pub(crate) samples: Vec<Sample>,
    /// Values that are taken unless the caller gives one, the first that exists.
    pub(crate) defaults: Vec<DefaultValue>,
    /// What is said to a caller who asks to wait.
    pub(crate) waiting: Option<WaitAndContinue>,
    /// Called at every attempt of the question.
    pub(crate) elicitation_hook: Option<ElicitationHook>,
    /// Called when the slot has a value.
    pub(crate) hook: Option<CodeHook>,
    /// When the slot has a value.
    pub(crate) captured: Onward,
    /// When the retries are used up.
    pub(crate) failed: Onward,
}

/// A value that a slot takes unless the caller gives one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DefaultValue {
    /// This text.
    Text(String),
    /// The attribute of an active context, written `#context.attribute`.
    Context { context: String, attribute: String },
    /// A session attribute, written `[attribute]`.
    SessionAttribute(String),
}

/// A question that is asked again when it is not answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Prompt {
    pub(crate) messages: Messages,
    /// 0 to 5.
    pub(crate) max_retries: u32,
    /// Whether the caller may speak or press keys while it is played.
    pub(crate) allow_interrupt: bool,
    pub(crate) selection: Selection,
    /// What differs at an attempt, by its number from 0.
    pub(crate) attempts: BTreeMap<u32, AttemptSettings>,
}

/// Which message of a group is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Selection {
    /// One after the other.
    Ordered,
    /// Any.
    #[default]
    Random,
}

/// How Lex listens at one attempt of a prompt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct AttemptSettings {
    pub(crate) allow_interrupt: Option<bool>,
    pub(crate) allow_speech: bool,
    pub(crate) allow_keys: bool,
    pub(crate) listening: ListeningSettings,
}

/// Limits of what Lex takes; `None` where the definition says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ListeningSettings {
    /// Milliseconds of silence before listening is given up.
    pub(crate) start_timeout_ms: Option<u32>,
    /// Most milliseconds of speech.
    pub(crate) audio_max_length_ms: Option<u32>,
    /// Milliseconds of silence that end speech.
    pub(crate) audio_end_timeout_ms: Option<u32>,
    /// Most keys.
    pub(crate) dtmf_max_length: Option<u32>,
    /// Milliseconds between keys that end them.
    pub(crate) dtmf_end_timeout_ms: Option<u32>,
    /// The key that takes all keys back.
    pub(crate) dtmf_deletion_character: Option<char>,
    /// The key that ends them.
    pub(crate) dtmf_end_character: Option<char>,
}

/// What is said to a caller who asks to wait while a value is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WaitAndContinue {
    /// Said when the caller asks to wait.
    pub(crate) waiting: Response,
    /// Said now and again meanwhile.
    pub(crate) still_waiting: Option<StillWaiting>,
    /// Said when the caller is back; then the question is asked again.
    pub(crate) continuing: Response,
}

/// What is said now and again to a caller who asked to wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StillWaiting {
    pub(crate) response: Response,
    /// Seconds between two times.
    pub(crate) frequency_s: u32,
    /// Seconds after which waiting is over.
    pub(crate) timeout_s: u32,
}
