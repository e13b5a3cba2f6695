//! What the caller means: what was heard, read in the light of the question that was asked.
//!
//! [`READERS`] is the order in which it is read; the first that has a meaning gives it.

mod command;
mod danger;
mod done;
mod hint;
mod leaving;
pub(crate) mod mood;
mod person;
mod reader;
mod refuse;
pub(crate) mod remark;
pub(crate) mod secret;
mod several;
pub(crate) mod tongue;
pub(crate) mod values;
mod yes_no;

use line::{Line, Queue};
use wording::Language;

use self::danger::Danger;
use self::remark::Remark;
use crate::engine::Setting;
use crate::heard::{Heard, Mode, YesNo};
use crate::question::Expects;
use crate::said::Said;
use crate::scenario;
use crate::session::{Asking, Session};
use crate::slot::{Slot, Slots};
use crate::task::{Answer, Context, Taken};
use crate::wish::Wish;

pub(crate) use self::hint::hinted;
pub(crate) use self::reader::{CLEAR, READERS};
pub(crate) use self::several::parts;

/// What the caller means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// They said nothing.
    Silence,
    /// It cannot be told.
    Unclear,
    /// They greet, and say nothing else.
    Greeting,
    /// They ask something of the line itself.
    Remark(Remark),
    /// Somebody is in danger.
    Emergency,
    /// They want a person.
    Person,
    /// They are done.
    Leave,
    /// A command that changes nothing of what they want: [`Wish::Repeat`] and its like.
    Command(Wish),
    /// They want to speak this language.
    Speak(Language),
    /// They want to speak a language that the line does not.
    SpeakAnother,
    /// They speak another language of the line than the call is in, and nothing else can be told.
    SpeaksIn,
    /// They want this.
    Wish(Wish),
    /// They tell of something that was done to them.
    Complaint,
    /// They want this first, and more that the session keeps for later.
    Wishes(Wish),
    /// They may want this: recognition is not sure.
    Perhaps(Wish),
    /// They say yes to a question of the engine.
    Yes,
    /// They say no to a question of the engine.
    No,
    /// They do not want what was guessed.
    NotMeant,
    /// They answer the question of the task.
    Answer,
}

/// Everything that a reader looks at.
#[derive(Debug)]
pub(crate) struct Hearing<'a> {
    pub(crate) session: &'a Session,
    pub(crate) heard: &'a Heard,
    pub(crate) setting: &'a Setting<'a>,
    pub(crate) said: Said<'a>,
    /// Values that recognition found in what was just said.
    pub(crate) slots: Slots,
}

impl<'a> Hearing<'a> {
    /// What a reader looks at of what was heard.
    pub(crate) fn new(session: &'a Session, heard: &'a Heard, setting: &'a Setting<'a>) -> Self {
        let mut slots = heard.slots.clone();
        slots.values_mut().for_each(cut);
        if let Some(handed) = session.handed() {
            slots.retain(|slot, value| handed.get(slot) != Some(value));
        }
        let said = if heard.mode == Mode::Keys { "" } else { &*heard.said };
        Self { session, heard, setting, said: Said::new(said, heard.language), slots }
    }

