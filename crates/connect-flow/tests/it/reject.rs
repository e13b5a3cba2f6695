//! What a flow's author is told.

use std::error::Error as _;

use connect_flow::Flow;
use expect_test::{Expect, expect, expect_file};
use serde_json::{Value, json};

/// Every file of `tests/invalid` is a flow named by its fault, next to what is said of it.
#[test]
fn invalid_flows_are_refused_with_their_message() {
    let folder = format!("{}/tests/invalid", env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|it| it == "json") {
            let text = std::fs::read_to_string(&path).unwrap();
            let error = Flow::parse(&text).unwrap_err();
            let source = error.source().map(|it| format!(": {it}")).unwrap_or_default();
            expect_file![path.with_extension("txt")].assert_eq(&format!("{error}{source}\n"));
            count += 1;
        }
    }
    assert!(count >= 10, "{count}");
}

/// What is said of an action with these parameters.
fn check(type_name: &str, parameters: Value, expect: &Expect) {
    let action = json!({ "Identifier": "a", "Type": type_name, "Parameters": parameters });
    let flow = json!({ "StartAction": "a", "Actions": [action] });
    let error = Flow::parse(&flow.to_string()).unwrap_err();
    expect.assert_eq(&error.to_string());
}

#[test]
fn parameters_that_cannot_be() {
    check(
        "Loop",
        json!({ "LoopCount": "101" }),
        &expect![
            "Actions[0].Parameters.LoopCount: found `101`, expected a whole number from 0 to 100"
        ],
    );
    check(
        "Loop",
        json!({ "LoopCount": ["3"] }),
        &expect!["Actions[0].Parameters.LoopCount: found a list, expected text"],
    );
    check(
        "MessageParticipant",
        json!({ "Text": { "a": 1 } }),
        &expect!["Actions[0].Parameters.Text: found an object, expected text"],
    );
    check(
        "MessageParticipant",
        json!({ "Text": "a", "SSML": "b" }),
        &expect![
            "Actions[0].Parameters.SSML: found `b`, expected one of `Text`, `SSML`, `PromptId` and `Media`, not two"
        ],
    );
    check(
        "GetParticipantInput",
        json!({ "StoreInput": "Maybe" }),
        &expect!["Actions[0].Parameters.StoreInput: found `Maybe`, expected `True` or `False`"],
    );
    check(
        "GetParticipantInput",
        json!({ "InputTimeLimitSeconds": "-1" }),
        &expect![
            "Actions[0].Parameters.InputTimeLimitSeconds: found `-1`, expected a whole number from 1 to 604800"
        ],
    );
    check(
        "GetParticipantInput",
        json!({ "StoreInput": "True", "DTMFConfiguration": { "InputTerminationSequence": "######" } }),
        &expect![
            "Actions[0].Parameters.DTMFConfiguration.InputTerminationSequence: found `######`, expected up to 5 keys of a telephone"
        ],
    );
    check(
        "GetParticipantInput",
        json!({ "StoreInput": "True", "InputValidation": { "CustomValidation": { "MaximumLength": "21" } } }),
        &expect![
            "Actions[0].Parameters.InputValidation.CustomValidation.MaximumLength: found `21`, expected a whole number from 1 to 20"
        ],
    );
    check(
        "ConnectParticipantWithLexBot",
        json!({ "LexV2Bot": { "AliasArn": "a" }, "LexBot": { "Name": "b" } }),
        &expect![
            "Actions[0].Parameters.LexBot: found an object, expected nothing beside `LexV2Bot`"
        ],
    );
    check(
        "InvokeLambdaFunction",
        json!({ "LambdaFunctionARN": "f", "InvocationTimeLimitSeconds": "soon" }),
        &expect![
            "Actions[0].Parameters.InvocationTimeLimitSeconds: found `soon`, expected a whole number from 1 to 8"
        ],
    );
    check(
        "InvokeLambdaFunction",
        json!({ "LambdaFunctionARN": "f", "ResponseValidation": { "ResponseType": "XML" } }),
        &expect![
            "Actions[0].Parameters.ResponseValidation.ResponseType: found `XML`, expected `STRING_MAP` or `JSON`"
        ],
    );
    check(
        "UpdateContactAttributes",
        json!({ "Attributes": { "a$b": "x" } }),
        &expect![
            "Actions[0].Parameters.Attributes['a$b']: found `x`, expected a name whose every `$` begins a reference"
        ],
    );
    check(
        "UpdateContactAttributes",
        json!({ "Attributes": { "a": [] } }),
        &expect!["Actions[0].Parameters.Attributes.a: found a list, expected text"],
    );
    check(
        "UpdateFlowAttributes",
        json!({ "FlowAttributes": { "a": "flat" } }),
        &expect![
            "Actions[0].Parameters.FlowAttributes.a: found `flat`, expected an object with text at `Value`"
        ],
    );
    check(
        "CheckMetricData",
        json!({ "MetricType": "Mood" }),
        &expect![
            "Actions[0].Parameters.MetricType: found `Mood`, expected `NumberOfAgentsAvailable` or `NumberOfAgentsStaffed` or `NumberOfAgentsOnline` or `OldestContactInQueueAgeSeconds` or `NumberOfContactsInQueue`"
        ],
    );
    check(
        "UpdateContactTargetQueue",
        json!({ "QueueId": "q", "AgentId": "a" }),
        &expect!["Actions[0].Parameters.AgentId: found `a`, expected nothing beside `QueueId`"],
    );
    check(
        "UpdateFlowLoggingBehavior",
        json!({ "FlowLoggingBehavior": "On" }),
        &expect![
            "Actions[0].Parameters.FlowLoggingBehavior: found `On`, expected `Enabled` or `Disabled`"
        ],
    );
    check(
        "UpdateContactRecordingBehavior",
        json!({ "RecordingBehavior": { "RecordedParticipants": ["Dog"] } }),
        &expect![
            "Actions[0].Parameters.RecordingBehavior.RecordedParticipants: found a list, expected a list of `Agent` and `Customer`"
        ],
    );
}

