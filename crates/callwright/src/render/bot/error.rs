//! What can be wrong with the source of a bot.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A place in the source of a bot, such as `bot/shop.yaml: intents.ReturnOrder.slots[1]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file, from the folder of the project.
    pub file: PathBuf,
    /// The path in it; empty for the whole.
    pub path: String,
}

impl Spot {
    /// A key below.
    pub(super) fn key(&self, key: &str) -> Self {
        let path =
            if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Self { file: self.file.clone(), path }
    }

    /// An item below, counted from 0.
    pub(super) fn item(&self, index: usize) -> Self {
        Self { file: self.file.clone(), path: format!("{}[{index}]", self.path) }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The same in every system: it is how the project names its files.
        let file = self.file.to_string_lossy().replace('\\', "/");
        if self.path.is_empty() { f.write_str(&file) } else { write!(f, "{file}: {}", self.path) }
    }
}

/// Why the source of a bot cannot be rendered.
#[derive(Debug, thiserror::Error)]
pub enum BotError {
    /// A file or folder could not be read.
    #[error("failed to read `{}`", path.display())]
    Read {
        /// File or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is not YAML.
    #[error("{spot} is not YAML: {problem}")]
    NotYaml {
        /// The file.
        spot: Spot,
        /// What is wrong, and where.
        problem: String,
    },
    /// Something is not what belongs there.
    #[error("{spot} is {found}, expected {expected}")]
    Unexpected {
        /// Where.
        spot: Spot,
        /// What is there.
        found: String,
        /// What belongs there.
        expected: String,
    },
    /// Something is there twice.
    #[error("{spot} is there twice: {what} is also at {other}")]
    Twice {
        /// Where it is met again.
        spot: Spot,
        /// What it is.
        what: String,
        /// Where it was met first.
        other: Spot,
    },
    /// There is more of something than Lex takes.
    #[error("{spot} has {found} {what}, and Lex takes at most {limit}")]
    TooMuch {
        /// Where.
        spot: Spot,
        /// How much there is.
        found: usize,
        /// Of what.
        what: &'static str,
        /// How much there may be.
        limit: usize,
    },
    /// The template does not say where a part of the bot goes.
    #[error("{spot} has `{marker}` {found} times, expected once")]
    Marker {
        /// The template.
        spot: Spot,
        /// What stands for the part.
        marker: &'static str,
        /// How often it is there.
        found: usize,
    },
}
