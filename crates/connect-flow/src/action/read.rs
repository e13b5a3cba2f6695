//! Reading parameters, and saying what is wrong with them.

use std::fmt;
use std::ops::RangeInclusive;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::value::{Field, Template, Tree};

/// What is wrong with a place in a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The place, such as `Actions[3].Parameters.LoopCount`.
    pub path: String,
    /// What is there.
    pub found: String,
    /// What should be there.
    pub expected: String,
    /// Whether the flow is unfinished there rather than wrong: the console saves drafts with
    /// parameters left out or empty, and templates carry placeholders.
    pub unfinished: bool,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, found, expected, unfinished: _ } = self;
        write!(f, "{path}: found {found}, expected {expected}")
    }
}

/// A JSON object and where it is.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    object: &'a Map<String, Value>,
    path: String,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(object: &'a Map<String, Value>, path: impl Into<String>) -> Self {
        Self { object, path: path.into() }
    }

    /// Where a key of the object is.
    pub(crate) fn path(&self, key: &str) -> String {
        let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
        match (self.path.is_empty(), key.chars().all(plain)) {
            (true, _) => key.to_owned(),
            (false, true) => format!("{}.{key}", self.path),
            (false, false) => format!("{}['{key}']", self.path),
        }
    }

    /// What is at a key; null is nothing.
    pub(crate) fn get(&self, key: &str) -> Option<&'a Value> {
        self.object.get(key).filter(|it| !it.is_null())
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.object.iter()
    }

    /// The value at a key is impossible.
    pub(crate) fn wrong(&self, key: &str, expected: impl Into<String>) -> Fault {
        Fault {
            path: self.path(key),
            found: self.object.get(key).map_or_else(|| "nothing".to_owned(), described),
            expected: expected.into(),
            unfinished: false,
        }
    }

    /// The value at a key has yet to be filled in.
    pub(crate) fn unfinished(&self, key: &str, expected: impl Into<String>) -> Fault {
        Fault { unfinished: true, ..self.wrong(key, expected) }
    }

    /// Text at a key; `None` when absent or empty. Numbers and booleans are read as text, which
    /// is how the language itself writes them.
    pub(crate) fn text(&self, key: &str) -> Result<Option<String>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(value) => scalar(value)
                .map(|it| Some(it).filter(|it| !it.is_empty()))
                .ok_or_else(|| self.wrong(key, "text")),
        }
    }

    pub(crate) fn field(&self, key: &str) -> Result<Option<Field>, Fault> {
        Ok(self.text(key)?.as_deref().map(Field::parse))
    }

    pub(crate) fn required_field(&self, key: &str, expected: &str) -> Result<Field, Fault> {
        self.field(key)?.ok_or_else(|| self.unfinished(key, expected))
    }

    pub(crate) fn template(&self, key: &str) -> Result<Option<Template>, Fault> {
        Ok(self.text(key)?.as_deref().map(Template::parse))
    }

    /// One of a few words.
    pub(crate) fn choice<T: Copy>(
        &self,
        key: &str,
        choices: &[(&str, T)],
    ) -> Result<Option<T>, Fault> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        if let Some((_, value)) = choices.iter().find(|(name, _)| name.eq_ignore_ascii_case(&text))
        {
            return Ok(Some(*value));
        }
        let names: Vec<_> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
        Err(self.bad(key, &text, names.join(" or ")))
    }

    pub(crate) fn switch(&self, key: &str) -> Result<Option<bool>, Fault> {
        self.choice(key, &[("True", true), ("False", false)])
    }

    /// A fixed whole number.
    pub(crate) fn number(
        &self,
        key: &str,
        range: RangeInclusive<u64>,
    ) -> Result<Option<u64>, Fault> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        match text.trim().parse() {
            Ok(number) if range.contains(&number) => Ok(Some(number)),
            Ok(_) | Err(_) => Err(self.bad(key, &text, whole_number(&range))),
        }
    }

    /// An object; `None` when absent.
    pub(crate) fn object(&self, key: &str) -> Result<Option<Reader<'a>>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some(Value::Object(object)) => Ok(Some(Reader::new(object, self.path(key)))),
            Some(_) => Err(self.wrong(key, "an object")),
        }
    }

    /// The objects of a list; `None` when absent.
    pub(crate) fn objects(&self, key: &str) -> Result<Option<Vec<Reader<'a>>>, Fault> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let items = value.as_array().ok_or_else(|| self.wrong(key, "a list"))?;
        let object = |(position, item): (usize, &'a Value)| {
            let path = format!("{}[{position}]", self.path(key));
            match item {
                Value::Object(object) => Ok(Reader::new(object, path)),
                other => Err(Fault {
                    path,
                    found: described(other),
                    expected: "an object".to_owned(),
                    unfinished: false,
                }),
            }
        };
        items.iter().enumerate().map(object).collect::<Result<_, _>>().map(Some)
    }

    /// The objects of a list with at least one, and no more than so many.
    pub(crate) fn some_objects(
        &self,
        key: &str,
        most: usize,
        expected: &str,
    ) -> Result<Vec<Reader<'a>>, Fault> {
        let items = self.objects(key)?.unwrap_or_default();
        match items.len() {
            0 => Err(self.unfinished(key, expected)),
            count if count > most => {
                Err(Fault { found: format!("{count} of them"), ..self.wrong(key, expected) })
            }
            _ => Ok(items),
        }
    }

    /// An object whose values are any JSON with references in it; empty when absent.
    pub(crate) fn trees(&self, key: &str) -> Result<Vec<(String, Tree)>, Fault> {
        let object = self.object(key)?;
        let entries = object.iter().flat_map(Reader::entries);
        Ok(entries.map(|(name, it)| (name.clone(), Tree::parse(it))).collect())
    }

    /// An object of text with references in it; empty when absent.
    pub(crate) fn templates(&self, key: &str) -> Result<Vec<(String, Template)>, Fault> {
        let Some(object) = self.object(key)? else { return Ok(Vec::new()) };
        let entry = |(name, value): (&String, &Value)| {
            let text = scalar(value).ok_or_else(|| object.wrong(name, "text"))?;
            Ok((name.clone(), Template::parse(&text)))
        };
        object.entries().map(entry).collect()
    }

    /// A whole number that is fixed or looked up; a fixed one is checked at once.
    pub(crate) fn number_field(
        &self,
        key: &str,
        range: RangeInclusive<u64>,
    ) -> Result<Option<Field>, Fault> {
        let field = self.field(key)?;
        if let Some(Field::Static(_)) = field {
            self.number(key, range)?;
        }
        Ok(field)
    }

    /// An object that must be there, as far as the console writes it.
    pub(crate) fn required_object(&self, key: &str, expected: &str) -> Result<Reader<'a>, Fault> {
        self.object(key)?.ok_or_else(|| self.unfinished(key, expected))
    }

    /// A list of text; `None` when absent.
    pub(crate) fn texts(&self, key: &str) -> Result<Option<Vec<String>>, Fault> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let texts = value.as_array().and_then(|items| items.iter().map(scalar).collect());
        texts.map(Some).ok_or_else(|| self.wrong(key, "a list of text"))
    }

    /// Text that is there but cannot be; a placeholder of a template has yet to be replaced.
    pub(crate) fn bad(&self, key: &str, text: &str, expected: String) -> Fault {
        Fault { unfinished: is_placeholder(text), ..self.wrong(key, expected) }
    }
}

/// How a range of whole numbers is named in messages.
pub(crate) fn whole_number(range: &RangeInclusive<u64>) -> String {
    format!("a whole number from {} to {}", range.start(), range.end())
}

/// Text, or a number or boolean as text.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether text waits for a template engine: `${x}`, `{{x}}`, `<<x>>`, `%x%`.
fn is_placeholder(text: &str) -> bool {
    let wrapped = text.len() > 2 && text.starts_with('%') && text.ends_with('%');
    wrapped || ["${", "{{", "<<"].iter().any(|it| text.contains(it))
}

/// A JSON value in a few words.
pub(crate) fn described(value: &Value) -> String {
    const SHOWN: usize = 40;
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("the boolean `{value}`"),
        Value::Number(value) => format!("the number `{value}`"),
        Value::String(text) if text.is_empty() => "empty text".to_owned(),
        Value::String(text) if text.chars().count() > SHOWN => {
            format!("`{}…`", text.chars().take(SHOWN).collect::<String>())
        }
        Value::String(text) => format!("`{text}`"),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
