//! From event to effects.

use std::sync::Arc;
use std::time::Duration;

use aws_events::E164;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lambda_runtime::Context;
use line::Line;
use serde::Serialize;
use serde_json::Value;
use store::{Claim, ContactId, SaveError, StoreError, Voicemail, VoicemailState};
use tokio::time::timeout;
use wording::{Language, Manner, Message, Part, say_or_apologise};

use crate::message::{self, Beginning, Claimed};
use crate::request::{JobResult, Request};
use crate::{Job, Letterhead, Services, Started, VoicemailError, keys, transcription};

/// Longest wait for the record of a message that begins. The caller hears silence meanwhile.
const PATIENCE: Duration = Duration::from_secs(2);

/// How often a record is read and written before others are given the right of way.
const TRIES: usize = 5;

/// What an invocation knows of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invocation {
    /// Lambda's id of the request.
    pub request_id: String,
    /// When the event was sent, the same for each retry.
    pub sent_at: Timestamp,
    /// When this attempt began, another for each retry.
    pub started_at: Timestamp,
}

impl From<&Context> for Invocation {
    fn from(context: &Context) -> Self {
        Self {
            request_id: context.request_id.clone(),
            sent_at: wiring::invoked_at(context),
            started_at: wiring::started_at(context, message::TIME_LIMIT),
        }
    }
}

/// What the flow reads back when it begins a message: a flat object of strings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What the caller hears before the tone.
    pub prompt: String,
}

impl Answer {
    /// Asks for the message in a language.
    fn new(language: Language, now: Timestamp) -> Self {
        let manner = Manner::new(now.to_zoned(TimeZone::UTC).date());
        let message = Message::new("tell-voicemail");
        let (speech, error) = say_or_apologise(language, &message, Part::Main, &manner);
        if let Some(error) = error {
            tracing::error!(
                code = "voicemail.wording",
                error = wiring::chain(&error),
                "apologised"
            );
        }
        Self { prompt: speech.text().to_owned() }
    }
}

/// Handles one event; only a flow gets an answer.
///
/// # Errors
///
/// [`VoicemailError`]. Events of S3 and Transcribe should be sent again then.
pub async fn handle(
    event: Value,
    invocation: &Invocation,
    letterhead: &Letterhead,
    services: &impl Services,
) -> Result<Option<Answer>, VoicemailError> {
    match Request::try_from(event)? {
        Request::Begin { contact_id, mailbox, caller, dialled, language, summary } => {
            let keep_days = None;
            let beginning = Beginning { mailbox, caller, dialled, language, keep_days, summary };
            begin(services, &contact_id, beginning, invocation.sent_at).await;
            let language = language.unwrap_or(Language::EnUs);
            Ok(Some(Answer::new(language, invocation.sent_at)))
        }
        Request::Recorded { contact_id, bucket, key, at } => {
            let at = at.unwrap_or(invocation.sent_at);
            let recording = format!("{bucket}/{key}");
            let change = |stored| message::recorded(stored, &contact_id, &recording, at);
            let message = update(services, &contact_id, change).await?;
            if message.state == VoicemailState::Transcribing && !start(services, &message).await? {
                finish(services, message, None).await?;
                deliver(services, &contact_id, invocation, letterhead).await?;
            }
            Ok(None)
        }
        Request::Transcribed { contact_id, result } => {
            let Some(message) = services.load(&contact_id).await? else {
                tracing::info!(%contact_id, "ignored: the transcription is of no known message");
                return Ok(None);
            };
            transcribed(services, message, result).await?;
            deliver(services, &contact_id, invocation, letterhead).await?;
            Ok(None)
        }
        Request::Foreign(why) => {
            tracing::info!(why, "ignored");
            Ok(None)
        }
    }
}

