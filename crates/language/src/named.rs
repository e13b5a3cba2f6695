//! Languages that callers name, and whether they ask to speak them.

use crate::text::{Token, tokens};
use crate::words::{Weight, weight};
use crate::{Language, refusal};

/// What a caller says of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedLanguage {
    /// The caller wants to speak it: "do you speak Spanish", "español, por favor". Whoever does not
    /// speak one of English and Spanish asks for the other.
    Asked(Language),
    /// The caller speaks of it: "I ordered a Spanish grammar".
    Mentioned(Language),
}

/// Names of languages in both languages, in plain form with and without their tilde, since whoever
/// transcribes English writes no other letters.
#[rustfmt::skip]
const NAMES: &[(&str, Language)] = &[
    ("english", Language::English), ("ingles", Language::English),
    ("castellano", Language::Spanish), ("castilian", Language::Spanish),
    ("espanol", Language::Spanish), ("español", Language::Spanish), ("spanish", Language::Spanish),
    ("aleman", Language::Other), ("arabe", Language::Other), ("arabic", Language::Other),
    ("cantones", Language::Other), ("cantonese", Language::Other), ("chinese", Language::Other),
    ("chino", Language::Other), ("coreano", Language::Other), ("creole", Language::Other),
    ("criollo", Language::Other), ("farsi", Language::Other), ("frances", Language::Other),
    ("french", Language::Other), ("german", Language::Other), ("hindi", Language::Other),
    ("italian", Language::Other), ("italiano", Language::Other), ("japanese", Language::Other),
    ("japones", Language::Other), ("korean", Language::Other), ("mandarin", Language::Other),
    ("polaco", Language::Other), ("polish", Language::Other), ("portugues", Language::Other),
    ("portuguese", Language::Other), ("portugués", Language::Other), ("russian", Language::Other),
    ("ruso", Language::Other), ("tagalo", Language::Other), ("tagalog", Language::Other),
    ("ucraniano", Language::Other), ("ukrainian", Language::Other), ("urdu", Language::Other),
    ("vietnamese", Language::Other), ("vietnamita", Language::Other),
];

/// Words beside a name that ask for the language, and say nothing of anything else.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "anybody", "anyone", "anyways", "cambiar", "cambie", "change", "continue", "continuar", "else",
    "habla", "hablame", "hablan", "hablar", "hablarme", "hablas", "hable", "hableme", "hablemos",
    "hablo", "idioma", "idiomas", "interprete", "interpreter", "keep", "language", "languages",
    "lengua", "only", "opcion", "option", "prefer", "preferiria", "prefiero", "rather", "seguir",
    "sigamos", "siga", "solamente", "somebody", "someone", "speak", "speaker", "speakers", "speaking",
    "speaks", "switch", "talk", "there", "tienen", "traductor", "translator", "version",
];

/// Words in a row before a name that ask for the language, whatever else is said.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "anybody speak", "anybody speaks", "anyone speak", "anyone speaks", "anyone who speaks", "can i speak", "can we speak",
    "can you speak", "change to", "change it to", "change the language to", "continue in", "could you speak", "do you speak", "do you guys speak",
    "i only speak", "i prefer", "i would prefer", "i would rather speak", "let us speak", "only speak", "prefer to speak",
    "someone speak", "someone who speaks", "somebody who speaks", "speak in", "speak only", "speak to me in", "switch to",
    "talk in", "talk to me in", "want to speak", "alguien habla", "alguien que hable", "alguien que habla",
    "atender en", "atienda en", "cambiar a", "cambie a", "continuar en", "habla usted", "hablame en", "hablan", "hablar en", "hable en", "hableme en",
    "hablemos en", "prefiero", "prefiero el", "prefiero en", "prefiero hablar", "puede hablar", "seguir en",
    "siga en", "sigamos en", "solo hablo", "solamente hablo", "usted habla", "ustedes hablan",
];

