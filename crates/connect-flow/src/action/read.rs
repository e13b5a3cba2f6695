//! Reading parameters, and saying what is wrong with them.

use std::cell::RefCell;
use std::fmt;
use std::ops::RangeInclusive;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::placeholder::has_placeholder;
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

impl Fault {
    /// What is wrong with a value.
    pub(crate) fn at(path: String, found: Option<&Value>, expected: impl Into<String>) -> Self {
        let found = found.map_or_else(|| "nothing".to_owned(), described);
        Self { path, found, expected: expected.into(), unfinished: false }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, found, expected, unfinished: _ } = self;
        write!(f, "{path}: found {found}, expected {expected}")
    }
}

/// Faults in the order they were found.
#[derive(Debug, Default)]
pub(crate) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    /// Notes down a fault, unless one was found in the same place before: what is no text is not
    /// missing as well.
    fn note(&self, fault: Fault) {
        let mut faults = self.0.borrow_mut();
        if !faults.iter().any(|it| it.path == fault.path) {
            faults.push(fault);
        }
    }

    /// What reading gives; `None` when it notes down a fault, since something made up then stands
    /// in for what could not be read.
    pub(crate) fn sound<T>(&self, read: impl FnOnce() -> T) -> Option<T> {
        let before = self.0.borrow().len();
        let value = read();
        (self.0.borrow().len() == before).then_some(value)
    }

    pub(crate) fn into_vec(self) -> Vec<Fault> {
        self.0.into_inner()
    }
}

