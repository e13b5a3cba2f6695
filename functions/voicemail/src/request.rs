//! The events, told apart by their shape.

use aws_events::E164;
use aws_events::connect::FlowEvent;
use aws_events::eventbridge::{Envelope, JobStateChange, ObjectCreated};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::{ContactId, Mailbox};
use wording::Language;

use crate::{RequestError, keys};

/// The contact attribute in which the flows keep what the call is about.
const SUMMARY: &str = "summary";

/// One event, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Request {
    /// A flow begins a message.
    Begin {
        contact_id: ContactId,
        mailbox: Mailbox,
        /// `None` for a number that is withheld, internal or otherwise no E.164.
        caller: Option<E164>,
        /// `None` for a test of the flow that comes from no telephone.
        dialled: Option<E164>,
        /// `None` when the flow could not set one that is known.
        language: Option<Language>,
        /// What the caller told the assistant before, redacted; `None` when nothing is known of it.
        summary: Option<String>,
    },
    /// A recording is in the bucket.
    Recorded {
        contact_id: ContactId,
        bucket: String,
        key: String,
        /// When it was stored; `None` when the event does not say.
        at: Option<Timestamp>,
    },
    /// The transcription of a message ended.
    Transcribed { contact_id: ContactId, result: JobResult },
    /// Something that happened in the same account and is none of this function's business.
    Foreign(&'static str),
}

/// How a transcription job ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum JobResult {
    /// The transcript is there.
    Completed,
    /// There is none, for this reason.
    Failed(Option<String>),
}

impl TryFrom<Value> for Request {
    type Error = RequestError;

    fn try_from(event: Value) -> Result<Self, Self::Error> {
        let text = |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default();
        match (text("source"), text("detail-type")) {
            (ObjectCreated::SOURCE, ObjectCreated::DETAIL_TYPE) => {
                Ok(recorded(read("an `Object Created` of S3", event)?))
            }
            (JobStateChange::SOURCE, JobStateChange::DETAIL_TYPE) => {
                Ok(transcribed(read("a `Transcribe Job State Change`", event)?))
            }
            _ if event.get("Details").is_some() => begin(read("a flow event", event)?),
            _ => Err(RequestError::Unknown),
        }
    }
}

/// Reads a shape. What serde says is left out, because it repeats what the event holds.
fn read<T: DeserializeOwned>(shape: &'static str, event: Value) -> Result<T, RequestError> {
    serde_json::from_value(event).or(Err(RequestError::Malformed { shape }))
}

fn begin(event: FlowEvent) -> Result<Request, RequestError> {
    let mailbox = match event.parameter("mailbox") {
        Some(name) => name.parse().or(Err(RequestError::MailboxInvalid))?,
        None => Mailbox::default(),
    };
    let contact = event.details.contact_data;
    let summary = contact.attributes.get(SUMMARY).map(|it| redaction::redact(it.trim()));
    let contact_id = contact.contact_id.and_then(|it| it.parse().ok());
    Ok(Request::Begin {
        contact_id: contact_id.ok_or(RequestError::ContactIdInvalid)?,
        mailbox,
        caller: contact.customer_endpoint.and_then(|it| it.address.parse().ok()),
        dialled: contact.system_endpoint.and_then(|it| it.address.parse().ok()),
        language: contact.language_code.and_then(|it| it.parse().ok()),
        summary: summary.filter(|it| !it.is_empty()),
    })
}

fn recorded(event: Envelope<ObjectCreated>) -> Request {
    let ObjectCreated { bucket, object, .. } = event.detail;
    match keys::contact_of_recording(&object.key) {
        Some(contact_id) => Request::Recorded {
            contact_id,
            bucket: bucket.name,
            key: object.key,
            at: event.time.parse().ok(),
        },
        None => Request::Foreign("the object is no IVR recording"),
    }
}

fn transcribed(event: Envelope<JobStateChange>) -> Request {
    let job = event.detail;
    let Some(contact_id) = keys::contact_of_job(&job.transcription_job_name) else {
        return Request::Foreign("the transcription job is none of a voicemail");
    };
    let result = match job.transcription_job_status.as_str() {
        "COMPLETED" => JobResult::Completed,
        "FAILED" => JobResult::Failed(job.failure_reason),
        _ => return Request::Foreign("the transcription job goes on"),
    };
    Request::Transcribed { contact_id, result }
}
