//! Drives a task by itself, as the engine does, and writes down what is said: for tests of tasks.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};
use std::path::Path;

use jiff::civil::{DateTime, date};
use line::Line;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wording::{Language, Manner, Message, Part, Value};

use crate::engine::Setting;
use crate::hear::Hearing;
use crate::heard::{Heard, Mode, YesNo};
use crate::memory::Memory;
use crate::question::{Expects, Question};
use crate::request::{Facts, Request};
use crate::session::{Asking, Session};
use crate::slot::{Slot, Slots};
use crate::task::{self, Answer, Context, Next, Taken};
use crate::wish::Wish;

/// A Monday.
pub(crate) const NOW: DateTime = date(2026, 3, 2).at(9, 30, 0, 0);

/// Most requests that a task makes in a turn.
const MOST_REQUESTS: usize = 4;

/// Most bytes of a task and of what is remembered between turns: the session is small, and there is
/// more in it.
const MOST_BYTES: usize = 2_000;

std::thread_local! {
    /// Messages that were said before, by language.
    static SAID: RefCell<BTreeSet<(Language, String)>> = const { RefCell::new(BTreeSet::new()) };
}

/// What begins a task.
type Begin<T> = fn(Wish, &Answer<'_>, &mut Context<'_>) -> T;

/// A call that is served by one task at a time.
pub(crate) struct Call<'r, T> {
    pub(crate) line: Line,
    pub(crate) now: DateTime,
    pub(crate) language: Language,
    pub(crate) memory: Memory,
    /// Whether the caller can be sent texts.
    pub(crate) texting: bool,
    pub(crate) texts: Vec<Message>,
    pub(crate) operations: u32,
    /// Everything that was asked of the records.
    pub(crate) requests: Vec<Request>,
    /// The task, when one is under way, and what it asked.
    pub(crate) task: Option<(T, Question)>,
    /// What the person who takes over would be told.
    pub(crate) summary: Option<Message>,
    begin: Begin<T>,
    records: Box<dyn FnMut(&Request) -> Facts + 'r>,
    transcript: String,
    failures: u32,
}

/// A line of the project.
pub(crate) fn line(id: &str) -> Line {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lines");
    let toml = std::fs::read_to_string(folder.join(format!("{id}.toml"))).unwrap();
    Line::from_toml(&toml, id, wording::knows).unwrap()
}

