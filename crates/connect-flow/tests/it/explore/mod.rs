//! Every way a call can go, and what is told of it.

mod ends;
mod flows;
mod promises;
mod rounds;
mod values;

use std::fmt::Write as _;

use connect_flow::explore::{Options, Report, explore};
use connect_flow::{Flow, FlowKind, Library};
use expect_test::Expect;
use serde_json::{Value, json};

use crate::line::flow;

/// An action with branches: `next`, `!Error` or `=operand`, each with where it leads.
fn act(id: &str, type_name: &str, parameters: Value, branches: &[(&str, &str)]) -> Value {
    let mut transitions = json!({ "Errors": [], "Conditions": [] });
    for (branch, target) in branches {
        match (*branch, branch.strip_prefix('!'), branch.strip_prefix('=')) {
            ("next", ..) => transitions["NextAction"] = json!(target),
            (_, Some(error), _) => transitions["Errors"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "ErrorType": error, "NextAction": target })),
            (_, _, Some(operand)) => {
                transitions["Conditions"].as_array_mut().unwrap().push(json!({
                    "NextAction": target,
                    "Condition": { "Operator": "Equals", "Operands": [operand] },
                }));
            }
            _ => panic!("{branch}"),
        }
    }
    json!({ "Identifier": id, "Type": type_name, "Parameters": parameters, "Transitions": transitions })
}

fn say(id: &str, text: &str, next: &str) -> Value {
    act(id, "MessageParticipant", json!({ "Text": text }), &[("next", next)])
}

fn compare(id: &str, value: &str, branches: &[(&str, &str)]) -> Value {
    act(id, "Compare", json!({ "ComparisonValue": value }), branches)
}

fn invoke(id: &str, next: &str, error: &str) -> Value {
    let parameters = json!({ "LambdaFunctionARN": "f" });
    act(id, "InvokeLambdaFunction", parameters, &[("next", next), ("!NoMatchingError", error)])
}

fn set(id: &str, name: &str, value: &str, next: &str) -> Value {
    let parameters = json!({ "Attributes": { name: value } });
    act(id, "UpdateContactAttributes", parameters, &[("next", next), ("!NoMatchingError", next)])
}

fn library(flows: &[(&str, FlowKind, Flow)]) -> Library {
    let mut library = Library::new();
    for (name, kind, flow) in flows {
        library.insert(format!("flow/{name}"), *kind, *name, flow.clone());
    }
    library
}

fn walk(actions: &[Value], options: &Options) -> Report {
    let library = library(&[("main", FlowKind::Flow, flow(actions))]);
    explore(&library, "flow/main", options).unwrap()
}

/// How calls end, but for callers who hang up; with stories of the bad ends.
fn shown(report: &Report) -> String {
    let mut out = String::new();
    for ending in report.endings.iter().filter(|it| it.kind.as_str() != "hung_up") {
        let why = ending.why.as_ref().map(|it| format!(": {it}")).unwrap_or_default();
        writeln!(out, "{} at {}/{}{why}", ending.kind, ending.flow_name, ending.action).unwrap();
        if ending.kind.is_bad() {
            writeln!(out, "    {}", ending.story.to_string().replace('\n', "\n    ")).unwrap();
        }
    }
    let reached: usize = report.reached.values().map(std::collections::BTreeSet::len).sum();
    let complete = if report.complete { "" } else { ", not all" };
    writeln!(out, "{reached} actions, {} states{complete}", report.states).unwrap();
    for broken in &report.broken {
        writeln!(out, "broken: {}: {}", broken.promise, broken.what).unwrap();
        writeln!(out, "    {}", broken.story.to_string().replace('\n', "\n    ")).unwrap();
    }
    out
}

fn check(actions: &[Value], expect: &Expect) {
    expect.assert_eq(&shown(&walk(actions, &Options::default())));
}
