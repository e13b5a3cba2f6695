//! Intents that look words up elsewhere.

use expect_test::{Expect, expect};
use lex_bot::Bot;
use serde_json::{Value, json};

use crate::script::transcript;
use crate::small::{bot, intent, merged, said, slot};

fn check(bot: &Bot, script: &[&str], expected: &Expect) {
    expected.assert_eq(&transcript(bot, script));
}

/// An intent that searches, with or without utterances of its own.
fn searching(parent: &str, utterances: &[&str], words: Value) -> Bot {
    let configuration = match parent {
        "AMAZON.KendraSearchIntent" => {
            json!({ "KendraConfiguration": { "KendraIndex": "arn:aws:kendra:us-east-1:000000000000:index/i" } })
        }
        "AMAZON.QInConnectIntent" => {
            json!({ "QInConnectIntentConfiguration": { "QInConnectAssistantConfiguration": { "AssistantArn": "arn:aws:wisdom:us-east-1:000000000000:assistant/a" } } })
        }
        _ => json!({}),
    };
    let search = merged(
        intent(
            "Look",
            utterances,
            merged(json!({ "ParentIntentSignature": parent }), configuration),
        ),
        words,
    );
    bot(json!([
        search,
        intent(
            "Pay",
            &["pay my bill"],
            json!({ "Slots": [slot("Number", "AMAZON.Number", "Number?", json!({}))] })
        ),
    ]))
}

fn closing(words: &str) -> Value {
    json!({ "IntentClosingSetting": { "ClosingResponse": said(words) } })
}

#[test]
fn nothing_is_found() {
    let questions = searching("AMAZON.QnAIntent", &[], json!({}));
    check(
        &questions,
        &["say what is a refund", "nothing found"],
        &expect![[r#"
        caller: say what is a refund
          -> questions for Look: what is a refund
        host: nothing found
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
    let failure = json!({ "FulfillmentCodeHook": {
        "Enabled": false,
        "PostFulfillmentStatusSpecification": { "FailureResponse": said("I do not know.") }
    } });
    let meant = searching("AMAZON.QnAIntent", &["I have a question"], failure);
    check(
        &meant,
        &["say I have a question", "nothing found"],
        &expect![[r#"
        caller: say I have a question
          -> questions for Look: I have a question
        host: nothing found
        bot: I do not know. [done]
        = Look() Failed Some(1.0)
    "#]],
    );
    check(
        &meant,
        &["say what is a refund"],
        &expect![[r#"
        caller: say what is a refund
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
    let kendra = searching("AMAZON.KendraSearchIntent", &[], json!({}));
    check(
        &kendra,
        &["say pay my bill", "say what is a bill", "nothing found", "say why", "nothing found"],
        &expect![[r#"
        caller: say pay my bill
        bot: Number? [Number]
        caller: say what is a bill
          -> Kendra for Look: what is a bill
        host: nothing found
        bot: Again: Number? [Number]
        caller: say why
          -> Kendra for Look: why
        host: nothing found
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
}

#[test]
fn what_is_found_is_said() {
    for (parent, words) in [
        (
            "AMAZON.KendraSearchIntent",
            closing("Found: ((x-amz-lex:kendra-search-response-answer-1))."),
        ),
        ("AMAZON.QnAIntent", json!({})),
        (
            "AMAZON.QInConnectIntent",
            closing("((x-amz-lex:q-in-connect-response)) [x-amz-lex:q-in-connect-response]"),
        ),
        ("AMAZON.BedrockAgentIntent", closing("((x-amz-lex:bedrock-agent-search-response))")),
    ] {
        let bot = searching(parent, &[], words);
        let out = transcript(&bot, &["say what is a refund", "found Money back."]);
        assert!(out.contains("Money back."), "{parent}: {out}");
        assert!(out.contains("= Look() ReadyForFulfillment"), "{parent}: {out}");
    }
    let kendra = searching(
        "AMAZON.KendraSearchIntent",
        &[],
        merged(
            closing("No link: ((x-amz-lex:kendra-search-response-document-link-1))"),
            json!({ "FulfillmentCodeHook": { "Enabled": true } }),
        ),
    );
    check(
        &kendra,
        &["say pay my bill", "say what is a bill", "found A request for money.", "delegate"],
        &expect![[r#"
        caller: say pay my bill
        bot: Number? [Number]
        caller: say what is a bill
          -> Kendra for Look: what is a bill
        host: found A request for money.
          -> fulfilment Look() ReadyForFulfillment/None Speech
        hook: delegate
        bot: A request for money. [done]
        = Look() Fulfilled None
    "#]],
    );
}

#[test]
fn silence_and_keys_are_not_looked_up() {
    let questions = searching("AMAZON.QnAIntent", &[], json!({}));
    check(
        &questions,
        &["silence"],
        &expect![[r#"
        caller: silence
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
    check(
        &questions,
        &["press 77"],
        &expect![[r#"
        caller: press 77
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
}
