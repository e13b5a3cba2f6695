//! What callers say about a person, read by phrases that are kept as data.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::DateTime;
use language::text::Token;
use language::words::{Weight, weight};
use serde::Deserialize;
use wording::Language;

use crate::business::Topic;
use crate::read;
use crate::said::{Said, spoken};
use crate::scenario::phrases::Phrases;
use crate::slot::{Slot, Slots};
use crate::task::Answer;

/// The phrases that are part of the binary.
const EMBEDDED: &str = include_str!("../../../../data/profile/words.toml");

/// Longest text in the caller's own words that is kept, in characters.
const MAX_KEPT: usize = 100;

/// Words of a Spanish name after which "de" says where somebody is from.
const LEAST_BEFORE_FROM: usize = 2;

/// Letters that two words must begin with alike to be about the same: "payments" and "paying".
const MIN_STEM: usize = 4;

/// Letters from which on two words that begin with them hardly mean different things.
const LONG_STEM: usize = 6;

/// Phrases by what they mean.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Vocabulary {
    follow_up: BTreeMap<FollowUp, Phrases>,
    points_back: Phrases,
    asks: Phrases,
    latest: Phrases,
    earliest: Phrases,
    filler: Phrases,
    topics: BTreeMap<Topic, Phrases>,
    send: Phrases,
    skip: Phrases,
    /// The same when it is all that is said.
    skip_alone: Phrases,
    introduces: Phrases,
    names: Phrases,
    after_name: Phrases,
    no_name: Phrases,
    ways: BTreeMap<Way, Phrases>,
}

/// A question about the answer before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FollowUp {
    /// Where that was.
    Where,
    /// When that was.
    When,
    /// With whom that was.
    Who,
    /// How long that took.
    HowLong,
    /// More about it.
    More,
    /// Something else of the same kind.
    Other,
    /// What came before it.
    Before,
    /// What came after it.
    After,
}

impl FollowUp {
    /// The detail of an article that answers it; `None` when it asks for more than a detail.
    pub(super) fn detail(self) -> Option<&'static str> {
        match self {
            Self::Where => Some("where"),
            Self::When => Some("when"),
            Self::Who => Some("who"),
            Self::HowLong => Some("how-long"),
            Self::More | Self::Other | Self::Before | Self::After => None,
        }
    }
}

/// How caller and person get in touch.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Way {
    /// The person calls back.
    Callback,
    /// The caller leaves a message.
    Message,
    /// The caller writes to an address that is sent by SMS.
    Email,
    /// The caller finds the person at a page whose address is sent by SMS.
    Linkedin,
}

impl Way {
    /// All of them, in the order in which they are offered.
    const ALL: [Self; 4] = [Self::Callback, Self::Message, Self::Email, Self::Linkedin];

    /// The word that the bot's slot type and the wording use.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Callback => "callback",
            Self::Message => "message",
            Self::Email => "email",
            Self::Linkedin => "linkedin",
        }
    }
}

/// The phrases, read when they are first needed.
fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    // The tests read it, so it can be read.
    VOCABULARY.get_or_init(|| toml::from_str(EMBEDDED).unwrap_or_default())
}

/// The question about the answer before that a sentence is, by its longest phrase; `None` when a word
/// of it names anything else. "What else has she built" may name its topic.
pub(super) fn follow_up(said: &Said<'_>) -> Option<FollowUp> {
    let vocabulary = vocabulary();
    let found = vocabulary
        .follow_up
        .iter()
        .flat_map(|(it, phrases)| phrases.places(said).into_iter().map(|place| (*it, place)));
    let found: Vec<(FollowUp, Range<usize>)> = found.collect();
    let (follow_up, _) = found.iter().rev().max_by_key(|(_, place)| place.len())?;
    let says_nothing = |word: &String| {
        let in_any = |it: &Phrases| it.of(said.language()).contains(word);
        let names_topic = *follow_up == FollowUp::Other && vocabulary.topics.values().any(in_any);
        in_any(&vocabulary.filler) || names_topic
    };
    let is_one = said.tokens().iter().enumerate().all(|(at, token)| {
        says_nothing(&token.text) || found.iter().any(|(_, place)| place.contains(&at))
    });
    is_one.then_some(*follow_up)
}

