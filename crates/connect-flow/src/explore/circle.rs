//! Finding out where a call can only go round for ever.

use std::collections::HashMap;

/// The states of a walk and the ways between them, each by its number.
#[derive(Debug, Default)]
pub(super) struct Circles {
    numbers: HashMap<String, usize>,
    states: Vec<State>,
}

/// What a walk knows of a state.
#[derive(Debug, Default)]
struct State {
    is_walked: bool,
    /// Whether a call can end here, other than by the caller hanging up.
    is_end: bool,
    /// The states that lead here.
    from: Vec<usize>,
}

impl Circles {
    /// The number of a state, new or not.
    pub(super) fn number(&mut self, key: String) -> usize {
        let next = self.states.len();
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.states.push(State::default());
        }
        number
    }

    /// How many states there are.
    pub(super) fn len(&self) -> usize {
        self.states.len()
    }

    /// Whether a state was walked on from.
    pub(super) fn is_walked(&self, state: usize) -> bool {
        self.states.get(state).is_some_and(|it| it.is_walked)
    }

    /// A state is walked on from; whether that is new.
    pub(super) fn walk(&mut self, state: usize) -> bool {
        let state = self.states.get_mut(state);
        state.is_some_and(|it| !std::mem::replace(&mut it.is_walked, true))
    }

    /// One state leads to another.
    pub(super) fn lead(&mut self, from: usize, to: usize) {
        if let Some(state) = self.states.get_mut(to) {
            state.from.push(from);
        }
    }

    /// A call can end in a state.
    pub(super) fn end(&mut self, state: usize) {
        if let Some(state) = self.states.get_mut(state) {
            state.is_end = true;
        }
    }

    /// The first state, in the order they were walked, from which no call ever ends.
    pub(super) fn trap(&self) -> Option<usize> {
        let mut can_end: Vec<bool> = self.states.iter().map(|it| it.is_end).collect();
        let numbers = (0..self.states.len()).filter(|it| can_end.get(*it) == Some(&true));
        let mut next: Vec<usize> = numbers.collect();
        while let Some(state) = next.pop() {
            for from in self.states.get(state).into_iter().flat_map(|it| &it.from) {
                if let Some(known @ false) = can_end.get_mut(*from) {
                    *known = true;
                    next.push(*from);
                }
            }
        }
        can_end.iter().position(|it| !it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_without_an_end_is_a_trap() {
        let mut circles = Circles::default();
        for key in ["a", "b", "c", "d", "c"] {
            let number = circles.number(key.to_owned());
            circles.walk(number);
        }
        assert_eq!(circles.len(), 4);
        for (from, to) in [(0, 1), (1, 0), (1, 2), (2, 3), (3, 2)] {
            circles.lead(from, to);
        }
        assert_eq!(circles.trap(), Some(0), "nothing ends");
        circles.end(1);
        assert_eq!(circles.trap(), Some(2), "the second circle does not end");
        circles.end(3);
        assert_eq!(circles.trap(), None);
    }
}
