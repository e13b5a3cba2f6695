//! How an invocation ends.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::runtime_api::MAX_ANSWER_BYTES;

/// One invocation of a function, finished.
#[derive(Debug)]
pub struct Invocation {
    /// Name of the function, as scripts know it.
    pub function: String,
    /// Request id, as in the function's logs.
    pub request_id: String,
    /// The answer, or why there is none.
    pub outcome: Result<Value, Failure>,
    /// From handing over the event to having the answer; initialization is not included.
    pub duration: Duration,
    /// For a cold start: from starting the process to its first request for work.
    pub cold: Option<Duration>,
    /// What the function wrote to standard output and error, the oldest lines dropped.
    pub logs: Vec<String>,
    /// Memory the process holds after the answer, in KiB, where the system tells.
    pub memory_kib: Option<u64>,
}

/// Why an invocation has no answer. `Display` is what Lambda would log or answer.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The function answered with an error, or panicked.
    #[error("{0}")]
    Function(FunctionError),
    /// The function reported that it cannot start.
    #[error("init failed: {0}")]
    Init(FunctionError),
    /// The function did not ask for work within the time Lambda gives to start.
    #[error("init timed out after {:.2} seconds", after.as_secs_f64())]
    InitTimedOut {
        /// How long it had.
        after: Duration,
    },
    /// The function took longer than its timeout and was killed.
    #[error("Task timed out after {:.2} seconds", after.as_secs_f64())]
    TimedOut {
        /// Its timeout.
        after: Duration,
    },
    /// Whoever invoked the function stopped waiting; it may still be at work.
    #[error("no answer within {:.2} seconds, which is all the caller waits", after.as_secs_f64())]
    Abandoned {
        /// How long they waited.
        after: Duration,
    },
    /// The process ended.
    #[error("Runtime exited {}", reason(*init, status))]
    Exited {
        /// Whether it was still starting.
        init: bool,
        /// Exit status or signal, as the system words it.
        status: String,
    },
    /// The answer is larger than Lambda takes.
    #[error("the answer is larger than {MAX_ANSWER_BYTES} bytes")]
    AnswerTooLarge,
    /// The answer is not JSON.
    #[error("the answer is not JSON")]
    AnswerNotJson {
        /// Where and why.
        source: serde_json::Error,
    },
    /// The process cannot be started.
    #[error("cannot start `{}`", binary.display())]
    CannotStart {
        /// The binary.
        binary: PathBuf,
        /// Why not.
        source: io::Error,
    },
}

impl Failure {
    /// The `errorType` that Lambda would answer with.
    pub fn error_type(&self) -> &str {
        match self {
            Self::Function(error) | Self::Init(error) => &error.error_type,
            Self::InitTimedOut { .. } | Self::TimedOut { .. } => "Sandbox.Timedout",
            Self::Abandoned { .. } => "Callwright.Abandoned",
            Self::Exited { .. } => "Runtime.ExitError",
            Self::AnswerTooLarge => "Function.ResponseSizeTooLarge",
            Self::AnswerNotJson { .. } => "Function.ResponseNotJson",
            Self::CannotStart { .. } => "Runtime.InvalidEntrypoint",
        }
    }
}

fn reason(init: bool, status: &str) -> String {
    let when = if init { "before it asked for work" } else { "before it answered" };
    format!("{when}: {status}")
}

/// The error a function reports.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("{error_type}: {error_message}")]
pub struct FunctionError {
    /// `errorType`, such as `greeting.store-unavailable`.
    #[serde(default)]
    pub error_type: String,
    /// `errorMessage`.
    #[serde(default)]
    pub error_message: String,
}

impl FunctionError {
    /// Reads the body of an error report; one that is no such body becomes the message.
    pub(super) fn from_body(body: &[u8]) -> Self {
        serde_json::from_slice(body).unwrap_or_else(|_| Self {
            error_type: "Runtime.UnknownError".to_owned(),
            error_message: String::from_utf8_lossy(body).into_owned(),
        })
    }
}
