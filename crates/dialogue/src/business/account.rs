//! Accounts.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Money;

/// The number of an account: 4 to 12 digits, leading zeros included.
///
/// Callers say it, so `Debug` shows the last two digits only and there is no `Display`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountNumber(String);

impl AccountNumber {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last two digits, which is as much as is read back where a stranger may listen.
    pub fn ending(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(2)..).unwrap_or_default()
    }
}

impl fmt::Debug for AccountNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccountNumber(…{})", self.ending())
    }
}

impl FromStr for AccountNumber {
    type Err = ParseAccountNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = (4..=12).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit());
        if fits { Ok(Self(text.to_owned())) } else { Err(ParseAccountNumberError) }
    }
}

impl TryFrom<String> for AccountNumber {
    type Error = ParseAccountNumberError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<AccountNumber> for String {
    fn from(number: AccountNumber) -> Self {
        number.0
    }
}

/// The text is no account number. It does not repeat the text, which a caller may have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an account number is 4 to 12 digits")]
pub struct ParseAccountNumberError;

/// Which of a customer's accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// Everyday money.
    Checking,
    /// Money put by.
    Savings,
}

/// What a customer of the bank has, without what opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its number.
    pub number: AccountNumber,
    /// What is on it, by kind.
    pub balances: Vec<Balance>,
}

/// What is on an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// Which one.
    pub kind: AccountKind,
    /// How much.
    pub amount: Money,
}

/// Money that came or went. `Debug` shows the kind of account only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transaction {
    /// Which account.
    pub kind: AccountKind,
    /// When.
    pub on: Date,
    /// How much; negative when it went.
    pub amount: Money,
    /// From whom, or to whom.
    pub with: String,
}

impl fmt::Debug for Transaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transaction").field("kind", &self.kind).finish_non_exhaustive()
    }
}
