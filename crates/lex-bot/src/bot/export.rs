//! Finds the parts of a bot among the files of a Lex V2 export.
//!
//! ## Format
//!
//! ```text
//! manifest.json
//! <bot>/Bot.json
//! <bot>/BotLocales/<locale>/BotLocale.json
//! <bot>/BotLocales/<locale>/CustomVocabulary/CustomVocabulary.json
//! <bot>/BotLocales/<locale>/Intents/<intent>/Intent.json
//! <bot>/BotLocales/<locale>/Intents/<intent>/Slots/<slot>/Slot.json
//! <bot>/BotLocales/<locale>/SlotTypes/<slot type>/SlotType.json
//! ```
//!
//! The folder of the bot may be missing or stand in others, and so may the manifest: that is what
//! becomes of an export that someone unpacked. An export of a locale alone has no `Bot.json`.
//!
//! Source: Amazon Lex V2 Developer Guide, "JSON format for importing and exporting".

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::load::{self, IntentSource, LocaleSource, Source};
use super::node::{LoadBotError, Node, Object};
use super::{Bot, Warning};

/// Files by their paths, with `/` between folders.
type Files = BTreeMap<String, Vec<u8>>;

/// Contents of the files that are read, by their paths.
type Documents = BTreeMap<String, Value>;

/// What a file is, told by its path below the folder of its locale.
enum Role<'a> {
    Locale,
    Intent { name: &'a str },
    Slot { intent: &'a str },
    SlotType,
    Vocabulary,
    Other,
}

/// Reads the bot of an export.
pub(super) fn bot<P: AsRef<str>, C: AsRef<[u8]>>(
    files: impl IntoIterator<Item = (P, C)>,
) -> Result<Bot, LoadBotError> {
    let files = collect(files)?;
    let mut documents = Documents::new();
    for (path, content) in &files {
        match parse(path, content) {
            Ok(document) => {
                documents.insert(path.clone(), document);
            }
            Err(error) if is_part(path) => return Err(error),
            // Whatever it is, it is not read.
            Err(_) => {}
        }
    }
    refuse_v1(&documents)?;
    let manifests = documents.iter().filter(|(path, _)| is_manifest(path));
    for (path, manifest) in manifests {
        check_manifest(path, manifest)?;
    }
    let bots: Vec<&str> = named(&documents, "Bot.json");
    let locales: Vec<&str> = named(&documents, "BotLocale.json");
    let mut warnings = Vec::new();
    let nameless = json!({ "name": locales.first().map_or("", |path| bot_above(path)) });
    let bot = match bots.as_slice() {
        [path] => Node::file(path, documents.get(*path).unwrap_or(&Value::Null)),
        [] if !locales.is_empty() => {
            let note = "there is no `Bot.json`: the bot is named after its folder";
            warnings.push(Warning { path: "Bot.json".to_owned(), note: note.to_owned() });
            Node::file("Bot.json", &nameless)
        }
        [] => return Err(no_bot(&files)),
        [_, other, ..] => {
            return Err(LoadBotError {
                path: (*other).to_owned(),
                found: format!("{} bots", bots.len()),
                expected: "one bot in an export".to_owned(),
            });
        }
    };
    let root = bots.first().map_or("", |path| folder_of(path));
    let mut sources = Vec::new();
    for path in &locales {
        sources.push(locale(folder_of(path), &documents)?);
    }
    for path in files.keys() {
        let below = locales.iter().find_map(|it| below(folder_of(it), path));
        let known = match below.map(role) {
            Some(Role::Other) => false,
            Some(_) => true,
            None => {
                orphan(root, path)?;
                is_manifest(path) || bots.contains(&path.as_str())
            }
        };
        if !known {
            let note = "not read: no part of an export of a bot".to_owned();
            warnings.push(Warning { path: path.clone(), note });
        }
    }
    if locales.is_empty() {
        return Err(LoadBotError {
            path: joined(root, "BotLocales"),
            found: "no `BotLocale.json`".to_owned(),
            expected: "at least one locale".to_owned(),
        });
    }
    let mut bot = load::bot_of(&Source { bot: bot.object()?, locales: sources })?;
    bot.warnings.splice(0..0, warnings);
    Ok(bot)
}

/// The files, without what operating systems leave in archives.
fn collect<P: AsRef<str>, C: AsRef<[u8]>>(
    given: impl IntoIterator<Item = (P, C)>,
) -> Result<Files, LoadBotError> {
    let mut files = Files::new();
    for (path, content) in given {
        let path = path.as_ref().replace('\\', "/");
        let path = path.trim_start_matches("./").trim_start_matches('/').to_owned();
        let hidden = |it: &str| it.starts_with('.') || it == "__MACOSX";
        if path.is_empty() || path.ends_with('/') || path.split('/').any(hidden) {
            continue;
        }
        if files.insert(path.clone(), content.as_ref().to_owned()).is_some() {
            let found = "a second file of this name".to_owned();
            return Err(LoadBotError { path, found, expected: "one".to_owned() });
        }
    }
    Ok(files)
}

fn parse(path: &str, content: &[u8]) -> Result<Value, LoadBotError> {
    // Editors on Windows write a byte order mark.
    let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    serde_json::from_slice(content).map_err(|error| LoadBotError {
        path: path.to_owned(),
        found: format!("no JSON from line {}, column {} on", error.line(), error.column()),
        expected: "JSON".to_owned(),
    })
}

/// The export of a bot of the former Lex has another format altogether.
fn refuse_v1(documents: &Documents) -> Result<(), LoadBotError> {
    let is_v1 =
        |it: &Value| it.pointer("/metadata/importType").is_some() && it.get("resource").is_some();
    match documents.iter().find(|(_, document)| is_v1(document)) {
        Some((path, _)) => Err(LoadBotError {
            path: path.clone(),
            found: "an export of Lex V1".to_owned(),
            expected: "one of Lex V2: migrate the bot, then export it again".to_owned(),
        }),
        None => Ok(()),
    }
}

fn check_manifest(path: &str, manifest: &Value) -> Result<(), LoadBotError> {
    const FORMATS: &[(&str, ())] = &[("LexJson", ())];
    const RESOURCES: &[(&str, ())] = &[("Bot", ()), ("BotLocale", ())];
    let manifest = Node::file(path, manifest).object()?;
    // The guide writes the one, Lex writes the other.
    let metadata = ["Metadata", "MetaData"].iter().find_map(|it| manifest.get(it));
    let Some(metadata) = metadata else {
        return Err(manifest.error("Metadata", "nothing", "what the export is"));
    };
    let metadata = metadata.object()?;
    if let Some(format) = metadata.get("FileFormat") {
        format.one_of(FORMATS)?;
    }
    if let Some(resource) = metadata.get("ResourceType") {
        resource.one_of(RESOURCES)?;
    }
    Ok(())
}

fn no_bot(files: &Files) -> LoadBotError {
    let found = match files.len() {
        0 => "no file".to_owned(),
        1 => "one other file".to_owned(),
        count => format!("{count} other files"),
    };
    LoadBotError {
        path: "Bot.json".to_owned(),
        found,
        expected: "the `Bot.json` of a Lex V2 export".to_owned(),
    }
}

/// A file of a bot whose locale is missing.
fn orphan(root: &str, path: &str) -> Result<(), LoadBotError> {
    let mut folders = below(root, path).unwrap_or_default().split('/');
    match (folders.next(), folders.next(), folders.next()) {
        (Some("BotLocales"), Some(locale), Some(_)) => Err(LoadBotError {
            path: joined(root, &format!("BotLocales/{locale}/BotLocale.json")),
            found: "nothing".to_owned(),
            expected: "the locale of the files beside it".to_owned(),
        }),
        _ => Ok(()),
    }
}

/// The locale in a folder.
fn locale<'a>(folder: &str, documents: &'a Documents) -> Result<LocaleSource<'a>, LoadBotError> {
    let path = joined(folder, "BotLocale.json");
    let locale = object(&path, documents)?;
    let mut slot_types = Vec::new();
    let mut intents: BTreeMap<&str, IntentSource<'_>> = BTreeMap::new();
    let mut slots: Vec<(&str, &str)> = Vec::new();
    for path in documents.keys() {
        match below(folder, path).map(role) {
            Some(Role::SlotType) => slot_types.push(object(path, documents)?),
            Some(Role::Intent { name }) => {
                let intent = object(path, documents)?;
                intents.insert(name, IntentSource { intent, slots: Vec::new() });
            }
            Some(Role::Slot { intent }) => slots.push((intent, path)),
            Some(Role::Locale | Role::Vocabulary | Role::Other) | None => {}
        }
    }
    for (intent, path) in slots {
        let Some(source) = intents.get_mut(intent) else {
            return Err(LoadBotError {
                path: joined(folder, &format!("Intents/{intent}/Intent.json")),
                found: "nothing".to_owned(),
                expected: "the intent of the slots beside it".to_owned(),
            });
        };
        source.slots.push(object(path, documents)?);
    }
    Ok(LocaleSource { locale, slot_types, intents: intents.into_values().collect() })
}

