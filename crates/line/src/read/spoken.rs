//! What is spoken, in which language and by whom.

use std::collections::BTreeMap;

use wording::Language;

use super::document::{Faults, Table, Value};
use super::each;
use crate::fault::{choice, nearest};
use crate::voices::voices;
use crate::{Spoken, Voice};

/// A text that is spoken: what it is, and the most characters of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text {
    what: &'static str,
    most: usize,
}

/// A name takes a second or two to say.
pub(super) const NAME: Text = Text { what: "a name", most: 60 };

/// Said within a sentence, as a name is.
pub(super) const WHO: Text = Text { what: "who answers, such as \"our billing team\",", most: 60 };

/// About ten seconds: 25 words of six characters.
pub(super) const GREETING: Text = Text { what: "a greeting", most: 160 };

/// As long as a greeting.
pub(super) const EMERGENCY: Text = Text { what: "what callers are told", most: 160 };

/// A text that is spoken: plain, since what looks like markup would be read aloud or break the speech.
pub(super) fn words(value: &Value<'_>, kind: Text, faults: &mut Faults<'_>) -> Option<String> {
    let Text { what, most } = kind;
    let allowed = format!("{what} of 1 to {most} characters, on one line, without `<` and `>`");
    let text = value.text(faults, &allowed)?;
    let length = text.chars().count();
    let plain = !text.contains(['<', '>']) && !text.chars().any(char::is_control);
    if text.trim().is_empty() || length > most || !plain {
        faults.wrong(value, allowed);
        return None;
    }
    Some(text.trim().to_owned())
}

/// The languages with their voices, and each only once.
pub(super) fn languages(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Vec<Spoken> {
    let allowed =
        "a list of languages with voices, such as [{ language = \"en-US\", voice = \"Joanna\" }]";
    let Some(value) = table.need("languages", faults, allowed) else { return Vec::new() };
    if value.shown() == "an empty list" {
        faults.wrong(&value, "at least one language");
    }
    let mut languages: Vec<Spoken> = Vec::new();
    let read = each(table, "languages", allowed, faults, |table, faults| {
        let language = table.need("language", faults, &codes());
        let code = language.and_then(|it| {
            let code = code(&it, faults)?;
            Some((it, code))
        });
        let voice = table.need("voice", faults, "the name of an Amazon Polly neural voice");
        let (value, language) = code?;
        Some((value, Spoken { language, voice: voice_of(language, &voice?, faults)? }))
    });
    for (value, spoken) in read {
        if languages.iter().any(|it| it.language == spoken.language) {
            faults.wrong(&value, "each language once");
        } else {
            languages.push(spoken);
        }
    }
    languages
}

fn codes() -> String {
    choice(Language::ALL.iter().map(|it| it.code()))
}

fn code(value: &Value<'_>, faults: &mut Faults<'_>) -> Option<Language> {
    let words = Language::ALL.map(|it| (it.code(), it));
    value.one_of(faults, &words)
}

fn voice_of(language: Language, value: &Value<'_>, faults: &mut Faults<'_>) -> Option<Voice> {
    let known = voices(language);
    let allowed = format!("a neural voice of `{language}`: {}", choice(known.iter().copied()));
    let name = value.text(faults, &allowed)?;
    if !known.contains(&name) {
        faults.unknown(value, allowed, known.iter().copied());
        return None;
    }
    Some(Voice(name.to_owned()))
}

/// The entries of a table by language, of languages that the line speaks.
pub(super) fn languages_of<'d>(
    value: &Value<'d>,
    speaks: &[Language],
    faults: &mut Faults<'_>,
) -> Vec<(Language, Value<'d>)> {
    let spoken = || speaks.iter().map(|it| it.code());
    let allowed = format!("a table by language: {}", choice(spoken()));
    let Some(table) = value.table(faults, &allowed) else { return Vec::new() };
    let mut found = Vec::new();
    for (name, (span, entry)) in table.entries() {
        match speaks.iter().find(|it| it.code() == name) {
            Some(language) => found.push((*language, entry)),
            // Without a language that can be read, which one is meant cannot be told.
            None if speaks.is_empty() => {}
            None => {
                let shown = super::quoted(name);
                let allowed = format!("a language of `languages`: {}", choice(spoken()));
                // Another language is meant as it is, whatever it is like.
                let meant =
                    if name.parse::<Language>().is_ok() { None } else { nearest(name, spoken()) };
                faults.add(&entry.key, span, format!("the language {shown}"), allowed, meant);
            }
        }
    }
    found
}

/// Texts by language.
pub(super) fn by_language(
    value: &Value<'_>,
    speaks: &[Language],
    kind: Text,
    faults: &mut Faults<'_>,
) -> BTreeMap<Language, String> {
    languages_of(value, speaks, faults)
        .into_iter()
        .filter_map(|(language, text)| Some((language, words(&text, kind, faults)?)))
        .collect()
}
