//! Codes: letters and digits, spelt or spoken.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.AlphaNumeric" and "Capturing slot values with
//! spelling styles": "a as in apple", "a for apple" and "a like apple" are the letter. There a style
//! is chosen for a question; here every style is understood all the time. Letters come out as
//! capitals unless the filter wants small ones. The words of the spelling alphabets and the Spanish
//! names of letters are letters only where the code has something else of the kind beside them.

use super::phrase::{Dots, Phrase};
use crate::{Language, numbers, words};

/// The spelling alphabet of radio.
///
/// Source: ICAO Annex 10, volume II, 5.2.1.3, and the usual other spellings.
#[rustfmt::skip]
const ALPHABET: &[&str] = &[
    "alfa", "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india",
    "juliet", "juliett", "kilo", "lima", "mike", "november", "oscar", "papa", "quebec", "romeo",
    "sierra", "tango", "uniform", "victor", "whiskey", "whisky", "xray", "yankee", "zulu",
];

/// What letters are called.
///
/// Source: Real Academia Española, "Ortografía de la lengua española" (2010), with the names that
/// are usual in America.
#[rustfmt::skip]
const LETTER_NAMES: &[(&str, &str, Language)] = &[
    ("bee", "B", Language::English), ("cee", "C", Language::English), ("dee", "D", Language::English),
    ("eff", "F", Language::English), ("gee", "G", Language::English), ("aitch", "H", Language::English),
    ("jay", "J", Language::English), ("kay", "K", Language::English), ("ell", "L", Language::English),
    ("em", "M", Language::English), ("en", "N", Language::English), ("pee", "P", Language::English),
    ("cue", "Q", Language::English), ("queue", "Q", Language::English), ("ess", "S", Language::English),
    ("tee", "T", Language::English), ("vee", "V", Language::English), ("ex", "X", Language::English),
    ("zed", "Z", Language::English), ("zee", "Z", Language::English),
    ("double u", "W", Language::English), ("x ray", "X", Language::English),
    ("be", "B", Language::Spanish), ("be larga", "B", Language::Spanish), ("ce", "C", Language::Spanish),
    ("de", "D", Language::Spanish), ("efe", "F", Language::Spanish), ("ge", "G", Language::Spanish),
    ("hache", "H", Language::Spanish), ("jota", "J", Language::Spanish), ("ka", "K", Language::Spanish),
    ("ele", "L", Language::Spanish), ("eme", "M", Language::Spanish), ("ene", "N", Language::Spanish),
    ("pe", "P", Language::Spanish), ("cu", "Q", Language::Spanish), ("erre", "R", Language::Spanish),
    ("ese", "S", Language::Spanish), ("te", "T", Language::Spanish), ("uve", "V", Language::Spanish),
    ("ve", "V", Language::Spanish), ("ve corta", "V", Language::Spanish),
    ("uve doble", "W", Language::Spanish), ("doble uve", "W", Language::Spanish),
    ("doble u", "W", Language::Spanish), ("doble ve", "W", Language::Spanish),
    ("equis", "X", Language::Spanish), ("ye", "Y", Language::Spanish),
    ("i griega", "Y", Language::Spanish), ("zeta", "Z", Language::Spanish),
];

/// Words between a letter and a word that begins with it.
const AS_IN: &[(&str, Language)] = &[
    ("as in", Language::English),
    ("for", Language::English),
    ("like", Language::English),
    ("de", Language::Spanish),
    ("como", Language::Spanish),
    ("como en", Language::Spanish),
];

/// Signs that a code may have between its letters and digits.
const SIGNS: &[(&str, char)] =
    &[("dash", '-'), ("hyphen", '-'), ("guion", '-'), ("slash", '/'), ("barra", '/')];

/// Words that say how a letter is written.
const CASES: &[&str] =
    &["capital", "uppercase", "lowercase", "upper case", "lower case", "mayuscula", "minuscula"];

