//! Looks for bots in files and folders.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use lex_bot::{Bot, LoadBotError};
use serde_json::{Map, Value};

use super::archive::{self, ArchiveError, Files};
use super::outline::{self, Outline};
use super::written::Written;
use crate::check::{PASSED_OVER, Text};
use crate::template::{self, Definition, StandIn, TemplateBots, TemplateError};

/// Endings of files in a folder that may hold a bot.
const ENDINGS: [&str; 5] = ["json", "template", "yaml", "yml", "zip"];

/// The type of a bot in templates.
const RESOURCE: &str = "AWS::Lex::Bot";

/// A bot that was found, or something that was taken for one.
#[derive(Debug)]
pub(crate) struct Found {
    /// The file or folder, as it is shown.
    pub(crate) path: PathBuf,
    /// Logical id in a template.
    pub(crate) id: Option<String>,
    /// Where it is written; `None` when its files cannot be had.
    pub(crate) written: Option<Written>,
    /// What it says, as far as it can be read.
    pub(crate) outline: Outline,
    /// Values that a laptop does not know.
    pub(crate) stand_ins: Vec<StandIn>,
    /// Nested templates that are not here.
    pub(crate) missing: Vec<String>,
    /// What came of reading it.
    pub(crate) bot: Result<Bot, Unloadable>,
}

/// Why something is no bot that can be executed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unloadable {
    /// The definition is wrong.
    #[error(transparent)]
    Definition(LoadBotError),
    /// The files of an export cannot be had.
    #[error(transparent)]
    Archive(ArchiveError),
    /// A template cannot be read.
    #[error(transparent)]
    Template(TemplateError),
    /// It is a template, and has no bot.
    #[error("found a template without a bot, expected a resource of the type `{RESOURCE}`")]
    NoBot,
    /// It is something else.
    #[error(
        "found neither a template nor an export of a bot, expected a CloudFormation or SAM \
         template with `Resources`, a Lex V2 export (a zip archive or a folder with `Bot.json`), or \
         a JSON file of its files by path"
    )]
    Neither,
}

/// Why bots cannot be looked for.
#[derive(Debug, thiserror::Error)]
#[error("failed to look for bots in {}", path.display())]
pub(crate) struct SourceError {
    path: PathBuf,
    source: io::Error,
}

/// The bots at some paths, in that order: files as they are; folders as exports if they are, and
/// else searched for files that hold bots.
///
/// # Errors
///
/// [`SourceError`] when a path does not exist or a folder cannot be listed.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<Found>, SourceError> {
    let mut found = Vec::new();
    for path in paths {
        let failed = |source| SourceError { path: path.clone(), source };
        if path.metadata().map_err(failed)?.is_dir() {
            walk(path, &mut found).map_err(failed)?;
        } else {
            found.extend(file(path, true));
        }
    }
    Ok(found)
}

/// The bots of a project.
pub(crate) fn of_project(root: &Path) -> Vec<Found> {
    let template = root.join("infra").join("template.yaml");
    match template::bots_of_project(root) {
        Ok(bots) => of_template(&template, bots, true),
        Err(error) => vec![refused(&template, Unloadable::Template(error))],
    }
}

/// Whether a folder is an unpacked export: `Bot.json` lies in it, or locales do.
fn is_export(folder: &Path) -> bool {
    folder.join("Bot.json").is_file() || folder.join("BotLocales").is_dir()
}

/// Collects the bots of a folder and those below it. Links to folders are not followed, so that
/// there is an end.
fn walk(folder: &Path, found: &mut Vec<Found>) -> io::Result<()> {
    if is_export(folder) {
        found.push(match archive::of_folder(folder) {
            Ok(files) => of_files(folder, &files),
            Err(error) => refused(folder, Unloadable::Archive(error)),
        });
        return Ok(());
    }
    let mut entries = folder.read_dir()?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (name, path) = (entry.file_name(), entry.path());
        let name = name.to_string_lossy();
        if entry.file_type()?.is_dir() {
            if !name.starts_with('.') && !PASSED_OVER.contains(&name.as_ref()) {
                walk(&path, found)?;
            }
        } else if path.is_file()
            && path.extension().is_some_and(|it| ENDINGS.iter().any(|ending| it == *ending))
        {
            found.extend(file(&path, false));
        }
    }
    Ok(())
}

