//! Hears that somebody is in danger.

use std::ops::Range;

use line::Line;
use wording::Language;

use super::refuse::{self, Of};
use crate::said::{Phrases, Said, plain};

/// Words of danger.
const DANGER: Phrases = Phrases {
    en: &[
        "911",
        "ambulance",
        "bleeding",
        "can not breathe",
        "choking",
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
        "nine one one",
        "not breathing",
        "overdose",
        "overdosed",
        "smell gas",
        "stopped breathing",
        "suicidal",
        "suicide",
        "unconscious",
        "unresponsive",
        "want to die",
    ],
    es: &[
        "911",
        "ambulancia",
        "bomberos",
        "dejo de respirar",
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
        "nueve once",
        "nueve uno uno",
        "olor a gas",
        "quiero morir",
        "se esta ahogando",
        "se esta muriendo",
        "se esta quemando",
        "sobredosis",
        "suicidarme",
        "suicidio",
    ],
};
/// Words of danger that also name things and services.
const NAMES: &[&str] = &[
    "911",
    "ambulance",
    "ambulancia",
    "emergency",
    "emergencia",
    "fire department",
    "nine one one",
    "nueve once",
    "nueve uno uno",
];
/// Those of them that may be digits of a number.
const DIGITS: &[&str] = &["911", "nine one one", "nueve once", "nueve uno uno"];
/// Words beside one of [`NAMES`] that make it the name of a thing: behind it in English, before it and
/// a "de" in Spanish.
const THING: Phrases = Phrases {
    en: &[
        "bill", "contact", "contacts", "fund", "kit", "number", "phone", "plan", "room", "service",
    ],
    es: &[
        "cargo",
        "contacto",
        "contactos",
        "cuarto",
        "factura",
        "fondo",
        "kit",
        "linea",
        "numero",
        "plan",
        "sala",
        "salida",
        "servicio",
        "telefono",
    ],
};
/// Words that put what is told beside them into a past that is over; minutes and hours ago is now.
const PAST: Phrases = Phrases {
    en: &[
        "back then",
        "last month",
        "last week",
        "last year",
        "month ago",
        "months ago",
        "used to",
        "week ago",
        "weeks ago",
        "year ago",
        "years ago",
    ],
    es: &["el año pasado", "el mes pasado", "en el pasado", "la semana pasada"],
};
/// Words for a past that may last: yesterday's chest pain may be today's.
const RECENT: Phrases = Phrases {
    en: &["day ago", "days ago", "last night", "yesterday"],
    es: &["anoche", "anteayer", "ayer"],
};
/// What is long enough ago to be over, behind the Spanish "hace".
const LONG_AGO: &[&str] = &["año", "años", "mes", "meses", "semana", "semanas", "tiempo"];
/// What is less long ago, behind the Spanish "hace".
const NOT_LONG_AGO: &[&str] = &["dia", "dias"];
/// Words before a time since which something lasts.
const SINCE: &[&str] = &["desde", "for", "since"];
/// Words that begin another thought, between danger and a time that is not its own.
const BREAK: &[&str] = &["ahora", "and", "but", "now", "pero", "que", "y"];
/// Most words between danger and its time.
const BESIDE: usize = 4;
/// Somebody's work, which recognition may take for a call for help.
const WORK: Phrases = Phrases {
    en: &[
        "a cop",
        "a firefighter",
        "a paramedic",
        "a policeman",
        "a policewoman",
        "an emt",
        "for the police",
        "police department",
        "police officer",
        "police report",
    ],
    es: &[
        "es bombero",
        "es paramedico",
        "es policia",
        "reporte policial",
        "soy bombero",
        "soy paramedico",
        "soy policia",
        "un policia",
    ],
};

/// What the words say of danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Danger {
    /// Somebody is in danger now.
    Now,
    /// A "no" that the sentence begins with stands before words of danger, which it denies or which
    /// come after it: "no emergency", "no es una emergencia".
    AfterNo,
    /// It is denied: "it's not an emergency".
    Denied,
    /// It is told of the last days, and may last.
    Recent,
    /// It is told of the past, or of somebody's work.
    Told,
}

