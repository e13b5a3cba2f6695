//! E-mail addresses.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.EmailAddress": `username@network`. It does not say
//! how a spoken one is taken apart. Here an address begins with the word before "at", or with
//! letters, digits and signs that lead up to it, and ends with a word behind the last "dot". Only
//! when the utterance is nothing but an address, words that no sign joins are one: "john smith at
//! example dot com" is `johnsmith@example.com`.

use super::phrase::{Dots, Phrase};
use crate::Language;
use crate::words::weight;

/// Words for the signs of an address.
const SIGNS: &[(&str, char, Language)] = &[
    ("at sign", '@', Language::English),
    ("at symbol", '@', Language::English),
    ("at the rate", '@', Language::English),
    ("at the rate of", '@', Language::English),
    ("at", '@', Language::English),
    ("dot", '.', Language::English),
    ("point", '.', Language::English),
    ("period", '.', Language::English),
    ("full stop", '.', Language::English),
    ("underscore", '_', Language::English),
    ("under score", '_', Language::English),
    ("dash", '-', Language::English),
    ("hyphen", '-', Language::English),
    ("minus", '-', Language::English),
    ("plus", '+', Language::English),
    ("arroba", '@', Language::Spanish),
    ("punto", '.', Language::Spanish),
    ("guion bajo", '_', Language::Spanish),
    ("barra baja", '_', Language::Spanish),
    ("subguion", '_', Language::Spanish),
    ("guion", '-', Language::Spanish),
    ("guion medio", '-', Language::Spanish),
    ("plus", '+', Language::Spanish),
];

/// Words that lead up to an address and are no part of it.
const BEFORE: &[&str] = &[
    "address",
    "correo",
    "direccion",
    "electronico",
    "email",
    "es",
    "is",
    "lowercase",
    "mail",
    "minuscula",
    "minusculas",
    "to",
    "uppercase",
    "use",
];

/// Sounds of thinking, which are no part of an address wherever they stand.
const SOUNDS: &[&str] = &["eh", "er", "erm", "hm", "hmm", "mm", "mmm", "uh", "uhm", "um"];

/// Whether words that no sign joins are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joining {
    /// They are not: the utterance says other things, too.
    Apart,
    /// They are: the utterance is an address.
    Together,
}

/// Longest address.
///
/// Source: RFC 5321, 4.5.3.1, as corrected by erratum 1690: 254 characters.
const MAX_ADDRESS: usize = 254;

/// A piece of an address.
#[derive(Clone, PartialEq, Eq)]
enum Bit {
    Sign(char),
    /// One letter or digit, spelt.
    Spelt(String),
    Word(String),
}

#[derive(Clone)]
struct Place {
    bit: Bit,
    start: usize,
    end: usize,
}

/// The addresses in an utterance, with their pieces.
pub(super) fn addresses(phrase: &Phrase<'_>, joining: Joining) -> Vec<(String, usize, usize)> {
    let places = places(phrase);
    let signs = places.iter().enumerate().filter(|(_, it)| it.bit == Bit::Sign('@'));
    signs.filter_map(|(at, _)| address(&places, at, phrase.language(), joining)).collect()
}

fn places(phrase: &Phrase<'_>) -> Vec<Place> {
    let mut places = Vec::with_capacity(phrase.pieces.len());
    let mut at = 0;
    while at < phrase.pieces.len() {
        let sign = match phrase.gap(at).trim() {
            "@" => Some('@'),
            "." if !phrase.gap(at).contains(' ') => Some('.'),
            "_" => Some('_'),
            "-" if phrase.gap(at) == "-" => Some('-'),
            _ => None,
        };
        if let Some(sign) = sign.filter(|_| at > 0) {
            places.push(Place { bit: Bit::Sign(sign), start: at, end: at });
        }
        let next = at.saturating_add(1);
        let is_apart = sign.is_none() && !matches!(phrase.gap(next), "" | "." | "@" | "_" | "-");
        if is_apart && SOUNDS.contains(&phrase.word(at)) {
            at = next;
            continue;
        }
        let (bit, end) = bit(phrase, at);
        places.push(Place { bit, start: at, end });
        at = end;
    }
    places
}

