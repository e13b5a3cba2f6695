//! The command line, run as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "common/copy.rs"]
mod copy;

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use expect_test::{Expect, expect};

/// The folder of this project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn callwright(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_callwright"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).env("NO_COLOR", "1");
    command
}

/// Runs a command that is refused, and compares its exit code and what it says.
fn refuses(folder: &Path, arguments: &[&str], code: i32, message: &Expect) {
    let Output { status, stdout, stderr } = callwright(folder, arguments).output().unwrap();
    let folder = folder.display().to_string();
    let stderr = String::from_utf8(stderr).unwrap();
    let said = said(&stderr);
    message.assert_eq(&said.replace(&folder, "PROJECT"));
    assert_eq!(status.code(), Some(code), "{stderr}");
    assert!(stdout.is_empty(), "{}", String::from_utf8_lossy(&stdout));
}

/// What Callwright says; what Cargo says while it builds is none of our business.
fn said(stderr: &str) -> &str {
    stderr.find("error: ").and_then(|at| stderr.get(at..)).unwrap_or_default()
}

/// A folder with a script in it.
fn script(text: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("call.yaml");
    fs::write(&path, text).unwrap();
    (folder, path.display().to_string())
}

/// A copy of the project's infrastructure and flows, to be broken.
fn copy() -> tempfile::TempDir {
    copy::copy(&project())
}