/// What the words say of danger, but for a thing of that name; `None` when they say nothing of it.
/// `expects_digits` when the question is for a number, which may hold "911".
pub(super) fn heard(said: &Said<'_>, line: &Line, expects_digits: bool) -> Option<Danger> {
    // A caller in fear may fall back to the language of their childhood.
    let of_line = line.emergency.words.iter().flat_map(|(language, phrases)| {
        // What was heard in another language keeps its accents.
        phrases.iter().flat_map(|it| [plain(it, *language), plain(it, said.language())])
    });
    let of_line: Vec<String> = of_line.collect();
    let of_line = of_line.iter().map(String::as_str);
    let known = DANGER.en.iter().chain(DANGER.es).copied().chain(of_line);
    let named = known.filter_map(|phrase| {
        let is_else = |place: &Range<usize>| {
            (NAMES.contains(&phrase) && is_thing(said, place))
                || (DIGITS.contains(&phrase) && is_of_number(said, place, expects_digits))
        };
        let places = said.places_of(&[phrase]);
        // What is said of it last counts: "is it an emergency? No, it's not an emergency."
        let last = places.into_iter().rev().find(|it| !is_else(it))?;
        Some(denial(said, last.start).or_else(|| time(said, &last)).unwrap_or(Danger::Now))
    });
    let named: Vec<Danger> = named.collect();
    let worst = [Danger::Now, Danger::Recent, Danger::AfterNo, Danger::Denied, Danger::Told];
    let worst = worst.into_iter().find(|it| named.contains(it));
    worst.or_else(|| said.has(&WORK).then_some(Danger::Told))
}

/// The languages that have one of the words of danger that are said.
pub(super) fn languages(said: &Said<'_>, line: &Line) -> Vec<Language> {
    let has = |language: &Language| {
        let of_line = line.emergency.words.get(language).into_iter().flatten();
        // What was heard in another language keeps its accents.
        let of_line = of_line.flat_map(|it| [plain(it, *language), plain(it, said.language())]);
        let of_line: Vec<String> = of_line.collect();
        let known = DANGER.of(*language).iter().copied();
        known.chain(of_line.iter().map(String::as_str)).any(|it| !said.places_of(&[it]).is_empty())
    };
    Language::ALL.into_iter().filter(has).collect()
}

/// Whether a word of danger is the name of a thing: "emergency contact", "contacto de emergencia".
fn is_thing(said: &Said<'_>, place: &Range<usize>) -> bool {
    let before = place.start.checked_sub(1).filter(|it| said.word(*it) == "de");
    said.places(&THING).iter().any(|it| it.start == place.end || Some(it.end) == before)
}

/// Whether "911" is part of a number: digits stand beside it, or a number is asked for and neither is it
/// alone nor does anybody call it.
fn is_of_number(said: &Said<'_>, place: &Range<usize>, expects_digits: bool) -> bool {
    const NUMBERS: &[&str] = &[
        "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
    ];
    const CALL: &[&str] = &["call", "dial", "llama", "llamar", "llame", "llamen", "marque"];
    let is_digits = |at: usize| {
        let word = said.word(at);
        NUMBERS.contains(&word) || (!word.is_empty() && word.bytes().all(|it| it.is_ascii_digit()))
    };
    let is_alone = *place == (0..said.tokens().len());
    is_digits(place.end)
        || place.start.checked_sub(1).is_some_and(is_digits)
        || (expects_digits && !is_alone && said.places_of(CALL).is_empty())
}

/// How far the time beside danger puts it into the past; `None` when it does not.
fn time(said: &Said<'_>, danger: &Range<usize>) -> Option<Danger> {
    let lasts = |at: usize| at.checked_sub(1).is_some_and(|it| SINCE.contains(&said.word(it)));
    let is_beside = |it: &Range<usize>| {
        let between =
            if it.end <= danger.start { it.end..danger.start } else { danger.end..it.start };
        between.len() <= BESIDE && between.into_iter().all(|at| !BREAK.contains(&said.word(at)))
    };
    let hace = |units: &[&str]| {
        said.places_of(&["hace"]).iter().any(|it| {
            let behind = it.end..it.end.saturating_add(3);
            let unit = behind.into_iter().find(|at| units.contains(&said.word(*at)));
            unit.is_some_and(|at| !lasts(it.start) && is_beside(&(it.start..at.saturating_add(1))))
        })
    };
    let told = |phrases: &Phrases| {
        said.places(phrases).iter().any(|it| {
            // "For two weeks" has no "ago"; "since two weeks ago" does.
            let from = it.start.saturating_sub(2);
            !(from..=it.start).any(lasts) && is_beside(it)
        })
    };
    if told(&PAST) || hace(LONG_AGO) {
        Some(Danger::Told)
    } else if told(&RECENT) || hace(NOT_LONG_AGO) {
        Some(Danger::Recent)
    } else {
        None
    }
}

