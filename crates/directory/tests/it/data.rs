//! The records that seed the local line: each is what `RECORDS.md` says, under the key it says.
//!
//! Every record of `tests/data` is put into a table and asked for. A record with a wrong key is not
//! found, and one with a wrong attribute is no answer.

use std::path::Path;

use dialogue::business::{AppointmentNumber, DoctorId, Secret};
use dialogue::{Facts, Holder, Operation, PinCheck, Request, Wanted, WantedDoctor};
use directory::Caller;
use jiff::civil::DateTime;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use store::testing;

use crate::world::{World, at};

/// The file of records that nothing can be read from, for calls in which the records fail.
const UNREADABLE: &str = "unreadable.json";

/// Every record of the project's data, with the file it is in.
fn data() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    files.retain(|it| it.extension().is_some_and(|it| it == "json"));
    let mut all = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let list: Vec<Value> =
            serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        all.extend(list.into_iter().map(|it| (name.clone(), it)));
    }
    all
}

/// A field as whatever it is.
fn field<T: DeserializeOwned>(record: &Value, name: &str) -> T {
    serde_json::from_value(record[name].clone()).unwrap_or_else(|_| panic!("{name} of {record}"))
}

/// Whether the records of a line answer with a record.
async fn is_found(world: &World, record: &Value, caller: &Caller) -> bool {
    let ask = async |request: Request| world.ask(&request, caller).await;
    let account = || {
        let pk = record["pk"].as_str().unwrap();
        pk.split_once("#ACCOUNT#").unwrap().1.parse().unwrap()
    };
    match record["kind"].as_str().unwrap() {
        "order" => {
            matches!(ask(Request::Order(field(record, "number"))).await, Facts::Order(Some(_)))
        }
        "doctor" => {
            let Facts::Doctors(doctors) = ask(Request::Doctors).await else { return false };
            doctors.iter().any(|it| record["id"] == it.id.as_str())
        }
        "opening" => {
            let (doctor, at): (DoctorId, DateTime) = (field(record, "doctor"), field(record, "at"));
            let doctor = WantedDoctor::Doctor(doctor);
            let wanted = Wanted { doctor, from: at, near: Some(at), limit: 50 };
            let Facts::Openings(free) = ask(Request::Openings(wanted)).await else { return false };
            let is_offered = free.iter().any(|it| it.at == at);
            is_offered != (record["appointment"].is_string() || at <= caller.now.datetime())
        }
        "appointment" => {
            let number: AppointmentNumber = field(record, "number");
            let name = record["name"].as_str().map(str::to_owned);
            assert!(name.is_some(), "nobody can name the appointment");
            let holder = Holder::Appointment { number, name };
            let Facts::Appointments(found) = ask(Request::Appointments(holder)).await else {
                return false;
            };
            let is_to_come = field::<DateTime>(record, "at") > caller.now.datetime();
            found.len() == usize::from(is_to_come && record["state"] == "booked")
        }
        "billing-account" => matches!(ask(Request::Bill(account())).await, Facts::Bill(Some(_))),
        "invoice" => {
            let Facts::Bill(Some(bill)) = ask(Request::Bill(account())).await else { return false };
            let is_open = bill.invoices.iter().any(|it| record["number"] == it.number.as_str());
            is_open == (record["state"] == "open")
        }
        "bank-account" => {
            let request = Request::VerifyPin {
                account: account(),
                pin: Secret::new("no PIN"),
                tries: 10,
                lock_minutes: 1,
                operation: Operation(1),
            };
            let judged = matches!(
                ask(request).await,
                Facts::Pin(PinCheck::Wrong { .. } | PinCheck::Locked { .. })
            );
            judged && matches!(ask(Request::Balances(account())).await, Facts::Balances(Some(_)))
        }
        "transaction" => {
            let kind = field(record, "account_kind");
            let request = Request::Transactions { account: account(), kind, limit: 100 };
            let Facts::Transactions(found) = ask(request).await else { return false };
            found
                .iter()
                .any(|it| record["on"] == it.on.to_string() && record["with"] == it.with.as_str())
        }
        // What is read beside others, or written by the line; of other crates.
        _ => true,
    }
}

/// Whether looking up a record comes to nothing sure.
async fn is_out_of_reach(world: &World, record: &Value, caller: &Caller) -> bool {
    let pk = record["pk"].as_str().unwrap();
    let account = || pk.split_once("#ACCOUNT#").unwrap().1.parse().unwrap();
    let request = match record["kind"].as_str().unwrap() {
        "order" => Request::Order(field(record, "number")),
        "billing-account" => Request::Bill(account()),
        "bank-account" => Request::Balances(account()),
        "appointment" => Request::Appointments(Holder::Appointment {
            number: field(record, "number"),
            name: None,
        }),
        other => panic!("nobody looks up a `{other}` by itself"),
    };
    world.ask(&request, caller).await == Facts::Unavailable
}

/// Whether a record is an opening that a day off takes away.
fn is_on_holiday(data: &[(String, Value)], line: &str, record: &Value) -> bool {
    let holidays = data.iter().map(|it| &it.1).filter(|it| {
        it["kind"] == "holiday" && it["pk"] == format!("BUSINESS#{line}#DOCTORS").as_str()
    });
    let date = record["at"].as_str().and_then(|it| it.split('T').next());
    let takes_away = |it: &Value| {
        let theirs = it["doctors"].as_array();
        it["date"].as_str() == date && theirs.is_none_or(|them| them.contains(&record["doctor"]))
    };
    record["kind"] == "opening" && holidays.into_iter().any(takes_away)
}

#[tokio::test]
async fn every_seeded_record_is_found() {
    let data = data();
    assert!(!data.is_empty());
    let world = World::with(&[]).await;
    for (_, record) in &data {
        testing::put(&world.table, record).await.unwrap();
    }
    for (call, (file, record)) in (1..).zip(&data) {
        let key = record["pk"].as_str().unwrap();
        let Some(line) = key.strip_prefix("BUSINESS#").and_then(|it| it.split('#').next()) else {
            continue;
        };
        let now = at(call, "2026-03-02T10:00:00-05:00[America/New_York]");
        let caller = Caller { line: serde_json::from_value(json!(line)).unwrap(), ..now };
        if file == UNREADABLE {
            // There, and of no use to whoever looks them up.
            assert!(is_out_of_reach(&world, record, &caller).await, "{record}");
            continue;
        }
        let is_off = is_on_holiday(&data, line, record);
        assert!(is_off || is_found(&world, record, &caller).await, "{file}: {record}");
    }
}
