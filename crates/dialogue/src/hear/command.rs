//! Hears the commands that a caller may give at any time.

use crate::said::{Phrases, Said};
use crate::wish::Wish;

/// Where a command is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    /// Anywhere in a sentence.
    Anywhere,
    /// Only where nothing else is said: inside a sentence it may be about anything.
    Alone,
}

/// Commands and the words for them, in the order in which they are looked for.
const COMMANDS: &[(Wish, Where, Phrases)] = &[
    (
        Wish::SlowDown,
        Where::Anywhere,
        Phrases {
            en: &[
                "more slowly",
                "not so fast",
                "slow down",
                "slower please",
                "speak slower",
                "talk slower",
                "too fast",
            ],
            es: &[
                "demasiado rapido",
                "hable despacio",
                "mas despacio",
                "muy rapido",
                "no tan rapido",
            ],
        },
    ),
    (
        Wish::SlowDown,
        Where::Alone,
        Phrases { en: &["slower", "slowly"], es: &["despacio", "lento", "mas lento"] },
    ),
    (
        Wish::Repeat,
        Where::Anywhere,
        Phrases {
            en: &[
                "come again",
                "repeat that",
                "say it again",
                "say that again",
                "say that one more time",
                "what did you say",
            ],
            es: &[
                "me lo repite",
                "me puede repetir",
                "puede repetir",
                "que dijo",
                "repita eso",
                "repitamelo",
            ],
        },
    ),
    (
        Wish::Repeat,
        Where::Alone,
        Phrases {
            en: &[
                "again please",
                "can not hear you",
                "did not catch that",
                "did not hear that",
                "did not hear you",
                "did not understand",
                "excuse me",
                "one more time",
                "pardon",
                "repeat",
                "say again",
                "what was that",
            ],
            es: &[
                "como dijo",
                "mande",
                "no entendi",
                "no escuche",
                "no le entendi",
                "no le oi",
                "no oi",
                "otra vez",
                "repetir",
                "repita",
                "repite",
            ],
        },
    ),
    (
        Wish::StartAgain,
        Where::Anywhere,
        Phrases {
            en: &["start all over", "start from the beginning", "start over"],
            es: &["empezar de nuevo", "empezar desde el principio", "volver a empezar"],
        },
    ),
    (
        Wish::StartAgain,
        Where::Alone,
        Phrases {
            en: &["begin again", "from the beginning", "from the start", "restart", "start again"],
            es: &[
                "comenzar de nuevo",
                "de nuevo",
                "desde el principio",
                "empecemos de nuevo",
                "reiniciar",
            ],
        },
    ),
    (
        Wish::GoBack,
        Where::Alone,
        Phrases {
            en: &[
                "back",
                "back up",
                "go back",
                "one step back",
                "previous",
                "previous question",
                "undo",
            ],
            es: &[
                "anterior",
                "atras",
                "paso atras",
                "regresar",
                "regrese",
                "volver",
                "volver atras",
                "vuelva",
            ],
        },
    ),
    (
        Wish::Wait,
        Where::Anywhere,
        Phrases {
            en: &[
                "bear with me",
                "give me a minute",
                "give me a moment",
                "give me a second",
                "hold on",
                "let me check",
                "let me find",
                "let me get",
                "let me look",
                "let me see",
            ],
            es: &[
                "deme un minuto",
                "deme un momento",
                "deme un segundo",
                "dejeme buscar",
                "dejeme revisar",
                "dejeme ver",
                "permitame un momento",
            ],
        },
    ),
    (
        Wish::Wait,
        Where::Alone,
        Phrases {
            en: &[
                "a minute",
                "a moment",
                "a sec",
                "a second",
                "hang on",
                "just a minute",
                "one minute",
                "one moment",
                "one sec",
                "one second",
                "wait",
            ],
            es: &[
                "aguarde",
                "espera",
                "espere",
                "momentito",
                "permitame",
                "un minuto",
                "un momento",
                "un segundito",
                "un segundo",
            ],
        },
    ),
    (
        Wish::Help,
        Where::Alone,
        Phrases {
            en: &[
                "help",
                "help me",
                "options",
                "what are my options",
                "what can i do",
                "what can i say",
                "what can you do",
                "what do you do",
                "what else can you do",
            ],
            es: &[
                "ayuda",
                "ayudeme",
                "cuales son mis opciones",
                "opciones",
                "que opciones hay",
                "que puede hacer",
                "que puedo decir",
                "que puedo hacer",
            ],
        },
    ),
];

/// The command that a caller gives, if it is one; `alone` when only a whole sentence is one.
pub(super) fn command(said: &Said<'_>, alone: bool) -> Option<Wish> {
    let given = COMMANDS.iter().find(|(_, place, phrases)| match place {
        Where::Anywhere if !alone => said.has(phrases),
        Where::Anywhere | Where::Alone => said.is_just(phrases),
    });
    given.map(|(wish, ..)| *wish)
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;
    use crate::said::check_plain;

    const EN: Language = Language::EnUs;
    const ES: Language = Language::EsUs;

    #[test]
    fn commands_are_heard_in_both_languages() {
        for (_, _, phrases) in COMMANDS {
            check_plain(phrases);
        }
        for (language, text, wish) in [
            (EN, "could you say that again please", Some(Wish::Repeat)),
            (EN, "repeat", Some(Wish::Repeat)),
            (EN, "sorry, I didn't catch that", Some(Wish::Repeat)),
            (EN, "please speak slower", Some(Wish::SlowDown)),
            (EN, "slower please", Some(Wish::SlowDown)),
            (EN, "start over", Some(Wish::StartAgain)),
            (EN, "can you go back please", Some(Wish::GoBack)),
            (EN, "I want to send it back", None),
            (EN, "hold on, let me look", Some(Wish::Wait)),
            (EN, "one moment please", Some(Wish::Wait)),
            (EN, "wait for my package", None),
            (EN, "what can you do", Some(Wish::Help)),
            (EN, "help me with my router", None),
            (EN, "I restarted the router", None),
            (ES, "¿me lo repite, por favor?", Some(Wish::Repeat)),
            (ES, "más despacio, por favor", Some(Wish::SlowDown)),
            (ES, "volver a empezar", Some(Wish::StartAgain)),
            (ES, "atrás", Some(Wish::GoBack)),
            (ES, "un momentito, por favor", Some(Wish::Wait)),
            (ES, "ayuda", Some(Wish::Help)),
            (ES, "quiero volver a pedir", None),
        ] {
            assert_eq!(command(&Said::new(text, language), false), wish, "{text:?}");
        }
        assert_eq!(command(&Said::new("I had to hold on for an hour", EN), true), None);
    }
}
