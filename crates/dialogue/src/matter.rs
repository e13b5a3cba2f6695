//! What a caller may call about again.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// Something that is open when a call ends: an order on its way, a ticket, an appointment to come.
///
/// It is kept in the profile of a caller who agreed to it, and offered when they call again: "are you
/// calling about the order you asked about yesterday?" It holds nothing secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// What the caller wanted, and what they are asked whether they want it again.
    pub wish: Wish,
    /// What is known of it, by the slots that would be asked for, such as the order's number.
    #[serde(default, skip_serializing_if = "Slots::is_empty")]
    pub slots: Slots,
    /// The day of the call, where the line is.
    pub on: Date,
    /// The last day on which it is open, such as that of an appointment; `None` when it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Matter {
    /// Whether it is the same thing, whenever it was asked about and however far it has come. One of which
    /// nothing is known, such as a bill that was remembered without its account, is any of its kind.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let what = |it: &Self| -> Slots {
            let slots = it.slots.iter().filter(|(slot, _)| **slot != Slot::Progress);
            slots.map(|(slot, value)| (*slot, value.clone())).collect()
        };
        let (ours, others) = (what(self), what(other));
        self.wish == other.wish && (ours == others || ours.is_empty() || others.is_empty())
    }

    /// Whether its last day is over.
    pub(crate) fn is_over(&self, today: Date) -> bool {
        self.until.is_some_and(|it| it < today)
    }

    /// Whether it is in the middle of something that a dropped call would break off.
    pub(crate) fn is_in_progress(&self) -> bool {
        self.slots.contains_key(&Slot::Progress)
    }
}

impl fmt::Debug for Matter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Matter")
            .field("wish", &self.wish)
            .field("on", &self.on)
            .field("until", &self.until)
            .finish_non_exhaustive()
    }
}

/// What a line remembers of a caller between calls. `Debug` shows no name.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// Whether the caller agreed to it; `None` when they were never asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    /// The caller's name, as they gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What is open, the newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<Matter>,
}

impl fmt::Debug for Remembered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Remembered")
            .field("consent", &self.consent)
            .field("matters", &self.matters)
            .finish_non_exhaustive()
    }
}

/// What a caller said when they were asked whether they may be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    /// Yes.
    Granted,
    /// No, and they are not asked again.
    Refused,
}

/// What is to be changed in what a line remembers of a caller.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    /// They agreed, or had agreed.
    Remember {
        /// Their name, when it is known.
        name: Option<String>,
        /// What is open, the newest first: it takes the place of what was.
        matters: Vec<Matter>,
    },
    /// They refused: nothing is kept but that.
    Forget,
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Remember { .. } => "Remember",
            Self::Forget => "Forget",
        })
    }
}
