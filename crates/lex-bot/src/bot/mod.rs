//! A bot definition as the conversation needs it.

mod load;
mod node;
mod pieces;
mod properties;
mod sample;

use std::collections::BTreeSet;
use std::fmt;

use aws_events::lex;
use serde_json::Value;

pub use self::node::LoadBotError;
pub(crate) use self::sample::{Element, Sample};

use crate::classify::Classifier;
use crate::matching::slot_type::SlotType;

/// A bot definition that can be talked to.
#[derive(Debug, Clone)]
pub struct Bot {
    name: String,
    locales: Vec<Locale>,
    warnings: Vec<Warning>,
}

impl Bot {
    /// Reads the `Properties` of an `AWS::Lex::Bot`, with all intrinsic functions resolved.
    ///
    /// # Errors
    ///
    /// [`LoadBotError`] names the path, what was found there and what was expected. Parts that are
    /// right but not executed are no errors, see [`Bot::warnings`].
    pub fn from_cloudformation(properties: &Value) -> Result<Self, LoadBotError> {
        load::bot(properties)
    }

    /// Name of the bot.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its locales, such as `en_US`, in the order of the definition.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.locales.iter().map(|it| it.id.as_str())
    }

    /// What the definition says and this crate does not execute, in the order of the definition.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    pub(crate) fn locale(&self, id: &str) -> Option<&Locale> {
        self.locales.iter().find(|it| it.id == id)
    }
}

/// A part of a definition that is not executed, or not as Lex does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where, such as `BotLocales[0].Intents[2].KendraConfiguration`.
    pub path: String,
    /// What happens instead.
    pub note: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.note)
    }
}

/// A bot in one language.
#[derive(Debug, Clone)]
pub(crate) struct Locale {
    pub(crate) id: String,
    /// Least confidence of an intent that is not the fallback.
    pub(crate) threshold: f64,
    pub(crate) intents: Vec<Intent>,
    /// Tells `intents` apart, by their indices.
    pub(crate) classifier: Classifier,
    /// The fallback intent, which has no sample utterances; it is not among `intents`.
    pub(crate) fallback: Intent,
}

impl Locale {
    /// Finds an intent by name, the fallback included.
    pub(crate) fn intent(&self, name: &str) -> Option<&Intent> {
        self.intents.iter().chain([&self.fallback]).find(|it| it.name == name)
    }
}

/// Something a caller may want.
#[derive(Debug, Clone)]
pub(crate) struct Intent {
    pub(crate) name: String,
    pub(crate) samples: Vec<Sample>,
    /// Stems of the words that mean something in the samples.
    pub(crate) vocabulary: BTreeSet<String>,
    /// In the order in which they are asked for.
    pub(crate) slots: Vec<SlotDefinition>,
    /// Said when the intent is recognised.
    pub(crate) opening: Messages,
    pub(crate) confirmation: Option<Confirmation>,
    /// Said when the intent is fulfilled.
    pub(crate) closing: Messages,
    pub(crate) hooks: Hooks,
}

impl Intent {
    pub(crate) fn slot(&self, name: &str) -> Option<&SlotDefinition> {
        self.slots.iter().find(|it| it.name == name)
    }

    /// The intent as it enters a conversation: in progress, every slot empty.
    pub(crate) fn start(&self) -> lex::Intent {
        lex::Intent {
            slots: self.slots.iter().map(|it| (it.name.clone(), None)).collect(),
            ..lex::Intent::new(self.name.as_str())
        }
    }
}

/// When the code hook is called for an intent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hooks {
    /// When the intent is recognised.
    pub(crate) opening: bool,
    /// After an answer to the confirmation.
    pub(crate) confirmation: bool,
    /// To fulfil it.
    pub(crate) fulfilment: bool,
}

/// A value that an intent needs.
#[derive(Debug, Clone)]
pub(crate) struct SlotDefinition {
    pub(crate) name: String,
    pub(crate) slot_type: SlotType,
    pub(crate) required: bool,
    pub(crate) prompt: Option<Prompt>,
    /// Ways to give the value when asked for it.
    pub(crate) samples: Vec<Sample>,
    /// Whether the code hook is called after an answer to the prompt.
    pub(crate) hook: bool,
}

/// A yes-or-no question before fulfilment.
#[derive(Debug, Clone)]
pub(crate) struct Confirmation {
    pub(crate) prompt: Prompt,
    /// Said after a no.
    pub(crate) declination: Messages,
}

/// A question that is asked again when it is not answered.
#[derive(Debug, Clone)]
pub(crate) struct Prompt {
    pub(crate) messages: Messages,
    pub(crate) max_retries: u32,
}

/// Groups of messages; of each group one is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Messages(pub(crate) Vec<Vec<lex::Message>>);

impl Messages {
    /// What is said at the first, second, … attempt (from 0): of each group the first message, then
    /// its variations in turn. Lex picks by chance unless it is told `Ordered`.
    pub(crate) fn at(&self, attempt: u32) -> Vec<lex::Message> {
        let attempt = usize::try_from(attempt).unwrap_or_default();
        self.0
            .iter()
            .filter_map(|group| group.get(attempt.checked_rem(group.len())?))
            .cloned()
            .collect()
    }
}
