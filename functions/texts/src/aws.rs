//! The services as AWS has them.

use std::time::Duration;

use aws_config::SdkConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_sdk_pinpointsmsvoicev2::Client;
use aws_sdk_pinpointsmsvoicev2::error::SdkError;
use aws_sdk_pinpointsmsvoicev2::operation::send_text_message::SendTextMessageError;
use aws_sdk_pinpointsmsvoicev2::types::MessageType;
use store::{SaveError, StoreError, Table, Text, TextId};

use crate::progress::TIME_LIMIT;
use crate::{Config, SendError, Services};

/// Longest wait for AWS to take a text. All texts of a batch are sent at once, so a batch takes little
/// longer.
///
/// Without a second attempt: a text whose answer was lost has perhaps been sent, and sending is not
/// idempotent.
const PATIENCE: Duration = Duration::from_secs(5);

// INVARIANT: two thirds of an invocation are left for the table.
const _: () = assert!(PATIENCE.as_secs() * 3 <= TIME_LIMIT.as_secs().unsigned_abs());

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
        Err(match error {
            SdkError::ServiceError(answer) => refused(answer.raw().status().as_u16(), answer.err()),
            SdkError::ConstructionFailure(_) => {
                SendError::Failed("the request could not be made".into())
            }
            // Of these the SDK says itself that the request may have been sent, or it was.
            SdkError::TimeoutError(_) => SendError::Unsure("no answer in time".into()),
            SdkError::DispatchFailure(_) => SendError::Unsure("the connection failed".into()),
            SdkError::ResponseError(_) => SendError::Unsure("the answer cannot be read".into()),
            // The SDK may come to tell more kinds apart.
            _ => SendError::Unsure("what failed is not known".into()),
        })
    }
}

/// What an answer of the service means that says no.
fn refused(status: u16, error: &SendTextMessageError) -> SendError {
    let code = error.meta().code();
    match error {
        SendTextMessageError::ConflictException(_)
        | SendTextMessageError::ValidationException(_) => {
            SendError::Refused(code.unwrap_or("refused").into())
        }
        // A yes that cannot be read, or a gateway that knows as little as who waits for it.
        _ if code.is_none() && matches!(status, 200..300 | 502 | 504) => {
            SendError::Unsure("the answer cannot be read".into())
        }
        _ => SendError::Failed(code.unwrap_or("failed").into()),
    }
}
