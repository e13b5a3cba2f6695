//! Judging flows: what Connect would refuse, what a caller would suffer, what could be better.
//!
//! [`lint`] gives everything the [`RULES`] say of a flow; [`allowed`] reads which of it the flow's
//! authors have decided to live with.

mod allow;
mod arn;
mod case;
mod design;
mod graph;
mod keys;
mod language;
mod modules;
mod parameters;
mod person;
mod prompt;
mod queues;
pub(crate) mod recording;
mod reference;
mod rounds;
mod rule;
mod shapes;
mod silence;
mod speech;
pub(crate) mod ssml;
mod structure;
mod transitions;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

pub use allow::{Allowances, allowed};
pub use rule::{RULES, Rule, Severity, nearest, rule};

use crate::action::Action;
use crate::flow::{Flow, FlowType};
use crate::library::Library;
use case::Case;

/// Something a rule says of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule, by its identifier.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Identifier of the action it is about; `None` for the flow as a whole.
    pub action: Option<String>,
    /// The place in the file, such as `Actions[3].Parameters.Text`; empty for the flow as a whole.
    pub path: String,
    /// What is wrong, in one sentence without a final stop.
    pub message: String,
    /// What to do about it, where the rule's page does not say it all.
    pub help: Option<String>,
}

impl Finding {
    /// A finding about a flow as a whole or a place outside of its actions.
    fn of_flow(rule: &Rule, path: &str, message: impl Into<String>) -> Self {
        Self {
            rule: rule.id,
            severity: rule.severity,
            action: None,
            path: path.to_owned(),
            message: message.into(),
            help: None,
        }
    }

    /// A finding about an action; `place` is under the action, such as `Parameters.Text`, or empty.
    fn of(rule: &Rule, action: &Action, place: &str, message: impl Into<String>) -> Self {
        let path =
            if place.is_empty() { action.path() } else { format!("{}.{place}", action.path()) };
        Self { action: Some(action.identifier().to_owned()), ..Self::of_flow(rule, &path, message) }
    }

    fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The name that was probably meant.
    fn meant(self, name: Option<&str>) -> Self {
        match name {
            Some(name) => self.with_help(format!("did you mean `{name}`?")),
            None => self,
        }
    }

    /// Where less is certain, a finding is less severe than its rule.
    fn at_most(self, severity: Severity) -> Self {
        Self { severity: self.severity.min(severity), ..self }
    }
}

/// What the flows of a project can refer to.
///
/// A kind of thing that is `None` is not known at all, so nothing is said of references to it.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// ARNs or ids of queues.
    pub queues: Option<BTreeSet<String>>,
    /// ARNs of functions.
    pub functions: Option<BTreeSet<String>>,
    /// ARNs of bots' aliases, each with its locales, such as `en_US`.
    pub bots: Option<BTreeMap<String, BTreeSet<String>>>,
}

/// A flow to be judged, and what is around it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The flow.
    pub flow: &'a Flow,
    /// What it is for.
    pub flow_type: FlowType,
    /// Whether it is known what the flow is for, or only assumed.
    pub flow_type_known: bool,
    /// How many characters the flow has as text; `None` when it is not at hand.
    pub characters: Option<usize>,
    /// The flows it may lead to.
    pub library: &'a Library,
    /// Whether the library has every flow and module of the project.
    pub library_is_complete: bool,
    /// What else it can refer to.
    pub surroundings: &'a Surroundings,
}

/// Rules that look at one action at a time.
const OF_ACTIONS: &[fn(&Case<'_>, &Action, &mut Vec<Finding>)] = &[
    structure::identifier,
    structure::type_name,
    structure::flow_type,
    parameters::values,
    parameters::names,
    parameters::numbers,
    shapes::of_parameters,
    parameters::must_be_references,
    reference::well_formed,
    arn::kinds,
    arn::defined,
    prompt::length,
    prompt::markup,
    prompt::seconds,
    transitions::errors,
    transitions::conditions,
    transitions::connected,
    design::menu,
];

/// Rules that look at a flow as a whole.
const OF_FLOWS: &[fn(&Case<'_>, &mut Vec<Finding>)] = &[
    structure::defects,
    structure::size,
    structure::unreachable,
    structure::metadata_type,
    allow::unknown_rules,
    modules::depth,
    queues::chain,
    recording::disclosed,
    silence::long,
    rounds::endless,
    person::way,
    language::locales,
];

/// Everything the rules say of a flow, in the order of the file, allowed or not.
///
/// Takes time in proportion to the size of the flow and of the flows it leads to.
pub fn lint(subject: &Subject<'_>) -> Vec<Finding> {
    let case = Case::of(subject);
    let mut findings = Vec::new();
    for rule in OF_FLOWS {
        rule(&case, &mut findings);
    }
    for action in subject.flow.actions() {
        for rule in OF_ACTIONS {
            rule(&case, action, &mut findings);
        }
    }
    findings.sort_by_cached_key(|it| (place(&it.path), it.rule));
    findings.dedup();
    findings
}

/// A path that sorts as its numbers do: `Actions[2]` before `Actions[10]`, and what is outside of
/// actions first.
fn place(path: &str) -> (bool, String) {
    let mut key = String::with_capacity(path.len() + 8);
    for part in path.split_inclusive(['[', ']']) {
        match part.strip_suffix(']').filter(|it| it.bytes().all(|it| it.is_ascii_digit())) {
            Some(number) => {
                key.extend(std::iter::repeat_n('0', 8_usize.saturating_sub(number.len())));
                key.push_str(number);
                key.push(']');
            }
            None => key.push_str(part),
        }
    }
    (path.starts_with("Actions["), key)
}
