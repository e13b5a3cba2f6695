//! EventBridge event patterns.
//!
//! Source: Amazon EventBridge User Guide, "Comparison operators for use in event patterns".

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What is not understood in a pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// A field is neither a map nor a list.
    #[error("`{path}` must be a list of values or a map of fields; found {found}")]
    Shape {
        /// Where.
        path: String,
        /// What is there.
        found: String,
    },
    /// An operator that is not simulated, or is written wrongly.
    #[error("`{path}` has an operator that is not understood: {found}")]
    Operator {
        /// Where.
        path: String,
        /// What is there.
        found: String,
    },
}

/// A pattern: every field must match; in a field, any test.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Pattern {
    fields: BTreeMap<String, Field>,
    /// `$or`: one of these must match, if there are any.
    any: Vec<Pattern>,
}

#[derive(Debug, Clone, PartialEq)]
enum Field {
    Inner(Pattern),
    Tests(Vec<Test>),
}

#[derive(Debug, Clone, PartialEq)]
enum Test {
    Equal(Value),
    Text(Text),
    AnythingBut(Vec<Test>),
    Exists(bool),
    Numeric(Vec<(Comparison, f64)>),
}

#[derive(Debug, Clone, PartialEq)]
enum Text {
    Prefix(String),
    Suffix(String),
    IgnoringCase(String),
    Wildcard(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    GreaterOrEqual,
    Greater,
}

impl Pattern {
    /// Reads a pattern.
    pub(super) fn read(pattern: &Value) -> Result<Self, PatternError> {
        match pattern {
            Value::Object(fields) => Self::read_fields(fields, ""),
            other => Err(shape("the pattern", other)),
        }
    }

    fn read_fields(fields: &Map<String, Value>, path: &str) -> Result<Self, PatternError> {
        let mut pattern = Self::default();
        for (name, value) in fields {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            match value {
                Value::Array(alternatives) if name == "$or" => {
                    for alternative in alternatives {
                        let Value::Object(fields) = alternative else {
                            return Err(shape(&path, alternative));
                        };
                        pattern.any.push(Self::read_fields(fields, &path)?);
                    }
                }
                Value::Array(tests) => {
                    let tests = tests.iter().map(|it| Test::read(it, &path));
                    let tests = tests.collect::<Result<_, _>>()?;
                    pattern.fields.insert(name.clone(), Field::Tests(tests));
                }
                Value::Object(inner) => {
                    let inner = Self::read_fields(inner, &path)?;
                    pattern.fields.insert(name.clone(), Field::Inner(inner));
                }
                other => return Err(shape(&path, other)),
            }
        }
        Ok(pattern)
    }

    /// Whether an event matches.
    pub(super) fn matches(&self, event: &Value) -> bool {
        let fields = self.fields.iter().all(|(name, field)| match (field, event.get(name)) {
            (Field::Inner(pattern), value) => pattern.matches(value.unwrap_or(&Value::Null)),
            (Field::Tests(tests), Some(Value::Array(items))) => {
                tests.iter().any(|test| items.iter().any(|it| test.matches(Some(it))))
            }
            (Field::Tests(tests), value) => tests.iter().any(|test| test.matches(value)),
        });
        fields && (self.any.is_empty() || self.any.iter().any(|it| it.matches(event)))
    }
}

impl Test {
    fn read(test: &Value, path: &str) -> Result<Self, PatternError> {
        let Value::Object(operator) = test else { return Ok(Self::Equal(test.clone())) };
        let mut entries = operator.iter();
        let read = match (entries.next(), entries.next()) {
            (Some((name, argument)), None) => Self::read_operator(name, argument, path)?,
            _ => None,
        };
        read.ok_or_else(|| PatternError::Operator {
            path: path.to_owned(),
            found: test.to_string(),
        })
    }

    fn read_operator(
        name: &str,
        argument: &Value,
        path: &str,
    ) -> Result<Option<Self>, PatternError> {
        let text = || argument.as_str().map(str::to_owned);
        Ok(match name {
            "prefix" => text().map(|it| Self::Text(Text::Prefix(it))),
            "suffix" => text().map(|it| Self::Text(Text::Suffix(it))),
            "equals-ignore-case" => text().map(|it| Self::Text(Text::IgnoringCase(it))),
            "wildcard" => text().map(|it| Self::Text(Text::Wildcard(it))),
            "exists" => argument.as_bool().map(Self::Exists),
            "numeric" => argument.as_array().and_then(|it| comparisons(it)).map(Self::Numeric),
            "anything-but" => {
                let tests = match argument {
                    Value::Array(tests) => tests.iter().map(|it| Self::read(it, path)).collect(),
                    test => Self::read(test, path).map(|it| vec![it]),
                };
                Some(Self::AnythingBut(tests?))
            }
            _ => None,
        })
    }

