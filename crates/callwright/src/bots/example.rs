//! Words that a caller could say for a slot, so that sample utterances can be tried.

use regex::Regex;

use super::outline::{Locale, SlotType};

/// A value of each built-in slot type, written so that it means the same in every language.
///
/// Source: Amazon Lex V2 Developer Guide, "Built-in slot types".
const BUILT_IN: [(&str, &str); 16] = [
    ("AMAZON.Airport", "JFK"),
    ("AMAZON.AlphaNumeric", "A12"),
    ("AMAZON.City", "Boston"),
    ("AMAZON.Confirmation", "yes"),
    ("AMAZON.Country", "Canada"),
    ("AMAZON.Date", "2026-03-02"),
    ("AMAZON.Duration", "12 minutes"),
    ("AMAZON.EmailAddress", "ann@example.com"),
    ("AMAZON.FirstName", "Maria"),
    ("AMAZON.FreeFormInput", "something else"),
    ("AMAZON.LastName", "Garcia"),
    ("AMAZON.Number", "12"),
    ("AMAZON.Percentage", "12%"),
    ("AMAZON.PhoneNumber", "2025550143"),
    ("AMAZON.State", "Texas"),
    ("AMAZON.Time", "10:30"),
];

/// Most letters and most digits of a value that is made up to fit an expression.
const MOST_LETTERS: usize = 4;
const MOST_DIGITS: usize = 16;

/// A sample utterance with a value in place of each slot; `None` when there is no value that is
/// sure to be one.
pub(super) fn spoken(sample: &str, slot_type: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut spoken = String::new();
    let mut rest = sample;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}')?;
        spoken.push_str(before);
        spoken.push_str(&slot_type(slot.trim())?);
        rest = after;
    }
    spoken.push_str(rest);
    Some(spoken)
}

/// A value of a slot type of a locale, or of a built-in one.
pub(super) fn value(locale: &Locale, name: &str) -> Option<String> {
    let built_in = |name: &str| {
        BUILT_IN.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned())
    };
    match locale.slot_types.iter().find(|it| it.name == name) {
        None => built_in(name),
        Some(SlotType { pattern: Some(pattern), .. }) => fitting(pattern),
        Some(SlotType { value: Some(value), .. }) => Some(value.clone()),
        Some(SlotType { parent: Some(parent), .. }) => built_in(parent),
        Some(_) => None,
    }
}

/// Some letters and digits that fit an expression, the shortest that do.
fn fitting(pattern: &str) -> Option<String> {
    let whole = Regex::new(&format!("^(?:{pattern})$")).ok()?;
    let letters = (0..=MOST_LETTERS).map(|n| "ABCD".chars().take(n).collect::<String>());
    let made_up = letters.flat_map(|letters| {
        (0..=MOST_DIGITS).map(move |n| {
            let digits: String = "1234567890".chars().cycle().take(n).collect();
            format!("{letters}{digits}")
        })
    });
    made_up.skip(1).find(|it| whole.is_match(it) || whole.is_match(&it.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_fitted_if_they_are_simple() {
        assert_eq!(fitting("[0-9]{5}").as_deref(), Some("12345"));
        assert_eq!(fitting("[A-Z]{2}[0-9]{3,4}").as_deref(), Some("AB123"));
        assert_eq!(fitting("[a-z]+").as_deref(), Some("A"));
        assert_eq!(fitting("[0-9]{2}-[0-9]{2}"), None);
        assert_eq!(fitting("["), None);
    }

    #[test]
    fn slots_are_replaced_by_values() {
        let types = |name: &str| (name == "N").then(|| "12".to_owned());
        assert_eq!(spoken("order { N } now", types).as_deref(), Some("order 12 now"));
        assert_eq!(spoken("order {N} {M}", types), None);
        assert_eq!(spoken("no slot", types).as_deref(), Some("no slot"));
        assert_eq!(spoken("{N", types), None);
    }

    #[test]
    fn the_table_is_in_order() {
        assert!(BUILT_IN.is_sorted());
    }
}
