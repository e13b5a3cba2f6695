//! A table of its own for each test, and callers.

use std::time::Duration;

use dialogue::{Facts, Request};
use directory::{Caller, Pepper, Records, Settings, perform};
use jiff::Zoned;
use serde_json::{Value, json};
use store::{CallerHash, CallerKey, Table, testing};
use tokio::time::Instant;

/// The number that calls.
pub(crate) const NUMBER: &str = "+12025550143";

/// What its PINs are hashed with.
pub(crate) fn pepper() -> Pepper {
    "a pepper".repeat(2).replace(' ', "-").parse().unwrap()
}

pub(crate) struct World {
    pub(crate) table: Table,
    pub(crate) records: Records,
}

impl World {
    /// A table with these records, whose keys are those of the line `test`.
    pub(crate) async fn with(items: &[Value]) -> Self {
        let table = testing::table().await.unwrap();
        for item in items {
            testing::put(&table, item).await.unwrap();
        }
        let (client, name) = testing::parts(&table);
        let settings = Settings {
            payment_link: Some("https://pay.example.com/{token}".parse().unwrap()),
            pepper: Some(pepper().into()),
        };
        Self { table, records: Records::new(client, name, settings) }
    }

    /// What the records answer.
    pub(crate) async fn ask(&self, request: &Request, caller: &Caller) -> Facts {
        perform(&self.records, request, caller).await
    }

    /// The stored items of a kind.
    pub(crate) async fn stored(&self, kind: &str) -> Vec<Value> {
        let items = testing::items(&self.table).await.unwrap();
        items.into_iter().filter(|it| it["kind"] == kind).collect()
    }
}

/// A caller at noon of Monday, March 2nd, in New York, in a call of a number of its own.
pub(crate) fn caller(call: u32) -> Caller {
    at(call, "2026-03-02T12:00:00-05:00[America/New_York]")
}

/// A caller at a time.
pub(crate) fn at(call: u32, now: &str) -> Caller {
    let number = NUMBER.parse().unwrap();
    Caller {
        line: serde_json::from_value(json!("test")).unwrap(),
        contact: format!("0a1b2c3d-0000-4000-8000-{call:012}").parse().unwrap(),
        hash: Some(hash(NUMBER)),
        number: Some(number),
        now: now.parse::<Zoned>().unwrap(),
        deadline: Instant::now() + Duration::from_secs(20),
        chance: u64::from(call),
    }
}

/// What stands for a number in keys.
pub(crate) fn hash(number: &str) -> CallerHash {
    CallerKey::new(&[7; 32]).unwrap().hash(&number.parse().unwrap())
}

/// An item of the line `test`.
pub(crate) fn item(kind: &str, pk: &str, sk: &str, fields: &Value) -> Value {
    let mut item = fields.clone();
    item["pk"] = json!(format!("BUSINESS#test#{pk}"));
    item["sk"] = json!(sk);
    item["kind"] = json!(kind);
    item["version"] = json!(1);
    item
}

/// The same item of another business in the same table.
pub(crate) fn elsewhere(mut item: Value) -> Value {
    let pk = item["pk"].as_str().unwrap().replace("BUSINESS#test#", "BUSINESS#other#");
    item["pk"] = json!(pk);
    item
}
