//! The figures of a conversation.

use serde::Serialize;
use store::Failure;

use super::Conversation;

/// What can be counted in a conversation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub(crate) struct Figures {
    /// Turns of the dialogue.
    pub(crate) turns: usize,
    /// Times the caller was not understood.
    pub(crate) not_understood: usize,
    /// Times the caller said nothing.
    pub(crate) silences: usize,
    /// Times what was read back was wrong.
    pub(crate) denials: usize,
    /// Times the caller got what they wanted.
    pub(crate) served: usize,
    /// Turns to the first of these; `None` when there was none.
    pub(crate) turns_to_resolution: Option<usize>,
    /// Seconds from the beginning of the call to it; `None` when there was none.
    pub(crate) seconds_to_resolution: Option<f64>,
    /// Seconds from the beginning of the call to the last turn; `None` without turns.
    pub(crate) seconds: Option<f64>,
}

impl Figures {
    /// Counts.
    pub(crate) fn of(conversation: &Conversation) -> Self {
        let turns = &conversation.turns;
        let failures = |wanted| turns.iter().filter(|it| it.failure == Some(wanted)).count();
        let first = turns.iter().position(|it| it.served);
        let seconds = |at: usize| {
            let turn = turns.get(at)?;
            Some(turn.at.duration_since(conversation.started_at?).as_secs_f64())
        };
        Self {
            turns: turns.len(),
            not_understood: failures(Failure::NotUnderstood),
            silences: failures(Failure::Silence),
            denials: failures(Failure::Denied),
            served: turns.iter().filter(|it| it.served).count(),
            turns_to_resolution: first.map(|it| it.saturating_add(1)),
            seconds_to_resolution: first.and_then(seconds),
            seconds: turns.len().checked_sub(1).and_then(seconds),
        }
    }

    /// Times the same question had to be asked again.
    pub(crate) fn reprompts(&self) -> usize {
        self.not_understood.saturating_add(self.silences)
    }
}
