//! Records as items and back, with the errors of this crate.

use serde::Serialize;
use serde::de::DeserializeOwned;
pub(crate) use store::item::{
    EXPIRES_AT, GSI2, GSI2_NAME, Item, KEPT, KIND, Key, PK, SK, VERSION, expire, expiry, index,
    key, number, text, text_of,
};

use super::Kind;
use crate::DirectoryError;

/// The item of a record that is written for the first time: its fields, its key, its kind.
pub(crate) fn encode(
    kind: Kind,
    key: Key,
    record: &impl Serialize,
) -> Result<Item, DirectoryError> {
    store::item::encode(kind.as_str(), key, 1, record).or(Err(DirectoryError::Unencodable { kind }))
}

/// The record of an item. Attributes that the record does not have are ignored.
pub(crate) fn decode<T: DeserializeOwned>(kind: Kind, item: Item) -> Result<T, DirectoryError> {
    store::item::decode(item).or(Err(DirectoryError::Malformed { kind }))
}
