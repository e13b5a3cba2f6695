//! Definitions are loaded, or refused with the place and what was expected.

mod any_definition;
mod export;
mod limits;
mod ranges;
mod references;
mod unread;
mod wrong;

use expect_test::Expect;
use lex_bot::{Bot, LoadBotError};
use serde_json::Value;

use crate::{northwind, properties};

/// Changes one thing in a good definition and shows what is said about it.
fn check(pointer: &str, value: &Value, expected: &Expect) {
    check_in(&properties(), pointer, value, expected);
}

/// The definition that uses everything.
fn clinic() -> Value {
    serde_json::from_str(include_str!("../clinic.json")).unwrap()
}

/// As [`check`], in that definition.
fn check_clinic(pointer: &str, value: &Value, expected: &Expect) {
    check_in(&clinic(), pointer, value, expected);
}

fn check_in(good: &Value, pointer: &str, value: &Value, expected: &Expect) {
    let mut changed = good.clone();
    change(&mut changed, pointer, value);
    let before = Bot::from_cloudformation(good).unwrap();
    expected.assert_eq(&said(Bot::from_cloudformation(&changed), &before));
}

/// Puts a value at a place; `null` removes what is there, `-` is the end of a list.
fn change(document: &mut Value, pointer: &str, value: &Value) {
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
        Value::Object(fields) if value.is_null() => drop(fields.remove(field)),
        Value::Object(fields) => drop(fields.insert(field.to_owned(), value.clone())),
        Value::Array(items) if value.is_null() => drop(items.remove(field.parse().unwrap())),
        Value::Array(items) if field == "-" => items.push(value.clone()),
        Value::Array(items) => items[field.parse::<usize>().unwrap()] = value.clone(),
        other => panic!("{other}"),
    }
}

/// The error, or the warnings that were not there before.
fn said(bot: Result<Bot, LoadBotError>, before: &Bot) -> String {
    match bot {
        Ok(bot) => {
            let new = bot.warnings().iter().filter(|it| !before.warnings().contains(it));
            new.map(|it| format!("warning: {it}")).collect::<Vec<_>>().join("\n")
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_bot_tells_its_name_and_locales() {
    let bot = northwind();
    assert_eq!(bot.name(), "northwind-assistant");
    assert_eq!(bot.locales().collect::<Vec<_>>(), ["en_US"]);
}
