//! Values that are named only to be refused.

use super::{NOW, SlotType, check};
use crate::matching::Utterance;
use crate::matching::slot_type::{ListedValue, Parts, Strategy};
use language::{Language, Setting};

fn listed(strategy: Strategy) -> SlotType {
    let value = |it: &&str| ListedValue::new(it, &[], Language::English);
    let values = ["small", "large", "extra large", "ham", "olives", "onions", "cheese"];
    SlotType::Listed { values: values.iter().map(value).collect(), strategy }
}

fn all(slot_type: &SlotType, said: &str) -> String {
    let found = slot_type.answer_all(&Utterance::new(said, &Setting::new("en_US", NOW)));
    match found.map(|it| it.parts) {
        Some(Parts::List(values)) => {
            values.into_iter().map(|it| it.interpreted_value).collect::<Vec<_>>().join(",")
        }
        Some(_) | None => "-".to_owned(),
    }
}

#[test]
fn built_in_values() {
    check(
        &SlotType::Date,
        "en_US",
        &[
            ("not today", "-"),
            ("not today, tomorrow", "2026-03-05"),
            ("any day but monday", "-"),
            ("I can't do friday", "-"),
            ("I can't do friday or monday", "-"),
            ("friday doesn't work", "-"),
            ("friday not monday", "2026-03-06"),
            ("no, friday", "2026-03-06"),
            ("no friday", "2026-03-06"),
            ("why not friday", "2026-03-06"),
        ],
    );
    check(
        &SlotType::Date,
        "es_ES",
        &[
            ("no puedo el viernes", "-"),
            ("cualquier d\u{ed}a menos el lunes", "-"),
            ("no, el viernes", "2026-03-06"),
        ],
    );
    check(
        &SlotType::Number,
        "en_US",
        &[("not five", "-"), ("not five but six", "6"), ("no, five", "5"), ("no 5", "5")],
    );
}

#[test]
fn listed_values() {
    for strategy in [Strategy::TopResolution, Strategy::OriginalValue] {
        check(
            &listed(strategy),
            "en_US",
            &[
                ("not large, small", "small"),
                ("small or large", "-"),
                ("extra large", "extra large"),
                ("not large", "-"),
                ("large please", "large"),
                ("large, yes, large", "large"),
                ("no, large", "large"),
            ],
        );
        for (said, expected) in [
            ("ham but no olives", "ham"),
            ("ham without olives and cheese", "ham"),
            ("everything but onions", "-"),
            ("ham and olives", "ham,olives"),
        ] {
            assert_eq!(all(&listed(strategy), said), expected, "{said:?} {strategy:?}");
        }
    }
}
