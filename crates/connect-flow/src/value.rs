//! Text in a flow that may refer to what the contact is and has done.
//!
//! Everything here is read once, when a flow is loaded.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

pub(crate) use crate::root::Root;

/// A path into what a flow knows, such as `$.Attributes.tier` or `$.Lex.Slots.['a b']`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it begins.
    pub root: Root,
    /// The steps from there; list indices are written as digits.
    pub path: Vec<String>,
    text: String,
}

impl Reference {
    /// Reads a reference at the very beginning of a text; gives it and the rest of the text.
    fn take(text: &str) -> Option<(Self, &str)> {
        let (first, mut rest) = Segment::take(text.strip_prefix('$')?)?;
        let (root, mut path) = match first {
            // A sum such as `$.50` is no reference.
            Segment::Name(name) if name.starts_with(|it: char| it.is_ascii_alphabetic()) => {
                (Root::named(name), Vec::new())
            }
            Segment::Name(_) => return None,
            Segment::Bracket(name) => match Root::named(name) {
                Root::Other(_) => (Root::Attributes, vec![name.to_owned()]),
                root => (root, Vec::new()),
            },
        };
        while let Some((segment, after)) = Segment::take(rest) {
            path.push(segment.name().to_owned());
            rest = after;
        }
        let text = text.strip_suffix(rest).unwrap_or(text).to_owned();
        Some((Self { root, path, text }, rest))
    }

    /// As the flow writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Reference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

/// One step of a reference.
enum Segment<'a> {
    /// After a dot.
    Name(&'a str),
    /// In brackets, quoted unless it is an index.
    Bracket(&'a str),
}

impl<'a> Segment<'a> {
    /// Reads `.name`, `['any name']`, `.['any name']` or `[0]`.
    ///
    /// A name after a dot is made of ASCII letters, digits, `_` and `-`, so that a full stop or a
    /// word of another script can follow a reference directly.
    fn take(text: &'a str) -> Option<(Self, &'a str)> {
        if let Some(inner) = text.strip_prefix('.').unwrap_or(text).strip_prefix('[') {
            for quote in ['\'', '"'] {
                if let Some(quoted) = inner.strip_prefix(quote) {
                    let (name, after) = quoted.split_once(quote)?;
                    return Some((Self::Bracket(name), after.strip_prefix(']')?));
                }
            }
            let (index, after) = inner.split_once(']')?;
            let digits = !index.is_empty() && index.bytes().all(|it| it.is_ascii_digit());
            return digits.then_some((Self::Bracket(index), after));
        }
        let body = text.strip_prefix('.')?;
        let in_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
        let end = body.find(|it| !in_name(it)).unwrap_or(body.len());
        let (name, after) = body.split_at_checked(end)?;
        (!name.is_empty()).then_some((Self::Name(name), after))
    }

    fn name(&self) -> &'a str {
        match self {
            Self::Name(name) | Self::Bracket(name) => name,
        }
    }
}

/// A parameter that is either fixed or one whole reference, such as the ARN of a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Field {
    /// Fixed.
    Static(String),
    /// Looked up when the action runs.
    Reference(Reference),
}

impl Field {
    /// Reads a parameter; text that is not exactly one reference is fixed.
    pub fn parse(text: &str) -> Self {
        match Reference::take(text) {
            Some((reference, "")) => Self::Reference(reference),
            Some(_) | None => Self::Static(text.to_owned()),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Static(text) => f.write_str(text),
            Self::Reference(reference) => reference.fmt(f),
        }
    }
}

/// Text with references in it, such as `Hello $.Attributes.name.`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

/// A piece of a [`Template`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Fixed.
    Static(String),
    /// Looked up when the action runs.
    Reference(Reference),
}

impl Template {
    /// Reads text; a `$` that begins no reference is text.
    pub fn parse(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut fixed = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('$') {
            let Some((before, dollar)) = rest.split_at_checked(at) else { break };
            fixed.push_str(before);
            if let Some((reference, after)) = Reference::take(dollar) {
                if !fixed.is_empty() {
                    parts.push(Part::Static(std::mem::take(&mut fixed)));
                }
                parts.push(Part::Reference(reference));
                rest = after;
            } else {
                fixed.push('$');
                rest = dollar.strip_prefix('$').unwrap_or_default();
            }
        }
        fixed.push_str(rest);
        if !fixed.is_empty() {
            parts.push(Part::Static(fixed));
        }
        Self { parts }
    }

