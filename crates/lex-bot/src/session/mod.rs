//! A conversation with one caller.
//!
//! [`Session::step`] takes one thing that happened and gives the one thing that happens next. What
//! was said is read by [`reading`], what the hook answered is checked by [`answer`], what the hook
//! is sent is written by [`event`]; [`turn`] decides the order of steps.

mod answer;
mod event;
mod reading;
mod turn;
mod wording;

use std::fmt;

use aws_events::lex::{
    ActiveContext, Attributes, BotIdentity, Event, InputMode, Intent, Interpretation,
    InvocationSource, Message, Response, Slots,
};

pub use self::answer::HookError;
use self::turn::Turn;
use crate::bot::Bot;

/// Largest set of session attributes, in bytes of JSON.
///
/// Source: Amazon Lex V2 Developer Guide, "Quotas", as are the next two.
const MAX_ATTRIBUTES: usize = 12 * 1024;

/// Largest event for the code hook, in bytes of JSON.
const MAX_EVENT: usize = 12 * 1024;

/// Largest answer of the code hook, in bytes of JSON.
const MAX_ANSWER: usize = 25 * 1024;

/// A conversation with one caller: plain data.
///
/// Where Lex is not documented, this is what happens:
///
/// - A slot that the hook elicits, and a confirmation that it asks for, start a new count of
///   retries; delegating goes on with the count. When the retries are used up, the fallback intent
///   begins, with the words that were not understood.
/// - While a slot or a confirmation is asked for, another intent takes over when it is clearly
///   meant. A confirmation that is answered with a new value comes to the hook with the value in
///   its slot and `Denied` if a no came first, else `None`; delegating confirms the new value. Who
///   repeats the value has confirmed it.
/// - A hook that delegates with changed slots, another confirmation state or another intent has
///   answered the question: it is not asked again.
/// - Session attributes of an answer replace the old ones; an answer without any keeps them.
/// - `Close` takes every intent state but `InProgress` and `Waiting`.
/// - Without a fulfilment hook an intent ends as `ReadyForFulfillment`.
/// - Silence has no transcription.
///
/// `Debug` shows where it stands, not what was said.
#[derive(Clone, PartialEq)]
pub struct Session {
    locale: String,
    identity: BotIdentity,
    id: String,
    attributes: Attributes,
    request_attributes: Attributes,
    contexts: Vec<ActiveContext>,
    /// Number of things the caller did.
    turn: u32,
    heard: Heard,
    state: State,
}

/// The last thing the caller did, and what it may have meant.
#[derive(Clone, Default, PartialEq)]
struct Heard {
    transcript: String,
    mode: InputMode,
    /// How sure the reading is that was followed.
    confidence: Option<f64>,
    /// Slots that it filled.
    slots: Slots,
    /// Other intents, the likeliest first.
    alternatives: Vec<Interpretation>,
}

#[derive(Clone, PartialEq)]
enum State {
    /// The caller's turn.
    Listening(Question),
    /// The hook's turn.
    AwaitingHook {
        intent: Intent,
        source: InvocationSource,
        /// What happens when the hook leaves it to Lex.
        proposal: Proposal,
        /// Said before whatever comes next.
        opening: Vec<Message>,
    },
    /// Over.
    Finished,
}

/// A question to the caller.
#[derive(Clone, PartialEq)]
struct Question {
    /// The intent at hand; `None` while the caller may want anything.
    intent: Option<Intent>,
    expects: Expects,
    /// How often it was asked before.
    attempt: u32,
    /// What was said to ask it.
    messages: Vec<Message>,
}

/// What happens when the hook leaves it to Lex.
#[derive(Clone, PartialEq)]
enum Proposal {
    /// The next slot, the confirmation or fulfilment, as far as the intent has come.
    Advance,
    /// The same question again.
    AskAgain(Question),
    /// The end: the intent was fulfilled.
    Close,
}

/// One thing that happened: what the caller did, or what the hook answered.
///
/// `Debug` shows neither words nor keys.
#[derive(Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "an input lives for one step")]
pub enum Input {
    /// What the caller said; empty for silence.
    Speech(String),
    /// Keys the caller pressed, without the one that ended them; empty for silence.
    Dtmf(String),
    /// What the code hook answered to [`Effect::InvokeHook`].
    Hook(Response),
}

/// What the host does next.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Call the code hook with this event, then answer with [`Input::Hook`].
    InvokeHook(Box<Event>),
    /// Play the messages, then answer with [`Input::Speech`] or [`Input::Dtmf`].
    Listen {
        /// What the caller hears first; may be empty.
        messages: Vec<Message>,
        /// What is being asked.
        expects: Expects,
    },
    /// Play the messages. The conversation is over.
    Done(Outcome),
}

/// What a listening bot waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expects {
    /// What the caller wants.
    Intent,
    /// The value of a slot.
    Slot {
        /// Name of the slot.
        name: String,
    },
    /// Yes or no.
    Confirmation,
}

/// What a conversation leaves behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What the caller hears last; may be empty.
    pub messages: Vec<Message>,
    /// The intent it ended with.
    pub intent: Intent,
    /// How sure it is that the caller meant `intent`, 0 to 1; `None` for the fallback intent and
    /// for an intent that the hook chose.
    pub confidence: Option<f64>,
    /// What the last thing said may have meant, `intent` first.
    pub interpretations: Vec<Interpretation>,
    /// The session attributes at the end.
    pub session_attributes: Attributes,
}

