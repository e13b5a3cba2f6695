//! The services as AWS has them.

use std::time::Duration;

use aws_config::SdkConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_sdk_pinpointsmsvoicev2::Client;
use aws_sdk_pinpointsmsvoicev2::operation::send_text_message::SendTextMessageError;
use aws_sdk_pinpointsmsvoicev2::types::MessageType;
use store::{SaveError, StoreError, Table, Text, TextId};

use crate::{Config, SendError, Services};

/// Longest wait for AWS to take a text.
///
/// Without a second attempt: a text whose answer was lost has perhaps been sent, and sending is not
/// idempotent.
const PATIENCE: Duration = Duration::from_secs(5);

/// The services as AWS has them.
#[derive(Debug)]
pub struct Aws {
    table: Table,
    sms: Client,
    origin: Option<String>,
}

impl Aws {
    /// Clients that share the SDK's connections. Nothing is opened yet.
    pub fn new(sdk: &SdkConfig, config: &Config) -> Self {
        let patience = TimeoutConfig::builder()
            .operation_attempt_timeout(PATIENCE)
            .operation_timeout(PATIENCE)
            .build();
        let sms = aws_sdk_pinpointsmsvoicev2::config::Builder::from(sdk)
            .retry_config(RetryConfig::disabled())
            .timeout_config(patience)
            .build();
        Self {
            table: Table::new(aws_sdk_dynamodb::Client::new(sdk), config.table.as_str()),
            sms: Client::from_conf(sms),
            origin: config.origin.clone(),
        }
    }
}

impl Services for Aws {
    async fn load(&self, id: &TextId) -> Result<Option<Text>, StoreError> {
        self.table.text(id).await
    }

    async fn save(&self, text: Text) -> Result<Text, SaveError> {
        self.table.save_text(text).await
    }

    async fn send(&self, to: &str, words: &str) -> Result<(), SendError> {
        let request = self
            .sms
            .send_text_message()
            .destination_phone_number(to)
            .set_origination_identity(self.origin.clone())
            .message_type(MessageType::Transactional)
            .message_body(words);
        let Err(error) = Box::pin(request.send()).await else { return Ok(()) };
        // What the SDK says of a refusal may repeat the number, so only its code is passed on.
        match error.as_service_error() {
            Some(
                SendTextMessageError::ConflictException(_)
                | SendTextMessageError::ValidationException(_),
            ) => {
                let code = error.as_service_error().and_then(|it| it.meta().code());
                Err(SendError::Refused(code.unwrap_or("refused").into()))
            }
            Some(other) => Err(SendError::Failed(other.meta().code().unwrap_or("failed").into())),
            None => Err(SendError::Failed("the service could not be reached".into())),
        }
    }
}
