//! Articles.

use std::collections::BTreeMap;
use std::fmt;

use dialogue::business::Topic;
use serde::{Deserialize, Serialize};
use wording::Language;

/// The name of an article: that of its file, the same in every language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(pub String);

impl ArticleId {
    /// The name of an article from its file's, such as `work-at-acme` from `work-at-acme.es.md`.
    pub fn of_file(name: &str) -> Self {
        let name = name.strip_suffix(".md").unwrap_or(name);
        Self(name.split('.').next().unwrap_or(name).to_owned())
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is known about something, in sentences to be spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its name.
    pub id: ArticleId,
    /// What it is called; searched, not spoken.
    pub title: String,
    /// What it is about.
    pub topic: Topic,
    /// What it is written in.
    pub language: Language,
    /// The answer, then what follows when the caller asks for more. Never empty.
    pub paragraphs: Vec<String>,
    /// Answers to what callers ask next, by the word they ask with.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub details: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_named_like_its_file_without_the_language() {
        for file in ["work-at-acme.md", "work-at-acme.es.md", "work-at-acme"] {
            assert_eq!(ArticleId::of_file(file), ArticleId("work-at-acme".to_owned()));
        }
    }
}
