//! Leaving an action: finding the branch, and writing down which it was.

use super::{Execution, Pending, known};
use crate::action::Action;
use crate::effect::Effect;
use crate::library::Library;
use crate::trail::{Branch, Trail};
use crate::transitions::{NO_MATCHING_CONDITION, NO_MATCHING_ERROR};

/// What an action came to, before a branch is found for it.
pub(super) enum Exit {
    Next,
    Choose(String),
    Fail { error: &'static str, why: String },
}

/// The branch found.
pub(super) struct Taken {
    pub(super) branch: Branch,
    pub(super) next: Option<String>,
    pub(super) result: Option<String>,
}

impl Taken {
    pub(super) fn terminal() -> Self {
        Self { branch: Branch::Terminal, next: None, result: None }
    }
}

impl Execution {
    /// Takes a branch out of an action.
    pub(super) fn leave(
        &mut self,
        library: &Library,
        action: &Action,
        exit: Exit,
        trail: &mut Vec<Trail>,
    ) -> Option<Effect> {
        let taken = self.choose(action, exit);
        let next = taken.next.clone();
        let stuck = next.is_none().then(|| {
            let branch = match &taken.branch {
                Branch::Error(error) => format!("its `{error}` branch"),
                Branch::Condition(condition) => format!("its `{condition}` branch"),
                Branch::Next | Branch::Entered | Branch::Terminal => "its `NextAction`".to_owned(),
            };
            let mut why = format!("{branch} is missing or not connected");
            if let Some(note) = self.pending.notes.last() {
                why = format!("{note}; {why}");
            }
            self.stuck(why)
        });
        self.record(library, action, taken, trail);
        if let (Some(next), Some(frame)) = (next, self.frames.last_mut()) {
            frame.action = next;
        }
        stuck.map(Effect::End)
    }

    /// Finds the branch for what an action came to.
    fn choose(&mut self, action: &Action, exit: Exit) -> Taken {
        let transitions = action.transitions();
        let next = |result| Taken { branch: Branch::Next, next: transitions.next.clone(), result };
        match exit {
            Exit::Next => next(None),
            Exit::Choose(value) => {
                let known = known(&self.contact, self.frames.last());
                let holds = transitions.conditions.iter().find(|branch| {
                    let mut operands = branch.operands.iter();
                    operands.any(|it| {
                        let operand = known.field(it).unwrap_or_default();
                        branch.operator.holds(&value, &operand)
                    })
                });
                if let Some(branch) = holds {
                    return Taken {
                        branch: Branch::Condition(branch.to_string()),
                        next: branch.next.clone(),
                        result: Some(value),
                    };
                }
                let error = NO_MATCHING_CONDITION.to_owned();
                match transitions.error(&error) {
                    Some(branch) => Taken {
                        branch: Branch::Error(error),
                        next: branch.next.clone(),
                        result: Some(value),
                    },
                    None => next(Some(value)),
                }
            }
            Exit::Fail { error, why } => {
                self.pending.notes.push(why);
                let own = transitions.error(error);
                let branch = own.or_else(|| transitions.error(NO_MATCHING_ERROR));
                Taken {
                    branch: Branch::Error(branch.map_or(error, |it| &it.error_type).to_owned()),
                    next: branch.and_then(|it| it.next.clone()),
                    result: None,
                }
            }
        }
    }

    /// Writes down how an action was left.
    pub(super) fn record(
        &mut self,
        library: &Library,
        action: &Action,
        taken: Taken,
        trail: &mut Vec<Trail>,
    ) {
        let Pending { parameters, notes } = std::mem::take(&mut self.pending);
        let flow = self.frames.last().map(|it| it.flow.clone()).unwrap_or_default();
        let modules = self.frames.iter().filter(|it| it.is_module());
        let leaves = matches!(taken.branch, Branch::Entered | Branch::Terminal);
        trail.push(Trail {
            flow_name: library.get(&flow).map(|it| it.name.clone()).unwrap_or_default(),
            flow,
            modules: modules.map(|it| it.flow.clone()).collect(),
            action: action.identifier().to_owned(),
            type_name: action.type_name().to_owned(),
            parameters,
            result: taken.result,
            missing: taken.next.is_none() && !leaves,
            branch: taken.branch,
            next: taken.next,
            notes,
        });
    }
}
