//! Which language somebody speaks.
//!
//! Measured on 2,833 utterances of callers, 1,472 English and 1,361 Spanish ones of 1 to 14 words: the
//! sample utterances of this project's bot without slots, what callers say that it does not know, and
//! other ways to say what it does. They are of the same hands as the small words that decide here, so
//! expect somewhat less of others.
//!
//! | | right | wrong | not told | an utterance | in a program |
//! |---|---|---|---|---|---|
//! | whatlang 0.18, these two languages | 92.6 % | 7.4 % | | 8 µs | 0.3 MB |
//! | the same, confidence of 0.3 or more | 73.0 % | 0.8 % | 26.2 % | 8 µs | 0.3 MB |
//! | lingua 1.8, these two languages | 99.0 % | 1.0 % | | 77 µs | 10.3 MB |
//! | lingua, relative distance of 0.25 or more | 98.0 % | 0.2 % | 1.8 % | 79 µs | 10.3 MB |
//! | small words, then whatlang (this) | 93.5 % | 0.2 % | 6.3 % | 110 µs, not optimised | 0.3 MB |
//!
//! Most of what is not told are one or two words, which the next utterance makes up for. `lingua` tells
//! them, but a function would be twice its size, and it starts threads of its own.

use std::cell::LazyCell;

use whatlang::{Detector, Lang};

use crate::Language;
use crate::lexicon::has;
use crate::text::tokens;

/// Least confidence with which letters alone decide, 0 to 1.
const SURE: f64 = 0.3;

/// Letters and signs that Spanish is written with and English is not.
const SPANISH: &[char] = &['á', 'é', 'í', 'ñ', 'ó', 'ú', '¿', '¡'];

/// The language of what somebody says, among those that are given; `None` when it cannot be told,
/// which is so of numbers, of most names, and of "no".
///
/// Small words decide, which are most of what callers say: those that only one of the languages has.
/// Where they do not, the letters do, by `whatlang`. [`Language::Other`] is never detected.
pub fn detect(text: &str, among: &[Language]) -> Option<Language> {
    let candidates = [Language::English, Language::Spanish];
    let mut candidates = candidates.into_iter().filter(|it| among.contains(it));
    let (one, other) = (candidates.next()?, candidates.next());
    if other.is_none() {
        return Some(one).filter(|_| !tokens(text, one).is_empty());
    }
    let letters = LazyCell::new(|| by_letters(text));
    match small_words(text) {
        0 if text.contains(SPANISH) => Some(Language::Spanish),
        0 => *letters,
        // One word is soon in both.
        1 if *letters == Some(Language::Spanish) => None,
        -1 if *letters == Some(Language::English) => None,
        count if count > 0 => Some(Language::English),
        _ => Some(Language::Spanish),
    }
}

/// Words that are soon said in the other language too: parts of names, and courtesies.
#[rustfmt::skip]
const ANYWHERE: &[&str] = &[
    "adios", "al", "and", "as", "da", "de", "del", "e", "el", "en", "gracias", "hello", "hi", "hola", "i",
    "la", "las", "los", "o", "of", "ok", "okay", "si", "señor", "señora", "señorita", "su", "thanks",
    "the", "u", "van", "y",
];

/// The language of what somebody says, among those that are given, where it is sure enough to go on
/// in it: somebody who gives a name or says hello in a language need not want to speak it.
///
/// It takes two words or more, none of them known of the other language alone and one of them, at
/// least, neither a courtesy nor a part of names.
///
/// Of 1,309 Spanish utterances like those above, 79 % are told, and of 1,410 English ones 85 %; what is
/// not are one or two words mostly, and 5 Spanish ones are told as English, such as "English, please".
/// Of 18,196 English sentences of other domains (CLINC150: Larson et al. 2019) one is told as Spanish.
pub fn detect_surely(text: &str, among: &[Language]) -> Option<Language> {
    let language = detect(text, among)?;
    let other = match language {
        Language::English => Language::Spanish,
        Language::Spanish => Language::English,
        Language::Other => return None,
    };
    let words = tokens(text, language);
    let only = |language: Language, other: Language| {
        let words = tokens(text, language);
        let only = words.into_iter().filter(|it| knows(language, &it.text));
        only.filter(|it| !knows(other, &it.text)).map(|it| it.text).collect::<Vec<_>>()
    };
    let tells = only(language, other).iter().any(|it| !ANYWHERE.contains(&it.as_str()));
    (words.len() >= 2 && tells && only(other, language).is_empty()).then_some(language)
}

