//! What is known of values, and what nobody can know.

use expect_test::expect;
use serde_json::json;

use super::{act, check, compare, invoke, say};
use crate::line::end;

#[test]
fn what_was_found_out_is_remembered() {
    check(
        &[
            invoke("ask", "first", "end"),
            compare(
                "first",
                "$.External.tier",
                &[("=gold", "keep"), ("!NoMatchingCondition", "end")],
            ),
            act(
                "keep",
                "UpdateContactAttributes",
                json!({ "Attributes": { "tier": "$.External.tier" } }),
                &[("next", "again"), ("!NoMatchingError", "end")],
            ),
            compare(
                "again",
                "$.Attributes.tier",
                &[("=gold", "say"), ("=silver", "never"), ("!NoMatchingCondition", "never")],
            ),
            say("say", "Gold.", "end"),
            say("never", "This cannot happen.", "end"),
            end("end"),
        ],
        &expect![[r#"
            dropped at main/end: the flow hangs up without a word
                in `main`: `ask`
                `first`: `$.External.tier` is something else
                `end`
            goodbye at main/end
            6 actions, 7 states
        "#]],
    );
}

#[test]
fn a_new_reply_is_a_new_value() {
    check(
        &[
            invoke("ask", "first", "end"),
            compare(
                "first",
                "$.External.more",
                &[("=yes", "ask"), ("!NoMatchingCondition", "say")],
            ),
            say("say", "Done.", "end"),
            end("end"),
        ],
        &expect![[r#"
            dropped at main/end: the flow hangs up without a word
                in `main`: `ask`: fails with NoMatchingError
                `end`
            goodbye at main/end
            4 actions, 6 states
        "#]],
    );
}

#[test]
fn what_is_not_known_may_go_any_way() {
    check(
        &[
            act("new", "BlockOfTomorrow", json!({}), &[("next", "a"), ("=x", "b"), ("!Late", "c")]),
            say("a", "A.", "end"),
            say("b", "B.", "draft"),
            act(
                "draft",
                "InvokeLambdaFunction",
                json!({}),
                &[("next", "c"), ("!NoMatchingError", "d")],
            ),
            say("c", "C.", "end"),
            say("d", "D.", "end"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            7 actions, 8 states
        "#]],
    );
}

#[test]
fn chance_and_numbers_stay_in_range() {
    let operator = |operator: &str, operand: &str, next: &str| json!({ "NextAction": next, "Condition": { "Operator": operator, "Operands": [operand] } });
    let mut draw =
        act("draw", "DistributeByPercentage", json!({}), &[("!NoMatchingCondition", "rest")]);
    draw["Transitions"]["Conditions"] = json!([
        operator("NumberLessThan", "51", "half"),
        operator("NumberLessThan", "101", "half")
    ]);
    let mut count = act(
        "half",
        "CheckMetricData",
        json!({ "MetricType": "NumberOfContactsInQueue" }),
        &[("!NoMatchingCondition", "some"), ("!NoMatchingError", "some")],
    );
    count["Transitions"]["Conditions"] = json!([
        operator("NumberLessThan", "0", "rest"),
        operator("NumberGreaterThan", "3", "some")
    ]);
    check(
        &[
            draw,
            count,
            say("some", "Some.", "end"),
            say("rest", "This cannot happen.", "end"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            4 actions, 4 states
        "#]],
    );
}
