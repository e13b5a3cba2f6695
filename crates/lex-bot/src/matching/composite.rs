//! Several values in one: "2021 white Toyota Camry".
//!
//! Source: Amazon Lex V2 Developer Guide, "Composite slot type": every sub-slot that is recognised
//! has a value, the others have none, and the whole has the words of all.

use std::ops::Range;

use super::Utterance;
use super::slot_type::{Found, Parts, SlotType, as_said};
use language::words;

/// A value with at least one sub-slot whose words can be nothing else.
pub(super) fn found(slots: &[(String, SlotType)], utterance: &Utterance<'_>) -> Option<Found> {
    let parts = certain(slots, utterance);
    whole(parts, utterance)
}

/// The value of an answer. A sub-slot that takes anything gets the words that are left over.
pub(super) fn answer(slots: &[(String, SlotType)], utterance: &Utterance<'_>) -> Option<Found> {
    let mut parts = certain(slots, utterance);
    for (name, slot_type) in slots {
        if parts.iter().any(|(known, _)| *known == name) {
            continue;
        }
        let rest = free_words(&parts, utterance);
        let Some(words) = rest.into_iter().max_by_key(Range::len) else { break };
        let said = utterance.with(utterance.tokens().get(words.clone()).unwrap_or_default());
        if let Some(mut found) = slot_type.answer(&said) {
            let shift = |at: usize| at.saturating_add(words.start);
            found.words = shift(found.words.start)..shift(found.words.end);
            parts.push((name, found));
        }
    }
    // In the order of the definition.
    let place = |name: &str| slots.iter().position(|(known, _)| known == name);
    parts.sort_by_key(|(name, _)| place(name));
    whole(parts, utterance)
}

/// Values that can be nothing else, the longest first, none over another.
fn certain<'s>(
    slots: &'s [(String, SlotType)],
    utterance: &Utterance<'_>,
) -> Vec<(&'s String, Found)> {
    let mut parts: Vec<(&String, Found)> = Vec::new();
    for (name, slot_type) in slots {
        let longest = slot_type
            .find(utterance)
            .into_iter()
            .filter(|it| it.certain && parts.iter().all(|(_, other)| apart(it, other)))
            .max_by_key(|it| it.words.len());
        parts.extend(longest.map(|it| (name, it)));
    }
    parts
}

fn apart(one: &Found, other: &Found) -> bool {
    one.words.end <= other.words.start || other.words.end <= one.words.start
}

/// Runs of words that no value has, without those at their ends that mean nothing.
fn free_words(parts: &[(&String, Found)], utterance: &Utterance<'_>) -> Vec<Range<usize>> {
    let is_free = |at: usize| parts.iter().all(|(_, it)| !it.words.contains(&at));
    let means = |at: usize| {
        utterance
            .tokens()
            .get(at)
            .is_some_and(|it| words::weight(&it.text, utterance.language()).is_content())
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for at in 0..utterance.tokens().len() {
        if !is_free(at) {
            runs.extend(open.take());
        } else if means(at) {
            let start = open.map_or(at, |it| it.start);
            open = Some(start..at.saturating_add(1));
        }
    }
    runs.extend(open);
    runs
}

fn whole(parts: Vec<(&String, Found)>, utterance: &Utterance<'_>) -> Option<Found> {
    let start = parts.iter().map(|(_, it)| it.words.start).min()?;
    let end = parts.iter().map(|(_, it)| it.words.end).max()?;
    let certain = parts.iter().all(|(_, it)| it.certain);
    let parts = parts.into_iter().map(|(name, it)| (name.clone(), it.value)).collect();
    Some(Found { certain, parts: Parts::Composite(parts), ..as_said(utterance, start..end) })
}
