//! What is kept in memory for a while.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Most entries. A deployment with more of something reads the oldest again more often.
const MOST: usize = 64;

/// Values by key, each with the time it was read at: 64 at the most, of which the oldest goes first.
///
/// Two who find nothing both read; the later one stays. Nobody waits for anybody.
#[derive(Debug)]
pub struct Cache<K, V>(Mutex<HashMap<K, (Timestamp, V)>>);

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<K: Eq + Hash + Clone, V: Clone> Cache<K, V> {
    /// What was read within `fresh` before `now`, and not after it: a clock that went back makes a value
    /// look as if it came from the future.
    pub fn get(&self, key: &K, now: Timestamp, fresh: SignedDuration) -> Option<V> {
        let kept = self.lock();
        let (at, value) = kept.get(key)?;
        let age = now.duration_since(*at);
        (SignedDuration::ZERO..fresh).contains(&age).then(|| value.clone())
    }

    /// What was read last, however long ago.
    pub fn last(&self, key: &K) -> Option<V> {
        self.lock().get(key).map(|(_, value)| value.clone())
    }

    /// Keeps what was read at `now`.
    pub fn keep(&self, key: K, now: Timestamp, value: V) {
        let mut kept = self.lock();
        if kept.len() >= MOST && !kept.contains_key(&key) {
            let oldest = kept.iter().min_by_key(|(_, (at, _))| *at).map(|(key, _)| key.clone());
            oldest.map(|it| kept.remove(&it));
        }
        kept.insert(key, (now, value));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<K, (Timestamp, V)>> {
        // What a thread that panicked left is whole: entries are written in one step.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn what_is_old_or_of_the_future_is_read_again() {
        let fresh = SignedDuration::from_secs(60);
        let cache = Cache::default();
        assert_eq!(cache.get(&"a", at(0), fresh), None);
        cache.keep("a", at(100), 7);
        let found = |second| cache.get(&"a", at(second), fresh);
        assert_eq!([99, 100, 159, 160].map(found), [None, Some(7), Some(7), None]);
        assert_eq!(cache.get(&"b", at(100), fresh), None);
        assert_eq!([cache.last(&"a"), cache.last(&"b")], [Some(7), None]);
    }

    #[test]
    fn it_does_not_grow_without_end_and_forgets_the_oldest() {
        let cache = Cache::default();
        for key in 0..1_000_i64 {
            cache.keep(key, at(key), key);
            // Read again and again, so never the oldest.
            cache.keep(-1, at(key), -1);
        }
        assert_eq!(cache.lock().len(), MOST);
        assert_eq!(
            [cache.last(&-1), cache.last(&999), cache.last(&900)],
            [Some(-1), Some(999), None]
        );
    }
}
