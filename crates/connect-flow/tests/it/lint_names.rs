//! What is said of names that are almost right, and of conditions that come too late.

use connect_flow::lint::Finding;
use expect_test::expect;
use serde_json::json;

use super::lint::{judged, shown};

#[test]
fn types_are_known_by_other_names() {
    for (name, meant) in [
        ("sendmessage", "MessageParticipant"),
        ("PlayPrompts", "MessageParticipant"),
        ("GetInput", "GetParticipantInput"),
        ("GetUserInputs", "GetParticipantInput"),
        ("Hangup", "DisconnectParticipant"),
        ("SetHoldFlow", "UpdateContactEventHooks"),
        ("SetWhisperFlow", "UpdateContactEventHooks"),
        ("SetCustomerQueueFlow", "UpdateContactEventHooks"),
        ("Sleep", "Wait"),
        ("Lambda", "InvokeLambdaFunction"),
        ("messageparticipant", "MessageParticipant"),
    ] {
        let flow = json!({ "StartAction": "a", "Actions": [{ "Identifier": "a", "Type": name }] });
        let findings = judged(&flow.to_string(), None);
        let help = findings.iter().find(|it| it.rule == "unknown-action").unwrap().help.clone();
        assert_eq!(help, Some(format!("did you mean `{meant}`?")), "{name}");
    }
}

#[test]
fn names_of_many_wrong_branches_are_not_sought() {
    let action = |id: usize| {
        json!({ "Identifier": format!("action {id}"), "Type": "MessageParticipant",
                "Parameters": { "Text": "x" }, "Transitions": { "NextAction": "actions" } })
    };
    let actions: Vec<_> = (0..12).map(action).collect();
    let flow = json!({ "StartAction": "action 0", "Actions": actions });
    let findings = judged(&flow.to_string(), None);
    let dangling = || findings.iter().filter(|it| it.rule == "dangling-branch");
    assert_eq!(dangling().count(), 12);
    assert_eq!(dangling().filter(|it| it.help.is_some()).count(), 10);
}

#[test]
fn a_type_of_flow_that_is_not_known_is_a_hint() {
    let of = |name: &str| {
        let flow = json!({ "StartAction": "a", "Metadata": { "type": name }, "Actions": [] });
        let findings = judged(&flow.to_string(), None);
        shown(&findings.into_iter().filter(|it| it.rule == "flow-type").collect::<Vec<_>>())
    };
    assert_eq!(of("CONTACT_FLOW"), "");
    assert_eq!(of("${Type}"), "");
    expect![[r#"
        hint[flow-type] Metadata.type: found a flow of type `contactFlows`, expected one of `contactFlow`, `customerQueue`, `customerHold`, `customerWhisper`, `agentHold`, `agentWhisper`, `outboundWhisper`, `agentTransfer`, `queueTransfer`, `module`
          help: did you mean `contactFlow`?
    "#]].assert_eq(&of("contactFlows"));
}

/// What is said of the conditions of an action.
fn conditions(type_name: &str, tests: &[(&str, &[&str])]) -> String {
    let branch = |(operator, operands): &(&str, &[&str])| json!({ "NextAction": "a", "Condition": { "Operator": operator, "Operands": operands } });
    let branches: Vec<_> = tests.iter().map(branch).collect();
    let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [
        { "Identifier": "a", "Type": type_name,
          "Parameters": { "ComparisonValue": "$.Attributes.x" },
          "Transitions": { "Conditions": branches } } ] });
    let of = |it: &Finding| it.path.contains(".Conditions[");
    shown(&judged(&flow.to_string(), None).into_iter().filter(of).collect::<Vec<_>>())
}

#[test]
fn a_condition_that_another_stands_before_is_told() {
    type Test<'a> = (&'a str, &'a [&'a str]);
    let right: [[Test<'_>; 2]; 6] = [
        [("Equals", &["ab"]), ("TextStartsWith", &["a"])],
        [("Equals", &["a"]), ("Equals", &["A"])],
        [("NumberLessThan", &["5"]), ("NumberLessThan", &["10"])],
        [("NumberLessThan", &["5"]), ("NumberLessOrEqualTo", &["5"])],
        [("NumberGreaterThan", &["5"]), ("NumberGreaterOrEqualTo", &["5"])],
        [("TextStartsWith", &["a"]), ("TextEndsWith", &["a"])],
    ];
    for tests in right {
        assert_eq!(conditions("Compare", &tests), "", "{tests:?}");
    }
    let never: [[Test<'_>; 2]; 6] = [
        [("TextStartsWith", &["a"]), ("Equals", &["ab"])],
        [("TextStartsWith", &["a"]), ("TextStartsWith", &["ab"])],
        [("TextContains", &["b"]), ("TextEndsWith", &["ab"])],
        [("NumberLessThan", &["10"]), ("NumberLessOrEqualTo", &["5"])],
        [("NumberGreaterOrEqualTo", &["5"]), ("NumberGreaterThan", &["5"])],
        [("NumberGreaterThan", &["5"]), ("Equals", &["6"])],
    ];
    for tests in never {
        let said = conditions("Compare", &tests);
        assert!(said.contains("duplicate-branch"), "{tests:?}: {said}");
    }
    expect![[r#"
        warning[impossible-condition] Actions[0].Transitions.Conditions[0].Condition.Operands: found 2 operands, expected one: each value has a condition of its own
        warning[duplicate-branch] Actions[0].Transitions.Conditions[1].Condition: the condition `Equals 2` holds only where `Equals 1 2` before it does, this one is never taken
    "#]].assert_eq(&conditions("Compare", &[("Equals", &["1", "2"]), ("Equals", &["2"])]));
    expect![[r#"
        error[impossible-condition] Actions[0].Transitions.Conditions[0].Condition: found `NumberLessThan 0`, expected `NumberLessThan` with a whole number from 1 to 100 after `DistributeByPercentage`
    "#]].assert_eq(&conditions("DistributeByPercentage", &[("NumberLessThan", &["0"])]));
}
