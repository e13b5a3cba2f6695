//! One file of `contact-flows/`: a flow or a module, ready to become a resource.

use std::path::{Path, PathBuf};

use connect_flow::{Flow, ParseFlowError};
use serde_json::Value;

use super::RenderError;
use super::placeholder::{self, Uses};

/// Most characters of the content of a flow.
///
/// Source: Amazon Connect API Reference, `CreateContactFlowModule`, `Content`; CloudFormation holds
/// flows to the same length.
const MAX_CHARS: usize = 256_000;

/// What a flow may be, as exports write it in `Metadata.type` and as CloudFormation calls it. The
/// first is meant when a flow does not say.
const TYPES: [(&str, &str); 9] = [
    ("contactFlow", "CONTACT_FLOW"),
    ("customerQueue", "CUSTOMER_QUEUE"),
    ("customerHold", "CUSTOMER_HOLD"),
    ("customerWhisper", "CUSTOMER_WHISPER"),
    ("agentHold", "AGENT_HOLD"),
    ("agentWhisper", "AGENT_WHISPER"),
    ("outboundWhisper", "OUTBOUND_WHISPER"),
    ("agentTransfer", "AGENT_TRANSFER"),
    ("queueTransfer", "QUEUE_TRANSFER"),
];

/// The types that a flow may name, for an error.
pub(super) fn known_types() -> String {
    TYPES.map(|(name, _)| format!("`{name}`")).join(", ")
}

/// Which of the two kinds of flow a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Flow,
    Module,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Flow, Self::Module];

    /// Last part of the names of resources of this kind.
    fn suffix(self) -> &'static str {
        match self {
            Self::Flow => "Flow",
            Self::Module => "Module",
        }
    }

    /// Type of the resource.
    pub(super) fn resource_type(self) -> &'static str {
        match self {
            Self::Flow => "AWS::Connect::ContactFlow",
            Self::Module => "AWS::Connect::ContactFlowModule",
        }
    }

    /// Attribute of the resource that holds its ARN.
    pub(super) fn arn_attribute(self) -> &'static str {
        match self {
            Self::Flow => "ContactFlowArn",
            Self::Module => "ContactFlowModuleArn",
        }
    }
}

/// A flow or module.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) kind: Kind,
    pub(crate) path: PathBuf,
    /// Logical id of the resource, such as `OrderStatusFlow`.
    pub(crate) resource: String,
    /// Name in Connect.
    pub(super) name: String,
    pub(super) description: Option<String>,
    /// CloudFormation's word for the type of a flow; modules have none.
    pub(super) flow_type: Option<&'static str>,
    /// The file's own text, without the white space between its tokens.
    pub(crate) content: String,
    pub(crate) uses: Uses,
}

