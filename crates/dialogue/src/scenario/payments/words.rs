//! What callers call things who pay.

use jiff::civil::DateTime;
use line::PaymentMethod;
use wording::Currency;

use crate::business::Money;
use crate::read::{self, Named};
use crate::said::{Phrases, Said, readable};
use crate::slot::{Slot, Slots};
use crate::task::Answer;

/// The card on file, by the key of the bot's slot type.
const CARD: &str = "card-on-file";
/// A link sent by SMS, by the key of the bot's slot type.
const LINK: &str = "link";

/// Ways to pay.
const METHODS: &[Named] = &[
    Named {
        key: LINK,
        words: Phrases {
            en: &[
                "a text",
                "by text",
                "link",
                "online",
                "sms",
                "text it",
                "text me",
                "text message",
                "the text",
                "website",
            ],
            es: &["en linea", "enlace", "internet", "liga", "link", "mensaje", "por texto", "sms"],
        },
    },
    Named {
        key: CARD,
        words: Phrases {
            en: &[
                "american express",
                "amex",
                "card",
                "mastercard",
                "master card",
                "on file",
                "saved one",
                "usual one",
                "visa",
            ],
            es: &[
                "american express",
                "amex",
                "la de siempre",
                "la guardada",
                "la registrada",
                "mastercard",
                "tarjeta",
                "visa",
            ],
        },
    },
];

/// Another card than the one on file, which only a link can take.
pub(super) const OTHER_CARD: Phrases = Phrases {
    en: &[
        "another card",
        "another one",
        "different card",
        "different one",
        "my other card",
        "new card",
        "other card",
    ],
    es: &["con otra", "nueva tarjeta", "otra tarjeta", "tarjeta diferente", "tarjeta nueva"],
};

/// Offers to give a card number.
pub(super) const CARD_NUMBER: Phrases = Phrases {
    en: &[
        "card details",
        "card number",
        "give you my card",
        "number of my card",
        "number on my card",
        "numbers on my card",
        "read you my card",
        "take my card",
    ],
    es: &[
        "darle mi tarjeta",
        "datos de la tarjeta",
        "datos de mi tarjeta",
        "doy mi tarjeta",
        "numero de la tarjeta",
        "numero de mi tarjeta",
        "numero de tarjeta",
    ],
};

/// All of it, and not only what was just offered.
pub(super) const ALL: Phrases = Phrases {
    en: &["all of it", "all of them", "all three", "both", "everything", "pay all", "the total"],
    es: &["ambas", "el total", "las dos", "las tres", "todas", "todo"],
};

/// Some of it.
pub(super) const PART: Phrases = Phrases {
    en: &["a little", "half", "in installments", "installments", "less", "part of", "some of"],
    es: &["a plazos", "la mitad", "menos", "parte de", "solo una parte", "un poco", "una parte"],
};

/// Not having the money, or needing time for it.
pub(super) const CANNOT_PAY: Phrases = Phrases {
    en: &[
        "can not afford",
        "can not pay all",
        "can not pay it",
        "can not pay my",
        "can not pay right now",
        "can not pay that",
        "can not pay the",
        "can not pay this",
        "could not afford",
        "do not have that kind of money",
        "do not have that much",
        "do not have the money",
        "have no money",
        "lost my job",
        "more time to pay",
        "not able to pay",
        "not enough money",
        "payment arrangement",
        "payment plan",
        "struggling to pay",
        "unable to pay",
    ],
    es: &[
        "mas tiempo para pagar",
        "me quede sin trabajo",
        "no alcanzo a pagar",
        "no me alcanza",
        "no puedo pagar",
        "no tengo con que pagar",
        "no tengo dinero",
        "no tengo el dinero",
        "no tengo para pagar",
        "no tengo tanto dinero",
        "perdi el trabajo",
        "perdi mi trabajo",
        "plan de pago",
        "plan de pagos",
    ],
};

/// Ways of leaving it for another day.
pub(super) const LATER: Phrases = Phrases {
    en: &["another day", "another time", "later", "next week", "not now", "not today", "not yet"],
    es: &["ahora no", "despues", "hoy no", "luego", "mas tarde", "otro dia", "todavia no"],
};

/// Ways of saying no to every way to pay.
pub(super) const NEITHER: Phrases =
    Phrases { en: &["neither", "none"], es: &["ninguna", "ninguno"] };