/// What a caller says of a language, in English or Spanish; `None` without a language, and for several
/// of which none is asked for more than the others.
pub fn named_language(text: &str) -> Option<NamedLanguage> {
    // Callers ask in their own language, whichever the line speaks: "no hablo español" is a denial in
    // one of them only.
    let read = |language: Language| of(text, &tokens(text, language), language);
    let readings = [read(Language::Spanish), read(Language::English)];
    let found = |fits: fn(&Reading) -> bool| readings.iter().flatten().find(|it| fits(it));
    let best = found(|it| it.denies)
        .or_else(|| found(|it| matches!(it.named, NamedLanguage::Asked(_))))
        .or_else(|| found(|_| true));
    best.map(|it| it.named)
}

/// What the words come to when they are read in one language.
struct Reading {
    named: NamedLanguage,
    /// Whether a language is denied.
    denies: bool,
}

fn of(text: &str, tokens: &[Token], language: Language) -> Option<Reading> {
    let named = tokens.iter().enumerate().filter_map(|(at, it)| {
        let (_, named) = NAMES.iter().find(|(name, _)| *name == it.text)?;
        Some((at, *named))
    });
    let (refused, mut wanted): (Vec<_>, Vec<_>) =
        named.partition(|(at, _)| is_refused(text, tokens, *at, language));
    wanted.dedup_by_key(|(_, named)| *named);
    let named = match (wanted.as_slice(), refused.as_slice()) {
        // "Spanish, not English" asks.
        ([(at, named)], others) if !others.is_empty() || asks(tokens, *at, language) => {
            NamedLanguage::Asked(*named)
        }
        ([(_, named)], _) => NamedLanguage::Mentioned(*named),
        ([], [(at, named)]) => match (named, speaks(tokens, *at, language)) {
            (Language::English, true) => NamedLanguage::Asked(Language::Spanish),
            (Language::Spanish, true) => NamedLanguage::Asked(Language::English),
            (named, _) => NamedLanguage::Mentioned(*named),
        },
        // The one that is asked for, of several.
        (several, _) => {
            let mut asked = several.iter().filter(|(at, _)| is_behind(tokens, *at));
            let (_, named) = asked.next().filter(|_| asked.next().is_none())?;
            NamedLanguage::Asked(*named)
        }
    };
    Some(Reading { named, denies: !refused.is_empty() })
}

/// Words that say who does not speak a language.
const SPEAKS: &[&str] = &[
    "any",
    "entiendo",
    "good",
    "habla",
    "hablamos",
    "hablo",
    "much",
    "mucho",
    "speak",
    "understand",
];

/// Whether a name is denied: "I don't speak English", "no hablo inglés", "not in English".
fn is_refused(text: &str, tokens: &[Token], at: usize, language: Language) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |it| it.text.as_str());
    let mut start = at;
    while let Some(before) = start.checked_sub(1)
        && SPEAKS.contains(&word(before))
    {
        start = before;
    }
    let end = at.saturating_add(1);
    let denies = start.checked_sub(1).is_some_and(|before| {
        let next = Some(word(start)).filter(|_| !refusal::is_parted(text, tokens, start));
        crate::words::negates(word(before), next, language)
            // "No English" is short for it.
            || (word(before) == "no" && start == at && before == 0 && tokens.len() == end && next.is_some())
    });
    denies || refusal::is_refused(text, tokens, at, end, language)
}

/// Whether it is denied that somebody speaks the language.
fn speaks(tokens: &[Token], at: usize, language: Language) -> bool {
    let others = tokens.iter().enumerate().filter(|(other, _)| *other != at);
    others.map(|(_, it)| it.text.as_str()).all(|it| {
        SPEAKS.contains(&it) || ASKING.contains(&it) || weight(it, language) < Weight::Content
    })
}

/// Whether the language whose name stands here is asked for.
fn asks(tokens: &[Token], at: usize, language: Language) -> bool {
    // "Does she speak Spanish" is about somebody else.
    if tokens.iter().any(|it| matches!(it.text.as_str(), "she" | "he" | "ella")) {
        return false;
    }
    let others = tokens.iter().enumerate().filter(|(other, _)| *other != at);
    let only_asks = others.map(|(_, it)| it.text.as_str()).all(|it| {
        ASKING.contains(&it)
            || weight(it, language) < Weight::Content
            || it == "gracias"
            || it == "thanks"
            || it == "thank"
    });
    only_asks || is_behind(tokens, at) || is_pleaded(tokens, at)
}

