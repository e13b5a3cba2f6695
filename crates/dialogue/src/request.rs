//! What is asked of the business's records, and what they answer.

use std::fmt;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::business::{
    AccountKind, AccountNumber, Appointment, AppointmentNumber, Balance, Bill, Doctor, DoctorId,
    InvoiceNumber, Money, Opening, Passage, Secret, Service, Specialty, Ticket, Topic, Transaction,
    Tried,
};
use crate::{Order, OrderNumber};

/// What is asked of the business's records.
///
/// Whatever changes something carries an [`Operation`]: asked again, also at the same time, it changes
/// nothing more and gets the same answer.
///
/// It may hold what a caller said, so `Debug` shows what kind of request it is.
#[derive(Clone, PartialEq, Eq)]
pub enum Request {
    /// How an order is doing. Answered by [`Facts::Order`].
    Order(OrderNumber),
    /// To take an order back. Answered by [`Facts::Return`].
    OpenReturn {
        /// The order.
        order: OrderNumber,
        /// Why, as the bot's slot type has it, such as `damaged`.
        reason: String,
        /// What makes it happen once.
        operation: Operation,
    },
    /// Who works in the clinic. Answered by [`Facts::Doctors`].
    Doctors,
    /// When doctors are free. Answered by [`Facts::Openings`].
    Openings(Wanted),
    /// The appointments to come. Answered by [`Facts::Appointments`].
    Appointments(Holder),
    /// To give an opening to the caller. Answered by [`Facts::Booking`].
    Book {
        /// With whom, and when.
        opening: Opening,
        /// For whom; `None` when the name is not known.
        name: Option<String>,
        /// What makes it happen once.
        operation: Operation,
    },
    /// To move an appointment. Answered by [`Facts::Booking`].
    MoveTo {
        /// Which.
        appointment: AppointmentNumber,
        /// To whom, and when.
        opening: Opening,
        /// What makes it happen once.
        operation: Operation,
    },
    /// To cancel an appointment. Answered by [`Facts::Cancelled`].
    Cancel {
        /// Which.
        appointment: AppointmentNumber,
        /// What makes it happen once.
        operation: Operation,
    },
    /// What is owed. Answered by [`Facts::Bill`].
    Bill(AccountNumber),
    /// To take money. Answered by [`Facts::Payment`].
    Pay {
        /// Whose invoice.
        account: AccountNumber,
        /// Which.
        invoice: InvoiceNumber,
        /// How much, which must be what is owed.
        amount: Money,
        /// How.
        method: line::PaymentMethod,
        /// What makes it happen once.
        operation: Operation,
    },
    /// To have somebody see to a problem. Answered by [`Facts::Ticket`].
    OpenTicket {
        /// What does not work.
        service: Service,
        /// What is wrong, in a short word of the steps' data, such as `no-connection`.
        symptom: String,
        /// What was tried.
        tried: Vec<Tried>,
        /// What makes it happen once.
        operation: Operation,
    },
    /// To open an account with its PIN. Answered by [`Facts::Pin`].
    VerifyPin {
        /// Which.
        account: AccountNumber,
        /// The PIN.
        pin: Secret,
        /// Wrong ones in a row that lock the account.
        tries: u32,
        /// How long it is locked then.
        lock_minutes: u32,
        /// What makes a wrong PIN count once.
        operation: Operation,
    },
    /// A code that shows who has the customer's telephone. Answered by [`Facts::Code`].
    CreateCode {
        /// Whose account.
        account: AccountNumber,
        /// What makes it the same code when asked again.
        operation: Operation,
    },
    /// Whether this is the code. Answered by [`Facts::CodeChecked`].
    VerifyCode {
        /// Whose account.
        account: AccountNumber,
        /// What the caller gave.
        code: Secret,
        /// The operation that made the code.
        created: Operation,
        /// What makes a wrong code count once.
        operation: Operation,
    },
    /// What is on an account. Answered by [`Facts::Balances`].
    Balances(AccountNumber),
    /// What came and went, the newest first. Answered by [`Facts::Transactions`].
    Transactions {
        /// Which account.
        account: AccountNumber,
        /// Of which kind.
        kind: AccountKind,
        /// At most this many.
        limit: usize,
    },
    /// What is known about something. Answered by [`Facts::Passages`].
    Search {
        /// In the caller's words.
        words: String,
        /// What it is about, if that is known.
        topic: Option<Topic>,
        /// In which language.
        language: wording::Language,
    },
}

impl Request {
    /// What it is called in logs and records, such as `order`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Order(_) => "order",
            Self::OpenReturn { .. } => "open-return",
            Self::Doctors => "doctors",
            Self::Openings(_) => "openings",
            Self::Appointments(_) => "appointments",
            Self::Book { .. } => "book",
            Self::MoveTo { .. } => "move",
            Self::Cancel { .. } => "cancel",
            Self::Bill(_) => "bill",
            Self::Pay { .. } => "pay",
            Self::OpenTicket { .. } => "open-ticket",
            Self::VerifyPin { .. } => "verify-pin",
            Self::CreateCode { .. } => "create-code",
            Self::VerifyCode { .. } => "verify-code",
            Self::Balances(_) => "balances",
            Self::Transactions { .. } => "transactions",
            Self::Search { .. } => "search",
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Order(_) => "Order",
            Self::Return(_) => "Return",
            Self::Doctors(_) => "Doctors",
            Self::Openings(_) => "Openings",
            Self::Appointments(_) => "Appointments",
            Self::Booking(_) => "Booking",
            Self::Cancelled(_) => "Cancelled",
            Self::Bill(_) => "Bill",
            Self::Payment(_) => "Payment",
            Self::Ticket(_) => "Ticket",
            Self::Pin(_) => "Pin",
            Self::Code(_) => "Code",
            Self::CodeChecked(_) => "CodeChecked",
            Self::Balances(_) => "Balances",
            Self::Transactions(_) => "Transactions",
            Self::Passages(_) => "Passages",
            Self::Unavailable => "Unavailable",
        })
    }
}

