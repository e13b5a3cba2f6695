//! The template of a bot, with its locales and its version.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::error::{BotError, Spot};
use super::yaml;

/// What stands for the locales of the bot.
const LOCALES: &str = "<locales>";
/// What stands for the locales of a version.
const VERSION_LOCALES: &str = "<version-locales>";
/// What stands for the locales of the alias.
const ALIAS_LOCALES: &str = "<alias-locales>";
/// What stands for the version in the name of its resource.
const VERSION: &str = "<version>";

const HEAD: &str =
    "# Written by `callwright render` from bot/. Change the bot there, then render again.\n";

/// Bytes of the hash in the name of a version.
const HASH_BYTES: usize = 4;

/// The parts of a bot that the template has a place for.
pub(super) struct Parts {
    pub(super) locales: Value,
    pub(super) versions: Value,
    pub(super) alias: Value,
}

/// The template with the parts in their places.
///
/// A version is a snapshot that never changes, so the name of its resource comes of what the snapshot
/// is of: a bot that changes gets another version.
pub(super) fn fill(template: &str, spot: &Spot, parts: &Parts) -> Result<String, BotError> {
    let text = insert(template, spot, LOCALES, &parts.locales)?;
    let text = insert(&text, spot, VERSION_LOCALES, &parts.versions)?;
    let text = insert(&text, spot, ALIAS_LOCALES, &parts.alias)?;
    let found = text.matches(VERSION).count();
    if found == 0 {
        return Err(BotError::Marker { spot: spot.clone(), marker: VERSION, found });
    }
    let text = text.replace(VERSION, &hash(&bot_of(&text)));
    // What the template says of itself is not so of what is rendered.
    let own =
        text.split_inclusive('\n').skip_while(|it| it.starts_with('#') || it.trim().is_empty());
    Ok(format!("{HEAD}{}", own.collect::<String>()))
}

/// Puts a part where its marker stands, behind the key that has it.
fn insert(
    template: &str,
    spot: &Spot,
    marker: &'static str,
    part: &Value,
) -> Result<String, BotError> {
    let found = template.matches(marker).count();
    let wrong = BotError::Marker { spot: spot.clone(), marker, found };
    if found != 1 {
        return Err(wrong);
    }
    let Some(line) = template.lines().find(|it| it.contains(marker)) else { return Err(wrong) };
    let indent = line.len().saturating_sub(line.trim_start().len()).saturating_add(2);
    let part = format!("\n{}", yaml::block(part, indent));
    Ok(template.replacen(&format!(" {marker}"), &part, 1))
}

/// The lines of the resource that is the bot.
fn bot_of(template: &str) -> String {
    let mut lines = template.lines().skip_while(|it| *it != "  Bot:");
    let head = lines.next();
    let own = lines.take_while(|it| it.is_empty() || it.starts_with("   "));
    head.into_iter().chain(own).map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(HASH_BYTES).fold(String::new(), |mut hash, byte| {
        let _ = write!(hash, "{byte:02x}");
        hash
    })
}
