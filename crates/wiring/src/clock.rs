//! When an invocation happens.
//!
//! A function never asks what time it is: Lambda has told it. That makes an invocation repeatable,
//! and lets a line that plays a call of next Monday say that it is Monday.

use jiff::Timestamp;
use lambda_runtime::Context;

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
