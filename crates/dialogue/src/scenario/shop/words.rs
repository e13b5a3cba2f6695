//! What callers call things in a shop.

use crate::read::{self, Named};
use crate::said::{Phrases, Said, spoken};
use crate::slot::Slot;
use crate::task::Answer;

/// Why something goes back when the caller gives no reason that has a name.
pub(super) const OTHER: &str = "other";

/// Why something goes back, by the keys of the bot's slot type; the more telling come first.
pub(super) const REASONS: &[Named] = &[
    Named {
        key: "wrong-size",
        words: Phrases {
            en: &[
                "different size",
                "does not fit",
                "do not fit",
                "another size",
                "too big",
                "too large",
                "too long",
                "too short",
                "too small",
                "too tight",
                "wrong size",
            ],
            es: &[
                "muy apretada",
                "muy apretado",
                "muy chica",
                "muy chico",
                "muy grande",
                "muy pequeña",
                "muy pequeño",
                "no me queda",
                "no me quedan",
                "otra talla",
                "talla equivocada",
            ],
        },
    },
    Named {
        key: "wrong-item",
        words: Phrases {
            en: &[
                "different color",
                "not what i ordered",
                "wrong article",
                "wrong color",
                "wrong item",
                "wrong one",
                "wrong product",
                "wrong thing",
            ],
            es: &[
                "articulo equivocado",
                "equivocado",
                "lo que no pedi",
                "no es lo que pedi",
                "otro articulo",
                "otro color",
                "otro producto",
                "producto equivocado",
            ],
        },
    },
    Named {
        key: "damaged",
        words: Phrases {
            en: &[
                "broke",
                "broken",
                "cracked",
                "damaged",
                "defective",
                "does not work",
                "do not work",
                "faulty",
                "in pieces",
                "not working",
                "ripped",
                "scratched",
                "stopped working",
                "torn",
            ],
            es: &[
                "dañada",
                "dañado",
                "defectuosa",
                "defectuoso",
                "descompuesta",
                "descompuesto",
                "no funciona",
                "no sirve",
                "quebrada",
                "quebrado",
                "rasgada",
                "rasgado",
                "rayada",
                "rayado",
                "rota",
                "roto",
            ],
        },
    },
    Named {
        key: "not-as-described",
        words: Phrases {
            en: &[
                "bad quality",
                "different from the picture",
                "looks different",
                "not as described",
                "not what i expected",
                "poor quality",
            ],
            es: &[
                "diferente a la foto",
                "mala calidad",
                "no es como se ve",
                "no es lo que esperaba",
            ],
        },
    },
    Named {
        key: "too-late",
        words: Phrases {
            en: &["came late", "did not come in time", "not in time", "too late"],
            es: &["demasiado tarde", "llego tarde", "muy tarde"],
        },
    },
    Named {
        key: "changed-mind",
        words: Phrases {
            en: &[
                "by mistake",
                "changed my mind",
                "do not like",
                "do not need",
                "do not want",
                "no longer need",
                "no longer want",
            ],
            es: &[
                "cambie de opinion",
                "no la necesito",
                "no la quiero",
                "no lo necesito",
                "no lo quiero",
                "no me gusta",
                "no me gusto",
                "por error",
            ],
        },
    },
    Named {
        key: OTHER,
        words: Phrases {
            en: &["another reason", "none of those", "other reason", "something else"],
            es: &["ninguna de esas", "otra cosa", "otra razon", "otro motivo"],
        },
    },
];

/// Words to be rid of an order that has not come.
pub(super) const CANCEL: Phrases = Phrases {
    en: &["call off", "cancel", "cancelled", "canceling", "cancelling"],
    es: &[
        "anular",
        "anularlo",
        "anule",
        "cancela",
        "cancelar",
        "cancelarlo",
        "cancele",
        "cancelelo",
        "cancelen",
    ],
};

/// What an order is called.
pub(super) const ORDER: Phrases = Phrases {
    en: &["order", "orders", "package", "purchase"],
    es: &["compra", "orden", "ordenes", "paquete", "pedido", "pedidos"],
};

/// Words to be rid of an order that has come.
pub(super) const SEND_BACK: Phrases = Phrases {
    en: &["refund", "return", "returning", "send back", "send it back", "sending back"],
    es: &["devolucion", "devolver", "devolverlo", "devuelvo", "reembolso", "regresar"],
};

/// Words beside a number that is given, or given right: "no, it's order 44321".
const BESIDE_NUMBER: Phrases = Phrases {
    en: &[
        "actually", "be", "but", "i", "is", "it", "meant", "my", "no", "not", "number", "order",
        "said", "should", "sorry", "that", "the", "uh", "um", "wait", "was", "wrong", "yes",
    ],
    es: &[
        "decir", "dije", "el", "era", "es", "esta", "la", "mal", "mi", "no", "numero", "orden",
        "pedido", "perdon", "que", "quise", "si", "sino",
    ],
};

