//! Hears which language a caller wants to speak.

use wording::Language;

use super::refuse::{self, Of};
use crate::said::Said;

/// What a caller says of languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaks {
    /// They want this one.
    This(Language),
    /// They want one that no line speaks.
    Another,
}

/// Names of languages, in English and Spanish as the words of either come.
const LANGUAGES: &[(Speaks, &[&str])] = &[
    (Speaks::This(Language::EsUs), &["castellano", "espanol", "español", "spanish"]),
    (Speaks::This(Language::EnUs), &["english", "ingles", "inglés"]),
    (
        Speaks::Another,
        &[
            "aleman",
            "arabe",
            "arabic",
            "cantonese",
            "chinese",
            "chino",
            "creole",
            "creole",
            "frances",
            "french",
            "german",
            "hindi",
            "italian",
            "italiano",
            "japanese",
            "japones",
            "korean",
            "mandarin",
            "polish",
            "portugues",
            "portuguese",
            "russian",
            "ruso",
            "tagalog",
            "vietnamese",
        ],
    ),
];

/// Words that make the name of a language a request for it.
const IN_LANGUAGE: &[&str] = &[
    "do you speak",
    "en",
    "habla",
    "hablan",
    "hablar",
    "hablar en",
    "hablas",
    "in",
    "speak",
    "speak in",
    "switch to",
    "talk in",
];

/// The language of a name that recognition found, or of a locale.
pub(crate) fn named(name: &str) -> Option<Language> {
    let plain = Said::new(name, Language::EnUs);
    let known = LANGUAGES.iter().find(|(_, names)| !plain.places_of(names).is_empty());
    match known {
        Some((Speaks::This(language), _)) => Some(*language),
        Some((Speaks::Another, _)) => None,
        None => name.parse().ok(),
    }
}

/// The language that a caller asks for: it is named alone or with a word such as "in" or "speak".
pub(super) fn wanted(said: &Said<'_>) -> Option<Speaks> {
    let asks = |name: &&&str| {
        said.places_of(&[**name]).iter().any(|place| {
            let asked = said.places_of(IN_LANGUAGE).iter().any(|it| it.end == place.start);
            let alone = said.tokens().len() <= 3;
            (asked || alone) && !refuse::refuses(said, place.start, Of::Person)
        })
    };
    LANGUAGES.iter().find(|(_, names)| names.iter().any(|it| asks(&it))).map(|(it, _)| *it)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Language = Language::EnUs;
    const ES: Language = Language::EsUs;

    #[test]
    fn languages_are_asked_for() {
        let spanish = Some(Speaks::This(ES));
        for (language, text, speaks) in [
            (EN, "español, por favor", spanish),
            (EN, "do you speak Spanish?", spanish),
            (EN, "can we talk in spanish", spanish),
            (EN, "Spanish", spanish),
            (EN, "my order of the Spanish olives has not come", None),
            (ES, "¿habla inglés?", Some(Speaks::This(EN))),
            (ES, "english please", Some(Speaks::This(EN))),
            (EN, "in French please", Some(Speaks::Another)),
            (EN, "I don't speak Spanish", None),
            (EN, "", None),
        ] {
            assert_eq!(wanted(&Said::new(text, language)), speaks, "{text:?}");
        }
    }
}
