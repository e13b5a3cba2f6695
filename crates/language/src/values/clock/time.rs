//! Times of day.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.Time": a time is `HH:MM`; a part of the day is
//! `MO`, `AF`, `EV` or `NI`; where a.m. or p.m. is left open the interpreted value is null and the
//! resolved values are both times, the earlier first. It is silent about everything else: here an
//! hour with a leading zero or above twelve leaves nothing open, another word for the part of the
//! day decides ("tonight at eight"), early morning hours in Spanish ("madrugada") alone are `NI`,
//! and "now" and "in half an hour" are times by the caller's clock.

use jiff::civil::{DateTime, Time};

use super::duration::{StripPrefixTag, length};
use super::tag::{DayPart, Tag, Tagged, Unit};

/// A time, as far as it is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clock {
    /// Nothing is left open.
    Sure(Time),
    /// In the morning or twelve hours later.
    Open(Time),
    Part(DayPart),
}

/// A time in an utterance.
#[derive(Clone, PartialEq, Eq)]
pub(in super::super) struct FoundTime {
    /// What it may be; more than one when a.m. or p.m. is left open.
    pub(in super::super) values: Vec<String>,
    /// Its pieces.
    pub(in super::super) start: usize,
    pub(in super::super) end: usize,
    /// Whether the words can be nothing but a time; a number alone may be anything.
    pub(in super::super) clear: bool,
}

/// The times in an utterance.
pub(in super::super) fn times(tags: &[Tagged], now: DateTime) -> Vec<FoundTime> {
    let mut found: Vec<(Clock, &[Tagged], bool)> = Vec::new();
    let mut at = 0;
    while let Some(rest) = tags.get(at..).filter(|it| !it.is_empty()) {
        let step = match clock(rest, now) {
            Some((clock, taken, clear)) => {
                found.push((clock, rest.get(..taken).unwrap_or_default(), clear));
                taken
            }
            None => 1,
        };
        at = at.saturating_add(step.max(1));
    }
    // "Tonight at eight" is one time: the part of the day decides what the clock leaves open.
    let part = found.iter().find_map(|(it, _, clear)| match it {
        Clock::Part(part) if *clear => Some(*part),
        Clock::Part(_) | Clock::Sure(_) | Clock::Open(_) => None,
    });
    let is_clock = |it: &Clock| !matches!(it, Clock::Part(_));
    let any_clear = found.iter().any(|(clock, _, clear)| is_clock(clock) && *clear);
    let any_clock = found.iter().any(|(clock, ..)| is_clock(clock));
    found
        .into_iter()
        .filter(|(clock, _, clear)| match (is_clock(clock), any_clear) {
            (true, true) => *clear,
            (true, false) => true,
            (false, _) => !any_clear && (*clear || !any_clock),
        })
        .filter_map(|(clock, words, clear)| {
            let clock = match (clock, part) {
                (Clock::Open(time), Some(part)) => Clock::Sure(in_part(time, part)?),
                (clock, _) => clock,
            };
            Some(FoundTime {
                values: values(clock)?,
                start: words.first()?.start,
                end: words.last()?.end,
                clear,
            })
        })
        .collect()
}

fn values(clock: Clock) -> Option<Vec<String>> {
    let text = |time: Time| time.strftime("%H:%M").to_string();
    Some(match clock {
        Clock::Sure(time) => vec![text(time)],
        Clock::Open(time) => {
            let hour = time.hour() % 12;
            let later = hour.checked_add(12)?;
            vec![
                text(Time::new(hour, time.minute(), 0, 0).ok()?),
                text(Time::new(later, time.minute(), 0, 0).ok()?),
            ]
        }
        Clock::Part(part) => vec![code(part).to_owned()],
    })
}

fn code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night | DayPart::Early => "NI",
    }
}

/// A time of twelve hours in its part of the day. "Two at night" is after midnight.
fn in_part(time: Time, part: DayPart) -> Option<Time> {
    let hour = time.hour() % 12;
    let is_late = match part {
        DayPart::Early | DayPart::Morning => false,
        DayPart::Afternoon => true,
        DayPart::Evening => hour != 0,
        DayPart::Night => hour >= 5,
    };
    let hour = if is_late { hour.checked_add(12)? } else { hour };
    Time::new(hour, time.minute(), 0, 0).ok()
}

