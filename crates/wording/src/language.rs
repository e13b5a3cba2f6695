//! Languages that the line speaks.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language that the line speaks, in a place: words, dates and money follow from it.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Language {
    /// English of the United States.
    #[default]
    #[serde(rename = "en-US")]
    EnUs,
    /// Spanish of the United States.
    #[serde(rename = "es-US")]
    EsUs,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::EnUs, Self::EsUs];

    /// The tag that Connect and Polly use, such as `en-US`.
    pub fn code(self) -> &'static str {
        match self {
            Self::EnUs => "en-US",
            Self::EsUs => "es-US",
        }
    }

    /// The locale id that Lex uses, such as `en_US`.
    pub fn locale(self) -> &'static str {
        match self {
            Self::EnUs => "en_US",
            Self::EsUs => "es_US",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = ParseLanguageError;

    /// Reads a tag or a locale id.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|it| it.code() == text || it.locale() == text);
        known.ok_or(ParseLanguageError)
    }
}

/// The text is no language that the line speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a language of the line is `en-US` or `es-US`")]
pub struct ParseLanguageError;
