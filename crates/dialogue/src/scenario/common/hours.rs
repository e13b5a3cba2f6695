//! When somebody is in, as callers are told.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use line::Opening;
use serde::{Deserialize, Serialize};
use wording::{Manner, Message, Part, Value};

use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::read;
use crate::said::{Phrases, Said};
use crate::task::{Answer, Context, Done, Next, Taken};

/// Days from today, today among them, of which a holiday is told to who asks for the hours in general.
const NEAR_DAYS: usize = 8;

/// Most seconds of hours in one go. What is asked after them takes about two more, and nobody keeps more
/// than ten in mind.
const MOST_SECONDS: f64 = 8.0;

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
    /// How many groups of days were told, after the day that is nearest; `None` when nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<usize>,
    /// Whether the caller has heard enough.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_enough: bool,
}

impl Hours {
    /// Begins with the sentence that asked for them, which may name a day.
    pub(super) fn begin(answer: &Answer<'_>, cx: &Context<'_>) -> Self {
        Self { day: read::day(answer, cx.now), told: None, is_enough: false }
    }

    /// Tells them: of the day that is named, all at once where they are short, and else those of the
    /// nearest day and then, if they are wanted, the others, a few at a time.
    pub(super) fn next(&mut self, cx: &Context<'_>) -> Next {
        let hours = &cx.line.hours;
        if hours.week.iter().all(Vec::is_empty) && hours.holidays.is_empty() {
            return Next::OfferPerson(vec![Message::new("tell-hours-unknown")]);
        }
        if self.is_enough {
            return done(vec![Message::new("note-no-problem")]);
        }
        if let Some(day) = self.day {
            return done(on(hours, day));
        }
        let Some(first) = self.told else {
            let groups = groups(hours, cx, None);
            let mut all = groups.concat();
            if all.first().is_some_and(|it| it.id != "tell-hours-every-day") {
                all.insert(0, Message::new("tell-hours"));
            }
            let nearest = nearest(hours, cx);
            if nearest.is_none() || seconds(&all, cx) <= MOST_SECONDS {
                return done(all);
            }
            self.told = Some(0);
            return ask(nearest.map(|(_, say)| say).unwrap_or_default());
        };
        let told = nearest(hours, cx).map(|(day, _)| day);
        let mut left = groups(hours, cx, told).into_iter().skip(first);
        let mut say = left.next().unwrap_or_default();
        let mut end = first.saturating_add(1);
        let mut rest = left.peekable();
        while let Some(group) =
            rest.next_if(|it| seconds(&[&say[..], it].concat(), cx) <= MOST_SECONDS)
        {
            say.extend(group);
            end = end.saturating_add(1);
        }
        self.told = Some(end);
        if rest.peek().is_none() { done(say) } else { ask(say) }
    }

    /// Hears whether the other days are wanted.
    pub(super) fn hear(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        match (read::day(answer, cx.now), answer.yes_no) {
            (Some(day), _) => self.day = Some(day),
            (None, Some(YesNo::Yes)) => {}
            (None, Some(YesNo::No)) => self.is_enough = true,
            (None, None) => return Taken::NotUnderstood,
        }
        Taken::Understood
    }
}

fn done(say: Vec<Message>) -> Next {
    Next::Done(Done { say, served: true, offer: None })
}

fn ask(before: Vec<Message>) -> Next {
    let question = Question::new(Message::new("offer-other-days"), Expects::YesNo);
    Next::Ask(Question { before, ..question })
}

/// How long messages take, in the language of the call.
fn seconds(say: &[Message], cx: &Context<'_>) -> f64 {
    let manner = Manner::new(cx.now.date());
    let said = say.iter().map(|it| wording::say(cx.language, it, Part::Main, &manner));
    // What cannot be said is found by the check of the wording, and not here.
    said.filter_map(|it| it.ok().map(|it| it.seconds())).sum()
}

/// The hours of a day.
fn on(hours: &line::Hours, date: Date) -> Vec<Message> {
    told(Message::new("tell-hours-on").with("day", Value::Day(date)), hours.on(date))
}

