//! Takes a message, from the tone to the mailbox.
//!
//! Three things happen, each told by an event of its own: a flow begins a message, the recording
//! lands in the bucket and is sent to Amazon Transcribe, the transcription ends and the message is
//! redacted, kept and mailed.
//!
//! Events come twice, late, at once and in any order, and an invocation can die anywhere. So each
//! one reads the message's record, works out what the record should say now ([`store::Voicemail`]'s
//! states only move on) and writes it on condition that nobody else has. One message makes one mail:
//! before it mails, an invocation claims the message, and while the claim lives the others stand
//! back. The one gap that is left is a death between SES taking the mail and the record saying so,
//! after which the mail is sent once more: rather twice than never.
//!
//! It does not record; the flow does. Which address gets the mail is a setting.

mod aws;
mod config;
mod error;
mod handle;
mod keys;
mod mail;
mod message;
mod request;
mod services;
mod transcription;

pub use aws::Aws;
pub use config::Config;
pub use error::{RequestError, VoicemailError};
pub use handle::{Answer, Invocation, handle};
pub use mail::{Letterhead, Mail};
pub use services::{Cause, Job, Services, Started};
