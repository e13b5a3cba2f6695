//! Keeps what is remembered of messages small.

use wording::{Message, Value};

/// Longest text in a message that is remembered, in characters. Nothing longer is said.
const MAX_TEXT: usize = 200;
/// Longest list in a message that is remembered.
const MAX_VALUES: usize = 6;

/// A message whose texts are no longer than what is said of them.
pub(super) fn bounded(mut message: Message) -> Message {
    for value in message.values.values_mut() {
        bound(value);
    }
    message
}

fn bound(value: &mut Value) {
    match value {
        Value::Text(text) | Value::Word(text) | Value::Digits(text) | Value::Phone(text) => {
            cut(text);
        }
        Value::Name { text, spoken } => {
            cut(text);
            spoken.values_mut().for_each(cut);
        }
        Value::All(values) | Value::Any(values) => {
            values.truncate(MAX_VALUES);
            values.iter_mut().for_each(bound);
        }
        Value::Number(_)
        | Value::Money { .. }
        | Value::Day(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::Moment(_) => {}
    }
}

fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
        text.truncate(end);
    }
}

#[cfg(test)]
mod tests {
    use wording::Language;

    use super::*;

    #[test]
    fn what_is_remembered_is_as_long_as_what_is_said() {
        let text = || Value::Text("é".repeat(12_000));
        let long = "é".repeat(12_000);
        let name = Value::Name { text: long.clone(), spoken: [(Language::EsUs, long)].into() };
        let message = bounded(
            Message::new("tell-passage")
                .with("one", text())
                .with("name", name)
                .with("all", Value::All(vec![text(); 9])),
        );
        let length = |value: &Value| match value {
            Value::Text(text) => text.chars().count(),
            _ => 0,
        };
        let Some(Value::Name { text: name, spoken }) = message.values.get("name") else {
            panic!("no name")
        };
        let names = spoken.values().chain([name]);
        assert!(names.map(|it| it.chars().count()).all(|it| it == MAX_TEXT));
        assert_eq!(message.values.get("one").map(length), Some(MAX_TEXT));
        let Some(Value::All(all)) = message.values.get("all") else { panic!("no list") };
        assert_eq!(all.len(), MAX_VALUES);
        assert!(all.iter().all(|it| length(it) == MAX_TEXT));
    }
}
