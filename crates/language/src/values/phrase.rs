//! An utterance in the pieces that values are made of.

use std::ops::Range;

use crate::numbers::{self, Part};
use crate::text::Token;
use crate::{Language, Setting};

/// Letters or digits without anything between them: "10:30pm" is three pieces.
#[derive(Clone)]
pub(crate) struct Piece<'a> {
    /// The letters in plain form, or the digits.
    pub(crate) text: String,
    /// What was written between the piece before and this one.
    pub(crate) gap: &'a str,
    /// Whether it is a word written in capitals.
    pub(crate) capital: bool,
    /// Which token it belongs to.
    pub(crate) token: usize,
}

/// The pieces of an utterance.
#[derive(Clone)]
pub(crate) struct Phrase<'a> {
    pub(crate) pieces: Vec<Piece<'a>>,
    /// What was written after the last piece.
    tail: &'a str,
    pub(crate) setting: Setting,
}

impl<'a> Phrase<'a> {
    pub(crate) fn new(text: &'a str, tokens: &[Token], setting: &Setting) -> Self {
        let mut pieces = Vec::with_capacity(tokens.len());
        let mut end = tokens.first().map_or(0, |it| previous_word_end(text, it.span.start));
        for (number, token) in tokens.iter().enumerate() {
            let mut gap = text.get(end..token.span.start).unwrap_or_default();
            end = token.span.end;
            let written = text.get(token.span.clone()).unwrap_or_default();
            let capital = written.bytes().all(|it| it.is_ascii_uppercase());
            for run in runs(&token.text) {
                if let "." = run {
                    gap = ".";
                    continue;
                }
                pieces.push(Piece { text: run.to_owned(), gap, capital, token: number });
                gap = "";
            }
        }
        Self { pieces, tail: text.get(end..).unwrap_or_default(), setting: *setting }
    }

    pub(crate) fn language(&self) -> Language {
        self.setting.language
    }

    /// The plain form of a piece; empty behind the end.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |it| it.text.as_str())
    }

    /// Whether a piece is a word written in capitals.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|it| it.capital)
    }

    /// What stands before a piece, or after the last one.
    pub(crate) fn gap(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or(self.tail, |it| it.gap)
    }

    /// The sign that joins a piece to the one before: `:` in "10:30", a space when there is none,
    /// and NUL when nothing at all stands between them.
    pub(crate) fn glue(&self, at: usize) -> char {
        let mut chars = self.gap(at).chars();
        match (chars.next(), chars.next()) {
            (None, _) => '\0',
            (Some(only), None) => only,
            (Some(_), Some(_)) => ' ',
        }
    }

    /// The tokens that these pieces are; `None` when a token is cut in two.
    pub(crate) fn tokens(&self, pieces: Range<usize>) -> Option<Range<usize>> {
        let token = |at: usize| self.pieces.get(at).map(|it| it.token);
        let first = token(pieces.start).filter(|_| !pieces.is_empty())?;
        let last = token(pieces.end.checked_sub(1)?)?;
        let cut_before = pieces.start.checked_sub(1).and_then(token) == Some(first);
        let cut_after = token(pieces.end) == Some(last);
        (!cut_before && !cut_after).then(|| first..last.saturating_add(1))
    }

    /// Whether these words stand at this place; spaces separate them.
    pub(crate) fn has(&self, at: usize, words: &str) -> Option<usize> {
        let mut end = at;
        for word in words.split(' ') {
            if self.word(end) != word {
                return None;
            }
            end = end.saturating_add(1);
        }
        Some(end)
    }

    /// The number words from a place on. Digits behind a decimal point are left for whoever reads
    /// decimals, unless `dots` says that dots only group.
    pub(crate) fn parts(&self, at: usize, dots: Dots) -> Vec<Part<'_>> {
        let from = self.pieces.get(at..).unwrap_or_default();
        // "3 1/2" is three and a half.
        let joined = |(number, piece): &(usize, &Piece<'_>)| {
            let next = at.saturating_add(*number).saturating_add(1);
            *number == 0
                || dots == Dots::Group
                || (!matches!(piece.gap, "." | "/") && self.glue(next) != '/')
        };
        let parts = from.iter().enumerate().take_while(joined);
        parts.map_while(|(_, piece)| numbers::part(&piece.text, self.language())).collect()
    }

    /// The digits behind a decimal point, with the place behind them: "five" of "five million".
    pub(crate) fn decimals(&self, at: usize) -> Option<(String, usize)> {
        let parts = self.parts(at, Dots::Point);
        let until = parts.iter().position(|it| matches!(it, Part::Scale(_)));
        let (digits, taken) = numbers::leading(parts.get(..until.unwrap_or(parts.len()))?)?;
        Some((digits, at.saturating_add(taken)))
    }

    /// The digits said from a place on, with the place behind them; only when a word of them is
    /// surely a number.
    pub(crate) fn digits(&self, at: usize, dots: Dots) -> Option<(String, usize)> {
        let parts = self.parts(at, dots);
        let (digits, taken) = numbers::leading(&parts)?;
        let end = at.saturating_add(taken);
        let pieces = self.pieces.get(at..end)?;
        let counts = match parts.get(..taken)? {
            // English counts even one thousand, Spanish does not.
            [Part::Scale(1000)] => self.language() == Language::Spanish,
            [_] => false,
            said => said.iter().any(|it| matches!(it, Part::Scale(_))),
        };
        let surely = pieces.iter().any(|it| numbers::is_number(&it.text, self.language()));
        (surely || counts).then_some((digits, end))
    }
}

