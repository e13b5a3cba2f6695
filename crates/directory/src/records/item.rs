//! Records as items and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Kind;
use super::keys::{EXPIRES_AT, KIND, Key, PK, SK, VERSION};
use crate::DirectoryError;

/// An item as the SDK carries it.
pub(crate) type Item = HashMap<String, AttributeValue>;

/// The item of a record that is written for the first time: its fields, its key, its kind.
pub(crate) fn encode(
    kind: Kind,
    key: Key,
    record: &impl Serialize,
) -> Result<Item, DirectoryError> {
    // The source is left out because it may repeat what the record holds.
    let mut item: Item = serde_dynamo::aws_sdk_dynamodb_1::to_item(record)
        .or(Err(DirectoryError::Unencodable { kind }))?;
    item.insert(PK.to_owned(), text(key.pk));
    item.insert(SK.to_owned(), text(key.sk));
    item.insert(KIND.to_owned(), text(kind.as_str()));
    item.insert(VERSION.to_owned(), number(1));
    Ok(item)
}

/// The record of an item. Attributes that the record does not have are ignored.
pub(crate) fn decode<T: DeserializeOwned>(kind: Kind, item: Item) -> Result<T, DirectoryError> {
    serde_dynamo::aws_sdk_dynamodb_1::from_item(item).or(Err(DirectoryError::Malformed { kind }))
}

/// Lets an item go when its time has passed since `from`.
pub(crate) fn expire(item: &mut Item, from: Timestamp, after: SignedDuration) {
    item.insert(EXPIRES_AT.to_owned(), number(expiry(from, after)));
}

/// When an item may go, in epoch seconds.
pub(crate) fn expiry(from: Timestamp, after: SignedDuration) -> i64 {
    from.saturating_add(after).unwrap_or(Timestamp::MAX).as_second()
}

/// The key of an item, as the SDK takes it.
pub(crate) fn key(key: Key) -> Item {
    Item::from([(PK.to_owned(), text(key.pk)), (SK.to_owned(), text(key.sk))])
}

/// A text attribute.
pub(crate) fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

/// A number attribute.
pub(crate) fn number(value: impl Into<i128>) -> AttributeValue {
    AttributeValue::N(value.into().to_string())
}
