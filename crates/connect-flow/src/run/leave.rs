//! Leaving an action: finding the branch, and writing down which it was.

use std::borrow::Cow;
use std::sync::Arc;

use super::{Execution, Log, Pending, known};
use crate::action::Action;
use crate::effect::Effect;
use crate::library::{Entry, Library};
use crate::trail::{Branch, Trail};
use crate::transitions::{ConditionBranch, NO_MATCHING_CONDITION, NO_MATCHING_ERROR};

/// What an action came to, before a branch is found for it.
pub(crate) enum Exit {
    Next,
    Choose(String),
    Fail { error: Cow<'static, str>, why: String },
}

/// The branch found.
pub(crate) struct Taken {
    pub(crate) branch: Branch,
    pub(crate) next: Option<String>,
    pub(super) result: Option<String>,
}

impl Taken {
    pub(super) fn terminal() -> Self {
        Self { branch: Branch::Terminal, next: None, result: None }
    }

    pub(crate) fn next(action: &Action) -> Self {
        Self { branch: Branch::Next, next: action.transitions().next.clone(), result: None }
    }

    pub(crate) fn condition(branch: &ConditionBranch) -> Self {
        Self {
            branch: Branch::Condition(branch.to_string()),
            next: branch.next.clone(),
            result: None,
        }
    }

    /// The branch of a value that no condition matches.
    pub(crate) fn unmatched(action: &Action) -> Self {
        match action.transitions().error(NO_MATCHING_CONDITION) {
            Some(branch) => Self {
                branch: Branch::Error(NO_MATCHING_CONDITION.to_owned()),
                next: branch.next.clone(),
                result: None,
            },
            None => Self::next(action),
        }
    }

    /// The branch of an error.
    pub(crate) fn error(action: &Action, error: &str) -> Self {
        let transitions = action.transitions();
        let branch = transitions.error(error).or_else(|| transitions.error(NO_MATCHING_ERROR));
        Self {
            branch: Branch::Error(branch.map_or(error, |it| &it.error_type).to_owned()),
            next: branch.and_then(|it| it.next.clone()),
            result: None,
        }
    }

    fn of(self, value: String) -> Self {
        Self { result: Some(value), ..self }
    }
}

impl Execution {
    /// Leaves an action as it came out.
    pub(super) fn leave(
        &mut self,
        library: &Library,
        action: &Action,
        exit: Exit,
        log: &mut Log,
    ) -> Option<Effect> {
        let taken = self.choose(action, exit);
        self.take(library, action, taken, log)
    }

    /// Takes a branch out of an action; gives the end when it leads nowhere.
    pub(crate) fn take(
        &mut self,
        library: &Library,
        action: &Action,
        taken: Taken,
        log: &mut Log,
    ) -> Option<Effect> {
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
        self.record(library, action, taken, log);
        if let (Some(next), Some(frame)) = (next, self.frames.last_mut()) {
            frame.action = next;
        }
        stuck.map(Effect::End)
    }

    /// Finds the branch for what an action came to.
    fn choose(&mut self, action: &Action, exit: Exit) -> Taken {
        match exit {
            Exit::Next => Taken::next(action),
            Exit::Choose(value) => {
                let known = known(&self.contact, self.frames.last());
                let holds = action.transitions().conditions.iter().find(|branch| {
                    branch.holds(&value, &mut |it| known.field(it).unwrap_or_default())
                });
                holds.map_or_else(|| Taken::unmatched(action), Taken::condition).of(value)
            }
            Exit::Fail { error, why } => {
                self.pending.notes.push(why);
                Taken::error(action, &error)
            }
        }
    }

    /// Writes down how an action was left.
    pub(super) fn record(
        &mut self,
        library: &Library,
        action: &Action,
        taken: Taken,
        log: &mut Log,
    ) {
        if !log.is_kept {
            return;
        }
        let Pending { parameters, notes } = std::mem::take(&mut self.pending);
        let entry = self.frames.last().and_then(|it| library.get(&it.flow));
        let shared = |it: &Entry| (Arc::clone(&it.shared.0), Arc::clone(&it.shared.1));
        let (flow, flow_name) = entry.map(shared).unwrap_or_default();
        let modules = self.frames.iter().filter(|it| it.is_module());
        let leaves = matches!(taken.branch, Branch::Entered | Branch::Terminal);
        log.trail.push(Trail {
            flow,
            flow_name,
            modules: modules.map(|it| it.flow.as_str().into()).collect(),
            action: Arc::clone(&action.identifier),
            type_name: Arc::clone(&action.type_name),
            parameters,
            result: taken.result,
            missing: taken.next.is_none() && !leaves,
            branch: taken.branch,
            next: taken.next,
            notes,
        });
    }
}
