//! AWS End User Messaging SMS: texts are kept, not sent.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::wire::{MAX_REQUEST_BYTES, Refusal, aws_json, lock, operation, parse};
use crate::ids::Ids;

/// Most characters of a text, of which a carrier makes several parts.
///
/// Source: AWS End User Messaging SMS and voice v2 API Reference, `SendTextMessage`, `MessageBody`.
const MAX_LENGTH: usize = 1600;

/// A text that would have been sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sms {
    /// Who gets it.
    pub to: String,
    /// The words.
    pub text: String,
}

/// The texts so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts(Arc<Mutex<Vec<Sms>>>);

impl Texts {
    pub(super) fn take(&self) -> Vec<Sms> {
        std::mem::take(&mut *lock(&self.0))
    }
}

/// The endpoint.
pub(super) fn router(texts: &Texts, seed: u64) -> Router {
    let state = (texts.clone(), Arc::new(Ids::new(seed)));
    Router::new().fallback(serve).layer(DefaultBodyLimit::max(MAX_REQUEST_BYTES)).with_state(state)
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendTextMessage {
    destination_phone_number: String,
    message_body: Option<String>,
}

async fn serve(
    State((texts, ids)): State<(Texts, Arc<Ids>)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    match operation(&headers) {
        "SendTextMessage" => {
            let sms = read(parse(&body)?)?;
            lock(&texts.0).push(sms);
            Ok(aws_json(&json!({ "MessageId": ids.uuid() })))
        }
        other => Err(Refusal::unknown_operation(other, "SendTextMessage")),
    }
}

fn read(request: SendTextMessage) -> Result<Sms, Refusal> {
    let refuse = |message: &str| Err(Refusal::new("ValidationException", message));
    let to = request.destination_phone_number;
    let digits = to.strip_prefix('+').unwrap_or_default();
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return refuse("`DestinationPhoneNumber` must be in E.164 format");
    }
    match request.message_body {
        Some(text) if (1..=MAX_LENGTH).contains(&text.chars().count()) => Ok(Sms { to, text }),
        _ => refuse("`MessageBody` must have 1 to 1600 characters"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn send(request: Value) -> Result<Sms, Refusal> {
        read(serde_json::from_value(request).unwrap())
    }

    #[test]
    fn a_text_has_a_number_and_words() {
        let request = json!({ "DestinationPhoneNumber": "+12025550143", "MessageBody": "Hello" });
        let sms = send(request).unwrap();
        assert_eq!((sms.to.as_str(), sms.text.as_str()), ("+12025550143", "Hello"));
    }

    #[test]
    fn texts_that_aws_would_refuse_are_refused() {
        for request in [
            json!({ "DestinationPhoneNumber": "2025550143", "MessageBody": "Hello" }),
            json!({ "DestinationPhoneNumber": "+1 202", "MessageBody": "Hello" }),
            json!({ "DestinationPhoneNumber": "+", "MessageBody": "Hello" }),
            json!({ "DestinationPhoneNumber": "+12025550143", "MessageBody": "" }),
            json!({ "DestinationPhoneNumber": "+12025550143" }),
            json!({ "DestinationPhoneNumber": "+12025550143", "MessageBody": "a".repeat(1601) }),
        ] {
            assert!(send(request.clone()).is_err(), "{request}");
        }
    }
}
