//! Why a caller could not be routed.

use lambda_runtime::Diagnostic;

/// Why a caller could not be routed. The flow takes its error branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EscalationError {
    /// The event is not what a flow sends. Nothing of it is shown.
    #[error("the event is no Amazon Connect flow event: it needs `Details.ContactData`")]
    EventMalformed,
    /// The event does not say which contact it is about.
    #[error("`Details.ContactData.ContactId` is missing or no contact id")]
    ContactIdInvalid,
    /// The flow does not say whether the business is open.
    #[error("the parameter `hours` must be `open` or `closed`")]
    HoursInvalid,
}

impl EscalationError {
    /// The stable code for alarms.
    pub fn code(self) -> &'static str {
        match self {
            Self::EventMalformed => "escalation.event-malformed",
            Self::ContactIdInvalid => "escalation.contact-id-invalid",
            Self::HoursInvalid => "escalation.hours-invalid",
        }
    }
}

impl From<EscalationError> for Diagnostic {
    fn from(error: EscalationError) -> Self {
        wiring::diagnostic(error.code(), &error)
    }
}
