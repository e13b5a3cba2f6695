//! Any document gives a bot or an error.

use lex_bot::{Bot, LoadBotError};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::clinic;
use crate::exported;

/// Every place in a document, as pointers.
fn pointers(value: &Value, at: &str, into: &mut Vec<String>) {
    into.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(value, &format!("{at}/{name}"), into);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                pointers(value, &format!("{at}/{number}"), into);
            }
        }
        _ => {}
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
        prop_oneof!["Doctor", "Book", "AMAZON.Date", "ElicitSlot", "\\{Doctor\\} = 1", "en_US"]
            .prop_map(Value::from),
    ];
    let name = prop_oneof![
        "[A-Za-z]{0,6}",
        "Name|BotLocales|Intents|Slots|LocaleId|DialogAction|Message|Value|name|type",
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// An error says where, what and what instead, and repeats nothing long.
fn is_sound(result: &Result<Bot, LoadBotError>) -> Result<(), TestCaseError> {
    if let Err(error) = result {
        prop_assert!(!error.path.is_empty(), "{}", error);
        prop_assert!(!error.found.is_empty(), "{}", error);
        prop_assert!(!error.expected.is_empty(), "{}", error);
        prop_assert!(error.found.chars().count() < 100, "{}", error);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_document_gives_a_bot_or_an_error(properties in any_json()) {
        is_sound(&Bot::from_cloudformation(&properties))?;
        let text = properties.to_string();
        is_sound(&Bot::from_export([("Bot.json", text.as_str())]))?;
        is_sound(&Bot::from_export([
            ("Bot.json", r#"{ "name": "b" }"#),
            ("BotLocales/a/BotLocale.json", text.as_str()),
        ]))?;
    }

    #[test]
    fn any_files_give_a_bot_or_an_error(
        files in prop::collection::vec(
            (
                "(a/)?(Bot|BotLocales/l/BotLocale|BotLocales/l/Intents/i/Intent|manifest).json|\\PC{0,12}",
                prop::collection::vec(any::<u8>(), 0..20),
            ),
            0..6,
        ),
    ) {
        is_sound(&Bot::from_export(files))?;
    }

    #[test]
    fn a_changed_definition_gives_a_bot_or_an_error(
        places in prop::collection::vec(any::<Index>(), 1..3),
        value in prop_oneof![Just(None), any_json().prop_map(Some)],
    ) {
        let mut properties = clinic();
        // The languages are alike, and the second one takes time.
        properties["BotLocales"].as_array_mut().unwrap().truncate(1);
        for place in places {
            let mut all = Vec::new();
            pointers(&properties, "", &mut all);
            let pointer = place.get(&all).clone();
            match (&value, pointer.rsplit_once('/')) {
                (None, Some((parent, field))) => match properties.pointer_mut(parent) {
                    Some(Value::Object(fields)) => drop(fields.remove(field)),
                    Some(Value::Array(items)) => drop(items.remove(field.parse().unwrap())),
                    _ => {}
                },
                (None, None) => properties = json!(null),
                (Some(value), _) => *properties.pointer_mut(&pointer).unwrap() = value.clone(),
            }
        }
        let template = Bot::from_cloudformation(&properties);
        is_sound(&template)?;
        if properties.is_object() && properties["BotLocales"].is_array() {
            is_sound(&Bot::from_export(exported::files(&properties)))?;
        }
    }
}
