//! Why a batch could not be read.

use lambda_runtime::Diagnostic;

/// Why a batch could not be read. A text that cannot be sent is no error but part of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// The event is not what a DynamoDB stream sends. Nothing of it is shown.
    #[error("the event is no batch of a DynamoDB stream: it needs `Records`, each with `dynamodb`")]
    EventMalformed,
}

impl TextsError {
    /// The stable code for alarms.
    pub fn code(self) -> &'static str {
        match self {
            Self::EventMalformed => "texts.event-malformed",
        }
    }
}

impl From<TextsError> for Diagnostic {
    fn from(error: TextsError) -> Self {
        wiring::diagnostic(error.code(), &error)
    }
}
