//! Yes and no in a caller's words.

use std::ops::Range;

use wording::Language;

use crate::heard::YesNo;
use crate::said::{Phrases, Said};

/// Ways of saying yes.
pub(super) const YES: Phrases = Phrases {
    en: &[
        "absolutely",
        "affirmative",
        "correct",
        "definitely",
        "exactly",
        "mhm",
        "ok",
        "okay",
        "right",
        "sure",
        "uh huh",
        "yea",
        "yeah",
        "yep",
        "yes",
        "yup",
    ],
    es: &[
        "adelante",
        "afirmativo",
        "aja",
        "asi es",
        "bueno",
        "cierto",
        "claro",
        "correcta",
        "correcto",
        "dale",
        "de acuerdo",
        "desde luego",
        "efectivamente",
        "eso es",
        "exactamente",
        "exacto",
        "ok",
        "okay",
        "perfecto",
        "por supuesto",
        "si",
        "sip",
        "vale",
    ],
};
const NO: Phrases = Phrases {
    en: &["incorrect", "nah", "negative", "no", "nope", "not", "nothing", "wrong"],
    es: &[
        "equivocada",
        "equivocado",
        "incorrecta",
        "incorrecto",
        "nada",
        "negativo",
        "no",
        "tampoco",
    ],
};
/// Ways of agreeing that hold a no.
const AGREED: Phrases = Phrases {
    en: &[
        "can not complain",
        "no doubt",
        "no problem",
        "no worries",
        "not a problem",
        "without a doubt",
    ],
    es: &[
        "no faltaba mas",
        "no hay problema",
        "no hay ningun problema",
        "sin duda",
        "sin problema",
    ],
};
/// The same where nothing follows that it asks about: "why not", but not "why not today".
const AGREED_AT_END: Phrases = Phrases { en: &["why not"], es: &["como no", "por que no"] };
/// Words that are neither, whatever they hold: only what stands beside them tells.
const NEITHER: Phrases =
    Phrases { en: &["make sure", "right away", "right back", "right now"], es: &["nada mas"] };
/// Words that say nothing by themselves beside a yes or a no.
pub(super) const POLITE: Phrases = Phrases {
    en: &[
        "actually", "all", "is", "it", "me", "much", "please", "sir", "so", "thank", "thanks",
        "that", "the", "this", "uh", "um", "very", "was", "well", "you",
    ],
    es: &[
        "ahora",
        "de",
        "eh",
        "es",
        "eso",
        "esta",
        "este",
        "favor",
        "gracias",
        "lo",
        "mas",
        "muchas",
        "muy",
        "por",
        "pues",
        "que",
        "señor",
        "señora",
        "señorita",
    ],
};
/// Ways of agreeing to a thing named, without a yes.
const THAT: Phrases = Phrases {
    en: &["that is it", "that is the one"],
    es: &["ese es", "ese mismo", "esa es", "esa misma", "eso mismo"],
};
/// Ways of agreeing that mean something else beside other words: "¿cuánto me sale?" asks for a price.
const AGREED_ALONE: Phrases = Phrases {
    en: &[
        "do it",
        "go ahead",
        "go for it",
        "let us do it",
        "of course",
        "please do",
        "sounds good",
        "sounds great",
        "that works",
        "works for me",
        "you bet",
    ],
    es: &["andale", "andele", "esta bien", "hagalo", "me parece bien", "orale", "sale", "simon"],
};

/// A yes or a no anywhere. Whole phrases come before their words: "no problem" is a yes. Else a no beats
/// a yes, so that "that's not right" is one.
pub(super) fn anywhere(said: &Said<'_>) -> Option<YesNo> {
    let agreed = agreed(said);
    let neither = said.places(&NEITHER);
    let is_of = |places: &[Range<usize>], word: &Range<usize>| {
        places.iter().any(|it| it.contains(&word.start))
    };
    let no =
        said.places(&NO).into_iter().filter(|it| !is_of(&agreed, it) && !is_behind_if(said, it));
    let no: Vec<_> = no.collect();
    let has_yes = yes(said).iter().any(|it| !is_of(&neither, it));
    if no.iter().any(|it| !is_of(&neither, it)) {
        Some(YesNo::No)
    } else if has_yes || !agreed.is_empty() {
        Some(YesNo::Yes)
    } else {
        (!no.is_empty()).then_some(YesNo::No)
    }
}

/// Where phrases agree whose words would not.
fn agreed(said: &Said<'_>) -> Vec<Range<usize>> {
    let at_end = said.places(&AGREED_AT_END).into_iter().filter(|it| {
        let last = it.end.saturating_sub(1);
        it.end == said.tokens().len() || said.is_parted_after(last) || is_beside(said, it.end)
    });
    said.places(&AGREED).into_iter().chain(at_end).collect()
}

/// Most words of a sentence in which "si" without its accent is a yes.
const SHORT: usize = 3;

/// Whether a no stands in a Spanish clause with "if": "¿y si no pago hoy?" says no to nothing.
fn is_behind_if(said: &Said<'_>, no: &Range<usize>) -> bool {
    let before = no.start.checked_sub(1);
    before.is_some_and(|at| {
        said.language() == Language::EsUs
            && said.written(at).eq_ignore_ascii_case("si")
            && no.end < said.tokens().len()
            && !said.is_parted_after(at)
            && !said.is_parted_after(no.start)
            && !is_beside(said, no.end)
    })
}

