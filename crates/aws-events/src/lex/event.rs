//! The event of a code-hook invocation.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::open::open_enum;
use super::{
    Attributes, DialogAction, Intent, Interpretation, SessionState, Transcription, lenient,
};

/// The event of one code-hook invocation.
///
/// Source: Amazon Lex V2 Developer Guide, "AWS Lambda input event format for Lex V2".
///
/// `Debug` shows nothing that was said.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Always `1.0`.
    #[serde(default, deserialize_with = "lenient::part")]
    pub message_version: String,
    /// Why the hook is called.
    pub invocation_source: InvocationSource,
    /// How the caller spoke.
    #[serde(default, deserialize_with = "lenient::part")]
    pub input_mode: InputMode,
    /// How the answer will be delivered, such as `text/plain; charset=utf-8`.
    #[serde(default, deserialize_with = "lenient::part")]
    pub response_content_type: String,
    /// Id of the Lex session.
    pub session_id: String,
    /// What the caller said; empty for silence.
    #[serde(default, deserialize_with = "lenient::part")]
    pub input_transcript: String,
    /// Label of the step that called the hook.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub invocation_label: Option<String>,
    /// The bot that is talking.
    #[serde(default, deserialize_with = "lenient::part")]
    pub bot: BotIdentity,
    /// What the caller may have meant, best first.
    #[serde(default, deserialize_with = "lenient::list")]
    pub interpretations: Vec<Interpretation>,
    /// What Lex would do next if the hook delegated.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub proposed_next_state: Option<ProposedNextState>,
    /// Attributes of this request, such as `x-amz-lex:channels:platform`.
    #[serde(default, deserialize_with = "lenient::map")]
    pub request_attributes: Attributes,
    /// State of the session.
    pub session_state: SessionState,
    /// What speech recognition heard, best first.
    #[serde(default, deserialize_with = "lenient::list")]
    pub transcriptions: Vec<Transcription>,
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("invocation_source", &self.invocation_source)
            .field("invocation_label", &self.invocation_label)
            .field("input_mode", &self.input_mode)
            .field("session_id", &self.session_id)
            .field("bot", &self.bot)
            .field("interpretations", &self.interpretations)
            .field("proposed_next_state", &self.proposed_next_state)
            .field("session_state", &self.session_state)
            .finish_non_exhaustive()
    }
}

open_enum! {
    /// Why the hook is called.
    pub enum InvocationSource {
        /// During the dialogue, after each thing the caller says.
        DialogCodeHook = "DialogCodeHook",
        /// All slots are there: fulfil the intent.
        FulfillmentCodeHook = "FulfillmentCodeHook",
    }
}

open_enum! {
    /// How the caller spoke.
    #[derive(Default)]
    pub enum InputMode {
        /// Keys.
        Dtmf = "DTMF",
        /// Voice.
        Speech = "Speech",
        /// Typing.
        #[default]
        Text = "Text",
    }
}

/// Which bot, in which language, at which version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BotIdentity {
    /// Id of the bot.
    #[serde(default, deserialize_with = "lenient::part")]
    pub id: String,
    /// Name of the bot.
    #[serde(default, deserialize_with = "lenient::part")]
    pub name: String,
    /// Id of the alias.
    #[serde(default, deserialize_with = "lenient::part")]
    pub alias_id: String,
    /// Name of the alias.
    #[serde(default, deserialize_with = "lenient::part")]
    pub alias_name: String,
    /// Locale, such as `en_US`.
    #[serde(default, deserialize_with = "lenient::part")]
    pub locale_id: String,
    /// Version, such as `DRAFT` or `3`.
    #[serde(default, deserialize_with = "lenient::part")]
    pub version: String,
}

/// What Lex would do next if the hook delegated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProposedNextState {
    /// The next step.
    pub dialog_action: DialogAction,
    /// The intent after it.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub intent: Option<Intent>,
    /// The prompt that would be played.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub prompt: Option<ProposedPrompt>,
}

/// The prompt that Lex would play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedPrompt {
    /// Which try at the question it is.
    #[serde(default, deserialize_with = "lenient::part")]
    pub attempt: PromptAttempt,
}

open_enum! {
    /// Which try at a question a prompt is.
    ///
    /// Source: Amazon Lex V2 Developer Guide, "AWS Lambda input event format for Lex V2", prompt.
    #[derive(Default)]
    pub enum PromptAttempt {
        /// The first.
        #[default]
        Initial = "Initial",
        /// The first after one that failed.
        Retry1 = "Retry1",
        /// The second after one that failed.
        Retry2 = "Retry2",
        /// The third after one that failed.
        Retry3 = "Retry3",
        /// The fourth after one that failed.
        Retry4 = "Retry4",
        /// The fifth after one that failed, the last that Lex makes.
        Retry5 = "Retry5",
    }
}

impl PromptAttempt {
    /// The try that follows `failed` failed ones; from the fifth on, the last.
    pub fn after(failed: u32) -> Self {
        match failed {
            0 => Self::Initial,
            1 => Self::Retry1,
            2 => Self::Retry2,
            3 => Self::Retry3,
            4 => Self::Retry4,
            _ => Self::Retry5,
        }
    }
}