/// What a dot between digits is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dots {
    /// A decimal point.
    Point,
    /// Nothing, as in "202.555.0100".
    Group,
}

/// Where the word before this place ends, so that signs before the first token are seen.
fn previous_word_end(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let word = before.char_indices().rev().find(|(_, it)| it.is_alphanumeric());
    word.map_or(0, |(start, char)| start.saturating_add(char.len_utf8()))
}

/// Splits a token into letters, digits and dots.
fn runs(token: &str) -> impl Iterator<Item = &str> {
    let mut rest = token;
    std::iter::from_fn(move || {
        let kind = Kind::of(rest.chars().next()?);
        let end = rest.find(|char| Kind::of(char) != kind).unwrap_or(rest.len());
        let (run, left) = rest.split_at_checked(end)?;
        rest = left;
        Some(run)
    })
}

#[derive(PartialEq)]
enum Kind {
    Digit,
    Dot,
    Letter,
}

impl Kind {
    fn of(char: char) -> Self {
        match char {
            '0'..='9' => Self::Digit,
            '.' => Self::Dot,
            _ => Self::Letter,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::DateTime;

    use super::*;
    use crate::text::tokens;

    fn pieces(text: &str, locale: &str) -> Vec<String> {
        let setting = Setting::new(locale, DateTime::ZERO);
        let phrase = Phrase::new(text, &tokens(text, setting.language), &setting);
        phrase.pieces.iter().map(|it| format!("{}[{}]", it.gap, it.text)).collect()
    }

    #[test]
    fn letters_and_digits_are_pieces() {
        for (text, expected) in [
            ("10:30pm", "[10] :[30] [pm]"),
            ("$1.56", "$[1] .[56]"),
            ("info@example.com", "[info] @[example] .[com]"),
            ("3/23", "[3] /[23]"),
            ("it's the 23rd", "[it] [is]  [the]  [23] [rd]"),
            ("", ""),
            ("?!", ""),
        ] {
            assert_eq!(pieces(text, "en_US").join(" "), expected, "{text:?}");
        }
        assert_eq!(
            pieces("3,5 y 23.3.2026", "es_ES").join(" "),
            "[3] .[5]  [y]  [23] .[3] .[2026]"
        );
    }

    #[test]
    fn a_token_is_not_cut_in_two() {
        let setting = Setting::new("en_US", DateTime::ZERO);
        let text = "at 10pm sharp";
        let phrase = Phrase::new(text, &tokens(text, setting.language), &setting);
        assert_eq!(phrase.tokens(1..3), Some(1..2));
        assert_eq!(phrase.tokens(0..3), Some(0..2));
        assert_eq!(phrase.tokens(1..2), None);
        assert_eq!(phrase.tokens(2..4), None);
        assert_eq!(phrase.tokens(3..3), None);
    }
}
