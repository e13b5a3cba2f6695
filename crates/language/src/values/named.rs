//! Names of people and places: what was said, without the words around it.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.FirstName", "AMAZON.LastName", "AMAZON.City",
//! "AMAZON.State", "AMAZON.Country" and "AMAZON.StreetName": the name is sent as the caller said it.
//! Lex knows common names and resolves them to others that sound alike; no list of names is kept
//! here, so a name resolves to itself, and whatever is left of an answer is taken for one unless it
//! cannot be. Its letters are as they were transcribed ("nueva york" stays small). A name that is
//! spelt out becomes one word of small letters, as the guide has "x i u l a n".

use std::ops::Range;

use super::code::{Kind, Names, codes};
use super::phrase::Phrase;
use crate::text::Token;
use crate::words::{Weight, weight};
use crate::{Language, numbers};

/// Whose name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A person's, given or inherited.
    Person,
    /// A city's.
    City,
    /// A state's or another region's.
    State,
    /// A country's.
    Country,
    /// A street's, without the number of the house.
    Street,
}

impl Named {
    /// Whether it has no more words than such a name may have. Those that only join the others are not
    /// counted in a person's: "María del Carmen García López" has two given names and two surnames.
    fn is_short_enough(self, words: &[Token]) -> bool {
        let counts = |it: &&Token| self != Self::Person || !JOINING.contains(&it.text.as_str());
        words.iter().filter(counts).count() <= MOST_WORDS
    }
}

/// Most words of a name.
const MOST_WORDS: usize = 6;

/// Words that join the parts of a person's name.
const JOINING: &[&str] = &["de", "del", "la", "las", "los", "y"];

/// Words before a name, in plain form; the longest first where one begins with another.
#[rustfmt::skip]
const BEFORE: &[(&str, Language)] = &[
    ("my first name is", Language::English), ("my last name is", Language::English),
    ("my full name is", Language::English), ("my name is", Language::English),
    ("my surname is", Language::English), ("first name is", Language::English),
    ("last name is", Language::English), ("name is", Language::English),
    ("the name is", Language::English), ("the name", Language::English),
    ("i said", Language::English), ("spelled", Language::English), ("spelt", Language::English),
    ("first name", Language::English),
    ("last name", Language::English), ("you can call me", Language::English),
    ("call me", Language::English), ("i am called", Language::English),
    ("i am", Language::English), ("this is", Language::English), ("that is", Language::English),
    ("it is", Language::English), ("that would be", Language::English),
    ("it would be", Language::English),
    ("i live in", Language::English), ("i live at", Language::English),
    ("i live on", Language::English), ("i am in", Language::English), ("i am from", Language::English),
    ("i am calling from", Language::English), ("calling from", Language::English),
    ("i want to go to", Language::English), ("i would like to go to", Language::English),
    ("i want to fly to", Language::English), ("to go to", Language::English),
    ("we live in", Language::English), ("my city is", Language::English),
    ("the city is", Language::English), ("my state is", Language::English),
    ("the state of", Language::English), ("the city of", Language::English),
    ("my country is", Language::English), ("my street is", Language::English),
    ("my address is", Language::English), ("the address is", Language::English),
    ("in", Language::English), ("at", Language::English), ("on", Language::English),
    ("from", Language::English), ("to", Language::English), ("for", Language::English),
    ("is", Language::English),
    ("mi primer nombre es", Language::Spanish), ("mi nombre completo es", Language::Spanish),
    ("mi nombre es", Language::Spanish), ("mi apellido es", Language::Spanish),
    ("el nombre es", Language::Spanish), ("el apellido es", Language::Spanish),
    ("nombre", Language::Spanish), ("apellido", Language::Spanish),
    ("me llamo", Language::Spanish), ("me llaman", Language::Spanish), ("yo soy", Language::Spanish),
    ("soy de", Language::Spanish), ("soy", Language::Spanish), ("esto es", Language::Spanish),
    ("se llama", Language::Spanish), ("es", Language::Spanish), ("seria", Language::Spanish),
    ("vivo en", Language::Spanish), ("yo vivo en", Language::Spanish),
    ("vivimos en", Language::Spanish), ("estoy en", Language::Spanish),
    ("llamo desde", Language::Spanish), ("llamo de", Language::Spanish),
    ("quiero ir a", Language::Spanish), ("quisiera ir a", Language::Spanish),
    ("quiero viajar a", Language::Spanish), ("mi ciudad es", Language::Spanish),
    ("la ciudad es", Language::Spanish), ("la ciudad de", Language::Spanish),
    ("mi estado es", Language::Spanish), ("mi pais es", Language::Spanish),
    ("mi calle es", Language::Spanish), ("mi direccion es", Language::Spanish),
    ("en", Language::Spanish), ("desde", Language::Spanish), ("hacia", Language::Spanish),
    ("a", Language::Spanish), ("para", Language::Spanish),
];

