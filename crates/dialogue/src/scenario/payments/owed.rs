//! What is owed, as far as the answer of the records makes sense.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use wording::{Currency, Message, Value};

use crate::business::{AccountNumber, Bill, CardOnFile, Invoice, InvoiceNumber, Money};

/// Most invoices that are kept. Whoever owes more hears of the oldest, and of what all come to.
const MAX_KEPT: usize = 6;

/// What is owed on an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Owed {
    /// What is not paid, the oldest first.
    pub(super) open: Vec<Invoice>,
    /// How many there are, those that are not kept included.
    pub(super) count: i64,
    /// What they come to.
    pub(super) total: Money,
    /// The card on file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) card: Option<CardOnFile>,
}

/// The answer of the records makes no sense, or cannot be paid in the currency of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Nonsense;

impl Owed {
    /// Reads what the records say is owed on `account`. Invoices that are left are not asked about again,
    /// and those of nothing or less are no invoices to pay.
    pub(super) fn read(
        bill: Bill,
        account: &AccountNumber,
        currency: Currency,
        is_left: impl Fn(&InvoiceNumber) -> bool,
    ) -> Result<Self, Nonsense> {
        let Bill { account: of, invoices, card } = bill;
        if of != *account {
            return Err(Nonsense);
        }
        let mut open: Vec<Invoice> = Vec::new();
        let mut minor = 0_i64;
        for invoice in invoices {
            if invoice.amount.minor <= 0 || is_left(&invoice.number) {
                continue;
            }
            let is_twice = open.iter().any(|it| it.number == invoice.number);
            if invoice.amount.currency != currency || is_twice {
                return Err(Nonsense);
            }
            minor = minor.checked_add(invoice.amount.minor).ok_or(Nonsense)?;
            open.push(invoice);
        }
        let count = i64::try_from(open.len()).unwrap_or(i64::MAX);
        open.truncate(MAX_KEPT);
        // A number that is no four digits would be said, and might be more of a card than may be.
        let is_plain = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
        let card = card.filter(|it| is_plain(&it.last_four));
        Ok(Self { open, count, total: Money { minor, currency }, card })
    }

    /// The invoice at hand.
    pub(super) fn first(&self) -> Option<&Invoice> {
        self.open.first()
    }

    /// Leaves the invoice at hand for the next.
    pub(super) fn advance(&mut self) -> Option<Invoice> {
        if self.open.is_empty() { None } else { Some(self.open.remove(0)) }
    }

    /// Puts another invoice of this amount first; whether there is one.
    pub(super) fn choose(&mut self, amount: Money) -> bool {
        let Some(at) = self.open.iter().position(|it| it.amount == amount) else { return false };
        let chosen = self.open.remove(at);
        self.open.insert(0, chosen);
        true
    }
}

/// Says an amount.
pub(super) fn money(amount: Money) -> Value {
    Value::Money { minor: amount.minor, currency: amount.currency }
}

/// A message about an invoice, with the day it is due as seen from `today`.
pub(super) fn about(id: &'static str, invoice: &Invoice, today: Date) -> Message {
    let message = Message::new(id).with("amount", money(invoice.amount));
    let word = |it: &str| Value::Word(it.to_owned());
    match invoice.due_on {
        None => message.with("due", word("unknown")),
        Some(day) => {
            let due = if day < today { "past" } else { "coming" };
            message.with("due", word(due)).with("day", Value::Day(day))
        }
    }
}
