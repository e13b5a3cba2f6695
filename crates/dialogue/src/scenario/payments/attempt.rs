//! Which operation an invoice is paid under, so that it is paid once.

use line::PaymentMethod;
use serde::{Deserialize, Serialize};

use crate::business::InvoiceNumber;
use crate::request::Operation;

/// Most invoices whose operations are kept in a call.
const MAX_KEPT: usize = 8;

/// The operations under which an invoice is paid in this call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Attempt {
    invoice: InvoiceNumber,
    card: Operation,
    link: Operation,
    #[serde(default, skip_serializing_if = "Charge::is_not_asked")]
    charge: Charge,
    /// Whether a link to pay it was sent.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    linked: bool,
}

/// What is known of charging the card.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Charge {
    /// Nobody asked for it.
    #[default]
    NotAsked,
    /// It was asked for, and the records have not said what came of it.
    InDoubt,
    /// The records said what came of it.
    Told,
}

impl Charge {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_not_asked(&self) -> bool {
        *self == Self::NotAsked
    }
}

/// The operations of a call by invoice. They outlive the task, so that beginning again pays nothing
/// again.
///
/// INVARIANT: they are fixed when an invoice is offered, which is a turn before it can be paid. So a
/// turn that gets lost after the money was taken, and comes again, asks for the same operation; and a
/// number that a lost turn used is never that of another invoice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Attempts(Vec<Attempt>);

impl Attempts {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Fixes the operations of an invoice, unless they are.
    pub(super) fn plan(&mut self, invoice: &InvoiceNumber, mut new: impl FnMut() -> Operation) {
        if self.find(invoice).is_some() {
            return;
        }
        if self.0.len() >= MAX_KEPT
            && let Some(oldest) = self.0.iter().position(|it| it.charge != Charge::InDoubt)
        {
            self.0.remove(oldest);
        }
        let (card, link) = (new(), new());
        let invoice = invoice.clone();
        self.0.push(Attempt { invoice, card, link, charge: Charge::NotAsked, linked: false });
    }

    /// The operation under which an invoice is paid; `None` when it was never offered.
    pub(super) fn operation(
        &mut self,
        invoice: &InvoiceNumber,
        method: PaymentMethod,
    ) -> Option<Operation> {
        let attempt = self.find(invoice)?;
        Some(match method {
            PaymentMethod::CardOnFile => {
                attempt.charge = Charge::InDoubt;
                attempt.card
            }
            PaymentMethod::Link => attempt.link,
        })
    }

    /// The records said what came of charging the card.
    pub(super) fn tell(&mut self, invoice: &InvoiceNumber) {
        if let Some(attempt) = self.find(invoice) {
            attempt.charge = Charge::Told;
        }
    }

    /// A link to pay the invoice was sent.
    pub(super) fn link(&mut self, invoice: &InvoiceNumber) {
        if let Some(attempt) = self.find(invoice) {
            attempt.linked = true;
        }
    }

    /// Whether a link to pay the invoice was sent.
    pub(super) fn is_linked(&self, invoice: &InvoiceNumber) -> bool {
        self.0.iter().any(|it| it.invoice == *invoice && it.linked)
    }

    /// The records said that nothing came of it, since the invoice is another one now: it is paid
    /// under other operations.
    pub(super) fn forget(&mut self, invoice: &InvoiceNumber) {
        self.0.retain(|it| it.invoice != *invoice);
    }

    /// Whether money may have been taken for an invoice without the records saying so.
    pub(super) fn is_in_doubt(&self, invoice: &InvoiceNumber) -> bool {
        self.0.iter().any(|it| it.invoice == *invoice && it.charge == Charge::InDoubt)
    }

    fn find(&mut self, invoice: &InvoiceNumber) -> Option<&mut Attempt> {
        self.0.iter_mut().find(|it| it.invoice == *invoice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PaymentMethod::{CardOnFile, Link};

    fn number(text: &str) -> InvoiceNumber {
        text.parse().unwrap()
    }

    #[test]
    fn an_invoice_keeps_its_operations() {
        let mut attempts = Attempts::default();
        let mut last = 0;
        let mut new = || {
            last += 1;
            Operation(last)
        };
        attempts.plan(&number("a"), &mut new);
        attempts.plan(&number("b"), &mut new);
        attempts.plan(&number("a"), &mut new);
        assert_eq!(attempts.operation(&number("a"), CardOnFile), Some(Operation(1)));
        assert_eq!(attempts.operation(&number("a"), Link), Some(Operation(2)));
        assert_eq!(attempts.operation(&number("b"), CardOnFile), Some(Operation(3)));
        assert_eq!(attempts.operation(&number("c"), CardOnFile), None);

        assert!(attempts.is_in_doubt(&number("a")));
        attempts.tell(&number("a"));
        assert!(!attempts.is_in_doubt(&number("a")));
        assert_eq!(attempts.operation(&number("a"), CardOnFile), Some(Operation(1)));

        attempts.forget(&number("a"));
        attempts.plan(&number("a"), &mut new);
        assert_eq!(attempts.operation(&number("a"), CardOnFile), Some(Operation(5)));
    }

    #[test]
    fn what_is_in_doubt_is_not_forgotten_for_others() {
        let mut attempts = Attempts::default();
        let mut last = 0;
        for invoice in 0..20 {
            attempts.plan(&number(&invoice.to_string()), || {
                last += 1;
                Operation(last)
            });
            if invoice == 0 {
                attempts.operation(&number("0"), CardOnFile);
            }
        }
        assert!(attempts.is_in_doubt(&number("0")));
        assert_eq!(attempts.0.len(), MAX_KEPT);
    }
}
