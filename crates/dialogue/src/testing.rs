//! What unit tests need: a line, and what a task is given.

use jiff::civil::{DateTime, date};
use line::Line;
use wording::{Language, Message};

use crate::heard::YesNo;
use crate::memory::Memory;
use crate::slot::{Slot, Slots};
use crate::task::{Answer, Context};

/// Monday 2 March 2026, nine in the morning.
pub(crate) fn now() -> DateTime {
    date(2026, 3, 2).at(9, 0, 0, 0)
}

/// A line that does everything.
pub(crate) fn line() -> Line {
    serde_json::from_str(include_str!("../tests/common/line.json")).unwrap()
}

/// What a task may use, owned.
pub(crate) struct Room {
    pub(crate) line: Line,
    pub(crate) now: DateTime,
    pub(crate) language: Language,
    pub(crate) memory: Memory,
    pub(crate) texts: Vec<Message>,
    pub(crate) operations: u32,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self {
            line: line(),
            now: now(),
            language: Language::EnUs,
            memory: Memory::default(),
            texts: Vec::new(),
            operations: 0,
        }
    }

    pub(crate) fn cx(&mut self) -> Context<'_> {
        Context {
            line: &self.line,
            now: self.now,
            language: self.language,
            memory: &mut self.memory,
            texting: true,
            texts: &mut self.texts,
            operations: &mut self.operations,
        }
    }
}

/// What a caller said, owned: words, `#` and keys, and values that recognition found.
pub(crate) struct Said {
    text: String,
    slots: Slots,
    yes_no: Option<YesNo>,
    language: Language,
}

/// What a caller said in English; "yes" and "no" at its beginning are answers.
pub(crate) fn said(text: &str) -> Said {
    let begins = |word: &str| text == word || text.starts_with(&format!("{word},"));
    let yes_no = match () {
        () if begins("yes") || begins("sí") => Some(YesNo::Yes),
        () if begins("no") => Some(YesNo::No),
        () => None,
    };
    Said { text: text.to_owned(), slots: Slots::new(), yes_no, language: Language::EnUs }
}

impl Said {
    pub(crate) fn with(mut self, slot: Slot, value: &str) -> Self {
        self.slots.insert(slot, value.to_owned());
        self
    }

    pub(crate) fn in_spanish(mut self) -> Self {
        self.language = Language::EsUs;
        self
    }

    pub(crate) fn answer(&self) -> Answer<'_> {
        let keys = self.text.strip_prefix('#');
        Answer {
            slots: &self.slots,
            yes_no: self.yes_no,
            keys,
            said: if keys.is_some() { "" } else { &self.text },
            language: self.language,
        }
    }
}
