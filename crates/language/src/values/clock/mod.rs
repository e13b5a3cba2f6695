//! Dates, times and durations.
//!
//! The words for them are told apart first ([`tag`]), so that [`date`], [`time`] and [`duration`]
//! are patterns of the same few kinds of words in every language.

mod beside;
pub(super) mod date;
mod digits;
pub(super) mod duration;
mod english;
mod parts;
mod relative;
mod spanish;
mod tag;
pub(super) mod time;
mod weeks;

pub(crate) use self::tag::{Tagged, tags};
