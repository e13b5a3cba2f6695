//! Checks what the code hook answered.

use aws_events::lex::{
    ActiveContext, Attributes, DialogActionType, Intent, IntentState, InvocationSource, Message,
    Response,
};

use super::{MAX_ANSWER, MAX_ATTRIBUTES, event};
use crate::bot::{Locale, SlotDefinition};

/// What is wrong with a hook's answer. Messages name fields, never what a caller said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HookError {
    /// There is no next step.
    #[error("`sessionState.dialogAction` is missing")]
    NoDialogAction,
    /// The next step is one that only Lex proposes.
    #[error("`sessionState.dialogAction.type` is `{found}`, which a code hook cannot answer")]
    NotAnAnswer {
        /// The type answered.
        found: &'static str,
    },
    /// The next step needs an intent.
    #[error("`sessionState.intent` is missing, `{action}` needs it")]
    NoIntent {
        /// The type of the dialog action.
        action: &'static str,
    },
    /// The bot has no such intent.
    #[error("`sessionState.intent.name` is `{name}`, the bot has {known}")]
    UnknownIntent {
        /// The name answered.
        name: String,
        /// The intents of the bot.
        known: String,
    },
    /// The intent has no such slot.
    #[error("`{place}` names slot `{name}`, intent `{intent}` has {known}")]
    UnknownSlot {
        /// Where the name stands.
        place: &'static str,
        /// The name answered.
        name: String,
        /// The intent.
        intent: String,
        /// Its slots.
        known: String,
    },
    /// A slot is to be asked for, but not which.
    #[error("`sessionState.dialogAction.slotToElicit` is missing, `ElicitSlot` needs it")]
    NoSlotToElicit,
    /// The next step needs words.
    #[error("`messages` is empty, `{action}` needs at least one")]
    NoMessages {
        /// The type of the dialog action.
        action: &'static str,
    },
    /// The intent is in a state that does not go with the next step.
    #[error("`sessionState.intent.state` is `{found}`, `{action}` needs {expected}")]
    WrongState {
        /// The state answered.
        found: &'static str,
        /// The type of the dialog action.
        action: &'static str,
        /// The states that go with it.
        expected: &'static str,
    },
    /// The answer is larger than Lex takes.
    #[error("the answer takes {bytes} bytes, at most {limit} are allowed")]
    TooLarge {
        /// Size as JSON.
        bytes: usize,
        /// Most that is allowed.
        limit: usize,
    },
    /// The session attributes are larger than Lex takes.
    #[error("`sessionState.sessionAttributes` take {bytes} bytes, at most {limit} are allowed")]
    AttributesTooLarge {
        /// Size as JSON.
        bytes: usize,
        /// Most that is allowed.
        limit: usize,
    },
}

/// An answer that can be obeyed.
pub(super) struct Answer<'a> {
    pub(super) step: Step<'a>,
    /// The intent it names, with every slot of the definition.
    pub(super) intent: Option<Intent>,
    pub(super) attributes: Attributes,
    pub(super) contexts: Vec<ActiveContext>,
    pub(super) messages: Vec<Message>,
}

/// The next step.
pub(super) enum Step<'a> {
    Close,
    ConfirmIntent,
    Delegate,
    ElicitIntent,
    ElicitSlot(&'a SlotDefinition),
}

