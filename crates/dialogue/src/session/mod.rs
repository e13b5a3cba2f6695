//! What is remembered of a call between two turns.

mod fingerprint;
pub(crate) mod old;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;
use line::Arm;
use serde::{Deserialize, Serialize};
use wording::{Language, Manner, Message, Pace, Part, Value, say_or_apologise};

pub(crate) use self::fingerprint::Fingerprint;
use crate::hear::mood::Mood;
use crate::heard::Heard;
use crate::lenient;
use crate::matter::{Matter, Remembered};
use crate::memory::Memory;
use crate::order::{Order, OrderNumber};
use crate::question::Question;
use crate::reply::{Ending, Reason, Reply, Step};
use crate::scenario::Task;
use crate::slot::Slots;
use crate::wish::Wish;

/// What is remembered of a call between two turns.
///
/// Plain data for the call record, less than 3 KB of JSON. Fields that are unknown are ignored, and
/// fields that are missing or cannot be read take their default, so sessions written by an older or a
/// newer version load.
///
/// `Debug` shows nothing that was said.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// Number of the last finished turn; 0 before the first.
    #[serde(deserialize_with = "lenient::field")]
    pub(crate) turn: u32,
    /// Whose question the caller has been asked.
    #[serde(deserialize_with = "lenient::field")]
    pub(crate) asking: Asking,
    /// The question itself, to be asked again; `None` where `asking` says it all.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) question: Option<Question>,
    /// What is being done for the caller.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) doing: Option<Doing>,
    /// What was done last.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) last_wish: Option<Wish>,
    /// What was left for something else, and its question.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) aside: Option<Aside>,
    /// What the caller named beside what is being done, to be offered when that is done.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) later: Vec<Wish>,
    /// What the caller gave once.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) memory: Memory,
    /// Values that came with a wish that is asked about.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) guessed: Slots,
    /// Likely next wishes that were offered in this call.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) offered: BTreeSet<Wish>,
    /// Wishes served.
    #[serde(deserialize_with = "lenient::field")]
    pub(crate) served: u32,
    /// Times in a row that the caller was not understood.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) misunderstood: u32,
    /// Times in a row that the caller said nothing.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) silent: u32,
    /// Times in a row that the caller said that what was read back is wrong.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) denied: u32,
    /// Times in a row that the caller said nothing while they were doing something.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) quiet: u32,
    /// Whether the caller asked for a moment, and has not spoken since.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) waiting: bool,
    /// How the caller feels.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) feeling: Feeling,
    /// How fast the line speaks.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) pace: Pace,
    /// Number of the last change that was asked of the records.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) operations: u32,
    /// What the line remembers of the caller from earlier calls.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) remembered: Remembered,
    /// What was remembered from earlier calls and is open no more.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) closed: Vec<Matter>,
    /// What is open since this call.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) matters: Vec<Matter>,
    /// What a person should know of what is done, a `summary-*` message.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) known: Option<Message>,
    /// Why the call goes to a person; `None` when it does not.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) escalation: Option<Reason>,
    /// Where the call waits for a person, by the queue's name; `None` for the usual one.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) queue: Option<String>,
    /// The queue that the caller named for a callback or a message, by its name.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) queue_named: Option<String>,
    /// What was said last, to be said again.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) last: Vec<Spoken>,
    /// How often the last few messages were said, so that their wordings take turns.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) times: Vec<(Cow<'static, str>, u32)>,
    /// What the caller heard of wordings that are compared, by experiment.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "is_default")]
    pub(crate) arms: BTreeMap<String, Arm>,
    /// A number that follows from what the caller said last; `None` when it is not kept.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) heard: Option<Fingerprint>,
    /// What the line answered last.
    #[serde(deserialize_with = "lenient::field", skip_serializing_if = "Option::is_none")]
    pub(crate) reply: Option<Reply>,
    /// The order under discussion, as sessions had it before there were several scenarios.
    #[serde(deserialize_with = "lenient::field", skip_serializing)]
    pub(crate) order: Option<Order>,
    /// The last number that no order has, as sessions had it before there were several scenarios.
    #[serde(deserialize_with = "lenient::field", skip_serializing)]
    pub(crate) not_found: Option<OrderNumber>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Whose question the caller has been asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Asking {
    /// What they want.
    #[default]
    Wish,
    /// A question of the task.
    Task,
    /// Whether they want to talk to a person.
    Person,
    /// Whether this is what they want.
    Meant(Wish),
    /// Whether this is what they said.
    Heard(String),
    /// Whether there is anything else.
    More,
    /// Whether they want this next.
    Next(Wish),
    /// Whether they want to go on with what was left.
    Resume,
    /// Whether they call about what is open since an earlier call.
    Matter,
    /// Whether they may be remembered.
    Remember,
    /// The number of their order, in sessions from before there were several scenarios.
    Number,
    /// Whether this is the number, in those sessions.
    Confirmation(OrderNumber),
}

