//! What flows ask of services that are no part of the call: cases, profiles, tasks, views.

mod default;
mod kind;

use std::fmt;

use serde::Serialize;
use serde_json::{Map, Value};

pub use kind::{Namespace, RequestKind};
pub(crate) use kind::{Results, errors};

use crate::contact::Channel;

/// Something that a service beside the call is asked to do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Request {
    /// What is asked; each type of action asks one thing.
    pub kind: RequestKind,
    /// The contact it is about.
    pub contact_id: String,
    /// How that contact comes in; some services take some channels only.
    pub channel: Channel,
    /// The parameters of the action, references resolved.
    pub parameters: Value,
    /// The results that the flow tells apart; empty when it does not.
    pub results: Vec<String>,
}

/// What a service answered to a [`Request`].
///
/// A reply may have an error and data at once: a case can be created and yet not be linked.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Reply {
    /// What the conditions of the action are tested on; `None` takes `NextAction`.
    pub result: Option<String>,
    /// The error whose branch is taken, such as `NoneFoundError`; see [`RequestKind::errors`].
    pub error: Option<String>,
    /// What later actions can read; see [`RequestKind::namespace`].
    pub data: Map<String, Value>,
}

impl Reply {
    /// It is done, and there is nothing to tell.
    pub fn done() -> Self {
        Self::default()
    }

    /// It is done, with a result to branch on.
    pub fn result(result: impl Into<String>) -> Self {
        Self { result: Some(result.into()), ..Self::default() }
    }

    /// It went wrong in a way that Connect has a name for.
    pub fn error(error: impl Into<String>) -> Self {
        Self { error: Some(error.into()), ..Self::default() }
    }

    /// Adds something that later actions can read.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.data.insert(name.to_owned(), value.into());
        self
    }
}

/// A service beside the call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Service {
    /// Cases of Amazon Connect.
    Cases,
    /// Amazon Cognito, which customers sign in with.
    Cognito,
    /// Contacts of other channels, and the tasks of agents.
    Contacts,
    /// Contact Lens, which analyses conversations.
    ContactLens,
    /// Amazon Connect Customer Profiles.
    CustomerProfiles,
    /// Data tables of Amazon Connect.
    DataTables,
    /// Kinesis Video Streams, where audio is streamed to.
    MediaStreams,
    /// Text messages, e-mails and the templates they are made from.
    Messages,
    /// Step-by-step guides on an agent's or a customer's screen.
    Views,
    /// Voice ID, which ended on 20 May 2026.
    VoiceId,
    /// Amazon Q in Connect, once called Wisdom.
    Wisdom,
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cases => "cases",
            Self::Cognito => "sign-in",
            Self::Contacts => "contacts",
            Self::ContactLens => "Contact Lens",
            Self::CustomerProfiles => "customer profiles",
            Self::DataTables => "data tables",
            Self::MediaStreams => "media streams",
            Self::Messages => "messages",
            Self::Views => "views",
            Self::VoiceId => "Voice ID",
            Self::Wisdom => "Amazon Q",
        })
    }
}
