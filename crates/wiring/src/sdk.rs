//! The AWS SDK as every function uses it.

use std::time::Duration;

use aws_config::environment::{
    EnvironmentVariableCredentialsProvider, EnvironmentVariableRegionProvider,
};
use aws_config::meta::region::ProvideRegion;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_config::{BehaviorVersion, SdkConfig};
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};

use crate::{environment, http};

/// Longest time to connect, TLS included.
const CONNECT: Duration = Duration::from_millis(500);

/// Longest time for one attempt of an operation.
const ATTEMPT: Duration = Duration::from_secs(1);

/// Longest time for an operation with its second attempt.
///
/// A caller hears silence meanwhile: a function with one read and one write in a row stays within
/// 4 seconds, half of what Connect allows for all tries of an invocation.
const OPERATION: Duration = Duration::from_secs(2);

/// Attempts of an operation, the first included.
const ATTEMPTS: u32 = 2;

/// Pause before the second attempt, at most.
const BACKOFF: Duration = Duration::from_millis(50);

/// Configures the SDK: one shared HTTP client, short time limits, and region, credentials and
/// endpoints from the environment as Lambda sets it.
///
/// The SDK's own loader also knows profiles, roles, containers and the instance metadata service.
/// None of them is in a Lambda function, so nothing here asks for them and their code stays out of
/// the binary. Of other settings, `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_<SERVICE>` are read.
///
/// This opens no connection and reads no certificate; the first request does.
pub async fn sdk_config() -> SdkConfig {
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(CONNECT)
        .operation_attempt_timeout(ATTEMPT)
        .operation_timeout(OPERATION)
        .build();
    let retries = RetryConfig::standard().with_max_attempts(ATTEMPTS).with_initial_backoff(BACKOFF);
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(EnvironmentVariableRegionProvider::new().region().await)
        .credentials_provider(SharedCredentialsProvider::new(
            EnvironmentVariableCredentialsProvider::new(),
        ))
        .service_config(Endpoints { read: environment })
        .http_client(http::client())
        .timeout_config(timeouts)
        .retry_config(retries)
        .build()
}

/// Endpoints of services, from the environment.
///
/// Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
#[derive(Debug)]
struct Endpoints {
    read: fn(&str) -> Option<String>,
}

impl LoadServiceConfig for Endpoints {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        let service = key.service_id().to_uppercase().replace(' ', "_");
        let read = |name: &str| (self.read)(name).filter(|it| !it.is_empty());
        read(&format!("{}_{service}", key.env())).or_else(|| read(key.env()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_sdk_dynamodb::config::Credentials;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

    /// Answers one request with no tables, and gives what was asked.
    async fn answer_once(listener: tokio::net::TcpListener) -> String {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = vec![0; 4096];
        let length = stream.read(&mut request).await.unwrap();
        let body = r#"{"TableNames":[]}"#;
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
        stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
        String::from_utf8_lossy(&request[..length]).into_owned()
    }

    #[tokio::test]
    async fn an_endpoint_may_be_plain_http() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(answer_once(listener));
        let sdk = sdk_config().await;
        let config = aws_sdk_dynamodb::config::Builder::from(&sdk)
            .endpoint_url(endpoint)
            .region(aws_config::Region::from_static("us-east-1"))
            .credentials_provider(Credentials::new("test", "test", None, None, "test"))
            .build();
        let client = aws_sdk_dynamodb::Client::from_conf(config);
        client.list_tables().send().await.unwrap();
        assert!(server.await.unwrap().contains("DynamoDB_20120810.ListTables"));
    }

    #[test]
    fn a_service_has_its_own_endpoint_or_the_common_one() {
        let endpoint = |service, read| {
            let key = ServiceConfigKey::builder().service_id(service).env("AWS_ENDPOINT_URL");
            Endpoints { read }.load_config(key.profile("endpoint_url").build().unwrap())
        };
        let read = |name: &str| match name {
            "AWS_ENDPOINT_URL_SECRETS_MANAGER" => Some("http://own".to_owned()),
            "AWS_ENDPOINT_URL_S3" => Some(String::new()),
            "AWS_ENDPOINT_URL" => Some("http://common".to_owned()),
            _ => None,
        };
        assert_eq!(endpoint("Secrets Manager", read).as_deref(), Some("http://own"));
        assert_eq!(endpoint("S3", read).as_deref(), Some("http://common"));
        assert_eq!(endpoint("S3", |_| None), None);
    }

    #[tokio::test]
    async fn clients_keep_the_limits() {
        let client = aws_sdk_dynamodb::Client::new(&sdk_config().await);
        assert_eq!(client.config().retry_config().unwrap().max_attempts(), 2);
        let timeouts = client.config().timeout_config().unwrap();
        assert_eq!(timeouts.operation_timeout(), Some(OPERATION));
    }

    #[tokio::test]
    async fn an_operation_ends_while_the_caller_still_waits() {
        let config = sdk_config().await;
        let timeouts = config.timeout_config().unwrap();
        assert_eq!(timeouts.connect_timeout(), Some(Duration::from_millis(500)));
        assert_eq!(timeouts.operation_attempt_timeout(), Some(Duration::from_secs(1)));
        assert_eq!(timeouts.operation_timeout(), Some(Duration::from_secs(2)));
        let retries = config.retry_config().unwrap();
        assert_eq!(retries.max_attempts(), 2);
        assert_eq!(retries.initial_backoff(), Duration::from_millis(50));
        assert!(config.http_client().is_some());
        assert!(config.credentials_provider().is_some());
    }
}