/// How many more words there are that only English has than such that only Spanish has.
fn small_words(text: &str) -> i32 {
    let count = |language: Language, other: Language| {
        let own = tokens(text, language);
        let own = own.iter().filter(|it| knows(language, &it.text) && !knows(other, &it.text));
        i32::try_from(own.count()).unwrap_or(i32::MAX)
    };
    let english = count(Language::English, Language::Spanish);
    english.saturating_sub(count(Language::Spanish, Language::English))
}

/// Whether a word is one of the few hundred that the language is known by.
fn knows(language: Language, word: &str) -> bool {
    let lexicon = language.lexicon();
    let lists = [
        lexicon.fillers,
        lexicon.function_words,
        lexicon.negations,
        lexicon.other_wishes,
        lexicon.yes,
        lexicon.no,
        lexicon.beside,
    ];
    lists.iter().any(|it| has(it, word))
        || lexicon.numbers.binary_search_by_key(&word, |(it, _)| it).is_ok()
        || lexicon.ordinals.binary_search_by_key(&word, |(it, _)| it).is_ok()
}

fn by_letters(text: &str) -> Option<Language> {
    let detector = Detector::with_allowlist(vec![Lang::Eng, Lang::Spa]);
    let found = detector.detect(text).filter(|it| it.confidence() >= SURE)?;
    match found.lang() {
        Lang::Eng => Some(Language::English),
        Lang::Spa => Some(Language::Spanish),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BOTH: [Language; 2] = [Language::English, Language::Spanish];

    #[test]
    fn callers_are_told_by_what_they_say() {
        use Language::{English, Spanish};
        for (said, expected) in [
            ("I'd like to track my order", Some(English)),
            ("where is it", Some(English)),
            ("my package hasn't come", Some(English)),
            ("quiero rastrear mi pedido", Some(Spanish)),
            ("d\u{f3}nde est\u{e1}", Some(Spanish)),
            ("no, es el cuatro cuatro tres dos dos", Some(Spanish)),
            ("todav\u{ed}a no me llega", Some(Spanish)),
            ("buenos d\u{ed}as, necesito ayuda con mi factura", Some(Spanish)),
            ("yes please", Some(English)),
            ("s\u{ed}, por favor", Some(Spanish)),
            ("ma\u{f1}ana", Some(Spanish)),
            ("no", None),
            ("44321", None),
            ("", None),
            ("?!", None),
        ] {
            assert_eq!(detect(said, &BOTH), expected, "{said:?}");
        }
    }

    #[test]
    fn names_and_courtesies_are_not_enough_to_be_sure() {
        use Language::{English, Spanish};
        for (said, expected) in [
            ("quiero rastrear mi pedido", Some(Spanish)),
            ("mi pedido", Some(Spanish)),
            ("un agente por favor", Some(Spanish)),
            ("track my order", Some(English)),
            ("this is Maria Gonzalez from San Diego", Some(English)),
            ("Mar\u{ed}a Gonz\u{e1}lez", None),
            ("Rosa Morales de la Cruz", None),
            ("El Paso, Texas", None),
            ("hola", None),
            ("hola, good morning", None),
            ("hola, gracias", None),
            ("order 44321", None),
            ("no", None),
            ("s\u{ed}", None),
            ("mm", None),
            ("", None),
        ] {
            assert_eq!(detect_surely(said, &BOTH), expected, "{said:?}");
        }
    }

    #[test]
    fn only_the_languages_of_the_line_are_detected() {
        let said = "quiero rastrear mi pedido";
        assert_eq!(detect(said, &[]), None);
        assert_eq!(detect(said, &[Language::Other]), None);
        assert_eq!(detect(said, &[Language::English]), Some(Language::English));
        assert_eq!(detect("", &[Language::English]), None);
    }

    proptest! {
        #[test]
        fn any_text_is_told_or_not(text in "\\PC{0,60}") {
            let detected = detect(&text, &BOTH);
            prop_assert_ne!(detected, Some(Language::Other));
            let surely = detect_surely(&text, &BOTH);
            prop_assert!(surely.is_none() || surely == detected);
            // In whatever order the languages are given.
            prop_assert_eq!(detect(&text, &[Language::Spanish, Language::English]), detected);
        }
    }
}
