//! Whole calls about orders: other addresses, returns, and what an order is remembered for.
//!
//! How an order is doing is told in `conversations.rs`.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod address;
mod cancel;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../common/mod.rs"]
mod common;
mod properties;
mod returns;
mod status;
mod trouble;

use std::cell::RefCell;
use std::fmt::Write as _;
use std::rc::Rc;

use common::Call;
use dialogue::{Facts, Order, OrderStatus, Request, Return};
use expect_test::Expect;
use jiff::civil::{Date, date};
use line::Scenario;
use wording::Language;

fn order(
    number: &str,
    status: OrderStatus,
    expected: Option<Date>,
    delivered: Option<Date>,
) -> Facts {
    Facts::Order(Some(Order {
        number: number.parse().unwrap(),
        status,
        placed_on: None,
        shipped_on: None,
        expected_on: expected,
        delivered_on: delivered,
    }))
}

/// The business's records.
type Records = Box<dyn FnMut(&Request) -> Facts>;

/// The records as they answer when all is well.
fn well(request: &Request) -> Facts {
    use OrderStatus::{Cancelled, Delivered, Processing, Shipped};
    match request {
        Request::Order(number) => match number.as_str() {
            "10007" => order("10007", Processing, Some(date(2026, 3, 6)), None),
            "10009" => order("10009", Processing, Some(date(2026, 2, 27)), None),
            "44321" => order("44321", Shipped, Some(date(2026, 3, 4)), None),
            "61874" => order("61874", Shipped, Some(date(2026, 2, 27)), None),
            "20440" => order("20440", Delivered, None, Some(date(2026, 2, 26))),
            "20472" => order("20472", Delivered, None, Some(date(2026, 3, 1))),
            "20511" => order("20511", Delivered, None, Some(date(2025, 12, 20))),
            "30118" => order("30118", Cancelled, None, None),
            _ => Facts::Order(None),
        },
        Request::OpenReturn { order, .. } => Facts::Return(match order.as_str() {
            "20511" => Return::NotPossible,
            _ => Return::Opened,
        }),
        _ => Facts::Unavailable,
    }
}

/// The same, with one answer to every return.
fn returning(answer: Facts) -> impl FnMut(&Request) -> Facts + 'static {
    move |request| match request {
        Request::OpenReturn { .. } => answer.clone(),
        other => well(other),
    }
}

/// A call to a shop, and what its records were asked to change.
struct Shopper {
    call: Call,
    asked: Rc<RefCell<Vec<String>>>,
}

fn shopper(mut records: impl FnMut(&Request) -> Facts + 'static) -> Shopper {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let notes = Rc::clone(&asked);
    let call = Call::new(&[Scenario::Shop], move |request| {
        if let Request::OpenReturn { order, reason, operation } = request {
            let note = format!("{} back, {reason}, operation {}", order.as_str(), operation.0);
            notes.borrow_mut().push(note);
        }
        records(request)
    });
    Shopper { call, asked }
}

impl Shopper {
    fn says(mut self, said: &[&str]) -> Self {
        for it in said {
            self.call.says(it);
        }
        self
    }

    fn expect(&self, expect: &Expect) {
        let mut said = self.call.said().to_owned();
        for it in self.asked.borrow().iter() {
            writeln!(said, "-- takes {it}").unwrap();
        }
        expect.assert_eq(&said);
    }
}

fn check(said: &[&str], expect: &Expect) {
    shopper(well).says(said).expect(expect);
}

fn check_spanish(said: &[&str], expect: &Expect) {
    let mut shopper = shopper(well);
    shopper.call.language = Language::EsUs;
    shopper.says(said).expect(expect);
}
