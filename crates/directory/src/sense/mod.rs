//! Whether an answer can be one to its question.
//!
//! Records are written by people and APIs by strangers. What does not fit the question is worse than
//! no answer, since the caller would hear it as true.

use dialogue::business::{
    Appointment, AppointmentNumber, Balance, Bill, Doctor, Opening, Passage, Transaction,
};
use dialogue::{
    Booking, CodeCheck, Facts, Holder, Payment, PinCheck, Request, Wanted, WantedDoctor,
};
use line::PaymentMethod;

use crate::DirectoryError;

/// Most characters of a name or number, which callers are to hear and write down.
const NAME: usize = 100;
/// Most characters of a text that is spoken in one go; the longest article paragraph has about 300.
const TEXT: usize = 1_000;
/// Most doctors, appointments, invoices, balances or passages that a call can deal with.
const MANY: usize = 200;
/// Digits of a one-time code.
const CODE_DIGITS: usize = 6;

/// Hands the facts on if they can be the answer to the request.
///
/// # Errors
///
/// [`DirectoryError::Nonsense`] says what is wrong, without a value.
pub(crate) fn check(request: &Request, facts: Facts) -> Result<Facts, DirectoryError> {
    let fault = match (request, &facts) {
        (Request::Order(asked), Facts::Order(order)) => {
            order.as_ref().is_some_and(|it| it.number != *asked).then_some("another order")
        }
        (Request::Doctors, Facts::Doctors(doctors)) => doctors_fault(doctors),
        (Request::Openings(wanted), Facts::Openings(openings)) => openings_fault(wanted, openings),
        (Request::Appointments(holder), Facts::Appointments(found)) => {
            appointments_fault(holder, found)
        }
        (Request::Book { opening, .. }, Facts::Booking(Booking::Booked(booked))) => {
            booked_fault(opening, booked)
        }
        (Request::MoveTo { appointment, opening, .. }, Facts::Booking(Booking::Booked(booked))) => {
            moved_fault(appointment, opening, booked)
        }
        (Request::Book { .. }, Facts::Booking(Booking::NoAppointment)) => {
            Some("no appointment to move, where none was to be moved")
        }
        (
            Request::Book { .. } | Request::MoveTo { .. },
            Facts::Booking(Booking::Taken | Booking::NoAppointment),
        )
        | (Request::OpenReturn { .. }, Facts::Return(_))
        | (Request::Cancel { .. }, Facts::Cancelled(_))
        | (Request::Bill(_), Facts::Bill(None))
        | (Request::CreateCode { .. }, Facts::Code(None))
        | (Request::VerifyCode { .. }, Facts::CodeChecked(CodeCheck::Right | CodeCheck::Expired))
        | (Request::Balances(_), Facts::Balances(None)) => None,
        (Request::Bill(account), Facts::Bill(Some(bill))) => {
            if bill.account == *account {
                bill_fault(bill)
            } else {
                Some("another account")
            }
        }
        (Request::Pay { method, .. }, Facts::Payment(payment)) => payment_fault(*method, payment),
        (Request::OpenTicket { service, .. }, Facts::Ticket(ticket)) => {
            (ticket.service != *service).then_some("another service")
        }
        (Request::VerifyPin { tries, .. }, Facts::Pin(check)) => pin_fault(*tries, *check),
        (Request::CreateCode { .. }, Facts::Code(Some(code))) => {
            let digits = code.reveal();
            let fits = digits.len() == CODE_DIGITS && digits.bytes().all(|it| it.is_ascii_digit());
            (!fits).then_some("a code that is not six digits")
        }
        (Request::VerifyCode { .. }, Facts::CodeChecked(CodeCheck::Wrong { left })) => {
            (*left > 10).then_some("too many tries left")
        }
        (Request::Balances(_), Facts::Balances(Some(balances))) => balances_fault(balances),
        (Request::Transactions { kind, .. }, Facts::Transactions(transactions)) => {
            transactions_fault(*kind, transactions)
        }
        (Request::Search { .. }, Facts::Passages(passages)) => passages_fault(passages),
        // Whatever is not named above is no answer to it.
        _ => Some("an answer to another question"),
    };
    match fault {
        Some(what) => Err(DirectoryError::Nonsense { what }),
        None => Ok(within(request, facts)),
    }
}

/// No more than was asked for.
fn within(request: &Request, facts: Facts) -> Facts {
    match (request, facts) {
        (Request::Openings(wanted), Facts::Openings(mut openings)) => {
            openings.truncate(wanted.limit);
            Facts::Openings(openings)
        }
        (Request::Transactions { limit, .. }, Facts::Transactions(mut transactions)) => {
            transactions.truncate(*limit);
            Facts::Transactions(transactions)
        }
        (_, facts) => facts,
    }
}

