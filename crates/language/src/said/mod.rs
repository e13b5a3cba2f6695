//! What a caller said, as a conversation asks for it: values inside a sentence, typed, and whether
//! the caller names them only to refuse them.
//!
//! "No, Friday at ten, not Thursday" has a no that it begins with, two days, one of them refused,
//! and a time. What a whole answer to one question comes to, recognition says; this is for everything
//! that callers say beside the question.

mod choice;
mod digits;
mod found;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;

pub use self::choice::Choice;
pub use self::found::{Found, Money, TimeOfDay};
use crate::text::Token;
use crate::values::{Value, Words};
use crate::{Language, Setting, refusal};

/// What a caller said.
///
/// `Debug` shows how many words it has, and none of them.
#[derive(Clone)]
pub struct Said<'a> {
    words: Words<'a>,
}

impl fmt::Debug for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Said").field("words", &self.tokens().len()).finish()
    }
}

impl<'a> Said<'a> {
    /// What is said in a setting.
    pub fn new(text: &'a str, setting: &Setting) -> Self {
        Self { words: Words::new(text, setting) }
    }

    /// What is spoken.
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// The words in plain form: lower case, contractions spelt out, Spanish without accents.
    pub fn tokens(&self) -> &[Token] {
        self.words.tokens()
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.tokens().is_empty()
    }

    /// Where a word or several in a row are first said, as token positions. They are given in the
    /// plain form that [`Self::tokens`] has, with spaces between.
    pub fn find(&self, phrase: &str) -> Option<Range<usize>> {
        let count = phrase.split(' ').count();
        let is_here = |it: &[Token]| it.iter().map(|it| it.text.as_str()).eq(phrase.split(' '));
        let start = self.tokens().windows(count).position(is_here)?;
        Some(start..start.saturating_add(count))
    }

    /// Whether one of these was said, each a word or several in a row as for [`Self::find`].
    pub fn has_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|it| self.find(it).is_some())
    }

    /// Whether words, given as token positions, are named only to be refused: "Friday" in "not Friday".
    pub fn is_refused(&self, words: &Range<usize>) -> bool {
        let text = self.words.text();
        refusal::is_refused(text, self.tokens(), words.start, words.end, self.language())
    }

    /// Digits, said one by one or in groups, in the order they were said: "four four three double two" is
    /// `44322`, "cuarenta y cuatro tres veintidós" too. Hesitations between them change nothing.
    ///
    /// An "oh" at the beginning counts as a zero; [`Self::digits_of`] knows better.
    pub fn digits(&self) -> Vec<Found<String>> {
        let runs = digits::runs(&self.words).into_iter();
        let found = runs.map(|it| (it.digits, it.words));
        self.marked(found.map(|(value, words)| Found { value, words, clear: true, refused: false }))
    }

    /// Digits of one of these lengths. An "oh" at the beginning is a sigh when the length is right
    /// only without it; numbers said one after the other are told apart by their length, and one that
    /// is said twice is one.
    pub fn digits_of(&self, lengths: impl Fn(usize) -> bool) -> Vec<Found<String>> {
        let runs = digits::runs(&self.words).into_iter();
        let found = runs.flat_map(|it| it.of(&lengths));
        self.marked(found.map(|(value, words)| Found { value, words, clear: true, refused: false }))
    }

    /// Days, relative to the setting's date and on or after it unless the words say otherwise.
    pub fn days(&self) -> Vec<Found<Date>> {
        self.typed(self.words.dates(), |it| it.resolved.first()?.parse().ok())
    }

    /// Times of day.
    pub fn times(&self) -> Vec<Found<TimeOfDay>> {
        self.typed(self.words.times(), |it| TimeOfDay::read(&it.resolved))
    }

    /// Amounts of money. They are clear when the currency was said.
    pub fn amounts(&self) -> Vec<Found<Money>> {
        self.typed(self.words.sums(), |it| Money::read(it.resolved.first()?))
    }

    /// Which of several things that were offered: "the second one", "later", "none of them".
    ///
    /// A number is a choice only in an answer that says nothing else, or behind "number" or "option".
    pub fn choices(&self) -> Vec<Found<Choice>> {
        self.marked(choice::choices(&self.words).into_iter())
    }

    fn typed<T>(&self, values: Vec<Value>, read: impl Fn(&Value) -> Option<T>) -> Vec<Found<T>> {
        let typed = values.into_iter().filter_map(|it| {
            let value = read(&it)?;
            Some(Found { value, words: it.words, clear: it.clear, refused: false })
        });
        self.marked(typed)
    }

    /// The same, each knowing whether it is refused.
    fn marked<T>(&self, found: impl Iterator<Item = Found<T>>) -> Vec<Found<T>> {
        let mut found: Vec<Found<T>> = found.collect();
        let places: Vec<Range<usize>> = found.iter().map(|it| it.words.clone()).collect();
        let refused = refusal::refused(self.words.text(), self.tokens(), &places, self.language());
        for (it, refused) in found.iter_mut().zip(refused) {
            it.refused = refused;
        }
        found
    }
}
