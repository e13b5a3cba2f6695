//! The contract with a business's API, as `openapi/directory.yaml` has it.
//!
//! Where records and contract agree, the dialogue's own types are what is sent: `Order`, `Bill`,
//! `Ticket` and the outcomes. The rest is here. A test holds them against the document.

use aws_events::E164;
use dialogue::business::{
    Appointment, AppointmentNumber, Balance, Doctor, Money, Opening, Passage, Service, Topic,
    Transaction, Tried,
};
use line::PaymentMethod;
use serde::{Deserialize, Serialize};
use wording::Language;

use crate::Caller;
use crate::holder::is_name;

/// An operation of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Operation {
    /// Its name in the document.
    pub(super) id: &'static str,
    pub(super) verb: Verb,
    /// Its path, with parameters in braces.
    pub(super) path: &'static str,
    /// Whether it changes something, and so carries an `Idempotency-Key`.
    pub(super) changes: bool,
    /// Whether there may be nothing to answer about, which is a 404 with [`NotFound`].
    pub(super) may_be_missing: bool,
}

/// The methods of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Get,
    Post,
}

const fn read(id: &'static str, path: &'static str) -> Operation {
    Operation { id, verb: Verb::Get, path, changes: false, may_be_missing: false }
}

/// A read whose question does not belong into an address, where logs would keep it.
const fn ask(id: &'static str, path: &'static str) -> Operation {
    Operation { verb: Verb::Post, ..read(id, path) }
}

const fn change(id: &'static str, path: &'static str) -> Operation {
    Operation { changes: true, ..ask(id, path) }
}

const fn if_there(operation: Operation) -> Operation {
    Operation { may_be_missing: true, ..operation }
}

pub(super) const ORDER: Operation = if_there(read("getOrder", "/lines/{line}/orders/{number}"));
pub(super) const RETURN: Operation = change("openReturn", "/lines/{line}/orders/{number}/return");
pub(super) const DOCTORS: Operation = read("listDoctors", "/lines/{line}/doctors");
pub(super) const OPENINGS: Operation = read("listOpenings", "/lines/{line}/openings");
pub(super) const APPOINTMENT: Operation =
    if_there(read("getAppointment", "/lines/{line}/appointments/{number}"));
pub(super) const APPOINTMENTS: Operation =
    ask("findAppointments", "/lines/{line}/appointments/search");
pub(super) const BOOK: Operation = change("book", "/lines/{line}/appointments");
pub(super) const MOVE: Operation =
    change("moveAppointment", "/lines/{line}/appointments/{number}/move");
pub(super) const CANCEL: Operation =
    change("cancelAppointment", "/lines/{line}/appointments/{number}/cancel");
pub(super) const BILL: Operation =
    if_there(read("getBill", "/lines/{line}/accounts/{account}/bill"));
pub(super) const PAY: Operation =
    change("pay", "/lines/{line}/accounts/{account}/invoices/{invoice}/payments");
pub(super) const TICKET: Operation = change("openTicket", "/lines/{line}/tickets");
pub(super) const PIN: Operation = change("checkPin", "/lines/{line}/accounts/{account}/pin-checks");
pub(super) const CODE: Operation = change("createCode", "/lines/{line}/accounts/{account}/codes");
pub(super) const CODE_CHECK: Operation =
    change("checkCode", "/lines/{line}/accounts/{account}/code-checks");
pub(super) const BALANCES: Operation =
    if_there(read("getBalances", "/lines/{line}/accounts/{account}/balances"));
pub(super) const TRANSACTIONS: Operation =
    read("listTransactions", "/lines/{line}/accounts/{account}/transactions");
pub(super) const SEARCH: Operation = ask("search", "/lines/{line}/search");

/// What is asked, to open a return.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReturnRequest {
    pub(super) reason: String,
}

/// What is asked, to find a caller's appointments.
#[derive(Serialize, Deserialize)]
pub(super) struct AppointmentsRequest {
    pub(super) phone: String,
}

