//! When a failing API is left alone.
//!
//! A pure state machine: time is what has passed since the environment began, and comes in as an
//! argument.
//!
//! Source: Nygard, "Release It!", 2nd edition, section 5.2, "Circuit Breaker".

use std::time::Duration;

/// Failures in a row after which the API is left alone.
pub(crate) const FAILURES: u32 = 5;

/// How long it is left alone, and how long the answer to a probe is waited for.
pub(crate) const REST: Duration = Duration::from_secs(15);

/// Lets requests through while they succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Breaker {
    state: State,
    /// Counts changes of state, so that what comes of an older request changes nothing.
    era: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Everything goes through.
    Closed {
        /// Failures in a row.
        failures: u32,
    },
    /// Nothing goes through until then.
    Open { until: Duration },
    /// One request went through at that time, and decides.
    HalfOpen { since: Duration },
}

/// Leave to send a request; what came of it is told with [`Breaker::succeeded`] or
/// [`Breaker::failed`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub(crate) struct Pass {
    era: u64,
}

impl Breaker {
    pub(crate) fn new() -> Self {
        Self { state: State::Closed { failures: 0 }, era: 0 }
    }

    /// Leave to send a request; `None` while the API is left alone.
    pub(crate) fn admit(&mut self, now: Duration) -> Option<Pass> {
        match self.state {
            State::Closed { .. } => {}
            State::Open { until } if now < until => return None,
            // The probe is out, unless its answer was lost.
            State::HalfOpen { since } if now < since.saturating_add(REST) => return None,
            State::Open { .. } | State::HalfOpen { .. } => {
                self.change(State::HalfOpen { since: now });
            }
        }
        Some(Pass { era: self.era })
    }

    /// A request was answered.
    pub(crate) fn succeeded(&mut self, pass: Pass) {
        if pass.era != self.era {
            return;
        }
        match &mut self.state {
            State::Closed { failures } => *failures = 0,
            State::HalfOpen { .. } => self.change(State::Closed { failures: 0 }),
            // No request of this era went through.
            State::Open { .. } => {}
        }
    }

    /// A request was not answered, or by a failure of the API.
    pub(crate) fn failed(&mut self, pass: Pass, now: Duration) {
        if pass.era != self.era {
            return;
        }
        let open = State::Open { until: now.saturating_add(REST) };
        match &mut self.state {
            State::Closed { failures } => {
                *failures = failures.saturating_add(1);
                if *failures >= FAILURES {
                    self.change(open);
                }
            }
            State::HalfOpen { .. } => self.change(open),
            State::Open { .. } => {}
        }
    }

    fn change(&mut self, state: State) {
        self.state = state;
        self.era = self.era.wrapping_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Duration = Duration::from_secs(100);

    fn opened() -> Breaker {
        let mut breaker = Breaker::new();
        for _ in 0..FAILURES {
            let pass = breaker.admit(NOW).unwrap();
            breaker.failed(pass, NOW);
        }
        breaker
    }

    #[test]
    fn failures_in_a_row_open_it_and_rest_lets_one_through() {
        let mut breaker = opened();
        assert_eq!(breaker.admit(NOW), None);
        assert_eq!(breaker.admit(Duration::from_millis(114_999)), None);
        let probe = breaker.admit(NOW + REST).unwrap();
        assert_eq!(breaker.admit(NOW + REST), None);
        breaker.succeeded(probe);
        assert!(breaker.admit(NOW + REST).is_some() && breaker.admit(NOW + REST).is_some());
    }

    #[test]
    fn a_probe_that_fails_opens_it_again_and_one_that_is_lost_is_sent_again() {
        let mut breaker = opened();
        let probe = breaker.admit(NOW + REST).unwrap();
        breaker.failed(probe, NOW + REST);
        assert_eq!(breaker.admit(NOW + REST), None);
        let lost = breaker.admit(NOW + 2 * REST).unwrap();
        assert_eq!(breaker.admit(NOW + 2 * REST), None);
        let second = breaker.admit(NOW + 3 * REST).unwrap();
        breaker.failed(lost, NOW + 3 * REST);
        breaker.succeeded(second);
        assert!(breaker.admit(NOW + 3 * REST).is_some());
    }

    #[test]
    fn a_success_between_failures_keeps_it_closed() {
        let mut breaker = Breaker::new();
        for n in 0..100 {
            let pass = breaker.admit(NOW).unwrap();
            if n % FAILURES == FAILURES - 1 {
                breaker.succeeded(pass);
            } else {
                breaker.failed(pass, NOW);
            }
        }
        assert!(breaker.admit(NOW).is_some());
    }

    #[derive(Debug, Clone)]
    enum Event {
        Wait(u64),
        Admit,
        Succeed(usize),
        Fail(usize),
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            (0..20_u64).prop_map(Event::Wait),
            Just(Event::Admit),
            Just(Event::Admit),
            any::<prop::sample::Index>().prop_map(|it| Event::Succeed(it.index(8))),
            any::<prop::sample::Index>().prop_map(|it| Event::Fail(it.index(8))),
            any::<prop::sample::Index>().prop_map(|it| Event::Fail(it.index(8))),
        ]
    }

    proptest! {
        /// A model beside it: whatever happens in whatever order, nothing goes through during a
        /// rest, one at a time afterwards, and everything after a success.
        #[test]
        fn it_keeps_its_promises(events in proptest::collection::vec(event(), 0..200)) {
            let mut breaker = Breaker::new();
            let mut now = Duration::ZERO;
            let mut out: Vec<Pass> = Vec::new();
            for event in events {
                let before = breaker.clone();
                match event {
                    Event::Wait(seconds) => now += Duration::from_secs(seconds),
                    Event::Admit => {
                        let pass = breaker.admit(now);
                        match before.state {
                            State::Closed { .. } => prop_assert!(pass.is_some()),
                            State::Open { until } => prop_assert_eq!(pass.is_some(), now >= until),
                            State::HalfOpen { since } => {
                                prop_assert_eq!(pass.is_some(), now >= since + REST);
                            }
                        }
                        out.extend(pass);
                    }
                    Event::Succeed(at) if at < out.len() => {
                        let pass = out.remove(at);
                        breaker.succeeded(pass);
                        let is_open = matches!(breaker.state, State::Open { .. });
                        let was_open = matches!(before.state, State::Open { .. });
                        prop_assert_eq!(is_open, was_open);
                        if pass.era == before.era && !was_open {
                            prop_assert_eq!(breaker.state, State::Closed { failures: 0 });
                        }
                    }
                    Event::Fail(at) if at < out.len() => {
                        let pass = out.remove(at);
                        breaker.failed(pass, now);
                        match before.state {
                            _ if pass.era != before.era => prop_assert_eq!(&breaker, &before),
                            State::Closed { failures } if failures + 1 < FAILURES => {
                                let one_more = State::Closed { failures: failures + 1 };
                                prop_assert_eq!(breaker.state, one_more);
                            }
                            State::Closed { .. } | State::HalfOpen { .. } => {
                                let rest = State::Open { until: now + REST };
                                prop_assert_eq!(breaker.state, rest);
                            }
                            State::Open { .. } => prop_assert_eq!(&breaker, &before),
                        }
                    }
                    Event::Succeed(_) | Event::Fail(_) => {}
                }
            }
        }
    }
}
