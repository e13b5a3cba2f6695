//! What is known of a person.

use serde::{Deserialize, Serialize};

/// What an article is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// What the person has done so far.
    Experience,
    /// What the person knows.
    Skills,
    /// What the person has built.
    Projects,
    /// What the person has studied.
    Education,
    /// When the person could begin.
    Availability,
    /// How the person is reached.
    Contact,
    /// How the person works with others.
    Collaboration,
}

/// A part of an article that answers a question, short enough to be spoken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// Short name of the article, such as `work-at-acme`.
    pub article: String,
    /// What the article is about.
    pub topic: Topic,
    /// One or two speakable sentences.
    pub text: String,
    /// Further sentences of the article, for "tell me more".
    #[serde(default)]
    pub more: Vec<String>,
    /// Answers to what callers ask next, by the word they ask with: `where`, `when`, `who`, `how-long`.
    #[serde(default)]
    pub details: std::collections::BTreeMap<String, String>,
    /// How well it fits, higher is better; comparable within one search only.
    pub score: f64,
}
