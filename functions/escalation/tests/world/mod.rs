//! What callers find: a line with queues of its own, and one that is closed.

use line::Line;
use store::StoredLine;

/// ARN of the deployment's queue.
pub(crate) const SUPPORT: &str = "arn:aws:connect:us-east-1:000000000000:instance/i/queue/support";

/// A line that is open at noon, but not on the Tuesday after.
const OPEN: &str = r#"
    name = "Northwind"
    numbers = ["+12025550108"]
    time-zone = "America/New_York"
    languages = [{ language = "es-US", voice = "Lupe" }, { language = "en-US", voice = "Ruth" }]
    scenarios = ["shop"]
    retention.records-days = 30
    hours.monday = ["09:00-17:00"]
    [[queues]]
    name = "support"
    [[queues]]
    name = "returns"
    arn = "arn:aws:connect:us-east-1:000000000000:instance/i/queue/returns"
    mailbox = "returns"
    [voicemail.returns]
"#;

/// A line that keeps a holiday.
const CLOSED: &str = r#"
    name = "Riverside"
    numbers = ["+12025550109"]
    time-zone = "America/New_York"
    languages = [{ language = "en-US", voice = "Ruth" }]
    scenarios = []
    queues = [{ name = "desk" }]
    [hours]
    monday = ["09:00-17:00"]
    tuesday = ["09:00-17:00"]
    [[hours.holidays]]
    date = 2026-03-02
    name = "Founders' day"
"#;

/// The records of the lines.
pub(crate) fn lines() -> Vec<StoredLine> {
    [(OPEN, "northwind"), (CLOSED, "riverside")]
        .map(|(text, id)| {
            let line = Line::from_toml(text, id, |_| true).unwrap();
            let number = line.numbers.first().unwrap().clone();
            StoredLine { number, line, version: 0 }
        })
        .into()
}