/// A JSON object, where it is, and where its faults are noted down.
///
/// Reading goes on after a fault, so that whoever checks a flow is told of all of them at once.
/// Something made up, mostly empty text, stands in for what could not be read, and
/// [`Faults::sound`] keeps it from being used.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    /// `None` where an object must be and is not: that was told, and what it lacks is not.
    object: Option<&'a Map<String, Value>>,
    path: String,
    faults: &'a Faults,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(
        object: &'a Map<String, Value>,
        path: impl Into<String>,
        faults: &'a Faults,
    ) -> Self {
        Self { object: Some(object), path: path.into(), faults }
    }

    /// Where a key of the object is.
    pub(crate) fn path(&self, key: &str) -> String {
        within(&self.path, key)
    }

    /// What is at a key; null is nothing.
    pub(crate) fn get(&self, key: &str) -> Option<&'a Value> {
        self.object?.get(key).filter(|it| !it.is_null())
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a String, &'a Value)> + use<'a> {
        self.object.into_iter().flatten()
    }

    /// What is wrong with the value at a key.
    pub(crate) fn fault(&self, key: &str, expected: impl Into<String>) -> Fault {
        let found = self.object.and_then(|it| it.get(key));
        Fault::at(self.path(key), found, expected)
    }

    /// Notes down a fault.
    pub(crate) fn note(&self, fault: Fault) {
        if self.object.is_some() {
            self.faults.note(fault);
        }
    }

    /// Notes down that the value at a key is impossible.
    pub(crate) fn wrong(&self, key: &str, expected: impl Into<String>) {
        self.note(self.fault(key, expected));
    }

    /// Notes down what is impossible about a key, where it is not all of its value.
    pub(crate) fn wrong_in(&self, key: &str, found: String, expected: &str) {
        self.note(Fault { found, ..self.fault(key, expected) });
    }

    /// Notes down that the value at a key has yet to be filled in.
    pub(crate) fn unfinished(&self, key: &str, expected: impl Into<String>) {
        self.note(Fault { unfinished: true, ..self.fault(key, expected) });
    }

    /// Notes down text that cannot be; a placeholder of a template has yet to be replaced.
    pub(crate) fn bad(&self, key: &str, text: &str, expected: impl Into<String>) {
        self.note(Fault { unfinished: has_placeholder(text), ..self.fault(key, expected) });
    }

    /// What reading gives; `None` when it notes down a fault.
    pub(crate) fn sound<T>(&self, read: impl FnOnce() -> T) -> Option<T> {
        self.faults.sound(read)
    }

    /// Text at a key; `None` when absent or empty. Numbers and booleans are read as text, which
    /// is how the language itself writes them.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        let text = scalar(self.get(key)?);
        if text.is_none() {
            self.wrong(key, "text");
        }
        text.filter(|it| !it.is_empty())
    }

    pub(crate) fn required_text(&self, key: &str, expected: &str) -> String {
        self.required(self.text(key), key, expected).unwrap_or_default()
    }

    pub(crate) fn field(&self, key: &str) -> Option<Field> {
        self.text(key).as_deref().map(Field::parse)
    }

    pub(crate) fn required_field(&self, key: &str, expected: &str) -> Field {
        self.required(self.field(key), key, expected).unwrap_or_else(stand_in)
    }

    pub(crate) fn template(&self, key: &str) -> Option<Template> {
        self.text(key).as_deref().map(Template::parse)
    }

    pub(crate) fn required_template(&self, key: &str, expected: &str) -> Template {
        self.required(self.template(key), key, expected).unwrap_or_default()
    }

    /// Passes on what was read at a key; notes down when that is nothing.
    pub(crate) fn required<T>(&self, read: Option<T>, key: &str, expected: &str) -> Option<T> {
        if read.is_none() {
            self.unfinished(key, expected);
        }
        read
    }

    /// One of a few words.
    pub(crate) fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let choice = choices.iter().find(|(name, _)| name.eq_ignore_ascii_case(&text));
        if choice.is_none() {
            let names: Vec<_> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
            self.bad(key, &text, names.join(" or "));
        }
        choice.map(|(_, value)| *value)
    }

    /// One of a few words that must be there.
    pub(crate) fn required_choice<T: Copy>(
        &self,
        key: &str,
        choices: &[(&str, T)],
        expected: &str,
    ) -> Option<T> {
        self.required(self.choice(key, choices), key, expected)
    }

    /// A boolean; false when absent.
    pub(crate) fn switch(&self, key: &str) -> bool {
        self.optional_switch(key).unwrap_or_default()
    }

    pub(crate) fn optional_switch(&self, key: &str) -> Option<bool> {
        self.choice(key, &[("True", true), ("False", false)])
    }

    /// A fixed whole number.
    pub(crate) fn number(&self, key: &str, range: RangeInclusive<u64>) -> Option<u64> {
        self.number_expecting(key, &range, &range)
    }

    /// A fixed whole number that must be there.
    pub(crate) fn required_number(&self, key: &str, range: RangeInclusive<u64>) -> u64 {
        let number = self.number(key, range.clone());
        if number.is_none() {
            self.unfinished(key, whole_number(&range));
        }
        number.unwrap_or_default()
    }

    /// A fixed whole number that is taken from a wider range than it should be from.
    pub(crate) fn number_expecting(
        &self,
        key: &str,
        taken: &RangeInclusive<u64>,
        expected: &RangeInclusive<u64>,
    ) -> Option<u64> {
        let text = self.text(key)?;
        let number = text.trim().parse().ok().filter(|it| taken.contains(it));
        if number.is_none() {
            self.bad(key, &text, whole_number(expected));
        }
        number
    }

    /// A whole number that is fixed or looked up; a fixed one is checked at once.
    pub(crate) fn number_field(&self, key: &str, range: RangeInclusive<u64>) -> Option<Field> {
        let field = self.field(key)?;
        if let Field::Static(_) = field {
            self.number(key, range);
        }
        Some(field)
    }

    pub(crate) fn required_number_field(&self, key: &str, range: RangeInclusive<u64>) -> Field {
        let field = self.number_field(key, range.clone());
        if field.is_none() {
            self.unfinished(key, whole_number(&range));
        }
        field.unwrap_or_else(stand_in)
    }

    /// An object; `None` when absent.
    pub(crate) fn object(&self, key: &str) -> Option<Reader<'a>> {
        if let Value::Object(object) = self.get(key)? {
            return Some(Reader::new(object, self.path(key), self.faults));
        }
        self.wrong(key, "an object");
        None
    }

    /// An object that must be there, as far as the console writes it.
    pub(crate) fn required_object(&self, key: &str, expected: &str) -> Reader<'a> {
        let object = self.required(self.object(key), key, expected);
        object.unwrap_or_else(|| Reader { object: None, path: self.path(key), faults: self.faults })
    }

    /// The objects of a list; none when absent.
    pub(crate) fn objects(&self, key: &str) -> Vec<Reader<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Value::Array(items) = value else {
            self.wrong(key, "a list");
            return Vec::new();
        };
        let object = |(position, item): (usize, &'a Value)| {
            let path = format!("{}[{position}]", self.path(key));
            if let Value::Object(object) = item {
                return Some(Reader::new(object, path, self.faults));
            }
            self.note(Fault::at(path, Some(item), "an object"));
            None
        };
        items.iter().enumerate().filter_map(object).collect()
    }

    /// The objects of a list with at least one, and no more than so many.
    pub(crate) fn some_objects(&self, key: &str, most: usize, expected: &str) -> Vec<Reader<'a>> {
        let items = self.objects(key);
        // What is no object was told of, and is one of them all the same.
        match self.get(key).and_then(Value::as_array).map_or(0, Vec::len) {
            0 => self.unfinished(key, expected),
            count if count > most => self.wrong_in(key, format!("{count} of them"), expected),
            _ => {}
        }
        items
    }

    /// An object whose values are any JSON with references in it; empty when absent.
    pub(crate) fn trees(&self, key: &str) -> Vec<(String, Tree)> {
        let object = self.object(key);
        let entries = object.iter().flat_map(Reader::entries);
        entries.map(|(name, it)| (name.clone(), Tree::parse(it))).collect()
    }

    /// An object of text with references in it; empty when absent.
    pub(crate) fn templates<T>(&self, key: &str) -> T
    where
        T: FromIterator<(String, Template)> + Default,
    {
        self.object(key).map(|it| it.all_templates()).unwrap_or_default()
    }

    /// All of the object, as text with references in it.
    pub(crate) fn all_templates<T: FromIterator<(String, Template)>>(&self) -> T {
        let entry = |(name, value): (&String, &Value)| {
            let text = scalar(value);
            if text.is_none() {
                self.wrong(name, "text");
            }
            Some((name.clone(), Template::parse(&text?)))
        };
        self.entries().filter_map(entry).collect()
    }

    /// A list of text; `None` when absent.
    pub(crate) fn texts(&self, key: &str) -> Option<Vec<String>> {
        let texts = self.get(key)?.as_array().and_then(|items| items.iter().map(scalar).collect());
        if texts.is_none() {
            self.wrong(key, "a list of text");
        }
        texts
    }

    /// A list of at least one text.
    pub(crate) fn some_texts(&self, key: &str, expected: &str) -> Vec<String> {
        let texts = self.texts(key).filter(|it| !it.is_empty());
        self.required(texts, key, expected).unwrap_or_default()
    }
}

/// What stands in for a field that could not be read.
pub(super) fn stand_in() -> Field {
    Field::Static(String::new())
}

/// The end of a range of whole numbers whose limit nobody knows.
pub(crate) const NO_LIMIT: u64 = u32::MAX as u64;

/// The place of a key of an object at a place.
pub(crate) fn within(path: &str, key: &str) -> String {
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
    match (path.is_empty(), key.chars().all(plain)) {
        (true, _) => key.to_owned(),
        (false, true) => format!("{path}.{key}"),
        (false, false) => format!("{path}['{key}']"),
    }
}

/// How a range of whole numbers is named in messages.
pub(crate) fn whole_number(range: &RangeInclusive<u64>) -> String {
    match (range.start(), *range.end()) {
        (low, NO_LIMIT) => format!("a whole number from {low}"),
        (low, high) => format!("a whole number from {low} to {high}"),
    }
}

/// Text, or a number or boolean as text.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
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
