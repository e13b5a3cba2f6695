//! The Runtime API of one environment.
//!
//! It only turns requests into [`Event`]s and their fate into responses; what to do with them is the
//! environment's business.
//!
//! Source: AWS Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes".

use std::net::SocketAddr;

use axum::Json;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use bytes::Bytes;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use super::outcome::FunctionError;

/// Largest answer of a synchronous invocation.
///
/// Source: AWS Lambda Developer Guide, "Lambda quotas": 6 MB. The service's own message names this
/// number of bytes.
pub(super) const MAX_ANSWER_BYTES: usize = 6 * 1024 * 1024 + 100;

/// Requests of a function that may wait for the environment. It makes them one by one.
const EVENTS: usize = 8;

/// What a function does.
#[derive(Debug)]
pub(super) enum Event {
    /// It asks for work.
    Next(oneshot::Sender<Work>),
    /// It answers an invocation; `None` is an answer that is too large.
    Answer(String, Option<Bytes>, oneshot::Sender<Known>),
    /// It reports that an invocation failed.
    Error(String, FunctionError, oneshot::Sender<Known>),
    /// It reports that it cannot start.
    InitError(FunctionError),
}

/// Whether the request id of an answer is that of the invocation at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// An event for the function, with what Lambda tells about it.
#[derive(Debug, Clone)]
pub(super) struct Work {
    pub(super) request_id: String,
    pub(super) deadline_ms: i64,
    pub(super) trace_id: String,
    pub(super) arn: String,
    pub(super) payload: Bytes,
}

/// A Runtime API that listens until it is dropped.
#[derive(Debug)]
pub(super) struct RuntimeApi {
    address: SocketAddr,
    server: JoinHandle<()>,
}

impl RuntimeApi {
    pub(super) async fn listen() -> std::io::Result<(Self, mpsc::Receiver<Event>)> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let (events, receiver) = mpsc::channel(EVENTS);
        let listener = listener.tap_io(|stream| {
            // Without it the kernel may hold back the second half of a response; it is only slower.
            let _outcome = stream.set_nodelay(true);
        });
        let app = router(events);
        let server = tokio::spawn(async move {
            // `axum::serve` retries failed accepts by itself and never returns.
            let _outcome = axum::serve(listener, app).await;
        });
        Ok((Self { address, server }, receiver))
    }

    /// Value of `AWS_LAMBDA_RUNTIME_API`.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for RuntimeApi {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn router(events: mpsc::Sender<Event>) -> Router {
    Router::new()
        .route("/2018-06-01/runtime/invocation/next", get(next))
        .route("/2018-06-01/runtime/invocation/{id}/response", post(answer))
        .route("/2018-06-01/runtime/invocation/{id}/error", post(error))
        .route("/2018-06-01/runtime/init/error", post(init_error))
        .with_state(events)
}

async fn next(State(events): State<mpsc::Sender<Event>>) -> Response {
    let (sender, receiver) = oneshot::channel();
    if events.send(Event::Next(sender)).await.is_err() {
        return gone();
    }
    let Ok(work) = receiver.await else { return gone() };
    let headers = [
        (HeaderName::from_static("lambda-runtime-aws-request-id"), work.request_id),
        (HeaderName::from_static("lambda-runtime-deadline-ms"), work.deadline_ms.to_string()),
        (HeaderName::from_static("lambda-runtime-trace-id"), work.trace_id),
        (HeaderName::from_static("lambda-runtime-invoked-function-arn"), work.arn),
        (HeaderName::from_static("content-type"), "application/json".to_owned()),
    ];
    (headers, work.payload).into_response()
}

async fn answer(
    State(events): State<mpsc::Sender<Event>>,
    Path(id): Path<String>,
    body: Body,
) -> Response {
    let body = axum::body::to_bytes(body, MAX_ANSWER_BYTES).await.ok();
    let fits = body.is_some();
    let (sender, receiver) = oneshot::channel();
    if events.send(Event::Answer(id, body, sender)).await.is_err() {
        return gone();
    }
    match receiver.await {
        Ok(Known::Yes) if fits => accepted(),
        Ok(Known::Yes) => {
            let message =
                format!("Exceeded maximum allowed payload size ({MAX_ANSWER_BYTES} bytes).");
            refused(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", &message)
        }
        Ok(Known::No) => unknown_request(),
        Err(_) => gone(),
    }
}

async fn error(
    State(events): State<mpsc::Sender<Event>>,
    Path(id): Path<String>,
    body: Bytes,
) -> Response {
    let (sender, receiver) = oneshot::channel();
    if events.send(Event::Error(id, FunctionError::from_body(&body), sender)).await.is_err() {
        return gone();
    }
    match receiver.await {
        Ok(Known::Yes) => accepted(),
        Ok(Known::No) => unknown_request(),
        Err(_) => gone(),
    }
}

async fn init_error(State(events): State<mpsc::Sender<Event>>, body: Bytes) -> Response {
    match events.send(Event::InitError(FunctionError::from_body(&body))).await {
        Ok(()) => accepted(),
        Err(_) => gone(),
    }
}

fn accepted() -> Response {
    (StatusCode::ACCEPTED, Json(json!({ "status": "OK" }))).into_response()
}

fn unknown_request() -> Response {
    refused(StatusCode::BAD_REQUEST, "InvalidRequestID", "Invalid request ID")
}

/// The environment has ended; the function should, too.
fn gone() -> Response {
    refused(StatusCode::GONE, "EnvironmentEnded", "the environment has ended")
}

fn refused(status: StatusCode, error_type: &str, message: &str) -> Response {
    (status, Json(json!({ "errorType": error_type, "errorMessage": message }))).into_response()
}
