//! Who works in the clinic, and which of them a caller means.

mod specialty;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use language::numbers::is_number;
use language::said::Said;
use language::text::tokens;
use language::words::{one_slip_apart, weight};
use serde::{Deserialize, Serialize};
use wording::{Language, Value};

use self::specialty::specialty;
use crate::business::{Doctor, DoctorId, Specialty};
use crate::slot::Slot;
use crate::task::Answer;

/// Most doctors that are kept between turns; they take about 1 kB of the session.
pub(super) const MOST_KEPT: usize = 24;

/// Most doctors whose names are told one after the other: more take longer than ten seconds to say.
pub(super) const MOST_TOLD: usize = 5;

/// Ways of saying that it does not matter who.
const ANYONE: &[&str] = &[
    "anyone",
    "anybody",
    "any doctor",
    "any of them",
    "whoever",
    "no preference",
    "either one",
    "either",
    "does not matter",
    "do not mind",
    "do not care",
    "first available doctor",
    "cualquiera",
    "cualquier medico",
    "cualquier doctor",
    "quien sea",
    "el que sea",
    "la que sea",
    "el que este libre",
    "me da igual",
    "da lo mismo",
    "no importa",
    "sin preferencia",
];

/// Ways of saying that it is to be somebody else.
const SOMEBODY_ELSE: &[&str] = &[
    "another doctor",
    "other doctor",
    "different doctor",
    "someone else",
    "somebody else",
    "otro medico",
    "otra medica",
    "otro doctor",
    "otra doctora",
    "alguien mas",
    "otra persona",
];

/// Words before a name, which are no part of it.
const TITLES: &[&str] =
    &["dr", "dra", "doctor", "doctora", "md", "prof", "professor", "profesor", "profesora"];

/// What stands behind "doctor" and is no name.
const NO_NAMES: &[&str] = &[
    "and",
    "appointment",
    "as",
    "at",
    "for",
    "from",
    "in",
    "is",
    "it",
    "next",
    "of",
    "on",
    "or",
    "please",
    "soon",
    "that",
    "the",
    "this",
    "to",
    "today",
    "tomorrow",
    "visit",
    "who",
    "with",
    "about",
    "again",
    "asap",
    "available",
    "because",
    "free",
    "near",
    "quickly",
    "right",
    "urgently",
    "a",
    "cerca",
    "de",
    "dice",
    "dijo",
    "del",
    "disponible",
    "el",
    "en",
    "es",
    "hoy",
    "la",
    "lo",
    "los",
    "mañana",
    "para",
    "por",
    "porque",
    "pronto",
    "que",
    "sobre",
    "urgente",
    "y",
];

/// What stands before "doctor" when no name follows.
const ANY_OF_THEM: &[&str] = &[
    "a",
    "any",
    "another",
    "my",
    "other",
    "some",
    "the",
    "un",
    "una",
    "algun",
    "alguna",
    "cualquier",
    "mi",
    "ningun",
    "otro",
    "otra",
];

/// Those who work in the clinic, as far as the call needs them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub(super) struct Roster {
    pub(super) doctors: Vec<Doctor>,
    /// Whether these are all.
    pub(super) complete: bool,
}

