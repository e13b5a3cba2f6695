//! From event to answer.

use std::time::Duration;

use aws_events::E164;
use aws_events::connect::FlowEvent;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;
use store::{Call, CallerHash, CallerKey, ContactId, Table};
use tokio::time::timeout;

use crate::answer::LANGUAGE;
use crate::{Answer, FetchKeyError, GreetingError};

/// Longest wait for the caller key, and the same again for the table.
///
/// The caller hears silence meanwhile. Both together end a second before the function's time limit
/// of 3 seconds, so that whatever hangs, the caller is greeted.
const PATIENCE: Duration = Duration::from_secs(1);

/// Opens the call's record and greets.
///
/// `key` gives the caller key; it is asked for only when there is a number to hash. A key or a table
/// that fails is logged with its code, and the caller is greeted all the same.
///
/// # Errors
///
/// [`GreetingError`] when the event is not what a flow sends.
pub async fn handle<'a>(
    event: Value,
    now: Timestamp,
    business: &str,
    table: &Table,
    key: impl AsyncFnOnce() -> Result<&'a CallerKey, FetchKeyError>,
) -> Result<Answer, GreetingError> {
    let request = Request::try_from(event)?;
    let caller = match &request.caller {
        Some(number) => hash(number, key).await,
        None => None,
    };
    let call = Call { caller, ..Call::new(request.contact_id, now, LANGUAGE) };
    open(table, &call).await;
    Ok(Answer::new(business))
}

/// What is read of the event.
struct Request {
    contact_id: ContactId,
    /// `None` for a number that is withheld, internal or otherwise no E.164.
    caller: Option<E164>,
}

impl TryFrom<Value> for Request {
    type Error = GreetingError;

    fn try_from(event: Value) -> Result<Self, Self::Error> {
        let event = FlowEvent::deserialize(event).or(Err(GreetingError::EventMalformed))?;
        let contact = event.details.contact_data;
        let contact_id = contact
            .contact_id
            .and_then(|it| it.parse().ok())
            .ok_or(GreetingError::ContactIdInvalid)?;
        let caller = contact.customer_endpoint.and_then(|it| it.address.parse().ok());
        Ok(Self { contact_id, caller })
    }
}

/// The caller's hash, if the key is there in time.
async fn hash<'a>(
    number: &E164,
    key: impl AsyncFnOnce() -> Result<&'a CallerKey, FetchKeyError>,
) -> Option<CallerHash> {
    match timeout(PATIENCE, key()).await {
        Ok(Ok(key)) => Some(key.hash(number)),
        Ok(Err(error)) => {
            let code = "greeting.caller-key-unavailable";
            tracing::error!(code, error = wiring::chain(&error), "the caller stays unknown");
            None
        }
        Err(_) => {
            let code = "greeting.caller-key-slow";
            tracing::error!(code, "the caller stays unknown");
            None
        }
    }
}

/// Opens the record, if the table does so in time.
async fn open(table: &Table, call: &Call) {
    let contact_id = call.contact_id.as_str();
    match timeout(PATIENCE, table.open_call(call)).await {
        Ok(Ok(opened)) => tracing::info!(contact_id, ?opened, "greeted"),
        Ok(Err(error)) => {
            let code = "greeting.store-unavailable";
            let error = wiring::chain(&error);
            tracing::error!(contact_id, code, error, "greeted without a record");
        }
        Err(_) => {
            let code = "greeting.store-slow";
            tracing::error!(contact_id, code, "greeted without a record");
        }
    }
}
