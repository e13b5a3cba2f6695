//! The requests that all kinds of records share.
//!
//! The SDK's futures are boxed: they are large, and nest too deep to be part of a function's own.

use std::time::Duration;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::operation::update_item::UpdateItemError;
use aws_sdk_dynamodb::types::{
    AttributeValue, CancellationReason, ReturnValue, ReturnValuesOnConditionCheckFailure,
};
use tokio::time::sleep;

use super::item::{self, GSI2, GSI2_NAME, Item, Key, PK, SK};
use super::write::Write;
use super::{Kind, Records};
use crate::jitter::Jitter;
use crate::{Caller, DirectoryError};

/// How often a transaction is tried that meets another one on the same items.
///
/// DynamoDB cancels one of two that meet, and the SDK does not repeat it.
///
/// Source: Amazon DynamoDB Developer Guide, "Transaction conflict handling in DynamoDB".
const TRANSACTION_TRIES: usize = 8;

/// Longest pause before the second try, and before any.
const TRANSACTION_PAUSES: (Duration, Duration) =
    (Duration::from_millis(10), Duration::from_millis(160));

/// What came of writes that happen together or not at all.
#[derive(Debug)]
pub(crate) enum Transacted {
    /// All happened.
    Done,
    /// None happened: for each, whether its condition failed, and the item it met then.
    Refused(Vec<Met>),
}

/// What one write of a refused transaction met.
#[derive(Debug, Default)]
pub(crate) struct Met {
    /// Whether its condition failed.
    pub(crate) failed: bool,
    /// The item as it was; `None` when there is none, or the condition held.
    pub(crate) item: Option<Item>,
}

/// What came of a change under a condition.
#[derive(Debug)]
pub(crate) enum Updated {
    /// It happened; the item as it is now.
    Done(Item),
    /// The condition failed; the item as it is, `None` when there is none.
    Refused(Option<Item>),
}

/// Which items of a partition are read.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    pub(crate) pk: String,
    pub(crate) sk: Bound,
    /// From the last to the first.
    pub(crate) backwards: bool,
    /// Items in a page; `None` for as many as fit.
    pub(crate) page: Option<i32>,
}

/// Which sort keys are read.
#[derive(Debug, Clone)]
pub(crate) enum Bound {
    /// Those that begin with this.
    Prefix(String),
    /// This and those after it.
    From(String),
    /// From the first to the second, both included.
    Between(String, String),
}

