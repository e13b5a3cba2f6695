//! Numbers with a sign, a fraction and a scale.

use std::fmt;

use super::phrase::{Dots, Phrase};
use crate::Language;
use crate::numbers::Part;

/// A number as said, in decimal digits.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Amount {
    negative: bool,
    /// Digits before the point, without leading zeros; "0" when there are none.
    pub(super) whole: String,
    /// Digits after the point.
    pub(super) fraction: String,
    /// Whether it may just as well be digits put side by side.
    pub(super) plain: bool,
}

impl Amount {
    /// The "a" of "a dollar".
    pub(super) fn one() -> Self {
        Self { negative: false, whole: "1".to_owned(), fraction: String::new(), plain: false }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.negative { "-" } else { "" };
        let point = if self.fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{point}{}", self.whole, self.fraction)
    }
}

/// Words of a language for the parts of an amount.
struct Words {
    minus: &'static [&'static str],
    plus: &'static [&'static str],
    point: &'static [&'static str],
    /// "and a half" behind a number.
    and_fraction: &'static [(&'static str, &'static str)],
    /// "half" alone.
    fraction: &'static [(&'static str, &'static str)],
    /// What may stand before a scale word instead of a count.
    article: &'static [&'static str],
}

const ENGLISH: Words = Words {
    minus: &["minus", "negative"],
    plus: &["plus"],
    point: &["point", "dot"],
    and_fraction: &[
        ("and a half", "5"),
        ("and one half", "5"),
        ("and a quarter", "25"),
        ("and one quarter", "25"),
        ("and three quarters", "75"),
    ],
    fraction: &[("one half", "5"), ("a half", "5"), ("half", "5"), ("three quarters", "75")],
    article: &["a"],
};

const SPANISH: Words = Words {
    minus: &["menos"],
    plus: &["plus", "mas"],
    point: &["coma", "punto"],
    and_fraction: &[
        ("y medio", "5"),
        ("y media", "5"),
        ("y cuarto", "25"),
        ("y un cuarto", "25"),
        ("y tres cuartos", "75"),
    ],
    fraction: &[("medio", "5"), ("media", "5"), ("tres cuartos", "75")],
    article: &[],
};

const OTHER: Words = Words {
    minus: &[],
    plus: &["plus"],
    point: &[],
    and_fraction: &[],
    fraction: &[],
    article: &[],
};

fn words(language: Language) -> &'static Words {
    match language {
        Language::English => &ENGLISH,
        Language::Spanish => &SPANISH,
        Language::Other => &OTHER,
    }
}

/// The place behind one of these words.
fn one_of(phrase: &Phrase<'_>, at: usize, list: &[&str]) -> Option<usize> {
    list.contains(&phrase.word(at)).then(|| at.saturating_add(1))
}

fn fraction(
    phrase: &Phrase<'_>,
    at: usize,
    list: &[(&'static str, &'static str)],
) -> Option<(&'static str, usize)> {
    list.iter().find_map(|(words, digits)| Some((*digits, phrase.has(at, words)?)))
}

/// Written fractions by numerator and denominator.
const WRITTEN: &[(&str, &str, &str)] = &[("1", "2", "5"), ("1", "4", "25"), ("3", "4", "75")];

/// "1/2", in decimals.
fn written_fraction(phrase: &Phrase<'_>, at: usize) -> Option<(&'static str, usize)> {
    let below = at.saturating_add(1);
    let is = |(above, under, _): &&(&str, &str, &str)| {
        *above == phrase.word(at) && *under == phrase.word(below) && phrase.glue(below) == '/'
    };
    let (_, _, decimals) = WRITTEN.iter().find(is)?;
    Some((decimals, below.saturating_add(1)))
}

/// The amount that begins at a place, and the place behind it.
pub(super) fn amount(phrase: &Phrase<'_>, at: usize) -> Option<(Amount, usize)> {
    let words = words(phrase.language());
    let minus = one_of(phrase, at, words.minus);
    let plus = one_of(phrase, at, words.plus);
    // A hyphen between words is no sign.
    let written_minus =
        matches!(phrase.gap(at), "-" | " -" | "$-" | "-$") && (at == 0 || phrase.gap(at) != "-");
    let start = minus.or(plus).unwrap_or(at);
    let (mut amount, end) = positive(phrase, start, words)?;
    amount.negative = minus.is_some() || written_minus;
    amount.plain &= !amount.negative;
    Some((amount, end))
}