#[test]
fn a_script_that_is_not_there() {
    refuses(
        &project(),
        &["call", "nowhere.yaml"],
        3,
        &expect![[r#"
        error: failed to read the script nowhere.yaml: No such file or directory (os error 2)
    "#]],
    );
}

#[test]
fn a_script_with_an_unknown_verb() {
    let (folder, _) = script("name: n\nsteps:\n  - sayz: hello\n");
    refuses(
        folder.path(),
        &["call", "call.yaml"],
        3,
        &expect![[r#"
            error: call.yaml:3:5: unknown verb `sayz`, expected one of hears, never_hears, says, presses, silence, hangs_up, leaves_message, agent, agent_hears; the nearest is `says`
        "#]],
    );
}

#[test]
fn a_number_that_is_none() {
    refuses(
        &project(),
        &["call", "--caller", "12025550143"],
        2,
        &expect![[r#"
        error: not a telephone number: an E.164 number begins with `+` and the country code, such as `+12025550143`
    "#]],
    );
}

#[test]
fn a_folder_without_a_project() {
    let folder = tempfile::tempdir().unwrap();
    refuses(
        folder.path(),
        &["test", "--project", "."],
        3,
        &expect![[r#"
        error: . has no infra/template.yaml
    "#]],
    );
}

#[test]
fn a_folder_without_scripts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display().to_string();
    let Output { status, stderr, .. } = callwright(&project(), &["test", &path]).output().unwrap();
    assert_eq!(status.code(), Some(3));
    assert!(String::from_utf8(stderr).unwrap().starts_with("error: no scripted call"));
}

#[test]
fn a_flow_that_does_not_parse() {
    let project = copy();
    let flow = project.path().join("contact-flows/inbound.json");
    let text = fs::read_to_string(&flow).unwrap();
    fs::write(&flow, text.replace("\"NextAction\": \"hang-up\"", "\"NextAction\": \"hangup\""))
        .unwrap();
    refuses(
        project.path(),
        &["call"],
        3,
        &expect![[r#"
            error: failed to read the contact flows: failed to read the flow `PROJECT/contact-flows/inbound.json`: Actions[22].Transitions.NextAction: found `hangup`, expected the identifier of an action in this flow
        "#]],
    );
}

#[test]
fn a_flow_with_a_placeholder_that_nothing_fills() {
    let project = copy();
    let flow = project.path().join("contact-flows/escalation.json");
    let text = fs::read_to_string(&flow).unwrap();
    fs::write(&flow, text.replace("${SupportQueueArn}", "${SalesQueueArn}")).unwrap();
    refuses(
        project.path(),
        &["call"],
        3,
        &expect![[r#"
            error: PROJECT/contact-flows/escalation.json: Actions[4].Parameters.QueueId: nothing gives `${SalesQueueArn}` a value; pass it to the stack of the contact flows in infra/template.yaml
        "#]],
    );
}

#[test]
fn a_flow_that_is_not_there() {
    refuses(
        &project(),
        &["call", "--flow", "outbound"],
        3,
        &expect![[r#"
            error: no contact flow `outbound`; there are `assistant`, `callback`, `emergency`, `escalation`, `goodbye`, `inbound`, `voicemail`, `waiting`, `whisper`
        "#]],
    );
}

#[test]
fn a_template_that_is_not_yaml() {
    let project = copy();
    fs::write(project.path().join("infra/template.yaml"), "Resources: [").unwrap();
    refuses(
        project.path(),
        &["call"],
        3,
        &expect![[r#"
        error: failed to read the infrastructure: PROJECT/infra/template.yaml:2:1: not YAML: while parsing a node, did not find expected node content
    "#]],
    );
}

#[test]
fn a_rendered_file_that_is_stale() {
    let project = copy();
    let flow = project.path().join("contact-flows/inbound.json");
    let text = fs::read_to_string(&flow).unwrap();
    fs::write(&flow, text.replace("press star now", "press 9 now")).unwrap();
    refuses(
        project.path(),
        &["render", "--check"],
        1,
        &expect![[r#"
            error: `PROJECT/infra/contact-flows.yaml` is stale: ~ InboundFlow (~ set-words)

            hint: run `callwright render`
        "#]],
    );
    assert!(callwright(project.path(), &["render"]).status().unwrap().success());
    assert!(callwright(project.path(), &["render", "--check"]).status().unwrap().success());
}

#[test]
fn a_port_that_is_in_use() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (folder, _) = script("name: n\n");
    let project = project().display().to_string();
    let arguments = ["call", "call.yaml", "--project", &project, "--dynamodb", &address];
    let Output { status, stderr, .. } = callwright(folder.path(), &arguments).output().unwrap();
    let stderr = String::from_utf8(stderr).unwrap().replace(&address, "ADDRESS");
    expect![[r#"
        error: cannot play call.yaml: the stand-ins for AWS failed: cannot listen on `ADDRESS` for dynamodb; is another program using the port?: Address already in use (os error 98)
    "#]].assert_eq(said(&stderr));
    assert_eq!(status.code(), Some(3));
}

#[test]
fn something_unknown_that_is_slow() {
    let (_folder, script) = script("name: n\nslow: { intend: 3 }\n");
    let Output { status, stderr, .. } =
        callwright(&project(), &["call", &script]).output().unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert!(
        said(&stderr).ends_with(
            "line 2: `slow` names `intend`; it can be a function (greeting, intent, escalation, \
             voicemail, texts); the nearest is `intent`\n"
        ),
        "{stderr}"
    );
    assert_eq!(status.code(), Some(3));
}

#[test]
fn something_unknown_that_is_down() {
    let (folder, _) = script("name: n\ndown: [intnet]\n");
    let project = project().display().to_string();
    let arguments = ["call", "call.yaml", "--project", &project];
    refuses(
        folder.path(),
        &arguments,
        3,
        &expect![[r#"
            error: cannot play call.yaml: line 2: `down` names `intnet`; it can be a service (dynamodb, s3, secretsmanager, ses, sms, transcribe) or a function (greeting, intent, escalation, voicemail, texts)
        "#]],
    );
}

#[test]
fn a_call_that_is_not_as_written() {
    let (folder, path) = script(
        "name: Wishful\nsteps:\n  - says: goodbye\n  - hears: your free gift\nexpect:\n  ended: served\n",
    );
    let junit = folder.path().join("report.xml");
    let arguments = ["test", "--json", "--junit", junit.to_str().unwrap(), &path];
    let Output { status, stdout, .. } = callwright(&project(), &arguments).output().unwrap();
    assert_eq!(status.code(), Some(1));
    let failed: Vec<String> = BufReader::new(&stdout[..])
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(&line.unwrap()).unwrap())
        .filter(|event| event["event"] == "failed")
        .map(|event| format!("{}: {} / {}\n", event["line"], event["expected"], event["found"]))
        .collect();
    expect![[r#"
        4: "to hear your free gift" / "heard \"Thank you for calling Northwind Outfitters. You're speaking with an automated assistant. This call may be recorded to help us serve you. To opt out, press star now. How can I help you today? All right. Thanks for calling. Goodbye.\""
        6: "ended: served" / "it ended: goodbye"
    "#]].assert_eq(&failed.concat());
    let report = fs::read_to_string(junit).unwrap();
    assert!(report.contains(r#"tests="1""#) && report.contains(r#"failures="1""#), "{report}");
    assert!(report.contains("expected to hear your free gift"), "{report}");
}

#[test]
fn an_agent_who_does_not_do_as_written() {
    let wishes = [
        "  - says: agent\n  - agent: answers\n  - agent: { transfers: Returns }\n",
        "  - says: agent\n  - agent: answers\n  - agent: resumes\n",
        "  - says: agent\n  - agent: answers\n  - agent_hears: nonsense\n",
        "  - says: agent\n  - hears: nonsense\n  - agent: answers\n",
        "  - agent: answers\n",
    ];
    let folder = tempfile::tempdir().unwrap();
    for (number, wish) in (1..).zip(wishes) {
        let path = folder.path().join(format!("{number}.yaml"));
        fs::write(path, format!("name: Wishful\nsteps:\n{wish}")).unwrap();
    }
    let arguments = ["test", "--json", folder.path().to_str().unwrap()];
    let Output { status, stdout, .. } = callwright(&project(), &arguments).output().unwrap();
    assert_eq!(status.code(), Some(1));
    let mut failed = String::new();
    for line in BufReader::new(&stdout[..]).lines() {
        let event: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        if event["event"] == "failed" {
            writeln!(failed, "{}: {}, {}", event["line"], event["expected"], event["found"])
                .unwrap();
        }
    }
    expect![[r#"
        5: "the agent to transfer the caller to `Returns`", "there is no such place; there are flow `assistant`, flow `callback`, flow `emergency`, flow `escalation`, flow `goodbye`, flow `inbound`, flow `voicemail`, flow `waiting`, flow `whisper`, queue `Support`, queue `agentes`, queue `billing`"
        5: "the agent to take the caller off hold", "nothing more happened"
        5: "the agent to hear nonsense", "heard \"The caller asked for a person.\""
        4: "to hear nonsense", "heard \"Thank you for calling Northwind Outfitters. You're speaking with an automated assistant. This call may be recorded to help us serve you. To opt out, press star now. How can I help you today? Okay. I'm connecting you with our customer service team now. Thanks for holding. Someone from our team will be with you soon. If you'd rather have us call you back, press 1. Or just stay on the line.\""
        3: "the agent to answer", "the line listens to the caller"
    "#]].assert_eq(&failed);
}

#[test]
fn a_scripted_call_gives_the_same_events_every_time() {
    let events = || {
        let arguments = ["call", "--json", "--once", "tests/calls/after-hours-voicemail.yaml"];
        let Output { status, stdout, .. } = callwright(&project(), &arguments).output().unwrap();
        assert!(status.success());
        let mut events = Vec::new();
        for line in BufReader::new(&stdout[..]).lines() {
            let mut event: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            let object = event.as_object_mut().unwrap();
            // Durations are those of the wall clock.
            for duration in ["duration_ms", "init_ms", "cold_ms", "memory_bytes", "log"] {
                object.remove(duration);
            }
            events.push(event);
        }
        events
    };
    let first = events();
    assert!(first.len() > 20);
    assert_eq!(first, events());
}

#[test]
fn a_call_is_measured_warm_although_its_caller_is_remembered() {
    let arguments = ["call", "--json", "tests/calls/track-order.yaml"];
    let Output { status, stdout, .. } = callwright(&project(), &arguments).output().unwrap();
    assert!(status.success());
    let events = BufReader::new(&stdout[..]).lines().map(|line| {
        let event: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        event
    });
    let took = events.filter(|it| it.get("cold_ms").is_some()).last().unwrap();
    assert!(took["warm_ms"].is_number(), "{took}");
}

#[test]
fn an_action_that_fails_and_is_not_there() {
    let (folder, _) = script("name: n\nfails:\n  - inbound/set-langauge\n");
    let project = project().display().to_string();
    let arguments = ["call", "call.yaml", "--project", &project];
    refuses(
        folder.path(),
        &arguments,
        3,
        &expect![[r#"
            error: cannot play call.yaml: line 3: `fails` names `inbound/set-langauge`, but the flow has no such action; the nearest are `set-language`, `change-language`
        "#]],
    );
}

#[test]
fn a_reply_to_an_action_that_asks_nobody() {
    let (folder, _) = script("name: n\nreplies:\n  inbound/set-language: { fails: true }\n");
    let project = project().display().to_string();
    let arguments = ["call", "call.yaml", "--project", &project];
    refuses(
        folder.path(),
        &arguments,
        3,
        &expect![[r#"
        error: cannot play call.yaml: line 3: `inbound/set-language`: `replies` cannot answer `UpdateContactData`, which asks no service and no other telephone
    "#]],
    );
}

#[test]
fn a_minimum_that_is_none() {
    let Output { status, stderr, .. } =
        callwright(&project(), &["test", "--min-coverage", "most"]).output().unwrap();
    assert_eq!(status.code(), Some(2));
    expect![[r#"
        error: invalid value 'most' for '--min-coverage <PERCENT>': `most` is no percentage; it is a whole number from 0 to 100

        For more information, try '--help'.
    "#]]
    .assert_eq(&String::from_utf8(stderr).unwrap());
}

/// A call in which an action fails, so that an action and a branch are taken that no other way
/// leads to.
const GOODBYE_FAILS: &str =
    "name: n\nfails: [assistant/go-to-goodbye]\nsteps:\n  - says: goodbye\n";

#[test]
fn too_little_coverage() {
    let (_folder, path) = script(GOODBYE_FAILS);
    let test = |minimum| {
        let arguments = ["test", "--min-coverage", minimum, &path];
        let Output { status, stdout, .. } = callwright(&project(), &arguments).output().unwrap();
        (status.code(), String::from_utf8(stdout).unwrap())
    };
    let (code, stdout) = test("actions=10,branches=90");
    assert_eq!(code, Some(1), "{stdout}");
    let goodbye: Vec<_> =
        stdout.lines().map(str::trim).filter(|it| it.contains("goodbye")).collect();
    expect![[r#"
        goodbye     actions    0/2  branches    0/2
        assistant: say-goodbye: NoMatchingError
        emergency: say-goodbye: never runs
        goodbye: say-goodbye: never runs
        goodbye: hang-up: never runs"#]]
    .assert_eq(&goodbye.join("\n"));
    assert!(stdout.contains("Coverage by this 1 call alone\n"), "{stdout}");
    assert!(stdout.contains("%; 90 % are asked for\n"), "{stdout}");
    assert!(!stdout.contains("actions taken"), "{stdout}");
    assert!(stdout.ends_with(" s\n"), "{stdout}");

    let (code, stdout) = test("actions=10,branches=5");
    assert_eq!(code, Some(0), "{stdout}");
    assert!(!stdout.contains("FAIL"), "{stdout}");
}

#[test]
fn coverage_as_json() {
    let (_folder, path) = script(GOODBYE_FAILS);
    let arguments = ["test", "--json", "--min-coverage", "branches=90", &path];
    let Output { status, stdout, .. } = callwright(&project(), &arguments).output().unwrap();
    assert_eq!(status.code(), Some(1));
    let events: Vec<serde_json::Value> = BufReader::new(&stdout[..])
        .lines()
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    let [.., coverage, summary] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((&coverage["event"], &summary["event"]), (&"coverage".into(), &"summary".into()));
    assert_eq!(coverage["calls"], 1);
    assert_eq!(coverage["short"], serde_json::json!(["branches"]));
    let goodbye = coverage["flows"].as_array().unwrap().iter().find(|it| it["flow"] == "goodbye");
    expect![[r#"{"flow":"goodbye","actions":{"taken":0,"of":2},"branches":{"taken":0,"of":2},"not_taken":[{"action":"say-goodbye"},{"action":"hang-up"}]}"#]]
        .assert_eq(&goodbye.unwrap().to_string());
}