/// Checks an answer against the bot.
pub(super) fn check(
    response: Response,
    locale: &Locale,
    source: InvocationSource,
) -> Result<Answer<'_>, HookError> {
    let bytes = event::size(&response);
    if bytes > MAX_ANSWER {
        return Err(HookError::TooLarge { bytes, limit: MAX_ANSWER });
    }
    let bytes = event::size(&response.session_state.session_attributes);
    if bytes > MAX_ATTRIBUTES {
        return Err(HookError::AttributesTooLarge { bytes, limit: MAX_ATTRIBUTES });
    }
    let action = response.session_state.dialog_action.ok_or(HookError::NoDialogAction)?;
    let name = action_name(action.r#type);
    let intent = response.session_state.intent.map(|it| complete(it, locale)).transpose()?;
    let needed = || intent.as_ref().ok_or(HookError::NoIntent { action: name });
    let spoken = || {
        if response.messages.is_empty() {
            Err(HookError::NoMessages { action: name })
        } else {
            Ok(())
        }
    };
    let step = match action.r#type {
        DialogActionType::Close => {
            let ended = [
                IntentState::Failed,
                IntentState::Fulfilled,
                IntentState::FulfillmentInProgress,
                IntentState::ReadyForFulfillment,
            ];
            let expected = "`Fulfilled` or `Failed`";
            in_state(needed()?, &ended, name, expected)?;
            Step::Close
        }
        DialogActionType::ConfirmIntent => {
            needed()?;
            spoken()?;
            Step::ConfirmIntent
        }
        DialogActionType::Delegate => {
            if let (Some(intent), InvocationSource::DialogCodeHook) = (&intent, source) {
                let going_on = [IntentState::InProgress, IntentState::ReadyForFulfillment];
                let expected = "`InProgress` or `ReadyForFulfillment`";
                in_state(intent, &going_on, name, expected)?;
            }
            Step::Delegate
        }
        DialogActionType::ElicitIntent => {
            spoken()?;
            Step::ElicitIntent
        }
        DialogActionType::ElicitSlot => {
            let slot = action.slot_to_elicit.ok_or(HookError::NoSlotToElicit)?;
            let place = "sessionState.dialogAction.slotToElicit";
            Step::ElicitSlot(known_slot(needed()?, &slot, place, locale)?)
        }
        DialogActionType::FulfillIntent | DialogActionType::None => {
            return Err(HookError::NotAnAnswer { found: name });
        }
    };
    Ok(Answer {
        step,
        intent,
        attributes: response.session_state.session_attributes,
        contexts: response.session_state.active_contexts,
        messages: response.messages,
    })
}

fn action_name(action: DialogActionType) -> &'static str {
    match action {
        DialogActionType::Close => "Close",
        DialogActionType::ConfirmIntent => "ConfirmIntent",
        DialogActionType::Delegate => "Delegate",
        DialogActionType::ElicitIntent => "ElicitIntent",
        DialogActionType::ElicitSlot => "ElicitSlot",
        DialogActionType::FulfillIntent => "FulfillIntent",
        DialogActionType::None => "None",
    }
}

fn in_state(
    intent: &Intent,
    allowed: &[IntentState],
    action: &'static str,
    expected: &'static str,
) -> Result<(), HookError> {
    if allowed.contains(&intent.state) {
        return Ok(());
    }
    let found = match intent.state {
        IntentState::Failed => "Failed",
        IntentState::Fulfilled => "Fulfilled",
        IntentState::FulfillmentInProgress => "FulfillmentInProgress",
        IntentState::InProgress => "InProgress",
        IntentState::ReadyForFulfillment => "ReadyForFulfillment",
        IntentState::Waiting => "Waiting",
    };
    Err(HookError::WrongState { found, action, expected })
}

/// The intent with all its slots, known to the bot.
fn complete(intent: Intent, locale: &Locale) -> Result<Intent, HookError> {
    for slot in intent.slots.keys() {
        known_slot(&intent, slot, "sessionState.intent.slots", locale)?;
    }
    let definition = locale.intent(&intent.name).ok_or_else(|| unknown_intent(&intent, locale))?;
    let mut slots = definition.start().slots;
    slots.extend(intent.slots);
    Ok(Intent { slots, ..intent })
}

fn unknown_intent(intent: &Intent, locale: &Locale) -> HookError {
    let names = locale.intents.iter().chain([&locale.fallback]).map(|it| it.name.as_str());
    HookError::UnknownIntent { name: intent.name.clone(), known: listed(names) }
}

fn known_slot<'a>(
    intent: &Intent,
    slot: &str,
    place: &'static str,
    locale: &'a Locale,
) -> Result<&'a SlotDefinition, HookError> {
    let definition = locale.intent(&intent.name).ok_or_else(|| unknown_intent(intent, locale))?;
    definition.slot(slot).ok_or_else(|| HookError::UnknownSlot {
        place,
        name: slot.to_owned(),
        intent: intent.name.clone(),
        known: listed(definition.slots.iter().map(|it| it.name.as_str())),
    })
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|it| format!("`{it}`")).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}