    /// Its pieces in order; no two fixed ones in a row.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Static(text) => f.write_str(text),
            Part::Reference(reference) => reference.fmt(f),
        })
    }
}

impl Serialize for Template {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// JSON whose text may have references in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Tree {
    /// Text.
    Text(Template),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    #[serde(serialize_with = "as_map")]
    Object(Vec<(String, Tree)>),
    /// Null, a boolean or a number.
    Other(Value),
}

fn as_map<S: Serializer>(entries: &[(String, Tree)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, it)| (key, it)))
}

impl Tree {
    /// Reads all text in a value.
    pub fn parse(value: &Value) -> Self {
        match value {
            Value::String(text) => Self::Text(Template::parse(text)),
            Value::Array(items) => Self::List(items.iter().map(Self::parse).collect()),
            Value::Object(object) => Self::parse_object(object),
            Value::Null | Value::Bool(_) | Value::Number(_) => Self::Other(value.clone()),
        }
    }

    /// The JSON it was read from, if nothing in it is looked up.
    pub(crate) fn fixed(&self) -> Option<Value> {
        match self {
            Self::Text(template) => match template.parts() {
                [] => Some(Value::from("")),
                [Part::Static(text)] => Some(Value::from(text.as_str())),
                _ => None,
            },
            Self::List(items) => items.iter().map(Self::fixed).collect(),
            Self::Object(entries) => {
                let entry = |(key, it): &(String, Self)| Some((key.clone(), it.fixed()?));
                entries.iter().map(entry).collect::<Option<Map<_, _>>>().map(Value::Object)
            }
            Self::Other(value) => Some(value.clone()),
        }
    }

    pub(crate) fn parse_object(object: &Map<String, Value>) -> Self {
        Self::Object(object.iter().map(|(key, it)| (key.clone(), Self::parse(it))).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows references in `«»`.
    fn shown(text: &str) -> String {
        let part = |part: &Part| match part {
            Part::Static(text) => text.clone(),
            Part::Reference(it) => format!("«{:?} {}»", it.root, it.path.join("/")),
        };
        Template::parse(text).parts().iter().map(part).collect()
    }

    #[test]
    fn references_are_found_in_text() {
        for (text, expected) in [
            ("", ""),
            ("no reference, $5 or $.50 or $ or $$", "no reference, $5 or $.50 or $ or $$"),
            ("$.Attributes.tier", "«Attributes tier»"),
            ("Hello $.Attributes.name.", "Hello «Attributes name»."),
            ("$.Attributes.['a b'], hi", "«Attributes a b», hi"),
            ("$.Attributes['a b']", "«Attributes a b»"),
            ("$.Attributes[\"a'b\"]", "«Attributes a'b»"),
            ("$.['a b']!", "«Attributes a b»!"),
            ("$['Attributes']['x']", "«Attributes x»"),
            ("$.External.a.b.0.c", "«External a/b/0/c»"),
            ("$.External.a[0].c", "«External a/0/c»"),
            ("$.Attributes.a$.Attributes.b", "«Attributes a»«Attributes b»"),
            ("arn:aws:x:$.AwsRegion:${Account}", "arn:aws:x:«AwsRegion »:${Account}"),
            ("$.SegmentAttributes['connect:X']", "«SegmentAttributes connect:X»"),
            ("$.Attributes.name\u{3055}\u{3093}", "«Attributes name»\u{3055}\u{3093}"),
            ("$.Attributes.['never closed", "«Attributes ».['never closed"),
            ("$.Attributes.[x]", "«Attributes ».[x]"),
        ] {
            assert_eq!(shown(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_field_is_a_reference_as_a_whole_or_not_at_all() {
        assert!(matches!(Field::parse("$.External.arn"), Field::Reference(_)));
        assert_eq!(Field::parse("a $.External.b"), Field::Static("a $.External.b".to_owned()));
        assert_eq!(Field::parse("$.External.b "), Field::Static("$.External.b ".to_owned()));
    }

    proptest::proptest! {
        #[test]
        fn a_template_reads_back_as_written(text in "[$.\\[\\]'\"a-z0-9 \u{3055}-]*|.*") {
            proptest::prop_assert_eq!(Template::parse(&text).to_string(), text);
        }
    }
}
