//! One of the two places where a business keeps its records, chosen by the line.

use dialogue::business::{
    AccountKind, AccountNumber, Appointment, AppointmentNumber, Balance, Bill, Doctor, Opening,
    Passage, Secret, Ticket, Transaction,
};
use dialogue::{
    Booking, CodeCheck, Holder, Operation, Order, OrderNumber, Payment, PinCheck, Return, Wanted,
};

use crate::directory::{Answer, Charge, CodeTry, Directory, PinTry, Problem, Question};
use crate::{Api, Caller, DirectoryError, Records};

/// The records of a line, wherever they are.
#[derive(Debug, Clone, Copy)]
pub enum Either<'a> {
    /// In the table of the deployment.
    Records(&'a Records),
    /// Behind the business's own API.
    Api(&'a Api),
}

impl<'a> Either<'a> {
    /// What a line has chosen.
    ///
    /// # Errors
    ///
    /// [`DirectoryError::ApiUnset`] when the line has its records behind an API, and the deployment
    /// knows of none.
    pub fn of(
        choice: line::Directory,
        records: &'a Records,
        api: Option<&'a Api>,
    ) -> Result<Self, DirectoryError> {
        match choice {
            line::Directory::Dynamodb => Ok(Self::Records(records)),
            line::Directory::Http => api.map(Self::Api).ok_or(DirectoryError::ApiUnset),
        }
    }
}

/// Asks whichever it is.
macro_rules! delegate {
    ($self:ident . $method:ident ( $($argument:expr),* )) => {
        match $self {
            Self::Records(it) => it.$method($($argument),*).await,
            Self::Api(it) => it.$method($($argument),*).await,
        }
    };
}

impl Directory for Either<'_> {
    async fn order(&self, number: &OrderNumber, caller: &Caller) -> Answer<Option<Order>> {
        delegate!(self.order(number, caller))
    }

    async fn open_return(
        &self,
        order: &OrderNumber,
        reason: &str,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Return> {
        delegate!(self.open_return(order, reason, operation, caller))
    }

    async fn doctors(&self, caller: &Caller) -> Answer<Vec<Doctor>> {
        delegate!(self.doctors(caller))
    }

    async fn openings(&self, wanted: &Wanted, caller: &Caller) -> Answer<Vec<Opening>> {
        delegate!(self.openings(wanted, caller))
    }

    async fn appointments(&self, holder: &Holder, caller: &Caller) -> Answer<Vec<Appointment>> {
        delegate!(self.appointments(holder, caller))
    }

    async fn book(
        &self,
        opening: &Opening,
        name: Option<&str>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        delegate!(self.book(opening, name, operation, caller))
    }

    async fn move_to(
        &self,
        appointment: &AppointmentNumber,
        opening: &Opening,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        delegate!(self.move_to(appointment, opening, operation, caller))
    }

    async fn cancel(
        &self,
        appointment: &AppointmentNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<bool> {
        delegate!(self.cancel(appointment, operation, caller))
    }

    async fn bill(&self, account: &AccountNumber, caller: &Caller) -> Answer<Option<Bill>> {
        delegate!(self.bill(account, caller))
    }

    async fn pay(
        &self,
        charge: &Charge<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Payment> {
        delegate!(self.pay(charge, operation, caller))
    }

    async fn open_ticket(
        &self,
        problem: &Problem<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Ticket> {
        delegate!(self.open_ticket(problem, operation, caller))
    }

    async fn verify_pin(
        &self,
        attempt: &PinTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<PinCheck> {
        delegate!(self.verify_pin(attempt, operation, caller))
    }

    async fn create_code(
        &self,
        account: &AccountNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Option<Secret>> {
        delegate!(self.create_code(account, operation, caller))
    }

    async fn verify_code(
        &self,
        attempt: &CodeTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<CodeCheck> {
        delegate!(self.verify_code(attempt, operation, caller))
    }

    async fn balances(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> Answer<Option<Vec<Balance>>> {
        delegate!(self.balances(account, caller))
    }

    async fn transactions(
        &self,
        account: &AccountNumber,
        kind: AccountKind,
        limit: usize,
        caller: &Caller,
    ) -> Answer<Vec<Transaction>> {
        delegate!(self.transactions(account, kind, limit, caller))
    }

    async fn search(&self, question: &Question<'_>, caller: &Caller) -> Answer<Vec<Passage>> {
        delegate!(self.search(question, caller))
    }
}