impl Records {
    /// One strongly consistent `GetItem`: 1 read unit for each 4 KB begun.
    pub(crate) async fn get(&self, kind: Kind, key: Key) -> Result<Option<Item>, DirectoryError> {
        let request = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(item::key(key)))
            .consistent_read(true);
        let output = Box::pin(request.send()).await;
        output
            .map(|it| it.item)
            .map_err(|source| DirectoryError::Read { kind, source: source.into() })
    }

    /// One page of a strongly consistent `Query`: 1 read unit for each 4 KB begun. Gives the items
    /// and where the next page begins.
    pub(crate) async fn page(
        &self,
        kind: Kind,
        range: &Range,
        after: Option<Item>,
    ) -> Result<(Vec<Item>, Option<Item>), DirectoryError> {
        let (condition, bound, last) = match &range.sk {
            Bound::Prefix(prefix) => ("#pk = :pk AND begins_with(#sk, :sk)", prefix, None),
            Bound::From(first) => ("#pk = :pk AND #sk >= :sk", first, None),
            Bound::Between(first, last) => {
                ("#pk = :pk AND #sk BETWEEN :sk AND :last", first, Some(last))
            }
        };
        let request = self
            .client
            .query()
            .table_name(&self.table)
            .key_condition_expression(condition)
            .expression_attribute_names("#pk", PK)
            .expression_attribute_names("#sk", SK)
            .expression_attribute_values(":pk", AttributeValue::S(range.pk.clone()))
            .expression_attribute_values(":sk", AttributeValue::S(bound.clone()))
            .scan_index_forward(!range.backwards)
            .set_limit(range.page)
            .set_exclusive_start_key(after)
            .consistent_read(true);
        let request = match last {
            Some(last) => {
                request.expression_attribute_values(":last", AttributeValue::S(last.clone()))
            }
            None => request,
        };
        let output = Box::pin(request.send())
            .await
            .map_err(|source| DirectoryError::Read { kind, source: source.into() })?;
        let next = output.last_evaluated_key.filter(|it| !it.is_empty());
        Ok((output.items.unwrap_or_default(), next))
    }

    /// All items of a range: a [`Records::page`] for each MB begun.
    pub(crate) async fn all(&self, kind: Kind, range: &Range) -> Result<Vec<Item>, DirectoryError> {
        let (mut items, mut next) = self.page(kind, range, None).await?;
        while next.is_some() {
            let (more, after) = self.page(kind, range, next).await?;
            items.extend(more);
            next = after;
        }
        Ok(items)
    }

    /// What belongs to a caller from a time on, in the order of time: one eventually consistent
    /// `Query` of the index, half a read unit for each 4 KB begun.
    pub(crate) async fn of_caller(
        &self,
        kind: Kind,
        caller: String,
        from: String,
    ) -> Result<Vec<Item>, DirectoryError> {
        let request = self
            .client
            .query()
            .table_name(&self.table)
            .index_name(GSI2_NAME)
            .key_condition_expression("#pk = :pk AND #sk >= :sk")
            .expression_attribute_names("#pk", GSI2.0)
            .expression_attribute_names("#sk", GSI2.1)
            .expression_attribute_values(":pk", AttributeValue::S(caller))
            .expression_attribute_values(":sk", AttributeValue::S(from));
        let output = Box::pin(request.send())
            .await
            .map_err(|source| DirectoryError::Read { kind, source: source.into() })?;
        Ok(output.items.unwrap_or_default())
    }

    /// One `PutItem` where no item is: 1 write unit for each KB begun, also when there is one.
    /// Gives the item that is there already.
    pub(crate) async fn put_new(
        &self,
        kind: Kind,
        item: Item,
    ) -> Result<Option<Item>, DirectoryError> {
        let request = self
            .client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(#pk)")
            .expression_attribute_names("#pk", PK)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let Err(error) = Box::pin(request.send()).await else { return Ok(None) };
        match error.into_service_error() {
            PutItemError::ConditionalCheckFailedException(failed) => {
                Ok(Some(failed.item.unwrap_or_default()))
            }
            source => Err(DirectoryError::Write { kind, source: source.into() }),
        }
    }

    /// One conditional `UpdateItem`: 1 write unit for each KB begun, also when the condition fails.
    pub(crate) async fn update(&self, write: &Write) -> Result<Updated, DirectoryError> {
        let kind = write.kind();
        let Some((key, expression, condition)) = write.as_update() else {
            return Err(DirectoryError::Unencodable { kind });
        };
        let (names, values) = write.terms();
        let request = self
            .client
            .update_item()
            .table_name(&self.table)
            .set_key(Some(key))
            .update_expression(expression)
            .condition_expression(condition)
            .set_expression_attribute_names(Some(names))
            .set_expression_attribute_values(values)
            .return_values(ReturnValue::AllNew)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        match Box::pin(request.send()).await {
            Ok(output) => Ok(Updated::Done(output.attributes.unwrap_or_default())),
            Err(error) => match error.into_service_error() {
                UpdateItemError::ConditionalCheckFailedException(failed) => {
                    Ok(Updated::Refused(failed.item))
                }
                source => Err(DirectoryError::Write { kind, source: source.into() }),
            },
        }
    }

    /// One `TransactWriteItems`: 2 write units for each KB begun of each item, also when it is
    /// refused. One that meets another transaction is tried again after a pause.
    ///
    /// The first write gives the error its kind.
    pub(crate) async fn transact(
        &self,
        writes: &[Write],
        caller: &Caller,
    ) -> Result<Transacted, DirectoryError> {
        let kind = writes.first().map_or(Kind::Operation, Write::kind);
        let (first, longest) = TRANSACTION_PAUSES;
        let mut jitter = Jitter::new(caller.chance, first, longest);
        for _ in 0..TRANSACTION_TRIES {
            let items = writes.iter().map(|it| it.clone().in_transaction(&self.table));
            let items = items.collect::<Result<Vec<_>, _>>()?;
            let request = self.client.transact_write_items().set_transact_items(Some(items));
            let Err(error) = Box::pin(request.send()).await else { return Ok(Transacted::Done) };
            match Cancelled::of(kind, error)? {
                Cancelled::Conflict => sleep(jitter.pause()).await,
                Cancelled::Refused(met) => return Ok(Transacted::Refused(met)),
            }
        }
        Err(DirectoryError::Contested { kind })
    }
}

/// Why a transaction did not happen, where that is no failure.
enum Cancelled {
    /// It met another one.
    Conflict,
    /// A condition failed.
    Refused(Vec<Met>),
}

impl Cancelled {
    fn of<R>(
        kind: Kind,
        error: SdkError<TransactWriteItemsError, R>,
    ) -> Result<Self, DirectoryError>
    where
        R: std::fmt::Debug + Send + Sync + 'static,
    {
        let reasons = match error.as_service_error() {
            Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
                cancelled.cancellation_reasons()
            }
            _ => return Err(DirectoryError::Write { kind, source: error.into() }),
        };
        let is = |code: &'static str| move |it: &CancellationReason| it.code() == Some(code);
        if reasons.iter().any(is("ConditionalCheckFailed")) {
            let met = |it: &CancellationReason| Met {
                failed: it.code() == Some("ConditionalCheckFailed"),
                item: it.item().cloned().filter(|item| !item.is_empty()),
            };
            return Ok(Self::Refused(reasons.iter().map(met).collect()));
        }
        if reasons.iter().any(is("TransactionConflict")) {
            return Ok(Self::Conflict);
        }
        // The reasons hold items, so the SDK's error is not kept as the source.
        let reason = reasons.iter().filter_map(CancellationReason::code).find(|it| *it != "None");
        Err(DirectoryError::Cancelled { kind, reason: reason.unwrap_or("unknown").to_owned() })
    }
}
