//! What is free: what the records are asked, and what of their answer the caller is offered.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};
use wording::{Message, Value};

use super::doctors::Roster;
use super::when::{Clock, Days, When};
use crate::business::{DoctorId, Opening};
use crate::request::{Wanted, WantedDoctor};

/// Most openings that are asked for at once: enough to find an earlier or a later one among them.
const MOST_ASKED: usize = 12;

/// The same when one doctor of several is not wanted, whose openings come along.
const MOST_ASKED_WITHOUT: usize = 40;

/// Most openings that are offered at once: three take longer than ten seconds to say in Spanish.
const MOST_OFFERED: usize = 2;

/// What a caller wants instead of what was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shift {
    /// Something before this.
    Before(DateTime),
    /// Something after this.
    After(DateTime),
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Search<'a> {
    /// With whom.
    pub(super) with: &'a WantedDoctor,
    /// When.
    pub(super) when: When,
    /// Whether another time of day would do on these days.
    pub(super) loose: bool,
    /// Before or after what was offered.
    pub(super) shift: Option<Shift>,
    /// A moment that was lost to somebody else.
    pub(super) lost: Option<DateTime>,
    /// What is not offered: a doctor that the caller does not want.
    pub(super) not: Option<&'a DoctorId>,
    /// Now, where the line is.
    pub(super) now: DateTime,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Exactly what the caller named.
    Exact(Opening),
    /// What the caller asked for, as far as they said, earliest first.
    Fitting(Vec<Opening>),
    /// Only something else, earliest first.
    Other(Vec<Opening>),
    /// Nothing at all.
    Nothing,
}

impl Search<'_> {
    /// What the records are asked.
    pub(super) fn wanted(&self) -> Wanted {
        let (from, near) = self.range();
        let limit = if self.not.is_some() { MOST_ASKED_WITHOUT } else { MOST_ASKED };
        Wanted { doctor: self.with.clone(), from: from.max(self.now), near, limit }
    }

    /// Not before when, and near to what.
    fn range(&self) -> (DateTime, Option<DateTime>) {
        match self.shift {
            Some(Shift::After(at)) => return (later(at, 1), None),
            Some(Shift::Before(at)) => return (self.now, Some(at)),
            None => {}
        }
        if let Some(lost) = self.lost {
            return (self.now, Some(lost));
        }
        let around = self.when.clock.map(centre);
        match self.when.days {
            // The nearest to a moment may be on the day before.
            Some(Days::On(day)) if matches!(self.when.clock, Some(Clock::At(_))) => {
                (self.now, around.map(|it| day.to_datetime(it)))
            }
            Some(Days::On(day) | Days::Within(day, _)) => {
                (start(day), around.map(|it| day.to_datetime(it)))
            }
            Some(Days::Soonest) | None => {
                let day = around.map(|it| next_at(self.now, it));
                (self.now, day)
            }
        }
    }

    /// What of the records' answer the caller is offered.
    pub(super) fn sift(&self, openings: Vec<Opening>, gone: &[Opening]) -> Found {
        let mut free: Vec<Opening> = openings
            .into_iter()
            .filter(|it| it.at > self.now && self.not != Some(&it.doctor) && !gone.contains(it))
            .filter(|it| match self.shift {
                Some(Shift::Before(at)) => it.at < at,
                Some(Shift::After(at)) => it.at > at,
                None => true,
            })
            .collect();
        if free.is_empty() {
            return Found::Nothing;
        }
        if self.shift.is_some() {
            return Found::Fitting(best(free));
        }
        if let Some(moment) = self.when.moment()
            && let Some(exact) = free.iter().find(|it| it.at == moment)
        {
            return Found::Exact(exact.clone());
        }
        if free.iter().any(|it| self.when.fits(it.at)) {
            free.retain(|it| self.when.fits(it.at));
            return Found::Fitting(best(free));
        }
        let on_days = When { clock: None, ..self.when };
        if self.loose && free.iter().any(|it| on_days.fits(it.at)) {
            free.retain(|it| on_days.fits(it.at));
            return Found::Fitting(best(free));
        }
        Found::Other(best(free))
    }
}

