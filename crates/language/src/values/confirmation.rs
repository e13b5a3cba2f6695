//! Yes, no, maybe and don't know.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.Confirmation", with its examples. Keys are no
//! answer: Lex has no digit for yes or no.

use crate::lexicon::has;
use crate::text::Token;
use crate::yes_no::{self, Answer};
use crate::{Language, words};

/// Answers that are neither yes nor no, in plain words, and the value they are.
const UNSURE: &[(&str, &str, Language)] = &[
    ("maybe", MAYBE, Language::English),
    ("perhaps", MAYBE, Language::English),
    ("possibly", MAYBE, Language::English),
    ("sometimes", MAYBE, Language::English),
    ("probably", MAYBE, Language::English),
    ("it is possible", MAYBE, Language::English),
    ("i might", MAYBE, Language::English),
    ("might be", MAYBE, Language::English),
    ("could be", MAYBE, Language::English),
    ("that could be", MAYBE, Language::English),
    ("that could be right", MAYBE, Language::English),
    ("i guess", MAYBE, Language::English),
    ("dunno", UNKNOWN, Language::English),
    ("unknown", UNKNOWN, Language::English),
    ("no idea", UNKNOWN, Language::English),
    ("not sure", UNKNOWN, Language::English),
    ("not sure about it", UNKNOWN, Language::English),
    ("i am not sure", UNKNOWN, Language::English),
    ("do not know", UNKNOWN, Language::English),
    ("i do not know", UNKNOWN, Language::English),
    ("i have no idea", UNKNOWN, Language::English),
    ("who knows", UNKNOWN, Language::English),
    ("no clue", UNKNOWN, Language::English),
    ("tal vez", MAYBE, Language::Spanish),
    ("quizas", MAYBE, Language::Spanish),
    ("quiza", MAYBE, Language::Spanish),
    ("a lo mejor", MAYBE, Language::Spanish),
    ("puede ser", MAYBE, Language::Spanish),
    ("puede", MAYBE, Language::Spanish),
    ("podria ser", MAYBE, Language::Spanish),
    ("posiblemente", MAYBE, Language::Spanish),
    ("probablemente", MAYBE, Language::Spanish),
    ("es posible", MAYBE, Language::Spanish),
    ("a veces", MAYBE, Language::Spanish),
    ("no se", UNKNOWN, Language::Spanish),
    ("no lo se", UNKNOWN, Language::Spanish),
    ("ni idea", UNKNOWN, Language::Spanish),
    ("no tengo ni idea", UNKNOWN, Language::Spanish),
    ("no tengo idea", UNKNOWN, Language::Spanish),
    ("no estoy seguro", UNKNOWN, Language::Spanish),
    ("no estoy segura", UNKNOWN, Language::Spanish),
    ("quien sabe", UNKNOWN, Language::Spanish),
    ("desconocido", UNKNOWN, Language::Spanish),
];

/// Other words for yes and no than those that answer a question of the bot itself.
const SURE: &[(&str, Answer, Language)] = &[
    ("i have it", Answer::Yes, Language::English),
    ("i can agree", Answer::Yes, Language::English),
    ("i agree", Answer::Yes, Language::English),
    ("true", Answer::Yes, Language::English),
    ("naw", Answer::No, Language::English),
    ("forget it", Answer::No, Language::English),
    ("i will decline", Answer::No, Language::English),
    ("i decline", Answer::No, Language::English),
    ("no way", Answer::No, Language::English),
    ("lo tengo", Answer::Yes, Language::Spanish),
    ("estoy de acuerdo", Answer::Yes, Language::Spanish),
    ("olvidalo", Answer::No, Language::Spanish),
    ("me niego", Answer::No, Language::Spanish),
];

const MAYBE: &str = "Maybe";
const UNKNOWN: &str = "Don't know";

/// What an utterance that is nothing but an answer comes to.
pub fn confirmation(tokens: &[Token], language: Language) -> Option<&'static str> {
    let fillers = language.lexicon().fillers;
    let is_filler = |it: &&Token| {
        has(fillers, &it.text) && words::weight(&it.text, language) == words::Weight::Filler
    };
    let said: Vec<&str> =
        tokens.iter().filter(|it| !is_filler(it)).map(|it| it.text.as_str()).collect();
    let said = said.join(" ");
    let unsure = UNSURE.iter().find(|(words, _, of)| *of == language && *words == said);
    if let Some((_, value, _)) = unsure {
        return Some(value);
    }
    let sure = SURE.iter().find(|(words, _, of)| *of == language && *words == said);
    let answer = sure.map(|(_, answer, _)| *answer).or_else(|| yes_no::answer(tokens, language));
    answer.map(|it| match it {
        Answer::Yes => "Yes",
        Answer::No => "No",
    })
}
