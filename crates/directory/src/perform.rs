//! Requests of the dialogue, performed.

use std::error::Error;

use dialogue::{Facts, Request};
use tokio::time::timeout_at;

use crate::directory::{Answer, Charge, CodeTry, Directory, PinTry, Problem, Question};
use crate::{Caller, DirectoryError, sense};

/// Performs what the dialogue asks of the business's records.
///
/// An error becomes [`Facts::Unavailable`] and is logged with its code, and with no value that was
/// asked for or stored. It ends by the caller's deadline, whatever hangs.
pub async fn perform(directory: &impl Directory, request: &Request, caller: &Caller) -> Facts {
    let answer = timeout_at(caller.deadline, Box::pin(ask(directory, request, caller))).await;
    let answer = answer.unwrap_or(Err(DirectoryError::Late));
    match answer.and_then(|facts| sense::check(request, facts)) {
        Ok(facts) => facts,
        Err(error) => {
            tracing::error!(
                contact_id = caller.contact.as_str(),
                line = caller.line.as_str(),
                request = name(request),
                code = error.code(),
                error = chain(&error),
                "no answer from the business's records"
            );
            Facts::Unavailable
        }
    }
}

/// An error with its causes, as logs tell it.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

async fn ask(directory: &impl Directory, request: &Request, caller: &Caller) -> Answer<Facts> {
    Ok(match request {
        Request::Order(number) => Facts::Order(directory.order(number, caller).await?),
        Request::OpenReturn { order, reason, operation } => {
            Facts::Return(directory.open_return(order, reason, *operation, caller).await?)
        }
        Request::Doctors => Facts::Doctors(directory.doctors(caller).await?),
        Request::Openings(wanted) => Facts::Openings(directory.openings(wanted, caller).await?),
        Request::Appointments(holder) => {
            Facts::Appointments(directory.appointments(holder, caller).await?)
        }
        Request::Book { opening, name, operation } => {
            Facts::Booking(directory.book(opening, name.as_deref(), *operation, caller).await?)
        }
        Request::MoveTo { appointment, opening, operation } => {
            Facts::Booking(directory.move_to(appointment, opening, *operation, caller).await?)
        }
        Request::Cancel { appointment, operation } => {
            Facts::Cancelled(directory.cancel(appointment, *operation, caller).await?)
        }
        Request::Bill(account) => Facts::Bill(directory.bill(account, caller).await?),
        Request::Pay { account, invoice, amount, method, operation } => {
            let charge = Charge { account, invoice, amount: *amount, method: *method };
            Facts::Payment(directory.pay(&charge, *operation, caller).await?)
        }
        Request::OpenTicket { service, symptom, tried, operation } => {
            let problem = Problem { service: *service, symptom, tried };
            Facts::Ticket(directory.open_ticket(&problem, *operation, caller).await?)
        }
        Request::VerifyPin { account, pin, tries, lock_minutes, operation } => {
            let attempt = PinTry { account, pin, tries: *tries, lock_minutes: *lock_minutes };
            Facts::Pin(directory.verify_pin(&attempt, *operation, caller).await?)
        }
        Request::CreateCode { account, operation } => {
            Facts::Code(directory.create_code(account, *operation, caller).await?)
        }
        Request::VerifyCode { account, code, created, operation } => {
            let attempt = CodeTry { account, code, created: *created };
            Facts::CodeChecked(directory.verify_code(&attempt, *operation, caller).await?)
        }
        Request::Balances(account) => Facts::Balances(directory.balances(account, caller).await?),
        Request::Transactions { account, kind, limit } => {
            Facts::Transactions(directory.transactions(account, *kind, *limit, caller).await?)
        }
        Request::Search { words, topic, language } => {
            let question = Question { words, topic: *topic, language: *language };
            Facts::Passages(directory.search(&question, caller).await?)
        }
    })
}

/// What a request is called in logs.
fn name(request: &Request) -> &'static str {
    match request {
        Request::Order(_) => "order",
        Request::OpenReturn { .. } => "open-return",
        Request::Doctors => "doctors",
        Request::Openings(_) => "openings",
        Request::Appointments(_) => "appointments",
        Request::Book { .. } => "book",
        Request::MoveTo { .. } => "move",
        Request::Cancel { .. } => "cancel",
        Request::Bill(_) => "bill",
        Request::Pay { .. } => "pay",
        Request::OpenTicket { .. } => "open-ticket",
        Request::VerifyPin { .. } => "verify-pin",
        Request::CreateCode { .. } => "create-code",
        Request::VerifyCode { .. } => "verify-code",
        Request::Balances(_) => "balances",
        Request::Transactions { .. } => "transactions",
        Request::Search { .. } => "search",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_with_its_causes() {
        let source = std::io::Error::other("connection refused").into();
        let told = chain(&DirectoryError::BrokenOff { source });
        assert!(told.ends_with(": connection refused"), "{told}");
    }
}
