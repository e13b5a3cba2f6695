//! How much words mean, and which of them are the same.

use std::borrow::Cow;

/// How much a word says about what the caller wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Nothing: "um", "please".
    Filler,
    /// Hardly anything: "the", "would".
    Function,
    /// Something: "up" in "hang up", "not".
    Particle,
    /// All that matters.
    Content,
}

impl Weight {
    /// The weight as a number, 0 to 1.
    pub(crate) fn value(self) -> f64 {
        match self {
            Self::Filler => 0.0,
            Self::Function => 0.1,
            Self::Particle => 0.5,
            Self::Content => 1.0,
        }
    }

    /// Whether a match on the word is worth anything on its own.
    pub(crate) fn is_content(self) -> bool {
        self == Self::Content
    }
}

#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "actually", "ah", "alright", "basically", "er", "erm", "hello", "hey", "hi", "hm", "hmm",
    "just", "kindly", "mm", "ok", "okay", "please", "so", "sorry", "uh", "uhm", "um", "well",
];

/// Words that hold others together, and yes and no: an answer says nothing about a wish.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
    "correct", "could", "did", "do", "does", "for", "from", "get", "give", "going", "got",
    "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in",
    "incorrect", "is", "it", "know", "let", "like", "may", "maybe", "me", "might", "mine", "my",
    "nah", "need", "no", "nope", "now", "of", "oh", "or", "our", "right", "shall", "she",
    "should", "some", "tell", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "to", "today", "us", "want", "was", "we", "were", "what", "when", "which",
    "who", "will", "with", "would", "wrong", "yeah", "yep", "yes", "you", "your", "yup",
];

/// Words that turn a wish into its opposite.
const NEGATIONS: &[&str] = &["never", "not", "without"];

const PARTICLES: &[&str] = &["away", "back", "down", "off", "on", "out", "over", "through", "up"];

/// Words that name a wish of their own. An utterance with one of them is not about an intent that
/// never mentions it, however much else agrees: "cancel my order" is not "my order".
#[rustfmt::skip]
const OTHER_WISHES: &[&str] = &[
    "account", "address", "bill", "billing", "buy", "cancel", "change", "charge", "complain",
    "complaint", "coupon", "discount", "exchange", "hour", "invoice", "modify", "open", "pay",
    "payment", "password", "price", "purchase", "refund", "replace", "return",
    "subscribe", "unsubscribe", "warranty",
];

/// How much a word means.
pub(crate) fn weight(word: &str) -> Weight {
    if FILLERS.contains(&word) {
        Weight::Filler
    } else if FUNCTION_WORDS.contains(&word) {
        Weight::Function
    } else if PARTICLES.contains(&word) || negates(word) {
        Weight::Particle
    } else {
        Weight::Content
    }
}

/// Whether a word turns a wish into its opposite.
pub(crate) fn negates(word: &str) -> bool {
    NEGATIONS.contains(&word)
}

/// Whether a word asks for something of its own.
pub(crate) fn names_a_wish(word: &str) -> bool {
    OTHER_WISHES.iter().any(|it| same(it, word))
}

/// Whether two words are the same but for inflection, spelling of a digit, or one slip.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one == other || stem(one) == stem(other) || one_slip_apart(one, other)
}

/// A word without its inflection, so that "orders" and "order", "tracking" and "track" are equal.
pub(crate) fn stem(word: &str) -> Cow<'_, str> {
    if let Some(digit) = super::numbers::digit(word) {
        return digit.to_string().into();
    }
    for (ending, least) in [("ing", 6), ("ed", 5), ("s", 4)] {
        if let Some(stem) = word.strip_suffix(ending)
            && word.len() >= least
            && !stem.ends_with('s')
        {
            return stem.into();
        }
    }
    word.into()
}

/// Shortest word in which a wrong letter is forgiven; shorter ones turn into other words.
const LEAST_FOR_A_SLIP: usize = 5;

/// Bytes of the longest letter.
const LONGEST: usize = 4;

/// Whether one letter added, dropped or changed makes one word the other.
fn one_slip_apart(one: &str, other: &str) -> bool {
    // Most words differ at first sight, without a look at each letter.
    if one.len().min(other.len()) < LEAST_FOR_A_SLIP || one.len().abs_diff(other.len()) > LONGEST {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let longer_by = long.len().saturating_sub(short.len());
    if short.len() < LEAST_FOR_A_SLIP || longer_by > 1 || short.iter().any(char::is_ascii_digit) {
        return false;
    }
    let front = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let back = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    // What is left between the equal ends is at most the one slip.
    front.saturating_add(back).saturating_add(1) >= long.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflection_and_slips_are_the_same_word() {
        for (one, other, expected) in [
            ("order", "orders", true),
            ("tracking", "track", true),
            ("shipped", "shipping", true),
            ("5", "five", true),
            ("packege", "package", true),
            ("pakage", "package", true),
            ("order", "border", true),
            ("agent", "urgent", false),
            ("live", "life", false),
            ("pass", "pas", false),
            ("no", "now", false),
            ("55421", "55422", false),
        ] {
            assert_eq!(same(one, other), expected, "{one} {other}");
            assert_eq!(same(other, one), expected, "{other} {one}");
        }
    }
}
