//! Why a caller could not be greeted.

use lambda_runtime::Diagnostic;

/// Why a caller could not be greeted. The flow takes its error branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GreetingError {
    /// The event is not what a flow sends. Nothing of it is shown.
    #[error("the event is no Amazon Connect flow event: it needs `Details.ContactData`")]
    EventMalformed,
    /// The event does not say which contact it is about.
    #[error("`Details.ContactData.ContactId` is missing or no contact id")]
    ContactIdInvalid,
}

impl GreetingError {
    /// The stable code for alarms.
    pub fn code(self) -> &'static str {
        match self {
            Self::EventMalformed => "greeting.event-malformed",
            Self::ContactIdInvalid => "greeting.contact-id-invalid",
        }
    }
}

impl From<GreetingError> for Diagnostic {
    fn from(error: GreetingError) -> Self {
        wiring::diagnostic(error.code(), &error)
    }
}
