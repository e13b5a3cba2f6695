//! What the comment above a message declares of its values.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time, date, datetime, time};

use crate::catalog::is_key;
use crate::{Currency, Message, Value};

/// What a value of a message is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Declared<'s> {
    pub(super) kind: Kind<'s>,
    /// Whether the code may leave it out.
    pub(super) is_optional: bool,
    /// The value that stands for all when the wording is checked.
    pub(super) sample: Value,
}

/// A kind of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind<'s> {
    Text,
    /// One of these words.
    Word(Vec<&'s str>),
    Number,
    Digits,
    Money,
    Day,
    Date,
    Time,
    Moment,
    Phone,
    All(Box<Kind<'s>>),
    Any(Box<Kind<'s>>),
}

impl Kind<'_> {
    /// Whether a value is of the kind.
    pub(super) fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Word(words), Value::Word(it)) => words.contains(&it.as_str()),
            (Self::All(kind), Value::All(values)) | (Self::Any(kind), Value::Any(values)) => {
                values.iter().all(|it| kind.fits(it))
            }
            (Self::Text, Value::Text(_) | Value::Name { .. })
            | (Self::Number, Value::Number(_))
            | (Self::Digits, Value::Digits(_))
            | (Self::Money, Value::Money { .. })
            | (Self::Day, Value::Day(_))
            | (Self::Date, Value::Date(_))
            | (Self::Time, Value::Time(_))
            | (Self::Moment, Value::Moment(_))
            | (Self::Phone, Value::Phone(_)) => true,
            (_, _) => false,
        }
    }

    /// The usual sample of the kind, or one that is written out; `None` when that does not fit.
    fn sample(&self, written: Option<&str>) -> Option<Value> {
        let text = |usual: &str| written.unwrap_or(usual).to_owned();
        Some(match self {
            Self::Text => Value::Text(text("Maria Gonzalez")),
            Self::Word(words) => {
                let word = written.or(words.first().copied())?;
                words.contains(&word).then(|| Value::Word(word.to_owned()))?
            }
            Self::Number => Value::Number(text("3").parse().ok()?),
            Self::Digits => Value::Digits(text("44321")),
            Self::Money => money(&text("142.10 USD"))?,
            Self::Day => Value::Day(or(written, SAMPLE_DATE, str::parse::<Date>)?),
            Self::Date => Value::Date(or(written, SAMPLE_DATE, str::parse::<Date>)?),
            Self::Time => Value::Time(or(written, SAMPLE_TIME, str::parse::<Time>)?),
            Self::Moment => Value::Moment(or(written, SAMPLE_MOMENT, str::parse::<DateTime>)?),
            Self::Phone => Value::Phone(text("+12025550143")),
            Self::All(kind) => Value::All(kind.items(written)?),
            Self::Any(kind) => Value::Any(kind.items(written)?),
        })
    }

    /// Sample values of a list: those that are written with `;` between them, or three of the usual.
    fn items(&self, written: Option<&str>) -> Option<Vec<Value>> {
        match written {
            Some(written) => written.split(';').map(|it| self.sample(Some(it.trim()))).collect(),
            None => (0..3).map(|_| self.sample(None)).collect(),
        }
    }
}

/// A Thursday in the week of samples, whose Monday is [`TODAY`].
const SAMPLE_DATE: Date = date(2026, 3, 5);
const SAMPLE_TIME: Time = time(10, 30, 0, 0);
const SAMPLE_MOMENT: DateTime = datetime(2026, 3, 5, 10, 30, 0, 0);
/// The day on which samples are said, a Monday.
pub(super) const TODAY: Date = date(2026, 3, 2);

/// Reads an amount such as `142.10 USD`; without a currency it is dollars.
fn money(written: &str) -> Option<Value> {
    let (amount, currency) = written.split_once(' ').unwrap_or((written, "USD"));
    let currency = match currency {
        "USD" => Currency::Usd,
        "EUR" => Currency::Eur,
        "MXN" => Currency::Mxn,
        _ => return None,
    };
    let (major, minor) = amount.split_once('.').unwrap_or((amount, "00"));
    let minor = Some(minor).filter(|it| it.len() == 2)?.parse::<u8>().ok()?;
    let minor = major.parse::<i64>().ok()?.checked_mul(100)?.checked_add(minor.into())?;
    Some(Value::Money { minor, currency })
}

