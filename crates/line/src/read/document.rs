//! Tables and values of a TOML document that know where they are and what was asked of them.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::fault::{choice, nearest};
use crate::{Fault, Place};

/// Most characters of a value that a fault shows.
const SHOWN: usize = 40;

/// What is wrong so far.
#[derive(Debug)]
pub(super) struct Faults<'s> {
    source: &'s str,
    list: Vec<Fault>,
}

impl<'s> Faults<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, list: Vec::new() }
    }

    pub(super) fn add(
        &mut self,
        key: impl Into<String>,
        span: Range<usize>,
        found: impl Into<String>,
        allowed: impl Into<String>,
        meant: Option<String>,
    ) {
        let place = Place::of(self.source, span);
        let (key, found, allowed) = (key.into(), found.into(), allowed.into());
        self.list.push(Fault { key, place, found, allowed, meant });
    }

    /// A value that is something else than it should be.
    pub(super) fn wrong(&mut self, value: &Value<'_>, allowed: impl Into<String>) {
        self.add(&value.key, value.span.clone(), value.shown(), allowed, None);
    }

    /// A value that is none of the words that are known.
    pub(super) fn unknown<'a>(
        &mut self,
        value: &Value<'_>,
        allowed: impl Into<String>,
        words: impl IntoIterator<Item = &'a str>,
    ) {
        let meant = value.inner.as_str().and_then(|it| nearest(it, words));
        self.add(&value.key, value.span.clone(), value.shown(), allowed, meant);
    }

    /// Tells of a place what was found there, in place of what was told of it; where nothing was, the
    /// place is a fault by itself.
    pub(super) fn retell(
        &mut self,
        span: &Range<usize>,
        found: &str,
        allowed: &str,
        meant: Option<String>,
    ) {
        let is_there = |it: &&mut Fault| it.place.span.start == span.start;
        match self.list.iter_mut().find(is_there) {
            Some(fault) => {
                found.clone_into(&mut fault.found);
                fault.meant = meant;
            }
            None => self.add("", span.clone(), found, allowed, meant),
        }
    }

    /// All of them in the order of the text.
    pub(super) fn into_list(mut self) -> Vec<Fault> {
        self.list.sort_by_key(|it| it.place.span.start);
        self.list
    }
}

/// A value and where it is.
#[derive(Debug, Clone)]
pub(super) struct Value<'d> {
    pub(super) key: String,
    pub(super) span: Range<usize>,
    inner: &'d DeValue<'d>,
}

impl<'d> Value<'d> {
    /// The value as a fault shows it.
    pub(super) fn shown(&self) -> String {
        match self.inner {
            DeValue::String(text) => quoted(text),
            DeValue::Integer(number) => quoted(number.as_str()),
            DeValue::Float(number) => quoted(number.as_str()),
            DeValue::Boolean(flag) => quoted(&flag.to_string()),
            DeValue::Datetime(it) => quoted(&it.to_string()),
            DeValue::Array(items) if items.is_empty() => "an empty list".to_owned(),
            DeValue::Array(_) => "a list".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        }
    }

