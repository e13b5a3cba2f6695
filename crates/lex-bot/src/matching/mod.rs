//! What an utterance may mean: an approximation of Lex, see the crate's documentation.

mod align;
mod composite;
mod fill;
pub(crate) mod filter;
mod grid;
pub(crate) mod index;
mod listed;
mod several;
pub(crate) mod slot_type;
#[cfg(test)]
mod tests;
mod trust;
#[cfg(test)]
mod values;

use std::cell::RefCell;
use std::cmp::Ordering;
use std::rc::Rc;

use aws_events::lex;

use self::align::{Heard, Said};
use self::slot_type::{Found, SlotType, as_said};
use self::trust::trust;
use crate::bot::{Intent, Locale, Sample, SlotDefinition};
use language::text::{Token, tokens};
use language::values::Words;
use language::words::{self, Plain};
use language::{Language, Setting, refusal};

/// Longest utterance that is looked at, in characters; longer ones match nothing.
///
/// Source: Amazon Lex V2 Developer Guide, "Quotas": text input of 1,024 Unicode characters.
const MAX_CHARACTERS: usize = 1024;

/// Most words that are compared. A caller who says more does not repeat a sample utterance.
const MAX_WORDS: usize = 64;

/// Least confidence that is reported as an alternative.
const LEAST: f64 = 0.1;

/// How well a sample must fit to speak for its intent. One that fits less says nothing that the
/// classifier does not know better.
const NEAR: f64 = 0.7;
/// What is left of a fit that is less: the intent is an alternative.
const REMOTE: f64 = 0.5;

/// What the classifier's confidence is taken for in a bot with one intent, where it had nothing to
/// tell apart.
const ALONE: f64 = 0.9;

/// One intent that an utterance may mean.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'a> {
    pub(crate) intent: &'a Intent,
    /// 0 to 1, in hundredths.
    pub(crate) confidence: f64,
    /// The slots that the utterance fills.
    pub(crate) slots: lex::Slots,
    /// Whether a sample without slots was said word for word.
    is_literal: bool,
}

/// What was found for slot types, by their names.
type FoundByType = Vec<(&'static str, Rc<[Found]>)>;

/// An utterance, taken apart once for all comparisons.
pub(crate) struct Utterance<'a> {
    words: Words<'a>,
    /// The same words with what they mean.
    plain: Vec<Plain>,
    /// What built-in slot types found in it.
    found: RefCell<FoundByType>,
}

impl<'a> Utterance<'a> {
    /// What is said in a setting.
    pub(crate) fn new(text: &'a str, setting: &Setting) -> Self {
        let tokens = if text.chars().nth(MAX_CHARACTERS).is_some() {
            Vec::new()
        } else {
            tokens(text, setting.language)
        };
        Self::of(text, if tokens.len() > MAX_WORDS { Vec::new() } else { tokens }, setting)
    }

    fn of(text: &'a str, tokens: Vec<Token>, setting: &Setting) -> Self {
        let plain = tokens.iter().map(|it| Plain::new(&it.text, setting.language)).collect();
        Self { words: Words::of(text, tokens, setting), plain, found: RefCell::default() }
    }

    /// The same utterance with only some of its words.
    pub(crate) fn with(&self, tokens: &[Token]) -> Self {
        Self::of(self.text(), tokens.to_vec(), self.words.setting())
    }

    /// What is spoken.
    pub(crate) fn language(&self) -> Language {
        self.words.language()
    }

    /// The utterance as the rules for values see it.
    pub(crate) fn words(&self) -> &Words<'a> {
        &self.words
    }

    /// What was said.
    pub(crate) fn text(&self) -> &'a str {
        self.words.text()
    }

    /// Its words in plain form.
    pub(crate) fn tokens(&self) -> &[Token] {
        self.words.tokens()
    }

    /// Whether the word at a place turns a wish into its opposite.
    fn negates(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let is_apart = refusal::is_parted(self.text(), self.tokens(), next);
        let text = |at: usize| self.tokens().get(at).map(|it| it.text.as_str());
        let next = text(next).filter(|_| !is_apart);
        text(at).is_some_and(|it| words::negates(it, next, self.language()))
    }

    /// Where a value of a type may stand. Built-in types look once, however many slots have them.
    fn find(&self, slot_type: &SlotType) -> Rc<[Found]> {
        let Some(name) = slot_type.shared() else { return slot_type.find(self).into() };
        let known =
            self.found.borrow().iter().find(|(it, _)| *it == name).map(|it| Rc::clone(&it.1));
        known.unwrap_or_else(|| {
            let found: Rc<[Found]> = slot_type.find(self).into();
            self.found.borrow_mut().push((name, Rc::clone(&found)));
            found
        })
    }

    /// All of it as one value. What is too long to be compared is still something said.
    pub(crate) fn everything(&self) -> Option<Found> {
        if self.tokens().is_empty() {
            let short = self.text().chars().nth(MAX_CHARACTERS).is_none();
            let tokens = if short { tokens(self.text(), self.language()) } else { Vec::new() };
            let said = Self::of(self.text(), tokens, self.words.setting());
            return (!said.tokens().is_empty()).then(|| as_said(&said, 0..said.tokens().len()));
        }
        Some(as_said(self, 0..self.tokens().len()))
    }
}

