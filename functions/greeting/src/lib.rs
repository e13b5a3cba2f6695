//! Greets a caller: the first thing that a flow invokes.
//!
//! It finds the line of the dialled number, opens the call's record and answers with everything that the
//! flows say, in the language of the call. The answer depends on nothing that can fail: a caller is
//! greeted also when the table or the caller key is out of reach, and the record is opened by a later
//! function then. Tried twice, it answers and writes the same. Asked for another language in the middle
//! of a call, it answers in that one and writes nothing.
//!
//! It does not decide whether anyone is in, nor where the call goes.

mod answer;
mod caller_key;
mod config;
mod error;
mod handle;
mod words;

pub use answer::Answer;
pub use caller_key::{CallerKeySecret, FetchKeyError};
pub use config::Config;
pub use error::GreetingError;
pub use handle::Greeter;
