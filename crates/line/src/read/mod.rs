//! Reads a line from TOML, and finds everything that is wrong with it.
//!
//! Each part of the file is read for what it can give, whatever is wrong with the others; a line comes
//! out only when nothing is.

mod broken;
mod business;
mod document;
mod hours;
mod people;
mod spoken;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use aws_events::E164;
use jiff::tz::TimeZone;
use toml::de::DeTable;
use wording::Language;

use crate::{Fault, Line, LineId, Scenario};
use document::{Faults, Table, Value, quoted};

/// Names that a line refers to and that are defined elsewhere.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// Whether the wording files have a message of that name in two wordings that can be compared.
    pub has_second: &'a dyn Fn(&str) -> bool,
    /// The intents of the bot, in order; `None` when they are not known, and any name is taken.
    pub intents: Option<&'a BTreeSet<String>>,
}

impl fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names").field("intents", &self.intents).finish_non_exhaustive()
    }
}

impl Line {
    /// Reads a line from the text of its file.
    ///
    /// `id` is the name of the file without its ending; `has_second` tells whether the wording files have a
    /// message of a name in two wordings that can be compared.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the file, in the order of its text.
    pub fn from_toml(
        text: &str,
        id: &str,
        has_second: impl Fn(&str) -> bool,
    ) -> Result<Self, Vec<Fault>> {
        Self::from_toml_with(text, id, Names { has_second: &has_second, intents: None })
    }

    /// Reads a line as [`Line::from_toml`] does, and checks the names of intents too.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the file, in the order of its text.
    pub fn from_toml_with(text: &str, id: &str, names: Names<'_>) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::new(text);
        let Some(readable) = broken::readable(text, &mut faults) else {
            return Err(faults.into_list());
        };
        // Whatever was wrong with it is covered up.
        let (document, _) = DeTable::parse_recoverable(&readable.text);
        let mut table = Table::new(String::new(), 0..0, document.get_ref());
        let line = line(&mut table, id, names, &mut faults);
        table.end(&mut faults);
        broken::uncover(text, &readable.covered, &mut faults);
        let faults = faults.into_list();
        if faults.is_empty() { Ok(line) } else { Err(faults) }
    }
}

/// The line, as far as it can be read.
fn line(table: &mut Table<'_>, id: &str, names: Names<'_>, faults: &mut Faults<'_>) -> Line {
    let parsed: Option<LineId> = id.parse().ok();
    if parsed.is_none() {
        let allowed = "1 to 32 lowercase letters, digits and hyphens before `.toml`";
        faults.add("", 0..0, format!("the file name {}", quoted(id)), allowed, None);
    }
    let name = table
        .need("name", faults, "the name of the business, as it is spoken")
        .and_then(|it| spoken::words(&it, spoken::NAME, faults));
    let numbers = numbers(table, faults);
    let time_zone = time_zone(table, faults);
    let languages = spoken::languages(table, faults);
    let speaks: Vec<Language> = languages.iter().map(|it| it.language).collect();
    let greeting = table
        .get("greeting")
        .map(|it| spoken::by_language(&it, &speaks, spoken::GREETING, faults))
        .unwrap_or_default();
    let scenarios = scenarios(table, faults);
    let hours = hours::hours(table, faults);
    let voicemail = people::voicemail(table, faults);
    let queues = people::queues(table, &speaks, &voicemail, names, faults);
    Line {
        // A line without an id is given out with a fault only, never as a line.
        id: parsed.unwrap_or_else(LineId::basic),
        name: name.unwrap_or_default(),
        numbers,
        time_zone,
        greeting,
        profile: business::profile(table, &scenarios, faults),
        scenarios: scenarios.into_keys().collect(),
        hours,
        queues,
        escalation: people::escalation(table, faults),
        emergency: people::emergency(table, &speaks, faults),
        languages,
        voicemail,
        recording: business::recording(table, faults),
        retention: business::retention(table, faults),
        memory: business::memory(table, faults),
        directory: business::directory(table, faults),
        bank: business::bank(table, faults),
        payments: business::payments(table, faults),
        experiments: business::experiments(table, names, faults),
    }
}

