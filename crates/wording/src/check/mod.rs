//! Checks wording files: is every message there in every language, can it be said, and will callers
//! follow it?
//!
//! The comments of the files in [`REFERENCE`] declare what a message is and which values it takes; see
//! `words/en-US/common.ftl`. With a sample of each value, every pattern of every message is said in
//! each way that its words can choose, and what comes out is judged.

mod declare;
mod menu;
mod rule;
mod samples;
mod shape;
mod source;
mod spoken;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

pub use rule::{Rule, Severity};

use crate::catalog::embedded;
use crate::{Language, Message};

/// The language whose comments declare messages.
pub const REFERENCE: Language = Language::EnUs;

/// A wording file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Language of its messages.
    pub language: Language,
    /// Its name without folder, by which files of several languages belong together.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// Something to be said of a wording file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: Rule,
    /// Position of the file among those that were checked.
    pub file: usize,
    /// Where in its text, in bytes.
    pub at: Range<usize>,
    /// The message, with its attribute, such as `ask-wish.unclear-1`; empty for what is no message.
    pub message: String,
    /// What is wrong.
    pub told: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// How a message sounds, with sample values.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Position of the file among those that were checked.
    pub file: usize,
    /// The message, with its attribute, such as `ask-wish.unclear-1`.
    pub message: String,
    /// Words that chose this wording, such as `status=shipped`.
    pub choices: Vec<String>,
    /// What is said.
    pub speech: crate::Speech,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What is to be said, in the order of files and places.
    pub findings: Vec<Finding>,
    /// Every wording of every message, in the order of files. Wordings of a message that sound alike
    /// are there once, and attributes that only refer to another message are not.
    pub samples: Vec<Sample>,
    /// How many messages there are, in the language that has most.
    pub n_messages: usize,
}

/// The wording files that are part of the binary.
pub fn built_in() -> Vec<Source> {
    let of = |language: Language| {
        embedded(language).iter().map(move |(path, text)| Source {
            language,
            name: path.rsplit('/').next().unwrap_or(path).to_owned(),
            text: (*text).to_owned(),
        })
    };
    Language::ALL.into_iter().flat_map(of).collect()
}

/// Checks wording files of all languages together.
pub fn check(sources: &[Source]) -> Checked {
    let readings: Vec<_> =
        sources.iter().enumerate().map(|(file, source)| source::read(file, source)).collect();
    let mut findings = Vec::new();
    let declared = shape::declarations(&readings, &mut findings);
    shape::check(&readings, &declared, &mut findings);
    let samples = samples::all(&readings, &declared, &mut findings);
    spoken::check(&readings, &samples, &mut findings);
    findings.sort_by(|one, other| {
        (one.file, one.at.start, one.rule).cmp(&(other.file, other.at.start, other.rule))
    });
    findings.dedup();
    // That a message cannot be said follows from the fault that it has.
    let faulty: BTreeSet<_> = findings
        .iter()
        .filter(|it| it.rule.severity() == Severity::Error && it.rule != Rule::Unspeakable)
        .map(|it| (it.file, it.message.clone()))
        .collect();
    findings.retain(|it| {
        it.rule != Rule::Unspeakable || !faulty.contains(&(it.file, it.message.clone()))
    });
    let of = |language| {
        let readings = readings.iter().filter(move |it| it.source.language == language);
        readings.flat_map(|it| &it.entries).filter(|it| !it.is_part()).count()
    };
    let n_messages = Language::ALL.into_iter().map(of).max().unwrap_or(0);
    Checked { findings, samples, n_messages }
}

/// Something to be said of words that are in no wording file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong.
    pub told: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// Checks words that somebody wrote for a line of their own, such as its greeting.
pub fn check_own(language: Language, text: &str) -> Vec<Remark> {
    let verdicts = spoken::own(language, text).into_iter();
    verdicts.map(|(rule, told, hint)| Remark { rule, told, hint }).collect()
}

/// Holds a message against its declaration: whether there is such a message, and whether it was given
/// the values that it takes. For the tests of those who make messages.
///
/// # Errors
///
/// What is wrong, in a sentence.
pub fn holds(message: &Message) -> Result<(), String> {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    let sources = SOURCES.get_or_init(built_in);
    for (file, source) in sources.iter().enumerate().filter(|(_, it)| it.language == REFERENCE) {
        let reading = source::read(file, source);
        if let Some(entry) = reading.entries.iter().find(|it| it.id == message.id) {
            let (declared, _) = declare::declarations(&entry.comment);
            return match declare::fault(message, &declared) {
                Some(fault) => Err(format!("message `{}`: {fault}", message.id)),
                None => Ok(()),
            };
        }
    }
    Err(format!("there is no message `{}`", message.id))
}

/// What messages declare of their values, by message and name.
type Declarations<'s> = BTreeMap<&'s str, BTreeMap<&'s str, declare::Declared<'s>>>;

/// A message and its attribute, as findings name them.
fn named(id: &str, attribute: Option<&str>) -> String {
    match attribute {
        Some(attribute) => format!("{id}.{attribute}"),
        None => id.to_owned(),
    }
}
