//! The wall clock, for durations that are shown and never decide anything.

use std::time::Instant;

/// Starts a stopwatch.
#[expect(clippy::disallowed_methods, reason = "the rim: a duration to show")]
pub(crate) fn start() -> Instant {
    Instant::now()
}
