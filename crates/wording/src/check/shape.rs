//! Rules that need nothing to be said: names, attributes, values, references, and whether languages
//! agree.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_syntax::unicode::unescape_unicode_to_string;

use super::declare::{self, Kind};
use super::source::{Entry, Named, Reading, place};
use super::uses::{Index, Use, of};
use super::{Declarations, Finding, REFERENCE, Rule, named};
use crate::Language;

/// What the names of messages begin with.
const PREFIXES: [&str; 10] = [
    "ask-",
    "confirm-",
    "offer-",
    "choose-",
    "tell-",
    "note-",
    "hand-over-",
    "text-",
    "summary-",
    "part-",
];

/// Attributes that a question is asked again with.
const REPROMPTS: [&str; 4] = ["unclear-1", "unclear-2", "silent-1", "silent-2"];

/// Functions that wording may call.
const FUNCTIONS: [&str; 3] = ["PAUSE", "SPELL", "TOGETHER"];

/// Whether a message is a question, by its name.
pub(super) fn is_question(id: &str) -> bool {
    ["ask-", "confirm-", "offer-", "choose-"].iter().any(|it| id.starts_with(it))
}

/// The declarations of all messages, and what is wrong with them.
pub(super) fn declarations<'s>(
    readings: &[Reading<'s>],
    findings: &mut Vec<Finding>,
) -> Declarations<'s> {
    let mut all = BTreeMap::new();
    for reading in readings.iter().filter(|it| it.source.language == REFERENCE) {
        for entry in &reading.entries {
            let (declared, faults) = declare::declarations(&entry.comment);
            for (line, told) in faults {
                let at = place(&reading.source.text, line);
                findings.push(finding(Rule::Declaration, reading, at, entry.id, told));
            }
            all.entry(entry.id).or_insert(declared);
        }
    }
    all
}

