//! Orders, which the business writes, and returns, which the line opens.

use dialogue::{Operation, Order, OrderNumber, Return};
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use super::once::{Change, Once};
use super::write::Write;
use super::{Kind, Records, item, keys};
use crate::directory::Answer;
use crate::{Caller, DirectoryError};

/// How long after delivery an order may come back, unless the order says otherwise: 30 days.
const RETURN_DAYS: i32 = 30;

/// May come back: delivered, and not too long ago by its own rule or the common one.
const RETURNABLE: &str = "#status = :delivered AND \
    (#returnable_until >= :today OR (attribute_not_exists(#returnable_until) AND #delivered_on >= :since))";

/// A return as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    number: OrderNumber,
    reason: String,
    operation: String,
    opened_at: Timestamp,
}

impl Records {
    /// One strongly consistent `GetItem`: 1 read unit.
    pub(super) async fn find_order(
        &self,
        number: &OrderNumber,
        caller: &Caller,
    ) -> Answer<Option<Order>> {
        let found = self.get(Kind::Order, keys::order(&caller.line, number)).await?;
        found.map(|it| item::decode(Kind::Order, it)).transpose()
    }

    /// One transaction that looks at the order, writes the return and the answer: 6 write units.
    /// One `PutItem` more, 1 write unit, when the answer is no.
    pub(super) async fn return_order(
        &self,
        order: &OrderNumber,
        reason: &str,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Return> {
        let key = caller.key(operation);
        let change = Change::new(key.clone(), "open-return", &[order.as_str(), reason]);
        let today = caller.now.date();
        let since = today.saturating_sub(Span::new().days(RETURN_DAYS));
        let record = Record {
            number: order.clone(),
            reason: reason.to_owned(),
            operation: key.to_string(),
            opened_at: caller.now.timestamp(),
        };
        let return_key = keys::order_return(&caller.line, order);
        let writes = vec![
            Write::new_item(Kind::Return, item::encode(Kind::Return, return_key, &record)?),
            Write::check(Kind::Order, keys::order(&caller.line, order), RETURNABLE)
                .names(&["status", "returnable_until", "delivered_on"])
                .value("delivered", item::text("delivered"))
                .value("today", item::text(today.to_string()))
                .value("since", item::text(since.to_string())),
        ];
        match self.once(&change, &Return::Opened, writes, caller).await? {
            Once::Now => Ok(Return::Opened),
            Once::Before(answer) => Ok(answer),
            Once::Refused(met) => {
                let [present, order] = met.as_slice() else {
                    return Err(DirectoryError::Contested { kind: Kind::Return });
                };
                let answer = if present.failed {
                    Return::AlreadyOpen
                } else if order.item.is_none() {
                    Return::NoOrder
                } else {
                    Return::NotPossible
                };
                self.settle(&change, answer, caller).await
            }
        }
    }
}
