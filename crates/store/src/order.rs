//! Orders. The business writes them, the line only reads.

use dialogue::{Order, OrderNumber};

use crate::{Kind, StoreError, Table, item, keys};

impl Table {
    /// Reads an order; `None` when no order has this number.
    ///
    /// One strongly consistent `GetItem`: 1 read unit.
    ///
    /// # Errors
    ///
    /// [`StoreError::Read`] when DynamoDB fails, [`StoreError::Malformed`] when the item is no order.
    pub async fn order(&self, number: &OrderNumber) -> Result<Option<Order>, StoreError> {
        let item = self.get(Kind::Order, keys::order(number)).await?;
        item.map(|it| item::decode(Kind::Order, it)).transpose()
    }
}
