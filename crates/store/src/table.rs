//! The table and the two requests that all kinds of records share.
//!
//! The SDK's futures are boxed: they are large, and nest too deep to be part of a function's own.

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};

use crate::item::{self, Item, Key, PK, VERSION};
use crate::{Kind, SaveError, StoreError};

/// The table that holds all records.
///
/// Cheap to clone; clones share the client's connections.
#[derive(Debug, Clone)]
pub struct Table {
    pub(crate) client: Client,
    pub(crate) name: String,
}

/// What must be true of the stored item for a write to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    /// There is none.
    Absent,
    /// It has this version.
    Version(u64),
}

impl Expect {
    /// What a record read with a version expects; version 0 was never stored.
    pub(crate) fn of(version: u64) -> Self {
        if version == 0 { Self::Absent } else { Self::Version(version) }
    }

    /// The condition expression; [`Expect::name`] and [`Expect::values`] belong to it.
    pub(crate) fn expression(self) -> &'static str {
        match self {
            Self::Absent => "attribute_not_exists(#key)",
            Self::Version(_) => "#key = :expected",
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Absent => PK,
            Self::Version(_) => VERSION,
        }
    }

    pub(crate) fn values(self) -> Option<Item> {
        match self {
            Self::Absent => None,
            Self::Version(version) => {
                Some(Item::from([(":expected".to_owned(), AttributeValue::N(version.to_string()))]))
            }
        }
    }
}

impl Table {
    /// A table by its name.
    pub fn new(client: Client, name: impl Into<String>) -> Self {
        Self { client, name: name.into() }
    }

    /// One strongly consistent `GetItem`: 1 read unit for each 4 KB begun.
    ///
    /// Strongly consistent, because functions decide on what an invocation just before has written.
    pub(crate) async fn get(&self, kind: Kind, key: Key) -> Result<Option<Item>, StoreError> {
        let request = self
            .client
            .get_item()
            .table_name(&self.name)
            .set_key(Some(item::key(key)))
            .consistent_read(true);
        let output =
            Box::pin(request.send()).await.map_err(|source| StoreError::read(kind, source))?;
        Ok(output.item)
    }

    /// One conditional `PutItem`: 1 write unit for each KB begun, also when the condition fails,
    /// and the same again for each index the item is in.
    ///
    /// A write that the SDK repeats because its first answer was lost meets its own result. That is
    /// no conflict: the item stored is the very item to store.
    pub(crate) async fn put(
        &self,
        kind: Kind,
        item: Item,
        expect: Expect,
    ) -> Result<(), SaveError> {
        let request = self
            .client
            .put_item()
            .table_name(&self.name)
            .set_item(Some(item.clone()))
            .condition_expression(expect.expression())
            .expression_attribute_names("#key", expect.name())
            .set_expression_attribute_values(expect.values())
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let Err(error) = Box::pin(request.send()).await else { return Ok(()) };
        match error.as_service_error() {
            Some(PutItemError::ConditionalCheckFailedException(failed)) => {
                let is_ours = failed.item.as_ref() == Some(&item);
                if is_ours { Ok(()) } else { Err(SaveError::Conflict { kind }) }
            }
            _ => Err(StoreError::write(kind, error).into()),
        }
    }
}
