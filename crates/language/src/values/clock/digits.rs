//! Dates by digits alone: written with signs between, or pressed one after the other.
//!
//! AWS does not say what Lex makes of digits. Written dates are read in the order of the locale
//! unless they only make sense in the other. Digits without signs are read as month, day and year
//! in the order of the locale: four, six or eight of them; eight may begin with the year, too. Numbers
//! that are spoken are no digits unless each is one: "one one nineteen eighty" has a day, a month and
//! a year.

use jiff::civil::Date;

use super::parts::year_number;
use super::tag::{Tag, Tagged};
use super::weeks::next_day_of;
use crate::{DateOrder, Setting};

/// How far ahead a year of two digits may be.
const YEARS_AHEAD: i16 = 20;

/// A year that was written with two digits or four.
fn full_year(year: u32, width: usize, today: Date) -> Option<i16> {
    let year = i16::try_from(year).ok()?;
    match width {
        4 => Some(year),
        2 => {
            let century = today.year().checked_sub(today.year().checked_rem(100)?)?;
            let near = century.checked_add(year)?;
            if near > today.year().checked_add(YEARS_AHEAD)? {
                near.checked_sub(100)
            } else {
                Some(near)
            }
        }
        _ => None,
    }
}

/// The month and day of two numbers.
fn month_and_day(first: u32, second: u32, order: DateOrder) -> Option<(i8, i8)> {
    let small = |it: u32| i8::try_from(it).ok().filter(|it| *it > 0);
    let (first, second) = (small(first)?, small(second)?);
    let (month, day) = match order {
        DateOrder::MonthFirst => (first, second),
        DateOrder::DayFirst => (second, first),
    };
    match (month, day) {
        (1..=12, 1..=31) => Some((month, day)),
        // In the other order it makes sense.
        (13..=31, 1..=12) => Some((day, month)),
        _ => None,
    }
}

/// 3/23, 23.3.2026, 2026-03-23.
pub(super) fn written(tags: &[Tagged], today: Date, order: DateOrder) -> Option<(Date, usize)> {
    let (first, second) = match tags {
        [
            Tagged { tag: Tag::Number(first), width: 1..=4, .. },
            Tagged { tag: Tag::Number(second), glue, width: 1..=2, .. },
            ..,
        ] if "/-.".contains(*glue) => (*first, *second),
        _ => return None,
    };
    let glue = tags.get(1)?.glue;
    let third = tags.get(2).and_then(|it| match it.tag {
        Tag::Number(value) if it.glue == glue => Some((value, it.width)),
        _ => None,
    });
    match (tags.first()?.width, third) {
        (4, Some((day, 1..=2))) => {
            let (month, day) = (i8::try_from(second).ok()?, i8::try_from(day).ok()?);
            Some((Date::new(i16::try_from(first).ok()?, month, day).ok()?, 3))
        }
        (1..=2, Some((year, width))) => {
            let (month, day) = month_and_day(first, second, order)?;
            Some((Date::new(full_year(year, width, today)?, month, day).ok()?, 3))
        }
        // "3.5" is a number and "3-5" two.
        (1..=2, None) if glue == '/' => {
            let (month, day) = month_and_day(first, second, order)?;
            Some((next_day_of(today, month, day)?, 2))
        }
        _ => None,
    }
}

/// The day, month and year of numbers said one after the other: "one one nineteen eighty", "six seven
/// eighty five", "01 01 1980".
pub(super) fn spoken(tags: &[Tagged], today: Date, order: DateOrder) -> Option<(Date, usize)> {
    let (first, rest) = small(tags)?;
    let (second, rest) = small(rest)?;
    let (month, day) = month_and_day(first, second, order)?;
    let (year, rest) = match rest {
        [Tagged { tag: Tag::Of, .. }, ..] => return None,
        _ => year_number(rest).or_else(|| short_year(rest, today))?,
    };
    Some((Date::new(year, month, day).ok()?, tags.len().saturating_sub(rest.len())))
}

/// The day and month of two numbers that are all that was said: "twelve twenty five".
pub(in super::super) fn spoken_day(tags: &[Tagged], setting: &Setting) -> Option<Date> {
    let (first, rest) = small(tags)?;
    // Small numbers side by side are digits.
    let ([Tagged { tag: Tag::Number(10..), .. }], (second, _)) = (rest, small(rest)?) else {
        return None;
    };
    let (month, day) = month_and_day(first, second, setting.order)?;
    next_day_of(setting.now.date(), month, day)
}

/// The number of a day or a month: "three", "oh three".
fn small(tags: &[Tagged]) -> Option<(u32, &[Tagged])> {
    match tags {
        [
            Tagged { tag: Tag::Number(0), width: 0, .. },
            Tagged { tag: Tag::Number(it @ 1..=9), width: 0, .. },
            rest @ ..,
        ]
        | [Tagged { tag: Tag::Number(it @ 1..=31), width: 0..=2, .. }, rest @ ..] => {
            Some((*it, rest))
        }
        _ => None,
    }
}

/// A year of two digits: "eighty five".
pub(super) fn short_year(tags: &[Tagged], today: Date) -> Option<(i16, &[Tagged])> {
    match tags {
        [Tagged { tag: Tag::Number(it @ 10..=99), width: 0 | 2, .. }, rest @ ..] => {
            Some((full_year(*it, 2, today)?, rest))
        }
        _ => None,
    }
}

/// Digits without signs: 0323, 032326, 03232026, 20260323; a year alone, 2027, is none of these.
pub(in super::super) fn joined(digits: &str, today: Date, order: DateOrder) -> Option<Date> {
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    match digits.len() {
        4 => {
            let (month, day) = month_and_day(number(0, 2)?, number(2, 4)?, order)?;
            next_day_of(today, month, day)
        }
        6 => {
            let (month, day) = month_and_day(number(0, 2)?, number(2, 4)?, order)?;
            Date::new(full_year(number(4, 6)?, 2, today)?, month, day).ok()
        }
        8 => {
            let by_day = month_and_day(number(0, 2)?, number(2, 4)?, order)
                .zip(number(4, 8))
                .and_then(|((month, day), year)| sensible(year, month, day));
            let by_year = number(4, 6)
                .zip(number(6, 8))
                .and_then(|(month, day)| Some((i8::try_from(month).ok()?, i8::try_from(day).ok()?)))
                .zip(number(0, 4))
                .and_then(|((month, day), year)| sensible(year, month, day));
            by_day.or(by_year)
        }
        _ => None,
    }
}

/// A date in a year that people speak of.
fn sensible(year: u32, month: i8, day: i8) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|it| (1850..=2150).contains(it))?;
    Date::new(year, month, day).ok()
}
