//! What is kept in memory for a while.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Most entries. More lines than this in one deployment read more often, and forget nothing else.
const MOST: usize = 64;

/// Values by key, each with the time it was read at.
///
/// Two who find nothing both read; the later one stays. Nobody waits for anybody.
#[derive(Debug)]
pub(crate) struct Cache<K, V>(Mutex<HashMap<K, (Timestamp, Arc<V>)>>);

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<K: Eq + Hash, V> Cache<K, V> {
    /// What was read within `fresh` before `now`, and not after it.
    pub(crate) fn get(&self, key: &K, now: Timestamp, fresh: SignedDuration) -> Option<Arc<V>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, value) = kept.get(key)?;
        let age = now.duration_since(*at);
        (SignedDuration::ZERO..fresh).contains(&age).then(|| Arc::clone(value))
    }

    /// Keeps what was read.
    pub(crate) fn keep(&self, key: K, now: Timestamp, value: V) -> Arc<V> {
        let value = Arc::new(value);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST && !kept.contains_key(&key) {
            kept.clear();
        }
        kept.insert(key, (now, Arc::clone(&value)));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_old_or_of_the_future_is_read_again() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let fresh = SignedDuration::from_secs(60);
        let cache = Cache::default();
        assert_eq!(cache.get(&"a", at(0), fresh), None);
        cache.keep("a", at(100), 7);
        let found = |second| cache.get(&"a", at(second), fresh).map(|it| *it);
        assert_eq!([99, 100, 159, 160].map(found), [None, Some(7), Some(7), None]);
        assert_eq!(cache.get(&"b", at(100), fresh), None);
    }

    #[test]
    fn it_does_not_grow_without_end() {
        let cache = Cache::default();
        for key in 0..1_000 {
            cache.keep(key, Timestamp::UNIX_EPOCH, ());
        }
        assert!(cache.0.lock().unwrap().len() <= MOST);
    }
}
