//! What customers owe.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::checked::{checked, hidden, is_name};
use super::{AccountNumber, Money};

checked! {
    /// The number of an invoice, as the business writes it: up to 32 characters on one line, not blank.
    /// It is part of a key and, with others, of a session.
    ///
    /// `Debug` shows nothing of it and there is no `Display`.
    InvoiceNumber,
    |text| is_name(text) && text.chars().count() <= 32,
    /// The text is no number of an invoice. It does not repeat the text.
    ParseInvoiceNumberError("the number of an invoice is 1 to 32 characters on one line")
}

hidden!(InvoiceNumber);

/// An invoice that is not paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// Its number.
    pub number: InvoiceNumber,
    /// What is owed.
    pub amount: Money,
    /// When it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
}

/// What a customer owes, and how they can pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// Whose it is.
    pub account: AccountNumber,
    /// What is not paid, the oldest first.
    pub invoices: Vec<Invoice>,
    /// The card that the business has; `None` when it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardOnFile>,
}

/// As much of a card as may be said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardOnFile {
    /// Its last four digits.
    pub last_four: String,
}

impl fmt::Debug for CardOnFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardOnFile(…)")
    }
}
