//! Conditions are read, written and decided.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

fn parse(text: &str) -> Expression {
    Expression::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn wrong_conditions_say_where_and_what_was_expected() {
    let check = |text: &str, expected: &Expect| {
        expected.assert_eq(&Expression::parse(text).unwrap_err().to_string());
    };
    let reference = expect![
        "`{slot}`, `[attribute]`, `((request attribute))`, `$.path`, a function or `(` at character 1"
    ];
    for text in ["", "24 < {age}", "\"yes\" = [a]", "age < 24", "#"] {
        check(text, &reference);
    }
    check("{age}", &expect!["`=`, `!=`, `<`, `<=`, `>`, `>=` or `CONTAINS` at character 6"]);
    check("{age} is 24", &expect!["`=`, `!=`, `<`, `<=`, `>`, `>=` or `CONTAINS` at character 7"]);
    check("{age} <", &expect!["a number or a text in double quotes at character 8"]);
    check("{age} = 'old'", &expect!["a number or a text in double quotes at character 9"]);
    check("{age} = -x", &expect!["a number or a text in double quotes at character 9"]);
    check("{age} == 24", &expect!["a number or a text in double quotes at character 8"]);
    check("{é} = \"x", &expect!["a text that ends with a double quote at character 7"]);
    check("{age = 24", &expect!["a slot such as `{name}` at character 1"]);
    check("{} = 24", &expect!["a slot such as `{name}` at character 1"]);
    check("[a = 24", &expect!["an attribute such as `[name]` at character 1"]);
    check("$ = 24", &expect!["a path such as `$.inputMode` at character 2"]);
    check("$.a. = 24", &expect!["the name of a field at character 5"]);
    check("$.a[x] = 24", &expect!["an index such as `[0]` at character 4"]);
    check("{a} = 1 {b} = 2", &expect!["`AND`, `OR` or the end at character 9"]);
    check("({a} = 1", &expect!["`)` at character 9"]);
    check("fn.IS_NULL({a})", &expect!["`fn.COUNT`, `fn.IS_SET` or `fn.LENGTH` at character 1"]);
    check("fn.COUNT {a} > 1", &expect!["`(` at character 10"]);
    check(
        "fn.COUNT(a) > 1",
        &expect!["`{slot}`, `[attribute]`, `((request attribute))`, `$.path` at character 10"],
    );
    check(
        "fn.COUNT({a}) CONTAINS 1",
        &expect!["`=`, `!=`, `<`, `<=`, `>` or `>=` at character 15"],
    );
    check(
        &format!("{{a}} = \"{}\"", "x".repeat(1024)),
        &expect!["an end: a condition has at most 1024 characters, at character 1025"],
    );
}

#[test]
fn the_examples_of_the_guide_are_read() {
    for (text, expected) in [
        ("{age} < 24", "{age} < 24"),
        ("{toppings} CONTAINS \"pineapple\"", "{toppings} CONTAINS \"pineapple\""),
        (
            "({make} = \"Honda\") AND ({model} = \"Civic\")",
            "({make} = \"Honda\") AND ({model} = \"Civic\")",
        ),
        ("fn.COUNT({toppings}) = 2", "fn.COUNT({toppings}) = 2"),
        ("fn.IS_SET({toppings})", "fn.IS_SET({toppings})"),
        ("fn.LENGTH({credit-card-number}) = 12", "fn.LENGTH({credit-card-number}) = 12"),
        ("{travelDuration} < P2H", "{travelDuration} < P2H"),
        ("$.inputMode = \"Speech\"", "$.inputMode = \"Speech\""),
        ("[customer_type]=\"yearly\"", "[customer_type] = \"yearly\""),
        ("((retry_enabled)) = \"TRUE\"", "((retry_enabled)) = \"TRUE\""),
        (
            "fn.IS_SET(((x-amz-lex:kendra-search-response-question_answer-question-1)))",
            "fn.IS_SET(((x-amz-lex:kendra-search-response-question_answer-question-1)))",
        ),
        (
            "$.transcriptions[0].transcriptionConfidence < 0.8 AND $.a[1] > 0.5",
            "($.transcriptions[0].transcriptionConfidence < 0.8) AND ($.a[1] > 0.5)",
        ),
    ] {
        assert_eq!(parse(text).to_string(), expected);
    }
}

#[test]
fn not_binds_closest_then_and_then_or() {
    for (text, expected) in [
        ("{a}=1 OR {b}=2 AND {c}=3", "({a} = 1) OR (({b} = 2) AND ({c} = 3))"),
        ("NOT {a}=1 AND {b}=2", "(NOT ({a} = 1)) AND ({b} = 2)"),
        ("NOT ({a}=1 AND {b}=2)", "NOT (({a} = 1) AND ({b} = 2))"),
        (
            "!fn.IS_SET([a]) || {b}=2 && {c}=3",
            "(NOT (fn.IS_SET([a]))) OR (({b} = 2) AND ({c} = 3))",
        ),
        ("not not {a} = x", "NOT (NOT ({a} = x))"),
        ("(({a} = 1))", "{a} = 1"),
        ("(((a)) = 1)", "((a)) = 1"),
    ] {
        assert_eq!(parse(text).to_string(), expected);
    }
}

#[test]
fn assigned_values_are_texts_unless_they_are_one_reference() {
    let slot = Reference::Slot("a.b".to_owned());
    for (text, expected) in [
        ("{a.b}", Assigned::Value(slot)),
        (" [x] ", Assigned::Value(Reference::SessionAttribute("x".to_owned()))),
        ("$.a", Assigned::Value(Reference::Path(vec![Step::Field("a".to_owned())]))),
        ("((x))", Assigned::Text("((x))".to_owned())),
        ("$5", Assigned::Text("$5".to_owned())),
        ("Dr. {a}", Assigned::Text("Dr. {a}".to_owned())),
        ("", Assigned::Text(String::new())),
    ] {
        assert_eq!(Assigned::read(text), expected, "{text}");
    }
}

/// A conversation in which a few things are known.
struct Known;

impl Values for Known {
    fn referred(&self, reference: &Reference) -> Option<Referred> {
        let (values, kind): (&[&str], Kind) = match reference.to_string().as_str() {
            "{age}" => (&["24"], Kind::Number),
            "{share}" => (&["78%"], Kind::Number),
            "{size}" => (&["Large"], Kind::Text),
            "{toppings}" => (&["Onion", "Pine apple"], Kind::Text),
            "{day}" => (&["2026-03-23"], Kind::Date),
            "{week}" => (&["2026-W13"], Kind::Date),
            "{month}" => (&["2026-03"], Kind::Date),
            "{year}" => (&["2026"], Kind::Date),
            "{season}" => (&["2026-SU"], Kind::Date),
            "{time}" => (&["20:30"], Kind::Time),
            "{evening}" => (&["EV"], Kind::Time),
            "{length}" => (&["PT90M"], Kind::Duration),
            "{long}" => (&["P1Y2M3W4DT5H6M7S"], Kind::Duration),
            "[visits]" => (&["10"], Kind::Text),
            "[type]" => (&["Yearly"], Kind::Text),
            "((retry))" => (&["TRUE"], Kind::Text),
            "$.inputMode" => (&["Speech"], Kind::Text),
            "$.transcriptions[0].transcriptionConfidence" => (&["0.75"], Kind::Text),
            _ => return None,
        };
        Some(Referred { values: values.iter().map(|it| (*it).to_owned()).collect(), kind })
    }
}

#[test]
fn conditions_hold() {
    for text in [
        "{age} = 24",
        "{age} >= \"24\"",
        "{age} < 100",
        "{share} >= 78",
        "{size} = \"large\"",
        "{size} != \"small\"",
        "{size} < \"small\"",
        "{toppings} CONTAINS \"onion\"",
        "{toppings} = \"onion,pine apple\"",
        "{toppings} = \"Onion, Pine apple\"",
        "{size} CONTAINS \"large\"",
        "fn.COUNT({toppings}) > 1",
        "fn.LENGTH({size}) = 5",
        "fn.LENGTH([visits]) = 2",
        "{day} > \"1990-10-01\"",
        "{day} = \"2026-W13\"",
        "{week} > \"2026-03-22\"",
        "{month} < \"2026-03-02\"",
        "{year} = \"2026-01-01\"",
        "{season} = \"2026-su\"",
        "{time} > \"20:00\"",
        "{time} < \"20:30:01\"",
        "{evening} = \"EV\"",
        "{evening} != \"20:00\"",
        "{length} < P2H",
        "{length} = \"PT1H30M\"",
        "{long} > \"P1Y\"",
        "[visits] > 9",
        "[visits] < \"9\"",
        "[type] = yearly",
        "((retry)) = \"TRUE\"",
        "$.inputMode = \"Speech\"",
        "$.transcriptions[0].transcriptionConfidence < 0.8",
        "fn.IS_SET({age})",
        "NOT fn.IS_SET({nothing})",
        "{nothing} = 1 OR {age} = 24",
        "NOT ({nothing} = 1 AND {age} = 25)",
        "{age} = {age}",
    ] {
        assert!(parse(text).holds(&Known), "{text}");
    }
}

#[test]
fn what_is_not_set_or_cannot_be_compared_decides_nothing() {
    for text in [
        "{nothing} = 1",
        "{nothing} != 1",
        "NOT {nothing} = 1",
        "{nothing} CONTAINS \"x\"",
        "fn.COUNT({nothing}) = 0",
        "fn.LENGTH({toppings}) > 0",
        "{nothing} = 1 AND {age} = 24",
        "{nothing} = 1 OR {age} = 25",
        "{age} = {nothing}",
        "{age} < \"young\"",
        "NOT {age} < \"young\"",
        "{evening} < \"20:00\"",
        "{time} < \"25:00\"",
        "{day} < \"2026-13-01\"",
        "{day} < \"soon\"",
        "{length} < P",
        "{length} < PT2X",
        "{length} < \"an hour\"",
    ] {
        assert!(!parse(text).holds(&Known), "{text}");
    }
}

fn name() -> impl Strategy<Value = String> {
    "[A-Za-z][A-Za-z0-9_.:é-]{0,8}( [a-z]{1,3})?"
}

fn reference() -> impl Strategy<Value = Reference> {
    let step = prop_oneof![
        "[A-Za-z][A-Za-z0-9_-]{0,5}".prop_map(Step::Field),
        (0usize..12).prop_map(Step::Item),
    ];
    prop_oneof![
        name().prop_map(Reference::Slot),
        name().prop_map(Reference::SessionAttribute),
        name().prop_map(Reference::RequestAttribute),
        ("[a-z]{1,5}", prop::collection::vec(step, 0..4)).prop_map(|(first, steps)| {
            Reference::Path(std::iter::once(Step::Field(first)).chain(steps).collect())
        }),
    ]
}

fn expression() -> impl Strategy<Value = Expression> {
    let constant = prop_oneof![
        "-?[0-9]{1,4}(\\.[0-9]{1,3})?".prop_map(Constant::Number),
        "\\PC{0,12}".prop_map(Constant::Text),
        "[A-Za-z][A-Za-z0-9:-]{0,6}".prop_map(Constant::Word),
        reference().prop_map(Constant::Value),
    ];
    let operand = prop_oneof![
        reference().prop_map(Operand::Value),
        reference().prop_map(Operand::Count),
        reference().prop_map(Operand::Length),
    ];
    let operator = prop_oneof![
        Just(Operator::Equal),
        Just(Operator::NotEqual),
        Just(Operator::Less),
        Just(Operator::LessOrEqual),
        Just(Operator::Greater),
        Just(Operator::GreaterOrEqual),
    ];
    let leaf = prop_oneof![
        (operand, operator, constant.clone())
            .prop_map(|(left, operator, right)| Expression::Compare { left, operator, right }),
        (reference(), constant)
            .prop_map(|(reference, value)| Expression::Contains { reference, value }),
        reference().prop_map(Expression::IsSet),
    ];
    leaf.prop_recursive(4, 12, 2, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            inner.prop_map(|it| Expression::Not(Box::new(it))),
            pair.clone().prop_map(|(l, r)| Expression::And(Box::new(l), Box::new(r))),
            pair.prop_map(|(l, r)| Expression::Or(Box::new(l), Box::new(r))),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_as_itself(expression in expression()) {
        let text = expression.to_string();
        prop_assume!(text.chars().count() <= 1024);
        prop_assert_eq!(Expression::parse(&text), Ok(expression), "{}", text);
    }

    #[test]
    fn any_text_is_read_or_refused(
        text in "\\PC{0,80}|([(){}\\[\\]$\"=<>!&|a ]|fn\\.|AND|OR|NOT){0,60}"
    ) {
        match Expression::parse(&text) {
            Ok(expression) => {
                expression.holds(&Known);
                let again = Expression::parse(&expression.to_string());
                prop_assert_eq!(again, Ok(expression));
            }
            Err(error) => prop_assert!(error.at <= text.chars().count() + 1),
        }
    }
}

#[test]
fn the_deepest_nesting_is_read() {
    let deepest = format!("{}[a]=1{}", "(".repeat(500), ")".repeat(500));
    assert!(parse(&deepest).to_string().contains("[a] = 1"));
    assert!(Expression::parse(&"(".repeat(1_000_000)).is_err());
    assert!(Expression::parse(&"!".repeat(1024)).is_err());
}
