//! When somebody is in.
//!
//! Openings are written in the time of the line's clocks and compared as instants, so the nights on
//! which clocks change need no care: an opening begins when its time first comes, and ends when its
//! time comes for the last time, or with the day. A time that the clocks skip comes when they have
//! skipped it.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan as _, Zoned};
use serde::{Deserialize, Serialize};

use crate::Line;

/// How far ahead an opening is looked for, in days: a year and a day.
const HORIZON_DAYS: usize = 366;

/// When somebody is in, in the line's time zone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Hours {
    /// Opening times of Monday to Sunday, in order and apart.
    pub week: [Vec<Opening>; 7],
    /// Days that differ.
    #[serde(default)]
    pub holidays: Vec<Holiday>,
}

/// From one time of a day to another; `to` is exclusive, and midnight stands for the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// When it opens.
    pub from: Time,
    /// When it closes.
    pub to: Time,
}

/// A day with hours of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// What it is called, for people who read the file.
    pub name: String,
    /// Its hours; none when the line is closed.
    #[serde(default)]
    pub hours: Vec<Opening>,
}

impl Hours {
    /// The openings of a day: those of the holiday when it is one, else those of its day of the week.
    pub fn on(&self, date: Date) -> &[Opening] {
        if let Some(holiday) = self.holidays.iter().find(|it| it.date == date) {
            return &holiday.hours;
        }
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = &self.week;
        match date.weekday() {
            Weekday::Monday => monday,
            Weekday::Tuesday => tuesday,
            Weekday::Wednesday => wednesday,
            Weekday::Thursday => thursday,
            Weekday::Friday => friday,
            Weekday::Saturday => saturday,
            Weekday::Sunday => sunday,
        }
    }

    /// The openings of a day as instants, from inclusive and to exclusive, without those that the
    /// clocks skip.
    fn instants(
        &self,
        date: Date,
        zone: &TimeZone,
    ) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        self.on(date)
            .iter()
            .filter_map(move |it| {
                let from = first(zone, date.to_datetime(it.from))?;
                let to = if it.to == Time::midnight() {
                    first(zone, date.tomorrow().ok()?.to_datetime(it.to))?
                } else {
                    last(zone, date.to_datetime(it.to))?
                };
                Some((from, to))
            })
            .filter(|(from, to)| from < to)
    }
}

/// When the clocks first show a time, or have just skipped it.
fn first(zone: &TimeZone, time: DateTime) -> Option<Timestamp> {
    let ambiguous = zone.to_ambiguous_timestamp(time);
    match ambiguous.offset() {
        AmbiguousOffset::Gap { .. } => after_gap(zone, ambiguous.earlier().ok()?),
        AmbiguousOffset::Fold { .. } | AmbiguousOffset::Unambiguous { .. } => {
            ambiguous.earlier().ok()
        }
    }
}

/// When the clocks last show a time, or have just skipped it.
fn last(zone: &TimeZone, time: DateTime) -> Option<Timestamp> {
    let ambiguous = zone.to_ambiguous_timestamp(time);
    match ambiguous.offset() {
        AmbiguousOffset::Gap { .. } => after_gap(zone, ambiguous.earlier().ok()?),
        AmbiguousOffset::Fold { .. } | AmbiguousOffset::Unambiguous { .. } => {
            ambiguous.later().ok()
        }
    }
}

/// The change of clocks that follows an instant.
fn after_gap(zone: &TimeZone, before: Timestamp) -> Option<Timestamp> {
    zone.following(before).next().map(|it| it.timestamp())
}

impl Line {
    /// The line's time zone; UTC when no such zone is known, which no line that was read from TOML has.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// Whether somebody is in at an instant, whatever time zone it is given in.
    pub fn is_open(&self, at: &Zoned) -> bool {
        let zone = self.zone();
        let date = at.with_time_zone(zone.clone()).date();
        let at = at.timestamp();
        // The day before as well: a time that the clocks skip at midnight comes on the next day.
        [date.yesterday(), Ok(date)]
            .into_iter()
            .flatten()
            .any(|date| self.hours.instants(date, &zone).any(|(from, to)| from <= at && at < to))
    }

    /// When the line opens next after an instant, in the line's time zone. A line that is open at the
    /// instant closes first. `None` when it does not open within a year.
    pub fn opens_next(&self, at: &Zoned) -> Option<Zoned> {
        let zone = &self.zone();
        let at = at.with_time_zone(zone.clone());
        let first = at.date().yesterday().ok()?;
        let days = first.series(1.day()).take(HORIZON_DAYS);
        let mut open_until = Timestamp::MIN;
        for (from, to) in days.flat_map(|date| self.hours.instants(date, zone)) {
            // An opening that goes on where another ends, such as at midnight, is no opening.
            if from > at.timestamp() && from > open_until {
                return Some(from.to_zoned(zone.clone()));
            }
            open_until = open_until.max(to);
        }
        None
    }
}
