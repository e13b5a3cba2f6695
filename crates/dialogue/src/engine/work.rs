//! Drives the task: begins it, asks it what comes next, sets it aside, takes it up again.

use line::Scenario;
use wording::Message;

use super::draft::{Draft, word};
use super::{Next, Pending, Setting};
use crate::hear::Hearing;
use crate::heard::Heard;
use crate::matter::Matter;
use crate::question::Question;
use crate::reply::{Ending, Reason};
use crate::request::Facts;
use crate::scenario::{self, Task};
use crate::session::old::Legacy;
use crate::session::{Aside, Asking, Doing, Session};
use crate::slot::Slots;
use crate::task::{self, Answer, Context, Done, Taken};
use crate::wish::Wish;

impl Draft {
    /// What a task may use of the turn.
    fn context<'a>(&'a mut self, setting: &Setting<'a>) -> Context<'a> {
        Context {
            line: setting.line,
            now: setting.now,
            language: self.language,
            memory: &mut self.session.memory,
            texting: setting.reachable,
            texts: &mut self.texts,
            operations: &mut self.session.operations,
        }
    }

    /// Has the task take what was said; `None` when there is no task or no question of it.
    pub(super) fn hear(&mut self, heard: &Heard, setting: &Setting<'_>) -> Option<Taken> {
        let before = self.session.clone();
        let hearing = Hearing::new(&before, heard, setting);
        let answer = hearing.answer();
        let question = before.question.as_ref()?;
        let mut doing = self.session.doing.take()?;
        let mut cx = self.context(setting);
        let taken = doing.task.get_mut().hear(question, &answer, &mut cx);
        self.session.doing = Some(doing);
        Some(taken)
    }

    /// Has the task take the values of a sentence that is no answer to its question; `None` when there
    /// are none.
    fn hear_values(&mut self, heard: &Heard, setting: &Setting<'_>) -> Option<Taken> {
        let before = self.session.clone();
        let hearing = Hearing::new(&before, heard, setting);
        let has_number = hearing.said.text().bytes().any(|it| it.is_ascii_digit());
        if hearing.takes_anything() || (hearing.slots.is_empty() && !has_number) {
            return None;
        }
        let answer = Answer { yes_no: None, keys: None, ..hearing.answer() };
        let question = before.question.as_ref()?;
        let mut doing = self.session.doing.take()?;
        let task = doing.clone();
        let taken = doing.task.get_mut().hear(question, &answer, &mut self.context(setting));
        let is_taken = matches!(taken, Taken::Understood | Taken::Noted(_));
        self.session.doing = Some(if is_taken { doing } else { task });
        Some(taken)
    }

    /// Has the task take what the records answered.
    pub(super) fn learn(&mut self, facts: Facts, setting: &Setting<'_>) {
        if let Some(mut doing) = self.session.doing.take() {
            let mut cx = self.context(setting);
            doing.task.get_mut().learn(facts, &mut cx);
            self.session.doing = Some(doing);
        }
    }

    /// Has the task go a step back; whether there was one.
    pub(super) fn back(&mut self, setting: &Setting<'_>) -> bool {
        let Some(mut doing) = self.session.doing.take() else { return false };
        let mut cx = self.context(setting);
        let went = doing.task.get_mut().back(&mut cx);
        self.session.doing = Some(doing);
        went
    }

    fn next(&mut self, setting: &Setting<'_>) -> Option<task::Next> {
        let mut doing = self.session.doing.take()?;
        let mut cx = self.context(setting);
        let next = doing.task.get_mut().next(&mut cx);
        self.session.doing = Some(doing);
        Some(next)
    }

    /// Whether the task has nothing else to offer than a person.
    pub(super) fn offers_person(&self, setting: &Setting<'_>) -> bool {
        matches!(self.clone().next(setting), Some(task::Next::OfferPerson(_)))
    }

