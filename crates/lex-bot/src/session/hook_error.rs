//! What can be wrong with an answer of the code hook.

/// What is wrong with a hook's answer. Messages name fields, never what a caller said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HookError {
    /// There is no next step.
    #[error("`sessionState.dialogAction` is missing")]
    NoDialogAction,
    /// The next step is one that only Lex proposes, or none at all.
    #[error("`sessionState.dialogAction.type` is `{found}`, which a code hook cannot answer")]
    NotAnAnswer {
        /// The type answered.
        found: String,
    },
    /// The next step needs an intent.
    #[error("`sessionState.intent` is missing, `{action}` needs it")]
    NoIntent {
        /// The type of the dialog action.
        action: String,
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
    /// The slot has no such part.
    #[error("`{place}` names part `{name}`, slot `{slot}` has {known}")]
    UnknownPart {
        /// Where the name stands.
        place: &'static str,
        /// The name answered.
        name: String,
        /// The slot.
        slot: String,
        /// Its parts.
        known: String,
    },
    /// The value of a slot is not of the shape that the slot takes.
    #[error("`sessionState.intent.slots.{slot}` is {found}, expected {expected}")]
    WrongShape {
        /// The slot.
        slot: String,
        /// The shape answered.
        found: &'static str,
        /// The shape that it takes.
        expected: &'static str,
    },
    /// A slot is to be asked for, but not which.
    #[error("`sessionState.dialogAction.slotToElicit` is missing, `ElicitSlot` needs it")]
    NoSlotToElicit,
    /// A slot is to be asked for in a way that Lex does not know.
    #[error(
        "`sessionState.dialogAction.slotElicitationStyle` is `{found}`, \
         expected `Default`, `SpellByLetter` or `SpellByWord`"
    )]
    UnknownStyle {
        /// The style answered.
        found: String,
    },
    /// The next step needs words.
    #[error("`messages` is empty, `{action}` needs at least one")]
    NoMessages {
        /// The type of the dialog action.
        action: String,
    },
    /// There are more messages than Lex takes.
    #[error("`messages` has {found}, at most {limit} are allowed")]
    TooManyMessages {
        /// Number of messages.
        found: usize,
        /// Most that is allowed.
        limit: usize,
    },
    /// A message has no text, or no card.
    #[error("`messages[{number}].{field}` is missing, `{content_type}` needs it")]
    EmptyMessage {
        /// Which message, from 0.
        number: usize,
        /// What is missing.
        field: &'static str,
        /// How the message is written.
        content_type: &'static str,
    },
    /// A message is longer than Lex takes.
    #[error("`messages[{number}].content` has {found} characters, at most {limit} are allowed")]
    MessageTooLong {
        /// Which message, from 0.
        number: usize,
        /// Characters.
        found: usize,
        /// Most that is allowed.
        limit: usize,
    },
    /// A message with speech markup cannot be spoken.
    #[error("`messages[{number}].content` is not well-formed SSML: {wrong}")]
    Ssml {
        /// Which message, from 0.
        number: usize,
        /// What is wrong.
        wrong: &'static str,
    },
    /// The intent is in a state that does not go with the next step.
    #[error("`sessionState.intent.state` is {found}, `{action}` needs {expected}")]
    WrongState {
        /// The state answered, in backquotes, or that it may be missing.
        found: String,
        /// The type of the dialog action.
        action: String,
        /// The states that go with it.
        expected: &'static str,
    },
    /// The confirmation state is none that Lex knows.
    #[error(
        "`sessionState.intent.confirmationState` is `{found}`, \
         expected `Confirmed`, `Denied` or `None`"
    )]
    WrongConfirmationState {
        /// The state answered.
        found: String,
    },
    /// A context is not as Lex takes them.
    #[error("`sessionState.activeContexts[{number}].{field}` is {found}, expected {expected}")]
    Context {
        /// Which context, from 0.
        number: usize,
        /// The field.
        field: &'static str,
        /// What it is, or how large.
        found: String,
        /// What Lex takes.
        expected: &'static str,
    },
    /// There are more contexts than Lex takes.
    #[error("`sessionState.activeContexts` has {found}, at most {limit} are allowed")]
    TooManyContexts {
        /// Number of contexts.
        found: usize,
        /// Most that is allowed.
        limit: usize,
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
