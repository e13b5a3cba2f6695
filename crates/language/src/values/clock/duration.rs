//! Lengths of time.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.Duration": `PnYnMnWnDTnHnMnS` of ISO 8601, only
//! with the parts that were said. It has no fractions: half of a unit is given in smaller ones
//! (half a year is six months, half a week three days and twelve hours).

use std::fmt::Write as _;

use jiff::Span;

use super::tag::{Tag, Tagged, Unit};

/// Thousandths of every unit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Length {
    year: u64,
    month: u64,
    week: u64,
    day: u64,
    hour: u64,
    minute: u64,
    second: u64,
}

const WHOLE: u64 = 1000;

/// Largest count of a unit; more is not a length of time that anybody means.
const MAX_COUNT: u64 = 9_999;

impl Length {
    fn add(&mut self, unit: Unit, thousandths: u64) -> Option<()> {
        if thousandths > MAX_COUNT.saturating_mul(WHOLE) {
            return None;
        }
        let (whole, rest) = (thousandths / WHOLE, thousandths % WHOLE);
        let (place, smaller): (&mut u64, Option<(Unit, u64)>) = match unit {
            Unit::Year => (&mut self.year, Some((Unit::Month, 12))),
            Unit::Month => (&mut self.month, Some((Unit::Day, 30))),
            Unit::Fortnight => return self.add(Unit::Week, thousandths.saturating_mul(2)),
            Unit::Week => (&mut self.week, Some((Unit::Day, 7))),
            Unit::Day => (&mut self.day, Some((Unit::Hour, 24))),
            Unit::Hour => (&mut self.hour, Some((Unit::Minute, 60))),
            Unit::Minute => (&mut self.minute, Some((Unit::Second, 60))),
            Unit::Second => {
                self.second = self.second.checked_add(thousandths)?;
                return Some(());
            }
        };
        *place = place.checked_add(whole.saturating_mul(WHOLE))?;
        match smaller.filter(|_| rest > 0) {
            Some((unit, times)) => self.add(unit, rest.saturating_mul(times)),
            None => Some(()),
        }
    }

    /// In the format of ISO 8601.
    pub(super) fn iso(&self) -> String {
        let mut text = "P".to_owned();
        let mut write = |prefix: &str, thousandths: u64, letter: char| {
            if thousandths > 0 {
                let (whole, rest) = (thousandths / WHOLE, thousandths % WHOLE);
                let fraction = if rest > 0 { format!(".{rest:03}") } else { String::new() };
                let fraction = fraction.trim_end_matches('0');
                // Writing to a string does not fail.
                let _written = write!(text, "{prefix}{whole}{fraction}{letter}");
            }
        };
        write("", self.year, 'Y');
        write("", self.month, 'M');
        write("", self.week, 'W');
        write("", self.day, 'D');
        let mut prefix = "T";
        for (thousandths, letter) in [(self.hour, 'H'), (self.minute, 'M'), (self.second, 'S')] {
            write(prefix, thousandths, letter);
            if thousandths > 0 {
                prefix = "";
            }
        }
        if text == "P" { "PT0S".to_owned() } else { text }
    }

    /// Whether it is told in days or larger units alone.
    pub(super) fn is_in_days(&self) -> bool {
        self.hour == 0 && self.minute == 0 && self.second == 0
    }

    /// Whether it is told in hours or smaller units alone.
    pub(super) fn is_in_hours(&self) -> bool {
        self.year == 0 && self.month == 0 && self.week == 0 && self.day == 0
    }

    /// The same to calculate with, without fractions of a second.
    pub(super) fn span(&self) -> Option<Span> {
        let of = |thousandths: u64| i64::try_from(thousandths / WHOLE).ok();
        Span::new()
            .try_years(of(self.year)?)
            .and_then(|it| it.try_months(of(self.month).unwrap_or_default()))
            .and_then(|it| it.try_weeks(of(self.week).unwrap_or_default()))
            .and_then(|it| it.try_days(of(self.day).unwrap_or_default()))
            .and_then(|it| it.try_hours(of(self.hour).unwrap_or_default()))
            .and_then(|it| it.try_minutes(of(self.minute).unwrap_or_default()))
            .and_then(|it| it.try_seconds(of(self.second).unwrap_or_default()))
            .ok()
    }
}

/// The length of time that begins here, and how many tags it takes.
pub(super) fn length(tags: &[Tagged]) -> Option<(Length, usize)> {
    let mut length = Length::default();
    let mut rest = tags;
    let mut last: Option<Unit> = None;
    loop {
        let from = match rest {
            [Tagged { tag: Tag::And | Tag::Y, .. }, left @ ..] if last.is_some() => left,
            _ => rest,
        };
        let Some((unit, thousandths, left)) = item(from) else { break };
        // "Two days three days" are two lengths.
        if last.is_some_and(|it| it >= unit) {
            break;
        }
        length.add(unit, thousandths)?;
        (rest, last) = (left, Some(unit));
    }
    last.map(|_| (length, tags.len().saturating_sub(rest.len())))
}

/// The length of the whole utterance from here on, as text.
pub(in super::super) fn iso(tags: &[Tagged]) -> Option<(String, usize)> {
    length(tags).map(|(length, taken)| (length.iso(), taken))
}