    /// The keys that were pressed, without the one that ends them.
    pub(crate) fn keys(&self) -> Option<&'a str> {
        let keys = || self.heard.said.trim().trim_end_matches('#');
        (self.heard.mode == Mode::Keys).then(keys)
    }

    /// What the caller named, as far as recognition knows intents.
    ///
    /// When a question about an intent is not answered, recognition hands that intent back. Nobody
    /// said it.
    pub(crate) fn intent(&self) -> Option<Wish> {
        let handed_back = !self.heard.is_rated()
            && self.heard.answer.is_none()
            && self.session.at_hand() == self.heard.intent;
        let denied =
            self.heard.intent == Some(Wish::Emergency) && self.danger() == Some(Danger::Denied);
        if handed_back || denied { None } else { self.heard.intent }
    }

    /// What the words say of danger.
    pub(crate) fn danger(&self) -> Option<Danger> {
        match danger::heard(&self.said, self.setting.line, self.expects_digits())? {
            // "No es una emergencia" denies it, unless "no" is the answer to a question.
            Danger::AfterNo
                if self.said.language() == Language::EsUs && self.expects() != Expects::YesNo =>
            {
                Some(Danger::Denied)
            }
            danger @ (Danger::Now
            | Danger::AfterNo
            | Danger::Denied
            | Danger::Recent
            | Danger::Told) => Some(danger),
        }
    }

    /// Whether the question is for a number.
    fn expects_digits(&self) -> bool {
        matches!(
            self.expects(),
            Expects::Slot(
                Slot::OrderNumber
                    | Slot::AppointmentNumber
                    | Slot::AccountNumber
                    | Slot::Amount
                    | Slot::Pin
                    | Slot::OneTimeCode
                    | Slot::ContactWay
            )
        )
    }

    /// What is expected of the caller.
    pub(crate) fn expects(&self) -> Expects {
        match &self.session.asking {
            Asking::Wish | Asking::More => Expects::Wish,
            Asking::Task => self.session.question.as_ref().map_or(Expects::Wish, |it| it.expects),
            Asking::Person
            | Asking::Meant(_)
            | Asking::Heard(_)
            | Asking::Next(_)
            | Asking::Resume
            | Asking::Matter
            | Asking::Remember
            | Asking::Number
            | Asking::Confirmation(_) => Expects::YesNo,
        }
    }

    /// Whether the question takes whatever is said.
    pub(crate) fn takes_anything(&self) -> bool {
        matches!(self.expects(), Expects::Slot(Slot::Words | Slot::PatientName))
    }

    /// Yes or no, in the sense of the question.
    pub(crate) fn yes_no(&self) -> Option<YesNo> {
        let key = match self.keys() {
            Some("1") => Some(YesNo::Yes),
            Some("2") => Some(YesNo::No),
            _ => None,
        };
        let agrees = || yes_no::agrees(&self.said).then_some(YesNo::Yes);
        match (self.expects(), &self.session.asking) {
            (Expects::YesNo, Asking::Task | Asking::Person | Asking::Heard(_)) => {
                let anywhere =
                    || yes_no::anywhere(&self.said).filter(|_| !self.is_about_the_call());
                key.or(self.heard.answer).or_else(anywhere).or_else(agrees)
            }
            (
                Expects::YesNo,
                Asking::Wish
                | Asking::Meant(_)
                | Asking::More
                | Asking::Next(_)
                | Asking::Resume
                | Asking::Matter
                | Asking::Remember
                | Asking::Number
                | Asking::Confirmation(_),
            ) => key.or(self.heard.answer).or_else(|| self.plain()),
            (Expects::Wish | Expects::Slot(_), _) => self.heard.answer.or_else(|| self.plain()),
        }
    }

    /// A plain yes or no, which refuses nothing in particular: "don't give me an agent" and "don't hang
    /// up" say no to that only, and end nothing.
    fn plain(&self) -> Option<YesNo> {
        let refuses = || person::refuses_something(&self.said) || leaving::is_staying(&self.said);
        yes_no::plain(&self.said).filter(|it| *it == YesNo::Yes || !refuses())
    }

    /// Whether a no may be about the call and not about the question: "don't hang up", and "no agent"
    /// where none was offered.
    fn is_about_the_call(&self) -> bool {
        leaving::is_held(&self.said)
            || (self.session.asking != Asking::Person && person::is_unwanted(&self.said))
    }

    /// What was heard, as far as it may answer a question of a task.
    pub(crate) fn answer(&self) -> Answer<'_> {
        Answer {
            slots: &self.slots,
            yes_no: self.yes_no(),
            keys: self.keys(),
            said: self.said.text(),
            language: self.heard.language,
        }
    }

    /// Whether the task makes something of it. Tried on a copy, so that nothing is changed.
    pub(crate) fn is_understood(&self) -> bool {
        let (Some(doing), Some(question)) = (&self.session.doing, &self.session.question) else {
            return false;
        };
        let mut task = doing.task.clone();
        self.aside(|cx| task.get_mut().hear(question, &self.answer(), cx)) != Taken::NotUnderstood
    }

    /// Whether digits were said and nothing else that means something.
    pub(crate) fn is_just_digits(&self) -> bool {
        let setting = language::Setting::new(self.heard.language.locale(), self.setting.now);
        let said = language::said::Said::new(self.said.text(), &setting);
        let places: Vec<_> = said.digits().into_iter().map(|it| it.words).collect();
        self.said.is_just_at(&places)
    }

    /// Whether a place in a list is said, such as "the second".
    pub(crate) fn names_a_place(&self) -> bool {
        let setting = language::Setting::new(self.heard.language.locale(), self.setting.now);
        let choices = language::said::Said::new(self.said.text(), &setting).choices();
        choices.iter().any(|it| it.clear && matches!(it.value, language::said::Choice::Nth(_)))
    }

    /// Whether words lead to a queue that name no wish. Where something else is asked, one word is too
    /// little: "charge" may be about anything.
    pub(crate) fn names_queue(&self) -> bool {
        let open = matches!(self.session.asking, Asking::Wish | Asking::More);
        let words = |it: &Queue| {
            let words = it.words.get(&self.heard.language).map(Vec::as_slice).unwrap_or_default();
            let places = self.said.places_of_written(words);
            places.iter().any(|it| open || it.len() > 1)
        };
        !self.takes_anything() && queue(&self.said, self.setting.line).is_some_and(words)
    }

    /// The wish that a scenario of the line finds in what recognition gave up.
    pub(crate) fn claimed(&self) -> Option<Wish> {
        self.aside(|cx| scenario::claimed(&self.answer(), cx))
    }

    /// Tries something without consequences: what it does to the session is forgotten.
    fn aside<T>(&self, attempt: impl FnOnce(&mut Context<'_>) -> T) -> T {
        let mut memory = self.session.memory.clone();
        let (mut texts, mut operations) = (Vec::new(), self.session.operations);
        attempt(&mut Context {
            line: self.setting.line,
            now: self.setting.now,
            language: self.heard.language,
            memory: &mut memory,
            texting: self.setting.reachable,
            texts: &mut texts,
            operations: &mut operations,
        })
    }

    /// Whether the words may mean the opposite of what their intent is.
    pub(crate) fn may_refuse(&self) -> bool {
        person::may_refuse(&self.said)
    }
}