/// Words that are no part of the code behind them, however they are written.
const LABELS: &[&str] = &["id", "nr", "pc", "pin", "po", "rma", "sku", "tv", "vin", "zip"];

/// Most letters of a group that is written apart from its digits: "AB 1234".
const MAX_GROUP: usize = 3;

/// How sure it is that something is part of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A word that may be the name of a letter.
    Name,
    /// A letter.
    Letter,
    /// Digits, or letters and digits in one.
    Digits,
}

/// A run of letters and digits.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Code {
    /// Its characters, signs included.
    pub(super) text: String,
    /// Its pieces.
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many letters and groups of digits it was said in.
    pub(super) items: usize,
    /// How many of them may just as well be words that mean something.
    pub(super) names: usize,
    /// What it surely has.
    pub(super) best: Kind,
}

/// The codes in an utterance. `names` tells whether words that may be names of letters are taken as
/// such.
pub(super) fn codes(phrase: &Phrase<'_>, names: Names) -> Vec<Code> {
    let mut codes: Vec<Code> = Vec::new();
    let mut open: Option<Code> = None;
    let mut at = 0;
    while at < phrase.pieces.len() {
        if let Some((text, end, kind)) = item(phrase, at, names) {
            let sign = match phrase.gap(at) {
                it @ ("-" | "/") => it,
                _ => "",
            };
            let means = words::weight(phrase.word(at), phrase.language()).is_content();
            let name = usize::from(kind == Kind::Name && means);
            match open.as_mut() {
                Some(code) => {
                    code.names = code.names.saturating_add(name);
                    code.text.push_str(sign);
                    code.text.push_str(&text);
                    code.end = end;
                    code.items = code.items.saturating_add(1);
                    code.best = code.best.max(kind);
                }
                None => {
                    open = Some(Code { text, start: at, end, items: 1, names: name, best: kind });
                }
            }
            at = end;
            continue;
        }
        let next = at.saturating_add(1);
        let sign = SIGNS.iter().find(|(word, _)| *word == phrase.word(at)).map(|(_, it)| *it);
        let case = CASES.iter().find_map(|words| phrase.has(at, words));
        match (open.as_mut(), sign, case) {
            (Some(code), Some(sign), _) if item(phrase, next, names).is_some() => {
                code.text.push(sign);
                at = next;
            }
            (_, _, Some(end)) if item(phrase, end, names).is_some() => at = end,
            _ => {
                codes.extend(open.take());
                at = next;
            }
        }
    }
    codes.extend(open);
    codes
}

/// Whether words that may be names of letters are taken as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    Letters,
    Words,
    /// They are not, but short words beside written digits are: "ab 1234".
    Groups,
}

/// A letter, digits, or letters and digits in one, from a place on.
fn item(phrase: &Phrase<'_>, at: usize, names: Names) -> Option<(String, usize, Kind)> {
    if let Some((letter, end)) = as_in(phrase, at).or_else(|| doubled(phrase, at)) {
        return Some((letter, end, Kind::Letter));
    }
    // "Double u" is nothing else.
    let has_space = |it: &(String, usize)| it.1 > at.saturating_add(1);
    if let Some((letter, end)) = letter_name(phrase, at).filter(has_space) {
        return Some((letter, end, Kind::Letter));
    }
    if names == Names::Letters
        && let Some((letter, end)) = letter_name(phrase, at)
    {
        return Some((letter, end, Kind::Name));
    }
    if let Some((digits, end)) = phrase.digits(at, Dots::Group) {
        return Some((digits, end, Kind::Digits));
    }
    let word = phrase.word(at);
    let next = at.saturating_add(1);
    let plain = !word.is_empty() && word.bytes().all(|it| it.is_ascii_alphabetic());
    // "Apq123" is two pieces and one word; "apq-123" is written as one.
    let is_digits = |other: usize| phrase.word(other).starts_with(|it: char| it.is_ascii_digit());
    let is_group = (2..=MAX_GROUP).contains(&word.len())
        && !LABELS.contains(&word)
        && words::weight(word, phrase.language()).is_content()
        && (names == Names::Groups || phrase.is_capital(at));
    let joins = |other: usize, at: usize| {
        let glue = phrase.glue(at);
        is_digits(other) && ("\0-/".contains(glue) || (is_group && glue == ' '))
    };
    let before = at.checked_sub(1).filter(|_| at > 0);
    let is_joined = joins(next, next) || before.is_some_and(|it| joins(it, at));
    if plain && is_joined {
        return Some((word.to_uppercase(), next, Kind::Digits));
    }
    // "Oh" beside letters is a zero.
    let is_zero = numbers::part(word, phrase.language()) == Some(numbers::Part::Digit(0));
    if is_zero && names == Names::Letters {
        return Some(("0".to_owned(), next, Kind::Name));
    }
    (plain && word.len() == 1).then(|| (word.to_uppercase(), next, Kind::Letter))
}

