//! Slot types: which words are a value, and which value they are.

use std::ops::Range;

use super::Utterance;
use super::filter::Filter;
use crate::language::text::{Token, original, tokens};
use crate::language::yes_no::{Answer, answer};
use crate::language::{numbers, words};
use aws_events::lex;

/// What values a slot takes.
#[derive(Debug, Clone)]
pub(crate) enum SlotType {
    /// Letters and digits, spelt or spoken, that pass the filter.
    AlphaNumeric {
        /// The `RegexFilter`.
        filter: Option<Filter>,
    },
    /// A number.
    Number,
    /// A telephone number.
    PhoneNumber,
    /// Yes or no.
    Confirmation,
    /// Values of one's own.
    Listed {
        /// The values.
        values: Vec<ListedValue>,
        /// What the value of the slot is.
        strategy: Strategy,
    },
    /// The value, without the words around it, as the caller said it.
    AsSaid,
    /// Everything the caller said.
    FreeForm,
}

/// What the value of a slot with listed values is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strategy {
    /// What the caller said; values that are not listed are taken, too.
    OriginalValue,
    /// The listed value; others are not taken.
    TopResolution,
}

/// A value of one's own and other words for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListedValue {
    value: String,
    /// The value and its synonyms as plain words.
    names: Vec<Vec<String>>,
}

impl ListedValue {
    pub(crate) fn new(value: &str, synonyms: &[String]) -> Self {
        let plain = |text: &str| tokens(text).into_iter().map(|it| it.text).collect();
        let names = std::iter::once(value)
            .chain(synonyms.iter().map(String::as_str))
            .map(plain)
            .filter(|words: &Vec<String>| !words.is_empty())
            .collect();
        Self { value: value.to_owned(), names }
    }

    /// The value and its synonyms as plain words.
    pub(crate) fn names(&self) -> &[Vec<String>] {
        &self.names
    }
}

/// A possible value in an utterance.
#[derive(Clone, PartialEq)]
pub(crate) struct Found {
    /// Which words it is made of.
    pub(crate) words: Range<usize>,
    pub(crate) value: lex::SlotValue,
    /// Whether the words can hardly be anything else.
    pub(crate) certain: bool,
}

impl Found {
    pub(crate) fn slot(&self) -> lex::Slot {
        lex::Slot::Scalar { value: self.value.clone() }
    }
}

/// Most words of a value that is taken as said, inside a longer utterance.
const MAX_AS_SAID: usize = 4;

impl SlotType {
    /// Where in an utterance a value may stand.
    pub(crate) fn find(&self, utterance: &Utterance<'_>) -> Vec<Found> {
        let tokens = &utterance.tokens;
        match self {
            Self::AlphaNumeric { filter } => alphanumeric(utterance, filter.as_ref()),
            Self::Number => number_runs(utterance, number),
            Self::PhoneNumber => number_runs(utterance, phone_number),
            Self::Confirmation => confirmation(utterance).into_iter().collect(),
            Self::Listed { values, strategy } => {
                let mut found = listed(utterance, values, *strategy);
                if *strategy == Strategy::OriginalValue {
                    found.extend(spans(tokens.len()).map(|it| as_said(utterance, it)));
                }
                found
            }
            Self::AsSaid | Self::FreeForm => {
                spans(tokens.len()).map(|it| as_said(utterance, it)).collect()
            }
        }
    }

    /// The value of an utterance that answers the question for it.
    pub(crate) fn answer(&self, utterance: &Utterance<'_>) -> Option<Found> {
        let tokens = &utterance.tokens;
        match self {
            Self::FreeForm => (!tokens.is_empty()).then(|| as_said(utterance, 0..tokens.len())),
            Self::AsSaid => bare(tokens).map(|it| as_said(utterance, it)),
            Self::Listed { values, strategy } => {
                let known = listed(utterance, values, *strategy);
                let longest = known.into_iter().max_by_key(|it| it.words.len());
                match strategy {
                    Strategy::TopResolution => longest,
                    Strategy::OriginalValue => {
                        longest.or_else(|| bare(tokens).map(|it| as_said(utterance, it)))
                    }
                }
            }
            Self::AlphaNumeric { filter: None } => {
                only(self.find(utterance)).or_else(|| {
                    // Without a filter a single word is as good as a code.
                    bare(tokens).filter(|it| it.len() == 1).map(|it| as_said(utterance, it))
                })
            }
            Self::AlphaNumeric { .. } | Self::Number | Self::PhoneNumber => {
                only(self.find(utterance))
            }
            Self::Confirmation => confirmation(utterance),
        }
    }
}

/// The only candidate; two different values in one answer are no value.
fn only(found: Vec<Found>) -> Option<Found> {
    let mut found = found.into_iter();
    let first = found.next()?;
    found.all(|it| it.value.interpreted_value == first.value.interpreted_value).then_some(first)
}