/// A roster as it is stored: without the names of fields, since a session has to stay small.
///
/// Names as languages say them are in the order of the doctors, and empty where there is none.
#[derive(Clone, Serialize, Deserialize)]
struct Kept(Vec<(String, String, String)>, bool, #[serde(default)] BTreeMap<Language, Vec<String>>);

impl From<Roster> for Kept {
    fn from(roster: Roster) -> Self {
        let mut spoken = BTreeMap::new();
        for language in Language::ALL {
            let of = |it: &Doctor| it.spoken.get(&language).cloned().unwrap_or_default();
            let names: Vec<String> = roster.doctors.iter().map(of).collect();
            if names.iter().any(|it| !it.is_empty()) {
                spoken.insert(language, names);
            }
        }
        let doctors =
            roster.doctors.into_iter().map(|it| (it.id.into(), it.name, it.specialty.into()));
        Self(doctors.collect(), roster.complete, spoken)
    }
}

impl From<Kept> for Roster {
    fn from(Kept(doctors, complete, spoken): Kept) -> Self {
        let spoken_at = |at: usize| {
            let named = |(language, names): (&Language, &Vec<String>)| {
                let name = names.get(at).filter(|it| !it.is_empty())?;
                Some((*language, name.clone()))
            };
            spoken.iter().filter_map(named).collect()
        };
        // What is no doctor any more is left out, and the session goes on.
        let doctor = |(at, (id, name, specialty)): (usize, (String, String, String))| {
            let (id, specialty) = (id.try_into().ok()?, specialty.try_into().ok()?);
            Some(Doctor { id, name, spoken: spoken_at(at), specialty })
        };
        Self { doctors: doctors.into_iter().enumerate().filter_map(doctor).collect(), complete }
    }
}

/// Whom a caller means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant {
    /// This one.
    One(DoctorId),
    /// One of these, who have the same name.
    OneOf(Vec<DoctorId>),
    /// Somebody who does this. `own` when the caller has one: "my cardiologist".
    Specialty { specialty: Specialty, own: bool },
    /// It does not matter.
    Anyone,
    /// Somebody else than the one under discussion.
    SomebodyElse,
    /// Somebody who is not here.
    Stranger,
    /// Somebody who does what nobody here does.
    NoSpecialty,
}

impl Roster {
    /// As much of a roster as is kept: those of the lowest rank first.
    pub(super) fn keeping(mut all: Vec<Doctor>, rank: impl Fn(&DoctorId) -> u8) -> Self {
        let complete = all.len() <= MOST_KEPT;
        if !complete {
            all.sort_by_cached_key(|it| rank(&it.id));
            all.truncate(MOST_KEPT);
        }
        Self { doctors: all, complete }
    }

    /// The doctor with an id.
    pub(super) fn get(&self, id: &DoctorId) -> Option<&Doctor> {
        self.doctors.iter().find(|it| it.id == *id)
    }

    /// The name of a doctor as it is spoken; the short name when the records have no other.
    pub(super) fn name(&self, id: &DoctorId) -> Value {
        self.get(id).map_or_else(|| Value::Text(id.as_str().to_owned()), name)
    }