    /// Does what the task wants next.
    pub(super) fn advance(mut self, setting: &Setting<'_>) -> Next {
        match self.next(setting) {
            Some(task::Next::Ask(question)) => self.ask_task(question, setting),
            Some(task::Next::Request(request)) => {
                if self.may_request() {
                    Next::Request(Box::new(Pending { draft: self, request }))
                } else {
                    self.hand_over(Reason::Backend, Message::new("hand-over-backend"), setting)
                }
            }
            Some(task::Next::Done(done)) => self.done(done, setting),
            Some(task::Next::OfferPerson(say)) => {
                for message in say {
                    self.say(message);
                }
                self.ask(Asking::Person, Message::new("offer-person"), setting)
            }
            Some(task::Next::Person(reason, message)) => self.hand_over(reason, message, setting),
            Some(task::Next::Close(ending, message)) => {
                if let Ending::Person(reason) = ending {
                    return self.hand_over(reason, message, setting);
                }
                self.close(ending, message, setting)
            }
            None => ask_more(self, setting),
        }
    }

    /// Hands the call on because a value was read back wrong too often, in the words of the task if it
    /// has some.
    pub(super) fn give_up_on_value(mut self, setting: &Setting<'_>) -> Next {
        match self.next(setting) {
            Some(task::Next::Person(reason, message)) => self.hand_over(reason, message, setting),
            _ => self.hand_over(Reason::Denied, Message::new("hand-over-denied"), setting),
        }
    }

    /// Leaves the task for something else; it is offered again if its question was open.
    pub(super) fn set_aside(&mut self) {
        let is_open = self.session.asking == Asking::Task;
        // To be called back and to leave a message are soon asked for again.
        let is_contact = matches!(self.session.doing, Some(Doing { task: Task::Contact(_), .. }));
        match (&self.session.question, &self.session.doing) {
            (Some(question), Some(doing)) if is_open && !is_contact => {
                let (doing, question) = (doing.clone(), question.clone());
                self.session.aside = Some(Aside { doing, question });
                self.session.doing = None;
            }
            _ => self.drop_task(),
        }
    }

    /// Lets the task go; what a person should know of it stays.
    pub(super) fn drop_task(&mut self) {
        let Some(doing) = self.session.doing.take() else { return };
        self.session.last_wish = Some(doing.serves());
        let summary = doing.task.get().summary();
        if summary.is_some() {
            self.session.known = summary;
        }
    }

    /// What else the caller named and was not served yet, with the question whether to go on with it.
    fn named_too(&mut self) -> Option<(Wish, Message)> {
        let later = &mut self.session.later;
        let wish = (!later.is_empty()).then(|| later.remove(0))?;
        self.session.offered.insert(wish);
        Some((wish, Message::new("offer-named-too").with("wish", word(wish.as_str()))))
    }

    fn done(mut self, done: Done, setting: &Setting<'_>) -> Next {
        let Done { say, served, offer } = done;
        for message in say {
            self.say(message);
        }
        self.keep_matter(setting);
        self.drop_task();
        self.session.denied = 0;
        if served {
            self.session.served = self.session.served.saturating_add(1);
        }
        if let Some(aside) = &self.session.aside {
            let message =
                Message::new("offer-go-on").with("wish", word(aside.doing.serves().as_str()));
            return self.ask(Asking::Resume, message, setting);
        }
        if let Some((wish, message)) = self.named_too() {
            return self.ask(Asking::Next(wish), message, setting);
        }
        match offer {
            Some((wish, message))
                if wish.is_known_to(setting.line) && self.session.offered.insert(wish) =>
            {
                self.ask(Asking::Next(wish), message, setting)
            }
            _ => ask_more(self, setting),
        }
    }
}

/// Asks about what else the caller named, or whether there is anything else.
pub(super) fn ask_more(mut draft: Draft, setting: &Setting<'_>) -> Next {
    if let Some((wish, message)) = draft.named_too() {
        return draft.ask(Asking::Next(wish), message, setting);
    }
    draft.ask(Asking::More, Message::new("ask-more"), setting)
}

/// Goes on with another wish, or begins it.
pub(super) fn turn_to(mut draft: Draft, wish: Wish, heard: &Heard, setting: &Setting<'_>) -> Next {
    if draft.session.aside.as_ref().is_some_and(|it| it.doing.serves() == wish) {
        return return_to(draft, heard, setting);
    }
    draft.session.later.retain(|it| *it != wish);
    let before = draft.session.clone();
    let hearing = Hearing::new(&before, heard, setting);
    let answer = Answer { keys: None, ..hearing.answer() };
    if let Some(mut doing) = draft.session.doing.take() {
        let is_family = wish.scenario().is_some() && wish.scenario() == doing.wish.scenario();
        let mut cx = draft.context(setting);
        if is_family && doing.task.get_mut().turn_to(wish, &answer, &mut cx) {
            draft.session.doing = Some(Doing { wish, task: doing.task });
            return draft.advance(setting);
        }
        draft.session.doing = Some(doing);
        if before.wish() == Some(wish) {
            draft.session.doing = None;
        } else {
            draft.set_aside();
        }
    }
    draft.session.memory.matter = offered(&before, wish);
    let mut cx = draft.context(setting);
    let task = scenario::begin(wish, &answer, &mut cx);
    draft.session.memory.matter = None;
    match task {
        Some(task) => {
            draft.session.denied = 0;
            draft.session.doing = Some(Doing { wish, task });
            draft.advance(setting)
        }
        None => draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting),
    }
}

