//! Typed events of the services that call Callwright's functions, and the answers they expect.
//!
//! One module per sender: [`connect`] (a flow invokes a function), [`lex`] (a bot calls its code
//! hook) and [`eventbridge`] (S3 and Transcribe tell that something finished). Types read what the
//! services send and write it too, because the local line plays the sender.
//!
//! Reading is lenient: fields that are absent or `null` become `None` or empty, fields that are new
//! are ignored. Strictness starts where a function turns an event into its own request.
//!
//! It does not know the AWS SDK, and decides nothing.

pub mod connect;
pub mod eventbridge;
pub mod lex;
mod phone;
pub mod stream;

pub use phone::{E164, ParseE164Error};

use serde::{Deserialize, Deserializer};

/// Reads `null` as the default, for fields that a service sometimes sends empty.
fn null_as_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + Deserialize<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
