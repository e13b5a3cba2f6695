//! Greets a caller: the first thing that a flow invokes.
//!
//! It opens the call's record and answers with what the caller hears first. The answer depends on
//! nothing that can fail: a caller is greeted also when the table or the caller key is out of reach,
//! and the record is opened by a later function then. Tried twice, it answers and writes the same.
//!
//! It does not decide whether anyone is in, nor where the call goes.

mod answer;
mod caller_key;
mod config;
mod error;
mod handle;

pub use answer::Answer;
pub use caller_key::{CallerKeySecret, FetchKeyError};
pub use config::Config;
pub use error::GreetingError;
pub use handle::handle;
