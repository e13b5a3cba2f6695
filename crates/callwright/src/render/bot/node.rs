//! A value of a source file with its place.

use serde_json::{Map, Value};

use super::error::{BotError, Spot};
use crate::script::near;

/// A value with its place.
#[derive(Clone)]
pub(super) struct Node<'a> {
    pub(super) spot: Spot,
    pub(super) value: &'a Value,
}

impl<'a> Node<'a> {
    /// That something else is expected here.
    pub(super) fn unexpected(&self, expected: impl Into<String>) -> BotError {
        BotError::Unexpected {
            spot: self.spot.clone(),
            found: describe(self.value),
            expected: expected.into(),
        }
    }

    fn map(&self, expected: &str) -> Result<&'a Map<String, Value>, BotError> {
        self.value.as_object().ok_or_else(|| self.unexpected(expected))
    }

    /// The entries of a map with any keys; there must be one.
    pub(super) fn entries(&self, expected: &str) -> Result<Vec<(&'a str, Self)>, BotError> {
        let map = self.map(expected)?;
        if map.is_empty() {
            return Err(self.unexpected(expected));
        }
        Ok(map.iter().map(|(key, value)| (key.as_str(), self.below(key, value))).collect())
    }

    /// Refuses keys that are not among these.
    pub(super) fn only(&self, keys: &[&str]) -> Result<(), BotError> {
        let map = self.map(&format!("a map with {}", listed(keys)))?;
        match map.keys().find(|it| !keys.contains(&it.as_str())) {
            Some(key) => Err(BotError::Unexpected {
                spot: self.spot.key(key),
                found: "not known".to_owned(),
                expected: format!("one of {}{}", listed(keys), near(key, keys.iter().copied())),
            }),
            None => Ok(()),
        }
    }

    /// What a key has.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.as_object()?.get(key)?;
        Some(self.below(key, value))
    }

    /// What a key has that must be there.
    pub(super) fn required(&self, key: &str, expected: &str) -> Result<Self, BotError> {
        self.get(key).ok_or_else(|| missing(self.spot.key(key), expected))
    }

    /// A text that is not blank.
    pub(super) fn text(&self, expected: &str) -> Result<&'a str, BotError> {
        let text = self.value.as_str().filter(|it| !it.trim().is_empty());
        text.ok_or_else(|| self.unexpected(expected))
    }

    /// Items of a list that is not empty.
    pub(super) fn items(&self, expected: &str) -> Result<Vec<Self>, BotError> {
        let items = self.value.as_array().filter(|it| !it.is_empty());
        let items = items.ok_or_else(|| self.unexpected(expected))?;
        let placed = items.iter().enumerate();
        Ok(placed.map(|(at, value)| Self { spot: self.spot.item(at), value }).collect())
    }

    fn below(&self, key: &str, value: &'a Value) -> Self {
        Self { spot: self.spot.key(key), value }
    }
}

/// That something is not there.
pub(super) fn missing(spot: Spot, expected: &str) -> BotError {
    BotError::Unexpected { spot, found: "missing".to_owned(), expected: expected.to_owned() }
}

/// Names in backticks with commas between.
pub(super) fn listed(names: &[&str]) -> String {
    names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")
}

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "empty".to_owned(),
        Value::Bool(it) => format!("`{it}`"),
        Value::Number(it) => format!("the number {it}"),
        Value::String(it) if it.trim().is_empty() => "a blank text".to_owned(),
        Value::String(it) => format!("`{it}`"),
        Value::Array(it) if it.is_empty() => "an empty list".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(it) if it.is_empty() => "an empty map".to_owned(),
        Value::Object(_) => "a map".to_owned(),
    }
}
