//! Numbers as callers say them, digit by digit or in any grouping.
//!
//! Words that only sound like digits ("to", "for", "ate") are never digits. Groups are put side by
//! side ("fifty five four twenty one" is 55421) unless a scale word makes them one number ("fifty
//! five thousand four hundred twenty one" is 55421, too).

use std::ops::Range;

use crate::Language;
use crate::lexicon::{has, look_up};
use crate::text::Token;

/// What a word adds to a spoken number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// 0 to 9.
    Digit(u64),
    /// 10 to 29 in a word, which no digit adds to.
    Teen(u64),
    /// 20, 30 and so on, which a digit adds to.
    Tens(u64),
    /// The same where a [`Part::Joint`] stands between the two: "treinta y uno".
    TensAnd(u64),
    /// 100, 200 and so on in a word.
    Hundreds(u64),
    /// Digits that were written.
    Written(&'a str),
    /// "double" and "triple".
    Times(usize),
    /// "hundred", "thousand".
    Scale(u64),
    /// "and" after a scale.
    And,
    /// "y" between tens and a digit.
    Joint,
    /// Digits with a decimal point; never part of a longer number.
    Decimal,
}

/// What a word in its plain form ([`plain`](crate::text::plain)) is in a number; `None` when it is no
/// part of one.
pub fn part(word: &str, language: Language) -> Option<Part<'_>> {
    if !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit()) {
        return Some(Part::Written(word));
    }
    if is_decimal(word) {
        return Some(Part::Decimal);
    }
    look_up(language.lexicon().numbers, word)
}

fn is_decimal(word: &str) -> bool {
    let all_digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once('.').is_some_and(|(before, after)| all_digits(before) && all_digits(after))
}

/// Whether a word may be part of a number, as "oh", "and" and "double" may.
pub fn may_be_number(word: &str, language: Language) -> bool {
    part(word, language).is_some()
}

/// Whether a word is surely part of a number; "oh" and "and" are not on their own.
pub fn is_number(word: &str, language: Language) -> bool {
    let surely = matches!(
        part(word, language),
        Some(
            Part::Digit(_)
                | Part::Teen(_)
                | Part::Tens(_)
                | Part::TensAnd(_)
                | Part::Hundreds(_)
                | Part::Written(_)
                | Part::Decimal
        )
    );
    surely && !has(language.lexicon().hardly_numbers, word)
}

/// The value of one word that is a number by itself: "five", "fifteen", "55".
pub fn value(word: &str, language: Language) -> Option<u64> {
    match part(word, language)? {
        Part::Digit(value)
        | Part::Teen(value)
        | Part::Tens(value)
        | Part::TensAnd(value)
        | Part::Hundreds(value) => Some(value),
        Part::Written(text) => text.parse().ok(),
        Part::Times(_) | Part::Scale(_) | Part::And | Part::Joint | Part::Decimal => None,
    }
}

/// The longest runs of words that make up numbers, as token positions.
///
/// Each begins and ends with a word that counts: "five hundred and" is "five hundred".
pub fn runs(tokens: &[Token], language: Language) -> Vec<Range<usize>> {
    runs_of(tokens, |it| part(it, language).is_some())
        .into_iter()
        .filter_map(|run| trimmed(tokens, run, language))
        .collect()
}

/// A run without the words at its ends that belong to a number only inside one; `None` when no
/// word of the rest is surely part of a number.
fn trimmed(tokens: &[Token], run: Range<usize>, language: Language) -> Option<Range<usize>> {
    let begins =
        |it: &Token| !matches!(part(&it.text, language), None | Some(Part::And | Part::Joint));
    let ends = |it: &Token| begins(it) && !matches!(part(&it.text, language), Some(Part::Times(_)));
    let words = tokens.get(run.clone())?;
    let start = run.start.saturating_add(words.iter().position(begins)?);
    let last = run.start.saturating_add(words.iter().rposition(ends)?);
    let run = start..last.saturating_add(1);
    tokens.get(run.clone())?.iter().any(|it| is_number(&it.text, language)).then_some(run)
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

/// The digits that the first of these words make up, and how many of the words they take.
pub(crate) fn leading(parts: &[Part<'_>]) -> Option<(String, usize)> {
    let mut rest = parts;
    let mut digits = String::new();
    while let Some((group, left)) = counted(rest)
        .map(|(value, left)| (value.to_string(), left))
        .or_else(|| repeated(rest))
        .or_else(|| small(rest))
    {
        digits.push_str(&group);
        rest = left;
    }
    let taken = parts.len().saturating_sub(rest.len());
    (taken > 0).then_some((digits, taken))
}

/// The value of the first number of these words alone, and how many of the words it takes.
pub(crate) fn one(parts: &[Part<'_>]) -> Option<(u64, usize)> {
    let (value, rest) = counted(parts).or_else(|| match parts {
        [Part::Written(text), rest @ ..] => Some((text.parse().ok()?, rest)),
        _ => below_hundred(parts),
    })?;
    Some((value, parts.len().saturating_sub(rest.len())))
}

/// "double five".
fn repeated<'p, 'a>(parts: &'p [Part<'a>]) -> Option<(String, &'p [Part<'a>])> {
    let (digit, rest, times) = match parts {
        [Part::Times(times), Part::Digit(digit), rest @ ..] => (digit.to_string(), rest, *times),
        [Part::Times(times), Part::Written(text), rest @ ..] if text.len() == 1 => {
            ((*text).to_owned(), rest, *times)
        }
        _ => return None,
    };
    Some((digit.repeat(times), rest))
}

/// "five", "fifteen", "fifty five", "55".
fn small<'p, 'a>(parts: &'p [Part<'a>]) -> Option<(String, &'p [Part<'a>])> {
    match parts {
        [Part::Written(text), rest @ ..] => Some(((*text).to_owned(), rest)),
        _ => below_hundred(parts).map(|(value, rest)| (value.to_string(), rest)),
    }
}

