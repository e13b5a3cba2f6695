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

/// Most ways to say one pattern that are all tried.
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
        let say = |choice: &BTreeMap<&'s str, Value>, without: Option<&str>| {
            let mut message = Message { id: entry.id.to_owned().into(), values: BTreeMap::new() };
            for (name, it) in declared.into_iter().flatten() {
                if without != Some(*name) {
                    let value = choice.get(name).unwrap_or(&it.sample);
                    message.values.insert((*name).to_owned().into(), value.clone());
                }
            }
            say_pattern(self.catalog, self.language, &message, which, &manner)
        };
        let mut find = |told: String| {
            let finding = pattern_finding(Rule::Unspeakable, self.reading, entry, pattern, told);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        };
        let choices = self.choices(entry, pattern, declared);
        let mut heard = BTreeSet::new();
        for choice in &choices {
            match say(choice, None) {
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
                Err(error) => find(error.to_string()),
            }
        }
        // A value may be missing beside some of the words that are chosen by, which nothing declares, but
        // there must be such words.
        let optional = declared.into_iter().flatten().filter(|(_, it)| it.is_optional);
        for (name, _) in optional {
            let is_said = |choice| say(choice, None).is_ok();
            let is_needed = |choice| say(choice, Some(*name)).is_err();
            if choices.iter().all(|it| is_said(it) && is_needed(it)) {
                find(format!("`{name}` may be missing, and nothing is said without it"));
            }
        }
    }

    /// The combinations of values that the pattern chooses by which are tried.
    fn choices(
        &self,
        entry: &Entry<'s>,
        pattern: &Named<'s>,
        declared: Option<&BTreeMap<&'s str, Declared<'s>>>,
    ) -> Vec<BTreeMap<&'s str, Value>> {
        let mut chosen: BTreeMap<&'s str, Vec<Value>> = BTreeMap::new();
        for it in self.index.all(entry.id, pattern.attribute) {
            let Use::Chosen(name, _) = it else { continue };
            let Some(declared) = declared.and_then(|it| it.get(name)) else { continue };
            let values = match &declared.kind {
                Kind::Word(words) => words.iter().map(|it| Value::Word((*it).to_owned())).collect(),
                // Zero, one and many: what plural rules tell apart.
                Kind::Number => [0, 1, 3].map(Value::Number).to_vec(),
                _ => continue,
            };
            chosen.insert(*name, values);
        }
        combinations(&chosen)
    }
}

/// Every combination of these values; of too many, those in which each value stands beside the first of
/// the others, and those in which all of them go on at once.
fn combinations<'s>(chosen: &BTreeMap<&'s str, Vec<Value>>) -> Vec<BTreeMap<&'s str, Value>> {
    let count = chosen.values().try_fold(1_usize, |count, it| count.checked_mul(it.len()));
    if count.is_some_and(|it| it <= MAX_WAYS) {
        return chosen.iter().fold(vec![BTreeMap::new()], |choices, (name, values)| {
            let with = |choice: &BTreeMap<&'s str, Value>, value: &Value| {
                let mut choice = choice.clone();
                choice.insert(*name, value.clone());
                choice
            };
            let every = |it| values.iter().map(move |value| (it, value));
            choices.iter().flat_map(every).map(|(choice, value)| with(choice, value)).collect()
        });
    }
    let nth = |at: usize| {
        let value = |values: &Vec<Value>| values.iter().cycle().nth(at).cloned();
        chosen.iter().filter_map(move |(name, it)| Some((*name, value(it)?))).collect()
    };
    let first: BTreeMap<&'s str, Value> = nth(0);
    let beside = chosen.iter().flat_map(|(name, values)| {
        values.iter().map(|value| {
            let mut choice = first.clone();
            choice.insert(*name, value.clone());
            choice
        })
    });
    let most = chosen.values().map(Vec::len).max().unwrap_or_default();
    beside.chain((0..most).map(nth)).collect()
}

fn told(name: &str, value: &Value) -> String {
    match value {
        Value::Word(word) => format!("{name}={word}"),
        Value::Number(number) => format!("{name}={number}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(count: usize) -> Vec<Value> {
        (0..count).map(|it| Value::Word(it.to_string())).collect()
    }

    #[test]
    fn every_combination_is_tried_and_of_too_many_every_value() {
        assert_eq!(combinations(&BTreeMap::new()), [BTreeMap::new()]);
        let few = combinations(&[("a", words(20)), ("b", words(10))].into());
        assert_eq!(few.len(), MAX_WAYS);
        let is_new = |(at, it)| !few.iter().take(at).any(|earlier| earlier == it);
        assert!(few.iter().enumerate().all(is_new));
        let chosen = [("a", words(21)), ("b", words(10)), ("c", words(2))].into();
        let many = combinations(&chosen);
        assert_eq!(many.len(), 21 + 10 + 2 + 21);
        for (name, values) in &chosen {
            for value in values {
                assert!(many.iter().any(|it| it.get(name) == Some(value)), "{name}");
            }
        }
        assert!(many.iter().all(|it| it.len() == chosen.len()));
    }
}
