//! How far a check is, when it takes long enough for a person to wonder.

use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// How long a person waits without wondering.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line changes.
const PACE: Duration = Duration::from_millis(100);

/// A line on standard error that says how much is done. It is there only after a second, only on a
/// terminal, and gone at the end.
#[derive(Debug)]
pub(crate) struct Progress {
    n_files: usize,
    started: Instant,
    shown: Option<Duration>,
    is_watched: bool,
}

impl Progress {
    /// Begins with so many files to check.
    pub(crate) fn begin(n_files: usize) -> Self {
        let is_watched = std::io::stderr().is_terminal();
        Self { n_files, started: crate::stopwatch::start(), shown: None, is_watched }
    }

    /// So many are done.
    pub(crate) fn done(&mut self, n: usize) {
        let elapsed = self.started.elapsed();
        if self.is_watched && is_due(elapsed, self.shown) {
            self.shown = Some(elapsed);
            let seconds = elapsed.as_secs();
            write(&format!("\r\u{1b}[Kchecked {n} of {}, {seconds} s", files(self.n_files)));
        }
    }

    /// Takes the line away.
    pub(crate) fn end(self) {
        if self.shown.is_some() {
            write("\r\u{1b}[K");
        }
    }
}

fn files(n: usize) -> String {
    if n == 1 { "1 file".to_owned() } else { format!("{n} files") }
}

fn write(text: &str) {
    let mut out = std::io::stderr().lock();
    crate::report::forgive(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Whether the line is to change: after a second, and then now and again.
fn is_due(elapsed: Duration, shown: Option<Duration>) -> bool {
    elapsed >= PATIENCE && shown.is_none_or(|it| elapsed.saturating_sub(it) >= PACE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_check_shows_nothing_and_a_long_one_does_not_flicker() {
        let ms = Duration::from_millis;
        assert!(!is_due(ms(999), None));
        assert!(is_due(ms(1000), None));
        assert!(!is_due(ms(1050), Some(ms(1000))));
        assert!(is_due(ms(1100), Some(ms(1000))));
    }
}
