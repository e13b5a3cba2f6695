//! Every wording of every message, said with sample values.

use std::collections::{BTreeMap, BTreeSet};

use super::declare::{Declared, Kind, TODAY};
use super::shape::pattern_finding;
use super::source::{Entry, Named, Reading};
use super::uses::{Index, Use};
use super::{Declarations, Finding, Rule, Sample, named};
use crate::catalog::{Catalog, Which};
use crate::say::say_pattern;
use crate::{Language, Manner, Message, Value};

/// Most ways to say one pattern that are tried.
const MAX_WAYS: usize = 200;

/// Says everything; what cannot be said becomes a finding.
pub(super) fn all(
    readings: &[Reading<'_>],
    declared: &Declarations<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Sample> {
    let mut samples = Vec::new();
    for language in Language::ALL {
        let own = || readings.iter().filter(|it| it.source.language == language);
        let catalog = Catalog::read(language, own().map(|it| it.source.text.as_str()));
        let index = Index::new(own());
        for reading in own() {
            for entry in reading.entries.iter().filter(|it| !it.is_part()) {
                for pattern in &entry.patterns {
                    let says = Saying { language, catalog: &catalog, index: &index, reading };
                    let values = declared.get(entry.id);
                    says.pattern(entry, pattern, values, &mut samples, findings);
                }
            }
        }
    }
    samples.sort_by_key(|it: &Sample| it.file);
    samples
}

/// What is the same for all messages of a file.
struct Saying<'a, 's> {
    language: Language,
    catalog: &'a Catalog,
    index: &'a Index<'s>,
    reading: &'a Reading<'s>,
}

impl<'s> Saying<'_, 's> {
    fn pattern(
        &self,
        entry: &Entry<'s>,
        pattern: &Named<'s>,
        declared: Option<&BTreeMap<&'s str, Declared<'s>>>,
        samples: &mut Vec<Sample>,
        findings: &mut Vec<Finding>,
    ) {
        let which = pattern.attribute.map_or(Which::Value, Which::Attribute);
        let manner = Manner::new(TODAY);
        let mut heard = BTreeSet::new();
        for choice in self.choices(entry, pattern, declared) {
            let mut message = Message { id: entry.id.to_owned().into(), values: BTreeMap::new() };
            for (name, it) in declared.into_iter().flatten() {
                let value = choice.get(name).unwrap_or(&it.sample);
                message.values.insert((*name).to_owned().into(), value.clone());
            }
            let said = say_pattern(self.catalog, self.language, &message, which, &manner);
            match said {
                Ok(speech) => {
                    if !pattern.only_refers() && heard.insert(speech.document()) {
                        let choices = choice.iter().map(|(name, value)| told(name, value));
                        samples.push(Sample {
                            file: self.reading.file,
                            message: named(entry.id, pattern.attribute),
                            choices: choices.collect(),
                            speech,
                        });
                    }
                }
                Err(error) => {
                    let told = error.to_string();
                    let finding =
                        pattern_finding(Rule::Unspeakable, self.reading, entry, pattern, told);
                    if !findings.contains(&finding) {
                        findings.push(finding);
                    }
                }
            }
        }
    }

    /// Every combination of values that the pattern chooses by.
    fn choices(
        &self,
        entry: &Entry<'s>,
        pattern: &Named<'s>,
        declared: Option<&BTreeMap<&'s str, Declared<'s>>>,
    ) -> Vec<BTreeMap<&'s str, Value>> {
        let mut chosen = BTreeSet::new();
        for it in self.index.all(entry.id, pattern.attribute) {
            if let Use::Chosen(name, _) = it {
                chosen.insert(*name);
            }
        }
        let mut choices = vec![BTreeMap::new()];
        for name in chosen {
            let Some(declared) = declared.and_then(|it| it.get(name)) else { continue };
            let values: Vec<_> = match &declared.kind {
                Kind::Word(words) => words.iter().map(|it| Value::Word((*it).to_owned())).collect(),
                // Zero, one and many: what plural rules tell apart.
                Kind::Number => [0, 1, 3].map(Value::Number).to_vec(),
                _ => continue,
            };
            let with = |choice: &BTreeMap<&'s str, Value>| {
                let choice = choice.clone();
                values.clone().into_iter().map(move |value| {
                    let mut choice = choice.clone();
                    choice.insert(name, value);
                    choice
                })
            };
            choices = choices.iter().flat_map(with).take(MAX_WAYS).collect();
        }
        choices
    }
}

fn told(name: &str, value: &Value) -> String {
    match value {
        Value::Word(word) => format!("{name}={word}"),
        Value::Number(number) => format!("{name}={number}"),
        _ => name.to_owned(),
    }
}
