//! The business's records, as far as a caller can ask about them.

mod account;
mod appointment;
mod article;
mod checked;
mod invoice;
mod secret;
mod ticket;

pub use account::{
    Account, AccountKind, AccountNumber, Balance, ParseAccountNumberError, Transaction,
};
pub use appointment::{
    Appointment, AppointmentNumber, Doctor, DoctorId, Opening, ParseAppointmentNumberError,
    ParseDoctorIdError, ParseSpecialtyError, Specialty,
};
pub use article::{Passage, Topic};
pub use invoice::{Bill, CardOnFile, Invoice, InvoiceNumber, ParseInvoiceNumberError};
pub use secret::Secret;
pub use ticket::{ParseTicketNumberError, Service, Ticket, TicketNumber, Tried};

/// Amount of money in the currency's smallest unit, such as cents. It is somebody's, so `Debug` shows the
/// currency only.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Money {
    /// In the currency's smallest unit; negative for what went out.
    pub minor: i64,
    /// What it is counted in.
    pub currency: wording::Currency,
}

impl std::fmt::Debug for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Money").field("currency", &self.currency).finish_non_exhaustive()
    }
}
