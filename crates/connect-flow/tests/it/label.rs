//! Tags and routing criteria.

use connect_flow::Outcome;
use expect_test::expect;
use serde_json::json;

use crate::line::One;

fn tagging(tags: serde_json::Value) -> One {
    One::new("TagContact", json!({ "Tags": tags })).contact(|it| {
        it.attributes.insert("team".to_owned(), "blue".to_owned());
        it.tags.insert("aws:connect:instanceId".to_owned(), "i".to_owned());
        it.tags.insert("old".to_owned(), "1".to_owned());
    })
}

#[test]
fn tags_are_set_all_or_none() {
    let call = tagging(json!({ "team": "$.Attributes.team", "$.Attributes.team": "2" })).check(
        [],
        &expect![[r#"
            main/it -> next
        "#]],
    );
    expect![[r#"
        {
            "aws:connect:instanceId": "i",
            "blue": "2",
            "old": "1",
            "team": "blue",
        }
    "#]]
    .assert_debug_eq(&call.contact().tags);
    let six = json!({ "a": "", "b": "", "c": "", "d": "", "e": "", "f": "" });
    let call = tagging(six).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the contact would have 7 tags, Connect keeps 6
    "#]],
    );
    assert_eq!(call.contact().tags.len(), 2);
    tagging(json!({ "$.Attributes.none": "x" })).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the name of a tag is empty
    "#]],
    );
    tagging(json!({ "$.Attributes.team": "x" }))
        .contact(|it| {
            it.attributes.insert("team".to_owned(), "aws:mine".to_owned());
        })
        .check(
            [],
            &expect![[r#"
            main/it -> error NoMatchingError
              tags that begin with `aws:` are for AWS to set
        "#]],
        );
}

#[test]
fn tags_are_taken_off() {
    let mut call = One::new("UntagContact", json!({ "TagKeys": ["old", "never"] }))
        .contact(|it| {
            it.tags.insert("old".to_owned(), "1".to_owned());
            it.tags.insert("kept".to_owned(), "2".to_owned());
        })
        .start();
    call.step(Outcome::Done);
    assert_eq!(call.contact().tags.keys().collect::<Vec<_>>(), ["kept"]);
}

#[test]
fn routing_criteria_are_kept_with_references_resolved() {
    let criteria = json!({ "RoutingCriteria": { "Steps": [
        { "Expression": { "AttributeCondition": { "ComparisonOperator": "Match",
            "MatchCriteria": { "AgentsCriteria": { "AgentIds": ["$.Attributes.agent"] } } } },
          "Expiry": { "DurationInSeconds": "30" } },
        { "Expression": { "AndExpression": [
            { "AttributeCondition": { "Name": "Language", "Value": "English",
              "ProficiencyLevel": 4, "ComparisonOperator": "NumberGreaterOrEqualTo" } },
            { "OrExpression": [ { "NotAttributeCondition": { "Name": "Mood", "Value": "Bad",
              "ComparisonOperator": "Match" } } ] },
        ] } },
    ] } });
    for type_name in ["UpdateContactRoutingCriteria", "UpdateRoutingCriteria"] {
        let one = One::new(type_name, criteria.clone());
        one.check(
            [],
            &expect![[r#"
            main/it -> error NoMatchingError
              `$.Attributes.agent` is not set
              a part of the routing criteria is empty
        "#]],
        );
        let mut call = One::new(type_name, criteria.clone())
            .contact(|it| {
                it.attributes.insert("agent".to_owned(), "a-1".to_owned());
            })
            .start();
        call.step(Outcome::Done);
        expect![[r#"
            [
                RoutingStep {
                    expression: OneOf(
                        [
                            "a-1",
                        ],
                    ),
                    expires: Some(
                        30s,
                    ),
                },
                RoutingStep {
                    expression: All(
                        [
                            Proficiency {
                                name: "Language",
                                value: "English",
                                operator: "NumberGreaterOrEqualTo",
                                level: Some(
                                    "4",
                                ),
                            },
                            Any(
                                [
                                    Not(
                                        Proficiency {
                                            name: "Mood",
                                            value: "Bad",
                                            operator: "Match",
                                            level: None,
                                        },
                                    ),
                                ],
                            ),
                        ],
                    ),
                    expires: None,
                },
            ]
        "#]]
        .assert_debug_eq(&call.contact().routing_criteria);
    }
}
