//! Phrases that callers say, as data has them.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use wording::Language;

use crate::said::{Said, plain};

/// Phrases of one meaning by language. They are written as people write, and compared as plain words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "BTreeMap<Language, Vec<String>>")]
pub(crate) struct Phrases(BTreeMap<Language, Vec<String>>);

impl From<BTreeMap<Language, Vec<String>>> for Phrases {
    fn from(written: BTreeMap<Language, Vec<String>>) -> Self {
        let of = |(language, phrases): (Language, Vec<String>)| {
            (language, phrases.into_iter().map(|it| plain(&it, language)).collect())
        };
        Self(written.into_iter().map(of).collect())
    }
}

impl Phrases {
    /// Those of a language, in plain words.
    pub(crate) fn of(&self, language: Language) -> &[String] {
        self.0.get(&language).map_or(&[], Vec::as_slice)
    }

    /// Whether there are none in any language.
    pub(crate) fn are_empty(&self) -> bool {
        self.0.values().all(Vec::is_empty)
    }

    /// Where they were said, as positions of words.
    pub(crate) fn places(&self, said: &Said<'_>) -> Vec<Range<usize>> {
        let phrases: Vec<&str> = self.of(said.language()).iter().map(String::as_str).collect();
        said.places_of(&phrases)
    }

    /// How many words the longest has that was said; 0 for none.
    pub(crate) fn longest(&self, said: &Said<'_>) -> usize {
        self.places(said).iter().map(ExactSizeIterator::len).max().unwrap_or(0)
    }

    /// How many words the longest has that was said and not refused; 0 for none.
    pub(crate) fn longest_meant(&self, said: &Said<'_>) -> usize {
        let places = self.places(said);
        let meant = places.iter().filter(|it| !said.refuses(it));
        meant.map(ExactSizeIterator::len).max().unwrap_or(0)
    }

    /// Whether one of them was said.
    pub(crate) fn are_in(&self, said: &Said<'_>) -> bool {
        self.longest(said) > 0
    }

    /// Whether one of them was said and not refused.
    pub(crate) fn are_meant_in(&self, said: &Said<'_>) -> bool {
        self.longest_meant(said) > 0
    }

    /// Whether one or more of them were said and nothing else that means something.
    pub(crate) fn are_all_of(&self, said: &Said<'_>) -> bool {
        said.is_just_at(&self.places(said))
    }

    /// Whether one of them was said, and neither refused nor denied: "no está verde" is not green, and
    /// "no, está verde" is.
    pub(crate) fn are_affirmed_in(&self, said: &Said<'_>) -> bool {
        let is_denied = |place: &Range<usize>| {
            let before = (place.start.saturating_sub(MOST_BETWEEN)..place.start).rev();
            let mut near = before.take_while(|at| !said.is_parted_after(*at));
            near.any(|at| {
                said.tokens().get(at).is_some_and(|it| DENYING.contains(&it.text.as_str()))
            })
        };
        self.places(said).iter().any(|it| !said.refuses(it) && !is_denied(it))
    }
}

/// Words that deny what follows them.
const DENYING: &[&str] = &["no", "none", "not", "nothing", "ninguna", "ninguno", "nada"];

/// Most words that a denial stands before what it denies.
const MOST_BETWEEN: usize = 3;
