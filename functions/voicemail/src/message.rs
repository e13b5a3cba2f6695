//! What a message's record should say after each thing that happens. Pure.
//!
//! Every function here gives the record as it should be. When that is what it is already, there is
//! nothing to write: that makes a repeated event harmless. States only move on, whatever the order.

use aws_events::E164;
use jiff::{SignedDuration, Timestamp};
use store::{Claim, ContactId, Mailbox, Voicemail, VoicemailState};
use wording::Language;

/// The time limit that the function is deployed with.
pub(crate) const TIME_LIMIT: SignedDuration = SignedDuration::from_secs(30);

/// How long Lambda lets pass before it tries a failed event again.
///
/// Source: AWS Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous
/// invocation".
const RETRY_AFTER: SignedDuration = SignedDuration::from_secs(60);

/// How long a claim to mail a message lives.
pub(crate) const LEASE: SignedDuration = SignedDuration::from_secs(45);

// INVARIANT: a claim outlives whoever holds it, and is dead when the retry of a dead holder comes.
const _: () = assert!(TIME_LIMIT.as_secs() < LEASE.as_secs());
const _: () = assert!(LEASE.as_secs() < RETRY_AFTER.as_secs());

/// What a flow knows of a message that begins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Beginning {
    pub(crate) mailbox: Mailbox,
    pub(crate) caller: Option<E164>,
    pub(crate) dialled: Option<E164>,
    pub(crate) language: Option<Language>,
    /// Days that the line keeps it.
    pub(crate) keep_days: Option<u32>,
    /// What the caller told the assistant before.
    pub(crate) summary: Option<String>,
}

/// A flow has begun the message. It alone knows what it says, and may be the last to say so.
pub(crate) fn begun(
    message: Option<Voicemail>,
    contact_id: &ContactId,
    beginning: &Beginning,
    now: Timestamp,
) -> Voicemail {
    let message = message.unwrap_or_else(|| new(contact_id, now));
    let Beginning { mailbox, caller, dialled, language, keep_days, summary } = beginning.clone();
    Voicemail {
        mailbox,
        caller: caller.or(message.caller),
        dialled: dialled.or(message.dialled),
        language: language.or(message.language),
        keep_days: keep_days.or(message.keep_days),
        summary: summary.or(message.summary),
        ..message
    }
}

/// The recording is there. Without a record the message becomes one of the default mailbox.
pub(crate) fn recorded(
    message: Option<Voicemail>,
    contact_id: &ContactId,
    recording: &str,
    at: Timestamp,
) -> Voicemail {
    let message = message.unwrap_or_else(|| new(contact_id, at));
    Voicemail {
        state: message.state.max(VoicemailState::Transcribing),
        recording: message.recording.or_else(|| Some(recording.to_owned())),
        ..message
    }
}

/// The transcription ended, with a redacted transcript or without one.
pub(crate) fn transcribed(message: Voicemail, transcript: Option<&str>) -> Voicemail {
    if message.state >= VoicemailState::Transcribed {
        return message;
    }
    let transcript = transcript.map(str::to_owned);
    Voicemail { state: VoicemailState::Transcribed, transcript, ..message }
}

/// Whether an invocation may mail a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Claimed {
    /// It may, once this is saved.
    Granted(Box<Voicemail>),
    /// Another may, and is not known to be dead.
    Held,
    /// It was mailed already.
    Delivered,
}

/// An invocation wants to mail the message.
pub(crate) fn claimed(message: Voicemail, claim: Claim) -> Claimed {
    if message.state == VoicemailState::Delivered {
        return Claimed::Delivered;
    }
    if claim.waits_for(message.mail_claim.as_ref(), LEASE) {
        return Claimed::Held;
    }
    Claimed::Granted(Box::new(Voicemail { mail_claim: Some(claim), ..message }))
}

/// The claim is given back, since SES did not take the mail.
pub(crate) fn released(message: Voicemail) -> Voicemail {
    Voicemail { mail_claim: None, ..message }
}

/// SES has taken the mail.
pub(crate) fn delivered(message: Voicemail, now: Timestamp) -> Voicemail {
    Voicemail {
        state: VoicemailState::Delivered,
        mailed_at: message.mailed_at.or(Some(now)),
        mail_claim: None,
        ..message
    }
}

fn new(contact_id: &ContactId, left_at: Timestamp) -> Voicemail {
    Voicemail::new(contact_id.clone(), Mailbox::default(), left_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::VoicemailState::{Delivered, Recording, Transcribed, Transcribing};

    fn id() -> ContactId {
        "c-1".parse().unwrap()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_772_470_800 + second).unwrap()
    }

    fn claim(by: &str, second: i64) -> Claim {
        Claim { by: by.to_owned(), at: at(second) }
    }

    fn beginning() -> Beginning {
        Beginning {
            mailbox: "sales".parse().unwrap(),
            caller: Some("+12025550143".parse().unwrap()),
            dialled: Some("+12025550100".parse().unwrap()),
            language: Some(Language::EsUs),
            keep_days: Some(30),
            summary: Some("The caller asked about order 55421.".to_owned()),
        }
    }

    fn in_state(state: VoicemailState) -> Voicemail {
        Voicemail { state, ..new(&id(), at(0)) }
    }

    #[test]
    fn what_happens_twice_changes_nothing_the_second_time() {
        let once = begun(None, &id(), &beginning(), at(0));
        assert_eq!(begun(Some(once.clone()), &id(), &beginning(), at(1)), once);
        let once = recorded(Some(once), &id(), "b/k", at(2));
        assert_eq!(recorded(Some(once.clone()), &id(), "b/other", at(3)), once);
        let once = transcribed(once, Some("hello"));
        assert_eq!(transcribed(once.clone(), None), once);
        let once = delivered(once, at(4));
        assert_eq!(delivered(once.clone(), at(5)), once);
    }

    #[test]
    fn the_beginning_may_come_last() {
        let message = recorded(None, &id(), "b/k", at(0));
        assert_eq!((message.state, message.mailbox.as_str()), (Transcribing, "general"));
        let message = begun(Some(message), &id(), &beginning(), at(9));
        assert_eq!((message.state, message.mailbox.as_str()), (Transcribing, "sales"));
        assert_eq!((message.caller, message.keep_days), (beginning().caller, Some(30)));
        assert_eq!(message.summary, beginning().summary);
        assert_eq!(message.left_at, at(0));
    }

    #[test]
    fn no_event_takes_a_message_back() {
        for state in [Recording, Transcribing, Transcribed, Delivered] {
            let message = in_state(state);
            assert!(
                begun(Some(message.clone()), &id(), &Beginning::default(), at(1)).state >= state
            );
            assert!(recorded(Some(message.clone()), &id(), "b/k", at(1)).state >= state);
            assert!(transcribed(message.clone(), None).state >= state);
            assert!(released(message).state >= state);
        }
    }

    #[test]
    fn one_at_a_time_may_mail_and_none_after_delivery() {
        let message = in_state(Transcribed);
        let Claimed::Granted(held) = claimed(message, claim("a", 0)) else { panic!("not granted") };
        for (second, granted) in [(-1, false), (0, false), (44, false), (45, true), (90, true)] {
            let result = claimed((*held).clone(), claim("b", second));
            assert_eq!(matches!(result, Claimed::Granted(_)), granted, "after {second} s");
        }
        let free = released((*held).clone());
        assert!(matches!(claimed(free, claim("b", 1)), Claimed::Granted(_)));
        assert_eq!(claimed(delivered(*held, at(1)), claim("b", 90)), Claimed::Delivered);
    }
}