/// The time that begins here, how many tags it takes, and whether the words can be nothing else.
fn clock(tags: &[Tagged], now: DateTime) -> Option<(Clock, usize, bool)> {
    if let Some((time, rest)) = from_now(tags, now) {
        return Some((Clock::Sure(time), taken(tags, rest), true));
    }
    // "This evening at half past six", "tomorrow morning at nine".
    if let [Tagged { tag: Tag::PartOfToday(part) | Tag::Part(part), .. }, rest @ ..] = tags {
        let led = rest.strip_prefix_tag(Tag::At).strip_prefix_tag(Tag::Near);
        if led.len() < rest.len()
            && let Some((Clock::Open(time), left, _)) = core(led.strip_prefix_tag(Tag::The))
        {
            return Some((Clock::Sure(in_part(time, *part)?), taken(tags, left), true));
        }
    }
    let after_at = tags.strip_prefix_tag(Tag::At);
    let start = after_at.strip_prefix_tag(Tag::Near).strip_prefix_tag(Tag::The);
    let has_at = after_at.len() < tags.len();
    if let Some((clock, rest, clear)) = core(start) {
        let said = start.get(..taken(start, rest)).unwrap_or_default();
        let (clock, rest, is_marked) = marked(clock, said, rest)?;
        // "Ten days" is no time, and neither is "twenty to".
        let counted = matches!(
            rest,
            [
                Tagged {
                    tag: Tag::Unit(_)
                        | Tag::Month(_)
                        | Tag::Of
                        | Tag::Couple
                        | Tag::To
                        | Tag::Before
                        | Tag::LaterThan
                        | Tag::After
                        | Tag::Less,
                    ..
                },
                ..
            ]
        );
        if !counted || is_marked {
            let clear = clear || is_marked || has_at;
            return Some((clock, taken(tags, rest), clear));
        }
    }
    match start {
        [Tagged { tag: Tag::PartOfToday(part) | Tag::Part(part), .. }, rest @ ..] => {
            Some((Clock::Part(*part), taken(tags, rest), true))
        }
        [Tagged { tag: Tag::TomorrowOrMorning, .. }, rest @ ..] => {
            Some((Clock::Part(DayPart::Morning), taken(tags, rest), false))
        }
        _ => None,
    }
}

fn taken(tags: &[Tagged], rest: &[Tagged]) -> usize {
    tags.len().saturating_sub(rest.len())
}

/// "Now", "in half an hour", "twenty minutes from now", "dentro de una hora".
fn from_now(tags: &[Tagged], now: DateTime) -> Option<(Time, &[Tagged])> {
    if let [Tagged { tag: Tag::Now, .. }, rest @ ..] = tags {
        return Some((now.time(), rest));
    }
    let led = tags.strip_prefix_tag(Tag::In);
    let has_in = led.len() < tags.len();
    let (length, used) = length(led).filter(|(it, _)| it.is_in_hours())?;
    let rest = led.get(used..)?;
    let rest = match rest {
        [Tagged { tag: Tag::From, .. }, Tagged { tag: Tag::Now, .. }, left @ ..] => left,
        _ if has_in => rest,
        _ => return None,
    };
    Some((now.checked_add(length.span()?).ok()?.time(), rest))
}

/// An hour of the day, and whether it can be only one of the 24.
fn hour(tagged: &Tagged) -> Option<(i8, bool)> {
    match tagged.tag {
        Tag::Number(hour @ 0..=24) if tagged.width <= 2 => {
            let sure = hour == 0 || hour > 12 || (tagged.width == 2 && hour < 10);
            Some((i8::try_from(hour % 24).ok()?, sure))
        }
        _ => None,
    }
}

fn minute(tagged: &Tagged) -> Option<i8> {
    match tagged.tag {
        Tag::Number(minute @ 0..=59) => i8::try_from(minute).ok(),
        Tag::Half => Some(30),
        Tag::Quarter => Some(15),
        _ => None,
    }
}

fn at((hour, sure): (i8, bool), minute: i8) -> Option<Clock> {
    let time = Time::new(hour, minute, 0, 0).ok()?;
    Some(if sure { Clock::Sure(time) } else { Clock::Open(time) })
}

fn before((hour, sure): (i8, bool), minutes: i8) -> Option<Clock> {
    let earlier = match (hour, sure) {
        (0, true) => 23,
        (1, false) => 12,
        _ => hour.checked_sub(1)?,
    };
    if minutes == 0 {
        return at((hour, sure), 0);
    }
    at((earlier, sure), 60_i8.checked_sub(minutes)?)
}

