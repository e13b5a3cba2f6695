//! The key that hashes callers' numbers, from Secrets Manager.

use aws_sdk_secretsmanager::Client;
use store::CallerKey;
use wiring::{Secret, SecretError};

/// The secret that holds the caller key, fetched when it is first needed and then kept.
#[derive(Debug)]
pub struct CallerKeySecret(Secret<CallerKey>);

impl CallerKeySecret {
    /// A secret by its ARN. Nothing is fetched yet.
    pub fn new(client: Client, arn: String) -> Self {
        Self(Secret::new(client, arn))
    }

    /// The key.
    ///
    /// # Errors
    ///
    /// [`FetchKeyError`] when Secrets Manager fails or the secret is no key.
    pub async fn key(&self) -> Result<&CallerKey, FetchKeyError> {
        Ok(self.0.get(|text| CallerKey::new(text.as_bytes())).await?)
    }
}

/// There is no caller key. Never shows the secret.
#[derive(Debug, thiserror::Error)]
#[error("callers' numbers cannot be hashed")]
pub struct FetchKeyError(#[from] SecretError);

#[cfg(test)]
mod tests {
    use super::*;
    use aws_sdk_secretsmanager::Config;
    use aws_sdk_secretsmanager::config::http::{HttpRequest, HttpResponse};
    use aws_sdk_secretsmanager::config::{BehaviorVersion, Credentials, Region};
    use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
    use aws_smithy_types::body::SdkBody;

    /// A secret whose service answers with these texts, one after the other.
    fn secret(texts: &[&str]) -> CallerKeySecret {
        let events = texts.iter().map(|text| {
            let body = SdkBody::from(format!(r#"{{"SecretString":"{text}"}}"#));
            ReplayEvent::new(HttpRequest::empty(), HttpResponse::new(200.try_into().unwrap(), body))
        });
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::new("test", "test", None, None, "test"))
            .http_client(StaticReplayClient::new(events.collect()))
            .build();
        CallerKeySecret::new(Client::from_conf(config), "arn:caller-key".to_owned())
    }

    #[tokio::test]
    async fn the_key_is_the_text_of_the_secret() {
        let secret = secret(&["0123456789abcdef0123456789abcdef"]);
        let number = "+12025550143".parse().unwrap();
        let expected = CallerKey::new(b"0123456789abcdef0123456789abcdef").unwrap();
        assert_eq!(secret.key().await.unwrap().hash(&number), expected.hash(&number));
    }

    #[tokio::test]
    async fn a_secret_that_is_no_key_is_refused_and_not_shown() {
        let error = secret(&["hunter2"]).key().await.unwrap_err();
        assert_eq!(
            wiring::chain(&error),
            "callers' numbers cannot be hashed: the secret cannot be used: a caller key has at \
             least 16 bytes"
        );
    }
}
