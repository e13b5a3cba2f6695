//! Hears the commands that a caller may give at any time.

use crate::said::{Phrases, Said};
use crate::wish::Wish;

/// Where a command is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    /// Anywhere in a sentence.
    Anywhere,
    /// Anywhere, unless the sentence may name a wish: "let me check my balance".
    BesideNoWish,
    /// Only where nothing else is said: inside a sentence it may be about anything.
    Alone,
    /// The same, and only where it is no answer: "slower" is also what an internet connection can be,
    /// "back" that it works again, and "previous" one of several.
    Unanswered,
}

/// A command that was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) wish: Wish,
    /// Whether it can be nothing else: the sentence is the command and has no other sense.
    pub(super) is_sure: bool,
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
                "speak more slowly",
                "speak slower",
                "talk more slowly",
                "talk slower",
                "too fast",
            ],
            es: &[
                "demasiado rapido",
                "hable despacio",
                "hable mas despacio",
                "hable mas lento",
                "mas despacio",
                "muy rapido",
                "no tan rapido",
            ],
        },
    ),
    (
        Wish::SlowDown,
        Where::Unanswered,
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
            en: &["go back", "one step back", "previous question", "undo"],
            es: &[
                "atras",
                "paso atras",
                "pregunta anterior",
                "regresar",
                "regrese",
                "volver",
                "volver atras",
                "vuelva",
            ],
        },
    ),
    (
        Wish::GoBack,
        Where::Unanswered,
        Phrases { en: &["back", "back up", "previous"], es: &["anterior"] },
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
            ],
            es: &["deme un minuto", "deme un momento", "deme un segundo", "permitame un momento"],
        },
    ),
    (
        Wish::Wait,
        Where::BesideNoWish,
        Phrases {
            en: &["let me check", "let me find", "let me get", "let me look", "let me see"],
            es: &["dejeme buscar", "dejeme revisar", "dejeme ver"],
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
                "what do you mean",
                "what does that mean",
                "what else can you do",
            ],
            es: &[
                "ayuda",
                "ayudeme",
                "cuales son mis opciones",
                "opciones",
                "a que se refiere",
                "que opciones hay",
                "que puede hacer",
                "que puedo decir",
                "que puedo hacer",
                "que quiere decir",
                "que significa eso",
            ],
        },
    ),
    // What must not be remembered is named before what may: the one holds the words of the other.
    (
        Wish::ForgetMe,
        Where::Alone,
        Phrases {
            en: &[
                "delete my data",
                "delete my details",
                "delete my information",
                "erase my data",
                "forget about me",
                "forget me",
                "not keep my data",
                "not keep my details",
                "not remember me",
                "stop remembering me",
                "withdraw my consent",
            ],
            es: &[
                "borre mis datos",
                "borren mis datos",
                "elimine mis datos",
                "eliminen mis datos",
                "no guarde mis datos",
                "no guarden mis datos",
                "no me recuerde",
                "no me recuerden",
                "olvideme",
                "olvidenme",
                "olvidese de mi",
                "retiro mi consentimiento",
            ],
        },
    ),
    (
        Wish::RememberMe,
        Where::Alone,
        Phrases {
            en: &[
                "keep my details",
                "not forget about me",
                "not forget me",
                "remember me",
                "remember me next time",
                "remember me for my next call",
                "remember me for next time",
                "save my details",
            ],
            es: &[
                "acuerdese de mi",
                "guarde mis datos",
                "guarden mis datos",
                "no me olvide",
                "recuerdeme",
            ],
        },
    ),
];

