//! Items: what every record of the table has besides its own fields, whoever writes it.
//!
//! Two crates write records into the one table, each under keys of its own: this one those of calls
//! and callers, `directory` those of businesses. What an item is made of is decided here for both.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Partition key of the table.
pub const PK: &str = "pk";
/// Sort key of the table.
pub const SK: &str = "sk";
/// Name of the first index.
pub const GSI1_NAME: &str = "gsi1";
/// Keys of the first index: calls by day, voicemails by mailbox and state, lines by id.
pub const GSI1: (&str, &str) = ("gsi1pk", "gsi1sk");
/// Name of the second index.
pub const GSI2_NAME: &str = "gsi2";
/// Keys of the second index, of what belongs to a caller: calls by caller, and appointments by line and
/// caller.
pub const GSI2: (&str, &str) = ("gsi2pk", "gsi2sk");
/// What kind of record an item is.
pub const KIND: &str = "kind";
/// How many times an item has been written.
pub const VERSION: &str = "version";
/// When an item may be deleted, in epoch seconds; the table's time-to-live attribute.
pub const EXPIRES_AT: &str = "expires_at";

/// How long a record is kept of which nobody says otherwise: 730 days, two years.
pub const KEPT: SignedDuration = SignedDuration::from_hours(730 * 24);

/// An item as the SDK carries it.
pub type Item = HashMap<String, AttributeValue>;

/// Where an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The partition.
    pub pk: String,
    /// The item's place in it.
    pub sk: String,
}

/// A record does not become an item, or an item no record.
///
/// It has no source, since what serde says repeats what the record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the record and its item do not fit each other")]
pub struct Misfit;

/// The item of a record: its fields, its key, its kind and the version it is written with.
///
/// # Errors
///
/// [`Misfit`] when the record is no map, or holds what an item cannot.
pub fn encode(kind: &str, key: Key, version: u64, record: &impl Serialize) -> Result<Item, Misfit> {
    let mut item: Item = serde_dynamo::aws_sdk_dynamodb_1::to_item(record).or(Err(Misfit))?;
    item.extend(self::key(key));
    item.insert(KIND.to_owned(), text(kind));
    item.insert(VERSION.to_owned(), number(version));
    Ok(item)
}

/// The record of an item. Attributes that the record does not have are ignored.
///
/// # Errors
///
/// [`Misfit`] when an attribute is missing or means nothing to the record.
pub fn decode<T: DeserializeOwned>(item: Item) -> Result<T, Misfit> {
    serde_dynamo::aws_sdk_dynamodb_1::from_item(item).or(Err(Misfit))
}

/// The key of an item, as the SDK takes it.
pub fn key(key: Key) -> Item {
    Item::from([(PK.to_owned(), text(key.pk)), (SK.to_owned(), text(key.sk))])
}

/// Puts an item into an index by the names of the index's keys, such as [`GSI1`].
pub fn index(item: &mut Item, names: (&str, &str), pk: String, sk: impl Into<String>) {
    item.insert(names.0.to_owned(), text(pk));
    item.insert(names.1.to_owned(), text(sk));
}

/// Lets an item go when its time has passed since `from`. DynamoDB deletes it some days later at the
/// latest.
///
/// Source: Amazon DynamoDB Developer Guide, "Using time to live (TTL) in DynamoDB".
pub fn expire(item: &mut Item, from: Timestamp, after: SignedDuration) {
    item.insert(EXPIRES_AT.to_owned(), number(expiry(from, after)));
}

/// When an item may go, in epoch seconds; the end of time when that is out of reach.
pub fn expiry(from: Timestamp, after: SignedDuration) -> i64 {
    from.saturating_add(after).unwrap_or(Timestamp::MAX).as_second()
}

/// The text of an attribute; `None` when the item has none of that name.
pub fn text_of<'a>(item: &'a Item, name: &str) -> Option<&'a str> {
    item.get(name)?.as_s().ok().map(String::as_str)
}

/// A text attribute.
pub fn text(value: impl Into<String>) -> AttributeValue {
    AttributeValue::S(value.into())
}

/// A number attribute.
pub fn number(value: impl Into<i128>) -> AttributeValue {
    AttributeValue::N(value.into().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
    struct Record {
        name: String,
    }

    fn key_of(pk: &str) -> Key {
        Key { pk: pk.to_owned(), sk: "SK".to_owned() }
    }

    #[test]
    fn a_record_comes_back_from_its_item() {
        let record = Record { name: "a".to_owned() };
        let item = encode("thing", key_of("PK"), 3, &record).unwrap();
        let of = |name| text_of(&item, name);
        assert_eq!(
            [of(PK), of(SK), of(KIND), of("name")],
            [Some("PK"), Some("SK"), Some("thing"), Some("a")]
        );
        assert_eq!(item[VERSION], number(3));
        assert_eq!(decode(item), Ok(record));
    }

    #[test]
    fn what_fits_no_record_shows_nothing_of_itself() {
        assert_eq!(encode("thing", key_of("PK"), 1, &"secret"), Err(Misfit));
        let item = Item::from([("name".to_owned(), number(4111))]);
        let error = decode::<Record>(item).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("4111"));
    }

    #[test]
    fn what_is_kept_for_ever_has_an_end() {
        assert_eq!(expiry(Timestamp::UNIX_EPOCH, KEPT), 730 * 86_400);
        assert_eq!(expiry(Timestamp::MAX, KEPT), Timestamp::MAX.as_second());
    }
}