/// The bots of a file; of one that was not named, only what is plainly meant to be a bot.
fn file(path: &Path, is_named: bool) -> Vec<Found> {
    let bytes = match archive::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return vec![refused(path, Unloadable::Archive(error))],
    };
    if archive::is_zip(&bytes) {
        return match archive::of_zip(path) {
            Ok(files) if is_named || is_export_of_bot(&files) => vec![of_files(path, &files)],
            Ok(_) => Vec::new(),
            Err(error) => vec![refused(path, Unloadable::Archive(error))],
        };
    }
    let neither = || if is_named { vec![refused(path, Unloadable::Neither)] } else { Vec::new() };
    let Ok(text) = str::from_utf8(&bytes) else { return neither() };
    let text = Text::new(text);
    let json = serde_json::from_str::<Value>(text.as_str()).ok();
    if let Some(Value::Object(map)) = json {
        if archive::is_map_of_files(&map) {
            return match archive::of_map(path, map) {
                Ok(files) if is_named || is_export_of_bot(&files) => vec![of_files(path, &files)],
                Ok(_) => Vec::new(),
                Err(error) => vec![refused(path, Unloadable::Archive(error))],
            };
        }
        if is_lone_resource(&map) {
            return match template::lone_bot(path, text.as_str()) {
                Ok(bots) => of_template(path, bots, is_named),
                Err(error) => vec![refused(path, Unloadable::Template(error))],
            };
        }
        if !map.contains_key("Resources") {
            // An export of Lex V1 is one JSON file; the loader knows it.
            let is_older = map.contains_key("metadata") && map.contains_key("resource");
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if !is_older {
                return neither();
            }
            let found = of_files(path, &Files::from([(name, bytes)]));
            // The file is the export, and not in one.
            let written = found.written.map(|it| it.at(path.parent().unwrap_or(Path::new(""))));
            return vec![Found { written, ..found }];
        }
    }
    let is_template = text.as_str().contains("Resources");
    if !is_template || !(is_named || text.as_str().contains(RESOURCE)) {
        return neither();
    }
    match template::bots(path) {
        Ok(bots) => of_template(path, bots, is_named),
        Err(error) => vec![refused(path, Unloadable::Template(error))],
    }
}

/// Whether files are those of a bot, whatever else lies in other archives.
fn is_export_of_bot(files: &Files) -> bool {
    files.keys().any(|it| it.ends_with("Bot.json") || it.contains("BotLocales/"))
}

/// Whether JSON is the resource of a bot, cut out of its template.
fn is_lone_resource(json: &Map<String, Value>) -> bool {
    json.get("Type").is_some_and(|it| it == RESOURCE) && json.contains_key("Properties")
}

fn of_template(path: &Path, bots: TemplateBots, is_named: bool) -> Vec<Found> {
    let TemplateBots { bots, missing } = bots;
    if bots.is_empty() && is_named {
        return vec![Found { missing, ..refused(path, Unloadable::NoBot) }];
    }
    let mut missing = Some(missing);
    let found = bots.into_iter().map(|it| {
        let found = match &it.definition {
            Definition::Template(properties) => Found {
                bot: Bot::from_cloudformation(properties).map_err(Unloadable::Definition),
                outline: outline::of_properties(properties),
                written: Some(Written::Template(it.origin.clone())),
                ..refused(it.origin.file(), Unloadable::NoBot)
            },
            Definition::Export { path, .. } => match super::files(path) {
                Ok(files) => of_files(path, &files),
                Err(error) => refused(path, Unloadable::Archive(error)),
            },
        };
        Found {
            id: Some(it.id),
            stand_ins: it.stand_ins,
            // Once is enough for what is missing of the whole template.
            missing: missing.take().unwrap_or_default(),
            ..found
        }
    });
    found.collect()
}

fn of_files(path: &Path, files: &Files) -> Found {
    Found {
        bot: super::load_files(files).map_err(Unloadable::Definition),
        outline: outline::of_files(files),
        written: Some(Written::export(path, files)),
        ..refused(path, Unloadable::Neither)
    }
}

/// Something that is no bot.
fn refused(path: &Path, why: Unloadable) -> Found {
    Found {
        path: path.to_owned(),
        id: None,
        written: None,
        outline: Outline::default(),
        stand_ins: Vec::new(),
        missing: Vec::new(),
        bot: Err(why),
    }
}
