//! What every line does: messages and callbacks.

use serde::{Deserialize, Serialize};
use wording::Message;

use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::reply::Ending;
use crate::request::Facts;
use crate::task::{self, Answer, Context, Done, Next, Taken};
use crate::wish::Wish;

/// A message or a callback.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Task {
    /// The caller leaves a message: nothing needs asking, the tone is enough.
    Message,
    /// The caller is called back, and says whether they want that.
    Callback(Agreed),
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
pub(crate) fn begin(wish: Wish) -> Option<Task> {
    match wish {
        Wish::LeaveMessage => Some(Task::Message),
        Wish::RequestCallback => Some(Task::Callback(Agreed::Unknown)),
        _ => None,
    }
}

impl task::Task for Task {
    fn next(&mut self, _cx: &mut Context<'_>) -> Next {
        match self {
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

    fn hear(&mut self, _asked: &Question, answer: &Answer<'_>, _cx: &mut Context<'_>) -> Taken {
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
