//! The keys of items. No other file spells them.

use dialogue::OrderNumber;
use dialogue::business::{
    AccountKind, AccountNumber, AppointmentNumber, DoctorId, InvoiceNumber, TicketNumber,
};
use jiff::civil::DateTime;
use line::LineId;
use store::CallerHash;
use wording::Language;

use super::item::Key;
use crate::OperationKey;
use crate::moment::moment;

/// What the sort key of every doctor begins with.
pub(crate) const DOCTOR_PREFIX: &str = "DOCTOR#";
/// What the sort key of every holiday begins with.
pub(crate) const HOLIDAY_PREFIX: &str = "HOLIDAY#";
/// What the sort keys of a customer's bill begin with: the account, then its invoices.
pub(crate) const BILL_PREFIX: &str = "BILL";
/// What the sort key of every article begins with.
pub(crate) const ARTICLE_PREFIX: &str = "ARTICLE#";

/// A partition of a line. Ids of lines have no `#`, so lines cannot reach into each other.
fn partition(line: &LineId, of: &str) -> String {
    format!("BUSINESS#{}#{of}", line.as_str())
}

/// An order.
pub(crate) fn order(line: &LineId, number: &OrderNumber) -> Key {
    Key { pk: partition(line, &format!("ORDER#{}", number.as_str())), sk: "ORDER".to_owned() }
}

/// The return of an order.
pub(crate) fn order_return(line: &LineId, number: &OrderNumber) -> Key {
    Key { sk: "RETURN".to_owned(), ..order(line, number) }
}

/// Doctors and holidays of a clinic.
pub(crate) fn doctors(line: &LineId) -> String {
    partition(line, "DOCTORS")
}

/// A doctor's openings, by time.
pub(crate) fn openings(line: &LineId, doctor: &DoctorId) -> String {
    partition(line, &format!("OPENINGS#{}", doctor.as_str()))
}

/// One opening.
pub(crate) fn opening(line: &LineId, doctor: &DoctorId, at: DateTime) -> Key {
    Key { pk: openings(line, doctor), sk: moment(at) }
}

/// An appointment.
pub(crate) fn appointment(line: &LineId, number: &AppointmentNumber) -> Key {
    let pk = partition(line, &format!("APPOINTMENT#{}", number.as_str()));
    Key { pk, sk: "APPOINTMENT".to_owned() }
}

/// What belongs to a caller, in the index.
pub(crate) fn caller(line: &LineId, hash: &CallerHash) -> String {
    partition(line, &format!("CALLER#{}", hash.as_str()))
}

/// What was answered to a change.
pub(crate) fn operation(line: &LineId, key: &OperationKey) -> Key {
    Key { pk: partition(line, &format!("OPERATION#{key}")), sk: "OPERATION".to_owned() }
}

/// Everything of an account.
pub(crate) fn account(line: &LineId, number: &AccountNumber) -> String {
    partition(line, &format!("ACCOUNT#{}", number.as_str()))
}

/// A customer who gets invoices.
pub(crate) fn billing_account(line: &LineId, number: &AccountNumber) -> Key {
    Key { pk: account(line, number), sk: BILL_PREFIX.to_owned() }
}

/// An invoice.
pub(crate) fn invoice(line: &LineId, number: &AccountNumber, invoice: &InvoiceNumber) -> Key {
    Key { pk: account(line, number), sk: format!("{BILL_PREFIX}#INVOICE#{}", invoice.as_str()) }
}

/// A payment, by the number of its receipt.
pub(crate) fn payment(line: &LineId, receipt: &str) -> Key {
    Key { pk: partition(line, &format!("PAYMENT#{receipt}")), sk: "PAYMENT".to_owned() }
}

/// A page on which a caller pays.
pub(crate) fn payment_link(line: &LineId, token: &str) -> Key {
    Key { pk: partition(line, &format!("LINK#{token}")), sk: "LINK".to_owned() }
}

/// A ticket.
pub(crate) fn ticket(line: &LineId, number: &TicketNumber) -> Key {
    Key { pk: partition(line, &format!("TICKET#{}", number.as_str())), sk: "TICKET".to_owned() }
}

/// A customer of the bank.
pub(crate) fn bank_account(line: &LineId, number: &AccountNumber) -> Key {
    Key { pk: account(line, number), sk: "BANK".to_owned() }
}

/// Wrong PINs of an account, also of one that does not exist.
pub(crate) fn pin_tries(line: &LineId, number: &AccountNumber) -> Key {
    Key { pk: account(line, number), sk: "BANK#TRIES".to_owned() }
}

/// Codes of an account that were made in a row, none of which was right.
pub(crate) fn codes_made(line: &LineId, number: &AccountNumber) -> Key {
    Key { pk: account(line, number), sk: "BANK#CODES".to_owned() }
}

/// A one-time code.
pub(crate) fn code(line: &LineId, number: &AccountNumber, created: &OperationKey) -> Key {
    Key { pk: account(line, number), sk: format!("BANK#CODE#{created}") }
}

/// What the sort keys of an account's transactions of a kind begin with.
pub(crate) fn transactions(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Checking => "TRANSACTION#checking#",
        AccountKind::Savings => "TRANSACTION#savings#",
    }
}

/// The articles of a line in a language.
pub(crate) fn articles(line: &LineId, language: Language) -> String {
    partition(line, &format!("ARTICLES#{}", language.code()))
}

/// The sort key of an article.
pub(crate) fn article(id: &str) -> String {
    format!("{ARTICLE_PREFIX}{id}")
}