/// The number of a change within a call: the first is 1. With the contact it makes a key that is the
/// same for every try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Operation(pub u32);

/// Which openings are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// With whom.
    pub doctor: WantedDoctor,
    /// Not before this.
    pub from: DateTime,
    /// As near to this as can be; `None` for the earliest.
    pub near: Option<DateTime>,
    /// At most this many, the best first.
    pub limit: usize,
}

/// Which doctor is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WantedDoctor {
    /// This one.
    Doctor(DoctorId),
    /// Anyone who does this.
    Specialty(Specialty),
    /// Anyone.
    Anyone,
}

/// Whose appointments. `Debug` shows no name.
#[derive(Clone, PartialEq, Eq)]
pub enum Holder {
    /// Those booked from the number that calls.
    Caller,
    /// The one with this number, if it is the caller's to change: it was booked from the number that
    /// calls, or it is for somebody of this name. Another's is answered like one that does not exist.
    Appointment {
        /// The number that the caller gives.
        number: AppointmentNumber,
        /// The name that the caller gives; `None` as long as none was given.
        name: Option<String>,
    },
}

impl fmt::Debug for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Caller => "Caller",
            Self::Appointment { .. } => "Appointment",
        })
    }
}

/// What the business's records answer. They are somebody's, so `Debug` shows what kind of facts they
/// are.
#[derive(Clone, PartialEq)]
pub enum Facts {
    /// The order; `None` when there is none.
    Order(Option<Order>),
    /// What came of a return.
    Return(Return),
    /// Who works in the clinic.
    Doctors(Vec<Doctor>),
    /// When doctors are free, the best first.
    Openings(Vec<Opening>),
    /// The appointments to come, the next first.
    Appointments(Vec<Appointment>),
    /// What came of booking or moving.
    Booking(Booking),
    /// Whether there was such an appointment.
    Cancelled(bool),
    /// What is owed; `None` when there is no such account.
    Bill(Option<Bill>),
    /// What came of a payment.
    Payment(Payment),
    /// The ticket.
    Ticket(Ticket),
    /// What came of a PIN.
    Pin(PinCheck),
    /// The code to send to the customer; `None` when no telephone of theirs is known.
    Code(Option<Secret>),
    /// What came of a code.
    CodeChecked(CodeCheck),
    /// What is on the account; `None` when there is no such account.
    Balances(Option<Vec<Balance>>),
    /// What came and went, the newest first.
    Transactions(Vec<Transaction>),
    /// What is known, the best first; empty when nothing fits.
    Passages(Vec<Passage>),
    /// The records cannot be reached, or answer nonsense. What was to change may have changed.
    Unavailable,
}

/// What came of a return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Return {
    /// It is under way; the label goes to the address on file.
    Opened,
    /// It was under way before.
    AlreadyOpen,
    /// Too late, or not yet delivered.
    NotPossible,
    /// There is no such order.
    NoOrder,
}

/// What came of booking or moving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Booking {
    /// It is the caller's.
    Booked(Appointment),
    /// Somebody else has it.
    Taken,
    /// There is no appointment to move.
    NoAppointment,
}

/// What came of a payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Payment {
    /// The money was taken, by this operation.
    Paid {
        /// Number of the receipt.
        receipt: String,
    },
    /// A page on which the caller pays.
    Link {
        /// Its address.
        url: String,
    },
    /// The invoice was paid before, by something else.
    AlreadyPaid,
    /// The card was refused.
    Declined,
    /// There is no such invoice, or it is over another amount.
    NotOwed,
}

impl Payment {
    /// Longest number of a receipt that is told, in characters.
    pub const MAX_RECEIPT: usize = 32;

    /// Longest address that is sent, in characters: as much of a value as wording keeps.
    pub const MAX_ADDRESS: usize = 200;

    /// Whether a text is the number of a receipt that can be told: ASCII letters, digits and hyphens, not
    /// too many.
    pub fn is_receipt(text: &str) -> bool {
        (1..=Self::MAX_RECEIPT).contains(&text.len())
            && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
    }
}

/// What came of a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum PinCheck {
    /// It is right.
    Right,
    /// It is wrong, or there is no such account, which is not told.
    Wrong {
        /// Tries left before the account is locked.
        left: u32,
    },
    /// The account is locked.
    Locked {
        /// Whole minutes until it opens again, at least 1.
        minutes: u32,
    },
}

/// What came of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum CodeCheck {
    /// It is right.
    Right,
    /// It is wrong.
    Wrong {
        /// Tries left.
        left: u32,
    },
    /// It is too old, or was tried too often.
    Expired,
}
