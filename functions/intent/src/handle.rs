//! From event to answer.

use std::time::Duration;

use aws_events::lex::Response;
use dialogue::{
    Decision, Evidence, Facts, Guess, Next, Opinion, OrderNumber, Reply, Session, Setting, Step,
    Turn, Unclear, Wish, listen, unavailable,
};
use jiff::Timestamp;
use serde_json::Value;
use store::{Call, ContactId, Outcome, SaveError, StoreError, Table};
use tokio::time::timeout;

use crate::opinion::TRAINING;
use crate::request::Request;
use crate::response::response;
use crate::{Classifiers, Config, IntentError};

/// Longest wait for the store in a turn.
///
/// The caller hears silence meanwhile. It ends well before the function's time limit, so that
/// whatever hangs, the caller is answered.
///
/// Nothing interrupts the training of a classifier: one that begins as the wait ends is finished
/// first, and the answer is late by that. The time limit has room for it.
const PATIENCE: Duration = Duration::from_secs(3);

/// The function's time limit, which `infra/template.yaml` sets.
const TIME_LIMIT: Duration = Duration::from_secs(4);
/// Left to write the answer, however late.
const TO_ANSWER: Duration = Duration::from_millis(500);

const _: () = assert!(
    PATIENCE.as_millis() + TRAINING.as_millis() + TO_ANSWER.as_millis() <= TIME_LIMIT.as_millis(),
    "a turn that waits for the store and trains a classifier must end within the time limit"
);

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
    classifiers: &Classifiers,
) -> Result<Response, IntentError> {
    let request = Request::try_from(event)?;
    let contact_id = request.contact_id.as_ref().map_or("", ContactId::as_str);
    let answer = match timeout(PATIENCE, take_turn(&request, now, config, table, classifiers)).await
    {
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
    classifiers: &Classifiers,
) -> Result<Answer, TurnError> {
    let contact_id = request.contact_id.as_ref().ok_or(TurnError::ContactIdInvalid)?;
    let today = now.to_zoned(config.time_zone.clone()).date();
    let setting = Setting { business: &config.business, today };

    for _ in 0..MAX_TRIES {
        let (call, foreseen) =
            tokio::join!(table.call(contact_id), foreseen(request, contact_id, table));
        let mut call = call.map_err(TurnError::Store)?.unwrap_or_else(|| {
            Call::new(contact_id.clone(), now, request.locale.replace('_', "-"))
        });
        if call.session.repeats(request.finished, &request.heard)
            && let Some(reply) = call.session.reply()
        {
            return Ok(Answer::finishing(&call.session, reply.clone()));
        }

        let mut judgement = None;
        let turn = match listen(std::mem::take(&mut call.session), &request.heard, &setting) {
            Next::Answer(turn) => turn,
            Next::LookUp(wait) => {
                let facts = match foreseen.filter(|(number, _)| number == wait.number()) {
                    Some((_, facts)) => facts,
                    None => look_up(wait.number(), contact_id, table).await,
                };
                wait.answer(facts, &setting)
            }
            Next::Unclear(unclear) => {
                let (judged, turn) = judge(unclear, request, classifiers, &setting);
                judgement = Some(judged);
                turn
            }
        };
        let answer = Answer::finishing(&turn.session, turn.reply.clone());
        let guess = turn.guess;
        match save(request, call, turn, now, table).await {
            Ok(()) => {
                log_guess(guess, contact_id, answer.finished);
                log(judgement.as_ref(), contact_id, answer.finished);
                return Ok(answer);
            }
            Err(SaveError::Conflict { .. }) => {}
            // Nothing needs remembering: the caller need not hear of it.
            Err(SaveError::Store(error)) if answer.reply.ends() => {
                let (code, error) = ("intent.store-unavailable", wiring::chain(&error));
                tracing::error!(contact_id = contact_id.as_str(), code, error, "turn not stored");
                log_guess(guess, contact_id, answer.finished);
                log(judgement.as_ref(), contact_id, answer.finished);
                return Ok(Answer { finished: request.finished, ..answer });
            }
            Err(SaveError::Store(error)) => return Err(TurnError::Store(error)),
        }
    }
    Err(TurnError::Contested)
}

/// What was decided about a caller whom Lex did not understand, and by what.
struct Judgement {
    decision: Decision,
    recognised: Option<Opinion>,
    guessed: Option<Opinion>,
}

/// Settles what Lex gave up, with its own alternatives and the classifier's opinion.
fn judge(
    unclear: Unclear,
    request: &Request,
    classifiers: &Classifiers,
    setting: &Setting<'_>,
) -> (Judgement, Turn) {
    let evidence = Evidence {
        recognition: request.alternatives.clone(),
        classifier: classifiers.opinions(&request.locale, unclear.words()),
    };
    let (decision, turn) = unclear.settle(&evidence, setting);
    let (recognised, guessed) = (evidence.recognised(), evidence.guessed());
    (Judgement { decision, recognised, guessed }, turn)
}

/// Writes the line of the decision log that an answer deserves, if a decision was needed.
fn log(judgement: Option<&Judgement>, contact_id: &ContactId, turn: Option<u32>) {
    let Some(Judgement { decision, recognised, guessed }) = judgement else { return };
    tracing::info!(
        contact_id = contact_id.as_str(),
        turn,
        decision = decision.as_str(),
        intent = decision.wish().map(Wish::as_str),
        lex_intent = recognised.map(|it| it.wish.as_str()),
        lex_confidence = recognised.map(|it| it.confidence),
        classifier_intent = guessed.map(|it| it.wish.as_str()),
        classifier_confidence = guessed.map(|it| hundredths(it.confidence)),
        "second opinion"
    );
}

/// Writes the line of the decision log on what became of a guess, if the turn answers one.
fn log_guess(guess: Option<Guess>, contact_id: &ContactId, turn: Option<u32>) {
    let Some(Guess { wish, fate }) = guess else { return };
    tracing::info!(
        contact_id = contact_id.as_str(),
        turn,
        intent = wish.as_str(),
        fate = fate.as_str(),
        "guess answered"
    );
}

/// As precise as anyone reads it, and as Lex writes it.
fn hundredths(confidence: f64) -> f64 {
    (confidence * 100.0).round() / 100.0
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
    let Turn { session, reply, intent, guess: _ } = turn;
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
