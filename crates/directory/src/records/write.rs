//! Writes that happen together, each under its condition.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::builders::TransactWriteItemBuilder;
use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem,
    Update,
};

use super::Kind;
use super::item::{self, Item, Key, PK};
use crate::DirectoryError;

/// A write, or a look, and what must be true for it. In its expressions `#name` stands for the
/// attribute `name`, and `:value` for a value given with [`Write::value`].
#[derive(Debug, Clone)]
pub(crate) struct Write {
    kind: Kind,
    act: Act,
    condition: &'static str,
    names: HashMap<String, String>,
    values: HashMap<String, AttributeValue>,
}

#[derive(Debug, Clone)]
enum Act {
    Put(Item),
    Update(Item, &'static str),
    Check(Item),
}

impl Write {
    /// Writes an item where none is.
    pub(crate) fn new_item(kind: Kind, item: Item) -> Self {
        Self::of(kind, Act::Put(item), "attribute_not_exists(#pk)").name(PK)
    }

    /// Changes an item.
    pub(crate) fn update(
        kind: Kind,
        key: Key,
        expression: &'static str,
        condition: &'static str,
    ) -> Self {
        Self::of(kind, Act::Update(item::key(key), expression), condition)
    }

    /// Only looks at an item.
    pub(crate) fn check(kind: Kind, key: Key, condition: &'static str) -> Self {
        Self::of(kind, Act::Check(item::key(key)), condition)
    }

    fn of(kind: Kind, act: Act, condition: &'static str) -> Self {
        Self { kind, act, condition, names: HashMap::new(), values: HashMap::new() }
    }

    /// Lets the expressions use the attribute `name` as `#name`.
    #[must_use]
    pub(crate) fn name(mut self, name: &str) -> Self {
        self.names.insert(format!("#{name}"), name.to_owned());
        self
    }

    /// Lets the expressions use several attributes.
    #[must_use]
    pub(crate) fn names(self, names: &[&str]) -> Self {
        names.iter().fold(self, |it, name| it.name(name))
    }

    /// Lets the expressions use a value as `:name`.
    #[must_use]
    pub(crate) fn value(mut self, name: &str, value: AttributeValue) -> Self {
        self.values.insert(format!(":{name}"), value);
        self
    }

    /// What is written or looked at.
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// The write as part of a transaction that tells which items stood in its way.
    pub(crate) fn in_transaction(self, table: &str) -> Result<TransactWriteItem, DirectoryError> {
        let kind = self.kind;
        let (names, values) = (self.names, Some(self.values).filter(|it| !it.is_empty()));
        let tell = ReturnValuesOnConditionCheckFailure::AllOld;
        let write = TransactWriteItem::builder();
        let built = match self.act {
            Act::Put(item) => Put::builder()
                .table_name(table)
                .set_item(Some(item))
                .condition_expression(self.condition)
                .set_expression_attribute_names(Some(names))
                .set_expression_attribute_values(values)
                .return_values_on_condition_check_failure(tell)
                .build()
                .map(|it| write.put(it)),
            Act::Update(key, expression) => Update::builder()
                .table_name(table)
                .set_key(Some(key))
                .update_expression(expression)
                .condition_expression(self.condition)
                .set_expression_attribute_names(Some(names))
                .set_expression_attribute_values(values)
                .return_values_on_condition_check_failure(tell)
                .build()
                .map(|it| write.update(it)),
            Act::Check(key) => ConditionCheck::builder()
                .table_name(table)
                .set_key(Some(key))
                .condition_expression(self.condition)
                .set_expression_attribute_names(Some(names))
                .set_expression_attribute_values(values)
                .return_values_on_condition_check_failure(tell)
                .build()
                .map(|it| write.condition_check(it)),
        };
        built
            .map(TransactWriteItemBuilder::build)
            .map_err(|source| DirectoryError::Write { kind, source: source.into() })
    }

    /// The names and values of the expressions.
    pub(crate) fn terms(
        &self,
    ) -> (HashMap<String, String>, Option<HashMap<String, AttributeValue>>) {
        (self.names.clone(), Some(self.values.clone()).filter(|it| !it.is_empty()))
    }

    /// What an update needs: key, expression, condition. `None` for other writes.
    pub(crate) fn as_update(&self) -> Option<(Item, &'static str, &'static str)> {
        match &self.act {
            Act::Update(key, expression) => Some((key.clone(), expression, self.condition)),
            Act::Put(_) | Act::Check(_) => None,
        }
    }
}
