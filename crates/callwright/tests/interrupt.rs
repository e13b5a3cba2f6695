//! Ctrl-C in the middle of a call: the exit code says so, and no function outlives it.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// How often a process is looked at before it counts as alive: some seconds in all.
const LOOKS: u32 = 500_000;

/// The state and the parent of a process, as Linux tells them; `None` when it is gone.
fn state_and_parent(process: u32) -> Option<(String, u32)> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ');
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}

/// The processes that a process started.
fn children(parent: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").unwrap();
    processes
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|process| state_and_parent(*process).is_some_and(|(_, it)| it == parent))
        .collect()
}

/// Whether a process ends; one that ended but was not asked how is as good as gone.
fn ends(process: u32) -> bool {
    (0..LOOKS).any(|_| state_and_parent(process).is_none_or(|(state, _)| state == "Z"))
}

fn leaves_no_child(signal: &str) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut callwright = Command::new(env!("CARGO_BIN_EXE_callwright"))
        .arg("call")
        .current_dir(project)
        // Somebody who thinks about what to say.
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let stdout = BufReader::new(callwright.stdout.take().unwrap());
    let heard = stdout.lines().map_while(Result::ok).any(|line| line.contains("may be recorded"));
    assert!(heard, "the line has greeted, so `greeting` runs");
    let functions = children(callwright.id());
    assert!(!functions.is_empty());

    let id = callwright.id().to_string();
    assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    assert_eq!(callwright.wait().unwrap().code(), Some(130));
    for function in functions {
        assert!(ends(function), "function {function} outlives the call");
    }
}

#[test]
fn ctrl_c_leaves_no_child() {
    leaves_no_child("-INT");
}

#[test]
fn a_request_to_terminate_leaves_no_child() {
    leaves_no_child("-TERM");
}