/// What a sentence holds that is about being remembered, and not about what the caller remembers: "I
/// don't remember my number" is near to it.
const MEMORY: Phrases = Phrases {
    en: &[
        "about me",
        "as who i am",
        "forget me",
        "forgotten",
        "know me",
        "my consent",
        "my data",
        "my details",
        "my information",
        "my name",
        "my profile",
        "on me",
        "recognize me",
        "remember me",
        "remember who i am",
        "remembered",
        "remembering me",
    ],
    es: &[
        "acuerdese de mi",
        "me olvide",
        "me olviden",
        "me reconozca",
        "me recordara",
        "me recuerde",
        "me recuerden",
        "mi consentimiento",
        "mi informacion",
        "mi nombre",
        "mi perfil",
        "mis datos",
        "nada de mi",
        "olvideme",
        "olvidenme",
        "olvidense de mi",
        "olvidese de mi",
        "quien soy",
        "reconozcame",
        "recordarme",
        "recuerdeme",
        "sabe de mi",
        "sobre mi",
    ],
};
/// Words of those which, refused, ask to be forgotten.
const KEEPING: Phrases = Phrases {
    en: &["keep", "keeping", "remember", "remembered", "remembering", "save", "store"],
    es: &["guarda", "guardar", "guarde", "guarden", "recordar", "recuerde", "recuerden"],
};

/// Whether a sentence in which recognition names a command may be one. `may_refuse` is whether the words
/// may mean the opposite of what they say.
pub(super) fn may_name(wish: Wish, said: &Said<'_>, may_refuse: bool) -> bool {
    match wish {
        // Whoever refuses to be forgotten does not ask for it.
        Wish::ForgetMe => said.has(&MEMORY) && (!may_refuse || said.has(&KEEPING)),
        Wish::RememberMe => said.has(&MEMORY) && !may_refuse,
        _ => !may_refuse,
    }
}

/// Ways of asking for help that ask what the line can do, and not what a question means.
const OPTIONS: Phrases = Phrases {
    en: &[
        "options",
        "what are my options",
        "what can i do",
        "what can you do",
        "what do you do",
        "what else can you do",
    ],
    es: &[
        "cuales son mis opciones",
        "opciones",
        "que opciones hay",
        "que puede hacer",
        "que puedo hacer",
    ],
};

/// Words of a greeting.
const GREETING: Phrases = Phrases {
    en: &["afternoon", "evening", "good", "hello", "hey", "hi", "morning", "there"],
    es: &[
        "buen", "buena", "buenas", "bueno", "buenos", "dia", "dias", "hola", "noches", "tal",
        "tarde", "tardes", "que",
    ],
};
/// Those of which one must be in it.
const GREETS: Phrases = Phrases {
    en: &["good afternoon", "good evening", "good morning", "hello", "hey", "hi"],
    es: &["buen dia", "buenas", "buenos dias", "hola"],
};

/// Whether the caller greets, and says nothing else.
pub(super) fn greets(said: &Said<'_>) -> bool {
    let words = GREETING.of(said.language());
    said.has(&GREETS) && said.tokens().iter().all(|it| words.contains(&it.text.as_str()))
}

/// Whether the caller asks what the line can do.
pub(super) fn asks_for_options(said: &Said<'_>) -> bool {
    said.has(&OPTIONS)
}

/// What else a sentence may be that holds the words of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Anything: only a whole sentence is a command.
    Anything,
    /// A wish.
    Wishes,
    /// No more than an answer.
    Answers,
}

