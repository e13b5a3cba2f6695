//! Callers, known by a keyed hash of their number.

use std::fmt;

use aws_events::E164;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// Fewest bytes of a key. Shorter ones could be tried out.
const MIN_KEY_LENGTH: usize = 16;

/// Bytes of the hash that are kept: 128 bits tell all callers apart.
const HASH_LENGTH: usize = 16;

/// The secret that hashes callers' numbers.
///
/// There are few enough numbers to hash them all, so a hash without a secret would hide nothing.
#[derive(Clone)]
pub struct CallerKey(Hmac<Sha256>);

impl CallerKey {
    /// A key made of a secret's bytes.
    ///
    /// # Errors
    ///
    /// [`CallerKeyError`] when there are fewer than 16.
    pub fn new(secret: &[u8]) -> Result<Self, CallerKeyError> {
        if secret.len() < MIN_KEY_LENGTH {
            return Err(CallerKeyError);
        }
        Hmac::new_from_slice(secret).map(Self).or(Err(CallerKeyError))
    }

    /// What stands for a caller in keys: the first half of the HMAC-SHA256 of their number.
    pub fn hash(&self, number: &E164) -> CallerHash {
        let digest = self.0.clone().chain_update(number.as_str()).finalize().into_bytes();
        let half = digest.iter().take(HASH_LENGTH).fold(0, |it, byte| it << 8 | u128::from(*byte));
        CallerHash(format!("{half:032x}"))
    }
}

impl fmt::Debug for CallerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CallerKey(…)")
    }
}

/// The secret is too short to be a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a caller key has at least {MIN_KEY_LENGTH} bytes")]
pub struct CallerKeyError;

/// A caller's number, hashed: 32 hexadecimal digits that only a [`CallerKey`] makes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallerHash(String);

impl CallerHash {
    /// The hash as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_first_half_of_the_hmac() {
        // printf '+12025550143' | openssl dgst -sha256 -hmac 'a secret of 24 bytes, ok'
        let key = CallerKey::new(b"a secret of 24 bytes, ok").unwrap();
        let hash = key.hash(&"+12025550143".parse().unwrap());
        assert_eq!(hash.as_str(), "6248b2b6c140b037b5dcf000fbf8789b");
    }

    #[test]
    fn another_key_gives_another_hash() {
        let number = "+12025550143".parse().unwrap();
        let hash = |secret: &[u8]| CallerKey::new(secret).unwrap().hash(&number);
        assert_ne!(hash(&[1; 32]), hash(&[2; 32]));
    }

    #[test]
    fn a_short_key_is_refused_and_no_key_is_shown() {
        assert_eq!(CallerKey::new(b"hunter2").unwrap_err(), CallerKeyError);
        assert_eq!(format!("{:?}", CallerKey::new(&[7; 16]).unwrap()), "CallerKey(…)");
    }
}
