//! Judging flows: what Connect would refuse, what a caller would suffer, what could be better.

mod rule;

use std::collections::BTreeSet;

use serde::Serialize;

pub use rule::{RULES, Rule, Severity};

use crate::flow::{Flow, FlowType};
use crate::library::Library;

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
    pub bots: Option<std::collections::BTreeMap<String, BTreeSet<String>>>,
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