/// Where a yes stands. The Spanish "si" without its accent is "if" where a clause follows.
fn yes(said: &Said<'_>) -> Vec<Range<usize>> {
    let is_if = |at: usize| {
        let next = at.saturating_add(1);
        said.language() == Language::EsUs
            && said.written(at).eq_ignore_ascii_case("si")
            && said.tokens().len() > SHORT
            && next < said.tokens().len()
            && !said.is_parted_after(at)
            && !is_beside(said, next)
    };
    said.places(&YES).into_iter().filter(|it| it.len() > 1 || !is_if(it.start)).collect()
}

/// Whether a word only goes with a yes or a no.
fn is_beside(said: &Said<'_>, at: usize) -> bool {
    let is_in = |phrases: &Phrases| phrases.of(said.language()).contains(&said.word(at));
    is_in(&YES) || is_in(&POLITE)
}

/// A yes or a no that the sentence begins with, or that is all of it.
///
/// For questions that many other things may answer: "I don't know" is no answer here.
pub(super) fn plain(said: &Said<'_>) -> Option<YesNo> {
    let no = said.places(&NO);
    let begins = yes(said).iter().chain(&no).chain(&agreed(said)).any(|it| it.start == 0);
    let all = [YES, NO, AGREED, AGREED_AT_END, POLITE];
    if begins || only(said, &all) { anywhere(said) } else { None }
}

/// The caller agrees to what was read back.
pub(super) fn agrees(said: &Said<'_>) -> bool {
    said.has(&THAT) || said.is_just(&AGREED_ALONE)
}

/// Whether every word is in one of the lists.
pub(super) fn only(said: &Said<'_>, lists: &[Phrases]) -> bool {
    let places: Vec<_> = lists.iter().flat_map(|it| said.places(it)).collect();
    (0..said.tokens().len()).all(|at| places.iter().any(|it| it.contains(&at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;

    const EN: Language = Language::EnUs;
    const ES: Language = Language::EsUs;

    #[test]
    fn phrases_are_plain() {
        let all = [YES, NO, AGREED, AGREED_AT_END, NEITHER, POLITE, THAT, AGREED_ALONE];
        for phrases in all {
            check_plain(&phrases);
        }
    }

    #[test]
    fn yes_and_no_come_in_many_words() {
        use YesNo::{No, Yes};
        for (language, text, all, begin) in [
            (EN, "yes", Some(Yes), Some(Yes)),
            (EN, "Yeah, that's right.", Some(Yes), Some(Yes)),
            (EN, "that\u{2019}s not right", Some(No), Some(No)),
            (EN, "no thank you", Some(No), Some(No)),
            (EN, "No, 44322", Some(No), Some(No)),
            (EN, "I don't know", Some(No), None),
            (EN, "thanks", None, None),
            (EN, "sure, no problem", Some(Yes), Some(Yes)),
            (EN, "sure, why not", Some(Yes), Some(Yes)),
            (EN, "no problem", Some(Yes), Some(Yes)),
            (EN, "no, no problem", Some(No), Some(No)),
            (EN, "why not today", Some(No), None),
            (EN, "I'll be right back", None, None),
            (EN, "maybe", None, None),
            (EN, "", None, None),
            (ES, "sí, claro", Some(Yes), Some(Yes)),
            (ES, "así es", Some(Yes), Some(Yes)),
            (ES, "no, es el 44322", Some(No), Some(No)),
            (ES, "no sé", Some(No), Some(No)),
            (ES, "eso no es correcto", Some(No), Some(No)),
            (ES, "el jueves", None, None),
            (ES, "cómo no", Some(Yes), Some(Yes)),
            (ES, "cómo no señor", Some(Yes), Some(Yes)),
            (ES, "cómo no llega mi pedido", Some(No), None),
            (ES, "sí, no hay problema", Some(Yes), Some(Yes)),
            (ES, "sí, eso nada más", Some(Yes), Some(Yes)),
            (ES, "sí quiero que me llamen mañana", Some(Yes), Some(Yes)),
            (ES, "no, nada más", Some(No), Some(No)),
            (ES, "nada más", Some(No), Some(No)),
            (ES, "si", Some(Yes), Some(Yes)),
            (ES, "si por favor", Some(Yes), Some(Yes)),
            (ES, "creo que si", Some(Yes), None),
            (ES, "si llega mañana lo quiero", None, None),
            (ES, "¿y si no pago hoy qué pasa?", None, None),
            (ES, "si no", Some(No), Some(No)),
            (ES, "sip", Some(Yes), Some(Yes)),
            (EN, "uh huh", Some(Yes), Some(Yes)),
        ] {
            let said = Said::new(text, language);
            assert_eq!((anywhere(&said), plain(&said)), (all, begin), "{text:?}");
        }
    }

    #[test]
    fn some_ways_of_agreeing_do_so_by_themselves_only() {
        for (language, text, does) in [
            (EN, "sounds good to me", true),
            (EN, "okay go ahead please", true),
            (EN, "what happens when I go ahead", false),
            (ES, "sale", true),
            (ES, "\u{bf}cuánto me sale?", false),
            (ES, "\u{bf}a qué hora sale?", false),
        ] {
            assert_eq!(agrees(&Said::new(text, language)), does, "{text:?}");
        }
    }
}
