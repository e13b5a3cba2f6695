//! The branches of an action that a contact can take.

use super::{Conditions, Need, Spec};
use crate::action::{Action, ActionKind};
use crate::trail::Branch;
use crate::transitions::{NO_MATCHING_CONDITION, Transitions};
use crate::value::Field;

/// What decides about the way out of an action.
enum Way {
    /// Nothing: the contact stays behind, or goes on elsewhere.
    Nowhere,
    /// It is done or it fails.
    Straight,
    /// A value that conditions are tested on; one of these where they are known.
    Chosen(Option<&'static [&'static str]>),
    /// Either of the two: a module may come back with a value or without.
    Both,
}

impl Action {
    /// The connected branches that a contact can take out of it, each once: conditions first,
    /// errors last. A `NextAction` that only repeats another way is none.
    pub fn exits(&self) -> Vec<Branch> {
        let transitions = self.transitions();
        let has_default = transitions.error(NO_MATCHING_CONDITION).is_some();
        let (takes_next, takes_default) = match way(self) {
            Way::Nowhere => (false, false),
            Way::Straight => (true, false),
            Way::Both => (true, true),
            Way::Chosen(values) => {
                let some_left = leaves_some(transitions, values);
                (!has_default && some_left, some_left)
            }
        };
        let mut branches = Vec::new();
        let mut add = |branch: Branch, target: Option<&String>| {
            if target.is_some() && !branches.contains(&branch) {
                branches.push(branch);
            }
        };
        for condition in &transitions.conditions {
            add(Branch::Condition(condition.to_string()), condition.next.as_ref());
        }
        if takes_next {
            add(Branch::Next, transitions.next.as_ref());
        }
        for error in &transitions.errors {
            if takes_default || error.error_type != NO_MATCHING_CONDITION {
                add(Branch::Error(error.error_type.clone()), error.next.as_ref());
            }
        }
        branches
    }
}

/// How a contact gets out of an action.
fn way(action: &Action) -> Way {
    let transitions = action.transitions();
    let chooses =
        !transitions.conditions.is_empty() || transitions.error(NO_MATCHING_CONDITION).is_some();
    let Some(spec) = Spec::of(action) else {
        // Nobody knows the type, but the branches that its author drew say how it is left.
        return if chooses { Way::Chosen(None) } else { Way::Straight };
    };
    match (spec.next, spec.conditions) {
        (Need::Required | Need::Expected, Conditions::None) => Way::Straight,
        (Need::Required | Need::Expected, _) if chooses => Way::Both,
        (Need::Required | Need::Expected, _) => Way::Straight,
        // A transfer to somebody outside may come back.
        (Need::Optional, Conditions::None) if comes_back(action) => Way::Straight,
        // Other transfers have a `NextAction` only because the console writes one.
        (Need::Optional, Conditions::None) | (Need::Refused, _) => Way::Nowhere,
        (Need::Optional, Conditions::Exactly(values)) => Way::Chosen(Some(values)),
        (Need::Optional, _) => Way::Chosen(None),
    }
}

/// Whether the flow goes on after a transfer.
fn comes_back(action: &Action) -> bool {
    matches!(action.kind(), ActionKind::TransferParticipantToThirdParty(it) if it.goes_on)
}

/// Whether a value may come that no condition takes.
fn leaves_some(transitions: &Transitions, values: Option<&[&str]>) -> bool {
    let Some(values) = values else { return true };
    let taken = |value: &str| {
        transitions.conditions.iter().any(|condition| {
            condition.operands.iter().any(|operand| match operand {
                Field::Static(operand) => condition.operator.holds(value, operand),
                Field::Reference(_) => false,
            })
        })
    };
    !values.iter().all(|it| taken(it))
}
