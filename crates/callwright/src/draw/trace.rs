//! A followed way in the flow that is drawn.

use std::collections::{BTreeMap, BTreeSet};

use connect_flow::{Action, Flow};

use super::branch::{self, Row};
use super::highlight::{Highlight, HighlightError, Step};

/// The followed way, as far as it goes through this flow.
#[derive(Debug)]
pub(super) struct Trace {
    /// When each action was first visited, from 1.
    pub(super) visits: BTreeMap<String, usize>,
    /// Branches taken, by action.
    branches: BTreeSet<(String, String)>,
    /// The action it begins with.
    pub(super) first: Option<String>,
}

impl Trace {
    pub(super) fn new(
        highlight: &Highlight,
        flow: &Flow,
        names: &[&str],
    ) -> Result<Self, HighlightError> {
        let drawn = || names.first().copied().unwrap_or_default().to_owned();
        let here = |it: &str| names.contains(&it);
        let through =
            |way: &'_ Vec<_>| way.iter().any(|it: &Step| it.flow.as_deref().is_none_or(here));
        // A flow that was renamed is known by its actions.
        let fits = |way: &'_ Vec<_>| way.iter().all(|it: &Step| flow.action(&it.action).is_some());
        let way = highlight.ways.iter().find(|it| through(it));
        let renamed = || highlight.ways.iter().find(|it| fits(it));
        let steps: Vec<_> = match way {
            Some(way) => way.iter().filter(|it| it.flow.as_deref().is_none_or(here)).collect(),
            None => renamed().into_iter().flatten().collect(),
        };
        let Some(first) = steps.first() else {
            let steps = highlight.ways.iter().flatten();
            let flows: BTreeSet<&str> = steps.filter_map(|it| it.flow.as_deref()).collect();
            let flows: Vec<String> = flows.iter().map(|it| format!("`{it}`")).collect();
            return Err(HighlightError::Elsewhere { flows: flows.join(", "), flow: drawn() });
        };
        let mut visits = BTreeMap::new();
        let mut branches = BTreeSet::new();
        for step in &steps {
            if flow.action(&step.action).is_none() {
                let action = step.action.clone();
                return Err(HighlightError::NoSuchAction { flow: drawn(), action });
            }
            let next = visits.len() + 1;
            visits.entry(step.action.clone()).or_insert(next);
            if let Some(branch) = &step.branch {
                branches.insert((step.action.clone(), branch.clone()));
            }
        }
        Ok(Self { visits, branches, first: Some(first.action.clone()) })
    }

    /// The ways out of an action, and whether each was taken.
    pub(super) fn rows(&self, action: &Action) -> Vec<(Row, bool)> {
        let identifier = action.identifier().to_owned();
        let took = |branch: &str| self.branches.contains(&(identifier.clone(), branch.to_owned()));
        let rows = branch::rows(action);
        let keys: BTreeSet<String> = rows.iter().map(|it| it.key.clone()).collect();
        // An operand may be what another branch is called by the flow, which then is meant.
        let by_operand =
            |row: &Row| row.operand.as_ref().is_some_and(|it| !keys.contains(it) && took(it));
        let taken = |row: Row| {
            let taken = took(&row.key) || by_operand(&row);
            (row, taken)
        };
        rows.into_iter().map(taken).filter(|(row, taken)| *taken || !row.idle).collect()
    }
}
