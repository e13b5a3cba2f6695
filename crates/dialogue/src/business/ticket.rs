//! Tickets of technical support.

use serde::{Deserialize, Serialize};

use super::checked::{checked, hidden, is_code};

/// What does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Service {
    /// The internet connection.
    Internet,
    /// The telephone.
    Phone,
    /// The television.
    Television,
    /// The bill.
    Billing,
}

checked! {
    /// The number of a ticket, told to the caller, who writes it down: 1 to 32 ASCII letters, digits and
    /// hyphens, such as `482913`.
    ///
    /// `Debug` shows nothing of it and there is no `Display`.
    TicketNumber,
    |text| is_code(text, 32),
    /// The text is no number of a ticket. It does not repeat the text.
    ParseTicketNumberError("the number of a ticket is 1 to 32 letters, digits and hyphens")
}

hidden!(TicketNumber);

/// A step that was tried, and whether it helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// Short name of the step, such as `restart-router`.
    pub step: String,
    /// Whether it helped; `None` when the caller could not do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub helped: Option<bool>,
}

/// What somebody must see to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Its number.
    pub number: TicketNumber,
    /// What does not work.
    pub service: Service,
    /// What was tried, in order.
    #[serde(default)]
    pub tried: Vec<Tried>,
}
