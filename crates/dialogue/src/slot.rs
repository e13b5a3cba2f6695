//! What callers are asked for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A slot of the bot. A slot has the same name and type in every intent that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Slot {
    /// Five digits.
    OrderNumber,
    /// Why something goes back.
    ReturnReason,
    /// A doctor's name or specialty.
    Doctor,
    /// A day, `AMAZON.Date`.
    Day,
    /// A time of day, `AMAZON.Time`.
    Time,
    /// One of what was just offered: "the second", "ten o'clock", "later".
    Choice,
    /// The name of who comes, `AMAZON.FreeFormInput` where asked for alone.
    PatientName,
    /// The six digits of an appointment.
    AppointmentNumber,
    /// The digits of an account.
    AccountNumber,
    /// An amount of money.
    Amount,
    /// How to pay.
    PaymentMethod,
    /// What does not work: internet, phone, television, billing.
    Service,
    /// What is wrong with it.
    Symptom,
    /// How far the caller is with something that takes a while, such as a step of troubleshooting:
    /// ready, cannot, works. They may be silent meanwhile.
    Progress,
    /// Checking or savings.
    AccountKind,
    /// Four to six digits, obfuscated.
    Pin,
    /// Six digits, obfuscated.
    OneTimeCode,
    /// How the person shall get in touch: callback, message, e-mail, `LinkedIn`.
    ContactWay,
    /// Anything, in the caller's own words.
    Words,
    /// A language.
    Language,
}

impl Slot {
    /// All of them.
    pub const ALL: [Self; 20] = [
        Self::OrderNumber,
        Self::ReturnReason,
        Self::Doctor,
        Self::Day,
        Self::Time,
        Self::Choice,
        Self::PatientName,
        Self::AppointmentNumber,
        Self::AccountNumber,
        Self::Amount,
        Self::PaymentMethod,
        Self::Service,
        Self::Symptom,
        Self::Progress,
        Self::AccountKind,
        Self::Pin,
        Self::OneTimeCode,
        Self::ContactWay,
        Self::Words,
        Self::Language,
    ];

    /// The name that the bot uses, such as `OrderNumber`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OrderNumber => "OrderNumber",
            Self::ReturnReason => "ReturnReason",
            Self::Doctor => "Doctor",
            Self::Day => "Day",
            Self::Time => "Time",
            Self::Choice => "Choice",
            Self::PatientName => "PatientName",
            Self::AppointmentNumber => "AppointmentNumber",
            Self::AccountNumber => "AccountNumber",
            Self::Amount => "Amount",
            Self::PaymentMethod => "PaymentMethod",
            Self::Service => "Service",
            Self::Symptom => "Symptom",
            Self::Progress => "Progress",
            Self::AccountKind => "AccountKind",
            Self::Pin => "Pin",
            Self::OneTimeCode => "OneTimeCode",
            Self::ContactWay => "ContactWay",
            Self::Words => "Words",
            Self::Language => "Language",
        }
    }

    /// The slot with a name; `None` for one that nobody knows.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// Whether what fills it is never said, stored or handed back.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Pin | Self::OneTimeCode)
    }
}

/// What recognition made of a caller's words: interpreted values by slot, such as `2026-03-05` for
/// [`Slot::Day`].
pub type Slots = BTreeMap<Slot, String>;
