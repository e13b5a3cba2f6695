//! Dates by the week, the month or the year that they are in: "next Tuesday", "this weekend", "the
//! end of the month".

use jiff::civil::{Date, Weekday};

use super::date::{Calendar, Dated, clear};
use super::duration::StripPrefixTag;
use super::parts::{day_number, in_eight, which, which_unit, year_number};
use super::tag::{Tag, Tagged, Unit};
use super::weeks::{Which, before, calendar_month, monday, on_or_after, shifted, whole};
use crate::Language;

impl Calendar<'_> {
    /// "Monday", "next Monday", "lunes que viene", "Monday week", "Tuesday of next week".
    pub(super) fn relative(&self, tags: &[Tagged]) -> Option<Dated> {
        let (which, led) = match tags {
            [it, rest @ ..] => match which(it.tag) {
                Some(which) => (Some(which), rest),
                None => (None, tags),
            },
            [] => return None,
        };
        if let (Some(which), [Tagged { tag: Tag::Unit(Unit::Week), .. }, rest @ ..]) = (which, led)
        {
            // "Next week on Tuesday".
            let rest = rest.strip_prefix_tag(Tag::On).strip_prefix_tag(Tag::The);
            let [Tagged { tag: Tag::Weekday(weekday), .. }, left @ ..] = rest else { return None };
            let date = self.in_week(which, *weekday)?;
            return Some(clear(date, tags.len().saturating_sub(left.len())));
        }
        let [Tagged { tag: Tag::Weekday(weekday), .. }, rest @ ..] = led else { return None };
        let coming = on_or_after(self.today, *weekday)?;
        let (date, rest) = match (which, rest) {
            (Some(which), rest) => (self.one_of(which, *weekday)?, rest),
            (None, rest) if matches!(which_unit(rest), Some((_, Unit::Week, _))) => {
                // "Monday next week".
                let (which, _, left) = which_unit(rest)?;
                (self.in_week(which, *weekday)?, left)
            }
            (None, rest) if in_eight(rest).is_some() => {
                let (days, left) = in_eight(rest)?;
                (shifted(coming, days)?, left)
            }
            (None, [it, left @ ..]) => match (super::parts::which(it.tag), left) {
                // "El lunes que viene".
                (Some(which), _) if which != Which::This => (self.one_of(which, *weekday)?, left),
                _ => match (it.tag, left) {
                    (Tag::Unit(Unit::Week), _) => (shifted(coming, 7)?, left),
                    (Tag::After, [Tagged { tag: Tag::Next, .. }, left @ ..]) => {
                        (shifted(self.after_today(*weekday)?, 7)?, left)
                    }
                    (Tag::Of | Tag::The, _) => {
                        let led = rest.strip_prefix_tag(Tag::Of).strip_prefix_tag(Tag::The);
                        match which_unit(led) {
                            Some((which, Unit::Week, left)) => {
                                (self.in_week(which, *weekday)?, left)
                            }
                            _ => (coming, rest),
                        }
                    }
                    _ => (coming, rest),
                },
            },
            (None, []) => (coming, rest),
        };
        Some(clear(date, tags.len().saturating_sub(rest.len())))
    }

    /// "The first Monday of March", "el último viernes del mes".
    pub(super) fn nth_weekday(&self, tags: &[Tagged]) -> Option<Dated> {
        let [which, Tagged { tag: Tag::Weekday(weekday), .. }, rest @ ..] = tags else {
            return None;
        };
        let nth = match which.tag {
            Tag::Ordinal(nth @ 1..=5) => i8::try_from(nth).ok()?,
            Tag::Last => -1,
            _ => return None,
        };
        let weekday = Weekday::from_monday_zero_offset(*weekday).ok()?;
        let [Tagged { tag: Tag::Of | Tag::In, .. }, rest @ ..] = rest else { return None };
        let rest = rest.strip_prefix_tag(Tag::The);
        let in_month = |first: Date| first.nth_weekday_of_month(nth, weekday).ok();
        let (date, left) = match rest {
            [Tagged { tag: Tag::Month(month), .. }, left @ ..] => {
                let in_year = |year: i16| in_month(Date::new(year, *month, 1).ok()?);
                if let Some((year, left)) = year_number(left) {
                    (in_year(year)?, left)
                } else {
                    let years = self.today.year()..=self.today.year().checked_add(1)?;
                    let mut dates = years.filter_map(in_year);
                    (dates.find(|it| *it >= self.today)?, left)
                }
            }
            _ => match which_unit(rest) {
                Some((which, Unit::Month, left)) => {
                    (in_month(whole(self.today, which, Unit::Month)?)?, left)
                }
                Some(_) => return None,
                None => match rest {
                    [Tagged { tag: Tag::Unit(Unit::Month), .. }, left @ ..] => {
                        let months = [Which::This, Which::Next].into_iter();
                        let mut dates =
                            months.filter_map(|it| in_month(whole(self.today, it, Unit::Month)?));
                        (dates.find(|it| *it >= self.today)?, left)
                    }
                    _ => return None,
                },
            },
        };
        Some(clear(date, tags.len().saturating_sub(left.len())))
    }

    fn after_today(&self, weekday: i8) -> Option<Date> {
        on_or_after(shifted(self.today, 1)?, weekday)
    }

    fn in_week(&self, which: Which, weekday: i8) -> Option<Date> {
        let weeks = match which {
            Which::This => 0,
            Which::Next => 7,
            Which::Last => -7,
        };
        shifted(shifted(monday(self.today)?, weeks)?, i64::from(weekday))
    }

    fn one_of(&self, which: Which, weekday: i8) -> Option<Date> {
        match which {
            Which::This => on_or_after(self.today, weekday),
            Which::Last => before(self.today, weekday),
            Which::Next if self.setting.language == Language::Spanish => self.after_today(weekday),
            Which::Next => self.in_week(Which::Next, weekday),
        }
    }

    /// "Next week", "este mes", "el año que viene", "this weekend".
    pub(super) fn whole(&self, tags: &[Tagged]) -> Option<Dated> {
        if let Some((which, unit, rest)) = which_unit(tags) {
            // "Next month on the 5th".
            let led = rest.strip_prefix_tag(Tag::On).strip_prefix_tag(Tag::The);
            if let [day @ Tagged { tag: Tag::Ordinal(_), .. }, left @ ..] = led
                && let Some(date) = self.in_whole_month(which, unit, day_number(day)?)
            {
                return Some(clear(date, tags.len().saturating_sub(left.len())));
            }
            return Some(clear(
                whole(self.today, which, unit)?,
                tags.len().saturating_sub(rest.len()),
            ));
        }
        match tags {
            // "The week after next".
            [
                Tagged { tag: Tag::Unit(Unit::Week), .. },
                Tagged { tag: Tag::After, .. },
                Tagged { tag: Tag::Next, .. },
                ..,
            ] => Some(clear(shifted(whole(self.today, Which::Next, Unit::Week)?, 7)?, 3)),
            [it, Tagged { tag: Tag::Weekend, .. }, ..] if which(it.tag).is_some() => {
                Some(clear(self.weekend(which(it.tag)?)?, 2))
            }
            [Tagged { tag: Tag::Weekend, .. }, it, ..]
                if which(it.tag).is_some_and(|it| it != Which::This) =>
            {
                Some(clear(self.weekend(which(it.tag)?)?, 2))
            }
            [Tagged { tag: Tag::Weekend, .. }, ..] => Some(clear(self.weekend(Which::This)?, 1)),
            _ => None,
        }
    }

    /// The Saturday of a weekend; on Sunday this weekend is the one that is ending.
    fn weekend(&self, which: Which) -> Option<Date> {
        self.in_week(which, 5)
    }

    /// "In March", "next March", "este diciembre"; a month alone may be a verb.
    pub(super) fn in_month(&self, tags: &[Tagged]) -> Option<Dated> {
        let led = tags.strip_prefix_tag(Tag::In);
        let (which, rest) = match led {
            [it, rest @ ..] => match which(it.tag) {
                Some(which) => (Some(which), rest),
                None => (None, led),
            },
            [] => return None,
        };
        let [Tagged { tag: Tag::Month(month), .. }, rest @ ..] = rest else { return None };
        let (date, rest) = match year_number(rest) {
            Some((year, left)) => {
                let first = Date::new(year, *month, 1).ok()?;
                let day = if first > self.today { first.last_of_month() } else { first };
                (day, left)
            }
            None => (calendar_month(self.today, *month, which.unwrap_or(Which::This))?, rest),
        };
        let taken = tags.len().saturating_sub(rest.len());
        Some(Dated { date, taken, clear: taken > 1 })
    }

    /// "The end of the month", "fin de mes", "el final del año".
    pub(super) fn end_of(&self, tags: &[Tagged]) -> Option<Dated> {
        let ([Tagged { tag: Tag::End, .. }, Tagged { tag: Tag::Of, .. }, rest @ ..]
        | [
            Tagged { tag: Tag::Last, .. },
            Tagged { tag: Tag::Unit(Unit::Day), .. },
            Tagged { tag: Tag::Of, .. },
            rest @ ..,
        ]) = tags.strip_prefix_tag(Tag::The)
        else {
            return None;
        };
        let rest = rest.strip_prefix_tag(Tag::The);
        let (which, unit, rest) = match which_unit(rest) {
            Some(it) => it,
            None => match rest {
                [Tagged { tag: Tag::Unit(unit), .. }, left @ ..] => (Which::This, *unit, left),
                _ => return None,
            },
        };
        let day = whole(self.today, which, unit)?;
        let date = match (unit, which) {
            (Unit::Week, Which::Next) => shifted(monday(day)?, 13)?,
            (Unit::Week, _) => shifted(monday(day)?, 6)?,
            (Unit::Month, _) => day.last_of_month(),
            (Unit::Year, _) => day.last_of_year(),
            _ => return None,
        };
        Some(clear(date, tags.len().saturating_sub(rest.len())))
    }
}
