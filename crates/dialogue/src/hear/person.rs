//! Hears who wants a person.

use super::refuse::{self, Of};
use crate::said::{Phrases, Said};

const PERSON: Phrases = Phrases {
    en: &[
        "a person",
        "agent",
        "get someone",
        "human",
        "operator",
        "real person",
        "representative",
        "someone please",
        "to someone",
        "with someone",
    ],
    es: &[
        "agente",
        "asesor",
        "asesora",
        "con alguien",
        "ejecutivo",
        "humano",
        "operador",
        "operadora",
        "persona de verdad",
        "persona real",
        "representante",
        "una persona",
    ],
};
/// Words before "agent" and its like that make it somebody else than the person wanted.
const SOMEBODY: Phrases = Phrases {
    en: &["am a", "am an", "as an", "my", "was an"],
    es: &["era un", "era una", "mi", "soy", "soy un", "soy una", "su"],
};
/// The same behind it.
const HAS_SPOKEN: Phrases = Phrases {
    en: &["hung", "promised", "said", "told"],
    es: &["colgo", "dijo", "me colgo", "me dijo", "prometio"],
};

/// The caller wants a person.
pub(super) fn is_wanted(said: &Said<'_>) -> bool {
    said.places(&PERSON).iter().any(|it| {
        let is_another = said.places(&SOMEBODY).iter().any(|before| before.end == it.start)
            || said.places(&HAS_SPOKEN).iter().any(|behind| behind.start == it.end);
        !is_another && !refuse::refuses(said, it.start, Of::Person)
    })
}

/// The caller speaks of a person without wanting one.
pub(super) fn is_unwanted(said: &Said<'_>) -> bool {
    said.has(&PERSON) && !is_wanted(said)
}

/// The caller refuses something that they name: "don't track my order", "no agent please".
pub(super) fn refuses_something(said: &Said<'_>) -> bool {
    const DO_NOT: Phrases = Phrases { en: &["do not"], es: &["no me", "no quiero"] };
    let words = said.tokens().len();
    said.places(&DO_NOT).iter().any(|it| it.start == 0 && it.end < words) || is_unwanted(said)
}

/// What was said may mean the opposite of what its other words say, or speak of a person without
/// wanting one.
pub(super) fn may_refuse(said: &Said<'_>) -> bool {
    refuse::is_in(said) || is_unwanted(said)
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;
    use crate::said::check_plain;

    #[test]
    fn a_person_is_wanted_only_by_who_asks_for_one() {
        for phrases in [PERSON, SOMEBODY, HAS_SPOKEN] {
            check_plain(&phrases);
        }
        for (text, wanted) in [
            ("an agent", true),
            ("no, an agent", true),
            ("no I want to talk to a person", true),
            ("why don't you give me a person", true),
            ("I don't know, get me an agent", true),
            ("I don't want to talk to a robot I want a person", true),
            ("I can't get to an agent", true),
            ("my agent told me to ask for an operator", true),
            ("I don't want to talk to a person", false),
            ("I do not want a real person", false),
            ("please don't transfer me to an agent", false),
            ("don't ever connect me with someone", false),
            ("never give me an agent", false),
            ("no agent please", false),
            ("without an operator", false),
            ("I am an agent", false),
            ("I'm an agent for travellers", false),
            ("my agent told me to call", false),
            ("your agent hung up on me", false),
        ] {
            assert_eq!(is_wanted(&Said::new(text, Language::EnUs)), wanted, "{text:?}");
        }
        for (text, wanted) in [
            ("un agente", true),
            ("quiero hablar con una persona", true),
            ("no, un operador por favor", true),
            ("páseme con un asesor", true),
            ("no quiero hablar con una persona", false),
            ("sin operador", false),
            ("soy agente", false),
            ("mi asesor me dijo que llamara", false),
            ("el agente me colgó", false),
        ] {
            assert_eq!(is_wanted(&Said::new(text, Language::EsUs)), wanted, "{text:?}");
        }
    }

    #[test]
    fn negated_words_may_refuse() {
        for (text, refuses) in [
            ("don't track my order", true),
            ("I do not want to know about my order", true),
            ("no agent please", true),
            ("never mind my order", true),
            ("I am an agent", true),
            ("my agent told me to call", true),
            ("my package still hasn't arrived", false),
            ("my order has not come", false),
            ("it did not get here", false),
            ("there's still no sign of it", false),
            ("I can't find my package", false),
            ("put somebody on the phone", false),
        ] {
            assert_eq!(may_refuse(&Said::new(text, Language::EnUs)), refuses, "{text:?}");
        }
        for (text, refuses) in [
            ("no rastree mi pedido", true),
            ("no quiero saber de mi pedido", true),
            ("mi pedido no ha llegado", false),
            ("todavía no llega", false),
        ] {
            assert_eq!(may_refuse(&Said::new(text, Language::EsUs)), refuses, "{text:?}");
        }
    }
}
