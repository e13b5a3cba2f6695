//! The text of a file, and where its lines are.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

/// A text whose lines are known, so that each of many places in it is found quickly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Text {
    text: String,
    /// Where each line after the first begins, in bytes.
    later_lines: Vec<usize>,
}

/// Why the text of a file cannot be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReadError {
    /// There is no such file, or it cannot be read.
    #[error("{0}")]
    Io(io::Error),
    /// It holds something else.
    #[error("it is not UTF-8 text")]
    NotText,
}

impl Text {
    /// Takes a text. A byte order mark is none of it.
    pub(crate) fn new(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let later_lines = text.match_indices('\n').map(|(at, _)| at.saturating_add(1)).collect();
        Self { text, later_lines }
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when it cannot be read or is not UTF-8.
    pub(crate) fn read(path: &Path) -> Result<Self, ReadError> {
        let bytes = fs::read(path).map_err(ReadError::Io)?;
        str::from_utf8(&bytes).map(Self::new).ok().ok_or(ReadError::NotText)
    }

    /// All of it.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Line and column of a place, both from 1, the column in characters.
    pub(crate) fn position(&self, at: usize) -> (usize, usize) {
        let n_before = self.later_lines.partition_point(|it| *it <= at);
        let start = self.line_start(n_before);
        let before = self.text.get(start..at).or_else(|| self.text.get(start..));
        let column = before.unwrap_or_default().chars().count();
        (n_before.saturating_add(1), column.saturating_add(1))
    }

    /// The bytes of a line, counted from 1, without the white space around it.
    pub(crate) fn line(&self, line: usize) -> Option<Range<usize>> {
        let start = self.line_start(line.checked_sub(1)?);
        let full = self.text.get(start..)?.split_inclusive('\n').next()?;
        let indent = full.len().saturating_sub(full.trim_start().len());
        let start = start.saturating_add(indent);
        Some(start..start.saturating_add(full.trim().len()))
    }

    /// Where the line after so many others begins; past the end when there is none.
    fn line_start(&self, n_before: usize) -> usize {
        match n_before.checked_sub(1) {
            None => 0,
            Some(it) => self.later_lines.get(it).copied().unwrap_or(usize::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn places_are_lines_and_characters() {
        let text = Text::new("ab\nä€x\n");
        assert_eq!(text.position(0), (1, 1));
        assert_eq!(text.position(2), (1, 3));
        assert_eq!(text.position(3), (2, 1));
        assert_eq!(text.position(8), (2, 3));
        assert_eq!(text.position(99), (3, 1));
    }

    #[test]
    fn a_line_is_found_without_the_space_around_it() {
        assert_eq!(Text::new("one\n  two \n").line(2), Some(6..9));
        assert_eq!(Text::new("one\n").line(1), Some(0..3));
        assert_eq!(Text::new("one\n").line(3), None);
        assert_eq!(Text::new("one\n").line(0), None);
        assert_eq!(Text::new("").line(1), None);
    }

    #[test]
    fn a_byte_order_mark_has_no_place() {
        let text = Text::new("\u{feff}{}");
        assert_eq!((text.as_str(), text.position(1)), ("{}", (1, 2)));
    }

    #[test]
    fn what_is_no_text_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("latin-1");
        fs::write(&path, b"caf\xe9").unwrap();
        assert_eq!(Text::read(&path).unwrap_err().to_string(), "it is not UTF-8 text");
        assert!(matches!(Text::read(folder.path()), Err(ReadError::Io(_))));
    }

    proptest! {
        #[test]
        fn every_place_is_where_counting_says(text in "[aä\n]{0,40}", at in 0..60_usize) {
            let place = (0..=at.min(text.len())).rev().find(|it| text.is_char_boundary(*it));
            let before = text.get(..place.unwrap()).unwrap();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
            prop_assert_eq!(Text::new(&text).position(place.unwrap()), (line, column));
        }
    }
}
