//! Turns of a call.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::{Item, PK, SK};
use crate::keys::{self, TURN_PREFIX};
use crate::{ContactId, Kind, StoreError, Table, record};

/// Something the caller said and what the line answered.
///
/// `Debug` shows neither.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The contact.
    pub contact_id: ContactId,
    /// 1 for the first turn.
    pub number: u32,
    /// When it happened.
    pub at: Timestamp,
    /// Name of the intent that was recognised.
    pub intent: String,
    /// What the caller said, redacted; empty for silence.
    pub said: String,
    /// What the line answered as plain text, redacted.
    pub reply: String,
    /// The messages that the answer was made of, as the wording names them, such as
    /// `ask-order-number`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub messages: Vec<String>,
    /// What was asked of the business's records, such as `order`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<String>,
    /// What went wrong in it; `None` when nothing did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// Whether the caller got what they wanted in it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub served: bool,
}

/// What went wrong in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// The caller was not understood.
    NotUnderstood,
    /// The caller said nothing.
    Silence,
    /// The caller said that what was read back is wrong.
    Denied,
}

impl fmt::Debug for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Turn")
            .field("contact_id", &self.contact_id)
            .field("number", &self.number)
            .field("at", &self.at)
            .field("intent", &self.intent)
            .field("messages", &self.messages)
            .field("requests", &self.requests)
            .field("failure", &self.failure)
            .field("served", &self.served)
            .finish_non_exhaustive()
    }
}

impl Turn {
    /// The item of a turn that is kept as long as its call.
    pub(crate) fn encode(&self, keep_days: Option<u32>) -> Result<Item, StoreError> {
        let key = keys::turn(&self.contact_id, self.number);
        let mut item = record::encode(Kind::Turn, key, 1, self)?;
        record::expire(&mut item, self.at, keep_days);
        Ok(item)
    }
}

impl Table {
    /// Reads the turns of a call in order.
    ///
    /// One eventually consistent `Query`, a page of up to 1 MB at a time: half a read unit for each
    /// 4 KB begun, so one or two for a whole call.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when an item is no turn.
    pub async fn turns(&self, contact_id: &ContactId) -> Result<Vec<Turn>, StoreError> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.name)
            .key_condition_expression("#pk = :call AND begins_with(#sk, :prefix)")
            .expression_attribute_names("#pk", PK)
            .expression_attribute_names("#sk", SK)
            .expression_attribute_values(":call", AttributeValue::S(keys::call(contact_id).pk))
            .expression_attribute_values(":prefix", AttributeValue::S(TURN_PREFIX.to_owned()))
            .into_paginator()
            .send();
        let mut turns = Vec::new();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|source| StoreError::read(Kind::Turn, source))?;
            for item in page.items.unwrap_or_default() {
                turns.push(record::decode(Kind::Turn, item)?);
            }
        }
        Ok(turns)
    }
}
