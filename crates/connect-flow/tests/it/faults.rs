//! Whoever checks a flow is told of every mistake at once, and of each of them once.

use connect_flow::{ActionKind, Fault, Flow};
use expect_test::expect;
use serde_json::json;

use super::faulty::{changed, check, faults, mistakes};
use super::lint::{judged, shown};

/// Mistakes that change which others are mistakes.
const DECIDES: [&str; 2] = ["/ChatBehavior", "/ChatProcessor/ProcessingEnabled"];

/// Rules about what samples name and how they write numbers.
const ABOUT_OTHERS: [&str; 4] = ["number-not-text", "ssml-tag", "undefined-reference", "wrong-arn"];

/// Several mistakes in one action are as many faults as each of them alone.
#[test]
fn no_mistake_hides_another() {
    let apart = |one: &str, other: &str| {
        let below = |it: &str, of: &str| it == of || it.starts_with(&format!("{of}/"));
        !below(one, other) && !below(other, one)
    };
    let mut pairs = 0;
    let mistakes = mistakes();
    for (position, (type_name, pointer, value)) in mistakes.iter().enumerate() {
        for (_, other, second) in mistakes.iter().skip(position + 1).filter(|it| it.0 == *type_name)
        {
            if !apart(pointer, other) || DECIDES.contains(pointer) {
                continue;
            }
            let one = faults(type_name, &changed(type_name, pointer, value.clone()));
            let mut both = changed(type_name, pointer, value.clone());
            let (parent, key) = other.rsplit_once('/').unwrap();
            both.pointer_mut(parent).unwrap()[key] = second.clone();
            let mut expected = one;
            expected.extend(faults(type_name, &changed(type_name, other, second.clone())));
            let mut told = faults(type_name, &both);
            let place = |it: &Fault| it.path.clone();
            expected.sort_by_key(place);
            told.sort_by_key(place);
            assert_eq!(told, expected, "{type_name}: {pointer} and {other}");
            pairs += 1;
        }
    }
    assert!(pairs > 30, "{pairs}");
}

/// Rules that look at parameters say nothing of what reading them has found already.
#[test]
fn one_mistake_is_one_finding() {
    for (type_name, pointer, value) in mistakes() {
        let action = json!({ "Identifier": "a", "Type": type_name,
            "Parameters": changed(type_name, pointer, value) });
        let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [action] });
        let mut findings = judged(&flow.to_string(), None);
        findings.retain(|it| it.path.contains(".Parameters") && !ABOUT_OTHERS.contains(&it.rule));
        assert_eq!(findings.len(), 1, "{type_name}: {pointer}: {}", shown(&findings));
    }
}

