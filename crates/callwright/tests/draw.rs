//! `callwright draw`, run as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use expect_test::{Expect, expect, expect_file};

/// The folder of this project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The folder of flows to draw.
fn flows() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draw")
}

fn draw(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_callwright"));
    command.arg("draw").args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("NO_COLOR", "1").output().unwrap()
}

/// What is drawn.
fn drawing(folder: &Path, arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = draw(folder, arguments);
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    assert!(stderr.is_empty(), "{}", String::from_utf8_lossy(&stderr));
    String::from_utf8(stdout).unwrap()
}

/// Runs a command that is refused, and compares what it says.
fn refuses(folder: &Path, arguments: &[&str], message: &Expect) {
    let Output { status, stdout, stderr } = draw(folder, arguments);
    let stderr = String::from_utf8(stderr).unwrap();
    message.assert_eq(&stderr.replace(&folder.display().to_string(), "FOLDER"));
    assert_eq!(status.code(), Some(3), "{stderr}");
    assert!(stdout.is_empty());
}

#[test]
fn a_file_that_is_not_there() {
    refuses(
        &flows(),
        &["nowhere.json"],
        &expect![[r#"
        error: failed to read the flow nowhere.json: No such file or directory (os error 2)
    "#]],
    );
}

#[test]
fn a_file_that_is_no_flow() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.json"), "{").unwrap();
    refuses(
        folder.path(),
        &["a.json"],
        &expect![[r#"
        error: a.json is no flow: not JSON: EOF while parsing an object at line 1 column 1
    "#]],
    );
    fs::write(folder.path().join("b.json"), r#"{"modules":[]}"#).unwrap();
    refuses(
        folder.path(),
        &["b.json"],
        &expect![[r#"
        error: b.json is no flow: a legacy export with `modules`, which Connect replaced by the Flow language: import it in the console's flow designer, save it there and export it again, or read it with `aws connect describe-contact-flow`
    "#]],
    );
}

#[test]
fn a_name_that_no_flow_has() {
    refuses(
        &project(),
        &["outbound"],
        &expect![[r#"
            error: FOLDER has no flow `outbound` in contact-flows

            hint: its flows are `assistant`, `callback`, `emergency`, `escalation`, `goodbye`, `inbound`, `voicemail`, `waiting`, `whisper`
        "#]],
    );
}

#[test]
fn a_way_that_is_none() {
    refuses(
        &flows(),
        &["menu.json", "--highlight", "placed.json"],
        &expect![[r#"
            error: cannot follow placed.json: expected a step with `action`, and where they are known `flow` and `branch`

            hint: a way is what `callwright call --json` or `callwright check --json` writes, a finding of it, or an object with `path`: a list of steps with `flow`, `action` and `branch`
        "#]],
    );
}

#[test]
fn a_way_through_another_flow() {
    refuses(
        &flows(),
        &["placed.json", "--highlight", "call.jsonl"],
        &expect![[r#"
        error: cannot follow call.jsonl: it goes through `menu`, not through any action of `placed`
    "#]],
    );
}

#[test]
fn a_way_through_another_version_of_the_flow() {
    let folder = tempfile::tempdir().unwrap();
    let path = r#"{"path":[{"flow":"menu","action":"menu","branch":"Equals 2"},{"flow":"menu","action":"gone"}]}"#;
    fs::write(folder.path().join("path.json"), path).unwrap();
    let flow = flows().join("menu.json").display().to_string();
    refuses(
        folder.path(),
        &[&flow, "--highlight", "path.json"],
        &expect![[r#"
        error: cannot follow path.json: `menu` has no action `gone`: the path is that of another version of the flow
    "#]],
    );
}

#[test]
fn a_flow_without_places_is_drawn_in_columns() {
    expect_file!["draw/menu.svg"].assert_eq(&drawing(&flows(), &["menu.json"]));
}

#[test]
fn a_flow_with_places_keeps_them_and_its_notes() {
    let auto = drawing(&flows(), &["placed.json"]);
    expect_file!["draw/placed.svg"].assert_eq(&auto);
    assert_eq!(auto, drawing(&flows(), &["placed.json", "--layout", "metadata"]));
    assert_ne!(auto, drawing(&flows(), &["placed.json", "--layout", "computed"]));
}

#[test]
fn a_recorded_call_is_followed() {
    let followed = drawing(&flows(), &["menu.json", "--highlight", "call.jsonl"]);
    expect_file!["draw/menu-followed.svg"].assert_eq(&followed);
}

#[test]
fn a_flow_is_drawn_for_documents() {
    let plain = drawing(&flows(), &["menu.json", "--format", "mermaid"]);
    expect_file!["draw/menu.mmd"].assert_eq(&plain);
    let followed = ["menu.json", "--format", "mermaid", "--highlight", "call.jsonl"];
    expect_file!["draw/menu-followed.mmd"].assert_eq(&drawing(&flows(), &followed));
}

#[test]
fn a_flow_of_the_project_is_drawn_by_its_name() {
    let svg = drawing(&project(), &["inbound"]);
    assert!(svg.contains("<title id=\"cw-title\">inbound</title>"));
    assert_eq!(svg, drawing(&project(), &["contact-flows/inbound.json"]));
    let root = project().display().to_string();
    assert_eq!(svg, drawing(&flows(), &["inbound", "--project", &root]));
    assert_eq!(svg, drawing(&flows(), &["inbound.json", "--project", &root]));
}

#[test]
fn the_file_to_write_says_the_format() {
    let folder = tempfile::tempdir().unwrap();
    let flow = flows().join("menu.json").display().to_string();
    for (name, arguments, begin) in [
        ("a.svg", &[][..], "<svg "),
        ("a.mmd", &[][..], "flowchart LR\n"),
        ("a.mermaid", &[][..], "flowchart LR\n"),
        ("a.MD", &[][..], "```mermaid\nflowchart LR\n"),
        ("a", &[][..], "<svg "),
        ("a.txt", &["--format", "svg"][..], "<svg "),
        ("a.svg", &["--format", "mermaid"][..], "flowchart LR\n"),
    ] {
        let arguments = [&[flow.as_str(), "-o", name], arguments].concat();
        let Output { status, stdout, stderr } = draw(folder.path(), &arguments);
        assert!(status.success() && stdout.is_empty());
        assert_eq!(String::from_utf8(stderr).unwrap(), format!("wrote {name}\n"));
        let written = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(written.starts_with(begin), "{name} {arguments:?}: {written}");
    }
}

#[test]
fn a_place_that_cannot_be_written_to() {
    refuses(
        &flows(),
        &["menu.json", "-o", "nowhere/menu.svg"],
        &expect![[r#"
        error: failed to write nowhere/menu.svg: No such file or directory (os error 2)
    "#]],
    );
}

#[test]
fn every_flow_of_the_project_is_drawn() {
    for name in ["inbound", "assistant", "escalation", "voicemail", "goodbye"] {
        assert!(drawing(&project(), &[name]).ends_with("</svg>\n"));
        assert!(drawing(&project(), &[name, "--format", "mermaid"]).starts_with("flowchart LR\n"));
    }
}

/// Runs a command that makes no sense, and compares what it says.
fn is_nonsense(folder: &Path, arguments: &[&str], message: &Expect) {
    let Output { status, stdout, stderr } = draw(folder, arguments);
    message.assert_eq(&String::from_utf8(stderr).unwrap());
    assert_eq!(status.code(), Some(2));
    assert!(stdout.is_empty());
}

#[test]
fn a_drawing_never_takes_the_place_of_what_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read(flows().join("menu.json")).unwrap();
    fs::write(folder.path().join("menu.svg"), &text).unwrap();
    is_nonsense(
        folder.path(),
        &["menu.svg", "-o", "./menu.svg"],
        &expect![[r#"
            error: ./menu.svg is what is read: a drawing would take its place

            hint: name another file to write
        "#]],
    );
    assert_eq!(fs::read(folder.path().join("menu.svg")).unwrap(), text);
}

#[test]
fn a_file_that_no_drawing_is_written_as() {
    is_nonsense(
        &flows(),
        &["menu.json", "-o", "nowhere.png"],
        &expect![[r#"
            error: no drawing is written as nowhere.png

            hint: SVG ends in `.svg`, Mermaid in `.mmd`, `.mermaid` or `.md`; or say it with --format
        "#]],
    );
    assert!(!flows().join("nowhere.png").exists());
}

#[test]
fn what_check_says_can_be_followed_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let flow = r#"{ "Version": "2019-10-30", "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} } ] }"#;
    // A byte order mark is no part of either.
    fs::write(folder.path().join("flow.json"), format!("\u{feff}{flow}")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_callwright"))
        .args(["check", "--json", "flow.json"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let found = String::from_utf8(output.stdout).unwrap();
    fs::write(folder.path().join("found.json"), format!("\u{feff}{found}")).unwrap();
    let arguments = ["--format", "mermaid", "--highlight", "found.json"];
    let followed = drawing(folder.path(), &[&["flow.json"][..], &arguments].concat());
    assert!(followed.contains("class n0,n1 visited"), "{followed}");

    // A flow by another name is known by its actions.
    fs::rename(folder.path().join("flow.json"), folder.path().join("renamed.json")).unwrap();
    let renamed = drawing(folder.path(), &[&["renamed.json"][..], &arguments].concat());
    assert_eq!(renamed, followed);
}

#[test]
fn a_branch_to_an_action_that_is_not_there_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let flow = r#"{ "Version": "2019-10-30", "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": "MessageParticipant", "Parameters": { "Text": "\u202eHi\u001b[2J" },
          "Transitions": { "NextAction": "gone", "Errors": [] } } ] }"#;
    fs::write(folder.path().join("flow.json"), flow).unwrap();
    let svg = drawing(folder.path(), &["flow.json"]);
    assert!(svg.contains("<title>no action `gone`</title>"), "{svg}");
    let mermaid = drawing(folder.path(), &["flow.json", "--format", "mermaid"]);
    assert!(mermaid.contains("[\"no action #96;gone#96;\"]:::loose"), "{mermaid}");
    for drawing in [svg, mermaid] {
        assert!(!drawing.contains(['\u{1b}', '\u{202e}']), "{drawing:?}");
    }
}
