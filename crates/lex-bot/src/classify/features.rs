//! What is looked at in an utterance: words, pairs of words, and sequences of letters.

use super::Word;

/// Most words that are looked at.
pub const MAX_WORDS: usize = 64;

/// Most letters of a word that are looked at.
pub const MAX_LETTERS: usize = 32;

/// How far apart the words of a gapped pair may stand; 2 leaves one word out.
const MAX_GAP: usize = 6;

/// Lengths of letter sequences, with the boundary of the word as a letter.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;

/// Digits of a number that are told apart by how many they are.
const MAX_DIGITS: usize = 5;

/// Letters of a word that may be any; about as many as a word has.
const ANY_LETTERS: usize = 6;

/// What kind of feature one is; each kind has its own share of an utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words, and words that follow each other.
    Words,
    /// Two words with others between them.
    Gaps,
    /// Letters within a word.
    Letters,
}

impl Kind {
    pub(super) const COUNT: usize = 3;

    /// Its place among the kinds.
    pub(super) fn index(self) -> usize {
        match self {
            Self::Words => 0,
            Self::Gaps => 1,
            Self::Letters => 2,
        }
    }
}

/// Something that an utterance has: a hash, in which the lowest bits tell the kind and whether it
/// involves a word that may be any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Feature(u64);

const ANY: u64 = 1;
const KIND: u32 = 1;

impl Feature {
    fn new(kind: Kind, any: bool, hash: u64) -> Self {
        let kind_bits = match kind {
            Kind::Words => 0b00,
            Kind::Gaps => 0b01,
            Kind::Letters => 0b10,
        };
        Self((hash & !0b111) | (kind_bits << KIND) | if any { ANY } else { 0 })
    }

    pub(super) fn kind(self) -> Kind {
        match (self.0 >> KIND) & 0b11 {
            0b00 => Kind::Words,
            0b01 => Kind::Gaps,
            _ => Kind::Letters,
        }
    }

    /// Whether it involves a word that may be any, so that no utterance has just this feature.
    pub(super) fn is_any(self) -> bool {
        self.0 & ANY == ANY
    }

    pub(super) fn hash(self) -> u64 {
        self.0
    }
}

/// FNV-1a with a finish that spreads it over all bits: the same on every machine and in every run.
///
/// Source: Fowler, Noll, Vo: The FNV Non-Cryptographic Hash Algorithm (RFC 9923); the finish is
/// that of `MurmurHash3`.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn new(salt: u8) -> Self {
        Self(0xcbf2_9ce4_8422_2325).byte(salt)
    }

    fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    /// Adds a word; no word holds the byte 0xff, which ends it.
    fn word(self, word: &str) -> Self {
        word.bytes().fold(self, Self::byte).byte(0xff)
    }

    fn letter(self, letter: char) -> Self {
        u32::from(letter).to_le_bytes().into_iter().fold(self, Self::byte)
    }

    fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        mixed ^ (mixed >> 33)
    }
}

/// Stands for the beginning and the end of the utterance; no word is empty.
const EDGE: &str = "";
/// Stands for a word that may be any; words have no such character.
const ANY_WORD: &str = "\u{fffd}";

const ONE: u8 = 1;
const PAIR: u8 = 2;
const GAP: u8 = 3;
const LETTER: u8 = 4;

/// The features of an utterance in ascending order, each as often as it occurs.
pub(super) fn features(words: &[Word]) -> Vec<Feature> {
    let plain: Vec<String> = words.iter().take(MAX_WORDS).map(plain).collect();
    let mut features = Vec::with_capacity(plain.len().saturating_mul(32));
    let any = |words: &[&str]| words.contains(&ANY_WORD);
    let mut previous = EDGE;
    for (at, word) in plain.iter().map(String::as_str).enumerate() {
        features.push(single(word));
        features.push(pair(PAIR, Kind::Words, previous, word, any(&[previous, word])));
        let later = plain.iter().skip(at.saturating_add(2)).take(MAX_GAP.saturating_sub(1));
        features.extend(later.map(|other| pair(GAP, Kind::Gaps, word, other, any(&[word, other]))));
        previous = word;
        letters(word, &mut features);
    }
    if !plain.is_empty() {
        features.push(pair(PAIR, Kind::Words, previous, EDGE, any(&[previous])));
    }
    features.sort_unstable();
    features
}

