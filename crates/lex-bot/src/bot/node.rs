//! A place in a JSON document that knows its path, so that every error can name it.

use serde_json::{Map, Value};

/// Why a definition cannot be talked to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: found {found}, expected {expected}")]
pub struct LoadBotError {
    /// Where, such as `BotLocales[0].Intents[2].Name`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    path: String,
    value: &'a Value,
}

/// An object and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Object<'a> {
    path: String,
    fields: &'a Map<String, Value>,
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Value) -> Self {
        Self { path: String::new(), value }
    }

    pub(super) fn path(&self) -> &str {
        if self.path.is_empty() { "Properties" } else { &self.path }
    }

    /// The error that something else was expected here.
    pub(super) fn error(&self, expected: impl Into<String>) -> LoadBotError {
        LoadBotError {
            path: self.path().to_owned(),
            found: described(self.value),
            expected: expected.into(),
        }
    }

    pub(super) fn object(self) -> Result<Object<'a>, LoadBotError> {
        match self.value {
            Value::Object(fields) => Ok(Object { path: self.path, fields }),
            _ => Err(self.error("an object")),
        }
    }

    pub(super) fn list(self) -> Result<Vec<Self>, LoadBotError> {
        let Value::Array(items) = self.value else {
            return Err(self.error("a list"));
        };
        let item = |(at, value)| Self { path: format!("{}[{at}]", self.path), value };
        Ok(items.iter().enumerate().map(item).collect())
    }

    pub(super) fn text(&self) -> Result<&'a str, LoadBotError> {
        match self.value {
            Value::String(text) => Ok(text),
            _ => Err(self.error("text")),
        }
    }

    /// CloudFormation takes booleans written as text, too.
    pub(super) fn boolean(&self) -> Result<bool, LoadBotError> {
        match self.value {
            Value::Bool(value) => Ok(*value),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
            _ => Err(self.error("true or false")),
        }
    }

    /// CloudFormation takes numbers written as text, too.
    pub(super) fn number(&self, least: f64, most: f64) -> Result<f64, LoadBotError> {
        let number = match self.value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        number
            .filter(|it| (least..=most).contains(it))
            .ok_or_else(|| self.error(format!("a number from {least} to {most}")))
    }

    /// A whole number.
    pub(super) fn count(&self, least: u32, most: u32) -> Result<u32, LoadBotError> {
        let number = match self.value {
            Value::Number(number) => number.as_u64().and_then(|it| u32::try_from(it).ok()),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        number
            .filter(|it| (least..=most).contains(it))
            .ok_or_else(|| self.error(format!("a whole number from {least} to {most}")))
    }
}

impl<'a> Object<'a> {
    /// The path of a field, whether it is there or not.
    pub(super) fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// A field; absent and `null` are the same.
    pub(super) fn get(&self, name: &str) -> Option<Node<'a>> {
        let value = self.fields.get(name).filter(|it| !it.is_null())?;
        Some(Node { path: self.path_of(name), value })
    }

    pub(super) fn required(&self, name: &str, expected: &str) -> Result<Node<'a>, LoadBotError> {
        self.get(name).ok_or_else(|| LoadBotError {
            path: self.path_of(name),
            found: "nothing".to_owned(),
            expected: expected.to_owned(),
        })
    }

    /// An object that may be absent.
    pub(super) fn object(&self, name: &str) -> Result<Option<Object<'a>>, LoadBotError> {
        self.get(name).map(Node::object).transpose()
    }

    /// The items of a list; an absent list is empty.
    pub(super) fn list(&self, name: &str) -> Result<Vec<Node<'a>>, LoadBotError> {
        self.get(name).map_or_else(|| Ok(Vec::new()), Node::list)
    }

    /// A boolean that may be absent.
    pub(super) fn boolean(&self, name: &str) -> Result<Option<bool>, LoadBotError> {
        self.get(name).map(|it| it.boolean()).transpose()
    }

    /// Names of the fields.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(|(_, it)| !it.is_null()).map(|(name, _)| name.as_str())
    }
}

/// Longest text that an error repeats.
const LONGEST_QUOTE: usize = 60;

fn described(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(value) => format!("`{value}`"),
        Value::String(text) if text.chars().count() <= LONGEST_QUOTE => format!("`{text}`"),
        Value::String(text) => {
            format!("`{}…`", text.chars().take(LONGEST_QUOTE).collect::<String>())
        }
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(fields) => match fields.keys().next() {
            // The most likely mistake: a template that nobody resolved.
            Some(key) if fields.len() == 1 && (key.starts_with("Fn::") || key == "Ref") => {
                format!("an unresolved `{key}`")
            }
            _ => "an object".to_owned(),
        },
    }
}