/// Thousandths of a half, a quarter and three quarters.
const HALF: u64 = 500;
const QUARTER: u64 = 250;

/// "Two hours", "two and a half hours", "two hours and a half", "half an hour".
fn item(tags: &[Tagged]) -> Option<(Unit, u64, &[Tagged])> {
    if let Some(found) = fraction_of(tags) {
        return Some(found);
    }
    let (count, rest) = count(tags)?;
    let (more, rest) = and_fraction(rest).unwrap_or((0, rest));
    let (unit, rest) = unit(rest)?;
    // "An hour and a half".
    let (more, rest) = and_fraction(rest)
        .filter(|(_, left)| more == 0 && unit_behind(left).is_none())
        .unwrap_or((more, rest));
    Some((unit, count.checked_add(more)?, rest))
}

/// "Half an hour", "media hora", "three quarters of an hour".
fn fraction_of(tags: &[Tagged]) -> Option<(Unit, u64, &[Tagged])> {
    let (share, rest) = match kinds(tags) {
        (Some(Tag::One), Some(Tag::Half), _) => (HALF, tags.get(2..)?),
        (Some(Tag::Half), ..) => (HALF, tags.get(1..)?),
        (Some(Tag::One), Some(Tag::Quarter), _) => (QUARTER, tags.get(2..)?),
        (Some(Tag::Number(count @ 1..=3)), Some(Tag::Quarter), _) => {
            (QUARTER.checked_mul(u64::from(count))?, tags.get(2..)?)
        }
        (Some(Tag::Quarter), ..) => (QUARTER, tags.get(1..)?),
        // "Hora y media" without a count.
        (Some(Tag::Unit(unit)), Some(Tag::Y), Some(Tag::Half)) => {
            return Some((unit, WHOLE.checked_add(HALF)?, tags.get(3..)?));
        }
        _ => return None,
    };
    let rest = rest.strip_prefix_tag(Tag::Of);
    let rest = rest.strip_prefix_tag(Tag::One);
    unit(rest).map(|(unit, left)| (unit, share, left))
}

fn count(tags: &[Tagged]) -> Option<(u64, &[Tagged])> {
    match tags {
        [
            Tagged { tag: Tag::Number(whole), .. },
            Tagged { tag: Tag::Number(tenths), glue: '.', width, .. },
            rest @ ..,
        ] if (1..=3).contains(width) => {
            let scale = 10_u64.checked_pow(3_u32.checked_sub(u32::try_from(*width).ok()?)?)?;
            let whole = u64::from(*whole).checked_mul(WHOLE)?;
            Some((whole.checked_add(u64::from(*tenths).checked_mul(scale)?)?, rest))
        }
        [Tagged { tag: Tag::Number(count), .. }, rest @ ..] => {
            Some((u64::from(*count).checked_mul(WHOLE)?, rest))
        }
        [Tagged { tag: Tag::One, .. }, Tagged { tag: Tag::Couple, .. }, rest @ ..]
        | [Tagged { tag: Tag::Couple, .. }, rest @ ..] => Some((2_u64.checked_mul(WHOLE)?, rest)),
        [Tagged { tag: Tag::One, .. }, rest @ ..] => Some((WHOLE, rest)),
        _ => None,
    }
}

/// "And a half", "y media", "y cuarto".
fn and_fraction(tags: &[Tagged]) -> Option<(u64, &[Tagged])> {
    let [Tagged { tag: Tag::And | Tag::Y, .. }, rest @ ..] = tags else { return None };
    let rest = rest.strip_prefix_tag(Tag::One);
    match rest {
        [Tagged { tag: Tag::Half, .. }, left @ ..] => Some((HALF, left)),
        [Tagged { tag: Tag::Quarter, .. }, left @ ..] => Some((QUARTER, left)),
        _ => None,
    }
}

fn unit(tags: &[Tagged]) -> Option<(Unit, &[Tagged])> {
    match tags {
        [Tagged { tag: Tag::Unit(unit), .. }, rest @ ..] => Some((*unit, rest)),
        // "One second".
        [Tagged { tag: Tag::Ordinal(2), width: 0, .. }, rest @ ..] => Some((Unit::Second, rest)),
        _ => None,
    }
}

/// A unit behind a fraction, which then is a length of its own: "an hour and half a minute".
fn unit_behind(tags: &[Tagged]) -> Option<Unit> {
    let rest = tags.strip_prefix_tag(Tag::Of);
    unit(rest.strip_prefix_tag(Tag::One)).map(|(unit, _)| unit)
}

fn kinds(tags: &[Tagged]) -> (Option<Tag>, Option<Tag>, Option<Tag>) {
    let kind = |at: usize| tags.get(at).map(|it| it.tag);
    (kind(0), kind(1), kind(2))
}

/// Leaves off a tag if it comes next.
pub(super) trait StripPrefixTag {
    fn strip_prefix_tag(&self, tag: Tag) -> &Self;
}

impl StripPrefixTag for [Tagged] {
    fn strip_prefix_tag(&self, tag: Tag) -> &Self {
        match self {
            [first, rest @ ..] if first.tag == tag => rest,
            _ => self,
        }
    }
}
