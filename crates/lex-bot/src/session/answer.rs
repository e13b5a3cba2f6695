//! Checks what the code hook answered.
//!
//! Sources: Amazon Lex V2 Developer Guide, "AWS Lambda response format for Lex V2"; Amazon Lex API
//! Reference, runtime `SessionState`, `ActiveContext`, `Message` and `PutSession`, for the ranges.

use aws_events::lex::{
    ActiveContext, Attributes, ContentType, DialogAction, DialogActionType, Intent, IntentState,
    InvocationSource, Message, Response, RuntimeHints, SlotElicitationStyle,
};

use super::{HookError, MAX_ANSWER, MAX_ATTRIBUTES, event, shape, ssml};
use crate::bot::Locale;

/// Most messages of an answer.
const MAX_MESSAGES: usize = 10;

/// Most characters of a message.
///
/// The API Reference says 1,024, the quotas 4,000 ("Text response length"); what both refuse is
/// refused.
const MAX_MESSAGE: usize = 4_000;

/// Most contexts.
const MAX_CONTEXTS: usize = 20;

/// Most attributes of a context.
const MAX_CONTEXT_ATTRIBUTES: usize = 10;

/// The states of an intent that needs nothing more from the caller.
const ENDED: &str = "`Failed`, `Fulfilled`, `FulfillmentInProgress` or `ReadyForFulfillment`";

/// An answer that can be obeyed.
pub(super) struct Checked {
    pub(super) step: Step,
    /// The intent it names, with every slot of the definition.
    pub(super) intent: Option<Intent>,
    /// `None` keeps those there are.
    pub(super) attributes: Option<Attributes>,
    pub(super) request_attributes: Attributes,
    /// `None` keeps those there are.
    pub(super) contexts: Option<Vec<ActiveContext>>,
    pub(super) hints: Option<RuntimeHints>,
    pub(super) messages: Vec<Message>,
}

/// The next step.
pub(super) enum Step {
    Close,
    ConfirmIntent,
    Delegate,
    ElicitIntent,
    /// `Slot` or `Slot.Part`, which exists.
    ElicitSlot(String),
}

/// Checks an answer against the bot.
pub(super) fn check(
    response: Response,
    locale: &Locale,
    source: &InvocationSource,
) -> Result<Checked, HookError> {
    let bytes = event::size(&response);
    if bytes > MAX_ANSWER {
        return Err(HookError::TooLarge { bytes, limit: MAX_ANSWER });
    }
    let state = response.session_state;
    let bytes = state.session_attributes.as_ref().map_or(0, event::size);
    if bytes > MAX_ATTRIBUTES {
        return Err(HookError::AttributesTooLarge { bytes, limit: MAX_ATTRIBUTES });
    }
    let action = state.dialog_action.ok_or(HookError::NoDialogAction)?;
    let intent = state.intent.map(|it| shape::complete(it, locale)).transpose()?;
    let step = step(&action, intent.as_ref(), &response.messages, locale, source)?;
    spoken(&response.messages)?;
    in_range(state.active_contexts.as_deref().unwrap_or_default())?;
    Ok(Checked {
        step,
        intent,
        attributes: state.session_attributes,
        request_attributes: response.request_attributes,
        contexts: state.active_contexts,
        hints: state.runtime_hints,
        messages: response.messages,
    })
}

fn step(
    action: &DialogAction,
    intent: Option<&Intent>,
    messages: &[Message],
    locale: &Locale,
    source: &InvocationSource,
) -> Result<Step, HookError> {
    let name = action.r#type.as_str();
    let needed = || intent.ok_or_else(|| HookError::NoIntent { action: name.to_owned() });
    let worded = || match messages {
        [] => Err(HookError::NoMessages { action: name.to_owned() }),
        [..] => Ok(()),
    };
    match &action.r#type {
        DialogActionType::Close => {
            let ended = [
                IntentState::Failed,
                IntentState::Fulfilled,
                IntentState::FulfillmentInProgress,
                IntentState::ReadyForFulfillment,
            ];
            in_state(needed()?, &ended, name, ENDED)?;
            Ok(Step::Close)
        }
        DialogActionType::ConfirmIntent => {
            needed()?;
            worded()?;
            Ok(Step::ConfirmIntent)
        }
        DialogActionType::Delegate => {
            let (going_on, expected): (&[IntentState], _) = match source {
                InvocationSource::FulfillmentCodeHook => (
                    &[
                        IntentState::Failed,
                        IntentState::Fulfilled,
                        IntentState::FulfillmentInProgress,
                        IntentState::ReadyForFulfillment,
                    ],
                    ENDED,
                ),
                InvocationSource::DialogCodeHook | InvocationSource::Other(_) => (
                    &[
                        IntentState::Failed,
                        IntentState::InProgress,
                        IntentState::ReadyForFulfillment,
                    ],
                    "`InProgress`, `ReadyForFulfillment` or `Failed`",
                ),
            };
            if let Some(intent) = intent {
                in_state(intent, going_on, name, expected)?;
            }
            Ok(Step::Delegate)
        }
        DialogActionType::ElicitIntent => {
            worded()?;
            Ok(Step::ElicitIntent)
        }
        DialogActionType::ElicitSlot => slot_to_elicit(action, needed()?, locale),
        DialogActionType::FulfillIntent | DialogActionType::None | DialogActionType::Other(_) => {
            Err(HookError::NotAnAnswer { found: name.to_owned() })
        }
    }
}