    /// The value as text, if it is one.
    pub(super) fn as_text(&self) -> Option<&'d str> {
        self.inner.as_str()
    }

    /// The value as a date, if it is one without a time.
    pub(super) fn as_date(&self) -> Option<jiff::civil::Date> {
        match self.inner {
            DeValue::Datetime(it) if it.time.is_none() && it.offset.is_none() => {
                let date = it.date?;
                let (year, month, day) = (date.year, date.month, date.day);
                jiff::civil::Date::new(
                    year.try_into().ok()?,
                    month.try_into().ok()?,
                    day.try_into().ok()?,
                )
                .ok()
            }
            _ => None,
        }
    }

    pub(super) fn text(&self, faults: &mut Faults<'_>, allowed: &str) -> Option<&'d str> {
        let text = self.as_text();
        if text.is_none() {
            faults.wrong(self, allowed);
        }
        text
    }

    pub(super) fn flag(&self, faults: &mut Faults<'_>) -> Option<bool> {
        let flag = self.inner.as_bool();
        if flag.is_none() {
            faults.wrong(self, "`true` or `false`");
        }
        flag
    }

    /// A whole number within limits, both inclusive; `of` says of what, with a space before it.
    pub(super) fn whole(
        &self,
        faults: &mut Faults<'_>,
        (least, most): (u32, u32),
        of: &str,
    ) -> Option<u32> {
        let number = match self.inner {
            DeValue::Integer(it) => u32::from_str_radix(it.as_str(), it.radix()).ok(),
            _ => None,
        };
        let number = number.filter(|it| (least..=most).contains(it));
        if number.is_none() {
            faults.wrong(self, format!("a whole number{of} from {least} to {most}"));
        }
        number
    }

    /// One of the words that stand for something.
    pub(super) fn one_of<T: Copy>(
        &self,
        faults: &mut Faults<'_>,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let found = self.as_text().and_then(|text| words.iter().find(|(word, _)| *word == text));
        if found.is_none() {
            let words = || words.iter().map(|(word, _)| *word);
            faults.unknown(self, choice(words()), words());
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// The entries of a list.
    pub(super) fn items(&self, faults: &mut Faults<'_>, allowed: &str) -> Vec<Value<'d>> {
        let Some(items) = self.inner.as_array() else {
            faults.wrong(self, allowed);
            return Vec::new();
        };
        let item = |(at, item): (usize, &'d toml::Spanned<DeValue<'d>>)| Value {
            key: format!("{}[{at}]", self.key),
            span: item.span(),
            inner: item.get_ref(),
        };
        items.iter().enumerate().map(item).collect()
    }

    /// The table that it is, if it is one.
    pub(super) fn table(&self, faults: &mut Faults<'_>, allowed: &str) -> Option<Table<'d>> {
        let Some(entries) = self.inner.as_table() else {
            faults.wrong(self, allowed);
            return None;
        };
        Some(Table::new(self.key.clone(), self.span.clone(), entries))
    }
}

/// A table, and which of its keys were asked for.
#[derive(Debug)]
pub(super) struct Table<'d> {
    key: String,
    span: Range<usize>,
    entries: Option<&'d DeTable<'d>>,
    known: Vec<&'static str>,
}

impl<'d> Table<'d> {
    pub(super) fn new(key: String, span: Range<usize>, entries: &'d DeTable<'d>) -> Self {
        Self { key, span, entries: Some(entries), known: Vec::new() }
    }

    fn path(&self, name: &str) -> String {
        let bare = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
        let name = if !name.is_empty() && name.chars().all(bare) {
            name.to_owned()
        } else {
            format!("\"{}\"", cut(name))
        };
        if self.key.is_empty() { name } else { format!("{}.{name}", self.key) }
    }

    /// A value that may be there.
    pub(super) fn get(&mut self, name: &'static str) -> Option<Value<'d>> {
        if !self.known.contains(&name) {
            self.known.push(name);
        }
        let value = self.entries?.get(name)?;
        Some(Value { key: self.path(name), span: value.span(), inner: value.get_ref() })
    }

    /// A value that must be there.
    pub(super) fn need(
        &mut self,
        name: &'static str,
        faults: &mut Faults<'_>,
        allowed: &str,
    ) -> Option<Value<'d>> {
        let value = self.get(name);
        if value.is_none() {
            faults.add(self.path(name), self.span.clone(), "nothing", allowed, None);
        }
        value
    }

    /// A table in this one; without entries when it is not there.
    pub(super) fn section(&mut self, name: &'static str, faults: &mut Faults<'_>) -> Table<'d> {
        let found = self.get(name).and_then(|it| it.table(faults, "a table"));
        found.unwrap_or_else(|| Self {
            key: self.path(name),
            span: self.span.clone(),
            entries: None,
            known: Vec::new(),
        })
    }

    /// All entries, for a table whose keys are names that the author gives.
    pub(super) fn entries(&self) -> BTreeMap<&'d str, (Range<usize>, Value<'d>)> {
        let entry = |(name, value): (&'d toml::Spanned<std::borrow::Cow<'d, str>>, &'d _)| {
            let value: &toml::Spanned<DeValue<'d>> = value;
            let text: &'d str = name.get_ref();
            let value = Value { key: self.path(text), span: value.span(), inner: value.get_ref() };
            (text, (name.span(), value))
        };
        self.entries.into_iter().flatten().map(entry).collect()
    }

    /// Finds the keys that nothing asked for.
    pub(super) fn end(self, faults: &mut Faults<'_>) {
        for (name, (span, _)) in self.entries() {
            if !self.known.contains(&name) {
                let meant = nearest(name, self.known.iter().copied());
                let allowed = choice(self.known.iter().copied());
                let within =
                    if self.key.is_empty() { String::new() } else { format!(" in `{}`", self.key) };
                let found = format!("the key {}{within}", quoted(name));
                faults.add(self.path(name), span, found, allowed, meant);
            }
        }
    }
}

/// Text of the file as a fault shows it: in backticks, on one line, and cut.
pub(super) fn quoted(text: &str) -> String {
    format!("`{}`", cut(text))
}

fn cut(text: &str) -> String {
    let shown = text.escape_debug().take(SHOWN).collect::<String>();
    // The escapes of quotes would only be in the way.
    let shown = shown.replace("\\\"", "\"").replace("\\'", "'");
    if text.escape_debug().count() > SHOWN { format!("{shown}…") } else { shown }
}
