//! Work on many things at once.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How often it is noticed that nothing has changed.
const PACE: Duration = Duration::from_millis(200);

/// Applies a function to all items, on all cores; results come in the order of the items.
///
/// `notice` hears how many are done after each one, and now and again while one takes long.
pub(super) fn map<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut notice: impl FnMut(usize),
) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut done = Vec::with_capacity(items.len());
    thread::scope(|scope| {
        for _ in 0..cores.min(items.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let position = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(position) else { break };
                    // Nobody hangs up before the last result.
                    let _ = sender.send((position, work(item)));
                }
            });
        }
        drop(sender);
        loop {
            match receiver.recv_timeout(PACE) {
                Ok(result) => done.push(result),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            notice(done.len());
        }
    });
    done.sort_by_key(|(position, _)| *position);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items_and_each_is_noticed() {
        let items: Vec<usize> = (0..200).collect();
        let mut noticed = Vec::new();
        let doubled = map(&items, |it| it * 2, |done| noticed.push(done));
        assert_eq!(doubled, items.iter().map(|it| it * 2).collect::<Vec<_>>());
        // How often one is waited for depends on the machine.
        noticed.dedup();
        noticed.retain(|it| *it > 0);
        assert_eq!(noticed, (1..=200).collect::<Vec<_>>());
    }

    #[test]
    fn one_that_takes_long_is_noticed_before_it_is_done() {
        let noticed = AtomicUsize::new(0);
        let wait = |_: &u8| {
            while noticed.load(Ordering::Relaxed) == 0 {
                thread::yield_now();
            }
        };
        let count = |done| {
            if done == 0 {
                noticed.fetch_add(1, Ordering::Relaxed);
            }
        };
        assert_eq!(map(&[7], wait, count).len(), 1);
    }

    #[test]
    fn nothing_to_do() {
        assert_eq!(map(&[], |it: &u8| *it, |_| {}), Vec::<u8>::new());
    }
}
