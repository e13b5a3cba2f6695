//! Telling the words of one turn from those of another, without keeping them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::heard::Heard;

/// A number that follows from what the caller said: FNV-1a of 64 bits.
///
/// It only tells words from the words of another turn, so it need not resist anybody. Whoever sees it
/// can try which words it belongs to; so `Debug` does not show it.
///
/// Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm", section 2.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Fingerprint(pub(super) u64);

impl Fingerprint {
    /// That of what the caller said; `None` where it may not be kept.
    pub(crate) fn of(heard: &Heard) -> Option<Self> {
        let kept = heard.kept.as_deref()?;
        Some(Self(kept.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fingerprint(..)")
    }
}
