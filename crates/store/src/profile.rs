//! What a line remembers of callers who agreed to it.

use std::fmt;

use aws_sdk_dynamodb::types::AttributeValue;
use dialogue::Remembered;
use jiff::Timestamp;
use line::LineId;
use serde::{Deserialize, Serialize};
use wording::Language;

use crate::item::{Item, PK, SK};
use crate::keys::{self, PROFILE_PREFIX};
use crate::{CallerHash, Kind, StoreError, Table, record};

/// What one line remembers of one caller. Other lines of the deployment do not see it.
///
/// Two calls of a caller may be held at once; the one that ends last is told that what it read has changed.
///
/// `Debug` shows nothing of the caller.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Who calls.
    pub caller: CallerHash,
    /// The line that remembers.
    pub line: LineId,
    /// Whether it may, and what is open.
    pub remembered: Remembered,
    /// The language they spoke last; `None` for one who refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// When it was last written.
    pub updated_at: Timestamp,
    /// Days that it is kept after that; `None` for two years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_days: Option<u32>,
    /// The version it was read with; 0 when it was never stored. Writing stores the next one.
    #[serde(default, skip_serializing)]
    pub version: u64,
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Profile")
            .field("line", &self.line)
            .field("consent", &self.remembered.consent)
            .field("updated_at", &self.updated_at)
            .finish_non_exhaustive()
    }
}

impl Profile {
    pub(crate) fn encode(&self) -> Result<Item, StoreError> {
        let key = keys::profile(&self.caller, &self.line);
        let mut item = record::encode(Kind::Profile, key, self.version.saturating_add(1), self)?;
        record::expire(&mut item, self.updated_at, self.keep_days);
        Ok(item)
    }
}

impl Table {
    /// Reads what the lines of the deployment remember of a caller, in the order of their ids.
    ///
    /// One strongly consistent `Query`: 1 read unit for each 4 KB begun; a profile has less than 1 KB.
    /// Reading all of them takes no longer than reading one, and the line need not be known yet.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when an item is no profile.
    pub async fn profiles(&self, caller: &CallerHash) -> Result<Vec<Profile>, StoreError> {
        let request = self
            .client
            .query()
            .table_name(&self.name)
            .consistent_read(true)
            .key_condition_expression("#pk = :caller AND begins_with(#sk, :prefix)")
            .expression_attribute_names("#pk", PK)
            .expression_attribute_names("#sk", SK)
            .expression_attribute_values(":caller", AttributeValue::S(keys::caller(caller)))
            .expression_attribute_values(":prefix", AttributeValue::S(PROFILE_PREFIX.to_owned()));
        // One page of 1 MB holds over a thousand profiles; a caller has one for each line they called.
        let page = Box::pin(request.send()).await;
        let page = page.map_err(|source| StoreError::read(Kind::Profile, source))?;
        let items = page.items.unwrap_or_default().into_iter();
        items.map(|it| record::decode(Kind::Profile, it)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CallerKey;
    use dialogue::{Consent, Matter, Slot, Slots, Wish};

    #[test]
    fn nothing_of_a_caller_is_shown() {
        let key = CallerKey::new(b"0123456789abcdef").unwrap();
        let matter = Matter {
            wish: Wish::CheckOrderStatus,
            slots: Slots::from([(Slot::OrderNumber, "55421".to_owned())]),
            on: jiff::civil::Date::constant(2026, 3, 1),
            until: None,
        };
        let profile = Profile {
            caller: key.hash(&"+12025550143".parse().unwrap()),
            line: "northwind".parse().unwrap(),
            remembered: Remembered {
                consent: Some(Consent::Granted),
                name: Some("Dana".to_owned()),
                matters: vec![matter],
            },
            language: Some(Language::EnUs),
            updated_at: Timestamp::UNIX_EPOCH,
            keep_days: None,
            version: 0,
        };
        let shown = format!("{profile:?}");
        assert!(
            !shown.contains("55421")
                && !shown.contains("Dana")
                && !shown.contains(profile.caller.as_str()),
            "{shown}"
        );
    }
}
