//! Finds the wish in a story: callers tell what happened, and name what they want in the middle of it.
//!
//! It is the last resort. Nothing here is heard where recognition or a scenario made something of the
//! words, and alone it is only asked about.

use std::ops::Range;

use line::Line;

use crate::said::{Phrases, Said};
use crate::wish::Wish;

/// What is said of a wish in the middle of a story. Of those that are said, the one of most words
/// counts, and the first of equals.
const HINTS: &[(Wish, Phrases)] = &[
    (
        Wish::ReturnOrder,
        Phrases {
            en: &[
                "do not fit",
                "does not fit",
                "get my money back",
                "return it",
                "return them",
                "send it back",
                "send them back",
                "take it back",
                "too big",
                "too small",
                "want my money back",
                "wrong color",
                "wrong size",
            ],
            es: &[
                "devolver",
                "devolverla",
                "devolverlo",
                "devolverlos",
                "me queda chica",
                "me queda chico",
                "me queda grande",
                "no me queda",
                "no me quedo",
                "que me regresen mi dinero",
            ],
        },
    ),
    (
        Wish::ChangeDeliveryAddress,
        Phrases {
            en: &["different address", "new address", "old address", "wrong address"],
            es: &["direccion equivocada", "otra direccion"],
        },
    ),
    (
        Wish::CheckOrderStatus,
        Phrases {
            en: &[
                "has not arrived",
                "has not come",
                "has not shown up",
                "my delivery",
                "my order",
                "my package",
                "my packages",
                "my parcel",
                "my shipment",
                "my stuff",
                "never arrived",
                "never came",
                "never showed up",
                "supposed to arrive",
                "supposed to be here",
                "supposed to come",
            ],
            es: &[
                "mi compra",
                "mi encargo",
                "mi envio",
                "mi paquete",
                "mi pedido",
                "no ha llegado",
                "no llega",
                "no me ha llegado",
                "tenia que llegar",
            ],
        },
    ),
    (
        Wish::CancelAppointment,
        Phrases {
            en: &[
                "able to make it",
                "can not come",
                "can not make it",
                "can not make my appointment",
                "going to make it",
            ],
            es: &["no podre ir", "no puedo ir", "no voy a ir", "no voy a poder ir"],
        },
    ),
    (
        Wish::MoveAppointment,
        Phrases {
            en: &[
                "another day instead",
                "change my appointment",
                "move my appointment",
                "reschedule",
            ],
            es: &[
                "cambiar la cita",
                "cambiar mi cita",
                "mover la cita",
                "mover mi cita",
                "reagendar",
            ],
        },
    ),
    (
        Wish::CheckAppointment,
        Phrases {
            en: &["forgot when my appointment", "time is my appointment", "when my appointment is"],
            es: &["a que hora es mi cita", "cuando es mi cita", "hora de mi cita"],
        },
    ),
    (
        Wish::BookAppointment,
        Phrases {
            en: &[
                "an appointment for",
                "be seen",
                "book an appointment",
                "check up",
                "checkup",
                "get an appointment",
                "get in to see",
                "get seen",
                "make an appointment",
                "need an appointment",
                "schedule an appointment",
                "see a doctor",
                "see somebody",
                "see someone",
                "see the doctor",
                "set up an appointment",
            ],
            es: &[
                "agendar",
                "consulta",
                "dar una cita",
                "hacer una cita",
                "necesito cita",
                "necesito una cita",
                "que me atiendan",
                "que me revise",
                "que me revisen",
                "que me vea",
                "quiero una cita",
                "sacar cita",
                "sacar una cita",
                "ver a un doctor",
                "ver al doctor",
            ],
        },
    ),
    (
        Wish::PayInvoice,
        Phrases {
            en: &[
                "how much do i owe",
                "make a payment",
                "past due",
                "pay it off",
                "pay my",
                "pay the",
                "pay this",
                "take care of my bill",
                "take care of this bill",
                "what do i owe",
                "what i owe",
            ],
            es: &["abonar", "cuanto debo", "hacer un pago", "lo que debo", "pagar"],
        },
    ),
    (
        Wish::ReportProblem,
        Phrases {
            en: &[
                "buffering",
                "can not get online",
                "cuts off",
                "cuts out",
                "cutting out",
                "dial tone",
                "does not make",
                "does not work",
                "do not work",
                "dropping",
                "drops",
                "freezes",
                "freezing",
                "frozen",
                "is down",
                "is out",
                "kicks me off",
                "no internet",
                "no picture",
                "no signal",
                "no sound",
                "not working",
                "went out",
                "will not connect",
                "will not turn on",
            ],
            es: &[
                "no agarra",
                "no da tono",
                "no funciona",
                "no hay internet",
                "no jala",
                "no me agarra",
                "no me funciona",
                "no me jala",
                "no prende",
                "no sirve",
                "no tengo internet",
                "se congela",
                "se corta",
                "se me va",
                "se traba",
                "sin señal",
            ],
        },
    ),
    (
        Wish::ListTransactions,
        Phrases {
            en: &[
                "been deposited",
                "check cleared",
                "direct deposit",
                "my paycheck",
                "paycheck came",
                "payment went through",
                "recent charges",
            ],
            es: &["me depositaron", "mi nomina", "mi quincena", "mis movimientos"],
        },
    ),
    (
        Wish::CheckBalance,
        Phrases {
            en: &[
                "do i have in",
                "enough money",
                "how much do i have",
                "how much i have",
                "how much is in",
                "how much money",
                "left in my account",
                "left in my checking",
                "left in my savings",
            ],
            es: &[
                "cuanto dinero",
                "cuanto me queda",
                "cuanto tengo",
                "cuanto traigo",
                "hay en mi cuenta",
            ],
        },
    ),
    (
        Wish::RequestInterview,
        Phrases {
            en: &["a job for", "a position", "a role", "an opening", "join our team", "open role"],
            es: &["un puesto", "una posicion", "una vacante"],
        },
    ),
    (
        Wish::AskProjects,
        Phrases {
            en: &["has she built", "has she made", "she has built", "she worked on"],
            es: &["ha construido", "ha hecho", "en que ha trabajado"],
        },
    ),
];

