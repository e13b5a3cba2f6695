//! How long functions take to answer, as a person reads it.

use std::fmt::Write as _;

use super::human::BOLD;
use crate::timings::Timings;

/// A table of the functions, with ANSI styles.
pub(crate) fn table(timings: &[Timings]) -> String {
    let mut out = format!("{BOLD}Warm invocations, in milliseconds{BOLD:#}\n");
    let width = timings.iter().map(|it| it.function.len()).max().unwrap_or_default();
    for it in timings {
        let Timings { function, warm, p50_ms, p95_ms, p99_ms, max_ms } = it;
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            out,
            "  {function:width$}  {warm:>5}  p50 {p50_ms:>6.1}  p95 {p95_ms:>6.1}  p99 {p99_ms:>6.1}  \
             max {max_ms:>6.1}"
        );
    }
    out
}