/// All short spans of words.
fn spans(words: usize) -> impl Iterator<Item = Range<usize>> {
    (0..words).flat_map(move |start| {
        let most = words.min(start.saturating_add(MAX_AS_SAID));
        (start.saturating_add(1)..=most).map(move |end| start..end)
    })
}

/// An answer without "it is" before and "please" after the value.
fn bare(tokens: &[Token]) -> Option<Range<usize>> {
    let content = |token: &Token| words::weight(&token.text).is_content();
    let start = tokens.iter().position(content)?;
    let end = tokens.iter().rposition(content)?.saturating_add(1);
    Some(start..end)
}

fn found(utterance: &Utterance<'_>, words: Range<usize>, interpreted: String) -> Found {
    let tokens = utterance.tokens.get(words.clone()).unwrap_or_default();
    let value = lex::SlotValue {
        original_value: original(utterance.text, tokens).to_owned(),
        resolved_values: vec![interpreted.clone()],
        interpreted_value: interpreted,
    };
    Found { words, value, certain: true }
}

fn as_said(utterance: &Utterance<'_>, words: Range<usize>) -> Found {
    let tokens = utterance.tokens.get(words.clone()).unwrap_or_default();
    let said = original(utterance.text, tokens).to_owned();
    Found { certain: false, ..found(utterance, words, said) }
}

fn number_runs(
    utterance: &Utterance<'_>,
    value: impl Fn(&[Token]) -> Option<String>,
) -> Vec<Found> {
    numbers::runs_of(&utterance.tokens, |it| numbers::belongs(it) || it == "plus" || it == "point")
        .into_iter()
        .filter_map(|run| {
            numbers::trimmed(&utterance.tokens, run, |it| numbers::begins(it) || it == "plus")
        })
        .filter_map(|run| {
            let interpreted = value(utterance.tokens.get(run.clone())?)?;
            Some(found(utterance, run, interpreted))
        })
        .collect()
}

/// "thirty five", "3.5", "three point five".
fn number(tokens: &[Token]) -> Option<String> {
    let whole = |tokens: &[Token]| {
        let digits = numbers::digits(tokens)?;
        let value = digits.trim_start_matches('0');
        Some(if value.is_empty() { "0".to_owned() } else { value.to_owned() })
    };
    if let [only] = tokens
        && only.text.contains('.')
    {
        return Some(only.text.clone());
    }
    match tokens.iter().position(|it| it.text == "point") {
        None => whole(tokens),
        Some(at) => {
            let before = whole(tokens.get(..at)?)?;
            let after = numbers::digits(tokens.get(at.saturating_add(1)..)?)?;
            Some(format!("{before}.{after}"))
        }
    }
}

/// Fewest digits of a telephone number.
const LEAST_PHONE: usize = 7;

/// Most digits of a telephone number.
///
/// Source: ITU-T E.164 (11/2010), clause 6.
const MOST_PHONE: usize = 15;

fn phone_number(tokens: &[Token]) -> Option<String> {
    let (plus, rest) = match tokens {
        [first, rest @ ..] if first.text == "plus" => ("+", rest),
        _ => ("", tokens),
    };
    let digits = numbers::digits(rest)?;
    (LEAST_PHONE..=MOST_PHONE).contains(&digits.len()).then(|| format!("{plus}{digits}"))
}

/// Codes: spelt letters and digits together where that passes the filter, else digits alone.
fn alphanumeric(utterance: &Utterance<'_>, filter: Option<&Filter>) -> Vec<Found> {
    let passing = |value: String| match filter {
        Some(filter) => filter.passing(&value),
        None => Some(value),
    };
    let mut codes: Vec<Found> = Vec::new();
    let spelt = numbers::runs_of(&utterance.tokens, |it| {
        numbers::belongs(it) && it != "and" || is_code(it)
    });
    let digits = numbers::runs(&utterance.tokens);
    for run in spelt.into_iter().chain(digits) {
        let overlaps = |it: &Found| it.words.start < run.end && run.start < it.words.end;
        if codes.iter().any(overlaps) {
            continue;
        }
        let tokens = utterance.tokens.get(run.clone()).unwrap_or_default();
        let has_digit = tokens.iter().any(|it| numbers::is_number(&it.text) || has_digit(&it.text));
        // Without a filter, letters alone are more likely words such as "I" and "a".
        if !has_digit && (filter.is_none() || tokens.len() == 1) {
            continue;
        }
        if let Some(value) = code(tokens).and_then(passing) {
            codes.push(found(utterance, run, value));
        }
    }
    codes
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|it| it.is_ascii_digit())
}

/// A spelt letter, or letters and digits in one.
fn is_code(word: &str) -> bool {
    word.chars().all(|it| it.is_ascii_alphanumeric()) && (word.len() == 1 || has_digit(word))
}

