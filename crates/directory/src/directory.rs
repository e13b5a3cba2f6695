//! What a business's records must be able to do.

use dialogue::business::{
    AccountKind, AccountNumber, Appointment, AppointmentNumber, Balance, Bill, Doctor,
    InvoiceNumber, Money, Opening, Passage, Secret, Service, Ticket, Topic, Transaction, Tried,
};
use dialogue::{
    Booking, CodeCheck, Holder, Operation, Order, OrderNumber, Payment, PinCheck, Return, Wanted,
};

use crate::{Caller, DirectoryError};

/// An answer, or why there is none.
pub type Answer<T> = Result<T, DirectoryError>;

/// A business's records, as far as a caller can ask about them. One method for each
/// [`Request`](dialogue::Request).
///
/// Whatever changes something takes an [`Operation`]. Asked again under the same operation, also at
/// the same time, it changes nothing more and gives the first answer. After an error, what was to
/// change may have changed.
///
/// The trait is not object safe: its futures have types of their own, so that asking costs no
/// allocation and stays `Send`. Who chooses at run time has [`Either`](crate::Either).
///
/// # Errors
///
/// What is not there is no error. Every method gives
///
/// - of a table, [`Read`](DirectoryError::Read) when it cannot be read, [`Malformed`](DirectoryError::Malformed)
///   when a record does not fit its kind, and, where something is written,
///   [`Write`](DirectoryError::Write), [`Cancelled`](DirectoryError::Cancelled) or
///   [`Unencodable`](DirectoryError::Unencodable);
/// - of an API, [`Unreachable`](DirectoryError::Unreachable), [`BrokenOff`](DirectoryError::BrokenOff),
///   [`Status`](DirectoryError::Status), [`TooLong`](DirectoryError::TooLong),
///   [`Nonsense`](DirectoryError::Nonsense) when the answer does not fit the contract,
///   [`SecretOutOfReach`](DirectoryError::SecretOutOfReach), [`Resting`](DirectoryError::Resting) when it
///   failed too often lately, [`Late`](DirectoryError::Late) when the caller's time is over, and
///   [`ApiUnset`](DirectoryError::ApiUnset) where a line asks for one and there is none.
///
/// What a method gives beside these is written there.
pub trait Directory: Sync {
    /// How an order is doing; `None` when there is none.
    fn order(
        &self,
        number: &OrderNumber,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Option<Order>>> + Send;

    /// Takes an order back. `reason` is as the bot's slot type has it, such as `damaged`.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, and [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before.
    fn open_return(
        &self,
        order: &OrderNumber,
        reason: &str,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Return>> + Send;

    /// Who works in the clinic.
    fn doctors(&self, caller: &Caller) -> impl Future<Output = Answer<Vec<Doctor>>> + Send;

    /// When doctors are free, the best first, at most as many as wanted.
    fn openings(
        &self,
        wanted: &Wanted,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Vec<Opening>>> + Send;

    /// The appointments to come, the next first.
    fn appointments(
        &self,
        holder: &Holder,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Vec<Appointment>>> + Send;

    /// Gives an opening to the caller. Of all who ask for it, one gets it.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, and [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before.
    fn book(
        &self,
        opening: &Opening,
        name: Option<&str>,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Booking>> + Send;

    /// Moves an appointment: both the new opening is taken and the old one free, or neither.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, and [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before.
    fn move_to(
        &self,
        appointment: &AppointmentNumber,
        opening: &Opening,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Booking>> + Send;

    /// Cancels an appointment, which frees its opening; `false` when there is none to come.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, and [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before.
    fn cancel(
        &self,
        appointment: &AppointmentNumber,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<bool>> + Send;

    /// What is owed; `None` when there is no such account.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`CardNumber`](DirectoryError::CardNumber) when a record holds the number of a
    /// card.
    fn bill(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Option<Bill>>> + Send;

    /// Takes money, once.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, and [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before; to pay by a link,
    /// [`LinkUnset`](DirectoryError::LinkUnset), [`LinkUnguarded`](DirectoryError::LinkUnguarded) or
    /// [`PepperOutOfReach`](DirectoryError::PepperOutOfReach).
    fn pay(
        &self,
        charge: &Charge<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Payment>> + Send;

    /// Has somebody see to a problem.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, and [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before.
    fn open_ticket(
        &self,
        problem: &Problem<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Ticket>> + Send;

    /// Whether this is the PIN. A wrong one counts, once for each operation.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before, and [`PepperOutOfReach`](DirectoryError::PepperOutOfReach) when no PIN can be
    /// compared.
    fn verify_pin(
        &self,
        attempt: &PinTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<PinCheck>> + Send;

    /// A one-time code to be sent to the number that calls; `None` when that is not the customer's.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records.
    fn create_code(
        &self,
        account: &AccountNumber,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Option<Secret>>> + Send;

    /// Whether this is the code. A wrong one counts, once for each operation.
    ///
    /// # Errors
    ///
    /// Beside those of all, [`Contested`](DirectoryError::Contested) when others kept changing the same
    /// records, and [`OperationReused`](DirectoryError::OperationReused) when the operation was asked for
    /// something else before.
    fn verify_code(
        &self,
        attempt: &CodeTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> impl Future<Output = Answer<CodeCheck>> + Send;

    /// What is on an account; `None` when there is no such account.
    fn balances(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Option<Vec<Balance>>>> + Send;

    /// What came and went, the newest first, at most `limit`.
    fn transactions(
        &self,
        account: &AccountNumber,
        kind: AccountKind,
        limit: usize,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Vec<Transaction>>> + Send;

    /// What is known about something, the best first; empty when nothing fits.
    fn search(
        &self,
        question: &Question<'_>,
        caller: &Caller,
    ) -> impl Future<Output = Answer<Vec<Passage>>> + Send;
}

/// What is to be paid, and how.
#[derive(Debug, Clone, Copy)]
pub struct Charge<'a> {
    /// Whose invoice.
    pub account: &'a AccountNumber,
    /// Which.
    pub invoice: &'a InvoiceNumber,
    /// How much, which must be what is owed.
    pub amount: Money,
    /// How.
    pub method: line::PaymentMethod,
}

/// What does not work.
#[derive(Debug, Clone, Copy)]
pub struct Problem<'a> {
    /// What it is about.
    pub service: Service,
    /// What is wrong, in a short word.
    pub symptom: &'a str,
    /// What was tried, in order.
    pub tried: &'a [Tried],
}

/// A PIN, and what wrong ones lead to.
#[derive(Debug, Clone, Copy)]
pub struct PinTry<'a> {
    /// Whose account.
    pub account: &'a AccountNumber,
    /// What the caller gave.
    pub pin: &'a Secret,
    /// Wrong ones in a row that lock the account.
    pub tries: u32,
    /// How long it is locked then.
    pub lock_minutes: u32,
}

/// A one-time code.
#[derive(Debug, Clone, Copy)]
pub struct CodeTry<'a> {
    /// Whose account.
    pub account: &'a AccountNumber,
    /// What the caller gave.
    pub code: &'a Secret,
    /// The operation that made the code.
    pub created: Operation,
}

/// What is asked of articles.
///
/// `Debug` does not show the caller's words.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// In the caller's words.
    pub words: &'a str,
    /// What it is about, if that is known.
    pub topic: Option<Topic>,
    /// In which language.
    pub language: wording::Language,
}

impl std::fmt::Debug for Question<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Question")
            .field("topic", &self.topic)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}
