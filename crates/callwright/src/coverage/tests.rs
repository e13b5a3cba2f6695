use std::fmt::Write as _;

use connect_flow::{Contact, Execution, Flow, FlowKind, Library, Metrics, Outcome};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::*;

fn action(identifier: &str, type_name: &str, parameters: Value, transitions: Value) -> Value {
    Value::from_iter([
        ("Identifier", identifier.into()),
        ("Type", type_name.into()),
        ("Parameters", parameters),
        ("Transitions", transitions),
    ])
}

fn error(error_type: &str, next: &str) -> Value {
    json!({ "ErrorType": error_type, "NextAction": next })
}

fn condition(operator: &str, operand: &str, next: &str) -> Value {
    json!({ "Condition": { "Operator": operator, "Operands": [operand] }, "NextAction": next })
}

fn flow(actions: &[Value]) -> Flow {
    let start = actions[0]["Identifier"].clone();
    let json = json!({ "Version": "2019-10-30", "StartAction": start, "Actions": actions });
    Flow::parse(&json.to_string()).unwrap()
}

fn library(flows: &[(&str, &[Value])]) -> Library {
    let mut library = Library::new();
    for (name, actions) in flows {
        library.insert(format!("arn/{name}"), FlowKind::Flow, *name, flow(actions));
    }
    library
}

/// The branches of one action, which may lead to `end`.
fn has(type_name: &str, parameters: Value, transitions: Value, branches: &Expect) {
    let end = action("end", "DisconnectParticipant", json!({}), json!({}));
    let flow = flow(&[action("it", type_name, parameters, transitions), end]);
    let found = flow.start().unwrap().exits();
    let found: Vec<_> = found.iter().map(name).collect();
    branches.assert_eq(&found.join(", "));
}

fn menu() -> Value {
    json!({ "Text": "Press 1.", "StoreInput": "False", "InputTimeLimitSeconds": "5" })
}

#[test]
fn an_action_that_goes_straight_on_has_next_and_its_errors() {
    has(
        "MessageParticipant",
        json!({ "Text": "Hello." }),
        json!({ "NextAction": "end", "Errors": [error("NoMatchingError", "end")] }),
        &expect!["Next, NoMatchingError"],
    );
}

#[test]
fn a_branch_that_is_not_connected_or_written_twice_counts_once_at_most() {
    has(
        "MessageParticipant",
        json!({ "Text": "Hello." }),
        json!({ "NextAction": "", "Errors": [
            error("NoMatchingError", "end"), error("NoMatchingError", "it"),
        ] }),
        &expect!["NoMatchingError"],
    );
}

#[test]
fn next_beside_no_matching_condition_is_no_branch() {
    has(
        "GetParticipantInput",
        menu(),
        json!({ "NextAction": "end", "Conditions": [condition("Equals", "1", "end")], "Errors": [
            error("InputTimeLimitExceeded", "end"), error("NoMatchingCondition", "end"),
            error("NoMatchingError", "end"),
        ] }),
        &expect!["Equals 1, InputTimeLimitExceeded, NoMatchingCondition, NoMatchingError"],
    );
}

#[test]
fn next_without_no_matching_condition_is_the_way_of_other_values() {
    has(
        "Compare",
        json!({ "ComparisonValue": "$.Attributes.tier" }),
        json!({ "NextAction": "end", "Conditions": [condition("Equals", "gold", "end")] }),
        &expect!["Equals gold, Next"],
    );
}

#[test]
fn next_that_no_value_is_left_for_is_no_branch() {
    let hours = json!({ "HoursOfOperationId": "arn/hours" });
    let open = condition("Equals", "True", "end");
    let closed = condition("Equals", "False", "end");
    let both = [open.clone(), closed];
    has(
        "CheckHoursOfOperation",
        hours.clone(),
        json!({ "NextAction": "end", "Conditions": both,
            "Errors": [error("NoMatchingCondition", "end"), error("NoMatchingError", "end")] }),
        &expect!["Equals True, Equals False, NoMatchingError"],
    );
    has(
        "CheckHoursOfOperation",
        hours,
        json!({ "NextAction": "end", "Conditions": [open] }),
        &expect!["Equals True, Next"],
    );
    has(
        "Loop",
        json!({ "LoopCount": "3" }),
        json!({ "NextAction": "end", "Conditions": [
            condition("Equals", "ContinueLooping", "it"), condition("Equals", "DoneLooping", "end"),
        ] }),
        &expect!["Equals ContinueLooping, Equals DoneLooping"],
    );
}

#[test]
fn an_entry_that_is_stored_goes_straight_on() {
    has(
        "GetParticipantInput",
        json!({ "Text": "Your number?", "StoreInput": "True", "InputTimeLimitSeconds": "5",
            "InputValidation": { "CustomValidation": { "MaximumLength": "5" } } }),
        json!({ "NextAction": "end", "Errors": [error("NoMatchingError", "end")] }),
        &expect!["Next, NoMatchingError"],
    );
}

