//! Reads what can be read of an event, and leaves out the rest.
//!
//! An event comes from Lex while a caller waits; a part of it that has another shape than expected
//! costs that part and not the turn. Answers are read by the same types, after everything that Lex
//! would refuse was refused.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// The part, or its default.
pub(super) fn part<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + DeserializeOwned,
{
    Ok(T::deserialize(Value::deserialize(deserializer)?).unwrap_or_default())
}

/// The items of a list that can be read.
pub(super) fn list<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let items: Vec<Value> = part(deserializer)?;
    Ok(items.into_iter().filter_map(|it| T::deserialize(it).ok()).collect())
}

/// The entries of a map that can be read.
pub(super) fn map<'de, D, T>(deserializer: D) -> Result<BTreeMap<String, T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let entries: Map<String, Value> = part(deserializer)?;
    let read = |(name, it)| Some((name, T::deserialize(it).ok()?));
    Ok(entries.into_iter().filter_map(read).collect())
}
