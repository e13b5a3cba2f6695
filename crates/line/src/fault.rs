//! What is wrong with the file of a line, in words for whoever wrote it.

use std::fmt;
use std::ops::Range;

/// Least likeness, from 0 to 1, of a word that may be meant by another.
const LIKE: f64 = 0.6;

/// One thing that is wrong with the file of a line.
///
/// `Display` tells all of it in one line, without the name of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is in the file's structure, such as `queues[1].words.en-US`; empty for the file as a
    /// whole.
    pub key: String,
    /// Where it is in the file's text.
    pub place: Place,
    /// What was found there, such as `` `Joana` `` or `nothing`.
    pub found: String,
    /// What may be there, such as `a whole number from 1 to 5`.
    pub allowed: String,
    /// What was probably meant.
    pub meant: Option<String>,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The character in that line, from 1.
    pub column: usize,
    /// The bytes of the text that are meant.
    pub span: Range<usize>,
}

impl Place {
    /// The place of some bytes of a text. Bytes that the text does not have stand for its end.
    pub(crate) fn of(text: &str, span: Range<usize>) -> Self {
        // What reads TOML may point into the middle of a character.
        let start = text.floor_char_boundary(span.start);
        let span = start..span.end.max(start);
        let before = text.get(..span.start).unwrap_or(text);
        let line = before.matches('\n').count().saturating_add(1);
        let column = before.rsplit('\n').next().map_or(0, |it| it.chars().count());
        Self { line, column: column.saturating_add(1), span }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.place.line)?;
        if !self.key.is_empty() {
            write!(f, "`{}`: ", self.key)?;
        }
        write!(f, "found {}; allowed is {}", self.found, self.allowed)?;
        match &self.meant {
            Some(meant) => write!(f, "; did you mean `{meant}`?"),
            None => Ok(()),
        }
    }
}

/// The word that was probably meant by one that is not allowed.
pub(crate) fn nearest<'a>(
    written: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let written = written.to_lowercase();
    let likeness = |it: &str| strsim::normalized_damerau_levenshtein(&written, &it.to_lowercase());
    words
        .into_iter()
        .map(|it| (likeness(it), it))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, it)| it.to_owned())
}

/// Words as the rest of "one of": `` `a`, `b` or `c` ``.
pub(crate) fn choice<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut words: Vec<_> = words.into_iter().map(|it| format!("`{it}`")).collect();
    match words.pop() {
        None => String::new(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        let text = "é = 1\nb = 2\n";
        for (span, line, column) in
            [(0..2, 1, 1), (3..4, 1, 3), (7..8, 2, 1), (11..12, 2, 5), (99..99, 3, 1)]
        {
            let place = Place::of(text, span.clone());
            assert_eq!((place.line, place.column), (line, column), "{span:?}");
        }
    }

    #[test]
    fn a_word_nothing_is_like_is_not_guessed_at() {
        assert_eq!(nearest("Joana", ["Ivy", "Joanna"]), Some("Joanna".to_owned()));
        assert_eq!(nearest("shop", ["Ivy", "Joanna"]), None);
        assert_eq!(nearest("", []), None);
    }

    #[test]
    fn choices_read_as_a_sentence() {
        assert_eq!(choice([]), "");
        assert_eq!(choice(["a"]), "`a`");
        assert_eq!(choice(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
