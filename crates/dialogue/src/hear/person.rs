//! Hears who wants a person.

use std::ops::Range;

use super::refuse::{self, Of};
use crate::said::{Phrases, Said};

const PERSON: Phrases = Phrases {
    en: &[
        "a person",
        "agent",
        "anybody real",
        "anyone real",
        "get somebody",
        "get someone",
        "human",
        "live person",
        "operator",
        "real person",
        "representative",
        "somebody please",
        "somebody real",
        "someone please",
        "someone real",
        "to somebody",
        "to someone",
        "with somebody",
        "with someone",
    ],
    es: &[
        "agente",
        "alguien de verdad",
        "alguien real",
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
/// Words that ask for a person, and say nothing of anything else.
const ASKING: Phrases = Phrases {
    en: &[
        "a", "an", "call", "connect", "get", "give", "live", "need", "no", "now", "person", "put",
        "rather", "real", "someone", "somebody", "speak", "talk", "through", "to", "transfer",
        "us", "with",
    ],
    es: &[
        "alguien",
        "comuniqueme",
        "comunique",
        "con",
        "deme",
        "hablar",
        "necesito",
        "no",
        "pase",
        "paseme",
        "persona",
        "prefiero",
        "puede",
        "puedo",
        "quiero",
        "transfiera",
        "transfierame",
        "un",
        "una",
    ],
};
/// What a caller says before whom they want to talk to.
const TALK: Phrases = Phrases {
    en: &[
        "connect me to",
        "connect me with",
        "me through to",
        "speak to",
        "speak with",
        "talk to",
        "talk with",
        "transfer me to",
    ],
    es: &[
        "comuniqueme con",
        "hablar con",
        "me comunica con",
        "me comunique con",
        "me pasa con",
        "me pase con",
        "paseme con",
        "transfierame con",
    ],
};
/// What they say before whom they want to have, which may be more than to talk to them.
const HAVE: Phrases = Phrases {
    en: &["get me", "give me", "i need", "i want", "would like"],
    es: &["deme", "necesito", "quiero", "quisiera"],
};
/// Words between that and the person.
const ARTICLE: Phrases = Phrases {
    en: &["a", "an", "another", "any", "live", "my", "real", "some", "the", "your"],
    es: &["algun", "alguna", "el", "la", "mi", "otra", "otro", "su", "un", "una"],
};
/// People who work for a business, and whom callers talk to.
const ROLE: Phrases = Phrases {
    en: &[
        "anybody",
        "anyone",
        "banker",
        "boss",
        "doctor",
        "doctors",
        "expert",
        "manager",
        "nurse",
        "office",
        "person",
        "receptionist",
        "somebody",
        "someone",
        "specialist",
        "staff",
        "supervisor",
        "technician",
        "teller",
    ],
    es: &[
        "alguien",
        "cajera",
        "cajero",
        "doctor",
        "doctora",
        "encargada",
        "encargado",
        "enfermera",
        "enfermero",
        "especialista",
        "gerente",
        "jefa",
        "jefe",
        "medico",
        "persona",
        "recepcion",
        "recepcionista",
        "supervisor",
        "supervisora",
        "tecnico",
    ],
};
/// Those of them who are wanted to talk to, and not to come or to be seen.
const HAD: Phrases = Phrases {
    en: &["banker", "boss", "manager", "nurse", "supervisor", "technician", "teller"],
    es: &[
        "encargada",
        "encargado",
        "enfermera",
        "enfermero",
        "gerente",
        "jefa",
        "jefe",
        "supervisor",
        "supervisora",
        "tecnico",
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
    let named = said.places(&PERSON).into_iter().filter(|it| {
        let is_another = said.places(&SOMEBODY).iter().any(|before| before.end == it.start)
            || said.places(&HAS_SPOKEN).iter().any(|behind| behind.start == it.end)
            || matches!(said.word(it.end), "else" | "mas");
        !is_another
    });
    named.chain(roles(said)).any(|it| !refuse::refuses(said, it.start, Of::Person))
}

/// The caller wants a person and says nothing else: what is asked for may be a message that names
/// one.
pub(super) fn is_all_that_is_wanted(said: &Said<'_>) -> bool {
    let asking = said.places(&ASKING);
    let others = |place: &Range<usize>| {
        (0..said.tokens().len()).filter(|at| !place.contains(at)).collect::<Vec<_>>()
    };
    let only_asks = |place: &Range<usize>| {
        others(place)
            .into_iter()
            .all(|at| asking.iter().any(|it| it.contains(&at)) || said.is_beside(at))
    };
    is_wanted(said) && said.places(&PERSON).iter().any(only_asks)
}

/// The caller speaks of a person without wanting one.
pub(super) fn is_unwanted(said: &Said<'_>) -> bool {
    (said.has(&PERSON) || !roles(said).is_empty()) && !is_wanted(said)
}

/// Where somebody is asked for by what they do: "can I speak to a technician".
fn roles(said: &Said<'_>) -> Vec<Range<usize>> {
    let asked = |before: &Phrases, roles: &Phrases| {
        let places = said.places(before).into_iter().filter(|it| {
            let of =
                |phrases: &Phrases, at: usize| phrases.of(said.language()).contains(&said.word(at));
            // "My doctor" is two words behind, and "the real person" three.
            let mut behind = (it.end..said.tokens().len()).take(3);
            behind.find(|at| !of(&ARTICLE, *at)).is_some_and(|at| of(roles, at))
        });
        places.collect::<Vec<_>>()
    };
    [asked(&TALK, &ROLE), asked(&HAVE, &HAD)].concat()
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
        for phrases in [PERSON, ASKING, TALK, HAVE, ARTICLE, ROLE, HAD, SOMEBODY, HAS_SPOKEN] {
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
            ("I want a technician", true),
            ("can I speak to a technician", true),
            ("is there anybody real there", true),
            ("I want to talk to the doctor's office", true),
            ("I need to speak with my nurse", true),
            ("let me talk to your supervisor", true),
            ("can I talk to somebody", true),
            ("can I talk to someone else", true),
            ("it was delivered to someone else", false),
            ("I want a doctor", false),
            ("the technician never came", false),
            ("I don't want to talk to your supervisor", false),
            ("I don't need a technician", false),
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
            ("quiero un técnico", true),
            ("¿puedo hablar con la enfermera?", true),
            ("páseme con el gerente", true),
            ("quiero hablar con el médico", true),
            ("quiero una cita con el médico", false),
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
    fn a_person_in_a_message_is_not_asked_for() {
        for (text, language, wanted) in [
            ("speak to someone", Language::EnUs, true),
            ("no I want to talk to a real person please", Language::EnUs, true),
            ("an agent", Language::EnUs, true),
            ("I'd like to speak with someone about the rates", Language::EnUs, false),
            ("this is Tom, an agent of Blue Sky", Language::EnUs, false),
            ("I need a person who knows Rust", Language::EnUs, false),
            ("con una persona por favor", Language::EsUs, true),
            ("quiero hablar con alguien", Language::EsUs, true),
            ("busco una persona que sepa Rust", Language::EsUs, false),
        ] {
            assert_eq!(is_all_that_is_wanted(&Said::new(text, language)), wanted, "{text:?}");
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
