//! Answers of the code hook that cannot be obeyed, and what is said about them.

use std::error::Error;

use aws_events::lex::{
    Attributes, DialogAction, DialogActionType, Intent, Response, ResponseState, Slot,
};
use expect_test::{Expect, expect};
use lex_bot::{Bot, Input, Session, Start};
use serde_json::{Value, json};

use crate::northwind;
use crate::script::{hook, now, say, session, start};

/// Answers the first hook call of "order 55421" and shows the chain of errors.
fn check(answer: &Value, expected: &Expect) {
    check_input(hook(answer), expected);
}

fn check_input(input: Input, expected: &Expect) {
    let bot = northwind();
    let mut session = session(&bot);
    session.step(&bot, &now(), say("order 55421")).unwrap();
    let before = session.clone();
    let error = session.step(&bot, &now(), input).unwrap_err();
    assert!(session == before, "a step that fails changes nothing");
    let mut shown = format!("{error}");
    let mut source = error.source();
    while let Some(cause) = source {
        shown.push_str("\n  because ");
        shown.push_str(&cause.to_string());
        source = cause.source();
    }
    assert!(!shown.contains("55421"), "errors keep what callers say to themselves");
    expected.assert_eq(&shown);
}

fn state(state: &Value) -> Value {
    json!({ "sessionState": state })
}

#[test]
fn answers_that_cannot_be_obeyed() {
    let order = json!({ "name": "CheckOrderStatus", "state": "InProgress" });
    check(
        &state(&json!({ "intent": order })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.dialogAction` is missing"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "FulfillIntent" } })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.dialogAction.type` is `FulfillIntent`, which a code hook cannot answer"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "Close" } })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.intent` is missing, `Close` needs it"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "Close" }, "intent": order })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.intent.state` is missing or `InProgress`, `Close` needs `Failed`, `Fulfilled`, `FulfillmentInProgress` or `ReadyForFulfillment`"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "Delegate" },
                        "intent": { "name": "CheckOrderStatus", "state": "Fulfilled" } })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.intent.state` is `Fulfilled`, `Delegate` needs `InProgress`, `ReadyForFulfillment` or `Failed`"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "ElicitIntent" } })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `messages` is empty, `ElicitIntent` needs at least one"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "ConfirmIntent" }, "intent": order })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `messages` is empty, `ConfirmIntent` needs at least one"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "ElicitSlot" }, "intent": order })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.dialogAction.slotToElicit` is missing, `ElicitSlot` needs it"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "ElicitSlot", "slotToElicit": "Number" },
                        "intent": order })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.dialogAction.slotToElicit` names slot `Number`, intent `CheckOrderStatus` has `OrderNumber`"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "ElicitSlot", "slotToElicit": "OrderNumber" } })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.intent` is missing, `ElicitSlot` needs it"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "Delegate" }, "intent": { "name": "Order" } })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.intent.name` is `Order`, the bot has `CheckOrderStatus`, `TalkToAgent`, `Goodbye`, `ShipGift`, `FallbackIntent`"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "Delegate" },
                        "intent": { "name": "Goodbye", "slots": { "When": null } } })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.intent.slots` names slot `When`, intent `Goodbye` has none"#]],
    );
}

/// A way to leave the turn to Lex, with more of the session.
fn delegating(more: Value) -> Value {
    let mut session = json!({ "dialogAction": { "type": "Delegate" } });
    session.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    state(&session)
}

#[test]
fn values_of_another_shape() {
    let order = |slot: Value| {
        delegating(
            json!({ "intent": { "name": "CheckOrderStatus", "slots": { "OrderNumber": slot } } }),
        )
    };
    check(
        &order(json!({ "shape": "List", "values": [] })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.intent.slots.OrderNumber` is `List`, expected `Scalar`"#]],
    );
    check(
        &order(json!({ "shape": "Composite", "subSlots": {} })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.intent.slots.OrderNumber` is `Composite`, expected `Scalar`"#]],
    );
    let elicit = json!({ "type": "ElicitSlot", "slotToElicit": "OrderNumber.Part" });
    check(
        &state(&json!({ "dialogAction": elicit, "intent": { "name": "CheckOrderStatus" } })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.dialogAction.slotToElicit` names part `Part`, slot `OrderNumber` has none"#]],
    );
}

