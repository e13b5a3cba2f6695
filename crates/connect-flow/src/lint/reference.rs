//! Whether references such as `$.Attributes.tier` are well-formed, and begin with a known name.

use serde_json::Value;

use super::case::Case;
use super::parameters;
use super::rule::{MALFORMED_REFERENCE, UNKNOWN_REFERENCE};
use super::{Finding, Severity};
use crate::action::Action;
use crate::near::nearest;
use crate::root::{ROOTS, Root};
use crate::value::{Part, Reference, Template};

/// Names that references begin with in exports of the console, beside those that are documented.
const SEEN: [&str; 2] = ["LambdaInvocation", "Loop"];

/// Types whose text is code or a form of another system, where a dollar is only a dollar.
const FOREIGN: [&str; 1] = ["ShowView"];

/// The second names of references that have few.
///
/// Source: Amazon Connect Administrator Guide, "List of available contact attributes".
const SECOND: [(Root, &[&str]); 6] = [
    (Root::Agent, &["ARN", "FirstName", "LastName", "UserName"]),
    (Root::CustomerEndpoint, &["Address", "DisplayName", "Type"]),
    (
        Root::Lex,
        &[
            "AlternateIntents",
            "DialogState",
            "IntentConfidence",
            "IntentName",
            "SentimentResponse",
            "SessionAttributes",
            "Slots",
        ],
    ),
    (Root::Metrics, &["Agents", "Queue"]),
    (Root::Queue, &["ARN", "Name", "OutboundCallerId"]),
    (Root::SystemEndpoint, &["Address", "DisplayName", "Type"]),
];

/// References that are not well-formed, or begin with a name that nothing has.
pub(super) fn well_formed(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    if FOREIGN.contains(&action.type_name()) {
        return;
    }
    for (key, value) in parameters::of(action).into_iter().flatten() {
        walk(action, &format!("Parameters.{key}"), value, findings);
    }
    for (position, condition) in action.transitions().conditions.iter().enumerate() {
        for operand in &condition.operands {
            let place = format!("Transitions.Conditions[{position}].Condition.Operands");
            judge(action, &place, &operand.to_string(), findings);
        }
    }
}

fn walk(action: &Action, place: &str, value: &Value, findings: &mut Vec<Finding>) {
    match value {
        Value::String(text) => judge(action, place, text, findings),
        Value::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                walk(action, &format!("{place}[{position}]"), item, findings);
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                walk(action, &format!("{place}.{key}"), value, findings);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn judge(action: &Action, place: &str, text: &str, findings: &mut Vec<Finding>) {
    if !text.contains('$') {
        return;
    }
    let template = Template::parse(text);
    let mut parts = template.parts().iter().peekable();
    while let Some(part) = parts.next() {
        match part {
            Part::Static(fixed) => {
                if let Some(wrong) = begins_none(fixed) {
                    let message = format!(
                        "found `{wrong}`, expected a name after `$.`, such as `$.Attributes.tier` or `$.Attributes.['a b']`"
                    );
                    findings.push(Finding::of(&MALFORMED_REFERENCE, action, place, message));
                }
            }
            Part::Reference(reference) => {
                let after = match parts.peek() {
                    Some(Part::Static(text)) => text.as_str(),
                    Some(Part::Reference(_)) | None => "",
                };
                if let Some(wrong) = broken_off(after) {
                    let message = format!(
                        "found `{wrong}` after `{reference}`, expected a name in quotes in brackets, such as `['a b']`"
                    );
                    findings.push(Finding::of(&MALFORMED_REFERENCE, action, place, message));
                }
                if let Some(wrong) = empty_name(reference, after) {
                    let message = format!(
                        "found `{wrong}`, expected a name after each `.`, such as `$.Attributes.tier`"
                    );
                    findings.push(Finding::of(&MALFORMED_REFERENCE, action, place, message));
                }
                if let Some((second, names)) = second(reference) {
                    let root = reference.root.as_str();
                    let message = format!("found `{reference}`, and `$.{root}` has no `{second}`");
                    findings.push(
                        Finding::of(&UNKNOWN_REFERENCE, action, place, message)
                            .meant(nearest(second, names.iter().copied())),
                    );
                }
                if let Root::Other(name) = &reference.root
                    && !SEEN.contains(&name.as_str())
                {
                    let near = nearest(name, ROOTS.iter().map(|(it, _)| *it));
                    let message = format!("found `{reference}`, and Connect has no `$.{name}`");
                    let finding =
                        Finding::of(&UNKNOWN_REFERENCE, action, place, message).meant(near);
                    // Connect gets new names; only one that is almost a known one is surely wrong.
                    let severity = if near.is_some() { Severity::Warning } else { Severity::Hint };
                    findings.push(finding.at_most(severity));
                }
            }
        }
    }
}

/// A second name that is not one of those that there are.
fn second(reference: &Reference) -> Option<(&str, &'static [&'static str])> {
    let (_, names) = SECOND.iter().find(|(root, _)| *root == reference.root)?;
    let second = reference.path.first().filter(|it| !names.contains(&it.as_str()))?;
    Some((second, names))
}

/// A reference with the dots after it, when a name is missing there.
fn empty_name(reference: &Reference, after: &str) -> Option<String> {
    let between = after
        .strip_prefix("..")
        .filter(|it| it.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '_'));
    if let Some(rest) = between {
        return Some(format!("{reference}..{}", rest.split_whitespace().next().unwrap_or(rest)));
    }
    // A full stop may follow what has a value, and these have none by themselves.
    let is_group = reference.root == Root::Attributes
        || matches!(reference.root, Root::FlowAttributes | Root::External)
        || SECOND.iter().any(|(root, _)| *root == reference.root);
    let ends = after == "." || after.starts_with(". ");
    (is_group && reference.path.is_empty() && ends).then(|| format!("{reference}."))
}

/// A piece of fixed text that looks like the beginning of a reference and is none.
fn begins_none(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('$') {
        let in_brackets = after.trim_start_matches('.').starts_with(['[']);
        // `$.50` is a sum, and `$.` may end a sentence.
        if in_brackets && after.starts_with(['.', '[']) {
            let end = text.len() - after.len() - 1;
            return text.get(end..).map(|it| it.split_whitespace().next().unwrap_or(it));
        }
        if text == "$." || text == "$" {
            return Some(text);
        }
        rest = after;
    }
    None
}

/// Brackets after a reference that it should have had in it.
fn broken_off(after: &str) -> Option<&str> {
    let inner = after.strip_prefix(".[").or_else(|| after.strip_prefix('['))?;
    // `[Tier: $.Attributes.tier]` ends in brackets of its own, but never begins with a quote.
    let meant = inner.starts_with(['\'', '"']) || after.starts_with(".[");
    meant.then(|| after.split_whitespace().next().unwrap_or(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_looks_like_a_reference() {
        for text in ["$[Attributes]", "see $.[x]", "$['never closed", "$.", "$"] {
            assert!(begins_none(text).is_some(), "{text}");
        }
        for text in ["", "$5", "costs $.50", "US$ 5", "pay in $. Thank you", "${Arn}", "$$"] {
            assert_eq!(begins_none(text), None, "{text}");
        }
        assert_eq!(broken_off(".['never closed"), Some(".['never"));
        assert_eq!(broken_off("['never closed"), Some("['never"));
        assert_eq!(broken_off(".[x]"), Some(".[x]"));
        for after in ["", ".", " [x]", "[x]", "] and"] {
            assert_eq!(broken_off(after), None, "{after}");
        }
    }
}
