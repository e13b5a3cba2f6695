//! Records as items and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::keys::{EXPIRES_AT, KIND, Key, PK, SK, VERSION};
use crate::{Kind, StoreError};

/// How long calls, turns, texts, voicemails and profiles are kept when their line does not say: 730 days, two years.
const KEEP_DAYS: u32 = 730;

/// An item as the SDK carries it.
pub(crate) type Item = HashMap<String, AttributeValue>;

/// The item of a record: its fields, its key, its kind and the version it is written with.
pub(crate) fn encode(
    kind: Kind,
    key: Key,
    version: u64,
    record: &impl Serialize,
) -> Result<Item, StoreError> {
    // The source is left out because it may repeat what the record holds.
    let mut item: Item = serde_dynamo::aws_sdk_dynamodb_1::to_item(record)
        .or(Err(StoreError::Unencodable { kind }))?;
    text(&mut item, PK, key.pk);
    text(&mut item, SK, key.sk);
    text(&mut item, KIND, kind.as_str());
    number(&mut item, VERSION, version);
    Ok(item)
}

/// The record of an item. Attributes that the record does not have are ignored.
pub(crate) fn decode<T: DeserializeOwned>(kind: Kind, item: Item) -> Result<T, StoreError> {
    serde_dynamo::aws_sdk_dynamodb_1::from_item(item).or(Err(StoreError::Malformed { kind }))
}

/// Puts an item into an index.
pub(crate) fn index(item: &mut Item, names: (&str, &str), pk: String, sk: impl Into<String>) {
    text(item, names.0, pk);
    text(item, names.1, sk);
}

/// Lets an item go some days after `from`: those that its line says, or else two years.
pub(crate) fn expire_after(item: &mut Item, from: Timestamp, keep_days: Option<u32>) {
    let days = i64::from(keep_days.unwrap_or(KEEP_DAYS));
    let kept = SignedDuration::from_hours(days.saturating_mul(24));
    let at = from.saturating_add(kept).unwrap_or(Timestamp::MAX);
    number(item, EXPIRES_AT, at.as_second());
}

/// The key of an item, as the SDK takes it.
pub(crate) fn key(key: Key) -> Item {
    let mut item = Item::with_capacity(2);
    text(&mut item, PK, key.pk);
    text(&mut item, SK, key.sk);
    item
}

fn text(item: &mut Item, name: &str, value: impl Into<String>) {
    item.insert(name.to_owned(), AttributeValue::S(value.into()));
}

fn number(item: &mut Item, name: &str, value: impl Into<i128>) {
    item.insert(name.to_owned(), AttributeValue::N(value.into().to_string()));
}