/// The best of them, earliest first.
fn best(mut free: Vec<Opening>) -> Vec<Opening> {
    free.truncate(MOST_OFFERED);
    free.sort_by_key(|it| it.at);
    free
}

/// The middle of what a caller would come at, which openings should be near to.
fn centre(clock: Clock) -> Time {
    match clock {
        Clock::At(time) | Clock::Open(time, _) => time,
        // From its beginning on, "after three" being asked for more often than "towards the end".
        Clock::Within(from, to) if from > Time::MIN => from.min(to),
        Clock::Within(_, to) => to,
    }
}

fn start(day: Date) -> DateTime {
    day.to_datetime(Time::MIN)
}

fn later(at: DateTime, minutes: i64) -> DateTime {
    at.checked_add(minutes.minutes()).unwrap_or(at)
}

/// The next time that a clock shows a time.
fn next_at(now: DateTime, time: Time) -> DateTime {
    let today = now.date().to_datetime(time);
    if today > now { today } else { today.checked_add(1.day()).unwrap_or(today) }
}

/// The question that offers two openings; `None` for fewer.
pub(super) fn choice(offered: &[Opening], roster: &Roster) -> Option<Message> {
    let [first, second] = offered else { return None };
    Some(if first.doctor != second.doctor {
        two(Message::new("choose-doctor-moment"), first, second)
            .with("first-doctor", roster.name(&first.doctor))
            .with("second-doctor", roster.name(&second.doctor))
    } else if first.at.date() == second.at.date() {
        let times = vec![Value::Time(first.at.time()), Value::Time(second.at.time())];
        Message::new("choose-time")
            .with("doctor", roster.name(&first.doctor))
            .with("day", Value::Day(first.at.date()))
            .with("times", Value::Any(times))
    } else {
        two(Message::new("choose-moment"), first, second).with("doctor", roster.name(&first.doctor))
    })
}

