//! `callwright bot`, run as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod ask;
mod check;
mod deployed;
#[path = "../common/folder.rs"]
mod folder;
mod refuse;
#[path = "../common/said.rs"]
mod said;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use expect_test::Expect;

use folder::folder;
use said::{Said, run};

/// The folder of the bots.
fn bots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bot")
}

/// The folder of this project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Runs `callwright bot` in a folder, with something typed.
fn bot(folder: &Path, arguments: &[&str], typed: &str) -> Said {
    run(&["bot"], folder, arguments, typed)
}

/// Runs a command that says something on standard output alone, and compares that.
fn says(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    bot(folder, arguments, "").says(code, message);
}

/// Runs a command that is refused, and compares its exit code and what it says.
fn refuses(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    bot(folder, arguments, "").refuses(code, message);
}

/// The files of an export with one intent.
const EXPORT: [(&str, &str); 5] = [
    (
        "Manifest.json",
        r#"{ "metaData": { "schemaVersion": "1", "fileFormat": "LexJson", "resourceType": "BOT" } }"#,
    ),
    (
        "Desk/Bot.json",
        r#"{ "name": "Desk", "dataPrivacy": { "childDirected": false }, "idleSessionTTLInSeconds": 300 }"#,
    ),
    (
        "Desk/BotLocales/en_US/BotLocale.json",
        r#"{ "name": "English (US)", "identifier": "en_US", "nluConfidenceThreshold": 0.4 }"#,
    ),
    (
        "Desk/BotLocales/en_US/Intents/Book/Intent.json",
        r#"{ "name": "Book", "sampleUtterances": [{ "utterance": "book a desk" }], "slotPriorities": [] }"#,
    ),
    (
        "Desk/BotLocales/en_US/Intents/FallbackIntent/Intent.json",
        r#"{ "name": "FallbackIntent", "parentIntentSignature": "AMAZON.FallbackIntent" }"#,
    ),
];

/// A zip archive of some files.
fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
