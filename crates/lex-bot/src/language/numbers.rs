//! Numbers as callers say them, digit by digit or in any grouping.
//!
//! Words that only sound like digits ("to", "for", "ate") are never digits.

use std::ops::Range;

use super::text::Token;

/// Part of a spoken number.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// 0 to 9.
    Digit(u64),
    /// 10 to 19.
    Teen(u64),
    /// 20, 30 and so on.
    Tens(u64),
    /// Digits that were written.
    Written(String),
    /// "double" and "triple".
    Times(usize),
    /// "hundred", "thousand".
    Scale(u64),
    /// "and" after a scale.
    And,
    /// Digits with a decimal point; never part of a longer number.
    Decimal,
}

const WORDS: &[(&str, Part)] = &[
    ("zero", Part::Digit(0)),
    ("oh", Part::Digit(0)),
    ("o", Part::Digit(0)),
    ("nought", Part::Digit(0)),
    ("naught", Part::Digit(0)),
    ("one", Part::Digit(1)),
    ("two", Part::Digit(2)),
    ("three", Part::Digit(3)),
    ("four", Part::Digit(4)),
    ("five", Part::Digit(5)),
    ("six", Part::Digit(6)),
    ("seven", Part::Digit(7)),
    ("eight", Part::Digit(8)),
    ("nine", Part::Digit(9)),
    ("niner", Part::Digit(9)),
    ("ten", Part::Teen(10)),
    ("eleven", Part::Teen(11)),
    ("twelve", Part::Teen(12)),
    ("thirteen", Part::Teen(13)),
    ("fourteen", Part::Teen(14)),
    ("fifteen", Part::Teen(15)),
    ("sixteen", Part::Teen(16)),
    ("seventeen", Part::Teen(17)),
    ("eighteen", Part::Teen(18)),
    ("nineteen", Part::Teen(19)),
    ("twenty", Part::Tens(20)),
    ("thirty", Part::Tens(30)),
    ("forty", Part::Tens(40)),
    ("fourty", Part::Tens(40)),
    ("fifty", Part::Tens(50)),
    ("sixty", Part::Tens(60)),
    ("seventy", Part::Tens(70)),
    ("eighty", Part::Tens(80)),
    ("ninety", Part::Tens(90)),
    ("double", Part::Times(2)),
    ("triple", Part::Times(3)),
    ("treble", Part::Times(3)),
    ("hundred", Part::Scale(100)),
    ("thousand", Part::Scale(1000)),
    ("and", Part::And),
];

/// The value of a digit word; `None` for "oh", which is a word of its own outside numbers.
pub(crate) fn digit(word: &str) -> Option<u64> {
    match part(word) {
        Some(Part::Digit(digit)) if !matches!(word, "oh" | "o") => Some(digit),
        _ => None,
    }
}

fn part(word: &str) -> Option<Part> {
    if !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit()) {
        return Some(Part::Written(word.to_owned()));
    }
    if is_decimal(word) {
        return Some(Part::Decimal);
    }
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, part)| part.clone())
}

fn is_decimal(word: &str) -> bool {
    let all_digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once('.').is_some_and(|(before, after)| all_digits(before) && all_digits(after))
}

/// Whether a word is surely part of a number; "oh" and "and" are not on their own.
pub(crate) fn is_number(word: &str) -> bool {
    let surely = matches!(
        part(word),
        Some(Part::Digit(_) | Part::Teen(_) | Part::Tens(_) | Part::Written(_) | Part::Decimal)
    );
    surely && !matches!(word, "oh" | "o")
}

/// Whether a word may stand inside a number.
pub(crate) fn belongs(word: &str) -> bool {
    part(word).is_some()
}

/// Whether a word may be the first of a number.
pub(crate) fn begins(word: &str) -> bool {
    !matches!(part(word), None | Some(Part::And))
}

/// Whether a word may be the last of a number.
pub(crate) fn ends(word: &str) -> bool {
    !matches!(part(word), None | Some(Part::And | Part::Times(_)))
}

/// The longest runs of words that make up numbers, as token positions.
///
/// Each begins and ends with a word that counts: "five hundred and" is "five hundred".
pub(crate) fn runs(tokens: &[Token]) -> Vec<Range<usize>> {
    runs_of(tokens, belongs).into_iter().filter_map(|run| trimmed(tokens, run, begins)).collect()
}

