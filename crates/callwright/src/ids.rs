//! Ids that look random and are not: each follows from a seed.
//!
//! ## Determinism
//!
//! The same seed gives the same ids in the same order, on every machine and in every version.

use std::sync::atomic::{AtomicU64, Ordering};

/// Step of the `SplitMix64` generator: 2^64 divided by the golden ratio, made odd.
///
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A source of ids. Shared by reference: each id is handed out once.
#[derive(Debug)]
pub struct Ids {
    state: AtomicU64,
}

impl Ids {
    /// Ids that follow from a number.
    pub fn new(seed: u64) -> Self {
        Self { state: AtomicU64::new(seed) }
    }

    /// Ids that follow from a name.
    pub fn of(name: &str) -> Self {
        // FNV-1a, 64 bit.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self::new(hash)
    }

    /// The next 64 bits.
    pub fn bits(&self) -> u64 {
        let mut bits = self.state.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// The next id in the form of a version 4 UUID.
    pub fn uuid(&self) -> String {
        let (high, low) = (self.bits(), self.bits());
        // Version 4 and variant 1 sit where RFC 9562, section 5.4, puts them.
        let high = (high & 0xffff_ffff_ffff_0fff) | 0x4000;
        let low = (low & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000;
        format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            high >> 32,
            (high >> 16) & 0xffff,
            high & 0xffff,
            low >> 48,
            low & 0xffff_ffff_ffff
        )
    }

    /// The next `digits` hexadecimal digits.
    pub fn hex(&self, digits: usize) -> String {
        self.letters(digits, b"0123456789abcdef")
    }

    /// The next `length` capital letters and digits, as Lex ids have them.
    pub fn capitals(&self, length: usize) -> String {
        self.letters(length, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    }

    /// The next `length` characters of an alphabet of at most 256 ASCII letters.
    fn letters(&self, length: usize, alphabet: &[u8]) -> String {
        std::iter::repeat_with(|| self.bits())
            .filter_map(|bits| {
                let at = bits.checked_rem(u64::try_from(alphabet.len()).ok()?)?;
                alphabet.get(usize::try_from(at).ok()?).map(|it| char::from(*it))
            })
            .take(if alphabet.is_empty() { 0 } else { length })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids() {
        let (one, other) = (Ids::new(7), Ids::new(7));
        assert_eq!(one.uuid(), other.uuid());
        assert_ne!(one.uuid(), one.uuid());
        assert_ne!(Ids::of("a").uuid(), Ids::of("b").uuid());
    }

    #[test]
    fn ids_have_the_form_they_claim() {
        let ids = Ids::of("form");
        let uuid = ids.uuid();
        let lengths: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!(uuid.as_bytes()[14], b'4', "{uuid}");
        assert!(b"89ab".contains(&uuid.as_bytes()[19]), "{uuid}");
        assert_eq!(ids.hex(24).len(), 24);
        assert!(ids.capitals(10).bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit()));
    }
}
