//! What a good conversation is held to, one row a point.

mod close;
mod confirmation;
mod help;
mod length;
mod person;
#[cfg(test)]
mod tests;
mod variety;

use serde::Serialize;
use store::Failure;

use super::{Conversation, Turn};

/// A point of the checklist, and how a conversation did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Check {
    /// What is wanted, such as `short greeting`.
    pub(crate) point: &'static str,
    /// Whether it was so.
    #[serde(flatten)]
    pub(crate) verdict: Verdict,
}

/// How a conversation did in one point.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "verdict", content = "why", rename_all = "kebab-case")]
pub(crate) enum Verdict {
    /// As it should be.
    Met,
    /// Not so, and why.
    Missed(String),
    /// Nothing in the call shows it, and why.
    NotShown(&'static str),
}

/// A point and how it is judged.
type Point = (&'static str, fn(&Conversation) -> Verdict);

const POINTS: &[Point] = &[
    ("short greeting", length::short_greeting),
    ("answers under ten seconds", length::short_answers),
    ("critical data confirmed", confirmation::confirmed),
    ("failures answered with help", help::helped),
    ("a person within reach", person::person),
    ("nothing said twice running", variety::varied),
    ("polite close", close::polite),
];

/// Judges a conversation, point by point.
pub(crate) fn checks(conversation: &Conversation) -> Vec<Check> {
    POINTS.iter().map(|(point, judge)| Check { point, verdict: judge(conversation) }).collect()
}

/// Whether an answer has a message of one of these kinds.
fn says(turn: &Turn, kinds: &[&str]) -> bool {
    turn.messages.iter().any(|it| kinds.iter().any(|kind| it.starts_with(kind)))
}

/// Whether the caller was not understood, or said nothing.
fn is_failure(turn: &Turn) -> bool {
    matches!(turn.failure, Some(Failure::NotUnderstood | Failure::Silence))
}
