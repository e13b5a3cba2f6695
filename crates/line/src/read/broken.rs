//! Values that are no TOML, in a file that otherwise is: a date that is in no calendar, text without
//! quotes.
//!
//! One of them would keep everything else in the file from being checked. Each is covered up by an
//! empty text of the same length, so that all places stay where they are, and what is wrong with the
//! empty text is told of what it covers.

use std::ops::Range;

use toml::de::DeTable;

use super::document::{Faults, quoted};

/// Most values of a file that are covered up. Whoever has more has something else on their mind.
const MOST: usize = 20;

/// What is allowed where nothing more is known.
const VALUE: &str = "text in quotes, a number, a date, `true`, `false`, a list or a table";

/// A file of which everything can be read that is left of it.
pub(super) struct Readable {
    /// The text, as long as that of the file.
    pub(super) text: String,
    /// Where something was covered up.
    pub(super) covered: Vec<Range<usize>>,
}

/// Covers up what is no value. When the file is broken in another way, that is a fault, and nothing
/// comes out: what the parser makes of the rest has faults that nobody made.
pub(super) fn readable(source: &str, faults: &mut Faults<'_>) -> Option<Readable> {
    let mut readable = Readable { text: source.to_owned(), covered: Vec::new() };
    loop {
        let (_, errors) = DeTable::parse_recoverable(&readable.text);
        let place = |it: &toml::de::Error| it.span().unwrap_or(0..0);
        let Some(error) = errors.iter().min_by_key(|it| place(it).start) else {
            return Some(readable);
        };
        let span = place(error);
        let value = value(&readable.text, span.start)
            .filter(|it| !readable.covered.contains(it) && readable.covered.len() < MOST);
        let Some(value) = value else {
            let found = format!("no TOML: {}", error.message());
            faults.add("", span, found, "a TOML file", None);
            return None;
        };
        readable.text.replace_range(value.clone(), &cover(value.len()));
        readable.covered.push(value);
    }
}

/// A value of as many bytes that is none.
fn cover(length: usize) -> String {
    if length < 2 {
        "0".repeat(length)
    } else {
        format!("\"\"{}", " ".repeat(length.saturating_sub(2)))
    }
}

/// The value without quotes that a place is in, if it is in one.
fn value(text: &str, at: usize) -> Option<Range<usize>> {
    let ends = |it: char| it.is_whitespace() || ",[]{}=#\"'".contains(it);
    let (before, after) = text.split_at_checked(at)?;
    let start = before.rfind(ends).map_or(0, |it| {
        let length = before.get(it..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
        it.saturating_add(length)
    });
    let end = at.saturating_add(after.find(ends).unwrap_or(after.len()));
    let is_value =
        before.get(..start)?.rsplit('\n').next().is_some_and(|it| {
            it.trim_end().ends_with(['=', ',', '[']) && !it.trim().starts_with('#')
        });
    // Between quotes and at the beginning of a header there is none.
    let is_header = before.get(..start)?.rsplit('\n').next()?.trim_start().starts_with('[');
    let is_quoted = text.get(end..)?.starts_with(['"', '\'']);
    (start < end && is_value && !is_header && !is_quoted).then_some(start..end)
}

/// Tells of what was covered up, in place of the faults of its cover.
pub(super) fn uncover(source: &str, covered: &[Range<usize>], faults: &mut Faults<'_>) {
    for span in covered {
        let text = source.get(span.clone()).unwrap_or_default();
        let meant = is_text(text).then(|| format!("\"{text}\""));
        faults.retell(span, &quoted(text), VALUE, meant);
    }
}

/// Whether something looks like text rather than like a number or a date.
fn is_text(value: &str) -> bool {
    value.starts_with(char::is_alphabetic)
}