/// Opens the message's record, if the table does so in time.
///
/// Without a record the caller can still leave a message: its recording opens one.
async fn begin(
    services: &impl Services,
    contact_id: &ContactId,
    beginning: Beginning,
    now: Timestamp,
) {
    let opening = async {
        let line = line(services, beginning.dialled.as_ref(), now).await;
        // A message of a line that cannot be read is kept as long as any.
        let line = line.ok().flatten();
        let keep_days = line.map(|it| it.retention.records_days);
        let beginning = Beginning { keep_days, ..beginning };
        let change = |stored| message::begun(stored, contact_id, &beginning, now);
        update(services, contact_id, change).await
    };
    match timeout(PATIENCE, opening).await {
        Ok(Ok(_)) => tracing::info!(%contact_id, "a message begins"),
        Ok(Err(error)) => {
            let (code, error) = (error.code(), wiring::chain(&error));
            tracing::error!(%contact_id, code, error, "a message begins without a record");
        }
        Err(_) => {
            let code = "voicemail.store-slow";
            tracing::error!(%contact_id, code, "a message begins without a record");
        }
    }
}

/// The line of a dialled number, if there is one.
async fn line(
    services: &impl Services,
    dialled: Option<&E164>,
    now: Timestamp,
) -> Result<Option<Arc<Line>>, StoreError> {
    match dialled {
        Some(number) => services.line(number, now).await,
        None => Ok(None),
    }
}

/// Has the recording transcribed; `false` when it never will be.
async fn start(services: &impl Services, message: &Voicemail) -> Result<bool, VoicemailError> {
    let contact_id = &message.contact_id;
    let recording = message.recording.as_deref().unwrap_or_default();
    let job = Job {
        name: &keys::job(contact_id),
        media: &format!("s3://{recording}"),
        output_key: &keys::job_output(contact_id),
        language: message.language.unwrap_or(Language::EnUs),
    };
    match services.transcribe(job).await.map_err(VoicemailError::Transcribe)? {
        Started::Yes => Ok(true),
        Started::Refused(cause) => {
            let code = "voicemail.transcription-refused";
            let error = wiring::chain(&*cause);
            tracing::error!(%contact_id, code, error, "delivered without a transcript");
            Ok(false)
        }
    }
}

/// Takes what the transcription gave, unless that is done already.
async fn transcribed(
    services: &impl Services,
    message: Voicemail,
    result: JobResult,
) -> Result<(), VoicemailError> {
    let contact_id = message.contact_id.clone();
    match result {
        JobResult::Failed(reason) => {
            let code = "voicemail.transcription-failed";
            tracing::error!(%contact_id, code, reason, "delivered without a transcript");
            finish(services, message, None).await
        }
        JobResult::Completed => {
            if message.state < VoicemailState::Transcribed {
                read(services, message).await?;
            }
            // What it holds is not redacted, so it goes as soon as the record has what is needed.
            // The bucket deletes it by itself within a day or two if this fails.
            if let Err(cause) = services.delete_result(&keys::job_output(&contact_id)).await {
                let code = "voicemail.result-not-deleted";
                let error = wiring::chain(&*cause);
                tracing::warn!(%contact_id, code, error, "left to the bucket's lifecycle");
            }
            Ok(())
        }
    }
}

/// Reads the result of the job, redacts it and keeps it.
async fn read(services: &impl Services, message: Voicemail) -> Result<(), VoicemailError> {
    let contact_id = message.contact_id.clone();
    let result = services.read_result(&keys::job_output(&contact_id)).await.map_err(|source| {
        VoicemailError::Bucket { what: "the result of the transcription job", done: "read", source }
    })?;
    let Some(result) = result else {
        // Another invocation may have read and deleted it since the record was loaded.
        let stored = services.load(&contact_id).await?;
        let is_done = stored.is_some_and(|it| it.state >= VoicemailState::Transcribed);
        return if is_done { Ok(()) } else { Err(VoicemailError::ResultMissing) };
    };
    match transcription::words(&result) {
        Ok(words) => {
            let words = redaction::redact(&words);
            let key = keys::transcript(&contact_id, message.keep_days);
            services.keep_transcript(&key, &words).await.map_err(|source| {
                VoicemailError::Bucket { what: "the transcript", done: "written", source }
            })?;
            finish(services, message, Some(&words)).await
        }
        Err(error) => {
            let code = "voicemail.result-unreadable";
            tracing::error!(%contact_id, code, %error, "delivered without a transcript");
            finish(services, message, None).await
        }
    }
}

