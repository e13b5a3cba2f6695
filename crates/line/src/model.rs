//! The model of a line.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use aws_events::E164;
use serde::{Deserialize, Serialize};
use wording::Language;

use crate::{
    BankRules, Directory, Emergency, Escalation, Experiment, Hours, Memory, Payments, Profile,
    Queue, Recording, Retention, VoicemailBox,
};

/// Everything that tells one dialled number from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Line {
    /// Short name in keys, such as `northwind`.
    pub id: LineId,
    /// Whom the caller has reached, as it is spoken.
    pub name: String,
    /// The dialled numbers that this line answers.
    pub numbers: BTreeSet<E164>,
    /// IANA time zone of hours and spoken days, such as `America/New_York`.
    pub time_zone: String,
    /// What is spoken, the language of the greeting first.
    pub languages: Vec<Spoken>,
    /// The greeting, in place of the standard one, by language.
    #[serde(default)]
    pub greeting: BTreeMap<Language, String>,
    /// What the line can do for a caller.
    pub scenarios: BTreeSet<Scenario>,
    /// When somebody is in.
    pub hours: Hours,
    /// Where callers wait for a person, the usual one first.
    pub queues: Vec<Queue>,
    /// When a caller goes to a person.
    pub escalation: Escalation,
    /// What is done when somebody is in danger.
    pub emergency: Emergency,
    /// Where messages go, by mailbox.
    pub voicemail: BTreeMap<String, VoicemailBox>,
    /// Whether calls are recorded.
    pub recording: Recording,
    /// How long records are kept.
    pub retention: Retention,
    /// Whether callers are remembered.
    pub memory: Memory,
    /// Where the business's records are.
    pub directory: Directory,
    /// Rules of the bank scenario.
    pub bank: BankRules,
    /// Rules of the payments scenario.
    pub payments: Payments,
    /// Whose assistant answers; only with the profile scenario.
    #[serde(default)]
    pub profile: Option<Profile>,
    /// Wordings that are compared.
    #[serde(default)]
    pub experiments: Vec<Experiment>,
}

/// The short name of a line: 1 to 32 lowercase letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LineId(String);

/// Most characters of a [`LineId`].
const MAX_ID: usize = 32;

impl LineId {
    /// The id of [`Line::basic`].
    pub(crate) fn basic() -> Self {
        Self("basic".to_owned())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for LineId {
    type Err = ParseLineIdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
        let is_id = (1..=MAX_ID).contains(&text.len()) && text.chars().all(fits);
        if is_id { Ok(Self(text.to_owned())) } else { Err(ParseLineIdError) }
    }
}

impl TryFrom<String> for LineId {
    type Error = ParseLineIdError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<LineId> for String {
    fn from(id: LineId) -> Self {
        id.0
    }
}

/// The text is no short name of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the id of a line is 1 to {MAX_ID} lowercase letters, digits and hyphens")]
pub struct ParseLineIdError;

/// A language and the voice that speaks it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// The language.
    pub language: Language,
    /// The Amazon Polly voice.
    pub voice: Voice,
}

/// The name of an Amazon Polly neural voice, such as `Joanna`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Voice(pub(crate) String);

impl Voice {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A kind of business that a line can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// Orders: status, delivery address, returns.
    Shop,
    /// Appointments with doctors.
    Clinic,
    /// Paying invoices.
    Payments,
    /// Troubleshooting and tickets.
    Support,
    /// Balances and transactions behind a PIN.
    Bank,
    /// One person's experience, skills and availability.
    Profile,
}

impl Line {
    /// The line of a number that none was written for: it speaks English, and knows a person and a
    /// message only.
    pub fn basic(name: impl Into<String>, time_zone: impl Into<String>) -> Self {
        Self {
            id: LineId::basic(),
            name: name.into(),
            numbers: BTreeSet::new(),
            time_zone: time_zone.into(),
            languages: vec![Spoken { language: Language::EnUs, voice: Voice("Joanna".to_owned()) }],
            greeting: BTreeMap::new(),
            scenarios: BTreeSet::new(),
            hours: Hours::default(),
            queues: vec![Queue {
                say: BTreeMap::new(),
                name: "support".to_owned(),
                arn: None,
                intents: BTreeSet::new(),
                words: BTreeMap::new(),
                mailbox: None,
            }],
            escalation: Escalation::default(),
            emergency: Emergency::default(),
            voicemail: BTreeMap::from([(
                VoicemailBox::GENERAL.to_owned(),
                VoicemailBox { recipient: None },
            )]),
            recording: Recording::default(),
            retention: Retention::default(),
            memory: Memory::default(),
            directory: Directory::default(),
            bank: BankRules::default(),
            payments: Payments::default(),
            profile: None,
            experiments: Vec::new(),
        }
    }

    /// The language of the greeting.
    pub fn language(&self) -> Language {
        self.languages.first().map(|it| it.language).unwrap_or_default()
    }

    /// Whether the line speaks a language.
    pub fn speaks(&self, language: Language) -> bool {
        self.languages.iter().any(|it| it.language == language)
    }

    /// The voice of a language, or of the greeting's when the line does not speak that one.
    pub fn voice(&self, language: Language) -> Option<&Voice> {
        let spoken = self.languages.iter().find(|it| it.language == language);
        spoken.or(self.languages.first()).map(|it| &it.voice)
    }

    /// Whether the line can do something.
    pub fn does(&self, scenario: Scenario) -> bool {
        self.scenarios.contains(&scenario)
    }

    /// The queue of that name, or the usual one.
    pub fn queue(&self, name: Option<&str>) -> Option<&Queue> {
        let named = self.queues.iter().find(|it| Some(it.name.as_str()) == name);
        named.or(self.queues.first())
    }

    /// The mailbox of those who wait in a queue and whom nobody answers.
    pub fn mailbox<'a>(&self, queue: &'a Queue) -> &'a str {
        match &queue.mailbox {
            Some(mailbox) => mailbox,
            None if self.voicemail.contains_key(&queue.name) => &queue.name,
            None => VoicemailBox::GENERAL,
        }
    }
}
