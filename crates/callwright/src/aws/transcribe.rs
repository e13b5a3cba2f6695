//! Transcribe: a job is done at once and hears the words that were registered for its recording.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_events::eventbridge::JobStateChange;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::bus::Bus;
use super::s3::S3;
use super::wire::{Clock, Refusal, aws_json, lock, operation, parse};
use crate::template::{ACCOUNT, REGION};

/// How long a spoken word takes, at about 150 words a minute.
const WORD: Duration = Duration::from_millis(400);

/// Longest name of a job. Source: Amazon Transcribe API Reference, `StartTranscriptionJob`.
const MAX_NAME_LENGTH: usize = 200;

/// The jobs, and what there is to hear.
#[derive(Debug)]
pub(super) struct Transcribe {
    s3: Arc<S3>,
    bus: Arc<Bus>,
    clock: Clock,
    words: Mutex<BTreeMap<String, String>>,
    jobs: Mutex<BTreeMap<String, Job>>,
}

impl Transcribe {
    pub(super) fn new(s3: Arc<S3>, bus: Arc<Bus>, clock: Clock) -> Self {
        Self { s3, bus, clock, words: Mutex::default(), jobs: Mutex::default() }
    }

    /// Says what is heard in a recording.
    pub(super) fn register(&self, bucket: &str, key: &str, words: &str) {
        lock(&self.words).insert(format!("s3://{bucket}/{key}"), words.to_owned());
    }
}

/// The endpoint.
pub(super) fn router(transcribe: &Arc<Transcribe>) -> Router {
    Router::new().fallback(serve).with_state(Arc::clone(transcribe))
}

