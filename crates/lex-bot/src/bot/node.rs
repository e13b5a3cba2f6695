//! A place in a definition that knows its path, so that every error can name it.

use std::fmt;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::spelling::Spelling;

/// Why a definition cannot be talked to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: found {found}, expected {expected}")]
pub struct LoadBotError {
    /// Where, such as `BotLocales[0].Intents[2].Name`, or in an export
    /// `BotLocales/en_US/Intents/Greet/Intent.json: name`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

/// Where something stands: a path in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// `None` when the definition is one document.
    file: Option<Rc<str>>,
    /// Empty for the whole document.
    path: String,
}

impl Place {
    fn field(&self, name: &str) -> Self {
        let path =
            if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Self { file: self.file.clone(), path }
    }

    fn item(&self, at: usize) -> Self {
        Self { file: self.file.clone(), path: format!("{}[{at}]", self.path) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.path.as_str()) {
            (None, "") => f.write_str("Properties"),
            (None, path) => f.write_str(path),
            (Some(file), "") => f.write_str(file),
            (Some(file), path) => write!(f, "{file}: {path}"),
        }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    place: Place,
    value: &'a Value,
    spelling: Spelling,
}

/// An object and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Object<'a> {
    place: Place,
    fields: &'a Map<String, Value>,
    spelling: Spelling,
}

impl<'a> Node<'a> {
    /// The properties of a resource in a template.
    pub(super) fn properties(value: &'a Value) -> Self {
        let place = Place { file: None, path: String::new() };
        Self { place, value, spelling: Spelling::CloudFormation }
    }

    /// A file of an export.
    pub(super) fn file(path: &str, value: &'a Value) -> Self {
        let place = Place { file: Some(path.into()), path: String::new() };
        Self { place, value, spelling: Spelling::Export }
    }

    pub(super) fn path(&self) -> String {
        self.place.to_string()
    }

    /// The error that something else was expected here.
    pub(super) fn error(&self, expected: impl Into<String>) -> LoadBotError {
        LoadBotError { path: self.path(), found: described(self.value), expected: expected.into() }
    }

    pub(super) fn object(self) -> Result<Object<'a>, LoadBotError> {
        match self.value {
            Value::Object(fields) => {
                Ok(Object { place: self.place, fields, spelling: self.spelling })
            }
            _ => Err(self.error("an object")),
        }
    }

    pub(super) fn list(self) -> Result<Vec<Self>, LoadBotError> {
        let Value::Array(items) = self.value else {
            return Err(self.error("a list"));
        };
        let item =
            |(at, value)| Self { place: self.place.item(at), value, spelling: self.spelling };
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

    /// One of a set of words; exports write them without regard to letter case and underscores.
    pub(super) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Result<T, LoadBotError> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| match self.spelling {
            Spelling::CloudFormation => *word == text,
            Spelling::Export => plain(word) == plain(text),
        });
        found.map(|(_, value)| *value).ok_or_else(|| {
            let known: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            self.error(match known.split_last() {
                Some((last, [])) => last.clone(),
                Some((last, others)) => format!("{} or {last}", others.join(", ")),
                None => "nothing".to_owned(),
            })
        })
    }
}

/// A word without what `TOP_RESOLUTION` and `TopResolution` differ in.
fn plain(word: &str) -> String {
    word.chars().filter(|it| *it != '_').map(|it| it.to_ascii_lowercase()).collect()
}

impl<'a> Object<'a> {
    /// The path of a field, whether it is there or not.
    pub(super) fn path_of(&self, name: &str) -> String {
        self.place.field(&self.spelt(name)).to_string()
    }

    /// The name of a field in this file, whether it is there or not.
    pub(super) fn spelt(&self, name: &str) -> String {
        let spelt = self.spelling.of(name);
        let present = spelt.iter().find(|it| self.fields.contains_key(*it));
        present.or(spelt.first()).map_or_else(|| name.to_owned(), Clone::clone)
    }

    /// A field by its name in a template; absent and `null` are the same.
    pub(super) fn get(&self, name: &str) -> Option<Node<'a>> {
        self.spelling.of(name).iter().find_map(|name| self.exactly(name))
    }

    /// A field by its name in this file.
    fn exactly(&self, name: &str) -> Option<Node<'a>> {
        let value = self.fields.get(name).filter(|it| !it.is_null())?;
        Some(Node { place: self.place.field(name), value, spelling: self.spelling })
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

    /// The items of a list of objects; an absent list is empty.
    pub(super) fn objects(&self, name: &str) -> Result<Vec<Object<'a>>, LoadBotError> {
        self.list(name)?.into_iter().map(Node::object).collect()
    }

    /// A boolean that may be absent.
    pub(super) fn boolean(&self, name: &str) -> Result<Option<bool>, LoadBotError> {
        self.get(name).map(|it| it.boolean()).transpose()
    }

    /// The fields, under the names that they have in this file. Those that are `null` are absent.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&'a str, Node<'a>)> {
        let names = self.fields.keys().map(String::as_str);
        names.filter_map(|name| Some((name, self.exactly(name)?)))
    }

    /// The fields as above, those that are `null` without a value.
    pub(super) fn all_fields(&self) -> impl Iterator<Item = (&'a str, Option<Node<'a>>)> {
        self.fields.keys().map(|name| (name.as_str(), self.exactly(name)))
    }

    /// The error that something is wrong with a field that may be absent.
    pub(super) fn error(&self, name: &str, found: &str, expected: &str) -> LoadBotError {
        LoadBotError {
            path: self.path_of(name),
            found: found.to_owned(),
            expected: expected.to_owned(),
        }
    }

    /// What exports tell objects apart by.
    pub(super) fn identifier(&self) -> Option<&'a str> {
        let identifier = self.fields.get("identifier").filter(|_| self.is_exported());
        identifier.and_then(Value::as_str)
    }

    /// Whether it comes from an export.
    pub(super) fn is_exported(&self) -> bool {
        self.spelling == Spelling::Export
    }

    /// Whether a field only tells exports apart.
    pub(super) fn is_bookkeeping(&self, field: &str) -> bool {
        self.is_exported() && BOOKKEEPING.contains(&field)
    }

    /// Whether a field of this file is the one with this name in a template.
    pub(super) fn is(&self, field: &str, name: &str) -> bool {
        self.spelling.of(name).iter().any(|it| it == field)
    }
}

/// Fields that only exports have, and that say nothing about the conversation.
const BOOKKEEPING: &[&str] = &["identifier", "version"];

/// Longest text that an error repeats.
const LONGEST_QUOTE: usize = 60;

fn described(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(value) => format!("`{value}`"),
        Value::String(text) => match text.char_indices().nth(LONGEST_QUOTE) {
            None => format!("`{text}`"),
            Some((end, _)) => format!("`{}…`", text.get(..end).unwrap_or_default()),
        },
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
