//! A template as data: YAML with short intrinsics becomes JSON with long ones, places remembered.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, Tag, YamlData};
use serde_json::{Map, Value};

use super::error::{Place, TemplateError};
use crate::check::{self, Text};

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
    text: Text,
    spots: Spots,
    /// What stands around the content of the file, and is not in it.
    around: String,
}

/// Where the parts of a template are in its text.
#[derive(Debug)]
enum Spots {
    /// Of YAML: by path.
    Yaml(BTreeMap<String, Spot>),
    /// JSON tells when it is asked.
    Json,
}

/// Where a part of a YAML template is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Spot {
    /// Line, from 1.
    line: usize,
    /// The value, or the key of a list or map; in characters of the text.
    characters: Range<usize>,
}

impl Document {
    pub(super) fn read(file: &Path) -> Result<Self, TemplateError> {
        let text = std::fs::read_to_string(file)
            .map_err(|source| TemplateError::Read { file: file.to_owned(), source })?;
        Self::parse(file, &text)
    }

    pub(super) fn parse(file: &Path, text: &str) -> Result<Self, TemplateError> {
        let text = Text::new(text);
        // YAML has nearly all of JSON, but neither its tabs nor its pairs of surrogates.
        if text.as_str().trim_start().starts_with('{')
            && let Ok(root) = serde_json::from_str::<Value>(text.as_str())
        {
            let (file, spots, around) = (file.to_owned(), Spots::Json, String::new());
            return Ok(Self { file, root, text, spots, around });
        }
        let nodes =
            MarkedYaml::load_from_str(text.as_str()).map_err(|error| TemplateError::Syntax {
                file: file.to_owned(),
                line: error.marker().line(),
                column: error.marker().col().saturating_add(1),
                message: error.info().to_owned(),
            })?;
        let mut reader = Reader { file, spots: BTreeMap::new() };
        let root = match nodes.first() {
            Some(node) => reader.convert(node, "", 0)?,
            None => Value::Null,
        };
        let spots = Spots::Yaml(reader.spots);
        let document = Self { file: file.to_owned(), root, text, spots, around: String::new() };
        if document.root.is_object() {
            Ok(document)
        } else {
            Err(document.shape("", "a template with `Resources`", &document.root))
        }
    }

    /// Puts the content below some keys that the file does not have.
    pub(super) fn nest(&mut self, keys: &[&str]) {
        for key in keys.iter().rev() {
            let inner = self.root.take();
            self.root = Value::Object(Map::from_iter([((*key).to_owned(), inner)]));
        }
        self.around = keys.join(".");
    }

    /// The part of a path that is in the file.
    fn inside<'a>(&self, path: &'a str) -> &'a str {
        let inner = path.strip_prefix(&self.around).unwrap_or_default();
        inner.strip_prefix('.').filter(|_| !self.around.is_empty()).unwrap_or(inner)
    }

    /// Its text.
    pub(super) fn text(&self) -> &Text {
        &self.text
    }

    /// The place of a path; the line is that of its nearest known ancestor.
    pub(super) fn place(&self, path: &str) -> Place {
        let line = match &self.spots {
            Spots::Yaml(spots) => nearest(spots, self.inside(path)).map_or(0, |it| it.line),
            Spots::Json => self.mark(path).map_or(0, |it| self.text.position(it.start).0),
        };
        Place { file: self.file.clone(), line, path: path.to_owned() }
    }

    /// Where to point for a path, in bytes of the text: at the value, or at the name of one that is
    /// long; at what should hold it when it is not there.
    pub(super) fn mark(&self, path: &str) -> Option<Range<usize>> {
        let text = self.text.as_str();
        match &self.spots {
            Spots::Json => check::find_in_json(text, self.inside(path)),
            Spots::Yaml(spots) => {
                let Range { start, end } = nearest(spots, self.inside(path))?.characters.clone();
                let (from, to) = (byte(text, start), byte(text, end));
                let line = text.get(from..)?.split('\n').next().unwrap_or_default().trim_end();
                // An item without a name is known by its first line.
                let length = if start == end { line.len() } else { to.saturating_sub(from) };
                Some(from..from.saturating_add(length))
            }
        }
    }

    /// The error for a value of the wrong shape.
    pub(super) fn shape(&self, path: &str, expected: &'static str, found: &Value) -> TemplateError {
        TemplateError::Shape { place: self.place(path), expected, found: describe(found) }
    }
}

