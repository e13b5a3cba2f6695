//! What the small endpoints have in common: the time, locks, requests and errors of the JSON
//! protocols.
//!
//! Source: Smithy, "AWS JSON 1.1 protocol" and "AWS `restJson1` protocol".

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::service::Service;

/// Largest request of the small endpoints; mails are the largest. Source: Amazon SES Developer
/// Guide, "Service quotas".
pub(super) const MAX_REQUEST_BYTES: usize = 40 * 1024 * 1024;

/// The time of the stand-ins.
#[derive(Debug, Clone, Default)]
pub(super) struct Clock(Arc<Mutex<Timestamp>>);

impl Clock {
    pub(super) fn now(&self) -> Timestamp {
        *lock(&self.0)
    }

    pub(super) fn set(&self, now: Timestamp) {
        *lock(&self.0) = now;
    }

    /// The time as the JSON protocols write it: seconds, with milliseconds.
    pub(super) fn epoch_seconds(&self) -> Value {
        let milliseconds = self.now().as_millisecond();
        let (seconds, rest) = (milliseconds.div_euclid(1_000), milliseconds.rem_euclid(1_000));
        match format!("{seconds}.{rest:03}").parse::<f64>() {
            Ok(number) => json!(number),
            Err(_) => json!(seconds),
        }
    }
}

impl dynoxide::storage_backend::Clock for Clock {
    fn now_unix_secs(&self) -> u64 {
        u64::try_from(self.now().as_second()).unwrap_or_default()
    }

    fn now_unix_secs_f64(&self) -> f64 {
        self.epoch_seconds().as_f64().unwrap_or_default()
    }
}

/// Locks; the data is whole even if another thread panicked, since every change is one call.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An error in a service's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl Refusal {
    /// A `400` with the code of an exception.
    pub(super) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code, message: message.into() }
    }

    /// An operation that exists in AWS and not here.
    pub(super) fn unknown_operation(found: &str, known: &str) -> Self {
        let message = format!("`{found}` is not simulated; this endpoint knows {known}");
        Self::new("UnknownOperationException", message)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        // SDKs look for the code in the body or in a header, and for the message under one of two
        // names; giving all of them serves both protocols.
        let body = json!({
            "__type": self.code, "message": self.message, "Message": self.message
        });
        let error_type = (HeaderName::from_static("x-amzn-errortype"), self.code);
        (self.status, [error_type], aws_json(&body)).into_response()
    }
}

/// A body of AWS JSON 1.1; SDKs do not mind it from REST services.
pub(super) fn aws_json(body: &Value) -> Response {
    ([(CONTENT_TYPE, "application/x-amz-json-1.1")], body.to_string()).into_response()
}

/// The operation that a request of AWS JSON 1.1 names, without the service.
pub(super) fn operation(headers: &HeaderMap) -> &str {
    let target = headers.get("x-amz-target").and_then(|it| it.to_str().ok()).unwrap_or_default();
    target.rsplit('.').next().unwrap_or_default()
}

/// The body of a request.
pub(super) fn parse<T: serde::de::DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body)
        .map_err(|error| Refusal::new("SerializationException", error.to_string()))
}

/// An error of S3, whose code and message need no escaping.
pub(super) fn s3_error(status: StatusCode, code: &str, message: &str) -> Response {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Error><Code>{code}</Code><Message>{message}</Message></Error>"
    );
    (status, [(CONTENT_TYPE, "application/xml")], body).into_response()
}

/// A service that does not work: every request is a `503` in the service's own form.
pub(super) fn down(service: Service) -> Router {
    Router::new().fallback(async move || match service {
        Service::S3 => {
            let message = "the script says that s3 is down";
            s3_error(StatusCode::SERVICE_UNAVAILABLE, "ServiceUnavailable", message)
        }
        Service::DynamoDb
        | Service::SecretsManager
        | Service::Ses
        | Service::Sms
        | Service::Transcribe => Refusal {
            status: StatusCode::SERVICE_UNAVAILABLE,
            code: "ServiceUnavailable",
            message: format!("the script says that {} is down", service.name()),
        }
        .into_response(),
    })
}
