//! What Lex V2 sends to its code hook, and what the hook answers.
//!
//! Sources: Amazon Lex V2 Developer Guide, "AWS Lambda input event format for Lex V2", "AWS Lambda
//! response format for Lex V2" and "Common structures in an AWS Lambda function for Lex V2".

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::null_as_default;

/// Attributes as Lex carries them: names and text.
pub type Attributes = BTreeMap<String, String>;

/// Slots of an intent by name; `None` is a slot without a value.
pub type Slots = BTreeMap<String, Option<Slot>>;

/// The event of one code-hook invocation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Always `1.0`.
    #[serde(default)]
    pub message_version: String,
    /// Why the hook is called.
    pub invocation_source: InvocationSource,
    /// How the caller spoke.
    #[serde(default)]
    pub input_mode: InputMode,
    /// How the answer will be delivered, such as `text/plain; charset=utf-8`.
    #[serde(default, deserialize_with = "null_as_default")]
    pub response_content_type: String,
    /// Id of the Lex session.
    pub session_id: String,
    /// What the caller said; empty for silence.
    #[serde(default, deserialize_with = "null_as_default")]
    pub input_transcript: String,
    /// Label of the step that called the hook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invocation_label: Option<String>,
    /// The bot that is talking.
    pub bot: BotIdentity,
    /// What the caller may have meant, best first.
    #[serde(default, deserialize_with = "null_as_default")]
    pub interpretations: Vec<Interpretation>,
    /// What Lex would do next if the hook delegated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposed_next_state: Option<ProposedNextState>,
    /// Attributes of this request, such as `x-amz-lex:channels:platform`.
    #[serde(default, deserialize_with = "null_as_default")]
    pub request_attributes: Attributes,
    /// State of the session.
    pub session_state: SessionState,
    /// What speech recognition heard, best first.
    #[serde(default, deserialize_with = "null_as_default")]
    pub transcriptions: Vec<Transcription>,
}

/// Why the hook is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InvocationSource {
    /// During the dialogue, after each thing the caller says.
    DialogCodeHook,
    /// All slots are there: fulfil the intent.
    FulfillmentCodeHook,
}

/// How the caller spoke.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum InputMode {
    /// Keys.
    #[serde(rename = "DTMF")]
    Dtmf,
    /// Voice.
    Speech,
    /// Typing.
    #[default]
    Text,
}

/// Which bot, in which language, at which version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BotIdentity {
    /// Id of the bot.
    #[serde(default, deserialize_with = "null_as_default")]
    pub id: String,
    /// Name of the bot.
    #[serde(default, deserialize_with = "null_as_default")]
    pub name: String,
    /// Id of the alias.
    #[serde(default, deserialize_with = "null_as_default")]
    pub alias_id: String,
    /// Name of the alias.
    #[serde(default, deserialize_with = "null_as_default")]
    pub alias_name: String,
    /// Locale, such as `en_US`.
    #[serde(default, deserialize_with = "null_as_default")]
    pub locale_id: String,
    /// Version, such as `DRAFT` or `3`.
    #[serde(default, deserialize_with = "null_as_default")]
    pub version: String,
}

/// One reading of what the caller said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names of Lex")]
pub struct Interpretation {
    /// The intent and its slots.
    pub intent: Intent,
    /// How sure Lex is, 0 to 1; `None` for the fallback intent.
    ///
    /// Lex writes a number, older events `{"score": number}`; both are read, a number is written.
    #[serde(
        default,
        deserialize_with = "number_or_score",
        skip_serializing_if = "Option::is_none"
    )]
    pub nlu_confidence: Option<f64>,
    /// Who made this reading: `Lex` or `Bedrock`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpretation_source: Option<String>,
    /// The caller's mood, where sentiment analysis is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentiment_response: Option<Value>,
}

/// An intent on its way to be fulfilled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Intent {
    /// Name of the intent.
    pub name: String,
    /// Its slots.
    #[serde(default, deserialize_with = "null_as_default")]
    pub slots: Slots,
    /// How far it has come.
    #[serde(default)]
    pub state: IntentState,
    /// Whether the caller confirmed it.
    #[serde(default)]
    pub confirmation_state: ConfirmationState,
}

impl Intent {
    /// An intent that has just been recognised, without slots.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            slots: Slots::new(),
            state: IntentState::InProgress,
            confirmation_state: ConfirmationState::None,
        }
    }

    /// The interpreted value of a slot; `None` when the slot is unknown, unfilled or a list.
    pub fn slot(&self, name: &str) -> Option<&str> {
        match self.slots.get(name)?.as_ref()? {
            Slot::Scalar { value } => Some(value.interpreted_value.as_str()),
            Slot::List { .. } => None,
        }
    }
}

