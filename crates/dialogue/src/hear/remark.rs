//! Hears what callers ask of whoever answers, in the middle of anything: it wants a word, and then the
//! question again.

use wording::{Message, Value};

use super::person;
use crate::question::Expects;
use crate::said::{Phrases, Said};
use crate::slot::Slot;

/// Something that a caller asks of the line itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remark {
    /// Whether it is a machine.
    Machine,
    /// Who it is.
    Who,
    /// Whether it hears them.
    Hears,
    /// How it is.
    HowItIs,
    /// Why it asks.
    Why,
}

/// Where a remark is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    /// Anywhere in a sentence.
    Anywhere,
    /// Only where nothing else is said: inside a sentence it may be about anything.
    Alone,
    /// Anywhere in what is said to a question for something.
    Asked,
}

/// Remarks and the words for them.
const REMARKS: &[(Remark, Where, Phrases)] = &[
    (
        Remark::Machine,
        Where::Anywhere,
        Phrases {
            en: &[
                "am i speaking to a computer",
                "am i speaking to a human",
                "am i speaking to a machine",
                "am i speaking to a person",
                "am i speaking to a real person",
                "am i speaking with a human",
                "am i speaking with a real person",
                "am i talking to a bot",
                "am i talking to a computer",
                "am i talking to a human",
                "am i talking to a machine",
                "am i talking to a person",
                "am i talking to a real person",
                "am i talking to a recording",
                "am i talking to a robot",
                "are you a bot",
                "are you a computer",
                "are you a human",
                "are you a machine",
                "are you a person",
                "are you a real human",
                "are you a real person",
                "are you a recording",
                "are you a robot",
                "are you an ai",
                "are you human",
                "are you real",
                "is this a bot",
                "is this a computer",
                "is this a machine",
                "is this a real person",
                "is this a recording",
                "is this a robot",
                "is this an ai",
                "is this one of those bots",
            ],
            es: &[
                "es usted humano",
                "es usted un robot",
                "es usted una maquina",
                "es usted una persona",
                "eres humano",
                "eres un robot",
                "eres una maquina",
                "eres una persona",
                "es un robot o",
                "es una grabacion",
                "es una maquina o",
                "estoy hablando con un robot",
                "estoy hablando con una maquina",
                "estoy hablando con una persona",
            ],
        },
    ),
    (
        Remark::Machine,
        Where::Alone,
        // "Mejor hablo con una persona" asks for one.
        Phrases {
            en: &[],
            es: &["hablo con un robot", "hablo con una maquina", "hablo con una persona"],
        },
    ),
    (
        Remark::Who,
        Where::Alone,
        Phrases {
            en: &[
                "what is your name",
                "who am i speaking to",
                "who am i speaking with",
                "who am i talking to",
                "who are you",
                "who did i reach",
                "who is this",
            ],
            es: &[
                "como se llama usted",
                "con quien estoy hablando",
                "con quien hablo",
                "con quien tengo el gusto",
                "cual es su nombre",
                "quien es usted",
                "quien habla",
            ],
        },
    ),
    (
        Remark::Hears,
        Where::Alone,
        Phrases {
            en: &[
                "anybody there",
                "anyone there",
                "are you listening",
                "are you still there",
                "are you there",
                "can you hear me",
                "did i lose you",
                "do you hear me",
                "you still there",
            ],
            es: &["esta ahi", "me escucha", "me esta escuchando", "me oye", "sigue ahi"],
        },
    ),
    (
        Remark::HowItIs,
        Where::Alone,
        Phrases {
            en: &["how are you", "how are you doing", "how are you today", "how is it going"],
            es: &["como esta", "como esta usted", "como ha estado", "como le va"],
        },
    ),
    (
        Remark::Why,
        Where::Asked,
        Phrases {
            en: &[
                "what do you need it for",
                "what do you need that for",
                "what is it for",
                "what is that for",
                "why are you asking",
                "why do i have to",
                "why do i need to",
                "why do you ask",
                "why do you need",
                "why do you want",
                "why would you need",
            ],
            es: &[
                "para que la necesita",
                "para que la quiere",
                "para que lo necesita",
                "para que lo quiere",
                "para que necesita",
                "para que quiere",
                "por que lo necesita",
                "por que me lo pide",
                "por que me pide",
                "por que me pregunta",
                "por que necesita",
                "por que quiere",
            ],
        },
    ),
];

/// A remark that is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) remark: Remark,
    /// Whether it is all that was said.
    pub(super) is_all: bool,
    /// Whether nothing is said behind it.
    pub(super) is_last: bool,
}

