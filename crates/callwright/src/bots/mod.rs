//! Bots where people keep them: in templates, in exports, in projects.
//!
//! Reading a definition and understanding words is `lex-bot`'s; here are the files, the places in
//! their text, and what can be said of a definition that loads.

mod archive;
mod ask;
mod examine;
mod example;
mod find;
mod judge;
mod outline;
mod written;

use std::collections::BTreeSet;
use std::path::Path;

use lex_bot::{Bot, LoadBotError};

pub use archive::ArchiveError;
pub(crate) use ask::{Asked, Moment, Question, Reading, ask, locale, slot_name};
pub(crate) use find::{Found, find, of_project};
pub(crate) use judge::{Checked, Finding, Judged, JudgedLocale, Rule, Severity, Tally, check};
pub(crate) use outline::Locale;
pub(crate) use written::Spot;

use crate::template::Definition;
use archive::Files;

/// Why a bot cannot be executed.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The files of its export cannot be had.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The definition is wrong.
    #[error(transparent)]
    Definition(#[from] LoadBotError),
}

/// Loads the bot that a definition describes.
///
/// # Errors
///
/// [`LoadError`] when the export cannot be read or the definition is wrong.
pub(crate) fn load(definition: &Definition) -> Result<Bot, LoadError> {
    match definition {
        Definition::Template(properties) => Ok(Bot::from_cloudformation(properties)?),
        Definition::Export { path, .. } => Ok(load_files(&files(path)?)?),
    }
}

/// The locales of a definition; none when it cannot be read.
pub(crate) fn locales(definition: &Definition) -> BTreeSet<String> {
    let outline = match definition {
        Definition::Template(properties) => outline::of_properties(properties),
        Definition::Export { path, .. } => {
            files(path).map(|it| outline::of_files(&it)).unwrap_or_default()
        }
    };
    outline.locales.into_iter().map(|it| it.id).collect()
}

/// The files of an export, whichever way it lies there.
fn files(path: &Path) -> Result<Files, ArchiveError> {
    if path.is_dir() {
        return archive::of_folder(path);
    }
    let bytes = archive::read(path)?;
    if archive::is_zip(&bytes) {
        return archive::of_zip(path);
    }
    match serde_json::from_slice(&bytes) {
        Ok(serde_json::Value::Object(map)) if archive::is_map_of_files(&map) => {
            archive::of_map(path, map)
        }
        // Whatever else it is, the loader says best what it is not.
        Ok(_) | Err(_) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok(Files::from([(name, bytes)]))
        }
    }
}

fn load_files(files: &Files) -> Result<Bot, LoadBotError> {
    Bot::from_export(files)
}