#[test]
fn leaving_for_another_flow_or_a_queue_is_no_branch() {
    has(
        "TransferToFlow",
        json!({ "ContactFlowId": "arn/other" }),
        json!({ "NextAction": "end", "Errors": [error("NoMatchingError", "end")] }),
        &expect!["NoMatchingError"],
    );
    has(
        "TransferContactToQueue",
        json!({}),
        json!({ "NextAction": "end", "Errors": [
            error("QueueAtCapacity", "end"), error("NoMatchingError", "end"),
        ] }),
        &expect!["QueueAtCapacity, NoMatchingError"],
    );
    has("DisconnectParticipant", json!({}), json!({}), &expect![""]);
}

#[test]
fn a_transfer_that_comes_back_goes_straight_on() {
    let transitions = json!({ "NextAction": "end", "Errors": [error("CallFailed", "end")] });
    let outside = |goes_on: &str| {
        json!({ "ThirdPartyPhoneNumber": "+12025550101",
            "ThirdPartyConnectionTimeLimitSeconds": "30", "ContinueFlowExecution": goes_on })
    };
    let third_party = "TransferParticipantToThirdParty";
    has(third_party, outside("True"), transitions.clone(), &expect!["Next, CallFailed"]);
    has(third_party, outside("False"), transitions, &expect!["CallFailed"]);
}

#[test]
fn a_module_comes_back_with_a_value_or_without() {
    let module = json!({ "FlowModuleId": "arn/module" });
    let errors = [error("NoMatchingCondition", "end"), error("NoMatchingError", "end")];
    has(
        "InvokeFlowModule",
        module.clone(),
        json!({ "NextAction": "end", "Conditions": [condition("Equals", "ok", "end")],
            "Errors": errors }),
        &expect!["Equals ok, Next, NoMatchingCondition, NoMatchingError"],
    );
    has("InvokeFlowModule", module, json!({ "NextAction": "end" }), &expect!["Next"]);
}

#[test]
fn an_action_whose_type_nobody_knows_counts_all_the_same() {
    has(
        "FlyToTheMoon",
        json!({}),
        json!({ "NextAction": "end", "Errors": [error("NoMatchingError", "end")] }),
        &expect!["Next, NoMatchingError"],
    );
    has(
        "FlyToTheMoon",
        json!({}),
        json!({ "NextAction": "end", "Conditions": [condition("Equals", "x", "end")],
            "Errors": [error("NoMatchingCondition", "end")] }),
        &expect!["Equals x, NoMatchingCondition"],
    );
}

/// What is taken by a contact that meets these outcomes.
fn takes(library: &Library, entry: &str, outcomes: &[Outcome]) -> Taken {
    let mut execution =
        Execution::start(library, &format!("arn/{entry}"), Contact::default()).unwrap();
    let mut taken = Taken::default();
    for outcome in std::iter::once(&Outcome::Done).chain(outcomes) {
        for trail in execution.step(library, outcome.clone()).unwrap().trail {
            taken.note(&trail);
        }
    }
    taken
}

fn shows(coverage: &Coverage, text: &Expect) {
    let mut out = String::new();
    for FlowCoverage { flow, actions, branches, not_taken } in &coverage.flows {
        let (a, b) = (actions, branches);
        writeln!(out, "{flow} {}/{} {}/{}", a.taken, a.of, b.taken, b.of).unwrap();
        for NotTaken { action, branch } in not_taken {
            writeln!(out, "  {action} {}", branch.as_deref().unwrap_or("-")).unwrap();
        }
    }
    let Coverage { actions: a, branches: b, .. } = coverage;
    writeln!(out, "all {}/{} {}/{}", a.taken, a.of, b.taken, b.of).unwrap();
    text.assert_eq(&out);
}

fn two_flows() -> Library {
    let straight = |next: &str, error_next: &str| json!({ "NextAction": next, "Errors": [error("NoMatchingError", error_next)] });
    let ask = json!({ "NextAction": "bye", "Conditions": [condition("Equals", "1", "go")],
        "Errors": [error("InputTimeLimitExceeded", "ask"), error("NoMatchingCondition", "bye"),
            error("NoMatchingError", "bye")] });
    library(&[
        (
            "menu",
            &[
                action("ask", "GetParticipantInput", menu(), ask),
                action(
                    "go",
                    "TransferToFlow",
                    json!({ "ContactFlowId": "arn/bye" }),
                    straight("bye", "bye"),
                ),
                action("bye", "DisconnectParticipant", json!({}), json!({})),
            ],
        ),
        (
            "bye",
            &[
                action(
                    "say",
                    "MessageParticipant",
                    json!({ "Text": "Bye." }),
                    straight("end", "apologise"),
                ),
                action(
                    "apologise",
                    "MessageParticipant",
                    json!({ "Text": "Sorry." }),
                    straight("end", "end"),
                ),
                action("end", "DisconnectParticipant", json!({}), json!({})),
            ],
        ),
    ])
}