/// The command that a caller gives, if it is one.
pub(super) fn command(said: &Said<'_>, room: Room) -> Option<Given> {
    let given = COMMANDS.iter().find(|(_, place, phrases)| match (place, room) {
        (Where::Anywhere, Room::Wishes | Room::Answers) | (Where::BesideNoWish, Room::Answers) => {
            said.has(phrases)
        }
        (Where::Anywhere | Where::BesideNoWish | Where::Alone | Where::Unanswered, _) => {
            said.is_just(phrases)
        }
    });
    given.map(|(wish, place, phrases)| Given {
        wish: *wish,
        is_sure: *place != Where::Unanswered && said.is_just(phrases),
    })
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
        for phrases in COMMANDS.iter().map(|it| &it.2).chain([&OPTIONS, &GREETING, &GREETS]) {
            check_plain(phrases);
        }
        for (language, text, greets_us) in [
            (EN, "hi there", true),
            (EN, "good morning", true),
            (EN, "hello, where is my order", false),
            (EN, "there", false),
            (ES, "hola, buenas tardes", true),
            (ES, "buenos días", true),
            (ES, "hola, mi pedido", false),
        ] {
            assert_eq!(greets(&Said::new(text, language)), greets_us, "{text:?}");
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
            (EN, "please forget me", Some(Wish::ForgetMe)),
            (EN, "don't remember me", Some(Wish::ForgetMe)),
            (EN, "I want you to delete my data", Some(Wish::ForgetMe)),
            (EN, "remember me", Some(Wish::RememberMe)),
            (EN, "please don't forget me", Some(Wish::RememberMe)),
            (EN, "I don't want you to forget me", None),
            (EN, "I forgot my number", None),
            (EN, "I don't remember", None),
            (ES, "olvídeme, por favor", Some(Wish::ForgetMe)),
            (ES, "no guarde mis datos", Some(Wish::ForgetMe)),
            (ES, "guarde mis datos", Some(Wish::RememberMe)),
            (ES, "recuérdeme", Some(Wish::RememberMe)),
            (ES, "se me olvidó", None),
            (ES, "no recuerdo el número", None),
        ] {
            let given = command(&Said::new(text, language), Room::Answers);
            assert_eq!(given.map(|it| it.wish), wish, "{text:?}");
        }
        for (language, text, room, wish) in [
            (EN, "I had to hold on for an hour", Room::Anything, None),
            (EN, "let me see the bill", Room::Answers, Some(Wish::Wait)),
            (EN, "let me see my bill", Room::Wishes, None),
            (EN, "okay let me see", Room::Wishes, Some(Wish::Wait)),
            (EN, "hold on, I have it here", Room::Wishes, Some(Wish::Wait)),
            (ES, "déjeme ver la factura", Room::Answers, Some(Wish::Wait)),
            (ES, "déjeme ver mis movimientos", Room::Wishes, None),
        ] {
            let given = command(&Said::new(text, language), room);
            assert_eq!(given.map(|it| it.wish), wish, "{text:?}");
        }
    }

    #[test]
    fn what_a_caller_remembers_is_not_whether_they_are_remembered() {
        for phrases in [MEMORY, KEEPING] {
            check_plain(&phrases);
        }
        for (language, text, wish, may) in [
            (EN, "I don't want you to keep anything about me", Wish::ForgetMe, true),
            (EN, "I would rather be forgotten", Wish::ForgetMe, true),
            (EN, "I don't want to be forgotten", Wish::ForgetMe, false),
            (EN, "I don't remember it", Wish::ForgetMe, false),
            (EN, "I'd like to be remembered", Wish::RememberMe, true),
            (EN, "I don't want to be remembered", Wish::RememberMe, false),
            (EN, "I remember now", Wish::RememberMe, false),
            (ES, "no quiero que me recuerden", Wish::ForgetMe, true),
            (ES, "no quiero que borre mis datos", Wish::ForgetMe, false),
            (ES, "no me acuerdo", Wish::ForgetMe, false),
            (ES, "quiero que me recuerde", Wish::RememberMe, true),
        ] {
            let said = Said::new(text, language);
            let refuses = super::super::person::may_refuse(&said);
            assert_eq!(may_name(wish, &said, refuses), may, "{text:?}");
        }
    }

    #[test]
    fn what_may_be_an_answer_is_no_sure_command() {
        for (language, text, is_sure) in [
            (EN, "slow down please", true),
            (EN, "can you speak more slowly", true),
            (EN, "go back", true),
            (EN, "repeat that", true),
            (EN, "it started to slow down yesterday", false),
            (EN, "it's slower", false),
            (EN, "it's back", false),
            (EN, "the previous one", false),
            (ES, "más despacio, por favor", true),
            (ES, "atrás", true),
            (ES, "va más despacio que antes", false),
            (ES, "despacio", false),
            (ES, "la anterior", false),
        ] {
            let given = command(&Said::new(text, language), Room::Answers);
            assert_eq!(given.map(|it| it.is_sure), Some(is_sure), "{text:?}");
        }
    }
}