/// All intents that an utterance may mean, the likeliest first.
///
/// A sample that fits word by word speaks for its intent, and so does the classifier as far as it
/// may be believed; the surer of the two counts.
pub(crate) fn rank<'a>(locale: &'a Locale, utterance: &Utterance<'_>) -> Vec<Candidate<'a>> {
    let tokens = utterance.tokens();
    if tokens.is_empty() {
        return Vec::new();
    }
    let familiar = locale.index.look_up(utterance);
    let heard = Heard::new(utterance, |at| familiar.is_known(at));
    let guesses = locale.classifier.guess_tokens(tokens);
    let alone = locale.intents.iter().filter(|it| !it.samples.is_empty()).count() < 2;
    let likely: Vec<usize> = guesses.iter().map(|it| it.intent).collect();
    let near = familiar.shortlist(utterance, &likely);
    let mut numbers: Vec<usize> = near.iter().map(|(intent, _)| *intent).chain(likely).collect();
    numbers.sort_unstable();
    numbers.dedup();

    let mut candidates: Vec<Candidate<'a>> = numbers
        .into_iter()
        .filter_map(|number| Some((number, locale.intents.get(number)?)))
        .filter_map(|(number, intent)| {
            let guess = guesses.iter().find(|it| it.intent == number);
            let guessed = guess.map_or(0.0, |it| {
                let confidence = if alone { ALONE } else { f64::from(it.confidence) };
                trust(confidence, utterance, &familiar, number, intent)
            });
            let samples = near.iter().filter(|it| it.0 == number).map(|it| it.1);
            let said = Said::new(&heard, |at| familiar.is_of(at, number));
            let aligned = aligned(intent, samples, utterance, &said);
            let fit = aligned.as_ref().map_or(0.0, |it| it.confidence);
            let is_literal =
                aligned.as_ref().is_some_and(|it| it.confidence >= 1.0 && it.slots.is_empty());
            let fit = if fit < NEAR { fit * REMOTE } else { fit };
            let confidence = (fit.max(guessed) * 100.0).round() / 100.0;
            (confidence >= LEAST).then(|| {
                let slots = fill::slots(intent, utterance, aligned);
                Candidate { intent, confidence, slots, is_literal }
            })
        })
        .collect();
    // "My order is late" is that sample before it is "my order is {Reason}". The sort is stable:
    // between equals the earlier definition wins.
    candidates.sort_by(|a, b| {
        let by_confidence = b.confidence.total_cmp(&a.confidence);
        by_confidence.then(b.is_literal.cmp(&a.is_literal)).then(b.slots.len().cmp(&a.slots.len()))
    });
    candidates
}

/// How the best of these samples of an intent fits.
fn aligned(
    intent: &Intent,
    samples: impl Iterator<Item = usize>,
    utterance: &Utterance<'_>,
    said: &Said<'_>,
) -> Option<align::Alignment> {
    let samples: Vec<&Sample> = samples.filter_map(|it| intent.samples.get(it)).collect();
    let is_used = |slot: &str| samples.iter().any(|it| it.slots().any(|it| it == slot));
    let found: Vec<(&str, Rc<[Found]>)> = intent
        .slots
        .iter()
        .filter(|it| is_used(&it.name))
        .map(|it| (it.name.as_str(), values(it, utterance)))
        .collect();
    let fitting = samples.into_iter().filter_map(|sample| align::best(sample, said, &found));
    fitting.max_by(|a, b| a.confidence.total_cmp(&b.confidence).then(fewer_slots(a, b)))
}

/// The values that a slot may take. One that takes several may take them all at once.
fn values(slot: &SlotDefinition, utterance: &Utterance<'_>) -> Rc<[Found]> {
    let single = utterance.find(&slot.slot_type);
    let all = slot.multiple.then(|| slot.slot_type.answer_all(utterance)).flatten();
    match all.filter(|it| it.certain) {
        Some(all) => single.iter().cloned().chain([all]).collect(),
        None => single,
    }
}

fn fewer_slots(a: &align::Alignment, b: &align::Alignment) -> Ordering {
    a.slots.len().cmp(&b.slots.len())
}

/// How well an answer must fit a sample of a slot to be read by it.
const SLOT_SAMPLE: f64 = 0.8;

/// The value in an answer that fits a sample utterance of the slot.
pub(crate) fn sampled_value(slot: &SlotDefinition, utterance: &Utterance<'_>) -> Option<Found> {
    let heard = Heard::new(utterance, |_| false);
    let said = Said::new(&heard, |_| false);
    let samples: Vec<&Sample> =
        slot.elicitation.samples.iter().filter(|it| said.may_fit(it)).collect();
    if samples.is_empty() {
        return None;
    }
    let values = utterance.find(&slot.slot_type);
    let found = [(slot.name.as_str(), Rc::clone(&values))];
    let best = samples
        .into_iter()
        .filter_map(|sample| align::best(sample, &said, &found))
        .filter(|it| it.confidence >= SLOT_SAMPLE)
        .max_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    let chosen = best.slots.get(&slot.name)?.clone();
    values.iter().find(|it| Some(it.slot()) == chosen).cloned()
}
