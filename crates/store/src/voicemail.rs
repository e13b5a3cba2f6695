//! Messages that callers left.

use std::fmt;
use std::str::FromStr;

use aws_events::E164;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wording::Language;

use crate::item::{self, GSI1, Item};
use crate::table::Expect;
use crate::{Claim, ContactId, Kind, SaveError, StoreError, Table, keys, record};

/// A message that a caller left, or is leaving.
///
/// `Debug` does not show what was said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voicemail {
    /// The contact.
    pub contact_id: ContactId,
    /// Whose message it is.
    pub mailbox: Mailbox,
    /// How far it has come.
    pub state: VoicemailState,
    /// When it was left.
    pub left_at: Timestamp,
    /// The number that was dialled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dialled: Option<E164>,
    /// Language of the call; `None` when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Days that the message is kept; `None` for two years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_days: Option<u32>,
    /// Who left it; `None` when the number is withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caller: Option<E164>,
    /// What the caller told the assistant before, in one sentence; `None` when nothing is known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Where the recording is, as `bucket/key`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<String>,
    /// What was said, redacted; empty when no words were recognised, `None` when there is no
    /// transcript, or none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transcript: Option<String>,
    /// The invocation that is mailing it right now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_claim: Option<Claim>,
    /// When it was mailed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mailed_at: Option<Timestamp>,
    /// The version it was read with; 0 when it was never stored. Saving stores the next one.
    #[serde(default, skip_serializing)]
    pub version: u64,
}

impl fmt::Debug for Voicemail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Voicemail")
            .field("contact_id", &self.contact_id)
            .field("mailbox", &self.mailbox)
            .field("state", &self.state)
            .field("left_at", &self.left_at)
            .field("caller", &self.caller)
            .field("recording", &self.recording)
            .field("mail_claim", &self.mail_claim)
            .field("mailed_at", &self.mailed_at)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

impl Voicemail {
    /// A message that a caller begins to leave.
    pub fn new(contact_id: ContactId, mailbox: Mailbox, left_at: Timestamp) -> Self {
        Self {
            contact_id,
            mailbox,
            state: VoicemailState::Recording,
            left_at,
            dialled: None,
            language: None,
            keep_days: None,
            caller: None,
            summary: None,
            recording: None,
            transcript: None,
            mail_claim: None,
            mailed_at: None,
            version: 0,
        }
    }

    fn encode(&self) -> Result<Item, StoreError> {
        let key = keys::voicemail(&self.contact_id);
        let mut item = record::encode(Kind::Voicemail, key, self.version.saturating_add(1), self)?;
        let pk = keys::mailbox(&self.mailbox, self.state);
        item::index(&mut item, GSI1, pk, self.left_at.to_string());
        record::expire(&mut item, self.left_at, self.keep_days);
        Ok(item)
    }
}

/// How far a message has come. It only ever moves on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum VoicemailState {
    /// The caller is speaking, or hung up without a word.
    Recording,
    /// The recording is there and is being transcribed.
    Transcribing,
    /// The transcript is there, or there will be none; the message can be delivered.
    Transcribed,
    /// It was mailed.
    Delivered,
}

impl VoicemailState {
    /// The state in the word that records use, such as `transcribing`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Recording => "recording",
            Self::Transcribing => "transcribing",
            Self::Transcribed => "transcribed",
            Self::Delivered => "delivered",
        }
    }
}

/// Whose messages they are: a short word, such as `general`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mailbox(String);

impl Mailbox {
    /// The mailbox as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Mailbox {
    /// `general`, everyone's mailbox.
    fn default() -> Self {
        Self("general".to_owned())
    }
}

impl FromStr for Mailbox {
    type Err = ParseMailboxError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let fits = (1..=MAX_MAILBOX_LENGTH).contains(&text.len()) && text.bytes().all(is_part);
        if fits { Ok(Self(text.to_owned())) } else { Err(ParseMailboxError) }
    }
}

impl TryFrom<String> for Mailbox {
    type Error = ParseMailboxError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Mailbox> for String {
    fn from(mailbox: Mailbox) -> Self {
        mailbox.0
    }
}

/// Most characters of a mailbox's name.
const MAX_MAILBOX_LENGTH: usize = 32;

/// The text is no mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a mailbox is 1 to {MAX_MAILBOX_LENGTH} lowercase letters, digits and hyphens")]
pub struct ParseMailboxError;

impl Table {
    /// Reads a message; `None` when there is none.
    ///
    /// One strongly consistent `GetItem`: 1 read unit for each 4 KB begun; a message has 1 to 4 KB.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when the item is no
    /// voicemail.
    pub async fn voicemail(&self, contact_id: &ContactId) -> Result<Option<Voicemail>, StoreError> {
        let item = self.get(Kind::Voicemail, keys::voicemail(contact_id)).await?;
        item.map(|it| record::decode(Kind::Voicemail, it)).transpose()
    }

    /// Writes a message over the version it was read with, and gives it with its new version.
    ///
    /// One conditional `PutItem`: 1 write unit for each KB begun, and again for the index, twice
    /// when the state changed.
    ///
    /// # Errors
    ///
    /// [`SaveError::Conflict`] when the stored message is another version, [`StoreError::Write`]
    /// when DynamoDB fails.
    pub async fn save_voicemail(&self, message: Voicemail) -> Result<Voicemail, SaveError> {
        let expect = Expect::of(message.version);
        self.put(Kind::Voicemail, message.encode()?, expect).await?;
        Ok(Voicemail { version: message.version.saturating_add(1), ..message })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mailbox_cannot_break_out_of_a_key() {
        assert_eq!("sales-2".parse::<Mailbox>().unwrap().as_str(), "sales-2");
        for text in ["", "Sales", "a#b", "a b", &"a".repeat(33)] {
            assert_eq!(text.parse::<Mailbox>(), Err(ParseMailboxError), "{text:?}");
        }
    }

    #[test]
    fn states_are_in_order() {
        use VoicemailState::{Delivered, Recording, Transcribed, Transcribing};
        assert!([Recording, Transcribing, Transcribed, Delivered].is_sorted());
    }
}
