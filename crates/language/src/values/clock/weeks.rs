//! Days counted from today, by weeks, months and years.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::tag::Unit;

/// Which of several: the present one, or how many later or earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    This,
    Next,
    Last,
}

impl Which {
    fn steps(self) -> i64 {
        match self {
            Self::This => 0,
            Self::Next => 1,
            Self::Last => -1,
        }
    }
}

/// A day some days from another.
pub(super) fn shifted(from: Date, days: i64) -> Option<Date> {
    from.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// Monday of the week of a day.
pub(super) fn monday(day: Date) -> Option<Date> {
    shifted(day, i64::from(day.weekday().to_monday_zero_offset()).checked_neg()?)
}

/// The first such day of the week on or after a day.
pub(super) fn on_or_after(day: Date, weekday: i8) -> Option<Date> {
    let ahead = i64::from(weekday).checked_sub(i64::from(day.weekday().to_monday_zero_offset()))?;
    shifted(day, ahead.rem_euclid(7))
}

/// The last such day of the week before a day.
pub(super) fn before(day: Date, weekday: i8) -> Option<Date> {
    day.nth_weekday(-1, Weekday::from_monday_zero_offset(weekday).ok()?).ok()
}

/// The day that stands for a whole week, month or year: the last one when it is to come, else the
/// first.
///
/// Source: Amazon Lex V2 Developer Guide, "AMAZON.Date", which says of "next week" that it converts
/// to "the date of the last day of the current week" and gives 2020-11-29, a Sunday, where today is
/// 2020-11-25. An older edition had the last day of the next week; the newer one is followed.
pub(super) fn whole(today: Date, which: Which, unit: Unit) -> Option<Date> {
    match unit {
        Unit::Week => {
            let monday = monday(today)?;
            match which {
                Which::This => Some(monday),
                Which::Last => shifted(monday, -7),
                Which::Next => shifted(monday, 6),
            }
        }
        Unit::Month => {
            let first = today.first_of_month().checked_add(which.steps().months()).ok()?;
            Some(if which == Which::Next { first.last_of_month() } else { first })
        }
        Unit::Year => {
            let first = today.first_of_year().checked_add(which.steps().years()).ok()?;
            Some(if which == Which::Next { first.last_of_year() } else { first })
        }
        Unit::Fortnight | Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => None,
    }
}

/// The day that stands for a month of the calendar, this year's or next year's.
pub(super) fn calendar_month(today: Date, month: i8, which: Which) -> Option<Date> {
    let this_year = Date::new(today.year(), month, 1).ok()?;
    let first = match which {
        Which::This if month >= today.month() => this_year,
        Which::Next if month > today.month() => this_year,
        Which::Last if month < today.month() => this_year,
        Which::This | Which::Next => this_year.checked_add(1.year()).ok()?,
        Which::Last => this_year.checked_sub(1.year()).ok()?,
    };
    Some(if first > today { first.last_of_month() } else { first })
}

/// The day that stands for a year.
pub(super) fn year(today: Date, year: i16) -> Option<Date> {
    let first = Date::new(year, 1, 1).ok()?;
    Some(if year > today.year() { first.last_of_year() } else { first })
}

/// The next such day of a month on or after today, in at most eight years: February 29th.
pub(super) fn next_day_of(today: Date, month: i8, day: i8) -> Option<Date> {
    (today.year()..=today.year().saturating_add(8))
        .filter_map(|year| Date::new(year, month, day).ok())
        .find(|it| *it >= today)
}

/// The next day with this number on or after today that satisfies a condition.
pub(super) fn next_numbered(today: Date, day: i8, fits: impl Fn(Date) -> bool) -> Option<Date> {
    /// A day of any number falls on every day of the week within this many months.
    const MONTHS: i32 = 14;
    let first = today.first_of_month();
    (0..MONTHS)
        .filter_map(|ahead| first.checked_add(ahead.months()).ok())
        .filter_map(|first| Date::new(first.year(), first.month(), day).ok())
        .find(|it| *it >= today && fits(*it))
}

/// The day before or after another by a number of units.
pub(super) fn moved(from: Date, span: Span) -> Option<Date> {
    from.checked_add(span).ok()
}
