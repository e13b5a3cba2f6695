//! Flows with their project.

use std::fs;

use serde_json::Value;

use crate::{copy, edit, findings, folder, json, project};

#[test]
fn the_flows_of_the_project_have_no_errors_and_calls_reach_all_of_them() {
    let (code, lines) = json(&project(), &[]);
    assert_eq!(lines.len(), 9);
    for line in &lines {
        assert_eq!(line["error"], Value::Null, "{line}");
        assert_eq!(line["complete"], true, "{line}");
        for bad in ["stuck", "elsewhere"] {
            assert_eq!(line["ends"].get(bad), None, "{line}");
        }
        assert_eq!(line["explored"], line["graph_reachable"], "{line}");
    }
    assert_eq!(code, 0, "{:#?}", lines.iter().map(findings).collect::<Vec<_>>());
}

#[test]
fn a_flow_of_a_project_is_checked_with_the_project_wherever_one_stands() {
    let project = copy();
    let elsewhere = folder(&[]);
    let path = project.path().join("contact-flows/inbound.json");
    let (_, lines) = json(elsewhere.path(), &[path.to_str().unwrap()]);
    assert_eq!(lines[0]["ends"].get("elsewhere"), None, "{}", lines[0]);
    assert!(lines[0]["ends"].get("person").is_some(), "{}", lines[0]);
}

#[test]
fn what_keeps_a_flow_from_being_deployed_with_its_project() {
    let project = copy();
    edit(
        project.path(),
        "contact-flows/inbound.json",
        "${EscalationFlowArn}",
        "${EscalatoinFlowArn}",
    );
    edit(
        project.path(),
        "contact-flows/goodbye.json",
        "$.Attributes.sayGoodbye",
        "${name}, goodbye",
    );
    let from = project.path().join("contact-flows/voicemail.json");
    fs::rename(from, project.path().join("contact-flows/Voice mail.json")).unwrap();
    let (code, lines) = json(project.path(), &[]);
    assert_eq!(code, 1);
    let found = |file: &str| {
        let line = lines.iter().find(|it| it["file"].as_str().unwrap().contains(file)).unwrap();
        findings(line).join("\n")
    };
    assert!(
        found("inbound").contains("error unknown-placeholder go-to-escalation"),
        "{}",
        found("inbound")
    );
    assert!(
        found("goodbye").contains("error unknown-placeholder say-goodbye"),
        "{}",
        found("goodbye")
    );
    assert!(found("Voice mail").contains("error file-name -"), "{}", found("Voice mail"));
}

#[test]
fn a_bad_end_in_another_flow_of_the_project_is_told_once_and_there() {
    let project = copy();
    // Nothing follows the goodbye.
    let from = "\"NextAction\": \"hang-up\",\n";
    edit(project.path(), "contact-flows/goodbye.json", from, "\"NextAction\": \"\",\n");
    let there = |line: &Value| -> Vec<String> {
        let findings = line["findings"].as_array().unwrap().iter();
        let texts = findings.map(|it| it["message"].as_str().unwrap().to_owned());
        texts.filter(|it| it.starts_with("in `goodbye`, ")).collect()
    };
    let (_, lines) = json(project.path(), &[]);
    for line in &lines {
        assert_eq!(there(line), Vec::<String>::new());
    }
    let goodbye = lines.iter().find(|it| it["file"] == "contact-flows/goodbye.json").unwrap();
    assert!(
        findings(goodbye).contains(&"warning caller-stuck say-goodbye".to_owned()),
        "{goodbye}"
    );

    // By itself, a flow that goes on there tells of it.
    let (_, lines) = json(project.path(), &["contact-flows/assistant.json"]);
    let told = there(&lines[0]).join("\n");
    assert!(told.starts_with("in `goodbye`, the contact cannot go on: "), "{told}");
    assert!(findings(&lines[0]).contains(&"warning caller-stuck go-to-goodbye".to_owned()));
}

#[test]
fn what_lies_in_the_folder_of_modules_is_a_module() {
    let project = copy();
    let module = r#"{ "Version": "2019-10-30", "StartAction": "end", "Actions": [
        { "Identifier": "end", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {} } ] }"#;
    fs::create_dir(project.path().join("contact-flows/modules")).unwrap();
    fs::write(project.path().join("contact-flows/modules/nothing.json"), module).unwrap();
    let (_, lines) = json(project.path(), &["contact-flows/modules"]);
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((&line["type"], &line["type_assumed"]), (&"module".into(), &false.into()));
    assert_eq!(line["ends"], serde_json::json!({ "returned": 1 }));
}

#[test]
fn a_file_that_cannot_be_read_keeps_nobody_from_the_others() {
    let project = copy();
    let flows = project.path().join("contact-flows");
    let goodbye = fs::read_to_string(flows.join("goodbye.json")).unwrap();
    fs::write(flows.join("goodbye.json"), format!("\u{feff}{goodbye}")).unwrap();
    fs::write(flows.join("latin.json"), b"{ \"caf\xe9\": 1 }").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("gone.json", flows.join("linked.json")).unwrap();
    let (code, lines) = json(project.path(), &[]);
    assert_eq!(code, 1);
    let error = |file: &str| {
        let line = lines.iter().find(|it| it["file"].as_str().unwrap().contains(file)).unwrap();
        line["error"].as_str().map(str::to_owned)
    };
    assert_eq!(error("latin"), Some("failed to read the file: it is not UTF-8 text".to_owned()));
    #[cfg(unix)]
    assert!(error("linked").unwrap().starts_with("failed to read the file: No such file"));
    for file in ["goodbye", "inbound", "escalation"] {
        assert_eq!(error(file), None);
    }
}
