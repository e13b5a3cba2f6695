//! Answers in words that are less usual.

use super::{SlotType, check};

#[test]
fn answers_in_other_words() {
    check(
        &SlotType::Confirmation,
        "en_US",
        &[
            ("go ahead", "Yes"),
            ("sure thing", "Yes"),
            ("yeah sure why not", "Yes"),
            ("I think so", "Yes"),
            ("that's not what I said", "No"),
        ],
    );
    check(&SlotType::Confirmation, "es_ES", &[("creo que s\u{ed}", "Yes"), ("creo que no", "No")]);
    check(
        &SlotType::EmailAddress,
        "en_US",
        &[
            ("uh bob at um example dot com", "bob@example.com"),
            ("it's all lowercase maria at example dot com", "maria@example.com"),
            ("bob at the rate example dot com", "bob@example.com"),
            ("bob at symbol example dot com", "bob@example.com"),
        ],
    );
    check(
        &SlotType::Number,
        "en_US",
        &[
            ("nine hundred ninety nine trillion", "999000000000000"),
            ("two thirds", "-"),
            ("half a million", "500000"),
            ("a dozen", "12"),
            ("two dozen", "-"),
        ],
    );
    check(
        &SlotType::Number,
        "es_ES",
        &[("una", "1"), ("un", "1"), ("una docena", "12"), ("dos tercios", "-")],
    );
    check(
        &SlotType::PhoneNumber,
        "en_US",
        &[("five five five dash one two one two", "5551212"), ("dash five five five", "-")],
    );
    check(&SlotType::Date, "en_US", &[("sat", "2026-03-07"), ("wed", "2026-03-04")]);
}
