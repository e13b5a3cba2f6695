//! From event to effects.

use aws_events::stream::{BatchAnswer, BatchItemFailure, StreamEvent};
use futures_util::future::join_all;
use jiff::Timestamp;
use lambda_runtime::Context;
use serde::Deserialize;
use serde_json::Value;
use store::{Claim, SaveError, StoreError, Text, TextId, TextState};

use crate::progress::{self, Claimed};
use crate::{SendError, Services, TextsError};

/// How often a record is read and written before others are given the right of way.
const TRIES: usize = 5;

/// What an invocation knows of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invocation {
    /// Lambda's id of the request.
    pub request_id: String,
    /// When this attempt began, another for each retry.
    pub started_at: Timestamp,
}

impl From<&Context> for Invocation {
    fn from(context: &Context) -> Self {
        Self {
            request_id: context.request_id.clone(),
            started_at: wiring::started_at(context, progress::TIME_LIMIT),
        }
    }
}

/// Sends the texts of a batch, each once and all at the same time, and says which of them failed.
///
/// So a batch takes as long as its slowest text, and a failure does not keep the texts behind it from
/// being sent. The stream comes back from the first that failed, and finds the others sent.
///
/// # Errors
///
/// [`TextsError`] when the event is not what a stream sends.
pub async fn handle(
    event: Value,
    invocation: &Invocation,
    services: &impl Services,
) -> Result<BatchAnswer, TextsError> {
    let event = StreamEvent::deserialize(event).or(Err(TextsError::EventMalformed))?;
    let mut promised: Vec<(TextId, String)> = Vec::new();
    for record in event.records {
        let (Some(pk), Some(sk)) = (record.dynamodb.key("pk"), record.dynamodb.key("sk")) else {
            continue;
        };
        // The stream's filter lets nothing else through; whoever changed it is not punished.
        let Some(id) = TextId::from_key(pk, sk).filter(|_| record.event_name == "INSERT") else {
            continue;
        };
        // One that is there twice would only stand back from itself.
        if promised.iter().all(|(it, _)| *it != id) {
            promised.push((id, record.dynamodb.sequence_number));
        }
    }
    let all = promised.into_iter().map(async |(id, item_identifier)| {
        let is_done = attempt(&id, invocation, services).await;
        (!is_done).then_some(BatchItemFailure { item_identifier })
    });
    let failures = join_all(all).await;
    Ok(BatchAnswer { batch_item_failures: failures.into_iter().flatten().collect() })
}

/// Sends one text, and logs what became of it. Whether nothing is left to do.
async fn attempt(id: &TextId, invocation: &Invocation, services: &impl Services) -> bool {
    let (contact_id, turn, number) = (id.contact_id.as_str(), id.turn, id.number);
    match deliver(id, invocation, services).await {
        Ok(outcome) => {
            tracing::info!(contact_id, turn, number, outcome, "text");
            true
        }
        Err(error) => {
            let (code, error) = (error.code(), wiring::chain(&error));
            tracing::error!(contact_id, turn, number, code, error, "text");
            false
        }
    }
}

/// Why a text was not sent, and may be at another try.
#[derive(Debug, thiserror::Error)]
enum DeliverError {
    /// The table failed.
    #[error("the text's record cannot be used")]
    Store(#[from] StoreError),
    /// Others kept changing the record.
    #[error("the text's record was changed by others at every try")]
    Contended,
    /// Another invocation is sending it right now, or died at it.
    #[error("the text is being sent by another invocation")]
    InProgress,
    /// The carrier did not take it, or nobody knows whether it did.
    #[error(transparent)]
    Send(SendError),
}

impl DeliverError {
    /// The stable code for alarms.
    fn code(&self) -> &'static str {
        match self {
            Self::Store(_) => "texts.store-unavailable",
            Self::Contended => "texts.store-conflict",
            Self::InProgress => "texts.in-progress",
            Self::Send(SendError::Unsure(_)) => "texts.send-unsure",
            Self::Send(SendError::Refused(_) | SendError::Failed(_)) => "texts.send-failed",
        }
    }
}

/// Sends one text; says what became of it, for the log.
async fn deliver(
    id: &TextId,
    invocation: &Invocation,
    services: &impl Services,
) -> Result<&'static str, DeliverError> {
    let claim = Claim { by: invocation.request_id.clone(), at: invocation.started_at };
    for _ in 0..TRIES {
        let Some(text) = services.load(id).await? else { return Ok("gone") };
        let (wanted, may_send) = match progress::claimed(text, claim.clone()) {
            Claimed::Granted(text) => (text, true),
            Claimed::Late(text) => (text, false),
            Claimed::Held => return Err(DeliverError::InProgress),
            Claimed::Ended => return Ok("ended before"),
        };
        match services.save(wanted).await {
            Ok(text) if may_send => return send(text, invocation, services).await,
            Ok(_) => {
                tracing::error!(code = "texts.too-late", "a text was not sent");
                return Ok("too late");
            }
            Err(SaveError::Conflict { .. }) => {}
            Err(SaveError::Store(error)) => return Err(error.into()),
        }
    }
    Err(DeliverError::Contended)
}

/// Sends a text that is claimed.
async fn send(
    text: Text,
    invocation: &Invocation,
    services: &impl Services,
) -> Result<&'static str, DeliverError> {
    let words = text.words.as_deref().unwrap_or_default();
    let (state, outcome) = match services.send(text.to.as_str(), words).await {
        Ok(()) => (TextState::Sent, "sent"),
        Err(SendError::Refused(cause)) => {
            let (code, error) = ("texts.refused", wiring::chain(&*cause));
            tracing::error!(code, error, "a text was not sent");
            (TextState::Refused, "refused")
        }
        Err(error @ SendError::Failed(_)) => {
            // Without it the claim would hold the next try up until it expires.
            keep(services, progress::released(text)).await;
            return Err(DeliverError::Send(error));
        }
        Err(error @ SendError::Unsure(_)) => {
            let text = progress::unsure(text, invocation.started_at);
            let is_over = text.state == TextState::Unsure;
            keep(services, text).await;
            if is_over {
                let (code, error) = ("texts.unsure", wiring::chain(&error));
                tracing::error!(code, error, "a text was perhaps not sent");
                return Ok("unsure");
            }
            return Err(DeliverError::Send(error));
        }
    };
    keep(services, progress::ended(text, state, invocation.started_at)).await;
    Ok(outcome)
}

/// Writes a record that only this invocation may write. If that fails, the claim expires by itself.
async fn keep(services: &impl Services, text: Text) {
    let contact_id = text.contact_id.clone();
    if let Err(error) = services.save(text).await {
        let (code, error) = ("texts.store-unavailable", wiring::chain(&error));
        tracing::error!(%contact_id, code, error, "what became of a text is not stored");
    }
}
