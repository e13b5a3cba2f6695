//! Values of one's own: listed, several and composite ones.

use expect_test::expect;
use jiff::civil::date;

use super::Utterance;
use super::slot_type::{Found, ListedValue, Parts, SlotType, Strategy, built_in};
use language::{Language, Setting};

fn setting() -> Setting {
    Setting::new("en_US", date(2026, 3, 4).at(14, 20, 0, 0))
}

fn listed(strategy: Strategy) -> SlotType {
    let value = |value: &str, synonyms: &[&str]| {
        let synonyms: Vec<String> = synonyms.iter().map(|&it| it.to_owned()).collect();
        ListedValue::new(value, &synonyms, Language::English)
    };
    SlotType::Listed {
        values: vec![
            value("standard", &["regular", "the slow one", "cheap"]),
            value("express", &["fast", "1"]),
            value("drone", &["cheap"]),
        ],
        strategy,
    }
}

fn answer(slot_type: &SlotType, said: &str) -> String {
    slot_type.answer(&Utterance::new(said, &setting())).map_or("-".to_owned(), |it| show(&it))
}

fn show(found: &Found) -> String {
    let one = |it: &aws_events::lex::SlotValue| {
        let resolved = it.resolved_values.join("|");
        format!("{:?} {} [{resolved}]", it.original_value, it.interpreted_value)
    };
    let parts = match &found.parts {
        Parts::One => Vec::new(),
        Parts::List(values) => values.iter().map(|it| format!("\n  {}", one(it))).collect(),
        Parts::Composite(values) => {
            values.iter().map(|(name, it)| format!("\n  {name}: {}", one(it))).collect::<Vec<_>>()
        }
    };
    format!("{}{}", one(&found.value), parts.concat())
}

#[test]
fn listed_values_resolve_by_strategy() {
    for (said, top, original) in [
        ("Express", r#""Express" express [express]"#, r#""Express" Express [express]"#),
        (
            "the regular, please",
            r#""regular" standard [standard]"#,
            r#""regular" regular [standard]"#,
        ),
        (
            "the slow one",
            r#""the slow one" standard [standard]"#,
            r#""the slow one" the slow one [standard]"#,
        ),
        ("expres", r#""expres" express [express]"#, r#""expres" expres [express]"#),
        // Two values have the synonym.
        ("cheap", r#""cheap" standard [standard|drone]"#, r#""cheap" cheap [standard|drone]"#),
        ("by helicopter", "-", r#""helicopter" helicopter []"#),
        // Keys are a value only where a synonym is.
        ("1", r#""1" express [express]"#, r#""1" 1 [express]"#),
        ("2", "-", r#""2" 2 []"#),
        ("", "-", "-"),
    ] {
        assert_eq!(answer(&listed(Strategy::TopResolution), said), top, "{said:?}");
        assert_eq!(answer(&listed(Strategy::OriginalValue), said), original, "{said:?}");
    }
}

#[test]
fn several_values_are_a_list() {
    let all = |slot_type: &SlotType, said: &str| {
        let found = slot_type.answer_all(&Utterance::new(said, &setting()));
        found.map_or("-".to_owned(), |it| {
            assert!(matches!(it.slot(), aws_events::lex::Slot::List { .. }));
            show(&it)
        })
    };
    let top = listed(Strategy::TopResolution);
    expect![[r#"
        "fast, regular and the slow one" fast, regular and the slow one [fast, regular and the slow one]
          "fast" express [express]
          "regular" standard [standard]
          "the slow one" standard [standard]"#]]
    .assert_eq(&all(&top, "I'd like fast, regular and the slow one"));
    expect![[r#"
        "express" express [express]
          "express" express [express]"#]]
    .assert_eq(&all(&top, "express and helicopter"));
    expect![[r#"
        "express, helicopter and hot air balloon" express, helicopter and hot air balloon [express, helicopter and hot air balloon]
          "express" express [express]
          "helicopter" helicopter []
          "hot air balloon" hot air balloon []"#]]
    .assert_eq(&all(&listed(Strategy::OriginalValue), "express, helicopter and hot air balloon please"));
    assert_eq!(all(&top, "helicopter"), "-");
    assert_eq!(all(&top, ""), "-");
}

#[test]
fn a_composite_value_has_parts() {
    let of = |slots: &[(&str, &str)]| {
        let slots = slots.iter().map(|(name, it)| ((*name).to_owned(), built_in(it).unwrap()));
        SlotType::Composite(slots.collect())
    };
    let place = of(&[("City", "AMAZON.City"), ("State", "AMAZON.State"), ("Zip", "AMAZON.Number")]);
    expect![[r#"
        "Seattle, Washington" Seattle, Washington [Seattle, Washington]
          City: "Seattle" Seattle [Seattle]
          State: "Washington" Washington [Washington]"#]]
    .assert_eq(&answer(&place, "it's Seattle, Washington please"));
    expect![[r#"
        "98101" 98101 [98101]
          Zip: "98101" 98101 [98101]"#]]
    .assert_eq(&answer(&place, "98101"));
    let visit = of(&[("Time", "AMAZON.Time"), ("Day", "AMAZON.Date")]);
    expect![[r#"
        "half past ten in the morning on next tuesday" half past ten in the morning on next tuesday [half past ten in the morning on next tuesday]
          Time: "half past ten in the morning" 10:30 [10:30]
          Day: "on next tuesday" 2026-03-10 [2026-03-10]"#]]
    .assert_eq(&answer(&visit, "half past ten in the morning on next tuesday"));
    assert_eq!(answer(&visit, "whenever you like"), "-");
    assert_eq!(answer(&visit, ""), "-");
    assert!(visit.find(&Utterance::new("book me a table", &setting())).is_empty());
}
