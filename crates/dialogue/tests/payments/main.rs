//! Whole calls of people who pay, with the engine.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod accounts;
mod anew;
mod answers;
mod changes;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../common/mod.rs"]
mod common;
mod conversations;
mod once;
mod records;
mod trouble;

use std::cell::RefCell;
use std::fmt::Write as _;
use std::rc::Rc;

use common::Call;
use dialogue::{Facts, Request};
use expect_test::Expect;
use line::Scenario;

/// The business's records.
type Records = Box<dyn FnMut(&Request) -> Facts>;

/// A call on a line that takes payments, and what its records were asked to change.
struct Payer {
    call: Call,
    asked: Rc<RefCell<Vec<String>>>,
}

fn payer(mut records: impl FnMut(&Request) -> Facts + 'static) -> Payer {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let notes = Rc::clone(&asked);
    let mut call = Call::new(&[Scenario::Payments], move |request| {
        if let Request::Pay { amount, method, operation, .. } = request {
            let note = format!("{} by {method:?}, operation {}", amount.minor, operation.0);
            notes.borrow_mut().push(note);
        }
        records(request)
    });
    "Summit Energy".clone_into(&mut call.line.name);
    call.line.payments.account_digits = 8;
    Payer { call, asked }
}

impl Payer {
    /// The caller says all of this, the first time what they call for.
    fn says(mut self, said: &[&str]) -> Self {
        for (at, it) in said.iter().enumerate() {
            let intent = if at == 0 && !it.contains('@') { " @PayInvoice" } else { "" };
            self.call.says(&format!("{it}{intent}"));
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

/// Talks with the records as they are when all is well.
fn check(said: &[&str], expect: &Expect) {
    payer(records::well).says(said).expect(expect);
}

/// The same in Spanish.
fn check_spanish(said: &[&str], expect: &Expect) {
    let mut payer = payer(records::well);
    payer.call.language = wording::Language::EsUs;
    payer.says(said).expect(expect);
}
