//! A turn in the making: what is said, what is asked, how it ends.

use std::borrow::Cow;

use wording::{Language, Message, Pace, Part, Value};

use super::arms::arms_heard;
use super::bound::bounded;
use super::failures::Failures;
use super::{Next, Setting, Turn, render};
use crate::guess::Guess;
use crate::hear::{Hearing, secret};
use crate::heard::Heard;
use crate::matter::Change;
use crate::question::{Expects, Question};
use crate::reply::{Ending, Reason, Reply, Step};
use crate::session::{Asking, Fingerprint, Session, Spoken};
use crate::slot::Slots;
use crate::wish::Wish;

/// Requests to the records that one turn may make; after them the caller goes to a person.
const MAX_REQUESTS: u32 = 4;
/// Messages that are remembered, so that their wordings take turns.
const MAX_TIMES: usize = 12;
/// Messages that are remembered, to be said again.
const MAX_LAST: usize = 6;

/// A turn in the making.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) session: Session,
    pub(super) language: Language,
    /// What the turn says, with the number of the wording.
    pub(super) says: Vec<(Spoken, u32)>,
    pub(super) texts: Vec<Message>,
    /// Whether the caller had asked for a moment.
    pub(super) has_waited: bool,
    /// The queue that the caller named to be put through to, by its name.
    pub(super) queue: Option<String>,
    intent: Option<Wish>,
    guess: Option<Guess>,
    pub(super) change: Option<Change>,
    /// The message that tells the caller of the change.
    told: Option<&'static str>,
    heard: Option<Fingerprint>,
    keeps_words: bool,
    requests: u32,
    failures: Failures,
    /// The language that the call goes over to in this turn.
    over: Option<Language>,
    /// Whether what is said is what was said before, which stays what is said again.
    repeats: bool,
}

impl Draft {
    pub(super) fn new(session: Session, heard: &Heard, setting: &Setting<'_>) -> Self {
        let expects = Hearing::new(&session, heard, setting).expects();
        // Callers say what opens something where nobody asked for it, too.
        let is_secret = matches!(expects, Expects::Slot(slot) if slot.is_secret())
            || heard.kept.as_deref().is_some_and(secret::is_in);
        Self {
            language: heard.language,
            says: Vec::new(),
            texts: Vec::new(),
            has_waited: session.waiting,
            queue: None,
            intent: heard.intent,
            guess: None,
            change: None,
            told: None,
            heard: Fingerprint::of(heard).filter(|_| !is_secret),
            keeps_words: !is_secret,
            requests: 0,
            failures: Failures::of(&session),
            over: heard.goes_over.then_some(heard.language),
            repeats: false,
            session,
        }
    }

    pub(super) fn settle_guess(&mut self, guess: Option<Guess>) {
        self.guess = guess;
    }

    /// Changes what is remembered of the caller, who is told.
    pub(super) fn change(&mut self, change: Change, told: &'static str) {
        self.change = Some(change);
        self.told = Some(told);
        self.say(Message::new(told));
    }

    /// Counts a turn as not understood that had looked as if it were.
    pub(super) fn misunderstand(&mut self) {
        let Failures { misunderstood, silent, denied: _ } = self.failures;
        self.session.misunderstood = misunderstood.saturating_add(1);
        self.session.silent = silent;
    }

    /// Whether the records may be asked once more in this turn.
    pub(super) fn may_request(&mut self) -> bool {
        self.requests = self.requests.saturating_add(1);
        self.requests <= MAX_REQUESTS
    }

    /// Says something before whatever else is said.
    pub(super) fn say(&mut self, message: Message) {
        self.say_part(message, Part::Main);
    }

    /// Says something that is not what is said again when the caller asks for that.
    pub(super) fn say_aside(&mut self, message: Message) {
        self.repeats = true;
        self.say(message);
    }

    fn say_part(&mut self, message: Message, part: Part) {
        let message = bounded(message);
        let times = self.count(&message);
        self.says.push((Spoken { message, part }, times));
    }

