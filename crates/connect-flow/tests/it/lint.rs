//! What is said of flows: one small flow that breaks each rule, and the same mended.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use connect_flow::lint::{Finding, RULES, Subject, Surroundings, allowed, lint, rule};
use connect_flow::{Flow, FlowKind, FlowType, Library};
use expect_test::{expect, expect_file};
use serde_json::{Value, json};

const INSTANCE: &str = "arn:aws:connect:us-east-1:000000000000:instance/i";

/// Rules that are not found by looking at one flow: callers of `lint` find them.
const FOUND_ELSEWHERE: [&str; 8] = [
    "broken-promise",
    "caller-dropped",
    "caller-stuck",
    "duplicate-key",
    "file-name",
    "not-a-flow",
    "unknown-placeholder",
    "unknown-promise",
];

/// Rules about size, whose flows would be long files.
const ABOUT_SIZE: [&str; 3] = ["prompt-too-long", "too-large", "too-many-actions"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint")
}

/// What the project of the fixtures defines.
fn surroundings() -> Surroundings {
    let set = |text: &str| Some(BTreeSet::from([text.to_owned()]));
    let alias = "arn:aws:lex:us-east-1:000000000000:bot-alias/BOT/ALIAS".to_owned();
    let locales = BTreeSet::from(["en_US".to_owned()]);
    Surroundings {
        queues: set(&format!("{INSTANCE}/queue/support")),
        functions: set("arn:aws:lambda:us-east-1:000000000000:function:greeting"),
        bots: Some(BTreeMap::from([(alias, locales)])),
    }
}

/// What is said of a flow in a project that has it, a module, a queue, a function and a bot.
pub(super) fn judged(json: &str, characters: Option<usize>) -> Vec<Finding> {
    let flow = Flow::read(json).unwrap();
    let flow_type = flow.flow_type().unwrap_or(FlowType::ContactFlow);
    let (arn, kind) = match flow_type {
        FlowType::Module => (format!("{INSTANCE}/flow-module/this"), FlowKind::Module),
        _ => (format!("{INSTANCE}/contact-flow/this"), FlowKind::Flow),
    };
    let known = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": "EndFlowModuleExecution" } ] });
    let mut library = Library::new();
    let known = Flow::parse(&known.to_string()).unwrap();
    library.insert(format!("{INSTANCE}/flow-module/known"), FlowKind::Module, "known", known);
    library.insert(&*arn, kind, "this", flow);
    lint(&Subject {
        flow: &library.get(&arn).unwrap().flow,
        flow_type,
        flow_type_known: true,
        characters,
        library: &library,
        library_is_complete: true,
        surroundings: &surroundings(),
    })
}

/// Findings as lines.
pub(super) fn shown(findings: &[Finding]) -> String {
    let mut text = String::new();
    for it in findings {
        let path = if it.path.is_empty() { "the flow" } else { &it.path };
        writeln!(text, "{}[{}] {path}: {}", it.severity.as_str(), it.rule, it.message).unwrap();
        if let Some(help) = &it.help {
            writeln!(text, "  help: {help}").unwrap();
        }
    }
    text
}

pub(super) fn breaks(findings: &[Finding], id: &str) -> bool {
    findings.iter().any(|it| it.rule == id)
}

#[test]
fn every_rule_has_a_flow_that_breaks_it_and_one_that_does_not() {
    for id in RULES.iter().map(|it| it.id) {
        if FOUND_ELSEWHERE.contains(&id) || ABOUT_SIZE.contains(&id) {
            continue;
        }
        let file = folder().join(format!("{id}.json"));
        let findings = judged(&std::fs::read_to_string(&file).unwrap(), None);
        assert!(breaks(&findings, id), "{id} is broken: {}", shown(&findings));
        expect_file![file.with_extension("txt")].assert_eq(&shown(&findings));

        let mended = folder().join(format!("{id}.mended.json"));
        let mended = std::fs::read_to_string(mended).unwrap();
        let allowed = allowed(&Flow::read(&mended).unwrap());
        let mut findings = judged(&mended, None);
        findings.retain(|it| !allowed.covers(it));
        assert!(!breaks(&findings, id), "{id} is mended: {}", shown(&findings));
        assert_eq!(shown(&findings), "", "{id} is mended, and nothing else is wrong");
    }
}

#[test]
fn every_file_is_that_of_a_rule() {
    for file in std::fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let id = name.split('.').next().unwrap();
        assert!(rule(id).is_some(), "{name}");
    }
}

/// The examples of a page are those that are tested.
#[test]
fn every_page_shows_the_flows_that_are_tested() {
    for it in RULES.iter().filter(|it| !FOUND_ELSEWHERE.contains(&it.id)) {
        let mut blocks = it.page.split("```json\n").skip(1);
        for name in [it.id.to_owned(), format!("{}.mended", it.id)] {
            let Some(block) = blocks.next() else {
                assert!(ABOUT_SIZE.contains(&it.id), "{} has no example", it.id);
                break;
            };
            let shown: Value = serde_json::from_str(block.split("```").next().unwrap()).unwrap();
            let file = std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
            let flow: Value = serde_json::from_str(&file).unwrap();
            let shown = match &shown {
                Value::Array(actions) => actions.as_slice(),
                whole => {
                    whole["Actions"].as_array().map_or(std::slice::from_ref(whole), Vec::as_slice)
                }
            };
            let actions = flow["Actions"].as_array().unwrap();
            assert_eq!(&actions[..shown.len()], shown, "{name}");
        }
        assert!(it.page.contains(it.summary), "{}", it.id);
        assert!(it.page.contains(&format!("callwright: allow {} because", it.id)), "{}", it.id);
    }
}

