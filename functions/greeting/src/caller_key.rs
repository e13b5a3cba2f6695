//! The key that hashes callers' numbers, from Secrets Manager.

use aws_sdk_secretsmanager::Client;
use aws_sdk_secretsmanager::error::SdkError;
use aws_sdk_secretsmanager::operation::get_secret_value::GetSecretValueError;
use store::{CallerKey, CallerKeyError};
use tokio::sync::OnceCell;

/// The secret that holds the caller key, fetched when it is first needed and then kept.
///
/// That costs the first call of an environment one more round trip, and no call after it. A failure
/// is not kept: the next call tries again.
#[derive(Debug)]
pub struct CallerKeySecret {
    client: Client,
    arn: String,
    key: OnceCell<CallerKey>,
}

impl CallerKeySecret {
    /// A secret by its ARN. Nothing is fetched yet.
    pub fn new(client: Client, arn: String) -> Self {
        Self { client, arn, key: OnceCell::new() }
    }

    /// The key.
    ///
    /// # Errors
    ///
    /// [`FetchKeyError`] when Secrets Manager fails or the secret is no key.
    pub async fn key(&self) -> Result<&CallerKey, FetchKeyError> {
        self.key
            .get_or_try_init(async || {
                let output = self
                    .client
                    .get_secret_value()
                    .secret_id(&self.arn)
                    .send()
                    .await
                    .map_err(|source| FetchKeyError::Fetch(Box::new(source)))?;
                let secret = output.secret_string.ok_or(FetchKeyError::NotText)?;
                Ok(CallerKey::new(secret.as_bytes())?)
            })
            .await
    }
}

/// Why there is no caller key. Never shows the secret.
#[derive(Debug, thiserror::Error)]
pub enum FetchKeyError {
    /// Secrets Manager refused the request or could not be reached.
    #[error("failed to fetch the caller key")]
    Fetch(#[source] Box<SdkError<GetSecretValueError>>),
    /// The secret holds bytes instead of text.
    #[error("the secret of the caller key holds no text")]
    NotText,
    /// The secret's text cannot be a key.
    #[error("the secret of the caller key cannot be used")]
    Unfit(#[from] CallerKeyError),
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_sdk_secretsmanager::Config;
    use aws_sdk_secretsmanager::config::http::{HttpRequest, HttpResponse};
    use aws_sdk_secretsmanager::config::retry::RetryConfig;
    use aws_sdk_secretsmanager::config::{BehaviorVersion, Credentials, Region};
    use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
    use aws_smithy_types::body::SdkBody;

    /// A secret whose service answers with these bodies, one after the other.
    fn secret(answers: &[(u16, &str)]) -> (CallerKeySecret, StaticReplayClient) {
        let events = answers.iter().map(|(status, body)| {
            let response = HttpResponse::new((*status).try_into().unwrap(), SdkBody::from(*body));
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
        (CallerKeySecret::new(Client::from_conf(config), "arn:caller-key".to_owned()), http)
    }

    const KEY: (u16, &str) = (200, r#"{"SecretString":"0123456789abcdef0123456789abcdef"}"#);

    #[tokio::test]
    async fn the_key_is_fetched_once() {
        let (secret, http) = secret(&[KEY]);
        let number = "+12025550143".parse().unwrap();
        let first = secret.key().await.unwrap().hash(&number);
        assert_eq!(secret.key().await.unwrap().hash(&number), first);
        let bodies: Vec<_> = http.actual_requests().map(body).collect();
        assert_eq!(bodies, [r#"{"SecretId":"arn:caller-key"}"#]);
    }

    #[tokio::test]
    async fn a_failure_is_tried_again_by_the_next_call() {
        let (secret, _) = secret(&[(500, "{}"), KEY]);
        assert!(matches!(secret.key().await, Err(FetchKeyError::Fetch(_))));
        assert!(secret.key().await.is_ok());
    }

    #[tokio::test]
    async fn a_secret_that_is_no_key_is_refused_and_not_shown() {
        let (secret, _) = secret(&[(200, r#"{"SecretString":"hunter2"}"#), (200, "{}")]);
        let error = secret.key().await.unwrap_err();
        assert_eq!(
            wiring::chain(&error),
            "the secret of the caller key cannot be used: a caller key has at least 16 bytes"
        );
        assert!(matches!(secret.key().await, Err(FetchKeyError::NotText)));
    }

    fn body(request: &HttpRequest) -> &str {
        str::from_utf8(request.body().bytes().unwrap()).unwrap()
    }
}