fn or<T, E>(
    written: Option<&str>,
    usual: T,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<T> {
    written.map_or(Some(usual), |it| parse(it).ok())
}

/// What a comment declares, by name; a line that is no declaration is an error with its text and why.
pub(super) fn declarations<'s>(
    comment: &[&'s str],
) -> (BTreeMap<&'s str, Declared<'s>>, Vec<(&'s str, String)>) {
    let mut declared = BTreeMap::new();
    let mut faults = Vec::new();
    for line in comment {
        let line = line.trim();
        let Some(rest) = line.strip_prefix('$') else { continue };
        match declaration(rest) {
            Ok((name, it)) => {
                if declared.insert(name, it).is_some() {
                    faults.push((line, format!("`${name}` is declared twice")));
                }
            }
            Err(why) => faults.push((line, why)),
        }
    }
    (declared, faults)
}

/// Reads `name (Kind, optional, e.g. sample) description`.
fn declaration(line: &str) -> Result<(&str, Declared<'_>), String> {
    let form = || "a value is declared as `$name (Kind) what it is`".to_owned();
    let (name, rest) = line.split_once(' ').ok_or_else(form)?;
    let (inside, description) =
        rest.trim_start().strip_prefix('(').and_then(|it| it.split_once(')')).ok_or_else(form)?;
    if !is_key(name) {
        return Err(form());
    }
    if description.trim().is_empty() {
        return Err(format!("`${name}` has no description"));
    }
    let (inside, written) = match inside.split_once("e.g.") {
        Some((inside, sample)) => (inside, Some(sample.trim())),
        None => (inside, None),
    };
    let mut parts = inside.split(',').map(str::trim).filter(|it| !it.is_empty());
    let kind = kind(parts.next().unwrap_or_default())?;
    let mut is_optional = false;
    for part in parts {
        if part != "optional" {
            return Err(format!(
                "`{part}` says nothing; after the kind come `optional` and `e.g.`"
            ));
        }
        is_optional = true;
    }
    let sample = kind.sample(written).ok_or_else(|| {
        format!("the sample of `${name}` is no {}", inside.split(',').next().unwrap_or_default())
    })?;
    Ok((name, Declared { kind, is_optional, sample }))
}

fn kind(text: &str) -> Result<Kind<'_>, String> {
    if let Some(of) = text.strip_prefix("All of ") {
        return Ok(Kind::All(Box::new(kind(of)?)));
    }
    if let Some(of) = text.strip_prefix("Any of ") {
        return Ok(Kind::Any(Box::new(kind(of)?)));
    }
    if let Some(words) = text.strip_prefix("Word:") {
        let words: Vec<_> = words.split('|').map(str::trim).collect();
        return match words.iter().find(|it| !is_key(it)) {
            Some(word) => Err(format!("`{word}` is no word of letters, digits and hyphens")),
            None => Ok(Kind::Word(words)),
        };
    }
    Ok(match text {
        "Text" => Kind::Text,
        "Number" => Kind::Number,
        "Digits" => Kind::Digits,
        "Money" => Kind::Money,
        "Day" => Kind::Day,
        "Date" => Kind::Date,
        "Time" => Kind::Time,
        "Moment" => Kind::Moment,
        "Phone" => Kind::Phone,
        _ => {
            return Err(format!(
                "`{text}` is no kind: Text, `Word: a | b`, Number, Digits, Money, Day, Date, Time, \
                 Moment, Phone, `All of …` or `Any of …`"
            ));
        }
    })
}

/// What is wrong with the values that a message was given; `None` when nothing is.
pub(super) fn fault(message: &Message, declared: &BTreeMap<&str, Declared<'_>>) -> Option<String> {
    let missing =
        declared.iter().find(|(name, it)| !it.is_optional && !message.values.contains_key(**name));
    if let Some((name, _)) = missing {
        return Some(format!("it lacks `${name}`"));
    }
    message.values.iter().find_map(|(name, value)| match declared.get(name.as_ref()) {
        None => Some(format!("it has no `${name}`")),
        Some(it) if !it.kind.fits(value) => Some(match &it.kind {
            Kind::Word(words) => format!("`${name}` is one of the words {}", words.join(", ")),
            _ => format!("`${name}` is no {value:?}"),
        }),
        Some(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn values_are_declared_with_kinds_and_samples() {
        for (line, name, sample) in [
            ("name (Text) whom", "name", Value::Text("Maria Gonzalez".to_owned())),
            ("n (Number, e.g. 7) how many", "n", Value::Number(7)),
            ("w (Word: a | b-c) which", "w", Value::Word("a".to_owned())),
            (
                "m (Money, optional, e.g. 1.05) how much",
                "m",
                Value::Money { minor: 105, currency: Currency::Usd },
            ),
            (
                "m (Money, e.g. 7 MXN) how much",
                "m",
                Value::Money { minor: 700, currency: Currency::Mxn },
            ),
            ("d (Day, e.g. 2026-03-01) when", "d", Value::Day(date(2026, 3, 1))),
            (
                "l (Any of Text, e.g. a; b) which",
                "l",
                Value::Any(vec![Value::Text("a".to_owned()), Value::Text("b".to_owned())]),
            ),
        ] {
            let (found, declared) = declaration(line).unwrap();
            assert_eq!((found, declared.sample), (name, sample), "{line}");
        }
    }

    #[test]
    fn what_is_no_declaration_is_told() {
        let comment = [
            "Plain words.",
            "$x",
            "$x Text",
            "$x (Text)",
            "$x (Txt) y",
            "$x (Word: a b) y",
            "$x (Text, maybe) y",
            "$x (Number, e.g. many) y",
            "$x (Word: a | b, e.g. c) y",
            "$x (Money, e.g. 1.5) y",
            "$x (Money, e.g. 1.50 GBP) y",
            "$x (Text) y",
            "$x (Text) z",
        ];
        let (declared, faults) = declarations(&comment);
        assert_eq!(declared.len(), 1);
        let told: Vec<_> = faults.iter().map(|(line, why)| format!("{line}: {why}\n")).collect();
        expect![[r#"
            $x: a value is declared as `$name (Kind) what it is`
            $x Text: a value is declared as `$name (Kind) what it is`
            $x (Text): `$x` has no description
            $x (Txt) y: `Txt` is no kind: Text, `Word: a | b`, Number, Digits, Money, Day, Date, Time, Moment, Phone, `All of …` or `Any of …`
            $x (Word: a b) y: `a b` is no word of letters, digits and hyphens
            $x (Text, maybe) y: `maybe` says nothing; after the kind come `optional` and `e.g.`
            $x (Number, e.g. many) y: the sample of `$x` is no Number
            $x (Word: a | b, e.g. c) y: the sample of `$x` is no Word: a | b
            $x (Money, e.g. 1.5) y: the sample of `$x` is no Money
            $x (Money, e.g. 1.50 GBP) y: the sample of `$x` is no Money
            $x (Text) z: `$x` is declared twice
        "#]].assert_eq(&told.concat());
    }
}
