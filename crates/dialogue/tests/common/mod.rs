//! Whole conversations, with a caller whose recognition is as simple as can be.
//!
//! A caller's line is what they say: words, `#` and keys, nothing for silence. Behind ` @` stands what
//! recognition makes of it: an intent, how sure it is when that is not 1, and values of slots, as in
//! `my router is dead @ReportProblem:0.7 Service=internet`. "yes" and "no" are recognised where that
//! is the question. Without ` @` recognition hands back what it has at hand, as Lex does.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fmt::Write as _;

use dialogue::{
    Ending, Evidence, Facts, Heard, Mode, Next, Request, Session, Setting, Slot, Slots, Step, Turn,
    Wish, YesNo, listen,
};
use jiff::civil::{DateTime, date};
use line::{Line, Scenario};
use wording::Language;

/// Monday 2 March 2026, nine in the morning.
pub(crate) fn now() -> DateTime {
    date(2026, 3, 2).at(9, 0, 0, 0)
}

/// A line that does these.
pub(crate) fn line(scenarios: &[Scenario]) -> Line {
    let mut line: Line = serde_json::from_str(include_str!("line.json")).unwrap();
    line.scenarios = scenarios.iter().copied().collect();
    line
}

/// A call in the making.
pub(crate) struct Call {
    pub(crate) line: Line,
    pub(crate) now: DateTime,
    pub(crate) language: Language,
    pub(crate) caller: Option<String>,
    /// Whether their number is known.
    pub(crate) reachable: bool,
    pub(crate) session: Session,
    /// What the records answer.
    pub(crate) records: Box<dyn FnMut(&Request) -> Facts>,
    /// What is known of words that recognition gives up.
    pub(crate) evidence: Box<dyn Fn(&str) -> Evidence>,
    /// Everything that was asked of the records.
    pub(crate) requests: Vec<Request>,
    /// The last turn.
    pub(crate) last: Option<Turn>,
    transcript: String,
}

impl Call {
    /// A call on a line that does these, whose records answer so.
    pub(crate) fn new(
        scenarios: &[Scenario],
        records: impl FnMut(&Request) -> Facts + 'static,
    ) -> Self {
        Self {
            line: line(scenarios),
            now: now(),
            language: Language::EnUs,
            caller: Some("a caller".to_owned()),
            reachable: true,
            session: Session::default(),
            records: Box::new(records),
            evidence: Box::new(|_| Evidence::default()),
            requests: Vec::new(),
            last: None,
            transcript: String::new(),
        }
    }

    /// The same in Spanish.
    pub(crate) fn in_spanish(mut self) -> Self {
        self.language = Language::EsUs;
        self
    }

    /// The caller withholds their number.
    pub(crate) fn withhold_number(&mut self) {
        self.caller = None;
        self.reachable = false;
    }

    /// The caller says something, and the line answers.
    pub(crate) fn says(&mut self, text: &str) -> Turn {
        let heard = recognise(text, self.session.reply().map(|it| &it.step), self.language);
        self.hears(text, &heard)
    }

