//! Words before a day or a time that leave out what comes before it, or what comes after.

use language::said::Said;

/// Words before a day or a time that leave out what comes before it, or what comes after.
pub(super) const AFTER: &[&str] = &[
    "after",
    "later than",
    "not before",
    "past",
    "despues de",
    "despues del",
    "pasadas",
    "a partir de",
    "a partir del",
];
pub(super) const BEFORE: &[&str] = &["before", "earlier than", "by", "antes de", "antes del"];

/// Words between those and the day or the time.
pub(super) const LINKS: &[&str] =
    &["the", "at", "on", "about", "el", "la", "las", "los", "a", "de"];

/// What is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    After,
    Before,
}

/// The bound that stands before a word.
pub(super) fn bound(said: &Said<'_>, at: usize) -> Option<Bound> {
    let mut end = at.min(said.tokens().len());
    while end > 0
        && said
            .tokens()
            .get(end.saturating_sub(1))
            .is_some_and(|it| LINKS.contains(&it.text.as_str()))
        && !ends_a_bound(said, end)
    {
        end = end.saturating_sub(1);
    }
    let is_behind = |words: &[&str]| words.iter().any(|phrase| ends_with(said, end, phrase));
    if is_behind(AFTER) {
        Some(Bound::After)
    } else if is_behind(BEFORE) {
        Some(Bound::Before)
    } else {
        None
    }
}

fn ends_a_bound(said: &Said<'_>, end: usize) -> bool {
    AFTER.iter().chain(BEFORE).any(|phrase| ends_with(said, end, phrase))
}

fn ends_with(said: &Said<'_>, end: usize, phrase: &str) -> bool {
    let count = phrase.split(' ').count();
    end.checked_sub(count)
        .and_then(|start| said.tokens().get(start..end))
        .is_some_and(|words| words.iter().map(|it| it.text.as_str()).eq(phrase.split(' ')))
}
