//! Whether nothing was said twice running.

use super::Verdict;
use crate::review::Conversation;

pub(super) fn varied(conversation: &Conversation) -> Verdict {
    for pair in conversation.turns.windows(2) {
        if let [one, other] = pair
            && one.reply == other.reply
            && other.intent != "Repeat"
        {
            return Verdict::Missed(format!(
                "turn {} says the same as the one before",
                other.number
            ));
        }
    }
    // What the dialogue says last and what the flow says first are one to whoever hears them.
    let last = conversation.turns.last();
    let said_again = last.zip(conversation.farewell.as_ref()).and_then(|(turn, farewell)| {
        let heard: Vec<_> = sentences(&turn.reply).collect();
        let next = farewell.first()?;
        sentences(next).find(|it| heard.contains(it)).map(|_| turn.number)
    });
    match said_again {
        Some(number) => Verdict::Missed(format!("what turn {number} says is said again after it")),
        None => Verdict::Met,
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    // The stops of "9 a.m." end nothing.
    let mut ended = false;
    let ends = move |it: char| {
        let is_end = ended && it == ' ';
        ended = matches!(it, '.' | '?' | '!');
        is_end
    };
    text.split_inclusive(ends).map(str::trim).filter(|it| it.contains(' '))
}
