//! Small bots for one thing each.

use lex_bot::Bot;
use serde_json::{Value, json};

/// A bot with these intents and a fallback that says that it did not understand.
pub(crate) fn bot(intents: Value) -> Bot {
    bot_with(intents, json!([]))
}

/// The same with slot types of its own.
pub(crate) fn bot_with(intents: Value, slot_types: Value) -> Bot {
    Bot::from_cloudformation(&properties(intents, slot_types)).unwrap()
}

pub(crate) fn properties(mut intents: Value, slot_types: Value) -> Value {
    let fallback = json!({
        "Name": "FallbackIntent",
        "ParentIntentSignature": "AMAZON.FallbackIntent",
        "IntentClosingSetting": { "ClosingResponse": said("Sorry, I did not get that.") }
    });
    let list = intents.as_array_mut().unwrap();
    if !list.iter().any(|it| it["ParentIntentSignature"] == "AMAZON.FallbackIntent") {
        list.push(fallback);
    }
    json!({
        "Name": "small",
        "RoleArn": "arn:aws:iam::000000000000:role/bot",
        "DataPrivacy": { "ChildDirected": false },
        "IdleSessionTTLInSeconds": 300,
        "BotLocales": [{
            "LocaleId": "en_US",
            "NluConfidenceThreshold": 0.4,
            "SlotTypes": slot_types,
            "Intents": intents
        }]
    })
}

/// An intent that these utterances mean, with further properties.
pub(crate) fn intent(name: &str, utterances: &[&str], more: Value) -> Value {
    let utterances: Vec<Value> = utterances.iter().map(|it| json!({ "Utterance": it })).collect();
    merged(json!({ "Name": name, "SampleUtterances": utterances }), more)
}

/// A required slot that is asked for like this, with further properties of how it is asked for.
pub(crate) fn slot(name: &str, slot_type: &str, question: &str, more: Value) -> Value {
    let setting = json!({
        "SlotConstraint": "Required",
        "PromptSpecification": prompt(question, 1)
    });
    json!({
        "Name": name,
        "SlotTypeName": slot_type,
        "ValueElicitationSetting": merged(setting, more)
    })
}

pub(crate) fn prompt(question: &str, retries: u32) -> Value {
    let variation = format!("Again: {question}");
    json!({
        "MaxRetries": retries,
        "AllowInterrupt": true,
        "MessageGroupsList": [{
            "Message": { "PlainTextMessage": { "Value": question } },
            "Variations": [{ "PlainTextMessage": { "Value": variation } }]
        }]
    })
}

/// A response of one message.
pub(crate) fn said(words: &str) -> Value {
    json!({ "MessageGroupsList": [{ "Message": { "PlainTextMessage": { "Value": words } } }] })
}

/// A next step, with further properties of its dialog action.
pub(crate) fn step(action: &str, more: Value) -> Value {
    json!({ "DialogAction": merged(json!({ "Type": action }), more) })
}

/// Branches as condition, words and next step, and the default branch.
pub(crate) fn branches(branches: &[(&str, &str, Value)], default: Value) -> Value {
    let branches: Vec<Value> = branches
        .iter()
        .enumerate()
        .map(|(number, (condition, words, next))| {
            json!({
                "Name": format!("Branch{number}"),
                "Condition": { "ExpressionString": condition },
                "Response": said(words),
                "NextStep": next
            })
        })
        .collect();
    json!({ "IsActive": true, "ConditionalBranches": branches, "DefaultBranch": default })
}

/// A code hook that is called, with its label and what follows.
pub(crate) fn called(label: &str, after: Value) -> Value {
    json!({
        "EnableCodeHookInvocation": true,
        "IsActive": true,
        "InvocationLabel": label,
        "PostCodeHookSpecification": after
    })
}

pub(crate) fn merged(mut base: Value, more: Value) -> Value {
    let more = more.as_object().cloned().unwrap_or_default();
    base.as_object_mut().unwrap().extend(more);
    base
}
