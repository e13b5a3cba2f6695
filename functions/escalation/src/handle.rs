//! From event to answer.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;
use store::{Call, ContactId, Outcome, RecordingConsent, SaveError, Table};
use tokio::time::timeout;

use crate::request::Request;
use crate::{Answer, EscalationError, Route, Why};

/// Longest wait for reading the call, and the same again for writing it.
///
/// The caller hears silence meanwhile. Both together end a second before the function's time limit
/// of 3 seconds, so that whatever hangs, the caller is routed.
const PATIENCE: Duration = Duration::from_secs(1);

/// Decides where the caller goes and keeps it in the call's record.
///
/// A table that fails is logged with its code; without a record the summary is a generic one.
///
/// # Errors
///
/// [`EscalationError`] when the event is not what a flow sends.
pub async fn handle(
    event: Value,
    now: Timestamp,
    queue_limit: u32,
    table: &Table,
) -> Result<Answer, EscalationError> {
    let request = Request::try_from(event)?;
    let cause = request.situation.cause(queue_limit);
    let Ok(call) = read(table, &request.contact_id).await else {
        let why = request.why.unwrap_or(Why::Other);
        return Ok(Answer::new(cause, why, None));
    };
    let found = call.as_ref().and_then(|it| it.session.escalation()).map(Why::Dialogue);
    let why = request.why.or(found).unwrap_or(Why::Other);
    let answer = Answer::new(cause, why, call.as_ref().map(|it| it.session.summary()));
    let closing =
        Closing { outcome: outcome(cause.route()), consent: request.consent, answer: &answer };
    let opened = || Call::new(request.contact_id, now, request.language);
    keep(table, &closing, call.unwrap_or_else(opened)).await;
    Ok(answer)
}

/// How the record of a call changes.
struct Closing<'a> {
    outcome: Outcome,
    /// The choice of a caller who may not have come to a first turn, which would have kept it.
    consent: Option<RecordingConsent>,
    answer: &'a Answer,
}

impl Closing<'_> {
    fn apply(&self, call: Call) -> Call {
        Call {
            outcome: self.outcome,
            recording_consent: self.consent.unwrap_or(call.recording_consent),
            escalation_reason: Some(self.answer.reason.to_owned()),
            summary: Some(self.answer.summary.clone()),
            ..call
        }
    }
}

fn outcome(route: Route) -> Outcome {
    match route {
        Route::Queue => Outcome::Queue,
        Route::Voicemail => Outcome::Voicemail,
    }
}

/// The call's record could not be read, which has been logged.
struct Unreadable;

async fn read(table: &Table, contact_id: &ContactId) -> Result<Option<Call>, Unreadable> {
    let message = "routed without knowing the call";
    match timeout(PATIENCE, table.call(contact_id)).await {
        Ok(Ok(call)) => Ok(call),
        Ok(Err(error)) => {
            let error = wiring::chain(&error);
            tracing::error!(%contact_id, code = "escalation.store-unavailable", error, "{message}");
            Err(Unreadable)
        }
        Err(_) => {
            tracing::error!(%contact_id, code = "escalation.store-slow", "{message}");
            Err(Unreadable)
        }
    }
}

/// Writes the closed call, if the table does so in time.
async fn keep(table: &Table, closing: &Closing<'_>, call: Call) {
    let contact_id = call.contact_id.clone();
    let message = "routed without keeping it";
    match timeout(PATIENCE, save(table, closing, call)).await {
        Ok(Ok(())) => {
            tracing::info!(%contact_id, route = closing.answer.route, cause = closing.answer.cause, "routed");
        }
        Ok(Err(error)) => {
            let code = match error {
                SaveError::Conflict { .. } => "escalation.store-conflict",
                SaveError::Store(_) => "escalation.store-unavailable",
            };
            tracing::error!(%contact_id, code, error = wiring::chain(&error), "{message}");
        }
        Err(_) => tracing::error!(%contact_id, code = "escalation.store-slow", "{message}"),
    }
}

/// Writes the closed call unless it says so already, and once more when a late turn came between.
async fn save(table: &Table, closing: &Closing<'_>, call: Call) -> Result<(), SaveError> {
    let closed = closing.apply(call.clone());
    if closed == call {
        return Ok(());
    }
    match table.save_call(&closed).await {
        Err(SaveError::Conflict { .. }) => {
            let call = table.call(&closed.contact_id).await?.unwrap_or(call);
            table.save_call(&closing.apply(call)).await
        }
        result => result,
    }
}
