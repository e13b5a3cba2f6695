//! Whether what matters was confirmed before it was acted upon.

use store::Failure;

use super::{Verdict, says};
use crate::review::Conversation;

/// Requests that reveal something. What they are about is confirmed once, for all that is asked of it.
const REVEALING: &[&str] = &["order", "verify-pin", "bill"];
/// Requests about an account that a PIN opens. Who has given one for a confirmed account may ask on,
/// whatever else they call wrong, and nobody may before.
const OPENED: &[&str] = &["create-code", "verify-code", "balances", "transactions"];
/// Requests that change something. Each needs a confirmation of its own. A ticket is none of them: it
/// takes nothing away, and what it says is what the caller answered step by step.
const CHANGING: &[&str] = &["open-return", "book", "move", "cancel", "pay"];
/// Questions whose answer confirms: they read something back, or let the caller choose from what is
/// read out, or take what is offered in place of what failed.
const CONFIRMING: &[&str] = &["confirm-", "choose-", "offer-link"];

pub(super) fn confirmed(conversation: &Conversation) -> Verdict {
    // Whether anything was confirmed in the call, and whether anything was since it was acted upon.
    let (mut ever, mut since) = (false, false);
    // Whether a PIN was given for an account that was confirmed.
    let mut opened = false;
    let mut shown = false;
    for turn in &conversation.turns {
        // What the caller says is wrong is not confirmed.
        if turn.failure == Some(Failure::Denied) {
            (ever, since) = (false, false);
        }
        for request in turn.requests.iter().map(String::as_str) {
            let is_confirmed = match request {
                _ if REVEALING.contains(&request) => ever,
                _ if OPENED.contains(&request) => opened,
                // A link moves no money: that is done, and confirmed, on the page it leads to.
                "pay" if says(turn, &["tell-link-sent"]) => continue,
                _ if CHANGING.contains(&request) => std::mem::take(&mut since),
                _ => continue,
            };
            if !is_confirmed {
                let why = format!("turn {} asks for `{request}` unconfirmed", turn.number);
                return Verdict::Missed(why);
            }
            since = false;
            shown = true;
            opened |= request == "verify-pin";
        }
        if says(turn, CONFIRMING) {
            (ever, since) = (true, true);
        }
    }
    if shown { Verdict::Met } else { Verdict::NotShown("nothing critical was asked for") }
}
