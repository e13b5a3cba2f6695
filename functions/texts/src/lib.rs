//! Sends the texts that callers were promised: a link to pay with, a one-time code, an address.
//!
//! A turn of a call stores the texts that it promises in the transaction that finishes it. The table's
//! stream tells of each, and this function sends it, within a second or so and without the caller
//! waiting.
//!
//! The stream delivers at least once, and an invocation can die anywhere. So a text is claimed before
//! it is sent, and while the claim lives others stand back. Two gaps are left in which nobody knows
//! whether the carrier took the text: a death before the record says so, and a carrier whose answer is
//! lost. When the claim has expired the text is sent once more, in the same words: rather twice than
//! never. After a second lost answer it is given up, so the caller has it twice at most for that reason.
//! A text that comes too late is not sent: the caller has given up on it.
//!
//! What was sent, or is given up, is forgotten: the record keeps which message it was and when, not its
//! words. The stream tells of a text for longer than it may be sent, so the last that is done to one
//! that nobody could send is to forget its words.

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
