//! A correction that names only some of the digits: "no, the last one is a five", "it ends in 75".

use jiff::civil::DateTime;
use language::said::Said as Values;

use crate::said::{Phrases, Said, readable};
use crate::task::Answer;

/// Ways of speaking of the end of a number.
const END: Phrases = Phrases {
    en: &[
        "at the end",
        "end in",
        "end is",
        "end with",
        "ending in",
        "ending is",
        "ending with",
        "ends in",
        "ends on",
        "ends with",
        "final",
        "last",
    ],
    es: &[
        "acaba con",
        "acaba en",
        "al final",
        "el final",
        "termina con",
        "termina en",
        "terminada en",
        "terminado en",
        "ultima",
        "ultimas",
        "ultimo",
        "ultimos",
    ],
};

/// Ways of speaking of its beginning.
const BEGINNING: Phrases = Phrases {
    en: &[
        "at the beginning",
        "at the front",
        "at the start",
        "begin with",
        "beginning is",
        "begins with",
        "first",
        "start with",
        "starting with",
        "starts with",
    ],
    es: &[
        "al comienzo",
        "al principio",
        "comienza con",
        "comienza por",
        "el principio",
        "empieza con",
        "empieza por",
        "primer",
        "primera",
        "primeras",
        "primero",
        "primeros",
    ],
};

/// Words that count digits beside those: "the last two", "los dos últimos".
const COUNTING: &[&str] = &[
    "final", "first", "last", "primeras", "primeros", "ultimas", "ultimos", "digits", "numbers",
    "cifras", "digitos", "numeros",
];

/// A known number with the digits that the caller names at its end or at its beginning; `None` when
/// they name none, or more than it has.
pub(super) fn amended(answer: &Answer<'_>, known: &str) -> Option<String> {
    if answer.keys.is_some() {
        return None;
    }
    let said = Said::new(answer.said, answer.language);
    let at_end = match (said.has(&END), said.has(&BEGINNING)) {
        (true, false) => true,
        (false, true) => false,
        // Both, or neither: what is meant cannot be told.
        (true, true) | (false, false) => return None,
    };
    let setting = language::Setting::new(answer.language.locale(), DateTime::ZERO);
    let values = Values::new(readable(answer.said), &setting);
    let word = |at: Option<usize>| {
        at.and_then(|it| values.tokens().get(it)).map_or("", |it| it.text.as_str())
    };
    let mut digits: Vec<(String, bool)> = values
        .digits()
        .into_iter()
        .filter(|it| {
            let before = word(it.words.start.checked_sub(1));
            // "The last two digits": how many, and not which.
            let counts = it.value.len() == 1
                && (COUNTING.contains(&before) || COUNTING.contains(&word(Some(it.words.end))));
            !it.refused && !counts
        })
        .map(|it| {
            // "Un cinco" is a five.
            let counts = it.words.len() > 1 && matches!(word(Some(it.words.start)), "un" | "una");
            let figure = it.value.strip_prefix('1').filter(|_| counts);
            let value = figure.map(str::to_owned).unwrap_or(it.value);
            (value, word(it.words.start.checked_sub(1)) == "no")
        })
        .collect();
    // "It's a five, no three" names what it is not; "no, five" names what it is.
    if digits.len() > 1 {
        digits.retain(|(_, is_denied)| !is_denied);
    }
    digits.dedup_by(|one, other| one.0 == other.0);
    let [(digits, _)] = &digits[..] else { return None };
    let rest = known.len().checked_sub(digits.len()).filter(|it| *it > 0)?;
    if at_end {
        Some(format!("{}{digits}", known.get(..rest)?))
    } else {
        Some(format!("{digits}{}", known.get(digits.len()..)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;
    use crate::testing::said;

    #[test]
    fn phrases_are_plain() {
        for phrases in [END, BEGINNING] {
            check_plain(&phrases);
        }
    }

    #[test]
    fn some_digits_are_replaced() {
        for (text, amended_to) in [
            ("no, the last digit is a five", "48210075"),
            ("the last one is five", "48210075"),
            ("no it's 8 5 at the end", "48210085"),
            ("it ends in eighty-five", "48210085"),
            ("no, the last two digits are nine nine", "48210099"),
            ("the last digit is five, not three", "48210075"),
            ("no, it ends with zero", "48210070"),
            ("the first digit is a nine", "98210073"),
            ("no, it starts with five one", "51210073"),
            ("the last one is wrong", ""),
            ("the last two digits are wrong", ""),
            ("no", ""),
            ("five", ""),
            ("the first is one and the last is two", ""),
            ("the last digit is five or six", ""),
            ("it ends in 48210075", ""),
            ("#5", ""),
        ] {
            let it = said(text);
            let found = amended(&it.answer(), "48210073").unwrap_or_default();
            assert_eq!(found, amended_to, "{text:?}");
        }
    }

    #[test]
    fn spanish_callers_correct_digits_as_well() {
        for (text, amended_to) in [
            ("no, el último dígito es un cinco", "48210075"),
            ("el último es cinco, no tres", "48210075"),
            ("no, termina en ocho cinco", "48210085"),
            ("no, al final es 85", "48210085"),
            ("los últimos dos números son nueve nueve", "48210099"),
            ("los dos últimos son nueve nueve", "48210099"),
            ("empieza con cinco uno", "51210073"),
            ("el primer número es un nueve", "98210073"),
            ("el último está mal", ""),
        ] {
            let it = said(text).in_spanish();
            let found = amended(&it.answer(), "48210073").unwrap_or_default();
            assert_eq!(found, amended_to, "{text:?}");
        }
    }
}
