//! What callers say, and the value that it comes to.

mod english;
mod english_clock;
mod hard_answers;
mod hard_codes;
mod hard_dates;
mod properties;
mod refused;
mod spanish;

use jiff::civil::{DateTime, date};

use crate::matching::Utterance;
use crate::matching::filter::Filter;
use crate::matching::slot_type::{BUILT_IN, SlotType, built_in};
use language::Setting;
use language::values::Named;

/// A Wednesday.
const NOW: DateTime = date(2026, 3, 4).at(14, 20, 0, 0);

/// The value of an answer: several with a bar between when it is left open which, a dash for none.
fn value(slot_type: &SlotType, locale: &str, said: &str) -> String {
    let found = slot_type.answer(&Utterance::new(said, &Setting::new(locale, NOW)));
    found.map_or("-".to_owned(), |it| it.value.resolved_values.join("|"))
}

/// Checks a list of what is said and the value it comes to.
fn check(slot_type: &SlotType, locale: &str, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(said, expected)| (said, expected, value(slot_type, locale, said)))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(said, expected, found)| format!("{said:?}: {found}, expected {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{slot_type:?} in {locale}\n{}", wrong.join("\n"));
}

fn filtered(pattern: &str) -> SlotType {
    SlotType::AlphaNumeric { filter: Some(Filter::parse(pattern).unwrap()) }
}

#[test]
fn built_in_types_are_known_by_name() {
    assert!(matches!(built_in("AMAZON.Date"), Some(SlotType::Date)));
    assert!(matches!(built_in("AMAZON.City"), Some(SlotType::Named(Named::City))));
    assert!(built_in("AMAZON.Planet").is_none());
    assert!(built_in("Date").is_none());
    assert!(BUILT_IN.iter().map(|it| it.0).is_sorted());
}

#[test]
fn the_interpreted_value_is_open_when_the_caller_leaves_it_open() {
    let setting = Setting::new("en_US", NOW);
    let time = |said: &str| {
        let found = SlotType::Time.answer(&Utterance::new(said, &setting)).unwrap();
        (found.value.original_value, found.value.interpreted_value, found.value.resolved_values)
    };
    let words = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        time("at half past ten please"),
        ("at half past ten".to_owned(), String::new(), words(&["10:30", "22:30"]))
    );
    assert_eq!(time("10 AM"), ("10 AM".to_owned(), "10:00".to_owned(), words(&["10:00"])));
}

#[test]
fn a_date_and_a_time_have_their_own_words() {
    for (locale, said, day, time) in [
        ("en_US", "next tuesday at half past ten", "next tuesday", "at half past ten"),
        ("en_US", "tomorrow evening at eight", "tomorrow", "evening at eight"),
        ("en_US", "march 23rd at 10:30 pm", "march 23rd", "at 10:30 pm"),
        ("en_US", "at noon on friday", "on friday", "at noon"),
        ("en_US", "tonight at eight", "tonight", "tonight at eight"),
        (
            "es_ES",
            "el pr\u{f3}ximo martes a las diez y media",
            "el pr\u{f3}ximo martes",
            "a las diez y media",
        ),
        ("es_ES", "ma\u{f1}ana a las cinco de la tarde", "ma\u{f1}ana", "a las cinco de la tarde"),
    ] {
        let setting = Setting::new(locale, NOW);
        let utterance = Utterance::new(said, &setting);
        let original =
            |slot_type: SlotType| slot_type.answer(&utterance).map(|it| it.value.original_value);
        assert_eq!(original(SlotType::Date).as_deref(), Some(day), "{said:?}");
        assert_eq!(original(SlotType::Time).as_deref(), Some(time), "{said:?}");
    }
}

#[test]
fn another_language_has_what_is_written() {
    for (slot_type, said, expected) in [
        (SlotType::Number, "35", "35"),
        (SlotType::Number, "3,5", "3.5"),
        (SlotType::Number, "f\u{fc}nf", "-"),
        (SlotType::Number, "five", "-"),
        (SlotType::Date, "23.3.2026", "2026-03-23"),
        (SlotType::Date, "2026-03-23", "2026-03-23"),
        (SlotType::Time, "22:30", "22:30"),
        (SlotType::PhoneNumber, "+49 30 901820", "+4930901820"),
        (SlotType::EmailAddress, "info@example.com", "info@example.com"),
        (SlotType::Named(Named::City), "M\u{fc}nchen", "M\u{fc}nchen"),
        (SlotType::Confirmation, "ok", "Yes"),
        (SlotType::Confirmation, "ja", "-"),
    ] {
        assert_eq!(value(&slot_type, "de_DE", said), expected, "{slot_type:?} {said:?}");
    }
}

#[test]
fn keys_are_digits() {
    for (slot_type, keys, expected) in [
        (SlotType::Number, "0042", "42"),
        (SlotType::AlphaNumeric { filter: None }, "0042", "0042"),
        (filtered("[0-9]{5}"), "55421", "55421"),
        (SlotType::PhoneNumber, "2025550134", "2025550134"),
        (SlotType::PhoneNumber, "911", "-"),
        (SlotType::Date, "03232026", "2026-03-23"),
        (SlotType::Date, "20260323", "2026-03-23"),
        (SlotType::Date, "032326", "2026-03-23"),
        (SlotType::Date, "0323", "2026-03-23"),
        (SlotType::Date, "0301", "2027-03-01"),
        (SlotType::Date, "2303", "2026-03-23"),
        (SlotType::Date, "01011990", "1990-01-01"),
        (SlotType::Date, "010190", "1990-01-01"),
        (SlotType::Date, "9999", "-"),
        (SlotType::Date, "1", "-"),
        (SlotType::Time, "2230", "22:30"),
        (SlotType::Time, "0930", "09:30"),
        (SlotType::Time, "1030", "10:30|22:30"),
        (SlotType::Time, "2575", "-"),
        (SlotType::Confirmation, "1", "-"),
        (SlotType::Confirmation, "2", "-"),
        (SlotType::Named(Named::Person), "55421", "-"),
        (SlotType::Named(Named::City), "55421", "-"),
        (SlotType::EmailAddress, "55421", "-"),
        (SlotType::Percentage, "15", "15"),
        (SlotType::Currency, "15", "USD 15.00"),
    ] {
        assert_eq!(value(&slot_type, "en_US", keys), expected, "{slot_type:?} {keys:?}");
    }
    check(&SlotType::Date, "en_GB", &[("23032026", "2026-03-23"), ("0403", "2026-03-04")]);
}
