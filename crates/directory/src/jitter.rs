//! Pauses between tries.

use std::time::Duration;

/// Pauses that look random and follow from a seed.
///
/// Full jitter: each pause lies anywhere between nothing and a limit that doubles, so that those who
/// failed together do not come back together.
///
/// Source: AWS Architecture Blog, "Exponential Backoff And Jitter".
#[derive(Debug, Clone)]
pub(crate) struct Jitter {
    state: u64,
    limit: Duration,
    longest: Duration,
}

impl Jitter {
    /// Pauses of at most `first`, then twice that, and so on up to `longest`.
    pub(crate) fn new(seed: u64, first: Duration, longest: Duration) -> Self {
        Self { state: seed, limit: first, longest }
    }

    /// The next pause.
    pub(crate) fn pause(&mut self) -> Duration {
        let share = u32::try_from(self.random() >> 32).unwrap_or(u32::MAX);
        let pause = self.limit.mul_f64(f64::from(share) / f64::from(u32::MAX));
        self.limit = self.limit.saturating_mul(2).min(self.longest);
        pause
    }

    /// The next number by chance, by `SplitMix64`.
    ///
    /// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.state;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_differ_and_end_at_the_longest() {
        let limits = [10, 20, 40, 40, 40].map(Duration::from_millis);
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..200 {
            let mut jitter = Jitter::new(seed, limits[0], limits[2]);
            for limit in limits {
                let pause = jitter.pause();
                assert!(pause <= limit, "{pause:?} of {limit:?}");
                seen.insert(pause);
            }
        }
        assert!(seen.len() > 900, "{}", seen.len());
        assert!(seen.iter().any(|it| *it > Duration::from_millis(38)));
        let mut again = Jitter::new(7, limits[0], limits[2]);
        assert_eq!(again.pause(), Jitter::new(7, limits[0], limits[2]).pause());
    }
}