/// How far an intent has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum IntentState {
    /// It cannot be fulfilled.
    Failed,
    /// It is done.
    Fulfilled,
    /// Its fulfilment has begun.
    FulfillmentInProgress,
    /// Slots are being filled.
    #[default]
    InProgress,
    /// Everything is there.
    ReadyForFulfillment,
    /// The caller asked to wait.
    Waiting,
}

/// Whether the caller confirmed an intent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConfirmationState {
    /// Yes.
    Confirmed,
    /// No.
    Denied,
    /// Not asked, or not answered.
    #[default]
    None,
}

/// A filled slot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "shape")]
pub enum Slot {
    /// One value.
    Scalar {
        /// The value.
        value: SlotValue,
    },
    /// Several values.
    List {
        /// The values, each a scalar slot.
        values: Vec<Slot>,
    },
}

impl Slot {
    /// A slot whose value is what the caller said, unchanged.
    pub fn scalar(value: impl Into<String>) -> Self {
        let value = value.into();
        Self::Scalar {
            value: SlotValue {
                original_value: value.clone(),
                interpreted_value: value.clone(),
                resolved_values: vec![value],
            },
        }
    }
}

impl<'de> Deserialize<'de> for Slot {
    /// Reads either shape; events without `shape` are scalars.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Wire {
            #[serde(default)]
            value: Option<SlotValue>,
            #[serde(default)]
            values: Option<Vec<Slot>>,
        }
        let wire = Wire::deserialize(deserializer)?;
        match (wire.values, wire.value) {
            (Some(values), _) if !values.is_empty() => Ok(Self::List { values }),
            (_, Some(value)) => Ok(Self::Scalar { value }),
            (Some(values), None) => Ok(Self::List { values }),
            (None, None) => {
                Err(serde::de::Error::custom("a slot has neither `value` nor `values`"))
            }
        }
    }
}

/// The value of a scalar slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SlotValue {
    /// What the caller said.
    #[serde(default, deserialize_with = "null_as_default")]
    pub original_value: String,
    /// What Lex made of it.
    #[serde(default, deserialize_with = "null_as_default")]
    pub interpreted_value: String,
    /// Values that the slot type knows for it, best first.
    #[serde(default, deserialize_with = "null_as_default")]
    pub resolved_values: Vec<String>,
}

/// What Lex would do next if the hook delegated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposedNextState {
    /// The next step.
    pub dialog_action: DialogAction,
    /// The intent after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// The prompt that would be played: `{"attempt": "Initial"}`, `Retry1` and so on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Value>,
}

/// State of a session, in events and in answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionState {
    /// Contexts that steer recognition.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub active_contexts: Vec<ActiveContext>,
    /// Attributes that live as long as the session.
    #[serde(default, deserialize_with = "null_as_default")]
    pub session_attributes: Attributes,
    /// The next step; in answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dialog_action: Option<DialogAction>,
    /// The intent at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// Id of the request that began this turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originating_request_id: Option<String>,
    /// Values the caller is likely to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runtime_hints: Option<Value>,
}

/// A context that steers recognition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActiveContext {
    /// Name of the context.
    pub name: String,
    /// Its attributes.
    #[serde(default, deserialize_with = "null_as_default")]
    pub context_attributes: Attributes,
    /// How long it lives.
    pub time_to_live: TimeToLive,
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot_to_elicit: Option<String>,
    /// `Default`, `SpellByLetter` or `SpellByWord`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot_elicitation_style: Option<String>,
}

impl DialogAction {
    /// A step that needs no slot.
    pub fn new(r#type: DialogActionType) -> Self {
        Self { r#type, slot_to_elicit: None, slot_elicitation_style: None }
    }

    /// Asks for a slot.
    pub fn elicit_slot(slot: impl Into<String>) -> Self {
        Self {
            r#type: DialogActionType::ElicitSlot,
            slot_to_elicit: Some(slot.into()),
            slot_elicitation_style: None,
        }
    }
}

/// Kind of a dialogue step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DialogActionType {
    /// The session ends with the intent fulfilled or failed.
    Close,
    /// The caller is asked yes or no.
    ConfirmIntent,
    /// Lex decides.
    Delegate,
    /// The caller is asked what they want.
    ElicitIntent,
    /// The caller is asked for a slot.
    ElicitSlot,
    /// In a proposed next state: fulfilment comes next.
    FulfillIntent,
    /// In a proposed next state: nothing comes next.
    None,
}

/// What speech recognition heard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names of Lex")]
pub struct Transcription {
    /// The words.
    #[serde(default, deserialize_with = "null_as_default")]
    pub transcription: String,
    /// How sure it is, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcription_confidence: Option<f64>,
    /// The intent this transcription leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_context: Option<ResolvedContext>,
    /// The slots this transcription fills.
    #[serde(default, deserialize_with = "null_as_default")]
    pub resolved_slots: Slots,
}