/// The spot of a path, or of its nearest known ancestor.
fn nearest<'a>(spots: &'a BTreeMap<String, Spot>, path: &str) -> Option<&'a Spot> {
    let mut known = path;
    loop {
        if let Some(spot) = spots.get(known) {
            return Some(spot);
        }
        known = known.get(..known.rfind(['.', '['])?)?;
    }
}

/// The byte that a character of a text begins with; the end of the text beyond it.
fn byte(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(at, _)| at)
}

/// Converts YAML, and notes where everything is.
struct Reader<'a> {
    file: &'a Path,
    spots: BTreeMap<String, Spot>,
}

impl Reader<'_> {
    fn place(&self, path: &str) -> Place {
        let line = nearest(&self.spots, path).map_or(0, |it| it.line);
        Place { file: self.file.to_owned(), line, path: path.to_owned() }
    }

    fn shape(&self, path: &str, expected: &'static str) -> TemplateError {
        let found = describe(&Value::Null);
        TemplateError::Shape { place: self.place(path), expected, found }
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
        let span = &node.span;
        let is_plain = matches!(node.data, YamlData::Value(_) | YamlData::Representation(..));
        let whole = span.start.index()..span.end.index();
        let line = span.start.line();
        self.spots
            .entry(path.to_owned())
            .and_modify(|spot| {
                // A long text begins below its key, and is known by it.
                if is_plain && span.end.line() == line && spot.line == line {
                    spot.characters = whole.clone();
                }
            })
            .or_insert_with(|| {
                let characters = if is_plain { whole } else { whole.start..whole.start };
                Spot { line, characters }
            });
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
                    let key_spot = Spot {
                        line: key.span.start.line(),
                        characters: key.span.start.index()..key.span.end.index(),
                    };
                    let key = match &key.data {
                        YamlData::Value(scalar) => plain(&from_scalar(scalar)),
                        _ => None,
                    };
                    let Some(key) = key else {
                        return Err(self.shape(path, "keys that are text"));
                    };
                    let inner = join(path, &key);
                    // People look for the line of the key, not for the one its value begins on.
                    self.spots.insert(inner.clone(), key_spot);
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
                return Err(self.shape(path, "a value"));
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
    fn what_is_meant_is_marked() {
        let yaml = "ä:\n  - Name: x\n    Long: !Sub |\n      text\n    List: [1, two]\n  - {}\n";
        let json =
            "{\"ä\": [\n\t{ \"Name\": \"x\", \"Long\": { \"Fn::Sub\": \"\\ud83d\\ude00\" } } ] }";
        for (text, path, marked) in [
            (yaml, "ä", "ä"),
            (yaml, "ä[0]", "Name: x"),
            (yaml, "ä[0].Name", "x"),
            (yaml, "ä[0].Long", "Long"),
            (yaml, "ä[0].List[1]", "two"),
            (yaml, "ä[1].Name", "{}"),
            (json, "ä[0].Name", "\"x\""),
            (json, "ä[0].Long['Fn::Sub']", "\"\\ud83d\\ude00\""),
        ] {
            let document = parse(text).unwrap();
            let at = document.mark(path).unwrap();
            assert_eq!(document.text().as_str().get(at).unwrap(), marked, "{path}");
        }
        assert_eq!(parse(json).unwrap().place("ä[0].Long").line, 2);
        assert_eq!(parse(json).unwrap().mark("b"), None);
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
