//! What is said of the ways through flows and modules: what callers have heard by when.

use connect_flow::lint::{Finding, Subject, Surroundings, lint};
use connect_flow::{Flow, FlowKind, FlowType, Library};
use expect_test::expect;
use serde_json::{Value, json};

use super::lint::{breaks, shown};

/// A library of flows, the first of which is judged.
fn among(flows: &[(&str, Value)]) -> Vec<Finding> {
    let mut library = Library::new();
    for (name, actions) in flows {
        let kind = if name.starts_with("module") { FlowKind::Module } else { FlowKind::Flow };
        let start = &actions[0]["Identifier"];
        let flow = json!({ "Version": "2019-10-30", "StartAction": start, "Actions": actions });
        library.insert(*name, kind, *name, Flow::read(&flow.to_string()).unwrap());
    }
    let judged = library.get(flows[0].0).unwrap();
    let flow_type = match judged.kind {
        FlowKind::Flow => FlowType::ContactFlow,
        FlowKind::Module => FlowType::Module,
    };
    lint(&Subject {
        flow: &judged.flow,
        flow_type,
        flow_type_known: true,
        characters: None,
        library: &library,
        library_is_complete: true,
        surroundings: &Surroundings::default(),
    })
}

/// An action that goes on, and goes to the same if it fails.
fn on(id: &str, type_name: &str, parameters: Value, next: &str) -> Value {
    json!({ "Identifier": id, "Type": type_name, "Parameters": parameters,
            "Transitions": { "NextAction": next,
                             "Errors": [{ "ErrorType": "NoMatchingError", "NextAction": next }] } })
}

fn say(id: &str, next: &str) -> Value {
    on(id, "MessageParticipant", json!({ "Text": "Hello." }), next)
}

fn ask(id: &str, next: &str) -> Value {
    on(id, "GetParticipantInput", json!({ "Text": "Yes?", "StoreInput": "True" }), next)
}

fn function(id: &str, seconds: u32, next: &str) -> Value {
    let limit = seconds.to_string();
    let parameters = json!({ "LambdaFunctionARN": "f", "InvocationTimeLimitSeconds": limit });
    on(id, "InvokeLambdaFunction", parameters, next)
}

fn record(id: &str, ivr: &str, participants: &[&str], next: &str) -> Value {
    let behavior = json!({ "RecordedParticipants": participants, "IVRRecordingBehavior": ivr });
    json!({ "Identifier": id, "Type": "UpdateContactRecordingBehavior",
            "Parameters": { "RecordingBehavior": behavior },
            "Transitions": { "NextAction": next } })
}

fn queue(id: &str) -> Value {
    json!({ "Identifier": id, "Type": "TransferContactToQueue", "Transitions": { "Errors": [
        { "ErrorType": "QueueAtCapacity", "NextAction": "bye" },
        { "ErrorType": "NoMatchingError", "NextAction": "bye" } ] } })
}

fn to(id: &str, flow: &str) -> Value {
    on(id, "TransferToFlow", json!({ "ContactFlowId": flow }), "bye")
}

fn module(id: &str, module: &str, next: &str) -> Value {
    on(id, "InvokeFlowModule", json!({ "FlowModuleId": module }), next)
}

fn bye() -> Value {
    json!({ "Identifier": "bye", "Type": "DisconnectParticipant" })
}

fn done() -> Value {
    json!({ "Identifier": "done", "Type": "EndFlowModuleExecution" })
}

/// What is said of recording.
fn of_recording(flows: &[(&str, Value)]) -> String {
    let of = |it: &&Finding| it.rule.starts_with("recording");
    let findings: Vec<_> = among(flows).iter().filter(of).cloned().collect();
    shown(&findings)
}

