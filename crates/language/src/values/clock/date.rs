//! Dates.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.Date": a day is `YYYY-MM-DD`, by default on or
//! after today; what names a week, a month or a year is given as one of its days (see
//! [`super::weeks::whole`]). It is silent about everything else. Here "next Tuesday" is the Tuesday
//! of the week after this one, weeks beginning on Monday, as most people mean it who do not say
//! "this Tuesday"; "el próximo martes" and "el martes que viene" are the next Tuesday that comes.
//! A weekend is its Saturday. A day of the week beside a full date says nothing more.

use std::ops::Range;

use jiff::civil::Date;

use super::beside::is_cut;
pub(in super::super) use super::digits::{joined, spoken_day};
use super::digits::{short_year, spoken, written};
use super::duration::{StripPrefixTag, length};
use super::parts::{day_number, in_eight, which_unit, year_number};
use super::tag::{Tag, Tagged, Unit};
use super::weeks::{Which, moved, next_day_of, next_numbered, shifted, whole, year};
use crate::{Language, Setting};

/// A date in an utterance.
#[derive(Clone, PartialEq, Eq)]
pub(in super::super) struct FoundDate {
    pub(in super::super) value: String,
    /// Its pieces.
    pub(in super::super) start: usize,
    pub(in super::super) end: usize,
    /// Whether the words can be nothing but a date; "the third" may be anything.
    pub(in super::super) clear: bool,
}

/// The dates in an utterance.
pub(in super::super) fn dates(tags: &[Tagged], setting: &Setting) -> Vec<FoundDate> {
    let calendar = Calendar { today: setting.now.date(), setting };
    let mut found: Vec<(FoundDate, Range<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(rest) = tags.get(at..).filter(|it| !it.is_empty()) {
        let best = calendar.best(rest);
        let step = best.as_ref().map_or(1, |it| it.taken);
        if let Some(it) = best
            && let Some(words) = rest.get(..it.taken)
            && let (Some(first), Some(last)) = (words.first(), words.last())
        {
            let date = FoundDate {
                value: it.date.to_string(),
                start: first.start,
                end: last.end,
                clear: it.clear,
            };
            found.push((date, at..at.saturating_add(it.taken)));
        }
        at = at.saturating_add(step.max(1));
    }
    let any_clear = found.iter().any(|(it, _)| it.clear);
    let (kept, dropped): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(it, _)| it.clear || !any_clear);
    if !kept.is_empty() && is_cut(tags, &kept, &dropped, setting) {
        return Vec::new();
    }
    kept.into_iter().map(|(it, _)| it).collect()
}

/// A date at the beginning of some words.
#[derive(Clone, Copy)]
pub(super) struct Dated {
    pub(super) date: Date,
    /// How many of the words it takes.
    pub(super) taken: usize,
    /// Whether they can be nothing but a date.
    pub(super) clear: bool,
}

/// A date whose words can be nothing else.
pub(super) fn clear(date: Date, taken: usize) -> Dated {
    Dated { date, taken, clear: true }
}

/// The days around one that is today.
pub(super) struct Calendar<'a> {
    pub(super) today: Date,
    pub(super) setting: &'a Setting,
}