/// Fewest words of a hint that says what is wanted: "my package" may be about anything.
const STRONG: usize = 3;

/// Words of a hint that deny something themselves.
const NEGATIONS: &[&str] = &["never", "no", "not"];

/// A wish that the words hint at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) wish: Wish,
    /// Whether it is more than a name for what the wish is about.
    pub(crate) is_strong: bool,
    /// Whether it says no itself: "it doesn't fit".
    pub(crate) negates: bool,
}

/// The wish that the words hint at, of those that a line serves; `None` for what is named to be refused.
pub(crate) fn hinted(said: &Said<'_>, line: &Line) -> Option<Hint> {
    let mut best: Option<(Wish, Range<usize>)> = None;
    for (wish, phrases) in HINTS.iter().filter(|(wish, _)| wish.is_known_to(line)) {
        let places = said.places(phrases).into_iter().filter(|it| !said.refuses(it));
        for place in places {
            if place.len() > best.as_ref().map_or(0, |it| it.1.len()) {
                best = Some((*wish, place));
            }
        }
    }
    best.map(|(wish, mut place)| Hint {
        wish,
        is_strong: place.len() >= STRONG,
        negates: place.any(|it| NEGATIONS.contains(&said.word(it))),
    })
}

#[cfg(test)]
mod tests {
    use line::Scenario;
    use wording::Language::{EnUs, EsUs};

    use super::*;
    use crate::said::check_plain;

    #[test]
    fn a_story_names_what_is_wanted() {
        for (_, phrases) in HINTS {
            check_plain(phrases);
        }
        let all = line(&[
            Scenario::Shop,
            Scenario::Clinic,
            Scenario::Payments,
            Scenario::Support,
            Scenario::Bank,
            Scenario::Profile,
        ]);
        for (language, text, wish) in [
            (
                EnUs,
                "my husband ordered a tent and it still hasn't shown up",
                Some(Wish::CheckOrderStatus),
            ),
            (EnUs, "I got my order and the boots don't fit", Some(Wish::ReturnOrder)),
            (
                EnUs,
                "I'd like to make an appointment for my daughter, she's got a rash",
                Some(Wish::BookAppointment),
            ),
            (
                EnUs,
                "something came up and I can't make it on Wednesday",
                Some(Wish::CancelAppointment),
            ),
            (EnUs, "my wifi keeps cutting out when I'm on a call", Some(Wish::ReportProblem)),
            (EnUs, "I don't want to return it, it's lovely", None),
            (EnUs, "we had lovely weather", None),
            (EsUs, "no me agarra el teléfono desde ayer", Some(Wish::ReportProblem)),
            (EsUs, "mi mamá anda mala y necesito que me la vea alguien", None),
            (EsUs, "necesito una cita para mi mamá que anda mala", Some(Wish::BookAppointment)),
            (
                EsUs,
                "compré unos zapatos y no me quedaron, los quiero devolver",
                Some(Wish::ReturnOrder),
            ),
        ] {
            let hint = hinted(&Said::new(text, language), &all);
            assert_eq!(hint.map(|it| it.wish), wish, "{text:?}");
        }
    }

    #[test]
    fn only_what_the_line_serves_is_hinted_at() {
        let said = Said::new("my internet is out and I can't make a payment", EnUs);
        let hint = hinted(&said, &line(&[Scenario::Support]));
        assert_eq!(
            hint,
            Some(Hint { wish: Wish::ReportProblem, is_strong: false, negates: false })
        );
        assert_eq!(hinted(&said, &line(&[Scenario::Clinic])), None);
    }

    fn line(scenarios: &[Scenario]) -> Line {
        let mut line = Line::basic("Riverside", "America/New_York");
        line.scenarios = scenarios.iter().copied().collect();
        line
    }
}
