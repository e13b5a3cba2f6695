//! A conversation with one caller.
//!
//! [`Session::step`] takes one thing that happened and gives the one thing that happens next:
//!
//! | module | what it does |
//! |---|---|
//! | [`input`], [`effect`], [`error`] | what comes in and what goes out |
//! | [`state`] | where a conversation stands: plain data |
//! | [`turn`] | takes what the caller did; [`said`] is that, [`reading`] says what it means |
//! | [`walk`] | goes from step to step until the caller or a hook has a turn; [`setting`] sets values and evaluates conditions, [`asking`] asks the caller |
//! | [`hook`] | calls the code hook and obeys it; [`answer`], [`shape`] and [`ssml`] check what it answered, [`event`] writes what it is sent |
//! | [`fulfil`], [`search`], [`pause`] | fulfilment and its updates, words looked up elsewhere, callers who ask for a moment |
//! | [`contexts`], [`slots`], [`known`], [`wording`] | contexts, values of slots, what conditions and messages refer to |
//! | [`listening`], [`sentiment`] | how to listen, and the caller's mood |

mod answer;
mod asking;
mod contexts;
mod effect;
mod error;
mod event;
mod fulfil;
mod hook;
mod hook_error;
mod input;
mod known;
mod listening;
mod pause;
mod reading;
mod said;
mod search;
mod sentiment;
mod setting;
mod shape;
mod slots;
pub(crate) mod ssml;
mod state;
mod turn;
mod understand;
mod walk;
mod wording;

use std::fmt;

use aws_events::lex::{Attributes, BotIdentity, RuntimeHints};
use jiff::Zoned;
use jiff::tz::TimeZone;

use self::contexts::Contexts;
pub use self::effect::{
    Effect, Expects, Invocation, Listen, Outcome, Progress, Search, SearchKind,
};
pub use self::error::{SessionError, StartError};
pub use self::hook_error::HookError;
pub use self::input::{Answer, Hearing, Input, Speech};
pub use self::listening::Listening;
use self::state::{Heard, Question, State};
use self::turn::Turn;
pub use self::understand::UnderstandError;
use crate::bot::Bot;

/// Largest set of session attributes, in bytes of JSON.
///
/// Source: Amazon Lex V2 Developer Guide, "Quotas", as are the next two.
const MAX_ATTRIBUTES: usize = 12 * 1024;

/// Largest event for the code hook, in bytes of JSON.
const MAX_EVENT: usize = 12 * 1024;

/// Largest answer of the code hook, in bytes of JSON.
const MAX_ANSWER: usize = 25 * 1024;

/// Attribute of the request, or of the session, that names the caller's time zone.
///
/// Source: Amazon Lex V2 Developer Guide, "Setting the time zone".
const TIME_ZONE: &str = "x-amz-lex:time-zone";

/// How a conversation begins.
///
/// `Debug` does not show the attributes: they may be about the caller.
#[derive(Clone, Default, PartialEq)]
pub struct Start {
    /// The locale that is spoken, such as `en_US`.
    pub locale: String,
    /// What the code hook is told about the bot.
    pub identity: BotIdentity,
    /// What identifies the conversation to the code hook.
    pub session_id: String,
    /// The session attributes, at most 12 KB of JSON.
    pub attributes: Attributes,
    /// Sent with every event, such as `x-amz-lex:channels:platform`.
    pub request_attributes: Attributes,
    /// Whether the caller's mood is told, as the alias of the bot says (`SentimentAnalysisSettings`).
    /// Where the host does not know the mood it is estimated from the words: a rough approximation
    /// of what Amazon Comprehend says, for English and Spanish.
    pub detect_sentiment: bool,
}

impl fmt::Debug for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Start")
            .field("locale", &self.locale)
            .field("bot", &self.identity.name)
            .field("session_id", &self.session_id)
            .field("detect_sentiment", &self.detect_sentiment)
            .finish_non_exhaustive()
    }
}

