//! Words about dates and times.

use crate::lexicon::look_up;
use crate::{Language, numbers};

use super::super::phrase::{Dots, Phrase};
use super::{english, spanish};

/// What a word is in a date, a time or a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// A number.
    Number(u32),
    /// "third", "23rd".
    Ordinal(u32),
    /// "a".
    One,
    /// "a couple of".
    Couple,
    Half,
    Quarter,
    And,
    /// "y", which also joins minutes to an hour.
    Y,
    The,
    Of,
    At,
    /// "around" before a time.
    Near,
    In,
    From,
    /// "after" and "past".
    After,
    /// "to" and "till".
    To,
    /// "before".
    Before,
    /// "después de", which unlike "after" stands beside days alone.
    LaterThan,
    /// "menos" in "las cinco menos cuarto".
    Less,
    Ago,
    /// "hace", which stands before what "ago" stands after.
    AgoBefore,
    On,
    Next,
    Last,
    This,
    End,
    /// "start" and "middle", which cut a part of the week, month or year behind them.
    Edge,
    Now,
    /// A day by its distance from today.
    Day(i32),
    /// "mañana", which is tomorrow and the morning.
    TomorrowOrMorning,
    /// A month, January being 1.
    Month(i8),
    /// Days after Monday.
    Weekday(i8),
    Weekend,
    /// A feast by month and day.
    Feast(i8, i8),
    Unit(Unit),
    Noon,
    Midnight,
    OClock,
    Am,
    Pm,
    Part(DayPart),
    /// "this morning" and "tonight".
    PartOfToday(DayPart),
    /// Anything else.
    Other,
}

/// What dates and durations are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Year,
    Month,
    Fortnight,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

/// Part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    /// "madrugada".
    Early,
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A word or several that are one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tagged {
    pub(super) tag: Tag,
    /// The sign before it, see [`Phrase::glue`].
    pub(super) glue: char,
    /// Its pieces.
    pub(super) start: usize,
    pub(super) end: usize,
    /// How many digits were written; 0 for a word.
    pub(super) width: usize,
}

impl Tagged {
    /// Its first piece.
    pub(in super::super) fn start(&self) -> usize {
        self.start
    }

    /// Whether it is a number.
    pub(in super::super) fn is_number(&self) -> bool {
        matches!(self.tag, Tag::Number(_))
    }

    /// The piece behind it.
    pub(in super::super) fn end(&self) -> usize {
        self.end
    }
}

/// Ends of written ordinals.
const ORDINAL_ENDINGS: &[&str] = &["st", "nd", "rd", "th", "ro", "do", "to", "er"];

/// Largest number that dates and times are made of.
const MAX_NUMBER: u64 = 99_999_999;

/// What the words of an utterance are.
pub(crate) fn tags(phrase: &Phrase<'_>) -> Vec<Tagged> {
    let table: &[(&str, Tag)] = match phrase.language() {
        Language::English => english::WORDS,
        Language::Spanish => spanish::WORDS,
        Language::Other => &[],
    };
    let mut tags = Vec::with_capacity(phrase.pieces.len());
    let mut at = 0;
    while at < phrase.pieces.len() {
        let word = table
            .iter()
            .filter_map(|(words, tag)| Some((*tag, phrase.has(at, words)?, 0)))
            .max_by_key(|(_, end, _)| *end);
        let number = ordinal(phrase, at).or_else(|| number(phrase, at));
        let found = match (word, number) {
            (Some(word), Some(number)) if number.1 > word.1 => Some(number),
            (word, number) => word.or(number),
        };
        let (tag, end, width) = found.unwrap_or((Tag::Other, at.saturating_add(1), 0));
        tags.push(Tagged { tag, glue: phrase.glue(at), start: at, end, width });
        at = end;
    }
    tags
}

fn number(phrase: &Phrase<'_>, at: usize) -> Option<(Tag, usize, usize)> {
    let (value, taken) = numbers::one(&phrase.parts(at, Dots::Point))?;
    let word = phrase.word(at);
    let width = if word.bytes().all(|it| it.is_ascii_digit()) { word.len() } else { 0 };
    let value = u32::try_from(Some(value).filter(|it| *it <= MAX_NUMBER)?).ok()?;
    // "Una" is an hour, "un" is none.
    let is_article = phrase.language() == Language::Spanish && word == "un" && taken == 1;
    let tag = if is_article { Tag::One } else { Tag::Number(value) };
    Some((tag, at.saturating_add(taken), if taken == 1 { width } else { 0 }))
}

fn ordinal(phrase: &Phrase<'_>, at: usize) -> Option<(Tag, usize, usize)> {
    let list = phrase.language().lexicon().ordinals;
    let next = at.saturating_add(1);
    let word = phrase.word(at);
    if let Some(value) = look_up(list, word) {
        return Some((Tag::Ordinal(u32::try_from(value).ok()?), next, 0));
    }
    let part = numbers::part(word, phrase.language())?;
    let (value, end) = match part {
        numbers::Part::Tens(tens) => {
            let unit = look_up(list, phrase.word(next)).filter(|it| *it < 10)?;
            (tens.saturating_add(unit), next.saturating_add(1))
        }
        numbers::Part::Written(digits) => {
            let has_ending =
                phrase.glue(next) == '\0' && ORDINAL_ENDINGS.contains(&phrase.word(next));
            (digits.parse().ok().filter(|_| has_ending)?, next.saturating_add(1))
        }
        _ => return None,
    };
    Some((Tag::Ordinal(u32::try_from(value).ok()?), end, 0))
}
