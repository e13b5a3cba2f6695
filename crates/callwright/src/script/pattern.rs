//! What must be heard or stored: a text, or a regular expression between slashes.

use std::fmt;
use std::ops::Range;

use regex::{Regex, RegexBuilder};
use serde_json::Value;

use super::error::FaultError;

/// A text to look for in what is spoken, or a `/regular expression/`.
///
/// Both ignore case, and any run of white space counts as one space: how a prompt is broken into
/// lines is no part of what a caller hears.
#[derive(Debug, Clone)]
pub struct Pattern {
    written: String,
    regex: Regex,
}

impl Pattern {
    /// Reads a pattern as scripts write it.
    pub(super) fn parse(written: &str) -> Result<Self, FaultError> {
        let source = match expression(written) {
            Some(expression) => expression.to_owned(),
            None if written.trim().is_empty() => return Err(FaultError::EmptyPattern),
            None => regex::escape(&plain(written)),
        };
        let regex = RegexBuilder::new(&source)
            .case_insensitive(true)
            .build()
            .map_err(|error| FaultError::Regex { why: last_line(&error.to_string()) })?;
        Ok(Self { written: written.to_owned(), regex })
    }

    /// Where the pattern matches in a text that went through [`plain`], looking from byte `from`.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<Range<usize>> {
        self.regex.find_at(text, from).map(|it| it.range())
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// What stands between the slashes, if the text is a regular expression.
fn expression(written: &str) -> Option<&str> {
    written.strip_prefix('/')?.strip_suffix('/').filter(|it| !it.is_empty())
}

/// The last line of a message, where `regex` says what is wrong in one sentence.
fn last_line(message: &str) -> String {
    let line = message.lines().last().unwrap_or(message);
    line.trim_start_matches("error: ").to_owned()
}

/// A text as it is compared: one space for any white space, straight apostrophes.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['\u{2019}', '\u{2018}'], "'")
}

/// Where a value differs from what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldMismatch {
    /// Path to the field, such as `session.turn`; empty for the value itself.
    pub field: String,
    /// What was expected there.
    pub expected: String,
    /// What stands there; `nothing` when the field is missing.
    pub found: String,
}

impl fmt::Display for FieldMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { field, expected, found } = self;
        if field.is_empty() {
            write!(f, "expected {expected}, found {found}")
        } else {
            write!(f, "`{field}`: expected {expected}, found {found}")
        }
    }
}

/// Compares a value with what a script expects; `None` when it fits.
///
/// An expected object needs its own fields only. An expected text may be a `/regular expression/`,
/// and matches a number or a truth value by the way it is written. `null` expects nothing there.
pub fn mismatch(expected: &Value, found: Option<&Value>) -> Option<FieldMismatch> {
    fn walk(field: &str, expected: &Value, found: Option<&Value>) -> Option<FieldMismatch> {
        let differs = || {
            Some(FieldMismatch {
                field: field.to_owned(),
                expected: expected.to_string(),
                found: found.map_or_else(|| "nothing".to_owned(), Value::to_string),
            })
        };
        match (expected, found) {
            (Value::Null, None | Some(Value::Null)) => None,
            (Value::Object(fields), Some(Value::Object(found))) => {
                fields.iter().find_map(|(name, expected)| {
                    let path = if field.is_empty() { name } else { &format!("{field}.{name}") };
                    walk(path, expected, found.get(name))
                })
            }
            (Value::Array(items), Some(Value::Array(found))) if items.len() == found.len() => {
                items.iter().zip(found).enumerate().find_map(|(index, (expected, found))| {
                    walk(&format!("{field}[{index}]"), expected, Some(found))
                })
            }
            (Value::String(text), Some(found)) => {
                let found = match found {
                    Value::String(found) => plain(found),
                    other => other.to_string(),
                };
                let fits = match expression(text) {
                    Some(_) => Pattern::parse(text).is_ok_and(|it| it.find(&found, 0).is_some()),
                    None => plain(text) == found,
                };
                if fits { None } else { differs() }
            }
            (Value::Number(number), Some(Value::String(found))) if *found == number.to_string() => {
                None
            }
            (expected, Some(found)) if expected == found => None,
            _ => differs(),
        }
    }
    walk("", expected, found)
}

/// Checks every pattern inside an expected value, so that a bad one is a fault of the script and
/// not a difference in the call.
pub(super) fn check_patterns(expected: &Value) -> Result<(), FaultError> {
    match expected {
        Value::String(text) if expression(text).is_some() => Pattern::parse(text).map(drop),
        Value::Array(items) => items.iter().try_for_each(check_patterns),
        Value::Object(fields) => fields.values().try_for_each(check_patterns),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}