/// A run without the words at its ends that belong to a number only inside one; `None` when no
/// word of the rest is surely part of a number.
pub(crate) fn trimmed(
    tokens: &[Token],
    run: Range<usize>,
    begins: impl Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let words = tokens.get(run.clone())?;
    let start = run.start.saturating_add(words.iter().position(|it| begins(&it.text))?);
    let last = run.start.saturating_add(words.iter().rposition(|it| ends(&it.text))?);
    let run = start..last.saturating_add(1);
    tokens.get(run.clone())?.iter().any(|it| is_number(&it.text)).then_some(run)
}

/// The longest runs of words that satisfy `belongs`.
pub(crate) fn runs_of(tokens: &[Token], belongs: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !belongs(&token.text) {
            continue;
        }
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at.saturating_add(1),
            None => runs.push(at..at.saturating_add(1)),
        }
    }
    runs
}

/// The digits of a spoken number; `None` unless every word belongs to it.
///
/// Groups are put side by side ("fifty five four twenty one" is 55421) unless a scale word makes
/// them one number ("fifty five thousand four hundred twenty one" is 55421, too).
pub(crate) fn digits(tokens: &[Token]) -> Option<String> {
    let parts: Vec<Part> = tokens.iter().map(|it| part(&it.text)).collect::<Option<_>>()?;
    let mut rest = parts.as_slice();
    let mut digits = String::new();
    while !rest.is_empty() {
        let (group, left) = counted(rest).or_else(|| repeated(rest)).or_else(|| small(rest))?;
        digits.push_str(&group);
        rest = left;
    }
    (!digits.is_empty()).then_some(digits)
}

/// "double five".
fn repeated(parts: &[Part]) -> Option<(String, &[Part])> {
    let (digit, rest, times) = match parts {
        [Part::Times(times), Part::Digit(digit), rest @ ..] => (digit.to_string(), rest, *times),
        [Part::Times(times), Part::Written(text), rest @ ..] if text.len() == 1 => {
            (text.clone(), rest, *times)
        }
        _ => return None,
    };
    Some((digit.repeat(times), rest))
}

/// "five", "fifteen", "fifty five", "55".
fn small(parts: &[Part]) -> Option<(String, &[Part])> {
    match parts {
        [Part::Written(text), rest @ ..] => Some((text.clone(), rest)),
        _ => below_hundred(parts).map(|(value, rest)| (value.to_string(), rest)),
    }
}

fn below_hundred(parts: &[Part]) -> Option<(u64, &[Part])> {
    match parts {
        [Part::Tens(tens), Part::Digit(unit @ 1..), rest @ ..] => {
            Some((tens.saturating_add(*unit), rest))
        }
        [Part::Digit(value) | Part::Teen(value) | Part::Tens(value), rest @ ..] => {
            Some((*value, rest))
        }
        _ => None,
    }
}

/// A number with a scale word: "five hundred and five", "55 thousand four hundred".
fn counted(parts: &[Part]) -> Option<(String, &[Part])> {
    let (count, rest, scaled) = match parts {
        [Part::Scale(1000), ..] => (1, parts, false),
        _ => hundreds(parts)?,
    };
    let [Part::Scale(1000), rest @ ..] = rest else {
        return scaled.then(|| (count.to_string(), rest));
    };
    let thousands = count.checked_mul(1000)?;
    let (more, rest) = match hundreds(after_and(rest)) {
        // Another count of thousands is a number of its own.
        Some((more, left, _)) if !matches!(left, [Part::Scale(_), ..]) => (more, left),
        _ => (0, rest),
    };
    Some((thousands.checked_add(more)?.to_string(), rest))
}

/// A number below a thousand, and whether "hundred" was said in it.
fn hundreds(parts: &[Part]) -> Option<(u64, &[Part], bool)> {
    let (count, rest) = match parts {
        [Part::Scale(100), ..] => (1, parts),
        [Part::Written(text), rest @ ..] if text.len() <= 3 => (text.parse().ok()?, rest),
        _ => below_hundred(parts)?,
    };
    let [Part::Scale(100), rest @ ..] = rest else {
        return Some((count, rest, false));
    };
    let value = count.checked_mul(100)?;
    match below_hundred(after_and(rest)) {
        Some((more, left)) => Some((value.checked_add(more)?, left, true)),
        None => Some((value, rest, true)),
    }
}

