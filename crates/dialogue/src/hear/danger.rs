//! Hears that somebody is in danger.

use line::Line;

use super::refuse::{self, Of};
use crate::said::{Phrases, Said};

/// Words of danger.
const DANGER: Phrases = Phrases {
    en: &[
        "911",
        "ambulance",
        "bleeding",
        "can not breathe",
        "carbon monoxide",
        "chest pain",
        "chest pains",
        "emergency",
        "fire department",
        "gas leak",
        "having a stroke",
        "heart attack",
        "is dying",
        "is on fire",
        "kill myself",
        "leaking gas",
        "not breathing",
        "overdose",
        "overdosed",
        "smell gas",
        "suicidal",
        "suicide",
        "unconscious",
        "want to die",
    ],
    es: &[
        "911",
        "ambulancia",
        "bomberos",
        "dolor de pecho",
        "dolor en el pecho",
        "emergencia",
        "escape de gas",
        "esta sangrando",
        "fuga de gas",
        "huele a gas",
        "incendio",
        "inconsciente",
        "infarto",
        "matarme",
        "me estoy muriendo",
        "monoxido de carbono",
        "no puede respirar",
        "no puedo respirar",
        "no respira",
        "olor a gas",
        "quiero morir",
        "se esta muriendo",
        "se esta quemando",
        "sobredosis",
        "suicidarme",
        "suicidio",
    ],
};
/// Words behind "emergency" and its like that make it the name of a thing.
const THING: Phrases = Phrases {
    en: &[
        "bill", "contact", "contacts", "fund", "kit", "number", "phone", "plan", "room", "service",
    ],
    es: &["telefono"],
};
/// Words that put what is told into the past.
const PAST: Phrases = Phrases {
    en: &["ago", "back then", "last month", "last week", "last year", "used to", "yesterday"],
    es: &[
        "anteayer",
        "ayer",
        "el año pasado",
        "el mes pasado",
        "en el pasado",
        "hace",
        "la semana pasada",
    ],
};

/// Whether somebody is in danger now: words of danger that are neither denied, nor a thing of that
/// name, nor told of the past.
pub(super) fn is_danger(said: &Said<'_>, line: &Line) -> bool {
    let more: Vec<&str> = line
        .emergency
        .words
        .get(&said.language())
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    // A caller in fear may fall back to the language of their childhood.
    let known: [&[&str]; 3] = [DANGER.en, DANGER.es, &more];
    let things = said.places(&THING);
    let is_past = said.has(&PAST);
    !is_past
        && known.iter().flat_map(|it| it.iter()).any(|phrase| {
            let places = said.places_of(&[phrase]);
            // Denied once is denied: "is it an emergency? No, it's not an emergency."
            let denied = places.iter().any(|place| {
                refuse::refuses(said, place.start, Of::Person) || is_denied(said, place.start)
            });
            let is_thing =
                |place: &std::ops::Range<usize>| things.iter().any(|it| it.start == place.end);
            !denied && places.iter().any(|place| !is_thing(place))
        })
}

/// "It is not an emergency", "no es una emergencia", "there is no emergency".
fn is_denied(said: &Said<'_>, start: usize) -> bool {
    const LINKS: &[&str] =
        &["a", "an", "any", "es", "ha", "hay", "life", "real", "really", "una", "un"];
    let mut before = said.tokens().iter().take(start).rev().map(|it| it.text.as_str());
    before.find(|it| !LINKS.contains(it)).is_some_and(|it| matches!(it, "no" | "not" | "isn't"))
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;
    use crate::said::check_plain;

    const EN: Language = Language::EnUs;
    const ES: Language = Language::EsUs;

    #[test]
    fn danger_is_what_happens_now() {
        for phrases in [DANGER, THING, PAST] {
            check_plain(&phrases);
        }
        let mut line = crate::testing::line();
        line.emergency.words.insert(EN, vec!["sparks".to_owned()]);
        for (language, text, danger) in [
            (EN, "I need an ambulance", true),
            (EN, "there's a gas leak in my kitchen", true),
            (EN, "my father can't breathe", true),
            (EN, "I think my husband had a heart attack", true),
            (EN, "it's not an emergency", false),
            (EN, "there is no emergency", false),
            (EN, "is it an emergency? no, it's not an emergency", false),
            (EN, "it's not an emergency but I smell gas", true),
            (EN, "I had an ambulance ride last year", false),
            (EN, "my heart attack was two years ago", false),
            (EN, "update my emergency contact", false),
            (EN, "the router throws sparks", true),
            (EN, "track my order", false),
            (ES, "huele a gas en mi casa", true),
            (ES, "necesito una ambulancia", true),
            (ES, "no es una emergencia", false),
            (ES, "tuve un infarto el año pasado", false),
            (EN, "ambulancia por favor", true),
        ] {
            assert_eq!(is_danger(&Said::new(text, language), &line), danger, "{text:?}");
        }
    }
}
