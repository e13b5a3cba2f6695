//! What the host of a conversation does next.

use std::fmt;
use std::time::Duration;

use aws_events::lex::{
    ActiveContext, Attributes, Event, Intent, Interpretation, Message, SentimentResponse,
};

use super::Listening;

/// What the host does next.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Call the code hook, then come back with [`Input::Hook`], [`Input::HookFailed`] or
    /// [`Input::HookTimedOut`].
    ///
    /// [`Input::Hook`]: super::Input::Hook
    /// [`Input::HookFailed`]: super::Input::HookFailed
    /// [`Input::HookTimedOut`]: super::Input::HookTimedOut
    InvokeHook(Box<Invocation>),
    /// The code hook is still at work: play the messages and go on waiting for it.
    Progress(Progress),
    /// Play the messages, then listen and come back with what the caller did.
    Listen(Box<Listen>),
    /// Look the words up outside the bot, then come back with [`Input::Found`]. A host that cannot
    /// says that nothing was found; the bot has words for that.
    ///
    /// [`Input::Found`]: super::Input::Found
    Search(Search),
    /// Play the messages. The conversation is over.
    Done(Box<Outcome>),
}

/// One call of the code hook.
///
/// `Debug` does not show the event.
#[derive(Clone, PartialEq)]
pub struct Invocation {
    /// What the hook is sent, at most 12 KB of JSON.
    pub event: Event,
    /// When the hook has not answered after this long, come back with [`Input::Elapsed`]: the bot
    /// has something to say meanwhile. `None` when it has not.
    ///
    /// [`Input::Elapsed`]: super::Input::Elapsed
    pub update_after: Option<Duration>,
    /// How long the hook may take, counted from the call; `None` when the definition does not say
    /// and the host's own limit holds. A hook that takes longer has timed out.
    pub timeout: Option<Duration>,
}

/// Words while the code hook is at work.
///
/// `Debug` does not show them: they may repeat what the caller said.
#[derive(Clone, PartialEq)]
pub struct Progress {
    /// What the caller hears.
    pub messages: Vec<Message>,
    /// Whether the caller may interrupt them; what they say then is lost, as it is with Lex.
    pub allow_interrupt: bool,
    /// When the hook has not answered after this long, come back with [`Input::Elapsed`] again.
    ///
    /// [`Input::Elapsed`]: super::Input::Elapsed
    pub update_after: Option<Duration>,
}

/// A bot that waits for the caller.
///
/// `Debug` does not show the messages: they may repeat what the caller said.
#[derive(Clone, PartialEq)]
pub struct Listen {
    /// What the caller hears first; may be empty.
    pub messages: Vec<Message>,
    /// What is being asked.
    pub expects: Expects,
    /// How to listen.
    pub listening: Listening,
    /// Set while the caller has asked for a moment: when they did nothing for this long, come back
    /// with [`Input::Elapsed`] instead of [`Input::Silence`].
    ///
    /// [`Input::Elapsed`]: super::Input::Elapsed
    /// [`Input::Silence`]: super::Input::Silence
    pub pause: Option<Duration>,
}

/// What a listening bot waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expects {
    /// What the caller wants.
    Intent,
    /// The value of a slot.
    Slot {
        /// Name of the slot; `Slot.Part` for a part of a composite slot.
        name: String,
    },
    /// Yes or no.
    Confirmation,
}

/// Words to look up outside the bot.
///
/// `Debug` does not show the query.
#[derive(Clone, PartialEq, Eq)]
pub struct Search {
    /// Where.
    pub kind: SearchKind,
    /// The intent that searches.
    pub intent: String,
    /// What the caller said.
    pub query: String,
}

/// Where an intent looks words up.
///
/// Source: Amazon Lex V2 Developer Guide, "Built-in intents".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SearchKind {
    /// An agent of Amazon Bedrock, for `AMAZON.BedrockAgentIntent`.
    BedrockAgent,
    /// An index of Amazon Kendra, for `AMAZON.KendraSearchIntent`.
    Kendra,
    /// An assistant of Amazon Q in Connect, for `AMAZON.QInConnectIntent`.
    QInConnect,
    /// A model over a knowledge store, for `AMAZON.QnAIntent`.
    QnA,
}

/// What a conversation leaves behind.
///
/// `Debug` shows how the intent ended, nothing that was said.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    /// What the caller hears last; may be empty.
    pub messages: Vec<Message>,
    /// The intent it ended with.
    pub intent: Intent,
    /// How sure it is that the caller meant `intent`, 0 to 1; `None` for the fallback intent and
    /// for an intent that nobody said.
    pub confidence: Option<f64>,
    /// What the last thing said may have meant, `intent` first.
    pub interpretations: Vec<Interpretation>,
    /// The caller's mood at the last thing they said; `None` unless it is looked at.
    pub sentiment: Option<SentimentResponse>,
    /// The session attributes at the end.
    pub session_attributes: Attributes,
    /// The request attributes at the end.
    pub request_attributes: Attributes,
    /// The contexts that are active at the end.
    pub active_contexts: Vec<ActiveContext>,
}

impl fmt::Debug for Invocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invocation")
            .field("source", &self.event.invocation_source)
            .field("update_after", &self.update_after)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress")
            .field("allow_interrupt", &self.allow_interrupt)
            .field("update_after", &self.update_after)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Listen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listen")
            .field("expects", &self.expects)
            .field("listening", &self.listening)
            .field("pause", &self.pause)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Search {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Search")
            .field("kind", &self.kind)
            .field("intent", &self.intent)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("intent", &self.intent.name)
            .field("state", &self.intent.state)
            .field("confidence", &self.confidence)
            .finish_non_exhaustive()
    }
}
