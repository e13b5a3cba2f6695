//! From event to answer.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use line::Line;
use serde_json::Value;
use store::{Call, ContactId, Lines, Outcome, RecordingConsent, SaveError, Table};
use tokio::time::timeout;
use wording::Language;

use crate::answer::Spoken;
use crate::place::Place;
use crate::request::Request;
use crate::{Answer, EscalationError, Hours, Route, Situation, Why};

/// The language of whoever answers calls, and reads what they are about.
const AGENTS: Language = Language::EnUs;

/// Longest wait for reading the call and the line, and the same again for writing the call.
///
/// The caller hears silence meanwhile. Both together end a second before the function's time limit
/// of 3 seconds, so that whatever hangs, the caller is routed.
const PATIENCE: Duration = Duration::from_secs(1);

/// The route of callers who have to be counted in another queue first.
const MOVE: &str = "move";

/// What is the same at every invocation.
#[derive(Debug)]
pub struct Escalator {
    table: Table,
    lines: Lines,
    queue_limit: u32,
    queue: Option<String>,
}

impl Escalator {
    /// `queue_limit` is how many callers may wait, `queue` the ARN of the queue of lines that name none.
    pub fn new(table: Table, queue_limit: u32, queue: Option<String>) -> Self {
        let lines = Lines::new(table.clone());
        Self { table, lines, queue_limit, queue }
    }

    /// Decides where the caller goes and keeps it in the call's record.
    ///
    /// The line says when it is open and where its callers wait; for a number without one, the flow does.
    /// Call and line are read at the same time. A table that fails is logged with its code; without a
    /// record the summary is a generic one.
    ///
    /// # Errors
    ///
    /// [`EscalationError`] when the event is not what a flow sends.
    pub async fn handle(&self, event: Value, now: Timestamp) -> Result<Answer, EscalationError> {
        let request = Request::try_from(event)?;
        let (call, line) = tokio::join!(self.read(&request.contact_id), self.line(&request, now));
        let place = Place::of(line.as_deref(), request.queue.as_deref(), self.queue.as_deref());
        let cause = situation(&request, line.as_deref(), now).cause(self.queue_limit);
        let spoken = spoken(&request, line.as_deref(), now);
        let is_elsewhere = place.is_elsewhere(request.current.as_deref());
        let place = place.seen_from(request.current.as_deref());
        if is_elsewhere && !request.moved {
            let why = request.why.unwrap_or(Why::OTHER);
            let answer = Answer::new(cause, why, &place, spoken, None);
            return Ok(Answer { route: MOVE, ..answer });
        }
        let Ok(call) = call else {
            let why = request.why.unwrap_or(Why::OTHER);
            return Ok(Answer::new(cause, why, &place, spoken, None));
        };
        let found = call.as_ref().and_then(|it| it.session.escalation());
        let why = request.why.or(found.map(|it| Why::of(it.as_str()))).unwrap_or(Why::OTHER);
        let summary = call.as_ref().map(|it| it.session.summary(AGENTS, spoken.now.date()));
        let answer = Answer::new(cause, why, &place, spoken, summary);
        let closing =
            Closing { outcome: outcome(cause.route()), consent: request.consent, answer: &answer };
        let opened = || {
            Call::new(request.contact_id.clone(), now, spoken.language.code())
                .dialling(request.dialled.clone(), line.as_deref())
        };
        self.keep(&closing, call.unwrap_or_else(opened)).await;
        Ok(answer)
    }

    async fn read(&self, contact_id: &ContactId) -> Result<Option<Call>, Unreadable> {
        let message = "routed without knowing the call";
        match timeout(PATIENCE, self.table.call(contact_id)).await {
            Ok(Ok(call)) => Ok(call),
            Ok(Err(error)) => {
                let (code, error) = ("escalation.store-unavailable", wiring::chain(&error));
                tracing::error!(%contact_id, code, error, "{message}");
                Err(Unreadable)
            }
            Err(_) => {
                tracing::error!(%contact_id, code = "escalation.store-slow", "{message}");
                Err(Unreadable)
            }
        }
    }

    /// The line of the dialled number; `None` when there is none or it cannot be read.
    async fn line(&self, request: &Request, now: Timestamp) -> Option<Arc<Line>> {
        let contact_id = &request.contact_id;
        let message = "routed without knowing the line";
        match timeout(PATIENCE, self.lines.line(request.dialled.as_ref()?, now)).await {
            Ok(Ok(line)) => line,
            Ok(Err(error)) => {
                let (code, error) = ("escalation.store-unavailable", wiring::chain(&error));
                tracing::error!(%contact_id, code, error, "{message}");
                None
            }
            Err(_) => {
                tracing::error!(%contact_id, code = "escalation.store-slow", "{message}");
                None
            }
        }
    }

    /// Writes the closed call, if the table does so in time.
    async fn keep(&self, closing: &Closing<'_>, call: Call) {
        let contact_id = call.contact_id.clone();
        let message = "routed without keeping it";
        match timeout(PATIENCE, save(&self.table, closing, call)).await {
            Ok(Ok(())) => {
                let Answer { route, cause, .. } = closing.answer;
                tracing::info!(%contact_id, route, cause, "routed");
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
}

/// The situation, with the line's own hours where there is a line.
fn situation(request: &Request, line: Option<&Line>, now: Timestamp) -> Situation {
    let Some(line) = line else { return request.situation };
    let is_open = line.is_open(&now.to_zoned(line.zone()));
    let hours = if is_open { Hours::Open } else { Hours::Closed };
    Situation { hours, ..request.situation }
}

/// How the caller is spoken to.
fn spoken(request: &Request, line: Option<&Line>, now: Timestamp) -> Spoken {
    let zone = line.map_or(jiff::tz::TimeZone::UTC, Line::zone);
    let now = now.to_zoned(zone);
    let language = request.language.or(line.map(Line::language)).unwrap_or(Language::EnUs);
    let opens = line.and_then(|it| it.opens_next(&now)).map(|it| it.datetime());
    Spoken { language, now: now.datetime(), opens }
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
