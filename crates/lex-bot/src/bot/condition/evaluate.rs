//! Tells whether a condition holds.

use std::cmp::Ordering;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::{Constant, Expression, Operand, Operator, Reference};

/// The conversation as conditions see it.
pub(crate) trait Values {
    /// What a reference stands for; `None` when it is not set.
    fn referred(&self, reference: &Reference) -> Option<Referred>;
}

/// What a reference stands for.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Referred {
    /// The interpreted values: one, or those of a list.
    pub(crate) values: Vec<String>,
    /// What they are compared as; [`Kind::Text`] for all that is no slot.
    pub(crate) kind: Kind,
}

/// What values are compared as: what the type of their slot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// By their characters, in any letter case. With a number that stands without quotation marks
    /// they are compared as numbers if they are some; Lex documents it only for slots of numbers,
    /// but shows `$.transcriptions[0].transcriptionConfidence < 0.8`.
    Text,
    /// `AMAZON.Number` and `AMAZON.Percentage`.
    Number,
    /// `AMAZON.Date`: the earlier is less; a week, month or year counts as its first day.
    Date,
    /// `AMAZON.Time`: the earlier is less.
    Time,
    /// `AMAZON.Duration`: the shorter is less; a month counts as 30 days, a year as 365.
    Duration,
}

impl Expression {
    /// Whether it holds.
    ///
    /// A comparison with something that is not set, or that cannot be compared (a number with a
    /// word), is not evaluated: it decides nothing, neither does its negation. `AND` and `OR` then
    /// go by their other side. Lex documents that such expressions are invalid; how they combine is
    /// decided here.
    pub(crate) fn holds(&self, values: &impl Values) -> bool {
        self.evaluate(values) == Some(true)
    }

    /// `None` when it decides nothing.
    fn evaluate(&self, values: &impl Values) -> Option<bool> {
        match self {
            Self::Or(left, right) => match (left.evaluate(values), right.evaluate(values)) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                (None, _) | (_, None) => None,
            },
            Self::And(left, right) => match (left.evaluate(values), right.evaluate(values)) {
                (Some(false), _) | (_, Some(false)) => Some(false),
                (Some(true), Some(true)) => Some(true),
                (None, _) | (_, None) => None,
            },
            Self::Not(inner) => inner.evaluate(values).map(|it| !it),
            Self::Compare { left, operator, right } => {
                let (left, kind) = left.resolve(values)?;
                operator.compare(&left, &right.resolve(values)?, kind_of(kind, right))
            }
            Self::Contains { reference, value } => {
                let list = values.referred(reference)?;
                let value = value.resolve(values)?;
                Some(list.values.iter().any(|it| folded(it) == folded(&value)))
            }
            Self::IsSet(reference) => Some(values.referred(reference).is_some()),
        }
    }
}

impl Operand {
    fn resolve(&self, values: &impl Values) -> Option<(String, Kind)> {
        match self {
            Self::Value(reference) => {
                let referred = values.referred(reference)?;
                // Several values compare as a list with commas.
                Some((referred.values.join(", "), referred.kind))
            }
            Self::Count(reference) => {
                Some((values.referred(reference)?.values.len().to_string(), Kind::Number))
            }
            Self::Length(reference) => {
                let referred = values.referred(reference)?;
                let [value] = referred.values.as_slice() else {
                    return None;
                };
                Some((value.chars().count().to_string(), Kind::Number))
            }
        }
    }
}

impl Constant {
    fn resolve(&self, values: &impl Values) -> Option<String> {
        match self {
            Self::Number(text) | Self::Text(text) | Self::Word(text) => Some(text.clone()),
            Self::Value(reference) => Some(values.referred(reference)?.values.join(", ")),
        }
    }
}

/// How to compare a value of this kind with this constant.
fn kind_of(kind: Kind, right: &Constant) -> Comparison {
    match (kind, right) {
        (Kind::Text, Constant::Number(_)) => Comparison::NumberIfPossible,
        (kind, _) => Comparison::As(kind),
    }
}

#[derive(Clone, Copy)]
enum Comparison {
    As(Kind),
    NumberIfPossible,
}

