//! `callwright bot`, run as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod ask;
mod check;
mod deployed;
mod refuse;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use expect_test::Expect;

/// The folder of the bots.
fn bots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bot")
}

/// The folder of this project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// What a command said, and its exit code.
struct Said {
    code: i32,
    stdout: String,
    stderr: String,
}

/// Runs `callwright bot` in a folder, with something typed.
fn bot(folder: &Path, arguments: &[&str], typed: &str) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_callwright"))
        .arg("bot")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .env("NO_COLOR", "1")
        .spawn()
        .unwrap();
    // A command that is refused does not read what is typed.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| {
        String::from_utf8(bytes).unwrap().replace(&folder.display().to_string(), "FOLDER")
    };
    Said {
        code: output.status.code().unwrap(),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// Runs a command that says something on standard output alone, and compares that.
fn says(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    let said = bot(folder, arguments, "");
    message.assert_eq(&said.stdout);
    assert_eq!((said.code, said.stderr.as_str()), (code, ""));
}

/// Runs a command that is refused, and compares its exit code and what it says.
fn refuses(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    let said = bot(folder, arguments, "");
    message.assert_eq(&said.stderr);
    assert_eq!((said.code, said.stdout.as_str()), (code, ""));
}

/// A folder with files in it.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
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
