//! What machines read, and what decides it.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use crate::{check, findings, flow, flows, folder, json};

#[test]
fn one_line_of_json_a_flow_in_the_order_of_the_paths() {
    let (code, lines) = json(&flows(), &["tidy.json", "legacy.json", "faulty.json"]);
    assert_eq!(code, 1);
    let files: Vec<_> = lines.iter().map(|it| it["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["tidy.json", "legacy.json", "faulty.json"]);

    let [tidy, legacy, faulty] = lines.as_slice() else { panic!("{lines:?}") };
    for key in ["type", "actions", "graph_reachable", "explored", "ends", "findings", "error"] {
        for line in &lines {
            assert!(line.get(key).is_some(), "{key} in {line}");
        }
    }
    assert_eq!(tidy["type"], "contactFlow");
    assert_eq!(
        (&tidy["actions"], &tidy["graph_reachable"], &tidy["explored"]),
        (&5.into(), &5.into(), &5.into())
    );
    assert_eq!(tidy["error"], Value::Null);
    assert_eq!(tidy["ends"]["person"], 1);
    assert!(legacy["error"].as_str().unwrap().contains("legacy"), "{legacy}");
    assert_eq!(legacy["findings"], Value::Array(Vec::new()));
    assert!(faulty["ends"]["dropped"].as_u64().unwrap() >= 1, "{faulty}");
}

#[test]
fn an_ending_comes_with_a_path_that_can_be_drawn() {
    let (_, lines) = json(&flows(), &["faulty.json"]);
    let endings = lines[0]["endings"].as_array().unwrap();
    let dropped = endings.iter().find(|it| it["end"] == "dropped").unwrap();
    let steps = dropped["path"].as_array().unwrap();
    assert_eq!(steps[0]["flow"], "faulty");
    assert_eq!(steps[0]["action"], "greet");
    assert_eq!(steps[0]["branch"], "Next");
    assert_eq!(steps.last().unwrap()["action"], dropped["action"]);
    assert_eq!(steps.last().unwrap()["branch"], "Terminal");
}

#[test]
fn without_exploring_nothing_is_said_of_calls() {
    let (code, lines) = json(&flows(), &["--no-explore", "promised.json"]);
    // A promise that no flow can keep is told all the same.
    assert_eq!(code, 1);
    assert!(findings(&lines[0]).contains(&"error unknown-promise -".to_owned()), "{lines:?}");
    let promises = lines[0]["promises"].as_array().unwrap();
    assert_eq!(promises.len(), 2);
    assert!(promises.iter().all(|it| it["kept"].is_null()), "{promises:?}");
    let said = check(&flows(), &["--no-explore", "promised.json"]);
    assert!(said.stdout.contains("  promises  2 not checked\n"), "{}", said.stdout);
    assert_eq!(lines[0]["explored"], Value::Null);
    assert_eq!(lines[0]["ends"], serde_json::json!({}));
    let said = check(&flows(), &["--no-explore", "tidy.json"]);
    assert!(!said.stdout.contains("ends"), "{}", said.stdout);
}

#[test]
fn findings_are_allowed_on_the_command_line() {
    let found = |arguments: &[&str]| {
        let (code, lines) = json(&flows(), &[&["faulty.json"], arguments].concat());
        (code, findings(&lines[0]).join("\n"))
    };
    let (code, all) = found(&[]);
    assert_eq!(code, 1);
    assert!(all.contains("error duplicate-key greet"), "{all}");
    assert!(all.contains("warning caller-dropped hang-up"), "{all}");
    assert!(!found(&["--allow", "duplicate-key"]).1.contains("duplicate-key"));
    assert!(!found(&["--allow", "duplicate-key@greet"]).1.contains("duplicate-key"));
    assert!(found(&["--allow", "duplicate-key@menu"]).1.contains("duplicate-key"));
    assert!(found(&["--deny", "warnings"]).1.contains("error caller-dropped hang-up"));
    assert!(found(&["--deny", "caller-dropped"]).1.contains("error caller-dropped hang-up"));
}

#[test]
fn findings_are_allowed_by_a_note_in_the_flow() {
    let note = r#""Metadata": { "Annotations": [{ "type": "default", "id": "n", "actionId": "hang-up",
        "content": "We mean it.\ncallwright: allow caller-dropped because of the law" }], "#;
    let text = flow("faulty.json").replace("\"Metadata\": { ", note);
    let folder = folder(&[("noted.json", &text)]);
    let (_, lines) = json(folder.path(), &["noted.json"]);
    let found = findings(&lines[0]).join("\n");
    assert!(!found.contains("caller-dropped"), "{found}");
    assert_eq!(lines[0]["allowed"], 1);
    let said = check(folder.path(), &["noted.json"]).stdout;
    assert!(said.contains("1 finding"), "{said}");
    assert!(
        said.contains(
            "dropped   at `hang-up`: the flow hangs up without a word\n            greet "
        ),
        "{said}"
    );
}

