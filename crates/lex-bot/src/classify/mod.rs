//! Which intent an utterance means, learnt from sample utterances.
//!
//! A linear model over word pairs, gapped word pairs and letter sequences, one weight for every
//! feature and intent. It is trained when a bot is loaded; nothing is downloaded. One that was trained
//! before can be carried along ([`Classifier::to_bytes`]).
//! `RESULTS.md` beside this file has what it reaches, and what each choice brought.
//!
//! ## Confidence
//!
//! An intent's margin, less that of being out of scope when there were examples of that, becomes a
//! confidence by a logistic curve. The curve is fitted to the margins of examples that were left out
//! of a training for it. An alternative gets its share of what the better guesses leave, so all add
//! up to at most 1; the rest is the chance that the bot does not know what was meant.
//!
//! ## Determinism
//!
//! The same examples in the same order give the same model and the same confidences, however many
//! threads the training takes. Examples are visited in an order that a fixed seed gives.
//!
//! ## Limits
//!
//! The first [`MAX_WORDS`] words of an utterance are looked at, and the first [`MAX_LETTERS`]
//! letters of a word. A model takes [`MAX_WEIGHTS`] bytes of weights: features that few examples
//! have are left out until it does.

mod calibrate;
mod features;
mod held_out;
mod model;
mod number;
mod samples;
mod shuffle;
mod stored;
pub mod threshold;
mod train;
mod vocabulary;

use self::calibrate::Curve;
use self::features::Feature;
pub use self::features::{MAX_LETTERS, MAX_WORDS};
use self::held_out::Learnt;
use self::model::Model;
pub(crate) use self::samples::examples;
pub use self::stored::ReadClassifierError;
pub use self::vocabulary::MAX_WEIGHTS;
use self::vocabulary::Vocabulary;
use language::Language;
use language::text::{Token, tokens};

/// Most guesses that are returned.
///
/// Source: Amazon Lex V2 Developer Guide, "Using intent confidence scores": an utterance comes with
/// the recognised intent and up to four alternatives.
pub const MAX_GUESSES: usize = 5;

/// An utterance of which it is known what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Ways to say it that differ in the values of slots.
    wordings: Vec<Vec<Word>>,
    intent: Option<usize>,
}

/// A word of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Word {
    /// This word.
    Plain(String),
    /// Any word at all: the value of a slot that takes everything.
    Any,
}

impl Example {
    /// A text that means an intent, given by its index.
    pub fn new(text: &str, intent: usize, language: Language) -> Self {
        Self { wordings: vec![words(text, language)], intent: Some(intent) }
    }

    /// A text that means none of the intents.
    pub fn out_of_scope(text: &str, language: Language) -> Self {
        Self { wordings: vec![words(text, language)], intent: None }
    }
}

fn words(text: &str, language: Language) -> Vec<Word> {
    tokens(text, language).into_iter().map(|it| Word::Plain(it.text)).collect()
}

/// An intent that an utterance may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess {
    /// Index of the intent.
    pub intent: usize,
    /// How likely the utterance means it, 0 to 1.
    pub confidence: f32,
}

/// Tells intents apart.
#[derive(Debug, Clone)]
pub struct Classifier {
    language: Language,
    intents: usize,
    vocabulary: Vocabulary,
    model: Model,
    curve: Curve,
}

impl Classifier {
    /// Learns from examples in a language, whose intents are numbered from 0 to `intents`, exclusively.
    ///
    /// Examples of any other intent, and those without a word, teach nothing. An intent without
    /// examples is never guessed.
    pub fn train(language: Language, intents: usize, examples: &[Example]) -> Self {
        let known: Vec<(&Example, usize)> = examples
            .iter()
            .filter(|it| it.intent.is_none_or(|intent| intent < intents))
            .map(|it| (it, it.intent.unwrap_or(intents)))
            .collect();
        let has_outside = known.iter().any(|(it, _)| it.intent.is_none());
        let classes = intents.saturating_add(usize::from(has_outside));
        let wordings = known.iter().zip(0..).flat_map(|((it, class), number)| {
            let worded = it.wordings.iter().filter(|it| !it.is_empty());
            worded.map(move |it| (features::features(it), *class, number))
        });
        let wordings: Vec<(Vec<Feature>, usize, usize)> = wordings.collect();
        let vocabulary = Vocabulary::new(wordings.iter().map(|(it, ..)| it.as_slice()), classes);
        let examples: Vec<Learnt> = wordings
            .iter()
            .map(|(features, class, example)| Learnt {
                vector: vocabulary.vector(features),
                class: *class,
                example: *example,
            })
            .collect();
        let all: Vec<_> = examples.iter().map(|it| (&it.vector, it.class)).collect();
        let model = Model::new(&train::train(&all, vocabulary.len(), classes), classes);
        let held_out = held_out::margins(&examples, vocabulary.len(), classes);
        Self { language, intents, vocabulary, model, curve: Curve::fit(intents, &held_out) }
    }

    /// The intents that a text most likely means, at most [`MAX_GUESSES`], the likeliest first and
    /// the first of equals before the others. Without words there is none.
    pub fn guess(&self, text: &str) -> Vec<Guess> {
        self.guess_words(&words(text, self.language))
    }

    /// The same for a text that was taken apart.
    pub(crate) fn guess_tokens(&self, tokens: &[Token]) -> Vec<Guess> {
        let words = tokens.iter().map(|it| Word::Plain(it.text.clone()));
        self.guess_words(&words.collect::<Vec<_>>())
    }

    fn guess_words(&self, words: &[Word]) -> Vec<Guess> {
        if words.is_empty() {
            return Vec::new();
        }
        let vector = self.vocabulary.vector(&features::features(words));
        let margins = self.model.margins(&vector);
        let outside = margins.get(self.intents).copied();
        let mut best: Vec<(usize, f32)> = Vec::with_capacity(MAX_GUESSES.saturating_add(1));
        for (intent, &margin) in margins.iter().enumerate().take(self.intents) {
            if self.model.is_trained(intent) {
                let place = best.iter().take_while(|(_, other)| *other >= margin).count();
                if place < MAX_GUESSES {
                    best.insert(place, (intent, margin));
                    best.truncate(MAX_GUESSES);
                }
            }
        }
        // How likely it is none of those before.
        let mut left = 1.0;
        best.into_iter()
            .map(|(intent, margin)| {
                let confidence = left * self.curve.confidence(margin, outside);
                left -= confidence;
                Guess { intent, confidence }
            })
            .collect()
    }

    /// Bytes that the model takes in memory.
    pub fn bytes(&self) -> usize {
        self.vocabulary.bytes().saturating_add(self.model.bytes())
    }
}

#[cfg(test)]
mod tests;
