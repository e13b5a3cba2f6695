//! The answer of a code hook.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::session::Names;
use super::wrong::{self, MalformedResponse};
use super::{ActiveContext, Attributes, DialogAction, Intent, RuntimeHints};
use crate::null_as_default;

/// The answer of a code hook.
///
/// It is read strictly, as Lex reads it; what is wrong is told by [`MalformedResponse`].
///
/// Source: Amazon Lex V2 Developer Guide, "AWS Lambda response format for Lex V2".
///
/// `Debug` shows the names of attributes and not what they hold or what is said.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", try_from = "Value")]
pub struct Response {
    /// The session after this turn, with the next step.
    pub session_state: ResponseState,
    /// What the caller hears; required for `ElicitIntent` and `ConfirmIntent`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<Message>,
    /// Attributes of the request at hand: Lex forgets them when the caller has the next turn.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub request_attributes: Attributes,
}

impl TryFrom<Value> for Response {
    type Error = MalformedResponse;

    fn try_from(answer: Value) -> Result<Self, Self::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Wire {
            session_state: ResponseState,
            #[serde(default, deserialize_with = "null_as_default")]
            messages: Vec<Message>,
            #[serde(default, deserialize_with = "null_as_default")]
            request_attributes: Attributes,
        }
        wrong::check(&answer)?;
        // Nothing is left that could be wrong, but nothing may panic either.
        let unreadable = |_| MalformedResponse {
            path: "the answer".to_owned(),
            found: "unreadable".to_owned(),
            expected: "the response format of Lex V2".to_owned(),
        };
        let Wire { session_state, messages, request_attributes } =
            Wire::deserialize(answer).map_err(unreadable)?;
        Ok(Self { session_state, messages, request_attributes })
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("session_state", &self.session_state)
            .field("messages", &self.messages)
            .field("request_attributes", &Names(&self.request_attributes))
            .finish()
    }
}

/// State of a session as a hook answers it: [`SessionState`](super::SessionState), where what is
/// absent is told from what is empty.
///
/// Source: Amazon Lex API Reference, runtime `SessionState`, for contexts: those that are not
/// specified stay, an empty list takes all of them away.
///
/// `Debug` shows the names of attributes and not what they hold.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ResponseState {
    /// Contexts that steer recognition; `None` keeps those there are, an empty list none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active_contexts: Option<Vec<ActiveContext>>,
    /// Attributes that live as long as the session; `None` keeps those there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_attributes: Option<Attributes>,
    /// The next step.
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
    pub runtime_hints: Option<RuntimeHints>,
}

impl fmt::Debug for ResponseState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseState")
            .field("active_contexts", &self.active_contexts)
            .field("session_attributes", &self.session_attributes.as_ref().map(Names))
            .field("dialog_action", &self.dialog_action)
            .field("intent", &self.intent)
            .field("originating_request_id", &self.originating_request_id)
            .field("runtime_hints", &self.runtime_hints)
            .finish()
    }
}

/// One message to the caller.
///
/// `Debug` does not show what it says.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// How it is written.
    pub content_type: ContentType,
    /// The text; empty for cards.
    #[serde(
        default,
        deserialize_with = "null_as_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub content: String,
    /// The card; only with [`ContentType::ImageResponseCard`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_response_card: Option<ImageResponseCard>,
}

impl Message {
    /// A message that is a text.
    pub fn new(content_type: ContentType, content: impl Into<String>) -> Self {
        Self { content_type, content: content.into(), image_response_card: None }
    }

    /// A message that is a card.
    pub fn card(card: ImageResponseCard) -> Self {
        Self {
            content_type: ContentType::ImageResponseCard,
            content: String::new(),
            image_response_card: Some(card),
        }
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("content_type", &self.content_type)
            .field("image_response_card", &self.image_response_card)
            .finish_non_exhaustive()
    }
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

/// A card with buttons, for channels that have a screen.
///
/// Source: Amazon Lex API Reference, runtime `ImageResponseCard`.
///
/// `Debug` shows how many buttons there are.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImageResponseCard {
    /// Title, 1 to 250 characters.
    pub title: String,
    /// A line below the title, 1 to 250 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Address of a picture, 1 to 250 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// At most 5.
    #[serde(default, deserialize_with = "null_as_default", skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button>,
}

/// A button of a card.
///
/// `Debug` does not show what stands on it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What stands on it, 1 to 50 characters.
    pub text: String,
    /// What Lex takes as said when it is pressed, 1 to 50 characters.
    pub value: String,
}

impl fmt::Debug for ImageResponseCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImageResponseCard").field("buttons", &self.buttons).finish_non_exhaustive()
    }
}

impl fmt::Debug for Button {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Button").finish_non_exhaustive()
    }
}
