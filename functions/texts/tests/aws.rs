//! What is sent to AWS, byte for byte, and what its answers mean.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_pinpointsmsvoicev2::config::http::{HttpRequest, HttpResponse};
use aws_sdk_pinpointsmsvoicev2::config::{Credentials, SharedCredentialsProvider};
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use expect_test::expect;
use serde_json::Value;
use texts::{Aws, Config, SendError, Services};

fn services(origin: &str, status: u16, answer: &str) -> (Aws, StaticReplayClient) {
    let response = HttpResponse::new(status.try_into().unwrap(), SdkBody::from(answer));
    let http = StaticReplayClient::new(vec![ReplayEvent::new(HttpRequest::empty(), response)]);
    let credentials = Credentials::new("test", "test", None, None, "test");
    let sdk = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .http_client(http.clone())
        .build();
    let config = Config::from_env(|name| {
        Some(if name == "TEXT_ORIGIN" { origin.to_owned() } else { "records".to_owned() })
    });
    (Aws::new(&sdk, &config.unwrap()), http)
}

async fn send(status: u16, answer: &str) -> Result<(), SendError> {
    services("", status, answer).0.send("+12025550143", "Your code is 123456.").await
}

#[tokio::test]
async fn a_text_names_number_words_and_origin() {
    let (aws, http) = services("+12025550100", 200, r#"{ "MessageId": "m-1" }"#);
    aws.send("+12025550143", "Your code is 123456.").await.unwrap();
    let request = http.actual_requests().next().unwrap();
    let body: Value = serde_json::from_slice(request.body().bytes().unwrap()).unwrap();
    let target = request.headers().get("x-amz-target").unwrap();
    expect![[r#"
        POST https://sms-voice.us-east-1.amazonaws.com/ PinpointSMSVoiceV2.SendTextMessage
        {
          "DestinationPhoneNumber": "+12025550143",
          "MessageBody": "Your code is 123456.",
          "MessageType": "TRANSACTIONAL",
          "OriginationIdentity": "+12025550100"
        }
    "#]]
    .assert_eq(&format!(
        "{} {} {target}\n{:#}\n",
        request.method(),
        request.uri(),
        store::testing::sorted(body)
    ));
}

#[tokio::test]
async fn a_refusal_is_final_and_repeats_nothing() {
    for code in ["ConflictException", "ValidationException"] {
        let answer = format!(r#"{{ "__type": "{code}", "Message": "+12025550143 opted out" }}"#);
        let error = send(400, &answer).await.unwrap_err();
        let SendError::Refused(cause) = &error else { panic!("{code} may be tried again") };
        assert_eq!(cause.to_string(), code);
    }
}

#[tokio::test]
async fn anything_else_may_be_tried_again() {
    for (status, answer) in [
        (400, r#"{ "__type": "ThrottlingException" }"#),
        (400, r#"{ "__type": "AccessDeniedException" }"#),
        (500, r#"{ "__type": "InternalServerException" }"#),
        (503, "no answer of the service"),
    ] {
        let error = send(status, answer).await.unwrap_err();
        assert!(matches!(error, SendError::Failed(_)), "{answer}");
    }
}

#[tokio::test]
async fn what_nobody_answered_was_perhaps_sent() {
    for (status, answer) in [(200, "half an ans"), (502, "bad gateway"), (504, "gateway timeout")] {
        let error = send(status, answer).await.unwrap_err();
        assert!(matches!(error, SendError::Unsure(_)), "{answer}: {error:?}");
    }
    // Nothing is left to answer with.
    let (aws, _http) = services("", 200, r#"{ "MessageId": "m-1" }"#);
    aws.send("+12025550143", "Your code is 123456.").await.unwrap();
    let error = aws.send("+12025550143", "Your code is 123456.").await.unwrap_err();
    assert!(matches!(error, SendError::Unsure(_)), "{error:?}");
}
