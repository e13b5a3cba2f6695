//! Data tables: rows of values that a business keeps for its flows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Fault, Reader};
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
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEY: &str = "Queries";
        const ATTRIBUTES: &str = "Attributes";
        let table = read_table(at)?;
        let query = |it: &Reader<'_>| {
            let attributes = it.texts(ATTRIBUTES)?.unwrap_or_default();
            if attributes.is_empty() {
                return Err(it.unfinished(ATTRIBUTES, "at least one attribute to read"));
            }
            let name = read_name(it, "QueryName")?;
            Ok(Query { name, attributes, keys: read_keys(it, "AttributeName")? })
        };
        let queries = at.some_objects(KEY, MAX_GROUPS, "1 to 5 queries")?;
        let queries: Vec<_> = queries.iter().map(query).collect::<Result<_, _>>()?;
        check_names(at, KEY, queries.iter().map(|it| it.name.as_str()))?;
        Ok(Self { table, queries })
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
    fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        Ok(Self { name: read_name(at, "PrimaryKeyGroupName")?, keys: read_keys(at, "Name")? })
    }
}

impl ListDataTableValues {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEY: &str = "PrimaryKeyGroups";
        let table = read_table(at)?;
        let groups = at.some_objects(KEY, MAX_GROUPS, "1 to 5 groups of rows")?;
        let groups: Vec<_> = groups.iter().map(KeyGroup::read).collect::<Result<_, _>>()?;
        check_names(at, KEY, groups.iter().map(|it| it.name.as_str()))?;
        Ok(Self { table, groups })
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
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEY: &str = "DataTableUpsertAttributes";
        const EXPECTED: &str = "1 to 25 attributes to write";
        let table = read_table(at)?;
        let row = |it: &Reader<'_>| {
            let values = it.some_objects("Attributes", MAX_WRITTEN, EXPECTED)?;
            let values = values.iter().map(read_written).collect::<Result<_, _>>()?;
            Ok(WrittenRow { group: KeyGroup::read(it)?, values })
        };
        let rows = at.some_objects(KEY, MAX_WRITTEN, EXPECTED)?;
        let rows: Vec<_> = rows.iter().map(row).collect::<Result<_, _>>()?;
        check_names(at, KEY, rows.iter().map(|it| it.group.name.as_str()))?;
        if rows.iter().map(|it| it.values.len()).sum::<usize>() > MAX_WRITTEN {
            return Err(at.wrong(KEY, EXPECTED));
        }
        Ok(Self { table, lock_version: at.field("LockVersion")?, rows })
    }
}

fn read_written(at: &Reader<'_>) -> Result<(String, Option<Template>), Fault> {
    let name = read_name(at, "Name")?;
    if at.switch("UseDefaultValue")? == Some(true) {
        return Ok((name, None));
    }
    let value = at.template("Value")?.ok_or_else(|| at.unfinished("Value", "a value"))?;
    Ok((name, Some(value)))
}

fn read_table(at: &Reader<'_>) -> Result<Field, Fault> {
    at.required_field("DataTableId", "the id or ARN of a data table")
}

fn read_name(at: &Reader<'_>, key: &str) -> Result<String, Fault> {
    at.text(key)?.ok_or_else(|| at.unfinished(key, "a name"))
}

/// The values that name rows.
fn read_keys(at: &Reader<'_>, name: &str) -> Result<Vec<(String, Template)>, Fault> {
    const KEY: &str = "PrimaryValues";
    let values = at.some_objects(KEY, usize::MAX, "at least one value of a primary attribute")?;
    let value = |it: &Reader<'_>| {
        let value = it.template("Value")?.ok_or_else(|| it.unfinished("Value", "a value"))?;
        Ok((read_name(it, name)?, value))
    };
    values.iter().map(value).collect()
}

/// Results are found by name, so no two may share one.
fn check_names<'a>(
    at: &Reader<'_>,
    key: &str,
    mut names: impl Iterator<Item = &'a str>,
) -> Result<(), Fault> {
    let mut seen = BTreeSet::new();
    match names.find(|it| !seen.insert(*it)) {
        Some(twice) => {
            let found = format!("`{twice}` twice");
            Err(Fault { found, ..at.wrong(key, "names that differ") })
        }
        None => Ok(()),
    }
}