#[test]
fn what_was_heard_in_another_flow_was_heard() {
    let recorded = json!([record("r", "Enabled", &[], "q"), queue("q"), bye()]);
    let silent = json!([function("f", 3, "t"), to("t", "recorded"), bye()]);
    let told = json!([say("s", "a"), ask("a", "t"), to("t", "recorded"), bye()]);
    expect![[r#"
        warning[recording-without-disclosure] Actions[0]: on one way recording starts here, before the caller has heard anything
    "#]]
    .assert_eq(&of_recording(&[("recorded", recorded.clone())]));
    assert_eq!(of_recording(&[("recorded", recorded.clone()), ("told", told.clone())]), "");
    // One that is silent is enough.
    assert_ne!(of_recording(&[("recorded", recorded), ("told", told), ("silent", silent)]), "");
}

#[test]
fn what_was_heard_in_a_module_was_heard() {
    let entry =
        json!([module("m", "module", "r"), record("r", "Enabled", &[], "q"), queue("q"), bye()]);
    let told = json!([ask("a", "done"), done()]);
    let silent = json!([function("f", 3, "done"), done()]);
    assert_eq!(of_recording(&[("entry", entry.clone()), ("module", told)]), "");
    assert_ne!(of_recording(&[("entry", entry.clone()), ("module", silent)]), "");
    // Nobody knows what a module says that is not here.
    assert_eq!(of_recording(&[("entry", entry)]), "");

    let module_records = json!([record("r", "Enabled", &[], "done"), done()]);
    let silent = json!([module("m", "module", "q"), queue("q"), bye()]);
    let told = json!([ask("a", "m"), module("m", "module", "q"), queue("q"), bye()]);
    assert_eq!(of_recording(&[("module", module_records.clone()), ("entry", told)]), "");
    assert_ne!(of_recording(&[("module", module_records.clone()), ("entry", silent)]), "");
    assert_eq!(of_recording(&[("module", module_records)]), "");
}

#[test]
fn a_talk_with_an_agent_is_recorded_when_the_agent_joins() {
    let flow = |between: Value| {
        let first = record("r", "Disabled", &["Agent", "Customer"], "x");
        of_recording(&[("entry", json!([first, between, queue("q"), bye()]))])
    };
    expect![[r#"
        warning[recording-without-disclosure] Actions[0]: on one way recording starts when an agent joins after `q`, before the caller has heard anything
    "#]]
    .assert_eq(&flow(function("x", 3, "q")));
    expect![[r#"
        hint[recording-without-consent] Actions[0]: on one way recording starts when an agent joins after `q`, without the caller having been asked
    "#]]
    .assert_eq(&flow(say("x", "q")));
    assert_eq!(flow(ask("x", "q")), "");
    let mut dequeue = queue("x");
    dequeue["Type"] = json!("DequeueContactAndTransferToQueue");
    assert_ne!(flow(dequeue), "", "an agent of the other queue joins");
    assert_eq!(flow(record("x", "Disabled", &["Agent"], "q")), "", "it is switched off again");
    assert_eq!(flow(function("x", 3, "bye")), "", "nobody joins");
}

#[test]
fn silence_is_not_speech() {
    let beep = on("s", "MessageParticipant", json!({ "SSML": "<speak><break/></speak>" }), "r");
    let flow = json!([beep, record("r", "Enabled", &[], "q"), queue("q"), bye()]);
    assert_ne!(of_recording(&[("entry", flow)]), "");
}

/// What is said of silence.
fn of_silence(actions: Value) -> Vec<String> {
    let findings = among(&[("entry", actions)]);
    findings.into_iter().filter(|it| it.rule == "long-silence").map(|it| it.message).collect()
}

#[test]
fn silence_adds_up_until_something_is_heard() {
    let flow = |seconds: [u32; 3]| {
        let [a, b, c] = seconds;
        of_silence(json!([
            function("a", a, "b"),
            function("b", b, "s"),
            say("s", "c"),
            function("c", c, "q"),
            queue("q"),
            bye()
        ]))
    };
    assert!(flow([4, 4, 8]).is_empty());
    expect![[r#"
        [
            "a caller may hear nothing for 9 s: `a` (4 s), `b` (5 s) with no prompt between them",
        ]
    "#]]
    .assert_debug_eq(&flow([4, 5, 8]));
    let asynchronous = on(
        "a",
        "InvokeLambdaFunction",
        json!({ "LambdaFunctionARN": "f", "InvocationTimeLimitSeconds": "60",
                "InvocationType": "ASYNCHRONOUS" }),
        "b",
    );
    let flow = json!([asynchronous, function("b", 8, "s"), say("s", "q"), queue("q"), bye()]);
    assert!(of_silence(flow).is_empty(), "nobody waits for it");
}

#[test]
fn the_longest_of_several_ways_counts() {
    let fork = json!({ "Identifier": "?", "Type": "Compare",
        "Parameters": { "ComparisonValue": "$.Attributes.x" },
        "Transitions": { "NextAction": "a",
            "Errors": [{ "ErrorType": "NoMatchingCondition", "NextAction": "a" }],
            "Conditions": [{ "NextAction": "b",
                "Condition": { "Operator": "Equals", "Operands": ["1"] } }] } });
    let flow = json!([
        fork,
        function("a", 2, "c"),
        function("b", 5, "c"),
        function("c", 5, "s"),
        say("s", "q"),
        queue("q"),
        bye()
    ]);
    expect![[r#"
        [
            "a caller may hear nothing for 10 s: `b` (5 s), `c` (5 s) with no prompt between them",
        ]
    "#]]
    .assert_debug_eq(&of_silence(flow));
}

#[test]
fn what_comes_round_is_longer() {
    let fails_to = |id: &str, seconds: u32, on: &str| {
        let mut function = function(id, seconds, "q");
        function["Transitions"]["Errors"][0]["NextAction"] = json!(on);
        function
    };
    let once = |count: &str| {
        json!([
            say("s", "l"),
            counted("l", count, "f", "q"),
            fails_to("f", 8, "l"),
            queue("q"),
            bye()
        ])
    };
    assert!(of_silence(once("1")).is_empty());
    expect![[r#"
        [
            "a caller may hear nothing for 40 s: `f` (5 times 8 s) with no prompt between them",
        ]
    "#]]
    .assert_debug_eq(&of_silence(once("5")));
    let twice = json!([function("e", 3, "f"), fails_to("f", 6, "f"), queue("q"), bye()]);
    expect![[r#"
        []
    "#]]
    .assert_debug_eq(&of_silence(twice));
}

#[test]
fn functions_in_modules_are_waited_for() {
    let entry = json!([function("a", 5, "m"), module("m", "module", "q"), queue("q"), bye()]);
    let silence = |inner: Option<Value>| {
        let inner = inner.map(|it| ("module", it));
        let flows: Vec<_> = [("entry", entry.clone())].into_iter().chain(inner).collect();
        let findings = among(&flows);
        let of = |it: &Finding| it.rule == "long-silence";
        shown(&findings.into_iter().filter(of).collect::<Vec<_>>())
    };
    assert_eq!(silence(None), "", "nobody knows what is in it");
    assert_eq!(silence(Some(json!([function("b", 3, "done"), done()]))), "");
    assert_eq!(silence(Some(json!([function("b", 8, "s"), say("s", "done"), done()]))), "");
    assert_eq!(silence(Some(json!([module("n", "module", "done"), done()]))), "", "of itself");
    let inner = json!([function("b", 2, "c"), function("c", 2, "done"), done()]);
    expect![[""]].assert_eq(&silence(Some(inner)));
}

#[test]
fn a_menu_that_counts_or_is_chosen_is_no_endless_loop() {
    let endless = |actions: Value| breaks(&among(&[("entry", actions)]), "endless-loop");
    let menu = |silent: &str, star: &str| {
        json!({ "Identifier": "menu", "Type": "GetParticipantInput",
            "Parameters": { "Text": "?", "StoreInput": "False" },
            "Transitions": { "NextAction": silent,
                "Errors": [
                    { "ErrorType": "InputTimeLimitExceeded", "NextAction": silent },
                    { "ErrorType": "NoMatchingCondition", "NextAction": silent },
                    { "ErrorType": "NoMatchingError", "NextAction": "bye" } ],
                "Conditions": [{ "NextAction": star,
                    "Condition": { "Operator": "Equals", "Operands": ["*"] } }] } })
    };
    assert!(endless(json!([menu("menu", "q"), queue("q"), bye()])));
    assert!(!endless(json!([menu("q", "menu"), queue("q"), bye()])), "the caller chooses it");
    assert!(endless(json!([function("f", 1, "f"), menu("q", "q"), queue("q"), bye()])));
    let counter = |operand: &str| {
        json!({ "Identifier": "n", "Type": "Compare",
            "Parameters": { "ComparisonValue": "$.External.n" },
            "Transitions": { "NextAction": "menu",
                "Errors": [{ "ErrorType": "NoMatchingCondition", "NextAction": "menu" }],
                "Conditions": [{ "NextAction": "q",
                    "Condition": { "Operator": "Equals", "Operands": [operand] } }] } })
    };
    let counted = |operand| {
        let count = function("count", 1, "n");
        json!([menu("count", "q"), count, counter(operand), queue("q"), bye()])
    };
    assert!(!endless(counted("3")));
    assert!(endless(counted("gold")));
    let uncounted = json!([menu("n", "q"), counter("3"), queue("q"), bye()]);
    assert!(endless(uncounted), "nothing on the way gives another number");
}

#[test]
fn only_what_the_circle_writes_counts() {
    let circle = |value: &str, write: Value| {
        let compare = json!({ "Identifier": "c", "Type": "Compare",
            "Parameters": { "ComparisonValue": value },
            "Transitions": {
                "Errors": [{ "ErrorType": "NoMatchingCondition", "NextAction": "w" }],
                "Conditions": [
                    { "NextAction": "q", "Condition": { "Operator": "Equals", "Operands": ["1"] } },
                    { "NextAction": "bye",
                      "Condition": { "Operator": "Equals", "Operands": ["2"] } } ] } });
        let actions = json!([write, say("s", "c"), compare, queue("q"), bye()]);
        breaks(&among(&[("entry", actions)]), "endless-loop")
    };
    let attributes = |name: &str| {
        on("w", "UpdateContactAttributes", json!({ "Attributes": { name: "$.External.n" } }), "s")
    };
    let flow_attributes = |name: &str| {
        let written = json!({ "FlowAttributes": { name: { "Value": "2" } } });
        on("w", "UpdateFlowAttributes", written, "s")
    };
    for (value, write) in [
        ("$.StoredCustomerInput", ask("w", "s")),
        ("$.Lex.IntentName", ask("w", "s")),
        ("$.Channel", say("w", "s")),
        ("$.CustomerEndpoint.Address", function("w", 1, "s")),
        ("$.Attributes.n", function("w", 1, "s")),
        ("$.Attributes.n", attributes("other")),
        ("$.Attributes.n", flow_attributes("n")),
        ("$.External.n", attributes("n")),
    ] {
        assert!(circle(value, write), "{value}");
    }
    for (value, write) in [
        ("$.Attributes.n", attributes("n")),
        ("$.FlowAttributes.n", flow_attributes("n")),
        ("$.External.n", function("w", 1, "s")),
        ("$.Attributes.n", module("w", "elsewhere", "s")),
    ] {
        assert!(!circle(value, write), "{value}");
    }
}

#[test]
fn a_key_that_is_compared_is_chosen() {
    let circle = |operand: &str| {
        let compare = json!({ "Identifier": "c", "Type": "Compare",
            "Parameters": { "ComparisonValue": "$.StoredCustomerInput" },
            "Transitions": {
                "Errors": [{ "ErrorType": "NoMatchingCondition", "NextAction": "q" }],
                "Conditions": [{ "NextAction": "a",
                    "Condition": { "Operator": "Equals", "Operands": [operand] } }] } });
        breaks(
            &among(&[("entry", json!([ask("a", "c"), compare, queue("q"), bye()]))]),
            "endless-loop",
        )
    };
    assert!(!circle("9"), "the caller wants to hear it again");
    assert!(circle("Timeout"));
}

/// A loop with where it leads while it counts, and when it is done.
fn counted(id: &str, count: &str, again: &str, done: &str) -> Value {
    let condition = |operand: &str, next: &str| json!({ "NextAction": next, "Condition": { "Operator": "Equals", "Operands": [operand] } });
    json!({ "Identifier": id, "Type": "Loop", "Parameters": { "LoopCount": count },
            "Transitions": { "NextAction": done, "Conditions": [
                condition("ContinueLooping", again), condition("DoneLooping", done) ] } })
}

#[test]
fn a_loop_ends_a_circle_that_it_leaves() {
    let endless = |actions: Value| breaks(&among(&[("entry", actions)]), "endless-loop");
    assert!(!endless(json!([say("s", "l"), counted("l", "3", "s", "q"), queue("q"), bye()])));
    assert!(endless(json!([say("s", "l"), counted("l", "3", "s", "s")])));
    let nested = |last: &str| {
        json!([
            say("s", "l"),
            counted("l", "3", "t", "m"),
            say("t", "l"),
            counted("m", "3", "s", last),
            queue("q"),
            bye()
        ])
    };
    assert!(!endless(nested("q")));
    assert!(endless(nested("s")), "the inner loop ends, the outer one does not");
}

#[test]
fn modules_go_five_deep() {
    let deep = |modules: usize| {
        let names: Vec<_> = (1..=modules).map(|it| format!("module {it}")).collect();
        let mut flows = vec![("entry", json!([module("m", "module 1", "q"), queue("q"), bye()]))];
        for (at, name) in names.iter().enumerate() {
            let next = names.get(at + 1);
            let inner = next.map(|it| module("m", it, "done"));
            let actions: Vec<_> = inner.into_iter().chain([done()]).collect();
            flows.push((name, json!(actions)));
        }
        breaks(&among(&flows), "module-depth")
    };
    assert!(!deep(5));
    assert!(deep(6));
    assert!(deep(9));
}

#[test]
fn a_person_may_be_in_another_flow() {
    let way = |flows: &[(&str, Value)]| !breaks(&among(flows), "no-way-to-person");
    let entry = json!([say("s", "t"), to("t", "other"), bye()]);
    let person = json!([say("s", "q"), queue("q"), bye()]);
    let nobody = json!([say("s", "bye"), bye()]);
    assert!(way(&[("entry", entry.clone())]), "nobody knows what is there");
    assert!(way(&[("entry", entry.clone()), ("other", person)]));
    assert!(!way(&[("entry", entry.clone()), ("other", nobody.clone())]));
    assert!(way(&[("other", nobody), ("entry", entry)]), "only an entry is asked");
}

#[test]
fn a_misused_module_or_flow_is_told() {
    let module_entry = json!([to("t", "module"), bye()]);
    let flow_entry = json!([module("m", "other", "q"), queue("q"), bye()]);
    let empty = json!([done()]);
    let messages: Vec<_> = among(&[("entry", module_entry), ("module", empty.clone())])
        .into_iter()
        .chain(among(&[("entry", flow_entry), ("other", empty)]))
        .filter(|it| it.rule == "undefined-reference")
        .map(|it| it.message)
        .collect();
    expect![[r#"
        [
            "found the module `module`, expected a flow",
            "found the flow `other`, expected a module",
        ]
    "#]]
    .assert_debug_eq(&messages);
}
