//! The words for commands, and those that are near to them.

use crate::said::Phrases;
use crate::wish::Wish;

/// Where a command is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
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

/// Commands and the words for them, in the order in which they are looked for.
pub(super) const COMMANDS: &[(Wish, Where, Phrases)] = &[
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
pub(super) const MEMORY: Phrases = Phrases {
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
pub(super) const KEEPING: Phrases = Phrases {
    en: &["keep", "keeping", "remember", "remembered", "remembering", "save", "store"],
    es: &["guarda", "guardar", "guarde", "guarden", "recordar", "recuerde", "recuerden"],
};

/// Ways of asking for help that ask what the line can do, and not what a question means.
pub(super) const OPTIONS: Phrases = Phrases {
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
pub(super) const GREETING: Phrases = Phrases {
    en: &["afternoon", "evening", "good", "hello", "hey", "hi", "morning", "there"],
    es: &[
        "buen", "buena", "buenas", "bueno", "buenos", "dia", "dias", "hola", "noches", "tal",
        "tarde", "tardes", "que",
    ],
};
/// Those of which one must be in it.
pub(super) const GREETS: Phrases = Phrases {
    en: &["good afternoon", "good evening", "good morning", "hello", "hey", "hi"],
    es: &["buen dia", "buenas", "buenos dias", "hola"],
};
