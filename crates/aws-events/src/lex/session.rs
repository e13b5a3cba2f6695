//! The state of a session, and the parts of it that events and answers share.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::open::open_enum;
use super::{Attributes, Intent, lenient};

/// State of a session, in events; answers have [`ResponseState`](super::ResponseState).
///
/// Source: Amazon Lex V2 Developer Guide, "Common structures in an AWS Lambda function", session
/// state.
///
/// `Debug` shows the names of attributes and not what they hold.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionState {
    /// Contexts that steer recognition.
    #[serde(default, deserialize_with = "lenient::list", skip_serializing_if = "Vec::is_empty")]
    pub active_contexts: Vec<ActiveContext>,
    /// Attributes that live as long as the session.
    #[serde(default, deserialize_with = "lenient::map")]
    pub session_attributes: Attributes,
    /// The next step.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub dialog_action: Option<DialogAction>,
    /// The intent at hand.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// Id of the request that began this turn.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub originating_request_id: Option<String>,
    /// Values the caller is likely to say.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub runtime_hints: Option<RuntimeHints>,
}

impl fmt::Debug for SessionState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionState")
            .field("active_contexts", &self.active_contexts)
            .field("session_attributes", &Names(&self.session_attributes))
            .field("dialog_action", &self.dialog_action)
            .field("intent", &self.intent)
            .field("originating_request_id", &self.originating_request_id)
            .field("runtime_hints", &self.runtime_hints)
            .finish()
    }
}

/// A context that steers recognition.
///
/// `Debug` shows the names of attributes and not what they hold.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActiveContext {
    /// Name of the context.
    pub name: String,
    /// Its attributes.
    #[serde(default, deserialize_with = "lenient::map")]
    pub context_attributes: Attributes,
    /// How long it lives.
    pub time_to_live: TimeToLive,
}

impl fmt::Debug for ActiveContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ActiveContext")
            .field("name", &self.name)
            .field("context_attributes", &Names(&self.context_attributes))
            .field("time_to_live", &self.time_to_live)
            .finish()
    }
}

/// Shows the names of attributes.
pub(super) struct Names<'a>(pub(super) &'a Attributes);

impl fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// How long a context lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TimeToLive {
    /// Seconds, 5 to 86,400.
    pub time_to_live_in_seconds: u32,
    /// Turns, 1 to 20.
    pub turns_to_live: u32,
}

/// The next step of a dialogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DialogAction {
    /// Kind of step.
    pub r#type: DialogActionType,
    /// The slot to ask for; with [`DialogActionType::ElicitSlot`].
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub slot_to_elicit: Option<String>,
    /// How the caller is to say it; with [`DialogActionType::ElicitSlot`].
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub slot_elicitation_style: Option<SlotElicitationStyle>,
    /// The part of a composite slot to ask for.
    ///
    /// Source: Amazon Lex API Reference, runtime `DialogAction`.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub sub_slot_to_elicit: Option<ElicitSubSlot>,
}

impl DialogAction {
    /// A step that needs no slot.
    pub fn new(r#type: DialogActionType) -> Self {
        Self {
            r#type,
            slot_to_elicit: None,
            slot_elicitation_style: None,
            sub_slot_to_elicit: None,
        }
    }

    /// Asks for a slot.
    pub fn elicit_slot(slot: impl Into<String>) -> Self {
        Self { slot_to_elicit: Some(slot.into()), ..Self::new(DialogActionType::ElicitSlot) }
    }
}

open_enum! {
    /// Kind of a dialogue step.
    pub enum DialogActionType {
        /// The session ends with the intent fulfilled or failed.
        Close = "Close",
        /// The caller is asked yes or no.
        ConfirmIntent = "ConfirmIntent",
        /// Lex decides.
        Delegate = "Delegate",
        /// The caller is asked what they want.
        ElicitIntent = "ElicitIntent",
        /// The caller is asked for a slot.
        ElicitSlot = "ElicitSlot",
        /// In a proposed next state: fulfilment comes next.
        FulfillIntent = "FulfillIntent",
        /// In a proposed next state: nothing comes next.
        None = "None",
    }
}

open_enum! {
    /// How the caller is to say the value of a slot.
    ///
    /// Source: Amazon Lex V2 Developer Guide, "Spelling slot values".
    #[derive(Default)]
    pub enum SlotElicitationStyle {
        /// As they like.
        #[default]
        Default = "Default",
        /// Letter by letter.
        SpellByLetter = "SpellByLetter",
        /// Letter by letter, each with a word for it: "A as in Apple".
        SpellByWord = "SpellByWord",
    }
}

/// The part of a composite slot to ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ElicitSubSlot {
    /// Name of the part.
    pub name: String,
    /// A part of the part.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub sub_slot_to_elicit: Option<Box<ElicitSubSlot>>,
}

/// Values the caller is likely to say.
///
/// Source: Amazon Lex API Reference, runtime `RuntimeHints`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuntimeHints {
    /// Hints by intent, then by slot.
    #[serde(default, deserialize_with = "lenient::map")]
    pub slot_hints: BTreeMap<String, BTreeMap<String, RuntimeHintDetails>>,
}

/// Values the caller is likely to say for a slot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuntimeHintDetails {
    /// The values.
    #[serde(default, deserialize_with = "lenient::list", skip_serializing_if = "Vec::is_empty")]
    pub runtime_hint_values: Vec<RuntimeHintValue>,
    /// Hints for the parts of a composite slot, by part.
    #[serde(
        default,
        deserialize_with = "lenient::map",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub sub_slot_hints: BTreeMap<String, RuntimeHintDetails>,
}

/// A value the caller is likely to say.
///
/// `Debug` does not show it: it may be a name.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuntimeHintValue {
    /// The words.
    pub phrase: String,
}

impl fmt::Debug for RuntimeHintValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuntimeHintValue").finish_non_exhaustive()
    }
}
