//! Writes YAML as a person would.

use std::fmt::Write as _;

use serde_json::Value;

/// Words that YAML 1.1 takes for something else than text; CloudFormation reads that version.
const NOT_TEXT: &[&str] = &["false", "n", "no", "null", "off", "on", "true", "y", "yes", "~"];

/// A value in block style, each line indented by so many spaces; without a line break at the end.
pub(super) fn block(value: &Value, indent: usize) -> String {
    let mut text = String::new();
    write(&mut text, value, indent, false);
    text.trim_end_matches('\n').to_owned()
}

/// Writes a value on lines of its own. `continues` says that the first line is begun already, behind
/// the `- ` of an item.
fn write(text: &mut String, value: &Value, indent: usize, continues: bool) {
    let mut is_first = continues;
    let mut margin = |text: &mut String| {
        if !std::mem::take(&mut is_first) {
            text.extend(std::iter::repeat_n(' ', indent));
        }
    };
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                margin(text);
                let _ = write!(text, "{}:", scalar(&Value::from(key.as_str())));
                if is_block(value) {
                    text.push('\n');
                    write(text, value, indent.saturating_add(2), false);
                } else {
                    let _ = writeln!(text, " {}", scalar(value));
                }
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                margin(text);
                text.push_str("- ");
                if is_block(item) {
                    write(text, item, indent.saturating_add(2), true);
                } else {
                    let _ = writeln!(text, "{}", scalar(item));
                }
            }
        }
        other => {
            margin(text);
            let _ = writeln!(text, "{}", scalar(other));
        }
    }
}

fn is_block(value: &Value) -> bool {
    match value {
        Value::Object(map) => !map.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    }
}

/// A value on one line; a text is quoted where YAML might read something else.
fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) if is_plain(text) => text.clone(),
        // What JSON writes in quotes, YAML reads.
        other => other.to_string(),
    }
}

fn is_plain(text: &str) -> bool {
    let starts = |it: char| it.is_alphabetic() || matches!(it, '\u{a1}' | '\u{bf}');
    text.starts_with(starts)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(char::is_control)
        && !NOT_TEXT.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn maps_lists_and_texts_are_written_as_a_person_would() {
        let value = json!({
            "Name": "Shop",
            "Empty": {},
            "None": [],
            "Items": [{ "A": "no", "B": ["x: y", "it's", "55421", "{Slot} please"] }, "last"],
            "Threshold": 0.4,
            "Ask": "\u{bf}Es correcto?",
        });
        expect![[r#"
            Name: Shop
            Empty: {}
            None: []
            Items:
              - A: "no"
                B:
                  - "x: y"
                  - it's
                  - "55421"
                  - "{Slot} please"
              - last
            Threshold: 0.4
            Ask: ¿Es correcto?"#]]
        .assert_eq(&block(&value, 0));
        assert_eq!(block(&json!({ "A": { "B": 1 } }), 4), "    A:\n      B: 1");
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let text = prop_oneof!["\\PC{0,12}", "[a-z: #'\"-]{0,9}", "y|no|Null|~|1e3|0x1f|- a|\\? b"];
        let leaf = prop_oneof![
            text.prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[A-Za-z]{1,6}", inner, 0..4)
                    .prop_map(Value::from_iter),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(value in any_value()) {
            let text = block(&value, 0);
            let options = serde_saphyr::options! { strict_booleans: true };
            let read: Value = serde_saphyr::from_str_with_options(&text, options).unwrap();
            prop_assert_eq!(read, value, "{}", text);
        }
    }
}
