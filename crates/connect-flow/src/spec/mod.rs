//! What the Flow language says of each type of action: where it may stand and how it may be left.
//!
//! One table, read by whatever judges or walks flows. The interpreter does not need it.

mod exits;
mod places;
mod table;

use std::fmt;

use serde::Serialize;

use crate::action::{Action, ActionKind, Input, Validation};
use crate::flow::{FlowType, FlowTypes};
use crate::near::nearest_from;

pub use table::TABLE;

/// What the Flow language says of a type of action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spec {
    /// The type, as flows write it.
    pub type_name: &'static str,
    /// Which of several ways to use the type this is; empty when there is one.
    pub usage: &'static str,
    /// Where we know it from.
    pub known_from: KnownFrom,
    /// The flows it may stand in.
    pub flow_types: FlowTypes,
    /// Its `NextAction`.
    pub next: Need,
    /// The errors it can end with.
    pub errors: &'static [ErrorSpec],
    /// What its conditions may test.
    pub conditions: Conditions,
}

/// An error that an action can end with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ErrorSpec {
    /// Such as `NoMatchingError`.
    pub error_type: &'static str,
    /// Whether a flow must say where it leads.
    pub need: Need,
}

/// Whether a flow must have something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Need {
    /// Connect refuses to publish the flow without it.
    Required,
    /// The console writes it, older published flows lack it.
    Expected,
    /// It may be there.
    Optional,
    /// Connect refuses to publish the flow with it.
    Refused,
}

/// Where we know a type of action from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum KnownFrom {
    /// AWS's developer guide.
    Documentation,
    /// Flows that the console exported.
    Exports,
}

/// What the conditions of an action may test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conditions {
    /// It has none.
    None,
    /// Any value with any operator.
    Any,
    /// Any value, for equality.
    Equality,
    /// One key of a telephone, for equality.
    Keys,
    /// Exactly these values, each once, for equality.
    Exactly(&'static [&'static str]),
    /// Some of these values, for equality.
    Among(&'static [&'static str]),
    /// A number from 1 to 100, with `NumberLessThan`.
    Percentage,
    /// Whether a number of agents is above 0.
    Agents,
    /// A number.
    Number,
}

impl Spec {
    /// What the language says of an action; `None` when its type is not known.
    pub fn of(action: &Action) -> Option<&'static Self> {
        let usage = usage(action);
        let mut rows = TABLE.iter().filter(|it| it.type_name == action.type_name());
        let first = rows.next()?;
        if first.usage == usage {
            return Some(first);
        }
        rows.find(|it| it.usage == usage).or(Some(first))
    }

    /// The known type whose name is most like a name, if any is.
    pub fn nearest(type_name: &str) -> Option<&'static str> {
        Self::nearest_of(type_name, TABLE.iter().map(|it| it.type_name))
    }

    /// The name most like another, whatever the case, if any is.
    pub(crate) fn nearest_of<'a>(
        name: &str,
        names: impl Iterator<Item = &'a str>,
    ) -> Option<&'a str> {
        nearest_from(ALIKE, name, names)
    }

    /// What is said of an error.
    pub fn error(&self, error_type: &str) -> Option<&'static ErrorSpec> {
        self.errors.iter().find(|it| it.error_type == error_type)
    }

    /// Whether nothing follows the action.
    pub fn is_terminal(&self) -> bool {
        self.next == Need::Refused
    }

    /// Whether it may stand in flows of a type.
    pub fn stands_in(&self, flow_type: FlowType) -> bool {
        self.flow_types.contains(flow_type)
    }
}

/// How alike two types must be, from 0 to 1: less than other names, for they are long.
const ALIKE: f64 = 0.85;

/// Which way of using its type an action has chosen.
fn usage(action: &Action) -> &'static str {
    match action.kind() {
        ActionKind::GetParticipantInput(it) => match &it.input {
            Input::Menu => "menu",
            Input::Stored(stored) => match stored.validation {
                Validation::Length(_) => "entry",
                Validation::Phone(_) => "telephone number",
            },
        },
        ActionKind::CheckMetricData(it) if it.metric.counts_agents() => "agents",
        ActionKind::CheckMetricData(_) => "queue",
        _ => "",
    }
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.type_name)?;
        if self.usage.is_empty() { Ok(()) } else { write!(f, " ({})", self.usage) }
    }
}
