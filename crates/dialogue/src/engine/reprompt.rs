//! What follows when a question is not answered: the same question with more help each time, then a
//! person.

use wording::{Message, Part};

use super::draft::Draft;
use super::failures::limit;
use super::{Next, Setting};
use crate::reply::Reason;
use crate::session::Asking;

/// Outbursts from which on one that says nothing else is answered with the offer of a person.
const OUTBURSTS: u32 = 2;

/// Why a question has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unanswered {
    Misunderstood,
    Silent,
}

pub(super) fn silence(draft: Draft, setting: &Setting<'_>) -> Next {
    if draft.session.silent == 0 {
        return draft.ask_again(Part::Silent(1), setting);
    }
    reprompt(draft, Unanswered::Silent, setting)
}

/// Asks the same question again, with more help each time, then gives up.
pub(super) fn reprompt(mut draft: Draft, failure: Unanswered, setting: &Setting<'_>) -> Next {
    let session = &draft.session;
    if session.failures() >= limit(session, setting.line) {
        return give_up(draft, failure, setting);
    }
    let is_open = matches!(session.asking, Asking::Wish | Asking::More);
    let is_again = session.feeling.outbursts >= OUTBURSTS && session.asking == Asking::Task;
    if failure == Unanswered::Misunderstood && (is_open || is_again) && session.is_just_angry() {
        // Whoever wants none goes on with what they were about.
        if is_again {
            draft.set_aside();
        }
        return draft.ask(Asking::Person, Message::new("offer-person-upset"), setting);
    }
    let part = match failure {
        Unanswered::Misunderstood => Part::Unclear(session.misunderstood.max(1)),
        Unanswered::Silent => Part::Silent(session.silent.max(1)),
    };
    draft.ask_again(part, setting)
}

/// Hands the call on after too many failures in a row.
pub(super) fn give_up(draft: Draft, failure: Unanswered, setting: &Setting<'_>) -> Next {
    let (reason, message) = match failure {
        Unanswered::Silent => (Reason::Silence, "hand-over-silence"),
        Unanswered::Misunderstood if draft.session.is_upset() => (Reason::Upset, "hand-over-upset"),
        Unanswered::Misunderstood => (Reason::NotUnderstood, "hand-over-not-understood"),
    };
    draft.hand_over(reason, Message::new(message), setting)
}