    /// How often a message was said of late, this time not counted.
    fn count(&mut self, message: &Message) -> u32 {
        let times = &mut self.session.times;
        let at = times.iter().position(|(id, _)| *id == message.id);
        let (id, count) = at.map_or_else(|| (message.id.clone(), 0), |at| times.remove(at));
        times.push((id, count.saturating_add(1)));
        let excess = times.len().saturating_sub(MAX_TIMES);
        times.drain(..excess);
        count
    }

    /// Whether a message was said of late.
    pub(super) fn was_said(&self, id: &str) -> bool {
        self.session.times.iter().any(|(it, _)| it == id)
    }

    /// Says again what was said last.
    pub(super) fn say_last(&mut self) {
        self.repeats = true;
        for spoken in self.session.last.clone() {
            // The question itself, and not the apology with which it was asked again.
            let spoken = Spoken::main(spoken.message);
            // The wording that was heard, not the next one.
            let times = self.session.times.iter().find(|(id, _)| *id == spoken.message.id);
            let times = times.map_or(0, |(_, count)| count.saturating_sub(1));
            self.says.push((spoken, times));
        }
    }

    /// Asks a question of the engine.
    pub(super) fn ask(self, asking: Asking, message: Message, setting: &Setting<'_>) -> Next {
        let expects = match asking {
            Asking::Wish | Asking::More => Expects::Wish,
            Asking::Task
            | Asking::Person
            | Asking::Meant(_)
            | Asking::Heard(_)
            | Asking::Next(_)
            | Asking::Resume
            | Asking::Matter
            | Asking::Remember
            | Asking::Number
            | Asking::Confirmation(_) => Expects::YesNo,
        };
        self.put(asking, Question::new(message, expects), setting)
    }

    /// Asks a question of the task.
    pub(super) fn ask_task(self, question: Question, setting: &Setting<'_>) -> Next {
        self.put(Asking::Task, question, setting)
    }

    fn put(mut self, asking: Asking, question: Question, setting: &Setting<'_>) -> Next {
        for message in &question.before {
            // One remark is enough to show that the caller was heard.
            let has_remark =
                self.says.last().is_some_and(|(it, _)| it.message.id.starts_with("note-"));
            if message.id != "note-sure" || !has_remark {
                self.say(message.clone());
            }
        }
        self.say(question.message.clone());
        let message = bounded(question.message);
        self.session.asking = asking;
        self.session.question = Some(Question { before: Vec::new(), message, ..question });
        let step = self.step();
        self.finish(step, setting)
    }

    /// Asks the open question again: as it is, or with the help that a failure calls for.
    pub(super) fn ask_again(mut self, part: Part, setting: &Setting<'_>) -> Next {
        let message = self.asked();
        self.say_part(message, part);
        let step = self.step();
        self.finish(step, setting)
    }

    /// Ends the dialogue to go on in another language, with the open question in it.
    pub(super) fn ask_in(mut self, language: Language, setting: &Setting<'_>) -> Next {
        let message = self.asked();
        self.say(message);
        self.end(Ending::Language(language), setting)
    }

    /// Goes on waiting for the answer to the open question, without asking it again.
    pub(super) fn wait(self, setting: &Setting<'_>) -> Next {
        let step = self.step();
        self.finish(step, setting)
    }

    /// The message of the open question.
    fn asked(&self) -> Message {
        match (&self.session.asking, &self.session.question) {
            (Asking::Heard(heard), _) => {
                Message::new("confirm-heard").with("heard", Value::Text(heard.clone()))
            }
            (_, Some(question)) => question.message.clone(),
            (Asking::More, None) => Message::new("ask-more"),
            (_, None) => Message::new("ask-wish"),
        }
    }

    /// What recognition does to hear the answer to the open question.
    fn step(&self) -> Step {
        let confirm = |wish: Wish| Step::ConfirmIntent { wish, slots: Slots::new() };
        let session = &self.session;
        match &session.asking {
            Asking::Wish | Asking::More | Asking::Number | Asking::Confirmation(_) => {
                Step::ElicitIntent
            }
            Asking::Person => confirm(Wish::TalkToAgent),
            Asking::Meant(wish) | Asking::Next(wish) => confirm(*wish),
            Asking::Resume => {
                session.aside.as_ref().map_or(Step::ElicitIntent, |it| confirm(it.doing.serves()))
            }
            Asking::Matter => {
                session.remembered.matters.first().map_or(Step::ElicitIntent, |it| confirm(it.wish))
            }
            // The caller is about to leave.
            Asking::Remember => confirm(Wish::Goodbye),
            Asking::Heard(_) => session.wish().map_or(Step::ElicitIntent, confirm),
            Asking::Task => match (session.wish(), &session.question) {
                (Some(wish), Some(question)) => match question.expects {
                    Expects::Wish => Step::ElicitIntent,
                    Expects::YesNo => Step::ConfirmIntent { wish, slots: question.about.clone() },
                    Expects::Slot(slot) => Step::ElicitSlot { wish, slot },
                },
                _ => Step::ElicitIntent,
            },
        }
    }

