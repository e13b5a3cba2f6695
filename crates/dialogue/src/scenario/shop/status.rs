//! Tells how an order is doing.

use jiff::civil::Date;
use wording::{Message, Value};

use crate::order::{Order, OrderStatus};

/// Says how an order is doing, with days as seen from `today`.
///
/// A day that cannot be true, such as a delivery tomorrow, is not said.
pub(super) fn of(order: &Order, today: Date) -> Message {
    let (done_on, due_on) = match order.status {
        OrderStatus::Processing => (None, order.expected_on),
        OrderStatus::Shipped => (order.shipped_on, order.expected_on),
        OrderStatus::Delivered => (order.delivered_on, None),
        OrderStatus::Cancelled => (None, None),
    };
    let past = done_on.filter(|day| *day <= today);
    let late = due_on.is_some_and(|day| day < today);
    let known = match (past, due_on) {
        (None, None) => "neither",
        (Some(_), None) => "past",
        (None, Some(_)) => "future",
        (Some(_), Some(_)) => "both",
    };
    let mut message = Message::new("tell-order-status")
        .with("number", Value::Digits(order.number.as_str().to_owned()))
        .with("status", word(order.status.as_str()))
        .with("known", word(known))
        .with("course", word(if late { "late" } else { "on-time" }));
    if let Some(day) = past {
        message = message.with("past", Value::Day(day));
    }
    if let Some(day) = due_on {
        message = message.with("future", Value::Day(day));
    }
    message
}

fn word(key: &str) -> Value {
    Value::Word(key.to_owned())
}
