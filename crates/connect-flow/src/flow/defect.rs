//! Finding what keeps a flow from meaning anything.

use std::collections::HashMap;

use super::{Defect, Flow};
use crate::action::{Action, Fault};

/// Every defect of a flow: wrong places, names used twice, branches to nowhere.
pub(super) fn all(flow: &Flow) -> Vec<Defect> {
    let mut defects: Vec<_> = flow.faults.iter().cloned().map(Defect::Fault).collect();
    check_target(flow, "StartAction".to_owned(), flow.start.as_deref(), &mut defects);
    let mut names = HashMap::new();
    for action in &flow.actions {
        let path = action.path();
        if let Some(first) = names.insert(action.identifier(), path.clone()) {
            defects.push(Defect::DuplicateIdentifier {
                path: format!("{path}.Identifier"),
                identifier: action.identifier().to_owned(),
                first: first.clone(),
            });
            names.insert(action.identifier(), first);
        }
        defects.extend(wrong(action).cloned().map(Defect::Fault));
        for (place, target) in action.branches() {
            check_target(flow, format!("{path}.Transitions.{place}"), target, &mut defects);
        }
    }
    defects
}

/// Faults of an action that are not merely waiting to be filled in.
fn wrong(action: &Action) -> impl Iterator<Item = &Fault> {
    action.parameter_faults().iter().chain(&action.faults).filter(|it| !it.unfinished)
}

fn check_target(flow: &Flow, path: String, target: Option<&str>, defects: &mut Vec<Defect>) {
    if let Some(identifier) = target
        && flow.action(identifier).is_none()
    {
        defects.push(Defect::NoSuchAction { path, identifier: identifier.to_owned() });
    }
}
