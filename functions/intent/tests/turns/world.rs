//! What a turn finds: the project's lines, the records of businesses, and a time.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use directory::{Pepper, Records, Settings};
use intent::{Classifiers, Invocation, World};
use line::Line;
use serde_json::Value;
use store::{Lines, StoredLine, Table, testing};
use tokio::time::Instant;
use tracing::Dispatch;
use tracing::subscriber::NoSubscriber;

/// The project's own lines.
const LINES: [&str; 4] = ["northwind", "riverside", "summit-energy", "harbor-bank"];
/// Records of the businesses behind them.
const RECORDS: [&str; 4] = ["bank", "clinic", "payments", "shop"];

/// The pepper of the local line, with which the PINs of `tests/data` are hashed.
pub(crate) const PEPPER: &str = "32UWKC50KLZCHBN27E0NH80WTSWTSJI805A7DDHSBD6HUV9DWU4BCGHRJAOWOLI8";

/// The queue of lines that name none.
pub(crate) const USUAL_QUEUE: &str =
    "arn:aws:connect:us-east-1:000000000000:instance/i/queue/usual";

/// Two logs that nobody reads. While a process has one log at most, tracing lets the first thread that
/// comes by an event decide for all threads whether it is ever logged, and a test that reads its log
/// would miss what another test without one came by first.
static UNREAD: LazyLock<[Dispatch; 2]> =
    LazyLock::new(|| [(); 2].map(|()| Dispatch::new(NoSubscriber::new())));

/// A table with lines and records.
pub(crate) async fn table() -> Table {
    LazyLock::force(&UNREAD);
    let table = testing::table().await.unwrap();
    let root = Path::new("../..");
    for id in LINES {
        let text = fs::read_to_string(root.join(format!("lines/{id}.toml"))).unwrap();
        let line = Line::from_toml(&text, id, wording::knows).unwrap();
        for number in line.numbers.clone() {
            table.put_line(&StoredLine { number, line: line.clone(), version: 0 }).await.unwrap();
        }
    }
    for name in RECORDS {
        put(&table, &root.join(format!("tests/data/{name}.json"))).await;
    }
    put(&table, Path::new("tests/records.json")).await;
    table
}

/// Puts the records of a file into a table.
async fn put(table: &Table, path: &Path) {
    let records: Vec<Value> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    for record in records {
        testing::put(table, &record).await.unwrap();
    }
}

/// What the businesses set.
pub(crate) fn settings() -> Settings {
    let payment_link = Some("https://pay.example.com/{token}".parse().unwrap());
    let pepper = PEPPER.parse::<Pepper>().unwrap();
    Settings { payment_link, pepper: Some(pepper.into()) }
}

/// A world whose calls and records are in one table, and whose lines are in another or the same.
pub(crate) fn world(table: &Table, lines: &Table) -> World {
    LazyLock::force(&UNREAD);
    let (client, name) = testing::parts(table);
    World {
        table: table.clone(),
        lines: Lines::new(lines.clone()),
        fallback: Arc::new(Line::basic("Northwind Outfitters", "America/New_York")),
        records: Records::new(client, name, settings()),
        api: None,
        classifiers: Classifiers::default(),
        queue: Some(USUAL_QUEUE.to_owned()),
    }
}

/// An invocation that has eight seconds. It is still 2 March in New York, already the 3rd in UTC.
pub(crate) fn invocation() -> Invocation {
    Invocation {
        now: "2026-03-03T04:59:00Z".parse().unwrap(),
        deadline: Instant::now() + Duration::from_secs(8),
        chance: 7,
    }
}