/// What is open since an earlier call and was just offered, when the caller names their wish instead of
/// saying yes: "track my order" is about that order, unless they name another.
fn offered(session: &Session, wish: Wish) -> Option<Matter> {
    if session.asking != Asking::Matter {
        return None;
    }
    let matter = session.remembered.matters.first()?;
    let is_about = match wish.scenario()? {
        Scenario::Shop | Scenario::Clinic => wish.scenario() == matter.wish.scenario(),
        // What is broken now may be something else than what was broken then, and whose account it is the
        // caller says again.
        Scenario::Support | Scenario::Payments | Scenario::Bank | Scenario::Profile => false,
    };
    is_about.then(|| matter.clone())
}

/// Takes up again what was left.
pub(super) fn resume(mut draft: Draft, setting: &Setting<'_>) -> Next {
    match draft.session.aside.take() {
        Some(Aside { doing, question }) => {
            draft.session.doing = Some(doing);
            draft.ask_task(question, setting)
        }
        None => ask_more(draft, setting),
    }
}

/// Goes back to what was left, with what was said of it; what is done now is left in its place.
fn return_to(mut draft: Draft, heard: &Heard, setting: &Setting<'_>) -> Next {
    let Some(Aside { doing, question }) = draft.session.aside.take() else {
        return ask_more(draft, setting);
    };
    draft.set_aside();
    draft.session.doing = Some(doing);
    draft.session.asking = Asking::Task;
    draft.session.question = Some(question.clone());
    match draft.hear_values(heard, setting) {
        Some(Taken::Understood) => draft.advance(setting),
        Some(Taken::Noted(message)) => {
            draft.say(message);
            draft.advance(setting)
        }
        Some(Taken::Denied(_) | Taken::Missing | Taken::NotUnderstood) | None => {
            draft.ask_task(question, setting)
        }
    }
}

/// Takes up what is open since an earlier call.
pub(super) fn take_matter(mut draft: Draft, setting: &Setting<'_>) -> Next {
    if draft.session.remembered.matters.is_empty() {
        return draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting);
    }
    // If it stays open, its task says so again.
    let matter = draft.session.remembered.matters.remove(0);
    draft.session.closed.push(matter.clone());
    let wish = matter.wish;
    draft.session.memory.matter = Some(matter);
    let language = draft.language;
    let answer = Answer { slots: &Slots::new(), yes_no: None, keys: None, said: "", language };
    let mut cx = draft.context(setting);
    let task = scenario::begin(wish, &answer, &mut cx);
    draft.session.memory.matter = None;
    match task {
        Some(task) => {
            draft.session.doing = Some(Doing { wish, task });
            draft.advance(setting)
        }
        None => draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting),
    }
}

/// Goes on where a session of an older version was.
pub(super) fn take_up(
    session: Session,
    legacy: &Legacy,
    heard: &Heard,
    setting: &Setting<'_>,
) -> Session {
    let mut draft = Draft::new(session, heard, setting);
    let language = draft.language;
    let answer = Answer { slots: &legacy.slots, yes_no: None, keys: None, said: "", language };
    let mut cx = draft.context(setting);
    let known = cx.memory.order.take();
    let task = scenario::begin(legacy.wish, &answer, &mut cx);
    draft.session.memory.order = known;
    draft.session.doing = task.map(|task| Doing { wish: legacy.wish, task });
    match draft.next(setting) {
        Some(task::Next::Ask(question)) => {
            draft.session.asking = Asking::Task;
            draft.session.question = Some(Question { before: Vec::new(), ..question });
        }
        _ => draft.session.doing = None,
    }
    draft.session
}