fn doctors_fault(doctors: &[Doctor]) -> Option<&'static str> {
    let bad = |it: &Doctor| {
        let mut names = [&it.name].into_iter().chain(it.spoken.values());
        names.any(|it| !name(it))
    };
    if doctors.len() > MANY {
        Some("too many doctors")
    } else if doctors.iter().any(bad) {
        Some("a doctor without a usable name")
    } else {
        None
    }
}

fn openings_fault(wanted: &Wanted, openings: &[Opening]) -> Option<&'static str> {
    if openings.iter().any(|it| it.at < wanted.from) {
        return Some("an opening before the time that was asked for");
    }
    match &wanted.doctor {
        WantedDoctor::Doctor(id) if openings.iter().any(|it| it.doctor != *id) => {
            Some("an opening with another doctor")
        }
        WantedDoctor::Doctor(_) | WantedDoctor::Specialty(_) | WantedDoctor::Anyone => None,
    }
}

fn appointments_fault(holder: &Holder, found: &[Appointment]) -> Option<&'static str> {
    if found.len() > MANY {
        return Some("too many appointments");
    }
    match holder {
        Holder::Appointment { number, .. } if found.iter().any(|it| it.number != *number) => {
            Some("another appointment")
        }
        Holder::Appointment { .. } | Holder::Caller => None,
    }
}

fn booked_fault(opening: &Opening, appointment: &Appointment) -> Option<&'static str> {
    (appointment.opening != *opening).then_some("an appointment at another time")
}

/// A move keeps the number. Another one would be told to the caller, who could cancel with it.
fn moved_fault(
    number: &AppointmentNumber,
    opening: &Opening,
    moved: &Appointment,
) -> Option<&'static str> {
    if moved.number == *number {
        booked_fault(opening, moved)
    } else {
        Some("another appointment, instead of the one that was to be moved")
    }
}

fn bill_fault(bill: &Bill) -> Option<&'static str> {
    let four_digits = |text: &str| text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit());
    if bill.invoices.len() > MANY {
        Some("too many invoices")
    } else if bill.invoices.iter().any(|it| it.amount.minor <= 0) {
        Some("an invoice over nothing")
    } else if bill.card.as_ref().is_some_and(|it| !four_digits(&it.last_four)) {
        Some("a card without its last four digits")
    } else {
        None
    }
}

fn payment_fault(method: PaymentMethod, payment: &Payment) -> Option<&'static str> {
    match (method, payment) {
        (PaymentMethod::CardOnFile, Payment::Link { .. }) => Some("a link instead of a payment"),
        (PaymentMethod::Link, Payment::Paid { .. }) => Some("a payment instead of a link"),
        (PaymentMethod::CardOnFile, Payment::Paid { receipt }) if !Payment::is_receipt(receipt) => {
            Some("a receipt without a usable number")
        }
        (PaymentMethod::Link, Payment::Link { url }) if !safe_address(url) => {
            Some("a link that is no https address")
        }
        (
            PaymentMethod::CardOnFile | PaymentMethod::Link,
            Payment::Paid { .. }
            | Payment::Link { .. }
            | Payment::AlreadyPaid
            | Payment::Declined
            | Payment::NotOwed,
        ) => None,
    }
}

fn pin_fault(tries: u32, check: PinCheck) -> Option<&'static str> {
    match check {
        PinCheck::Wrong { left } if left > tries => Some("more tries left than there are"),
        PinCheck::Locked { minutes: 0 } => Some("locked for no time"),
        PinCheck::Right | PinCheck::Wrong { .. } | PinCheck::Locked { .. } => None,
    }
}

fn balances_fault(balances: &[Balance]) -> Option<&'static str> {
    (balances.len() > MANY).then_some("too many balances")
}

fn transactions_fault(
    kind: dialogue::business::AccountKind,
    transactions: &[Transaction],
) -> Option<&'static str> {
    if transactions.iter().any(|it| it.kind != kind) {
        Some("a transaction of another account")
    } else if !transactions.is_sorted_by(|newer, older| newer.on >= older.on) {
        Some("transactions that are not the newest first")
    } else if !transactions.iter().all(|it| name(&it.with)) {
        Some("a transaction with nobody")
    } else {
        None
    }
}

fn passages_fault(passages: &[Passage]) -> Option<&'static str> {
    let spoken = |it: &str| !it.trim().is_empty() && it.chars().count() <= TEXT;
    let bad = |it: &Passage| {
        !it.score.is_finite()
            || !spoken(&it.text)
            || !it.more.iter().chain(it.details.values()).all(|it| spoken(it))
    };
    if passages.len() > MANY {
        Some("too many passages")
    } else if passages.iter().any(bad) {
        Some("a passage that cannot be spoken")
    } else {
        None
    }
}

/// Whether a text can be a name: not empty, short, on one line.
fn name(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= NAME && !text.chars().any(char::is_control)
}

/// Whether it is an address that may be sent to a caller.
fn safe_address(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| !rest.is_empty())
        && url.len() <= Payment::MAX_ADDRESS
        && url.bytes().all(|it| it.is_ascii_graphic())
}

#[cfg(test)]
mod tests;
