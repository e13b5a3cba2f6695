//! Turns of calls, from the event that Lex sends to what is answered, stored and logged.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod business;
mod decisions;
mod failures;
mod heard;
mod once;
mod own_api;
mod pepper;
mod reach;
mod says;
mod vault;
mod world;
