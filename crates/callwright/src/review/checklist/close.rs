//! Whether the call ended politely.

use super::{Verdict, says};
use crate::review::Conversation;

/// How a call ends that the line ends, which the caller is told with a goodbye. Who has left a message
/// may hang up before it.
const ENDED_BY_THE_LINE: &[&str] = &["served", "goodbye", "callback"];
/// Messages that end a call politely.
const POLITE: &[&str] = &["tell-done", "tell-done-served", "hand-over-", "tell-emergency"];

pub(super) fn polite(conversation: &Conversation) -> Verdict {
    if conversation.outcome == "hung_up" {
        return Verdict::NotShown("the caller hung up");
    }
    if conversation.outcome == "dropped" {
        return Verdict::Missed("the line let go of the caller without a word".to_owned());
    }
    if let Some(last) = conversation.farewell.as_ref().and_then(|it| it.last()) {
        let ends_here = ENDED_BY_THE_LINE.contains(&conversation.outcome.as_str());
        let goodbye = conversation.goodbye();
        if ends_here && !goodbye.is_empty() && !last.ends_with(&goodbye) {
            return Verdict::Missed("the line ends the call without a goodbye".to_owned());
        }
        return Verdict::Met;
    }
    match conversation.turns.last() {
        None => Verdict::NotShown("there was no turn"),
        Some(turn) if says(turn, POLITE) => Verdict::Met,
        // As records have it: a call that ended otherwise says how.
        Some(_) if conversation.outcome == "open" => Verdict::NotShown("the caller hung up"),
        Some(turn) => Verdict::Missed(format!("turn {} ends the call without a word", turn.number)),
    }
}
