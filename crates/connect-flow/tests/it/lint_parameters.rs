//! What is said of parameters.

use connect_flow::lint::Finding;
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::lint::{judged, shown};
use super::samples::{TYPES, parameters};

/// What is said of the parameters of an action.
fn check(type_name: &str, parameters: Value, expect: &Expect) {
    let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": type_name, "Parameters": parameters } ] });
    let of = |it: &Finding| it.path.contains(".Parameters");
    let findings: Vec<_> = judged(&flow.to_string(), None).into_iter().filter(of).collect();
    expect.assert_eq(&shown(&findings));
}

#[test]
fn values_outside_of_what_a_type_takes() {
    check(
        "CreateCallbackContact",
        json!({"InitialCallDelaySeconds": "0", "RetryDelaySeconds": "259201", "MaximumConnectionAttempts": "-1"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.InitialCallDelaySeconds: found `0`, expected a whole number from 1 to 259200
            error[wrong-parameter] Actions[0].Parameters.MaximumConnectionAttempts: found `-1`, expected a whole number from 0
            error[wrong-parameter] Actions[0].Parameters.RetryDelaySeconds: found `259201`, expected a whole number from 1 to 259200
        "#]],
    );
    check(
        "GetMetricData",
        json!({"QueueChannel": "Voic"}),
        &expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.QueueChannel: found `Voic`, expected `Voice` or `Chat`
          help: did you mean `Voice`?
    "#]],
    );
    check(
        "GetParticipantInput",
        json!({"Text": "?", "InputTimeLimitSeconds": "$.Attributes.x"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.InputTimeLimitSeconds: found `$.Attributes.x`, expected a whole number from 1 to 604800
        "#]],
    );
    check(
        "ConnectParticipantWithLexBot",
        json!({"LexV2Bot": {"AliasArn": "a"}, "LexTimeoutSeconds": {"Text": "5"}}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.LexTimeoutSeconds.Text: found `5`, expected a whole number from 60 to 604800
            error[undefined-reference] Actions[0].Parameters.LexV2Bot.AliasArn: found `a`, expected a bot alias that the project defines
        "#]],
    );
    check(
        "InvokeLambdaFunction",
        json!({"LambdaFunctionARN": "f", "InvocationTimeLimitSeconds": "61"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.InvocationTimeLimitSeconds: found `61`, expected a whole number from 1 to 8
            error[undefined-reference] Actions[0].Parameters.LambdaFunctionARN: found `f`, expected a function that the project defines
        "#]],
    );
    check(
        "MessageParticipantIteratively",
        json!({"Messages": [{"Text": "a", "SSML": "b"}], "InterruptFrequencySeconds": "0"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.InterruptFrequencySeconds: found `0`, expected a whole number from 1 to 604800
            warning[ssml-tag] Actions[0].Parameters.Messages[0].SSML: found text outside of `<speak>`, expected `<speak>…</speak>` around it
            error[wrong-parameter] Actions[0].Parameters.Messages[0].SSML: found `b`, expected one of `Text`, `SSML`, `PromptId` and `Media`, not two
        "#]],
    );
    check(
        "MessageParticipant",
        json!({"Text": "a", "SkipWhenDTMFBufferEnabled": "no"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.SkipWhenDTMFBufferEnabled: found `no`, expected `True` or `False`
        "#]],
    );
    check(
        "TagContact",
        json!({"Tags": {"a": "1", "b": "1", "c": "1", "d": "1", "e": "1", "f": "1", "aws:g": "1"}}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.Tags: found 7 of them, expected up to 6 tags
            error[wrong-parameter] Actions[0].Parameters.Tags['aws:g']: found `aws:g`, expected a name that does not begin with `aws:`
        "#]],
    );
    check(
        "TransferParticipantToThirdParty",
        json!({"ThirdPartyPhoneNumber": "+12025550100", "ThirdPartyConnectionTimeLimitSeconds": "601", "ContinueFlowExecution": "x", "ThirdPartyDTMFDigits": "111111111111111111111111111111111111111111111111111"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.ContinueFlowExecution: found `x`, expected `True` or `False`
            error[wrong-parameter] Actions[0].Parameters.ThirdPartyConnectionTimeLimitSeconds: found `601`, expected a whole number from 0 to 600
            error[wrong-parameter] Actions[0].Parameters.ThirdPartyDTMFDigits: found `1111111111111111111111111111111111111111…`, expected up to 50 of `0` to `9`, `*`, `#` and `,`
        "#]],
    );
    check(
        "UpdateContactRoutingBehavior",
        json!({"QueuePriority": "0", "QueueTimeAdjustmentSeconds": "x"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.QueuePriority: found `0`, expected a whole number from 1
            error[wrong-parameter] Actions[0].Parameters.QueueTimeAdjustmentSeconds: found `x`, expected a whole number
            error[wrong-parameter] Actions[0].Parameters.QueueTimeAdjustmentSeconds: found `x`, expected nothing beside `QueuePriority`
        "#]],
    );
    check(
        "UpdateContactMediaStreamingBehavior",
        json!({"MediaStreamingState": "On", "MediaStreamType": "Video", "Participants": []}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.MediaStreamType: found `Video`, expected `Audio`
            error[wrong-parameter] Actions[0].Parameters.MediaStreamingState: found `On`, expected `Enabled` or `Disabled`
            warning[unfinished-parameter] Actions[0].Parameters.Participants: found an empty list, expected `Customer` with at least one direction
        "#]],
    );
    check(
        "UpdateContactRoutingBehavior",
        json!({ "QueuePriority": 0 }),
        &expect![[r#"
        warning[number-not-text] Actions[0].Parameters.QueuePriority: found the number `0`, expected the text `"0"`
        error[wrong-parameter] Actions[0].Parameters.QueuePriority: found the number `0`, expected a whole number from 1
    "#]],
    );
    check(
        "UpdatePreviousContactParticipantState",
        json!({"PreviousContactParticipantState": "x"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.PreviousContactParticipantState: found `x`, expected `AgentOnHold` or `CustomerOnHold` or `OffHold`
        "#]],
    );
    check(
        "UpdateContactCallbackNumber",
        json!({"CallbackNumber": "+12025550100"}),
        &expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.CallbackNumber: found `+12025550100`, expected a reference such as `$.StoredCustomerInput`
    "#]],
    );
    check(
        "Compare",
        json!({"ComparisonValue": "x"}),
        &expect![[r#"
        error[not-a-reference] Actions[0].Parameters.ComparisonValue: found `x`, expected one reference and nothing else, such as `$.Attributes.tier`
    "#]],
    );
    check(
        "Wait",
        json!({"TimeLimitSeconds": "604801"}),
        &expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.TimeLimitSeconds: found `604801`, expected a whole number from 1 to 604800
    "#]],
    );
    check(
        "ShowView",
        json!({"ViewResource": {"Id": "x"}, "InvocationTimeLimitSeconds": "0"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.InvocationTimeLimitSeconds: found `0`, expected a whole number from 1 to 604800
        "#]],
    );
    check(
        "Loop",
        json!({"LoopCount": "101"}),
        &expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.LoopCount: found `101`, expected a whole number from 0 to 100
    "#]],
    );
    check(
        "UntagContact",
        json!({"TagKeys": []}),
        &expect![[r#"
            warning[unfinished-parameter] Actions[0].Parameters.TagKeys: found an empty list, expected at least one name of a tag
        "#]],
    );
}

#[test]
fn what_parameters_name_and_say() {
    check(
        "InvokeLambdaFunction",
        json!({"LambdaFunctionARN": "arn:aws:lambda", "InvocationTimeLimitSeconds": "9"}),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.InvocationTimeLimitSeconds: found `9`, expected a whole number from 1 to 8 for a function that the flow waits for
            error[undefined-reference] Actions[0].Parameters.LambdaFunctionARN: found `arn:aws:lambda`, expected a function that the project defines
            error[wrong-arn] Actions[0].Parameters.LambdaFunctionARN: found `arn:aws:lambda`, which is only the beginning of an ARN, expected that of a function
        "#]],
    );
    check(
        "InvokeLambdaFunction",
        json!({"LambdaFunctionARN": "${GreetingArn}", "InvocationTimeLimitSeconds": "60", "InvocationType": "ASYNCHRONOUS", "LambdaInvocationAttributes": {"n": 1}}),
        &expect![[""]],
    );
    check(
        "UpdateContactAttributes",
        json!({"Attributes": {"a": true}, "TargetContact": "Current"}),
        &expect![[r#"
            warning[number-not-text] Actions[0].Parameters.Attributes.a: found the boolean `true`, expected the text `"True"`
        "#]],
    );
    check(
        "Loop",
        json!({"LoopCount": 3}),
        &expect![[r#"
        warning[number-not-text] Actions[0].Parameters.LoopCount: found the number `3`, expected the text `"3"`
    "#]],
    );
    check(
        "ConnectParticipantWithLexBot",
        json!({"LexV2Bot": {"AliasArn": "{{BotAlias}}"}, "SSML": "<<Welcome>>"}),
        &expect![[""]],
    );
    check(
        "TransferToFlow",
        json!({"ContactFlowId": "$.Attributes.next flow"}),
        &expect![[r#"
            error[malformed-reference] Actions[0].Parameters.ContactFlowId: found `$.Attributes.next flow`, expected one reference and nothing else
        "#]],
    );
    check(
        "UpdateContactAttributes",
        json!({"Attributes": {"a": "$[Attributes]", "b": "costs $.50", "c": "$.Tomorrow.x", "d": "$.Lex.Slots.['a b']"}}),
        &expect![[r#"
            error[malformed-reference] Actions[0].Parameters.Attributes.a: found `$[Attributes]`, expected a name after `$.`, such as `$.Attributes.tier` or `$.Attributes.['a b']`
            hint[unknown-reference] Actions[0].Parameters.Attributes.c: found `$.Tomorrow.x`, and Connect has no `$.Tomorrow`
        "#]],
    );
    check(
        "MessageParticipant",
        json!({"Text": "<speak>Hello.</speak>"}),
        &expect![[r#"
        warning[ssml-tag] Actions[0].Parameters.Text: found markup, which a caller hears as text, expected it at `SSML`
    "#]],
    );
    check(
        "MessageParticipant",
        json!({"SSML": "Hello."}),
        &expect![[r#"
        warning[ssml-tag] Actions[0].Parameters.SSML: found text outside of `<speak>`, expected `<speak>…</speak>` around it
    "#]],
    );
}

#[test]
fn parameters_have_a_form() {
    let number = |number: &str| json!({ "ThirdPartyPhoneNumber": number });
    for (type_name, parameters) in [
        ("TransferParticipantToThirdParty", number("$.Attributes.number")),
        ("TransferParticipantToThirdParty", number("${Number}")),
        ("UpdateContactData", json!({ "LanguageCode": "en-US" })),
        ("UpdateContactData", json!({ "LanguageCode": "es-419" })),
        ("UpdateContactEventHooks", json!({ "EventHooks": { "AgentHold": "$.Attributes.flow" } })),
        ("UpdateContactAttributes", json!({ "Attributes": { "a": "x".repeat(32_767) } })),
        ("GetParticipantInput", json!({ "Text": "?", "InputTimeLimitSeconds": "180" })),
        (
            "MessageParticipant",
            json!({ "Media": { "Uri": "s3://b/a.wav", "SourceType": "S3", "MediaType": "Audio" } }),
        ),
        ("MessageParticipant", json!({ "Media": { "Uri": "$.Attributes.uri" } })),
    ] {
        check(type_name, parameters, &expect![[""]]);
    }
    check(
        "UpdateContactAttributes",
        json!({ "Attributes": { "a": "x".repeat(32_768) } }),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.Attributes: found 32769 bytes of names and values, expected at most 32768 for all attributes of a contact
        "#]],
    );
    check(
        "UpdateContactRoutingBehavior",
        json!({}),
        &expect![[r#"
        warning[unfinished-parameter] Actions[0].Parameters: found nothing, expected `QueuePriority` or `QueueTimeAdjustmentSeconds`
    "#]],
    );
    check(
        "UpdateContactData",
        json!({ "LanguageCode": "english" }),
        &expect![[r#"
        warning[wrong-parameter] Actions[0].Parameters.LanguageCode: found `english`, expected a language and a region, such as `en-US`
    "#]],
    );
    check(
        "TransferParticipantToThirdParty",
        number("202 555 0100"),
        &expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.ThirdPartyPhoneNumber: found `202 555 0100`, expected `+` with the country code and the number, such as `+12025550100`
    "#]],
    );
    let flow = "$.Attributes.flow";
    let hooks = json!({ "EventHooks": { "AgentHolds": flow, "Tomorrow": flow } });
    check(
        "UpdateContactEventHooks",
        hooks,
        &expect![[r#"
        warning[wrong-parameter] Actions[0].Parameters.EventHooks: found 2 events, expected one for each action
        error[wrong-parameter] Actions[0].Parameters.EventHooks.AgentHolds: found `AgentHolds`, expected an event that Connect has
          help: did you mean `AgentHold`?
        warning[wrong-parameter] Actions[0].Parameters.EventHooks.Tomorrow: found `Tomorrow`, expected an event that Connect has
    "#]],
    );
    let media = json!({ "Uri": "a.wav", "SourceType": "Disk", "MediaType": "Video" });
    check(
        "MessageParticipant",
        json!({ "Media": media }),
        &expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.Media.MediaType: found `Video`, expected `Audio`
        error[wrong-parameter] Actions[0].Parameters.Media.SourceType: found `Disk`, expected `S3`
        error[wrong-parameter] Actions[0].Parameters.Media.Uri: found `a.wav`, expected the address of a recording that begins with `s3://`
    "#]],
    );
    let messages = json!({ "Messages": [{ "Media": { "Uri": "a.wav" } }] });
    check(
        "MessageParticipantIteratively",
        messages,
        &expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.Messages[0].Media.Uri: found `a.wav`, expected the address of a recording that begins with `s3://`
    "#]],
    );
    check(
        "GetParticipantInput",
        json!({ "Text": "?", "InputTimeLimitSeconds": "300" }),
        &expect![[r#"
            warning[wrong-parameter] Actions[0].Parameters.InputTimeLimitSeconds: found `300`, expected a whole number from 1 to 180: Connect publishes more, but its guide knows no longer wait
        "#]],
    );
    check(
        "CheckHoursOfOperation",
        json!({ "HoursOfOperationId": "arn:aws:connect:r:0:instance/i/queue/q" }),
        &expect![[r#"
            error[wrong-arn] Actions[0].Parameters.HoursOfOperationId: found `arn:aws:connect:r:0:instance/i/queue/q`, expected the ARN of hours of operation, which has `connect` and `/operating-hours/` in it
        "#]],
    );
    let behavior = json!({ "RecordedParticipants": ["Agent", "Cust"] });
    check(
        "UpdateContactRecordingBehavior",
        json!({ "RecordingBehavior": behavior }),
        &expect![[r#"
            error[wrong-parameter] Actions[0].Parameters.RecordingBehavior.RecordedParticipants: found `Agent` and `Cust`, expected a list of `Agent` and `Customer`
        "#]],
    );
}

#[test]
fn references_have_known_names_and_no_empty_ones() {
    let text = |text: &str, expect: &Expect| {
        check("MessageParticipant", json!({ "Text": text }), expect);
    };
    for right in [
        "You are $.Attributes.name. Your line is $.Queue.Name.",
        "Well $.Attributes.name...",
        "You use $.Channel.",
        "$.Metrics.Queue.Size of $.Metrics.Agents.Staffed.Count",
        "$.Lex.Slots.city, $.Agent.FirstName, $.SystemEndpoint.Address",
    ] {
        text(right, &expect![[""]]);
    }
    text(
        "$.Attributes.",
        &expect![[r#"
        error[malformed-reference] Actions[0].Parameters.Text: found `$.Attributes.`, expected a name after each `.`, such as `$.Attributes.tier`
    "#]],
    );
    text(
        "$.Attributes..y",
        &expect![[r#"
        error[malformed-reference] Actions[0].Parameters.Text: found `$.Attributes..y`, expected a name after each `.`, such as `$.Attributes.tier`
    "#]],
    );
    text(
        "$.Queue.name",
        &expect![[r#"
        warning[unknown-reference] Actions[0].Parameters.Text: found `$.Queue.name`, and `$.Queue` has no `name`
          help: did you mean `Name`?
    "#]],
    );
    text(
        "$.Agent.Shoe and $.CustomerEndpoint.Adress",
        &expect![[r#"
        warning[unknown-reference] Actions[0].Parameters.Text: found `$.Agent.Shoe`, and `$.Agent` has no `Shoe`
        warning[unknown-reference] Actions[0].Parameters.Text: found `$.CustomerEndpoint.Adress`, and `$.CustomerEndpoint` has no `Adress`
          help: did you mean `Address`?
    "#]],
    );
    text(
        "$.Metrics.Size, $.Lex.Intent, $.SystemEndpoint.Number",
        &expect![[r#"
        warning[unknown-reference] Actions[0].Parameters.Text: found `$.Metrics.Size`, and `$.Metrics` has no `Size`
        warning[unknown-reference] Actions[0].Parameters.Text: found `$.Lex.Intent`, and `$.Lex` has no `Intent`
          help: did you mean `IntentName`?
        warning[unknown-reference] Actions[0].Parameters.Text: found `$.SystemEndpoint.Number`, and `$.SystemEndpoint` has no `Number`
    "#]],
    );
}

#[test]
fn a_broken_entry_is_not_taken_for_a_menu() {
    let length = json!({ "CustomValidation": { "MaximumLength": "99" } });
    let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": "GetParticipantInput",
          "Parameters": { "Text": "?", "StoreInput": "True", "InputValidation": length },
          "Transitions": { "NextAction": "b",
                           "Errors": [{ "ErrorType": "NoMatchingError", "NextAction": "b" }] } },
        { "Identifier": "b", "Type": "TransferContactToQueue", "Transitions": { "Errors": [
          { "ErrorType": "QueueAtCapacity", "NextAction": "c" },
          { "ErrorType": "NoMatchingError", "NextAction": "c" } ] } },
        { "Identifier": "c", "Type": "DisconnectParticipant" } ] });
    expect![[r#"
        error[wrong-parameter] Actions[0].Parameters.InputValidation.CustomValidation.MaximumLength: found `99`, expected a whole number from 1 to 20
    "#]].assert_eq(&shown(&judged(&flow.to_string(), None)));
}

#[test]
fn parameters_that_no_document_and_no_export_has() {
    check(
        "ConnectParticipantWithLexBot",
        json!({
            "Text": "?", "text": "?", "LexV2Bot": { "AliasArm": "$.Attributes.bot" }, "Mood": "good",
            "LexSessionAttributes": { "anything": "goes" }, "LexTimeoutSeconds": { "Voice": "60" },
        }),
        &expect![[r#"
            hint[unknown-parameter] Actions[0].Parameters.LexTimeoutSeconds.Voice: found `Voice`, which `LexTimeoutSeconds` does not have
            hint[unknown-parameter] Actions[0].Parameters.LexV2Bot.AliasArm: found `AliasArm`, which `LexV2Bot` does not have
              help: did you mean `AliasArn`?
            warning[unfinished-parameter] Actions[0].Parameters.LexV2Bot.AliasArn: found nothing, expected the ARN of a bot's alias
            hint[unknown-parameter] Actions[0].Parameters.Mood: found `Mood`, which `ConnectParticipantWithLexBot` does not have
            hint[unknown-parameter] Actions[0].Parameters.text: found `text`, which `ConnectParticipantWithLexBot` does not have
        "#]],
    );
    check(
        "MessageParticipantIteratively",
        json!({ "Messages": [{ "Text": "a" }, { "PromptID": "b", "Media": null }] }),
        &expect![[r#"
            hint[unknown-parameter] Actions[0].Parameters.Messages[1].PromptID: found `PromptID`, which `Messages[1]` does not have
              help: did you mean `PromptId`?
            warning[unfinished-parameter] Actions[0].Parameters.Messages[1].Text: found nothing, expected `Text`, `SSML`, `PromptId` or `Media`
        "#]],
    );
    check(
        "UpdateRoutingCriteria",
        json!({ "RoutingCriteria": { "Steps": [{
            "Expression": { "AndExpression": [{ "OrExpression": [{ "AttributeConditions": {} }] }] },
            "Expiry": { "DurationInSeconds": "5", "Then": "x" },
        }] } }),
        &expect![[r#"
            hint[unknown-parameter] Actions[0].Parameters.RoutingCriteria.Steps[0].Expiry.Then: found `Then`, which `Expiry` does not have
            warning[unfinished-parameter] Actions[0].Parameters.RoutingCriteria.Steps[0].Expression.AndExpression[0].OrExpression[0].AttributeCondition: found nothing, expected what an agent must have
            hint[unknown-parameter] Actions[0].Parameters.RoutingCriteria.Steps[0].Expression.AndExpression[0].OrExpression[0].AttributeConditions: found `AttributeConditions`, which `OrExpression[0]` does not have
              help: did you mean `AttributeCondition`?
        "#]],
    );
    check(
        "DisconnectParticipant",
        json!({ "Text": "Goodbye.", "a b": 1 }),
        &expect![[r#"
        hint[unknown-parameter] Actions[0].Parameters.Text: found `Text`, which `DisconnectParticipant` does not have
        warning[number-not-text] Actions[0].Parameters['a b']: found the number `1`, expected the text `"1"`
        hint[unknown-parameter] Actions[0].Parameters['a b']: found `a b`, which `DisconnectParticipant` does not have
    "#]],
    );
    // What a template fills in may be any name, and of a type that is not known nothing is.
    check("DisconnectParticipant", json!({ "{{Name}}": "x" }), &expect![[""]]);
    check("BlockOfTomorrow", json!({ "Text": "x" }), &expect![[""]]);
}

/// Every type has its parameters in the table: those of its sample, and no other.
#[test]
fn every_type_knows_its_parameters() {
    for type_name in TYPES.into_iter().filter(|it| *it != "BlockOfTomorrow") {
        let mut sample = parameters(type_name);
        let unknown = |sample: &Value| -> Vec<String> {
            let action = json!({ "Identifier": "a", "Type": type_name, "Parameters": sample });
            let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [action] });
            let findings = judged(&flow.to_string(), None);
            findings
                .into_iter()
                .filter(|it| it.rule == "unknown-parameter")
                .map(|it| it.path)
                .collect()
        };
        assert_eq!(unknown(&sample), Vec::<String>::new(), "{type_name}");
        sample["Zzz"] = json!("x");
        assert_eq!(unknown(&sample), ["Actions[0].Parameters.Zzz"], "{type_name}");
    }
}