    fn matches(&self, value: Option<&Value>) -> bool {
        match (self, value) {
            (Self::Exists(exists), value) => *exists == value.is_some(),
            (_, None) => false,
            (Self::Equal(expected), Some(value)) => expected == value,
            (Self::Text(text), Some(value)) => value.as_str().is_some_and(|it| text.matches(it)),
            (Self::AnythingBut(tests), value) => !tests.iter().any(|it| it.matches(value)),
            (Self::Numeric(comparisons), Some(value)) => value
                .as_f64()
                .is_some_and(|it| comparisons.iter().all(|(how, bound)| how.holds(it, *bound))),
        }
    }
}

impl Text {
    fn matches(&self, text: &str) -> bool {
        match self {
            Self::Prefix(prefix) => text.starts_with(prefix.as_str()),
            Self::Suffix(suffix) => text.ends_with(suffix.as_str()),
            Self::IgnoringCase(other) => text.to_lowercase() == other.to_lowercase(),
            Self::Wildcard(pattern) => wildcard(pattern, text),
        }
    }
}

impl Comparison {
    fn read(text: &str) -> Option<Self> {
        Some(match text {
            "<" => Self::Less,
            "<=" => Self::LessOrEqual,
            "=" => Self::Equal,
            ">=" => Self::GreaterOrEqual,
            ">" => Self::Greater,
            _ => return None,
        })
    }

    fn holds(self, value: f64, bound: f64) -> bool {
        match self {
            Self::Less => value < bound,
            Self::LessOrEqual => value <= bound,
            Self::Equal => value.total_cmp(&bound).is_eq(),
            Self::GreaterOrEqual => value >= bound,
            Self::Greater => value > bound,
        }
    }
}

/// `[">", 0, "<=", 5]` as comparisons.
fn comparisons(list: &[Value]) -> Option<Vec<(Comparison, f64)>> {
    let pair = |pair: &[Value]| match pair {
        [how, bound] => Some((Comparison::read(how.as_str()?)?, bound.as_f64()?)),
        _ => None,
    };
    if list.is_empty() { None } else { list.chunks(2).map(pair).collect() }
}

/// Whether a text matches a pattern in which `*` stands for anything.
fn wildcard(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|it| text.strip_prefix(it)) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

fn shape(path: &str, found: &Value) -> PatternError {
    PatternError::Shape { path: path.to_owned(), found: found.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn says_what_is_not_understood() {
        for (pattern, message) in [
            (json!([]), "`the pattern` must be a list of values or a map of fields; found []"),
            (
                json!({ "detail": { "a": "b" } }),
                "`detail.a` must be a list of values or a map of fields; found \"b\"",
            ),
            (
                json!({ "a": [{ "cidr": "10.0.0.0/24" }] }),
                "`a` has an operator that is not understood: {\"cidr\":\"10.0.0.0/24\"}",
            ),
            (
                json!({ "a": [{ "prefix": 1 }] }),
                "`a` has an operator that is not understood: {\"prefix\":1}",
            ),
            (
                json!({ "a": [{ "anything-but": [{ "numeric": [">"] }] }] }),
                "`a` has an operator that is not understood: {\"numeric\":[\">\"]}",
            ),
            (
                json!({ "$or": ["x"] }),
                "`$or` must be a list of values or a map of fields; found \"x\"",
            ),
        ] {
            assert_eq!(Pattern::read(&pattern).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn matches_as_eventbridge_does() {
        let event = json!({
            "source": "aws.s3", "resources": ["a", "b"],
            "detail": { "key": "connect/n/ivr/2026/a.wav", "size": 5, "none": null }
        });
        for (pattern, expected) in [
            (json!({}), true),
            (json!({ "source": ["aws.ec2", "aws.s3"] }), true),
            (json!({ "source": ["aws.ec2"] }), false),
            (json!({ "source": ["aws.s3"], "detail": { "size": [6] } }), false),
            (json!({ "resources": ["b"] }), true),
            (json!({ "detail": { "key": [{ "prefix": "connect/" }] } }), true),
            (json!({ "detail": { "key": [{ "prefix": "x" }, { "suffix": ".wav" }] } }), true),
            (json!({ "detail": { "key": [{ "suffix": ".mp3" }] } }), false),
            (json!({ "detail": { "key": [{ "wildcard": "connect/*/ivr/*.wav" }] } }), true),
            (json!({ "detail": { "key": [{ "wildcard": "connect/*/agent/*" }] } }), false),
            (json!({ "detail": { "key": [{ "wildcard": "connect" }] } }), false),
            (json!({ "source": [{ "equals-ignore-case": "AWS.S3" }] }), true),
            (json!({ "source": [{ "anything-but": ["aws.ec2"] }] }), true),
            (json!({ "source": [{ "anything-but": "aws.s3" }] }), false),
            (json!({ "source": [{ "anything-but": { "prefix": "aws." } }] }), false),
            (json!({ "missing": [{ "anything-but": "x" }] }), false),
            (json!({ "missing": [{ "exists": false }] }), true),
            (json!({ "detail": { "key": [{ "exists": true }] } }), true),
            (json!({ "missing": { "inner": [{ "exists": false }] } }), true),
            (json!({ "detail": { "size": [{ "numeric": [">", 0, "<=", 5] }] } }), true),
            (json!({ "detail": { "size": [{ "numeric": ["=", 4] }] } }), false),
            (json!({ "detail": { "none": [null] } }), true),
            (json!({ "$or": [{ "source": ["x"] }, { "resources": ["a"] }] }), true),
            (json!({ "$or": [{ "source": ["x"] }] }), false),
        ] {
            let read = Pattern::read(&pattern).unwrap();
            assert_eq!(read.matches(&event), expected, "{pattern}");
        }
    }
}
