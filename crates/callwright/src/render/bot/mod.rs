//! Renders `bot/` into the CloudFormation template that deploys it.
//!
//! What callers say is written once, by scenario and for all languages beside each other; Lex wants it
//! by locale and intent, with everything that intents have in common repeated in each. The source is
//! `template.yaml`, everything around the locales, and any other `.yaml` file of the folder, in the
//! format that [`source`] shows. Names are shared by all files: an intent may use any file's slot.

mod error;
mod joined;
mod limits;
mod locale;
mod node;
mod source;
mod template;
#[cfg(test)]
mod tests;
mod yaml;

use std::path::{Path, PathBuf};
use std::{fs, io};

use lex_bot::Bot;
use serde_json::{Value, json};

pub use error::{BotError, Spot};
use joined::Joined;
use locale::LOCALES;
pub use locale::Questions;
use source::Source;

/// Everything around the locales.
const TEMPLATE: &str = "template.yaml";

/// Renders the bot whose source is in a folder of the project.
///
/// # Errors
///
/// [`BotError`] when a file cannot be read, or does not fit the others or Lex.
pub fn render(project: &Path, folder: &Path, questions: Questions<'_>) -> Result<String, BotError> {
    let read = |file: &Path| {
        let path = project.join(file);
        fs::read_to_string(&path).map_err(|source| BotError::Read { path, source })
    };
    let template = folder.join(TEMPLATE);
    let text = read(&template)?;
    let mut sources = Vec::new();
    for file in files(project, folder)? {
        sources.push(Source::read(&file, &read(&file)?)?);
    }
    let bot = Joined::new(folder, sources)?;
    let parts = template::Parts {
        locales: locale::locales(&bot, questions)?,
        versions: locale::versions(),
        alias: locale::alias(),
    };
    check(folder, &parts.locales)?;
    template::fill(&text, &Spot { file: template, path: String::new() }, &parts)
}

/// The files of the source but the template, in the order of their names.
fn files(project: &Path, folder: &Path) -> Result<Vec<PathBuf>, BotError> {
    let path = project.join(folder);
    let failed = |source: io::Error| BotError::Read { path: path.clone(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(&path).map_err(failed)? {
        let name = PathBuf::from(entry.map_err(failed)?.file_name());
        if name.extension().is_some_and(|it| it == "yaml") && name != Path::new(TEMPLATE) {
            files.push(folder.join(name));
        }
    }
    files.sort();
    Ok(files)
}

/// Checks that the bot can be executed, and that nothing of it would be passed over.
fn check(folder: &Path, locales: &Value) -> Result<(), BotError> {
    let wrong = |found: String| BotError::Unexpected {
        spot: Spot { file: folder.to_owned(), path: String::new() },
        found,
        expected: "a bot that Lex takes".to_owned(),
    };
    let properties = json!({ "Name": "bot", "BotLocales": locales });
    let bot = Bot::from_cloudformation(&properties).map_err(|error| {
        wrong(format!("a definition that cannot be read: {}", crate::chain(&error)))
    })?;
    match bot.warnings().first() {
        Some(warning) => Err(wrong(format!("a definition with a fault: {warning}"))),
        None => Ok(()),
    }
}
