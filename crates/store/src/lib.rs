//! The records of the deployment: lines, calls, turns, texts, voicemails and what is remembered of
//! callers, in one DynamoDB table.
//!
//! One file per kind of record, each with its type, what can be done with it and what that costs.
//! Calls and voicemails carry the version they were read with, and saving one fails when the stored
//! record has moved on. So a function loads, decides and saves, and the same event handled twice,
//! at once or one after the other, leaves one result.
//!
//! It knows the table's keys and nothing of telephony: what to write is decided elsewhere. No error
//! here shows a value that was read or written.

mod call;
mod caller;
mod contact;
mod error;
mod item;
mod keys;
mod line;
mod profile;
mod table;
mod text;
mod turn;
mod voicemail;

#[cfg(feature = "testing")]
pub mod testing;

pub use call::{Call, Opened, Outcome, ParseRecordingConsentError, RecordingConsent};
pub use caller::{CallerHash, CallerKey, CallerKeyError};
pub use contact::{ContactId, ParseContactIdError};
pub use error::{Kind, SaveError, StoreError};
pub use line::{Known, Lines, StoredLine};
pub use profile::Profile;
pub use table::Table;
pub use text::{Text, TextClaim, TextId, TextState};
pub use turn::{Failure, Turn};
pub use voicemail::{MailClaim, Mailbox, ParseMailboxError, Voicemail, VoicemailState};
