//! Days, exact or vague.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime};
use language::said::{Found, Said};

use super::Days;
use super::bound::{BOUNDS, Bound, LINKS, bound};
use crate::slot::Slot;
use crate::task::Answer;

/// Days that have no exact date, by the words for them. "The weekend that comes" has the words of "the
/// week that comes" in it, and stands before it.
const SPANS: &[(Span, &[&str])] = &[
    (
        Span::NextWeekend,
        &[
            "next weekend",
            "proximo fin de semana",
            "fin de semana proximo",
            "fin de semana que viene",
            "fin de semana siguiente",
            "fin de semana entrante",
        ],
    ),
    (
        Span::AfterNextWeek,
        &["week after next", "dentro de dos semanas", "la semana siguiente a la proxima"],
    ),
    (
        Span::NextWeek,
        &[
            "next week",
            "the coming week",
            "semana que viene",
            "proxima semana",
            "semana proxima",
            "semana siguiente",
            "semana entrante",
            "otra semana",
        ],
    ),
    (Span::ThisWeek, &["this week", "esta semana"]),
    (
        Span::NextMonth,
        &["next month", "mes que viene", "proximo mes", "mes proximo", "mes entrante"],
    ),
    (Span::ThisMonth, &["this month", "este mes"]),
    (Span::Weekend, &["weekend", "fin de semana"]),
];

/// Ways of saying that the earliest is best, or that the day does not matter.
const SOONEST: &[&str] = &[
    "as soon as possible",
    "soon as possible",
    "as soon as you can",
    "asap",
    "right away",
    "soonest",
    "earliest",
    "first available",
    "first you have",
    "next available",
    "any day",
    "whenever",
    "day does not matter",
    "lo antes posible",
    "cuanto antes",
    "lo mas pronto",
    "lo primero que tenga",
    "primera que tenga",
    "primer hueco",
    "cualquier dia",
    "cuando sea",
    "cuando pueda",
    "el dia que sea",
    "lo mas rapido",
];

/// A stretch of days without an exact date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    ThisWeek,
    NextWeek,
    AfterNextWeek,
    ThisMonth,
    NextMonth,
    Weekend,
    NextWeekend,
}

impl Span {
    /// Its days, from today on; weeks begin on Monday. `None` at the end of the calendar.
    fn days(self, today: Date) -> Option<Days> {
        let into_week = i64::from(today.weekday().to_monday_zero_offset());
        let monday = today.checked_sub(into_week.days()).ok()?;
        let week = |ahead: i64| -> Option<(Date, Date)> {
            let first = monday.checked_add(ahead.weeks()).ok()?;
            Some((first, first.checked_add(6.days()).ok()?))
        };
        let weekend = |ahead: i64| -> Option<(Date, Date)> {
            let (first, sunday) = week(ahead)?;
            Some((first.checked_add(5.days()).ok()?, sunday))
        };
        let (from, to) = match self {
            Self::ThisWeek => week(0)?,
            Self::NextWeek => week(1)?,
            Self::AfterNextWeek => week(2)?,
            Self::ThisMonth => (today, today.last_of_month()),
            Self::NextMonth => {
                let first = today.last_of_month().tomorrow().ok()?;
                (first, first.last_of_month())
            }
            // "The weekend" on a Sunday is still this one.
            Self::Weekend => weekend(0)?,
            Self::NextWeekend => weekend(1)?,
        };
        Some(Days::Within(from.max(today), to))
    }
}

/// The days that an answer names: exact ones first, then vague ones, then what recognition found.
pub(in super::super) fn days(answer: &Answer<'_>, said: &Said<'_>, now: DateTime) -> Option<Days> {
    let exact = said.days();
    let is_wanted = |it: &&Found<Date>| !it.refused && it.clear && !is_vague(said, &it.words);
    if let Some(found) = exact.iter().rfind(is_wanted) {
        return Some(around(said, found, now.date()));
    }
    if let Some(bounded) = beside_a_bound(said, now) {
        return Some(bounded);
    }
    let named = |phrase: &&&str| said.find(phrase).is_some_and(|it| !said.is_refused(&it));
    let span = SPANS.iter().find(|(_, phrases)| phrases.iter().find(named).is_some());
    if let Some((span, _)) = span {
        return span.days(now.date());
    }
    if SOONEST.iter().find(named).is_some() {
        return Some(Days::Soonest);
    }
    // A number that may be a day is one only when recognition takes it for one as well.
    let slot: Option<Date> = answer.slots.get(&Slot::Day).and_then(|it| it.parse().ok());
    let is_refused = exact.iter().any(|it| it.refused && Some(it.value) == slot);
    slot.filter(|_| !is_refused).map(Days::On)
}

/// Whether the words of a day say no more than a stretch of days does: "next week".
fn is_vague(said: &Said<'_>, words: &Range<usize>) -> bool {
    let spans = SPANS.iter().flat_map(|(_, phrases)| phrases.iter());
    spans.filter_map(|it| said.find(it)).any(|span| {
        let mut rest = words.clone().filter(|at| !span.contains(at));
        rest.all(|at| said.tokens().get(at).is_some_and(|it| is_small(&it.text)))
    })
}

fn is_small(word: &str) -> bool {
    LINKS.contains(&word) || matches!(word, "in" | "for" | "en" | "para" | "por")
}

/// A day, or the days behind or before it when a bound stands before it.
fn around(said: &Said<'_>, found: &Found<Date>, today: Date) -> Days {
    let bound = bound(said, found.words.start);
    bound.and_then(|it| it.days(found.value, today)).unwrap_or(Days::On(found.value))
}

impl Bound {
    /// The days that it leaves; `None` when there are none.
    fn days(self, day: Date, today: Date) -> Option<Days> {
        let from = |first: Date| Some(Days::Within(first, first.checked_add(2.weeks()).ok()?));
        match self {
            Self::After => from(day.tomorrow().ok()?),
            Self::From => from(day),
            Self::Until => Some(Days::Within(today, day)).filter(|_| day >= today),
            Self::Before => {
                Some(Days::Within(today, day.yesterday().ok()?)).filter(|_| day > today)
            }
        }
    }
}

/// "After Friday": the whole is no day, so the day is read by itself.
fn beside_a_bound(said: &Said<'_>, now: DateTime) -> Option<Days> {
    let end = BOUNDS
        .iter()
        .flat_map(|(_, words)| words.iter())
        .find_map(|it| said.find(it))
        .map(|place| place.end)?;
    let bound = bound(said, end)?;
    let rest: Vec<&str> = said.tokens().iter().skip(end).map(|it| it.text.as_str()).collect();
    let rest = rest.join(" ");
    let locale = match said.language() {
        language::Language::Spanish => "es_US",
        language::Language::English | language::Language::Other => "en_US",
    };
    let rest = Said::new(&rest, &language::Setting::new(locale, now));
    let day = rest.days().into_iter().find(|it| it.clear && !it.refused)?;
    // The day is what the bound is about only when it stands right behind it.
    let links = rest.tokens().iter().take(day.words.start);
    if !links.into_iter().all(|it| LINKS.contains(&it.text.as_str())) {
        return None;
    }
    bound.days(day.value, now.date())
}