#[test]
fn one_mistake_is_told_once() {
    for (type_name, parameters, expect) in [
        // What is no object has nothing in it to be missed.
        (
            "ShowView",
            json!({ "ViewResource": [], "InvocationTimeLimitSeconds": "1" }),
            expect![[r#"
                ViewResource: found a list, expected an object (wrong)
            "#]],
        ),
        (
            "StartOutboundEmailContact",
            json!({ "FromEmailAddress": "me" }),
            expect![[r#"
            EmailMessage: found nothing, expected a message (unfinished)
            FromEmailAddress: found `me`, expected an object (wrong)
            DestinationEmailAddress: found nothing, expected an e-mail address (unfinished)
        "#]],
        ),
        (
            "UpdateContactMediaProcessing",
            json!({}),
            expect![[r#"
            ChatProcessor: found nothing, expected how messages are processed (unfinished)
        "#]],
        ),
        (
            "UpdateContactRoutingCriteria",
            json!({ "RoutingCriteria": { "Steps": [1] } }),
            expect![[r#"
                RoutingCriteria.Steps[0]: found the number `1`, expected an object (wrong)
            "#]],
        ),
        // What is no text is not missing as well.
        (
            "CreateTask",
            json!({ "TaskTemplateId": [] }),
            expect![[r#"
            TaskTemplateId: found a list, expected text (wrong)
        "#]],
        ),
        (
            "GetCase",
            json!({ "CustomerId": [] }),
            expect![[r#"
            CustomerId: found a list, expected text (wrong)
        "#]],
        ),
        (
            "MessageParticipant",
            json!({ "Media": "s3://b/k.wav" }),
            expect![[r#"
            Media: found `s3://b/k.wav`, expected an object (wrong)
        "#]],
        ),
        (
            "UpdateContactTargetQueue",
            json!({ "AgentId": {} }),
            expect![[r#"
            AgentId: found an object, expected text (wrong)
        "#]],
        ),
        // What is misspelt decides nothing.
        (
            "UpdateContactMediaStreamingBehavior",
            json!({ "MediaStreamingState": "Enabled", "Participants": [{ "MediaDirections": ["Up"] }] }),
            expect![[r#"
                Participants[0].MediaDirections: found a list, expected a list of `From` and `To` (wrong)
            "#]],
        ),
        (
            "GetParticipantInput",
            json!({ "StoreInput": "True", "InputValidation": { "PhoneNumberValidation": { "NumberFormat": "Foreign" } } }),
            expect![[r#"
                InputValidation.PhoneNumberValidation.NumberFormat: found `Foreign`, expected `Local` or `E164` (wrong)
            "#]],
        ),
        (
            "LoadContactContent",
            json!({}),
            expect![[r#"
            ContentType: found nothing, expected `EmailMessage` (unfinished)
        "#]],
        ),
    ] {
        check(type_name, &parameters, &expect);
    }
}

#[test]
fn every_mistake_is_told() {
    check(
        "GetParticipantInput",
        &json!({ "Text": "?", "SSML": "<speak/>", "PromptId": "p", "InputTimeLimitSeconds": "0",
            "StoreInput": "True",
            "DTMFConfiguration": { "InputTerminationSequence": "abc", "InterdigitTimeLimitSeconds": "21", "DisableCancelKey": "No" },
            "InputValidation": { "CustomValidation": { "MaximumLength": "x" }, "PhoneNumberValidation": { "NumberFormat": "Local" } } }),
        &expect![[r#"
            InputTimeLimitSeconds: found `0`, expected a whole number from 1 to 604800 (wrong)
            SSML: found `<speak/>`, expected one of `Text`, `SSML`, `PromptId` and `Media`, not two (wrong)
            PromptId: found `p`, expected one of `Text`, `SSML`, `PromptId` and `Media`, not two (wrong)
            DTMFConfiguration.InterdigitTimeLimitSeconds: found `21`, expected a whole number from 1 to 20 (wrong)
            InputValidation.CustomValidation.MaximumLength: found `x`, expected a whole number from 1 to 20 (wrong)
            InputValidation.CustomValidation: found an object, expected nothing beside `PhoneNumberValidation` (wrong)
            InputValidation.PhoneNumberValidation.CountryCode: found nothing, expected a country (unfinished)
            DTMFConfiguration.InputTerminationSequence: found `abc`, expected up to 5 keys of a telephone (wrong)
            DTMFConfiguration.DisableCancelKey: found `No`, expected `True` or `False` (wrong)
        "#]],
    );
    check(
        "ConnectParticipantWithLexBot",
        &json!({ "Text": [], "LexV2Bot": {}, "LexBot": {}, "LexSessionAttributes": { "a": [], "b": {} } }),
        &expect![[r#"
            Text: found a list, expected text (wrong)
            LexBot: found an object, expected nothing beside `LexV2Bot` (wrong)
            LexV2Bot.AliasArn: found nothing, expected the ARN of a bot's alias (unfinished)
            LexSessionAttributes.a: found a list, expected text (wrong)
            LexSessionAttributes.b: found an object, expected text (wrong)
        "#]],
    );
    check(
        "TagContact",
        &json!({ "Tags": { "a": [], "aws:b": "", "c": "", "d": "", "e": "", "aws:f": "", "g": "" } }),
        &expect![[r#"
            Tags['aws:b']: found `aws:b`, expected a name that does not begin with `aws:` (wrong)
            Tags['aws:f']: found `aws:f`, expected a name that does not begin with `aws:` (wrong)
            Tags: found 7 of them, expected up to 6 tags (wrong)
            Tags.a: found a list, expected text (wrong)
        "#]],
    );
    check(
        "UpdateContactRoutingCriteria",
        &json!({ "RoutingCriteria": { "Steps": [
            { "Expiry": { "DurationInSeconds": "0" },
              "Expression": { "AndExpression": [{ "AttributeCondition": { "Name": "a" } }, 2, {}] } },
            {},
        ] } }),
        &expect![[r#"
            RoutingCriteria.Steps[0].Expiry.DurationInSeconds: found `0`, expected a whole number from 1 (wrong)
            RoutingCriteria.Steps[0].Expression.AndExpression[1]: found the number `2`, expected an object (wrong)
            RoutingCriteria.Steps[0].Expression.AndExpression[0].AttributeCondition.Value: found nothing, expected a value of the attribute (unfinished)
            RoutingCriteria.Steps[0].Expression.AndExpression[0].AttributeCondition.ComparisonOperator: found nothing, expected how the level is compared (unfinished)
            RoutingCriteria.Steps[0].Expression.AndExpression[2].AttributeCondition: found nothing, expected what an agent must have (unfinished)
            RoutingCriteria.Steps[1].Expression: found nothing, expected what an agent must have (unfinished)
        "#]],
    );
    check(
        "UpsertDataTableValues",
        &json!({ "DataTableUpsertAttributes": [
            { "PrimaryKeyGroupName": "g", "PrimaryValues": [{}],
              "Attributes": [{ "Name": "n", "UseDefaultValue": "maybe" }, {}] },
            { "PrimaryKeyGroupName": "g", "PrimaryValues": 3, "Attributes": [] },
        ] }),
        &expect![[r#"
            DataTableUpsertAttributes[1].PrimaryKeyGroupName: found `g` twice, expected names that differ (wrong)
            DataTableUpsertAttributes[0].PrimaryValues[0].Name: found nothing, expected a name (unfinished)
            DataTableUpsertAttributes[0].PrimaryValues[0].Value: found nothing, expected a value (unfinished)
            DataTableUpsertAttributes[0].Attributes[0].UseDefaultValue: found `maybe`, expected `True` or `False` (wrong)
            DataTableUpsertAttributes[0].Attributes[1].Name: found nothing, expected a name (unfinished)
            DataTableUpsertAttributes[0].Attributes[1].Value: found nothing, expected a value (unfinished)
            DataTableUpsertAttributes[1].Attributes: found a list, expected 1 to 25 attributes to write (unfinished)
            DataTableUpsertAttributes[1].PrimaryValues: found the number `3`, expected a list (wrong)
            DataTableId: found nothing, expected the id or ARN of a data table (unfinished)
        "#]],
    );
}

/// A flow says all of it too, wrong and unfinished apart, and goes on with its branches.
#[test]
fn a_flow_tells_all_of_every_action() {
    let flow = json!({ "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": "CreateCallbackContact",
          "Parameters": { "RetryDelaySeconds": "0", "QueueId": "q", "AgentId": "a" },
          "Transitions": { "NextAction": 1,
            "Errors": [{ "NextAction": 2 }, 3, { "ErrorType": "NoMatchingError", "NextAction": "b" }],
            "Conditions": [{ "NextAction": 4, "Condition": { "Operator": [] } },
                           { "Condition": { "Operator": "And", "Operands": [5] } }, {}] } },
        { "Identifier": "b", "Type": "InvokeLambdaFunction", "Parameters": [] },
        { "Identifier": "c", "Type": "DisconnectParticipant", "Parameters": "none" },
    ] });
    let flow = Flow::read(&flow.to_string()).unwrap();
    let defects: Vec<_> = flow.defects().iter().map(ToString::to_string).collect();
    expect![[r#"
        Actions[0].Parameters.AgentId: found `a`, expected nothing beside `QueueId`
        Actions[0].Parameters.RetryDelaySeconds: found `0`, expected a whole number from 1 to 259200
        Actions[0].Transitions.NextAction: found the number `1`, expected the identifier of an action
        Actions[0].Transitions.Errors[1]: found the number `3`, expected an object
        Actions[0].Transitions.Errors[0].ErrorType: found nothing, expected an error type such as `NoMatchingError`
        Actions[0].Transitions.Errors[0].NextAction: found the number `2`, expected the identifier of an action
        Actions[0].Transitions.Conditions[0].Condition.Operator: found a list, expected text
        Actions[0].Transitions.Conditions[0].NextAction: found the number `4`, expected the identifier of an action
        Actions[0].Transitions.Conditions[1].Condition.Operands[0]: found the number `5`, expected an object
        Actions[0].Transitions.Conditions[2].Condition: found nothing, expected a condition
        Actions[1].Parameters: found a list, expected an object
        Actions[2].Parameters: found `none`, expected an object"#]].assert_eq(&defects.join("\n"));
    let lacks: Vec<_> = flow.unfinished().map(|(_, fault)| fault.to_string()).collect();
    expect![[r#"
        Actions[0].Parameters.InitialCallDelaySeconds: found nothing, expected a whole number from 1 to 259200
        Actions[0].Parameters.MaximumConnectionAttempts: found nothing, expected a whole number from 0"#]].assert_eq(&lacks.join("\n"));
    let kinds: Vec<_> =
        flow.actions().map(|it| matches!(it.kind(), ActionKind::Faulty(_))).collect();
    assert_eq!(kinds, [true, true, false]);
    let transitions = flow.action("a").unwrap().transitions();
    assert_eq!((transitions.errors.len(), transitions.conditions.len()), (1, 0));
}
