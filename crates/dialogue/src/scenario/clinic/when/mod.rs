//! When a caller would come: days and times of day, exact or vague, as they are said.

mod bound;
mod clock;
mod days;
#[cfg(test)]
mod tests;

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

pub(super) use self::clock::{Half, clock, half};
pub(super) use self::days::days;

/// When a caller would come, as far as they said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct When {
    /// On which days; `None` when they did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) days: Option<Days>,
    /// At what time of day; `None` when it does not matter or they did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) clock: Option<Clock>,
}

/// Days on which a caller would come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Days {
    /// This one.
    On(Date),
    /// One of these, both included.
    Within(Date, Date),
    /// Whichever comes first.
    Soonest,
}

/// Times of day at which a caller would come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Clock {
    /// This one.
    At(Time),
    /// This one or twelve hours later: "at eight".
    Open(Time, Time),
    /// From one to the other, which is not included.
    Within(Time, Time),
}

/// What a caller says about the time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// This.
    Clock(Clock),
    /// That it does not matter.
    AnyTime,
}

impl When {
    /// Whether a moment is one at which the caller would come.
    pub(super) fn fits(&self, at: DateTime) -> bool {
        let day = match self.days {
            Some(Days::On(day)) => at.date() == day,
            Some(Days::Within(from, to)) => (from..=to).contains(&at.date()),
            Some(Days::Soonest) | None => true,
        };
        let clock = match self.clock {
            Some(Clock::At(time)) => at.time() == time,
            Some(Clock::Open(one, other)) => at.time() == one || at.time() == other,
            Some(Clock::Within(from, to)) => from <= at.time() && at.time() < to,
            None => true,
        };
        day && clock
    }

    /// The same where a day of the week may be one of another week: "the one on Tuesday", of two that
    /// were offered.
    pub(super) fn fits_weekday(&self, at: DateTime, now: DateTime) -> bool {
        let Some(Days::On(day)) = self.days else { return false };
        let is_in_week = now.date().checked_add(1.week()).is_ok_and(|it| day < it);
        let there = When { days: Some(Days::On(at.date())), ..*self };
        is_in_week && day.weekday() == at.date().weekday() && there.fits(at)
    }

    /// The one moment that the caller named.
    pub(super) fn moment(&self) -> Option<DateTime> {
        match (self.days, self.clock) {
            (Some(Days::On(day)), Some(Clock::At(time))) => Some(day.to_datetime(time)),
            _ => None,
        }
    }

    /// The last of the days; `None` when there is none.
    pub(super) fn until(&self) -> Option<Date> {
        match self.days {
            Some(Days::On(day) | Days::Within(_, day)) => Some(day),
            Some(Days::Soonest) | None => None,
        }
    }

    /// Whether what the caller named is over: nothing of it is left after now.
    pub(super) fn is_past(&self, now: DateTime) -> bool {
        let Some(last) = self.until() else { return false };
        let until = match self.clock {
            Some(Clock::At(time)) => time,
            Some(Clock::Open(_, later)) => later,
            Some(Clock::Within(_, to)) => to,
            None => Time::MAX,
        };
        last.to_datetime(until) <= now
    }
}
