//! Agreeing to what a task is about to do: with a yes, or in words that say to do it.
//!
//! What moves money or opens something is done only for a caller who says so outright: "okay, let me
//! think" and "así está bien" have a word of agreement in them, and agree to nothing.

use wording::Language;

use crate::heard::YesNo;
use crate::said::{Phrases, Said};
use crate::task::Answer;

/// Ways of saying to do it, without a yes.
const GO_AHEAD: Phrases = Phrases {
    en: &[
        "charge it",
        "do it",
        "do that",
        "go ahead",
        "go for it",
        "pay it",
        "please do",
        "send it back",
    ],
    es: &[
        "adelante",
        "cobrela",
        "cobrelo",
        "devuelvalo",
        "haga eso",
        "hagalo",
        "paguelo",
        "paguela",
        "proceda",
    ],
};

/// Words that say yes wherever they stand.
const YES: Phrases = Phrases {
    en: &["absolutely", "definitely", "yeah", "yep", "yes", "yup"],
    es: &["afirmativo", "asi es", "claro que si", "desde luego", "por supuesto"],
};

/// Words that say yes when they are all that is said; otherwise they may begin anything.
const ALONE: Phrases = Phrases {
    en: &[
        "all right",
        "alright",
        "correct",
        "exactly",
        "of course",
        "ok",
        "okay",
        "right",
        "sounds good",
        "sure",
        "that is fine",
        "that works",
    ],
    es: &[
        "bueno",
        "cierto",
        "claro",
        "correcto",
        "dale",
        "de acuerdo",
        "eso es",
        "esta bien",
        "exactamente",
        "exacto",
        "me parece bien",
        "ok",
        "okay",
        "perfecto",
        "si",
        "vale",
    ],
};

/// Words of a caller who has not made up their mind, or asks.
const HESITATES: Phrases = Phrases {
    en: &[
        "but",
        "dunno",
        "hang on",
        "hold on",
        "how",
        "if",
        "let me",
        "maybe",
        "not sure",
        "one moment",
        "think",
        "wait",
        "what",
        "when",
        "which",
        "why",
    ],
    es: &[
        "a lo mejor",
        "aguarde",
        "creo",
        "cuando",
        "cuanto",
        "dejeme",
        "espere",
        "pensar",
        "pensarlo",
        "pero",
        "por que",
        "quizas",
        "quiza",
        "tal vez",
        "un momento",
    ],
};

/// Ways of not knowing what to say, in which a "no" is no answer.
const UNSURE: Phrases = Phrases {
    en: &["can not say", "do not know", "no idea", "not certain", "not sure"],
    es: &["ni idea", "no estoy segura", "no estoy seguro", "no lo se", "no sabria"],
};

/// The same where it is all that is said, since "no se" is also said of what cannot be done.
const UNSURE_ALONE: Phrases = Phrases { en: &[], es: &["no se"] };

/// Yes or no, also in words that say to do it. Who does not know says neither.
pub(crate) fn agrees(answer: &Answer<'_>) -> Option<YesNo> {
    let said = Said::new(answer.said, answer.language);
    if is_unsure(answer, &said) {
        return None;
    }
    let goes_ahead = has(&said, &GO_AHEAD) || said.is_just(&ALONE);
    answer.yes_no.or(goes_ahead.then_some(YesNo::Yes))
}

/// The same for what is not taken back: a yes only from a caller who says it outright, or with a key.
pub(crate) fn agrees_outright(answer: &Answer<'_>) -> Option<YesNo> {
    let said = Said::new(answer.said, answer.language);
    if is_unsure(answer, &said) {
        return None;
    }
    if answer.keys.is_some() || answer.yes_no == Some(YesNo::No) {
        return answer.yes_no;
    }
    let says_yes = has(&said, &YES) || has(&said, &GO_AHEAD) || says_si(&said);
    let agrees = said.is_just(&ALONE) || (says_yes && !said.has(&HESITATES));
    agrees.then_some(YesNo::Yes)
}

