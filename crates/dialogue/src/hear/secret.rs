//! Whether what opens something, or a card, is in a caller's words, said or written.
//!
//! Nobody is asked to say it, but callers do: "balance for 1234567890, my PIN is 4071". The words are read
//! in every language, since a line hears more than one, and none but these two rules are known:
//!
//! | words | digits |
//! |---|---|
//! | a PIN, a password or a code is named | four or more that are no longer number, three beside that of a card |
//! | any | as many as a card has |

use jiff::civil::DateTime;
use language::said::Said as Values;
use wording::Language;

use crate::heard::Heard;
use crate::said::{Phrases, Said, readable};
use crate::slot::Slots;

/// Names of what opens something.
const NAMES: Phrases = Phrases {
    en: &["code", "codes", "p i n", "passcode", "password", "pin", "pins"],
    es: &["clave", "claves", "codigo", "codigos", "contraseña", "nip", "p i n", "pin", "pins"],
};

/// Names of the code on a card, which may be shorter.
const CARD_CODES: Phrases =
    Phrases { en: &["cvc", "cvv", "security code"], es: &["codigo de seguridad", "cvc", "cvv"] };

/// Codes that open nothing.
const HARMLESS: Phrases = Phrases {
    en: &["area code", "error code", "postal code", "zip code"],
    es: &["codigo de area", "codigo de error", "codigo postal"],
};

/// Fewest digits of a PIN or a code.
const FEWEST: usize = 4;
/// Fewest digits of the code on a card.
const FEWEST_ON_CARD: usize = 3;
/// Most digits of a PIN or a code.
pub(crate) const MOST: usize = 6;
/// Most digits of a number that has another name: with a PIN before or behind it, one has more.
const MOST_OTHER: usize = 10;
/// Fewest digits that may be the number of a card.
///
/// Source: ISO/IEC 7812-1:2017, clause 4; payment cards in use have 13 or more.
pub(crate) const CARD: usize = 13;

/// Whether a PIN, a code or the number of a card is in the words.
pub(crate) fn is_in(words: &str) -> bool {
    let fewest = Language::ALL.into_iter().filter_map(|it| fewest(words, it)).min();
    Language::ALL.into_iter().any(|language| {
        let setting = language::Setting::new(language.locale(), DateTime::ZERO);
        let values = Values::new(readable(words), &setting);
        let lengths: Vec<usize> = values.digits().iter().map(|it| it.value.len()).collect();
        let is_card = lengths.iter().any(|it| *it >= CARD);
        is_card
            || fewest.is_some_and(|fewest| {
                // "Forty, and then seventy-one."
                let short: usize = lengths.iter().filter(|it| **it <= MOST).sum();
                short >= fewest
                    || lengths.iter().any(|it| *it > MOST_OTHER)
                    || !values.digits_of(|it| (fewest..=MOST).contains(&it)).is_empty()
            })
    })
}

/// What of the words the session may keep for an answer, unless something is in them.
pub(crate) fn words_without(heard: &Heard) -> Option<&str> {
    heard.kept.as_deref().filter(|it| !is_in(it))
}

/// The values that it may keep: none of a PIN or a code, and none that may be one said beside it.
pub(crate) fn values_without(slots: Slots, heard: &Heard) -> Slots {
    let is_beside = is_in(&heard.said);
    let may_be_it = |value: &str| {
        let n_digits = value.chars().filter(char::is_ascii_digit).count();
        is_beside && (1..=MOST).contains(&n_digits)
    };
    let mut slots = slots;
    slots.retain(|slot, value| !slot.is_secret() && !may_be_it(value) && !is_in(value));
    slots
}

/// How many digits the shortest thing has that the words name and that opens something.
fn fewest(words: &str, language: Language) -> Option<usize> {
    let said = Said::new(words, language);
    if said.has(&CARD_CODES) {
        return Some(FEWEST_ON_CARD);
    }
    let harmless = said.places(&HARMLESS);
    let opens = |at: usize| !harmless.iter().any(|it| it.contains(&at));
    said.places(&NAMES).iter().any(|it| opens(it.start)).then_some(FEWEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;

    #[test]
    fn phrases_are_plain() {
        for phrases in [NAMES, CARD_CODES, HARMLESS] {
            check_plain(&phrases);
        }
    }

    #[test]
    fn what_opens_something_is_found_in_the_words() {
        for words in [
            "balance for 1234567890, my PIN is 4071",
            "yes, PIN 4071",
            "4071 is my pin",
            "the pin's 4071",
            "my p i n is 407196",
            "my pin's four zero seven one",
            "yes, the PIN is forty seventy-one",
            "the pin is forty, and then seventy-one",
            "my PIN, let me see, four, uh, oh seven, and one",
            "account 1234567890 4071 that's my pin",
            "12345678 4071 with the PIN at the end",
            "my password is 99812",
            "the code you sent is 835206",
            "the code is eight three five two zero six",
            "the security code is 123",
            "cvv one two three",
            "sí, mi NIP es 4071",
            "mi pin es cuatro cero siete uno",
            "la clave es cuarenta setenta y uno",
            "mi contraseña es 9981",
            "el código es ocho tres cinco dos cero seis",
            "el codigo de seguridad es uno dos tres",
            "my PIN is cuatro cero siete uno",
            "mi clave es four zero seven one",
            "4111 1111 1111 1111",
            "my card is four one one one one one one one one one one one one one one one",
            "cuatro uno uno uno uno uno uno uno uno uno uno uno uno uno uno uno",
            "mi tarjeta es 4111-1111-1111-1111",
        ] {
            assert!(is_in(words), "{words:?}");
        }
    }

    #[test]
    fn other_words_may_be_kept() {
        for words in [
            "",
            "what's my balance",
            "I forgot my PIN",
            "I forgot the PIN for account 1234567890",
            "balance for one two three four five six seven eight nine zero",
            "the order is 44321",
            "my zip code is 94105 now",
            "the error code is 5012 on the box",
            "one of my pins is wrong, not the other one",
            "I didn't get the code, send it to 202 555 0143",
            "olvidé mi clave",
            "el código postal es 94105",
            "mi cuenta es la 1234567890 y no tengo el NIP",
            "pins and needles",
            "cuatro cero siete uno",
            "[card] and my mail is [email]",
        ] {
            assert!(!is_in(words), "{words:?}");
        }
    }
}
