//! Utterances as words that can be compared, each knowing where it came from.

use std::fmt;
use std::ops::Range;

use crate::Language;

/// A word in its plain form: lower case and no punctuation; in English contractions are spelt out,
/// in Spanish accents are left off, but not the tilde of `ñ`.
///
/// It is what a caller said, so `Debug` shows only where it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// The plain form.
    pub text: String,
    /// Where the word stands in the utterance, in bytes; the words of a contraction share it.
    pub span: Range<usize>,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token").field("span", &self.span).finish_non_exhaustive()
    }
}

/// Contractions and run-together words that no rule covers, spelt out.
const SPELT_OUT: &[(&str, &[&str])] = &[
    ("ain't", &["is", "not"]),
    ("can't", &["can", "not"]),
    ("cannot", &["can", "not"]),
    ("cant", &["can", "not"]),
    ("didnt", &["did", "not"]),
    ("doesnt", &["does", "not"]),
    ("dont", &["do", "not"]),
    ("gimme", &["give", "me"]),
    ("gonna", &["going", "to"]),
    ("gotta", &["got", "to"]),
    ("im", &["i", "am"]),
    ("isnt", &["is", "not"]),
    ("ive", &["i", "have"]),
    ("lemme", &["let", "me"]),
    ("let's", &["let", "us"]),
    ("shan't", &["shall", "not"]),
    ("thats", &["that", "is"]),
    ("wanna", &["want", "to"]),
    ("whats", &["what", "is"]),
    ("wheres", &["where", "is"]),
    ("won't", &["will", "not"]),
];

/// Endings after an apostrophe, and the word they stand for.
const ENDINGS: &[(&str, &str)] = &[
    ("n't", "not"),
    ("'d", "would"),
    ("'ll", "will"),
    ("'m", "am"),
    ("'re", "are"),
    ("'ve", "have"),
];

/// Words whose `'s` is "is"; after any other word it is a possessive and says nothing.
const WITH_IS: &[&str] =
    &["he", "here", "how", "it", "she", "that", "there", "what", "when", "where", "who"];

/// Splits an utterance into plain words.
pub fn tokens(utterance: &str, language: Language) -> Vec<Token> {
    let mut tokens = Vec::new();
    for span in word_spans(utterance, language) {
        let word = utterance.get(span.clone()).unwrap_or_default();
        let plain = match language {
            Language::English => english(word),
            Language::Spanish => vec![spanish(word)],
            Language::Other => vec![other(word)],
        };
        for text in plain {
            tokens.push(Token { text, span: span.clone() });
        }
    }
    tokens
}

/// The part of an utterance that these tokens were made of.
pub fn original<'a>(utterance: &'a str, tokens: &[Token]) -> &'a str {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => {
            utterance.get(first.span.start..last.span.end).unwrap_or_default()
        }
        _ => "",
    }
}

/// Where the words stand. A word is letters and digits with apostrophes inside, a number may have
/// a decimal point or thousands separators, and a plus sign is a word.
fn word_spans(utterance: &str, language: Language) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut previous = ' ';
    for (at, char) in utterance.char_indices() {
        let end = at.saturating_add(char.len_utf8());
        let rest = utterance.get(end..).unwrap_or_default();
        let inside = match char {
            '\'' | '\u{2019}' => open && rest.starts_with(char::is_alphanumeric),
            // In English a comma only groups thousands.
            ',' if language == Language::English => {
                open && previous.is_ascii_digit() && leading_digits(rest) == 3
            }
            '.' | ',' => open && previous.is_ascii_digit() && leading_digits(rest) > 0,
            // An accent that follows its letter.
            '\u{300}'..='\u{36f}' => open && language != Language::English,
            _ => char.is_alphanumeric(),
        };
        match spans.last_mut().filter(|_| open && inside) {
            Some(span) => span.end = end,
            None if inside || char == '+' => spans.push(at..end),
            None => {}
        }
        open = inside;
        previous = char;
    }
    spans
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The plain words of one written English word.
fn english(word: &str) -> Vec<String> {
    let word = word.to_lowercase().replace('\u{2019}', "'").replace(',', "");
    if word == "+" {
        return vec!["plus".to_owned()];
    }
    if let Some((_, words)) = SPELT_OUT.iter().find(|(short, _)| *short == word) {
        return words.iter().map(|&it| it.to_owned()).collect();
    }
    for (ending, meaning) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|it| !it.is_empty()) {
            return vec![stem.to_owned(), (*meaning).to_owned()];
        }
    }
    if let Some(stem) = word.strip_suffix("'s") {
        return if WITH_IS.contains(&stem) {
            vec![stem.to_owned(), "is".to_owned()]
        } else {
            vec![stem.to_owned()]
        };
    }
    vec![word.replace('\'', "")]
}

