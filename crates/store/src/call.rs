//! Calls.

use std::collections::BTreeMap;
use std::str::FromStr;

use aws_events::E164;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{Put, TransactWriteItem};
use dialogue::Session;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use line::{Arm, Line, LineId};
use serde::{Deserialize, Serialize};

use crate::item::{self, GSI1, GSI2, Item};
use crate::table::Expect;
use crate::{
    CallerHash, ContactId, Kind, Profile, SaveError, StoreError, Table, Text, Turn, keys, record,
};

/// One call, from its first second on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// The contact.
    pub contact_id: ContactId,
    /// When it began.
    pub started_at: Timestamp,
    /// Language it is held in, such as `en-US`.
    pub language: String,
    /// The line that was called; `None` when the dialled number has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineId>,
    /// The number that was dialled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dialled: Option<E164>,
    /// Days that the call and its turns are kept; `None` for two years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_days: Option<u32>,
    /// The number that calls, for texts and callbacks; `None` when it is withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<E164>,
    /// Who calls; `None` when the number is withheld or could not be hashed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caller: Option<CallerHash>,
    /// The version of what the line remembers of the caller, as it was read or last written by this
    /// call; 0 when there is nothing.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub profile_version: u64,
    /// Whether the caller may be recorded.
    #[serde(default)]
    pub recording_consent: RecordingConsent,
    /// What is remembered of the dialogue.
    #[serde(default)]
    pub session: Session,
    /// Which of two wordings the caller heard, by experiment.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub arms: BTreeMap<String, Arm>,
    /// How far the call has come.
    #[serde(default)]
    pub outcome: Outcome,
    /// Why it went to a person, such as `asked`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalation_reason: Option<String>,
    /// The call in one sentence, for the person who takes over, calls back or hears the message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The version it was read with; 0 when it was never stored. Saving stores the next one.
    #[serde(default, skip_serializing)]
    pub version: u64,
}

impl Call {
    /// A call that has just begun.
    pub fn new(contact_id: ContactId, started_at: Timestamp, language: impl Into<String>) -> Self {
        Self {
            contact_id,
            started_at,
            language: language.into(),
            line: None,
            dialled: None,
            keep_days: None,
            number: None,
            caller: None,
            profile_version: 0,
            recording_consent: RecordingConsent::default(),
            session: Session::default(),
            arms: BTreeMap::new(),
            outcome: Outcome::default(),
            escalation_reason: None,
            summary: None,
            version: 0,
        }
    }

    /// The call with what follows from the number that was dialled. `line` is the line of that number,
    /// `None` when it has none or that is not known: such a call is kept as long as any.
    #[must_use]
    pub fn dialling(self, dialled: Option<E164>, line: Option<&Line>) -> Self {
        Self {
            dialled,
            line: line.map(|it| it.id.clone()),
            keep_days: line.map(|it| it.retention.records_days),
            ..self
        }
    }

    fn encode(&self) -> Result<Item, StoreError> {
        let key = keys::call(&self.contact_id);
        let mut item = record::encode(Kind::Call, key, self.version.saturating_add(1), self)?;
        let started_at = self.started_at.to_string();
        let day = keys::day(self.started_at.to_zoned(TimeZone::UTC).date());
        item::index(&mut item, GSI1, day, format!("{started_at}#{}", self.contact_id));
        if let Some(hash) = &self.caller {
            item::index(&mut item, GSI2, keys::caller(hash), started_at);
        }
        record::expire(&mut item, self.started_at, self.keep_days);
        Ok(item)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_zero(version: &u64) -> bool {
    *version == 0
}

/// Whether a caller may be recorded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordingConsent {
    /// They were told and did not object.
    Granted,
    /// They opted out.
    Refused,
    /// They have not been told yet.
    #[default]
    Unasked,
}

impl FromStr for RecordingConsent {
    type Err = ParseRecordingConsentError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "granted" => Ok(Self::Granted),
            "refused" => Ok(Self::Refused),
            "unasked" => Ok(Self::Unasked),
            _ => Err(ParseRecordingConsentError),
        }
    }
}

/// The text is no recording consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a recording consent is `granted`, `refused` or `unasked`")]
pub struct ParseRecordingConsentError;

/// How far a call has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It goes on, or the caller hung up.
    #[default]
    Open,
    /// The line served the caller.
    Served,
    /// It went to a queue.
    Queue,
    /// It went to voicemail.
    Voicemail,
    /// The caller is called back.
    Callback,
    /// Somebody was in danger.
    Emergency,
}

/// What [`Table::open_call`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// The record is new.
    New,
    /// An earlier try has opened it; it stays as it is.
    AlreadyThere,
}

