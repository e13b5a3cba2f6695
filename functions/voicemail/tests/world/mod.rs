//! A small world in memory: the record, the bucket, the transcriber and the post.

#![expect(unreachable_pub, reason = "every test file that uses this has its own copy")]
#![allow(dead_code, clippy::allow_attributes, reason = "no test file uses all of it")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::task::Poll;

use aws_events::E164;
use jiff::Timestamp;
use line::Line;
use serde_json::{Value, json};
use store::{ContactId, Kind, SaveError, StoreError, Voicemail};
use voicemail::{Cause, Job, Mail, Services, Started};
use wording::Language;

/// What the caller says in this world, with something to be masked.
pub const SAID: &str = "Charge 4111 1111 1111 1111 and call me back.";

/// How the next effect goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not happen.
    Before,
    /// It happens, and its answer is lost.
    After,
}

/// A world; a clone of its state can be looked at any time.
#[derive(Debug, Default)]
pub struct World(pub RefCell<State>);

/// What a world consists of.
#[derive(Debug, Default)]
pub struct State {
    pub records: BTreeMap<ContactId, Voicemail>,
    /// Names of the jobs and what they transcribe.
    pub jobs: BTreeMap<String, String>,
    pub objects: BTreeMap<String, String>,
    pub mails: Vec<Mail>,
    /// Lines by their numbers.
    pub lines: BTreeMap<E164, Arc<Line>>,
    /// Languages of the jobs.
    pub spoken: Vec<Language>,
    /// What Transcribe writes for each job, in place of [`SAID`].
    pub result: Option<String>,
    /// Whether Transcribe refuses every recording.
    pub refuses: bool,
    /// How many effects go well before one does not.
    pub fault_after: Option<(usize, Fault)>,
}

impl State {
    fn fault(&mut self) -> Option<Fault> {
        let (n, fault) = self.fault_after.take()?;
        if n == 0 {
            return Some(fault);
        }
        self.fault_after = Some((n - 1, fault));
        None
    }
}

impl World {
    /// Does something to the state, unless it is to fail; lets others go first.
    async fn effect<T>(&self, act: impl FnOnce(&mut State) -> T) -> Result<T, Cause> {
        let mut yielded = false;
        std::future::poll_fn(|context| {
            if std::mem::replace(&mut yielded, true) {
                return Poll::Ready(());
            }
            context.waker().wake_by_ref();
            Poll::Pending
        })
        .await;
        let mut state = self.0.borrow_mut();
        match state.fault() {
            None => Ok(act(&mut state)),
            Some(Fault::Before) => Err("nothing happened".into()),
            Some(Fault::After) => {
                act(&mut state);
                Err("the answer was lost".into())
            }
        }
    }
}

const KIND: Kind = Kind::Voicemail;

impl Services for World {
    async fn load(&self, contact_id: &ContactId) -> Result<Option<Voicemail>, StoreError> {
        self.effect(|state| state.records.get(contact_id).cloned())
            .await
            .map_err(|source| StoreError::Read { kind: KIND, source })
    }

    async fn save(&self, message: Voicemail) -> Result<Voicemail, SaveError> {
        self.effect(|state| {
            let stored = state.records.get(&message.contact_id).map_or(0, |it| it.version);
            if stored != message.version {
                return Err(SaveError::Conflict { kind: KIND });
            }
            let message = Voicemail { version: stored + 1, ..message };
            state.records.insert(message.contact_id.clone(), message.clone());
            Ok(message)
        })
        .await
        .map_err(|source| StoreError::Write { kind: KIND, source })?
    }

    async fn line(&self, number: &E164, _: Timestamp) -> Result<Option<Arc<Line>>, StoreError> {
        self.effect(|state| state.lines.get(number).cloned())
            .await
            .map_err(|source| StoreError::Read { kind: Kind::Line, source })
    }

    async fn transcribe(&self, job: Job<'_>) -> Result<Started, Cause> {
        self.effect(|state| {
            if state.refuses {
                return Started::Refused("no sound".into());
            }
            state.spoken.push(job.language);
            let said = json!({ "results": { "transcripts": [{ "transcript": SAID }] } });
            let result = state.result.clone().unwrap_or_else(|| said.to_string());
            if state.jobs.insert(job.name.to_owned(), job.media.to_owned()).is_none() {
                state.objects.insert(job.output_key.to_owned(), result);
            }
            Started::Yes
        })
        .await
    }

    async fn read_result(&self, key: &str) -> Result<Option<Vec<u8>>, Cause> {
        self.effect(|state| state.objects.get(key).map(|it| it.clone().into_bytes())).await
    }

    async fn delete_result(&self, key: &str) -> Result<(), Cause> {
        self.effect(|state| drop(state.objects.remove(key))).await
    }

    async fn keep_transcript(&self, key: &str, text: &str) -> Result<(), Cause> {
        self.effect(|state| drop(state.objects.insert(key.to_owned(), text.to_owned()))).await
    }

    async fn mail(&self, mail: &Mail) -> Result<(), Cause> {
        self.effect(|state| state.mails.push(mail.clone())).await
    }
}

/// The contact that all events are about.
pub const CONTACT: &str = "0a1b2c3d-0000-4000-8000-000000000001";

/// A flow begins a message.
pub fn begun() -> Value {
    json!({ "Name": "ContactFlowEvent", "Details": {
        "ContactData": {
            "ContactId": CONTACT,
            "CustomerEndpoint": { "Address": "+12025550143", "Type": "TELEPHONE_NUMBER" },
        },
        "Parameters": { "mailbox": "general" },
    } })
}

/// The recording is in the bucket.
pub fn recorded() -> Value {
    let key =
        format!("connect/acme/CallRecordings/ivr/2026/03/02/{CONTACT}_20260302T17:00_UTC.wav");
    json!({ "id": "e-1", "source": "aws.s3", "detail-type": "Object Created",
            "time": "2026-03-02T17:01:30Z",
            "detail": { "bucket": { "name": "recordings" }, "object": { "key": key } } })
}

/// The transcription ended, `COMPLETED` or `FAILED`.
pub fn transcribed(status: &str) -> Value {
    json!({ "id": "e-2", "source": "aws.transcribe", "time": "2026-03-02T17:02:30Z",
            "detail-type": "Transcribe Job State Change",
            "detail": { "TranscriptionJobName": format!("voicemail-{CONTACT}"),
                        "TranscriptionJobStatus": status } })
}