#[test]
fn a_long_text_is_cut() {
    let text = "x".repeat(200);
    check(
        "UpdateFlowLoggingBehavior",
        json!({ "FlowLoggingBehavior": text }),
        &expect![
            "Actions[0].Parameters.FlowLoggingBehavior: found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`, expected `Enabled` or `Disabled`"
        ],
    );
}

#[test]
fn drafts_load_and_say_what_they_lack() {
    let flow = json!({ "StartAction": "", "Actions": [
        { "Identifier": "a", "Type": "MessageParticipant", "Parameters": { "Text": "" },
          "Transitions": { "NextAction": "", "Errors": [{ "ErrorType": "NoMatchingError", "NextAction": "$end" }] } },
        { "Identifier": "b", "Type": "InvokeLambdaFunction" },
    ] });
    let flow = Flow::parse(&flow.to_string()).unwrap();
    assert!(flow.start().is_none());
    let lacks: Vec<_> = flow.unfinished().map(|(_, fault)| fault.to_string()).collect();
    expect![[r#"
        [
            "Actions[0].Parameters.Text: found empty text, expected `Text`, `SSML`, `PromptId` or `Media`",
            "Actions[1].Parameters.LambdaFunctionARN: found nothing, expected the ARN of a function",
        ]
    "#]].assert_debug_eq(&lacks);
}

#[test]
fn what_we_do_not_know_is_kept() {
    let json = json!({
        "Version": "2019-10-30", "StartAction": "a", "Tomorrow": { "x": [1, null, 2.5] },
        "Metadata": { "name": "n", "ActionMetadata": { "a": { "position": { "x": 1, "y": 2 } } } },
        "Settings": { "InputParameters": [] },
        "Actions": [
            { "Identifier": "a", "Type": "BlockOfTomorrow", "Parameters": { "p": { "q": 1 } },
              "Transitions": { "NextAction": "b", "Later": true }, "Note": "n" },
            { "Identifier": "b", "Type": "MessageParticipant",
              "Parameters": { "Text": "hi $.Attributes.x", "SkipWhenDTMFBufferEnabled": "false" },
              "Transitions": { "NextAction": "a", "Errors": [], "Conditions": [] } },
        ],
    });
    let flow = Flow::parse(&json.to_string()).unwrap();
    assert_eq!(flow.to_json(), json);
    assert_eq!(serde_json::to_value(&flow).unwrap(), json);
    assert_eq!(flow.name(), Some("n"));
    assert!(flow.settings().is_some());
}

#[test]
fn numbers_beyond_64_bits_are_written_back_as_they_were() {
    let text = r#"{"Metadata":{"entryPointPosition":{"x":-123456789012345678901234567890,"y":0.5}},"StartAction":"a","Actions":[{"Identifier":"a","Type":"DisconnectParticipant","Order":[18446744073709551615,18446744073709551616]}]}"#;
    let flow = Flow::parse(text).unwrap();
    assert_eq!(serde_json::to_string(&flow).unwrap(), text);
    assert_eq!(flow.to_json()["Actions"][0]["Order"][1], json!(18_446_744_073_709_551_616.0));
    let beyond = text.replace(":0.5", &format!(":1{}", "0".repeat(309)));
    assert!(Flow::parse(&beyond).is_err());
}

#[test]
fn the_time_limit_of_a_function_depends_on_whether_the_flow_waits() {
    check(
        "InvokeLambdaFunction",
        json!({
            "LambdaFunctionARN": "f", "InvocationTimeLimitSeconds": "61",
            "InvocationType": "ASYNCHRONOUS",
        }),
        &expect![
            "Actions[0].Parameters.InvocationTimeLimitSeconds: found `61`, expected a whole number from 1 to 60"
        ],
    );
}

/// A comparison whose only condition is this.
fn compare(condition: Value) -> Result<Flow, connect_flow::ParseFlowError> {
    let action = json!({
        "Identifier": "a", "Type": "Compare", "Parameters": { "ComparisonValue": "$.Channel" },
        "Transitions": { "Conditions": [{ "NextAction": "a", "Condition": condition }] },
    });
    Flow::parse(&json!({ "StartAction": "a", "Actions": [action] }).to_string())
}

#[test]
fn conditions_are_nested_only_so_deep_and_so_wide() {
    let equals = || json!({ "Operator": "Equals", "Operands": ["x"] });
    let not = |inner: Value| json!({ "Operator": "Not", "Operands": [inner] });
    let deep = |times: usize| (0..times).fold(equals(), |inner, _| not(inner));
    assert!(compare(deep(5)).is_ok());
    let wide = |count: usize| json!({ "Operator": "Or", "Operands": vec![equals(); count] });
    assert!(compare(wide(50)).is_ok());
    for bad in [
        deep(6),
        wide(51),
        not(wide(50)),
        wide(0),
        json!({ "Operator": "Not", "Operands": [equals(), equals()] }),
        json!({ "Operator": "And", "Operands": ["x"] }),
        json!({ "Operator": "And" }),
    ] {
        let error = compare(bad.clone()).unwrap_err().to_string();
        assert!(error.contains("Operands"), "{bad}: {error}");
    }
}
