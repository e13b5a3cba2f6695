//! The local line: calls a voice line from a laptop before anything is deployed.
//!
//! It runs the contact flows, the bot definition and the compiled Lambda binaries of a project,
//! with AWS stood in for by embedded services, and lets a person or a script be the caller.
//!
//! It does not link the functions, does not decide what a flow or a bot does (`connect-flow` and
//! `lex-bot` do). It talks to AWS for one thing only: putting lines into the table of a deployment.
//!
//! ## Determinism
//!
//! A scripted call gives the same events every time, but for durations: its clock moves by what is
//! said and waited for, and every id follows from the name of the call.

pub mod aws;
pub mod bots;
pub mod call;
pub mod cli;
pub mod coverage;
pub mod draw;
pub mod ids;
pub mod lambda;
pub mod line;
pub mod lines;
pub mod render;
pub mod script;
pub mod suite;
pub mod template;

mod check;
mod report;
mod review;
mod stopwatch;
mod timings;
mod words;

/// An error and its causes in one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", chain(source)),
        None => error.to_string(),
    }
}
