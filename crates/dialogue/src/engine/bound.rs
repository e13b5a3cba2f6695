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
            if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
                text.truncate(end);
            }
        }
        Value::All(values) | Value::Any(values) => {
            values.truncate(MAX_VALUES);
            values.iter_mut().for_each(bound);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_as_long_as_what_is_said() {
        let text = || Value::Text("é".repeat(12_000));
        let message = bounded(
            Message::new("tell-passage")
                .with("one", text())
                .with("all", Value::All(vec![text(); 9])),
        );
        let length = |value: &Value| match value {
            Value::Text(text) => text.chars().count(),
            _ => 0,
        };
        assert_eq!(message.values.get("one").map(length), Some(MAX_TEXT));
        let Some(Value::All(all)) = message.values.get("all") else { panic!("no list") };
        assert_eq!(all.len(), MAX_VALUES);
        assert!(all.iter().all(|it| length(it) == MAX_TEXT));
    }
}
