//! What was offered, named by how it stands to the rest: "the one after that", "no, the later one".

use language::said::{Choice, Said};

use super::Task;
use crate::business::Opening;

/// Ways of asking for the one that comes after.
const ONE_AFTER: &[&str] = &[
    "one after",
    "one after that",
    "one after this",
    "one behind",
    "next one",
    "following one",
    "el siguiente",
    "la siguiente",
    "el que sigue",
    "la que sigue",
    "la de despues",
    "el de despues",
];

/// Ways of naming the later, or the earlier, of two.
const LATER_ONE: &[&str] =
    &["later one", "later of the two", "la mas tarde", "la de mas tarde", "el de mas tarde"];
const EARLIER_ONE: &[&str] = &[
    "earlier one",
    "earlier of the two",
    "la mas temprano",
    "la de mas temprano",
    "el de mas temprano",
];

/// Ways of naming the other of two.
const OTHER_ONE: &[&str] = &["other one", "the other", "la otra", "el otro"];

impl Task {
    /// What is meant by a comparison with what was offered: "the one after that", "the later one".
    pub(super) fn choice_of_two(&self, said: &Said<'_>) -> Option<Choice> {
        let are_several = self.offered.len() > 1;
        if said.has_any(ONE_AFTER) {
            Some(Choice::Later)
        } else if said.has_any(LATER_ONE) {
            Some(if are_several { Choice::Last } else { Choice::Later })
        } else if said.has_any(EARLIER_ONE) {
            Some(if are_several { Choice::Nth(1) } else { Choice::Earlier })
        } else {
            None
        }
    }

    /// Another of those that were offered together with the chosen one: "no, the later one".
    pub(super) fn beside_chosen(&self, choice: Option<Choice>, said: &Said<'_>) -> Option<Opening> {
        let chosen = self.chosen.as_ref()?;
        let at = self.offered.iter().position(|it| it == chosen)?;
        let place = match choice {
            Some(Choice::Nth(place)) => usize::try_from(place).ok()?.checked_sub(1)?,
            Some(Choice::Last) => self.offered.len().checked_sub(1)?,
            Some(Choice::Earlier) => at.checked_sub(1)?,
            Some(Choice::Later) => at.checked_add(1)?,
            Some(Choice::Any | Choice::Neither) | None => {
                let is_other = self.offered.len() == 2 && said.has_any(OTHER_ONE);
                is_other.then(|| 1_usize.saturating_sub(at))?
            }
        };
        self.offered.get(place).filter(|it| *it != chosen).cloned()
    }
}
