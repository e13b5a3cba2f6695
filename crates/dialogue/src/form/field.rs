//! The fields of a form: what is asked, how it is read, how it is said back.

use std::ops::RangeInclusive;

use line::Line;
use wording::Value;

use super::amend;
use crate::read::{self, Named};
use crate::slot::Slot;
use crate::task::Answer;

/// Something that a task must know, and how it comes to know it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// What fills it.
    pub(crate) slot: Slot,
    /// How it is read and kept.
    pub(crate) kind: Kind,
    /// Whether it is asked for.
    pub(crate) need: Need,
    /// The question, an `ask-*` message.
    pub(crate) ask: &'static str,
    /// Questions in place of `ask` once the caller said that what was read back is wrong: the first
    /// time, the second and so on. They apologise themselves.
    pub(crate) again: &'static [&'static str],
    /// Other messages that ask for it, which the task says itself.
    pub(crate) also: &'static [&'static str],
    /// How it is confirmed; `None` when it is taken as it was understood.
    pub(crate) confirm: Option<Confirm>,
}

/// How a value is confirmed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Confirm {
    /// The question, a `confirm-*` message.
    pub(crate) message: &'static str,
    /// The question about a value that replaces one just read back; `None` for the same question.
    pub(crate) corrected: Option<&'static str>,
    /// The name of the value in both.
    pub(crate) value: &'static str,
    /// What is said before a person takes over because it was wrong too often.
    pub(crate) hand_over: &'static str,
}

/// Whether a field is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// It is, until it is filled.
    Asked,
    /// It is taken when the caller says it, and never asked for.
    Taken,
}

/// How a field is read and kept.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// Digits, leading zeros included. Kept as they are.
    Digits(Length),
    /// One of a few things. Kept as its key.
    OneOf(&'static [Named]),
}

/// What was said of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Digits {
    /// All of it.
    Whole(String),
    /// Its first digits.
    Part(String),
}

/// Fewest digits that are the beginning of a number: one may be a count.
const FEWEST: usize = 2;

/// How many digits a number has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Length {
    /// So many.
    Exactly(usize),
    /// What the line says.
    Of(fn(&Line) -> usize),
}

impl Length {
    /// The lengths that are accepted on a line.
    pub(crate) fn on(self, line: &Line) -> RangeInclusive<usize> {
        match self {
            Self::Exactly(count) => count..=count,
            Self::Of(count) => count(line)..=count(line),
        }
    }
}

impl Kind {
    /// Reads the field in what was said; `known` is the value that it has, or that was read back.
    pub(super) fn read(
        self,
        slot: Slot,
        answer: &Answer<'_>,
        line: &Line,
        known: Option<&str>,
    ) -> Option<String> {
        match self {
            Self::Digits(length) => read::digits(answer, slot, &length.on(line), known),
            Self::OneOf(names) => read::one_of(answer, slot, names).map(str::to_owned),
        }
    }

    /// A number that is said in parts: `before` is what was said of it, and what was just said is digits
    /// and nothing else.
    pub(super) fn joined(
        self,
        answer: &Answer<'_>,
        line: &Line,
        before: Option<&str>,
    ) -> Option<Digits> {
        let Self::Digits(length) = self else { return None };
        let length = length.on(line);
        // Keys are the whole of a number: what stands in for a part may be a PIN.
        let said = [before.unwrap_or_default(), &read::just_digits(answer)?].concat();
        if length.contains(&said.len()) {
            return before.map(|_| Digits::Whole(said));
        }
        (FEWEST..*length.start()).contains(&said.len()).then_some(Digits::Part(said))
    }

    /// The value that was just read back with what of it the caller corrects; `None` when they name no
    /// part of it.
    pub(super) fn amended(self, answer: &Answer<'_>, known: &str) -> Option<String> {
        match self {
            Self::Digits(_) => amend::amended(answer, known),
            Self::OneOf(_) => None,
        }
    }

    /// How a value that was kept is said.
    pub(crate) fn value(self, kept: &str) -> Value {
        match self {
            Self::Digits(_) => Value::Digits(kept.to_owned()),
            Self::OneOf(_) => Value::Word(kept.to_owned()),
        }
    }
}
