//! What is done for a caller: the part of the dialogue that differs from business to business.

use std::fmt;

use wording::{Language, Message};

use crate::heard::YesNo;
use crate::matter::Matter;
use crate::question::Question;
use crate::reply::{Ending, Reason};
use crate::request::{Facts, Operation, Request};
use crate::slot::Slots;
use crate::wish::Wish;

/// Something that is done for a caller, from the wish to what comes of it.
///
/// A task is plain data that is stored between turns. It never hears commands ("repeat that"), silence,
/// another wish or a wish for a person: the engine sees to those, counts failures and says everything.
pub trait Task {
    /// What comes next, with what is known so far.
    ///
    /// Called after the task begins and after everything it hears or learns, once each.
    fn next(&mut self, cx: &mut Context<'_>) -> Next;

    /// Takes what the caller said to the question that [`Task::next`] asked last.
    fn hear(&mut self, asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken;

    /// Takes what the records answered to the request that [`Task::next`] made last.
    fn learn(&mut self, facts: Facts, cx: &mut Context<'_>);

    /// Goes back to the question before, forgetting its answer; `false` when there is none.
    fn back(&mut self, cx: &mut Context<'_>) -> bool;

    /// What the person who takes over should know, a `summary-*` message; `None` when nothing was
    /// learnt.
    fn summary(&self) -> Option<Message>;

    /// Goes on as another wish of its scenario, where what is known serves both: `true` when it does.
    ///
    /// Otherwise the other wish begins anew, and this task is offered again afterwards.
    fn turn_to(&mut self, _wish: Wish, _answer: &Answer<'_>, _cx: &mut Context<'_>) -> bool {
        false
    }

    /// The wish that is served now, where it is not the one that it began with.
    fn wish(&self) -> Option<Wish> {
        None
    }

    /// What the caller may call about again another day; asked when the task is done or the call ends.
    fn matter(&self, _today: jiff::civil::Date) -> Option<Matter> {
        None
    }

    /// What may have been open since an earlier call and is open no more, such as an appointment that
    /// is cancelled; asked together with [`Task::matter`].
    fn closed(&self, _today: jiff::civil::Date) -> Option<Matter> {
        None
    }
}

/// What a task wants next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The caller is asked.
    Ask(Question),
    /// The records are asked.
    Request(Request),
    /// It is done, or cannot be.
    Done(Done),
    /// The task cannot go on: this is said, and a person is offered.
    OfferPerson(Vec<Message>),
    /// A person goes on.
    Person(Reason, Message),
    /// The dialogue ends in another way than with a person.
    Close(Ending, Message),
}

/// How a task ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What the caller is told.
    pub say: Vec<Message>,
    /// Whether they got what they wanted.
    pub served: bool,
    /// What the caller is asked instead of "anything else?", once in a call: a likely next wish.
    pub offer: Option<(Wish, Message)>,
}

/// What a task made of what the caller said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It was an answer.
    Understood,
    /// It was an answer, and this is said before what comes next.
    Noted(Message),
    /// The caller says that what was read back is wrong, without saying what is right. Counted. What
    /// is said first, unless the question that comes next apologises itself.
    Denied(Option<Message>),
    /// The caller does not have what was asked for; the engine offers a person.
    Missing,
    /// It was none, or one that makes no sense. Counted.
    NotUnderstood,
}

/// What the caller said, as far as it may answer a question. `Debug` shows none of it.
pub struct Answer<'a> {
    /// Values that recognition found, by slot.
    pub slots: &'a Slots,
    /// Yes or no, from recognition or from the words; a correction beside a no leaves the no here.
    pub yes_no: Option<YesNo>,
    /// Keys pressed, without `#`.
    pub keys: Option<&'a str>,
    /// What was said, as it was said; empty when keys were pressed.
    pub said: &'a str,
    /// The language it was said in.
    pub language: Language,
}

impl fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("slots", &self.slots.keys())
            .field("yes_no", &self.yes_no)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// What a task may use.
#[derive(Debug)]
pub struct Context<'a> {
    /// The line.
    pub line: &'a line::Line,
    /// Now, where the line is.
    pub now: jiff::civil::DateTime,
    /// The language of the call.
    pub language: Language,
    /// What the caller gave once, also in earlier matters of the call.
    pub memory: &'a mut crate::memory::Memory,
    /// Whether the caller can be sent an SMS: they call from a number that is known.
    pub texting: bool,
    /// Sent to the caller by SMS once the turn is stored: `text-*` messages.
    pub texts: &'a mut Vec<Message>,
    /// Number of the last operation.
    pub operations: &'a mut u32,
}

impl Context<'_> {
    /// The next operation of this call.
    pub fn operation(&mut self) -> Operation {
        *self.operations = self.operations.saturating_add(1);
        Operation(*self.operations)
    }
}
