//! Times as text.

use jiff::civil::DateTime;

/// A time as records and the API have it, such as `2026-03-05T10:00:00`: to the second, so that text
/// sorts like time.
pub(crate) fn moment(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}
