//! How calls end.

use connect_flow::explore::{Options, explore};
use connect_flow::{Flow, FlowKind};
use expect_test::expect;
use serde_json::json;

use super::{act, check, compare, library, say, shown};
use crate::line::{end, last};

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
