//! Values of one's own, with synonyms.
//!
//! Source: Amazon Lex V2 Developer Guide, "Custom slot types", and API reference, "Value": with
//! `TOP_RESOLUTION` the value is the first of the resolved ones, with `ORIGINAL_VALUE` what the
//! caller said, and what resolves to nothing listed is taken, too. A synonym of two values resolves
//! to both, in the order of the list.

use super::Utterance;
use super::slot_type::{Found, as_said};
use language::Language;
use language::text::tokens;
use language::words::Plain;

/// What the value of a slot with listed values is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strategy {
    /// What the caller said; values that are not listed are taken, too.
    OriginalValue,
    /// The listed value; others are not taken.
    TopResolution,
}

/// A value of one's own and other words for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListedValue {
    value: String,
    /// The value and its synonyms as plain words.
    names: Vec<Vec<Plain>>,
}

impl ListedValue {
    pub(crate) fn new(value: &str, synonyms: &[String], language: Language) -> Self {
        let plain = |text: &str| {
            tokens(text, language).iter().map(|it| Plain::new(&it.text, language)).collect()
        };
        let names = std::iter::once(value)
            .chain(synonyms.iter().map(String::as_str))
            .map(plain)
            .filter(|words: &Vec<Plain>| !words.is_empty())
            .collect();
        Self { value: value.to_owned(), names }
    }

    /// The value and its synonyms as plain words.
    pub(crate) fn names(&self) -> &[Vec<Plain>] {
        &self.names
    }
}

/// Where listed values stand in an utterance.
pub(super) fn listed(
    utterance: &Utterance<'_>,
    values: &[ListedValue],
    strategy: Strategy,
) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for value in values {
        for name in &value.names {
            for (start, window) in utterance.plain.windows(name.len()).enumerate() {
                let mut said = window.iter().zip(name);
                if !said.all(|(said, it)| said.is(it)) {
                    continue;
                }
                let words = start..start.saturating_add(name.len());
                match found.iter_mut().find(|it| it.words == words) {
                    Some(it) if it.value.resolved_values.contains(&value.value) => {}
                    Some(it) => it.value.resolved_values.push(value.value.clone()),
                    None => found.push(resolved(utterance, words, &value.value, strategy)),
                }
            }
        }
    }
    found
}

/// The longest of the values over each other; two different ones apart are none.
pub(super) fn only(found: &[Found]) -> Option<Found> {
    let longest = found.iter().max_by_key(|it| it.words.len())?.clone();
    let same = |it: &Found| {
        let apart = it.words.end <= longest.words.start || longest.words.end <= it.words.start;
        // A word of a longer value may be one of its own: "large" in "extra large".
        let inside = || {
            found.iter().any(|other| {
                other.words.len() > it.words.len()
                    && other.words.start <= it.words.start
                    && it.words.end <= other.words.end
            })
        };
        !apart || it.value.resolved_values == longest.value.resolved_values || inside()
    };
    found.iter().all(same).then_some(longest)
}

fn resolved(
    utterance: &Utterance<'_>,
    words: std::ops::Range<usize>,
    value: &str,
    strategy: Strategy,
) -> Found {
    let mut found = Found { certain: true, ..as_said(utterance, words) };
    found.value.resolved_values = vec![value.to_owned()];
    if strategy == Strategy::TopResolution {
        value.clone_into(&mut found.value.interpreted_value);
    }
    found
}