/// A conversation with one caller: plain data.
///
/// Where Lex is not documented, this is what happens.
///
/// What was said:
///
/// - Silence, and speech without words, is told to the hook with an empty transcript; only speech
///   has a transcription. Words after the 1,024th character are not told, and an utterance that
///   long means nothing.
/// - The bot follows the first transcription only; each of them says what it would have led to.
/// - While a slot or a confirmation is asked for, another intent takes over when it is clearly
///   meant. A confirmation that is answered with a new value comes to the hook with the value in
///   its slot and `Denied` if a no came first, else `None`; delegating confirms the new value. Who
///   repeats the value has confirmed it.
/// - A slot's default value is taken as it stands, without being resolved by the slot's type.
///
/// Steps:
///
/// - Where the definition names no next step and the code hook is active, the hook is called; the
///   response of that step is then said when the hook leaves the turn to Lex and has no words of
///   its own. The initial response is said in any case.
/// - A next step that asks for a slot with a value goes on as if the value had just been captured,
///   since Lex asks for a value again only when the slot was emptied before. The hook's `ElicitSlot`
///   always asks.
/// - Starting an intent empties its slots, but for those that the step sets.
/// - An intent that ends before it was fulfilled ends as `ReadyForFulfillment` if it has all it
///   needs and was not denied, else as `Failed`. Without a fulfilment hook an intent ends as
///   `ReadyForFulfillment`.
/// - After a fulfilment that failed the closing response is said only if the definition has a path
///   for the failure.
/// - More than 100 steps without a word from the caller are an error.
///
/// The code hook:
///
/// - A slot that the hook elicits, and a confirmation that it asks for, start a new count of
///   retries; delegating goes on with the count. When the retries are used up and the definition
///   names nothing else, the fallback intent begins, with the words that were not understood.
/// - A hook that delegates with changed slots, another confirmation state or another intent has
///   answered the question: it is not asked again.
/// - Session attributes of an answer replace the old ones, none (`{}`) if there are none; an answer
///   without that field, or with `null`, keeps them. So it is with contexts. A context that is
///   answered as it was told keeps its time to live.
/// - Request attributes of an answer, and those that a search leaves, are for the request at hand:
///   they are gone when the caller has had the next turn. Pressed keys are told only in the turn in
///   which they are pressed.
/// - An event that would be larger than Lex sends leaves out the resolved slots of what else may
///   have been heard, the other intents, the intent of the proposed state, what else may have been
///   heard, and at last the transcriptions. If that is not enough, the turn is taken as not
///   understood.
/// - A hook of the dialogue that delegates with `ReadyForFulfillment` is taken to mean
///   `InProgress`: slots without a value and the confirmation are still asked for. Lex documents
///   that delegating takes the next step of the definition, which is not always fulfilment.
/// - After a hook that failed or took too long the intent is `Failed`, unless its path leads back
///   to the caller. Before a question is repeated, the paths are those of the slot or the
///   confirmation; one that names no next step goes on with what the intent lacks.
/// - `Close`, and a fulfilment hook that delegates, take every intent state but `InProgress` and
///   `Waiting`; an answer without a state is read as `InProgress`. `Close` ends the conversation
///   whatever next steps the definition has.
/// - Messages of the hook stand in for the bot's own next words.
///
/// Time:
///
/// - A caller may ask for a moment in a few fixed words of English or Spanish. When the time for
///   that is over, the question is asked again.
/// - Updates during fulfilment end when the time for fulfilment is over.
///
/// `Debug` shows where it stands, not what was said.
#[derive(Clone, PartialEq)]
pub struct Session {
    locale: String,
    identity: BotIdentity,
    id: String,
    attributes: Attributes,
    /// Attributes that the host sends with every request.
    start_attributes: Attributes,
    /// Attributes of the request at hand: those of the host, what a search left and what the hook
    /// answered.
    request_attributes: Attributes,
    detect_sentiment: bool,
    contexts: Contexts,
    hints: Option<RuntimeHints>,
    /// Number of things the caller did.
    turn: u32,
    /// Steps since the caller did something.
    steps: u32,
    heard: Heard,
    /// Set while an intent looks up words that nothing else explained: the question that they did
    /// not answer.
    unexplained: Option<Box<Question>>,
    state: State,
}

