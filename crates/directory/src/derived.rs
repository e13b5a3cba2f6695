//! Numbers that look random and follow from what they are for.
//!
//! A number that follows from an operation is the same in every try of it.

use hmac::digest::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{Caller, OperationKey};

/// What separates parts, so that `a` and `bc` are not `ab` and `c`. No part contains it.
const SEPARATOR: &[u8] = &[0];

/// Something to derive numbers from, part by part.
#[derive(Clone)]
pub(crate) struct Derived(Hmac<Sha256>);

impl std::fmt::Debug for Derived {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Derived(…)")
    }
}

impl Derived {
    /// Begins with what the number is for, such as `ticket`. Who knows the parts knows the number.
    pub(crate) fn new(purpose: &str) -> Self {
        Self::keyed(b"", purpose)
    }

    /// The same with a secret, without which nobody knows the number.
    pub(crate) fn keyed(secret: &[u8], purpose: &str) -> Self {
        Self(mac(secret)).and(purpose)
    }

    /// Adds a part.
    pub(crate) fn and(mut self, part: &str) -> Self {
        self.0.update(part.as_bytes());
        self.0.update(SEPARATOR);
        self
    }

    /// That many decimal digits, at most 18.
    pub(crate) fn digits(self, count: u32) -> String {
        let bytes = self.0.finalize().into_bytes();
        let number = bytes.iter().take(8).fold(0_u64, |it, byte| it << 8 | u64::from(*byte));
        let width = usize::try_from(count).unwrap_or(0);
        // 2^64 is so much larger than 10^8 that no number is noticeably likelier than another.
        let number = number.checked_rem(10_u64.saturating_pow(count)).unwrap_or(0);
        format!("{number:0width$}")
    }

    /// 32 hexadecimal digits: 128 bits, which nobody finds by trying.
    pub(crate) fn token(self) -> String {
        let bytes = self.0.finalize().into_bytes();
        let half = bytes.iter().take(16).fold(0_u128, |it, byte| it << 8 | u128::from(*byte));
        format!("{half:032x}")
    }
}

/// How many numbers are tried. With one number in ten taken, one change in 100 million finds none.
const NUMBERS: u32 = 8;

/// The numbers that a new record may have, to be tried in their order until one is nobody else's.
///
/// They follow from the operation, so an operation that comes again meets its own record.
pub(crate) fn numbers<N: TryFrom<String>>(
    purpose: &str,
    key: &OperationKey,
    caller: &Caller,
    digits: u32,
) -> impl Iterator<Item = N> + use<N> {
    let number = Derived::new(purpose).and(caller.line.as_str()).and(&key.to_string());
    let digits =
        move |attempt: u32| number.clone().and(&attempt.to_string()).digits(digits).try_into();
    (0..NUMBERS).filter_map(move |attempt| digits(attempt).ok())
}

/// HMAC-SHA256 under a secret.
pub(crate) fn mac(secret: &[u8]) -> Hmac<Sha256> {
    // HMAC takes keys of any length (RFC 2104, section 3), so it is never the other one.
    Hmac::new_from_slice(secret).unwrap_or_else(|_| Hmac::new(&Key::<Hmac<Sha256>>::default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let token = |parts: [&str; 2]| Derived::new("test").and(parts[0]).and(parts[1]).token();
        assert_ne!(token(["a", "bc"]), token(["ab", "c"]));
        assert_ne!(Derived::new("ticket").token(), Derived::new("receipt").token());
        assert_ne!(Derived::keyed(b"k", "link").token(), Derived::new("link").token());
    }

    #[test]
    fn digits_have_their_length_and_spread() {
        let mut seen = std::collections::BTreeSet::new();
        for n in 0..1_000 {
            let digits = Derived::new("test").and(&n.to_string()).digits(6);
            assert!(digits.len() == 6 && digits.bytes().all(|it| it.is_ascii_digit()), "{digits}");
            seen.insert(digits);
        }
        // A thousand of a million: a collision or two are to be expected.
        assert!(seen.len() > 990, "{}", seen.len());
    }
}
