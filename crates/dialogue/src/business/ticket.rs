//! Tickets of technical support.

use serde::{Deserialize, Serialize};

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

/// The number of a ticket, told to the caller: letters and digits, such as `482913`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TicketNumber(pub String);

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
