//! What is sent to AWS, byte for byte, and what its answers mean.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_s3::config::http::{HttpRequest, HttpResponse};
use aws_sdk_s3::config::{Credentials, SharedCredentialsProvider};
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use expect_test::{Expect, expect};
use serde_json::Value;
use voicemail::{Aws, Config, Job, Services, Started};

/// The services, whose next answers are given.
fn services(answers: &[(u16, &str)]) -> (Aws, StaticReplayClient) {
    let events = answers.iter().map(|(status, body)| {
        let response = HttpResponse::new((*status).try_into().unwrap(), SdkBody::from(*body));
        ReplayEvent::new(HttpRequest::empty(), response)
    });
    let http = StaticReplayClient::new(events.collect());
    let credentials = Credentials::new("test", "test", None, None, "test");
    let sdk = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http.clone())
        .build();
    let value = |name: &str| match name {
        "TIME_ZONE" => "UTC".to_owned(),
        "RECORDINGS_BUCKET" => "recordings".to_owned(),
        "VOICEMAIL_SENDER" => "line@example.com".to_owned(),
        "VOICEMAIL_RECIPIENT" => "team@example.com".to_owned(),
        _ => "x".to_owned(),
    };
    let config = Config::from_env(|name| Some(value(name))).unwrap();
    (Aws::new(&sdk, &config), http)
}

/// The requests that were sent: method, address and body.
fn check(http: &StaticReplayClient, expected: &Expect) {
    let requests = http.actual_requests().map(|request| {
        let body = str::from_utf8(request.body().bytes().unwrap()).unwrap();
        let body = serde_json::from_str(body).map_or_else(
            |_| body.to_owned(),
            |json: Value| format!("{:#}", store::testing::sorted(json)),
        );
        format!("{} {}\n{body}\n", request.method(), request.uri())
    });
    expected.assert_eq(&requests.collect::<String>());
}

const JOB: Job<'_> = Job {
    name: "voicemail-c-1",
    media: "s3://recordings/ivr/c-1.wav",
    output_key: "transcription-jobs/c-1.json",
    language: wording::Language::EnUs,
};

#[tokio::test]
async fn a_job_says_where_its_result_goes() {
    let (aws, http) = services(&[(200, "{}")]);
    assert!(matches!(aws.transcribe(JOB).await.unwrap(), Started::Yes));
    check(
        &http,
        &expect![[r#"
        POST https://transcribe.us-east-1.amazonaws.com/
        {
          "LanguageCode": "en-US",
          "Media": {
            "MediaFileUri": "s3://recordings/ivr/c-1.wav"
          },
          "MediaFormat": "wav",
          "OutputBucketName": "recordings",
          "OutputKey": "transcription-jobs/c-1.json",
          "TranscriptionJobName": "voicemail-c-1"
        }
    "#]],
    );
}

#[tokio::test]
async fn a_job_that_is_there_already_has_been_started() {
    let (aws, _) = services(&[(400, r#"{"__type":"ConflictException","Message":"exists"}"#)]);
    assert!(matches!(aws.transcribe(JOB).await.unwrap(), Started::Yes));
}

#[tokio::test]
async fn a_bad_recording_is_refused_and_a_busy_service_is_an_error() {
    let (aws, _) = services(&[(400, r#"{"__type":"BadRequestException","Message":"bad"}"#)]);
    assert!(matches!(aws.transcribe(JOB).await.unwrap(), Started::Refused(_)));
    let (aws, _) = services(&[(400, r#"{"__type":"LimitExceededException","Message":"busy"}"#)]);
    assert!(aws.transcribe(JOB).await.is_err());
}

#[tokio::test]
async fn a_result_that_is_not_there_is_none() {
    let no_key = "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>";
    let (aws, _) = services(&[(404, no_key)]);
    assert_eq!(aws.read_result("transcription-jobs/c-1.json").await.unwrap(), None);
    let denied = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
    let (aws, _) = services(&[(403, denied)]);
    assert!(aws.read_result("transcription-jobs/c-1.json").await.is_err());
}

#[tokio::test]
async fn a_result_is_read_and_deleted_and_a_transcript_kept() {
    let (aws, http) = services(&[(206, "words"), (204, ""), (200, "")]);
    let result = aws.read_result("transcription-jobs/c-1.json").await.unwrap();
    assert_eq!(result.as_deref(), Some(b"words".as_slice()));
    aws.delete_result("transcription-jobs/c-1.json").await.unwrap();
    aws.keep_transcript("transcripts/c-1.txt", "call me").await.unwrap();
    check(
        &http,
        &expect![[r#"
        GET https://recordings.s3.us-east-1.amazonaws.com/transcription-jobs/c-1.json?x-id=GetObject

        DELETE https://recordings.s3.us-east-1.amazonaws.com/transcription-jobs/c-1.json?x-id=DeleteObject

        PUT https://recordings.s3.us-east-1.amazonaws.com/transcripts/c-1.txt?x-id=PutObject
        call me
    "#]],
    );
}

#[tokio::test]
async fn a_mail_is_plain_text() {
    let (aws, http) = services(&[(200, r#"{"MessageId":"m-1"}"#)]);
    aws.mail(&mail()).await.unwrap();
    check(
        &http,
        &expect![[r#"
        POST https://email.us-east-1.amazonaws.com/v2/email/outbound-emails
        {
          "Content": {
            "Simple": {
              "Body": {
                "Text": {
                  "Charset": "UTF-8",
                  "Data": "Ciao, caffè?\n"
                }
              },
              "Subject": {
                "Charset": "UTF-8",
                "Data": "New voicemail"
              }
            }
          },
          "Destination": {
            "ToAddresses": [
              "team@example.com"
            ]
          },
          "FromEmailAddress": "line@example.com"
        }
    "#]],
    );
}

#[tokio::test]
async fn a_mail_is_not_sent_again_by_the_sdk() {
    let (aws, http) = services(&[(500, "{}"), (200, "{}")]);
    assert!(aws.mail(&mail()).await.is_err());
    assert_eq!(http.actual_requests().count(), 1);
}

fn mail() -> voicemail::Mail {
    voicemail::Mail {
        subject: "New voicemail".to_owned(),
        text: "Ciao, caffè?\n".to_owned(),
        recipient: None,
    }
}