/// How the words before `start` deny what stands there; `None` when they do not.
fn denial(said: &Said<'_>, start: usize) -> Option<Danger> {
    const LINKS: &[&str] = &[
        "a", "algun", "alguna", "an", "any", "es", "ha", "hay", "life", "ningun", "ninguna",
        "real", "really", "tenemos", "tengo", "una", "un",
    ];
    let word = |at: usize| said.word(at);
    if refuse::refuses(said, start, Of::Person) {
        let begins = start == 1 && word(0) == "no";
        return Some(if begins { Danger::AfterNo } else { Danger::Denied });
    }
    let at = (0..start).rev().find(|at| !LINKS.contains(&word(*at)))?;
    match word(at) {
        // "No, an emergency" answers a question first.
        "no" if said.is_parted_after(at) || matches!(word(at.saturating_add(1)), "a" | "an") => {
            None
        }
        "no" if at == 0 => Some(Danger::AfterNo),
        "no" | "not" => Some(Danger::Denied),
        _ => None,
    }
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
        use Danger::{AfterNo, Denied, Now, Recent, Told};
        for phrases in [DANGER, THING, PAST, RECENT, WORK] {
            check_plain(&phrases);
        }
        let mut line = crate::testing::line();
        line.emergency.words.insert(EN, vec!["sparks".to_owned(), "can't swallow".to_owned()]);
        line.emergency.words.insert(ES, vec!["cable caído".to_owned()]);
        for (language, text, danger) in [
            (EN, "I need an ambulance", Some(Now)),
            (EN, "there's a gas leak in my kitchen", Some(Now)),
            (EN, "my father can't breathe", Some(Now)),
            (EN, "he is not breathing", Some(Now)),
            (EN, "she stopped breathing two minutes ago", Some(Now)),
            (EN, "I've had chest pain since yesterday", Some(Now)),
            (EN, "I think my husband had a heart attack", Some(Now)),
            (EN, "my son is unconscious phone somebody", Some(Now)),
            (EN, "no, this is an emergency", Some(Now)),
            (EN, "no this IS an emergency", Some(Now)),
            (EN, "no it's an emergency", Some(Now)),
            (EN, "no, an emergency", Some(Now)),
            (EN, "no an emergency", Some(Now)),
            (EN, "it's not an order, it's an emergency", Some(Now)),
            (EN, "it's not an emergency but I smell gas", Some(Now)),
            (EN, "not an emergency? this is an emergency", Some(Now)),
            (EN, "the router throws sparks", Some(Now)),
            (EN, "she can't swallow", Some(Now)),
            (EN, "hay un cable caído", Some(Now)),
            (EN, "ambulancia por favor", Some(Now)),
            (EN, "he collapsed two minutes ago, he's unconscious", Some(Now)),
            (EN, "since yesterday I smell gas", Some(Now)),
            (EN, "since two weeks ago I smell gas", Some(Now)),
            (EN, "I called you last week and now my father can't breathe", Some(Now)),
            (EN, "call 911", Some(Now)),
            (EN, "nine one one please", Some(Now)),
            (EN, "I had chest pain yesterday", Some(Recent)),
            (EN, "44 911 22", None),
            (EN, "four four nine one one", None),
            (EN, "I had a gas leak last year", Some(Told)),
            (EN, "no emergency", Some(AfterNo)),
            (EN, "it's not an emergency", Some(Denied)),
            (EN, "there is no emergency", Some(Denied)),
            (EN, "there's no emergency here", Some(Denied)),
            (EN, "no, it's not an emergency", Some(Denied)),
            (EN, "is it an emergency? no, it's not an emergency", Some(Denied)),
            (EN, "I had an ambulance ride last year", Some(Told)),
            (EN, "my heart attack was two years ago", Some(Told)),
            (EN, "I'm a police officer and want my order", Some(Told)),
            (EN, "update my emergency contact", None),
            (EN, "track my order", None),
            (ES, "huele a gas en mi casa", Some(Now)),
            (ES, "necesito una ambulancia", Some(Now)),
            (ES, "mi esposo no respira", Some(Now)),
            (ES, "no respira", Some(Now)),
            (ES, "no respira desde hace cinco minutos", Some(Now)),
            (ES, "no, es una emergencia", Some(Now)),
            (ES, "no es una emergencia", Some(AfterNo)),
            (ES, "esto no es una emergencia", Some(Denied)),
            (ES, "aquí no hay ninguna emergencia", Some(Denied)),
            (ES, "tuve un infarto el año pasado", Some(Told)),
            (ES, "tuve un infarto hace dos años", Some(Told)),
            (ES, "mi hermano es policía", Some(Told)),
            (ES, "quiero mi pedido", None),
            (ES, "hace cinco minutos que no respira", Some(Now)),
            (ES, "hace dos días que huele a gas", Some(Now)),
            (ES, "el cable caído echa chispas", Some(Now)),
            (ES, "ayer tuve un dolor de pecho", Some(Recent)),
            (ES, "no tengo ninguna emergencia", Some(AfterNo)),
            (ES, "no hay ninguna emergencia", Some(AfterNo)),
            (ES, "quiero cambiar mi contacto de emergencia", None),
            (ES, "el número de emergencia", None),
            (ES, "estuve en la sala de emergencia", None),
        ] {
            assert_eq!(heard(&Said::new(text, language), &line, false), danger, "{text:?}");
        }
        for (text, danger) in [
            ("911", Some(Now)),
            ("call 911", Some(Now)),
            ("it begins with 911", None),
            ("I smell gas", Some(Now)),
        ] {
            assert_eq!(heard(&Said::new(text, EN), &line, true), danger, "{text:?}");
        }
    }
}