/// The words of a question that name something in particular, beside its topic and the person.
pub(super) fn particulars<'s>(said: &'s Said<'_>, topic: Topic, person: &str) -> Vec<&'s str> {
    let language = said.language();
    let person = language::text::tokens(person, spoken(language));
    let filler = vocabulary().filler.of(language);
    let of_topic = vocabulary().topics.get(&topic).map_or(&[][..], |it| it.of(language));
    let names = |word: &String| {
        !filler.contains(word)
            && !of_topic.contains(word)
            && !person.iter().any(|it| it.text == *word)
    };
    said.tokens().iter().map(|it| &it.text).filter(|it| names(it)).map(String::as_str).collect()
}

/// How many of some words a text speaks of.
pub(super) fn count_alike(text: &str, words: &[&str], language: Language) -> usize {
    let tokens = language::text::tokens(text, spoken(language));
    words.iter().filter(|word| tokens.iter().any(|it| is_alike(&it.text, word))).count()
}

/// Whether two words are one word in different forms, by how they begin: the shorter one but for two
/// letters, or for three of a long one, and not much more of the longer one.
fn is_alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.chars().count(), other.chars().count());
    let (shorter, longer) = (one.min(other), one.max(other));
    let is_long = same >= LONG_STEM;
    let ending = if is_long { 3 } else { 2 };
    same >= MIN_STEM
        && same.saturating_add(ending) >= shorter
        && (is_long || longer.saturating_sub(shorter) <= 3)
}