/// Whether a number was given and nothing else said, whatever wish recognition hears in it.
pub(super) fn is_just_number(answer: &Answer<'_>) -> bool {
    let said = Said::new(answer.said, answer.language);
    let beside = BESIDE_NUMBER.of(answer.language);
    let belongs = |word: &str| {
        beside.contains(&word) || language::numbers::may_be_number(word, spoken(answer.language))
    };
    read::digits(answer, Slot::OrderNumber, &(5..=5), None).is_some()
        && said.tokens().iter().all(|it| belongs(&it.text))
}

/// Words for another order than the one under discussion.
pub(super) const ANOTHER: Phrases = Phrases {
    en: &["another", "different", "new", "next", "other", "second"],
    es: &["diferente", "distinto", "nuevo", "otra", "otro", "segundo", "siguiente"],
};

/// The same where "another" may be of something else, such as a size.
pub(super) const ANOTHER_ORDER: Phrases = Phrases {
    en: &[
        "another one",
        "another order",
        "another package",
        "different one",
        "different order",
        "different package",
        "new order",
        "next order",
        "other one",
        "other order",
        "other package",
        "second order",
    ],
    es: &[
        "el otro",
        "otra orden",
        "otro paquete",
        "otro pedido",
        "pedido diferente",
        "pedido distinto",
        "pedido nuevo",
        "segundo pedido",
        "siguiente pedido",
    ],
};

/// Ways of asking on about an order that was just discussed.
pub(super) const ABOUT_IT: Phrases = Phrases {
    en: &[
        "arrive",
        "arrived",
        "arrives",
        "coming",
        "delivered",
        "delivery",
        "expected",
        "get here",
        "get it",
        "how long",
        "my order",
        "my package",
        "shipped",
        "status",
        "the order",
        "the package",
        "what day",
        "when does it",
        "when is it",
        "when will it",
        "where is it",
        "where it is",
    ],
    es: &[
        "cuando llega",
        "cuando va a llegar",
        "cuanto tarda",
        "donde esta",
        "donde viene",
        "el estado",
        "el paquete",
        "el pedido",
        "entrega",
        "entregan",
        "llega",
        "llegara",
        "mi paquete",
        "mi pedido",
        "que dia",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;
    use crate::slot::Slots;
    use wording::Language::{self, EnUs, EsUs};

    #[test]
    fn phrases_are_in_plain_words() {
        check_plain(&BESIDE_NUMBER);
        check_plain(&CANCEL);
        check_plain(&ORDER);
        check_plain(&SEND_BACK);
        check_plain(&ANOTHER);
        check_plain(&ANOTHER_ORDER);
        check_plain(&ABOUT_IT);
        for named in REASONS {
            check_plain(&named.words);
        }
    }

    #[test]
    fn a_number_alone_is_no_other_wish() {
        for (said, language, is_just) in [
            ("44321", EnUs, true),
            ("one zero zero zero seven", EnUs, true),
            ("no, it's order 44321", EnUs, true),
            ("sorry, I meant 4 4 3 2 1", EnUs, true),
            ("four four three double two", EnUs, true),
            ("where is order 44321", EnUs, false),
            ("track order 44321", EnUs, false),
            ("return order 44321", EnUs, false),
            ("no", EnUs, false),
            ("no, es el 44321", EsUs, true),
            ("dónde está el pedido 44321", EsUs, false),
        ] {
            let slots = Slots::new();
            let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
            assert_eq!(is_just_number(&answer), is_just, "{said:?}");
        }
    }

    #[test]
    fn reasons_are_found_in_sentences() {
        let reason = |said: &str, language: Language| {
            let slots = Slots::new();
            let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
            read::one_of(&answer, Slot::ReturnReason, REASONS)
        };
        for (said, language, key) in [
            ("it came broken", EnUs, Some("damaged")),
            ("the zipper doesn't work", EnUs, Some("damaged")),
            ("the shoes don't fit me", EnUs, Some("wrong-size")),
            ("it's the wrong size", EnUs, Some("wrong-size")),
            ("you sent the wrong one", EnUs, Some("wrong-item")),
            ("that's not what I ordered", EnUs, Some("wrong-item")),
            ("it isn't what I expected", EnUs, Some("not-as-described")),
            ("it's not what I expected", EnUs, Some("not-as-described")),
            ("I changed my mind", EnUs, Some("changed-mind")),
            ("I don't want it anymore", EnUs, Some("changed-mind")),
            ("it came too late for the birthday", EnUs, Some("too-late")),
            ("something else", EnUs, Some("other")),
            ("it's not damaged, it's the wrong color", EnUs, Some("wrong-item")),
            ("my neighbor", EnUs, None),
            ("", EnUs, None),
            ("llegó roto", EsUs, Some("damaged")),
            ("la blusa está dañada", EsUs, Some("damaged")),
            ("no me queda", EsUs, Some("wrong-size")),
            ("me mandaron otro artículo", EsUs, Some("wrong-item")),
            ("ya no lo necesito", EsUs, Some("changed-mind")),
            ("llegó tarde", EsUs, Some("too-late")),
            ("otra cosa", EsUs, Some("other")),
        ] {
            assert_eq!(reason(said, language), key, "{said:?}");
        }
    }
}
