//! The clock of a call: it moves by what is said and waited for, not by the clock on the wall.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// How fast a prompt is spoken, in words a minute.
///
/// Source: 150 to 160 words a minute is what audiobook and voice-prompt guides give for English.
const WORDS_PER_MINUTE: u32 = 150;

/// How long one key press takes.
const KEY_PRESS: Duration = Duration::from_millis(400);

/// Virtual time of one call.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    started: Timestamp,
    now: Timestamp,
}

impl Clock {
    pub(crate) fn starting(at: Timestamp) -> Self {
        Self { started: at, now: at }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    /// Time since the call began.
    pub(crate) fn elapsed(&self) -> Duration {
        self.now.duration_since(self.started).unsigned_abs()
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        let by = SignedDuration::try_from(by).unwrap_or(SignedDuration::MAX);
        // A clock at the end of time stays there: a call cannot reach it.
        self.now = self.now.checked_add(by).unwrap_or(self.now);
    }
}

/// How long it takes to say a text.
pub(crate) fn spoken(text: &str) -> Duration {
    let words = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
    Duration::from_mins(1) * words / WORDS_PER_MINUTE
}

/// As much of a text as can be said in some time, and how long that takes.
pub(crate) fn cut(text: &str, most: Duration) -> (String, Duration) {
    let took = spoken(text);
    if took <= most {
        return (text.to_owned(), took);
    }
    let words = most.as_secs().saturating_mul(u64::from(WORDS_PER_MINUTE)) / 60;
    let words = usize::try_from(words).unwrap_or(usize::MAX);
    (text.split_whitespace().take(words).collect::<Vec<_>>().join(" "), most)
}

/// How long it takes to press some keys.
pub(crate) fn pressed(keys: &str) -> Duration {
    KEY_PRESS * u32::try_from(keys.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_of_silence_costs_no_time_but_moves_the_clock() {
        let mut clock = Clock::starting("2026-03-02T14:30:00Z".parse().unwrap());
        clock.advance(Duration::from_mins(1));
        assert_eq!(clock.now().to_string(), "2026-03-02T14:31:00Z");
        assert_eq!(clock.elapsed(), Duration::from_mins(1));
    }

    #[test]
    fn what_is_said_after_the_time_is_up_is_cut() {
        let seconds = Duration::from_secs;
        assert_eq!(cut("one two three", seconds(60)).0, "one two three");
        assert_eq!(cut("one two three four five", seconds(1)), ("one two".to_owned(), seconds(1)));
    }

    #[test]
    fn ten_words_take_four_seconds() {
        assert_eq!(spoken("one two three four five six seven eight nine ten").as_secs(), 4);
        assert_eq!(spoken(""), Duration::ZERO);
    }
}
