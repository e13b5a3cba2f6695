//! Whether what is said is short.

use wording::Speech;

use super::{Verdict, says};
use crate::review::Conversation;

/// Longest greeting and longest answer, in seconds. Whoever hears more forgets how it began.
const MAX_SECONDS: f64 = 10.0;
/// Longest answer that reads out what the caller asked to hear, in seconds: about the three entries of
/// a list, and the question that follows.
const MAX_SECONDS_READ_OUT: f64 = 20.0;
/// Messages that read out what the caller asked to hear: entries of a list, sentences of an article.
const READ_OUT: &[&str] = &["tell-passage", "tell-transaction", "tell-hours"];

fn seconds(conversation: &Conversation, words: &str) -> f64 {
    Speech::plain(conversation.language, words).seconds()
}

pub(super) fn short_greeting(conversation: &Conversation) -> Verdict {
    match conversation.greeting.as_deref() {
        None => Verdict::NotShown("records hold nothing from before the first turn"),
        Some([]) => Verdict::Missed("the caller was not greeted".to_owned()),
        Some([first, ..]) => at_most(seconds(conversation, first), "the greeting"),
    }
}

fn at_most(seconds: f64, what: &str) -> Verdict {
    if seconds <= MAX_SECONDS {
        Verdict::Met
    } else {
        Verdict::Missed(format!("{what} takes about {seconds:.0} seconds"))
    }
}

pub(super) fn short_answers(conversation: &Conversation) -> Verdict {
    if conversation.turns.is_empty() {
        return Verdict::NotShown("there was no turn");
    }
    let long: Vec<_> = conversation
        .turns
        .iter()
        .map(|it| (it, seconds(conversation, &it.reply)))
        .filter(|(turn, seconds)| {
            let most = if says(turn, READ_OUT) { MAX_SECONDS_READ_OUT } else { MAX_SECONDS };
            *seconds > most
        })
        .map(|(turn, seconds)| (turn.number, seconds))
        .collect();
    match long.as_slice() {
        [] => Verdict::Met,
        [(number, seconds)] => at_most(*seconds, &format!("the answer of turn {number}")),
        several => {
            let each: Vec<_> = several
                .iter()
                .map(|(number, seconds)| format!("{number} ({seconds:.0})"))
                .collect();
            Verdict::Missed(format!("these turns take too many seconds: {}", each.join(", ")))
        }
    }
}
