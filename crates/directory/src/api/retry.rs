//! When a request is sent again.

use std::time::Duration;

use jiff::Timestamp;

use crate::DirectoryError;
use crate::jitter::Jitter;

/// How often a request is sent at most.
pub(super) const TRIES: u32 = 3;

/// How long one try is waited for where there may be another: two of them and the pauses between leave half
/// of the 6 seconds that a turn has for the records to the last, which is not cut short.
pub(super) const TRY: Duration = Duration::from_millis(1_500);

/// Longest pause before the second try, and before any.
pub(super) const PAUSES: (Duration, Duration) =
    (Duration::from_millis(50), Duration::from_millis(400));

/// Whether there may be an answer soon: the request was not dealt with, or nobody knows what became of
/// it.
///
/// Only asked of what may be sent twice: reads, and changes with an `Idempotency-Key`.
pub(super) fn may_pass(error: &DirectoryError) -> bool {
    matches!(
        error,
        DirectoryError::Unreachable { .. }
            | DirectoryError::BrokenOff { .. }
            | DirectoryError::Late
            | DirectoryError::Status { status: 429 | 502..=504 }
    )
}

/// Whether a failure is the API's, and speaks for leaving it alone.
pub(super) fn is_failure(error: &DirectoryError) -> bool {
    match error {
        DirectoryError::Unreachable { .. }
        | DirectoryError::BrokenOff { .. }
        | DirectoryError::Late => true,
        DirectoryError::Status { status } => *status == 429 || *status >= 500,
        DirectoryError::Read { .. }
        | DirectoryError::Write { .. }
        | DirectoryError::Cancelled { .. }
        | DirectoryError::Contested { .. }
        | DirectoryError::Malformed { .. }
        | DirectoryError::Unencodable { .. }
        | DirectoryError::CardNumber { .. }
        | DirectoryError::OperationReused
        | DirectoryError::LinkUnset
        | DirectoryError::LinkUnguarded
        | DirectoryError::PepperOutOfReach { .. }
        | DirectoryError::SecretOutOfReach { .. }
        | DirectoryError::ApiUnset
        | DirectoryError::Resting
        | DirectoryError::TooLong { .. }
        | DirectoryError::Nonsense { .. } => false,
    }
}

/// The pause before the next try: what the API asks for, or a jittered one.
pub(super) fn pause(asked: Option<Duration>, jitter: &mut Jitter) -> Duration {
    let own = jitter.pause();
    asked.map_or(own, |it| it.max(own))
}

/// The pause that a `Retry-After` header asks for, in seconds or until a date.
///
/// Source: RFC 9110, section 10.2.3.
pub(super) fn retry_after(header: &str, now: Timestamp) -> Option<Duration> {
    let header = header.trim();
    if let Ok(seconds) = header.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(header).ok()?;
    Some(Duration::try_from(until.duration_since(now)).unwrap_or(Duration::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_asked_for_in_seconds_or_until_a_date() {
        let now = "1994-11-06T08:49:30Z".parse().unwrap();
        let seconds = |header| retry_after(header, now).map(|it| it.as_secs());
        assert_eq!(seconds("2"), Some(2));
        assert_eq!(seconds(" 120 "), Some(120));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:49:37 GMT"), Some(7));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:49:00 GMT"), Some(0));
        for wrong in ["", "-1", "soon", "1.5", "99999999999999999999999"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_the_api_asks_for_is_the_least() {
        let mut jitter = Jitter::new(1, PAUSES.0, PAUSES.1);
        assert!(pause(None, &mut jitter) <= PAUSES.0);
        assert_eq!(pause(Some(Duration::from_secs(2)), &mut jitter), Duration::from_secs(2));
    }

    #[test]
    fn what_was_dealt_with_is_not_sent_again() {
        let status = |status| DirectoryError::Status { status };
        for again in [429, 502, 503, 504] {
            assert!(may_pass(&status(again)), "{again}");
        }
        for once in [301, 400, 401, 404, 409, 500, 501, 505] {
            assert!(!may_pass(&status(once)), "{once}");
        }
        for again in [
            DirectoryError::Unreachable { source: "refused".into() },
            DirectoryError::BrokenOff { source: "eof".into() },
            DirectoryError::Late,
        ] {
            assert!(may_pass(&again), "{again:?}");
        }
        for once in
            [DirectoryError::TooLong { limit: 1 }, DirectoryError::Nonsense { what: "no JSON" }]
        {
            assert!(!may_pass(&once), "{once:?}");
        }
    }

    #[test]
    fn what_we_did_wrong_does_not_speak_against_the_api() {
        for (status, counts) in [(500, true), (503, true), (429, true), (401, false), (404, false)]
        {
            assert_eq!(is_failure(&DirectoryError::Status { status }), counts, "{status}");
        }
        assert!(is_failure(&DirectoryError::Late));
        assert!(!is_failure(&DirectoryError::Nonsense { what: "no JSON" }));
    }
}