#[test]
fn the_type_of_a_flow_can_be_told() {
    let (_, lines) = json(&flows(), &["--type", "CUSTOMER_QUEUE", "tidy.json"]);
    assert_eq!(lines[0]["type"], "customerQueue");
    let folder = folder(&[("a/tidy.json", &flow("tidy.json"))]);
    let said = check(folder.path(), &["--json", "--type", "module", "a"]);
    assert!(said.stdout.contains(r#""type":"contactFlow""#), "{}", said.stdout);
    expect![[r#"
        note: --type is for files that are named, not for those of folders
    "#]]
    .assert_eq(&said.stderr);
}

#[test]
fn other_files_of_a_folder_are_passed_over() {
    let folder = folder(&[
        ("a/package.json", r#"{ "name": "x" }"#),
        ("a/broken.json", "{ not json"),
        ("a/flow.json", &flow("tidy.json")),
        ("a/cut-off.json", r#"{ "StartAction": "a", "Actions": ["#),
        ("a/node_modules/x/flow.json", &flow("tidy.json")),
    ]);
    let (code, lines) = json(folder.path(), &["a"]);
    let files: Vec<_> = lines.iter().map(|it| it["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["a/cut-off.json", "a/flow.json"]);
    assert_eq!(code, 1);
    let (code, lines) = json(folder.path(), &["a/package.json"]);
    assert_eq!(code, 1);
    assert!(lines[0]["error"].as_str().unwrap().contains("Actions"), "{lines:?}");
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_flow() {
    let folder = folder(&[("flow.json", &format!("\u{feff}{}", flow("tidy.json")))]);
    let (code, lines) = json(folder.path(), &["flow.json"]);
    assert_eq!((code, &lines[0]["error"]), (0, &Value::Null));
}

#[test]
fn text_in_another_encoding_is_told() {
    let folder = folder(&[]);
    fs::write(folder.path().join("flow.json"), [0xff, 0xfe, b'{', 0]).unwrap();
    let (code, lines) = json(folder.path(), &["flow.json"]);
    assert_eq!(code, 1);
    assert!(lines[0]["error"].as_str().unwrap().contains("not UTF-8"), "{lines:?}");
}

#[test]
fn what_changes_nothing_is_noted() {
    let said = check(&flows(), &["-q", "--allow", "caller-dropped@nobody", "tidy.json"]);
    expect![[r#"
        note: no flow that was checked has the action of --allow caller-dropped@nobody
    "#]]
    .assert_eq(&said.stderr);
    assert_eq!(said.code, 0);
}

#[test]
fn promises_beside_no_flow_are_noted() {
    let folder = folder(&[("a/flow.json", &flow("tidy.json")), ("a/flwo.rules", "ends: person")]);
    let said = check(folder.path(), &["-q", "a"]);
    expect![[r#"
        warning: nothing is held to the promises in a/flwo.rules, since a/flwo.json is no flow that was checked
    "#]]
    .assert_eq(&said.stderr);
    assert_eq!(check(folder.path(), &["-q", "a/flow.json"]).stderr, "");
}

#[test]
fn promises_that_cannot_be_read_are_told_and_the_flow_is_judged() {
    let folder = folder(&[("flow.json", &flow("tidy.json")), ("other.json", &flow("tidy.json"))]);
    fs::write(folder.path().join("flow.rules"), b"# caf\xe9\nends: person").unwrap();
    fs::create_dir(folder.path().join("other.rules")).unwrap();
    let (code, lines) = json(folder.path(), &["flow.json", "other.json"]);
    assert_eq!(code, 1);
    for (line, of) in lines.iter().zip(["flow.rules", "other.rules"]) {
        assert_eq!(line["explored"], 5, "{line}");
        let findings = line["findings"].as_array().unwrap().iter();
        let wrong: Vec<_> = findings.filter(|it| it["rule"] == "unknown-promise").collect();
        assert_eq!((wrong.len(), &wrong[0]["of"]), (1, &of.into()), "{line}");
    }
    let said = check(folder.path(), &["-q", "flow.json"]);
    expect![[r#"
        error[unknown-promise]: failed to read the promises: it is not UTF-8 text
        --> flow.rules

        1 flow, 1 error, 0 warnings, 0 hints
    "#]]
    .assert_eq(&said.stdout);
}

#[test]
fn a_call_that_the_caller_ends_has_no_path() {
    let (_, lines) = json(&flows(), &["tidy.json"]);
    for ending in lines[0]["endings"].as_array().unwrap() {
        assert_eq!(ending.get("path").is_none(), ending["end"] == "hung_up", "{ending}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_text_is_written_as_far_as_it_is() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let folder = folder(&[]);
    let name = OsStr::from_bytes(b"a\xff.json");
    fs::write(folder.path().join(name), flow("tidy.json")).unwrap();
    let (code, lines) = json(folder.path(), &["."]);
    assert_eq!((code, &lines[0]["file"]), (0, &"./a\u{fffd}.json".into()));
}

#[test]
fn what_a_terminal_would_obey_is_not_shown() {
    let text = flow("faulty.json").replace("hang-up", "hang\\u001b[2J\\u202eup");
    let folder = folder(&[("flow.json", &text)]);
    let said = check(folder.path(), &["--hints", "flow.json"]);
    assert!(said.stdout.contains("hang\u{fffd}[2J\u{fffd}up"), "{}", said.stdout);
    assert!(!said.stdout.contains(['\u{1b}', '\u{202e}']), "{:?}", said.stdout);
}
