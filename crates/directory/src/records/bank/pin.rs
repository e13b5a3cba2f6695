//! PINs and their hashes.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{CustomizedPasswordHasher, PasswordVerifier};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};
use dialogue::business::Secret;

use crate::DirectoryError;
use crate::records::{Kind, Pepper};

/// Digits of a PIN.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=6;

/// How much work a hash is: memory in KiB, passes over it, and lanes.
///
/// The default is the least that OWASP recommends, in the variant with less memory. A PIN has so few
/// digits that work alone does not protect it: it takes the lock, and the pepper.
///
/// Source: OWASP Password Storage Cheat Sheet, "Argon2id".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkFactor {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for WorkFactor {
    fn default() -> Self {
        Self { memory: 19 * 1024, passes: 2, lanes: 1 }
    }
}

/// Most memory of a stored hash, in KiB: a function has 256 MB for everything.
const MOST_MEMORY: u32 = 64 * 1024;
/// Most passes of a stored hash.
const MOST_PASSES: u32 = 10;
/// Least work of a stored hash, as memory times passes: what every recommendation comes to, the one
/// with the least memory (7 MiB, 5 passes) included.
const LEAST_WORK: u32 = 35 * 1024;

/// Why a PIN cannot be hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HashPinError {
    /// It is no PIN.
    #[error("a PIN is 4 to 6 digits")]
    Pin,
    /// The salt is too short or too long.
    #[error("a salt has 16 to 48 bytes")]
    Salt,
    /// The work factor is out of range.
    #[error("the work factor is out of range")]
    Work,
}

/// Hashes a PIN as a `bank-account` record has it: argon2id in PHC form.
///
/// `salt` is 16 random bytes or more, other ones for each account; `pepper` is that of the deployment,
/// without which the PIN is not recognised there.
///
/// # Errors
///
/// [`HashPinError`] when the PIN is none or the salt does not do.
pub fn hash_pin(
    pin: &Secret,
    salt: &[u8],
    work: WorkFactor,
    pepper: Option<&Pepper>,
) -> Result<String, HashPinError> {
    let pepper = pepper.map_or(&[][..], Pepper::bytes);
    let digits = pin.reveal();
    if !DIGITS.contains(&digits.len()) || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return Err(HashPinError::Pin);
    }
    if !(16..=48).contains(&salt.len()) {
        return Err(HashPinError::Salt);
    }
    let params =
        Params::new(work.memory, work.passes, work.lanes, None).or(Err(HashPinError::Work))?;
    let hasher =
        Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params.clone())
            .or(Err(HashPinError::Work))?;
    hasher
        .hash_password_customized(digits.as_bytes(), salt, None, None, params)
        .map(|it| it.to_string())
        .or(Err(HashPinError::Work))
}

/// The hash that stands for an account that does not exist, with the work of the usual one. No PIN
/// is behind it: its output is all zeros.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz\
    $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Whether a PIN is the one behind a stored hash; of an account that does not exist, no PIN is, which
/// takes as long to tell.
///
/// The comparison takes the same time wherever the hashes differ.
///
/// # Errors
///
/// [`DirectoryError::Malformed`] when the hash is no argon2id hash in PHC form, is too cheap to try
/// out, or takes more memory than a function has.
pub(super) fn is_right(
    pin: &Secret,
    stored: Option<&str>,
    pepper: &[u8],
) -> Result<bool, DirectoryError> {
    let malformed = || DirectoryError::Malformed { kind: Kind::BankAccount };
    let hash = PasswordHash::new(stored.unwrap_or(NOBODY)).or(Err(malformed()))?;
    let params = Params::try_from(&hash).or(Err(malformed()))?;
    let work = params.m_cost().saturating_mul(params.t_cost());
    let fits = hash.algorithm == ARGON2ID_IDENT
        && params.m_cost() <= MOST_MEMORY
        && params.t_cost() <= MOST_PASSES
        && work >= LEAST_WORK;
    if !fits {
        return Err(malformed());
    }
    let hasher = Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params)
        .or(Err(malformed()))?;
    let is_right = hasher.verify_password(pin.reveal().as_bytes(), &hash).is_ok();
    Ok(is_right && stored.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: &[u8] = b"sixteen bytes ok";

    fn hash(pin: &str, pepper: Option<&Pepper>) -> String {
        hash_pin(&Secret::new(pin), SALT, WorkFactor::default(), pepper).unwrap()
    }

    #[test]
    fn only_the_pin_behind_a_hash_is_right() {
        let stored = hash("4711", None);
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        let right = |pin: &str, pepper: &[u8]| is_right(&Secret::new(pin), Some(&stored), pepper);
        assert!(right("4711", b"").unwrap());
        assert!(!right("4712", b"").unwrap());
        assert!(!right("", b"").unwrap());
        assert!(!right("4711", b"a-pepper-of-theirs").unwrap());
        let peppered = hash("4711", Some(&"a-pepper-of-theirs".parse().unwrap()));
        assert!(is_right(&Secret::new("4711"), Some(&peppered), b"a-pepper-of-theirs").unwrap());
        assert!(!is_right(&Secret::new("4711"), Some(&peppered), b"").unwrap());
    }

    #[test]
    fn nobody_has_no_pin() {
        for pin in ["0000", "1234", ""] {
            assert!(!is_right(&Secret::new(pin), None, b"").unwrap());
        }
        // It costs what a hash costs that is made today.
        let todays = hash("4711", None);
        let params = |phc: &str| Params::try_from(&PasswordHash::new(phc).unwrap()).unwrap();
        assert_eq!(params(NOBODY).m_cost(), params(&todays).m_cost());
        assert_eq!(params(NOBODY).t_cost(), params(&todays).t_cost());
    }

    #[test]
    fn a_hash_that_is_cheap_huge_or_of_another_kind_is_refused_unseen() {
        let salt_and_output = NOBODY.split_once("p=1").unwrap().1;
        for stored in [
            "4711",
            "",
            "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
            &format!("$argon2i$v=19$m=19456,t=2,p=1{salt_and_output}"),
            &format!("$argon2id$v=19$m=1024,t=2,p=1{salt_and_output}"),
            &format!("$argon2id$v=19$m=1048576,t=2,p=1{salt_and_output}"),
            &format!("$argon2id$v=19$m=19456,t=4000,p=1{salt_and_output}"),
        ] {
            let error = is_right(&Secret::new("4711"), Some(stored), b"").unwrap_err();
            assert_eq!(error.code(), "directory.record-malformed");
            assert!(!format!("{error:?}").contains("argon"), "{error:?}");
        }
    }

    #[test]
    fn what_is_no_pin_is_not_hashed() {
        let hash = |pin: &str, salt: &[u8]| {
            hash_pin(&Secret::new(pin), salt, WorkFactor::default(), None).unwrap_err()
        };
        for pin in ["", "123", "1234567", "12a4"] {
            assert_eq!(hash(pin, SALT), HashPinError::Pin);
        }
        assert_eq!(hash("1234", b"short"), HashPinError::Salt);
    }
}