/// Checks all files.
pub(super) fn check(
    readings: &[Reading<'_>],
    declared: &Declarations<'_>,
    findings: &mut Vec<Finding>,
) {
    for reading in readings {
        for (at, told) in &reading.faults {
            let hint =
                "the rest of the entry is not read; see https://projectfluent.org/fluent/guide";
            findings.push(Finding {
                hint: Some(hint.to_owned()),
                ..finding(Rule::Syntax, reading, at.clone(), "", told.clone())
            });
        }
    }
    for language in Language::ALL {
        let own: Vec<_> = readings.iter().filter(|it| it.source.language == language).collect();
        let index = Index::new(own.iter().copied());
        let mut seen = BTreeMap::new();
        for (reading, entry) in own.iter().flat_map(|it| it.entries.iter().map(move |e| (*it, e))) {
            let name = (entry.id, entry.is_term);
            if let Some(first) = seen.get(&name) {
                let told = format!("`{}` is there twice, and that of {first} is said", entry.id);
                findings.push(finding(Rule::Twice, reading, entry.at.clone(), entry.id, told));
            } else {
                seen.insert(name, reading.source.name.as_str());
            }
            names(reading, entry, findings);
            values(reading, entry, &index, declared.get(entry.id), findings);
        }
    }
    agreement(readings, findings);
}

/// The name of a message, and those of its attributes.
fn names(reading: &Reading<'_>, entry: &Entry<'_>, findings: &mut Vec<Finding>) {
    let id = entry.id;
    if entry.is_term {
        return;
    }
    if !PREFIXES.iter().any(|it| id.starts_with(it)) {
        let told = format!("the name `{id}` does not say what the message is for");
        let hint = format!("begin it with one of {}", PREFIXES.join(", "));
        let finding = finding(Rule::Name, reading, entry.at.clone(), id, told);
        findings.push(Finding { hint: Some(hint), ..finding });
    }
    if entry.named(None).is_none() {
        let told = format!("`{id}` has attributes and no words of its own");
        findings.push(finding(Rule::Attribute, reading, entry.at.clone(), id, told));
    }
    let missing: Vec<_> = REPROMPTS
        .into_iter()
        .filter(|it| is_question(id) && entry.named(Some(it)).is_none())
        .collect();
    if !missing.is_empty() {
        let told =
            format!("the question `{id}` cannot be asked again: it lacks {}", missing.join(", "));
        findings.push(finding(Rule::Reprompts, reading, entry.at.clone(), id, told));
    }
    let mut variants = 1_usize;
    for it in &entry.patterns {
        let Some(name) = it.attribute else { continue };
        let told = if REPROMPTS.contains(&name) {
            if is_question(id) {
                continue;
            }
            format!("`{id}` is no question, so `.{name}` is never said")
        } else if let Some(n) = name.strip_prefix("variant-") {
            variants = variants.saturating_add(1);
            if n == variants.to_string() && variants <= 9 {
                continue;
            }
            format!("`.{name}` is never said: variants count up from 2 to 9")
        } else if name == "arm-b" {
            continue;
        } else {
            format!("`.{name}` is never said")
        };
        let hint =
            "attributes are unclear-1, unclear-2, silent-1, silent-2, variant-2 …, and arm-b";
        let finding =
            finding(Rule::Attribute, reading, it.at.clone(), &named(id, Some(name)), told);
        findings.push(Finding { hint: Some(hint.to_owned()), ..finding });
    }
}

/// The values that a message uses, what it does with them, and what else it refers to.
fn values<'s>(
    reading: &Reading<'s>,
    entry: &Entry<'s>,
    index: &Index<'s>,
    declared: Option<&BTreeMap<&'s str, declare::Declared<'s>>>,
    findings: &mut Vec<Finding>,
) {
    let none = BTreeMap::new();
    let declared = declared.unwrap_or(&none);
    let mut used = BTreeSet::new();
    for it in &entry.patterns {
        let values = index.values(entry.id, it.attribute);
        let tell = |rule, told| pattern_finding(rule, reading, entry, it, told);
        for name in values.iter().filter(|name| !declared.contains_key(**name)) {
            findings.push(Finding {
                hint: Some(format!(
                    "add a line `#   ${name} (Kind) what it is` to its comment in {REFERENCE}"
                )),
                ..tell(Rule::Values, format!("`${name}` is not declared"))
            });
        }
        used.extend(values);
        let is_read = ["text-", "summary-"].iter().any(|it| entry.id.starts_with(it));
        for used in of(&it.pattern) {
            if let Some((rule, told)) = misuse(&used, declared, index) {
                findings.push(tell(rule, told));
            }
            if let Use::Said(name) = used
                && is_read
                && declared.get(name).is_some_and(|it| it.kind == Kind::Digits)
            {
                let told = format!("`${name}` is written out as for a voice, digit by digit");
                let hint = Some(format!("write {{ TOGETHER(${name}) }}"));
                findings.push(Finding { hint, ..tell(Rule::Sentence, told) });
            }
        }
    }
    for name in declared.keys().filter(|name| !used.contains(**name)) {
        let told = format!("`${name}` is declared and not used");
        findings.push(finding(Rule::Values, reading, entry.at.clone(), entry.id, told));
    }
}

