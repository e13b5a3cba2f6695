//! What is to be said, before it is in any language.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::Language;

/// What is to be said, before it is in any language: a name in the wording files, and the values that
/// the message holds.
///
/// `Debug` shows the name only, since values may be what a caller said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Name of the message, such as `confirm-order-number`.
    pub id: Cow<'static, str>,
    /// Values by the names that the wording knows them by.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<Cow<'static, str>, Value>,
}

impl Message {
    /// A message without values.
    pub const fn new(id: &'static str) -> Self {
        Self { id: Cow::Borrowed(id), values: BTreeMap::new() }
    }

    /// The same with one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.values.insert(Cow::Borrowed(name), value);
        self
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({})", self.id)
    }
}

/// Something that a message holds, spoken as its kind demands.
///
/// `Debug` shows the kind only where the value may be a caller's.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "kebab-case")]
pub enum Value {
    /// Somebody else's text, of a record or a caller. It is escaped, on one line, and cut at 200
    /// characters.
    Text(String),
    /// A name that some languages say in their own way: `Dr. Chen`, and in Spanish `la doctora Chen`.
    /// Like a text otherwise.
    Name {
        /// As it is said in every other language.
        text: String,
        /// As it is said in these.
        spoken: BTreeMap<Language, String>,
    },
    /// A key that the wording chooses by, such as `shipped`. It is never spoken.
    Word(String),
    /// A number of things.
    Number(i64),
    /// Digits or letters read one by one, grouped so that they can be written down.
    Digits(String),
    /// An amount of money.
    Money {
        /// In the currency's smallest unit, such as cents.
        minor: i64,
        /// What it is counted in.
        currency: Currency,
    },
    /// A day as seen from today: "tomorrow", "on Monday", "on March 2nd".
    Day(Date),
    /// A date in full: "Thursday, March 5th".
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A date and a time of day, where the line is.
    Moment(DateTime),
    /// A telephone number in E.164, such as `+12025550143`.
    Phone(String),
    /// All of these: "x, y and z".
    All(Vec<Value>),
    /// One of these: "x, y or z".
    Any(Vec<Value>),
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text(_) => "Text",
            Self::Name { .. } => "Name",
            Self::Word(_) => "Word",
            Self::Number(_) => "Number",
            Self::Digits(_) => "Digits",
            Self::Money { .. } => "Money",
            Self::Day(_) => "Day",
            Self::Date(_) => "Date",
            Self::Time(_) => "Time",
            Self::Moment(_) => "Moment",
            Self::Phone(_) => "Phone",
            Self::All(_) => "All",
            Self::Any(_) => "Any",
        })
    }
}

/// What money is counted in, an ISO 4217 code.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Currency {
    /// United States dollar, of 100 cents.
    #[default]
    #[serde(rename = "USD")]
    Usd,
    /// Euro, of 100 cents.
    #[serde(rename = "EUR")]
    Eur,
    /// Mexican peso, of 100 centavos.
    #[serde(rename = "MXN")]
    Mxn,
}
