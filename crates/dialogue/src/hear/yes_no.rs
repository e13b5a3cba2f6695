//! Yes and no in a caller's words, the end of a call, and that there is none.

use super::refuse::{self, Of};
use crate::heard::YesNo;
use crate::said::{Phrases, Said};

const YES: Phrases = Phrases {
    en: &[
        "absolutely",
        "affirmative",
        "correct",
        "definitely",
        "exactly",
        "ok",
        "okay",
        "right",
        "sure",
        "yeah",
        "yep",
        "yes",
        "yup",
    ],
    es: &[
        "adelante",
        "afirmativo",
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
/// Words that say nothing by themselves beside a yes or a no.
const POLITE: Phrases = Phrases {
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
/// Ways of saying that nothing else is needed, without a no.
const DONE: Phrases = Phrases {
    en: &[
        "all done",
        "all good",
        "all set",
        "am done",
        "am good",
        "that is all",
        "that is everything",
        "that is it",
        "that was all",
        "will be all",
    ],
    es: &[
        "asi esta bien",
        "con eso es suficiente",
        "es todo",
        "eso seria todo",
        "estoy bien asi",
        "nada mas",
        "ya esta",
        "ya termine",
    ],
};
/// Ways of agreeing to a thing named, without a yes.
const THAT: Phrases = Phrases {
    en: &["that is it", "that is the one"],
    es: &["ese es", "ese mismo", "esa es", "esa misma", "eso mismo"],
};
const THANKS: Phrases = Phrases { en: &["thank you", "thanks"], es: &["gracias"] };
const LEAVING: Phrases = Phrases {
    en: &["bye", "goodbye", "hang up"],
    es: &[
        "adios",
        "chao",
        "chau",
        "colgar",
        "cuelgo",
        "hasta luego",
        "hasta pronto",
        "nos vemos",
        "que tenga buen dia",
    ],
};
/// Ways of saying that the call is to go on; a negated goodbye is another.
const STAYING: Phrases = Phrases {
    en: &[
        "do not go",
        "is not all",
        "not all",
        "not done",
        "not everything",
        "not finished",
        "not it",
        "not ready",
        "not through",
        "not yet",
        "stay on",
    ],
    es: &[
        "aun no",
        "falta algo",
        "no corte",
        "no cuelgue",
        "no cuelgues",
        "no es todo",
        "no he terminado",
        "no me cuelgue",
        "no se vaya",
        "no termine",
        "todavia no",
    ],
};

/// A yes or a no anywhere; a no beats a yes, so that "that's not right" is one.
pub(super) fn anywhere(said: &Said<'_>) -> Option<YesNo> {
    if said.has(&NO) {
        Some(YesNo::No)
    } else if said.has(&YES) {
        Some(YesNo::Yes)
    } else {
        None
    }
}

/// A yes or a no that the sentence begins with, or that is all of it.
///
/// For questions that many other things may answer: "I don't know" is no answer here.
pub(super) fn plain(said: &Said<'_>) -> Option<YesNo> {
    let begins = [YES, NO].iter().any(|it| said.places(it).iter().any(|place| place.start == 0));
    if begins || only(said, &[YES, NO, POLITE]) { anywhere(said) } else { None }
}

/// The caller agrees to what was read back.
pub(super) fn agrees(said: &Said<'_>) -> bool {
    said.has(&THAT)
}

/// The caller needs nothing else.
pub(super) fn is_done(said: &Said<'_>) -> bool {
    said.has(&DONE) || (said.has(&THANKS) && only(said, &[YES, POLITE]))
}

/// The caller ends the call.
pub(super) fn is_leaving(said: &Said<'_>) -> bool {
    said.has(&LEAVING) && !is_staying(said)
}

/// The caller wants the call to go on.
pub(super) fn is_staying(said: &Said<'_>) -> bool {
    let refuses = |phrases| {
        said.places(phrases).iter().any(|it| refuse::refuses(said, it.start, Of::Leaving))
    };
    said.has(&STAYING) || refuses(&LEAVING) || refuses(&DONE)
}

/// Whether every word is in one of the lists.
fn only(said: &Said<'_>, lists: &[Phrases]) -> bool {
    let places: Vec<_> = lists.iter().flat_map(|it| said.places(it)).collect();
    (0..said.tokens().len()).all(|at| places.iter().any(|it| it.contains(&at)))
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;
    use crate::said::check_plain;

    const EN: Language = Language::EnUs;
    const ES: Language = Language::EsUs;

    #[test]
    fn phrases_are_plain() {
        for phrases in [YES, NO, POLITE, DONE, THAT, THANKS, LEAVING, STAYING] {
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
            (EN, "maybe", None, None),
            (EN, "", None, None),
            (ES, "sí, claro", Some(Yes), Some(Yes)),
            (ES, "así es", Some(Yes), Some(Yes)),
            (ES, "no, es el 44322", Some(No), Some(No)),
            (ES, "no sé", Some(No), Some(No)),
            (ES, "eso no es correcto", Some(No), Some(No)),
            (ES, "el jueves", None, None),
        ] {
            let said = Said::new(text, language);
            assert_eq!((anywhere(&said), plain(&said)), (all, begin), "{text:?}");
        }
    }

    #[test]
    fn whoever_stays_is_not_leaving() {
        for (language, text, leaving, staying) in [
            (EN, "goodbye", true, false),
            (EN, "no thanks bye", true, false),
            (EN, "not today, goodbye", true, false),
            (EN, "I don't need anything, bye", true, false),
            (EN, "you can hang up", true, false),
            (EN, "please don't hang up", false, true),
            (EN, "do not hang up on me", false, true),
            (EN, "don\u{2019}t you dare hang up", false, true),
            (EN, "I'm not saying goodbye", false, true),
            (EN, "bye, no wait, don't hang up", false, true),
            (EN, "I'm not done", false, true),
            (EN, "no I am not finished", false, true),
            (EN, "we're not all set", false, true),
            (EN, "that's not all", false, true),
            (EN, "no that's all", false, false),
            (EN, "track my order", false, false),
            (ES, "adiós", true, false),
            (ES, "no, gracias, hasta luego", true, false),
            (ES, "no me cuelgue", false, true),
            (ES, "todavía no he terminado", false, true),
            (ES, "no, eso es todo", false, false),
        ] {
            let said = Said::new(text, language);
            assert_eq!((is_leaving(&said), is_staying(&said)), (leaving, staying), "{text:?}");
        }
    }

    #[test]
    fn thanks_end_a_call_only_by_themselves() {
        for (language, text, done) in [
            (EN, "thank you very much", true),
            (EN, "okay thanks", true),
            (EN, "that's all thanks", true),
            (EN, "thanks, when will it arrive", false),
            (EN, "", false),
            (ES, "muchas gracias", true),
            (ES, "nada más, gracias", true),
            (ES, "gracias, cuándo llega", false),
        ] {
            assert_eq!(is_done(&Said::new(text, language)), done, "{text:?}");
        }
    }
}
