//! When somebody is in, as callers are told.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use line::Opening;
use serde::{Deserialize, Serialize};
use wording::{Message, Value};

use crate::read;
use crate::said::{Phrases, Said};
use crate::task::{Answer, Context, Done, Next};

/// Days from today of which a holiday is told to who asks for the hours in general.
const NEAR_DAYS: i64 = 7;

/// Most holidays that are told at once.
const MAX_HOLIDAYS: usize = 2;

/// Ways to ask for the hours that need no recognition.
const HOURS: Phrases = Phrases {
    en: &[
        "business hours",
        "hours of operation",
        "opening hours",
        "what are your hours",
        "what time do you close",
        "what time do you open",
        "what time are you open",
        "when are you open",
        "when do you close",
        "when do you open",
        "your office hours",
    ],
    es: &[
        "a que hora abren",
        "a que hora cierran",
        "a que horas abren",
        "cual es su horario",
        "cuando abren",
        "cuando cierran",
        "horario de atencion",
        "horarios de atencion",
        "que dias abren",
        "que horario tienen",
    ],
};

/// Days of the week as wording has them, Monday first.
const DAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A caller who wants to know when somebody is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hours {
    /// The day that they name; `None` when they ask in general.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<Date>,
}

impl Hours {
    /// Begins with the sentence that asked for them, which may name a day.
    pub(super) fn begin(answer: &Answer<'_>, cx: &Context<'_>) -> Self {
        Self { day: read::day(answer, cx.now) }
    }

    /// Tells them.
    pub(super) fn next(&self, cx: &Context<'_>) -> Next {
        let hours = &cx.line.hours;
        let today = cx.now.date();
        if hours.week.iter().all(Vec::is_empty) && hours.holidays.is_empty() {
            return Next::OfferPerson(vec![Message::new("tell-hours-unknown")]);
        }
        let on = |date: Date| {
            let message = Message::new("tell-hours-on").with("day", Value::Day(date));
            told(message, hours.on(date))
        };
        if let Some(day) = self.day {
            return Next::Done(Done { say: on(day), served: true, offer: None });
        }
        let near = hours.holidays.iter().map(|it| it.date).filter(|it| {
            *it >= today && today.checked_add(NEAR_DAYS.days()).is_ok_and(|end| *it <= end)
        });
        let holidays = near.take(MAX_HOLIDAYS).flat_map(on);
        let say = in_a_week(&hours.week).into_iter().chain(holidays).collect();
        Next::Done(Done { say, served: true, offer: None })
    }
}

/// Whether the words ask for the hours.
pub(super) fn are_asked(answer: &Answer<'_>) -> bool {
    Said::new(answer.said, answer.language).has(&HOURS)
}

/// Days of the week in a row that have the same hours, by their places in [`DAYS`].
struct Run<'a> {
    first: usize,
    last: usize,
    openings: &'a [Opening],
}

/// The hours of a week: days in a row that have the same are told together, closed ones not at all.
fn in_a_week(week: &[Vec<Opening>; 7]) -> Vec<Message> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    for (day, openings) in week.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
        match runs.last_mut() {
            Some(run) if run.last.checked_add(1) == Some(day) && run.openings == openings => {
                run.last = day;
            }
            _ => runs.push(Run { first: day, last: day, openings }),
        }
    }
    if let [Run { first: 0, last: 6, openings }] = &runs[..] {
        return told(Message::new("tell-hours-every-day"), openings);
    }
    let day = |at: usize| word(DAYS.get(at).copied().unwrap_or_default());
    let told = runs.into_iter().flat_map(|Run { first, last, openings }| {
        let message = match last.saturating_sub(first) {
            0 => Message::new("tell-hours-day").with("first", day(first)),
            more => Message::new("tell-hours-days")
                .with("first", day(first))
                .with("last", day(last))
                .with("count", word(if more == 1 { "two" } else { "more" })),
        };
        told(message, openings)
    });
    std::iter::once(Message::new("tell-hours")).chain(told).collect()
}

/// A message with the first opening of a day, and the openings that follow it.
fn told(message: Message, openings: &[Opening]) -> Vec<Message> {
    let midnight = Time::midnight();
    let timed = |message: Message, it: &Opening| {
        message.with("from", Value::Time(it.from)).with("to", Value::Time(it.to))
    };
    match openings {
        [] => vec![message.with("open", word("closed"))],
        [all] if all.from == midnight && all.to == midnight => {
            vec![message.with("open", word("always"))]
        }
        [first, others @ ..] => {
            let first = timed(message.with("open", word("once")), first);
            let others = others.iter().map(|it| timed(Message::new("tell-hours-again"), it));
            std::iter::once(first).chain(others).collect()
        }
    }
}

fn word(key: &str) -> Value {
    Value::Word(key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said::check_plain;

    #[test]
    fn phrases_are_plain() {
        check_plain(&HOURS);
    }
}
