//! The end of a call in a caller's words, and that it is not to end.

use std::ops::Range;

use wording::Language;

use super::refuse::{self, Of};
use super::yes_no::{POLITE, YES, only};
use crate::said::{Phrases, Said};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;

    const EN: Language = Language::EnUs;
    const ES: Language = Language::EsUs;

    #[test]
    fn phrases_are_plain() {
        for phrases in [DONE, THANKS, LEAVING, HANGING_UP, HANGS_UP, STAY_ON, STAYING] {
            check_plain(&phrases);
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
