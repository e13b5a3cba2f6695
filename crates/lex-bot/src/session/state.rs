//! Where a conversation stands: plain data.

use aws_events::lex::{
    ContentType, InputMode, Intent, Interpretation, InvocationSource, Message, SentimentResponse,
    Slots, Transcription,
};

use super::Expects;

/// The last thing the caller did, and what it may have meant.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Heard {
    /// At most as long as Lex takes.
    pub(super) transcript: String,
    pub(super) mode: InputMode,
    /// How sure the reading is that was followed.
    pub(super) confidence: Option<f64>,
    /// Slots that it filled.
    pub(super) slots: Slots,
    /// Other intents, the likeliest first.
    pub(super) alternatives: Vec<Interpretation>,
    /// What speech recognition heard; the first is the transcript, and is followed.
    pub(super) transcriptions: Vec<Transcription>,
    pub(super) sentiment: Option<SentimentResponse>,
}

#[derive(Clone, PartialEq)]
pub(super) enum State {
    /// The caller's turn.
    Listening(Question),
    /// The hook's turn.
    AwaitingHook(Box<Call>),
    /// Somebody looks words up.
    AwaitingSearch(Box<Walk>),
    /// Over.
    Finished,
}

impl State {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Listening(_) => "was listening",
            Self::AwaitingHook(_) => "waited for the code hook",
            Self::AwaitingSearch(_) => "waited for a search",
            Self::Finished => "was over",
        }
    }
}

/// A question to the caller.
#[derive(Clone, PartialEq)]
pub(super) struct Question {
    /// The intent at hand; `None` while the caller may want anything.
    pub(super) intent: Option<Intent>,
    pub(super) expects: Expects,
    /// How often it was asked before.
    pub(super) attempt: u32,
    /// What was said to ask it.
    pub(super) words: Vec<Message>,
    /// Set while the caller has asked for a moment.
    pub(super) pause: Option<Pause>,
}

/// A moment that the caller asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Pause {
    /// Seconds that it has taken so far.
    pub(super) waited_s: u32,
    /// How often the caller was told that the bot still waits.
    pub(super) reminders: u32,
}

impl Question {
    /// "What can I do for you?"
    pub(super) fn open(words: Vec<Message>) -> Self {
        Self { intent: None, expects: Expects::Intent, attempt: 0, words, pause: None }
    }

    /// "What's your order number?"
    pub(super) fn slot(intent: Intent, name: &str, words: Vec<Message>, attempt: u32) -> Self {
        let expects = Expects::Slot { name: name.to_owned() };
        Self { intent: Some(intent), expects, attempt, words, pause: None }
    }

    /// "Is that right?"
    pub(super) fn confirmation(intent: Intent, words: Vec<Message>, attempt: u32) -> Self {
        Self { intent: Some(intent), expects: Expects::Confirmation, attempt, words, pause: None }
    }
}

/// A call of the code hook.
#[derive(Clone, PartialEq)]
pub(super) struct Call {
    /// The intent that it was sent, and what has been said so far.
    pub(super) walk: Walk,
    pub(super) source: InvocationSource,
    /// What follows if the hook leaves it to Lex.
    pub(super) after: After,
    /// The bot's own words for the step that called the hook, said if the hook has none.
    pub(super) own: Vec<Message>,
    /// How long it has taken so far, in seconds, as far as the host told.
    pub(super) elapsed_s: u32,
    /// How often the caller was told that it takes a while.
    pub(super) updates: u32,
    /// Whether the caller is to be told once more.
    pub(super) awaits_update: bool,
}

/// What follows a call of the hook.
#[derive(Clone, PartialEq)]
pub(super) enum After {
    /// The path that the definition has after the hook at this place, then this by default.
    Path { place: Place, default: Next },
    /// A question.
    Ask(Question),
    /// The paths after fulfilment.
    Fulfilment,
}

/// A place of an intent where the code hook can be called during the dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// When the intent is recognised.
    Opening,
    /// When a value of this slot was captured, or not.
    Slot(String),
    /// When the confirmation was answered, or not.
    Confirmation,
}

/// The next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// The initial response of the intent.
    Opening,
    /// What the intent lacks: a slot, the confirmation or fulfilment.
    Advance,
    /// A slot, unless it has a value.
    Slot(String),
    /// The confirmation.
    Confirm,
    /// Fulfilment.
    Fulfil,
    /// The closing response.
    Close,
    /// Whatever the caller wants.
    ElicitIntent,
    /// The fallback intent.
    FallBack,
    /// The end.
    End,
}

/// A way through steps that need neither the caller nor a hook.
#[derive(Clone, PartialEq)]
pub(super) struct Walk {
    pub(super) intent: Intent,
    /// What the caller will hear.
    pub(super) said: Vec<Message>,
    /// What the hook answered; it stands in for the bot's own next words.
    pub(super) answer: Vec<Message>,
    /// Whether the bot's own next words are left out.
    pub(super) is_muted: bool,
    /// Whether the last response may be interrupted.
    pub(super) allow_interrupt: Option<bool>,
    /// What was found, said if the bot has no words for it.
    pub(super) found: Option<String>,
}

impl Walk {
    pub(super) fn new(intent: Intent) -> Self {
        Self {
            intent,
            said: Vec::new(),
            answer: Vec::new(),
            is_muted: false,
            allow_interrupt: None,
            found: None,
        }
    }

    /// Says the bot's own words, or what the hook wants to be said instead; gives what was said.
    pub(super) fn speak(&mut self, own: Vec<Message>) -> Vec<Message> {
        if own.is_empty() {
            return Vec::new();
        }
        if std::mem::take(&mut self.is_muted) {
            return Vec::new();
        }
        let words = if self.answer.is_empty() { own } else { std::mem::take(&mut self.answer) };
        self.said.extend(words.iter().cloned());
        words
    }

    /// The same where silence would be no question: without words of the bot's own, those of the
    /// hook ask.
    pub(super) fn speak_or_keep(&mut self, own: Vec<Message>) -> Vec<Message> {
        if own.is_empty() { self.speak_last() } else { self.speak(own) }
    }

    /// Says what the hook wants to be said.
    pub(super) fn speak_last(&mut self) -> Vec<Message> {
        let words = std::mem::take(&mut self.answer);
        self.said.extend(words.iter().cloned());
        words
    }

    /// Nothing more comes: says what has not been said yet.
    pub(super) fn finish_words(&mut self) {
        self.speak_last();
        if let Some(found) = self.found.take().filter(|_| self.said.is_empty()) {
            self.said.push(Message::new(ContentType::PlainText, found));
        }
    }
}
