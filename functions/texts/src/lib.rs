//! Sends the texts that callers were promised: a link to pay with, a one-time code, an address.
//!
//! A turn of a call stores the texts that it promises in the transaction that finishes it. The table's
//! stream tells of each, and this function sends it, within a second or so and without the caller
//! waiting.
//!
//! The stream delivers at least once, and an invocation can die anywhere. So a text is claimed before
//! it is sent, and while the claim lives others stand back. The one gap that is left is a death
//! between the carrier taking the text and the record saying so, after which it is sent once more:
//! rather twice than never. A text that comes too late is not sent: the caller has given up on it.
//!
//! What was sent is forgotten: the record keeps which message it was and when, not its words.

mod aws;
mod config;
mod error;
mod handle;
mod progress;
mod services;

pub use aws::Aws;
pub use config::Config;
pub use error::TextsError;
pub use handle::{Invocation, handle};
pub use services::{Cause, SendError, Services};
