//! What the business decides: recording, retention, memory, and the rules of its scenarios.

use std::collections::{BTreeMap, BTreeSet};

use wording::Currency;

use super::document::{Faults, Table, Value};
use super::{Names, each, people, short_name, spoken};
use crate::{
    BankRules, Directory, Experiment, Memory, PaymentMethod, Payments, Profile, Recording,
    RecordingMode, Retention, Scenario,
};

pub(super) fn recording(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Recording {
    const MODES: &[(&str, RecordingMode)] = &[
        ("opt-out", RecordingMode::OptOut),
        ("opt-in", RecordingMode::OptIn),
        ("off", RecordingMode::Off),
    ];
    let mut section = table.section("recording", faults);
    let mode = section.get("mode").and_then(|it| it.one_of(faults, MODES));
    section.end(faults);
    Recording { mode: mode.unwrap_or_default() }
}

pub(super) fn retention(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Retention {
    let mut section = table.section("retention", faults);
    let days = section.get("records-days").and_then(|it| it.whole(faults, (1, 3650), " of days"));
    section.end(faults);
    days.map_or_else(Retention::default, |records_days| Retention { records_days })
}

pub(super) fn memory(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Memory {
    let mut section = table.section("memory", faults);
    let returning = section.get("returning-callers").and_then(|it| it.flag(faults));
    section.end(faults);
    Memory { returning_callers: returning.unwrap_or_default() }
}

pub(super) fn directory(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Directory {
    const DIRECTORIES: &[(&str, Directory)] =
        &[("dynamodb", Directory::Dynamodb), ("http", Directory::Http)];
    let value = table.get("directory");
    value.and_then(|it| it.one_of(faults, DIRECTORIES)).unwrap_or_default()
}

pub(super) fn bank(table: &mut Table<'_>, faults: &mut Faults<'_>) -> BankRules {
    let usual = BankRules::default();
    let mut section = table.section("bank", faults);
    let digits = section.get("account-digits");
    let digits = digits.and_then(|it| it.whole(faults, (4, 12), " of digits"));
    let tries = section.get("pin-tries").and_then(|it| it.whole(faults, (1, 10), ""));
    let minutes =
        section.get("lock-minutes").and_then(|it| it.whole(faults, (1, 1440), " of minutes"));
    let code = section.get("one-time-code").and_then(|it| it.flag(faults));
    section.end(faults);
    BankRules {
        account_digits: digits.unwrap_or(usual.account_digits),
        pin_tries: tries.unwrap_or(usual.pin_tries),
        lock_minutes: minutes.unwrap_or(usual.lock_minutes),
        one_time_code: code.unwrap_or(usual.one_time_code),
    }
}

pub(super) fn payments(table: &mut Table<'_>, faults: &mut Faults<'_>) -> Payments {
    const METHODS: &[(&str, PaymentMethod)] =
        &[("card-on-file", PaymentMethod::CardOnFile), ("link", PaymentMethod::Link)];
    const CURRENCIES: &[(&str, Currency)] =
        &[("USD", Currency::Usd), ("EUR", Currency::Eur), ("MXN", Currency::Mxn)];
    let usual = Payments::default();
    let mut section = table.section("payments", faults);
    let methods = section.get("methods").map(|value| {
        let allowed = "a list of ways to pay, the usual one first, such as [\"card-on-file\"]";
        let mut methods = Vec::new();
        for item in value.items(faults, allowed) {
            let Some(method) = item.one_of(faults, METHODS) else { continue };
            if methods.contains(&method) {
                faults.wrong(&item, "each way to pay once");
            }
            methods.push(method);
        }
        if value.shown() == "an empty list" {
            faults.wrong(&value, "at least one way to pay");
        }
        methods
    });
    let currency = section.get("currency").and_then(|it| it.one_of(faults, CURRENCIES));
    let digits = section.get("account-digits");
    let digits = digits.and_then(|it| it.whole(faults, (4, 12), " of digits"));
    section.end(faults);
    Payments {
        methods: methods.unwrap_or(usual.methods),
        currency: currency.unwrap_or(usual.currency),
        account_digits: digits.unwrap_or(usual.account_digits),
    }
}

/// Whose assistant answers, which the scenario needs and nothing else knows.
pub(super) fn profile(
    table: &mut Table<'_>,
    scenarios: &BTreeMap<Scenario, Value<'_>>,
    faults: &mut Faults<'_>,
) -> Option<Profile> {
    let Some(value) = table.get("profile") else {
        if let Some(scenario) = scenarios.get(&Scenario::Profile) {
            let allowed = "this scenario only with a table `[profile]` that names the person";
            faults.wrong(scenario, allowed);
        }
        return None;
    };
    if !scenarios.contains_key(&Scenario::Profile) {
        let allowed = "`[profile]` only with the scenario `profile` in `scenarios`";
        faults.wrong(&value, allowed);
    }
    let mut section = value.table(faults, "a table that names the person")?;
    let person = section.need("person", faults, "the person's name, as it is spoken");
    let person = person.and_then(|it| spoken::words(&it, spoken::NAME, faults));
    let linkedin = section.get("linkedin").and_then(|it| linkedin(&it, faults));
    let email = section.get("email").and_then(|it| people::email(&it, faults));
    section.end(faults);
    Some(Profile { person: person?, linkedin, email })
}

/// The address of a page on `LinkedIn`; it is sent as a link.
fn linkedin(value: &Value<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let allowed = "the address of a LinkedIn page, such as \"https://www.linkedin.com/in/maya\"";
    let text = value.text(faults, allowed)?;
    let page = ["https://www.linkedin.com/", "https://linkedin.com/"]
        .iter()
        .find_map(|it| text.strip_prefix(it));
    let fits = |it: char| it.is_ascii_graphic() && !"<>\"'`\\{}|^".contains(it);
    if !page.is_some_and(|it| !it.is_empty() && it.chars().all(fits)) {
        faults.wrong(value, allowed);
        return None;
    }
    Some(text.to_owned())
}

/// What an experiment is on: without a second wording, half of the callers would count as having heard it,
/// and of what is said beside the dialogue nobody records who heard which.
const MESSAGE: &str =
    "a message with an `.arm-b` that the dialogue says, such as `confirm-order-number`";

/// The experiments, each on a message of its own.
pub(super) fn experiments(
    table: &mut Table<'_>,
    names: Names<'_>,
    faults: &mut Faults<'_>,
) -> Vec<Experiment> {
    let mut seen = (BTreeSet::new(), BTreeSet::new());
    each(table, "experiments", "a list of experiments", faults, |table, faults| {
        let name = table.need("name", faults, "the short name of the experiment");
        let name = name.and_then(|it| {
            let name = short_name(&it, faults)?;
            if !seen.0.insert(name.to_owned()) {
                faults.wrong(&it, "each experiment once");
            }
            Some(name.to_owned())
        });
        let message = table.need("message", faults, "the name of a message");
        let message = message.and_then(|it| {
            let id = it.text(faults, "the name of a message")?;
            if !(names.has_second)(id) {
                faults.wrong(&it, MESSAGE);
            } else if !seen.1.insert(id.to_owned()) {
                faults.wrong(&it, "one experiment on each message");
            }
            Some(id.to_owned())
        });
        let allowed = "a whole number of callers in 100 from 0 to 100";
        let share = table.need("share", faults, allowed);
        let share = share.and_then(|it| it.whole(faults, (0, 100), " of callers in 100"));
        Some(Experiment { name: name?, message: message?, share: share? })
    })
}
