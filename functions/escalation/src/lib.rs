//! Decides where a caller who needs a person goes: to the queue, or to voicemail.
//!
//! The line tells when it is open and where its callers wait. The flow tells what it has just found out:
//! numbers of the queue, and opening hours for numbers without a line. The call's record tells what the
//! call was about. The answer says where to go, what the caller hears and what
//! the agent reads, and the record keeps it. The answer does not depend on the record: with the table
//! out of reach the caller still gets to a person. Tried twice, it answers and writes the same.
//!
//! It transfers nothing itself; that is the flow's part.

mod answer;
mod config;
mod decision;
mod error;
mod handle;
mod place;
mod request;
mod why;

pub use answer::Answer;
pub use config::Config;
pub use decision::{Cause, Hours, Route, Situation};
pub use error::EscalationError;
pub use handle::Escalator;
pub use why::Why;