fn after_and(parts: &[Part]) -> &[Part] {
    match parts {
        [Part::And, rest @ ..] => rest,
        _ => parts,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::text::tokens;
    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_said() {
        for (said, expected) in [
            ("five five four two one", "55421"),
            ("double five four two one", "55421"),
            ("fifty five four twenty one", "55421"),
            ("fifty-five, four, twenty-one", "55421"),
            ("fifty five thousand four hundred twenty one", "55421"),
            ("fifty five thousand four hundred and twenty one", "55421"),
            ("55 421", "55421"),
            ("55,421", "55421"),
            ("5-5-4-2-1", "55421"),
            ("55 thousand 421", "55421"),
            ("one hundred twenty thousand and five", "120005"),
            ("four oh three two one", "40321"),
            ("zero zero triple seven", "00777"),
            ("double 5 4 2 1", "55421"),
            ("nineteen eighty four", "1984"),
            ("twenty twenty", "2020"),
            ("twenty oh five", "2005"),
            ("one hundred", "100"),
            ("five hundred and five", "505"),
            ("thousand", "1000"),
        ] {
            assert_eq!(digits(&tokens(said)).as_deref(), Some(expected), "{said:?}");
        }
        for said in ["", "five cats", "double", "double twenty", "and five", "to for ate"] {
            assert_eq!(digits(&tokens(said)), None, "{said:?}");
        }
    }

    #[test]
    fn runs_are_as_long_as_the_number() {
        for (said, expected) in [
            ("order five five four two one please", Some((1, 6))),
            ("oh I want 5 and 6", Some((3, 6))),
            ("and five hundred and", Some((1, 3))),
            ("oh", None),
            ("oh five", Some((0, 2))),
            ("hundred times double", None),
        ] {
            let found = runs(&tokens(said));
            assert!(found.len() <= 1, "{said:?}");
            let found = found.first().map(|it| (it.start, it.end));
            assert_eq!(found, expected, "{said:?}");
        }
    }

    const UNITS: [&str; 10] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    const TEENS: [&str; 10] = [
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] =
        ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// Spells two digits as people do.
    fn pair(tens: usize, units: usize) -> String {
        match (tens, units) {
            (0, units) => format!("oh {}", UNITS[units]),
            (1, units) => TEENS[units].to_owned(),
            (tens, 0) => TENS[tens].to_owned(),
            (tens, units) => format!("{} {}", TENS[tens], UNITS[units]),
        }
    }

    proptest! {
        #[test]
        fn every_spelling_gives_the_digits(
            number in prop::collection::vec(0..10_usize, 1..12),
            zero in prop::sample::select(vec!["zero", "oh", "nought"]),
        ) {
            let expected: String = number.iter().map(ToString::to_string).collect();
            let word = |digit: &usize| if *digit == 0 { zero } else { UNITS[*digit] };
            let digit_by_digit = number.iter().map(word).collect::<Vec<_>>().join(" ");
            let doubled = number
                .chunk_by(|a, b| a == b)
                .map(|run| match run.len() {
                    2 => format!("double {}", word(&run[0])),
                    3 => format!("triple {}", word(&run[0])),
                    _ => run.iter().map(word).collect::<Vec<_>>().join(" "),
                })
                .collect::<Vec<_>>()
                .join(" ");
            // A round ten swallows the digit after it ("fifty", "five"), so such pairs are spelt.
            let pairs = number
                .chunks(2)
                .map(|pair_or_one| match pair_or_one {
                    [tens, 0] => format!("{} {zero}", word(tens)),
                    [tens, units] => pair(*tens, *units),
                    rest => rest.iter().map(word).collect::<Vec<_>>().join(" "),
                })
                .collect::<Vec<_>>()
                .join(" ");
            let hyphens = number.iter().map(ToString::to_string).collect::<Vec<_>>().join("-");
            for said in [digit_by_digit, doubled, pairs, hyphens] {
                prop_assert_eq!(digits(&tokens(&said)), Some(expected.clone()), "{}", said);
            }
        }

        #[test]
        fn counted_numbers_give_their_value(value in 1..1_000_000_u64) {
            fn below_thousand(value: u64) -> String {
                let (hundreds, rest) = (value / 100, usize::try_from(value % 100).unwrap());
                let mut words = Vec::new();
                if hundreds > 0 {
                    words.push(format!("{} hundred", UNITS[usize::try_from(hundreds).unwrap()]));
                }
                match rest {
                    0 => {}
                    1..=9 => words.push(UNITS[rest].to_owned()),
                    _ => words.push(pair(rest / 10, rest % 10)),
                }
                words.join(" ")
            }
            let (thousands, rest) = (value / 1000, value % 1000);
            let said = match (thousands, rest) {
                (0, rest) => below_thousand(rest),
                (thousands, 0) => format!("{} thousand", below_thousand(thousands)),
                (thousands, rest) => {
                    format!("{} thousand {}", below_thousand(thousands), below_thousand(rest))
                }
            };
            prop_assert_eq!(digits(&tokens(&said)), Some(value.to_string()), "{}", said);
        }
    }
}
