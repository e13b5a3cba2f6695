//! What the flow reads back.

use dialogue::Reason;
use serde::Serialize;

use crate::{Cause, Why};

/// What the agent reads of a call whose record could not be read.
const UNKNOWN_CALL: &str = "The caller needs a person; what was said before isn't known.";

/// What the flow reads back: a flat object of strings, as `STRING_MAP` demands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Where the caller goes: `queue` or `voicemail`.
    pub route: &'static str,
    /// Why the caller needs a person, such as `asked`.
    pub reason: &'static str,
    /// What settled the route: `open`, `closed`, `unstaffed` or `full`.
    pub cause: &'static str,
    /// What the caller hears.
    pub announcement: &'static str,
    /// The call in one sentence, for the agent.
    pub summary: String,
}

impl Answer {
    /// The answer to a decision; `summary` is `None` when nothing is known of the call.
    pub(crate) fn new(cause: Cause, why: Why, summary: Option<String>) -> Self {
        Self {
            route: cause.route().as_str(),
            reason: why.as_str(),
            cause: cause.as_str(),
            announcement: announcement(cause, why),
            summary: summary.unwrap_or_else(|| UNKNOWN_CALL.to_owned()),
        }
    }
}

/// What the caller hears. The flow goes on right after: to the queue's music, or to the prompt for a
/// message.
fn announcement(cause: Cause, why: Why) -> &'static str {
    match (cause, why) {
        (Cause::Open, Why::Dialogue(Reason::Asked)) => "I'm connecting you with someone now.",
        (Cause::Open, Why::Dialogue(Reason::NotUnderstood)) => {
            "Let me get you to someone who can help."
        }
        (Cause::Open, Why::Dialogue(Reason::Silence)) => {
            "I can't hear you, so I'll connect you with someone."
        }
        (Cause::Open, Why::Dialogue(Reason::Backend)) => {
            "I can't look that up right now. I'll connect you with someone who can help."
        }
        (Cause::Open, Why::Other) => "I'll connect you with someone now.",
        (Cause::Closed, _) => "We're closed right now, but you can leave us a message.",
        (Cause::Unstaffed, _) => "Nobody's available right now, but you can leave us a message.",
        (Cause::Full, _) => "All our lines are busy right now, but you can leave us a message.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use std::fmt::Write as _;

    #[test]
    fn the_answer_is_a_flat_object_of_strings() {
        let answer = Answer::new(Cause::Full, Why::Other, None);
        let value = serde_json::to_value(answer).unwrap();
        assert!(value.as_object().unwrap().values().all(serde_json::Value::is_string), "{value}");
    }

    #[test]
    fn every_caller_hears_what_happens_next() {
        let mut said = String::new();
        for cause in [Cause::Open, Cause::Closed, Cause::Unstaffed, Cause::Full] {
            for why in [
                Why::Dialogue(Reason::Asked),
                Why::Dialogue(Reason::NotUnderstood),
                Why::Dialogue(Reason::Silence),
                Why::Dialogue(Reason::Backend),
                Why::Other,
            ] {
                let Answer { route, reason, cause, announcement, .. } =
                    Answer::new(cause, why, None);
                writeln!(said, "{cause:9} {reason:14} {route:9} {announcement}").unwrap();
            }
        }
        expect![[r#"
            open      asked          queue     I'm connecting you with someone now.
            open      not-understood queue     Let me get you to someone who can help.
            open      silence        queue     I can't hear you, so I'll connect you with someone.
            open      backend        queue     I can't look that up right now. I'll connect you with someone who can help.
            open      other          queue     I'll connect you with someone now.
            closed    asked          voicemail We're closed right now, but you can leave us a message.
            closed    not-understood voicemail We're closed right now, but you can leave us a message.
            closed    silence        voicemail We're closed right now, but you can leave us a message.
            closed    backend        voicemail We're closed right now, but you can leave us a message.
            closed    other          voicemail We're closed right now, but you can leave us a message.
            unstaffed asked          voicemail Nobody's available right now, but you can leave us a message.
            unstaffed not-understood voicemail Nobody's available right now, but you can leave us a message.
            unstaffed silence        voicemail Nobody's available right now, but you can leave us a message.
            unstaffed backend        voicemail Nobody's available right now, but you can leave us a message.
            unstaffed other          voicemail Nobody's available right now, but you can leave us a message.
            full      asked          voicemail All our lines are busy right now, but you can leave us a message.
            full      not-understood voicemail All our lines are busy right now, but you can leave us a message.
            full      silence        voicemail All our lines are busy right now, but you can leave us a message.
            full      backend        voicemail All our lines are busy right now, but you can leave us a message.
            full      other          voicemail All our lines are busy right now, but you can leave us a message.
        "#]].assert_eq(&said);
    }
}
