//! Which actions and branches of the flows were taken by calls.
//!
//! ## What counts
//!
//! Every action of every flow and module. Of its branches those that are connected and that a
//! contact can take: each condition, each error, and `NextAction` where the action goes straight
//! on. An action that chooses by a value takes its `NoMatchingCondition` instead, so the
//! `NextAction` beside it is no branch of its own; nor is one that every value has a condition for.
//! Actions that end the flow or lead to another one have their errors only.

mod minimum;

use std::collections::{BTreeMap, BTreeSet};

use connect_flow::{Branch, Entry, Library, Trail};
use serde::Serialize;

pub use minimum::{Minimum, MinimumError, Shortfall};

/// What calls took: the actions that ran, with the ways by which they were left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// By flow, as the library knows it, and action.
    actions: BTreeMap<(String, String), BTreeSet<Branch>>,
}

impl Taken {
    /// Notes an action that was left behind.
    pub(crate) fn note(&mut self, trail: &Trail) {
        let place = (trail.flow.to_string(), trail.action.to_string());
        self.actions.entry(place).or_default().insert(trail.branch.clone());
    }

    /// Adds what other calls took.
    pub fn add(&mut self, other: &Self) {
        for (place, branches) in &other.actions {
            self.actions.entry(place.clone()).or_default().extend(branches.iter().cloned());
        }
    }
}

/// How much of the flows calls took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Actions of all flows.
    pub actions: Count,
    /// Branches of all flows.
    pub branches: Count,
    /// Flow by flow, in the order of their names.
    pub flows: Vec<FlowCoverage>,
}

/// How much of one flow calls took.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FlowCoverage {
    /// Name of the flow or module.
    pub flow: String,
    /// Its actions.
    pub actions: Count,
    /// Its branches.
    pub branches: Count,
    /// What no call took, in the order of the flow.
    pub not_taken: Vec<NotTaken>,
}

/// Something that no call took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotTaken {
    /// Identifier of the action.
    pub action: String,
    /// The branch; `None` for an action that never ran, and so none of its branches was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub branch: Option<String>,
}

/// Some of many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// How many were taken.
    pub taken: usize,
    /// How many there are.
    pub of: usize,
}

impl Count {
    /// The part that was taken in percent, rounded down: 100 only when nothing is left.
    pub fn percent(self) -> usize {
        self.taken.saturating_mul(100).checked_div(self.of).unwrap_or(100)
    }

    fn count(&mut self, taken: bool) {
        self.of = self.of.saturating_add(1);
        self.taken = self.taken.saturating_add(usize::from(taken));
    }

    fn add(&mut self, other: Self) {
        self.of = self.of.saturating_add(other.of);
        self.taken = self.taken.saturating_add(other.taken);
    }
}

impl Coverage {
    /// Compares what calls took with what there is in the flows.
    pub fn of(library: &Library, taken: &Taken) -> Self {
        let mut flows: Vec<_> = library.entries().map(|it| FlowCoverage::of(it, taken)).collect();
        flows.sort_by(|a, b| a.flow.cmp(&b.flow));
        let mut coverage =
            Self { actions: Count::default(), branches: Count::default(), flows: Vec::new() };
        for flow in &flows {
            coverage.actions.add(flow.actions);
            coverage.branches.add(flow.branches);
        }
        Self { flows, ..coverage }
    }
}

impl FlowCoverage {
    fn of(entry: &Entry, taken: &Taken) -> Self {
        let mut coverage = Self { flow: entry.name.clone(), ..Self::default() };
        for action in entry.flow.actions() {
            let identifier = action.identifier().to_owned();
            let left_by = taken.actions.get(&(entry.arn.clone(), identifier.clone()));
            coverage.actions.count(left_by.is_some());
            if left_by.is_none() {
                coverage.not_taken.push(NotTaken { action: identifier.clone(), branch: None });
            }
            for branch in action.exits() {
                let is_taken = left_by.is_some_and(|it| it.contains(&branch));
                coverage.branches.count(is_taken);
                if left_by.is_some() && !is_taken {
                    let branch = Some(name(&branch).to_owned());
                    coverage.not_taken.push(NotTaken { action: identifier.clone(), branch });
                }
            }
        }
        coverage
    }
}

/// A branch as reports and events name it: `Next`, the type of an error, or a condition.
pub(crate) fn name(branch: &Branch) -> &str {
    match branch {
        Branch::Next => "Next",
        Branch::Entered => "Entered",
        Branch::Terminal => "Terminal",
        Branch::Condition(name) | Branch::Error(name) => name,
    }
}

#[cfg(test)]
mod tests;
