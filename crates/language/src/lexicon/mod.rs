//! Which words of a language do what.

mod english;
mod spanish;

use crate::Language;
use crate::numbers::Part;
use crate::yes_no::Answer;

/// The words of a language.
pub(crate) fn of(language: Language) -> &'static Lexicon {
    match language {
        Language::English => &english::LEXICON,
        Language::Spanish => &spanish::LEXICON,
        Language::Other => &NO_LEXICON,
    }
}

/// What the words of a language do. Every list is in alphabetical order and in plain form, as
/// [`crate::text::tokens`] gives words.
pub(crate) struct Lexicon {
    /// Words that say nothing: "um", "please".
    pub(crate) fillers: &'static [&'static str],
    /// Words that hold others together, and yes and no: an answer says nothing about a wish.
    pub(crate) function_words: &'static [&'static str],
    /// Words that turn a wish into its opposite.
    pub(crate) negations: &'static [&'static str],
    /// Words that change others a little: "up" in "hang up".
    pub(crate) particles: &'static [&'static str],
    /// Words that name a wish of their own. An utterance with one of them is not about an intent
    /// that never mentions it, however much else agrees: "cancel my order" is not "my order".
    pub(crate) other_wishes: &'static [&'static str],
    /// Words that may stand around a value when a sample has nothing else that means something, as
    /// in `it is {OrderNumber}`. Other words would make an order number of "I have 12345 cats".
    pub(crate) carriers: &'static [&'static str],
    /// Words for yes.
    pub(crate) yes: &'static [&'static str],
    /// Words for no.
    pub(crate) no: &'static [&'static str],
    /// Words that may stand beside a yes or no without changing it.
    pub(crate) beside: &'static [&'static str],
    /// Short answers that no yes or no word marks.
    pub(crate) whole: &'static [(&'static str, Answer)],
    /// Words that numbers are made of.
    pub(crate) numbers: &'static [(&'static str, Part<'static>)],
    /// Number words that are more often something else when they stand alone.
    pub(crate) hardly_numbers: &'static [&'static str],
    /// Ordinal numbers.
    pub(crate) ordinals: &'static [(&'static str, u64)],
}

const NO_LEXICON: Lexicon = Lexicon {
    fillers: &[],
    function_words: &[],
    negations: &[],
    particles: &[],
    other_wishes: &[],
    carriers: &[],
    yes: &["ok", "okay"],
    no: &[],
    beside: &[],
    whole: &[],
    numbers: &[],
    hardly_numbers: &[],
    ordinals: &[],
};

/// Whether a list in alphabetical order has a word.
pub(crate) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// What a list in alphabetical order has for a word.
pub(crate) fn look_up<T: Copy>(list: &[(&str, T)], word: &str) -> Option<T> {
    let at = list.binary_search_by_key(&word, |(known, _)| *known).ok()?;
    list.get(at).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn lists_are_in_order_and_in_plain_form() {
        for language in [Language::English, Language::Spanish, Language::Other] {
            let lexicon = language.lexicon();
            let numbers: Vec<&str> = lexicon.numbers.iter().map(|it| it.0).collect();
            let ordinals: Vec<&str> = lexicon.ordinals.iter().map(|it| it.0).collect();
            for list in [
                lexicon.fillers,
                lexicon.function_words,
                lexicon.negations,
                lexicon.particles,
                lexicon.other_wishes,
                lexicon.carriers,
                lexicon.yes,
                lexicon.no,
                lexicon.beside,
                lexicon.hardly_numbers,
                &numbers,
                &ordinals,
            ] {
                for pair in list.windows(2) {
                    assert!(pair[0] < pair[1], "{language:?}: {pair:?}");
                }
                for word in list {
                    let plain = tokens(word, language);
                    assert_eq!(plain.len(), 1, "{language:?}: {word}");
                    assert_eq!(plain[0].text, **word, "{language:?}");
                }
            }
        }
    }
}
