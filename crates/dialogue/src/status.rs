//! Tells how an order is doing.

use jiff::civil::Date;

use crate::days;
use crate::speech::{Speech, Values};
use crate::wording::{self, Course, Known};
use crate::{Order, OrderStatus};

/// Says how an order is doing, with days as seen from `today`.
///
/// A day that cannot be true, such as a delivery tomorrow, is not said.
pub(crate) fn of(order: &Order, today: Date) -> Speech {
    let (done_on, due_on) = match order.status {
        OrderStatus::Processing => (None, order.expected_on),
        OrderStatus::Shipped => (order.shipped_on, order.expected_on),
        OrderStatus::Delivered => (order.delivered_on, None),
        OrderStatus::Cancelled => (None, None),
    };
    let past = done_on.and_then(|day| days::past(day, today));
    let (future, course) = match due_on.map(|day| (days::future(day, today), day)) {
        Some((Some(future), _)) => (Some(future), Course::OnTime),
        Some((None, day)) => (days::past(day, today), Course::Late),
        None => (None, Course::OnTime),
    };
    let known = match (&past, &future) {
        (None, None) => Known::Neither,
        (Some(_), None) => Known::Past,
        (None, Some(_)) => Known::Future,
        (Some(_), Some(_)) => Known::Both,
    };
    let values = Values {
        number: Some(&order.number),
        past: past.as_deref().unwrap_or_default(),
        future: future.as_deref().unwrap_or_default(),
        ..Values::default()
    };
    Speech::new(wording::status(order.status, known, course), &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrderStatus::{Cancelled, Delivered, Processing, Shipped};
    use jiff::civil::date;

    #[test]
    fn every_status_is_told_with_the_days_that_are_known() {
        let today = date(2026, 3, 2);
        let (yesterday, wednesday, long_ago) =
            (Some(date(2026, 3, 1)), Some(date(2026, 3, 4)), Some(date(2026, 2, 3)));
        for (status, done, due, told) in [
            (Processing, None, None, "is being prepared. It hasn't been shipped yet."),
            (Processing, None, wednesday, "is being prepared and should arrive on Wednesday."),
            (
                Processing,
                None,
                yesterday,
                "is still being prepared. It was due yesterday, so it's running late.",
            ),
            (Shipped, None, None, "is on its way."),
            (Shipped, yesterday, None, "was shipped yesterday and is on its way."),
            (Shipped, None, wednesday, "is on its way and should arrive on Wednesday."),
            (
                Shipped,
                yesterday,
                wednesday,
                "was shipped yesterday and should arrive on Wednesday.",
            ),
            (Shipped, Some(today), wednesday, "was shipped today and should arrive on Wednesday."),
            (
                Shipped,
                long_ago,
                yesterday,
                "was shipped on February 3rd. It was due yesterday, so it's running late.",
            ),
            (
                Shipped,
                None,
                yesterday,
                "is on its way. It was due yesterday, so it's running late.",
            ),
            // Left the day after tomorrow: that day is wrong, so it is left out.
            (Shipped, wednesday, None, "is on its way."),
            (Delivered, None, None, "has been delivered."),
            (Delivered, yesterday, None, "was delivered yesterday."),
            (Delivered, long_ago, yesterday, "was delivered on February 3rd."),
            (Delivered, wednesday, None, "has been delivered."),
            (
                Cancelled,
                yesterday,
                wednesday,
                "was cancelled, so it won't be delivered. \
                 If you didn't expect that, just ask for a person.",
            ),
        ] {
            let order = Order {
                number: "44321".parse().unwrap(),
                status,
                placed_on: None,
                shipped_on: done.filter(|_| status != Delivered),
                expected_on: due,
                delivered_on: done.filter(|_| status == Delivered),
            };
            assert_eq!(of(&order, today).into_text(), format!("Order 44321 {told}"));
        }
    }
}
