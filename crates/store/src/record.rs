//! Records as items and back, with the errors of this crate.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::item::{self, Item, KEPT, Key};
use crate::{Kind, StoreError};

/// [`item::encode`].
pub(crate) fn encode(
    kind: Kind,
    key: Key,
    version: u64,
    record: &impl Serialize,
) -> Result<Item, StoreError> {
    item::encode(kind.as_str(), key, version, record).or(Err(StoreError::Unencodable { kind }))
}

/// [`item::decode`].
pub(crate) fn decode<T: DeserializeOwned>(kind: Kind, item: Item) -> Result<T, StoreError> {
    item::decode(item).or(Err(StoreError::Malformed { kind }))
}

/// Lets an item go some days after `from`: those that its line says, or else two years.
pub(crate) fn expire(item: &mut Item, from: Timestamp, keep_days: Option<u32>) {
    let days = |it: u32| SignedDuration::from_hours(i64::from(it).saturating_mul(24));
    item::expire(item, from, keep_days.map_or(KEPT, days));
}
