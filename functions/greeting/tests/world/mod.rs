//! What callers find: two lines, and a day.
#![allow(dead_code, clippy::allow_attributes, reason = "no test uses all of it")]

use jiff::Timestamp;
use line::Line;
use store::{StoredLine, Table};

/// ARN of the deployment's queue.
pub(crate) const QUEUE: &str = "arn:aws:connect:us-east-1:000000000000:instance/i/queue/support";

/// A Monday noon in New York.
pub(crate) fn now() -> Timestamp {
    "2026-03-02T17:00:00Z".parse().unwrap()
}

/// The line of numbers that have none.
pub(crate) fn basic() -> Line {
    Line::basic("Example Company", "America/New_York")
}

/// A shop that remembers its callers and speaks English first: the project's own.
pub(crate) fn shop() -> Line {
    let text = include_str!("../../../../lines/northwind.toml");
    Line::from_toml(text, "northwind", wording::knows).unwrap()
}

/// A clinic that speaks Spanish first, asks for recording, and has queues and an emergency of its own.
pub(crate) fn clinic() -> Line {
    let text = r#"
        name = "Clínica del Río"
        numbers = ["+12025550109"]
        time-zone = "America/New_York"
        languages = [{ language = "es-US", voice = "Lupe" }, { language = "en-US", voice = "Ruth" }]
        scenarios = ["clinic"]
        greeting.es-US = "Gracias por llamar a la Clínica del Río."
        recording.mode = "opt-in"
        retention.records-days = 30
        emergency.number = "+12025550192"
        [hours]
        monday = ["08:00-18:00"]
        [[queues]]
        name = "front-desk"
        arn = "arn:aws:connect:us-east-1:000000000000:instance/i/queue/front-desk"
        mailbox = "desk"
        [voicemail.desk]
    "#;
    Line::from_toml(text, "rio", wording::knows).unwrap()
}

/// Puts the lines into a table.
pub(crate) async fn put_lines(table: &Table) {
    for line in [shop(), clinic()] {
        for number in line.numbers.clone() {
            table.put_line(&StoredLine { number, line: line.clone(), version: 0 }).await.unwrap();
        }
    }
}
