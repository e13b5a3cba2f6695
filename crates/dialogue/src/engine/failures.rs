//! What goes wrong in a row between caller and line, and how much of it brings a person.

use line::Line;

use super::Failure;
use crate::session::Session;

/// Failures in a row, as a session counts them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Failures {
    pub(super) misunderstood: u32,
    pub(super) silent: u32,
    pub(super) denied: u32,
}

impl Failures {
    pub(super) fn of(session: &Session) -> Self {
        let Session { misunderstood, silent, denied, .. } = *session;
        Self { misunderstood, silent, denied }
    }

    /// What was counted since.
    pub(super) fn before(self, now: &Self) -> Option<Failure> {
        if now.misunderstood > self.misunderstood {
            Some(Failure::NotUnderstood)
        } else if now.silent > self.silent {
            Some(Failure::Silence)
        } else if now.denied > self.denied {
            Some(Failure::Denied)
        } else {
            None
        }
    }
}

/// Failures in a row that bring a person.
pub(super) fn limit(session: &Session, line: &Line) -> u32 {
    let rules = &line.escalation;
    let most = rules.after_failures.max(1);
    if session.is_upset() { rules.when_upset.clamp(1, most) } else { most }
}
