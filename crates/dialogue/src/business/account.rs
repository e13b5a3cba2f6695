//! Accounts.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Money;
use super::checked::{checked, hidden};

checked! {
    /// The number of an account: 4 to 12 digits, leading zeros included.
    ///
    /// Callers say it, so `Debug` shows nothing of it and there is no `Display`.
    AccountNumber,
    |text| (4..=12).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit()),
    /// The text is no account number. It does not repeat the text, which a caller may have said.
    ParseAccountNumberError("an account number is 4 to 12 digits")
}

hidden!(AccountNumber);

impl AccountNumber {
    /// The last two digits, which is as much as is read back where a stranger may listen.
    pub fn ending(&self) -> &str {
        self.0.get(self.0.len().saturating_sub(2)..).unwrap_or_default()
    }
}

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
