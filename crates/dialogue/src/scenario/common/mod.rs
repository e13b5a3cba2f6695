//! What every line does: messages, callbacks, and its hours.

mod hours;

use serde::{Deserialize, Serialize};
use wording::{Message, Value};

use self::hours::Hours;
use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::reply::Ending;
use crate::request::Facts;
use crate::task::{self, Answer, Context, Done, Next, Taken};
use crate::wish::Wish;

/// A message, a callback, or the hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Task {
    /// The caller leaves a message: nothing needs asking, the tone is enough.
    Message,
    /// The caller is called back, and says whether they want that.
    Callback(Agreed),
    /// The caller hears when somebody is in.
    Hours(Hours),
}

/// Whether the caller agreed to what was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Agreed {
    /// They have not been asked, or have not answered.
    Unknown,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// Begins what serves a wish that every line knows; `None` for a command.
pub(crate) fn begin(wish: Wish, answer: &Answer<'_>, cx: &Context<'_>) -> Option<Task> {
    match wish {
        Wish::AskHours => Some(Task::Hours(Hours::begin(answer, cx))),
        Wish::LeaveMessage => Some(Task::Message),
        Wish::RequestCallback => Some(Task::Callback(Agreed::Unknown)),
        _ => None,
    }
}

/// Why nobody can be called back, as wording has it; `None` when somebody can.
fn hindrance(cx: &Context<'_>) -> Option<Value> {
    let why = if !cx.line.escalation.offer_callback {
        "never"
    } else if !cx.texting {
        "withheld"
    } else {
        return None;
    };
    Some(Value::Word(why.to_owned()))
}

/// The wish in a sentence that recognition gave up.
pub(crate) fn claims(answer: &Answer<'_>, _cx: &Context<'_>) -> Option<Wish> {
    hours::are_asked(answer).then_some(Wish::AskHours)
}

/// Whether a task of every line serves a wish.
pub(crate) fn serves(wish: Wish) -> bool {
    matches!(wish, Wish::LeaveMessage | Wish::RequestCallback | Wish::AskHours)
}

impl task::Task for Task {
    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        match self {
            // Said before anything is asked: the answer could not be kept.
            Self::Callback(Agreed::Unknown | Agreed::Yes) if let Some(why) = hindrance(cx) => {
                let with_why = |id: &'static str| Message::new(id).with("why", why.clone());
                Next::Done(Done {
                    say: vec![with_why("tell-callback-not-possible")],
                    served: false,
                    offer: Some((Wish::LeaveMessage, with_why("offer-message-instead"))),
                })
            }
            Self::Hours(hours) => hours.next(cx),
            Self::Message => Next::Close(Ending::Message, Message::new("tell-leave-message")),
            Self::Callback(Agreed::Unknown) => {
                Next::Ask(Question::new(Message::new("confirm-callback"), Expects::YesNo))
            }
            Self::Callback(Agreed::Yes) => {
                Next::Close(Ending::Callback, Message::new("tell-callback"))
            }
            Self::Callback(Agreed::No) => Next::Done(Done {
                say: vec![Message::new("note-no-problem")],
                served: false,
                offer: None,
            }),
        }
    }

    fn hear(&mut self, _asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        if let Self::Hours(hours) = self {
            return hours.hear(answer, cx);
        }
        let agreed = match answer.yes_no {
            Some(YesNo::Yes) => Agreed::Yes,
            Some(YesNo::No) => Agreed::No,
            None => return Taken::NotUnderstood,
        };
        *self = Self::Callback(agreed);
        Taken::Understood
    }

    fn learn(&mut self, _facts: Facts, _cx: &mut Context<'_>) {}

    fn back(&mut self, _cx: &mut Context<'_>) -> bool {
        false
    }

    fn summary(&self) -> Option<Message> {
        None
    }
}
