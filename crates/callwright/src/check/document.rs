//! The text of a flow, and where things are in it.

use std::collections::BTreeSet;
use std::ops::Range;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions};

/// Longest list or object, in bytes, that is shown as a whole.
const MOST_SHOWN: usize = 80;

/// JSON whose every part knows its place in the text.
#[derive(Debug)]
pub(super) struct Document<'a> {
    root: Value<'a>,
    text: &'a str,
}

/// A key that an object has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Repeated {
    /// JSON path of the key.
    pub(super) path: String,
    /// The key.
    pub(super) key: String,
    /// Where it is written again, in bytes.
    pub(super) at: Range<usize>,
}

/// A step of a JSON path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Segment<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> Document<'a> {
    /// Reads JSON; `None` when the text is something else.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let read = jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &strict).ok()?;
        Some(Self { root: read.value?, text })
    }

    /// Where to point for a JSON path such as `Actions[3].Parameters.Text`, in bytes: at the value,
    /// or at the name of one that is too long to be shown. A part that is not there is looked for in
    /// what should hold it. `None` for the whole text, and when nothing of the path is there.
    pub(super) fn find(&self, path: &str) -> Option<Range<usize>> {
        let mut value = &self.root;
        let mut shown = None;
        for segment in segments(path) {
            let (name, inner) = match (segment, value) {
                (Segment::Key(key), Value::Object(object)) => {
                    // Of a key that is written twice, the last counts.
                    let last = object.properties.iter().rfind(|it| it.name.as_str() == key);
                    let Some(it) = last else { break };
                    (Some(bytes(&it.name)), &it.value)
                }
                (Segment::Index(position), Value::Array(array)) => {
                    let Some(it) = array.elements.get(position) else { break };
                    (None, it)
                }
                _ => break,
            };
            value = inner;
            shown = Some(self.handle(value, name));
        }
        shown
    }

    /// The part of a value that stands for all of it.
    fn handle(&self, value: &Value<'_>, name: Option<Range<usize>>) -> Range<usize> {
        let all = bytes(value);
        let is_short = all.len() <= MOST_SHOWN
            && self.text.get(all.clone()).is_some_and(|it| !it.contains('\n'));
        let is_list = matches!(value, Value::Object(_) | Value::Array(_));
        if !is_list || (is_short && name.is_none()) {
            return all;
        }
        let opening = all.start..all.start.saturating_add(1);
        name.or_else(|| match value {
            Value::Object(object) => title(object),
            _ => None,
        })
        .unwrap_or(opening)
    }

    /// Every key that its object has already, in the order of the text.
    pub(super) fn repeated_keys(&self) -> Vec<Repeated> {
        let mut found = Vec::new();
        repeated(&self.root, "", &mut found);
        found
    }
}

/// What an action or branch is known by.
fn title(object: &Object<'_>) -> Option<Range<usize>> {
    let named = |name| object.properties.iter().find(|it| it.name.as_str() == name);
    let is_scalar = |value: &Value<'_>| !matches!(value, Value::Object(_) | Value::Array(_));
    named("Identifier")
        .or_else(|| object.properties.first())
        .filter(|it| is_scalar(&it.value))
        .map(|it| bytes(&it.value))
}

fn bytes(part: &impl Ranged) -> Range<usize> {
    part.start()..part.end()
}

fn repeated(value: &Value<'_>, path: &str, found: &mut Vec<Repeated>) {
    match value {
        Value::Object(object) => {
            let mut keys = BTreeSet::new();
            for it in &object.properties {
                let key = it.name.as_str();
                let place = under(path, key);
                if !keys.insert(key) {
                    let key = key.to_owned();
                    found.push(Repeated { path: place.clone(), key, at: bytes(&it.name) });
                }
                repeated(&it.value, &place, found);
            }
        }
        Value::Array(array) => {
            for (position, item) in array.elements.iter().enumerate() {
                repeated(item, &format!("{path}[{position}]"), found);
            }
        }
        _ => {}
    }
}

/// The path of a key, written as flows' faults write it.
fn under(path: &str, key: &str) -> String {
    let is_plain = key.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '_' | '-'));
    match (path.is_empty(), is_plain) {
        (true, _) => key.to_owned(),
        (false, true) => format!("{path}.{key}"),
        (false, false) => format!("{path}['{key}']"),
    }
}

