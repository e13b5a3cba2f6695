//! What EventBridge delivers: a recording was stored, a transcription job ended.

use serde::{Deserialize, Serialize};

/// An EventBridge event around the detail of one service.
///
/// Source: Amazon EventBridge User Guide, "Events in Amazon EventBridge".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope<Detail> {
    /// Always `0`.
    #[serde(default)]
    pub version: String,
    /// Id of this event; the same on every redelivery.
    pub id: String,
    /// What kind of event it is, such as `Object Created`.
    #[serde(rename = "detail-type")]
    pub detail_type: String,
    /// Service that sent it, such as `aws.s3`.
    pub source: String,
    /// Account it happened in.
    #[serde(default)]
    pub account: String,
    /// When it happened, RFC 3339.
    pub time: String,
    /// Region it happened in.
    #[serde(default)]
    pub region: String,
    /// ARNs it is about.
    #[serde(default)]
    pub resources: Vec<String>,
    /// What happened.
    pub detail: Detail,
}

/// `Object Created` of `aws.s3`.
///
/// Source: Amazon S3 User Guide, "EventBridge event message structure".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectCreated {
    /// The bucket.
    pub bucket: Bucket,
    /// The object.
    pub object: Object,
    /// `PutObject`, `CompleteMultipartUpload`, `CopyObject` or `POST Object`.
    #[serde(default)]
    pub reason: String,
}

impl ObjectCreated {
    /// The `detail-type` of these events.
    pub const DETAIL_TYPE: &str = "Object Created";
    /// The `source` of these events.
    pub const SOURCE: &str = "aws.s3";
}

/// The bucket of an [`ObjectCreated`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bucket {
    /// Name of the bucket.
    pub name: String,
}

/// The object of an [`ObjectCreated`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    /// Key of the object, not URL-encoded.
    pub key: String,
    /// Size in bytes.
    #[serde(default)]
    pub size: u64,
}

/// `Transcribe Job State Change` of `aws.transcribe`.
///
/// Source: Amazon Transcribe Developer Guide, "Using Amazon EventBridge with Amazon Transcribe".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct JobStateChange {
    /// Name of the job.
    pub transcription_job_name: String,
    /// `COMPLETED` or `FAILED`.
    pub transcription_job_status: String,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure_reason: Option<String>,
}

impl JobStateChange {
    /// The `detail-type` of these events.
    pub const DETAIL_TYPE: &str = "Transcribe Job State Change";
    /// The `source` of these events.
    pub const SOURCE: &str = "aws.transcribe";
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_an_object_created_with_more_fields_than_it_knows() {
        let event: Envelope<ObjectCreated> = serde_json::from_value(json!({
            "version": "0", "id": "1", "detail-type": "Object Created", "source": "aws.s3",
            "account": "000000000000", "time": "2026-03-02T09:00:00Z", "region": "us-east-1",
            "resources": ["arn:aws:s3:::recordings"],
            "detail": {
                "version": "0", "bucket": { "name": "recordings" },
                "object": { "key": "a b/c", "size": 5, "etag": "x", "sequencer": "1" },
                "request-id": "r", "requester": "000000000000", "reason": "PutObject"
            }
        }))
        .unwrap();
        assert_eq!(event.detail.object.key, "a b/c");
        assert_eq!(event.detail.reason, "PutObject");
    }

    #[test]
    fn reads_a_failed_job() {
        let detail: JobStateChange = serde_json::from_value(json!({
            "TranscriptionJobName": "j", "TranscriptionJobStatus": "FAILED",
            "FailureReason": "unsupported media"
        }))
        .unwrap();
        assert_eq!(detail.failure_reason.as_deref(), Some("unsupported media"));
    }
}
