//! Lines, one record for each dialled number.

use aws_events::E164;
use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::delete_item::DeleteItemError;
use aws_sdk_dynamodb::types::AttributeValue;
use line::{Line, LineId};
use serde::{Deserialize, Serialize};

use crate::item::{self, GSI1, GSI1_NAME, Item, VERSION};
use crate::keys::{self, LINES};
use crate::table::Expect;
use crate::{Kind, SaveError, StoreError, Table, record};

/// The line of a number, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLine {
    /// The number that is dialled.
    pub number: E164,
    /// The line that answers it.
    pub line: Line,
    /// The version it was read with; 0 when it was never stored. Saving stores the next one.
    pub version: u64,
}

/// The item of a line. The line is one attribute of JSON: nothing is ever asked of its parts, and it is
/// read as a whole or not at all.
#[derive(Serialize, Deserialize)]
struct Record {
    number: E164,
    /// For people who look at the table.
    id: LineId,
    line: String,
    #[serde(default, skip_serializing)]
    version: u64,
}

impl StoredLine {
    /// The item as plain JSON, keys and all, as a table is seeded with it.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unencodable`] when the line does not fit into an item.
    pub fn to_json(&self) -> Result<serde_json::Value, StoreError> {
        let item = serde_dynamo::aws_sdk_dynamodb_1::from_item(self.encode()?);
        item.or(Err(StoreError::Unencodable { kind: Kind::Line }))
    }

    fn encode(&self) -> Result<Item, StoreError> {
        let unencodable = || StoreError::Unencodable { kind: Kind::Line };
        let json = serde_json::to_string(&self.line).or(Err(unencodable()))?;
        let record = Record {
            number: self.number.clone(),
            id: self.line.id.clone(),
            line: json,
            version: self.version,
        };
        let version = self.version.saturating_add(1);
        let mut item = record::encode(Kind::Line, keys::line(&self.number), version, &record)?;
        let sort = format!("{}#{}", self.line.id.as_str(), self.number.as_str());
        item::index(&mut item, GSI1, LINES.to_owned(), sort);
        Ok(item)
    }

    fn decode(item: Item) -> Result<Self, StoreError> {
        let record: Record = record::decode(Kind::Line, item)?;
        let line = serde_json::from_str(&record.line);
        let line = line.or(Err(StoreError::Malformed { kind: Kind::Line }))?;
        Ok(Self { number: record.number, line, version: record.version })
    }
}

impl Table {
    /// Reads the line of a dialled number; `None` when there is none.
    ///
    /// One strongly consistent `GetItem`: 1 read unit for each 4 KB begun; a line has 1 to 4 KB.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when the item is no line.
    pub async fn line(&self, number: &E164) -> Result<Option<StoredLine>, StoreError> {
        let item = self.get(Kind::Line, keys::line(number)).await?;
        item.map(StoredLine::decode).transpose()
    }

    /// Writes the line of a number over the version it was read with.
    ///
    /// One conditional `PutItem`: 1 write unit for each KB begun, and again for the index.
    ///
    /// # Errors
    ///
    /// [`SaveError::Conflict`] when the stored line is another version, [`StoreError::Write`] when
    /// DynamoDB fails.
    pub async fn put_line(&self, line: &StoredLine) -> Result<(), SaveError> {
        self.put(Kind::Line, line.encode()?, Expect::of(line.version)).await
    }

    /// Deletes the line of a number in the version it was read with.
    ///
    /// One conditional `DeleteItem`: 1 write unit for each KB begun, and again for the index. A line that
    /// is gone already is deleted.
    ///
    /// # Errors
    ///
    /// [`SaveError::Conflict`] when the stored line is another version, [`StoreError::Write`] when
    /// DynamoDB fails.
    pub async fn delete_line(&self, line: &StoredLine) -> Result<(), SaveError> {
        let request = self
            .client
            .delete_item()
            .table_name(&self.name)
            .set_key(Some(item::key(keys::line(&line.number))))
            .condition_expression("attribute_not_exists(#key) OR #key = :expected")
            .expression_attribute_names("#key", VERSION)
            .expression_attribute_values(":expected", AttributeValue::N(line.version.to_string()));
        match Box::pin(request.send()).await {
            Ok(_) => Ok(()),
            Err(error) if is_conflict(&error) => Err(SaveError::Conflict { kind: Kind::Line }),
            Err(error) => Err(StoreError::write(Kind::Line, error).into()),
        }
    }

    /// Reads all lines, ordered by their ids and then their numbers.
    ///
    /// One `Query` of the first index, a page of up to 1 MB at a time: half a read unit for each 4 KB
    /// begun. What was written within the last second may be missing.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when an item is no line.
    pub async fn lines(&self) -> Result<Vec<StoredLine>, StoreError> {
        let mut pages = self
            .client
            .query()
            .table_name(&self.name)
            .index_name(GSI1_NAME)
            .key_condition_expression("#pk = :lines")
            .expression_attribute_names("#pk", GSI1.0)
            .expression_attribute_values(":lines", AttributeValue::S(LINES.to_owned()))
            .into_paginator()
            .send();
        let mut lines = Vec::new();
        while let Some(page) = Box::pin(pages.next()).await {
            let page = page.map_err(|source| StoreError::read(Kind::Line, source))?;
            for item in page.items.unwrap_or_default() {
                lines.push(StoredLine::decode(item)?);
            }
        }
        Ok(lines)
    }
}

fn is_conflict<R>(error: &SdkError<DeleteItemError, R>) -> bool {
    let error = error.as_service_error();
    error.is_some_and(DeleteItemError::is_conditional_check_failed_exception)
}
