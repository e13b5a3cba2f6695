//! How many options a message offers, by the keys that it names and by the words that it asks for.

use std::collections::BTreeSet;

use crate::Language;

/// The words of a language that offers are made with, in lower case.
struct Words {
    /// What is done to a key: "press 1".
    press: &'static [&'static str],
    /// What is done with words: "say card".
    say: &'static [&'static str],
    /// What a key is for: "2 for savings", "to hear it, 3".
    purpose: &'static [&'static str],
    /// What stands between two options.
    or: &'static [&'static str],
}

const ENGLISH: Words = Words {
    press: &["press", "hit", "dial"],
    say: &["say"],
    purpose: &["for", "to", "if", "when"],
    or: &["or", "and"],
};

const SPANISH: Words = Words {
    press: &["oprima", "marque", "presione", "pulse", "apriete"],
    say: &["diga"],
    purpose: &["para", "por", "si"],
    or: &["o", "u", "y"],
};

/// Words that name a key without a digit on it.
const OTHER_KEYS: &[&str] = &["star", "pound", "asterisco", "numeral"];

/// How many options a text offers. Keys are counted where they are named, whether "press" is said
/// before each of them or only before the first; words, where a list of them is asked for.
pub(super) fn options(language: Language, text: &str) -> usize {
    let words = match language {
        Language::EnUs => &ENGLISH,
        Language::EsUs => &SPANISH,
    };
    let clauses = clauses(text, words);
    keys(&clauses, words).max(said(&clauses, words))
}

/// A part of a sentence without an "or" in it.
struct Clause {
    words: Vec<String>,
    /// Whether a sentence begins with it.
    begins: bool,
}

fn clauses(text: &str, of: &Words) -> Vec<Clause> {
    let text = text.to_lowercase();
    let mut clauses = Vec::new();
    for sentence in text.split(['.', '?', '!']) {
        let mut begins = true;
        for part in sentence.split([',', ';', ':']) {
            let words: Vec<_> = part
                .split(|it: char| !it.is_alphanumeric() && it != '\'')
                .filter(|it| !it.is_empty())
                .collect();
            for words in words.split(|it| of.or.contains(it)).filter(|it| !it.is_empty()) {
                clauses.push(Clause {
                    words: words.iter().map(|it| (*it).to_owned()).collect(),
                    begins,
                });
                begins = false;
            }
        }
    }
    clauses
}

/// The keys that are named. A number by itself is none: numbers are read out digit by digit.
fn keys(clauses: &[Clause], of: &Words) -> usize {
    let mut keys = BTreeSet::new();
    let mut offers = false;
    let mut before: Option<&Clause> = None;
    for clause in clauses {
        let words: Vec<_> = clause.words.iter().map(String::as_str).collect();
        for pair in words.windows(2) {
            if let [press, key] = pair
                && of.press.contains(press)
                && is_key(key)
            {
                offers = true;
                keys.insert((*key).to_owned());
            }
        }
        let named = match words.as_slice() {
            // "…, 2 for savings"
            [key, purpose, ..] if is_digit(key) && of.purpose.contains(purpose) => Some(key),
            // "…; for savings, 2"
            [key] if is_digit(key) && before.is_some_and(|it| tells_purpose(it, of)) => Some(key),
            // "…; for savings 2"
            [purpose, .., key] if is_digit(key) && of.purpose.contains(purpose) => Some(key),
            _ => None,
        };
        keys.extend(named.filter(|_| offers).map(|it| (*it).to_owned()));
        before = Some(clause);
    }
    keys.len()
}

fn tells_purpose(clause: &Clause, of: &Words) -> bool {
    clause.words.first().is_some_and(|it| of.purpose.contains(&it.as_str()))
        && !clause.words.iter().any(|it| is_digit(it))
}

fn is_digit(word: &str) -> bool {
    matches!(word.as_bytes(), [b'0'..=b'9'])
}

fn is_key(word: &str) -> bool {
    is_digit(word) || OTHER_KEYS.contains(&word)
}

/// The longest list of words in a sentence that asks for one of them.
fn said(clauses: &[Clause], of: &Words) -> usize {
    let (mut longest, mut length) = (0_usize, 0_usize);
    for clause in clauses {
        let asks = clause.words.iter().any(|it| of.say.contains(&it.as_str()));
        // A key in place of a word is another option, and counted as one.
        let is_key = clause.words.iter().any(|it| of.press.contains(&it.as_str()));
        if clause.begins {
            length = 0;
        }
        if (asks || length > 0) && !is_key {
            length = length.saturating_add(1);
            longest = longest.max(length);
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_counted_however_they_are_named() {
        use Language::{EnUs, EsUs};
        for (language, text, n) in [
            (EnUs, "How can I help you?", 0),
            (EnUs, "Press 1 for a, 2 for b, 3 for c, 4 for d, 5 for e, 6 for f, or 7 for g.", 7),
            (EnUs, "For a, press 1. For b, press 2. For c, press 3.", 3),
            (EnUs, "For a, press 1; for b, 2; for c, 3; to hear it again, 9.", 4),
            (EnUs, "For checking press 1, for savings 2, or for a person 0.", 3),
            (EnUs, "Press 1 for checking, 2 for savings, or 0 for a person.", 3),
            (EnUs, "To go back, press star.", 1),
            (EnUs, "Press 1. Sorry, please press 1.", 1),
            // Digits that are read out are no keys.
            (EnUs, "If your number is 5, 5, 4, 2, 1, say yes or press 1. If it isn't, press 2.", 2),
            (EnUs, "I have 4, 8, 2, 1. If that's right, press 1. If not, press 2.", 2),
            (EnUs, "We're open from 9 to 5.", 0),
            (EsUs, "Para a, oprima 1; para b, 2; para c, 3; para d, 4; para e, 5; para f, 6.", 6),
            (EsUs, "Oprima 1 para cheques, 2 para ahorros, o 0 para hablar con una persona.", 3),
            (EsUs, "Si su número es 5, 5, 4, 2, diga sí u oprima 1. Si no, oprima 2.", 2),
        ] {
            assert_eq!(options(language, text), n, "{text}");
        }
    }

    #[test]
    fn words_are_counted_where_one_of_a_list_is_asked_for() {
        use Language::{EnUs, EsUs};
        for (language, text, n) in [
            (EnUs, "Just say damaged, wrong item, wrong size, or something else.", 4),
            (EnUs, "Say one, two, three, four, five, or six.", 6),
            (EnUs, "To send it back, say yes or press 1. To keep it, say no or press 2.", 2),
            (EnUs, "I can book, move or cancel an appointment. Say book an appointment.", 1),
            (EsUs, "Diga rojo, verde, azul, blanco, negro o gris.", 6),
        ] {
            assert_eq!(options(language, text), n, "{text}");
        }
    }
}