/// "A as in alpha", "b for bravo".
fn as_in(phrase: &Phrase<'_>, at: usize) -> Option<(String, usize)> {
    let (letter, end) = letter(phrase, at)?;
    let words = AS_IN.iter().filter(|(_, language)| *language == phrase.language());
    let end = words.filter_map(|(words, _)| phrase.has(end, words)).max()?;
    let begins = phrase.word(end).to_uppercase().starts_with(&letter);
    // A single letter behind "for" is no word for another.
    (begins && phrase.word(end).chars().count() > 1).then(|| (letter, end.saturating_add(1)))
}

/// "Double a".
pub(super) fn doubled(phrase: &Phrase<'_>, at: usize) -> Option<(String, usize)> {
    let Some(numbers::Part::Times(times)) = numbers::part(phrase.word(at), phrase.language())
    else {
        return None;
    };
    let (letter, end) = letter(phrase, at.saturating_add(1))?;
    // "Double u" is a letter of its own.
    let is_name = letter_name(phrase, at).is_some();
    (!is_name).then(|| (letter.repeat(times), end))
}

fn letter(phrase: &Phrase<'_>, at: usize) -> Option<(String, usize)> {
    let word = phrase.word(at);
    let plain = word.len() == 1 && word.bytes().all(|it| it.is_ascii_alphabetic());
    if plain {
        return Some((word.to_uppercase(), at.saturating_add(1)));
    }
    letter_name(phrase, at)
}

fn letter_name(phrase: &Phrase<'_>, at: usize) -> Option<(String, usize)> {
    let name = LETTER_NAMES
        .iter()
        .filter(|(_, _, language)| *language == phrase.language())
        .filter_map(|(words, letter, _)| Some((*letter, phrase.has(at, words)?)))
        .max_by_key(|(_, end)| *end);
    if let Some((letter, end)) = name {
        return Some((letter.to_owned(), end));
    }
    let word = phrase.word(at);
    let first: String = word.chars().take(1).collect();
    ALPHABET.contains(&word).then(|| (first.to_uppercase(), at.saturating_add(1)))
}

/// A postal code of the United Kingdom with its space, from letters and digits without one.
///
/// Source: Amazon Lex V2 Developer Guide, "AMAZON.UKPostalCode": `AA9A 9AA`, `A9A 9AA`, `A9 9AA`,
/// `A99 9AA`, `AA9 9AA` and `AA99 9AA`; only the form is checked.
pub(super) fn uk_postal_code(code: &str) -> Option<String> {
    const OUTWARD: &[&str] = &["AA9A", "A9A", "A9", "A99", "AA9", "AA99"];
    let code = code.to_uppercase();
    let (outward, inward) = code.split_at_checked(code.len().checked_sub(3)?)?;
    let form = |text: &str| -> String {
        text.chars()
            .map(|it| match it {
                'A'..='Z' => 'A',
                '0'..='9' => '9',
                other => other,
            })
            .collect()
    };
    let fits = form(inward) == "9AA" && OUTWARD.contains(&form(outward).as_str());
    fits.then(|| format!("{outward} {inward}"))
}
