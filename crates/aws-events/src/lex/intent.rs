//! Intents on their way to be fulfilled.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::open::open_enum;
use super::{Slots, lenient};

/// An intent on its way to be fulfilled.
///
/// Source: Amazon Lex V2 Developer Guide, "Common structures in an AWS Lambda function", intent.
///
/// `Debug` does not show values of slots or what was found.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Intent {
    /// Name of the intent.
    pub name: String,
    /// Its slots.
    #[serde(default, deserialize_with = "lenient::map")]
    pub slots: Slots,
    /// How far it has come.
    #[serde(default, deserialize_with = "lenient::part")]
    pub state: IntentState,
    /// Whether the caller confirmed it.
    #[serde(default, deserialize_with = "lenient::part")]
    pub confirmation_state: ConfirmationState,
    /// What Amazon Kendra found, as its `Query` operation answers; only for a Kendra search intent.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub kendra_response: Option<Box<Value>>,
}

impl Intent {
    /// An intent that has just been recognised, without slots.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            slots: Slots::new(),
            state: IntentState::InProgress,
            confirmation_state: ConfirmationState::None,
            kendra_response: None,
        }
    }

    /// The interpreted value of a slot; `None` when the slot is unknown, unfilled or no scalar.
    pub fn slot(&self, name: &str) -> Option<&str> {
        self.slots.get(name)?.as_ref()?.interpreted()
    }
}

impl fmt::Debug for Intent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, slots, state, confirmation_state, kendra_response: _ } = self;
        f.debug_struct("Intent")
            .field("name", name)
            .field("slots", slots)
            .field("state", state)
            .field("confirmation_state", confirmation_state)
            .finish_non_exhaustive()
    }
}

open_enum! {
    /// How far an intent has come.
    #[derive(Default)]
    pub enum IntentState {
        /// It cannot be fulfilled.
        Failed = "Failed",
        /// It is done.
        Fulfilled = "Fulfilled",
        /// Its fulfilment has begun.
        FulfillmentInProgress = "FulfillmentInProgress",
        /// Slots are being filled.
        #[default]
        InProgress = "InProgress",
        /// Everything is there.
        ReadyForFulfillment = "ReadyForFulfillment",
        /// The caller asked to wait.
        Waiting = "Waiting",
    }
}

open_enum! {
    /// Whether the caller confirmed an intent.
    #[derive(Default)]
    pub enum ConfirmationState {
        /// Yes.
        Confirmed = "Confirmed",
        /// No.
        Denied = "Denied",
        /// Not asked, or not answered.
        #[default]
        None = "None",
    }
}