fn object<'a>(path: &str, documents: &'a Documents) -> Result<Object<'a>, LoadBotError> {
    Node::file(path, documents.get(path).unwrap_or(&Value::Null)).object()
}

fn role(path: &str) -> Role<'_> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["BotLocale.json"] => Role::Locale,
        ["Intents", name, "Intent.json"] => Role::Intent { name },
        ["Intents", intent, "Slots", _, "Slot.json"] => Role::Slot { intent },
        ["SlotTypes", _, "SlotType.json"] => Role::SlotType,
        ["CustomVocabulary", "CustomVocabulary.json"] => Role::Vocabulary,
        _ => Role::Other,
    }
}

/// Whether a file must be JSON.
fn is_part(path: &str) -> bool {
    const NAMES: &[&str] =
        &["Bot.json", "BotLocale.json", "Intent.json", "Slot.json", "SlotType.json"];
    NAMES.contains(&name_of(path)) || is_manifest(path)
}

fn is_manifest(path: &str) -> bool {
    name_of(path).eq_ignore_ascii_case("manifest.json")
}

/// The files with this name.
fn named<'a>(documents: &'a Documents, name: &str) -> Vec<&'a str> {
    documents.keys().map(String::as_str).filter(|it| name_of(it) == name).collect()
}

fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn joined(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

/// The path of a file from a folder on, if it is in there.
fn below<'a>(folder: &str, path: &'a str) -> Option<&'a str> {
    if folder.is_empty() { Some(path) } else { path.strip_prefix(folder)?.strip_prefix('/') }
}

/// The folder of the bot that a locale belongs to; its own where there is none above.
fn bot_above(locale: &str) -> &str {
    let folder = folder_of(locale);
    let above = folder_of(folder);
    let above = if name_of(above) == "BotLocales" { folder_of(above) } else { above };
    match (name_of(above), name_of(folder)) {
        ("", "") => "bot",
        ("", own) => own,
        (bot, _) => bot,
    }
}
