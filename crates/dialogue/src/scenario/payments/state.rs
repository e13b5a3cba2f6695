//! What is known of a payment.

use std::collections::BTreeMap;

use line::PaymentMethod;
use serde::{Deserialize, Serialize};
use wording::Message;

use super::owed::Owed;
use crate::business::{AccountNumber, InvoiceNumber, Money};
use crate::form::Form;

/// Paying what is owed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Task {
    pub(super) form: Form,
    pub(super) stage: Stage,
    /// What is owed on the account, once the records have said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owed: Option<Owed>,
    /// Invoices that are settled or left for another day, by account.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) left_of: BTreeMap<AccountNumber, Vec<InvoiceNumber>>,
    /// The same in sessions from before accounts were told apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) left: Vec<InvoiceNumber>,
    /// How the caller wants to pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) wanted: Option<PaymentMethod>,
    /// Ways to pay that the caller does not want for the invoice at hand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) refused: Vec<PaymentMethod>,
    /// Whether the card on file was declined.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) declined: bool,
    /// What came of the last payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) last: Option<Settled>,
    /// The last number that no account has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not_found: Option<AccountNumber>,
    pub(super) counts: Counts,
    /// Said before what comes next.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) say: Vec<Message>,
}

/// What happened so often.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Counts {
    /// Times in a row that a number belonged to no account.
    pub(super) unknown: u32,
    /// Times that the caller gave a card number, or wanted to.
    pub(super) cards: u32,
    /// Times that what is owed was not what it had been.
    pub(super) changed: u32,
}

/// Where the task is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Stage {
    /// The account is asked for and confirmed, then looked up.
    #[default]
    Account,
    /// Two numbers in a row belonged to no account.
    NoAccount,
    /// The caller says whether the invoice at hand is paid now.
    Offer(Offer),
    /// The caller says how.
    Method,
    /// The caller confirms that the card is charged.
    Card,
    /// The caller confirms that a link is sent, without having asked for one.
    Link,
    /// The caller says whether a link is sent, since the card was declined.
    Declined,
    /// No way to pay is left that the caller wants.
    NoWay,
    /// The caller does not have the money.
    Hardship,
    /// The records are asked to take the money.
    Paying(PaymentMethod),
    /// All is done.
    Over,
    /// A person goes on.
    HandOver(HandOver),
}

/// How an invoice is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Offer {
    /// The only one.
    Only,
    /// The oldest of several.
    Oldest,
    /// Another one, after one was settled or left.
    Next,
    /// The one that the caller named by its amount, or came back to.
    Named,
}

/// Why a person goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum HandOver {
    /// The records cannot be reached, and no card was charged.
    Records,
    /// The records failed while the card was charged.
    Unsure,
    /// The line has no way to pay what is owed.
    NoWay,
    /// The caller goes on giving card numbers.
    CardNumber,
    /// What is owed changes again and again.
    Changing,
}

/// What came of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Settled {
    /// The card was charged.
    Paid(Money),
    /// A link was sent.
    Linked(Money),
    /// Nothing was left to pay.
    AlreadyPaid,
}