/// The characters of a code; letters come out as capitals.
fn code(tokens: &[Token]) -> Option<String> {
    let mut code = String::new();
    let mut rest = tokens;
    while let Some(token) = rest.first() {
        let number = rest.iter().take_while(|it| numbers::belongs(&it.text)).count();
        if number > 0 {
            let (digits, left) = rest.split_at_checked(number)?;
            code.push_str(&numbers::digits(digits)?);
            rest = left;
        } else {
            code.push_str(&token.text.to_uppercase());
            rest = rest.get(1..)?;
        }
    }
    Some(code)
}

fn confirmation(utterance: &Utterance<'_>) -> Option<Found> {
    let value = match answer(&utterance.tokens)? {
        Answer::Yes => "Yes",
        Answer::No => "No",
    };
    Some(found(utterance, 0..utterance.tokens.len(), value.to_owned()))
}

fn listed(utterance: &Utterance<'_>, values: &[ListedValue], strategy: Strategy) -> Vec<Found> {
    let mut matches = Vec::new();
    for value in values {
        for name in &value.names {
            for (start, window) in utterance.tokens.windows(name.len()).enumerate() {
                let same = window.iter().zip(name).all(|(said, it)| words::same(&said.text, it));
                if !same {
                    continue;
                }
                let words = start..start.saturating_add(name.len());
                let mut it = found(utterance, words, value.value.clone());
                if strategy == Strategy::OriginalValue {
                    it.value.interpreted_value.clone_from(&it.value.original_value);
                }
                matches.push(it);
            }
        }
    }
    matches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(slot_type: &SlotType, said: &str) -> Option<String> {
        slot_type.answer(&Utterance::new(said)).map(|it| it.value.interpreted_value)
    }

    fn filtered(pattern: &str) -> SlotType {
        SlotType::AlphaNumeric { filter: Some(Filter::parse(pattern).unwrap()) }
    }

    #[test]
    fn answers_become_values() {
        let order = filtered("[0-9]{5}");
        let plate = filtered("[A-Z]{3}[0-9]{3}");
        let any = SlotType::AlphaNumeric { filter: None };
        for (slot_type, said, expected) in [
            (&order, "five five four two one", Some("55421")),
            (&order, "It's 55 421, please", Some("55421")),
            (&order, "uh, I think it's double five four twenty-one", Some("55421")),
            (&order, "5 5 4 2", None),
            (&order, "five five four two one nine", None),
            (&order, "55421 or 55422", None),
            (&order, "55421, yes, 55421", Some("55421")),
            (&order, "I have 3 cats", None),
            (&order, "a 55421", Some("55421")),
            (&order, "oh", None),
            (&order, "", None),
            (&plate, "A P Q one two three", Some("APQ123")),
            (&plate, "apq123", Some("APQ123")),
            (&plate, "it's apq one two three", None),
            (&any, "apq 123", Some("123")),
            (&any, "apq123", Some("APQ123")),
            (&any, "banana", Some("banana")),
            (&any, "", None),
            (&SlotType::Number, "thirty five please", Some("35")),
            (&SlotType::Number, "three point one four", Some("3.14")),
            (&SlotType::Number, "3.5", Some("3.5")),
            (&SlotType::Number, "zero", Some("0")),
            (&SlotType::Number, "oh", None),
            (&SlotType::Number, "point", None),
            (&SlotType::Number, "plus", None),
            (&SlotType::PhoneNumber, "+1 202 555 0100", Some("+12025550100")),
            (
                &SlotType::PhoneNumber,
                "two oh two five five five oh one double zero",
                Some("2025550100"),
            ),
            (&SlotType::PhoneNumber, "911", None),
            (&SlotType::Confirmation, "yeah", Some("Yes")),
            (&SlotType::Confirmation, "that's wrong", Some("No")),
            (&SlotType::Confirmation, "banana", None),
            (&SlotType::AsSaid, "it's in New York, please", Some("New York")),
            (&SlotType::AsSaid, "um", None),
            (&SlotType::FreeForm, "it's in New York", Some("it's in New York")),
        ] {
            assert_eq!(value(slot_type, said).as_deref(), expected, "{slot_type:?} {said:?}");
        }
    }

    #[test]
    fn listed_values_resolve_by_strategy() {
        let values = vec![
            ListedValue::new("standard", &["regular".to_owned(), "the slow one".to_owned()]),
            ListedValue::new("express", &["fast".to_owned()]),
        ];
        let restricted =
            SlotType::Listed { values: values.clone(), strategy: Strategy::TopResolution };
        let expanded = SlotType::Listed { values, strategy: Strategy::OriginalValue };
        for (said, top, original) in [
            ("Express", Some("express"), Some("Express")),
            ("the regular, please", Some("standard"), Some("regular")),
            ("the slow one", Some("standard"), Some("the slow one")),
            ("expres", Some("express"), Some("expres")),
            ("by drone", None, Some("drone")),
        ] {
            assert_eq!(value(&restricted, said).as_deref(), top, "{said:?}");
            assert_eq!(value(&expanded, said).as_deref(), original, "{said:?}");
        }
        let found = expanded.answer(&Utterance::new("fast")).unwrap();
        assert_eq!(found.value.resolved_values, ["express"]);
    }
}
