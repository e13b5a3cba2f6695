//! A secret of Secrets Manager, made into what it is for when that is first needed.

use std::error::Error;
use std::fmt;

use aws_sdk_secretsmanager::Client;
use tokio::sync::OnceCell;

/// What is made of a secret, such as a key; fetched when it is first needed and then kept.
///
/// That costs the first call of an environment that needs it one more round trip, and no other call
/// anything. A failure is not kept: the next call tries again. What was made is kept as long as the
/// environment lives, some hours at most; a secret that is replaced must stay good for as long.
///
/// `Debug` shows neither the secret nor what was made of it.
pub struct Secret<T> {
    client: Client,
    arn: String,
    made: OnceCell<T>,
}

impl<T> Secret<T> {
    /// A secret by its ARN. Nothing is fetched yet.
    pub fn new(client: Client, arn: String) -> Self {
        Self { client, arn, made: OnceCell::new() }
    }

    /// What was made of the secret's text by the first call of this that got it.
    ///
    /// It ends within the time limits of [`sdk_config`](crate::sdk_config).
    ///
    /// # Errors
    ///
    /// [`SecretError`] when Secrets Manager fails, or nothing can be made of what it gives.
    pub async fn get<E>(&self, make: impl FnOnce(&str) -> Result<T, E>) -> Result<&T, SecretError>
    where
        E: Error + Send + Sync + 'static,
    {
        self.made
            .get_or_try_init(async || {
                let sent = self.client.get_secret_value().secret_id(&self.arn).send().await;
                // Without the raw response, which may hold the secret.
                let output = sent.map_err(|error| {
                    SecretError::Fetch(error.into_source().unwrap_or_else(Into::into))
                })?;
                let text = output.secret_string.ok_or(SecretError::NotText)?;
                make(&text).map_err(|error| SecretError::Unfit(Box::new(error)))
            })
            .await
    }
}

impl<T> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secret").field("arn", &self.arn).finish_non_exhaustive()
    }
}

/// Why a secret cannot be used. Never shows it, as long as what is made of it does not.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// Secrets Manager refused the request or could not be reached.
    #[error("failed to fetch the secret")]
    Fetch(#[source] Box<dyn Error + Send + Sync>),
    /// The secret holds bytes instead of text.
    #[error("the secret holds no text")]
    NotText,
    /// The secret's text is not what it should be.
    #[error("the secret cannot be used")]
    Unfit(#[source] Box<dyn Error + Send + Sync>),
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
    fn secret(answers: &[(u16, &str)]) -> (Secret<u32>, StaticReplayClient) {
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
        (Secret::new(Client::from_conf(config), "arn:number".to_owned()), http)
    }

    async fn get(secret: &Secret<u32>) -> Result<u32, SecretError> {
        secret.get(str::parse).await.copied()
    }

    const NUMBER: (u16, &str) = (200, r#"{"SecretString":"4711"}"#);

    #[tokio::test]
    async fn a_secret_is_fetched_once() {
        let (secret, http) = secret(&[NUMBER]);
        assert_eq!(http.actual_requests().count(), 0, "not before it is needed");
        assert_eq!(get(&secret).await.unwrap(), 4711);
        assert_eq!(get(&secret).await.unwrap(), 4711);
        let bodies: Vec<_> = http.actual_requests().map(body).collect();
        assert_eq!(bodies, [r#"{"SecretId":"arn:number"}"#]);
    }

    #[tokio::test]
    async fn a_failure_is_tried_again_by_the_next_call() {
        let denied = r#"{"__type":"AccessDeniedException","message":"no"}"#;
        let (secret, _) = secret(&[(500, "{}"), (400, denied), NUMBER]);
        assert!(matches!(get(&secret).await, Err(SecretError::Fetch(_))));
        let error = get(&secret).await.unwrap_err();
        let told = crate::chain(&error);
        assert!(
            told.starts_with("failed to fetch the secret: ") && told.contains("Denied"),
            "{told}"
        );
        assert!(get(&secret).await.is_ok());
    }

    #[tokio::test]
    async fn what_cannot_be_used_is_refused_and_not_shown() {
        let broken = r#"{"SecretString":"hunter2"#;
        let (secret, _) =
            secret(&[(200, r#"{"SecretString":"hunter2"}"#), (200, "{}"), (200, broken), NUMBER]);
        let error = get(&secret).await.unwrap_err();
        assert_eq!(
            crate::chain(&error),
            "the secret cannot be used: invalid digit found in string"
        );
        assert!(matches!(get(&secret).await, Err(SecretError::NotText)));
        let error = get(&secret).await.unwrap_err();
        let shown = format!("{error:?} {}", crate::chain(&error));
        assert!(matches!(error, SecretError::Fetch(_)) && !shown.contains("hunter2"), "{shown}");
        get(&secret).await.unwrap();
        assert_eq!(format!("{secret:?}"), r#"Secret { arn: "arn:number", .. }"#);
    }

    fn body(request: &HttpRequest) -> &str {
        str::from_utf8(request.body().bytes().unwrap()).unwrap()
    }
}
