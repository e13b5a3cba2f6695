//! What comes after a step of a conversation: words, conditions, the next step, a code hook.
//!
//! Source: Amazon Lex V2 Developer Guide, "Creating conversation paths".

use std::collections::BTreeMap;

use aws_events::lex::Message;

use super::condition::{Assigned, Expression};

/// What is said after a step and what comes next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Onward {
    pub(crate) response: Response,
    /// Decides on the next step before `next_step` does; `None` when inactive.
    pub(crate) conditional: Option<Conditional>,
    /// `None`: what Lex takes by default at this point.
    pub(crate) next_step: Option<NextStep>,
}

/// Words of the bot's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Response {
    pub(crate) messages: Messages,
    /// Whether the caller may speak or press keys while they are played.
    pub(crate) allow_interrupt: bool,
}

/// Groups of messages; of each group one is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Messages(pub(crate) Vec<Vec<Message>>);

impl Messages {
    /// What is said at the first, second, … attempt (from 0): of each group the first message, then
    /// its variations in turn. Lex picks by chance unless it is told `Ordered`.
    pub(crate) fn at(&self, attempt: u32) -> Vec<Message> {
        let attempt = usize::try_from(attempt).unwrap_or_default();
        self.0
            .iter()
            .filter_map(|group| group.get(attempt.checked_rem(group.len())?))
            .cloned()
            .collect()
    }
}

/// Branches, of which the first whose condition holds is taken.
#[derive(Debug, Clone)]
pub(crate) struct Conditional {
    pub(crate) branches: Vec<Branch>,
    /// Taken when no condition holds.
    pub(crate) default: Destination,
}

/// A branch with its condition.
#[derive(Debug, Clone)]
pub(crate) struct Branch {
    pub(crate) name: String,
    pub(crate) condition: Expression,
    pub(crate) destination: Destination,
}

/// Where a branch leads.
#[derive(Debug, Clone, Default)]
pub(crate) struct Destination {
    pub(crate) response: Response,
    pub(crate) next_step: Option<NextStep>,
}

/// A step that the definition chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NextStep {
    /// `None`: what Lex takes by default at this point, after the values are set.
    pub(crate) action: Option<NextAction>,
    /// With [`NextAction::ElicitSlot`].
    pub(crate) slot_to_elicit: Option<String>,
    /// Whether the message that would be said next is left out.
    pub(crate) suppress_next_message: bool,
    /// Values that slots of the intent take.
    pub(crate) intent: Option<IntentOverride>,
    /// Session attributes that are set on the way.
    pub(crate) attributes: BTreeMap<String, Assigned>,
}

/// What a definition can do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NextAction {
    CloseIntent,
    ConfirmIntent,
    ElicitIntent,
    ElicitSlot,
    EndConversation,
    EvaluateConditional,
    FulfillIntent,
    InvokeDialogCodeHook,
    StartIntent,
}

/// The intent that a next step is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IntentOverride {
    /// `None`: the intent at hand.
    pub(crate) name: Option<String>,
    /// Values by slot; an empty list empties the slot.
    pub(crate) slots: BTreeMap<String, Vec<Assigned>>,
}

/// A call of the code hook during the dialogue, and what follows it.
#[derive(Debug, Clone, Default)]
pub(crate) struct CodeHook {
    /// Whether the function is called; if not, `success` follows at once.
    pub(crate) invoked: bool,
    /// Told to the code hook as `invocationLabel`.
    pub(crate) label: Option<String>,
    pub(crate) success: Onward,
    pub(crate) failure: Onward,
    pub(crate) timeout: Onward,
}
