//! A template as data: YAML with short intrinsics becomes JSON with long ones, lines remembered.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, Tag, YamlData};
use serde_json::{Map, Value};

use super::error::{Place, TemplateError};

/// Short intrinsics that become `Fn::<name>`. `!Ref` and `!Condition` keep their names.
///
/// Source: AWS `CloudFormation` Template Reference, "Intrinsic functions".
const FUNCTIONS: [&str; 19] = [
    "And",
    "Base64",
    "Cidr",
    "Equals",
    "FindInMap",
    "ForEach",
    "GetAZs",
    "GetAtt",
    "If",
    "ImportValue",
    "Join",
    "Length",
    "Not",
    "Or",
    "Select",
    "Split",
    "Sub",
    "ToJsonString",
    "Transform",
];

/// Most levels of lists and maps in each other.
const MAX_DEPTH: u32 = 64;

/// One template.
#[derive(Debug)]
pub(super) struct Document {
    /// The file it was read from.
    pub(super) file: PathBuf,
    /// Its content; intrinsics in their long form.
    pub(super) root: Value,
    lines: BTreeMap<String, usize>,
}

impl Document {
    pub(super) fn read(file: &Path) -> Result<Self, TemplateError> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| TemplateError::Read { file: file.to_owned(), source })?;
        Self::parse(file, &text)
    }

    fn parse(file: &Path, text: &str) -> Result<Self, TemplateError> {
        let nodes = MarkedYaml::load_from_str(text).map_err(|error| TemplateError::Syntax {
            file: file.to_owned(),
            line: error.marker().line(),
            column: error.marker().col().saturating_add(1),
            message: error.info().to_owned(),
        })?;
        let mut document =
            Self { file: file.to_owned(), root: Value::Null, lines: BTreeMap::new() };
        if let Some(node) = nodes.first() {
            document.root = document.convert(node, "", 0)?;
        }
        if document.root.is_object() {
            Ok(document)
        } else {
            Err(document.shape("", "a template with `Resources`", &document.root))
        }
    }

    /// The place of a path; the line is that of its nearest known ancestor.
    pub(super) fn place(&self, path: &str) -> Place {
        let mut known = path;
        let line = loop {
            if let Some(line) = self.lines.get(known) {
                break *line;
            }
            match known.rfind(['.', '[']).and_then(|end| known.get(..end)) {
                Some(parent) => known = parent,
                None => break 0,
            }
        };
        Place { file: self.file.clone(), line, path: path.to_owned() }
    }

    /// The error for a value of the wrong shape.
    pub(super) fn shape(&self, path: &str, expected: &'static str, found: &Value) -> TemplateError {
        TemplateError::Shape { place: self.place(path), expected, found: describe(found) }
    }

    fn convert(
        &mut self,
        node: &MarkedYaml<'_>,
        path: &str,
        depth: u32,
    ) -> Result<Value, TemplateError> {
        if depth > MAX_DEPTH {
            return Err(TemplateError::TooDeep { place: self.place(path) });
        }
        let depth = depth.saturating_add(1);
        self.lines.entry(path.to_owned()).or_insert(node.span.start.line());
        Ok(match &node.data {
            YamlData::Value(scalar) => from_scalar(scalar),
            YamlData::Sequence(items) => {
                let items = items.iter().enumerate();
                let items =
                    items.map(|(at, item)| self.convert(item, &format!("{path}[{at}]"), depth));
                Value::Array(items.collect::<Result<_, _>>()?)
            }
            YamlData::Mapping(entries) => {
                let mut object = Map::new();
                for (key, value) in entries {
                    let key_line = key.span.start.line();
                    let key = match &key.data {
                        YamlData::Value(scalar) => plain(&from_scalar(scalar)),
                        _ => None,
                    };
                    let Some(key) = key else {
                        return Err(self.shape(path, "keys that are text", &Value::Null));
                    };
                    let inner = join(path, &key);
                    // People look for the line of the key, not for the one its value begins on.
                    self.lines.insert(inner.clone(), key_line);
                    object.insert(key, self.convert(value, &inner, depth)?);
                }
                Value::Object(object)
            }
            YamlData::Tagged(tag, inner) => {
                let argument = self.convert(inner, path, depth)?;
                self.intrinsic(tag, argument, path)?
            }
            YamlData::Representation(text, ..) => Value::String(text.clone().into_owned()),
            YamlData::Alias(_) | YamlData::BadValue => {
                return Err(self.shape(path, "a value", &Value::Null));
            }
        })
    }

    fn intrinsic(&self, tag: &Tag, argument: Value, path: &str) -> Result<Value, TemplateError> {
        let short = tag.suffix.as_str();
        let long = match short {
            "Ref" | "Condition" => short.to_owned(),
            _ if FUNCTIONS.contains(&short) => format!("Fn::{short}"),
            _ => {
                let (place, tag) = (self.place(path), short.to_owned());
                return Err(TemplateError::UnknownTag { place, tag });
            }
        };
        let argument = match argument {
            Value::String(text) if short == "GetAtt" => match text.split_once('.') {
                Some((resource, attribute)) => serde_json::json!([resource, attribute]),
                None => Value::String(text),
            },
            argument => argument,
        };
        Ok(Value::Object(Map::from_iter([(long, argument)])))
    }
}

