//! Invoking functions.

use std::time::Duration;

use aws_events::connect::Endpoint;
use connect_flow::{Branch, Effect, InvocationMode, Outcome};
use expect_test::expect;
use serde_json::{Value, json};

use crate::line::One;

fn invoke(more: &Value) -> One {
    let mut parameters =
        json!({ "LambdaFunctionARN": "arn:aws:lambda:us-east-1:000000000000:function:f" });
    for (key, value) in more.as_object().unwrap() {
        parameters[key] = value.clone();
    }
    One::new("InvokeLambdaFunction", parameters)
}

#[test]
fn a_function_is_sent_the_event_of_the_contact() {
    let attributes =
        json!({ "hours": "open", "who": "$.Attributes.name", "deep": { "a": ["$.Channel"] } });
    let mut call = invoke(&json!({ "LambdaInvocationAttributes": attributes }))
        .queued()
        .contact(|it| {
            it.contact_id = "c-1".to_owned();
            it.initial_contact_id = "c-0".to_owned();
            it.initiation_method = "INBOUND".to_owned();
            it.instance_arn = "arn:aws:connect:us-east-1:000000000000:instance/i".to_owned();
            it.language_code = Some("en-US".to_owned());
            it.customer_endpoint = Some(Endpoint::telephone("+12025550143"));
            it.system_endpoint = Some(Endpoint::telephone("+12025550100"));
            it.attributes.insert("name".to_owned(), "Ann".to_owned());
            it.results.stored_input = Some("4111".to_owned());
        })
        .start();
    let Effect::InvokeFunction { arn, time_limit, mode, event, .. } =
        call.step(Outcome::Done).effect
    else {
        panic!("no invocation");
    };
    assert_eq!(arn, "arn:aws:lambda:us-east-1:000000000000:function:f");
    assert_eq!(time_limit, Duration::from_secs(3));
    assert_eq!(mode, InvocationMode::Sync);
    expect![[r#"
        {
          "Name": "ContactFlowEvent",
          "Details": {
            "ContactData": {
              "Attributes": {
                "name": "Ann"
              },
              "Channel": "VOICE",
              "ContactId": "c-1",
              "CustomerEndpoint": {
                "Address": "+12025550143",
                "Type": "TELEPHONE_NUMBER"
              },
              "CustomerId": null,
              "Description": null,
              "InitialContactId": "c-0",
              "InitiationMethod": "INBOUND",
              "InstanceARN": "arn:aws:connect:us-east-1:000000000000:instance/i",
              "LanguageCode": "en-US",
              "MediaStreams": {
                "Customer": {
                  "Audio": null
                }
              },
              "Name": null,
              "PreviousContactId": null,
              "Queue": {
                "ARN": "queue/q-1",
                "Name": "Support",
                "OutboundCallerId": null
              },
              "References": {},
              "SystemEndpoint": {
                "Address": "+12025550100",
                "Type": "TELEPHONE_NUMBER"
              }
            },
            "Parameters": {
              "deep": {
                "a": [
                  "VOICE"
                ]
              },
              "hours": "open",
              "who": "Ann"
            }
          }
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&*event).unwrap());
}

#[test]
fn a_reply_is_read_by_later_actions() {
    let call = invoke(&json!({})).check(
        [Outcome::FunctionReply(json!({ "tier": "gold" }))],
        &expect![[r#"
            InvokeFunction arn:aws:lambda:us-east-1:000000000000:function:f
            main/it -> next
        "#]],
    );
    assert_eq!(call.contact().results.external, json!({ "tier": "gold" }));
}

#[test]
fn a_reply_in_the_wrong_shape_takes_the_error_branch() {
    let json_reply = json!({ "ResponseValidation": { "ResponseType": "JSON" } });
    let long = |bytes: usize| json!({ "k": "x".repeat(bytes - r#"{"k":""}"#.len()) });
    for (more, reply, why) in [
        (json!({}), json!({}), None),
        (json!({}), long(32 * 1024), None),
        (json!({}), long(32 * 1024 + 1), Some("the reply has 32769 bytes, Connect reads 32768")),
        (json!({}), json!(null), Some("the reply is null, expected an object of strings")),
        (json!({}), json!("ok"), Some("the reply is a string, expected an object of strings")),
        (json!({}), json!([]), Some("the reply is a list, expected an object of strings")),
        (json!({}), json!({ "a": 1 }), Some("`a` of the reply is a number, expected a string")),
        (json!({}), json!({ "a": true }), Some("`a` of the reply is a boolean, expected a string")),
        (json!({}), json!({ "a": null }), Some("`a` of the reply is null, expected a string")),
        (json!({}), json!({ "a": {} }), Some("`a` of the reply is an object, expected a string")),
        (
            json!({}),
            json!({ "a b": "" }),
            Some("`a b` of the reply has more than letters, digits, `-` and `_`"),
        ),
        (json_reply.clone(), json!({ "a": { "b": [1, null] } }), None),
        (json_reply.clone(), json!(null), None),
        (json_reply, long(32 * 1024 + 1), Some("the reply has 32769 bytes, Connect reads 32768")),
    ] {
        let before = json!({ "before": "kept" });
        let mut call = invoke(&more).contact(|it| it.results.external = before.clone()).start();
        call.step(Outcome::Done);
        let step = call.step(Outcome::FunctionReply(reply.clone()));
        assert_eq!(step.trail[0].notes.last().map(String::as_str), why);
        let (branch, external) = match why {
            Some(_) => (Branch::Error("NoMatchingError".to_owned()), before),
            None => (Branch::Next, reply),
        };
        assert_eq!(step.trail[0].branch, branch);
        assert_eq!(call.contact().results.external, external);
    }
}

#[test]
fn a_function_that_fails_takes_the_error_branch() {
    let call =
        invoke(&json!({})).contact(|it| it.results.external = json!({ "before": "kept" })).check(
            [Outcome::Failed],
            &expect![[r#"
            InvokeFunction arn:aws:lambda:us-east-1:000000000000:function:f
            main/it -> error NoMatchingError
              the function could not be reached, failed or took too long
        "#]],
        );
    assert_eq!(call.contact().results.external, json!({ "before": "kept" }));
    invoke(&json!({ "LambdaFunctionARN": "$.Attributes.none" })).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          `$.Attributes.none` is not set
          the function's ARN is empty
    "#]],
    );
}

#[test]
fn time_limits_are_those_that_connect_allows() {
    for (more, seconds, notes) in [
        (json!({}), 3, 0),
        (json!({ "InvocationTimeLimitSeconds": "8" }), 8, 0),
        (json!({ "InvocationTimeLimitSeconds": 5 }), 5, 0),
        (json!({ "InvocationTimeLimitSeconds": "30" }), 8, 1),
        (json!({ "InvocationTimeLimitSeconds": "30", "InvocationType": "ASYNCHRONOUS" }), 30, 0),
    ] {
        let mut call = invoke(&more).start();
        let Effect::InvokeFunction { time_limit, .. } = call.step(Outcome::Done).effect else {
            panic!("no invocation");
        };
        assert_eq!(time_limit, Duration::from_secs(seconds), "{more}");
        let step = call.step(Outcome::FunctionReply(json!({})));
        assert_eq!(step.trail[0].notes.len(), notes, "{:?}", step.trail[0].notes);
    }
}

#[test]
fn what_an_asynchronous_function_replies_is_not_read() {
    for outcome in [Outcome::Done, Outcome::FunctionReply(json!({ "a": 1 }))] {
        let mut call = invoke(&json!({ "InvocationType": "ASYNCHRONOUS" })).start();
        call.step(Outcome::Done);
        let step = call.step(outcome);
        assert_eq!(step.trail[0].branch, Branch::Next);
        assert_eq!(call.contact().results.external, Value::Null);
    }
}