/// The day on which somebody is in next, today as long as it is not over, and what is said of it: that
/// today is a day off as well.
fn nearest(hours: &line::Hours, cx: &Context<'_>) -> Option<(Date, Vec<Message>)> {
    let today = cx.now.date();
    let is_to_come = |it: &Opening| it.to == Time::midnight() || it.to > cx.now.time();
    let day = today.series(1.day()).take(NEAR_DAYS).find(|it| {
        let openings = hours.on(*it);
        if *it == today { openings.iter().any(is_to_come) } else { !openings.is_empty() }
    })?;
    let mut say = on(hours, day);
    if day != today && hours.on(today).is_empty() {
        say = [on(hours, today), say].concat();
    }
    Some((day, say))
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

/// The hours of a week and the holidays near, in groups that are told without a break: days that have
/// the same are told together, closed ones not at all, and a day that was told before is left out.
fn groups(hours: &line::Hours, cx: &Context<'_>, but: Option<Date>) -> Vec<Vec<Message>> {
    let today = cx.now.date();
    let week = in_a_week(&hours.week, but);
    let near = hours.holidays.iter().map(|it| it.date).filter(|it| {
        let days = it.since(today).map_or(-1, |it| it.get_days());
        Some(*it) != but && usize::try_from(days).is_ok_and(|it| it < NEAR_DAYS)
    });
    week.into_iter().chain(near.take(MAX_HOLIDAYS).map(|it| on(hours, it))).collect()
}

fn in_a_week(week: &[Vec<Opening>; 7], but: Option<Date>) -> Vec<Vec<Message>> {
    let but = but.map(|it| usize::from(it.weekday().to_monday_zero_offset().unsigned_abs()));
    let mut runs: Vec<Run<'_>> = Vec::new();
    let open = week.iter().enumerate().filter(|(day, it)| !it.is_empty() && Some(*day) != but);
    for (day, openings) in open {
        match runs.last_mut() {
            Some(run) if run.last.checked_add(1) == Some(day) && run.openings == openings => {
                run.last = day;
            }
            _ => runs.push(Run { first: day, last: day, openings }),
        }
    }
    if let [Run { first: 0, last: 6, openings }] = &runs[..] {
        return vec![told(Message::new("tell-hours-every-day"), openings)];
    }
    let mut groups: Vec<(&[Opening], Vec<Message>)> = Vec::new();
    for run in runs {
        if let Some((_, say)) = groups.iter_mut().find(|(it, _)| *it == run.openings) {
            say.push(run.days("tell-hours-same", "tell-hours-same-days"));
        } else {
            let message = run.days("tell-hours-day", "tell-hours-days");
            groups.push((run.openings, told(message, run.openings)));
        }
    }
    groups.into_iter().map(|(_, say)| say).collect()
}

impl Run<'_> {
    /// A message about its days: one message for a single day, another for several.
    fn days(&self, one: &'static str, several: &'static str) -> Message {
        let day = |at: usize| word(DAYS.get(at).copied().unwrap_or_default());
        match self.last.saturating_sub(self.first) {
            0 => Message::new(one).with("first", day(self.first)),
            more => Message::new(several)
                .with("first", day(self.first))
                .with("last", day(self.last))
                .with("count", word(if more == 1 { "two" } else { "more" })),
        }
    }
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
    use jiff::civil::{date, time};
    use wording::Language;

    use super::*;
    use crate::memory::Memory;
    use crate::said::check_plain;
    use crate::scenario::drive;

    #[test]
    fn phrases_are_plain() {
        check_plain(&HOURS);
    }

    /// A line of whose week no day is like another, each with a break, and two holidays are near.
    fn uneven() -> line::Line {
        let mut line = drive::line("riverside");
        for (day, openings) in (0_i8..).zip(&mut line.hours.week) {
            let from_to = |from, to| Opening { from: time(from, 30, 0, 0), to: time(to, 30, 0, 0) };
            *openings = vec![from_to(7, 11), from_to(13, 15_i8.saturating_add(day))];
        }
        let holiday = |day, hours| line::Holiday {
            date: date(2026, 3, day),
            name: "a day".to_owned(),
            hours,
        };
        line.hours.holidays = vec![holiday(4, Vec::new()), holiday(6, line.hours.week[1].clone())];
        line
    }

    #[test]
    fn no_turn_is_too_long_to_keep_in_mind() {
        for language in Language::ALL {
            let line = uneven();
            let (mut memory, mut texts, mut operations) = (Memory::default(), Vec::new(), 0);
            let cx = Context {
                line: &line,
                now: drive::NOW,
                language,
                memory: &mut memory,
                texting: true,
                texts: &mut texts,
                operations: &mut operations,
            };
            let mut hours = Hours { day: None, told: None, is_enough: false };
            let mut turns = 0;
            let last = loop {
                match hours.next(&cx) {
                    Next::Ask(question) => {
                        let said = [question.before, vec![question.message]].concat();
                        let seconds = seconds(&said, &cx);
                        // Spanish says the half of the day with each time, and a day is not cut in
                        // two: who hears half of its hours takes them for all.
                        let is_one_day = said.len() <= 3;
                        let most =
                            if language == Language::EsUs && is_one_day { 17.0 } else { 10.0 };
                        assert!(seconds < most, "{language:?} {seconds} {said:#?}");
                    }
                    Next::Done(done) => break done.say,
                    other => panic!("{other:?}"),
                }
                turns += 1;
                assert!(turns < 10, "it ends");
            };
            assert!(last.len() <= 2 || seconds(&last, &cx) <= MOST_SECONDS, "one day, or short");
            assert!(turns > 3, "{turns}");
        }
    }
}
