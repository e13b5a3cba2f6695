//! What a line says in words of its own: its name, its greeting, who answers in its queues, what it says in
//! an emergency; and which messages it compares.
//!
//! Only these keys are read. Whether the file is a line at all is another check.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use serde::Deserialize;
use toml::Spanned;
use wording::check::{Checked, Rule, check_own};
use wording::{Language, Manner, Message, Part, Value, say};

use super::{Finding, WordsError};
use crate::check::Text;

/// Why what a line says cannot be checked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LineError {
    /// Its file cannot be read.
    #[error(transparent)]
    Read(WordsError),
    /// Its file is no line.
    #[error("{} is no line: {}", path.display(), told)]
    NotALine {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        told: String,
    },
}

/// What is read of a line.
#[derive(Deserialize)]
struct Line {
    name: Spanned<String>,
    #[serde(default)]
    greeting: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    queues: Vec<Queue>,
    #[serde(default)]
    emergency: Emergency,
    #[serde(default)]
    experiments: Vec<Experiment>,
}

#[derive(Deserialize)]
struct Queue {
    #[serde(default)]
    say: BTreeMap<String, Spanned<String>>,
}

#[derive(Default, Deserialize)]
struct Emergency {
    #[serde(default)]
    say: BTreeMap<String, Spanned<String>>,
}

#[derive(Deserialize)]
struct Experiment {
    message: Spanned<String>,
}

/// What is wrong with a line's own words. Keys of languages that nobody speaks are passed over.
pub(super) fn findings(
    path: &Path,
    text: &Text,
    checked: &Checked,
) -> Result<Vec<Finding>, LineError> {
    let line = toml::from_str::<Line>(text.as_str()).map_err(|error| LineError::NotALine {
        path: path.to_owned(),
        told: error.message().to_owned(),
    })?;
    let mut findings = Vec::new();
    for language in Language::ALL {
        if let Some(greeting) = greeted(language, line.name.get_ref()) {
            remarks("name", language, &greeting, &line.name.span(), &mut findings);
        }
        for (key, own) in [("greeting", &line.greeting), ("emergency.say", &line.emergency.say)] {
            if let Some(own) = own.get(language.code()) {
                let key = format!("{key}.{language}");
                remarks(&key, language, own.get_ref(), &own.span(), &mut findings);
            }
        }
    }
    for (at, queue) in line.queues.iter().enumerate() {
        for language in Language::ALL {
            let Some(own) = queue.say.get(language.code()) else { continue };
            let Some(said) = connected(language, own.get_ref()) else { continue };
            let key = format!("queues[{at}].say.{language}");
            remarks(&key, language, &said, &own.span(), &mut findings);
        }
    }
    for it in &line.experiments {
        findings.extend(compared(it.message.get_ref(), it.message.span(), checked));
    }
    findings.sort_by_key(|it| it.at.start);
    // A name is told once, although it is said in every language.
    findings.dedup_by(|one, other| one.at == other.at && one.rule == other.rule);
    Ok(findings)
}

/// The usual greeting of a business.
fn greeted(language: Language, name: &str) -> Option<String> {
    said(language, &Message::new("tell-greeting").with("business", Value::Text(name.to_owned())))
}

/// What callers hear on the way to who answers in a queue.
fn connected(language: Language, who: &str) -> Option<String> {
    let reason = Value::Word("matter".to_owned());
    let message = Message::new("tell-connecting-to").with("reason", reason);
    said(language, &message.with("place", Value::Text(who.to_owned())))
}

/// A standard message in which no day is said.
fn said(language: Language, message: &Message) -> Option<String> {
    let manner = Manner::new(date(2026, 3, 2));
    let speech = say(language, message, Part::Main, &manner).ok()?;
    Some(speech.text().to_owned())
}

fn remarks(
    of: &str,
    language: Language,
    text: &str,
    at: &Range<usize>,
    findings: &mut Vec<Finding>,
) {
    findings.extend(check_own(language, text).into_iter().map(|it| Finding {
        rule: it.rule,
        severity: it.rule.severity(),
        told: it.told,
        hint: it.hint,
        of: of.to_owned(),
        at: at.clone(),
    }));
}

/// What is wrong with an experiment: the message is not there, or has no second wording.
fn compared(message: &str, at: Range<usize>, checked: &Checked) -> Option<Finding> {
    let has = |name: &str| checked.samples.iter().any(|it| it.message == name);
    let second = format!("{message}.arm-b");
    let (rule, told, hint) = if !has(message) {
        (Rule::Missing, format!("there is no message `{message}`"), None)
    } else if !has(&second) {
        let hint = format!("add the attribute `.arm-b` to `{message}`");
        (Rule::Attribute, format!("`{message}` has no second wording to compare"), Some(hint))
    } else {
        return None;
    };
    let of = "experiments.message".to_owned();
    Some(Finding { rule, severity: rule.severity(), told, hint, of, at })
}