/// The steps of a path; what cannot be read ends it.
fn segments(path: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(quoted) = rest.strip_prefix("['") {
            let (key, after) = quoted.split_once("']").unwrap_or((quoted, ""));
            segments.push(Segment::Key(key));
            rest = after;
        } else if let Some(indexed) = rest.strip_prefix('[') {
            let (index, after) = indexed.split_once(']').unwrap_or((indexed, ""));
            let Ok(index) = index.parse() else { break };
            segments.push(Segment::Index(index));
            rest = after;
        } else {
            let named = rest.strip_prefix('.').unwrap_or(rest);
            let end = named.find(['.', '[']).unwrap_or(named.len());
            let (key, after) = named.split_at(end);
            segments.push(Segment::Key(key));
            rest = after;
        }
    }
    segments
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FLOW: &str = r#"{
  "Version": "2019-10-30",
  "Actions": [
    { "Identifier": "ask", "Type": "GetParticipantInput", "Parameters": { "Text": "Press 1.", "odd key": 1 },
      "Transitions": { "Conditions": [ { "NextAction": "bye", "Condition": { "Operator": "Equals", "Operands": ["1"] } } ],
        "Errors": [ { "NextAction": "bye", "ErrorType": "NoMatchingError" } ] } }
  ]
}"#;

    fn shown(path: &str) -> Option<&'static str> {
        Document::read(FLOW).unwrap().find(path).map(|it| FLOW.get(it).unwrap())
    }

    #[test]
    fn a_value_is_found_by_its_path() {
        for (path, value) in [
            ("Version", "\"2019-10-30\""),
            ("Actions[0].Parameters.Text", "\"Press 1.\""),
            ("Actions[0].Parameters['odd key']", "1"),
            ("Actions[0].Transitions.Conditions[0].Condition.Operands[0]", "\"1\""),
            ("Actions[0].Transitions.Errors[0].NextAction", "\"bye\""),
        ] {
            assert_eq!(shown(path), Some(value), "{path}");
        }
    }

    #[test]
    fn what_is_long_is_known_by_its_name() {
        assert_eq!(shown("Actions"), Some("\"Actions\""));
        assert_eq!(shown("Actions[0]"), Some("\"ask\""));
        assert_eq!(shown("Actions[0].Transitions"), Some("\"Transitions\""));
        assert_eq!(shown("Actions[0].Transitions.Conditions[0]"), Some("\"bye\""));
        let error = r#"{ "NextAction": "bye", "ErrorType": "NoMatchingError" }"#;
        assert_eq!(shown("Actions[0].Transitions.Errors[0]"), Some(error));
    }

    #[test]
    fn what_is_not_there_is_looked_for_in_what_should_hold_it() {
        assert_eq!(shown("Actions[0].Transitions.NextAction"), Some("\"Transitions\""));
        assert_eq!(shown("Actions[0].Nothing.At.All"), Some("\"ask\""));
        assert_eq!(shown("Actions[7].Type"), Some("\"Actions\""));
        assert_eq!(shown("StartAction"), None);
        assert_eq!(shown("the flow"), None);
        assert_eq!(shown(""), None);
    }

    #[test]
    fn of_a_key_written_twice_the_second_counts_and_is_told() {
        let text = r#"{ "a": 1, "b": [{ "c d": 1, "c d": 2 }], "a": 3 }"#;
        let document = Document::read(text).unwrap();
        assert_eq!(document.find("a").map(|it| text.get(it).unwrap()), Some("3"));
        let keys: Vec<_> = document.repeated_keys();
        let paths: Vec<_> = keys.iter().map(|it| it.path.as_str()).collect();
        assert_eq!(paths, ["b[0]['c d']", "a"]);
        assert_eq!(
            keys.iter().map(|it| text.get(it.at.clone()).unwrap()).collect::<Vec<_>>(),
            ["\"c d\"", "\"a\""]
        );
    }

    #[test]
    fn only_json_is_read() {
        for text in ["", "{,}", "{'a': 1}", "// note\n{}", "[1,]", "{a: 1}", "[1 2]", "[0x10]"] {
            assert!(Document::read(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_path_is_read_to_its_end(path in "[a.\\[\\]'0-9 ä]{0,20}") {
            let _ = segments(&path);
            let _ = Document::read(FLOW).unwrap().find(&path);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[{}\\[\\]\":,a0 ]{0,20}") {
            if let Some(document) = Document::read(&text) {
                prop_assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
                let _ = document.repeated_keys();
            }
        }
    }
}