/// A time without the words around it, and whether the words can be nothing else.
fn core(tags: &[Tagged]) -> Option<(Clock, &[Tagged], bool)> {
    if let Some((clock, rest)) = by_words(tags) {
        return Some((clock, rest, true));
    }
    match tags {
        [Tagged { tag: Tag::Noon, .. }, rest @ ..] => {
            Some((Clock::Sure(Time::constant(12, 0, 0, 0)), rest, true))
        }
        [Tagged { tag: Tag::Midnight, .. }, rest @ ..] => {
            Some((Clock::Sure(Time::midnight()), rest, true))
        }
        // 10:30 and 10.30; seconds are left off.
        [h, m @ Tagged { glue: ':' | '.', width: 2, .. }, rest @ ..] => {
            let rest = match rest {
                [Tagged { glue: ':', width: 2, .. }, left @ ..] => left,
                _ => rest,
            };
            Some((at(hour(h)?, minute(m)?)?, rest, m.glue == ':'))
        }
        [
            h,
            Tagged { tag: Tag::Unit(Unit::Hour), glue: '\0', .. },
            m @ Tagged { glue: '\0', .. },
            rest @ ..,
        ] if m.width == 2 => Some((at((hour(h)?.0, true), minute(m)?)?, rest, true)),
        // "Eighteen hundred", 1030 and 0930.
        [Tagged { tag: Tag::Number(joined @ 0..=2400), width: 0 | 3 | 4, .. }, rest @ ..]
            if *joined >= 100 || tags.first().is_some_and(|it| it.width >= 3) =>
        {
            let hour = i8::try_from(joined / 100 % 24).ok()?;
            let minute = i8::try_from(joined % 100).ok().filter(|it| *it < 60)?;
            let width = tags.first().map_or(0, |it| it.width);
            let sure = hour == 0 || hour > 12 || (width == 4 && hour < 10);
            let rest = rest.strip_prefix_tag(Tag::Unit(Unit::Hour));
            Some((at((hour, sure), minute)?, rest, false))
        }
        // "Zero eight thirty", "oh nine hundred".
        [Tagged { tag: Tag::Number(0), width: 0, .. }, rest @ ..]
            if matches!(
                rest,
                [Tagged { tag: Tag::Number(1..=9 | 100..=959), width: 0, .. }, ..]
            ) =>
        {
            match core(rest)? {
                (Clock::Open(time) | Clock::Sure(time), rest, clear) => {
                    Some((Clock::Sure(time), rest, clear))
                }
                (Clock::Part(_), ..) => None,
            }
        }
        // "Ten oh five", "ten thirty".
        [
            h,
            Tagged { tag: Tag::Number(0), width: 0, .. },
            m @ Tagged { tag: Tag::Number(1..=9), .. },
            rest @ ..,
        ] if hour(h).is_some() => Some((at(hour(h)?, minute(m)?)?, rest, false)),
        [h, m @ Tagged { tag: Tag::Number(minutes), glue: ' ', .. }, rest @ ..]
            if hour(h).is_some() && (m.width == 2 || (m.width == 0 && *minutes >= 10)) =>
        {
            Some((at(hour(h)?, minute(m)?)?, rest, false))
        }
        [h, rest @ ..] if matches!(h.tag, Tag::Number(_)) => Some((at(hour(h)?, 0)?, rest, false)),
        _ => None,
    }
}

