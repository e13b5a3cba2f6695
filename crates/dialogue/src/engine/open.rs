//! The first question of a call.

use jiff::civil::DateTime;
use line::{Line, Scenario};
use wording::{Message, Value};

use super::draft::word;
use super::remember::MAX_MATTERS;
use super::render::dressed;
use crate::matter::{Consent, Remembered};
use crate::question::{Expects, Question};
use crate::session::{Asking, Session, Spoken};
use crate::wish::Wish;

/// Days after which nobody calls about the same thing any more.
const MAX_DAYS: i64 = 60;

/// Longest value of a matter, in bytes: a number or a short word.
const MAX_VALUE: usize = 64;

/// How a call opens.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// What the dialogue begins with.
    pub session: Session,
    /// The question that the caller hears after the greeting.
    pub question: Message,
}

/// Opens a call: asks what the caller wants, or whether it is what is open since an earlier call.
///
/// `now` is where the line is. A caller who never agreed to be remembered is asked like anybody.
pub fn open(line: &Line, remembered: &Remembered, now: DateTime) -> Opening {
    let today = now.date();
    let granted = line.memory.returning_callers && remembered.consent == Some(Consent::Granted);
    // Of who did not agree, only that is known.
    let kept = if granted {
        remembered.clone()
    } else {
        Remembered { consent: remembered.consent, ..Remembered::default() }
    };
    let mut session = Session { remembered: kept, ..Session::default() };
    session.remembered.matters.retain(|it| {
        let days = (today - it.on).get_days();
        let is_served = it.wish.scenario().is_some_and(|scenario| line.does(scenario));
        let is_short = it.slots.values().all(|it| it.len() <= MAX_VALUE);
        let is_open = !it.is_over(today);
        granted && is_served && is_short && is_open && (0..=MAX_DAYS).contains(&i64::from(days))
    });
    session.remembered.matters.truncate(MAX_MATTERS);
    if granted {
        session.memory.name.clone_from(&remembered.name);
    }
    let (asking, question, expects) = match session.remembered.matters.first() {
        Some(matter) => {
            let message = Message::new("offer-last-matter")
                .with("matter", word(kind(matter.wish)))
                .with("day", Value::Day(matter.on));
            (Asking::Matter, message, Expects::YesNo)
        }
        None => (Asking::Wish, Message::new("ask-wish"), Expects::Wish),
    };
    session.asking = asking;
    session.last = vec![Spoken::main(question.clone())];
    session.times = vec![(question.id.clone(), 1)];
    session.question = Some(Question::new(question.clone(), expects));
    Opening { session, question: dressed(&question, line) }
}

/// What a wish is about, in the words of `offer-last-matter`.
fn kind(wish: Wish) -> &'static str {
    match wish.scenario() {
        Some(Scenario::Shop) => "order",
        Some(Scenario::Clinic) => "appointment",
        Some(Scenario::Payments) => "invoice",
        Some(Scenario::Support) => "ticket",
        Some(Scenario::Bank) => "account",
        Some(Scenario::Profile) | None => "request",
    }
}