fn is_unsure(answer: &Answer<'_>, said: &Said<'_>) -> bool {
    answer.keys.is_none() && (said.has(&UNSURE) || said.is_just(&UNSURE_ALONE))
}

fn has(said: &Said<'_>, phrases: &Phrases) -> bool {
    said.places(phrases).iter().any(|it| !said.refuses(it))
}

/// Whether a Spanish yes is said. It is told from "si me alcanza" by its accent, or by what parts it
/// from the rest.
fn says_si(said: &Said<'_>) -> bool {
    said.language() == Language::EsUs
        && said.tokens().iter().enumerate().any(|(at, token)| {
            let written = said.text().get(token.span.clone()).unwrap_or_default();
            let is_parted = at == 0 && said.is_parted_after(at);
            token.text == "si" && (!written.is_ascii() || is_parted)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;
    use crate::slot::Slots;

    #[test]
    fn phrases_are_in_plain_words() {
        for phrases in [GO_AHEAD, YES, ALONE, HESITATES, UNSURE, UNSURE_ALONE] {
            check_plain(&phrases);
        }
    }

    #[test]
    fn only_what_is_said_outright_agrees_to_what_is_not_taken_back() {
        use Language::{EnUs, EsUs};
        use YesNo::{No, Yes};
        // Recognition, and any word of a yes, take all of these for one.
        for (language, said, outright) in [
            (EnUs, "yes", Some(Yes)),
            (EnUs, "yes please, that one", Some(Yes)),
            (EnUs, "okay", Some(Yes)),
            (EnUs, "sure, that's fine", Some(Yes)),
            (EnUs, "okay, charge it", Some(Yes)),
            (EnUs, "go ahead please", Some(Yes)),
            (EnUs, "okay let me think", None),
            (EnUs, "yes but how much is it", None),
            (EnUs, "right, the one from March", None),
            (EnUs, "sounds good", Some(Yes)),
            (EnUs, "don't do it", None),
            (EnUs, "all good", None),
            (EsUs, "sí", Some(Yes)),
            (EsUs, "si", Some(Yes)),
            (EsUs, "sí, cóbrelo", Some(Yes)),
            (EsUs, "si, por favor", Some(Yes)),
            (EsUs, "adelante", Some(Yes)),
            (EsUs, "siga adelante", Some(Yes)),
            (EsUs, "está bien", Some(Yes)),
            (EsUs, "así está bien", None),
            (EsUs, "estoy bien así", None),
            (EsUs, "si me alcanza", None),
            (EsUs, "bueno, déjeme pensarlo", None),
            (EsUs, "sigue roto", None),
            (EsUs, "claro que sí", Some(Yes)),
        ] {
            let slots = Slots::new();
            let answer = Answer { slots: &slots, yes_no: Some(Yes), keys: None, said, language };
            assert_eq!(agrees_outright(&answer), outright, "{said}");
            let refused = Answer { yes_no: Some(No), ..answer };
            assert_eq!(agrees_outright(&refused), Some(No), "{said}");
        }
        let slots = Slots::new();
        let language = EnUs;
        let answer =
            Answer { slots: &slots, yes_no: Some(Yes), keys: Some("1"), said: "", language };
        assert_eq!(agrees_outright(&answer), Some(Yes));
    }

    #[test]
    fn words_that_say_to_do_it_agree_without_a_yes() {
        use Language::{EnUs, EsUs};
        for (language, said, agreed) in [
            (EnUs, "go ahead", true),
            (EnUs, "don't do it", false),
            (EsUs, "está bien", true),
            (EsUs, "así está bien", false),
            (EsUs, "sigue roto", false),
        ] {
            let slots = Slots::new();
            let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
            assert_eq!(agrees(&answer).is_some(), agreed, "{said}");
        }
    }
}