/// Why a conversation cannot begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The bot does not speak the language.
    #[error("bot `{bot}` has no locale `{locale}`, only {known}")]
    UnknownLocale {
        /// Name of the bot.
        bot: String,
        /// The locale asked for.
        locale: String,
        /// The locales it has.
        known: String,
    },
    /// Lex does not take so many session attributes.
    #[error("session attributes take {bytes} bytes, at most {limit} are allowed")]
    AttributesTooLarge {
        /// Size as JSON.
        bytes: usize,
        /// Most that is allowed.
        limit: usize,
    },
}

/// Why a conversation cannot go on. The session is as it was before the step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// The hook's answer cannot be obeyed.
    #[error("the code hook's answer cannot be obeyed")]
    Hook(#[from] HookError),
    /// The hook would be sent more than Lex sends.
    #[error("the event for the code hook takes {bytes} bytes, at most {limit} are allowed")]
    EventTooLarge {
        /// Size as JSON.
        bytes: usize,
        /// Most that is allowed.
        limit: usize,
    },
    /// It is someone else's turn.
    #[error("{found} came while the session {state}")]
    OutOfTurn {
        /// What came.
        found: &'static str,
        /// What the session was doing.
        state: &'static str,
    },
    /// The session was begun with another bot.
    #[error("the session does not belong to bot `{bot}`: it has no {missing}")]
    OtherBot {
        /// Name of the bot.
        bot: String,
        /// What the session knows and the bot does not.
        missing: String,
    },
}

impl Session {
    /// Begins a conversation: the bot waits for what the caller wants.
    ///
    /// `identity` is what the code hook is told about the bot, `session_id` what identifies the
    /// conversation to it. `request_attributes` are sent with every event.
    ///
    /// # Errors
    ///
    /// [`StartError`] when the bot has no such locale or the attributes are too large.
    pub fn new(
        bot: &Bot,
        locale: &str,
        identity: BotIdentity,
        session_id: String,
        attributes: Attributes,
        request_attributes: Attributes,
    ) -> Result<Self, StartError> {
        if bot.locale(locale).is_none() {
            return Err(StartError::UnknownLocale {
                bot: bot.name().to_owned(),
                locale: locale.to_owned(),
                known: bot.locales().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "),
            });
        }
        let bytes = event::size(&attributes);
        if bytes > MAX_ATTRIBUTES {
            return Err(StartError::AttributesTooLarge { bytes, limit: MAX_ATTRIBUTES });
        }
        Ok(Self {
            locale: locale.to_owned(),
            identity,
            id: session_id,
            attributes,
            request_attributes,
            contexts: Vec::new(),
            turn: 0,
            heard: Heard::default(),
            state: State::Listening(Question::open(Vec::new())),
        })
    }

    /// The session attributes as they are now.
    pub fn attributes(&self) -> &Attributes {
        &self.attributes
    }

    /// Takes what the caller did or what the hook answered, and says what the host does next.
    ///
    /// # Errors
    ///
    /// [`SessionError`] when the hook's answer cannot be obeyed or it is not this input's turn; the
    /// session is then unchanged. Anything a caller may say is fine.
    pub fn step(&mut self, bot: &Bot, input: Input) -> Result<Effect, SessionError> {
        let mut next = self.clone();
        let locale = bot
            .locale(&next.locale)
            .ok_or_else(|| other_bot(bot, format!("locale `{}`", next.locale)))?;
        let mut turn = Turn::new(&mut next, bot, locale);
        let effect = match input {
            Input::Speech(words) => turn.hear(words, InputMode::Speech),
            Input::Dtmf(keys) => turn.hear(keys, InputMode::Dtmf),
            Input::Hook(response) => turn.obey(response),
        }?;
        *self = next;
        Ok(effect)
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("bot", &self.identity.name)
            .field("locale", &self.locale)
            .field("id", &self.id)
            .field("turn", &self.turn)
            .field("state", &self.state.name())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}(..)", self.name())
    }
}

impl Input {
    fn name(&self) -> &'static str {
        match self {
            Self::Speech(_) => "Speech",
            Self::Dtmf(_) => "Dtmf",
            Self::Hook(_) => "Hook",
        }
    }
}

impl State {
    fn name(&self) -> &'static str {
        match self {
            Self::Listening(_) => "was listening",
            Self::AwaitingHook { .. } => "waited for the code hook",
            Self::Finished => "was over",
        }
    }
}

impl Question {
    /// "What can I do for you?"
    fn open(messages: Vec<Message>) -> Self {
        Self { intent: None, expects: Expects::Intent, attempt: 0, messages }
    }

    /// "What's your order number?"
    fn slot(intent: Intent, name: &str, messages: Vec<Message>, attempt: u32) -> Self {
        let expects = Expects::Slot { name: name.to_owned() };
        Self { intent: Some(intent), expects, attempt, messages }
    }

    /// "Is that right?"
    fn confirmation(intent: Intent, messages: Vec<Message>) -> Self {
        Self { intent: Some(intent), expects: Expects::Confirmation, attempt: 0, messages }
    }
}

fn other_bot(bot: &Bot, missing: String) -> SessionError {
    SessionError::OtherBot { bot: bot.name().to_owned(), missing }
}
