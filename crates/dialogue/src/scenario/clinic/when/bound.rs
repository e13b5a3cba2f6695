//! Words before a day or a time that leave out what comes before it, or what comes after.

use language::said::Said;

/// What is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// What comes before, and the day or time itself.
    After,
    /// What comes before.
    From,
    /// What comes after.
    Until,
    /// What comes after, and the day or time itself.
    Before,
}

/// The words for each. Of those that end at the same place, the longest is meant: "not before" leaves
/// out what "before" leaves in.
pub(super) const BOUNDS: &[(Bound, &[&str])] = &[
    (Bound::After, &["after", "later than", "past", "despues de", "despues del", "pasadas"]),
    (
        Bound::From,
        &[
            "from",
            "starting",
            "starting from",
            "beginning",
            "not before",
            "not earlier than",
            "no earlier than",
            "no sooner than",
            "a partir de",
            "a partir del",
            "desde",
            "no antes de",
            "no antes del",
        ],
    ),
    (
        Bound::Until,
        &[
            "by",
            "until",
            "till",
            "up to",
            "not after",
            "not later than",
            "no later than",
            "hasta",
            "a mas tardar",
            "no despues de",
            "no despues del",
            "no mas tarde de",
            "no mas tarde del",
            "no mas tarde que",
        ],
    ),
    (Bound::Before, &["before", "earlier than", "antes de", "antes del"]),
];

/// Words between those and the day or the time.
pub(super) const LINKS: &[&str] =
    &["the", "at", "on", "about", "el", "la", "las", "los", "a", "de"];

/// The bound that stands before a word.
pub(super) fn bound(said: &Said<'_>, at: usize) -> Option<Bound> {
    let mut end = at.min(said.tokens().len());
    loop {
        let found = ending_at(said, end);
        let last = end.checked_sub(1);
        let is_link = last
            .and_then(|it| said.tokens().get(it))
            .is_some_and(|it| LINKS.contains(&it.text.as_str()));
        match last {
            Some(before) if found.is_none() && is_link => end = before,
            Some(_) | None => return found,
        }
    }
}

/// The bound whose words end at a word.
fn ending_at(said: &Said<'_>, end: usize) -> Option<Bound> {
    let all = BOUNDS.iter().flat_map(|(bound, words)| words.iter().map(|it| (*bound, *it)));
    let found = all.filter(|(_, phrase)| ends_with(said, end, phrase));
    found.max_by_key(|(_, phrase)| phrase.split(' ').count()).map(|(bound, _)| bound)
}

fn ends_with(said: &Said<'_>, end: usize, phrase: &str) -> bool {
    let count = phrase.split(' ').count();
    end.checked_sub(count)
        .and_then(|start| said.tokens().get(start..end))
        .is_some_and(|words| words.iter().map(|it| it.text.as_str()).eq(phrase.split(' ')))
}