/// Whether the caller does not have the money, and not only another way to pay: "I can't pay it with that
/// card".
pub(super) fn cannot_pay(answer: &Answer<'_>) -> bool {
    answer.keys.is_none()
        && Said::new(answer.said, answer.language).has(&CANNOT_PAY)
        && method(&only(answer, &Slots::new())).is_none()
}

/// What was said, without what recognition made of it.
pub(super) fn only<'a>(answer: &Answer<'a>, nothing: &'a Slots) -> Answer<'a> {
    let Answer { yes_no, keys, said, language, .. } = *answer;
    Answer { slots: nothing, yes_no, keys, said, language }
}

/// The way to pay that the caller names.
pub(super) fn method(answer: &Answer<'_>) -> Option<PaymentMethod> {
    match read::one_of(answer, Slot::PaymentMethod, METHODS)? {
        LINK => Some(PaymentMethod::Link),
        _ => Some(PaymentMethod::CardOnFile),
    }
}

/// The amount that the caller names, in the currency of the line; a number that may be something else,
/// such as that of "the second one", is none.
pub(super) fn amount(answer: &Answer<'_>, currency: Currency) -> Option<Money> {
    let code = match currency {
        Currency::Usd => "USD",
        Currency::Eur => "EUR",
        Currency::Mxn => "MXN",
    };
    let setting = language::Setting::new(answer.language.locale(), DateTime::ZERO);
    let setting = language::Setting { currency: code, ..setting };
    let said = language::said::Said::new(readable(answer.said), &setting);
    let mut found = said.amounts();
    // Nobody counts in cents: "the 64.10 one" is an amount.
    found.retain(|it| !it.refused && (it.clear || it.value.minor % 100 != 0));
    let [only] = &found[..] else { return None };
    let minor = i64::try_from(only.value.minor).ok()?;
    (only.value.currency == code).then_some(Money { minor, currency })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;

    fn said(text: &str, language: wording::Language, check: impl FnOnce(&Answer<'_>)) {
        let slots = Slots::new();
        check(&Answer { slots: &slots, yes_no: None, keys: None, said: text, language });
    }

    #[test]
    fn amounts_are_told_from_other_numbers() {
        use wording::Language::{EnUs, EsUs};
        for (text, language, cents) in [
            ("$64.10", EnUs, Some(6410)),
            ("the 64.10 one", EnUs, Some(6410)),
            ("no, the 64 dollars and 10 cents one", EnUs, Some(6410)),
            ("the one for sixty-four dollars and ten cents", EnUs, Some(6410)),
            ("fifty dollars", EnUs, Some(5000)),
            ("50 bucks", EnUs, Some(5000)),
            ("the second one", EnUs, None),
            ("number two", EnUs, None),
            ("48210075", EnUs, None),
            ("yes", EnUs, None),
            ("la de 64 dólares con 10 centavos", EsUs, Some(6410)),
            ("cincuenta dólares", EsUs, Some(5000)),
            ("la segunda", EsUs, None),
        ] {
            said(text, language, |it| {
                let found = amount(it, Currency::Usd).map(|it| it.minor);
                assert_eq!(found, cents, "{text:?}");
            });
        }
    }

    #[test]
    fn ways_to_pay_are_found_in_sentences() {
        use PaymentMethod::{CardOnFile, Link};
        use wording::Language::{EnUs, EsUs};
        for (text, language, found) in [
            ("with my card", EnUs, Some(CardOnFile)),
            ("the one on file", EnUs, Some(CardOnFile)),
            ("send me a link", EnUs, Some(Link)),
            ("text it to me", EnUs, Some(Link)),
            ("not the card, the link", EnUs, Some(Link)),
            ("not by text, use the card", EnUs, Some(CardOnFile)),
            ("whatever", EnUs, None),
            ("the visa", EnUs, Some(CardOnFile)),
            ("con la tarjeta", EsUs, Some(CardOnFile)),
            ("la visa", EsUs, Some(CardOnFile)),
            ("mándeme un enlace", EsUs, Some(Link)),
            ("por mensaje de texto", EsUs, Some(Link)),
        ] {
            said(text, language, |it| assert_eq!(method(it), found, "{text:?}"));
        }
    }

    #[test]
    fn phrases_are_in_plain_words() {
        for phrases in [OTHER_CARD, CARD_NUMBER, ALL, PART, CANNOT_PAY, LATER, NEITHER] {
            check_plain(&phrases);
        }
        for named in METHODS {
            check_plain(&named.words);
        }
    }
}
