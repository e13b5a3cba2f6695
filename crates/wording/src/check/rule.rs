//! The rules of wording.

use std::fmt;

use serde::Serialize;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// What could be better.
    Hint,
    /// What a caller suffers from.
    Warning,
    /// What cannot be said.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// What a wording file must keep to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The file is Fluent.
    Syntax,
    /// A message is there once.
    Twice,
    /// The name of a message says what it is for.
    Name,
    /// A message is there in every language.
    Missing,
    /// An attribute is one that is ever said, in every language.
    Attribute,
    /// A question has words to be asked again with.
    Reprompts,
    /// Values are declared in the comment.
    Declaration,
    /// A message uses the values that are declared, in every language.
    Values,
    /// Words are chosen by and never said; everything else the other way round.
    Choice,
    /// What is referred to is there.
    Reference,
    /// Wording holds no markup.
    Markup,
    /// The message can be said.
    Unspeakable,
    /// The SSML is one that neural voices and Connect speak.
    Ssml,
    /// The message is said in ten seconds.
    Length,
    /// Most callers follow at once.
    Grade,
    /// A choice has at most five options.
    Menu,
    /// There is no jargon.
    Jargon,
    /// The words are a sentence.
    Sentence,
    /// English is contracted as people speak it.
    Contraction,
    /// The last reprompt names a way to a person.
    WayOut,
}

impl Rule {
    /// How bad it is to break the rule.
    pub fn severity(self) -> Severity {
        match self {
            Self::Syntax
            | Self::Twice
            | Self::Name
            | Self::Missing
            | Self::Attribute
            | Self::Reprompts
            | Self::Declaration
            | Self::Values
            | Self::Choice
            | Self::Reference
            | Self::Markup
            | Self::Unspeakable
            | Self::Ssml => Severity::Error,
            Self::Length | Self::Grade | Self::Menu | Self::Jargon | Self::Sentence => {
                Severity::Warning
            }
            Self::Contraction | Self::WayOut => Severity::Hint,
        }
    }

    /// The name of the rule, such as `way-out`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Twice => "twice",
            Self::Name => "name",
            Self::Missing => "missing",
            Self::Attribute => "attribute",
            Self::Reprompts => "reprompts",
            Self::Declaration => "declaration",
            Self::Values => "values",
            Self::Choice => "choice",
            Self::Reference => "reference",
            Self::Markup => "markup",
            Self::Unspeakable => "unspeakable",
            Self::Ssml => "ssml",
            Self::Length => "length",
            Self::Grade => "grade",
            Self::Menu => "menu",
            Self::Jargon => "jargon",
            Self::Sentence => "sentence",
            Self::Contraction => "contraction",
            Self::WayOut => "way-out",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