fn bit(phrase: &Phrase<'_>, at: usize) -> (Bit, usize) {
    let spoken = SIGNS
        .iter()
        .filter(|(_, _, language)| *language == phrase.language())
        .filter_map(|(words, sign, _)| Some((*sign, phrase.has(at, words)?)))
        .max_by_key(|(_, end)| *end);
    if let Some((sign, end)) = spoken {
        return (Bit::Sign(sign), end);
    }
    if let Some((letters, end)) = super::code::doubled(phrase, at) {
        return (Bit::Spelt(letters.to_lowercase()), end);
    }
    if let Some((digits, end)) = phrase.digits(at, Dots::Point) {
        return (Bit::Spelt(digits), end);
    }
    let word = phrase.word(at).to_owned();
    let next = at.saturating_add(1);
    if word.chars().count() == 1 { (Bit::Spelt(word), next) } else { (Bit::Word(word), next) }
}

fn address(
    places: &[Place],
    at: usize,
    language: Language,
    joining: Joining,
) -> Option<(String, usize, usize)> {
    let (before, rest) = places.split_at_checked(at)?;
    let (local, start) = local(before, language, joining)?;
    let (domain, end) = domain(rest.get(1..)?)?;
    let address = format!("{local}@{domain}");
    (address.len() <= MAX_ADDRESS).then_some((address, start, end))
}

/// What was read last on the way back from the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    Nothing,
    Sign,
    Letter,
    Digits,
    Word,
}

/// The part before the sign, read backwards from it.
fn local(before: &[Place], language: Language, joining: Joining) -> Option<(String, usize)> {
    let mut bits: Vec<&str> = Vec::new();
    let mut start = None;
    let mut last = Read::Nothing;
    let together = joining == Joining::Together;
    for place in before.iter().rev() {
        let (text, read) = match &place.bit {
            Bit::Sign('@') => break,
            Bit::Sign(_) if last == Read::Nothing => return None,
            Bit::Sign(sign) => (sign_text(*sign), Read::Sign),
            Bit::Spelt(text) if text.bytes().all(|it| it.is_ascii_digit()) => {
                (text.as_str(), Read::Digits)
            }
            Bit::Spelt(text) => (text.as_str(), Read::Letter),
            Bit::Word(word) => (word.as_str(), Read::Word),
        };
        let leads = BEFORE.contains(&text) || !weight(text, language).is_content();
        let is_own = match (read, last) {
            (_, Read::Nothing | Read::Sign)
            | (Read::Sign, _)
            | (Read::Letter | Read::Digits, Read::Letter | Read::Digits) => true,
            (Read::Word, Read::Digits) => !leads,
            (Read::Word, _) => together && !leads,
            (_, Read::Word) => together,
            (Read::Nothing, _) => false,
        };
        if !is_own {
            break;
        }
        bits.push(text);
        if read != Read::Sign {
            start = Some(place.start);
        }
        last = read;
    }
    // A sign at the very beginning belongs to the words before it.
    while last == Read::Sign && bits.pop_if(|it| matches!(*it, "." | "_" | "-" | "+")).is_some() {}
    let local: String = bits.iter().rev().copied().collect();
    let legal = |it: char| it.is_alphanumeric() || "._-+".contains(it);
    (!local.is_empty() && local.chars().all(legal)).then_some((local, start?))
}

fn sign_text(sign: char) -> &'static str {
    match sign {
        '.' => ".",
        '_' => "_",
        '-' => "-",
        _ => "+",
    }
}

/// Most words of a domain that no dot separates: "hot mail".
const MAX_JOINED: usize = 3;

/// The part behind the sign: words with at least one dot, and letters behind the last one.
fn domain(rest: &[Place]) -> Option<(String, usize)> {
    let mut label = String::new();
    let mut words = 0_usize;
    let mut domain = String::new();
    let mut found = None;
    for place in rest {
        match &place.bit {
            Bit::Sign('.') if !label.is_empty() => {
                domain.push_str(&label);
                domain.push('.');
                label.clear();
                words = 0;
            }
            Bit::Sign('-') if !label.is_empty() => label.push('-'),
            Bit::Sign(_) => break,
            Bit::Spelt(text) | Bit::Word(text) => {
                let is_spelt = matches!(place.bit, Bit::Spelt(_));
                let most = if domain.is_empty() { MAX_JOINED } else { 1 };
                if words >= most && !(is_spelt && label.chars().count() < 3) {
                    break;
                }
                label.push_str(text);
                words = words.saturating_add(1);
                // "Dot com" and "dot u k" end an address, if nothing more follows.
                let is_top = label.chars().count() >= 2 && label.chars().all(char::is_alphabetic);
                if !domain.is_empty() && is_top {
                    found = Some((format!("{domain}{label}"), place.end));
                }
            }
        }
    }
    found
}
