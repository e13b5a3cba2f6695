//! Reading a guide, and everything that can be wrong with one.

use std::collections::BTreeSet;

use serde::Deserialize;
use wording::Language;

use super::{Guide, Kind, Step, Symptom, Target};
use crate::business::Service;
use crate::scenario::phrases::Phrases;

/// What is wrong with a guide.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Fault {
    /// It is not TOML, or has a key that means nothing.
    #[error("not a guide: {0}")]
    Syntax(String),
    /// Bills are for people.
    #[error("`service` is `billing`, which no step mends")]
    Service,
    /// There is nothing in it.
    #[error("{place} has no {what}")]
    Nothing {
        /// Where.
        place: String,
        /// What is missing.
        what: &'static str,
    },
    /// A name is there twice.
    #[error("{place} has `{name}` twice")]
    Twice {
        /// Where.
        place: String,
        /// The name.
        name: String,
    },
    /// A step leads to none that comes later.
    #[error("`{key}` of {place} is `{found}`; it is a later step, `ticket` or `person`")]
    Leads {
        /// Where.
        place: String,
        /// Which answer.
        key: &'static str,
        /// What is written.
        found: String,
    },
    /// A step has no answer that it needs, or one that it does not have.
    #[error("{place} is a `{kind}` and {fault}")]
    Kind {
        /// Where.
        place: String,
        /// The kind.
        kind: &'static str,
        /// What is wrong with it.
        fault: &'static str,
    },
    /// No answer leads to a step.
    #[error("no answer leads to {place}")]
    Unreached {
        /// The step.
        place: String,
    },
}

impl Guide {
    /// Reads a guide.
    ///
    /// # Errors
    ///
    /// Every [`Fault`] of it.
    pub(crate) fn from_toml(text: &str) -> Result<Self, Vec<Fault>> {
        let wire: WireGuide =
            toml::from_str(text).map_err(|it| vec![Fault::Syntax(it.message().to_owned())])?;
        let mut faults = Vec::new();
        if wire.service == Service::Billing {
            faults.push(Fault::Service);
        }
        let place = "the guide".to_owned();
        if wire.symptoms.is_empty() {
            faults.push(Fault::Nothing { place: place.clone(), what: "symptoms" });
        }
        twice(&place, wire.symptoms.iter().map(|it| &it.name), &mut faults);
        let symptoms = wire.symptoms.into_iter().map(|it| it.read(&mut faults)).collect();
        let guide = Self { service: wire.service, ask_symptom: wire.ask_symptom, symptoms };
        if faults.is_empty() { Ok(guide) } else { Err(faults) }
    }
}

/// A guide as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WireGuide {
    service: Service,
    ask_symptom: String,
    #[serde(default)]
    symptoms: Vec<WireSymptom>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WireSymptom {
    name: String,
    hears: Phrases,
    #[serde(default)]
    hears_if_asked: Phrases,
    #[serde(default)]
    steps: Vec<WireStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WireStep {
    name: String,
    kind: WireKind,
    ask: String,
    yes: Option<String>,
    no: Option<String>,
    otherwise: Option<String>,
    cannot: String,
    #[serde(default)]
    hears_yes: Phrases,
    #[serde(default)]
    hears_no: Phrases,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum WireKind {
    Check,
    Fix,
}

impl WireSymptom {
    fn read(self, faults: &mut Vec<Fault>) -> Symptom {
        let place = format!("symptom `{}`", self.name);
        if self.steps.is_empty() {
            faults.push(Fault::Nothing { place: place.clone(), what: "steps" });
        }
        for language in Language::ALL {
            if self.hears.of(language).is_empty() {
                faults.push(Fault::Nothing { place: place.clone(), what: "words in a language" });
            }
        }
        twice(&place, self.steps.iter().map(|it| &it.name), faults);
        let names: Vec<String> = self.steps.iter().map(|it| it.name.clone()).collect();
        let mut steps = Vec::new();
        for (position, step) in self.steps.into_iter().enumerate() {
            let later = names.get(position.saturating_add(1)..).unwrap_or_default();
            steps.extend(step.read(&self.name, later, faults));
        }
        let symptom = Symptom {
            name: self.name,
            hears: self.hears,
            hears_if_asked: self.hears_if_asked,
            steps,
        };
        symptom.check_reached(faults);
        symptom
    }
}

impl WireStep {
    /// The step; `None` when it is of no kind.
    fn read(self, symptom: &str, later: &[String], faults: &mut Vec<Fault>) -> Option<Step> {
        let place = format!("step `{}` of symptom `{symptom}`", self.name);
        let mut target = |key: &'static str, found: &str| match found {
            "ticket" => Target::Ticket,
            "person" => Target::Person,
            _ => {
                if !later.iter().any(|it| it == found) {
                    let (place, found) = (place.clone(), found.to_owned());
                    faults.push(Fault::Leads { place, key, found });
                }
                Target::Step(found.to_owned())
            }
        };
        let cannot = target("cannot", &self.cannot);
        let kind = match (self.kind, self.yes, self.no, self.otherwise) {
            (WireKind::Check, Some(yes), Some(no), None) => Ok(Kind::Check {
                yes: target("yes", &yes),
                no: target("no", &no),
                hears_yes: self.hears_yes,
                hears_no: self.hears_no,
            }),
            (WireKind::Fix, None, None, Some(otherwise))
                if self.hears_yes.are_empty() && self.hears_no.are_empty() =>
            {
                Ok(Kind::Fix { otherwise: target("otherwise", &otherwise) })
            }
            (WireKind::Check, ..) => Err(("check", "needs `yes` and `no`, and no `otherwise`")),
            (WireKind::Fix, ..) => Err(("fix", "needs `otherwise`, and neither `yes` nor `no`")),
        };
        match kind {
            Ok(kind) => Some(Step { name: self.name, ask: self.ask, kind, cannot }),
            Err((kind, fault)) => {
                faults.push(Fault::Kind { place, kind, fault });
                None
            }
        }
    }
}

impl Symptom {
    fn check_reached(&self, faults: &mut Vec<Fault>) {
        let mut reached: BTreeSet<&str> =
            self.steps.first().map(|it| it.name.as_str()).into_iter().collect();
        for target in self.steps.iter().flat_map(Step::targets) {
            if let Target::Step(name) = target {
                reached.insert(name);
            }
        }
        for step in self.steps.iter().filter(|it| !reached.contains(it.name.as_str())) {
            let place = format!("step `{}` of symptom `{}`", step.name, self.name);
            faults.push(Fault::Unreached { place });
        }
    }
}

fn twice<'a>(place: &str, names: impl Iterator<Item = &'a String>, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            faults.push(Fault::Twice { place: place.to_owned(), name: name.clone() });
        }
    }
}
