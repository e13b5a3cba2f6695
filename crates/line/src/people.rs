//! How callers come to people.

use std::collections::{BTreeMap, BTreeSet};

use aws_events::E164;
use serde::{Deserialize, Serialize};
use wording::Language;

/// Where callers wait for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// Short name, such as `billing`.
    pub name: String,
    /// Who answers there, by language, as callers are told on the way: "our billing team".
    #[serde(default)]
    pub say: BTreeMap<Language, String>,
    /// ARN of the Connect queue; `None` for the queue of the deployment.
    #[serde(default)]
    pub arn: Option<String>,
    /// Wishes that lead here, by the names of their intents.
    #[serde(default)]
    pub intents: BTreeSet<String>,
    /// Words of callers that lead here, by language, lowercase.
    #[serde(default)]
    pub words: BTreeMap<Language, Vec<String>>,
    /// Mailbox of those whom nobody answers; `None` for the one called like the queue, or else
    /// [`VoicemailBox::GENERAL`].
    #[serde(default)]
    pub mailbox: Option<String>,
}

/// When a caller goes to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Escalation {
    /// Failures in a row, of understanding and of hearing, 1 to 5.
    pub after_failures: u32,
    /// The same for a caller who is upset, at most as many.
    pub when_upset: u32,
    /// Times in a row that a caller may call what was read back wrong, 1 to 5.
    pub after_denials: u32,
    /// Whether a caller who waits is offered to be called back instead.
    #[serde(default = "yes")]
    pub offer_callback: bool,
}

/// Records of lines that do not say are older than the question, when callbacks were always offered.
fn yes() -> bool {
    true
}

impl Default for Escalation {
    fn default() -> Self {
        Self { after_failures: 3, when_upset: 2, after_denials: 3, offer_callback: true }
    }
}

/// What is done when somebody is in danger.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Emergency {
    /// What the caller is told, by language, in place of the standard words.
    #[serde(default)]
    pub say: BTreeMap<Language, String>,
    /// Number that the call goes to; `None` for the first queue.
    #[serde(default)]
    pub number: Option<E164>,
    /// Words beside the standard ones that mean danger, by language, lowercase.
    #[serde(default)]
    pub words: BTreeMap<Language, Vec<String>>,
}

/// Where the messages of a mailbox go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoicemailBox {
    /// E-mail address; `None` for that of the deployment.
    #[serde(default)]
    pub recipient: Option<String>,
}

impl VoicemailBox {
    /// The mailbox of messages for nobody in particular. Every line has it.
    pub const GENERAL: &str = "general";
}
