//! Shows calls and checks: to people, to machines, to test tooling. The only module that prints.
//!
//! A reader who goes away (`callwright … | head`) is no error: what nobody reads is not written.

pub(crate) mod bot;
pub(crate) mod check;
pub(crate) mod coverage;
pub(crate) mod human;
pub(crate) mod junit;
pub(crate) mod line;
mod plain;
pub(crate) mod review;
pub(crate) mod timings;
pub(crate) mod words;

use std::fmt;
use std::io::{self, Write};

use crate::call::Event;

pub(crate) use plain::{is_hidden, plain};

/// How events are written to standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people, every event of interest on a line.
    Human,
    /// For machines, one JSON object on a line for every event.
    Json,
}

impl Format {
    /// Writes one event.
    pub(crate) fn event(self, event: &Event) {
        match self {
            Self::Human => text(&human::event(event)),
            Self::Json => json(event),
        }
    }
}

/// Writes something as one line of JSON.
pub(crate) fn json(value: &impl serde::Serialize) {
    // Events hold text, numbers and JSON: there is nothing that cannot be written.
    if let Ok(line) = serde_json::to_string(value) {
        text(&format!("{line}\n"));
    }
}

/// Writes data, to standard output.
pub(crate) fn text(text: &str) {
    let mut out = anstream::stdout().lock();
    forgive(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Writes something that is not data, to standard error: progress, hints, errors.
pub(crate) fn note(text: impl fmt::Display) {
    let mut out = anstream::stderr().lock();
    forgive(writeln!(out, "{text}"));
}

/// A stream that nobody reads any more is nothing to report, and there is no place to report it.
fn forgive(written: io::Result<()>) {
    drop(written);
}
