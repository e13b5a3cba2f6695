//! What happens to a conversation.

use std::fmt;

use aws_events::lex::{Response, SentimentResponse};

/// One thing that happened: what the caller did, what the code hook answered, that time passed.
///
/// `Debug` shows neither words nor keys.
#[derive(Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "an input lives for one step")]
pub enum Input {
    /// What the caller said. Speech without words (a cough) has an empty text and is not
    /// [`Input::Silence`].
    Speech(Speech),
    /// What the host says in the caller's place, such as the initial message that a flow hands to
    /// its bot. The code hook is told that it was typed.
    Text(String),
    /// Keys the caller pressed, without the one that ended them; empty when the deletion character
    /// took them back.
    Dtmf(String),
    /// The caller neither spoke nor pressed a key within [`Listening::start_timeout`].
    ///
    /// [`Listening::start_timeout`]: super::Listening::start_timeout
    Silence,
    /// What the code hook answered to [`Effect::InvokeHook`].
    ///
    /// [`Effect::InvokeHook`]: super::Effect::InvokeHook
    Hook(Response),
    /// The code hook could not be called, or answered with an error.
    HookFailed,
    /// The code hook did not answer in time.
    HookTimedOut,
    /// As much time has passed as the last effect named.
    Elapsed,
    /// What was found for [`Effect::Search`]; `None` for nothing.
    ///
    /// [`Effect::Search`]: super::Effect::Search
    Found(Option<Answer>),
}

impl Input {
    /// Whether it is something that the caller did, which begins a turn.
    pub(super) fn is_by_caller(&self) -> bool {
        match self {
            Self::Speech(_) | Self::Text(_) | Self::Dtmf(_) | Self::Silence => true,
            Self::Hook(_)
            | Self::HookFailed
            | Self::HookTimedOut
            | Self::Elapsed
            | Self::Found(_) => false,
        }
    }
}

/// What speech recognition made of something the caller said.
///
/// `Debug` does not show the words.
#[derive(Clone, Default, PartialEq)]
pub struct Speech {
    /// The words, empty when there were none. The bot follows these.
    pub text: String,
    /// How sure recognition is of them, 0 to 1; `None` when nobody said.
    pub confidence: Option<f64>,
    /// What was heard instead perhaps, the likeliest first. The code hook is told; the bot does not
    /// follow them.
    pub others: Vec<Hearing>,
    /// The caller's mood, where the host knows it; otherwise it is estimated from the words. Told
    /// only when [`Start::detect_sentiment`] is set.
    ///
    /// [`Start::detect_sentiment`]: super::Start::detect_sentiment
    pub sentiment: Option<SentimentResponse>,
}

impl Speech {
    /// Words that were heard without doubt.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl From<&str> for Speech {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// What else may have been heard.
///
/// `Debug` does not show the words.
#[derive(Clone, Default, PartialEq)]
pub struct Hearing {
    /// The words.
    pub text: String,
    /// How sure recognition is of them, 0 to 1; `None` when nobody said.
    pub confidence: Option<f64>,
}

/// What a search found.
///
/// `Debug` does not show it: an answer may repeat what the caller asked.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The answer, as it can be said.
    pub text: String,
    /// Where it stands, such as the address of a document.
    pub source: Option<String>,
}

impl Answer {
    /// An answer of which nobody knows where it stands.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), source: None }
    }
}

impl Input {
    /// A word for the kind of input.
    fn name(&self) -> &'static str {
        match self {
            Self::Speech(_) => "Speech",
            Self::Text(_) => "Text",
            Self::Dtmf(_) => "Dtmf",
            Self::Silence => "Silence",
            Self::Hook(_) => "Hook",
            Self::HookFailed => "HookFailed",
            Self::HookTimedOut => "HookTimedOut",
            Self::Elapsed => "Elapsed",
            Self::Found(_) => "Found",
        }
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Silence | Self::HookFailed | Self::HookTimedOut | Self::Elapsed => {
                f.write_str(self.name())
            }
            Self::Speech(_) | Self::Text(_) | Self::Dtmf(_) | Self::Hook(_) | Self::Found(_) => {
                write!(f, "{}(..)", self.name())
            }
        }
    }
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech")
            .field("confidence", &self.confidence)
            .field("others", &self.others)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Hearing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hearing").field("confidence", &self.confidence).finish_non_exhaustive()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").finish_non_exhaustive()
    }
}
