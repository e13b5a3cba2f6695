//! Actions that choose a branch.

use std::time::Duration;

use connect_flow::{Branch, Contact, FlowKind, Library, Metrics, Outcome};
use expect_test::expect;
use serde_json::{Value, json};

use crate::line::{Call, One, action, end, flow, queue};

fn compare(value: &str) -> One {
    One::new("Compare", json!({ "ComparisonValue": value }))
}

#[test]
fn the_first_condition_that_holds_is_taken() {
    compare("$.Attributes.n")
        .contact(|it| {
            it.attributes.insert("n".to_owned(), "70".to_owned());
        })
        .when("NumberGreaterThan", "90")
        .when("NumberGreaterThan", "60")
        .when("NumberGreaterThan", "2")
        .check(
            [],
            &expect![[r#"
            main/it -> condition NumberGreaterThan 60
        "#]],
        );
}

#[test]
fn an_operand_may_be_a_reference() {
    compare("$.Attributes.a")
        .contact(|it| {
            it.attributes.insert("a".to_owned(), "x".to_owned());
            it.attributes.insert("b".to_owned(), "x".to_owned());
        })
        .when("Equals", "$.Attributes.b")
        .check(
            [],
            &expect![[r#"
                main/it -> condition Equals $.Attributes.b
            "#]],
        );
}

#[test]
fn nothing_compares_as_empty_text() {
    compare("$.Attributes.none").when("Equals", "").check(
        [],
        &expect![[r#"
            main/it -> condition Equals
              `$.Attributes.none` is not set
        "#]],
    );
    compare("$.Lex.Slots.none").when("Equals", "x").check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingCondition
          `$.Lex.Slots.none` is not set
    "#]],
    );
}

#[test]
fn an_operator_of_tomorrow_never_holds() {
    compare("x").when("SoundsLike", "x").check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingCondition
    "#]],
    );
}

#[test]
fn no_match_without_its_branch_takes_the_next_action() {
    compare("x").when("Equals", "y").without_error("NoMatchingCondition").check(
        [],
        &expect![[r#"
            main/it -> next
        "#]],
    );
}

#[test]
fn a_loop_goes_round_and_starts_again() {
    let round = json!({
        "Identifier": "loop", "Type": "Loop", "Parameters": { "LoopCount": "2" },
        "Transitions": { "Conditions": [
            { "NextAction": "say", "Condition": { "Operator": "Equals", "Operands": ["ContinueLooping"] } },
            { "NextAction": "end", "Condition": { "Operator": "Equals", "Operands": ["DoneLooping"] } },
        ] },
    });
    let say = action("say", "MessageParticipant", json!({ "Text": "again" }), "loop");
    let mut library = Library::new();
    let main = flow(&[round, say, end("end")]);
    library.insert("flow/main", FlowKind::Flow, "main", main);
    let mut call = Call::start(library, Contact::default());
    call.check(
        [Outcome::Done, Outcome::Done],
        &expect![[r#"
        main/loop -> condition Equals ContinueLooping
        Play(Text("again"))
        main/say -> next
        main/loop -> condition Equals ContinueLooping
        Play(Text("again"))
        main/say -> next
        main/loop -> condition Equals DoneLooping
        main/end -> left
        End(Disconnected)
    "#]],
    );
}

#[test]
fn a_loop_counts_what_a_reference_says() {
    let round = |count: &str| {
        One::new("Loop", json!({ "LoopCount": "$.Attributes.n" }))
            .contact(|it| {
                it.attributes.insert("n".to_owned(), count.to_owned());
            })
            .when("Equals", "ContinueLooping")
            .when("Equals", "DoneLooping")
    };
    round("1").check(
        [],
        &expect![[r#"
        main/it -> condition Equals ContinueLooping
    "#]],
    );
    round("0").check(
        [],
        &expect![[r#"
        main/it -> condition Equals DoneLooping
    "#]],
    );
    round("101").check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the loop count is no number from 0 to 100
    "#]],
    );
    round("many").check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the loop count is no number from 0 to 100
    "#]],
    );
    round("").check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the loop count is no number from 0 to 100
    "#]],
    );
}

fn hours(parameters: Value) -> One {
    One::new("CheckHoursOfOperation", parameters).when("Equals", "True").when("Equals", "False")
}

#[test]
fn hours_are_those_named_or_those_of_the_target_queue() {
    hours(json!({ "HoursOfOperationId": "h-1" })).check(
        [Outcome::Open(true)],
        &expect![[r#"
        CheckHours { hours: Id("h-1") }
        main/it -> condition Equals True
    "#]],
    );
    hours(json!({})).queued().check(
        [Outcome::Open(false)],
        &expect![[r#"
        CheckHours { hours: OfQueue("queue/q-1") }
        main/it -> condition Equals False
    "#]],
    );
    hours(json!({})).queued().check(
        [Outcome::Failed],
        &expect![[r#"
            CheckHours { hours: OfQueue("queue/q-1") }
            main/it -> error NoMatchingError
              the hours are not known
        "#]],
    );
    hours(json!({})).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          no queue is named and the contact has no target queue
    "#]],
    );
}

fn metrics() -> Metrics {
    Metrics {
        queue: Some(queue("queue/q-1", "Support")),
        contacts_in_queue: Some(4),
        oldest_contact_age: Some(Duration::from_secs(90)),
        agents_staffed: Some(2),
        agents_available: Some(0),
        ..Metrics::default()
    }
}

#[test]
fn a_metric_is_tested() {
    for (metric, operator, operand, branch) in [
        ("NumberOfAgentsStaffed", "NumberGreaterThan", "0", "NumberGreaterThan 0"),
        ("NumberOfAgentsAvailable", "NumberGreaterThan", "0", "NoMatchingCondition"),
        ("NumberOfAgentsOnline", "NumberGreaterThan", "0", "NoMatchingError"),
        ("NumberOfContactsInQueue", "NumberLessThan", "5", "NumberLessThan 5"),
        ("OldestContactInQueueAgeSeconds", "Equals", "90000", "Equals 90000"),
    ] {
        let mut call = One::new("CheckMetricData", json!({ "MetricType": metric }))
            .queued()
            .when(operator, operand)
            .start();
        call.step(Outcome::Done);
        let step = call.step(Outcome::Metrics(metrics()));
        let taken = match &step.trail[0].branch {
            Branch::Error(taken) | Branch::Condition(taken) => taken.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(taken, branch, "{metric}");
    }
    One::new("CheckMetricData", json!({ "MetricType": "NumberOfAgentsStaffed" })).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              no queue is named and the contact has no target queue
        "#]],
    );
}

#[test]
fn metrics_are_read_and_can_be_referred_to() {
    let call = One::new("GetMetricData", json!({ "QueueId": "q-9" })).check(
        [Outcome::Metrics(metrics())],
        &expect![[r#"
            ReadMetrics { queue: "q-9" }
            main/it -> next
        "#]],
    );
    assert_eq!(call.contact().results.metrics, Some(metrics()));
    One::new("GetMetricData", json!({})).queued().check(
        [Outcome::Failed],
        &expect![[r#"
            ReadMetrics { queue: "queue/q-1" }
            main/it -> error NoMatchingError
              the metrics could not be read
        "#]],
    );
    One::new("GetMetricData", json!({})).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          no queue is named and the contact has no target queue
    "#]],
    );
}

#[test]
fn chance_comes_from_the_seed() {
    let draw = |seed: u64| {
        let mut call = One::new("DistributeByPercentage", json!({}))
            .contact(|it| it.seed = seed)
            .when("NumberLessThan", "51")
            .start();
        let step = call.step(Outcome::Done);
        step.trail[0].result.as_ref().unwrap().parse::<u32>().unwrap()
    };
    assert_eq!(draw(7), draw(7));
    let draws: Vec<_> = (0..1_000).map(draw).collect();
    assert!(draws.iter().all(|it| (1..=100).contains(it)));
    let low = draws.iter().filter(|it| **it < 51).count();
    assert!((400..600).contains(&low), "{low}");
}

#[test]
fn conditions_can_be_joined() {
    let equals = |text: &str| json!({ "Operator": "Equals", "Operands": [text] });
    let starts = |text: &str| json!({ "Operator": "TextStartsWith", "Operands": [text] });
    let join = |operator: &str, parts: &[Value]| json!({ "Operator": operator, "Operands": parts });
    let not_red = join("Not", &[equals("$.Attributes.red")]);
    for (condition, value, holds) in [
        (join("And", &[starts("g"), not_red.clone()]), "green", true),
        (join("And", &[starts("r"), not_red.clone()]), "red", false),
        (join("Or", &[equals("blue"), starts("g")]), "green", true),
        (join("Or", &[equals("blue"), starts("g")]), "red", false),
        (join("And", &[join("Or", &[starts("b"), starts("g")]), not_red]), "blue", true),
    ] {
        let compare = json!({
            "Identifier": "it", "Type": "Compare",
            "Parameters": { "ComparisonValue": "$.Attributes.value" },
            "Transitions": {
                "NextAction": "end",
                "Errors": [{ "ErrorType": "NoMatchingCondition", "NextAction": "end" }],
                "Conditions": [{ "NextAction": "end", "Condition": condition }],
            },
        });
        let mut library = Library::new();
        let main = flow(&[compare, end("end")]);
        library.insert("flow/main", FlowKind::Flow, "main", main);
        let mut contact = Contact::default();
        contact.attributes.insert("value".to_owned(), value.to_owned());
        contact.attributes.insert("red".to_owned(), "red".to_owned());
        let step = Call::start(library, contact).step(Outcome::Done);
        let branch = &step.trail[0].branch;
        assert_eq!(matches!(branch, Branch::Condition(_)), holds, "{branch:?}");
    }
}

#[test]
fn joined_conditions_read_as_written() {
    let inner = json!({ "Operator": "Equals", "Operands": ["x"] });
    let condition = json!({ "Operator": "And", "Operands": [
        { "Operator": "Not", "Operands": [inner] }, { "Operator": "TextContains", "Operands": ["y"] },
    ] });
    let action = json!({
        "Identifier": "a", "Type": "Compare", "Parameters": { "ComparisonValue": "$.Channel" },
        "Transitions": { "Conditions": [{ "NextAction": "a", "Condition": condition }] },
    });
    let flow = flow(&[action]);
    let action = flow.action("a").unwrap();
    let shown = action.transitions().conditions[0].to_string();
    assert_eq!(shown, "And (Not (Equals x)) (TextContains y)");
}
