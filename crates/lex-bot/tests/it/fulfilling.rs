//! Fulfilment, and what is said meanwhile.

use expect_test::{Expect, expect};
use lex_bot::Bot;
use serde_json::{Value, json};

use crate::script::transcript;
use crate::small::{bot, intent, said, step};

fn check(bot: &Bot, script: &[&str], expected: &Expect) {
    expected.assert_eq(&transcript(bot, script));
}

fn update(words: &str, field: &str, seconds: u32) -> Value {
    let groups = &said(words)["MessageGroupsList"];
    json!({ "MessageGroups": groups, field: seconds, "AllowInterrupt": false })
}

/// Fulfilment with updates and a path for everything that can come of it.
fn slow() -> Bot {
    bot(json!([intent(
        "Pay",
        &["pay my bill"],
        json!({
            "InitialResponseSetting": { "InitialResponse": said("Okay.") },
            "FulfillmentCodeHook": {
                "Enabled": true,
                "FulfillmentUpdatesSpecification": {
                    "Active": true,
                    "StartResponse": update("That takes a while.", "DelayInSeconds", 2),
                    "UpdateResponse": update("Still at it.", "FrequencyInSeconds", 5),
                    "TimeoutInSeconds": 12
                },
                "PostFulfillmentStatusSpecification": {
                    "SuccessResponse": said("Paid."),
                    "SuccessNextStep": step("ElicitIntent", json!({})),
                    "FailureResponse": said("That did not work."),
                    "TimeoutResponse": said("That takes too long."),
                    "TimeoutNextStep": step("EndConversation", json!({}))
                }
            },
            "IntentClosingSetting": { "ClosingResponse": said("Bye.") }
        })
    )]))
}

#[test]
fn a_fulfilment_that_fails() {
    let failed = r#"{"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"Pay","state":"Failed"}}}"#;
    let delegated = r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Pay","state":"Failed"}}}"#;
    for (answer, expected) in [
        (
            "fail",
            expect![[r#"
            caller: say pay my bill
              -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
            hook: fail
            bot: Okay. | That did not work. | Bye. [done]
            = Pay() Failed Some(1.0)
        "#]],
        ),
        (
            "late",
            expect![[r#"
            caller: say pay my bill
              -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
            hook: late
            bot: Okay. | That takes too long. [done]
            = Pay() Failed Some(1.0)
        "#]],
        ),
        (
            failed,
            expect![[r#"
            caller: say pay my bill
              -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
            hook: {"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"Pay","state":"Failed"}}}
            bot: Okay. | That did not work. [done]
            = Pay() Failed Some(1.0)
        "#]],
        ),
        (
            delegated,
            expect![[r#"
            caller: say pay my bill
              -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
            hook: {"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Pay","state":"Failed"}}}
            bot: Okay. | That did not work. | Bye. [done]
            = Pay() Failed Some(1.0)
        "#]],
        ),
    ] {
        check(&slow(), &["say pay my bill", answer], &expected);
    }
    let plain = bot(json!([intent(
        "Pay",
        &["pay"],
        json!({ "FulfillmentCodeHook": { "Enabled": true } })
    )]));
    check(
        &plain,
        &["say pay", "fail", "late", delegated],
        &expect![[r#"
        caller: say pay
          -> fulfilment Pay() ReadyForFulfillment/None Speech
        hook: fail
        error: the code hook failed, and intent `Pay` has no path for that
        hook: late
        error: the code hook did not answer in time, and intent `Pay` has no path for that
        hook: {"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Pay","state":"Failed"}}}
        bot:  [done]
        = Pay() Failed Some(1.0)
    "#]],
    );
}

#[test]
fn a_caller_hears_that_it_takes_a_while() {
    check(
        &slow(),
        &["say pay my bill", "wait", "wait", "wait", "late"],
        &expect![[r#"
        caller: say pay my bill
          -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
        host: wait
        bot: Okay. | That takes a while. [meanwhile, next Some(5s)]
        host: wait
        bot: Still at it. [meanwhile, next None]
        host: wait
        error: time came while the session waited for the code hook
        hook: late
        bot: That takes too long. [done]
        = Pay() Failed Some(1.0)
    "#]],
    );
    check(
        &slow(),
        &["say pay my bill", "wait", "delegate"],
        &expect![[r#"
        caller: say pay my bill
          -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
        host: wait
        bot: Okay. | That takes a while. [meanwhile, next Some(5s)]
        hook: delegate
        bot: Paid. [intent]
    "#]],
    );
    check(
        &slow(),
        &["say pay my bill", "delegate"],
        &expect![[r#"
        caller: say pay my bill
          -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
        hook: delegate
        bot: Okay. | Paid. [intent]
    "#]],
    );
    let closed = r#"{"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"Pay","state":"Fulfilled"}},"messages":[{"contentType":"PlainText","content":"All done."}]}"#;
    check(
        &slow(),
        &["say pay my bill", closed],
        &expect![[r#"
        caller: say pay my bill
          -> fulfilment Pay() ReadyForFulfillment/None Speech, update after 2s, at most 12s
        hook: {"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"Pay","state":"Fulfilled"}},"messages":[{"contentType":"PlainText","content":"All done."}]}
        bot: Okay. | All done. [done]
        = Pay() Fulfilled Some(1.0)
    "#]],
    );
}

#[test]
fn time_that_nobody_asked_for_is_out_of_turn() {
    check(
        &slow(),
        &["wait", "found nothing", "fail"],
        &expect![[r#"
        host: wait
        error: time came while the session was listening
        host: found nothing
        error: the answer of a search came while the session was listening
        hook: fail
        error: a failure of the code hook came while the session was listening
    "#]],
    );
}

#[test]
fn a_fulfilment_hook_that_delegates_says_how_it_went() {
    let bot = bot(json!([intent(
        "Do",
        &["do it"],
        json!({ "FulfillmentCodeHook": { "Enabled": true } })
    )]));
    let answered = |state: &str| {
        let state = match state {
            "" => json!({ "name": "Do" }),
            state => json!({ "name": "Do", "state": state }),
        };
        let action = json!({ "type": "Delegate" });
        let answer = json!({ "sessionState": { "dialogAction": action, "intent": state } });
        transcript(&bot, &["say do it", &answer.to_string()]).contains("error: ")
    };
    for state in ["", "InProgress", "Waiting"] {
        assert!(answered(state), "{state}");
    }
    for state in ["Failed", "Fulfilled", "FulfillmentInProgress", "ReadyForFulfillment"] {
        assert!(!answered(state), "{state}");
    }
}
