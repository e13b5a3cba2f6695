//! Claims: who may do what must not be done by two at once.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The right of one invocation to send something, which is a part of its record.
///
/// Whoever saves a record with their claim in it has the right until they give it back, or until the
/// lease ends, by which they are known to be dead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Request id of the invocation.
    pub by: String,
    /// When the invocation began.
    pub at: Timestamp,
}

impl Claim {
    /// Whether a claim that is `held` keeps this one from being granted: within `lease` after the holder
    /// began, or before it. `lease` is longer than an invocation may take.
    pub fn waits_for(&self, held: Option<&Self>, lease: SignedDuration) -> bool {
        held.is_some_and(|held| self.at.duration_since(held.at) < lease)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_waits_for_whoever_may_still_be_alive() {
        let claim = |second| Claim {
            by: format!("request-{second}"),
            at: Timestamp::from_second(second).unwrap(),
        };
        let waits = |second, held: Option<i64>| {
            let lease = SignedDuration::from_secs(20);
            claim(second).waits_for(held.map(claim).as_ref(), lease)
        };
        assert!(!waits(100, None));
        for (second, expected) in [(80, true), (100, true), (119, true), (120, false)] {
            assert_eq!(waits(second, Some(100)), expected, "{second}");
        }
    }
}