impl Session {
    /// Begins a conversation: the bot waits for what the caller wants.
    ///
    /// # Errors
    ///
    /// [`StartError`] when the bot has no such locale or the attributes are too large.
    pub fn new(bot: &Bot, start: Start) -> Result<Self, StartError> {
        if bot.locale(&start.locale).is_none() {
            return Err(StartError::UnknownLocale {
                bot: bot.name().to_owned(),
                locale: start.locale,
                known: bot.locales().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", "),
            });
        }
        let bytes = event::size(&start.attributes);
        if bytes > MAX_ATTRIBUTES {
            return Err(StartError::AttributesTooLarge { bytes, limit: MAX_ATTRIBUTES });
        }
        Ok(Self {
            locale: start.locale,
            identity: start.identity,
            id: start.session_id,
            attributes: start.attributes,
            start_attributes: start.request_attributes.clone(),
            request_attributes: start.request_attributes,
            detect_sentiment: start.detect_sentiment,
            contexts: Contexts::default(),
            hints: None,
            turn: 0,
            steps: 0,
            heard: Heard::default(),
            unexplained: None,
            state: State::Listening(Question::open(Vec::new())),
        })
    }

    /// The session attributes as they are now.
    pub fn attributes(&self) -> &Attributes {
        &self.attributes
    }

    /// How the bot listens for the first thing the caller says. Later on [`Effect::Listen`] tells.
    ///
    /// # Errors
    ///
    /// [`SessionError::AudioTooLong`] when an attribute allows more speech than Lex takes.
    pub fn listening(&self) -> Result<Listening, SessionError> {
        let anything = listening::Subject { intent: None, slot: None };
        listening::listening(&self.attributes, anything, None, 0, None)
    }

    /// Takes one thing that happened and says what the host does next.
    ///
    /// `now` is the clock of the call, in its time zone; the attribute `x-amz-lex:time-zone` of the
    /// request or the session names another one. Time is not to go back, but nothing breaks if it
    /// does.
    ///
    /// # Errors
    ///
    /// [`SessionError`] when the hook's answer cannot be obeyed, when the hook or the definition
    /// leads nowhere, when it is not this input's turn, or when attributes and contexts leave no
    /// room in an event for the code hook; the session is then unchanged. Anything a caller may say
    /// is fine, however long.
    pub fn step(&mut self, bot: &Bot, now: &Zoned, input: Input) -> Result<Effect, SessionError> {
        let mut next = self.clone();
        let locale = bot
            .locale(&next.locale)
            .ok_or_else(|| other_bot(bot, format!("locale `{}`", next.locale)))?;
        if input.is_by_caller() {
            next.request_attributes.clone_from(&next.start_attributes);
        }
        let now = next.in_time_zone(now);
        let mut turn = Turn::new(&mut next, bot, locale, now);
        let effect = turn.take(input)?;
        *self = next;
        Ok(effect)
    }

    /// The same moment where the caller is. A zone that nobody knows is passed over.
    fn in_time_zone(&self, now: &Zoned) -> Zoned {
        [&self.request_attributes, &self.attributes]
            .into_iter()
            .find_map(|it| TimeZone::get(it.get(TIME_ZONE)?).ok())
            .map_or_else(|| now.clone(), |zone| now.with_time_zone(zone))
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

fn other_bot(bot: &Bot, missing: String) -> SessionError {
    SessionError::OtherBot { bot: bot.name().to_owned(), missing }
}
