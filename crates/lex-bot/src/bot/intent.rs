//! Intents: what a caller may want, and what happens on the way to it.

use aws_events::lex::{self, TimeToLive};

use super::sample::Sample;
use super::slot::{Prompt, SlotDefinition};
use super::step::{CodeHook, Onward, Response};

/// Something a caller may want.
#[derive(Debug, Clone)]
pub(crate) struct Intent {
    pub(crate) name: String,
    pub(crate) kind: IntentKind,
    pub(crate) samples: Vec<Sample>,
    /// In the order in which they are asked for.
    pub(crate) slots: Vec<SlotDefinition>,
    /// Contexts that must all be active for the intent to be recognised.
    pub(crate) input_contexts: Vec<String>,
    /// Contexts that become active when the intent is fulfilled.
    pub(crate) output_contexts: Vec<OutputContext>,
    /// Whether the code hook is called after every answer to a question for which the definition
    /// has no setting of its own, such as a confirmation that only the code hook asked for.
    pub(crate) dialog_hook: bool,
    pub(crate) opening: Opening,
    /// Asked when every required slot has a value; `None` when nothing is asked.
    pub(crate) confirmation: Option<Confirmation>,
    pub(crate) fulfilment: Fulfilment,
    /// What happens when the intent is fulfilled; `None` when it just ends.
    pub(crate) closing: Option<Onward>,
}

/// What makes an intent be recognised, and what answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum IntentKind {
    /// Its sample utterances.
    Ordinary,
    /// Nothing else does.
    Fallback,
    /// The words that Lex knows for it, and what Lex does of itself.
    BuiltIn(BuiltIn),
    /// Words that nothing else explains, looked up outside the bot.
    Search(Search),
}

/// Built-in intents that callers can mean.
///
/// Source: Amazon Lex V2 Developer Guide, "Built-in intents".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BuiltIn {
    Cancel,
    Help,
    Pause,
    Repeat,
    Resume,
    StartOver,
    Stop,
}

/// Built-in intents whose answers come from a service outside the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Search {
    /// `AMAZON.BedrockAgentIntent`
    BedrockAgent,
    /// `AMAZON.KendraSearchIntent`
    Kendra,
    /// `AMAZON.QInConnectIntent`
    QInConnect,
    /// `AMAZON.QnAIntent`
    QnA,
}

/// A context that an intent leaves behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutputContext {
    pub(crate) name: String,
    pub(crate) time_to_live: TimeToLive,
}

/// What happens when an intent is recognised.
#[derive(Debug, Clone, Default)]
pub(crate) struct Opening {
    /// Said first; then the code hook is called, or the conditions decide, or the next step comes.
    pub(crate) onward: Onward,
    pub(crate) hook: Option<CodeHook>,
}

/// A yes-or-no question before fulfilment.
#[derive(Debug, Clone)]
pub(crate) struct Confirmation {
    pub(crate) prompt: Prompt,
    /// Called at every attempt of the question, with its label.
    pub(crate) elicitation_hook: Option<ElicitationHook>,
    /// Called after an answer.
    pub(crate) hook: Option<CodeHook>,
    /// After a yes.
    pub(crate) confirmed: Onward,
    /// After a no.
    pub(crate) declined: Onward,
    /// When the retries are used up.
    pub(crate) failed: Onward,
}

/// A code hook that is called while a question is being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ElicitationHook {
    pub(crate) label: Option<String>,
}

/// How an intent is fulfilled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fulfilment {
    /// Whether the code hook does it.
    pub(crate) hook: bool,
    /// What the caller hears meanwhile.
    pub(crate) updates: Option<Updates>,
    pub(crate) success: Onward,
    pub(crate) failure: Onward,
    pub(crate) timeout: Onward,
}

/// What the caller hears while an intent is being fulfilled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Updates {
    pub(crate) start: Option<Update>,
    pub(crate) update: Option<Update>,
    /// Seconds until fulfilment has taken too long.
    pub(crate) timeout_s: Option<u32>,
}

/// One of the things said while an intent is being fulfilled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Update {
    /// Seconds before it is said first, and between two times.
    pub(crate) after_s: u32,
    pub(crate) response: Response,
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
