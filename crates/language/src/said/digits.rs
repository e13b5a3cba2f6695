//! Digits inside a sentence.

use std::ops::Range;

use crate::values::{Run, Words};

/// Words before "one" that make it a thing and no digit: "the other one".
const BEFORE_ONE: &[&str] = &[
    "another",
    "any",
    "different",
    "each",
    "every",
    "first",
    "last",
    "latest",
    "new",
    "newer",
    "next",
    "old",
    "older",
    "other",
    "right",
    "same",
    "second",
    "that",
    "the",
    "third",
    "this",
    "which",
    "wrong",
];

/// Digits that follow each other.
pub(super) struct DigitRun {
    pub(super) digits: String,
    pub(super) words: Range<usize>,
    /// The digits of each written group, when all were written.
    groups: Vec<(String, Range<usize>)>,
    /// Whether the first word was "oh", which may be a zero or a sigh.
    sighed: bool,
}

impl DigitRun {
    /// The numbers of a length that fits.
    pub(super) fn of(self, fits: impl Fn(usize) -> bool) -> Vec<(String, Range<usize>)> {
        if fits(self.digits.len()) {
            return vec![(self.digits, self.words)];
        }
        if let Some(rest) = self.digits.strip_prefix('0').filter(|_| self.sighed)
            && fits(rest.len())
        {
            let start = self.words.start.saturating_add(1);
            return vec![(rest.to_owned(), start..self.words.end)];
        }
        if self.groups.len() > 1 && self.groups.iter().all(|(digits, _)| fits(digits.len())) {
            return self.groups;
        }
        // The same number once more.
        if let (half, 0) = (self.digits.len() / 2, self.digits.len() % 2)
            && let Some((one, other)) = self.digits.split_at_checked(half)
            && one == other
            && fits(half)
        {
            return vec![(one.to_owned(), self.words)];
        }
        Vec::new()
    }
}

/// The digits of an utterance.
pub(super) fn runs(words: &Words<'_>) -> Vec<DigitRun> {
    let tokens = words.tokens();
    let word = |at: usize| tokens.get(at).map_or("", |it| it.text.as_str());
    let is_thing = |at: usize| {
        word(at) == "one" && at.checked_sub(1).is_some_and(|it| BEFORE_ONE.contains(&word(it)))
    };
    let runs = words.digit_runs(is_thing).into_iter();
    runs.map(|Run { groups, words: place }| {
        let digits: String = groups.iter().map(|(digits, _)| digits.as_str()).collect();
        let said = tokens.get(place.clone()).unwrap_or_default();
        let all_written = said.iter().all(|it| it.text.bytes().all(|byte| byte.is_ascii_digit()));
        let groups = if all_written {
            let each = place.clone().zip(said);
            each.map(|(at, it)| (it.text.clone(), at..at.saturating_add(1))).collect()
        } else {
            groups
        };
        let sighed = matches!(word(place.start), "o" | "oh");
        DigitRun { digits, words: place, groups, sighed }
    })
    .collect()
}