fn numbers(table: &mut Table<'_>, faults: &mut Faults<'_>) -> BTreeSet<E164> {
    let allowed = "a list of the numbers that callers dial, such as [\"+12025550100\"]";
    let Some(value) = table.need("numbers", faults, allowed) else { return BTreeSet::new() };
    let items = value.items(faults, allowed);
    if items.is_empty() && value.shown() == "an empty list" {
        faults.wrong(&value, "at least one number that callers dial");
    }
    let mut numbers = BTreeSet::new();
    for item in items {
        let Some(number) = number(&item, faults) else { continue };
        if !numbers.insert(number) {
            faults.wrong(&item, "each number once");
        }
    }
    numbers
}

/// A telephone number.
fn number(value: &Value<'_>, faults: &mut Faults<'_>) -> Option<E164> {
    let text = value.text(faults, "a number in E.164, such as \"+12025550100\"")?;
    let number = text.parse().ok();
    if number.is_none() {
        let allowed = "a number in E.164: `+`, the country code and the number, digits only";
        // Whoever writes a number with spaces or without the plus means this one.
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let is_whole = text.starts_with('+') || (digits.starts_with('1') && digits.len() == 11);
        let meant = Some(format!("+{digits}"));
        let meant = meant.filter(|it| is_whole && it.parse::<E164>().is_ok());
        faults.add(&value.key, value.span.clone(), value.shown(), allowed, meant);
    }
    number
}

fn time_zone(table: &mut Table<'_>, faults: &mut Faults<'_>) -> String {
    let allowed = "an IANA time zone, such as \"America/New_York\"";
    let Some(value) = table.need("time-zone", faults, allowed) else { return String::new() };
    let Some(name) = value.text(faults, allowed) else { return String::new() };
    // Zones are found whatever their case; the record has the name as IANA writes it.
    let zone = TimeZone::get(name).ok();
    let known = zone.as_ref().and_then(TimeZone::iana_name).filter(|it| *it == name);
    if known.is_none() {
        let zones: Vec<_> = jiff::tz::db().available().collect();
        // Abbreviations are like each other and mean nothing alike.
        let zones = zones.iter().map(jiff::tz::TimeZoneName::as_str).filter(|it| it.contains('/'));
        faults.unknown(&value, allowed, zones);
    }
    name.to_owned()
}

/// The scenarios, each with where it is.
fn scenarios<'d>(table: &mut Table<'d>, faults: &mut Faults<'_>) -> BTreeMap<Scenario, Value<'d>> {
    const SCENARIOS: &[(&str, Scenario)] = &[
        ("shop", Scenario::Shop),
        ("clinic", Scenario::Clinic),
        ("payments", Scenario::Payments),
        ("support", Scenario::Support),
        ("bank", Scenario::Bank),
        ("profile", Scenario::Profile),
    ];
    let allowed = "a list of what the line can do, such as [\"shop\"]; it may be empty";
    let Some(value) = table.need("scenarios", faults, allowed) else { return BTreeMap::new() };
    let mut scenarios = BTreeMap::new();
    for item in value.items(faults, allowed) {
        let Some(scenario) = item.one_of(faults, SCENARIOS) else { continue };
        match scenarios.entry(scenario) {
            Entry::Occupied(_) => faults.wrong(&item, "each scenario once"),
            Entry::Vacant(free) => {
                free.insert(item);
            }
        }
    }
    scenarios
}

/// An entry for each item of a list of tables.
fn each<'d, T>(
    table: &mut Table<'d>,
    name: &'static str,
    allowed: &str,
    faults: &mut Faults<'_>,
    mut read: impl FnMut(&mut Table<'d>, &mut Faults<'_>) -> Option<T>,
) -> Vec<T> {
    let items = table.get(name).map(|it| it.items(faults, allowed)).unwrap_or_default();
    let mut list = Vec::new();
    for item in items {
        let Some(mut table) = item.table(faults, "a table") else { continue };
        list.extend(read(&mut table, faults));
        table.end(faults);
    }
    list
}

/// The short name of something, such as a queue: what a mailbox may be called.
fn short_name<'d>(value: &Value<'d>, faults: &mut Faults<'_>) -> Option<&'d str> {
    let allowed = "1 to 32 lowercase letters, digits and hyphens";
    let name = value.text(faults, allowed)?;
    if name.parse::<LineId>().is_err() {
        faults.wrong(value, allowed);
        return None;
    }
    Some(name)
}