/// Letters with an accent, and the letter that they are compared as.
const ACCENTS: &[(char, char)] =
    &[('á', 'a'), ('é', 'e'), ('í', 'i'), ('ó', 'o'), ('ú', 'u'), ('ü', 'u')];

/// The plain form of one word by itself, whichever language it is of: in lower case, without accents
/// and apostrophes.
///
/// ```
/// assert_eq!(language::text::plain("Dieciséis"), "dieciseis");
/// ```
pub fn plain(word: &str) -> String {
    spanish(word)
}

/// The plain form of one written Spanish word.
fn spanish(word: &str) -> String {
    let word = other(word).replace("n\u{303}", "ñ");
    word.chars()
        .filter(|it| !matches!(it, '\u{300}'..='\u{36f}' | 'º' | 'ª'))
        .map(|char| ACCENTS.iter().find(|(with, _)| *with == char).map_or(char, |(_, it)| *it))
        .collect()
}

/// The plain form of one written word of any language.
fn other(word: &str) -> String {
    if word == "+" {
        return "plus".to_owned();
    }
    let word = word.to_lowercase().replace(['\'', '\u{2019}'], "");
    number(&word).unwrap_or(word)
}

/// A written number with a decimal point and nothing else between its digits. A separator before
/// exactly three digits groups thousands: both signs are used for both where Spanish is spoken.
///
/// Source: Diccionario panhispánico de dudas, "números", 2.
fn number(word: &str) -> Option<String> {
    if !word.contains(['.', ','])
        || !word.chars().all(|it| it.is_ascii_digit() || ".,".contains(it))
    {
        return None;
    }
    let groups: Vec<&str> = word.split(['.', ',']).collect();
    let (last, before) = groups.split_last()?;
    let grouped = |groups: &[&str]| groups.iter().skip(1).all(|it| it.len() == 3);
    if grouped(&groups) {
        return Some(groups.concat());
    }
    // "23.3.2026" is no number.
    grouped(before).then(|| format!("{}.{last}", before.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_words(text: &str) -> String {
        in_language(text, Language::English)
    }

    fn in_language(text: &str, language: Language) -> String {
        tokens(text, language).into_iter().map(|it| it.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_come_out_plain() {
        for (said, plain) in [
            ("Where's my order?", "where is my order"),
            ("I\u{2019}d like to check ON it, please.", "i would like to check on it please"),
            ("don't, can't & won't", "do not can not will not"),
            ("the order's status", "the order status"),
            ("wanna talk", "want to talk"),
            ("number #55,421.", "number 55421"),
            ("5,5,4,2,1", "5 5 4 2 1"),
            ("5-5-4-2-1", "5 5 4 2 1"),
            ("3.5 stars", "3.5 stars"),
            ("+1 202 555 0100", "plus 1 202 555 0100"),
            ("'quoted'", "quoted"),
            ("  ", ""),
            ("\u{e9}t\u{e9}", "\u{e9}t\u{e9}"),
        ] {
            assert_eq!(plain_words(said), plain, "{said:?}");
        }
    }

    #[test]
    fn the_original_is_what_was_said() {
        let said = "It's Five  Five-four, ok";
        let tokens = tokens(said, Language::English);
        assert_eq!(original(said, &tokens[2..5]), "Five  Five-four");
        assert_eq!(original(said, &[]), "");
    }

    #[test]
    fn spanish_words_come_out_plain() {
        for (said, plain) in [
            ("\u{bf}D\u{f3}nde est\u{e1} mi pedido?", "donde esta mi pedido"),
            ("\u{a1}S\u{cd}!", "si"),
            ("ma\u{f1}ana", "ma\u{f1}ana"),
            ("man\u{303}ana a\u{301}rbol", "ma\u{f1}ana arbol"),
            ("ping\u{fc}ino", "pinguino"),
            ("el 1\u{ba} de mayo", "el 1 de mayo"),
            ("1.234,5 y 1,234.5", "1234.5 y 1234.5"),
            ("55.421 o 55,421", "55421 o 55421"),
            ("3,5", "3.5"),
            ("23.3.2026", "23.3.2026"),
            ("can't", "cant"),
            ("+34", "plus 34"),
            ("", ""),
        ] {
            assert_eq!(in_language(said, Language::Spanish), plain, "{said:?}");
        }
    }

    #[test]
    fn other_words_stay() {
        let said = "\u{c7}a va, l'\u{e9}t\u{e9} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f600} 3,5";
        let plain = "\u{e7}a va l\u{e9}t\u{e9} \u{5e9}\u{5dc}\u{5d5}\u{5dd} 3.5";
        assert_eq!(in_language(said, Language::Other), plain);
    }
}
