//! What an utterance may mean: an approximation of Lex, see the crate's documentation.

mod align;
mod familiar;
pub(crate) mod filter;
mod grid;
pub(crate) mod slot_type;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use aws_events::lex;

use self::familiar::familiarity;
use self::slot_type::Found;
use crate::bot::{Intent, Locale, SlotDefinition};
use crate::language::text::{Token, tokens};

/// Longest utterance that is looked at, in characters; longer ones match nothing.
///
/// Source: Amazon Lex V2 Developer Guide, "Quotas": text input of 1,024 Unicode characters.
const MAX_CHARACTERS: usize = 1024;

/// Most words that are compared. A caller who says more does not repeat a sample utterance.
const MAX_WORDS: usize = 64;

/// Least confidence that is reported as an alternative.
const LEAST: f64 = 0.1;

/// One intent that an utterance may mean.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'a> {
    pub(crate) intent: &'a Intent,
    /// 0 to 1, in hundredths.
    pub(crate) confidence: f64,
    /// The slots that the utterance fills.
    pub(crate) slots: lex::Slots,
}

/// An utterance, taken apart once for all comparisons.
pub(crate) struct Utterance<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: Vec<Token>,
}

impl<'a> Utterance<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let tokens = if text.chars().count() > MAX_CHARACTERS { Vec::new() } else { tokens(text) };
        Self { text, tokens: if tokens.len() > MAX_WORDS { Vec::new() } else { tokens } }
    }

    /// The same utterance with only some of its words.
    pub(crate) fn with(&self, tokens: &[Token]) -> Self {
        Self { text: self.text, tokens: tokens.to_vec() }
    }
}

/// All intents that an utterance may mean, the likeliest first.
///
/// A sample that fits word by word speaks for its intent, and so does the classifier as far as the
/// utterance is of words that the intent's samples have; the surer of the two counts.
pub(crate) fn rank<'a>(locale: &'a Locale, utterance: &Utterance<'_>) -> Vec<Candidate<'a>> {
    if utterance.tokens.is_empty() {
        return Vec::new();
    }
    let vocabulary: BTreeSet<&str> =
        locale.intents.iter().flat_map(|it| it.vocabulary.iter().map(String::as_str)).collect();
    let guesses = locale.classifier.guess_tokens(&utterance.tokens);
    let guessed = |number: usize, intent: &Intent| {
        let guess = guesses.iter().find(|it| it.intent == number);
        guess.map_or(0.0, |it| f64::from(it.confidence) * familiarity(&utterance.tokens, intent))
    };
    let mut candidates: Vec<Candidate<'a>> = locale
        .intents
        .iter()
        .enumerate()
        .map(|(number, intent)| {
            let (aligned, slots) = aligned(intent, utterance, &vocabulary);
            let confidence = aligned.max(guessed(number, intent));
            Candidate { intent, confidence: (confidence * 100.0).round() / 100.0, slots }
        })
        .filter(|it| it.confidence >= LEAST)
        .collect();
    // The sort is stable: between equals the earlier definition wins.
    candidates.sort_by(|a, b| {
        let by_confidence = b.confidence.total_cmp(&a.confidence);
        by_confidence.then(b.slots.len().cmp(&a.slots.len()))
    });
    candidates
}

/// How well the best sample of an intent fits, 0 to 1, and the slots that it fills.
fn aligned(
    intent: &Intent,
    utterance: &Utterance<'_>,
    vocabulary: &BTreeSet<&str>,
) -> (f64, lex::Slots) {
    let found: Vec<(&str, Vec<Found>)> =
        intent.slots.iter().map(|it| (it.name.as_str(), it.slot_type.find(utterance))).collect();
    let said = align::Said::new(&utterance.tokens, &intent.vocabulary, vocabulary);
    let fitting = intent.samples.iter().filter_map(|sample| align::best(sample, &said, &found));
    fitting
        .max_by(|a, b| a.confidence.total_cmp(&b.confidence).then(fewer_slots(a, b)))
        .map_or_else(Default::default, |best| (best.confidence, best.slots))
}

fn fewer_slots(a: &align::Alignment, b: &align::Alignment) -> Ordering {
    a.slots.len().cmp(&b.slots.len())
}

/// How well an answer must fit a sample of a slot to be read by it.
const SLOT_SAMPLE: f64 = 0.8;

/// The value in an answer that fits a sample utterance of the slot.
pub(crate) fn sampled_value(slot: &SlotDefinition, utterance: &Utterance<'_>) -> Option<Found> {
    let values = slot.slot_type.find(utterance);
    let found = [(slot.name.as_str(), values.clone())];
    let nobody = BTreeSet::new();
    let said = align::Said::new(&utterance.tokens, &nobody, &BTreeSet::new());
    let best = slot
        .samples
        .iter()
        .filter_map(|sample| align::best(sample, &said, &found))
        .filter(|it| it.confidence >= SLOT_SAMPLE)
        .max_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    let chosen = best.slots.get(&slot.name)?.clone();
    values.into_iter().find(|it| Some(it.slot()) == chosen)
}