impl Operator {
    fn compare(self, left: &str, right: &str, comparison: Comparison) -> Option<bool> {
        let text = || Some(folded(left).cmp(&folded(right)));
        let numbers = || number(left)?.partial_cmp(&number(right)?);
        let order = match comparison {
            Comparison::As(Kind::Text) => text(),
            Comparison::NumberIfPossible => numbers().or_else(text),
            Comparison::As(Kind::Number) => numbers(),
            Comparison::As(Kind::Date) => date(left).zip(date(right)).map(|(l, r)| l.cmp(&r)),
            Comparison::As(Kind::Time) => time(left).zip(time(right)).map(|(l, r)| l.cmp(&r)),
            Comparison::As(Kind::Duration) => {
                duration(left).zip(duration(right)).and_then(|(l, r)| l.partial_cmp(&r))
            }
        };
        // What has no order, such as the time `EV`, can still be the same or not.
        let Some(order) = order else {
            let same = folded(left) == folded(right);
            return match self {
                Self::Equal => Some(same),
                Self::NotEqual => Some(!same),
                Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => None,
            };
        };
        Some(match self {
            Self::Equal => order == Ordering::Equal,
            Self::NotEqual => order != Ordering::Equal,
            Self::Less => order == Ordering::Less,
            Self::LessOrEqual => order != Ordering::Greater,
            Self::Greater => order == Ordering::Greater,
            Self::GreaterOrEqual => order != Ordering::Less,
        })
    }
}

/// Without regard to letter case, and to spaces after commas.
fn folded(text: &str) -> String {
    text.trim().to_lowercase().replace(", ", ",")
}

fn number(text: &str) -> Option<f64> {
    text.trim().trim_end_matches('%').parse().ok().filter(|it: &f64| it.is_finite())
}

/// The first day of `2027`, `2026-03`, `2026-W13` or `2026-03-23`.
fn date(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('-');
    let year: i16 = parts.next()?.parse().ok()?;
    let date = match parts.next() {
        None => Date::new(year, 1, 1).ok()?,
        Some(week) if week.starts_with(['W', 'w']) => {
            let week = week.get(1..)?.parse().ok()?;
            ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date()
        }
        Some(month) => {
            let day = parts.next().map_or(Ok(1), str::parse).ok()?;
            Date::new(year, month.parse().ok()?, day).ok()?
        }
    };
    parts.next().is_none().then_some(date)
}

/// Seconds since midnight of `20:00` or `20:00:30`.
fn time(text: &str) -> Option<u32> {
    let mut parts = text.trim().split(':');
    let mut part =
        |below: u32| -> Option<u32> { parts.next()?.parse().ok().filter(|it: &u32| *it < below) };
    let (hours, minutes) = (part(24)?, part(60)?);
    let seconds = part(60).unwrap_or_default();
    hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?.checked_add(seconds)
}

/// Seconds in `P1Y2M3W4DT5H6M7S`. Hours and seconds are understood without the `T`, too: the guide
/// writes `P2H`.
fn duration(text: &str) -> Option<f64> {
    const DAY: f64 = 86_400.0;
    let mut rest = text.trim().strip_prefix(['P', 'p'])?;
    if rest.is_empty() {
        return None;
    }
    let mut seconds = 0.0;
    let mut in_time = false;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', 't']) {
            in_time = true;
            rest = after;
            continue;
        }
        let end = rest.find(|it: char| !it.is_ascii_digit() && it != '.')?;
        let (amount, after) = rest.split_at_checked(end)?;
        let mut chars = after.chars();
        let unit = match (chars.next()?.to_ascii_uppercase(), in_time) {
            ('Y', false) => 365.0 * DAY,
            ('M', false) => 30.0 * DAY,
            ('W', false) => 7.0 * DAY,
            ('D', false) => DAY,
            ('H', _) => 3600.0,
            ('M', true) => 60.0,
            ('S', _) => 1.0,
            _ => return None,
        };
        seconds += amount.parse::<f64>().ok()? * unit;
        rest = chars.as_str();
    }
    Some(seconds)
}
