//! Whole conversations: what Lex says and what the code hook is sent.

use expect_test::{Expect, expect};
use lex_bot::{Effect, Input, Speech};
use serde_json::json;

use crate::northwind;
use crate::script::{hook, now, say, session, transcript};

/// Plays a script with the bot that most tests talk to.
fn check(script: &[&str], expected: &Expect) {
    expected.assert_eq(&transcript(&northwind(), script));
}

#[test]
fn a_hook_that_delegates_leaves_the_words_to_the_bot() {
    check(
        &[
            "say track my order",
            "delegate",
            "say five five four two one",
            "delegate",
            "say yes",
            "delegate",
            r#"{"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"CheckOrderStatus","state":"Fulfilled","slots":{"OrderNumber":{"value":{"interpretedValue":"55421"}}}}}}"#,
        ],
        &expect![[r#"
            caller: say track my order
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
            hook: delegate
            bot: What's your order number? [OrderNumber]
            caller: say five five four two one
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: delegate
            bot: That's order 55421, right? [yes or no]
            caller: say yes
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/Confirmed Speech
            hook: delegate
              -> fulfilment CheckOrderStatus(OrderNumber=55421) ReadyForFulfillment/Confirmed Speech
            hook: {"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"CheckOrderStatus","state":"Fulfilled","slots":{"OrderNumber":{"value":{"interpretedValue":"55421"}}}}}}
            bot: That was order 55421. [done]
            = CheckOrderStatus(OrderNumber=55421) Fulfilled Some(1.0)
        "#]],
    );
}

#[test]
fn a_number_in_the_first_sentence_is_not_asked_for() {
    check(
        &[
            "say I'd like to check on order 55421",
            "delegate",
            "say that's right",
            "delegate",
            "delegate",
        ],
        &expect![[r#"
            caller: say I'd like to check on order 55421
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: delegate
            bot: That's order 55421, right? [yes or no]
            caller: say that's right
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/Confirmed Speech
            hook: delegate
              -> fulfilment CheckOrderStatus(OrderNumber=55421) ReadyForFulfillment/Confirmed Speech
            hook: delegate
            bot: That was order 55421. [done]
            = CheckOrderStatus(OrderNumber=55421) Fulfilled Some(1.0)
        "#]],
    );
}

#[test]
fn a_wrong_number_is_corrected_at_confirmation() {
    check(
        &["say order 55421", "delegate", "say no, it's 44322", "delegate", "say yes", "delegate"],
        &expect![[r#"
            caller: say order 55421
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: delegate
            bot: That's order 55421, right? [yes or no]
            caller: say no, it's 44322
              -> dialog CheckOrderStatus(OrderNumber=44322) InProgress/Denied Speech
            hook: delegate
            bot: That's order 44322, right? [yes or no]
            caller: say yes
              -> dialog CheckOrderStatus(OrderNumber=44322) InProgress/Confirmed Speech
            hook: delegate
              -> fulfilment CheckOrderStatus(OrderNumber=44322) ReadyForFulfillment/Confirmed Speech
        "#]],
    );
    check(
        &["say order 55421", "delegate", "say 44322", "delegate"],
        &expect![[r#"
        caller: say order 55421
          -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
        hook: delegate
        bot: That's order 55421, right? [yes or no]
        caller: say 44322
          -> dialog CheckOrderStatus(OrderNumber=44322) InProgress/None Speech
        hook: delegate
        bot: That's order 44322, right? [yes or no]
    "#]],
    );
    check(
        &["say order 55421", "delegate", "say nope, four four three two two"],
        &expect![[r#"
        caller: say order 55421
          -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
        hook: delegate
        bot: That's order 55421, right? [yes or no]
        caller: say nope, four four three two two
          -> dialog CheckOrderStatus(OrderNumber=44322) InProgress/Denied Speech
    "#]],
    );
}

#[test]
fn a_number_that_is_repeated_is_confirmed() {
    check(
        &["say order 55421", "delegate", "say yes, it's five five four two one", "delegate"],
        &expect![[r#"
            caller: say order 55421
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: delegate
            bot: That's order 55421, right? [yes or no]
            caller: say yes, it's five five four two one
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/Confirmed Speech
            hook: delegate
              -> fulfilment CheckOrderStatus(OrderNumber=55421) ReadyForFulfillment/Confirmed Speech
        "#]],
    );
}

#[test]
fn a_no_ends_it() {
    check(
        &["say order 55421", "delegate", "say that's wrong", "delegate"],
        &expect![[r#"
        caller: say order 55421
          -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
        hook: delegate
        bot: That's order 55421, right? [yes or no]
        caller: say that's wrong
          -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/Denied Speech
        hook: delegate
        bot: Okay, never mind. [done]
        = CheckOrderStatus(OrderNumber=55421) Failed Some(1.0)
    "#]],
    );
}

#[test]
fn an_unclear_confirmation_is_asked_again_then_given_up() {
    check(
        &["say order 55421", "delegate", "say blah blah", "delegate", "silence", "delegate"],
        &expect![[r#"
            caller: say order 55421
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: delegate
            bot: That's order 55421, right? [yes or no]
            caller: say blah blah
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: delegate
            bot: That's order 55421, right? [yes or no]
            caller: silence
              -> dialog FallbackIntent() InProgress/None Speech
            hook: delegate
              -> fulfilment FallbackIntent() ReadyForFulfillment/None Speech
        "#]],
    );
}

#[test]
fn a_person_can_be_asked_for_at_any_point() {
    check(
        &["say track my order", "delegate", "say talk to an agent"],
        &expect![[r#"
        caller: say track my order
          -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
        hook: delegate
        bot: What's your order number? [OrderNumber]
        caller: say talk to an agent
          -> dialog TalkToAgent() InProgress/None Speech
    "#]],
    );
    check(
        &["say order 55421", "delegate", "say no, talk to an agent"],
        &expect![[r#"
        caller: say order 55421
          -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
        hook: delegate
        bot: That's order 55421, right? [yes or no]
        caller: say no, talk to an agent
          -> dialog TalkToAgent() InProgress/None Speech
    "#]],
    );
}

#[test]
fn an_unusable_value_is_asked_for_again_then_given_up() {
    check(
        &[
            "say track my order",
            "delegate",
            "say 123",
            "delegate",
            "silence",
            "delegate",
            "say my order",
            "delegate",
        ],
        &expect![[r#"
            caller: say track my order
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
            hook: delegate
            bot: What's your order number? [OrderNumber]
            caller: say 123
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Retry1
            hook: delegate
            bot: Sorry, which order number? [OrderNumber]
            caller: silence
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Retry2
            hook: delegate
            bot: What's your order number? [OrderNumber]
            caller: say my order
              -> dialog FallbackIntent() InProgress/None Speech
            hook: delegate
              -> fulfilment FallbackIntent() ReadyForFulfillment/None Speech
        "#]],
    );
}

#[test]
fn the_hook_may_find_the_value_itself() {
    check(
        &[
            "say track my order",
            "delegate",
            "say the one for my aunt",
            r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"CheckOrderStatus","slots":{"OrderNumber":{"value":{"interpretedValue":"11111"}}}}}}"#,
        ],
        &expect![[r#"
            caller: say track my order
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
            hook: delegate
            bot: What's your order number? [OrderNumber]
            caller: say the one for my aunt
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Retry1
            hook: {"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"CheckOrderStatus","slots":{"OrderNumber":{"value":{"interpretedValue":"11111"}}}}}}
            bot: That's order 11111, right? [yes or no]
        "#]],
    );
}

#[test]
fn keys_are_digits() {
    check(
        &["say track my order", "delegate", "press 55421", "delegate"],
        &expect![[r#"
        caller: say track my order
          -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
        hook: delegate
        bot: What's your order number? [OrderNumber]
        caller: press 55421
          -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Dtmf
        hook: delegate
        bot: That's order 55421, right? [yes or no]
    "#]],
    );
    check(
        &["press 55421"],
        &expect![[r#"
        caller: press 55421
          -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Dtmf
    "#]],
    );
}

#[test]
fn silence_falls_back() {
    check(
        &["silence", "delegate", "delegate"],
        &expect![[r#"
        caller: silence
          -> dialog FallbackIntent() InProgress/None Speech
        hook: delegate
          -> fulfilment FallbackIntent() ReadyForFulfillment/None Speech
        hook: delegate
        bot:  [done]
        = FallbackIntent() Fulfilled None
    "#]],
    );
}

#[test]
fn the_hook_asks_in_its_own_words() {
    check(
        &[
            "say what is the meaning of life",
            r#"{"sessionState":{"dialogAction":{"type":"ElicitIntent"},"sessionAttributes":{"turn":"1"}},"messages":[{"contentType":"PlainText","content":"Sorry?"}]}"#,
            "say track my order",
            r#"{"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"OrderNumber"},"intent":{"name":"CheckOrderStatus"}},"messages":[{"contentType":"PlainText","content":"Which one?"}]}"#,
            "silence",
            r#"{"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"OrderNumber"},"intent":{"name":"CheckOrderStatus"}}}"#,
            "say 55421",
            r#"{"sessionState":{"dialogAction":{"type":"ConfirmIntent"},"intent":{"name":"CheckOrderStatus","slots":{"OrderNumber":{"value":{"interpretedValue":"55421"}}}}},"messages":[{"contentType":"PlainText","content":"5 5 4 2 1?"}]}"#,
            "say yes",
            r#"{"sessionState":{"dialogAction":{"type":"ElicitIntent"}},"messages":[{"contentType":"PlainText","content":"It was shipped. Anything else?"}]}"#,
            "say no",
            r#"{"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"Goodbye","state":"Fulfilled"}},"messages":[{"contentType":"PlainText","content":"Bye."}]}"#,
        ],
        &expect![[r#"
            caller: say what is the meaning of life
              -> dialog FallbackIntent() InProgress/None Speech
            hook: {"sessionState":{"dialogAction":{"type":"ElicitIntent"},"sessionAttributes":{"turn":"1"}},"messages":[{"contentType":"PlainText","content":"Sorry?"}]}
            bot: Sorry? [intent]
            caller: say track my order
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
            hook: {"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"OrderNumber"},"intent":{"name":"CheckOrderStatus"}},"messages":[{"contentType":"PlainText","content":"Which one?"}]}
            bot: Which one? [OrderNumber]
            caller: silence
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Retry1
            hook: {"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"OrderNumber"},"intent":{"name":"CheckOrderStatus"}}}
            bot: What's your order number? [OrderNumber]
            caller: say 55421
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: {"sessionState":{"dialogAction":{"type":"ConfirmIntent"},"intent":{"name":"CheckOrderStatus","slots":{"OrderNumber":{"value":{"interpretedValue":"55421"}}}}},"messages":[{"contentType":"PlainText","content":"5 5 4 2 1?"}]}
            bot: 5 5 4 2 1? [yes or no]
            caller: say yes
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/Confirmed Speech
            hook: {"sessionState":{"dialogAction":{"type":"ElicitIntent"}},"messages":[{"contentType":"PlainText","content":"It was shipped. Anything else?"}]}
            bot: It was shipped. Anything else? [intent]
            caller: say no
              -> dialog Goodbye() InProgress/None Speech
            hook: {"sessionState":{"dialogAction":{"type":"Close"},"intent":{"name":"Goodbye","state":"Fulfilled"}},"messages":[{"contentType":"PlainText","content":"Bye."}]}
            bot: Bye. [done]
            = Goodbye() Fulfilled Some(1.0)
        "#]],
    );
}

#[test]
fn the_hook_may_switch_the_intent() {
    check(
        &[
            "say blah blah",
            r#"{"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"OrderNumber"},"intent":{"name":"CheckOrderStatus"}}}"#,
            "say 55421",
        ],
        &expect![[r#"
            caller: say blah blah
              -> dialog FallbackIntent() InProgress/None Speech
            hook: {"sessionState":{"dialogAction":{"type":"ElicitSlot","slotToElicit":"OrderNumber"},"intent":{"name":"CheckOrderStatus"}}}
            bot: What's your order number? [OrderNumber]
            caller: say 55421
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
        "#]],
    );
}

#[test]
fn without_a_hook_the_bot_does_it_all() {
    check(
        &["say send 3 gifts to New York", "say by drone", "say next day please"],
        &expect![[r#"
        caller: say send 3 gifts to New York
        bot: How nice. | How fast? [Speed]
        caller: say by drone
        bot: How fast? [Speed]
        caller: say next day please
        bot: <speak>A gift to New York, [sender].</speak> [done]
        = ShipGift(Count=3, Speed=express, Town=New York) ReadyForFulfillment Some(1.0)
    "#]],
    );
    check(
        &["say send a gift", "say slow", "say send it to Boston"],
        &expect![[r#"
            caller: say send a gift
            bot: How nice. | How fast? [Speed]
            caller: say slow
            bot: Where to? [Town]
            caller: say send it to Boston
            bot: <speak>A gift to Boston, [sender].</speak> [done]
            = ShipGift(Count=-, Speed=standard, Town=Boston) ReadyForFulfillment Some(0.52)
        "#]],
    );
}

#[test]
fn the_event_is_lexs() {
    let bot = northwind();
    let said = say("track order 5542 with an agent");
    let Effect::InvokeHook(invocation) = session(&bot).step(&bot, &now(), said).unwrap() else {
        panic!("the intent has a hook");
    };
    let json = serde_json::to_string_pretty(&invocation.event).unwrap();
    expect![[r#"
        {
          "messageVersion": "1.0",
          "invocationSource": "DialogCodeHook",
          "inputMode": "Speech",
          "responseContentType": "text/plain; charset=utf-8",
          "sessionId": "s-1",
          "inputTranscript": "track order 5542 with an agent",
          "bot": {
            "id": "BOT",
            "name": "northwind-assistant",
            "aliasId": "ALIAS",
            "aliasName": "live",
            "localeId": "en_US",
            "version": "1"
          },
          "interpretations": [
            {
              "intent": {
                "name": "CheckOrderStatus",
                "slots": {
                  "OrderNumber": null
                },
                "state": "InProgress",
                "confirmationState": "None"
              },
              "nluConfidence": 0.58,
              "interpretationSource": "Lex"
            },
            {
              "intent": {
                "name": "FallbackIntent",
                "slots": {},
                "state": "InProgress",
                "confirmationState": "None"
              },
              "interpretationSource": "Lex"
            },
            {
              "intent": {
                "name": "TalkToAgent",
                "slots": {},
                "state": "InProgress",
                "confirmationState": "None"
              },
              "nluConfidence": 0.14,
              "interpretationSource": "Lex"
            }
          ],
          "proposedNextState": {
            "dialogAction": {
              "type": "ElicitSlot",
              "slotToElicit": "OrderNumber"
            },
            "intent": {
              "name": "CheckOrderStatus",
              "slots": {
                "OrderNumber": null
              },
              "state": "InProgress",
              "confirmationState": "None"
            },
            "prompt": {
              "attempt": "Initial"
            }
          },
          "requestAttributes": {
            "x-amz-lex:channels:platform": "Connect"
          },
          "sessionState": {
            "sessionAttributes": {
              "contactId": "c-1"
            },
            "intent": {
              "name": "CheckOrderStatus",
              "slots": {
                "OrderNumber": null
              },
              "state": "InProgress",
              "confirmationState": "None"
            },
            "originatingRequestId": "00000000-0000-4000-8000-000000000001"
          },
          "transcriptions": [
            {
              "transcription": "track order 5542 with an agent",
              "transcriptionConfidence": 1.0,
              "resolvedContext": {
                "intent": "CheckOrderStatus"
              },
              "resolvedSlots": {}
            }
          ]
        }"#]]
    .assert_eq(&json);
}

#[test]
fn a_hook_that_decides_is_not_asked_again() {
    check(
        &[
            "say order 55421",
            "delegate",
            "say I guess",
            r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"CheckOrderStatus","confirmationState":"Confirmed","slots":{"OrderNumber":{"value":{"interpretedValue":"55421"}}}}}}"#,
        ],
        &expect![[r#"
            caller: say order 55421
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: delegate
            bot: That's order 55421, right? [yes or no]
            caller: say I guess
              -> dialog CheckOrderStatus(OrderNumber=55421) InProgress/None Speech
            hook: {"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"CheckOrderStatus","confirmationState":"Confirmed","slots":{"OrderNumber":{"value":{"interpretedValue":"55421"}}}}}}
              -> fulfilment CheckOrderStatus(OrderNumber=55421) ReadyForFulfillment/Confirmed Speech
        "#]],
    );
    check(
        &[
            "say track my order",
            "delegate",
            "say blah",
            r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"TalkToAgent"}}}"#,
        ],
        &expect![[r#"
            caller: say track my order
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
            hook: delegate
            bot: What's your order number? [OrderNumber]
            caller: say blah
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Retry1
            hook: {"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"TalkToAgent"}}}
              -> fulfilment TalkToAgent() ReadyForFulfillment/None Speech
        "#]],
    );
}

#[test]
fn words_that_come_with_a_delegation_replace_the_bots() {
    check(
        &[
            "say track my order",
            r#"{"sessionState":{"dialogAction":{"type":"Delegate"}},"messages":[{"contentType":"PlainText","content":"Number?"}]}"#,
        ],
        &expect![[r#"
            caller: say track my order
              -> dialog CheckOrderStatus(OrderNumber=-) InProgress/None Speech, next OrderNumber Initial
            hook: {"sessionState":{"dialogAction":{"type":"Delegate"}},"messages":[{"contentType":"PlainText","content":"Number?"}]}
            bot: Number? [OrderNumber]
        "#]],
    );
}

#[test]
fn session_attributes_are_replaced_and_kept() {
    let bot = northwind();
    let mut session = session(&bot);
    let mut turn = |input: Input| {
        session.step(&bot, &now(), input).unwrap();
        session
            .attributes()
            .clone()
            .into_iter()
            .map(|(k, v)| format!("{k}={v}"))
            .collect::<Vec<_>>()
    };
    assert_eq!(turn(Input::Speech(Speech::new("track my order"))), ["contactId=c-1"]);
    let delegate = json!({ "type": "Delegate" });
    assert_eq!(
        turn(hook(&json!({ "sessionState": { "dialogAction": delegate } }))),
        ["contactId=c-1"]
    );
    assert_eq!(turn(Input::Dtmf("55421".to_owned())), ["contactId=c-1"]);
    let state = json!({ "dialogAction": delegate, "sessionAttributes": { "turn": "2" } });
    assert_eq!(turn(hook(&json!({ "sessionState": state }))), ["turn=2"]);
}