/// Longest value of a slot that is read, in characters.
const MAX_VALUE: usize = 200;

fn cut(value: &mut String) {
    if let Some((end, _)) = value.char_indices().nth(MAX_VALUE) {
        value.truncate(end);
    }
}

/// Whether the words may mean the opposite of what they name.
pub(crate) fn may_refuse(said: &Said<'_>) -> bool {
    person::may_refuse(said)
}

/// Whether the words end the call by themselves.
pub(crate) fn is_leaving(heard: &Heard) -> bool {
    heard.mode == Mode::Words && leaving::is_leaving(&Said::new(&heard.said, heard.language))
}

/// Whether the caller asks what the line can do.
pub(crate) fn asks_for_options(heard: &Heard) -> bool {
    command::asks_for_options(&Said::new(&heard.said, heard.language))
}

/// The queue whose words were said.
pub(crate) fn queue<'l>(said: &Said<'_>, line: &'l Line) -> Option<&'l Queue> {
    line.queues.iter().find(|it| {
        let words = it.words.get(&said.language()).map(Vec::as_slice).unwrap_or_default();
        let places = said.places_of_written(words);
        places.iter().any(|it| !said.refuses(it))
    })
}

/// Reads what was heard.
pub(crate) fn meaning(hearing: &Hearing<'_>) -> Meaning {
    let meaning = READERS.iter().find_map(|(_, reader)| reader(hearing));
    let meaning = meaning.unwrap_or(Meaning::Unclear);
    if leaving::is_staying(&hearing.said) { stay(hearing, meaning) } else { meaning }
}

/// Reads a meaning anew in the light of a caller who wants the call to go on: none is left that ends
/// it.
fn stay(hearing: &Hearing<'_>, meaning: Meaning) -> Meaning {
    match (&hearing.session.asking, meaning) {
        // "Anything else?" "I'm not done."
        (Asking::More, Meaning::Leave | Meaning::No | Meaning::Unclear) => Meaning::Yes,
        (Asking::Meant(Wish::Goodbye), Meaning::Leave | Meaning::Unclear)
        | (Asking::Remember, Meaning::Yes | Meaning::No | Meaning::Unclear) => Meaning::NotMeant,
        (Asking::Wish | Asking::Meant(_), Meaning::No) | (_, Meaning::Leave) => Meaning::Unclear,
        (
            _,
            Meaning::Silence
            | Meaning::Unclear
            | Meaning::Greeting
            | Meaning::Remark(_)
            | Meaning::Emergency
            | Meaning::Person
            | Meaning::Command(_)
            | Meaning::Speak(_)
            | Meaning::SpeakAnother
            | Meaning::SpeaksIn
            | Meaning::Wish(_)
            | Meaning::Complaint
            | Meaning::Wishes(_)
            | Meaning::Perhaps(_)
            | Meaning::Yes
            | Meaning::No
            | Meaning::NotMeant
            | Meaning::Answer,
        ) => meaning,
    }
}
