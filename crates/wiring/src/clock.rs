//! When an invocation happens.
//!
//! A function never asks what time it is: Lambda has told it. That makes an invocation repeatable,
//! and lets a line that plays a call of next Monday say that it is Monday.

use std::time::Duration;

use jiff::Timestamp;
use lambda_runtime::Context;
use tokio::time::Instant;

/// When the event was sent, to the second, from the invocation's trace id.
///
/// Lambda gives every invocation a trace id, sampled or not, which begins with the epoch seconds
/// of its making. A retry of an asynchronous invocation keeps the trace id of the first attempt, so
/// this is the time of the event and may be minutes past; [`started_at`] is fresh on each attempt.
/// Without a readable trace id the answer comes from the system clock.
///
/// Source: AWS X-Ray Developer Guide, "Trace ID format"; AWS Lambda Developer Guide, "Visualize
/// Lambda function invocations using AWS X-Ray".
pub fn invoked_at(context: &Context) -> Timestamp {
    context.xray_trace_id.as_deref().and_then(trace_time).unwrap_or_else(Timestamp::now)
}

/// When this attempt began, from its deadline and the `timeout` that the function is deployed with.
///
/// Unlike [`invoked_at`] it moves on with each retry, so it can tell whether an earlier attempt may
/// still be running.
pub fn started_at(context: &Context, timeout: jiff::SignedDuration) -> Timestamp {
    i64::try_from(context.deadline)
        .ok()
        .and_then(|ms| Timestamp::from_millisecond(ms).ok())
        .and_then(|deadline| deadline.checked_sub(timeout).ok())
        .unwrap_or_else(Timestamp::now)
}

/// When the invocation is ended, on the clock of timers, for a function that is deployed with
/// `timeout`.
///
/// It is what Lambda says is left. A deadline that is over, or further away than any function may run,
/// is of another clock than this machine's, as where a call of next Monday is played: what is left then
/// is `timeout`.
pub fn deadline(context: &Context, timeout: Duration) -> Instant {
    let left = i64::try_from(context.deadline)
        .ok()
        .and_then(|ms| Timestamp::from_millisecond(ms).ok())
        .and_then(|deadline| Duration::try_from(deadline.duration_since(Timestamp::now())).ok())
        .filter(|left| !left.is_zero() && *left <= LONGEST)
        .unwrap_or(timeout);
    let now = Instant::now();
    now.checked_add(left).unwrap_or(now)
}

/// Longest time limit of a function. Source: AWS Lambda Developer Guide, "Lambda quotas".
const LONGEST: Duration = Duration::from_mins(15);

/// A number by chance, the same for one invocation: from its request id, which is a random UUID.
pub fn chance(context: &Context) -> u64 {
    let digits = context.request_id.bytes().filter_map(|it| char::from(it).to_digit(16));
    digits.fold(0, |number, digit| number.rotate_left(4) ^ u64::from(digit))
}

/// The time in a trace id such as `Root=1-69a5b2f0-…;Parent=…;Sampled=0`.
fn trace_time(header: &str) -> Option<Timestamp> {
    let root = header.split(';').find_map(|part| part.trim().strip_prefix("Root="))?;
    let mut parts = root.split('-');
    let (version, seconds) = (parts.next()?, parts.next()?);
    if version != "1" || seconds.len() != 8 || !seconds.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    Timestamp::from_second(i64::from_str_radix(seconds, 16).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_what_lambda_says_or_the_time_limit() {
        let limit = Duration::from_secs(8);
        let left = |milliseconds: i64| {
            let mut context = Context::default();
            let deadline = Timestamp::now().as_millisecond().saturating_add(milliseconds);
            context.deadline = u64::try_from(deadline).unwrap();
            deadline_of(&context, limit)
        };
        let near = |left: Duration, seconds: u64| {
            left.abs_diff(Duration::from_secs(seconds)) < Duration::from_millis(500)
        };
        assert!(near(left(5_000), 5));
        assert!(near(left(-60_000), 8), "a deadline that is over is of another clock");
        assert!(near(left(86_400_000), 8), "so is one of tomorrow");
        assert!(near(deadline_of(&Context::default(), limit), 8));
    }

    fn deadline_of(context: &Context, limit: Duration) -> Duration {
        deadline(context, limit).duration_since(Instant::now())
    }

    #[test]
    fn chance_follows_from_the_request() {
        let of = |id: &str| {
            let mut context = Context::default();
            context.request_id = id.to_owned();
            chance(&context)
        };
        let id = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";
        assert_eq!(of(id), of(id));
        assert_ne!(of(id), of("8476a536-e9f4-11e8-9739-2dfe598c3fce"));
    }
    use jiff::SignedDuration;

    #[test]
    fn the_trace_id_tells_the_time() {
        for header in [
            "Root=1-69a5b2f0-abcdefabcdefabcdefabcdef;Parent=53995c3f42cd8ad8;Sampled=0",
            "Self=1-00000001-x;Root=1-69a5b2f0-abcdefabcdefabcdefabcdef",
            "Parent=53995c3f42cd8ad8; Root=1-69a5b2f0-abc",
        ] {
            let mut context = Context::default();
            context.xray_trace_id = Some(header.to_owned());
            assert_eq!(invoked_at(&context).to_string(), "2026-03-02T15:55:28Z", "{header}");
        }
    }

    #[test]
    fn no_other_text_is_a_time() {
        for header in [
            "",
            "Root=",
            "Root=1",
            "Root=2-69a5b2f0-a",
            "Root=1-69a5b2f-a",
            "Root=1-+9a5b2f0-a",
            "Root=1-zzzzzzzz-a",
            "1-69a5b2f0-a",
            "Root=1-69a5b2f00-a",
        ] {
            assert_eq!(trace_time(header), None, "{header}");
        }
    }

    #[test]
    fn an_attempt_begins_its_timeout_before_its_deadline() {
        let mut context = Context::default();
        context.deadline = 1_772_466_958_500;
        assert_eq!(
            started_at(&context, SignedDuration::from_secs(30)).to_string(),
            "2026-03-02T15:55:28.5Z"
        );
    }

    #[test]
    fn a_deadline_out_of_range_is_no_panic() {
        let mut context = Context::default();
        context.deadline = u64::MAX;
        assert!(started_at(&context, SignedDuration::from_secs(30)) > Timestamp::UNIX_EPOCH);
    }
}
