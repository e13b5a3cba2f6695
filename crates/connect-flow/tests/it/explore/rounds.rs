//! Circles, counting, and flows with too many states.

use connect_flow::explore::Options;
use expect_test::expect;
use serde_json::json;

use super::{act, check, compare, say, set, shown, walk};
use crate::line::end;

#[test]
fn loops_end_and_circles_are_walked_once() {
    check(
        &[
            act(
                "round",
                "Loop",
                json!({ "LoopCount": "99" }),
                &[("=ContinueLooping", "say"), ("=DoneLooping", "end")],
            ),
            say("say", "Again.", "round"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            3 actions, 22 states
        "#]],
    );
    check(
        &[say("say", "For ever.", "say")],
        &expect![[r#"
            stuck at main/say: from here it goes round for ever
                in `main`: `say`: from here it goes round for ever
            1 actions, 2 states
        "#]],
    );
}

#[test]
fn counting_with_attributes_is_followed_for_a_while() {
    check(
        &[
            set("begin", "n", "1", "round"),
            compare(
                "round",
                "$.Attributes.n",
                &[("=111", "say"), ("!NoMatchingCondition", "more")],
            ),
            set("more", "n", "1$.Attributes.n", "round"),
            say("say", "Three.", "end"),
            end("end"),
        ],
        &expect![[r#"
            goodbye at main/end
            5 actions, 517 states
        "#]],
    );
}

/// A flow with more states than may be walked: every attribute is found out one after the other and
/// compared once more at the end.
#[test]
fn too_many_states_are_walked_by_place() {
    let mut actions = vec![];
    for n in 0..8 {
        let (this, next) = (format!("is-{n}"), format!("is-{}", n + 1));
        let value = format!("$.Attributes.a{n}");
        actions.push(compare(
            &this,
            &value,
            &[("=x", &next), ("=y", &next), ("!NoMatchingCondition", &next)],
        ));
    }
    for n in 8..16 {
        let (this, next) = (format!("is-{n}"), format!("is-{}", n + 1));
        let value = format!("$.Attributes.a{}", n - 8);
        actions.push(compare(&this, &value, &[("=x", &next), ("!NoMatchingCondition", &next)]));
    }
    actions.push(end("is-16"));
    let options = Options { most_states: 100, ..Options::default() };
    expect![[r#"
        dropped at main/is-16: the flow hangs up without a word
            in `main`: `is-0`: `$.Attributes.a0` is `x`
            `is-1`: `$.Attributes.a1` is `x`
            `is-2`: `$.Attributes.a2` is `x`
            `is-3`: `$.Attributes.a3` is `x`
            `is-4`: `$.Attributes.a4` is `x`
            `is-5`: `$.Attributes.a5` is `x`
            `is-6`: `$.Attributes.a6` is `x`
            `is-7`: `$.Attributes.a7` is `x`
            `is-8`: `$.Attributes.a0` is `x`
            `is-9`: `$.Attributes.a1` is `x`
            `is-10`: `$.Attributes.a2` is `x`
            `is-11`: `$.Attributes.a3` is `x`
            `is-12`: `$.Attributes.a4` is `x`
            `is-13`: `$.Attributes.a5` is `x`
            `is-14`: `$.Attributes.a6` is `x`
            `is-15`: `$.Attributes.a7` is `x`
            `is-16`
        17 actions, 114 states, not all
    "#]]
    .assert_eq(&shown(&walk(&actions, &options)));
}
