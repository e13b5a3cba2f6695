//! Whether a person was within reach.

use super::{Verdict, is_failure, says};
use crate::review::{Conversation, Turn};

/// What is said to a caller who asks for a person: that they get one, whether they want one, or, where
/// the line was not sure that it heard right, whether that is what they want.
const ANSWERS_A_WISH_FOR_A_PERSON: &[&str] = &[
    "hand-over-",
    "tell-emergency",
    "offer-person",
    "offer-technician",
    "offer-next-person",
    "confirm-wish",
    "confirm-heard",
];
/// What asks a caller whether they want a person.
const OFFERS_A_PERSON: &[&str] =
    &["offer-person", "offer-technician", "offer-next-person", "confirm-wish"];
/// What is said to a caller who is put through.
const PUTS_THROUGH: &[&str] = &["hand-over-", "tell-emergency"];
/// How a call ends whose caller comes to a person, or to what takes a person's place.
const REACHED: &[&str] =
    &["queue", "agent", "transferred", "voicemail", "callback", "emergency", "hung_up"];

pub(super) fn person(conversation: &Conversation) -> Verdict {
    let mut failures = 0_usize;
    let mut shown = false;
    let mut before: Option<&Turn> = None;
    for turn in &conversation.turns {
        let was_offered = before.replace(turn).is_some_and(|it| says(it, OFFERS_A_PERSON));
        if turn.intent == "TalkToAgent" && turn.failure.is_none() {
            shown = true;
            // Whoever is offered a person answers with the same intent, to refuse it as well.
            if !was_offered && !says(turn, ANSWERS_A_WISH_FOR_A_PERSON) {
                let why = format!("turn {} asks for a person in vain", turn.number);
                return Verdict::Missed(why);
            }
        }
        failures = if is_failure(turn) { failures.saturating_add(1) } else { 0 };
        if failures >= conversation.patience {
            shown = true;
            if !says(turn, PUTS_THROUGH) {
                let why = format!("turn {} is failure {failures} in a row", turn.number);
                return Verdict::Missed(why);
            }
        }
    }
    // Whoever is told that a person comes gets one, or can leave a message.
    let put_through = conversation.turns.last().filter(|it| says(it, PUTS_THROUGH));
    shown |= put_through.is_some();
    let outcome = conversation.outcome.as_str();
    match put_through {
        Some(_) if outcome == "open" => {
            Verdict::NotShown("the records do not say where the caller was put through to")
        }
        // An emergency number takes the call itself, and a goodbye follows.
        Some(turn) if !REACHED.contains(&outcome) && !says(turn, &["tell-emergency"]) => {
            let why = format!("turn {} puts through, and the call ends as {outcome}", turn.number);
            Verdict::Missed(why)
        }
        _ if shown => Verdict::Met,
        _ => Verdict::NotShown("nobody needed a person"),
    }
}
