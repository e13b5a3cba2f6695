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

mod cache;
mod call;
mod caller;
mod claim;
mod contact;
mod error;
pub mod item;
mod keys;
mod line;
mod lines;
mod profile;
mod record;
mod table;
mod text;
mod turn;
mod voicemail;

#[cfg(feature = "testing")]
pub mod testing;

pub use cache::Cache;
pub use call::{Call, Opened, Outcome, ParseRecordingConsentError, RecordingConsent};
pub use caller::{CallerHash, CallerKey, CallerKeyError};
pub use claim::Claim;
pub use contact::{ContactId, ParseContactIdError};
pub use error::{Kind, SaveError, StoreError};
pub use line::StoredLine;
pub use lines::{Known, Lines};
pub use profile::Profile;
pub use table::Table;
pub use text::{Text, TextId, TextState};
pub use turn::{Failure, Turn};
pub use voicemail::{Mailbox, ParseMailboxError, Voicemail, VoicemailState};
