//! A Secrets Manager that answers one request after the other.

use aws_sdk_secretsmanager::config::http::{HttpRequest, HttpResponse};
use aws_sdk_secretsmanager::config::retry::RetryConfig;
use aws_sdk_secretsmanager::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_secretsmanager::{Client, Config};
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use serde_json::json;

/// The ARN that is asked for.
pub(crate) const ARN: &str = "arn:aws:secretsmanager:us-east-1:000000000000:secret:Any-AbCdEf";

/// A client whose service gives these texts, or refuses where there is none.
pub(crate) fn vault(answers: &[Option<&str>]) -> (Client, StaticReplayClient) {
    let events = answers.iter().map(|text| {
        let (status, body) = match text {
            Some(text) => (200, json!({ "SecretString": text })),
            None => (400, json!({ "__type": "AccessDeniedException" })),
        };
        let response =
            HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body.to_string()));
        ReplayEvent::new(HttpRequest::empty(), response)
    });
    let http = StaticReplayClient::new(events.collect());
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(Credentials::new("test", "test", None, None, "test"))
        .retry_config(RetryConfig::disabled())
        .http_client(http.clone())
        .build();
    (Client::from_conf(config), http)
}