impl<'r, T> Call<'r, T>
where
    T: task::Task + Debug + Clone + PartialEq + Serialize + DeserializeOwned,
{
    pub(crate) fn new(
        line: Line,
        language: Language,
        begin: Begin<T>,
        records: impl FnMut(&Request) -> Facts + 'r,
    ) -> Self {
        Self {
            line,
            now: NOW,
            language,
            memory: Memory::default(),
            texting: true,
            texts: Vec::new(),
            operations: 0,
            requests: Vec::new(),
            task: None,
            summary: None,
            begin,
            records: Box::new(records),
            transcript: String::new(),
            failures: 0,
        }
    }

    /// Other records.
    pub(crate) fn records_with(&mut self, records: impl FnMut(&Request) -> Facts + 'r) {
        self.records = Box::new(records);
    }

    /// The caller says what they want.
    pub(crate) fn wants(mut self, wish: Wish, said: &str) -> Self {
        self.begin_with(wish, said, &Slots::new());
        self
    }

    /// The same, with what recognition made of it.
    pub(crate) fn begin_with(&mut self, wish: Wish, said: &str, slots: &Slots) {
        self.write(&format!("> {said}"));
        let answer = Answer { slots, yes_no: None, keys: None, said, language: self.language };
        let begin = self.begin;
        let task = self.with(|cx| begin(wish, &answer, cx));
        self.go_on(task, &[]);
    }

    /// The caller answers by voice.
    pub(crate) fn says(mut self, said: &str) -> Self {
        self.hear(said, None, &Slots::new());
        self
    }

    /// The caller answers by keys.
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        self.hear("", Some(keys), &Slots::new());
        self
    }

    /// The caller goes back.
    pub(crate) fn back(mut self) -> Self {
        self.go_back();
        self
    }

    /// The caller goes back; whether there was anything to go back to.
    pub(crate) fn go_back(&mut self) -> bool {
        let Some((mut task, _)) = self.task.take() else { return false };
        let went = self.with(|cx| task::Task::back(&mut task, cx));
        self.write(&format!("> (goes back: {went})"));
        self.go_on(task, &[]);
        went
    }

    /// The caller wants something else of the same scenario; whether the task goes on with it.
    pub(crate) fn turn(&mut self, wish: Wish, said: &str) -> bool {
        let Some((mut task, asked)) = self.task.take() else { return false };
        self.write(&format!("> {said}"));
        let (slots, language) = (Slots::new(), self.language);
        let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
        let goes_on = self.with(|cx| task::Task::turn_to(&mut task, wish, &answer, cx));
        if goes_on {
            self.go_on(task, &[]);
        } else {
            self.task = Some((task, asked));
        }
        goes_on
    }

    /// The yes or no in an answer, as the line hears it.
    fn yes_no(&self, asked: &Question, said: &str, keys: Option<&str>) -> Option<YesNo> {
        let question = Some(asked.clone());
        let session = Session { asking: Asking::Task, question, ..Session::default() };
        let heard = Heard {
            mode: if keys.is_some() { Mode::Keys } else { Mode::Words },
            said: keys.unwrap_or(said).to_owned(),
            language: self.language,
            ..Heard::default()
        };
        let setting =
            Setting { line: &self.line, now: self.now, caller: None, reachable: self.texting };
        Hearing::new(&session, &heard, &setting).yes_no()
    }

    /// The caller answers by voice; what became of it.
    pub(crate) fn answers(&mut self, said: &str) -> Taken {
        self.hear(said, None, &Slots::new())
    }

    /// Takes an answer to the question that is open; what became of it.
    pub(crate) fn hear(&mut self, said: &str, keys: Option<&str>, slots: &Slots) -> Taken {
        let Some((mut task, asked)) = self.task.take() else {
            self.write(&format!("> {said} (nobody listens)"));
            return Taken::NotUnderstood;
        };
        let is_secret = matches!(asked.expects, Expects::Slot(Slot::Pin | Slot::OneTimeCode));
        match keys {
            Some(_) if is_secret => self.write("> (keys)"),
            Some(keys) => self.write(&format!("> [{keys}]")),
            None => self.write(&format!("> {said}")),
        }
        let yes_no = self.yes_no(&asked, said, keys);
        let answer = Answer { slots, yes_no, keys, said, language: self.language };
        let taken = self.with(|cx| task::Task::hear(&mut task, &asked, &answer, cx));
        match &taken {
            Taken::Understood | Taken::Denied(None) => {
                self.failures = 0;
                self.go_on(task, &[]);
            }
            Taken::Noted(note) | Taken::Denied(Some(note)) => {
                self.failures = 0;
                self.go_on(task, std::slice::from_ref(note));
            }
            Taken::Missing => {
                self.write("= offers a person");
                self.summary = task.summary();
            }
            Taken::NotUnderstood => {
                self.failures = self.failures.saturating_add(1);
                let again = self.say(&asked.message, Part::Unclear(self.failures));
                self.write(&format!("< {again}"));
                self.task = Some((task, asked));
            }
        }
        taken
    }

    fn with<R>(&mut self, act: impl FnOnce(&mut Context<'_>) -> R) -> R {
        act(&mut Context {
            line: &self.line,
            now: self.now,
            language: self.language,
            memory: &mut self.memory,
            texting: self.texting,
            texts: &mut self.texts,
            operations: &mut self.operations,
        })
    }

    /// Until the caller is asked something, or the task ends.
    fn go_on(&mut self, mut task: T, notes: &[Message]) {
        for _ in 0..=MOST_REQUESTS {
            let sent = self.texts.len();
            let next = self.with(|cx| task::Task::next(&mut task, cx));
            self.summary = task.summary();
            match next {
                Next::Request(request) => {
                    let facts = (self.records)(&request);
                    self.requests.push(request);
                    self.with(|cx| task::Task::learn(&mut task, facts, cx));
                    self.write_texts(sent);
                }
                Next::Ask(question) => {
                    let said: Vec<&Message> =
                        notes.iter().chain(&question.before).chain([&question.message]).collect();
                    self.write_said(&said);
                    // What a turn leaves behind is all that the next one has.
                    let stored = serde_json::to_string(&(&task, &self.memory)).unwrap();
                    assert!(stored.len() <= MOST_BYTES, "{} bytes: {stored}", stored.len());
                    let (kept, memory): (T, Memory) = serde_json::from_str(&stored).unwrap();
                    assert!(kept == task, "something is not stored: {stored}");
                    // What another call left is handed over with each turn, and not stored again.
                    let remembered = Memory { matter: None, ..self.memory.clone() };
                    assert!(memory == remembered, "something is not remembered: {stored}");
                    let task = kept;
                    let question = Question { before: Vec::new(), ..question };
                    self.task = Some((task, question));
                    return;
                }
                Next::Done(done) => {
                    let said: Vec<&Message> = notes.iter().chain(&done.say).collect();
                    self.write_said(&said);
                    let served = if done.served { "served" } else { "not served" };
                    let offer = done.offer.map(|(wish, message)| {
                        format!("; {wish:?}: {}", self.say(&message, Part::Main))
                    });
                    self.write(&format!("= {served}{}", offer.unwrap_or_default()));
                    return;
                }
                Next::OfferPerson(say) => {
                    let said: Vec<&Message> = notes.iter().chain(&say).collect();
                    self.write_said(&said);
                    self.write("= offers a person");
                    return;
                }
                Next::Person(reason, message) => {
                    let said: Vec<&Message> = notes.iter().chain([&message]).collect();
                    self.write_said(&said);
                    self.write(&format!("= person: {}", reason.as_str()));
                    if let Some(told) = self.told() {
                        self.write(&format!("= told: {told}"));
                    }
                    return;
                }
                Next::Close(ending, message) => {
                    let said: Vec<&Message> = notes.iter().chain([&message]).collect();
                    self.write_said(&said);
                    self.write(&format!("= {ending:?}"));
                    return;
                }
            }
        }
        panic!("too many requests in a turn\n{}", self.transcript);
    }

    fn write_texts(&mut self, sent: usize) {
        let texts: Vec<Message> = self.texts.iter().skip(sent).cloned().collect();
        for text in texts {
            let text = self.say(&text, Part::Main);
            self.write(&format!("* {text}"));
        }
    }

    fn write_said(&mut self, messages: &[&Message]) {
        let said: Vec<String> = messages.iter().map(|it| self.say(it, Part::Main)).collect();
        self.write(&format!("< {}", said.join(" ")));
    }

    fn say(&self, message: &Message, part: Part) -> String {
        self.say_in(self.language, message, part)
    }

    fn say_in(&self, language: Language, message: &Message, part: Part) -> String {
        let manner = Manner::new(self.now.date());
        let said = |part| {
            let speech = wording::say(language, message, part, &manner);
            speech.unwrap_or_else(|error| panic!("{}: {error}", message.id)).text().to_owned()
        };
        // Every message is given what it takes, and every part of it can be said, not only the one
        // that is. Once for each is enough.
        let name = (language, message.id.clone().into_owned());
        if SAID.with_borrow_mut(|it| it.insert(name)) {
            wording::check::holds(message).unwrap();
            for part in [Part::Unclear(1), Part::Unclear(2), Part::Silent(1), Part::Silent(2)] {
                said(part);
            }
        }
        said(part)
    }

    fn write(&mut self, line: &str) {
        writeln!(self.transcript, "{line}").unwrap();
    }

    /// The name of the question that is open.
    pub(crate) fn asks(&self) -> &str {
        match &self.task {
            Some((_, asked)) => &asked.message.id,
            None => panic!("no question is open\n{}", self.transcript),
        }
    }

    /// What the person who takes over would be told, in the words of the line's agents.
    pub(crate) fn told(&self) -> Option<String> {
        let summary = self.summary.as_ref()?;
        // The engine adds why a person takes over, which not every summary tells.
        let asked = summary.clone().with("reason", Value::Word("asked".to_owned()));
        let told = if wording::check::holds(&asked).is_ok() { &asked } else { summary };
        Some(self.say_in(Language::EnUs, told, Part::Main))
    }

    /// What was said and done.
    pub(crate) fn transcript(&self) -> &str {
        &self.transcript
    }

    /// Compares what was said and done.
    pub(crate) fn expect(self, expected: &expect_test::Expect) {
        expected.assert_eq(&self.transcript);
    }
}
