//! Several values for one slot: "pepperoni, mushrooms and olives".
//!
//! Source: Amazon Lex V2 Developer Guide, "Using multiple values in a slot": the value of the whole
//! is what was said from the first to the last, and every value stands on its own beside it.

use std::ops::Range;

use super::Utterance;
use super::slot_type::{Found, Parts, SlotType, Strategy, as_said, not_refused};
use language::Language;

/// Words between values.
const BETWEEN: &[(&str, Language)] = &[
    ("and", Language::English),
    ("also", Language::English),
    ("plus", Language::English),
    ("with", Language::English),
    ("then", Language::English),
    ("y", Language::Spanish),
    ("e", Language::Spanish),
    ("con", Language::Spanish),
    ("tambien", Language::Spanish),
    ("ademas", Language::Spanish),
];

/// The values in an utterance, from left to right; `None` without one.
pub(super) fn several(slot_type: &SlotType, utterance: &Utterance<'_>) -> Option<Found> {
    let mut values: Vec<Found> = Vec::new();
    let mut known: Vec<Found> =
        slot_type.find(utterance).into_iter().filter(|it| it.certain).collect();
    // Of values over each other the longest counts.
    known.sort_by_key(|it| (std::cmp::Reverse(it.words.len()), it.words.start));
    for value in known {
        let apart = |other: &Found| {
            value.words.end <= other.words.start || other.words.end <= value.words.start
        };
        if values.iter().all(apart) {
            values.push(value);
        }
    }
    let takes_any = matches!(
        slot_type,
        SlotType::AsSaid
            | SlotType::Named(_)
            | SlotType::Listed { strategy: Strategy::OriginalValue, .. }
    );
    // What is refused is not taken as something unlisted either.
    let refused: Vec<Range<usize>> = match slot_type {
        SlotType::Listed { values, strategy } => {
            let named = super::listed::listed(utterance, values, *strategy);
            let kept = not_refused(utterance, named.clone());
            named.into_iter().filter(|it| !kept.contains(it)).map(|it| it.words).collect()
        }
        _ => Vec::new(),
    };
    if takes_any {
        for words in between(utterance) {
            let is_known = |it: &Found| it.words.start < words.end && words.start < it.words.end;
            let is_refused = |it: &Range<usize>| it.start < words.end && words.start < it.end;
            if values.iter().any(is_known) || refused.iter().any(is_refused) {
                continue;
            }
            let said = utterance.with(utterance.tokens().get(words.clone()).unwrap_or_default());
            if let Some(mut found) = slot_type.answer(&said) {
                let shift = |at: usize| at.saturating_add(words.start);
                found.words = shift(found.words.start)..shift(found.words.end);
                values.push(found);
            }
        }
    }
    values.sort_by_key(|it| it.words.start);
    let words = values.first()?.words.start..values.last()?.words.end;
    let certain = values.iter().all(|it| it.certain);
    let parts = Parts::List(values.into_iter().map(|it| it.value).collect());
    Some(Found { certain, parts, ..as_said(utterance, words) })
}

/// Runs of words without a comma or an "and" in them.
fn between(utterance: &Utterance<'_>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    let mut closed = true;
    for (at, token) in utterance.tokens().iter().enumerate() {
        let gap = utterance.text().get(end..token.span.start).unwrap_or_default();
        closed |= gap.contains([',', ';']);
        end = token.span.end;
        if BETWEEN.contains(&(token.text.as_str(), utterance.language())) {
            closed = true;
            continue;
        }
        match runs.last_mut().filter(|_| !closed) {
            Some(run) => run.end = at.saturating_add(1),
            None => runs.push(at..at.saturating_add(1)),
        }
        closed = false;
    }
    runs
}