/// A path and a key in it.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// The text of a plain value; `None` for lists, maps and nothing.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A value in a few words, for messages.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(truth) => format!("`{truth}`"),
        Value::Number(number) => format!("`{number}`"),
        Value::String(text) => format!("`{text}`"),
        Value::Array(items) => format!("a list of {}", items.len()),
        Value::Object(entries) => match entries.keys().next() {
            Some(key) => format!("a map with `{key}`"),
            None => "an empty map".to_owned(),
        },
    }
}

fn from_scalar(scalar: &Scalar<'_>) -> Value {
    match scalar {
        Scalar::Null => Value::Null,
        Scalar::Boolean(truth) => Value::Bool(*truth),
        Scalar::Integer(number) => Value::from(*number),
        Scalar::FloatingPoint(number) => Value::from(number.into_inner()),
        Scalar::String(text) => Value::String(text.clone().into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn parse(text: &str) -> Result<Document, TemplateError> {
        Document::parse(Path::new("t.yaml"), text)
    }

    fn message(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, expected) in [
            ("", "t.yaml: expected a template with `Resources`, found nothing"),
            ("- a", "t.yaml:1: expected a template with `Resources`, found a list of 1"),
            ("a:\n  b: !Reff x", "t.yaml:2: a.b: `!Reff` is no CloudFormation function"),
            ("a: 1\na: 2", "t.yaml:2:1: not YAML: duplicated key in mapping"),
        ] {
            assert_eq!(message(text), expected, "{text:?}");
        }
        let deep = message(&"[".repeat(1_000));
        assert!(deep.contains("not YAML") || deep.contains("too deep"), "{deep}");
        assert!(message("a: [").starts_with("t.yaml:"), "{}", message("a: ["));
    }

    #[test]
    fn short_intrinsics_become_long() {
        let document = parse(
            "a: !Ref X\nb: !GetAtt X.Outputs.Arn\nc: !GetAtt [X, Arn]\nd: !Sub '${X}'\n\
             e: !If [C, !Ref Y, !Ref AWS::NoValue]\nf: !Not [!Condition C]",
        )
        .unwrap();
        assert_eq!(
            document.root,
            json!({
                "a": { "Ref": "X" },
                "b": { "Fn::GetAtt": ["X", "Outputs.Arn"] },
                "c": { "Fn::GetAtt": ["X", "Arn"] },
                "d": { "Fn::Sub": "${X}" },
                "e": { "Fn::If": ["C", { "Ref": "Y" }, { "Ref": "AWS::NoValue" }] },
                "f": { "Fn::Not": [{ "Condition": "C" }] }
            })
        );
    }

    #[test]
    fn a_place_has_the_line_of_its_nearest_known_part() {
        let document = parse("a:\n  b:\n    - 1\n    - c: 2\n").unwrap();
        assert_eq!(document.place("a.b[1].c").line, 4);
        assert_eq!(document.place("a.b[1].d.e").line, 4);
        assert_eq!(document.place("x").line, 0);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_template_or_an_error(text in "[ -~\n]{0,80}") {
            let _outcome = parse(&text);
        }
    }
}
