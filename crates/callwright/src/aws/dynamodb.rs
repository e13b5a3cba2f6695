//! DynamoDB: the tables of the template in memory.

use std::sync::Arc;

use dynoxide::Database;
use dynoxide::actions::create_table::CreateTableRequest;
use dynoxide::actions::delete_item::DeleteItemRequest;
use dynoxide::actions::put_item::PutItemRequest;
use dynoxide::actions::scan::ScanRequest;
use dynoxide::actions::update_time_to_live::{TimeToLiveSpecification, UpdateTimeToLiveRequest};
use serde_json::Value;

use super::bus::Delivery;
use super::error::AwsError;
use super::records::{to_item, to_record};
use super::server::{Port, Server};
use super::stream::Streams;
use super::wire::Clock;
use crate::template::{EventSource, Table};

/// The database and its tables.
pub(super) struct DynamoDb {
    database: Database,
    tables: Vec<Keys>,
    streams: Streams,
}

/// A table and the attributes that order its items.
#[derive(Debug)]
struct Keys {
    table: String,
    attributes: Vec<String>,
}

impl std::fmt::Debug for DynamoDb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DynamoDb").field("tables", &self.tables).finish_non_exhaustive()
    }
}

impl DynamoDb {
    /// Makes the tables and puts the records into the one there is.
    pub(super) fn new(
        tables: &[Table],
        records: &[Value],
        sources: &[EventSource],
        clock: &Clock,
    ) -> Result<Self, AwsError> {
        let database = Database::memory_with_clock(Arc::new(clock.clone()))
            .map_err(|source| AwsError::Database { source: Box::new(source) })?;
        for table in tables {
            create(&database, table)?;
        }
        let tables: Vec<_> = tables.iter().map(keys).collect();
        fill(&database, &tables, records)?;
        let streams = Streams::new(sources, &database)?;
        Ok(Self { database, tables, streams })
    }

    /// Puts the records in place of all there are. No function hears of it.
    pub(super) fn refill(&self, records: &[Value]) -> Result<(), AwsError> {
        for keys in &self.tables {
            for item in self.scan(&keys.table)? {
                let key = item.as_object().map(to_item).unwrap_or_default().into_iter();
                let request = DeleteItemRequest {
                    table_name: keys.table.clone(),
                    key: key.filter(|(name, _)| keys.attributes.contains(name)).collect(),
                    ..DeleteItemRequest::default()
                };
                self.database.delete_item(request).map_err(|source| AwsError::Records {
                    table: keys.table.clone(),
                    source: Box::new(source),
                })?;
            }
        }
        fill(&self.database, &self.tables, records)?;
        self.changes().map(drop)
    }

    /// Serves the database.
    pub(super) fn serve(&self, port: Port) -> Server {
        let database = self.database.clone();
        Server::run(port.address, async move {
            // It ends when it is aborted, and not before.
            let _outcome = dynoxide::server::serve_with_shutdown(
                port.listener,
                database,
                std::future::pending(),
            )
            .await;
        })
    }

    /// The changes since they were last asked for, for the functions that want to know.
    pub(super) fn changes(&self) -> Result<Vec<Delivery>, AwsError> {
        self.streams.take(&self.database)
    }

    /// All records of all tables, in the order of their keys.
    pub(super) fn records(&self) -> Result<Vec<Value>, AwsError> {
        let mut records = Vec::new();
        for keys in &self.tables {
            let mut items = self.scan(&keys.table)?;
            items.sort_by_cached_key(|it| {
                let key = |name: &String| it.get(name).map(Value::to_string);
                keys.attributes.iter().map(key).collect::<Vec<_>>()
            });
            records.extend(items);
        }
        Ok(records)
    }

    fn scan(&self, table: &str) -> Result<Vec<Value>, AwsError> {
        let mut items = Vec::new();
        let mut from = None;
        loop {
            let request = ScanRequest {
                table_name: table.to_owned(),
                exclusive_start_key: from,
                ..ScanRequest::default()
            };
            let page = self.database.scan(request).map_err(|source| AwsError::Records {
                table: table.to_owned(),
                source: Box::new(source),
            })?;
            items.extend(page.items.iter().flatten().map(to_record));
            from = page.last_evaluated_key;
            if from.is_none() {
                return Ok(items);
            }
        }
    }
}

fn create(database: &Database, table: &Table) -> Result<(), AwsError> {
    let name = || table.name.clone();
    let request: CreateTableRequest = serde_json::from_value(table.create.clone())
        .map_err(|source| AwsError::TableShape { table: name(), source })?;
    let refused = |source| AwsError::Table { table: name(), source: Box::new(source) };
    database.create_table(request).map_err(refused)?;
    if let Some(attribute) = &table.ttl {
        let time_to_live_specification =
            TimeToLiveSpecification { attribute_name: attribute.clone(), enabled: true };
        let request = UpdateTimeToLiveRequest { table_name: name(), time_to_live_specification };
        database.update_time_to_live(request).map_err(refused)?;
    }
    Ok(())
}

/// Puts records into the one table there is.
fn fill(database: &Database, tables: &[Keys], records: &[Value]) -> Result<(), AwsError> {
    match (tables, records) {
        (_, []) => Ok(()),
        ([keys], records) => seed(database, &keys.table, records),
        (tables, _) => Err(AwsError::NoTable { tables: tables.len() }),
    }
}

fn seed(database: &Database, table: &str, records: &[Value]) -> Result<(), AwsError> {
    for (at, record) in records.iter().enumerate() {
        let item = record.as_object().map(to_item).unwrap_or_default();
        let request =
            PutItemRequest { table_name: table.to_owned(), item, ..PutItemRequest::default() };
        database.put_item(request).map_err(|source| AwsError::Record {
            number: at.saturating_add(1),
            record: record.to_string().chars().take(60).collect(),
            table: table.to_owned(),
            source: Box::new(source),
        })?;
    }
    Ok(())
}

fn keys(table: &Table) -> Keys {
    let schema = table.create.get("KeySchema").and_then(Value::as_array);
    let name = |it: &Value| it.get("AttributeName")?.as_str().map(str::to_owned);
    let attributes = schema.into_iter().flatten().filter_map(name).collect();
    Keys { table: table.name.clone(), attributes }
}