/// The slot to ask for: `Slot`, `Slot.Part`, or a slot and a part apart.
fn slot_to_elicit(
    action: &DialogAction,
    intent: &Intent,
    locale: &Locale,
) -> Result<Step, HookError> {
    let mut name = action.slot_to_elicit.clone().ok_or(HookError::NoSlotToElicit)?;
    if let Some(SlotElicitationStyle::Other(found)) = &action.slot_elicitation_style {
        return Err(HookError::UnknownStyle { found: found.to_string() });
    }
    if let Some(part) = &action.sub_slot_to_elicit {
        name = format!("{name}.{}", part.name);
    }
    let definition =
        locale.intent(&intent.name).ok_or_else(|| shape::unknown_intent(intent, locale))?;
    shape::known_name(definition, &name, "sessionState.dialogAction.slotToElicit")?;
    Ok(Step::ElicitSlot(name))
}

fn in_state(
    intent: &Intent,
    allowed: &[IntentState],
    action: &str,
    expected: &'static str,
) -> Result<(), HookError> {
    if allowed.contains(&intent.state) {
        return Ok(());
    }
    // An answer without a state is read as one in progress.
    let found = match intent.state.as_str() {
        "InProgress" => "missing or `InProgress`".to_owned(),
        state => format!("`{state}`"),
    };
    Err(HookError::WrongState { found, action: action.to_owned(), expected })
}

/// Whether messages can be said.
fn spoken(messages: &[Message]) -> Result<(), HookError> {
    if messages.len() > MAX_MESSAGES {
        return Err(HookError::TooManyMessages { found: messages.len(), limit: MAX_MESSAGES });
    }
    for (number, message) in messages.iter().enumerate() {
        let (content_type, is_card) = match message.content_type {
            ContentType::CustomPayload => ("CustomPayload", false),
            ContentType::ImageResponseCard => ("ImageResponseCard", true),
            ContentType::PlainText => ("PlainText", false),
            ContentType::Ssml => ("SSML", false),
        };
        let (field, is_missing) = if is_card {
            ("imageResponseCard", message.image_response_card.is_none())
        } else {
            ("content", message.content.is_empty())
        };
        if is_missing {
            return Err(HookError::EmptyMessage { number, field, content_type });
        }
        let found = message.content.chars().count();
        if found > MAX_MESSAGE {
            return Err(HookError::MessageTooLong { number, found, limit: MAX_MESSAGE });
        }
        if message.content_type == ContentType::Ssml {
            ssml::check(&message.content).map_err(|wrong| HookError::Ssml { number, wrong })?;
        }
    }
    Ok(())
}

/// Whether contexts are as Lex takes them.
fn in_range(contexts: &[ActiveContext]) -> Result<(), HookError> {
    if contexts.len() > MAX_CONTEXTS {
        return Err(HookError::TooManyContexts { found: contexts.len(), limit: MAX_CONTEXTS });
    }
    for (number, context) in contexts.iter().enumerate() {
        let wrong = |field, found: String, expected| {
            Err(HookError::Context { number, field, found, expected })
        };
        let length = context.name.chars().count();
        let is_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
        if !(1..=100).contains(&length) || !context.name.chars().all(is_name) {
            let expected = "1 to 100 letters, digits, `-` and `_`";
            return wrong("name", format!("`{}`", context.name), expected);
        }
        let seconds = context.time_to_live.time_to_live_in_seconds;
        // What is left of a time to live may be less than one can begin with.
        if !(1..=86_400).contains(&seconds) {
            let field = "timeToLive.timeToLiveInSeconds";
            return wrong(field, seconds.to_string(), "5 to 86400");
        }
        let turns = context.time_to_live.turns_to_live;
        if !(1..=20).contains(&turns) {
            return wrong("timeToLive.turnsToLive", turns.to_string(), "1 to 20");
        }
        let attributes = &context.context_attributes;
        if attributes.len() > MAX_CONTEXT_ATTRIBUTES {
            let found = format!("{} attributes", attributes.len());
            return wrong("contextAttributes", found, "at most 10");
        }
        if attributes.keys().any(|it| !(1..=100).contains(&it.chars().count())) {
            let found = "a name of another length".to_owned();
            return wrong("contextAttributes", found, "names of 1 to 100 characters");
        }
        if attributes.values().any(|it| !(1..=1024).contains(&it.chars().count())) {
            let found = "a value of another length".to_owned();
            return wrong("contextAttributes", found, "values of 1 to 1024 characters");
        }
    }
    Ok(())
}