/// Whether words that ask stand right before it.
fn is_behind(tokens: &[Token], at: usize) -> bool {
    BEFORE.iter().any(|phrase| {
        let count = phrase.split(' ').count();
        let before = at.checked_sub(count).and_then(|start| tokens.get(start..at));
        before.is_some_and(|it| it.iter().map(|it| it.text.as_str()).eq(phrase.split(' ')))
    })
}

/// "In Spanish please", "en español por favor".
fn is_pleaded(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |it| it.text.as_str());
    let (next, second) = (at.saturating_add(1), at.saturating_add(2));
    let before = at.checked_sub(1).map_or("", word);
    matches!(before, "in" | "en" | "")
        && (word(next) == "please" || (word(next) == "por" && word(second) == "favor"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::NamedLanguage::{Asked, Mentioned};
    use super::*;

    #[test]
    fn whoever_asks_for_a_language_is_told_from_who_mentions_one() {
        let (english, spanish) = (Language::English, Language::Spanish);
        for (said, expected) in [
            ("espa\u{f1}ol, por favor", Some(Asked(spanish))),
            ("Espanol", Some(Asked(spanish))),
            ("Spanish please", Some(Asked(spanish))),
            ("do you speak Spanish", Some(Asked(spanish))),
            ("does anyone there speak Spanish?", Some(Asked(spanish))),
            ("hi I'm calling about my order but do you speak Spanish", Some(Asked(spanish))),
            ("can we do this in Spanish", Some(Asked(spanish))),
            ("I'd rather speak Spanish", Some(Asked(spanish))),
            ("in English please", Some(Asked(english))),
            ("in English", Some(Asked(english))),
            ("tell me the status in English please", Some(Asked(english))),
            ("English", Some(Asked(english))),
            ("habla ingl\u{e9}s", Some(Asked(english))),
            ("\u{bf}Habla usted ingl\u{e9}s?", Some(Asked(english))),
            ("hola, prefiero hablar ingl\u{e9}s", Some(Asked(english))),
            ("mi pedido no llega, \u{bf}podemos hablar en ingl\u{e9}s?", Some(Asked(english))),
            ("I don't speak English", Some(Asked(spanish))),
            ("no hablo ingl\u{e9}s", Some(Asked(spanish))),
            ("no hablo mucho espa\u{f1}ol", Some(Asked(english))),
            ("no hablo espa\u{f1}ol", Some(Asked(english))),
            ("no English", Some(Asked(spanish))),
            ("no, English", Some(Asked(english))),
            ("Spanish not English", Some(Asked(spanish))),
            ("do you speak French", Some(Asked(Language::Other))),
            ("hablan portugu\u{e9}s", Some(Asked(Language::Other))),
            ("I speak English but I'd prefer to speak Spanish", Some(Asked(spanish))),
            ("I ordered a Spanish textbook", Some(Mentioned(spanish))),
            ("the invoice is in Spanish", Some(Mentioned(spanish))),
            ("my English teacher called", Some(Mentioned(english))),
            ("compr\u{e9} un libro de ingl\u{e9}s", Some(Mentioned(english))),
            ("how do you say thank you in Spanish", Some(Mentioned(spanish))),
            ("I don't want the Spanish edition", Some(Mentioned(spanish))),
            ("does she speak Spanish", Some(Mentioned(spanish))),
            ("\u{bf}ella habla ingl\u{e9}s?", Some(Mentioned(english))),
            ("English or Spanish", None),
            ("does she speak both English and Spanish", None),
            ("track my order", None),
            ("", None),
        ] {
            assert_eq!(named_language(said), expected, "{said:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,60}") {
            let _named = named_language(&text);
        }

        #[test]
        fn a_name_is_always_noticed(at in 0..NAMES.len(), before in "|the|a|my|un|el|please|order|en|in") {
            let (name, language) = NAMES[at];
            let found = named_language(&format!("{before} {name}"));
            prop_assert!(found == Some(Asked(language)) || found == Some(Mentioned(language)));
        }
    }
}
