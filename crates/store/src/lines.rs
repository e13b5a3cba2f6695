//! Lines in memory.

use std::sync::Arc;

use aws_events::E164;
use jiff::{SignedDuration, Timestamp};
use line::Line;

use crate::{Cache, StoreError, Table};

/// How long a line is believed without looking again.
const BELIEVED: SignedDuration = SignedDuration::from_secs(60);

/// Lines by dialled number, each read at most once a minute in the life of an environment.
///
/// That there is no line of a number is remembered as well. A line that cannot be read any more is served
/// as it was: a change that comes late is better than a line that nobody knows.
#[derive(Debug)]
pub struct Lines {
    table: Table,
    read: Cache<E164, Option<Arc<Line>>>,
}

/// What is known of the line of a number without reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// The number has this line.
    Line(Arc<Line>),
    /// The number has no line.
    NoLine,
    /// It was not read within the last minute.
    Nothing,
}

impl Lines {
    /// The lines of a table. Nothing is read yet.
    pub fn new(table: Table) -> Self {
        Self { table, read: Cache::default() }
    }

    /// What is known of the line of a number without reading.
    pub fn known(&self, number: &E164, now: Timestamp) -> Known {
        match self.read.get(number, now, BELIEVED) {
            Some(Some(line)) => Known::Line(line),
            Some(None) => Known::NoLine,
            None => Known::Nothing,
        }
    }

    /// The line of a number; `None` when there is none.
    ///
    /// At most one read a minute and number, see [`Table::line`].
    ///
    /// # Errors
    ///
    /// [`StoreError`] when the table cannot be read and nothing is known from before.
    pub async fn line(
        &self,
        number: &E164,
        now: Timestamp,
    ) -> Result<Option<Arc<Line>>, StoreError> {
        match self.known(number, now) {
            Known::Line(line) => return Ok(Some(line)),
            Known::NoLine => return Ok(None),
            Known::Nothing => {}
        }
        match self.table.line(number).await {
            Ok(stored) => {
                let line = stored.map(|it| Arc::new(it.line));
                self.read.keep(number.clone(), now, line.clone());
                Ok(line)
            }
            Err(error) => self.read.last(number).ok_or(error),
        }
    }
}
