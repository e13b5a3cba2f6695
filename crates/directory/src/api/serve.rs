//! Every request, as the contract puts it.

use dialogue::business::{
    AccountKind, AccountNumber, Appointment, AppointmentNumber, Balance, Bill, Doctor, Opening,
    Passage, Secret, Ticket, Transaction,
};
use dialogue::{
    Booking, CodeCheck, Holder, Operation, Order, OrderNumber, Payment, PinCheck, Return, Wanted,
    WantedDoctor,
};

use super::Api;
use super::contract::{self as wire, Operation as Ask};
use super::send::Outgoing;
use crate::Caller;
use crate::directory::{Answer, Charge, CodeTry, Directory, PinTry, Problem, Question};
use crate::moment::moment;

/// A request about the line that was dialled.
fn of_line(operation: Ask, parameters: &[&str], caller: &Caller) -> Outgoing {
    let mut all = vec![caller.line.as_str()];
    all.extend(parameters);
    Outgoing::new(operation, &all)
}

/// The number that calls, for an API that may know the caller by it.
fn phone(caller: &Caller) -> Option<String> {
    caller.number.as_ref().map(|it| it.as_str().to_owned())
}

impl Directory for Api {
    async fn order(&self, number: &OrderNumber, caller: &Caller) -> Answer<Option<Order>> {
        self.find(of_line(wire::ORDER, &[number.as_str()], caller), caller).await
    }

