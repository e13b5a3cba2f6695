//! What a recording holds: who spoke for how long while it was on.

use std::time::Duration;

use jiff::Timestamp;

use crate::aws::wav::Stretch;

/// Listens along while recording of the automated part is on.
#[derive(Debug, Clone, Default)]
pub(super) struct Recorder {
    on: bool,
    started: Option<Timestamp>,
    stretches: Vec<Stretch>,
    words: Vec<String>,
    has_message: bool,
}

impl Recorder {
    /// Switches recording on or off. A contact has one recording, whatever the breaks in it.
    pub(super) fn switch(&mut self, on: bool, now: Timestamp) {
        self.on = on;
        if on {
            self.started.get_or_insert(now);
        }
    }

    pub(super) fn is_recording(&self) -> bool {
        self.on
    }

    /// Whether the caller left a message, which is more than words that happen to be recorded.
    pub(super) fn has_message(&self) -> bool {
        self.has_message
    }

    /// The caller leaves a message.
    pub(super) fn message(&mut self, words: &str, took: Duration) {
        self.has_message = self.on;
        self.caller_speaks(words, took);
    }

    /// The line says something.
    pub(super) fn line_speaks(&mut self, took: Duration) {
        self.take(Stretch::Line(took));
    }

    /// The caller says something.
    pub(super) fn caller_speaks(&mut self, words: &str, took: Duration) {
        if self.on {
            self.words.push(words.to_owned());
        }
        self.take(Stretch::Caller(took));
    }

    /// Time passes without words.
    pub(super) fn quiet(&mut self, took: Duration) {
        self.take(Stretch::Quiet(took));
    }

    fn take(&mut self, stretch: Stretch) {
        if self.on {
            self.stretches.push(stretch);
        }
    }

    /// The recording, if there is one: when it began, its stretches, the caller's words.
    pub(super) fn finish(self) -> Option<(Timestamp, Vec<Stretch>, String)> {
        Some((self.started?, self.stretches, self.words.join(" ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn only_what_happens_while_it_is_on_is_recorded() {
        let mut recorder = Recorder::default();
        recorder.caller_speaks("before", SECOND);
        recorder.switch(true, Timestamp::UNIX_EPOCH);
        recorder.line_speaks(SECOND);
        assert!(!recorder.has_message());
        recorder.message("call me", SECOND);
        assert!(recorder.has_message());
        recorder.quiet(SECOND);
        recorder.switch(false, Timestamp::UNIX_EPOCH + SECOND);
        recorder.caller_speaks("after", SECOND);
        let (started, stretches, words) = recorder.finish().unwrap();
        assert_eq!(started, Timestamp::UNIX_EPOCH);
        assert_eq!(
            stretches,
            [Stretch::Line(SECOND), Stretch::Caller(SECOND), Stretch::Quiet(SECOND)]
        );
        assert_eq!(words, "call me");
    }

    #[test]
    fn without_recording_there_is_nothing() {
        assert_eq!(Recorder::default().finish(), None);
    }
}
