//! The services as AWS has them.

use std::sync::Arc;
use std::time::Duration;

use aws_config::SdkConfig;
use aws_config::retry::RetryConfig;
use aws_config::timeout::TimeoutConfig;
use aws_events::E164;
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message};
use aws_sdk_transcribe::operation::start_transcription_job::StartTranscriptionJobError;
use aws_sdk_transcribe::types::{LanguageCode, Media, MediaFormat};
use jiff::Timestamp;
use line::Line;
use store::{ContactId, Lines, SaveError, StoreError, Table, Voicemail};
use wording::Language;

use crate::{Cause, Config, Job, Mail, Services, Started, transcription};

/// Longest wait for SES.
///
/// Long, and without a second attempt: a mail whose answer was lost has perhaps been sent, and
/// sending is not idempotent.
const MAIL_PATIENCE: Duration = Duration::from_secs(10);

/// The services as AWS has them.
#[derive(Debug)]
pub struct Aws {
    table: Table,
    lines: Lines,
    transcribe: aws_sdk_transcribe::Client,
    s3: aws_sdk_s3::Client,
    ses: aws_sdk_sesv2::Client,
    bucket: String,
    sender: String,
    recipient: String,
}

impl Aws {
    /// Clients that share the SDK's connections. Nothing is opened yet.
    pub fn new(sdk: &SdkConfig, config: &Config) -> Self {
        let patience = TimeoutConfig::builder()
            .operation_attempt_timeout(MAIL_PATIENCE)
            .operation_timeout(MAIL_PATIENCE)
            .build();
        let ses = aws_sdk_sesv2::config::Builder::from(sdk)
            .retry_config(RetryConfig::disabled())
            .timeout_config(patience)
            .build();
        let table = Table::new(aws_sdk_dynamodb::Client::new(sdk), config.table.as_str());
        Self {
            lines: Lines::new(table.clone()),
            table,
            transcribe: aws_sdk_transcribe::Client::new(sdk),
            s3: aws_sdk_s3::Client::new(sdk),
            ses: aws_sdk_sesv2::Client::from_conf(ses),
            bucket: config.bucket.clone(),
            sender: config.sender.clone(),
            recipient: config.recipient.clone(),
        }
    }
}

impl Services for Aws {
    async fn load(&self, contact_id: &ContactId) -> Result<Option<Voicemail>, StoreError> {
        self.table.voicemail(contact_id).await
    }

    async fn save(&self, message: Voicemail) -> Result<Voicemail, SaveError> {
        self.table.save_voicemail(message).await
    }

    async fn line(&self, number: &E164, now: Timestamp) -> Result<Option<Arc<Line>>, StoreError> {
        self.lines.line(number, now).await
    }

    async fn transcribe(&self, job: Job<'_>) -> Result<Started, Cause> {
        let request = self
            .transcribe
            .start_transcription_job()
            .transcription_job_name(job.name)
            .media(Media::builder().media_file_uri(job.media).build())
            .media_format(MediaFormat::Wav)
            .language_code(language(job.language))
            .output_bucket_name(&self.bucket)
            .output_key(job.output_key);
        let Err(error) = Box::pin(request.send()).await else {
            return Ok(Started::Yes);
        };
        match error.as_service_error() {
            Some(StartTranscriptionJobError::ConflictException(_)) => Ok(Started::Yes),
            Some(StartTranscriptionJobError::BadRequestException(_)) => {
                Ok(Started::Refused(error.into()))
            }
            _ => Err(error.into()),
        }
    }

    async fn read_result(&self, key: &str) -> Result<Option<Vec<u8>>, Cause> {
        let last = transcription::MAX_BYTES.saturating_sub(1);
        let request =
            self.s3.get_object().bucket(&self.bucket).key(key).range(format!("bytes=0-{last}"));
        match Box::pin(request.send()).await {
            Ok(output) => Ok(Some(output.body.collect().await?.to_vec())),
            Err(error) => match error.as_service_error() {
                Some(GetObjectError::NoSuchKey(_)) => Ok(None),
                _ => Err(error.into()),
            },
        }
    }

    async fn delete_result(&self, key: &str) -> Result<(), Cause> {
        let request = self.s3.delete_object().bucket(&self.bucket).key(key);
        Box::pin(request.send()).await?;
        Ok(())
    }

    async fn keep_transcript(&self, key: &str, text: &str) -> Result<(), Cause> {
        let request = self
            .s3
            .put_object()
            .bucket(&self.bucket)
            .key(key)
            .content_type("text/plain; charset=utf-8")
            .body(text.as_bytes().to_vec().into());
        Box::pin(request.send()).await?;
        Ok(())
    }

    async fn mail(&self, mail: &Mail) -> Result<(), Cause> {
        let content = |text: &str| Content::builder().data(text).charset("UTF-8").build();
        let message = Message::builder()
            .subject(content(&mail.subject)?)
            .body(Body::builder().text(content(&mail.text)?).build())
            .build();
        let recipient = mail.recipient.as_ref().unwrap_or(&self.recipient);
        let request = self
            .ses
            .send_email()
            .from_email_address(&self.sender)
            .destination(Destination::builder().to_addresses(recipient).build())
            .content(EmailContent::builder().simple(message).build());
        Box::pin(request.send()).await?;
        Ok(())
    }
}

/// The language as Transcribe names it.
fn language(language: Language) -> LanguageCode {
    match language {
        Language::EnUs => LanguageCode::EnUs,
        Language::EsUs => LanguageCode::EsUs,
    }
}
