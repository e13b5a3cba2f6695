//! Texts to callers, from the turn that promises one to the carrier that takes it.

use std::fmt;
use std::str::FromStr;

use aws_events::E164;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::item::Item;
use crate::keys::{self, TEXT_PREFIX};
use crate::table::Expect;
use crate::{Claim, ContactId, Kind, SaveError, StoreError, Table, record};

/// Days that a text is kept while it has words. They go when it is sent or too late; this is for those
/// of which the stream told nobody.
const WORDS_DAYS: u32 = 1;

/// An SMS that a caller was promised.
///
/// It is stored with the turn that promises it, in one transaction, so a turn that is taken twice
/// texts once. Its words are dropped when they are sent: they may be a one-time code.
///
/// `Debug` shows neither words nor number.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The contact.
    pub contact_id: ContactId,
    /// The turn that promises it.
    pub turn: u32,
    /// 1 for the first of the turn.
    pub number: u32,
    /// What it is, as the wording names it, such as `text-payment-link`.
    pub message: String,
    /// Who gets it.
    pub to: E164,
    /// The words; `None` once it was sent, or cannot be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// How far it has come.
    pub state: TextState,
    /// When it was promised.
    pub promised_at: Timestamp,
    /// Days that it is kept; `None` for two years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_days: Option<u32>,
    /// The invocation that is sending it right now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// Times that it was sent and nobody knows whether the carrier has it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unsure: u32,
    /// When it was sent, or given up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// The version it was read with; 0 when it was never stored. Saving stores the next one.
    #[serde(default, skip_serializing)]
    pub version: u64,
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text")
            .field("contact_id", &self.contact_id)
            .field("turn", &self.turn)
            .field("number", &self.number)
            .field("message", &self.message)
            .field("state", &self.state)
            .field("claim", &self.claim)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// Which text of which turn of which contact.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextId {
    /// The contact.
    pub contact_id: ContactId,
    /// The turn that promises it.
    pub turn: u32,
    /// 1 for the first of the turn.
    pub number: u32,
}

impl TextId {
    /// Reads the key of an item; `None` when the item is no text.
    pub fn from_key(pk: &str, sk: &str) -> Option<Self> {
        let contact_id = ContactId::from_str(pk.strip_prefix(keys::CALL_PREFIX)?).ok()?;
        let (turn, number) = sk.strip_prefix(TEXT_PREFIX)?.split_once('#')?;
        let number_of = |text: &str| {
            let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
            if is_number { text.parse().ok() } else { None }
        };
        Some(Self { contact_id, turn: number_of(turn)?, number: number_of(number)? })
    }
}

/// How far a text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextState {
    /// It waits to be sent.
    Promised,
    /// The carrier has it.
    Sent,
    /// It cannot be sent, and nobody tries again.
    Refused,
    /// The carrier perhaps has it, and nobody tries again.
    Unsure,
}

impl Text {
    /// A text that is promised.
    pub fn new(
        id: TextId,
        message: impl Into<String>,
        to: E164,
        words: impl Into<String>,
        promised_at: Timestamp,
    ) -> Self {
        let TextId { contact_id, turn, number } = id;
        Self {
            contact_id,
            turn,
            number,
            message: message.into(),
            to,
            words: Some(words.into()),
            state: TextState::Promised,
            promised_at,
            keep_days: None,
            claim: None,
            unsure: 0,
            ended_at: None,
            version: 0,
        }
    }

    /// Where it is.
    pub fn id(&self) -> TextId {
        let Self { contact_id, turn, number, .. } = self;
        TextId { contact_id: contact_id.clone(), turn: *turn, number: *number }
    }

    pub(crate) fn encode(&self) -> Result<Item, StoreError> {
        let version = self.version.saturating_add(1);
        let mut item = record::encode(Kind::Text, keys::text(&self.id()), version, self)?;
        let keep_days = if self.words.is_some() { Some(WORDS_DAYS) } else { self.keep_days };
        record::expire(&mut item, self.promised_at, keep_days);
        Ok(item)
    }
}

impl Table {
    /// Reads a text; `None` when there is none.
    ///
    /// One strongly consistent `GetItem`: 1 read unit, since a text has less than 4 KB.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when the item is no text.
    pub async fn text(&self, id: &TextId) -> Result<Option<Text>, StoreError> {
        let item = self.get(Kind::Text, keys::text(id)).await?;
        item.map(|it| record::decode(Kind::Text, it)).transpose()
    }

    /// Writes a text over the version it was read with, and gives it with its new version.
    ///
    /// One conditional `PutItem`: 1 write unit for each KB begun.
    ///
    /// # Errors
    ///
    /// [`SaveError::Conflict`] when the stored text is another version, [`StoreError::Write`] when
    /// DynamoDB fails.
    pub async fn save_text(&self, text: Text) -> Result<Text, SaveError> {
        self.put(Kind::Text, text.encode()?, Expect::of(text.version)).await?;
        Ok(Text { version: text.version.saturating_add(1), ..text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_a_text_or_nothing() {
        for (pk, sk, named) in [
            ("CALL#abc-1", "TEXT#0003#1", Some((3, 1))),
            ("CALL#abc-1", "TEXT#12000#12", Some((12000, 12))),
            ("CALL#abc-1", "TURN#0003", None),
            ("CALL#abc-1", "TEXT#0003", None),
            ("CALL#abc-1", "TEXT#+003#1", None),
            ("CALL#abc-1", "TEXT##1", None),
            ("CALL#abc-1", "TEXT#99999999999#1", None),
            ("CALL#", "TEXT#0003#1", None),
            ("CALL#a b", "TEXT#0003#1", None),
            ("ORDER#1", "TEXT#0003#1", None),
        ] {
            let found = TextId::from_key(pk, sk);
            assert_eq!(found.as_ref().map(|it| (it.turn, it.number)), named, "{pk} {sk}");
            if let Some(id) = found {
                let key = keys::text(&id);
                assert_eq!((key.pk.as_str(), key.sk.as_str()), (pk, sk));
            }
        }
    }

    #[test]
    fn words_are_kept_a_day_and_what_became_of_them_as_long_as_the_line_says() {
        let id = TextId { contact_id: "c".parse().unwrap(), turn: 1, number: 1 };
        let to = "+12025550143".parse().unwrap();
        let text = Text::new(id, "text-one-time-code", to, "123456", Timestamp::UNIX_EPOCH);
        let text = Text { keep_days: Some(90), ..text };
        let expires = |text: &Text| text.encode().unwrap()[crate::item::EXPIRES_AT].clone();
        let number = |days: u32| crate::item::number(days * 86_400);
        assert_eq!(expires(&text), number(1));
        assert_eq!(expires(&Text { words: None, ..text }), number(90));
    }

    #[test]
    fn nothing_of_the_caller_shows() {
        let id = TextId { contact_id: "c".parse().unwrap(), turn: 1, number: 1 };
        let to = "+12025550143".parse().unwrap();
        let text =
            Text::new(id, "text-one-time-code", to, "Your code is 123456.", Timestamp::UNIX_EPOCH);
        let shown = format!("{text:?}");
        assert!(!shown.contains("123456") && !shown.contains("0143"), "{shown}");
    }
}