/// What is wrong with one thing that a pattern uses.
fn misuse(
    used: &Use<'_>,
    declared: &BTreeMap<&str, declare::Declared<'_>>,
    index: &Index<'_>,
) -> Option<(Rule, String)> {
    let kind = |name: &str| declared.get(name).map(|it| &it.kind);
    match used {
        Use::Said(name) if matches!(kind(name), Some(Kind::Word(_))) => {
            Some((Rule::Choice, format!("`${name}` is a word to choose by, and would be said")))
        }
        Use::Formed(name, function) => match (kind(name), *function) {
            (None | Some(Kind::Digits), _) | (Some(Kind::Text), "SPELL") => None,
            (Some(_), _) => {
                Some((Rule::Choice, format!("`{function}` cannot be done to `${name}`")))
            }
        },
        Use::Chosen(name, keys) => match kind(name) {
            Some(Kind::Word(words)) => {
                let key = keys.iter().find(|it| !words.contains(it))?;
                Some((
                    Rule::Choice,
                    format!("`${name}` is never `{key}`: it is one of {}", words.join(", ")),
                ))
            }
            None | Some(Kind::Number) => None,
            Some(_) => Some((
                Rule::Choice,
                format!("`${name}` cannot be chosen by: only words and numbers can"),
            )),
        },
        Use::ChosenOther => Some((
            Rule::Choice,
            "wording chooses by values only, which are words or numbers".to_owned(),
        )),
        Use::Message(id, attribute) if !index.has(id, *attribute) => {
            Some((Rule::Reference, format!("there is no `{}`", named(id, *attribute))))
        }
        Use::Term(id, attribute) if !index.has(id, *attribute) => {
            Some((Rule::Reference, format!("there is no `-{}`", named(id, *attribute))))
        }
        Use::Function(name) if !FUNCTIONS.contains(name) => Some((
            Rule::Reference,
            format!("there is no function `{name}`: there are {}", FUNCTIONS.join(", ")),
        )),
        Use::Text(text) => markup(text).map(|what| (Rule::Markup, what)),
        Use::Literal(text) => {
            markup(&unescape_unicode_to_string(text)).map(|what| (Rule::Markup, what))
        }
        Use::Said(_) | Use::Message(..) | Use::Term(..) | Use::Function(_) => None,
    }
}

/// What in some text is no wording.
pub(super) fn markup(text: &str) -> Option<String> {
    if text.contains(['<', '>']) {
        return Some("tags would be read out: wording holds no markup".to_owned());
    }
    if ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"].iter().any(|it| text.contains(it)) {
        return Some("an escape would be read out: wording is written as it is".to_owned());
    }
    let odd = text.chars().find(|it| !it.is_whitespace() && !crate::piece::is_speakable(*it))?;
    Some(format!("the invisible character U+{:04X} is not wording", u32::from(odd)))
}

/// Whether all languages have the same messages, with the same attributes and values.
fn agreement(readings: &[Reading<'_>], findings: &mut Vec<Finding>) {
    let of = |language| {
        let own = readings.iter().filter(move |it| it.source.language == language);
        own.flat_map(|reading| reading.entries.iter().map(move |entry| (reading, entry)))
            .filter(|(_, entry)| !entry.is_term)
    };
    for (language, other) in [(Language::EnUs, Language::EsUs), (Language::EsUs, Language::EnUs)] {
        let index = Index::new(readings.iter().filter(|it| it.source.language == language));
        let there = Index::new(readings.iter().filter(|it| it.source.language == other));
        let others: BTreeMap<_, _> = of(other).map(|(_, it)| (it.id, it)).collect();
        for (reading, entry) in of(language) {
            let Some(twin) = others.get(entry.id) else {
                let told = format!("`{}` is missing in {other}", entry.id);
                findings.push(finding(Rule::Missing, reading, entry.at.clone(), entry.id, told));
                continue;
            };
            for it in &entry.patterns {
                let tell = |rule, told| pattern_finding(rule, reading, entry, it, told);
                let name = named(entry.id, it.attribute);
                if twin.named(it.attribute).is_none() {
                    findings.push(tell(Rule::Missing, format!("`{name}` is missing in {other}")));
                    continue;
                }
                let values = index.values(entry.id, it.attribute);
                let others = there.values(entry.id, it.attribute);
                for value in values.difference(&others) {
                    let told = format!("`${value}` is not used by `{name}` in {other}");
                    findings.push(tell(Rule::Values, told));
                }
            }
        }
    }
}

/// A finding at a pattern.
pub(super) fn pattern_finding(
    rule: Rule,
    reading: &Reading<'_>,
    entry: &Entry<'_>,
    pattern: &Named<'_>,
    told: String,
) -> Finding {
    let message = named(entry.id, pattern.attribute);
    finding(rule, reading, pattern.at.clone(), &message, told)
}

fn finding(
    rule: Rule,
    reading: &Reading<'_>,
    at: Range<usize>,
    message: &str,
    told: String,
) -> Finding {
    Finding { rule, file: reading.file, at, message: message.to_owned(), told, hint: None }
}