/// The intent a transcription leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResolvedContext {
    /// Name of the intent.
    pub intent: String,
}

/// The answer of a code hook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    /// The session after this turn, with the next step.
    pub session_state: SessionState,
    /// What the caller hears; required for `ElicitIntent` and `ConfirmIntent`.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
    /// Attributes for the next request.
    #[serde(
        default,
        deserialize_with = "null_as_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub request_attributes: Attributes,
}

/// One message to the caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// `PlainText`, `SSML`, `CustomPayload` or `ImageResponseCard`.
    pub content_type: ContentType,
    /// The text; absent for cards.
    #[serde(default, deserialize_with = "null_as_default")]
    pub content: String,
}

/// How a message is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContentType {
    /// For a client of one's own.
    CustomPayload,
    /// A card with buttons; cannot be spoken.
    ImageResponseCard,
    /// Text.
    PlainText,
    /// Text with speech markup.
    #[serde(rename = "SSML")]
    Ssml,
}

/// Reads a confidence written as `0.58` or as `{"score": 0.58}`.
fn number_or_score<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    Ok(match Option::<Value>::deserialize(deserializer)? {
        Some(Value::Object(object)) => object.get("score").and_then(Value::as_f64),
        Some(value) => value.as_f64(),
        None => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn minimal(interpretations: &Value) -> Value {
        json!({
            "messageVersion": "1.0", "invocationSource": "DialogCodeHook", "inputMode": "Speech",
            "responseContentType": "text/plain; charset=utf-8", "sessionId": "s-1",
            "inputTranscript": "track my order",
            "bot": { "id": "B", "name": "b", "aliasId": "A", "aliasName": "live",
                     "localeId": "en_US", "version": "1" },
            "interpretations": interpretations,
            "proposedNextState": null,
            "requestAttributes": { "x-amz-lex:channels:platform": "Connect" },
            "sessionState": { "sessionAttributes": null, "intent": null },
            "aFieldOfTomorrow": {}
        })
    }

    #[test]
    fn confidence_may_be_a_number_an_object_null_or_absent() {
        let event: Event = serde_json::from_value(minimal(&json!([
            { "intent": { "name": "FallbackIntent", "slots": {} }, "nluConfidence": null },
            { "intent": { "name": "A", "slots": { "N": null } }, "nluConfidence": 0.58 },
            { "intent": { "name": "B" }, "nluConfidence": { "score": 0.51 } },
            { "intent": { "name": "C", "slots": null } }
        ])))
        .unwrap();
        let confidences: Vec<_> =
            event.interpretations.iter().map(|it| it.nlu_confidence).collect();
        assert_eq!(confidences, [None, Some(0.58), Some(0.51), None]);
    }

    #[test]
    fn slots_are_scalars_or_lists() {
        let intent: Intent = serde_json::from_value(json!({
            "name": "A", "state": "InProgress", "confirmationState": "None",
            "slots": {
                "One": { "shape": "Scalar", "value": { "originalValue": "five", "interpretedValue": "5", "resolvedValues": ["5"] } },
                "Bare": { "value": { "originalValue": "x", "interpretedValue": "x", "resolvedValues": [] } },
                "Many": { "shape": "List", "value": { "originalValue": "a b" },
                          "values": [ { "shape": "Scalar", "value": { "interpretedValue": "a" } } ] },
                "Empty": null
            }
        }))
        .unwrap();
        assert_eq!(intent.slot("One"), Some("5"));
        assert_eq!(intent.slot("Bare"), Some("x"));
        assert_eq!(intent.slot("Many"), None);
        assert_eq!(intent.slot("Empty"), None);
        assert!(
            matches!(intent.slots["Many"], Some(Slot::List { ref values }) if values.len() == 1)
        );
    }

    #[test]
    fn an_answer_reads_back_as_written() {
        let response = Response {
            session_state: SessionState {
                dialog_action: Some(DialogAction::elicit_slot("OrderNumber")),
                intent: Some(Intent {
                    slots: Slots::from([("OrderNumber".to_owned(), Some(Slot::scalar("55421")))]),
                    ..Intent::new("CheckOrderStatus")
                }),
                ..SessionState::default()
            },
            messages: vec![Message {
                content_type: ContentType::Ssml,
                content: "<speak>hi</speak>".to_owned(),
            }],
            request_attributes: Attributes::new(),
        };
        let value = serde_json::to_value(&response).unwrap();
        assert_eq!(value["sessionState"]["dialogAction"]["type"], "ElicitSlot");
        assert_eq!(value["messages"][0]["contentType"], "SSML");
        assert_eq!(
            value["sessionState"]["intent"]["slots"]["OrderNumber"]["value"]["interpretedValue"],
            "55421"
        );
        assert_eq!(serde_json::from_value::<Response>(value).unwrap(), response);
    }
}