/// What is being done for the caller.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Doing {
    /// What they wanted.
    pub(crate) wish: Wish,
    /// How far it has come.
    pub(crate) task: Task,
}

impl Doing {
    /// The wish that is served now.
    pub(crate) fn serves(&self) -> Wish {
        self.task.get().wish().unwrap_or(self.wish)
    }
}

/// What was left for something else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Aside {
    /// What was being done.
    pub(crate) doing: Doing,
    /// What the caller was asked.
    pub(crate) question: Question,
}

/// How a caller feels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Feeling {
    /// How they felt last that was worth a word.
    pub(crate) mood: Option<Mood>,
    /// The turn in which the line acknowledged it last.
    pub(crate) acknowledged: u32,
    /// The turn in which they said so last.
    pub(crate) felt: u32,
    /// Turns in which they were angry.
    pub(crate) outbursts: u32,
    /// Turns in a row that went well since.
    pub(crate) calm: u32,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Spoken {
    /// What.
    pub(crate) message: Message,
    /// Which part of it.
    pub(crate) part: Part,
}

impl Spoken {
    /// The message itself.
    pub(crate) fn main(message: Message) -> Self {
        Self { message, part: Part::Main }
    }
}

impl Session {
    /// Number of the last finished turn; 0 before the first.
    pub fn turn(&self) -> u32 {
        self.turn
    }

    /// How many wishes were served.
    pub fn served(&self) -> u32 {
        self.served
    }

    /// Why the call goes to a person; `None` when it does not.
    pub fn escalation(&self) -> Option<Reason> {
        self.escalation
    }

    /// Where the call waits for a person, or leaves its message, by the name of the line's queue: the
    /// one that the caller named, or that their matter belongs to. `None` for the usual one, and while
    /// the dialogue goes on.
    pub fn queue(&self) -> Option<&str> {
        self.queue.as_deref()
    }

    /// What is being done for the caller; `None` when nothing is.
    pub fn wish(&self) -> Option<Wish> {
        self.doing.as_ref().map(Doing::serves)
    }

    /// Whether the caller is angry or afraid. Who is only in a hurry is not.
    pub fn is_upset(&self) -> bool {
        matches!(self.feeling.mood, Some(Mood::Anger | Mood::Fear))
    }

    /// Whether the caller is angry in this turn.
    pub(crate) fn is_just_angry(&self) -> bool {
        self.feeling.mood == Some(Mood::Anger) && self.feeling.felt == self.turn
    }

    /// What the line answered last; `None` before the first turn.
    pub fn reply(&self) -> Option<&Reply> {
        self.reply.as_ref()
    }

    /// Which wording the caller heard of each experiment, by its name.
    pub fn arms(&self) -> &BTreeMap<String, Arm> {
        &self.arms
    }

