//! The small words that dates are made of.

use super::duration::StripPrefixTag;
use super::tag::{Tag, Tagged, Unit};
use super::weeks::Which;

/// "This", "next" and "last".
pub(super) fn which(tag: Tag) -> Option<Which> {
    match tag {
        Tag::This => Some(Which::This),
        Tag::Next => Some(Which::Next),
        Tag::Last => Some(Which::Last),
        _ => None,
    }
}

/// "Next month" and "mes que viene".
pub(super) fn which_unit(tags: &[Tagged]) -> Option<(Which, Unit, &[Tagged])> {
    match tags {
        [it, Tagged { tag: Tag::Unit(unit), .. }, rest @ ..]
        | [Tagged { tag: Tag::Unit(unit), .. }, it, rest @ ..]
            if which(it.tag).is_some() && *unit <= Unit::Week && *unit != Unit::Fortnight =>
        {
            Some((which(it.tag)?, *unit, rest))
        }
        _ => None,
    }
}

/// A day of a month.
pub(super) fn day_number(tagged: &Tagged) -> Option<i8> {
    match tagged.tag {
        Tag::Ordinal(day @ 1..=31) => i8::try_from(day).ok(),
        Tag::Number(day @ 1..=31) if tagged.width <= 2 => i8::try_from(day).ok(),
        // "Uno de mayo" is a number; "un" is none.
        _ => None,
    }
}

/// A year, as "2026", "two thousand twenty six", "twenty twenty six", "nineteen oh five".
pub(super) fn year_number(tags: &[Tagged]) -> Option<(i16, &[Tagged])> {
    let led = tags.strip_prefix_tag(Tag::Of).strip_prefix_tag(Tag::The);
    let year = |value: u32| i16::try_from(value).ok();
    match led {
        [Tagged { tag: Tag::Number(value @ 1850..=2150), .. }, rest @ ..]
            if rest.first().is_none_or(|it| it.glue != ':') =>
        {
            Some((year(*value)?, rest))
        }
        [
            Tagged { tag: Tag::Number(century @ 18..=21), .. },
            Tagged { tag: Tag::Number(0), width: 0, .. },
            Tagged { tag: Tag::Number(rest_of_year @ 1..=9), .. },
            rest @ ..,
        ]
        | [
            Tagged { tag: Tag::Number(century @ 18..=21), width: 0, .. },
            Tagged { tag: Tag::Number(rest_of_year @ 10..=99), width: 0, .. },
            rest @ ..,
        ] => Some((year(century.checked_mul(100)?.checked_add(*rest_of_year)?)?, rest)),
        _ => None,
    }
}

/// The days of "en ocho" and "en quince" behind a day, which count that day itself.
pub(super) fn in_eight(tags: &[Tagged]) -> Option<(i64, &[Tagged])> {
    let [
        Tagged { tag: Tag::In, .. },
        Tagged { tag: Tag::Number(days @ (8 | 15)), width: 0, .. },
        rest @ ..,
    ] = tags
    else {
        return None;
    };
    let rest = rest.strip_prefix_tag(Tag::Unit(Unit::Day));
    // "En ocho horas" and "en ocho minutos" are something else.
    let is_length = matches!(rest, [Tagged { tag: Tag::Unit(_), .. }, ..]);
    (!is_length).then(|| Some((i64::from(*days).checked_sub(1)?, rest)))?
}