impl Calendar<'_> {
    /// The longest date that begins here.
    fn best(&self, tags: &[Tagged]) -> Option<Dated> {
        let led = tags.strip_prefix_tag(Tag::On);
        let skipped = tags.len().saturating_sub(led.len());
        let article = led.strip_prefix_tag(Tag::The);
        let articles = led.len().saturating_sub(article.len());
        let with = |it: Dated, more: usize| Dated { taken: it.taken.saturating_add(more), ..it };
        [
            self.counted_from(led),
            self.counted(led),
            self.in_month(led),
            self.end_of(led),
            self.numbered(led),
        ]
        .into_iter()
        .flatten()
        .map(|it| with(it, skipped))
        .chain(
            [
                written(article, self.today, self.setting.order)
                    .map(|(date, taken)| clear(date, taken)),
                // Numbers may be anything.
                spoken(article, self.today, self.setting.order).map(|(date, taken)| Dated {
                    date,
                    taken,
                    clear: false,
                }),
                self.weekday_with_date(article),
                self.of_month(article),
                self.nth_weekday(article),
                self.relative(article),
                self.whole(article),
                self.day(article),
                self.yearly(article),
            ]
            .into_iter()
            .flatten()
            .map(|it| with(it, skipped.saturating_add(articles))),
        )
        // Of equally long ones the first, which is the more specific.
        .reduce(|best, it| if it.taken > best.taken { it } else { best })
    }

    /// Today, tomorrow, Christmas; "tonight" is today.
    fn day(&self, tags: &[Tagged]) -> Option<Dated> {
        // "De hoy en ocho".
        if let [Tagged { tag: Tag::Day(0), .. }, rest @ ..] = tags
            && let Some((days, left)) = in_eight(rest)
        {
            let taken = tags.len().saturating_sub(left.len());
            return Some(clear(shifted(self.today, days)?, taken));
        }
        let date = match tags.first()?.tag {
            // "Two Mondays from now" is no date that is understood, and not today.
            Tag::Now => return Some(Dated { date: self.today, taken: 1, clear: false }),
            Tag::PartOfToday(_) => self.today,
            Tag::Day(days) => shifted(self.today, i64::from(days))?,
            Tag::TomorrowOrMorning => shifted(self.today, 1)?,
            Tag::Feast(month, day) => next_day_of(self.today, month, day)?,
            _ => return None,
        };
        Some(clear(date, 1))
    }

    /// "March 23rd", "the 23rd of March 2026", "23 de marzo de 2026".
    fn of_month(&self, tags: &[Tagged]) -> Option<Dated> {
        // "El día 23 de marzo".
        let led = tags.strip_prefix_tag(Tag::Unit(Unit::Day));
        let ((month, day), rest) = match led {
            [Tagged { tag: Tag::Month(month), .. }, rest @ ..] => {
                let rest = rest.strip_prefix_tag(Tag::The);
                let day = day_number(rest.first()?)?;
                // "March 10:30" and "march at ten" name no day.
                if rest.get(1).is_some_and(|it| it.glue == ':') {
                    return None;
                }
                ((*month, day), rest.get(1..)?)
            }
            [day, rest @ ..] => {
                let rest = rest.strip_prefix_tag(Tag::Of);
                let [Tagged { tag: Tag::Month(month), .. }, rest @ ..] = rest else {
                    // "The first of next month".
                    return self.first_of(tags);
                };
                ((*month, day_number(day)?), rest)
            }
            [] => return None,
        };
        // "Cinco de mayo del ochenta"; smaller numbers may be an hour.
        let of = |it: &[Tagged]| {
            matches!(it, [Tagged { tag: Tag::Of, .. }, Tagged { tag: Tag::Number(25..), .. }, ..])
        };
        let year = year_number(rest).or_else(|| {
            of(rest).then(|| short_year(rest.strip_prefix_tag(Tag::Of), self.today))?
        });
        let (date, rest) = match year {
            Some((year, rest)) => (Date::new(year, month, day).ok()?, rest),
            None => (next_day_of(self.today, month, day)?, rest),
        };
        Some(clear(date, tags.len().saturating_sub(rest.len())))
    }

    /// "The first of next month", "el 15 del mes que viene".
    fn first_of(&self, tags: &[Tagged]) -> Option<Dated> {
        let [day, Tagged { tag: Tag::Of, .. }, rest @ ..] = tags else { return None };
        let day = day_number(day)?;
        let rest = rest.strip_prefix_tag(Tag::The);
        // "The 15th of the month".
        if let [Tagged { tag: Tag::Unit(Unit::Month), .. }, left @ ..] = rest
            && which_unit(rest).is_none()
        {
            let date = next_numbered(self.today, day, |_| true)?;
            return Some(clear(date, tags.len().saturating_sub(left.len())));
        }
        let (which, unit, left) = which_unit(rest)?;
        let date = self.in_whole_month(which, unit, day)?;
        Some(clear(date, tags.len().saturating_sub(left.len())))
    }

    pub(super) fn in_whole_month(&self, which: Which, unit: Unit, day: i8) -> Option<Date> {
        let month = (unit == Unit::Month).then(|| whole(self.today, which, Unit::Month))??;
        Date::new(month.year(), month.month(), day).ok()
    }

    /// "Monday March 23rd", "Monday the 23rd", "lunes 23".
    fn weekday_with_date(&self, tags: &[Tagged]) -> Option<Dated> {
        let [Tagged { tag: Tag::Weekday(weekday), .. }, rest @ ..] = tags else { return None };
        let led = rest.strip_prefix_tag(Tag::The);
        let skipped = tags.len().saturating_sub(led.len());
        if let Some(it) = self.of_month(led) {
            return Some(clear(it.date, skipped.saturating_add(it.taken)));
        }
        if let Some((date, taken)) = written(led, self.today, self.setting.order) {
            return Some(clear(date, skipped.saturating_add(taken)));
        }
        let day = match led.first()? {
            Tagged { tag: Tag::Ordinal(_), .. } => day_number(led.first()?)?,
            // "Lunes 23", but not "monday 10:30" and "monday ten thirty".
            it if self.setting.language == Language::Spanish
                && !led.get(1).is_some_and(|it| matches!(it.tag, Tag::Number(_) | Tag::Y)) =>
            {
                day_number(it)?
            }
            _ => return None,
        };
        let on_weekday = |it: Date| it.weekday().to_monday_zero_offset() == *weekday;
        let date = next_numbered(self.today, day, on_weekday)?;
        Some(clear(date, skipped.saturating_add(1)))
    }

    /// "In three days", "three days ago", "hace dos semanas", "two weeks from now".
    fn counted(&self, tags: &[Tagged]) -> Option<Dated> {
        let (back, led) = match tags {
            [Tagged { tag: Tag::In, .. }, rest @ ..] => (false, rest),
            [Tagged { tag: Tag::AgoBefore, .. }, rest @ ..] => (true, rest),
            _ => {
                let (length, used) = length(tags).filter(|(it, _)| it.is_in_days())?;
                let [Tagged { tag: Tag::Ago, .. }, ..] = tags.get(used..)? else { return None };
                let date = moved(self.today, length.span()?.negate())?;
                return Some(clear(date, used.saturating_add(1)));
            }
        };
        let (length, used) = length(led).filter(|(it, _)| it.is_in_days())?;
        let span = if back { length.span()?.negate() } else { length.span()? };
        Some(clear(moved(self.today, span)?, used.saturating_add(1)))
    }

    /// "A week from Monday", "two days after tomorrow", "tres días a partir de hoy".
    fn counted_from(&self, tags: &[Tagged]) -> Option<Dated> {
        // "The day after Christmas".
        if let [Tagged { tag: Tag::Unit(Unit::Day), .. }, side, rest @ ..] =
            tags.strip_prefix_tag(Tag::The)
        {
            let days = match side.tag {
                Tag::After | Tag::LaterThan => 1,
                Tag::Before => -1,
                _ => return None,
            };
            let base = self.best(rest)?;
            let taken = tags.len().saturating_sub(rest.len()).saturating_add(base.taken);
            return Some(Dated { date: shifted(base.date, days)?, taken, clear: base.clear });
        }
        let (length, used) = length(tags).filter(|(it, _)| it.is_in_days())?;
        let behind = tags.get(used..)?;
        let (forward, rest) = match behind {
            [Tagged { tag: Tag::From | Tag::After | Tag::LaterThan | Tag::On, .. }, rest @ ..] => {
                (true, rest)
            }
            [Tagged { tag: Tag::To | Tag::Before, .. }, rest @ ..] => (false, rest),
            // "A week tomorrow".
            [Tagged { tag: Tag::Weekday(_) | Tag::Day(_), .. }, ..] => (true, behind),
            _ => return None,
        };
        let base = self.best(rest)?;
        let span = if forward { length.span()? } else { length.span()?.negate() };
        let date = moved(base.date, span)?;
        let taken = tags.len().saturating_sub(rest.len()).saturating_add(base.taken);
        Some(Dated { date, taken, clear: base.clear })
    }

    /// "The 23rd", "el 15", "el día 15": the next day with this number.
    fn numbered(&self, tags: &[Tagged]) -> Option<Dated> {
        let has_article = matches!(tags.first()?.tag, Tag::The);
        let led = tags.strip_prefix_tag(Tag::The);
        let has_day = matches!(led.first()?.tag, Tag::Unit(Unit::Day));
        let led = led.strip_prefix_tag(Tag::Unit(Unit::Day));
        let it = led.first()?;
        let says_day = match it.tag {
            Tag::Ordinal(_) => true,
            Tag::Number(_) => {
                self.setting.language == Language::Spanish && (has_article || has_day)
            }
            _ => false,
        };
        let date = next_numbered(self.today, says_day.then(|| day_number(it))??, |_| true)?;
        let taken = tags.len().saturating_sub(led.len()).saturating_add(1);
        Some(Dated { date, taken, clear: has_day })
    }

    /// "In 2027", "2027".
    fn yearly(&self, tags: &[Tagged]) -> Option<Dated> {
        let led = tags.strip_prefix_tag(Tag::In).strip_prefix_tag(Tag::The);
        let (number, rest) = year_number(led)?;
        // Two numbers side by side are a year only behind a month.
        let taken = tags.len().saturating_sub(rest.len());
        let alone = led.len().saturating_sub(rest.len()) == 1;
        alone.then_some(())?;
        Some(Dated { date: year(self.today, number)?, taken, clear: taken > 1 })
    }
}
