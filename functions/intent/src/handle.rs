//! From event to answer.

use std::time::Duration;

use aws_events::lex::Response;
use dialogue::{
    Facts, Next, OrderNumber, Reply, Session, Setting, Step, Turn, listen, unavailable,
};
use jiff::Timestamp;
use serde_json::Value;
use store::{Call, ContactId, Outcome, SaveError, StoreError, Table};
use tokio::time::timeout;

use crate::request::Request;
use crate::response::response;
use crate::{Config, IntentError};

/// Longest wait for the store in a turn.
///
/// The caller hears silence meanwhile. It ends a second before the function's time limit of 4
/// seconds, so that whatever hangs, the caller is answered.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often a turn is decided anew because another invocation wrote the call meanwhile. Once is
/// enough for a repeated invocation, and once more for a late `greeting`.
const MAX_TRIES: usize = 3;

/// Hears a caller out, remembers the turn, and answers.
///
/// A store that fails, is slow or is contested is logged with its code, and the caller is handed to
/// a person.
///
/// # Errors
///
/// [`IntentError`] when the event is not what Lex sends.
pub async fn handle(
    event: Value,
    now: Timestamp,
    config: &Config,
    table: &Table,
) -> Result<Response, IntentError> {
    let request = Request::try_from(event)?;
    let contact_id = request.contact_id.as_ref().map_or("", ContactId::as_str);
    let answer = match timeout(PATIENCE, take_turn(&request, now, config, table)).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(failure)) => {
            let (code, error) = (failure.code(), wiring::chain(&failure));
            tracing::error!(contact_id, code, error, "handed to a person");
            Answer::apology()
        }
        Err(_) => {
            let code = "intent.store-slow";
            tracing::error!(contact_id, code, "handed to a person");
            Answer::apology()
        }
    };
    let Answer { finished, outcome, reply } = answer;
    Ok(response(request.attributes, request.takes_ssml, finished, outcome, &reply))
}

/// What is answered.
struct Answer {
    /// The turn that this finishes; `None` when nothing was stored.
    finished: Option<u32>,
    outcome: &'static str,
    reply: Reply,
}

impl Answer {
    /// What is answered when nothing can be read or stored.
    fn apology() -> Self {
        Self { finished: None, outcome: Session::default().outcome(), reply: unavailable() }
    }

    fn finishing(session: &Session, reply: Reply) -> Self {
        Self { finished: Some(session.turn()), outcome: session.outcome(), reply }
    }
}

/// Why a turn could not be taken.
#[derive(Debug, thiserror::Error)]
enum TurnError {
    /// The event names no contact.
    #[error("neither the session attribute `contactId` nor `sessionId` is a contact id")]
    ContactIdInvalid,
    /// The store failed.
    #[error("the turn could not be stored")]
    Store(#[source] StoreError),
    /// The call kept changing.
    #[error("the call changed {MAX_TRIES} times between reading and writing it")]
    Contested,
}

impl TurnError {
    fn code(&self) -> &'static str {
        match self {
            Self::ContactIdInvalid => "intent.contact-id-invalid",
            Self::Store(_) => "intent.store-unavailable",
            Self::Contested => "intent.turn-contested",
        }
    }
}

/// Loads, decides and saves; again when another invocation saved first.
async fn take_turn(
    request: &Request,
    now: Timestamp,
    config: &Config,
    table: &Table,
) -> Result<Answer, TurnError> {
    let contact_id = request.contact_id.as_ref().ok_or(TurnError::ContactIdInvalid)?;
    let today = now.to_zoned(config.time_zone.clone()).date();
    let setting = Setting { business: &config.business, today };

    for _ in 0..MAX_TRIES {
        let (call, foreseen) =
            tokio::join!(table.call(contact_id), foreseen(request, contact_id, table));
        let mut call = call
            .map_err(TurnError::Store)?
            .unwrap_or_else(|| Call::new(contact_id.clone(), now, &*request.language));
        if call.session.repeats(request.finished, &request.heard)
            && let Some(reply) = call.session.reply()
        {
            return Ok(Answer::finishing(&call.session, reply.clone()));
        }

        let turn = match listen(std::mem::take(&mut call.session), &request.heard, &setting) {
            Next::Answer(turn) => turn,
            Next::LookUp(wait) => {
                let facts = match foreseen.filter(|(number, _)| number == wait.number()) {
                    Some((_, facts)) => facts,
                    None => look_up(wait.number(), contact_id, table).await,
                };
                wait.answer(facts, &setting)
            }
        };
        let answer = Answer::finishing(&turn.session, turn.reply.clone());
        match save(request, call, turn, now, table).await {
            Ok(()) => return Ok(answer),
            Err(SaveError::Conflict { .. }) => {}
            // Nothing needs remembering: the caller need not hear of it.
            Err(SaveError::Store(error)) if answer.reply.ends() => {
                let (code, error) = ("intent.store-unavailable", wiring::chain(&error));
                tracing::error!(contact_id = contact_id.as_str(), code, error, "turn not stored");
                return Ok(Answer { finished: request.finished, ..answer });
            }
            Err(SaveError::Store(error)) => return Err(TurnError::Store(error)),
        }
    }
    Err(TurnError::Contested)
}

/// Looks up the order that is sure to be needed, if there is one.
async fn foreseen(
    request: &Request,
    contact_id: &ContactId,
    table: &Table,
) -> Option<(OrderNumber, Facts)> {
    let number = request.heard.foreseen_lookup()?;
    Some((number.clone(), look_up(number, contact_id, table).await))
}

async fn look_up(number: &OrderNumber, contact_id: &ContactId, table: &Table) -> Facts {
    match table.order(number).await {
        Ok(Some(order)) => Facts::Found(order),
        Ok(None) => Facts::NotFound,
        Err(error) => {
            let (code, error) = ("intent.order-unavailable", wiring::chain(&error));
            tracing::error!(contact_id = contact_id.as_str(), code, error, "no order");
            Facts::Failed
        }
    }
}

/// Stores a finished turn and the call with what is remembered of it.
async fn save(
    request: &Request,
    mut call: Call,
    turn: Turn,
    now: Timestamp,
    table: &Table,
) -> Result<(), SaveError> {
    let Turn { session, reply, intent } = turn;
    if reply.step == Step::Goodbye && session.served() > 0 {
        call.outcome = Outcome::Served;
    }
    call.recording_consent = request.consent.unwrap_or(call.recording_consent);
    let record = store::Turn {
        contact_id: call.contact_id.clone(),
        number: session.turn(),
        at: now,
        intent: intent.as_str().to_owned(),
        said: request.heard.kept.clone().unwrap_or_default(),
        reply: redaction::redact(&reply.text),
    };
    call.session = session;
    table.finish_turn(&call, &record).await?;
    tracing::info!(
        contact_id = call.contact_id.as_str(),
        turn = record.number,
        intent = record.intent,
        ends = reply.ends(),
        "answered"
    );
    Ok(())
}
