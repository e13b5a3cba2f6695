//! How long functions take to answer, over many calls.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::call::{Event, Invoked, Kind};

/// How long the warm invocations of a function took, in milliseconds from the event to the answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Timings {
    /// The function.
    pub(crate) function: String,
    /// Invocations of an environment that had answered before, and that did not fail.
    pub(crate) warm: usize,
    /// Half of them took at most this.
    pub(crate) p50_ms: f64,
    /// 95 of 100 took at most this.
    pub(crate) p95_ms: f64,
    /// 99 of 100 took at most this.
    pub(crate) p99_ms: f64,
    /// None took longer.
    pub(crate) max_ms: f64,
}

/// The timings of every function, in the order of their names.
pub(crate) fn timings<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<Timings> {
    let mut durations: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for event in events {
        if let Kind::Invoked { function, invocation } = &event.kind
            && let Invoked { init_ms: None, tries: 1, error: None, duration_ms, .. } = invocation
        {
            durations.entry(function).or_default().push(*duration_ms);
        }
    }
    let of = |(function, mut durations): (&str, Vec<f64>)| {
        durations.sort_by(f64::total_cmp);
        Timings {
            function: function.to_owned(),
            warm: durations.len(),
            p50_ms: percentile(&durations, 50),
            p95_ms: percentile(&durations, 95),
            p99_ms: percentile(&durations, 99),
            max_ms: percentile(&durations, 100),
        }
    };
    durations.into_iter().map(of).collect()
}

/// The least value that so many of 100 do not exceed: the nearest rank. 0 when there is none.
fn percentile(sorted: &[f64], percent: usize) -> f64 {
    let rank = sorted.len().saturating_mul(percent).div_ceil(100);
    rank.checked_sub(1).and_then(|it| sorted.get(it)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn invoked(function: &str, duration_ms: f64, init_ms: Option<f64>) -> Event {
        let invocation = Invoked { duration_ms, init_ms, tries: 1, error: None, log: Vec::new() };
        let kind = Kind::Invoked { function: function.to_owned(), invocation };
        Event { at: Timestamp::UNIX_EPOCH, seconds: 0.0, kind }
    }

    #[test]
    fn percentiles_are_of_the_nearest_rank() {
        let numbers: Vec<f64> = (1..=200).map(f64::from).collect();
        let of = |percent| percentile(&numbers, percent);
        let told = [of(50), of(95), of(99), of(100)].map(|it| it.to_string());
        assert_eq!(told, ["100", "190", "198", "200"]);
        let told = [percentile(&[7.0], 1), percentile(&[7.0], 99), percentile(&[], 50)];
        assert_eq!(told.map(|it| it.to_string()), ["7", "7", "0"]);
    }

    #[test]
    fn cold_starts_do_not_count() {
        let events = [
            invoked("intent", 90.0, Some(40.0)),
            invoked("intent", 3.0, None),
            invoked("a", 1.0, None),
        ];
        let timings = timings(events.iter());
        let told = timings.iter().map(|it| format!("{} {} {}", it.function, it.warm, it.p99_ms));
        assert_eq!(told.collect::<Vec<_>>(), ["a 1 1", "intent 1 3"]);
    }
}
