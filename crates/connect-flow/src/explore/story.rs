//! The way to something, told so that a person can follow it.

use std::fmt;

use serde::Serialize;

use crate::action::is_made_up;
use crate::trail::Branch;

/// A way through flows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Story {
    /// The actions that were run, in order.
    pub steps: Vec<StoryStep>,
}

/// One action of a [`Story`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoryStep {
    /// Name of the flow.
    pub flow: String,
    /// Identifier of the action.
    pub action: String,
    /// Type of the action.
    pub type_name: String,
    /// What happened there, such as `the caller presses 2`; `None` where nothing is worth telling.
    pub happened: Option<String>,
    /// The branch it was left by.
    pub branch: Branch,
}

impl StoryStep {
    /// What to call the action: its identifier where a person chose it, else its type and the
    /// beginning of what the console called it.
    pub fn name(&self) -> String {
        match self.action.split_once('-') {
            Some((first, _)) if is_made_up(&self.action) => format!("{} `{first}`", self.type_name),
            _ => format!("`{}`", self.action),
        }
    }
}

impl fmt::Display for Story {
    /// One line for each action at which something happened; runs of others are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut flow = None;
        let mut first = true;
        for (position, step) in self.steps.iter().enumerate() {
            let is_last = position.checked_add(1) == Some(self.steps.len());
            let enters = flow != Some(&step.flow);
            if step.happened.is_none() && !is_last && !enters {
                continue;
            }
            if !std::mem::replace(&mut first, false) {
                writeln!(f)?;
            }
            if enters {
                write!(f, "in `{}`: ", step.flow)?;
                flow = Some(&step.flow);
            }
            f.write_str(&step.name())?;
            if let Some(happened) = &step.happened {
                write!(f, ": {happened}")?;
            }
        }
        Ok(())
    }
}
