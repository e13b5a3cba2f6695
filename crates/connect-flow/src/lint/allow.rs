//! Findings that the authors of a flow have decided to live with.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::case::Case;
use super::rule::{UNKNOWN_RULE, nearest, rule};
use super::{Finding, Severity};
use crate::flow::Flow;

/// What begins a line that allows rules.
const MARK: &str = "callwright: allow";

/// Rules that comments in a flow allow, by action and for the flow as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowances {
    flow: BTreeSet<String>,
    actions: BTreeMap<String, BTreeSet<String>>,
}

impl Allowances {
    /// Whether a finding is one to live with.
    pub fn covers(&self, finding: &Finding) -> bool {
        let in_action = finding.action.as_ref().and_then(|it| self.actions.get(it));
        self.flow.contains(finding.rule) || in_action.is_some_and(|it| it.contains(finding.rule))
    }

    /// Whether nothing is allowed.
    pub fn is_empty(&self) -> bool {
        self.flow.is_empty() && self.actions.is_empty()
    }
}

/// Reads the comments of a flow: notes of the console, and any text that metadata have for an
/// action.
///
/// A line `callwright: allow RULE[, RULE…] [because …]` in a note that belongs to an action allows
/// the rules there, in any other note for the whole flow.
pub fn allowed(flow: &Flow) -> Allowances {
    let mut allowances = Allowances::default();
    for comment in comments(flow) {
        let rules = match comment.action {
            Some(action) => allowances.actions.entry(action.to_owned()).or_default(),
            None => &mut allowances.flow,
        };
        rules.extend(named(comment.text).map(str::to_owned));
    }
    allowances.actions.retain(|_, rules| !rules.is_empty());
    allowances
}

/// A comment allows a rule that does not exist.
pub(super) fn unknown_rules(case: &Case<'_>, findings: &mut Vec<Finding>) {
    for comment in comments(case.subject.flow) {
        for id in named(comment.text).filter(|it| rule(it).is_none()) {
            let message = format!("found `{id}`, expected the name of a rule");
            findings.push(Finding {
                action: comment.action.map(str::to_owned),
                severity: Severity::Hint,
                ..Finding::of_flow(&UNKNOWN_RULE, &comment.path, message).meant(nearest(id))
            });
        }
    }
}

struct Comment<'a> {
    action: Option<&'a str>,
    path: String,
    text: &'a str,
}

fn comments(flow: &Flow) -> Vec<Comment<'_>> {
    let mut comments = Vec::new();
    let Some(metadata) = flow.metadata() else { return comments };
    for key in ["Annotations", "annotations"] {
        let notes = metadata.get(key).and_then(Value::as_array);
        for (position, note) in notes.into_iter().flatten().enumerate() {
            let text = |key: &str| note.get(key).and_then(Value::as_str);
            if let Some(content) = text("content") {
                comments.push(Comment {
                    action: text("actionId").filter(|it| !it.is_empty()),
                    path: format!("Metadata.{key}[{position}].content"),
                    text: content,
                });
            }
        }
    }
    let actions = metadata.get("ActionMetadata").and_then(Value::as_object);
    for (action, value) in actions.into_iter().flatten() {
        for (key, value) in value.as_object().into_iter().flatten() {
            if let Some(text) = value.as_str() {
                let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
                let path = if action.chars().all(plain) {
                    format!("Metadata.ActionMetadata.{action}.{key}")
                } else {
                    format!("Metadata.ActionMetadata['{action}'].{key}")
                };
                comments.push(Comment { action: Some(action), path, text });
            }
        }
    }
    comments
}

/// The rules that the lines of a text allow.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(rules_of_line).flat_map(|it| {
        let words = it.split([',', ' ', '\t']).map(|it| it.trim_matches(['`', '.', ':']));
        // Whatever the reason is, even if there is none yet, it names no rules.
        words.take_while(|it| *it != "because").filter(|it| !it.is_empty())
    })
}

fn rules_of_line(line: &str) -> Option<&str> {
    let (_, rules) = line.split_once(MARK)?;
    rules.starts_with([' ', '\t', ':']).then(|| rules.trim_start_matches([' ', '\t', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<&str> {
        named(text).collect()
    }

    #[test]
    fn comments_name_rules() {
        assert_eq!(rules("callwright: allow long-prompt"), ["long-prompt"]);
        assert_eq!(
            rules(
                "The law wants it.\n  callwright: allow long-prompt, menu-too-long because of law\n"
            ),
            ["long-prompt", "menu-too-long"]
        );
        assert_eq!(rules("# callwright: allow `long-prompt`."), ["long-prompt"]);
        for reason in ["because", "because ", "because: it is law", "because\tof law"] {
            let line = format!("callwright: allow long-prompt {reason}");
            assert_eq!(rules(&line), ["long-prompt"], "{line}");
        }
        assert!(rules("callwright: allowlong-prompt").is_empty());
        assert!(rules("callwright allow long-prompt").is_empty());
        assert!(rules("").is_empty());
    }
}
