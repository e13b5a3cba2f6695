//! What the function does to the world.

use std::error::Error;
use std::sync::Arc;

use aws_events::E164;
use jiff::Timestamp;
use line::Line;
use store::{ContactId, SaveError, StoreError, Voicemail};
use wording::Language;

use crate::Mail;

/// What a service said went wrong.
pub type Cause = Box<dyn Error + Send + Sync>;

/// The world, as far as a message touches it.
///
/// Everything here may be done twice and is, except for [`Services::mail`]: a second mail reaches a
/// person.
pub trait Services {
    /// Reads a message's record.
    fn load(
        &self,
        contact_id: &ContactId,
    ) -> impl Future<Output = Result<Option<Voicemail>, StoreError>>;

    /// Writes a message's record over the version it was read with, and gives it with its new one.
    fn save(&self, message: Voicemail) -> impl Future<Output = Result<Voicemail, SaveError>>;

    /// Reads the line of a dialled number; `None` when there is none.
    fn line(
        &self,
        number: &E164,
        now: Timestamp,
    ) -> impl Future<Output = Result<Option<Arc<Line>>, StoreError>>;

    /// Has a recording transcribed, unless that was begun before.
    fn transcribe(&self, job: Job<'_>) -> impl Future<Output = Result<Started, Cause>>;

    /// Reads what Transcribe wrote; `None` when it is not there.
    fn read_result(&self, key: &str) -> impl Future<Output = Result<Option<Vec<u8>>, Cause>>;

    /// Deletes what Transcribe wrote.
    fn delete_result(&self, key: &str) -> impl Future<Output = Result<(), Cause>>;

    /// Keeps a redacted transcript.
    fn keep_transcript(&self, key: &str, text: &str) -> impl Future<Output = Result<(), Cause>>;

    /// Sends a mail.
    fn mail(&self, mail: &Mail) -> impl Future<Output = Result<(), Cause>>;
}

/// A transcription job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job<'a> {
    /// Its name, which no other job has.
    pub name: &'a str,
    /// Where the recording is, as `s3://bucket/key`.
    pub media: &'a str,
    /// Key in the bucket for its result.
    pub output_key: &'a str,
    /// What is spoken in it.
    pub language: Language,
}

/// What became of a request to transcribe.
#[derive(Debug)]
pub enum Started {
    /// The job runs, or has run.
    Yes,
    /// Transcribe will never take this recording, for this reason.
    Refused(Cause),
}