/// What is asked, to book an opening.
#[derive(Serialize, Deserialize)]
pub(super) struct BookRequest {
    pub(super) opening: Opening,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
}

/// What is asked, to move an appointment.
#[derive(Serialize, Deserialize)]
pub(super) struct MoveRequest {
    pub(super) opening: Opening,
}

/// What is asked, to pay an invoice.
#[derive(Serialize, Deserialize)]
pub(super) struct PayRequest {
    pub(super) amount: Money,
    pub(super) method: PaymentMethod,
}

/// What is asked, to open a ticket.
#[derive(Serialize, Deserialize)]
pub(super) struct TicketRequest {
    pub(super) service: Service,
    pub(super) symptom: String,
    pub(super) tried: Vec<Tried>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
}

/// What is asked, to check a PIN. It has no `Debug`.
#[derive(Serialize, Deserialize)]
pub(super) struct PinRequest {
    pub(super) pin: String,
    pub(super) tries: u32,
    pub(super) lock_minutes: u32,
}

/// What is asked, to make a one-time code.
#[derive(Serialize, Deserialize)]
pub(super) struct CodeRequest {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
}

/// What is asked, to check a one-time code. It has no `Debug`.
#[derive(Serialize, Deserialize)]
pub(super) struct CodeCheckRequest {
    pub(super) code: String,
    /// The `Idempotency-Key` that the code was made with.
    pub(super) created: String,
}

/// What is asked of articles.
#[derive(Serialize, Deserialize)]
pub(super) struct SearchRequest {
    pub(super) words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) topic: Option<Topic>,
    pub(super) language: Language,
}

/// Who works in the clinic.
#[derive(Serialize, Deserialize)]
pub(super) struct Doctors {
    pub(super) doctors: Vec<Doctor>,
}

/// When doctors are free.
#[derive(Serialize, Deserialize)]
pub(super) struct Openings {
    pub(super) openings: Vec<Opening>,
}

/// One appointment, and by what its holder is known. It has no `Debug`.
#[derive(Serialize, Deserialize)]
pub(super) struct Held {
    pub(super) number: AppointmentNumber,
    pub(super) opening: Opening,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
}

impl Held {
    /// Whether the caller may change it: it is under the number that calls, or under the name that was
    /// given. One that is under neither is nobody's.
    pub(super) fn is_for(&self, name: Option<&str>, caller: &Caller) -> bool {
        let calling = caller.number.as_ref().map(E164::as_str);
        let by_phone = calling.is_some() && self.phone.as_deref() == calling;
        by_phone || self.name.as_deref().zip(name).is_some_and(|(ours, it)| is_name(ours, it))
    }
}

/// Appointments to come.
#[derive(Serialize, Deserialize)]
pub(super) struct Appointments {
    pub(super) appointments: Vec<Appointment>,
}

/// Whether there was something to cancel.
#[derive(Serialize, Deserialize)]
pub(super) struct Cancelled {
    pub(super) cancelled: bool,
}

/// A one-time code. It has no `Debug`.
#[derive(Serialize, Deserialize)]
pub(super) struct Code {
    /// `None` when the number that calls is not the customer's.
    pub(super) code: Option<String>,
}

/// What is on an account.
#[derive(Serialize, Deserialize)]
pub(super) struct Balances {
    pub(super) balances: Vec<Balance>,
}

/// What came and went.
#[derive(Serialize, Deserialize)]
pub(super) struct Transactions {
    pub(super) transactions: Vec<Transaction>,
}

/// What is known.
#[derive(Serialize, Deserialize)]
pub(super) struct Passages {
    pub(super) passages: Vec<Passage>,
}

/// Says that the API knows of no such thing, and not some server in between of no such path.
#[derive(Serialize, Deserialize)]
pub(super) struct NotFound {
    pub(super) error: NotFoundWord,
}

/// The one word of [`NotFound`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum NotFoundWord {
    NotFound,
}

#[cfg(test)]
mod bounds;
#[cfg(test)]
mod tests;
