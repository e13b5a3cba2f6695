//! The mail that delivers a message.

use std::fmt;

use jiff::tz::TimeZone;
use line::Line;
use store::Voicemail;

/// A mail in plain text.
///
/// `Debug` does not show the text, which holds what the caller said.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// What the list of mails shows: no number and nothing that was said.
    pub subject: String,
    /// The mail itself.
    pub text: String,
    /// Who gets it; `None` for the deployment's recipient.
    pub recipient: Option<String>,
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail").field("subject", &self.subject).finish_non_exhaustive()
    }
}

/// What all mails have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// Whom the callers have reached.
    pub business: String,
    /// The business's time zone, in which mails tell times.
    pub time_zone: TimeZone,
}

/// What a transcript leaves out.
const MASKED: &str = "Card numbers, social security numbers and e-mail addresses are masked here. \
                      The recording has them as they were said.";

impl Letterhead {
    /// The letterhead of a line.
    pub(crate) fn of(line: &Line) -> Self {
        Self { business: line.name.clone(), time_zone: line.zone() }
    }

    /// The mail that delivers a message, to whom the line sends messages of its mailbox.
    pub(crate) fn write(&self, message: &Voicemail, line: Option<&Line>) -> Mail {
        let mailbox = line.and_then(|it| it.voicemail.get(message.mailbox.as_str()));
        let recipient = mailbox.and_then(|it| it.recipient.clone());
        let left_at = message.left_at.to_zoned(self.time_zone.clone());
        let caller = message.caller.as_ref().map_or("number withheld", |it| it.as_str());
        let recording = message.recording.as_deref();
        let recording = recording.map_or("not known".to_owned(), |it| format!("s3://{it}"));
        let words = match message.transcript.as_deref() {
            None => "The message couldn't be transcribed. Please listen to the recording.",
            Some("") => "No words were recognized. Please listen to the recording.",
            Some(words) => &format!("{words}\n\n{MASKED}"),
        };
        let about = message.summary.as_deref();
        let about = about.map_or_else(String::new, |it| format!("Call:      {it}\n"));
        let text = format!(
            "{business} has a new voicemail.\n\
             \n\
             Left:      {left_at}\n\
             Caller:    {caller}\n\
             Mailbox:   {mailbox}\n\
             Recording: {recording}\n\
             {about}\
             \n\
             {words}\n",
            business = self.business,
            left_at = left_at.strftime("%A, %B %-d, %Y at %-I:%M %p %Z"),
            mailbox = message.mailbox.as_str(),
        );
        let day = left_at.strftime("%A, %B %-d at %-I:%M %p");
        Mail { subject: format!("New voicemail for {}: {day}", self.business), text, recipient }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn message() -> Voicemail {
        let id = "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap();
        let left_at = "2026-03-02T22:05:00Z".parse().unwrap();
        Voicemail {
            caller: Some("+12025550143".parse().unwrap()),
            summary: Some("The caller asked about order 55421.".to_owned()),
            recording: Some("recordings/connect/acme/CallRecordings/ivr/a.wav".to_owned()),
            transcript: Some("Please call me back about my card [card].".to_owned()),
            ..Voicemail::new(id, "general".parse().unwrap(), left_at)
        }
    }

    fn check(message: &Voicemail, expected: &Expect) {
        let letterhead = Letterhead {
            business: "Northwind Outfitters".to_owned(),
            time_zone: TimeZone::get("America/New_York").unwrap(),
        };
        let Mail { subject, text, .. } = letterhead.write(message, None);
        expected.assert_eq(&format!("{subject}\n---\n{text}"));
    }

    #[test]
    fn a_message_is_told_with_all_that_is_known() {
        check(
            &message(),
            &expect![[r#"
                New voicemail for Northwind Outfitters: Monday, March 2 at 5:05 PM
                ---
                Northwind Outfitters has a new voicemail.

                Left:      Monday, March 2, 2026 at 5:05 PM EST
                Caller:    +12025550143
                Mailbox:   general
                Recording: s3://recordings/connect/acme/CallRecordings/ivr/a.wav
                Call:      The caller asked about order 55421.

                Please call me back about my card [card].

                Card numbers, social security numbers and e-mail addresses are masked here. The recording has them as they were said.
            "#]],
        );
    }

    #[test]
    fn a_withheld_number_and_silence_are_said_so() {
        let transcript = Some(String::new());
        check(
            &Voicemail { caller: None, summary: None, transcript, ..message() },
            &expect![[r#"
                New voicemail for Northwind Outfitters: Monday, March 2 at 5:05 PM
                ---
                Northwind Outfitters has a new voicemail.

                Left:      Monday, March 2, 2026 at 5:05 PM EST
                Caller:    number withheld
                Mailbox:   general
                Recording: s3://recordings/connect/acme/CallRecordings/ivr/a.wav

                No words were recognized. Please listen to the recording.
            "#]],
        );
    }

    #[test]
    fn without_a_transcript_there_is_the_recording() {
        check(
            &Voicemail { transcript: None, ..message() },
            &expect![[r#"
                New voicemail for Northwind Outfitters: Monday, March 2 at 5:05 PM
                ---
                Northwind Outfitters has a new voicemail.

                Left:      Monday, March 2, 2026 at 5:05 PM EST
                Caller:    +12025550143
                Mailbox:   general
                Recording: s3://recordings/connect/acme/CallRecordings/ivr/a.wav
                Call:      The caller asked about order 55421.

                The message couldn't be transcribed. Please listen to the recording.
            "#]],
        );
    }

    #[test]
    fn debug_shows_nothing_that_was_said() {
        let letterhead = Letterhead { business: "Northwind".to_owned(), time_zone: TimeZone::UTC };
        let shown = format!("{:?}", letterhead.write(&message(), None));
        assert!(!shown.contains("call me back") && !shown.contains("202555"), "{shown}");
    }
}
