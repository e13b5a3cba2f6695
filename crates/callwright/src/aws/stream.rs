//! DynamoDB streams: changes of items, and the event sources that lead them to functions.

use std::sync::Mutex;

use dynoxide::Database;
use dynoxide::actions::get_records::GetRecordsRequest;
use dynoxide::actions::get_shard_iterator::encode_shard_iterator;
use serde_json::{Value, json};

use super::bus::Delivery;
use super::error::AwsError;
use super::pattern::Pattern;
use super::wire::lock;
use crate::template::EventSource;

/// What [`Delivery::detail_type`] says of a batch.
const DETAIL_TYPE: &str = "DynamoDB stream";

/// The event sources, each with its place in the stream.
#[derive(Debug)]
pub(super) struct Streams {
    sources: Vec<Source>,
}

#[derive(Debug)]
struct Source {
    function: String,
    arn: String,
    /// One of these must match, if there are any.
    filters: Vec<Pattern>,
    batch: usize,
    /// Where the next records are.
    iterator: Mutex<String>,
}

impl Streams {
    /// The event sources of a template. Records that are in the tables already are not delivered.
    pub(super) fn new(sources: &[EventSource], database: &Database) -> Result<Self, AwsError> {
        let sources = sources.iter().map(|it| Source::new(it, database));
        Ok(Self { sources: sources.collect::<Result<_, _>>()? })
    }

    /// Takes the changes since they were last taken, in batches.
    pub(super) fn take(&self, database: &Database) -> Result<Vec<Delivery>, AwsError> {
        let mut deliveries = Vec::new();
        for source in &self.sources {
            deliveries.extend(source.take(database)?);
        }
        Ok(deliveries)
    }
}

impl Source {
    fn new(source: &EventSource, database: &Database) -> Result<Self, AwsError> {
        let filters = source.filters.iter().map(|it| {
            Pattern::read(it).map_err(|error| AwsError::Rule {
                rule: source.name.clone(),
                function: source.function.clone(),
                source: error,
            })
        });
        // One shard per table, which is all that the embedded database has.
        let shard = dynoxide::streams::shard_id(&source.table);
        let source = Self {
            function: source.function.clone(),
            arn: source.arn.clone(),
            filters: filters.collect::<Result<_, _>>()?,
            batch: source.batch,
            iterator: Mutex::new(encode_shard_iterator(&source.table, &shard, 0)),
        };
        // What was seeded is no news.
        source.records(database)?;
        Ok(source)
    }

    fn take(&self, database: &Database) -> Result<Vec<Delivery>, AwsError> {
        let mut records = self.records(database)?;
        if !self.filters.is_empty() {
            records.retain(|record| self.filters.iter().any(|it| it.matches(record)));
        }
        let batches = records.chunks(self.batch.max(1)).map(|records| Delivery {
            function: self.function.clone(),
            detail_type: DETAIL_TYPE.to_owned(),
            payload: json!({ "Records": records }),
        });
        Ok(batches.collect())
    }

    /// Everything that the stream has since it was last read.
    fn records(&self, database: &Database) -> Result<Vec<Value>, AwsError> {
        let mut all = Vec::new();
        let mut iterator = lock(&self.iterator);
        loop {
            let request = GetRecordsRequest { shard_iterator: iterator.clone(), limit: None };
            let failed = |source| AwsError::Stream { source: Box::new(source) };
            let page = database.get_records(request).map_err(failed)?;
            if let Some(next) = page.next_shard_iterator {
                *iterator = next;
            }
            if page.records.is_empty() {
                return Ok(all);
            }
            all.extend(page.records.iter().map(|record| self.event(json!(record))));
        }
    }

    /// A record as functions receive it.
    fn event(&self, mut record: Value) -> Value {
        if let Value::Object(fields) = &mut record {
            fields.insert("eventSourceARN".to_owned(), json!(self.arn));
        }
        record
    }
}
