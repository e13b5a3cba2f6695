//! What numbers come out of words.

use proptest::prelude::*;

use super::*;
use crate::text::tokens;

/// The digits of an utterance that is nothing but a number.
fn digits(said: &str, language: Language) -> Option<String> {
    let tokens = tokens(said, language);
    let parts: Option<Vec<Part<'_>>> = tokens.iter().map(|it| part(&it.text, language)).collect();
    let parts = parts?;
    leading(&parts).filter(|(_, taken)| *taken == parts.len()).map(|(digits, _)| digits)
}

fn english(said: &str) -> Option<String> {
    digits(said, Language::English)
}

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
        ("one million", "1000000"),
        ("two million three hundred thousand and five", "2300005"),
        ("two billion one million six", "2001000006"),
        ("fifteen hundred", "1500"),
        ("one eight hundred five five five", "1800555"),
        ("five thousand five five", "500055"),
        ("five hundred and five five", "5055"),
        ("two thousand three thousand", "20003000"),
    ] {
        assert_eq!(english(said).as_deref(), Some(expected), "{said:?}");
    }
    for said in ["", "five cats", "double", "double twenty", "and five", "to for ate"] {
        assert_eq!(english(said), None, "{said:?}");
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
        let found = runs(&tokens(said, Language::English), Language::English);
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
            prop_assert_eq!(english(&said), Some(expected.clone()), "{}", said);
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
        prop_assert_eq!(english(&said), Some(value.to_string()), "{}", said);
    }
}
