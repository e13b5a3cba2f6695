//! Data tables: rows of values that a business keeps for its flows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Reader, scalar};
use crate::value::{Field, Template};

/// Most queries or groups of one action that reads.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Data table".
const MAX_GROUPS: usize = 5;

/// Most attributes that one action writes.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Data table".
const MAX_WRITTEN: usize = 25;

/// Parameters of `EvaluateDataTableValues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvaluateDataTableValues {
    /// The table.
    pub table: Field,
    /// What is read; each result is found under `$.DataTables` and its name.
    pub queries: Vec<Query>,
}

/// A row that is looked for, and what is read of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Query {
    /// The name of the result.
    pub name: String,
    /// The attributes that are read.
    pub attributes: Vec<String>,
    /// The values that name the row.
    pub keys: Vec<(String, Template)>,
}

impl EvaluateDataTableValues {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const NAME: &str = "QueryName";
        let queries = at.some_objects("Queries", MAX_GROUPS, "1 to 5 queries");
        check_names(&queries, NAME);
        let query = |it: &Reader<'_>| Query {
            name: it.required_text(NAME, "a name"),
            attributes: it.some_texts("Attributes", "at least one attribute to read"),
            keys: read_keys(it, "AttributeName"),
        };
        Self { table: read_table(at), queries: queries.iter().map(query).collect() }
    }
}

/// Parameters of `ListDataTableValues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListDataTableValues {
    /// The table.
    pub table: Field,
    /// The rows that are listed; each group is found by its name.
    pub groups: Vec<KeyGroup>,
}

/// Rows that share some values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeyGroup {
    /// The name of the group.
    pub name: String,
    /// The values that the rows share.
    pub keys: Vec<(String, Template)>,
}

impl KeyGroup {
    const NAME: &str = "PrimaryKeyGroupName";

    fn read(at: &Reader<'_>) -> Self {
        Self { name: at.required_text(Self::NAME, "a name"), keys: read_keys(at, "Name") }
    }
}

impl ListDataTableValues {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let groups = at.some_objects("PrimaryKeyGroups", MAX_GROUPS, "1 to 5 groups of rows");
        check_names(&groups, KeyGroup::NAME);
        Self { table: read_table(at), groups: groups.iter().map(KeyGroup::read).collect() }
    }
}

/// Parameters of `UpsertDataTableValues`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpsertDataTableValues {
    /// The table.
    pub table: Field,
    /// The version that the rows must still have; else the latest.
    pub lock_version: Option<Field>,
    /// What is written.
    pub rows: Vec<WrittenRow>,
}

/// A row that is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WrittenRow {
    /// Which row.
    pub group: KeyGroup,
    /// Its new values, by attribute; `None` for the default of the table.
    pub values: Vec<(String, Option<Template>)>,
}

impl UpsertDataTableValues {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const KEY: &str = "DataTableUpsertAttributes";
        const EXPECTED: &str = "1 to 25 attributes to write";
        let rows = at.some_objects(KEY, MAX_WRITTEN, EXPECTED);
        check_names(&rows, KeyGroup::NAME);
        let row = |it: &Reader<'_>| {
            let values = it.some_objects("Attributes", MAX_WRITTEN, EXPECTED);
            WrittenRow {
                group: KeyGroup::read(it),
                values: values.iter().map(read_written).collect(),
            }
        };
        let rows: Vec<_> = rows.iter().map(row).collect();
        let written = rows.iter().map(|it| it.values.len()).sum::<usize>();
        if written > MAX_WRITTEN {
            at.wrong_in(KEY, format!("{written} of them"), EXPECTED);
        }
        Self { table: read_table(at), lock_version: at.field("LockVersion"), rows }
    }
}

fn read_written(at: &Reader<'_>) -> (String, Option<Template>) {
    let name = at.required_text("Name", "a name");
    let is_given = at.sound(|| !at.switch("UseDefaultValue")).unwrap_or_default();
    (name, is_given.then(|| at.required_template("Value", "a value")))
}

fn read_table(at: &Reader<'_>) -> Field {
    at.required_field("DataTableId", "the id or ARN of a data table")
}

/// The values that name rows.
fn read_keys(at: &Reader<'_>, name: &str) -> Vec<(String, Template)> {
    const KEY: &str = "PrimaryValues";
    let values = at.some_objects(KEY, usize::MAX, "at least one value of a primary attribute");
    let value = |it: &Reader<'_>| {
        (it.required_text(name, "a name"), it.required_template("Value", "a value"))
    };
    values.iter().map(value).collect()
}

/// Results are found by name, so no two may share one.
fn check_names(items: &[Reader<'_>], key: &str) {
    let mut seen = BTreeSet::new();
    for item in items {
        let name = item.get(key).and_then(scalar).filter(|it| !it.is_empty());
        if let Some(twice) = name.and_then(|it| seen.replace(it)) {
            item.wrong_in(key, format!("`{twice}` twice"), "names that differ");
        }
    }
}