    /// The line hears something, and answers.
    pub(crate) fn hears(&mut self, text: &str, heard: &Heard) -> Turn {
        let line = self.line.clone();
        let caller = self.caller.clone();
        let setting = Setting {
            line: &line,
            now: self.now,
            caller: caller.as_deref(),
            reachable: self.reachable,
        };
        let mut next = listen(std::mem::take(&mut self.session), heard, &setting);
        let turn = loop {
            next = match next {
                Next::Answer(turn) => break *turn,
                Next::Request(pending) => {
                    self.requests.push(pending.request().clone());
                    let facts = (self.records)(pending.request());
                    pending.answer(facts, &setting)
                }
                Next::Several(several) => {
                    let parts = several.parts().iter();
                    let opinions: Vec<_> = parts.map(|it| (self.evidence)(it).classifier).collect();
                    several.settle(&opinions, &setting)
                }
                Next::Unclear(unclear) => {
                    let evidence = (self.evidence)(unclear.words());
                    unclear.settle(&evidence, &setting).1
                }
            };
        };
        assert_eq!(turn.faults, [], "something cannot be said");
        self.note(text, &turn);
        // What is stored is what the next turn begins with.
        let json = serde_json::to_string(&turn.session).unwrap();
        self.session = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&self.session).unwrap(), json);
        let over = match turn.reply.step {
            Step::Close(Ending::Language(language)) => Some(language),
            _ => turn.reply.over,
        };
        self.language = over.unwrap_or(self.language);
        self.last = Some(turn.clone());
        turn
    }

    fn note(&mut self, text: &str, turn: &Turn) {
        let said = text.split(" @").next().unwrap_or_default();
        let said = if said.is_empty() { "(silence)" } else { said };
        writeln!(self.transcript, "caller: {said}").unwrap();
        writeln!(self.transcript, "line:   {}", turn.reply.text()).unwrap();
        for text in &turn.texts {
            writeln!(self.transcript, "sms:    {}", text.words).unwrap();
        }
        if let Step::Close(ending) = turn.reply.step {
            let ending = match ending {
                Ending::Person(reason) => reason.as_str().to_owned(),
                ending => format!("{ending:?}").to_lowercase(),
            };
            let outcome = turn.session.outcome();
            let summary = turn.session.summary(Language::EnUs, self.now.date());
            writeln!(self.transcript, "-- {ending} {outcome}\n-- {summary}").unwrap();
        }
    }

    /// The caller says all of this; gives what was said by both.
    pub(crate) fn transcript(mut self, script: &[&str]) -> String {
        for text in script {
            self.says(text);
        }
        self.transcript
    }

    /// What was said by both so far.
    pub(crate) fn said(&self) -> &str {
        &self.transcript
    }
}

/// Recognises a line of a script.
pub(crate) fn recognise(text: &str, asked: Option<&Step>, language: Language) -> Heard {
    let (words, recognised) = text.split_once(" @").map_or((text, None), |(a, b)| (a, Some(b)));
    let (said, mode) = match words.strip_prefix('#') {
        Some(keys) => (keys, Mode::Keys),
        None => (words, Mode::Words),
    };
    let mut heard = Heard {
        mode,
        said: said.to_owned(),
        kept: Some(said.to_owned()),
        language,
        ..Heard::default()
    };
    // Handed back where the caller did not answer the question about it.
    match asked {
        Some(Step::ElicitSlot { wish, .. }) => heard.intent = Some(*wish),
        Some(Step::ConfirmIntent { wish, slots }) => {
            heard.intent = Some(*wish);
            heard.slots = slots.clone();
            heard.answer = match said {
                "yes" | "sí" => Some(YesNo::Yes),
                "no" => Some(YesNo::No),
                _ => None,
            };
        }
        Some(Step::ElicitIntent | Step::Close(_)) | None => {}
    }
    if heard.answer.is_some() {
        heard.confidence = Some(1.0);
    }
    for part in recognised.into_iter().flat_map(str::split_whitespace) {
        if let Some((slot, value)) = part.split_once('=') {
            let slot = Slot::named(slot).unwrap_or_else(|| panic!("no slot `{slot}`"));
            heard.slots.insert(slot, value.replace('_', " "));
        } else {
            let (name, sure) = part.split_once(':').unwrap_or((part, "1"));
            heard.intent = Some(Wish::named(name).unwrap_or_else(|| panic!("no intent `{name}`")));
            heard.confidence = Some(sure.parse().unwrap());
        }
    }
    heard
}

/// Slots from pairs.
pub(crate) fn slots(pairs: &[(Slot, &str)]) -> Slots {
    pairs.iter().map(|(slot, value)| (*slot, (*value).to_owned())).collect()
}
