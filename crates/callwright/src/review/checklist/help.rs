//! Whether a caller who was not understood was helped.

use super::{Verdict, is_failure};
use crate::review::{Conversation, Turn};

pub(super) fn helped(conversation: &Conversation) -> Verdict {
    let mut shown = false;
    let mut before: Option<&Turn> = None;
    for turn in &conversation.turns {
        if is_failure(turn) {
            shown = true;
            let repeats = before.is_some_and(|it| it.reply == turn.reply);
            if turn.reply.trim().is_empty() || repeats {
                return Verdict::Missed(format!("turn {} gives no other help", turn.number));
            }
        }
        before = Some(turn);
    }
    if shown { Verdict::Met } else { Verdict::NotShown("the caller was always understood") }
}
