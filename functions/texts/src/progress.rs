//! What a text's record should say after each thing that happens. Pure.

use jiff::{SignedDuration, Timestamp};
use store::{Claim, Text, TextState};

/// The time limit that the function is deployed with.
pub(crate) const TIME_LIMIT: SignedDuration = SignedDuration::from_secs(15);

/// How long a claim to send a text lives.
pub(crate) const LEASE: SignedDuration = SignedDuration::from_secs(20);

// INVARIANT: a claim outlives whoever holds it.
const _: () = assert!(TIME_LIMIT.as_secs() < LEASE.as_secs());

/// How often a text is sent of which nobody knows whether it was taken.
const MOST_UNSURE: u32 = 2;

/// How long after the promise a text is still worth sending. A one-time code is good for five
/// minutes, and whoever was promised a link hardly waits for longer than that.
pub(crate) const MAX_AGE: SignedDuration = SignedDuration::from_mins(5);

/// Whether an invocation may send a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Claimed {
    /// It may, once this is saved.
    Granted(Text),
    /// It is too late: this is saved instead.
    Late(Text),
    /// Another may, and is not known to be dead.
    Held,
    /// There is nothing left to do.
    Ended,
}

/// An invocation that began at `claim.at` wants to send the text.
pub(crate) fn claimed(text: Text, claim: Claim) -> Claimed {
    if text.state != TextState::Promised {
        Claimed::Ended
    } else if claim.waits_for(text.claim.as_ref(), LEASE) {
        Claimed::Held
    } else if claim.at.duration_since(text.promised_at) > MAX_AGE {
        Claimed::Late(ended(text, TextState::Refused, claim.at))
    } else {
        Claimed::Granted(Text { claim: Some(claim), ..text })
    }
}

/// The claim is given back, since the text was not taken.
pub(crate) fn released(text: Text) -> Text {
    Text { claim: None, ..text }
}

/// Nobody knows whether the text was taken. Its claim lives on, as if its holder had died; after the
/// second time it is given up.
pub(crate) fn unsure(text: Text, now: Timestamp) -> Text {
    let unsure = text.unsure.saturating_add(1);
    let text = Text { unsure, ..text };
    if unsure < MOST_UNSURE { text } else { ended(text, TextState::Unsure, now) }
}

/// Nothing is left to do, and the words are forgotten.
pub(crate) fn ended(text: Text, state: TextState, now: Timestamp) -> Text {
    Text { state, words: None, claim: None, ended_at: Some(now), ..text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::TextId;

    fn promised() -> Text {
        let id = TextId { contact_id: "c-1".parse().unwrap(), turn: 1, number: 1 };
        let to = "+12025550143".parse().unwrap();
        Text::new(id, "text-one-time-code", to, "123456", Timestamp::UNIX_EPOCH)
    }

    fn claim(by: &str, seconds: i64) -> Claim {
        Claim { by: by.to_owned(), at: Timestamp::from_second(seconds).unwrap() }
    }

    #[test]
    fn one_at_a_time_may_send() {
        let Claimed::Granted(text) = claimed(promised(), claim("a", 1)) else { panic!("refused") };
        assert_eq!(text.claim, Some(claim("a", 1)));
        assert_eq!(claimed(text.clone(), claim("b", 20)), Claimed::Held);
        assert!(matches!(claimed(text.clone(), claim("b", 21)), Claimed::Granted(_)));
        assert!(matches!(claimed(released(text), claim("b", 2)), Claimed::Granted(_)));
    }

    #[test]
    fn what_has_ended_stays_so_and_is_forgotten() {
        for state in [TextState::Sent, TextState::Refused, TextState::Unsure] {
            let text = ended(promised(), state, Timestamp::UNIX_EPOCH);
            assert_eq!(text.words, None);
            assert_eq!(claimed(text, claim("b", 1)), Claimed::Ended);
        }
    }

    #[test]
    fn what_was_perhaps_sent_is_sent_once_more_after_its_claim() {
        let Claimed::Granted(text) = claimed(promised(), claim("a", 1)) else { panic!("refused") };
        let text = unsure(text, Timestamp::UNIX_EPOCH);
        assert_eq!(claimed(text.clone(), claim("b", 20)), Claimed::Held);
        let Claimed::Granted(text) = claimed(text, claim("b", 21)) else { panic!("refused") };
        let text = unsure(text, Timestamp::UNIX_EPOCH);
        assert_eq!((text.state, &text.words), (TextState::Unsure, &None));
        assert_eq!(claimed(text, claim("c", 60)), Claimed::Ended);
    }

    #[test]
    fn a_late_text_is_not_sent() {
        let age = |seconds| claimed(promised(), claim("a", seconds));
        assert!(matches!(age(300), Claimed::Granted(_)));
        let Claimed::Late(text) = age(301) else { panic!("sent") };
        assert_eq!((text.state, text.words), (TextState::Refused, None));
    }
}
