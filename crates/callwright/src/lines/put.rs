//! Lines in the table of a deployment.

use ::line::Line;
use aws_config::BehaviorVersion;
use aws_events::E164;
use aws_sdk_dynamodb::Client;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::{Provider, rustls_provider::CryptoMode};
use directory::knowledge::ArticleId;
use directory::{DirectoryError, Records, Settings};
use serde::Serialize;
use serde_json::Value;
use store::{SaveError, StoreError, StoredLine, Table};
use wording::Language;

use super::{Kept, shelve};

/// Something that is done to a record, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// What the record is of.
    pub(crate) subject: Subject,
    /// Short name of the line that gets it or loses it.
    pub(crate) line: String,
    /// What is done.
    pub(crate) deed: Deed,
}

/// What a record is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A number, with all of its line.
    Number(E164),
    /// An article in a language.
    Article(ArticleId, Language),
}

/// What is done to a record.
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
    /// The line has it no more.
    Removed,
    /// The line has it no more, and the record was left.
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
    /// The articles of a line cannot be read.
    #[error("failed to read the articles of `{line}` in the table `{table}`")]
    ReadArticles {
        /// Short name of the line.
        line: String,
        /// Name of the table.
        table: String,
        /// What is wrong.
        source: DirectoryError,
    },
    /// An article cannot be written or removed.
    #[error("failed to write the article `{article}` of `{line}` to the table `{table}`")]
    WriteArticle {
        /// Name of the article.
        article: ArticleId,
        /// Short name of the line.
        line: String,
        /// Name of the table.
        table: String,
        /// What is wrong.
        source: DirectoryError,
    },
}

/// A table of the account that the environment's credentials are for.
pub(crate) async fn table(name: &str) -> Table {
    Table::new(client().await, name)
}

async fn client() -> Client {
    let https = Builder::new().tls_provider(Provider::Rustls(CryptoMode::Ring)).build_https();
    Client::new(&aws_config::defaults(BehaviorVersion::latest()).http_client(https).load().await)
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
    /// Removes the records of numbers and articles that a line has no more.
    pub(crate) prune: bool,
}

/// Puts lines into a table, and tells what was done as it is done: of each line its articles, so that
/// none is served without them, and each number's record over the version that was read.
///
/// # Errors
///
/// [`PutError`]; what was told before is done.
pub(crate) async fn put(
    table_name: &str,
    lines: &[Kept],
    wanted: Wanted,
    tell: &mut (dyn FnMut(Change) + Send),
) -> Result<(), PutError> {
    let client = client().await;
    let table = Table::new(client.clone(), table_name);
    let records = Records::new(client, table_name, Settings::default());
    let read = |source| PutError::Read { table: table_name.to_owned(), source };
    for Kept { line, articles } in lines {
        shelve::put(&records, table_name, line, articles, wanted, tell).await?;
        for number in &line.numbers {
            let before = table.line(number).await.map_err(read)?;
            let deed = deed(before.as_ref(), line);
            if deed != Deed::Same && !wanted.dry_run {
                let version = before.map_or(0, |it| it.version);
                let record = StoredLine { number: number.clone(), line: line.clone(), version };
                let written = table.put_line(&record).await;
                written.map_err(|source| failed(table_name, number, source))?;
            }
            let subject = Subject::Number(number.clone());
            tell(Change { subject, line: line.id.as_str().to_owned(), deed });
        }
    }
    for stale in stale(table.lines().await.map_err(read)?, lines) {
        if wanted.prune && !wanted.dry_run {
            let deleted = table.delete_line(&stale).await;
            deleted.map_err(|source| failed(table_name, &stale.number, source))?;
        }
        let deed = if wanted.prune { Deed::Removed } else { Deed::Left };
        let subject = Subject::Number(stale.number);
        tell(Change { subject, line: stale.line.id.as_str().to_owned(), deed });
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
fn stale(stored: Vec<StoredLine>, lines: &[Kept]) -> impl Iterator<Item = StoredLine> {
    stored.into_iter().filter(|stored| {
        let line = lines.iter().map(|it| &it.line).find(|it| it.id == stored.line.id);
        line.is_some_and(|it| !it.numbers.contains(&stored.number))
    })
}

/// The keys of a file under which two records differ.
pub(super) fn differences<T: Serialize>(before: &T, after: &T) -> Vec<String> {
    let keys = |record: &T| match serde_json::to_value(record) {
        Ok(Value::Object(keys)) => keys,
        // Lines and articles are objects of text and numbers, and never anything else.
        _ => serde_json::Map::new(),
    };
    let (before, after) = (keys(before), keys(after));
    let changed = after.iter().filter(|(key, value)| before.get(*key) != Some(*value));
    let lost = before.keys().filter(|key| !after.contains_key(*key));
    changed.map(|(key, _)| key).chain(lost).cloned().collect()
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
        let lines = [Kept { line: line("northwind", &["+12025550100"]), articles: Vec::new() }];
        let stale: Vec<_> = stale(stored, &lines).map(|it| it.number).collect();
        assert_eq!(stale, ["+12025550110".parse().unwrap()]);
    }
}
