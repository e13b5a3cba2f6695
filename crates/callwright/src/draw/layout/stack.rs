//! Puts the boxes of one column where they want to be, in their order and without overlaps.

/// A box of a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    /// The top it would like to have.
    pub(super) top: i32,
    /// How much it matters, from 1.
    pub(super) weight: i32,
    /// Its height, and the space below it.
    pub(super) pitch: i32,
}

/// The tops that come nearest to the wishes, by the sum of weighted squares.
///
/// Without pitches this is isotonic regression, which pooling adjacent violators solves: boxes that
/// push against each other become one that sits at their mean. Pitches are taken off first and
/// added again at the end.
pub(super) fn tops(wishes: &[Wish]) -> Vec<i32> {
    struct Pool {
        sum: i64,
        weight: i64,
        n_members: usize,
    }
    impl Pool {
        fn mean(&self) -> i64 {
            self.sum.div_euclid(self.weight.max(1))
        }
    }
    let mut pools: Vec<Pool> = Vec::with_capacity(wishes.len());
    let mut offset = 0_i64;
    for wish in wishes {
        let weight = i64::from(wish.weight.max(1));
        let mut pool = Pool { sum: (i64::from(wish.top) - offset) * weight, weight, n_members: 1 };
        while let Some(above) = pools.pop_if(|above| above.mean() > pool.mean()) {
            pool.sum += above.sum;
            pool.weight += above.weight;
            pool.n_members += above.n_members;
        }
        pools.push(pool);
        offset += i64::from(wish.pitch);
    }
    let means = pools.iter().flat_map(|it| std::iter::repeat_n(it.mean(), it.n_members));
    let mut offset = 0_i64;
    means
        .zip(wishes)
        .map(|(mean, wish)| {
            let top = mean + offset;
            offset += i64::from(wish.pitch);
            i32::try_from(top).unwrap_or_default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Wish, tops};

    fn wish((top, weight): (i32, i32)) -> Wish {
        Wish { top, weight, pitch: 10 }
    }

    #[test]
    fn wishes_that_can_be_fulfilled_are() {
        assert_eq!(tops(&[(0, 1), (10, 1), (50, 1)].map(wish)), [0, 10, 50]);
        assert_eq!(tops(&[]), [0; 0]);
    }

    #[test]
    fn boxes_that_want_the_same_place_share_the_disappointment() {
        assert_eq!(tops(&[(20, 1), (20, 1)].map(wish)), [15, 25]);
        assert_eq!(tops(&[(20, 1), (20, 1), (20, 1)].map(wish)), [10, 20, 30]);
    }

    #[test]
    fn the_weightier_moves_less() {
        assert_eq!(tops(&[(20, 9), (20, 1)].map(wish)), [19, 29]);
    }

    proptest! {
        #[test]
        fn nothing_overlaps(wishes in prop::collection::vec((-500..500, 1..9, 1..99), 0..20)) {
            let wishes: Vec<Wish> =
                wishes.into_iter().map(|(top, weight, pitch)| Wish { top, weight, pitch }).collect();
            let tops = tops(&wishes);
            prop_assert_eq!(tops.len(), wishes.len());
            for (pair, wish) in tops.windows(2).zip(&wishes) {
                prop_assert!(pair[1] - pair[0] >= wish.pitch);
            }
        }
    }
}