impl Unit {
    /// Reads one file.
    pub(super) fn parse(kind: Kind, path: PathBuf, text: &str) -> Result<Self, RenderError> {
        let (Some(stem), Some(resource)) = (stem(&path), resource(kind, &path)) else {
            return Err(RenderError::FileName { path });
        };
        let not_a_flow = |source| RenderError::Flow { path: path.clone(), source };
        Flow::parse(text).map_err(not_a_flow)?;
        let json: Value =
            serde_json::from_str(text).map_err(|it| not_a_flow(ParseFlowError::NotJson(it)))?;

        let content = minify(text);
        let found = content.chars().count();
        if found > MAX_CHARS {
            return Err(RenderError::TooLong { path, found, limit: MAX_CHARS });
        }
        let uses = match placeholder::find(&json) {
            Ok(uses) => uses,
            Err(it) => {
                return Err(RenderError::Placeholder { path, place: it.place, found: it.found });
            }
        };
        let metadata = |key: &str| {
            let text = json.get("Metadata")?.get(key)?.as_str()?.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let flow_type = match kind {
            Kind::Flow => Some(flow_type(&path, metadata("type"))?),
            Kind::Module => None,
        };
        Ok(Self {
            kind,
            resource,
            name: metadata("name").unwrap_or_else(|| stem.to_owned()),
            description: metadata("description"),
            flow_type,
            content,
            uses,
            path,
        })
    }

    /// Name of the placeholder that stands for this flow's ARN.
    pub(crate) fn placeholder(&self) -> String {
        placeholder(&self.resource)
    }
}

/// Logical id that the flow in a file has as a resource, such as `OrderStatusFlow`; `None` when the
/// file's name cannot be made one.
pub(crate) fn resource(kind: Kind, path: &Path) -> Option<String> {
    Some(format!("{}{}", pascal_case(stem(path)?), kind.suffix()))
}

/// Name of the placeholder that stands for the ARN of a resource.
pub(crate) fn placeholder(resource: &str) -> String {
    format!("{resource}Arn")
}

/// The name of a flow's file, if flows may be named so.
fn stem(path: &Path) -> Option<&str> {
    path.file_stem().and_then(|it| it.to_str()).filter(|it| is_stem(it))
}

/// The file that a placeholder such as `OrderStatusFlowArn` asks for, beside or below the file at
/// `path` that uses it; `None` when the name is not that of a flow or module.
pub(super) fn expected_file(user: &Unit, placeholder: &str) -> Option<PathBuf> {
    let resource = placeholder.strip_suffix("Arn")?;
    let (kind, pascal) =
        Kind::ALL.into_iter().find_map(|it| Some((it, resource.strip_suffix(it.suffix())?)))?;
    let folder = match user.kind {
        Kind::Flow => user.path.parent(),
        Kind::Module => user.path.parent().and_then(Path::parent),
    }?;
    let file = format!("{}.json", kebab_case(pascal));
    Some(match kind {
        Kind::Flow => folder.join(file),
        Kind::Module => folder.join(super::MODULES).join(file),
    })
}

fn flow_type(path: &Path, named: Option<String>) -> Result<&'static str, RenderError> {
    let [(default, _), ..] = TYPES;
    let named = named.unwrap_or_else(|| default.to_owned());
    TYPES
        .iter()
        .find(|(name, _)| *name == named)
        .map(|(_, resource)| *resource)
        .ok_or_else(|| RenderError::Type { path: path.to_owned(), found: named })
}

/// Whether a file name is lower-case words joined by `-`.
fn is_stem(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_lowercase())
        && text.split('-').all(|word| {
            !word.is_empty()
                && word.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
        })
}

/// `order-status` as `OrderStatus`.
fn pascal_case(stem: &str) -> String {
    stem.split('-')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|it| it.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

/// `OrderStatus` as `order-status`.
fn kebab_case(pascal: &str) -> String {
    words(pascal).join("-")
}

/// The words of a name such as `OrderStatus`, in lower case.
pub(super) fn words(pascal: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in pascal.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_ascii_uppercase() => word.push(letter),
            _ => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    words
}

/// Removes the white space between the tokens of a JSON text, and writes what would break a line of
/// YAML as an escape, so that the text fits on one.
///
/// Works on the text rather than on its value: the order of keys stays the author's, whichever map
/// the JSON parser was built with.
pub(crate) fn minify(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for it in json.chars() {
        if !in_string && it.is_ascii_whitespace() {
            continue;
        }
        if it == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && it == '\\' && !escaped;
        if it.is_control() || matches!(it, '\u{2028}' | '\u{2029}' | '\u{feff}') {
            out.push_str(&json_escape(it));
        } else {
            out.push(it);
        }
    }
    out
}

fn json_escape(it: char) -> String {
    format!("\\u{:04x}", u32::from(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_white_space_between_tokens_goes() {
        for (json, minified) in [
            ("{ \"a b\" :\n\t[ 1, 2 ] }\n", "{\"a b\":[1,2]}"),
            (r#"{ "a": "say \"hi  there\" " }"#, r#"{"a":"say \"hi  there\" "}"#),
            (r#"{ "a": "back\\" , "b": 1 }"#, r#"{"a":"back\\","b":1}"#),
            ("{ \"z\": 1, \"a\": \"\u{2028}\u{85}é\" }", "{\"z\":1,\"a\":\"\\u2028\\u0085é\"}"),
        ] {
            assert_eq!(minify(json), minified, "{json}");
        }
    }

    #[test]
    fn file_names_are_words_joined_by_hyphens() {
        for good in ["inbound", "order-status", "a1-2b"] {
            assert!(is_stem(good), "{good}");
        }
        for bad in
            ["", "Inbound", "order_status", "order--status", "-a", "a-", "1a", "größe", "a b"]
        {
            assert!(!is_stem(bad), "{bad}");
        }
    }

    #[test]
    fn names_change_case_and_back() {
        for (kebab, pascal) in [("inbound", "Inbound"), ("order-status", "OrderStatus")] {
            assert_eq!(pascal_case(kebab), pascal);
            assert_eq!(kebab_case(pascal), kebab);
        }
    }
}
