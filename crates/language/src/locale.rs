//! Which language a locale speaks.

use crate::lexicon::{self, Lexicon};

/// The language of a locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// English of any country.
    #[default]
    English,
    /// Spanish of any country.
    Spanish,
    /// Any other: words are compared as they are, and only written digits are numbers.
    Other,
}

impl Language {
    /// The language of a locale id such as `en_US`.
    pub fn of(locale: &str) -> Self {
        match locale.split(['_', '-']).next() {
            Some("en") => Self::English,
            Some("es") => Self::Spanish,
            _ => Self::Other,
        }
    }

    /// What its words do.
    pub(crate) fn lexicon(self) -> &'static Lexicon {
        lexicon::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_has_a_language() {
        for (locale, language) in [
            ("en_US", Language::English),
            ("en-GB", Language::English),
            ("es_419", Language::Spanish),
            ("es", Language::Spanish),
            ("fr_CA", Language::Other),
            ("", Language::Other),
            ("eng", Language::Other),
        ] {
            assert_eq!(Language::of(locale), language, "{locale}");
        }
    }
}
