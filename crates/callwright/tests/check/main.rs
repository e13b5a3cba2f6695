//! `callwright check`, run as a user runs it.
//!
//! The flows in `flows` are checked; what is said of them lies beside the tests.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../common/copy.rs"]
mod copy;
#[path = "../common/folder.rs"]
mod folder;
mod lines;
mod project;
mod refuse;
mod sarif;
mod show;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use expect_test::Expect;
use serde_json::Value;

use folder::folder;

/// The folder of the flows to check.
fn flows() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/flows")
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

fn check(folder: &Path, arguments: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_callwright"))
        .arg("check")
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    Said {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs a command that is refused, and compares its exit code and what it says.
fn refuses(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    let said = check(folder, arguments);
    message.assert_eq(&said.stderr.replace(&folder.display().to_string(), "FOLDER"));
    assert_eq!((said.code, said.stdout.as_str()), (code, ""));
}

/// The lines of `--json`.
fn json(folder: &Path, arguments: &[&str]) -> (i32, Vec<Value>) {
    let said = check(folder, &[&["--json"], arguments].concat());
    assert_eq!(said.stderr, "");
    let lines = said.stdout.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    (said.code, lines)
}

/// Rules and severities of what was found in a file.
fn findings(line: &Value) -> Vec<String> {
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or("-").to_owned();
    let findings = line["findings"].as_array().unwrap().iter();
    findings
        .map(|it| format!("{} {} {}", text(it, "severity"), text(it, "rule"), text(it, "action")))
        .collect()
}

/// The text of a flow to check.
fn flow(name: &str) -> String {
    fs::read_to_string(flows().join(name)).unwrap()
}

/// A copy of the project's infrastructure and flows, to be broken.
fn copy() -> tempfile::TempDir {
    copy::copy(&project())
}

/// Changes a file of a folder.
fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no `{from}`");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}