/// What a hook that is no text can answer.
fn check_typed(change: impl FnOnce(&mut ResponseState), expected: &Expect) {
    let mut session_state = ResponseState {
        dialog_action: Some(DialogAction::new(DialogActionType::Delegate)),
        intent: Some(Intent::new("CheckOrderStatus")),
        ..ResponseState::default()
    };
    change(&mut session_state);
    let answer =
        Response { session_state, messages: Vec::new(), request_attributes: Attributes::new() };
    check_input(Input::Hook(answer), expected);
}

#[test]
fn names_that_lex_does_not_know() {
    fn intent(it: &mut ResponseState) -> &mut Intent {
        it.intent.as_mut().unwrap()
    }
    check_typed(
        |it| intent(it).state = "Done".into(),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.intent.state` is `Done`, `Delegate` needs `InProgress`, `ReadyForFulfillment` or `Failed`"#]],
    );
    check_typed(
        |it| intent(it).confirmation_state = "Perhaps".into(),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.intent.confirmationState` is `Perhaps`, expected `Confirmed`, `Denied` or `None`"#]],
    );
    check_typed(
        |it| it.dialog_action = Some(DialogAction::new("Sing".into())),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.dialogAction.type` is `Sing`, which a code hook cannot answer"#]],
    );
    let sung = DialogAction {
        slot_elicitation_style: Some("Sing".into()),
        ..DialogAction::elicit_slot("OrderNumber")
    };
    check_typed(
        |it| it.dialog_action = Some(sung),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.dialogAction.slotElicitationStyle` is `Sing`, expected `Default`, `SpellByLetter` or `SpellByWord`"#]],
    );
    let round = Some(Slot::Other(json!("round")));
    check_typed(
        |it| drop(intent(it).slots.insert("OrderNumber".to_owned(), round)),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.intent.slots.OrderNumber` is no slot that Lex knows, expected `Scalar`"#]],
    );
}

#[test]
fn contexts_out_of_range() {
    let context = |name: &str, seconds: u32, turns: u32, attributes: Value| {
        delegating(json!({ "activeContexts": [{
            "name": name,
            "contextAttributes": attributes,
            "timeToLive": { "timeToLiveInSeconds": seconds, "turnsToLive": turns }
        }] }))
    };
    check(
        &context("", 90, 5, json!({})),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts[0].name` is ``, expected 1 to 100 letters, digits, `-` and `_`"#]],
    );
    check(
        &context("a b", 90, 5, json!({})),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts[0].name` is `a b`, expected 1 to 100 letters, digits, `-` and `_`"#]],
    );
    check(
        &context("a", 86_401, 5, json!({})),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts[0].timeToLive.timeToLiveInSeconds` is 86401, expected 5 to 86400"#]],
    );
    check(
        &context("a", 90, 21, json!({})),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts[0].timeToLive.turnsToLive` is 21, expected 1 to 20"#]],
    );
    check(
        &context("a", 90, 5, json!({ "": "x" })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts[0].contextAttributes` is a name of another length, expected names of 1 to 100 characters"#]],
    );
    check(
        &context("a", 90, 5, json!({ "x": "" })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts[0].contextAttributes` is a value of another length, expected values of 1 to 1024 characters"#]],
    );
    let many: serde_json::Map<String, Value> =
        (0..11).map(|it| (it.to_string(), json!("x"))).collect();
    check(
        &context("a", 90, 5, Value::Object(many)),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts[0].contextAttributes` is 11 attributes, expected at most 10"#]],
    );
    let all = vec![
        json!({ "name": "a", "timeToLive": { "timeToLiveInSeconds": 5, "turnsToLive": 1 } });
        21
    ];
    check(
        &delegating(json!({ "activeContexts": all })),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `sessionState.activeContexts` has 21, at most 20 are allowed"#]],
    );
}

#[test]
fn messages_that_cannot_be_said() {
    let said = |messages: Value| json!({ "sessionState": { "dialogAction": { "type": "Delegate" } }, "messages": messages });
    let text = |content_type: &str, content: &str| json!({ "contentType": content_type, "content": content });
    check(
        &said(json!([text("PlainText", "Hm."), text("PlainText", "")])),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `messages[1].content` is missing, `PlainText` needs it"#]],
    );
    check(
        &said(json!([text("ImageResponseCard", "a card")])),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `messages[0].imageResponseCard` is missing, `ImageResponseCard` needs it"#]],
    );
    check(
        &said(json!([text("SSML", "<speak>salt & pepper</speak>")])),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `messages[0].content` is not well-formed SSML: an `&` does not begin an entity such as `&amp;`"#]],
    );
    check(
        &said(json!([text("PlainText", &"x".repeat(4001))])),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `messages[0].content` has 4001 characters, at most 4000 are allowed"#]],
    );
    check(
        &said(json!(vec![text("PlainText", "x"); 11])),
        &expect![[r#"
        the code hook's answer cannot be obeyed
          because `messages` has 11, at most 10 are allowed"#]],
    );
}

#[test]
fn answers_that_are_too_large() {
    check(
        &state(&json!({ "dialogAction": { "type": "Delegate" },
                        "sessionAttributes": { "a": "x".repeat(12 * 1024) } })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.sessionAttributes` take 12296 bytes, at most 12288 are allowed"#]],
    );
    check(
        &json!({ "sessionState": { "dialogAction": { "type": "Delegate" } },
                 "messages": [{ "contentType": "PlainText", "content": "x".repeat(25 * 1024) }] }),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because the answer takes 25707 bytes, at most 25600 are allowed"#]],
    );
}

#[test]
fn attributes_that_leave_no_room_for_the_event() {
    let bot = northwind();
    let attributes = |bytes: usize| Attributes::from([("a".to_owned(), "x".repeat(bytes))]);
    let new =
        |bytes: usize| Session::new(&bot, Start { attributes: attributes(bytes), ..start(&bot) });
    expect!["session attributes take 12296 bytes, at most 12288 are allowed"]
        .assert_eq(&new(12 * 1024).unwrap_err().to_string());
    let mut full = new(12 * 1024 - 20).unwrap();
    let error = full.step(&bot, &now(), say("agent")).unwrap_err().to_string();
    let (begin, end) = error.split_once("takes ").unwrap();
    assert_eq!(begin, "the event for the code hook ");
    assert!(end.ends_with("bytes, at most 12288 are allowed"));
}

#[test]
fn everyone_waits_for_their_turn() {
    let bot = northwind();
    let mut session = session(&bot);
    let answer = state(&json!({ "dialogAction": { "type": "Delegate" } }));
    let answer = || hook(&answer);
    expect!["an answer of the code hook came while the session was listening"]
        .assert_eq(&session.step(&bot, &now(), answer()).unwrap_err().to_string());
    session.step(&bot, &now(), say("agent")).unwrap();
    expect!["what the caller said came while the session waited for the code hook"]
        .assert_eq(&session.step(&bot, &now(), say("agent")).unwrap_err().to_string());
    session.step(&bot, &now(), answer()).unwrap();
    session.step(&bot, &now(), answer()).unwrap();
    expect!["what the caller said came while the session was over"]
        .assert_eq(&session.step(&bot, &now(), say("agent")).unwrap_err().to_string());
}

#[test]
fn a_session_keeps_to_its_bot_and_locale() {
    let bot = northwind();
    let other = Start { locale: "de_DE".to_owned(), ..start(&bot) };
    let error = Session::new(&bot, other).unwrap_err();
    expect!["bot `northwind-assistant` has no locale `de_DE`, only `en_US`"]
        .assert_eq(&error.to_string());
    let mut properties = crate::properties();
    properties["BotLocales"][0]["Intents"].as_array_mut().unwrap().remove(0);
    let other = Bot::from_cloudformation(&properties).unwrap();
    let mut session = session(&bot);
    session.step(&bot, &now(), say("track my order")).unwrap();
    let answer = state(&json!({ "dialogAction": { "type": "Delegate" } }));
    let answer = hook(&answer);
    expect!["the session does not belong to bot `northwind-assistant`: it has no intent `CheckOrderStatus`"].assert_eq(&session.step(&other, &now(), answer).unwrap_err().to_string());
}

#[test]
fn debug_output_keeps_what_callers_say_to_itself() {
    let bot = northwind();
    let mut session = session(&bot);
    let input = say("order 55421");
    expect!["Speech(..)"].assert_eq(&format!("{input:?}"));
    session.step(&bot, &now(), input).unwrap();
    expect![[r#"Session { bot: "northwind-assistant", locale: "en_US", id: "s-1", turn: 1, state: "waited for the code hook", .. }"#]].assert_eq(&format!("{session:?}"));
}
