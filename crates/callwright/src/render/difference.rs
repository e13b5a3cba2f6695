//! What differs between the template that is committed and the one that its source makes now.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

/// One difference, told as what rendering would do to the committed template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A flow, or an intent or slot type of a locale, is added; holds its name.
    Added(String),
    /// One is removed; holds its name.
    Removed(String),
    /// One is changed.
    Changed {
        /// Its name: a resource, or a locale and what of it.
        flow: String,
        /// Which actions of a flow change; empty when none does.
        changes: Vec<Change>,
    },
    /// Something else is changed, first at this line of the committed template.
    Elsewhere {
        /// Counted from 1.
        line: usize,
    },
}

/// One change within a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// This action is added.
    Added(String),
    /// This action is removed.
    Removed(String),
    /// This action is changed.
    Changed(String),
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added(flow) => write!(f, "+ {flow}"),
            Self::Removed(flow) => write!(f, "- {flow}"),
            Self::Changed { flow, changes } if changes.is_empty() => write!(f, "~ {flow}"),
            Self::Changed { flow, changes } => write!(f, "~ {flow} ({})", list(changes)),
            Self::Elsewhere { line } => write!(f, "~ line {line}"),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added(action) => write!(f, "+ {action}"),
            Self::Removed(action) => write!(f, "- {action}"),
            Self::Changed(action) => write!(f, "~ {action}"),
        }
    }
}

/// Items joined by commas.
pub(super) fn list(items: &[impl ToString]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Compares two rendered templates; empty when they are the same text.
pub(super) fn between(committed: &str, fresh: &str) -> Vec<Difference> {
    if committed == fresh {
        return Vec::new();
    }
    let differences = compare(
        &resources(committed),
        &resources(fresh),
        Difference::Added,
        Difference::Removed,
        |flow, old, new| Difference::Changed { flow, changes: changes(old, new) },
    );
    or_elsewhere(differences, committed, fresh)
}

/// Compares two rendered bots; empty when they are the same text.
pub(super) fn between_bots(committed: &str, fresh: &str) -> Vec<Difference> {
    if committed == fresh {
        return Vec::new();
    }
    let differences = compare(
        &members(committed),
        &members(fresh),
        Difference::Added,
        Difference::Removed,
        |flow, _, _| Difference::Changed { flow, changes: Vec::new() },
    );
    or_elsewhere(differences, committed, fresh)
}

/// The differences, or the first line that differs when it is in none of what was compared.
fn or_elsewhere(differences: Vec<Difference>, committed: &str, fresh: &str) -> Vec<Difference> {
    if differences.is_empty() {
        let same = committed.lines().zip(fresh.lines()).take_while(|(old, new)| old == new).count();
        return vec![Difference::Elsewhere { line: same.saturating_add(1) }];
    }
    differences
}

/// The lines of each intent and slot type of a bot that we wrote, by locale and name.
fn members(template: &str) -> BTreeMap<String, Vec<&str>> {
    let mut members: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut locale = "";
    let mut current = None;
    for line in template.lines() {
        if let Some(id) = line.strip_prefix("        - LocaleId: ") {
            (locale, current) = (id, None);
        } else if let Some(name) = line.strip_prefix("            - Name: ") {
            let name = format!("{locale} {name}");
            current = Some(members.entry(name).or_default());
        } else if !line.starts_with("            ") {
            current = None;
        } else if let Some(lines) = &mut current {
            lines.push(line);
        }
    }
    members
}

/// What it takes to make `old` into `new`, in the order of the keys.
fn compare<T: PartialEq, D>(
    old: &BTreeMap<String, T>,
    new: &BTreeMap<String, T>,
    added: impl Fn(String) -> D,
    removed: impl Fn(String) -> D,
    changed: impl Fn(String, &T, &T) -> D,
) -> Vec<D> {
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let difference = |key: &String| match (old.get(key), new.get(key)) {
        (Some(before), Some(after)) if before == after => None,
        (Some(before), Some(after)) => Some(changed(key.clone(), before, after)),
        (Some(_), None) => Some(removed(key.clone())),
        (None, _) => Some(added(key.clone())),
    };
    keys.into_iter().filter_map(difference).collect()
}

/// The lines of each resource of a template that we wrote, by resource.
fn resources(template: &str) -> BTreeMap<String, Vec<&str>> {
    let mut resources: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let lines = template.lines().skip_while(|it| *it != "Resources:").skip(1);
    let mut current = None;
    for line in lines.take_while(|it| it.is_empty() || it.starts_with(' ')) {
        match line.strip_prefix("  ").and_then(|it| it.strip_suffix(':')) {
            Some(name) if !name.starts_with(' ') => {
                current = Some(resources.entry(name.to_owned()).or_default());
            }
            Some(_) | None => {
                if let Some(lines) = &mut current {
                    lines.push(line);
                }
            }
        }
    }
    resources
}

/// What changes within a flow, given the lines of its resource.
fn changes(old: &[&str], new: &[&str]) -> Vec<Change> {
    compare(&actions(old), &actions(new), Change::Added, Change::Removed, |action, _, _| {
        Change::Changed(action)
    })
}

/// The actions in the content of a resource, by identifier.
fn actions(lines: &[&str]) -> BTreeMap<String, Value> {
    let content = lines.iter().find(|it| it.trim_start().starts_with('{'));
    let flow: Option<Value> = content.and_then(|it| serde_json::from_str(it).ok());
    let actions = flow.as_ref().and_then(|it| it.get("Actions")?.as_array());
    let identified = |it: &Value| Some((it.get("Identifier")?.as_str()?.to_owned(), it.clone()));
    actions.into_iter().flatten().filter_map(identified).collect()
}
