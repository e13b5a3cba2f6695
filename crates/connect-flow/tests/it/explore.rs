//! Every way a call can go, and what is told of it.

use std::fmt::Write as _;

use connect_flow::explore::{Options, Report, explore, parse_promises};
use connect_flow::{Flow, FlowKind, Library};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use crate::line::{end, flow, last};

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

#[test]
fn every_key_is_pressed_and_none() {
    let menu = act(
        "menu",
        "GetParticipantInput",
        json!({ "Text": "Press 1 or 2.", "StoreInput": "False" }),
        &[
            ("=1", "one"),
            ("=2", "gone"),
            ("!InputTimeLimitExceeded", "late"),
            ("!NoMatchingCondition", "what"),
            ("!NoMatchingError", "sorry"),
        ],
    );
    check(
        &[
            menu,
            say("one", "One.", "end"),
            say("late", "Still there?", "end"),
            say("what", "What?", "menu"),
            say("sorry", "Sorry.", "end"),
            end("gone"),
            end("end"),
        ],
        &expect![[r#"
            dropped at main/gone: the flow hangs up without a word
                in `main`: `menu`: the caller presses 2
                `gone`
            goodbye at main/end
            7 actions, 9 states
        "#]],
    );
}

#[test]
fn what_was_found_out_is_remembered() {
    check(
        &[
            invoke("ask", "first", "end"),
            compare(
                "first",
                "$.External.tier",
                &[("=gold", "keep"), ("!NoMatchingCondition", "end")],
            ),
            act(
                "keep",
                "UpdateContactAttributes",
                json!({ "Attributes": { "tier": "$.External.tier" } }),
                &[("next", "again"), ("!NoMatchingError", "end")],
            ),
            compare(
                "again",
                "$.Attributes.tier",
                &[("=gold", "say"), ("=silver", "never"), ("!NoMatchingCondition", "never")],
            ),
            say("say", "Gold.", "end"),
            say("never", "This cannot happen.", "end"),
            end("end"),
        ],
        &expect![[r#"
            dropped at main/end: the flow hangs up without a word
                in `main`: `ask`
                `first`: `$.External.tier` is something else
                `end`
            goodbye at main/end
            6 actions, 7 states
        "#]],
    );
}

#[test]
fn a_new_reply_is_a_new_value() {
    check(
        &[
            invoke("ask", "first", "end"),
            compare(
                "first",
                "$.External.more",
                &[("=yes", "ask"), ("!NoMatchingCondition", "say")],
            ),
            say("say", "Done.", "end"),
            end("end"),
        ],
        &expect![[r#"
            dropped at main/end: the flow hangs up without a word
                in `main`: `ask`: fails with NoMatchingError
                `end`
            goodbye at main/end
            4 actions, 6 states
        "#]],
    );
}

#[test]
fn loops_end_and_circles_are_walked_once() {
    check(
        &[
            act(
                "round",
                "Loop",
                json!({ "LoopCount": "99" }),
                &[("=ContinueLooping", "say"), ("=DoneLooping", "end")],
            ),
            say("say", "Again.", "round"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            3 actions, 22 states
        "#]],
    );
    check(
        &[say("say", "For ever.", "say")],
        &expect![[r#"
            stuck at main/say: from here it goes round for ever
                in `main`: `say`: from here it goes round for ever
            1 actions, 2 states
        "#]],
    );
}

#[test]
fn counting_with_attributes_is_followed_for_a_while() {
    check(
        &[
            set("begin", "n", "1", "round"),
            compare(
                "round",
                "$.Attributes.n",
                &[("=111", "say"), ("!NoMatchingCondition", "more")],
            ),
            set("more", "n", "1$.Attributes.n", "round"),
            say("say", "Three.", "end"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            5 actions, 517 states
        "#]],
    );
}

#[test]
fn a_missing_branch_leaves_the_caller_stuck() {
    check(
        &[
            say("hello", "Hello.", "ask"),
            act(
                "ask",
                "InvokeLambdaFunction",
                json!({ "LambdaFunctionARN": "f" }),
                &[("next", "end")],
            ),
            end("end"),
        ],
        &expect![[r#"
            stuck at main/ask: its `NoMatchingError` branch is missing or not connected
                in `main`: `hello`: the caller hears “Hello.”
                `ask`: fails with NoMatchingError
            goodbye at main/end
            3 actions, 3 states
        "#]],
    );
}

#[test]
fn a_branch_to_nowhere_leaves_the_caller_stuck() {
    let json = json!({ "StartAction": "say", "Actions": [say("say", "Hello.", "oops")] });
    let flow = Flow::read(&json.to_string()).unwrap();
    let library = library(&[("main", FlowKind::Flow, flow)]);
    let report = explore(&library, "flow/main", &Options::default()).unwrap();
    expect![[r#"
        stuck at main/say: the flow has no action `oops`
            in `main`: `say`: the caller hears “Hello.”
        1 actions, 1 states
    "#]]
    .assert_eq(&shown(&report));
}

#[test]
fn ends_have_names() {
    let transfer = act(
        "queue",
        "TransferContactToQueue",
        json!({}),
        &[("!QueueAtCapacity", "silent"), ("!NoMatchingError", "record")],
    );
    let record = act(
        "record",
        "UpdateContactRecordingBehavior",
        json!({ "RecordingBehavior": { "IVRRecordingBehavior": "Enabled" } }),
        &[("next", "beep")],
    );
    let listen = act(
        "listen",
        "GetParticipantInput",
        json!({ "StoreInput": "False", "InputTimeLimitSeconds": "60" }),
        &[
            ("!InputTimeLimitExceeded", "end"),
            ("!NoMatchingCondition", "end"),
            ("!NoMatchingError", "resume"),
        ],
    );
    check(
        &[
            compare(
                "begin",
                "$.Channel",
                &[("=CHAT", "elsewhere"), ("!NoMatchingCondition", "queue")],
            ),
            transfer,
            record,
            say("beep", "Beep.", "listen"),
            listen,
            end("end"),
            end("silent"),
            last("resume", "EndFlowExecution"),
            act(
                "elsewhere",
                "TransferToFlow",
                json!({ "ContactFlowId": "x" }),
                &[("!NoMatchingError", "hello")],
            ),
            say("hello", "Goodbye.", "end"),
        ],
        &expect![[r#"
            dropped at main/silent: the flow hangs up without a word
                in `main`: `begin`: `$.Channel` is something else
                `queue`: the queue is full
                `silent`
            person at main/queue
            voicemail at main/end
            goodbye at main/end
            returned at main/resume
            elsewhere at main/elsewhere: the flow it goes on in is not here
            10 actions, 12 states
        "#]],
    );
}

#[test]
fn what_is_not_known_may_go_any_way() {
    check(
        &[
            act("new", "BlockOfTomorrow", json!({}), &[("next", "a"), ("=x", "b"), ("!Late", "c")]),
            say("a", "A.", "end"),
            say("b", "B.", "draft"),
            act(
                "draft",
                "InvokeLambdaFunction",
                json!({}),
                &[("next", "c"), ("!NoMatchingError", "d")],
            ),
            say("c", "C.", "end"),
            say("d", "D.", "end"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            7 actions, 8 states
        "#]],
    );
}

#[test]
fn chance_and_numbers_stay_in_range() {
    let operator = |operator: &str, operand: &str, next: &str| json!({ "NextAction": next, "Condition": { "Operator": operator, "Operands": [operand] } });
    let mut draw =
        act("draw", "DistributeByPercentage", json!({}), &[("!NoMatchingCondition", "rest")]);
    draw["Transitions"]["Conditions"] = json!([
        operator("NumberLessThan", "51", "half"),
        operator("NumberLessThan", "101", "half")
    ]);
    let mut count = act(
        "half",
        "CheckMetricData",
        json!({ "MetricType": "NumberOfContactsInQueue" }),
        &[("!NoMatchingCondition", "some"), ("!NoMatchingError", "some")],
    );
    count["Transitions"]["Conditions"] = json!([
        operator("NumberLessThan", "0", "rest"),
        operator("NumberGreaterThan", "3", "some")
    ]);
    check(
        &[
            draw,
            count,
            say("some", "Some.", "end"),
            say("rest", "This cannot happen.", "end"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            4 actions, 4 states
        "#]],
    );
}

#[test]
fn other_flows_and_modules_are_part_of_the_way() {
    let main = flow(&[
        invoke("ask", "module", "module"),
        act(
            "module",
            "InvokeFlowModule",
            json!({ "FlowModuleId": "flow/hours" }),
            &[
                ("=open", "check"),
                ("=closed", "other"),
                ("next", "end"),
                ("!NoMatchingError", "end"),
            ],
        ),
        // The module's own reply is not seen here.
        compare(
            "check",
            "$.External.open",
            &[("=yes", "other"), ("!NoMatchingCondition", "missing")],
        ),
        act(
            "other",
            "TransferToFlow",
            json!({ "ContactFlowId": "flow/other" }),
            &[("!NoMatchingError", "end")],
        ),
        act(
            "missing",
            "InvokeFlowModule",
            json!({ "FlowModuleId": "x" }),
            &[("next", "other"), ("!NoMatchingError", "end")],
        ),
        end("end"),
    ]);
    let hours = flow(&[
        invoke("ask", "open", "no"),
        compare("open", "$.External.open", &[("=yes", "yes"), ("!NoMatchingCondition", "no")]),
        json!({ "Identifier": "yes", "Type": "EndFlowModuleExecution", "Parameters": { "Result": "open" } }),
        json!({ "Identifier": "no", "Type": "EndFlowModuleExecution", "Parameters": { "Result": "closed" } }),
    ]);
    let other = flow(&[say("bye", "Goodbye.", "end"), end("end")]);
    let library = library(&[
        ("main", FlowKind::Flow, main),
        ("hours", FlowKind::Module, hours),
        ("other", FlowKind::Flow, other),
    ]);
    let report = explore(&library, "flow/main", &Options::default()).unwrap();
    expect![[r#"
        dropped at main/end: the flow hangs up without a word
            in `main`: `ask`
            `module`: fails with NoMatchingError
            `end`
        goodbye at other/end
        12 actions, 12 states
    "#]]
    .assert_eq(&shown(&report));
    let report = explore(&library, "flow/hours", &Options::default()).unwrap();
    expect![[r#"
        returned at hours/no
        returned at hours/yes
        4 actions, 4 states
    "#]]
    .assert_eq(&shown(&report));
}

#[test]
fn who_waits_in_a_queue_hears_its_flow_until_somebody_answers() {
    let main = flow(&[
        act(
            "hook",
            "UpdateContactEventHooks",
            json!({ "EventHooks": { "CustomerQueue": "flow/waiting" } }),
            &[("next", "queue"), ("!NoMatchingError", "queue")],
        ),
        act(
            "queue",
            "TransferContactToQueue",
            json!({}),
            &[("!QueueAtCapacity", "sorry"), ("!NoMatchingError", "sorry")],
        ),
        say("sorry", "Sorry.", "end"),
        end("end"),
    ]);
    let waiting = flow(&[
        act(
            "music",
            "MessageParticipantIteratively",
            json!({ "Messages": [{ "Text": "La la." }], "InterruptFrequencySeconds": "30" }),
            &[("=MessagesInterrupted", "offer"), ("!NoMatchingError", "offer")],
        ),
        act(
            "offer",
            "GetParticipantInput",
            json!({ "Text": "Press 1 for a callback, 2 to stay.", "StoreInput": "False" }),
            &[
                ("=1", "call-back"),
                ("=2", "stay"),
                ("!InputTimeLimitExceeded", "music"),
                ("!NoMatchingCondition", "music"),
                ("!NoMatchingError", "music"),
            ],
        ),
        act(
            "call-back",
            "CreateCallbackContact",
            json!({ "InitialCallDelaySeconds": "5", "RetryDelaySeconds": "60", "MaximumConnectionAttempts": "1" }),
            &[("next", "hang-up"), ("!NoMatchingError", "music")],
        ),
        last("stay", "EndFlowExecution"),
        end("hang-up"),
    ]);
    let library = library(&[("main", FlowKind::Flow, main), ("waiting", FlowKind::Flow, waiting)]);
    let report = explore(&library, "flow/main", &Options::default()).unwrap();
    expect![[r#"
        person at main/queue
        person at waiting/music
        person at waiting/offer
        person at waiting/stay
        callback at waiting/hang-up
        goodbye at main/end
        9 actions, 14 states
    "#]]
    .assert_eq(&shown(&report));
}

/// A flow with more states than may be walked: every attribute is found out one after the other and
/// compared once more at the end.
#[test]
fn too_many_states_are_walked_by_place() {
    let mut actions = vec![];
    for n in 0..8 {
        let (this, next) = (format!("is-{n}"), format!("is-{}", n + 1));
        let value = format!("$.Attributes.a{n}");
        actions.push(compare(
            &this,
            &value,
            &[("=x", &next), ("=y", &next), ("!NoMatchingCondition", &next)],
        ));
    }
    for n in 8..16 {
        let (this, next) = (format!("is-{n}"), format!("is-{}", n + 1));
        let value = format!("$.Attributes.a{}", n - 8);
        actions.push(compare(&this, &value, &[("=x", &next), ("!NoMatchingCondition", &next)]));
    }
    actions.push(end("is-16"));
    let options = Options { most_states: 100, ..Options::default() };
    expect![[r#"
        dropped at main/is-16: the flow hangs up without a word
            in `main`: `is-0`: `$.Attributes.a0` is `x`
            `is-1`: `$.Attributes.a1` is `x`
            `is-2`: `$.Attributes.a2` is `x`
            `is-3`: `$.Attributes.a3` is `x`
            `is-4`: `$.Attributes.a4` is `x`
            `is-5`: `$.Attributes.a5` is `x`
            `is-6`: `$.Attributes.a6` is `x`
            `is-7`: `$.Attributes.a7` is `x`
            `is-8`: `$.Attributes.a0` is `x`
            `is-9`: `$.Attributes.a1` is `x`
            `is-10`: `$.Attributes.a2` is `x`
            `is-11`: `$.Attributes.a3` is `x`
            `is-12`: `$.Attributes.a4` is `x`
            `is-13`: `$.Attributes.a5` is `x`
            `is-14`: `$.Attributes.a6` is `x`
            `is-15`: `$.Attributes.a7` is `x`
            `is-16`
        17 actions, 114 states, not all
    "#]]
    .assert_eq(&shown(&walk(&actions, &options)));
}

fn promised(promises: &str, expect: &Expect) {
    let promises = parse_promises(promises).unwrap().into_iter().map(|(_, it)| it).collect();
    let actions = [
        say("hello", "Hello.", "consent"),
        act(
            "consent",
            "GetParticipantInput",
            json!({ "Text": "Press star to opt out.", "StoreInput": "False" }),
            &[
                ("=*", "bye"),
                ("!InputTimeLimitExceeded", "record"),
                ("!NoMatchingCondition", "record"),
                ("!NoMatchingError", "hang-up"),
            ],
        ),
        act(
            "record",
            "UpdateContactRecordingBehavior",
            json!({ "RecordingBehavior": { "RecordedParticipants": ["Agent", "Customer"] } }),
            &[("next", "hang-up")],
        ),
        say("bye", "Goodbye.", "hang-up"),
        end("hang-up"),
    ];
    let report = walk(&actions, &Options { promises, ..Options::default() });
    let mut out = String::new();
    for broken in &report.broken {
        writeln!(out, "{}: {}", broken.promise, broken.what).unwrap();
        for line in broken.story.to_string().lines() {
            writeln!(out, "    {line}").unwrap();
        }
    }
    expect.assert_eq(&out);
}

#[test]
fn promises_that_hold_are_not_mentioned() {
    promised(
        "# All of these hold.\n\
         always passes: consent before: recording\n\
         always passes: message # before anything ends\n\
         never passes: bye after: record\n\
         never passes: main/record before: main/hello\n\
         never ends: stuck, person\n\
         ends: goodbye, dropped\n",
        &expect![""],
    );
}

#[test]
fn broken_promises_are_told_with_a_story() {
    promised(
        "always passes: record before: bye\n\
         always passes: bye\n\
         never passes: bye after: input\n\
         never passes: recording\n\
         never ends: dropped\n\
         ends: person\n\
         always passes: consnt before: recording\n",
        &expect![[r#"
            always passes: record before: bye: `bye` comes before `record`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller presses *
            always passes: bye: a call ends (goodbye) without passing `bye`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller does nothing
                `hang-up`
            never passes: bye after: input: a call passes `bye`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller presses *
            never passes: recording: a call passes `record`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller does nothing
            never ends: dropped: a call ends: dropped
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller presses another key
                `hang-up`
            ends: person: a call ends: goodbye
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller does nothing
                `hang-up`
            always passes: consnt before: recording: no flow has `consnt`
        "#]],
    );
}

#[test]
fn promises_that_cannot_be_read() {
    let check = |text: &str, expect: Expect| {
        let error = parse_promises(text).unwrap_err();
        expect.assert_eq(&format!("line {}: {error}", error.line));
    };
    check(
        "never",
        expect![
            "line 1: found `never`, expected `never ends: KIND`, `ends: KIND`, `always passes: PLACE before: PLACE`, or `never passes: PLACE after: PLACE`"
        ],
    );
    check(
        "\n# fine\nnever ends: happily",
        expect![
            "line 3: found `happily`, expected a way to end: `person`, `voicemail`, `callback`, `external`, `goodbye`, `dropped`, `stuck`, `hung_up`, `returned`, `elsewhere`"
        ],
    );
    check(
        "sometimes passes: a",
        expect![
            "line 1: found `sometimes passes`, expected `never ends: KIND`, `ends: KIND`, `always passes: PLACE before: PLACE`, or `never passes: PLACE after: PLACE`"
        ],
    );
    check(
        "always passes: ",
        expect![
            "line 1: found nothing, expected a place: an action, `FLOW/ACTION`, an action type, or one of `recording`, `message`, `input`, `function`, `queue`, `agent`"
        ],
    );
    check(
        "always passes: a before: ",
        expect![
            "line 1: found nothing, expected a place: an action, `FLOW/ACTION`, an action type, or one of `recording`, `message`, `input`, `function`, `queue`, `agent`"
        ],
    );
    check(
        "always passes: a after: b",
        expect![
            "line 1: found `a after: b`, expected a place: an action, `FLOW/ACTION`, an action type, or one of `recording`, `message`, `input`, `function`, `queue`, `agent`"
        ],
    );
}

#[test]
fn what_cannot_be_entered_is_refused() {
    let draft = Flow::parse(r#"{ "StartAction": "", "Actions": [] }"#).unwrap();
    let library = library(&[("main", FlowKind::Flow, draft)]);
    let refused =
        |entry: &str| explore(&library, entry, &Options::default()).unwrap_err().to_string();
    expect!["flow `flow/main` has no first action: connect its entry point"]
        .assert_eq(&refused("flow/main"));
    expect!["no flow `flow/other` in the library"].assert_eq(&refused("flow/other"));
}