fn positive(phrase: &Phrase<'_>, at: usize, words: &Words) -> Option<(Amount, usize)> {
    let amount = |whole: &str, fraction: &str, plain| Amount {
        negative: false,
        whole: stripped(whole),
        fraction: fraction.to_owned(),
        plain,
    };
    // A hundred, a million.
    let article = one_of(phrase, at, words.article)
        .filter(|next| matches!(phrase.parts(*next, Dots::Point).first(), Some(Part::Scale(_))));
    if let Some(next) = article {
        let (digits, taken) = crate::numbers::leading(&phrase.parts(next, Dots::Point))?;
        return Some((amount(&digits, "", false), next.saturating_add(taken)));
    }
    let half = fraction(phrase, at, words.fraction).or_else(|| written_fraction(phrase, at));
    if let Some((digits, end)) = half {
        // "Half a million".
        let scale = one_of(phrase, end, words.article).filter(|next| {
            matches!(phrase.parts(*next, Dots::Point).first(), Some(Part::Scale(_)))
        });
        return Some(scaled(phrase, amount("0", digits, false), scale.unwrap_or(end)));
    }
    if let Some(next) = one_of(phrase, at, words.point) {
        let (digits, end) = phrase.decimals(next)?;
        return Some(scaled(phrase, amount("0", &digits, false), end));
    }
    let (whole, end) = phrase.digits(at, Dots::Point)?;
    if phrase.gap(end) == "."
        && let Some((digits, end)) = phrase.decimals(end)
    {
        return Some(scaled(phrase, amount(&whole, &digits, false), end));
    }
    if let Some(next) = one_of(phrase, end, words.point)
        && let Some((digits, end)) = phrase.decimals(next)
    {
        return Some(scaled(phrase, amount(&whole, &digits, false), end));
    }
    let half = fraction(phrase, end, words.and_fraction).or_else(|| written_fraction(phrase, end));
    if let Some((digits, end)) = half {
        return Some(scaled(phrase, amount(&whole, digits, false), end));
    }
    Some((amount(&whole, "", true), end))
}

fn stripped(digits: &str) -> String {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }
}

/// "Two and a half million": the scale behind a fraction.
fn scaled(phrase: &Phrase<'_>, amount: Amount, end: usize) -> (Amount, usize) {
    let zeros = match phrase.parts(end, Dots::Point).first() {
        Some(Part::Scale(scale)) => usize::try_from(scale.ilog10()).unwrap_or_default(),
        _ => return (amount, end),
    };
    let mut fraction = amount.fraction.chars();
    let mut whole = amount.whole;
    for _ in 0..zeros {
        whole.push(fraction.next().unwrap_or('0'));
    }
    let fraction = fraction.as_str().to_owned();
    (Amount { whole: stripped(&whole), fraction, ..amount }, end.saturating_add(1))
}

/// Words for dozens, and how many things they are.
const DOZENS: &[(&str, &str, Language)] = &[
    ("a dozen", "12", Language::English),
    ("half a dozen", "6", Language::English),
    ("una docena", "12", Language::Spanish),
    ("media docena", "6", Language::Spanish),
];

/// Words that make a share of the number before them.
const SHARES: &[&str] = &[
    "third", "thirds", "fourths", "quarter", "quarters", "fifths", "sixths", "eighths", "tenths",
    "tercio", "tercios", "quintos", "dozen", "docenas",
];

/// The number of a slot, and the place behind it.
pub(super) fn number(phrase: &Phrase<'_>, at: usize) -> Option<(String, usize)> {
    let language = phrase.language();
    let mut dozens = DOZENS.iter().filter(|(.., it)| *it == language);
    if let Some((count, end)) =
        dozens.find_map(|(words, count, _)| Some((*count, phrase.has(at, words)?)))
    {
        return Some((count.to_owned(), end));
    }
    // "Two thirds" is not two.
    let (_, end) = amount(phrase, at)?;
    if SHARES.contains(&phrase.word(end)) {
        return None;
    }
    amount(phrase, at).map(|(amount, end)| (amount.to_string(), end))
}

/// Words and signs for hundredths.
const PERCENT: &[&str] = &["percent", "per cent", "percentage", "por ciento", "porciento", "pct"];

/// A percentage, and the place behind it. Without a word or sign for percent it is the number alone.
pub(super) fn percentage(phrase: &Phrase<'_>, at: usize) -> Option<(String, usize)> {
    let (amount, end) = amount(phrase, at)?;
    let word = PERCENT.iter().find_map(|words| phrase.has(end, words));
    match word {
        Some(end) => Some((format!("{amount}%"), end)),
        None if phrase.gap(end).trim_start().starts_with('%') => Some((format!("{amount}%"), end)),
        None => Some((amount.to_string(), end)),
    }
}

/// Whether the word at a place is the second half of "percent".
pub(super) fn inside_percent(phrase: &Phrase<'_>, at: usize) -> bool {
    matches!(phrase.word(at), "ciento" | "cent")
        && at.checked_sub(1).is_some_and(|it| matches!(phrase.word(it), "por" | "per"))
}
