//! Yes and no in a caller's words, the end of a call, and that there is none.

use std::ops::Range;

use wording::Language;

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
    en: &["bye", "goodbye"],
    es: &[
        "adios",
        "chao",
        "chau",
        "hasta luego",
        "hasta pronto",
        "nos vemos",
        "que tenga buen dia",
    ],
};
/// Words for the end of a call that may also be told of another: "I was told to hang up".
const HANGING_UP: Phrases = Phrases { en: &["hang up"], es: &["colgar", "cuelgo"] };
/// Who ends the call with them.
const HANGS_UP: Phrases = Phrases {
    en: &[
        "i am going to hang up",
        "i have to hang up",
        "i want to hang up",
        "i will hang up",
        "you can hang up",
        "you may hang up",
    ],
    es: &[
        "le cuelgo",
        "puede colgar",
        "quiero colgar",
        "tengo que colgar",
        "voy a colgar",
        "ya cuelgo",
    ],
};
/// Ways of asking not to be hung up on.
const STAY_ON: Phrases = Phrases {
    en: &["do not go", "stay on"],
    es: &["no corte", "no cuelgue", "no cuelgues", "no me cuelgue", "no se vaya"],
};
/// Ways of saying that the call is to go on; a negated goodbye is another.
const STAYING: Phrases = Phrases {
    en: &[
        "is not all",
        "not all",
        "not done",
        "not everything",
        "not finished",
        "not it",
        "not ready",
        "not through",
        "not yet",
    ],
    es: &[
        "aun no",
        "eso no es todo",
        "falta algo",
        "no es todo aun",
        "no es todo todavia",
        "no he terminado",
        "no termine",
        "todavia no",
    ],
};

/// A yes or a no anywhere. Whole phrases come before their words: "no problem" is a yes. Else a no beats
/// a yes, so that "that's not right" is one.
pub(super) fn anywhere(said: &Said<'_>) -> Option<YesNo> {
    let agreed = agreed(said);
    let neither = said.places(&NEITHER);
    let is_of = |places: &[Range<usize>], word: &Range<usize>| {
        places.iter().any(|it| it.contains(&word.start))
    };
    let no = said.places(&NO).into_iter().filter(|it| !is_of(&agreed, it));
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
    said.has(&THAT)
}

/// The caller needs nothing else.
pub(super) fn is_done(said: &Said<'_>) -> bool {
    said.has(&DONE) || (said.has(&THANKS) && only(said, &[YES, POLITE]))
}

/// The words for having done a step are those for needing nothing else.
pub(super) fn finishes_a_step(said: &Said<'_>) -> bool {
    const STEP: Phrases = Phrases {
        en: &["all done", "all good", "all set", "am done", "am good"],
        es: &["ya esta", "ya termine"],
    };
    said.has(&STEP) && !said.has(&THANKS)
}

/// The caller ends the call.
pub(super) fn is_leaving(said: &Said<'_>) -> bool {
    let leaves = said.has(&LEAVING) || said.has(&HANGS_UP) || said.is_just(&HANGING_UP);
    leaves && !is_staying(said)
}

/// The caller asks that the line stay on the call, and says nothing else by it.
pub(super) fn is_held(said: &Said<'_>) -> bool {
    let refused = said.places(&HANGING_UP).into_iter().chain(said.places(&LEAVING));
    said.has(&STAY_ON) || refused.into_iter().any(|it| refuses(said, &it))
}

/// The caller wants the call to go on.
pub(super) fn is_staying(said: &Said<'_>) -> bool {
    let is_not_done = said.places(&DONE).iter().any(|it| refuses(said, it));
    said.has(&STAYING) || is_held(said) || is_not_done
}

/// Whether the end of the call that is named at a place is refused. Recognition writes no commas: the
/// Spanish "no es todo" and "no adiós" answer a question first, "no colgar" does not.
fn refuses(said: &Said<'_>, place: &Range<usize>) -> bool {
    let answers = said.language() == Language::EsUs
        && place.start == 1
        && said.word(0) == "no"
        && !said.places(&HANGING_UP).contains(place);
    !answers && refuse::refuses(said, place.start, Of::Leaving)
}

/// Whether every word is in one of the lists.
fn only(said: &Said<'_>, lists: &[Phrases]) -> bool {
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
        let all = [
            YES,
            NO,
            AGREED,
            AGREED_AT_END,
            NEITHER,
            POLITE,
            DONE,
            THAT,
            THANKS,
            LEAVING,
            HANGING_UP,
            HANGS_UP,
            STAY_ON,
            STAYING,
        ];
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
            (EN, "hang up please", true, false),
            (EN, "I have to hang up now", true, false),
            (EN, "I was told to hang up and call again", false, false),
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
            (ES, "no es todo", false, false),
            (ES, "no eso es todo", false, false),
            (ES, "no adiós", true, false),
            (ES, "eso no es todo", false, true),
            (ES, "no es todo todavía", false, true),
            (ES, "me dijeron que colgar era lo mejor", false, false),
            (ES, "voy a colgar", true, false),
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
