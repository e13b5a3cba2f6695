//! Tickets of technical support.

use dialogue::Operation;
use dialogue::business::{Service, Ticket, TicketNumber, Tried};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Kind, Records, item, keys};
use crate::derived::numbers;
use crate::directory::{Answer, Problem};
use crate::{Caller, DirectoryError};

/// Digits of a ticket's number. Digits alone, since callers hear and repeat them better than letters.
const DIGITS: u32 = 6;

/// A ticket as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    number: TicketNumber,
    service: Service,
    symptom: String,
    tried: Vec<Tried>,
    operation: String,
    opened_at: Timestamp,
}

impl Records {
    /// One conditional `PutItem`: 1 write unit for each KB begun, and again for each number that
    /// another ticket has.
    ///
    /// The number follows from the operation, so an operation that comes again meets its own ticket.
    pub(super) async fn write_ticket(
        &self,
        problem: &Problem<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Ticket> {
        let key = caller.key(operation);
        let operation = key.to_string();
        for number in numbers("ticket", &key, caller, DIGITS) {
            let record = Record {
                number,
                service: problem.service,
                symptom: problem.symptom.to_owned(),
                tried: problem.tried.to_vec(),
                operation: operation.clone(),
                opened_at: caller.now.timestamp(),
            };
            let key = keys::ticket(&caller.line, &record.number);
            let mut written = item::encode(Kind::Ticket, key, &record)?;
            item::expire(&mut written, caller.now.timestamp(), item::KEPT);
            let Some(met) = self.put_new(Kind::Ticket, written).await? else {
                return Ok(record.into());
            };
            let met: Record = item::decode(Kind::Ticket, met)?;
            if met.operation == operation {
                let same = met.service == problem.service && met.symptom == problem.symptom;
                return if same { Ok(met.into()) } else { Err(DirectoryError::OperationReused) };
            }
        }
        Err(DirectoryError::Contested { kind: Kind::Ticket })
    }
}

impl From<Record> for Ticket {
    fn from(record: Record) -> Self {
        Self { number: record.number, service: record.service, tried: record.tried }
    }
}