    async fn open_return(
        &self,
        order: &OrderNumber,
        reason: &str,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Return> {
        let outgoing = of_line(wire::RETURN, &[order.as_str()], caller)
            .body(&wire::ReturnRequest { reason: reason.to_owned() })
            .once(caller.key(operation));
        self.answer(outgoing, caller).await
    }

    async fn doctors(&self, caller: &Caller) -> Answer<Vec<Doctor>> {
        let answer: wire::Doctors =
            self.answer(of_line(wire::DOCTORS, &[], caller), caller).await?;
        Ok(answer.doctors)
    }

    async fn openings(&self, wanted: &Wanted, caller: &Caller) -> Answer<Vec<Opening>> {
        let outgoing = of_line(wire::OPENINGS, &[], caller);
        let outgoing = match &wanted.doctor {
            WantedDoctor::Doctor(id) => outgoing.query("doctor", id.as_str()),
            WantedDoctor::Specialty(specialty) => outgoing.query("specialty", specialty.as_str()),
            WantedDoctor::Anyone => outgoing,
        };
        let outgoing = outgoing.query("from", &moment(wanted.from));
        let outgoing = match wanted.near {
            Some(near) => outgoing.query("near", &moment(near)),
            None => outgoing,
        };
        let outgoing = outgoing.query("limit", &wanted.limit.to_string());
        let answer: wire::Openings = self.answer(outgoing, caller).await?;
        Ok(answer.openings)
    }

    async fn appointments(&self, holder: &Holder, caller: &Caller) -> Answer<Vec<Appointment>> {
        match holder {
            Holder::Appointment { number, name } => {
                let outgoing = of_line(wire::APPOINTMENT, &[number.as_str()], caller);
                let found: Option<wire::Held> = self.find(outgoing, caller).await?;
                let is_for = |it: &wire::Held| it.is_for(name.as_deref(), caller);
                let found = found.filter(is_for).into_iter();
                Ok(found.map(|it| Appointment { number: it.number, opening: it.opening }).collect())
            }
            Holder::Caller => {
                let Some(phone) = phone(caller) else { return Ok(Vec::new()) };
                let outgoing = of_line(wire::APPOINTMENTS, &[], caller)
                    .body(&wire::AppointmentsRequest { phone });
                let answer: wire::Appointments = self.answer(outgoing, caller).await?;
                Ok(answer.appointments)
            }
        }
    }

    async fn book(
        &self,
        opening: &Opening,
        name: Option<&str>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        let body = wire::BookRequest {
            opening: opening.clone(),
            name: name.map(str::to_owned),
            phone: phone(caller),
        };
        let outgoing = of_line(wire::BOOK, &[], caller).body(&body).once(caller.key(operation));
        self.answer(outgoing, caller).await
    }

    async fn move_to(
        &self,
        appointment: &AppointmentNumber,
        opening: &Opening,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        let outgoing = of_line(wire::MOVE, &[appointment.as_str()], caller)
            .body(&wire::MoveRequest { opening: opening.clone() })
            .once(caller.key(operation));
        self.answer(outgoing, caller).await
    }

    async fn cancel(
        &self,
        appointment: &AppointmentNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<bool> {
        let outgoing =
            of_line(wire::CANCEL, &[appointment.as_str()], caller).once(caller.key(operation));
        let answer: wire::Cancelled = self.answer(outgoing, caller).await?;
        Ok(answer.cancelled)
    }

    async fn bill(&self, account: &AccountNumber, caller: &Caller) -> Answer<Option<Bill>> {
        self.find(of_line(wire::BILL, &[account.as_str()], caller), caller).await
    }

    async fn pay(
        &self,
        charge: &Charge<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Payment> {
        let outgoing =
            of_line(wire::PAY, &[charge.account.as_str(), charge.invoice.as_str()], caller)
                .body(&wire::PayRequest { amount: charge.amount, method: charge.method })
                .once(caller.key(operation));
        self.answer(outgoing, caller).await
    }

    async fn open_ticket(
        &self,
        problem: &Problem<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Ticket> {
        let body = wire::TicketRequest {
            service: problem.service,
            symptom: problem.symptom.to_owned(),
            tried: problem.tried.to_vec(),
            phone: phone(caller),
        };
        let outgoing = of_line(wire::TICKET, &[], caller).body(&body).once(caller.key(operation));
        self.answer(outgoing, caller).await
    }

    async fn verify_pin(
        &self,
        attempt: &PinTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<PinCheck> {
        let body = wire::PinRequest {
            pin: attempt.pin.reveal().to_owned(),
            tries: attempt.tries,
            lock_minutes: attempt.lock_minutes,
        };
        let outgoing = of_line(wire::PIN, &[attempt.account.as_str()], caller)
            .body(&body)
            .once(caller.key(operation));
        self.answer(outgoing, caller).await
    }

    async fn create_code(
        &self,
        account: &AccountNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Option<Secret>> {
        let outgoing = of_line(wire::CODE, &[account.as_str()], caller)
            .body(&wire::CodeRequest { phone: phone(caller) })
            .once(caller.key(operation));
        let answer: wire::Code = self.answer(outgoing, caller).await?;
        Ok(answer.code.map(Secret::new))
    }

    async fn verify_code(
        &self,
        attempt: &CodeTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<CodeCheck> {
        let body = wire::CodeCheckRequest {
            code: attempt.code.reveal().to_owned(),
            created: caller.key(attempt.created).to_string(),
        };
        let outgoing = of_line(wire::CODE_CHECK, &[attempt.account.as_str()], caller)
            .body(&body)
            .once(caller.key(operation));
        self.answer(outgoing, caller).await
    }

    async fn balances(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> Answer<Option<Vec<Balance>>> {
        let outgoing = of_line(wire::BALANCES, &[account.as_str()], caller);
        let answer: Option<wire::Balances> = self.find(outgoing, caller).await?;
        Ok(answer.map(|it| it.balances))
    }

    async fn transactions(
        &self,
        account: &AccountNumber,
        kind: AccountKind,
        limit: usize,
        caller: &Caller,
    ) -> Answer<Vec<Transaction>> {
        let kind = match kind {
            AccountKind::Checking => "checking",
            AccountKind::Savings => "savings",
        };
        let outgoing = of_line(wire::TRANSACTIONS, &[account.as_str()], caller)
            .query("kind", kind)
            .query("limit", &limit.to_string());
        let answer: wire::Transactions = self.answer(outgoing, caller).await?;
        Ok(answer.transactions)
    }

    async fn search(&self, question: &Question<'_>, caller: &Caller) -> Answer<Vec<Passage>> {
        let body = wire::SearchRequest {
            words: question.words.to_owned(),
            topic: question.topic,
            language: question.language,
        };
        let outgoing = of_line(wire::SEARCH, &[], caller).body(&body);
        let answer: wire::Passages = self.answer(outgoing, caller).await?;
        Ok(answer.passages)
    }
}
