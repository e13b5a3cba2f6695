//! Answers of the code hook that cannot be obeyed, and what is said about them.

use std::error::Error;

use aws_events::lex::Attributes;
use expect_test::{Expect, expect};
use lex_bot::{Input, Session};
use serde_json::{Value, json};

use crate::{northwind, session};

/// Answers the first hook call of "order 55421" and shows the chain of errors.
fn check(answer: &Value, expected: &Expect) {
    let bot = northwind();
    let mut session = session(&bot);
    session.step(&bot, Input::Speech("order 55421".to_owned())).unwrap();
    let before = session.clone();
    let input = Input::Hook(serde_json::from_value(answer.clone()).unwrap());
    let error = session.step(&bot, input).unwrap_err();
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
          because `sessionState.intent.state` is `InProgress`, `Close` needs `Fulfilled` or `Failed`"#]],
    );
    check(
        &state(&json!({ "dialogAction": { "type": "Delegate" },
                        "intent": { "name": "CheckOrderStatus", "state": "Fulfilled" } })),
        &expect![[r#"
            the code hook's answer cannot be obeyed
              because `sessionState.intent.state` is `Fulfilled`, `Delegate` needs `InProgress` or `ReadyForFulfillment`"#]],
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
              because the answer takes 25730 bytes, at most 25600 are allowed"#]],
    );
}

#[test]
fn attributes_that_leave_no_room_for_the_event() {
    let bot = northwind();
    let attributes = |bytes: usize| Attributes::from([("a".to_owned(), "x".repeat(bytes))]);
    let new = |bytes: usize| {
        Session::new(
            &bot,
            "en_US",
            aws_events::lex::BotIdentity::default(),
            "s".to_owned(),
            attributes(bytes),
            Attributes::new(),
        )
    };
    expect!["session attributes take 12296 bytes, at most 12288 are allowed"]
        .assert_eq(&new(12 * 1024).unwrap_err().to_string());
    let mut full = new(12 * 1024 - 20).unwrap();
    let error = full.step(&bot, Input::Speech("agent".to_owned())).unwrap_err().to_string();
    let (begin, end) = error.split_once("takes ").unwrap();
    assert_eq!(begin, "the event for the code hook ");
    assert!(end.ends_with("bytes, at most 12288 are allowed"));
}

#[test]
fn everyone_waits_for_their_turn() {
    let bot = northwind();
    let mut session = session(&bot);
    let answer = state(&json!({ "dialogAction": { "type": "Delegate" } }));
    let answer = || Input::Hook(serde_json::from_value(answer.clone()).unwrap());
    let say = |said: &str| Input::Speech(said.to_owned());
    expect!["an answer of the code hook came while the session was listening"]
        .assert_eq(&session.step(&bot, answer()).unwrap_err().to_string());
    session.step(&bot, say("agent")).unwrap();
    expect!["what the caller said came while the session waited for the code hook"]
        .assert_eq(&session.step(&bot, say("agent")).unwrap_err().to_string());
    session.step(&bot, answer()).unwrap();
    session.step(&bot, answer()).unwrap();
    expect!["what the caller said came while the session was over"]
        .assert_eq(&session.step(&bot, say("agent")).unwrap_err().to_string());
}

#[test]
fn a_session_keeps_to_its_bot_and_locale() {
    let bot = northwind();
    let error = Session::new(
        &bot,
        "de_DE",
        aws_events::lex::BotIdentity::default(),
        "s".to_owned(),
        Attributes::new(),
        Attributes::new(),
    )
    .unwrap_err();
    expect!["bot `northwind-assistant` has no locale `de_DE`, only `en_US`"]
        .assert_eq(&error.to_string());
    let mut properties = crate::properties();
    properties["BotLocales"][0]["Intents"].as_array_mut().unwrap().remove(0);
    let other = lex_bot::Bot::from_cloudformation(&properties).unwrap();
    let mut session = session(&bot);
    session.step(&bot, Input::Speech("track my order".to_owned())).unwrap();
    let answer = state(&json!({ "dialogAction": { "type": "Delegate" } }));
    let answer = Input::Hook(serde_json::from_value(answer).unwrap());
    expect!["the session does not belong to bot `northwind-assistant`: it has no intent `CheckOrderStatus`"].assert_eq(&session.step(&other, answer).unwrap_err().to_string());
}

#[test]
fn debug_output_keeps_what_callers_say_to_itself() {
    let bot = northwind();
    let mut session = session(&bot);
    let input = Input::Speech("order 55421".to_owned());
    expect!["Speech(..)"].assert_eq(&format!("{input:?}"));
    session.step(&bot, input).unwrap();
    expect![[r#"Session { bot: "northwind-assistant", locale: "en_US", id: "s-1", turn: 1, state: "waited for the code hook", .. }"#]].assert_eq(&format!("{session:?}"));
}