#[test]
fn without_a_call_nothing_is_taken() {
    shows(
        &Coverage::of(&two_flows(), &Taken::default()),
        &expect![[r#"
        bye 0/3 0/4
          say -
          apologise -
          end -
        menu 0/3 0/5
          ask -
          go -
          bye -
        all 0/6 0/9
    "#]],
    );
}

#[test]
fn calls_add_up() {
    let library = two_flows();
    let press = |key: &str| Outcome::Digits(key.to_owned());
    let mut taken = takes(&library, "menu", &[Outcome::NoInput, press("1"), Outcome::Done]);
    shows(
        &Coverage::of(&library, &taken),
        &expect![[r#"
        bye 2/3 1/4
          say NoMatchingError
          apologise -
        menu 2/3 2/5
          ask NoMatchingCondition
          ask NoMatchingError
          go NoMatchingError
          bye -
        all 4/6 3/9
    "#]],
    );
    taken.add(&takes(&library, "menu", &[press("2")]));
    taken.add(&takes(&library, "bye", &[Outcome::Failed, Outcome::Failed]));
    shows(
        &Coverage::of(&library, &taken),
        &expect![[r#"
        bye 3/3 3/4
          apologise Next
        menu 3/3 3/5
          ask NoMatchingError
          go NoMatchingError
        all 6/6 6/9
    "#]],
    );
}

#[test]
fn a_caller_who_hangs_up_has_run_the_action_but_taken_no_branch() {
    let library = two_flows();
    let taken = takes(&library, "bye", &[Outcome::HungUp]);
    let bye = Coverage::of(&library, &taken).flows.remove(0);
    assert_eq!((bye.actions.taken, bye.branches.taken), (1, 0));
}

#[test]
fn a_branch_taken_that_does_not_count_changes_nothing() {
    // Nothing leads on from the failure, so it is no branch, but the action ran.
    let hours = json!({ "HoursOfOperationId": "arn/hours" });
    let library = library(&[(
        "hours",
        &[
            action("check", "CheckHoursOfOperation", hours, json!({ "NextAction": "end" })),
            action("end", "DisconnectParticipant", json!({}), json!({})),
        ],
    )]);
    let taken = takes(&library, "hours", &[Outcome::Failed]);
    shows(
        &Coverage::of(&library, &taken),
        &expect![[r#"
        hours 1/2 0/1
          check Next
          end -
        all 1/2 0/1
    "#]],
    );
}

#[test]
fn a_part_is_a_hundred_percent_only_when_nothing_is_left() {
    let percent = |taken, of| Count { taken, of }.percent();
    assert_eq!((percent(0, 0), percent(0, 3), percent(2, 3)), (100, 0, 66));
    assert_eq!((percent(999, 1000), percent(1000, 1000)), (99, 100));
}

/// Every branch that a contact takes is one that counts, or is not connected, or leads nowhere:
/// what counts is what the interpreter can do.
#[test]
fn what_the_interpreter_takes_of_our_flows_counts() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contact-flows");
    let mut library = Library::new();
    for name in ["inbound", "assistant", "escalation", "voicemail", "goodbye"] {
        let json = std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        library.insert(name, FlowKind::Flow, name, Flow::parse(&json).unwrap());
    }
    let mut seen = 0;
    for entry in library.entries() {
        // All that fails, all that goes well, and what a caller may press.
        for fails in [true, false] {
            for key in ["*", "#", "5"] {
                let mut execution =
                    Execution::start(&library, &entry.arn, Contact::default()).unwrap();
                let mut outcome = Outcome::Done;
                for _ in 0..100 {
                    let step = execution.step(&library, outcome).unwrap();
                    for trail in &step.trail {
                        let flow = &library.get(&trail.flow).unwrap().flow;
                        let known = flow.action(&trail.action).unwrap().exits();
                        let counts = known.contains(&trail.branch);
                        let leads_on = !trail.missing && trail.next.is_some();
                        assert_eq!(counts, leads_on, "{}: {trail:?}", entry.name);
                        seen += 1;
                    }
                    outcome = match step.effect {
                        connect_flow::Effect::End(_) => break,
                        _ if fails => Outcome::Failed,
                        connect_flow::Effect::CollectDigits { .. } => {
                            Outcome::Digits(key.to_owned())
                        }
                        connect_flow::Effect::Converse { .. } => Outcome::NoInput,
                        connect_flow::Effect::InvokeFunction { .. } => {
                            Outcome::FunctionReply(json!({}))
                        }
                        connect_flow::Effect::CheckHours { .. } => Outcome::Open(key == "#"),
                        connect_flow::Effect::ReadMetrics { .. } => {
                            Outcome::Metrics(Metrics::default())
                        }
                        _ => Outcome::Done,
                    };
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
