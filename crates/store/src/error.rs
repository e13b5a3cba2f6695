//! What can go wrong.

use std::error::Error;
use std::fmt;

/// The kinds of records; the `kind` attribute of every item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One call.
    Call,
    /// One thing said and answered in a call.
    Turn,
    /// One text to a caller.
    Text,
    /// One message left.
    Voicemail,
    /// Who answers a dialled number.
    Line,
    /// What a line remembers of a caller.
    Profile,
}

impl Kind {
    /// The kind in the word that records use, such as `call`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Turn => "turn",
            Self::Text => "text",
            Self::Voicemail => "voicemail",
            Self::Line => "line",
            Self::Profile => "profile",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why the table could not answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// DynamoDB refused to read or could not be reached.
    #[error("failed to read a record of kind `{kind}`")]
    Read {
        /// What was being read.
        kind: Kind,
        /// What the SDK said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// DynamoDB refused to write or could not be reached. The write may have happened all the same.
    #[error("failed to write a record of kind `{kind}`")]
    Write {
        /// What was being written.
        kind: Kind,
        /// What the SDK said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The stored item does not fit its kind. A retry gives the same result.
    ///
    /// It has no source, since what serde says repeats what the item holds.
    #[error("a stored `{kind}` record has a missing or invalid attribute")]
    Malformed {
        /// What was being read.
        kind: Kind,
    },
    /// The record cannot be written as an item. A retry gives the same result.
    #[error("a record of kind `{kind}` does not fit into an item")]
    Unencodable {
        /// What was being written.
        kind: Kind,
    },
}

impl StoreError {
    pub(crate) fn read(kind: Kind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Read { kind, source: source.into() }
    }

    pub(crate) fn write(kind: Kind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Write { kind, source: source.into() }
    }
}

/// Why a record could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The stored record has changed since it was read: read it again and decide again.
    #[error("the `{kind}` record has changed since it was read")]
    Conflict {
        /// What was being written.
        kind: Kind,
    },
    /// The table could not answer.
    #[error(transparent)]
    Store(#[from] StoreError),
}
