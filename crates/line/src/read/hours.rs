//! Opening hours and holidays.

use jiff::civil::Time;

use super::document::{Faults, Table, Value};
use super::{each, spoken};
use crate::{Holiday, Hours, Opening};

const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const OPENINGS: &str = "a list of openings, such as [\"09:00-12:30\", \"13:30-17:00\"]; \
     a closed day has an empty list or none";

/// The hours of the week, and the days that differ.
pub(super) fn hours(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Hours {
    let allowed = "a table of opening hours by day, such as `monday = [\"09:00-17:00\"]`";
    let value = table.need("hours", faults, allowed);
    let Some(mut table) = value.and_then(|it| it.table(faults, allowed)) else {
        return Hours::default();
    };
    let week = DAYS.map(|day| table.get(day).map(|it| openings(&it, faults)).unwrap_or_default());
    let holidays = holidays(&mut table, faults);
    table.end(faults);
    Hours { week, holidays }
}

fn holidays(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Vec<Holiday> {
    let allowed = "a list of days, each with a date and a name";
    let mut holidays: Vec<Holiday> = Vec::new();
    let read = each(table, "holidays", allowed, faults, |table, faults| {
        let allowed = "a day of the calendar, as a date without quotes, such as 2026-12-25";
        let value = table.need("date", faults, allowed);
        let name = table.need("name", faults, "what the day is called, for people who read this");
        let name = name.and_then(|it| spoken::words(&it, spoken::NAME, faults));
        let hours = table.get("hours").map(|it| openings(&it, faults)).unwrap_or_default();
        let value = value?;
        let Some(date) = value.as_date() else {
            let meant = value.as_text().and_then(|it| it.parse::<jiff::civil::Date>().ok());
            let meant = meant.map(|it| it.to_string());
            faults.add(&value.key, value.span.clone(), value.shown(), allowed, meant);
            return None;
        };
        Some((value, Holiday { date, name: name?, hours }))
    });
    for (value, holiday) in read {
        if holidays.iter().any(|it| it.date == holiday.date) {
            faults.wrong(&value, "each day once");
        }
        holidays.push(holiday);
    }
    holidays
}

/// The openings of a day, in order and apart.
fn openings(value: &Value<'_>, faults: &mut Faults<'_>) -> Vec<Opening> {
    let mut openings: Vec<Opening> = Vec::new();
    for item in value.items(faults, OPENINGS) {
        let Some(opening) = opening(&item, faults) else { continue };
        // Midnight as the end of a day is later than any time of it.
        let ended =
            openings.last().is_some_and(|it| it.to != Time::midnight() && it.to <= opening.from);
        if !openings.is_empty() && !ended {
            faults.wrong(&item, "an opening that begins when the one before it has ended");
        }
        openings.push(opening);
    }
    openings
}

fn opening(value: &Value<'_>, faults: &mut Faults<'_>) -> Option<Opening> {
    let allowed = "an opening, such as \"09:00-17:00\" or \"18:00-24:00\"";
    let text = value.text(faults, allowed)?;
    let parsed = text.split_once('-').and_then(|(from, to)| Some((time(from)?, time(to)?)));
    let Some(((from, _), (to, to_minutes))) = parsed.filter(|((_, from), _)| *from < END_OF_DAY)
    else {
        faults.wrong(value, allowed);
        return None;
    };
    let from_minutes = minutes(from);
    if from_minutes >= to_minutes {
        let allowed = "an opening that ends after it begins; one over midnight is two, such as \
             \"22:00-24:00\" and on the next day \"00:00-06:00\"";
        faults.wrong(value, allowed);
        return None;
    }
    Some(Opening { from, to })
}

/// Minutes of a day.
const END_OF_DAY: u16 = 24 * 60;

fn minutes(time: Time) -> u16 {
    let part = |it: i8| u16::try_from(it).unwrap_or_default();
    part(time.hour()).saturating_mul(60).saturating_add(part(time.minute()))
}

/// A time of a day as `HH:MM`, and its minutes; `24:00` is midnight with the minutes of a whole day.
fn time(text: &str) -> Option<(Time, u16)> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits = |it: &str| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    if (hour, minute) == (24, 0) {
        return Some((Time::midnight(), END_OF_DAY));
    }
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some((time, minutes(time)))
}
