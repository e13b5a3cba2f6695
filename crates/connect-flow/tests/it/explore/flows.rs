//! Ways through several flows and modules.

use connect_flow::explore::{Options, explore};
use connect_flow::{Flow, FlowKind};
use expect_test::expect;
use serde_json::json;

use super::{act, compare, invoke, library, say, shown};
use crate::line::{end, flow, last};

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