fn below_hundred<'p, 'a>(parts: &'p [Part<'a>]) -> Option<(u64, &'p [Part<'a>])> {
    match parts {
        [Part::Tens(tens), Part::Digit(unit @ 1..), rest @ ..]
        | [Part::TensAnd(tens), Part::Joint, Part::Digit(unit @ 1..), rest @ ..] => {
            Some((tens.saturating_add(*unit), rest))
        }
        [
            Part::Digit(value) | Part::Teen(value) | Part::Tens(value) | Part::TensAnd(value),
            rest @ ..,
        ] => Some((*value, rest)),
        _ => None,
    }
}

/// A number with a scale word: "five hundred and five", "55 thousand four hundred", "dos millones".
fn counted<'p, 'a>(parts: &'p [Part<'a>]) -> Option<(u64, &'p [Part<'a>])> {
    let (mut total, mut rest, mut last) = (0_u64, parts, u64::MAX);
    loop {
        let is_first = last == u64::MAX;
        let next = if is_first { rest } else { after_and(rest) };
        let (count, after, scaled) = match next {
            [Part::Scale(1_000_000..), ..] if is_first => (1, next, true),
            _ => match below_million(next) {
                Some(it) => it,
                None => break,
            },
        };
        match after {
            [Part::Scale(scale @ 1_000_000..), left @ ..] if *scale < last => {
                total = total.checked_add(count.checked_mul(*scale)?)?;
                (rest, last) = (left, *scale);
            }
            // A count of the same scale is a number of its own.
            [Part::Scale(_), ..] => break,
            _ if is_first => return scaled.then_some((count, after)),
            _ => return Some((total.checked_add(count)?, after)),
        }
    }
    (last < u64::MAX).then_some((total, rest))
}

/// A number below a million, and whether a scale word was said in it.
fn below_million<'p, 'a>(parts: &'p [Part<'a>]) -> Option<(u64, &'p [Part<'a>], bool)> {
    let (count, rest, scaled) = match parts {
        [Part::Scale(1000), ..] => (1, parts, false),
        _ => hundreds(parts)?,
    };
    let [Part::Scale(1000), rest @ ..] = rest else {
        return Some((count, rest, scaled));
    };
    let thousands = count.checked_mul(1000)?;
    let (more, rest) = match hundreds(after_and(rest)) {
        // Another count of thousands is a number of its own.
        Some((more, left, _))
            if !matches!(left, [Part::Scale(100 | 1000), ..]) && !are_spelt(rest) =>
        {
            (more, left)
        }
        _ => (0, rest),
    };
    Some((thousands.checked_add(more)?, rest, true))
}

/// A number below a thousand, and whether "hundred" was said in it.
fn hundreds<'p, 'a>(parts: &'p [Part<'a>]) -> Option<(u64, &'p [Part<'a>], bool)> {
    let (value, rest) = if let [Part::Hundreds(value), rest @ ..] = parts {
        (*value, rest)
    } else {
        let (count, rest) = match parts {
            [Part::Scale(100), ..] => (1, parts),
            [Part::Written(text), rest @ ..] if text.len() <= 3 => (text.parse().ok()?, rest),
            _ => below_hundred(parts)?,
        };
        let [Part::Scale(100), rest @ ..] = rest else {
            return Some((count, rest, false));
        };
        (count.checked_mul(100)?, rest)
    };
    match below_hundred(after_and(rest)).filter(|_| !are_spelt(rest)) {
        Some((more, left)) => Some((value.checked_add(more)?, left, true)),
        None => Some((value, rest, true)),
    }
}

/// Whether digits come one by one: "one eight hundred five five five" is 1800 and 555.
fn are_spelt(parts: &[Part<'_>]) -> bool {
    matches!(parts, [Part::Digit(_), Part::Digit(_), ..])
}

fn after_and<'p, 'a>(parts: &'p [Part<'a>]) -> &'p [Part<'a>] {
    match parts {
        [Part::And, rest @ ..] => rest,
        _ => parts,
    }
}

#[cfg(test)]
mod tests;