async fn serve(
    State(transcribe): State<Arc<Transcribe>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    match operation(&headers) {
        "StartTranscriptionJob" => transcribe.start(parse(&body)?).await,
        "GetTranscriptionJob" => transcribe.get(&parse(&body)?),
        other => {
            let known = "StartTranscriptionJob and GetTranscriptionJob";
            Err(Refusal::unknown_operation(other, known))
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Start {
    transcription_job_name: String,
    media: Media,
    language_code: Option<String>,
    #[serde(default)]
    identify_language: bool,
    output_bucket_name: Option<String>,
    output_key: Option<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Media {
    media_file_uri: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Get {
    transcription_job_name: String,
}

/// A job as the service describes it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Job {
    transcription_job_name: String,
    transcription_job_status: &'static str,
    language_code: String,
    media: Media,
    creation_time: Value,
    start_time: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_time: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transcript: Option<Transcript>,
}

#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Transcript {
    transcript_file_uri: String,
}

/// What a job reads and where it writes, checked.
struct Work {
    name: String,
    media: Media,
    recording: Vec<u8>,
    language: String,
    bucket: String,
    key: String,
}

impl Transcribe {
    async fn start(&self, request: Start) -> Result<Response, Refusal> {
        let work = self.check(request).await?;
        let job = Job {
            transcription_job_name: work.name.clone(),
            transcription_job_status: "IN_PROGRESS",
            language_code: work.language.clone(),
            media: work.media.clone(),
            creation_time: self.clock.epoch_seconds(),
            start_time: self.clock.epoch_seconds(),
            completion_time: None,
            failure_reason: None,
            transcript: None,
        };
        {
            let mut jobs = lock(&self.jobs);
            if jobs.contains_key(&work.name) {
                let message = "The requested job name already exists. Use a different job name.";
                return Err(Refusal::new("ConflictException", message));
            }
            jobs.insert(work.name.clone(), job.clone());
        }
        self.finish(work, job.clone()).await;
        Ok(aws_json(&json!({ "TranscriptionJob": job })))
    }

    fn get(&self, request: &Get) -> Result<Response, Refusal> {
        if let Some(job) = lock(&self.jobs).get(&request.transcription_job_name) {
            return Ok(aws_json(&json!({ "TranscriptionJob": job })));
        }
        let message =
            "The requested job couldn't be found. Check the job name and try your request again.";
        Err(Refusal::new("NotFoundException", message))
    }

    async fn check(&self, request: Start) -> Result<Work, Refusal> {
        let refuse = |message: &str| Refusal::new("BadRequestException", message);
        let name = request.transcription_job_name;
        let allowed = |it: char| it.is_ascii_alphanumeric() || "._-".contains(it);
        if name.is_empty() || name.len() > MAX_NAME_LENGTH || !name.chars().all(allowed) {
            return Err(refuse(
                "TranscriptionJobName must match ^[0-9a-zA-Z._-]+ and have at most 200 characters",
            ));
        }
        let language = match (request.language_code, request.identify_language) {
            (Some(language), false) => language,
            (None, true) => "en-US".to_owned(),
            (Some(_), true) | (None, false) => {
                return Err(refuse("You must include either LanguageCode or IdentifyLanguage."));
            }
        };
        let media = request.media;
        let place = media.media_file_uri.strip_prefix("s3://").and_then(|it| it.split_once('/'));
        let recording = match place {
            Some((bucket, key)) => self.s3.get(bucket, key).await,
            None => return Err(refuse("MediaFileUri must begin with s3:// on a laptop")),
        };
        let Some(recording) = recording else {
            return Err(refuse(
                "The S3 URI that you provided can't be accessed. Make sure that you have read \
                 permission and try your request again.",
            ));
        };
        let Some(bucket) = request.output_bucket_name else {
            return Err(refuse("OutputBucketName is needed on a laptop"));
        };
        if !self.s3.has_bucket(&bucket) {
            return Err(refuse(
                "The specified output bucket doesn't exist or can't be accessed by Transcribe.",
            ));
        }
        let key = match request.output_key {
            Some(folder) if folder.ends_with('/') => format!("{folder}{name}.json"),
            Some(key) => key,
            None => format!("{name}.json"),
        };
        Ok(Work { name, media, recording, language, bucket, key })
    }

    /// Writes the result and tells EventBridge.
    async fn finish(&self, work: Work, mut job: Job) {
        match self.transcribe(&work).await {
            Ok(()) => {
                let Work { bucket, key, .. } = work;
                let transcript_file_uri =
                    format!("https://s3.{REGION}.amazonaws.com/{bucket}/{key}");
                job.transcript = Some(Transcript { transcript_file_uri });
                job.transcription_job_status = "COMPLETED";
            }
            Err(reason) => {
                job.failure_reason = Some(reason);
                job.transcription_job_status = "FAILED";
            }
        }
        job.completion_time = Some(self.clock.epoch_seconds());
        let detail = JobStateChange {
            transcription_job_name: job.transcription_job_name.clone(),
            transcription_job_status: job.transcription_job_status.to_owned(),
            failure_reason: job.failure_reason.clone(),
        };
        lock(&self.jobs).insert(job.transcription_job_name.clone(), job);
        let (source, detail_type) = (JobStateChange::SOURCE, JobStateChange::DETAIL_TYPE);
        self.bus.publish(source, detail_type, Vec::new(), json!(detail));
    }

    async fn transcribe(&self, work: &Work) -> Result<(), String> {
        if !work.recording.starts_with(b"RIFF") {
            let reason = "The media format provided does not match the detected media format.";
            return Err(reason.to_owned());
        }
        let words = lock(&self.words).get(&work.media.media_file_uri).cloned().unwrap_or_default();
        let result = result(&work.name, &words).to_string();
        let written = self.s3.put(&work.bucket, &work.key, result.as_bytes()).await;
        written.map_err(|error| error.to_string())
    }
}

/// The file that a job writes.
///
/// Source: Amazon Transcribe Developer Guide, "Data input and output", batch output.
fn result(job: &str, words: &str) -> Value {
    let mut items = Vec::new();
    let mut at = Duration::ZERO;
    for word in words.split_whitespace() {
        let spoken = word.trim_end_matches(['.', ',', '?', '!']);
        if !spoken.is_empty() {
            let end = at.saturating_add(WORD);
            items.push(json!({
                "id": items.len(), "type": "pronunciation",
                "alternatives": [{ "confidence": "0.99", "content": spoken }],
                "start_time": seconds(at), "end_time": seconds(end),
            }));
            at = end;
        }
        for mark in word.chars().skip(spoken.chars().count()) {
            items.push(json!({
                "id": items.len(), "type": "punctuation",
                "alternatives": [{ "confidence": "0.0", "content": mark }],
            }));
        }
    }
    json!({
        "jobName": job,
        "accountId": ACCOUNT,
        "status": "COMPLETED",
        "results": { "transcripts": [{ "transcript": words }], "items": items },
    })
}

/// A time as Transcribe writes it, such as `1.2`.
fn seconds(at: Duration) -> String {
    format!("{}.{}", at.as_secs(), at.subsec_millis() / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_have_words_with_times_and_marks_without() {
        expect_test::expect![[r#"
            {
              "jobName": "j",
              "accountId": "000000000000",
              "status": "COMPLETED",
              "results": {
                "transcripts": [
                  {
                    "transcript": "Call me. ..."
                  }
                ],
                "items": [
                  {
                    "id": 0,
                    "type": "pronunciation",
                    "alternatives": [
                      {
                        "confidence": "0.99",
                        "content": "Call"
                      }
                    ],
                    "start_time": "0.0",
                    "end_time": "0.4"
                  },
                  {
                    "id": 1,
                    "type": "pronunciation",
                    "alternatives": [
                      {
                        "confidence": "0.99",
                        "content": "me"
                      }
                    ],
                    "start_time": "0.4",
                    "end_time": "0.8"
                  },
                  {
                    "id": 2,
                    "type": "punctuation",
                    "alternatives": [
                      {
                        "confidence": "0.0",
                        "content": "."
                      }
                    ]
                  },
                  {
                    "id": 3,
                    "type": "punctuation",
                    "alternatives": [
                      {
                        "confidence": "0.0",
                        "content": "."
                      }
                    ]
                  },
                  {
                    "id": 4,
                    "type": "punctuation",
                    "alternatives": [
                      {
                        "confidence": "0.0",
                        "content": "."
                      }
                    ]
                  },
                  {
                    "id": 5,
                    "type": "punctuation",
                    "alternatives": [
                      {
                        "confidence": "0.0",
                        "content": "."
                      }
                    ]
                  }
                ]
              }
            }"#]]
        .assert_eq(&serde_json::to_string_pretty(&result("j", "Call me. ...")).unwrap());
        assert_eq!(result("j", "")["results"]["transcripts"][0]["transcript"], "");
    }
}
