//! Every request, by the records of whichever kind it is about.

use dialogue::business::{
    AccountKind, AccountNumber, Appointment, AppointmentNumber, Balance, Bill, Doctor, Opening,
    Passage, Secret, Ticket, Transaction,
};
use dialogue::{
    Booking, CodeCheck, Holder, Operation, Order, OrderNumber, Payment, PinCheck, Return, Wanted,
};

use super::Records;
use crate::Caller;
use crate::directory::{Answer, Charge, CodeTry, Directory, PinTry, Problem, Question};

impl Directory for Records {
    async fn order(&self, number: &OrderNumber, caller: &Caller) -> Answer<Option<Order>> {
        self.find_order(number, caller).await
    }

    async fn open_return(
        &self,
        order: &OrderNumber,
        reason: &str,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Return> {
        self.return_order(order, reason, operation, caller).await
    }

    async fn doctors(&self, caller: &Caller) -> Answer<Vec<Doctor>> {
        Ok(self.clinic(caller).await?.doctors.clone())
    }

    async fn openings(&self, wanted: &Wanted, caller: &Caller) -> Answer<Vec<Opening>> {
        self.free(wanted, caller).await
    }

    async fn appointments(&self, holder: &Holder, caller: &Caller) -> Answer<Vec<Appointment>> {
        self.find_appointments(holder, caller).await
    }

    async fn book(
        &self,
        opening: &Opening,
        name: Option<&str>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        self.take(opening, name, operation, caller).await
    }

    async fn move_to(
        &self,
        appointment: &AppointmentNumber,
        opening: &Opening,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        self.change_opening(appointment, opening, operation, caller).await
    }

    async fn cancel(
        &self,
        appointment: &AppointmentNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<bool> {
        self.give_up(appointment, operation, caller).await
    }

    async fn bill(&self, account: &AccountNumber, caller: &Caller) -> Answer<Option<Bill>> {
        self.owed(account, caller).await
    }

    async fn pay(
        &self,
        charge: &Charge<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Payment> {
        self.charge(charge, operation, caller).await
    }

    async fn open_ticket(
        &self,
        problem: &Problem<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Ticket> {
        self.write_ticket(problem, operation, caller).await
    }

    async fn verify_pin(
        &self,
        attempt: &PinTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<PinCheck> {
        self.judge_pin(attempt, operation, caller).await
    }

    async fn create_code(
        &self,
        account: &AccountNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Option<Secret>> {
        self.make_code(account, operation, caller).await
    }

    async fn verify_code(
        &self,
        attempt: &CodeTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<CodeCheck> {
        self.judge_code(attempt, operation, caller).await
    }

    async fn balances(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> Answer<Option<Vec<Balance>>> {
        self.balances_of(account, caller).await
    }

    async fn transactions(
        &self,
        account: &AccountNumber,
        kind: AccountKind,
        limit: usize,
        caller: &Caller,
    ) -> Answer<Vec<Transaction>> {
        self.newest_transactions(account, kind, limit, caller).await
    }

    async fn search(&self, question: &Question<'_>, caller: &Caller) -> Answer<Vec<Passage>> {
        self.find_passages(question, caller).await
    }
}
