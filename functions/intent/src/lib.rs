//! Answers each thing that a caller says: the code hook of every intent of the Lex bot.
//!
//! It loads the call, has `dialogue` decide, and stores the turn and the call's new session in one
//! transaction. It never delegates to Lex, so every answer has words of ours. An invocation that
//! repeats a finished turn gets the stored answer and writes nothing, also when two run at once.
//!
//! A store that fails or is slow costs the caller no answer: the line owns up and hands the call to
//! a person.
//!
//! ## Cost of a turn
//!
//! One read, or two at once when Lex has confirmed an order number, then one write. An order that
//! only the dialogue could tell to be needed (the caller said "that's the one") adds one read
//! between them.
//!
//! ## Codes
//!
//! | code | where | what to do |
//! |---|---|---|
//! | `intent.event-malformed` | error | Something other than Lex invokes the function, or Lex sends events of a new version. |
//! | `intent.contact-id-invalid` | log | The flow must pass the session attribute `contactId` to the bot. |
//! | `intent.store-unavailable` | log | See whether the table `TABLE_NAME` exists, is reachable and may be used. |
//! | `intent.store-slow` | log | See the table's throttling and latency. |
//! | `intent.order-unavailable` | log | The same for reading orders; an order that is malformed must be mended. |
//! | `intent.turn-contested` | log | More invocations than one kept writing the same call. Look for a bot session shared by calls. |
//!
//! Settings that are missing or wrong end the cold start, with an error that names the variable.

mod config;
mod error;
mod handle;
mod request;
mod response;

pub use config::Config;
pub use error::IntentError;
pub use handle::handle;
