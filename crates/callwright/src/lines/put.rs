//! Lines in the table of a deployment.

use ::line::Line;
use aws_config::BehaviorVersion;
use aws_events::E164;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use serde_json::Value;
use store::{SaveError, StoreError, StoredLine, Table};

/// Something that is done to the record of a number, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// The number.
    pub(crate) number: E164,
    /// Short name of the line that gets it or loses it.
    pub(crate) line: String,
    /// What is done.
    pub(crate) deed: Deed,
}

/// What is done to the record of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Deed {
    /// There was none.
    Added,
    /// It says something else than before, at these keys.
    Changed(Vec<String>),
    /// It was another line's.
    TakenFrom(String),
    /// It says what it said before.
    Same,
    /// The line has the number no more.
    Removed,
    /// The line has the number no more, and its record was left.
    Left,
}

impl Deed {
    /// Whether the record is another one afterwards.
    pub(crate) fn changes(&self) -> bool {
        !matches!(self, Self::Same | Self::Left)
    }
}

/// Why lines could not be put.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PutError {
    /// The table cannot be read.
    #[error("failed to read the table `{table}`")]
    Read {
        /// Name of the table.
        table: String,
        /// What is wrong.
        source: StoreError,
    },
    /// A record cannot be written.
    #[error("failed to write the record of {} to the table `{table}`", number.as_str())]
    Write {
        /// The number.
        number: E164,
        /// Name of the table.
        table: String,
        /// What is wrong.
        source: SaveError,
    },
}

/// A table of the account that the environment's credentials are for.
pub(crate) async fn table(name: &str) -> Table {
    let https = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
    let sdk = aws_config::defaults(BehaviorVersion::latest()).http_client(https).load().await;
    Table::new(aws_sdk_dynamodb::Client::new(&sdk), name)
}

/// The lines that a table has.
///
/// # Errors
///
/// [`PutError::Read`] when the table cannot be read.
pub(crate) async fn stored(table_name: &str) -> Result<Vec<StoredLine>, PutError> {
    let table = table(table_name).await;
    let read = table.lines().await;
    read.map_err(|source| PutError::Read { table: table_name.to_owned(), source })
}

/// How lines are put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Only says what would be done.
    pub(crate) dry_run: bool,
    /// Removes the records of numbers that a line has no more.
    pub(crate) prune: bool,
}

/// Puts lines into a table, each number's record over the version that was read, and tells what was done
/// as it is done.
///
/// # Errors
///
/// [`PutError`]; what was told before is done.
pub(crate) async fn put(
    table_name: &str,
    lines: &[Line],
    wanted: Wanted,
    tell: &mut (dyn FnMut(Change) + Send),
) -> Result<(), PutError> {
    let table = table(table_name).await;
    let read = |source| PutError::Read { table: table_name.to_owned(), source };
    for line in lines {
        for number in &line.numbers {
            let before = table.line(number).await.map_err(read)?;
            let deed = deed(before.as_ref(), line);
            if deed != Deed::Same && !wanted.dry_run {
                let version = before.map_or(0, |it| it.version);
                let record = StoredLine { number: number.clone(), line: line.clone(), version };
                let written = table.put_line(&record).await;
                written.map_err(|source| failed(table_name, number, source))?;
            }
            tell(Change { number: number.clone(), line: line.id.as_str().to_owned(), deed });
        }
    }
    for stale in stale(table.lines().await.map_err(read)?, lines) {
        if wanted.prune && !wanted.dry_run {
            let deleted = table.delete_line(&stale).await;
            deleted.map_err(|source| failed(table_name, &stale.number, source))?;
        }
        let deed = if wanted.prune { Deed::Removed } else { Deed::Left };
        tell(Change { number: stale.number, line: stale.line.id.as_str().to_owned(), deed });
    }
    Ok(())
}

fn failed(table: &str, number: &E164, source: SaveError) -> PutError {
    PutError::Write { number: number.clone(), table: table.to_owned(), source }
}

/// What putting a line over what is stored does.
fn deed(before: Option<&StoredLine>, line: &Line) -> Deed {
    let Some(StoredLine { line: before, .. }) = before else { return Deed::Added };
    if before.id != line.id {
        return Deed::TakenFrom(before.id.as_str().to_owned());
    }
    if before == line { Deed::Same } else { Deed::Changed(differences(before, line)) }
}

/// The records of lines that have their number no more.
fn stale(stored: Vec<StoredLine>, lines: &[Line]) -> impl Iterator<Item = StoredLine> {
    stored.into_iter().filter(|stored| {
        let line = lines.iter().find(|it| it.id == stored.line.id);
        line.is_some_and(|it| !it.numbers.contains(&stored.number))
    })
}

/// The keys of a line's file under which two lines differ.
fn differences(before: &Line, after: &Line) -> Vec<String> {
    let keys = |line: &Line| match serde_json::to_value(line) {
        Ok(Value::Object(keys)) => keys,
        // A line is an object of text and numbers, and never anything else.
        _ => serde_json::Map::new(),
    };
    let (before, after) = (keys(before), keys(after));
    let changed = after.iter().filter(|(key, value)| before.get(*key) != Some(*value));
    changed.map(|(key, _)| key.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: &str, numbers: &[&str]) -> Line {
        let mut line = Line::basic("Northwind", "America/New_York");
        line.id = id.parse().unwrap();
        line.numbers = numbers.iter().map(|it| it.parse().unwrap()).collect();
        line
    }

    fn stored(id: &str, number: &str) -> StoredLine {
        StoredLine { number: number.parse().unwrap(), line: line(id, &[number]), version: 1 }
    }

    #[test]
    fn what_is_done_follows_from_what_was_there() {
        let number = "+12025550100";
        let before = stored("northwind", number);
        assert_eq!(deed(None, &before.line), Deed::Added);
        assert_eq!(deed(Some(&before), &before.line), Deed::Same);
        let other = line("riverside", &[number]);
        assert_eq!(deed(Some(&before), &other), Deed::TakenFrom("northwind".to_owned()));
        let mut changed = before.line.clone();
        changed.name = "Northwind Outfitters".to_owned();
        changed.memory.returning_callers = true;
        let keys = ["name", "memory"].map(str::to_owned).to_vec();
        assert_eq!(deed(Some(&before), &changed), Deed::Changed(keys));
    }

    #[test]
    fn only_numbers_of_the_lines_that_are_put_are_stale() {
        let stored = vec![
            stored("northwind", "+12025550100"),
            stored("northwind", "+12025550110"),
            stored("riverside", "+12025550101"),
        ];
        let lines = [line("northwind", &["+12025550100"])];
        let stale: Vec<_> = stale(stored, &lines).map(|it| it.number).collect();
        assert_eq!(stale, ["+12025550110".parse().unwrap()]);
    }
}
