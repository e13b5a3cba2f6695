//! Paths through a conversation: responses, conditions, next steps, and hooks on the way.

use expect_test::{Expect, expect};
use lex_bot::Bot;
use serde_json::{Value, json};

use crate::script::transcript;
use crate::small::{bot, branches, intent, merged, prompt, said, slot, step};

fn check(bot: &Bot, script: &[&str], expected: &Expect) {
    expected.assert_eq(&transcript(bot, script));
}

fn opening(more: Value) -> Value {
    json!({ "InitialResponseSetting": more })
}

#[test]
fn a_circle_ends() {
    let again = merged(step("StartIntent", json!({})), json!({ "Intent": { "Name": "Alone" } }));
    let bot = bot(json!([
        intent(
            "Alone",
            &["go"],
            opening(json!({ "InitialResponse": said("Hm."), "NextStep": again }))
        ),
        intent(
            "Ping",
            &["ping"],
            opening(
                json!({ "NextStep": merged(step("StartIntent", json!({})), json!({ "Intent": { "Name": "Pong" } })) })
            )
        ),
        intent(
            "Pong",
            &["pong"],
            opening(
                json!({ "NextStep": merged(step("StartIntent", json!({})), json!({ "Intent": { "Name": "Ping" } })) })
            )
        ),
    ]));
    check(
        &bot,
        &["say go"],
        &expect![[r#"
        caller: say go
        error: intent `Alone` goes round in a circle: 101 steps without a word from the caller
    "#]],
    );
    check(
        &bot,
        &["say ping"],
        &expect![[r#"
        caller: say ping
        error: intent `Ping` goes round in a circle: 101 steps without a word from the caller
    "#]],
    );
}

#[test]
fn conditions_decide_after_the_response() {
    let conditional = branches(
        &[
            ("{Age} < 18", "You are too young.", step("CloseIntent", json!({}))),
            ("[member] = \"yes\"", "Welcome back.", step("FulfillIntent", json!({}))),
        ],
        json!({ "NextStep": step("ElicitSlot", json!({ "SlotToElicit": "City" })) }),
    );
    let capture = json!({
        "SlotCaptureSetting": {
            "CaptureResponse": said("{Age}, thank you."),
            "CaptureConditional": conditional
        }
    });
    let bot = bot(json!([intent(
        "Rent",
        &["rent a car"],
        json!({
            "Slots": [
                slot("Age", "AMAZON.Number", "How old are you?", capture),
                slot("City", "AMAZON.City", "Where?", json!({}))
            ],
            "SlotPriorities": [{ "SlotName": "Age", "Priority": 1 }, { "SlotName": "City", "Priority": 2 }],
            "IntentClosingSetting": { "ClosingResponse": said("Goodbye.") }
        })
    )]));
    check(
        &bot,
        &["say rent a car", "say 17"],
        &expect![[r#"
        caller: say rent a car
        bot: How old are you? [Age]
        caller: say 17
        bot: 17, thank you. | You are too young. | Goodbye. [done]
        = Rent(Age=17, City=-) Failed Some(1.0)
    "#]],
    );
    check(
        &bot,
        &["say rent a car", "say 30", "say Boston"],
        &expect![[r#"
        caller: say rent a car
        bot: How old are you? [Age]
        caller: say 30
        bot: 30, thank you. | Where? [City]
        caller: say Boston
        bot: Goodbye. [done]
        = Rent(Age=30, City=Boston) ReadyForFulfillment Some(1.0)
    "#]],
    );
}

#[test]
fn a_step_sets_values_and_goes_to_another_intent() {
    let next = merged(
        step("StartIntent", json!({ "SuppressNextMessage": true })),
        json!({
            "Intent": {
                "Name": "Ship",
                "Slots": [{ "SlotName": "Town", "SlotValueOverride": { "Shape": "Scalar", "Value": { "InterpretedValue": "{City}" } } }]
            },
            "SessionAttributes": [{ "Key": "from", "Value": "{City}" }, { "Key": "why", "Value": "moved" }]
        }),
    );
    let capture = json!({ "SlotCaptureSetting": { "CaptureNextStep": next } });
    let bot = bot(json!([
        intent(
            "Move",
            &["I moved"],
            json!({ "Slots": [slot("City", "AMAZON.City", "Where to?", capture)] })
        ),
        intent(
            "Ship",
            &["ship it"],
            json!({
                "InitialResponseSetting": { "InitialResponse": said("Shipping.") },
                "Slots": [
                    slot("Town", "AMAZON.City", "Which town?", json!({})),
                    slot("Count", "AMAZON.Number", "How many to {Town}, [from], because you [why]?", json!({}))
                ],
                "SlotPriorities": [{ "SlotName": "Town", "Priority": 1 }, { "SlotName": "Count", "Priority": 2 }]
            })
        ),
    ]));
    check(
        &bot,
        &["say I moved", "say Boston", "say two"],
        &expect![[r#"
        caller: say I moved
        bot: Where to? [City]
        caller: say Boston
        bot: How many to Boston, Boston, because you moved? [Count]
        caller: say two
        bot:  [done]
        = Ship(Count=2, Town=Boston) ReadyForFulfillment Some(1.0)
    "#]],
    );
}

#[test]
fn every_kind_of_next_step() {
    let to = |next: Value| {
        bot(json!([intent(
            "Do",
            &["do it"],
            json!({
                "InitialResponseSetting": { "InitialResponse": said("Well."), "NextStep": next },
                "Slots": [
                    slot("A", "AMAZON.Number", "A?", json!({})),
                    slot("B", "AMAZON.Number", "B?", json!({ "SlotConstraint": "Optional" }))
                ],
                "SlotPriorities": [{ "SlotName": "A", "Priority": 1 }, { "SlotName": "B", "Priority": 2 }],
                "IntentConfirmationSetting": { "PromptSpecification": prompt("Sure?", 1) },
                "IntentClosingSetting": { "ClosingResponse": said("Bye.") }
            })
        )]))
    };
    let transcripts = [
        ("CloseIntent", json!({})),
        ("ConfirmIntent", json!({})),
        ("ElicitIntent", json!({})),
        ("ElicitSlot", json!({ "SlotToElicit": "B" })),
        ("EndConversation", json!({})),
        ("EvaluateConditional", json!({})),
        ("FulfillIntent", json!({})),
        ("InvokeDialogCodeHook", json!({})),
    ]
    .map(|(action, more)| {
        format!("{action}\n{}", transcript(&to(step(action, more)), &["say do it"]))
    })
    .concat();
    expect![[r#"
        CloseIntent
        caller: say do it
        bot: Well. | Bye. [done]
        = Do(A=-, B=-) Failed Some(1.0)
        ConfirmIntent
        caller: say do it
        bot: Well. | Sure? [yes or no]
        ElicitIntent
        caller: say do it
        bot: Well. [intent]
        ElicitSlot
        caller: say do it
        bot: Well. | B? [B]
        EndConversation
        caller: say do it
        bot: Well. [done]
        = Do(A=-, B=-) Failed Some(1.0)
        EvaluateConditional
        caller: say do it
        bot: Well. | A? [A]
        FulfillIntent
        caller: say do it
        bot: Well. | Bye. [done]
        = Do(A=-, B=-) ReadyForFulfillment Some(1.0)
        InvokeDialogCodeHook
        caller: say do it
        bot: Well. | A? [A]
    "#]]
    .assert_eq(&transcripts);
}

#[test]
fn a_message_is_left_out_where_the_step_says_so() {
    let next = step("ElicitSlot", json!({ "SlotToElicit": "A", "SuppressNextMessage": true }));
    let bot = bot(json!([intent(
        "Do",
        &["do it"],
        json!({
            "InitialResponseSetting": { "InitialResponse": said("Say a number."), "NextStep": next },
            "Slots": [slot("A", "AMAZON.Number", "A?", json!({}))]
        })
    )]));
    check(
        &bot,
        &["say do it", "say what", "say 5"],
        &expect![[r#"
        caller: say do it
        bot: Say a number. [A]
        caller: say what
        bot: Again: A? [A]
        caller: say 5
        bot:  [done]
        = Do(A=5) ReadyForFulfillment Some(1.0)
    "#]],
    );
}
