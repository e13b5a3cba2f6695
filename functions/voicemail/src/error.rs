//! Why an event could not be handled.

use lambda_runtime::Diagnostic;
use store::{SaveError, StoreError};

use crate::Cause;

/// Why an event is none that this function knows. Nothing of it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// It has none of the known shapes.
    #[error(
        "the event is neither a flow event nor an `Object Created` of S3 nor a `Transcribe Job \
         State Change`"
    )]
    Unknown,
    /// It has a known shape with something missing or wrong.
    #[error("the event looks like {shape}, but a field is missing or has another type")]
    Malformed {
        /// What it looks like.
        shape: &'static str,
    },
    /// The flow's event does not say which contact it is about.
    #[error("`Details.ContactData.ContactId` is missing or no contact id")]
    ContactIdInvalid,
    /// The flow names a mailbox that cannot be one.
    #[error("the parameter `mailbox` must be up to 32 lowercase letters, digits and hyphens")]
    MailboxInvalid,
}

/// Why an event could not be handled. All but the first two get better with another try.
#[derive(Debug, thiserror::Error)]
pub enum VoicemailError {
    /// The event is none that this function knows. A retry gives the same result.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The table failed, or holds a record that does not fit; only a retry after repair helps then.
    #[error("the message's record cannot be used")]
    Store(#[from] StoreError),
    /// Others kept changing the record.
    #[error("the message's record was changed by others at every try")]
    Contended,
    /// Another invocation is mailing the message right now, or died at it.
    #[error("the message is being mailed by another invocation")]
    InProgress,
    /// Transcribe could not be asked to transcribe.
    #[error("the transcription job could not be started")]
    Transcribe(#[source] Cause),
    /// The bucket could not be read or written.
    #[error("{what} could not be {done}")]
    Bucket {
        /// Which object, in words.
        what: &'static str,
        /// What was tried.
        done: &'static str,
        /// What the SDK said.
        source: Cause,
    },
    /// A job has completed and its result is not there.
    #[error("the result of the transcription job is not in the bucket")]
    ResultMissing,
    /// SES did not take the mail.
    #[error("the message could not be mailed")]
    Mail(#[source] Cause),
}

impl VoicemailError {
    /// The stable code for alarms.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Request(RequestError::Unknown) => "voicemail.event-unknown",
            Self::Request(RequestError::Malformed { .. }) => "voicemail.event-malformed",
            Self::Request(RequestError::ContactIdInvalid) => "voicemail.contact-id-invalid",
            Self::Request(RequestError::MailboxInvalid) => "voicemail.mailbox-invalid",
            Self::Store(_) => "voicemail.store-unavailable",
            Self::Contended => "voicemail.store-conflict",
            Self::InProgress => "voicemail.in-progress",
            Self::Transcribe(_) => "voicemail.transcribe-unavailable",
            Self::Bucket { .. } => "voicemail.bucket-unavailable",
            Self::ResultMissing => "voicemail.result-missing",
            Self::Mail(_) => "voicemail.mail-failed",
        }
    }
}

impl From<SaveError> for VoicemailError {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Conflict { .. } => Self::Contended,
            SaveError::Store(error) => Self::Store(error),
        }
    }
}

impl From<VoicemailError> for Diagnostic {
    fn from(error: VoicemailError) -> Self {
        wiring::diagnostic(error.code(), &error)
    }
}
