//! How deep modules are invoked by one another.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::case::{Case, target};
use super::rule::MODULE_DEPTH;
use crate::action::{Action, ActionKind};
use crate::flow::{Flow, FlowType};
use crate::library::Entry;
use crate::value::Field;

/// Most modules inside one another.
///
/// Source: Amazon Connect Administrator Guide, "Flow modules for reusable functions".
const DEEPEST: usize = 5;

/// Modules that invoke one another more than five deep.
pub(super) fn depth(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let own = case.entry().map(|it| it.arn.as_str());
    let is_module = usize::from(case.subject.flow_type == FlowType::Module);
    let mut depths = BTreeMap::new();
    for action in case.subject.flow.actions() {
        let Some(entry) = invoked(action).and_then(|it| case.named(it)) else { continue };
        let message = if comes_back(case, entry, own) {
            format!(
                "the module `{}` leads back to itself, expected at most {DEEPEST} modules inside one another",
                entry.name
            )
        } else {
            let inside = is_module + deepest(case, entry, DEEPEST + 1, &mut depths);
            if inside <= DEEPEST {
                continue;
            }
            format!(
                "with the module `{}` more than {DEEPEST} modules are inside one another, expected at most {DEEPEST}",
                entry.name
            )
        };
        findings.push(Finding::of(&MODULE_DEPTH, action, "Parameters.FlowModuleId", message));
    }
}

/// The module an action invokes, when that is fixed.
fn invoked(action: &Action) -> Option<&str> {
    match (action.kind(), target(action)) {
        (ActionKind::InvokeFlowModule(_), Some(Field::Static(text))) => Some(text),
        _ => None,
    }
}

/// The modules that a flow invokes and that the library has.
fn below<'a>(case: &Case<'a>, flow: &'a Flow) -> impl Iterator<Item = &'a Entry> {
    flow.actions().filter_map(invoked).filter_map(|it| case.named(it))
}

/// How many modules are inside one another from a module on, itself included, up to a limit.
fn deepest<'a>(
    case: &Case<'a>,
    entry: &'a Entry,
    limit: usize,
    known: &mut BTreeMap<(&'a str, usize), usize>,
) -> usize {
    if limit == 0 {
        return 0;
    }
    if let Some(depth) = known.get(&(entry.arn.as_str(), limit)) {
        return *depth;
    }
    let under = below(case, &entry.flow).map(|it| deepest(case, it, limit - 1, known)).max();
    let depth = 1 + under.unwrap_or_default();
    known.insert((&entry.arn, limit), depth);
    depth
}

/// Whether a module leads back to itself, or to the module that invokes it.
fn comes_back(case: &Case<'_>, entry: &Entry, own: Option<&str>) -> bool {
    let mut seen = BTreeSet::new();
    if own == Some(entry.arn.as_str()) {
        return true;
    }
    let mut open: Vec<_> = below(case, &entry.flow).collect();
    while let Some(module) = open.pop() {
        if module.arn == entry.arn || own == Some(module.arn.as_str()) {
            return true;
        }
        if seen.insert(&module.arn) {
            open.extend(below(case, &module.flow));
        }
    }
    false
}