    /// Those who do something.
    pub(super) fn who_do<'a>(
        &'a self,
        specialty: &'a Specialty,
    ) -> impl Iterator<Item = &'a Doctor> {
        self.doctors.iter().filter(move |it| it.specialty == *specialty)
    }

    /// The names of everybody; `None` when they are too many to be told.
    pub(super) fn names(&self) -> Option<Value> {
        let tell = self.complete && (1..=MOST_TOLD).contains(&self.doctors.len());
        tell.then(|| Value::All(self.doctors.iter().map(name).collect()))
    }

    /// Whom an answer names. A name that nearly fits is taken only when `asked` for a name, or when
    /// recognition takes it for one: whoever it is, is read back.
    pub(super) fn meant(&self, answer: &Answer<'_>, said: &Said<'_>, asked: bool) -> Option<Meant> {
        if said.has_any(SOMEBODY_ELSE) {
            return Some(Meant::SomebodyElse);
        }
        let slot = answer.slots.get(&Slot::Doctor).map(|it| words_of(it, said.language()));
        let words: Vec<String> = said.tokens().iter().map(|it| unaccented(&it.text)).collect();
        let heard = |range: Range<usize>| !said.is_refused(&range);
        let by_words = self.by_name(&words, &heard, asked || slot.is_some());
        let by_name = by_words.or_else(|| {
            let slot = slot.as_ref().filter(|it| said.find(&it.join(" ")).is_none_or(heard))?;
            let by_id = self.doctors.iter().find(|it| [it.id.as_str()] == slot[..]);
            by_id
                .map(|it| Meant::One(it.id.clone()))
                .or_else(|| self.by_name(slot, &|_| true, true))
        });
        if by_name.is_some() {
            return by_name;
        }
        if let Some((key, own)) = specialty(said, slot.as_deref()) {
            let specialty: Specialty = key.parse().ok()?;
            let is_here = !self.complete || self.who_do(&specialty).next().is_some();
            return Some(if is_here {
                Meant::Specialty { specialty, own }
            } else {
                Meant::NoSpecialty
            });
        }
        let is_anyone = |it: &&str| *it == "anyone";
        let by_slot =
            slot.as_ref().is_some_and(|it| it.iter().map(String::as_str).any(|it| is_anyone(&it)));
        if by_slot
            || (asked && said.has_any(ANYONE))
            || said.has_any(&["any doctor", "cualquier medico"])
        {
            return Some(Meant::Anyone);
        }
        (slot.is_some() || names_stranger(said)).then_some(Meant::Stranger)
    }

    /// Whose name stands among words and is not refused.
    fn by_name(
        &self,
        words: &[String],
        heard: &dyn Fn(Range<usize>) -> bool,
        near: bool,
    ) -> Option<Meant> {
        let hits = |same: &dyn Fn(&str, &str) -> bool| -> Vec<&Doctor> {
            let named = |doctor: &&Doctor| {
                let name = words_of(&doctor.name, language::Language::English);
                let last = name.last().map(String::as_str).unwrap_or_default();
                let mut places = words.iter().enumerate().filter(|(_, word)| same(word, last));
                !last.is_empty() && places.any(|(at, _)| heard(at..at.saturating_add(1)))
            };
            self.doctors.iter().filter(named).collect()
        };
        let mut found = hits(&|word, name| word == name);
        if found.is_empty() && near {
            found = hits(&one_slip_apart);
        }
        if found.len() > 1 {
            // Two of a name are told apart by their first names.
            let first = |doctor: &&&Doctor| {
                let name = words_of(&doctor.name, language::Language::English);
                name.split_last()
                    .is_some_and(|(_, first)| first.iter().any(|it| words.contains(it)))
            };
            if let [only] = found.iter().filter(first).collect::<Vec<_>>()[..] {
                return Some(Meant::One(only.id.clone()));
            }
        }
        match &found[..] {
            [] => None,
            [only] => Some(Meant::One(only.id.clone())),
            several => Some(Meant::OneOf(several.iter().map(|it| it.id.clone()).collect())),
        }
    }
}

/// A name as every language says it.
fn name(doctor: &Doctor) -> Value {
    if doctor.spoken.is_empty() {
        return Value::Text(doctor.name.clone());
    }
    Value::Name { text: doctor.name.clone(), spoken: doctor.spoken.clone() }
}

/// The words of a name without titles, in plain form and without accents, which transcripts leave out.
fn words_of(text: &str, language: language::Language) -> Vec<String> {
    let plain = tokens(text, language).into_iter().map(|it| unaccented(&it.text));
    plain.filter(|it| !TITLES.contains(&it.as_str())).collect()
}

fn unaccented(word: &str) -> String {
    let plain = |it: char| match it {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        it => it,
    };
    word.chars().map(plain).collect()
}

/// Whether somebody is named by "doctor" and a name behind it: a word that is neither a day nor a time nor
/// one of those that any sentence has, and no "a" before it, since nobody asks for "a doctor Smith".
fn names_stranger(said: &Said<'_>) -> bool {
    let language = said.language();
    let days = said.days().into_iter().map(|it| it.words);
    let taken: Vec<Range<usize>> =
        days.chain(said.times().into_iter().map(|it| it.words)).collect();
    let may_be_name = |at: usize| {
        said.tokens().get(at).is_some_and(|it| {
            weight(&it.text, language).is_content()
                && it.text.chars().all(char::is_alphabetic)
                && !NO_NAMES.contains(&it.text.as_str())
                && !TITLES.contains(&it.text.as_str())
                && !is_number(&it.text, language)
                && !taken.iter().any(|place| place.contains(&at))
        })
    };
    said.tokens().iter().enumerate().any(|(at, token)| {
        let before = at.checked_sub(1).and_then(|it| said.tokens().get(it));
        matches!(token.text.as_str(), "dr" | "dra" | "doctor" | "doctora")
            && before.is_none_or(|it| !ANY_OF_THEM.contains(&it.text.as_str()))
            && at.checked_add(1).is_some_and(may_be_name)
    })
}
