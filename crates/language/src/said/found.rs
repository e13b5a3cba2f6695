//! Values that were found in what a caller said.

use std::fmt;
use std::ops::Range;

use jiff::civil::Time;

/// A value in what a caller said.
///
/// `Debug` shows where it stands, and not the value.
#[derive(Clone, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Its words, as token positions.
    pub words: Range<usize>,
    /// Whether its words can be nothing else: "the third" may be a day or one of three.
    pub clear: bool,
    /// Whether it is named only to be refused: "not Friday".
    pub refused: bool,
}

impl<T> fmt::Debug for Found<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Found")
            .field("words", &self.words)
            .field("clear", &self.clear)
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}

/// A time of day, as far as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeOfDay {
    /// Nothing is left open: "ten in the morning", "22:30".
    At(Time),
    /// Before noon or after it: "at ten".
    Either(Time, Time),
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// The last hours of light and the first without.
    Evening,
    /// Later, or before the morning.
    Night,
}

impl TimeOfDay {
    /// Reads the values that a time is resolved to.
    pub(super) fn read(resolved: &[String]) -> Option<Self> {
        let time = |it: &String| it.parse::<Time>().ok();
        Some(match resolved {
            [one, other] => Self::Either(time(one)?, time(other)?),
            [only] => match only.as_str() {
                "MO" => Self::Morning,
                "AF" => Self::Afternoon,
                "EV" => Self::Evening,
                "NI" => Self::Night,
                _ => Self::At(time(only)?),
            },
            _ => return None,
        })
    }
}

/// An amount of money.
#[derive(Clone, PartialEq, Eq)]
pub struct Money {
    /// In hundredths of the currency, such as cents.
    pub minor: u64,
    /// The currency, an ISO 4217 code.
    pub currency: String,
}

impl Money {
    /// Reads an amount such as `USD 15.00`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (currency, amount) = text.split_once(' ')?;
        let minor = amount.replace('.', "").parse().ok()?;
        Some(Self { minor, currency: currency.to_owned() })
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Money").field("currency", &self.currency).finish_non_exhaustive()
    }
}