/// Writes that there is nothing more to wait for.
async fn finish(
    services: &impl Services,
    message: Voicemail,
    transcript: Option<&str>,
) -> Result<(), VoicemailError> {
    let contact_id = message.contact_id.clone();
    // A record that is gone by now is written anew from what is known of it.
    let change = |stored: Option<Voicemail>| {
        let message = stored.unwrap_or_else(|| Voicemail { version: 0, ..message.clone() });
        message::transcribed(message, transcript)
    };
    update(services, &contact_id, change).await?;
    Ok(())
}

/// Mails the message, unless that is done or being done.
async fn deliver(
    services: &impl Services,
    contact_id: &ContactId,
    invocation: &Invocation,
    letterhead: &Letterhead,
) -> Result<(), VoicemailError> {
    let claim = Claim { by: invocation.request_id.clone(), at: invocation.started_at };
    let Some(message) = take(services, contact_id, &claim).await? else {
        return Ok(());
    };
    let line = line(services, message.dialled.as_ref(), invocation.sent_at).await;
    let mailed = match line {
        Ok(line) => {
            let letterhead = line.as_deref().map_or_else(|| letterhead.clone(), Letterhead::of);
            let mail = letterhead.write(&message, line.as_deref());
            services.mail(&mail).await.map_err(VoicemailError::Mail)
        }
        // Whom the message is for is not known now, and will be with another try.
        Err(error) => Err(VoicemailError::Store(error)),
    };
    if let Err(failure) = mailed {
        // Without this the message waits for the lease to end, no worse.
        if let Err(error) = services.save(message::released(message)).await {
            tracing::warn!(%contact_id, error = wiring::chain(&error), "the claim stays");
        }
        return Err(failure);
    }
    let change = |stored: Option<Voicemail>| {
        // A record that is gone by now is written anew.
        let message = stored.unwrap_or_else(|| Voicemail { version: 0, ..message.clone() });
        message::delivered(message, invocation.sent_at)
    };
    // Not to say so means another mail later, so it is worth a second try.
    if update(services, contact_id, change).await.is_err() {
        update(services, contact_id, change).await?;
    }
    tracing::info!(%contact_id, "delivered");
    Ok(())
}

/// Claims the message; `None` when it was delivered already.
async fn take(
    services: &impl Services,
    contact_id: &ContactId,
    claim: &Claim,
) -> Result<Option<Voicemail>, VoicemailError> {
    for _ in 0..TRIES {
        let Some(stored) = services.load(contact_id).await? else {
            return Ok(None);
        };
        let claimed = match message::claimed(stored, claim.clone()) {
            Claimed::Granted(claimed) => *claimed,
            Claimed::Held => return Err(VoicemailError::InProgress),
            Claimed::Delivered => return Ok(None),
        };
        match services.save(claimed).await {
            Err(SaveError::Conflict { .. }) => {}
            result => return Ok(Some(result?)),
        }
    }
    Err(VoicemailError::Contended)
}

/// Reads the record, changes it and writes it unless it is as it should be; anew when another
/// writer came between.
async fn update(
    services: &impl Services,
    contact_id: &ContactId,
    change: impl Fn(Option<Voicemail>) -> Voicemail,
) -> Result<Voicemail, VoicemailError> {
    for _ in 0..TRIES {
        let stored = services.load(contact_id).await?;
        let wanted = change(stored.clone());
        if stored.as_ref() == Some(&wanted) {
            return Ok(wanted);
        }
        match services.save(wanted).await {
            Err(SaveError::Conflict { .. }) => {}
            result => return Ok(result?),
        }
    }
    Err(VoicemailError::Contended)
}