/// The remark that a caller makes, to what is expected of them. `takes_anything` is whether the question
/// takes whatever is said: only what is nothing else is a remark then.
pub(super) fn remark(said: &Said<'_>, expects: Expects, takes_anything: bool) -> Option<Made> {
    let is_made = |(_, place, phrases): &&(Remark, Where, Phrases)| match place {
        Where::Anywhere if !takes_anything => {
            said.places(phrases).iter().any(|it| !wants_person_after(said, it.end))
        }
        Where::Anywhere | Where::Alone => said.is_just(phrases),
        Where::Asked => matches!(expects, Expects::Slot(_)) && !takes_anything && said.has(phrases),
    };
    let (remark, _, phrases) = REMARKS.iter().find(is_made)?;
    let end = said.places(phrases).iter().map(|it| it.end).max();
    Some(Made {
        remark: *remark,
        is_all: said.is_just(phrases),
        is_last: end == Some(said.tokens().len()),
    })
}

/// Whether somebody is asked for behind a place: "are you a robot? I want a person".
fn wants_person_after(said: &Said<'_>, place: usize) -> bool {
    let rest = said.between(&(place..said.tokens().len()));
    rest.is_some_and(|it| person::is_wanted(&Said::new(it, said.language())))
}

impl Remark {
    /// What is said to it, before the question that stands is asked again.
    pub(crate) fn note(self, expects: Expects) -> Message {
        match self {
            Self::Machine => Message::new("note-machine"),
            Self::Who => Message::new("note-who"),
            Self::Hears => Message::new("note-hears-you"),
            Self::HowItIs => Message::new("note-how-it-is"),
            Self::Why => {
                Message::new("note-why").with("asked", Value::Word(asked(expects).to_owned()))
            }
        }
    }
}

/// What is asked for, in the words of `note-why`.
fn asked(expects: Expects) -> &'static str {
    match expects {
        Expects::Slot(Slot::OrderNumber | Slot::AppointmentNumber | Slot::AccountNumber) => {
            "number"
        }
        Expects::Slot(Slot::Pin | Slot::OneTimeCode) => "secret",
        Expects::Slot(_) | Expects::Wish | Expects::YesNo => "other",
    }
}

#[cfg(test)]
mod tests {
    use wording::Language::{EnUs, EsUs};

    use super::*;
    use crate::said::check_plain;

    #[test]
    fn what_is_asked_of_the_line_is_heard_in_both_languages() {
        for (_, _, phrases) in REMARKS {
            check_plain(phrases);
        }
        let number = Expects::Slot(Slot::AccountNumber);
        for (language, text, expects, made) in [
            (EnUs, "am I talking to a real person or a bot", Expects::Wish, Some(Remark::Machine)),
            (EnUs, "wait, are you a robot?", number, Some(Remark::Machine)),
            (EnUs, "are you a robot? I want to talk to a person", Expects::Wish, None),
            (EnUs, "I want to talk to a real person", Expects::Wish, None),
            (EnUs, "sorry, who am I speaking with?", Expects::Wish, Some(Remark::Who)),
            (EnUs, "hello, can you hear me?", number, Some(Remark::Hears)),
            (EnUs, "can you hear me when the phone crackles", Expects::Wish, None),
            (EnUs, "hi, how are you?", Expects::Wish, Some(Remark::HowItIs)),
            (EnUs, "why do you need my account number", number, Some(Remark::Why)),
            (EnUs, "why do you need it so late", Expects::Wish, None),
            (EsUs, "oiga, ¿estoy hablando con una máquina?", Expects::Wish, Some(Remark::Machine)),
            (EsUs, "¿hablo con una persona?", Expects::Wish, Some(Remark::Machine)),
            (EsUs, "mejor hablo con una persona", Expects::Wish, None),
            (EsUs, "¿cómo hablo con una persona?", Expects::Wish, None),
            (EsUs, "¿con quién hablo?", number, Some(Remark::Who)),
            (EsUs, "¿me escucha?", number, Some(Remark::Hears)),
            (EsUs, "¿cómo está mi pedido?", Expects::Wish, None),
            (EsUs, "¿y para qué lo necesita?", number, Some(Remark::Why)),
        ] {
            let heard = remark(&Said::new(text, language), expects, false);
            assert_eq!(heard.map(|it| it.remark), made, "{text:?}");
        }
        let said = Said::new("tell her: are you a robot or what", EnUs);
        assert_eq!(remark(&said, Expects::Slot(Slot::Words), true), None);
    }

    #[test]
    fn why_depends_on_what_is_asked_for() {
        for (slot, word) in
            [(Slot::OrderNumber, "number"), (Slot::Pin, "secret"), (Slot::PatientName, "other")]
        {
            assert_eq!(asked(Expects::Slot(slot)), word);
        }
    }
}
