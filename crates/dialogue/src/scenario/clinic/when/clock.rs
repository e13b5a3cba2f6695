//! Times of day, exact or vague.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use language::said::{Found, Said, TimeOfDay};
use line::Hours;

use super::bound::{Bound, bound};
use super::{Clock, Told};
use crate::slot::Slot;
use crate::task::Answer;

/// Where a part of the day begins and ends. Source: our own; `AMAZON.Time` names the parts (`MO`,
/// `AF`, `EV`, `NI`) and leaves their hours open.
const MORNING: (i8, i8) = (6, 12);
const AFTERNOON: (i8, i8) = (12, 18);
const EVENING: (i8, i8) = (17, 22);
const NIGHT: (i8, i8) = (18, 23);

/// Ways of saying that the time of day does not matter.
const ANY_TIME: &[&str] = &[
    "any time",
    "anytime",
    "whatever time",
    "time does not matter",
    "all day",
    "a cualquier hora",
    "cualquier hora",
    "la hora que sea",
    "a la hora que sea",
    "todo el dia",
];

/// What an answer says of the time of day. A number alone, "ten", is a time only when `bare` allows it.
pub(in super::super) fn clock(answer: &Answer<'_>, said: &Said<'_>, bare: bool) -> Option<Told> {
    let days = said.days();
    let beside = |it: &Found<TimeOfDay>| {
        !days.iter().any(|day| {
            day.clear && day.words.start < it.words.end && it.words.start < day.words.end
        })
    };
    let times = said.times();
    let is_time = |it: &Found<TimeOfDay>| it.clear || (bare && !is_thing(said, &it.words));
    let wanted = || times.iter().filter(|it| !it.refused && beside(it) && is_time(it));
    // "Tomorrow morning, around nine" is nine: a time says more than a part of the day.
    let exact = wanted().find(|it| matches!(it.value, TimeOfDay::At(_) | TimeOfDay::Either(..)));
    let part = wanted().find(|it| !matches!(it.value, TimeOfDay::At(_) | TimeOfDay::Either(..)));
    if let Some(found) = exact.or(part) {
        let clock = clock_of(found.value, part.map(|it| it.value));
        return Some(Told::Clock(match bound(said, found.words.start) {
            // To the minute, nobody tells "after three" from "from three on".
            Some(Bound::After) => from(clock, false),
            Some(Bound::From) => from(clock, true),
            Some(Bound::Until) => until(clock, true),
            Some(Bound::Before) => until(clock, false),
            None => clock,
        }));
    }
    if said.has_any(ANY_TIME) {
        return Some(Told::AnyTime);
    }
    if times.iter().any(|it| it.refused) {
        return None;
    }
    let slot = answer.slots.get(&Slot::Time)?;
    let value = match slot.as_str() {
        "MO" => TimeOfDay::Morning,
        "AF" => TimeOfDay::Afternoon,
        "EV" => TimeOfDay::Evening,
        "NI" => TimeOfDay::Night,
        time => TimeOfDay::At(time.parse().ok()?),
    };
    Some(Told::Clock(clock_of(value, None)))
}

fn clock_of(value: TimeOfDay, part: Option<TimeOfDay>) -> Clock {
    match value {
        TimeOfDay::At(time) => Clock::At(time),
        TimeOfDay::Either(one, other) => {
            let within = part
                .and_then(hours_of)
                .map(|(from, to)| [one, other].into_iter().find(|it| from <= *it && *it < to));
            within.flatten().map_or(Clock::Open(one, other), Clock::At)
        }
        part => {
            hours_of(part).map_or(Clock::At(Time::midnight()), |(from, to)| Clock::Within(from, to))
        }
    }
}

/// Whether a number stands for something that was spoken of: "the one with Dr. Patel".
fn is_thing(said: &Said<'_>, words: &Range<usize>) -> bool {
    let things: &[&str] = match said.language() {
        language::Language::Spanish => &["un", "una", "uno"],
        language::Language::English | language::Language::Other => &["a", "one", "that", "the"],
    };
    let named = said.tokens().get(words.clone()).unwrap_or_default();
    named.len() < said.tokens().len() && named.iter().all(|it| things.contains(&it.text.as_str()))
}

/// From when to when a part of the day is; `None` for a time.
fn hours_of(part: TimeOfDay) -> Option<(Time, Time)> {
    let (from, to) = match part {
        TimeOfDay::Morning => MORNING,
        TimeOfDay::Afternoon => AFTERNOON,
        TimeOfDay::Evening => EVENING,
        TimeOfDay::Night => NIGHT,
        TimeOfDay::At(_) | TimeOfDay::Either(..) => return None,
    };
    Some((Time::new(from, 0, 0, 0).ok()?, Time::new(to, 0, 0, 0).ok()?))
}

/// The first hour that counts as day: "after five" is in the afternoon, "after eight" in the morning.
const FIRST_HOUR: i8 = 7;

/// The one of two times that a day with patients has.
fn of_day(one: Time, other: Time) -> Time {
    if one.hour() < FIRST_HOUR { other } else { one }
}

/// From a time on; with the part of the day that is named, or behind it.
fn from(clock: Clock, with: bool) -> Clock {
    match clock {
        Clock::At(time) => Clock::Within(time, Time::MAX),
        Clock::Open(one, other) => Clock::Within(of_day(one, other), Time::MAX),
        Clock::Within(from, to) => Clock::Within(if with { from } else { to }, Time::MAX),
    }
}

/// Until a time, which an opening does not begin at unless it is counted `with` it.
fn until(clock: Clock, with: bool) -> Clock {
    let end = |time: Time| {
        let behind = time.checked_add(1.minute()).unwrap_or(time);
        Clock::Within(Time::MIN, if with { behind } else { time })
    };
    match clock {
        Clock::At(time) => end(time),
        Clock::Open(one, other) => end(of_day(one, other)),
        Clock::Within(from, to) => Clock::Within(Time::MIN, if with { to } else { from }),
    }
}

/// Which of two times twelve hours apart is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Half {
    /// This one; the other makes no sense.
    Sure(Time),
    /// Both make sense.
    Ask,
}

/// Which of two times is meant, by the hours of a day or, without a day, of the week. Where the line is
/// closed at both, it is the one that is nearer to its hours; where no hours are known, the one by day.
pub(in super::super) fn half(one: Time, other: Time, hours: &Hours, day: Option<Date>) -> Half {
    let that_day = day.map(|it| hours.on(it)).filter(|it| !it.is_empty());
    let of_week = || hours.week.iter().flatten();
    let openings: Vec<_> = that_day.map_or_else(|| of_week().collect(), |it| it.iter().collect());
    let bounds: Vec<(i32, i32)> = openings
        .into_iter()
        .map(|it| {
            let to = if it.to == Time::midnight() { MINUTES_OF_DAY } else { minutes(it.to) };
            (minutes(it.from), to)
        })
        .collect();
    let open = bounds.iter().map(|it| it.0).min().zip(bounds.iter().map(|it| it.1).max());
    let Some((open, close)) = open else { return Half::Sure(of_day(one, other)) };
    let away = |time: Time| {
        let time = minutes(time);
        open.saturating_sub(time).max(time.saturating_sub(close).saturating_add(1)).max(0)
    };
    match (away(one), away(other)) {
        (0, 0) => Half::Ask,
        (near, far) if near <= far => Half::Sure(one),
        (_, _) => Half::Sure(other),
    }
}

const MINUTES_OF_DAY: i32 = 24 * 60;

fn minutes(time: Time) -> i32 {
    i32::from(time.hour()).saturating_mul(60).saturating_add(i32::from(time.minute()))
}