/// "Half past ten", "quarter to five", "diez y media", "cinco menos cuarto", "cuarto para las dos".
fn by_words(tags: &[Tagged]) -> Option<(Clock, &[Tagged])> {
    // "A quarter to five", but not "one and a half".
    let led = match tags {
        [Tagged { tag: Tag::One, .. }, rest @ ..]
            if matches!(rest, [Tagged { tag: Tag::Quarter, .. }, ..]) =>
        {
            rest
        }
        _ => tags,
    };
    if let [m, rest @ ..] = led
        && let Some(minutes) = minute(m)
    {
        let rest = rest.strip_prefix_tag(Tag::Unit(Unit::Minute));
        if let [
            Tagged { tag: side @ (Tag::After | Tag::To | Tag::Before | Tag::Of), .. },
            rest @ ..,
        ] = rest
            && let [h, left @ ..] = rest.strip_prefix_tag(Tag::The)
        {
            match (side, h.tag) {
                (Tag::After, Tag::Noon) => return Some((at((12, true), minutes)?, left)),
                (Tag::After, Tag::Midnight) => return Some((at((0, true), minutes)?, left)),
                (Tag::To | Tag::Before, Tag::Noon) => {
                    return Some((before((12, true), minutes)?, left));
                }
                (Tag::To | Tag::Before, Tag::Midnight) => {
                    return Some((before((0, true), minutes)?, left));
                }
                _ => {}
            }
            if let Some(hour) = hour(h) {
                match side {
                    Tag::After => return Some((at(hour, minutes)?, left)),
                    Tag::To | Tag::Before if m.tag != Tag::Half => {
                        return Some((before(hour, minutes)?, left));
                    }
                    // "Quarter of ten" is American for "quarter to ten".
                    Tag::Of if m.tag == Tag::Quarter => {
                        return Some((before(hour, minutes)?, left));
                    }
                    _ => {}
                }
            }
        }
        // "Half ten" is British for "half past ten".
        if let [h, left @ ..] = rest
            && m.tag == Tag::Half
            && matches!(h.tag, Tag::Number(1..=12))
        {
            return Some((at(hour(h)?, 30)?, left));
        }
    }
    match tags {
        [h, Tagged { tag: Tag::Y, .. }, m, rest @ ..] if hour(h).is_some() => {
            let is_minutes = matches!(m.tag, Tag::Half | Tag::Quarter | Tag::Number(1..=59));
            is_minutes.then_some(())?;
            let rest = rest.strip_prefix_tag(Tag::Unit(Unit::Minute));
            // "Two and a half hours" is a length, and so is "dos y media horas".
            if matches!(rest, [Tagged { tag: Tag::Unit(_), .. }, ..]) {
                return None;
            }
            Some((at(hour(h)?, minute(m)?)?, rest))
        }
        [h, Tagged { tag: Tag::Less, .. }, m, rest @ ..] => {
            let rest = rest.strip_prefix_tag(Tag::Unit(Unit::Minute));
            Some((before(hour(h)?, minute(m)?)?, rest))
        }
        _ => None,
    }
}

/// What stands behind a time: "o'clock", "pm", "in the morning", "at night"; and whether something
/// did.
fn marked<'t>(
    clock: Clock,
    said: &[Tagged],
    tags: &'t [Tagged],
) -> Option<(Clock, &'t [Tagged], bool)> {
    let after_clock = tags.strip_prefix_tag(Tag::OClock);
    // "A las dieciocho horas", but not "ten hours".
    let after_clock = match (clock, after_clock) {
        (Clock::Sure(_), [Tagged { tag: Tag::Unit(Unit::Hour), .. }, rest @ ..]) => rest,
        _ => after_clock,
    };
    let has_clock = after_clock.len() < tags.len();
    let led = after_clock.strip_prefix_tag(Tag::In).strip_prefix_tag(Tag::At);
    let led = led.strip_prefix_tag(Tag::The);
    let (part, rest) = match (after_clock, led) {
        // "Ten to twelve pm" is before noon.
        ([Tagged { tag: Tag::Am, .. }, rest @ ..], _) if !is_before_twelve(said) => {
            (DayPart::Early, rest)
        }
        ([Tagged { tag: Tag::Pm, .. }, rest @ ..], _) if is_before_twelve(said) => {
            (DayPart::Early, rest)
        }
        ([Tagged { tag: Tag::Am | Tag::Pm, .. }, rest @ ..], _) => (DayPart::Afternoon, rest),
        ([Tagged { tag: Tag::PartOfToday(part), .. }, rest @ ..], _)
        | (_, [Tagged { tag: Tag::Part(part), .. }, rest @ ..]) => (*part, rest),
        // "Nine tomorrow morning": the day between keeps its words.
        (
            [
                Tagged { tag: Tag::Day(_) | Tag::Weekday(_), .. },
                Tagged { tag: Tag::Part(part), .. },
                ..,
            ],
            _,
        ) => (*part, after_clock),
        _ => return Some((clock, after_clock, has_clock)),
    };
    let clock = match clock {
        Clock::Open(time) => Clock::Sure(in_part(time, part)?),
        sure => sure,
    };
    Some((clock, rest, true))
}

fn is_before_twelve(said: &[Tagged]) -> bool {
    let has = |tag: Tag| said.iter().any(|it| it.tag == tag);
    let is_twelve = |it: Option<&Tagged>| it.is_some_and(|it| it.tag == Tag::Number(12));
    ((has(Tag::To) || has(Tag::Before)) && is_twelve(said.last()))
        || (has(Tag::Less) && is_twelve(said.first()))
}
