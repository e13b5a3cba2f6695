//! An order that looks random and is always the same.

/// Numbers that look random.
///
/// Source: Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators (2014), `SplitMix64`.
pub(super) struct Shuffle(u64);

impl Shuffle {
    pub(super) fn new() -> Self {
        Self(7)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Puts the items into another order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let below = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
            let other = self.next().checked_rem(below).unwrap_or_default();
            items.swap(last, usize::try_from(other).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_stays_and_the_order_changes_each_time() {
        let mut shuffle = Shuffle::new();
        let mut first: Vec<u32> = (0..100).collect();
        shuffle.shuffle(&mut first);
        let mut second = first.clone();
        shuffle.shuffle(&mut second);
        assert_ne!(first, second);
        second.sort_unstable();
        assert_eq!(second, (0..100).collect::<Vec<_>>());
        shuffle.shuffle::<u32>(&mut []);
    }
}
