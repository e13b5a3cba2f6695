//! Records as plain JSON, and as DynamoDB's attribute values.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use dynoxide::types::AttributeValue;
use serde_json::{Map, Value};

use super::error::AwsError;

/// Reads the records to begin with: every `*.json` of a folder, each a list of plain JSON objects
/// with the table's key attributes, in the order of the file names. No folder means no records.
///
/// # Errors
///
/// [`AwsError::ReadRecords`] or [`AwsError::RecordsShape`], with the file.
pub fn load_records(folder: &Path) -> Result<Vec<Value>, AwsError> {
    let failed = |file: &Path| {
        let file = file.to_owned();
        move |source| AwsError::ReadRecords { file, source }
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(folder)(error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let file = entry.map_err(failed(folder))?.path();
        if file.extension().is_some_and(|it| it == "json") {
            files.push(file);
        }
    }
    files.sort();
    let mut records = Vec::new();
    for file in files {
        let text = std::fs::read(&file).map_err(failed(&file))?;
        let list: Vec<Map<String, Value>> = serde_json::from_slice(&text)
            .map_err(|source| AwsError::RecordsShape { file, source })?;
        records.extend(list.into_iter().map(Value::Object));
    }
    Ok(records)
}

/// A plain value as an attribute: text, numbers, truth, null, lists and maps keep their kind.
pub(super) fn to_attribute(value: &Value) -> AttributeValue {
    match value {
        Value::Null => AttributeValue::NULL(true),
        Value::Bool(truth) => AttributeValue::BOOL(*truth),
        Value::Number(number) => AttributeValue::N(number.to_string()),
        Value::String(text) => AttributeValue::S(text.clone()),
        Value::Array(items) => AttributeValue::L(items.iter().map(to_attribute).collect()),
        Value::Object(entries) => AttributeValue::M(to_item(entries)),
    }
}

/// A plain record as an item.
pub(super) fn to_item(entries: &Map<String, Value>) -> HashMap<String, AttributeValue> {
    entries.iter().map(|(name, value)| (name.clone(), to_attribute(value))).collect()
}

/// An attribute as a plain value: sets become sorted lists, bytes become Base64.
pub(super) fn to_plain(attribute: &AttributeValue) -> Value {
    let sorted = |items: &[String], plain: fn(&String) -> Value| {
        let mut items = items.to_vec();
        items.sort();
        items.iter().map(plain).collect()
    };
    match attribute {
        AttributeValue::S(text) => Value::String(text.clone()),
        AttributeValue::N(number) => to_number(number),
        AttributeValue::B(bytes) => Value::String(BASE64_STANDARD.encode(bytes)),
        AttributeValue::BOOL(truth) => Value::Bool(*truth),
        AttributeValue::NULL(_) => Value::Null,
        AttributeValue::SS(items) => sorted(items, |it| Value::String(it.clone())),
        AttributeValue::NS(items) => sorted(items, |it| to_number(it)),
        AttributeValue::BS(items) => {
            items.iter().map(|it| Value::String(BASE64_STANDARD.encode(it))).collect()
        }
        AttributeValue::L(items) => items.iter().map(to_plain).collect(),
        AttributeValue::M(entries) => in_order(entries),
    }
}

/// An item as a plain record.
pub(super) fn to_record(item: &HashMap<String, AttributeValue>) -> Value {
    in_order(item)
}

/// The entries as JSON, by name: DynamoDB keeps none, and what is shown must not differ from run to
/// run.
fn in_order(entries: &HashMap<String, AttributeValue>) -> Value {
    let entries: BTreeMap<_, _> = entries.iter().collect();
    entries.into_iter().map(|(name, attribute)| (name.clone(), to_plain(attribute))).collect()
}

/// A number, or its text when JSON numbers cannot hold it.
fn to_number(text: &str) -> Value {
    serde_json::from_str::<serde_json::Number>(text)
        .map_or_else(|_| Value::String(text.to_owned()), Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn files_that_are_no_lists_of_records_are_named() {
        let folder = tempfile::tempdir().unwrap();
        assert!(load_records(&folder.path().join("none")).unwrap().is_empty());
        std::fs::write(folder.path().join("b.json"), "[{\"pk\": 2}]").unwrap();
        std::fs::write(folder.path().join("a.json"), "[{\"pk\": 1}]").unwrap();
        std::fs::write(folder.path().join("note.txt"), "x").unwrap();
        assert_eq!(load_records(folder.path()).unwrap(), [json!({ "pk": 1 }), json!({ "pk": 2 })]);
        for wrong in ["{}", "[1]", "["] {
            std::fs::write(folder.path().join("c.json"), wrong).unwrap();
            let message = load_records(folder.path()).unwrap_err().to_string();
            assert!(message.ends_with("c.json` is not a JSON list of records"), "{message}");
        }
    }

    #[test]
    fn plain_values_survive_the_way_there_and_back() {
        let value = json!({
            "text": "a", "whole": 7, "broken": -1.5, "truth": true, "nothing": null,
            "list": [1, "b", { "c": [] }], "map": {}
        });
        assert_eq!(to_plain(&to_attribute(&value)), value);
    }

    #[test]
    fn sets_and_bytes_become_lists_and_text() {
        let set = AttributeValue::SS(vec!["b".to_owned(), "a".to_owned()]);
        assert_eq!(to_plain(&set), json!(["a", "b"]));
        assert_eq!(to_plain(&AttributeValue::NS(vec!["1".to_owned()])), json!([1]));
        assert_eq!(to_plain(&AttributeValue::BS(vec![vec![1]])), json!(["AQ=="]));
    }
}