/// The detail of an article that a question asks for, such as `where`, by its longest phrase.
pub(super) fn detail(said: &Said<'_>) -> Option<&'static str> {
    let asked = vocabulary().follow_up.iter().filter_map(|(it, phrases)| {
        let length = phrases.longest(said);
        Some((it.detail()?, length)).filter(|_| length > 0)
    });
    asked.rev().max_by_key(|(_, length)| *length).map(|(key, _)| key)
}

/// Whether a sentence is a question, or asks to be told something.
pub(super) fn asks(said: &Said<'_>) -> bool {
    let filler = vocabulary().filler.of(said.language());
    let begins = |it: &Range<usize>| {
        said.tokens().iter().take(it.start).all(|token| filler.contains(&token.text))
    };
    vocabulary().asks.places(said).iter().any(begins)
}

/// The topic that a sentence names by most words; `None` when it names none.
pub(super) fn topic(said: &Said<'_>) -> Option<Topic> {
    let count = |it: &Phrases| it.places(said).len();
    let named = vocabulary().topics.iter().map(|(topic, it)| (*topic, count(it)));
    named.rev().filter(|(_, count)| *count > 0).max_by_key(|(_, count)| *count).map(|(it, _)| it)
}

/// Whether a text names the article: every word of its name that no other of them has.
pub(super) fn names_article(text: &str, article: &str, others: &[&str], of: Language) -> bool {
    let shared = |word: &&str| {
        others.iter().filter(|it| **it != article).any(|it| it.split('-').any(|it| it == *word))
    };
    let own: Vec<&str> = article.split('-').filter(|it| !shared(it)).collect();
    !own.is_empty() && count_alike(text, &own, of) == own.len()
}

/// Whether a sentence speaks of what was said before: "that", "there".
pub(super) fn points_back(said: &Said<'_>) -> bool {
    vocabulary().points_back.are_in(said)
}

/// Whether the caller asks for what came last.
pub(super) fn asks_latest(said: &Said<'_>) -> bool {
    vocabulary().latest.are_in(said)
}

/// Whether the caller asks for what came first.
pub(super) fn asks_earliest(said: &Said<'_>) -> bool {
    vocabulary().earliest.are_in(said)
}

/// How the caller wants to get in touch.
pub(super) fn way(answer: &Answer<'_>) -> Option<Way> {
    let slot = answer.slots.get(&Slot::ContactWay);
    let recognised = slot.and_then(|value| Way::ALL.into_iter().find(|it| it.as_str() == value));
    recognised
        .or_else(|| way_in(&Said::new(answer.said, answer.language)))
        .or_else(|| Way::ALL.get(read::ordinal(answer, Slot::ContactWay, 4)?).copied())
}

/// The way that a sentence names and does not refuse, by its longest phrase.
pub(super) fn way_in(said: &Said<'_>) -> Option<Way> {
    let lengths = vocabulary().ways.iter().map(|(way, it)| (*way, it.longest_meant(said)));
    let longest = lengths.filter(|(_, it)| *it > 0).rev().max_by_key(|(_, length)| *length);
    longest.map(|(way, _)| way)
}

/// Whether the caller wants something sent.
pub(super) fn wants_text(said: &Said<'_>) -> bool {
    vocabulary().send.are_in(said)
}

/// Whether the caller would rather not say.
pub(super) fn skips(said: &Said<'_>) -> bool {
    let Vocabulary { skip, skip_alone, .. } = vocabulary();
    skip.are_in(said) || skip_alone.are_all_of(said)
}

/// What the caller says of themselves or of their matter, without "this is" and the like, and not too
/// long; `None` when nothing is left.
pub(super) fn own_words(answer: &Answer<'_>) -> Option<String> {
    let text = read::free(answer, Slot::Words)?;
    let said = Said::new(&text, answer.language);
    let begins = |it: &&Range<usize>| it.start == 0;
    let introduces = vocabulary().introduces.places(&said);
    let skip = introduces.iter().filter(begins).map(|it| it.end).max().unwrap_or(0);
    let own = said.tokens().get(skip..)?;
    let start = own.first()?.span.start;
    // "Um" and "okay" are nobody's name and no matter.
    let language = spoken(answer.language);
    let is_filler = |it: &Token| weight(&it.text, language) == Weight::Filler;
    if own.iter().all(is_filler) || language::yes_no::answer(own, language).is_some() {
        return None;
    }
    let kept: String = text.get(start..)?.chars().take(MAX_KEPT).collect();
    let kept = kept.trim().trim_end_matches('.');
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// Where whole words stand in others, whatever their case, in bytes.
pub(super) fn place_of(own: &str, words: &str) -> Option<Range<usize>> {
    let is_letter = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    own.char_indices().map(|(start, _)| start).find_map(|start| {
        let (before, rest) = own.split_at_checked(start)?;
        let length: usize = rest.chars().take(words.chars().count()).map(char::len_utf8).sum();
        let (found, after) = rest.split_at_checked(length)?;
        let is_whole = !is_letter(before.chars().next_back()) && !is_letter(after.chars().next());
        let is_same = !words.is_empty() && found.to_lowercase() == words.to_lowercase();
        (is_whole && is_same).then_some(start..start.saturating_add(length))
    })
}

/// The name that a caller gives in so many words, "no, my name is Ana Diez"; `None` where there is none.
pub(super) fn introduced(answer: &Answer<'_>, now: DateTime) -> Option<String> {
    let said = Said::new(answer.said, answer.language);
    let names = vocabulary().names.places(&said);
    let after = names.iter().filter(|it| !said.refuses(it)).map(|it| it.end).max()?;
    let start = said.tokens().get(after)?.span.start;
    name_in(said.text().get(start..)?, answer.language, now)
}

/// The name with which a caller begins who also says where they are from or what it is about: "Ana Diaz
/// from Acme, about the CTO role". `None` where they begin with something else.
pub(super) fn name_in(own: &str, language: Language, now: DateTime) -> Option<String> {
    let Vocabulary { after_name, no_name, .. } = vocabulary();
    let said = Said::new(own, language);
    let starts = |phrases: &Phrases| phrases.places(&said).into_iter().map(|it| it.start).min();
    if starts(no_name) == Some(0) {
        return None;
    }
    let is_from = |at: &usize| {
        let word = said.tokens().get(*at);
        language == Language::EsUs && word.is_some_and(|it| matches!(&*it.text, "de" | "del"))
    };
    // "María de los Ángeles", but "Luis Ortega de Ferrovía".
    let from = (LEAST_BEFORE_FROM..said.tokens().len()).find(is_from);
    let parted = (0..said.tokens().len()).find(|at| said.is_parted_after(*at));
    let parted = parted.map(|it| it.saturating_add(1));
    let ends = [starts(after_name), from, parted, Some(said.tokens().len())];
    let last = ends.into_iter().flatten().min()?.checked_sub(1)?;
    let named = own.get(..said.tokens().get(last)?.span.end)?;
    let slots = Slots::new();
    let answer = Answer { slots: &slots, yes_no: None, keys: None, said: named, language };
    read::name(&answer, Slot::Words, now)
}

#[cfg(test)]
mod tests;
