//! What stands beside a date and makes another date of it.
//!
//! Rules understand only so many ways to name a day. Where they read a part of a longer one ("the
//! week *after Christmas*", "*Friday* two weeks ago"), the part is a wrong date, and a wrong date is
//! worse than none: the caller is asked again.

use std::ops::Range;

use super::date::FoundDate;
use super::tag::{Tag, Tagged};
use super::time::times;
use crate::{Language, Setting};

/// A date with the tags that it takes.
type Placed = (FoundDate, Range<usize>);

/// Whether one of the dates is cut out of a longer one. `dropped` are those that gave way to them.
pub(super) fn is_cut(
    tags: &[Tagged],
    dates: &[Placed],
    dropped: &[Placed],
    setting: &Setting,
) -> bool {
    let times = times(tags, setting.now);
    dates.iter().any(|(date, place)| {
        // The same day in other words: "next Friday the 13th".
        let is_read = |at: usize| {
            dates.iter().any(|(_, it)| it.contains(&at))
                || dropped.iter().any(|(it, place)| it.value == date.value && place.contains(&at))
        };
        let ends_in_month = tags
            .get(place.clone())
            .is_some_and(|it| it.iter().any(|it| matches!(it.tag, Tag::Month(_))));
        let is_time = |tag: &Tagged, is_behind: bool| {
            times.iter().any(|it| {
                let inside = it.start <= tag.start && tag.end <= it.end;
                inside && (it.clear || (date.clear && !(is_behind && ends_in_month)))
            })
        };
        // "For two on Friday" has a number of its own.
        let is_apart = tags.get(place.start).is_some_and(|it| it.tag == Tag::On);
        let before = (0..place.start).rev().map(|at| (at, false)).filter(|_| !is_apart);
        let behind = (place.end..tags.len()).map(|at| (at, true));
        [next(tags, before), next(tags, behind)].into_iter().flatten().any(|(at, is_behind, of)| {
            tags.get(at).is_some_and(|it| {
                !is_read(at)
                    && !is_time(it, is_behind)
                    && belongs(it.tag, is_behind, of, setting.language)
            })
        })
    })
}

/// The nearest tag that is no small word between two parts of a date, and whether "of" stood there.
fn next(
    tags: &[Tagged],
    places: impl Iterator<Item = (usize, bool)>,
) -> Option<(usize, bool, bool)> {
    let mut of = false;
    for (at, is_behind) in places {
        match tags.get(at)?.tag {
            Tag::The => {}
            Tag::Of => of = true,
            _ => return Some((at, is_behind, of)),
        }
    }
    None
}

/// Whether a word beside a date makes another of it.
fn belongs(tag: Tag, is_behind: bool, of: bool, language: Language) -> bool {
    match tag {
        // "May" and "march" are verbs, too.
        Tag::Month(3 | 5) if language == Language::English => of,
        Tag::Number(_)
        | Tag::Ordinal(_)
        | Tag::Unit(_)
        | Tag::Weekday(_)
        | Tag::Half
        | Tag::Month(_) => true,
        Tag::After | Tag::LaterThan | Tag::Before | Tag::Ago | Tag::AgoBefore => !is_behind,
        Tag::End | Tag::Edge => !is_behind && of,
        Tag::Weekend => of,
        _ => false,
    }
}
