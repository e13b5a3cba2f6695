//! Why a caller could not be answered.

use lambda_runtime::Diagnostic;

/// Why a caller could not be answered. The flow takes its error branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IntentError {
    /// The event is not what Lex sends. Nothing of it is shown.
    #[error("the event is no Lex V2 code-hook event: it needs `sessionId` and `sessionState`")]
    EventMalformed,
}

impl IntentError {
    /// The stable code for alarms.
    pub fn code(self) -> &'static str {
        match self {
            Self::EventMalformed => "intent.event-malformed",
        }
    }
}

impl From<IntentError> for Diagnostic {
    fn from(error: IntentError) -> Self {
        wiring::diagnostic(error.code(), &error)
    }
}
