//! What is done for callers: one folder for each kind of business, and what every line does.

mod agree;
pub(crate) mod bank;
pub(crate) mod clinic;
pub(crate) mod common;
#[cfg(test)]
pub(crate) mod drive;
pub(crate) mod payments;
mod phrases;
pub(crate) mod profile;
pub(crate) mod shop;
pub(crate) mod support;

use line::Scenario;
use serde::{Deserialize, Serialize};

use crate::task::{self, Answer, Context};
use crate::wish::Wish;

/// What is being done for the caller.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Task {
    /// Orders.
    Shop(shop::Task),
    /// Appointments.
    Clinic(Box<clinic::Task>),
    /// Invoices.
    Payments(payments::Task),
    /// Troubleshooting.
    Support(support::Task),
    /// Balances.
    Bank(bank::Task),
    /// One person's work.
    Profile(profile::Task),
    /// A message, a callback, or the hours.
    Contact(common::Task),
}

impl Task {
    /// What the engine drives.
    pub(crate) fn get(&self) -> &dyn task::Task {
        match self {
            Self::Shop(task) => task,
            Self::Clinic(task) => &**task,
            Self::Payments(task) => task,
            Self::Support(task) => task,
            Self::Bank(task) => task,
            Self::Profile(task) => task,
            Self::Contact(task) => task,
        }
    }

    /// What the engine drives.
    pub(crate) fn get_mut(&mut self) -> &mut dyn task::Task {
        match self {
            Self::Shop(task) => task,
            Self::Clinic(task) => &mut **task,
            Self::Payments(task) => task,
            Self::Support(task) => task,
            Self::Bank(task) => task,
            Self::Profile(task) => task,
            Self::Contact(task) => task,
        }
    }
}

/// Begins what serves a wish, with the sentence that named it; `None` for a wish that is a command and
/// is served by no task.
pub(crate) fn begin(wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Option<Task> {
    Some(match wish.scenario() {
        Some(Scenario::Shop) => Task::Shop(shop::begin(wish, answer, cx)),
        Some(Scenario::Clinic) => Task::Clinic(Box::new(clinic::begin(wish, answer, cx))),
        Some(Scenario::Payments) => Task::Payments(payments::begin(wish, answer, cx)),
        Some(Scenario::Support) => Task::Support(support::begin(wish, answer, cx)),
        Some(Scenario::Bank) => Task::Bank(bank::begin(wish, answer, cx)),
        Some(Scenario::Profile) => Task::Profile(profile::begin(wish, answer, cx)),
        None => Task::Contact(common::begin(wish, answer, cx)?),
    })
}

/// Whether a task serves a wish; otherwise it is a command.
pub(crate) fn serves(wish: Wish) -> bool {
    wish.scenario().is_some() || common::serves(wish)
}

/// Finds the wish in a sentence that recognition gave up.
type Claim = fn(&Answer<'_>, &Context<'_>) -> Option<Wish>;

/// Scenarios that know a wish without its intent, such as an order number that is said alone.
const CLAIMS: &[(Scenario, Claim)] = &[
    (Scenario::Shop, shop::claims),
    (Scenario::Payments, payments::claims),
    (Scenario::Bank, bank::claims),
    (Scenario::Profile, profile::claims),
];

/// The wish in a sentence that recognition gave up, as a scenario of the line reads it.
pub(crate) fn claimed(answer: &Answer<'_>, cx: &Context<'_>) -> Option<Wish> {
    let mut claims = CLAIMS.iter().filter(|(scenario, _)| cx.line.does(*scenario));
    common::claims(answer, cx).or_else(|| claims.find_map(|(_, claim)| claim(answer, cx)))
}