impl Table {
    /// Reads a call; `None` when it was never opened.
    ///
    /// One strongly consistent `GetItem`: 1 read unit for each 4 KB begun; a call has 1 to 3 KB.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when the item is no call.
    pub async fn call(&self, contact_id: &ContactId) -> Result<Option<Call>, StoreError> {
        let item = self.get(Kind::Call, keys::call(contact_id)).await?;
        item.map(|it| record::decode(Kind::Call, it)).transpose()
    }

    /// Writes the record of a call that begins, unless it is there already.
    ///
    /// One conditional `PutItem`: 1 write unit, and 1 more for each of the two indexes.
    ///
    /// # Errors
    ///
    /// [`StoreError::Write`] when DynamoDB fails.
    pub async fn open_call(&self, call: &Call) -> Result<Opened, StoreError> {
        match self.put(Kind::Call, call.encode()?, Expect::Absent).await {
            Ok(()) => Ok(Opened::New),
            Err(SaveError::Conflict { .. }) => Ok(Opened::AlreadyThere),
            Err(SaveError::Store(error)) => Err(error),
        }
    }

    /// Writes a call over the version it was read with.
    ///
    /// One conditional `PutItem`: 1 write unit for each KB begun, and again for each of the two
    /// indexes.
    ///
    /// # Errors
    ///
    /// [`SaveError::Conflict`] when the stored call is another version, [`StoreError::Write`] when
    /// DynamoDB fails.
    pub async fn save_call(&self, call: &Call) -> Result<(), SaveError> {
        self.put(Kind::Call, call.encode()?, Expect::of(call.version)).await
    }

    /// Writes a finished turn, the texts that it promises, what is remembered of the caller, and the
    /// call with its new session: all or nothing.
    ///
    /// Call and profile must be the versions they were read with, and turn and texts must be new. A
    /// call that was never opened (version 0) is opened by this. One `TransactWriteItems` of two
    /// items and one for each text and the profile: 2 write units for each KB begun of each, and
    /// again for the call's two indexes.
    ///
    /// # Errors
    ///
    /// [`SaveError::Conflict`] of the call when another invocation has finished this turn or
    /// changed the call, and of the profile when nothing but that was changed, by another call.
    /// [`StoreError::Write`] when DynamoDB fails. The turn may be stored all the same then, which
    /// the session's turn number tells on the next read.
    pub async fn finish_turn(
        &self,
        call: &Call,
        turn: &Turn,
        texts: &[Text],
        profile: Option<&Profile>,
    ) -> Result<(), SaveError> {
        let expect = Expect::of(call.version);
        let mut request = self
            .client
            .transact_write_items()
            .transact_items(self.conditional_put(Kind::Call, call.encode()?, expect)?)
            .transact_items(self.conditional_put(
                Kind::Turn,
                turn.encode(call.keep_days)?,
                Expect::Absent,
            )?);
        for text in texts {
            let put = self.conditional_put(Kind::Text, text.encode()?, Expect::Absent)?;
            request = request.transact_items(put);
        }
        if let Some(profile) = profile {
            let expect = Expect::of(profile.version);
            let put = self.conditional_put(Kind::Profile, profile.encode()?, expect)?;
            request = request.transact_items(put);
        }
        match Box::pin(request.send()).await {
            Ok(_) => Ok(()),
            Err(error) => match conflicts(&error).as_slice() {
                [] => Err(StoreError::write(Kind::Turn, error).into()),
                // The profile is the last item, if there is one.
                [others @ .., last] if profile.is_some() && *last && !others.contains(&true) => {
                    Err(SaveError::Conflict { kind: Kind::Profile })
                }
                _ => Err(SaveError::Conflict { kind: Kind::Call }),
            },
        }
    }

    fn conditional_put(
        &self,
        kind: Kind,
        item: Item,
        expect: Expect,
    ) -> Result<TransactWriteItem, StoreError> {
        let put = Put::builder()
            .table_name(&self.name)
            .set_item(Some(item))
            .condition_expression(expect.expression())
            .expression_attribute_names("#key", expect.name())
            .set_expression_attribute_values(expect.values())
            .build()
            .map_err(|source| StoreError::write(kind, source))?;
        Ok(TransactWriteItem::builder().put(put).build())
    }
}

/// Which items another writer came first to, in the order of the transaction; none when it failed for
/// another reason.
fn conflicts<R>(error: &SdkError<TransactWriteItemsError, R>) -> Vec<bool> {
    let Some(TransactWriteItemsError::TransactionCanceledException(canceled)) =
        error.as_service_error()
    else {
        return Vec::new();
    };
    let reasons = canceled.cancellation_reasons().iter();
    let met = reasons
        .map(|it| matches!(it.code(), Some("ConditionalCheckFailed" | "TransactionConflict")));
    Some(met.collect::<Vec<_>>()).filter(|it| it.contains(&true)).unwrap_or_default()
}