/// A flow of one prompt.
fn prompt(parameters: &Value) -> Vec<Finding> {
    let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": "MessageParticipant", "Parameters": parameters,
          "Transitions": { "NextAction": "b" } },
        { "Identifier": "b", "Type": "TransferContactToQueue",
          "Transitions": { "Errors": [
              { "ErrorType": "QueueAtCapacity", "NextAction": "c" },
              { "ErrorType": "NoMatchingError", "NextAction": "c" } ] } },
        { "Identifier": "c", "Type": "DisconnectParticipant" } ] });
    judged(&flow.to_string(), None)
}

#[test]
fn prompts_have_a_length() {
    for (text, too_long) in [(3_000, false), (3_001, true)] {
        let findings = prompt(&json!({ "Text": "x".repeat(text) }));
        assert_eq!(breaks(&findings, "prompt-too-long"), too_long, "{text}");
    }
    let markup = |letters: usize, spaces: usize| {
        let tags = format!("<speak>{}<s{}/></speak>", "x".repeat(letters), " ".repeat(spaces));
        breaks(&prompt(&json!({ "SSML": tags })), "prompt-too-long")
    };
    assert!(!markup(3_000, 2_900), "tags are not spoken");
    assert!(markup(3_001, 0));
    assert!(markup(1, 6_000), "tags are counted too");
    let findings = prompt(&json!({ "Text": "x".repeat(6_001) }));
    expect![[r#"
        error[prompt-too-long] Actions[0].Parameters.Text: the prompt has 6001 characters, expected at most 6000
    "#]]
    .assert_eq(&shown(&findings));
}

#[test]
fn flows_have_a_size() {
    let chain = |actions: usize| {
        let action = |at: usize| {
            let next = format!("{}", at + 1);
            json!({ "Identifier": format!("{at}"), "Type": "UpdateContactRoutingBehavior",
                    "Parameters": { "QueuePriority": "1" }, "Transitions": { "NextAction": next } })
        };
        let mut list: Vec<_> = (1..actions).map(action).collect();
        list.push(json!({ "Identifier": format!("{actions}"), "Type": "DisconnectParticipant" }));
        json!({ "Version": "2019-10-30", "StartAction": "1", "Actions": list }).to_string()
    };
    assert_eq!(shown(&judged(&chain(250), Some(256_000))), "");
    expect![[r#"
        error[too-large] the flow: the flow has 256001 characters, expected at most 256000
        error[too-many-actions] Actions: the flow has 251 actions, expected at most 250
    "#]]
    .assert_eq(&shown(&judged(&chain(251), Some(256_001))));
}

#[test]
fn findings_come_in_the_order_of_the_file() {
    let action = |id: usize| {
        json!({ "Identifier": format!("{id}"), "Type": "MessageParticipant",
                "Parameters": { "Text": "x" }, "Transitions": { "NextAction": "nowhere" } })
    };
    let actions: Vec<_> = (0..12).map(action).collect();
    let flow = json!({ "StartAction": "none", "Actions": actions });
    let findings = judged(&flow.to_string(), None);
    let dangling: Vec<_> =
        findings.iter().filter(|it| it.rule == "dangling-branch").map(|it| &*it.path).collect();
    let mut expected = vec!["StartAction".to_owned()];
    expected.extend((0..12).map(|it| format!("Actions[{it}].Transitions.NextAction")));
    assert_eq!(dangling, expected);
}

#[test]
fn comments_allow_findings() {
    let metadata = json!({
        "Annotations": [
            { "type": "default", "id": "1", "actionId": "a", "content":
              "The law wants every word.\ncallwright: allow long-prompt, unknown-reference because of it" },
            { "type": "default", "id": "2", "actionId": "", "content": "callwright: allow flow-type" },
        ],
        "ActionMetadata": { "b c": { "position": { "x": 1, "y": 2 },
                                     "comment": "callwright: allow long-prompt" } },
    });
    let flow = json!({ "StartAction": "a", "Metadata": metadata, "Actions": [] });
    let allowances = allowed(&Flow::read(&flow.to_string()).unwrap());
    let covers = |rule: &'static str, action: Option<&str>| {
        allowances.covers(&Finding {
            rule,
            severity: connect_flow::lint::Severity::Warning,
            action: action.map(str::to_owned),
            path: String::new(),
            message: String::new(),
            help: None,
        })
    };
    assert!(covers("long-prompt", Some("a")));
    assert!(covers("long-prompt", Some("b c")));
    assert!(!covers("long-prompt", Some("c")));
    assert!(!covers("long-prompt", None));
    assert!(!covers("menu-too-long", Some("a")));
    assert!(covers("unknown-reference", Some("a")));
    assert!(covers("flow-type", Some("c")) && covers("flow-type", None));
    assert!(allowed(&Flow::read(r#"{ "StartAction": "a", "Actions": [] }"#).unwrap()).is_empty());
}
