//! What a DynamoDB stream delivers, and what is answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Changes of items, in the order in which they happened.
///
/// Source: AWS Lambda Developer Guide, "Process DynamoDB records with Lambda".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct StreamEvent {
    /// The changes, the oldest first.
    pub records: Vec<StreamRecord>,
}

/// One change of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StreamRecord {
    /// `INSERT`, `MODIFY` or `REMOVE`.
    pub event_name: String,
    /// What changed.
    pub dynamodb: Change,
}

/// What changed; the item itself is there only where the stream's view says so, and is not read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Change {
    /// The item's key.
    pub keys: BTreeMap<String, KeyAttribute>,
    /// Place of the change in the stream.
    pub sequence_number: String,
}

/// An attribute of a key that is text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyAttribute {
    /// The text; `None` for a number or bytes.
    #[serde(rename = "S", default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Change {
    /// An attribute of the key; `None` when it is not there or no text.
    pub fn key(&self, name: &str) -> Option<&str> {
        self.keys.get(name)?.text.as_deref()
    }
}

/// What became of a batch: the stream is read again from the first change that failed.
///
/// It counts only where the event source has `ReportBatchItemFailures`.
///
/// Source: AWS Lambda Developer Guide, "Configuring partial batch response with DynamoDB and Lambda".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchAnswer {
    /// The changes that failed; none when all is well.
    pub batch_item_failures: Vec<BatchItemFailure>,
}

/// A change that failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BatchItemFailure {
    /// Its [`Change::sequence_number`].
    pub item_identifier: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_change_is_read_by_its_key() {
        let event: StreamEvent = serde_json::from_value(json!({ "Records": [{
            "eventID": "1", "eventName": "INSERT", "eventVersion": "1.1",
            "eventSource": "aws:dynamodb", "awsRegion": "us-east-1",
            "dynamodb": {
                "ApproximateCreationDateTime": 1_772_470_000, "SizeBytes": 26,
                "Keys": { "pk": { "S": "CALL#c-1" }, "sk": { "N": "4" } },
                "SequenceNumber": "111", "StreamViewType": "KEYS_ONLY"
            },
            "eventSourceARN": "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/x"
        }] }))
        .unwrap();
        let change = &event.records[0].dynamodb;
        assert_eq!(change.key("pk"), Some("CALL#c-1"));
        assert_eq!((change.key("sk"), change.key("x")), (None, None));
        assert_eq!(change.sequence_number, "111");
    }

    #[test]
    fn failures_are_told_by_number() {
        let failure = BatchItemFailure { item_identifier: "111".to_owned() };
        assert_eq!(
            json!(BatchAnswer { batch_item_failures: vec![failure] }),
            json!({ "batchItemFailures": [{ "itemIdentifier": "111" }] })
        );
        assert_eq!(json!(BatchAnswer::default()), json!({ "batchItemFailures": [] }));
    }
}