/// Words behind a name.
const BEHIND: &[&str] =
    &["favor", "gracias", "here", "por", "please", "sir", "speaking", "thank", "thanks", "you"];

/// Words that are in no name: who says them asks or hesitates.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "about", "agent", "agente", "because", "can", "could", "cual", "cuando", "do", "does", "entiendo",
    "espere", "estoy", "hang", "help", "hold", "how", "idea", "is", "it", "know", "moment", "momento", "necesito", "need", "not", "por", "porque",
    "puedo", "que", "quien", "quiero", "repeat", "repita", "should", "sure", "that", "think", "wait", "want",
    "what", "when", "where", "which", "who", "why", "would", "you", "your",
];

/// A name in an utterance, in its words.
pub(super) struct FoundName {
    pub(super) words: Range<usize>,
    /// The name when it was spelt.
    pub(super) spelt: Option<String>,
}

/// The name that an answer gives.
pub(super) fn answer(tokens: &[Token], phrase: &Phrase<'_>, named: Named) -> Option<FoundName> {
    let words = bare(tokens, phrase.language());
    let words = if named == Named::Street {
        without_number(tokens, words, phrase.language())
    } else {
        words
    };
    let words = without_spelling(tokens, phrase, words);
    let left = tokens.get(words.clone()).filter(|it| !it.is_empty())?;
    if let Some(spelt) = spelt(phrase, &words) {
        return Some(FoundName { words, spelt: Some(spelt) });
    }
    let language = phrase.language();
    let says_no_name = |it: &Token| {
        NEVER.contains(&it.text.as_str())
            || (named != Named::Street && it.text.bytes().any(|byte| byte.is_ascii_digit()))
    };
    let is_name = named.is_short_enough(left)
        && !left.iter().any(says_no_name)
        && left.iter().any(|it| {
            weight(&it.text, language).is_content() && !numbers::is_number(&it.text, language)
        })
        && super::confirmation::confirmation(left, language).is_none();
    is_name.then_some(FoundName { words, spelt: None })
}

/// Without "my name is" before and "please" behind.
fn bare(tokens: &[Token], language: Language) -> Range<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |it| it.text.as_str());
    let (mut start, mut end) = (0, tokens.len());
    loop {
        let before = start;
        while start < end && is_answer_word(word(start), language) {
            start = start.saturating_add(1);
        }
        let phrase = BEFORE
            .iter()
            .filter(|(_, of)| *of == language)
            .map(|(words, _)| words)
            .filter(|words| {
                words.split(' ').zip(start..).all(|(it, at)| at < end && it == word(at))
            })
            .map(|words| words.split(' ').count())
            .max();
        start = start.saturating_add(phrase.unwrap_or_default());
        if start == before {
            break;
        }
    }
    while start < end
        && end.checked_sub(1).is_some_and(|last| {
            BEHIND.contains(&word(last)) || weight(word(last), language) == Weight::Filler
        })
    {
        end = end.saturating_sub(1);
    }
    start..end.max(start)
}

/// Words that lead into an answer: "um", "yes".
fn is_answer_word(word: &str, language: Language) -> bool {
    weight(word, language) == Weight::Filler
        || matches!(word, "yes" | "yeah" | "no" | "oh" | "si" | "sure")
}

/// Without the letters that spell the name before them: "Bob, that's b o b".
fn without_spelling(tokens: &[Token], phrase: &Phrase<'_>, words: Range<usize>) -> Range<usize> {
    let code = codes(phrase, Names::Words).into_iter().find_map(|it| {
        let place = phrase.tokens(it.start..it.end)?;
        let ends = place.end == words.end && words.start < place.start && it.items > 1;
        (ends && it.best == Kind::Letter).then_some((it.text.to_lowercase(), place.start))
    });
    let Some((letters, end)) = code else { return words };
    // As many words as the letters make up.
    let mut spelt = String::new();
    for at in words.clone() {
        spelt.push_str(tokens.get(at).map_or("", |it| it.text.as_str()));
        if spelt == letters && at < end {
            return words.start..at.saturating_add(1);
        }
    }
    words
}

fn without_number(tokens: &[Token], words: Range<usize>, language: Language) -> Range<usize> {
    let number = |it: &&Token| numbers::part(&it.text, language).is_some();
    let said = tokens.get(words.clone()).unwrap_or_default();
    let before = said.iter().take_while(number).count();
    // "Calle mayor 12": in Spanish the number comes last.
    let behind = if language == Language::Spanish {
        said.iter().rev().take_while(number).count()
    } else {
        0
    };
    let start = words.start.saturating_add(before);
    start..words.end.saturating_sub(behind).max(start)
}

/// The word that letters spell, when there is nothing else.
fn spelt(phrase: &Phrase<'_>, words: &Range<usize>) -> Option<String> {
    let code = codes(phrase, Names::Words)
        .into_iter()
        .find(|it| phrase.tokens(it.start..it.end).as_ref() == Some(words))?;
    (code.items > 1 && code.best == Kind::Letter).then(|| code.text.to_lowercase())
}
