//! What the function works with, set up once in the life of an environment.

use std::sync::Arc;
use std::time::Duration;

use directory::{Api, Either, Records};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use lambda_runtime::Context;
use line::Line;
use store::{Lines, Table};
use tokio::time::Instant;

use crate::Classifiers;

/// What the function works with, set up once in the life of an environment.
#[derive(Debug)]
pub struct World {
    /// Calls, turns and texts.
    pub table: Table,
    /// The lines by dialled number.
    pub lines: Lines,
    /// The line of a number that has none of its own.
    pub fallback: Arc<Line>,
    /// The business's records in the table.
    pub records: Records,
    /// The business's own API; `None` when the deployment knows of none.
    pub api: Option<Api>,
    /// The second opinion.
    pub classifiers: Classifiers,
    /// ARN of the queue of lines that name none; `None` leaves it to the flows.
    pub queue: Option<String>,
}

impl World {
    /// Where a line has its records; `None` when that is nowhere, which is logged.
    pub(crate) fn directory(&self, line: &Line) -> Option<Either<'_>> {
        match Either::of(line.directory, &self.records, self.api.as_ref()) {
            Ok(directory) => Some(directory),
            Err(error) => {
                let code = error.code();
                tracing::error!(line = line.id.as_str(), code, "the line has no records");
                None
            }
        }
    }
}

/// What an invocation knows of itself.
#[derive(Debug, Clone, Copy)]
pub struct Invocation {
    /// When the event was sent, the same for each retry.
    pub now: Timestamp,
    /// When the function is ended.
    pub deadline: Instant,
    /// A number by chance.
    pub chance: u64,
}

impl From<&Context> for Invocation {
    fn from(context: &Context) -> Self {
        Self {
            now: wiring::invoked_at(context),
            deadline: wiring::deadline(context, TIME_LIMIT),
            chance: wiring::chance(context),
        }
    }
}

/// The function's time limit, which `infra/template.yaml` sets.
const TIME_LIMIT: Duration = Duration::from_secs(8);
/// Left to write the answer, however late.
const TO_ANSWER: Duration = Duration::from_millis(500);
/// Left to store a turn after the business's records were asked.
const TO_STORE: Duration = Duration::from_millis(1_500);

impl Invocation {
    /// When a turn must be taken.
    pub(crate) fn turn_ends(&self) -> Instant {
        earlier(self.deadline, TO_ANSWER)
    }

    /// When the business's records must have answered.
    pub(crate) fn records_end(&self) -> Instant {
        earlier(self.turn_ends(), TO_STORE)
    }
}

fn earlier(instant: Instant, by: Duration) -> Instant {
    instant.checked_sub(by).unwrap_or(instant)
}

/// Now, where a line is. A line whose time zone is not known any more is where UTC is.
pub(crate) fn local(line: &Line, now: Timestamp) -> jiff::Zoned {
    now.to_zoned(TimeZone::get(&line.time_zone).unwrap_or(TimeZone::UTC))
}
