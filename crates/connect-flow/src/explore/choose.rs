//! Taking branches: the one of a value that is known, and every one that an unknown value can lead
//! to.

use super::state::State;
use super::unknown;
use super::walk::{Here, Walk};
use super::words;
use crate::run::{Log, Taken};
use crate::trail::Branch;
use crate::transitions::{NO_MATCHING_CONDITION, Operator};
use crate::value::Field;

impl<'a> Walk<'a> {
    pub(super) fn next(&mut self, state: State, here: Here<'a>, happened: Option<String>) {
        self.take(state, here, happened, Taken::next(here.action));
    }

    pub(super) fn take(
        &mut self,
        mut state: State,
        here: Here<'a>,
        happened: Option<String>,
        taken: Taken,
    ) {
        let branch = taken.branch.clone();
        let effect = state.execution.take(self.library, here.action, taken, &mut Log::none());
        self.leave(here, state, happened, branch, effect);
    }

    /// Takes the branch of a value that is known.
    pub(super) fn choose_known(
        &mut self,
        mut state: State,
        here: Here<'a>,
        value: &str,
        happened: Option<String>,
    ) {
        let holds = here
            .action
            .transitions()
            .conditions
            .iter()
            .find(|branch| branch.holds(value, &mut |it| operand(&mut state, it)));
        match holds {
            Some(branch) => {
                self.take(state, here, happened, Taken::condition(branch));
            }
            None => self.unmatched(state, here, happened),
        }
    }

    /// Takes every branch that a value can lead to, and remembers why.
    pub(super) fn choose(&mut self, mut state: State, here: Here<'a>, value: &str, what: &str) {
        let conditions = &here.action.transitions().conditions;
        let operands: Vec<Vec<String>> = conditions
            .iter()
            .map(|it| it.operands.iter().map(|it| operand(&mut state, it)).collect())
            .collect();
        let are_known = operands.iter().flatten().all(|it| !unknown::is_in(it))
            && conditions
                .iter()
                .all(|it| !it.operator.joins() && !matches!(it.operator, Operator::Unknown(_)));
        let Some(number) = unknown::number(value).filter(|_| are_known) else {
            if are_known && !unknown::is_in(value) {
                let happened = Some(format!("{what} is `{value}`"));
                return self.choose_known(state, here, value, happened);
            }
            return self.choose_any(state, here, what);
        };
        for (condition, operands) in conditions.iter().zip(&operands) {
            for operand in operands {
                let mut hit = state.clone();
                if hit.unknowns.learn(number, &condition.operator, operand, true) {
                    let happened =
                        format!("{what} {} `{operand}`", words::operator(&condition.operator));
                    self.take(hit, here, Some(happened), Taken::condition(condition));
                }
            }
            for operand in operands {
                if !state.unknowns.learn(number, &condition.operator, operand, false) {
                    return;
                }
            }
        }
        let happened = (!conditions.is_empty()).then(|| format!("{what} is something else"));
        self.unmatched(state, here, happened);
    }

    /// No condition matches.
    fn unmatched(&mut self, state: State, here: Here<'a>, happened: Option<String>) {
        let taken = Taken::unmatched(here.action);
        if taken.branch != Branch::Next {
            self.otherwise(&state, here, happened.as_deref());
        }
        self.take(state, here, happened, taken);
    }

    /// Walks `NextAction` of an action that is left by other branches, if none of them leads there:
    /// whether Connect ever takes it is not documented.
    pub(super) fn otherwise(&mut self, state: &State, here: Here<'a>, happened: Option<&str>) {
        let transitions = here.action.transitions();
        let is_next = |it: &Option<String>| *it == transitions.next;
        let leads_there = transitions.errors.iter().any(|it| is_next(&it.next))
            || transitions.conditions.iter().any(|it| is_next(&it.next));
        if transitions.next.is_some() && !leads_there {
            self.next(state.clone(), here, happened.map(str::to_owned));
        }
    }

    /// Takes every branch, whatever the value.
    pub(super) fn choose_any(&mut self, state: State, here: Here<'a>, what: &str) {
        let transitions = here.action.transitions();
        for condition in &transitions.conditions {
            let happened = Some(format!("{what} {}", words::condition(condition)));
            self.take(state.clone(), here, happened, Taken::condition(condition));
        }
        let has_branch = transitions.error(NO_MATCHING_CONDITION).is_some();
        if has_branch || transitions.next.is_some() {
            let happened =
                (!transitions.conditions.is_empty()).then(|| format!("{what} is something else"));
            self.unmatched(state, here, happened);
        }
    }
}

/// What a condition compares with.
fn operand(state: &mut State, field: &Field) -> String {
    match field {
        Field::Static(text) => text.clone(),
        Field::Reference(reference) => state.value(reference),
    }
}
