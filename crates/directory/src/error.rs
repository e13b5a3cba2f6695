//! What can go wrong.

use std::error::Error;

use crate::records::Kind;

/// Why the business's records gave no answer.
///
/// What was to change may have changed all the same; the same operation asked again settles it.
/// No variant shows a value that was asked for, sent or stored.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// The answer was not there in time.
    #[error("the answer was not there in time")]
    Late,
    /// DynamoDB refused to read or could not be reached.
    #[error("failed to read a record of kind `{kind}`")]
    Read {
        /// What was being read.
        kind: Kind,
        /// What the SDK said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// DynamoDB refused to write or could not be reached.
    #[error("failed to write a record of kind `{kind}`")]
    Write {
        /// What was being written.
        kind: Kind,
        /// What the SDK said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// DynamoDB cancelled a transaction for another reason than a condition or a conflict.
    #[error("the transaction that writes a record of kind `{kind}` was cancelled: {reason}")]
    Cancelled {
        /// What was being written.
        kind: Kind,
        /// DynamoDB's word for the reason, such as `ThrottlingError`.
        reason: String,
    },
    /// Others wrote the same records all the while.
    #[error("a record of kind `{kind}` kept changing")]
    Contested {
        /// What was being written.
        kind: Kind,
    },
    /// A stored record does not fit its kind. A retry gives the same result.
    ///
    /// It has no source, since what serde says repeats what the record holds.
    #[error("a stored `{kind}` record has a missing or invalid attribute")]
    Malformed {
        /// What was being read.
        kind: Kind,
    },
    /// A record cannot be written as an item. A retry gives the same result.
    #[error("a record of kind `{kind}` does not fit into an item")]
    Unencodable {
        /// What was being written.
        kind: Kind,
    },
    /// A record holds what looks like the number of a payment card, which must not be kept.
    #[error("a stored `{kind}` record holds a card number; keep a token and the last four digits")]
    CardNumber {
        /// What was being read.
        kind: Kind,
    },
    /// An operation was asked for something else before.
    #[error("the operation was used for something else before")]
    OperationReused,
    /// Callers may pay by a link, and nobody has said where.
    #[error("paying by a link needs the address of the payment page in `PAYMENT_LINK`")]
    LinkUnset,
    /// Callers may pay by a link, and there is no secret, without which links could be guessed.
    #[error("paying by a link needs a secret, which `PIN_PEPPER_SECRET_ARN` does not name")]
    LinkUnguarded,
    /// PINs are hashed with a pepper, which is out of reach.
    #[error("the pepper is out of reach, without which no PIN is checked and no link made")]
    PepperOutOfReach {
        /// What its keeper said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// What proves to the API that it is us is out of reach.
    #[error("the API's secret is out of reach")]
    SecretOutOfReach {
        /// What its keeper said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The line has its records behind the business's own API, and nobody has said where.
    #[error("the line's records are behind an API, whose address `DIRECTORY_URL` does not say")]
    ApiUnset,
    /// The API cannot be reached.
    #[error("the API could not be reached")]
    Unreachable {
        /// What the HTTP client said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The API closed the connection within its answer.
    #[error("the API broke off its answer")]
    BrokenOff {
        /// What the HTTP client said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The API answered with a status that the contract does not have.
    #[error("the API answered with status {status}")]
    Status {
        /// The status.
        status: u16,
    },
    /// The API failed too often lately and is not asked.
    #[error("the API failed too often lately and is left alone for now")]
    Resting,
    /// The API's answer is longer than any answer needs to be.
    #[error("the API's answer is longer than {limit} bytes")]
    TooLong {
        /// The most that is read.
        limit: usize,
    },
    /// The answer does not fit the contract or the question.
    #[error("the answer makes no sense: {what}")]
    Nonsense {
        /// What is wrong with it.
        what: &'static str,
    },
}

impl DirectoryError {
    /// A stable code for logs and alarms.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Late => "directory.late",
            Self::Read { .. } => "directory.read-failed",
            Self::Write { .. } | Self::Cancelled { .. } => "directory.write-failed",
            Self::Contested { .. } => "directory.contested",
            Self::Malformed { .. } => "directory.record-malformed",
            Self::Unencodable { .. } => "directory.record-unencodable",
            Self::CardNumber { .. } => "directory.card-number-stored",
            Self::OperationReused => "directory.operation-reused",
            Self::LinkUnset => "directory.payment-link-unset",
            Self::LinkUnguarded => "directory.payment-link-unguarded",
            Self::PepperOutOfReach { .. } => "directory.pepper-unavailable",
            Self::SecretOutOfReach { .. } => "directory.api-secret-unavailable",
            Self::ApiUnset => "directory.api-unset",
            Self::Unreachable { .. } => "directory.api-unreachable",
            Self::BrokenOff { .. } => "directory.api-broke-off",
            Self::Status { .. } => "directory.api-status",
            Self::Resting => "directory.api-resting",
            Self::TooLong { .. } => "directory.api-too-long",
            Self::Nonsense { .. } => "directory.nonsense",
        }
    }
}