fn single(word: &str) -> Feature {
    Feature::new(Kind::Words, word == ANY_WORD, Hash::new(ONE).word(word).finish())
}

fn pair(salt: u8, kind: Kind, one: &str, other: &str, any: bool) -> Feature {
    Feature::new(kind, any, Hash::new(salt).word(one).word(other).finish())
}

/// A word as it is compared: which number one is does not tell an intent from another.
fn plain(word: &Word) -> String {
    match word {
        Word::Any => ANY_WORD.to_owned(),
        Word::Plain(word) if word.bytes().all(|it| it.is_ascii_digit()) => {
            "0".repeat(word.len().min(MAX_DIGITS))
        }
        Word::Plain(word) => word.chars().take(MAX_LETTERS).collect(),
    }
}

fn letters(word: &str, features: &mut Vec<Feature>) {
    let is_any = word == ANY_WORD;
    let mut letters = vec![' '];
    if is_any {
        // Each a letter of its own, so that they make as many sequences as those of a word do.
        letters.extend(('\u{e000}'..).take(ANY_LETTERS));
    } else {
        letters.extend(word.chars());
    }
    letters.push(' ');
    for start in 0..letters.len() {
        let mut hash = Hash::new(LETTER);
        for (at, letter) in letters.iter().skip(start).take(*LETTERS.end()).enumerate() {
            hash = hash.letter(*letter);
            if LETTERS.contains(&at.saturating_add(1)) {
                features.push(Feature::new(Kind::Letters, is_any, hash.finish()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words as plain_words;
    use super::*;
    use language::Language;

    fn words(text: &str) -> Vec<Word> {
        plain_words(text, Language::English)
    }

    fn counts(words: &[Word]) -> [usize; Kind::COUNT] {
        let mut counts = [0; Kind::COUNT];
        for feature in features(words) {
            counts[feature.kind().index()] += 1;
        }
        counts
    }

    #[test]
    fn words_pairs_and_letters_are_counted() {
        assert_eq!(counts(&[]), [0, 0, 0]);
        // The word; the pairs with both edges. " a ": " a", "a ", " a ".
        assert_eq!(counts(&words("a")), [3, 0, 3]);
        assert_eq!(counts(&words("a b c")), [7, 1, 9]);
        assert_eq!(counts(&words("a b c d e f g h")), [17, 20, 24]);
    }

    #[test]
    fn order_matters_and_which_number_it_is_does_not() {
        assert_ne!(features(&words("a b")), features(&words("b a")));
        assert_eq!(features(&words("order 55421")), features(&words("order 98765")));
        assert_ne!(features(&words("order 55421")), features(&words("order 5")));
    }

    #[test]
    fn a_word_that_may_be_any_marks_all_it_touches() {
        let plain = |text: &str| Word::Plain(text.to_owned());
        let with_any = features(&[plain("to"), Word::Any, plain("please")]);
        let shared = features(&words("to paris please"));
        let known: Vec<Feature> = with_any.iter().copied().filter(|it| !it.is_any()).collect();
        assert!(known.len() < with_any.len());
        assert!(known.iter().all(|it| shared.contains(it)));
        assert!(shared.iter().all(|it| !it.is_any()));
    }

    #[test]
    fn long_utterances_are_cut() {
        let long = "x ".repeat(MAX_WORDS);
        assert_eq!(counts(&words(&long)), counts(&words(&long.repeat(3))));
        let word = "x".repeat(MAX_LETTERS);
        assert_eq!(features(&words(&word)), features(&words(&word.repeat(3))));
    }
}
