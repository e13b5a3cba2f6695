//! What can be wrong with a script.

use std::io;
use std::path::{Path, PathBuf};

use aws_events::ParseE164Error;

/// Why a script cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// The file cannot be read.
    #[error("failed to read the script {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is no script: not YAML, an unknown key or verb, a value of the wrong kind.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1.
        line: u64,
        /// Column, counted from 1.
        column: u64,
        /// What was found and what was expected.
        message: String,
    },
    /// Something in the script has no meaning.
    #[error("{}:{line}", path.display())]
    Fault {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1; 0 for a command-line option.
        line: u64,
        /// What is wrong there.
        source: FaultError,
    },
}

/// Something in a script that has no meaning.
#[derive(Debug, thiserror::Error)]
pub enum FaultError {
    /// A number that is none.
    #[error("not a telephone number")]
    Number(#[source] ParseE164Error),
    /// A time that is none.
    #[error("`at` is not a time such as `2026-03-02T14:30:00Z`")]
    Time(#[source] jiff::Error),
    /// A way to deliver events that does not exist.
    #[error("`events` is `{found}`; it is `once` or `twice`")]
    Deliveries {
        /// What is written.
        found: String,
    },
    /// A way to end that does not exist.
    #[error("`ended` is `{found}`; it is one of {}", ended_names())]
    Ended {
        /// What is written.
        found: String,
    },
    /// A key that telephones do not have.
    #[error("`{found}` is no key; a telephone has 0 to 9, `*` and `#` (quote them in YAML)")]
    Key {
        /// The first character that is no key.
        found: char,
    },
    /// `presses` without keys.
    #[error("`presses` needs at least one key")]
    NoKeys,
    /// A pattern without text.
    #[error("there is nothing to hear in an empty text")]
    EmptyPattern,
    /// A regular expression that is none.
    #[error("the regular expression is wrong: {why}")]
    Regex {
        /// What the parser said.
        why: String,
    },
}

/// The names of all ways to end, for a message.
fn ended_names() -> String {
    let names: Vec<_> = super::Ended::NAMES.iter().map(|(name, _)| format!("`{name}`")).collect();
    names.join(", ")
}

/// Names the file of faults.
pub(super) struct Place<'a> {
    pub(super) path: &'a Path,
}

impl Place<'_> {
    pub(super) fn fault(&self, line: u64, source: FaultError) -> ScriptError {
        ScriptError::Fault { path: self.path.to_owned(), line, source }
    }
}

/// Turns what the YAML reader says into one line with a place.
pub(super) fn from_yaml(path: &Path, error: &serde_saphyr::Error) -> ScriptError {
    let location = error.location();
    ScriptError::Syntax {
        path: path.to_owned(),
        line: location.map_or(0, |it| it.line()),
        column: location.map_or(0, |it| it.column()),
        message: plainly(&error.without_snippet().to_string()),
    }
}

/// What the YAML reader says, in the words of scripts: its place is told before, and its words for
/// data types mean nothing to whoever writes a call.
fn plainly(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    [
        ("unknown variant", "unknown verb"),
        ("unknown field", "unknown key"),
        ("missing field", "missing key"),
        ("expected string scalar", "expected a text, here or at the end of the line before"),
    ]
    .iter()
    .fold(message.to_owned(), |message, (theirs, ours)| message.replace(theirs, ours))
}
