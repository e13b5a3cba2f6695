//! Text that others wrote, as it may be shown.

use std::borrow::Cow;

/// A text without what a terminal would obey or read backwards: control characters but for line
/// breaks and tabs, and marks that turn the direction of writing.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_hidden) {
        text.chars().map(|it| if is_hidden(it) { '\u{fffd}' } else { it }).collect()
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether a character does something rather than being seen.
///
/// Source: Unicode Standard Annex #9, "Directional Formatting Characters": embeddings, overrides
/// and isolates. Plain marks turn nothing around.
pub(crate) fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_replaced_and_what_is_seen_stays() {
        assert_eq!(
            plain("a\u{1b}[31mb\u{9b}2J\u{7f}\r"),
            "a\u{fffd}[31mb\u{fffd}2J\u{fffd}\u{fffd}"
        );
        assert_eq!(plain("\u{202e}txt\u{2069}"), "\u{fffd}txt\u{fffd}");
        for text in ["two\n\tlines", "ä €", "\u{200f}שלום", ""] {
            assert!(matches!(plain(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }
}
