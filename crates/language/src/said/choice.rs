//! Which of several things that were offered is meant.

use std::ops::Range;

use super::Found;
use crate::lexicon::{has, look_up};
use crate::values::Words;
use crate::words::{Weight, weight};
use crate::{Language, numbers};

/// One of several things that were offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// By its place in the list; the first is 1.
    Nth(u64),
    /// The last of the list.
    Last,
    /// Something before what was offered.
    Earlier,
    /// Something after what was offered.
    Later,
    /// Whichever.
    Any,
    /// None of them.
    Neither,
}

/// Words for a choice, in plain form; where one holds another, the longer counts.
#[rustfmt::skip]
const WORDS: &[(&str, Choice, Language)] = &[
    ("last", Choice::Last, Language::English),
    ("the last", Choice::Last, Language::English),
    ("latter", Choice::Last, Language::English),
    ("former", Choice::Nth(1), Language::English),
    ("earlier", Choice::Earlier, Language::English),
    ("something before", Choice::Earlier, Language::English),
    ("sooner", Choice::Earlier, Language::English),
    ("later", Choice::Later, Language::English),
    ("something after", Choice::Later, Language::English),
    ("further out", Choice::Later, Language::English),
    ("any of them", Choice::Any, Language::English),
    ("any of those", Choice::Any, Language::English),
    ("any one", Choice::Any, Language::English),
    ("anyone", Choice::Any, Language::English),
    ("any", Choice::Any, Language::English),
    ("either", Choice::Any, Language::English),
    ("either one", Choice::Any, Language::English),
    ("whatever", Choice::Any, Language::English),
    ("whichever", Choice::Any, Language::English),
    ("do not care", Choice::Any, Language::English),
    ("does not matter", Choice::Any, Language::English),
    ("neither", Choice::Neither, Language::English),
    ("none", Choice::Neither, Language::English),
    ("none of them", Choice::Neither, Language::English),
    ("none of those", Choice::Neither, Language::English),
    ("not any of", Choice::Neither, Language::English),
    ("not either", Choice::Neither, Language::English),
    ("nothing fits", Choice::Neither, Language::English),
    ("nothing works", Choice::Neither, Language::English),
    ("ultima", Choice::Last, Language::Spanish),
    ("ultimo", Choice::Last, Language::Spanish),
    ("antes", Choice::Earlier, Language::Spanish),
    ("mas temprano", Choice::Earlier, Language::Spanish),
    ("mas pronto", Choice::Earlier, Language::Spanish),
    ("despues", Choice::Later, Language::Spanish),
    ("mas adelante", Choice::Later, Language::Spanish),
    ("mas tarde", Choice::Later, Language::Spanish),
    ("la que sea", Choice::Any, Language::Spanish),
    ("el que sea", Choice::Any, Language::Spanish),
    ("cualquier", Choice::Any, Language::Spanish),
    ("cualquiera", Choice::Any, Language::Spanish),
    ("da igual", Choice::Any, Language::Spanish),
    ("me da lo mismo", Choice::Any, Language::Spanish),
    ("ningun", Choice::Neither, Language::Spanish),
    ("ninguna", Choice::Neither, Language::Spanish),
    ("ninguno", Choice::Neither, Language::Spanish),
    ("ni una ni otra", Choice::Neither, Language::Spanish),
    ("ni uno ni otro", Choice::Neither, Language::Spanish),
];

/// Words before a number that make it a choice.
const BEFORE: &[&str] = &["choice", "number", "numero", "opcion", "option"];

/// Words behind "second" and the like that make it something else: "one second please".
const NOT_BEHIND: &[&str] = &["a", "another", "just", "more", "one", "otro", "un"];

/// The choices in an utterance; those that may be something else are not clear.
pub(super) fn choices(words: &Words<'_>) -> Vec<Found<Choice>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.tokens().len() {
        match choice(words, at) {
            Some(it) => {
                at = it.words.end.max(at.saturating_add(1));
                found.push(it);
            }
            None => at = at.saturating_add(1),
        }
    }
    found
}

fn choice(words: &Words<'_>, at: usize) -> Option<Found<Choice>> {
    let language = words.language();
    let word = |at: usize| words.tokens().get(at).map_or("", |it| it.text.as_str());
    let is_here = |phrase: &str| phrase.split(' ').zip(at..).all(|(it, at)| it == word(at));
    let longest = WORDS
        .iter()
        .filter(|(phrase, _, of)| *of == language && is_here(phrase))
        .max_by_key(|(phrase, ..)| phrase.len());
    let before = at.checked_sub(1).map_or("", word);
    if let Some((phrase, choice, _)) = longest {
        let end = at.saturating_add(phrase.split(' ').count());
        return Some(new(*choice, at..end, true));
    }
    let next = at.saturating_add(1);
    if let Some(place) = look_up(language.lexicon().ordinals, word(at)) {
        let is_other = NOT_BEHIND.contains(&before) || follows_month(words, next);
        return (!is_other).then(|| new(Choice::Nth(place), at..next, true));
    }
    // "Neither of the two" is not the second.
    let earlier = at.checked_sub(2).map_or("", word);
    if matches!(before, "the" | "los" | "las") && matches!(earlier, "of" | "de") {
        return None;
    }
    let number = numbers::value(word(at), language)?;
    let is_named = BEFORE.contains(&before);
    let is_alone = words.tokens().iter().enumerate().all(|(other, it)| {
        other == at
            || weight(&it.text, language) <= Weight::Function
            || has(language.lexicon().beside, &it.text)
            || BEFORE.contains(&it.text.as_str())
    });
    let is_number = is_named || (is_alone && numbers::is_number(word(at), language));
    // Clear behind "number" only: "the two" may be a time.
    is_number.then(|| new(Choice::Nth(number), at..next, is_named))
}

/// Whether "of" and a month come next: "the second of March" is a day.
fn follows_month(words: &Words<'_>, at: usize) -> bool {
    words.dates().iter().any(|it| it.clear && it.words.contains(&at) && it.words.start < at)
}

fn new(value: Choice, words: Range<usize>, clear: bool) -> Found<Choice> {
    Found { value, words, clear, refused: false }
}