    /// What came of the call so far, in the word that flows and records use: `served` when at least
    /// one wish was, else `none`.
    pub fn outcome(&self) -> &'static str {
        if self.served > 0 { "served" } else { "none" }
    }

    /// Whether an invocation repeats a turn that is finished, so that its answer is [`reply`] again.
    ///
    /// `finished` is the number of the last turn that the sender saw finished; `None` when it saw
    /// none. A sender that is one turn behind and reports the same words did not get our answer to
    /// them. One that reports other words went on without it, so that is a new turn.
    ///
    /// [`reply`]: Session::reply
    pub fn repeats(&self, finished: Option<u32>, heard: &Heard) -> bool {
        let same_words = self.heard.is_none() || self.heard == Fingerprint::of(heard);
        match finished {
            Some(finished) if finished.saturating_add(1) < self.turn => true,
            Some(finished) => finished < self.turn && same_words,
            // Without a number it is the first turn, or the call has come back to a new dialogue.
            None => self.turn == 1 && same_words,
        }
    }

    /// Failures in a row, of understanding and of hearing together.
    pub(crate) fn failures(&self) -> u32 {
        self.misunderstood.saturating_add(self.silent)
    }

    /// The wish whose intent recognition has at hand while the question is open; `None` when it has
    /// none.
    pub(crate) fn at_hand(&self) -> Option<Wish> {
        match self.reply.as_ref()?.step {
            Step::ElicitSlot { wish, .. } | Step::ConfirmIntent { wish, .. } => Some(wish),
            Step::ElicitIntent | Step::Close(_) => None,
        }
    }

    /// The values that recognition was handed with the question, and hands back.
    pub(crate) fn handed(&self) -> Option<&Slots> {
        match &self.reply.as_ref()?.step {
            Step::ConfirmIntent { slots, .. } => Some(slots),
            Step::ElicitIntent | Step::ElicitSlot { .. } | Step::Close(_) => None,
        }
    }

    /// Starts over, with what is known, when a call comes back that was handed on. A call that only
    /// changed its language goes on.
    pub(crate) fn reopen(&mut self) {
        match self.reply.as_ref().map(|it| &it.step) {
            Some(Step::Close(Ending::Language(_))) | None => {}
            Some(Step::Close(_)) => {
                self.asking = Asking::Wish;
                self.question = None;
                self.doing = None;
                self.aside = None;
                self.later.clear();
                self.guessed.clear();
                self.misunderstood = 0;
                self.silent = 0;
                self.denied = 0;
                self.escalation = None;
                self.queue = None;
            }
            Some(_) => {}
        }
    }

    /// The call so far in one sentence, for the person who takes over, in the language of those who
    /// answer calls. `today` is the day where the line is.
    ///
    /// It holds what was confirmed or read back, and nothing else that the caller said.
    pub fn summary(&self, language: Language, today: Date) -> String {
        let reason = match (self.escalation, self.reply.as_ref().map(|it| &it.step)) {
            (_, Some(Step::Close(Ending::Emergency))) => "emergency",
            (Some(reason), _) => reason.as_str(),
            (None, _) => "none",
        };
        let current = self.doing.as_ref().and_then(|it| it.task.get().summary());
        let message = current.or_else(|| self.known.clone());
        let message = message.unwrap_or_else(|| Message::new("summary-call"));
        let message = message.with("reason", Value::Word(reason.to_owned()));
        let named_too = self.later.iter().map(|wish| {
            Message::new("summary-named-too").with("wish", Value::Word(wish.as_str().to_owned()))
        });
        let say = |it| say_or_apologise(language, &it, Part::Main, &Manner::new(today)).0;
        let sentences = std::iter::once(message).chain(named_too).map(say);
        sentences.map(|it| it.text().to_owned()).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asking = match &self.asking {
            Asking::Heard(_) => "Heard".to_owned(),
            Asking::Confirmation(_) => "Confirmation".to_owned(),
            asking => format!("{asking:?}"),
        };
        f.debug_struct("Session")
            .field("turn", &self.turn)
            .field("asking", &asking)
            .field("question", &self.question.as_ref().map(|it| &it.message))
            .field("wish", &self.wish())
            .field("served", &self.served)
            .field("misunderstood", &self.misunderstood)
            .field("silent", &self.silent)
            .field("denied", &self.denied)
            .field("feeling", &self.feeling)
            .field("escalation", &self.escalation)
            .finish_non_exhaustive()
    }
}