    /// Hands the call to a person.
    pub(super) fn hand_over(
        mut self,
        reason: Reason,
        message: Message,
        setting: &Setting<'_>,
    ) -> Next {
        self.session.escalation = Some(reason);
        self.close(Ending::Person(reason), message, setting)
    }

    /// Ends the dialogue.
    pub(super) fn close(mut self, ending: Ending, message: Message, setting: &Setting<'_>) -> Next {
        self.say(message);
        self.end(ending, setting)
    }

    /// Ends the dialogue with what was said already.
    pub(super) fn end(mut self, ending: Ending, setting: &Setting<'_>) -> Next {
        if !matches!(ending, Ending::Language(_)) {
            self.settle_queue(setting.line);
            self.keep_matter(setting);
            self.change = self.change.take().or_else(|| self.news(setting));
        }
        self.finish(Step::Close(ending), setting)
    }

    fn finish(mut self, step: Step, setting: &Setting<'_>) -> Next {
        self.remember_progress(setting);
        let step = match (self.over, step) {
            // What the caller is asked, they answer in their language.
            (
                Some(language),
                Step::ElicitIntent | Step::ElicitSlot { .. } | Step::ConfirmIntent { .. },
            ) => Step::Close(Ending::Language(language)),
            (_, step) => step,
        };
        let language = match &step {
            // The flow changes the voice before it says the words.
            Step::Close(Ending::Language(language)) => *language,
            _ => self.language,
        };
        // A question that is asked again in other words has no arms.
        let has_arms = |it: &&(Spoken, u32)| it.0.part == Part::Main;
        let said = self.says.iter().filter(has_arms).map(|(it, _)| it.message.id.as_ref());
        let said: Vec<&str> = said.collect();
        let heard = arms_heard(setting.line, setting.caller, &said);
        self.session.arms.extend(heard);
        let (speech, mut faults) = render::speech(&self.says, language, &self.session, setting);
        let (texts, failed) = render::texts(&self.texts, language, setting);
        faults.extend(failed);
        let over = self.over.filter(|_| !matches!(step, Step::Close(Ending::Language(_))));
        let reply = Reply { over, ..Reply::new(&speech, step) };
        let failure = self.failures.before(&Failures::of(&self.session));
        let messages = self.says.iter().map(|(it, _)| it.message.id.to_string()).collect();
        if !self.repeats {
            // Remarks were about the moment; what was told and asked is said again.
            let says = self.says.into_iter().map(|(it, _)| it);
            let told: Vec<Spoken> = says.filter(|it| !it.message.id.starts_with("note-")).collect();
            let skip = told.len().saturating_sub(MAX_LAST);
            if !told.is_empty() {
                self.session.last = told.into_iter().skip(skip).collect();
            }
        }
        let mut session = self.session;
        session.heard = self.heard;
        session.reply = Some(reply.clone());
        Next::Answer(Box::new(Turn {
            session,
            reply,
            intent: self.intent,
            keeps_words: self.keeps_words,
            messages,
            failure,
            texts,
            guess: self.guess,
            change: self.change,
            tells_change: self.told.is_some(),
            faults,
        }))
    }

    /// Speaks slowly for the rest of the call; whether the line did not before.
    pub(super) fn slow_down(&mut self) -> bool {
        std::mem::replace(&mut self.session.pace, Pace::Slow) == Pace::Normal
    }
}

/// A key that wording chooses by.
pub(super) fn word(key: impl Into<Cow<'static, str>>) -> Value {
    Value::Word(key.into().into_owned())
}
