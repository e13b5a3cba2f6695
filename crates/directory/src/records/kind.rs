//! The kinds of records.

use std::fmt;

/// The kinds of records of a business; the `kind` attribute of every item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An order.
    Order,
    /// An order that comes back.
    Return,
    /// A doctor.
    Doctor,
    /// A day without openings.
    Holiday,
    /// A time at which a doctor receives.
    Opening,
    /// An appointment.
    Appointment,
    /// What was answered to a change.
    Operation,
    /// A customer who gets invoices.
    BillingAccount,
    /// An invoice.
    Invoice,
    /// Money to be taken from a card on file.
    Payment,
    /// A page on which a caller pays.
    PaymentLink,
    /// A problem that somebody must see to.
    Ticket,
    /// A customer of the bank.
    BankAccount,
    /// Money that came or went.
    Transaction,
    /// Wrong PINs.
    PinTries,
    /// One-time codes in a row, none of which was right.
    CodesMade,
    /// A one-time code.
    Code,
    /// What is known of something.
    Article,
}

impl Kind {
    /// The kind in the word that records use, such as `billing-account`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Return => "return",
            Self::Doctor => "doctor",
            Self::Holiday => "holiday",
            Self::Opening => "opening",
            Self::Appointment => "appointment",
            Self::Operation => "operation",
            Self::BillingAccount => "billing-account",
            Self::Invoice => "invoice",
            Self::Payment => "payment",
            Self::PaymentLink => "payment-link",
            Self::Ticket => "ticket",
            Self::BankAccount => "bank-account",
            Self::Transaction => "transaction",
            Self::PinTries => "pin-tries",
            Self::CodesMade => "codes-made",
            Self::Code => "code",
            Self::Article => "article",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
