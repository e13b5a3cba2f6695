//! Ids of contacts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Most characters of an id.
const MAX_LENGTH: usize = 100;

/// The id of a contact, a UUID wherever Connect makes it.
///
/// Holding one proves that the text is 1 to 100 ASCII letters, digits and hyphens, so that it can be
/// part of a key, a file name and the name of a job.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ContactId(String);

impl ContactId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ContactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ContactId {
    type Err = ParseContactIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = (1..=MAX_LENGTH).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if fits { Ok(Self(text.to_owned())) } else { Err(ParseContactIdError) }
    }
}

impl TryFrom<String> for ContactId {
    type Error = ParseContactIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ContactId> for String {
    fn from(id: ContactId) -> Self {
        id.0
    }
}

/// The text is no contact id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a contact id is 1 to {MAX_LENGTH} ASCII letters, digits and hyphens")]
pub struct ParseContactIdError;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_cannot_break_out_of_a_key() {
        let uuid = "0a1b2c3d-0000-4000-8000-000000000001";
        assert_eq!(uuid.parse::<ContactId>().unwrap().as_str(), uuid);
        for text in ["", "a#b", "a/b", "a_b", "a b", "..", "é", &"a".repeat(101)] {
            assert_eq!(text.parse::<ContactId>(), Err(ParseContactIdError), "{text:?}");
        }
    }
}
