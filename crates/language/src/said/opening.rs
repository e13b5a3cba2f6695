//! The yes or no that a sentence begins with.

use crate::Language;
use crate::lexicon::has;
use crate::values::Words;
use crate::words::{Weight, weight};
use crate::yes_no::Answer;

/// Words that begin a sentence as often as they answer one: "right now", "not today", "no one".
const HARDLY: &[&str] = &[
    "asi",
    "certainly",
    "ciertamente",
    "claro",
    "never",
    "not",
    "nunca",
    "perfect",
    "perfecto",
    "right",
    "tampoco",
    "wrong",
];

/// The yes or no that a sentence begins with.
pub(super) fn opening(words: &Words<'_>) -> Option<Answer> {
    let language = words.language();
    let lexicon = language.lexicon();
    let tokens = words.tokens();
    let at = tokens.iter().position(|it| weight(&it.text, language) != Weight::Filler)?;
    let first = tokens.get(at)?;
    let written = words.text().get(first.span.clone())?;
    let behind = words.text().get(first.span.end..)?.trim_start();
    let is_apart = behind.is_empty() || behind.starts_with([',', '.', ';', '!', ':', '-']);
    if HARDLY.contains(&first.text.as_str()) && !is_apart {
        return None;
    }
    // "Si" is "if" unless it has its accent or stands apart.
    let next = tokens.get(at.saturating_add(1)).map_or("", |it| it.text.as_str());
    let is_if = language == Language::Spanish
        && written.eq_ignore_ascii_case("si")
        && !is_apart
        && !has(lexicon.yes, next)
        && !has(lexicon.beside, next);
    if is_if || (first.text == "no" && matches!(next, "one" | "hay" | "se")) {
        return None;
    }
    if has(lexicon.no, &first.text) {
        Some(Answer::No)
    } else if has(lexicon.yes, &first.text) {
        Some(Answer::Yes)
    } else {
        None
    }
}