/// A message with the days and times of two openings.
pub(super) fn two(message: Message, first: &Opening, second: &Opening) -> Message {
    message
        .with("first-day", Value::Day(first.at.date()))
        .with("first-time", Value::Time(first.at.time()))
        .with("second-day", Value::Day(second.at.date()))
        .with("second-time", Value::Time(second.at.time()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    /// A Monday.
    const NOW: DateTime = date(2026, 3, 2).at(9, 30, 0, 0);

    fn opening(doctor: &str, day: i8, hour: i8, minute: i8) -> Opening {
        let at = date(2026, 3, day).at(hour, minute, 0, 0);
        Opening { doctor: doctor.parse().unwrap(), at }
    }

    fn search(when: When, shift: Option<Shift>) -> Search<'static> {
        let with = &WantedDoctor::Anyone;
        Search { with, when, loose: false, shift, lost: None, not: None, now: NOW }
    }

    fn on(day: i8, clock: Option<Clock>) -> When {
        When { days: Some(Days::On(date(2026, 3, day))), clock }
    }

    #[test]
    fn the_records_are_asked_near_to_what_the_caller_named() {
        let (ten, two, six) = (time(10, 0, 0, 0), time(14, 0, 0, 0), time(18, 0, 0, 0));
        let at = |day: i8, time: Time| date(2026, 3, day).to_datetime(time);
        let week = Days::Within(date(2026, 3, 9), date(2026, 3, 15));
        for (when, shift, from, near) in [
            (When::default(), None, NOW, None),
            (on(5, Some(Clock::At(ten))), None, NOW, Some(at(5, ten))),
            (on(5, None), None, at(5, Time::MIN), None),
            (on(2, None), None, NOW, None),
            (on(5, Some(Clock::Within(two, six))), None, at(5, Time::MIN), Some(at(5, two))),
            (on(5, Some(Clock::Within(Time::MIN, ten))), None, at(5, Time::MIN), Some(at(5, ten))),
            (When { days: Some(week), clock: None }, None, at(9, Time::MIN), None),
            (
                When { days: Some(week), clock: Some(Clock::At(ten)) },
                None,
                at(9, Time::MIN),
                Some(at(9, ten)),
            ),
            (
                When { days: Some(Days::Soonest), clock: Some(Clock::At(ten)) },
                None,
                NOW,
                Some(at(2, ten)),
            ),
            (
                When { days: Some(Days::Soonest), clock: Some(Clock::At(time(9, 0, 0, 0))) },
                None,
                NOW,
                Some(at(3, time(9, 0, 0, 0))),
            ),
            (on(5, None), Some(Shift::After(at(5, ten))), at(5, time(10, 1, 0, 0)), None),
            (on(5, None), Some(Shift::Before(at(5, ten))), NOW, Some(at(5, ten))),
        ] {
            let wanted = search(when, shift).wanted();
            assert_eq!((wanted.from, wanted.near), (from, near), "{when:?} {shift:?}");
        }
    }

    #[test]
    fn what_is_free_is_sifted() {
        let ten = Some(Clock::At(time(10, 0, 0, 0)));
        let exact = opening("chen", 5, 10, 0);
        let near = [opening("chen", 5, 11, 0), opening("chen", 5, 9, 0), opening("chen", 4, 10, 0)];
        let all: Vec<_> = [std::slice::from_ref(&exact), &near[..]].concat();
        let is = |when: When, openings: &[Opening]| search(when, None).sift(openings.to_vec(), &[]);
        assert_eq!(is(on(5, ten), &all), Found::Exact(exact.clone()));
        assert_eq!(search(on(5, ten), None).sift(all, &[exact]), {
            // The best two, the earlier first.
            Found::Other(vec![near[1].clone(), near[0].clone()])
        });
        assert_eq!(is(on(5, None), &near), Found::Fitting(vec![near[1].clone(), near[0].clone()]));
        assert_eq!(is(on(6, None), &near[..1]), Found::Other(near[..1].to_vec()));
        assert_eq!(is(on(6, None), &[]), Found::Nothing);
        // A time that is not insisted on gives way to the day.
        let loose = Search { loose: true, ..search(on(4, ten), None) };
        assert_eq!(loose.sift(near.to_vec(), &[]), Found::Exact(near[2].clone()));
        let loose = Search { loose: true, ..search(on(5, ten), None) };
        let of_day = vec![near[1].clone(), near[0].clone()];
        assert_eq!(loose.sift(near.to_vec(), &[]), Found::Fitting(of_day));
        let loose = Search { loose: true, ..search(on(6, ten), None) };
        assert_eq!(loose.sift(near[..1].to_vec(), &[]), Found::Other(near[..1].to_vec()));
        // What is over or unwanted is no opening.
        assert_eq!(is(on(2, None), &[opening("chen", 2, 9, 0)]), Found::Nothing);
        let chen = "chen".parse::<DoctorId>().unwrap();
        let not_chen = Search { not: Some(&chen), ..search(on(5, None), None) };
        assert_eq!(not_chen.sift(near.to_vec(), &[]), Found::Nothing);
        // Earlier and later leave out what was offered.
        let at = near[0].at;
        let before = search(on(5, None), Some(Shift::Before(at)));
        let two = vec![near[2].clone(), near[1].clone()];
        assert_eq!(before.sift(near.to_vec(), &[]), Found::Fitting(two));
        let after = search(on(5, None), Some(Shift::After(at)));
        assert_eq!(after.sift(near.to_vec(), &[]), Found::Nothing);
    }

    #[test]
    fn offers_are_told_as_shortly_as_they_can() {
        let roster = Roster::default();
        let is = |offered: &[Opening]| choice(offered, &roster).map(|it| it.id.into_owned());
        let (nine, ten) = (opening("chen", 5, 9, 0), opening("chen", 5, 10, 0));
        assert_eq!(is(&[]), None);
        assert_eq!(is(std::slice::from_ref(&nine)), None);
        assert_eq!(is(&[nine.clone(), ten.clone()]).as_deref(), Some("choose-time"));
        let friday = opening("chen", 6, 9, 0);
        assert_eq!(is(&[nine.clone(), friday]).as_deref(), Some("choose-moment"));
        let other = opening("okafor", 5, 9, 0);
        assert_eq!(is(&[nine, other]).as_deref(), Some("choose-doctor-moment"));
    }
}
