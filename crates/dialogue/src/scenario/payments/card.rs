//! Card numbers in what callers say, so that none is taken for something else.

use std::ops::RangeInclusive;

use crate::hear::secret;
use crate::read;
use crate::slot::Slot;
use crate::task::Answer;

/// Digits of a card number that is no account number either. An account number of ours has at most 12.
///
/// Source: ISO/IEC 7812-1:2017, clause 4: up to 19 digits.
const DIGITS: RangeInclusive<usize> = secret::CARD..=19;

/// Whether the caller keyed in or said a card number.
pub(super) fn is_in(answer: &Answer<'_>) -> bool {
    read::digits(answer, Slot::AccountNumber, &DIGITS, None).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slot::Slots;
    use wording::Language;

    #[test]
    fn a_card_number_is_told_from_other_numbers() {
        for (said, language, is_card) in [
            ("4111111111111111", Language::EnUs, true),
            ("my card is 4111 1111 1111 1111", Language::EnUs, true),
            (
                "it's four one one one, one one one one, one one one one, one one one one",
                Language::EnUs,
                true,
            ),
            ("378282246310005", Language::EnUs, true),
            ("mi tarjeta es 4111 1111 1111 1111", Language::EsUs, true),
            (
                "cuatro uno uno uno uno uno uno uno uno uno uno uno uno uno uno uno",
                Language::EsUs,
                true,
            ),
            ("48210075", Language::EnUs, false),
            ("it ends in 4242", Language::EnUs, false),
            ("120 dollars and 50 cents", Language::EnUs, false),
            ("", Language::EnUs, false),
        ] {
            let slots = Slots::new();
            let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
            assert_eq!(is_in(&answer), is_card, "{said:?}");
        }
        let slots = Slots::new();
        for (keys, is_card) in [("4111111111111111", true), ("48210075", false), ("1", false)] {
            let answer = Answer {
                slots: &slots,
                yes_no: None,
                keys: Some(keys),
                said: "",
                language: Language::EnUs,
            };
            assert_eq!(is_in(&answer), is_card, "{keys:?}");
        }
    }
}
