//! Which operation an invoice is paid under, so that it is paid once.

use line::PaymentMethod;
use serde::{Deserialize, Serialize};

use crate::business::{AccountNumber, InvoiceNumber};
use crate::request::Operation;

/// Most invoices whose operations are kept in a call.
const MAX_KEPT: usize = 8;

/// The operations under which an invoice is paid in this call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Attempt {
    /// Whose invoice it is, since another account may have one with the same number. `None` in sessions
    /// from before accounts were told apart: then it is that of whichever account is asked about, so that
    /// nothing is charged under two operations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    account: Option<AccountNumber>,
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

impl Attempt {
    fn is_of(&self, account: &AccountNumber, invoice: &InvoiceNumber) -> bool {
        self.invoice == *invoice && self.account.as_ref().is_none_or(|it| it == account)
    }
}

impl Charge {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_not_asked(&self) -> bool {
        *self == Self::NotAsked
    }
}

/// The operations of a call by account and invoice. They outlive the task, so that beginning again
/// pays nothing again.
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
    pub(super) fn plan(
        &mut self,
        account: &AccountNumber,
        invoice: &InvoiceNumber,
        mut new: impl FnMut() -> Operation,
    ) {
        if self.find(account, invoice).is_some() {
            return;
        }
        if self.0.len() >= MAX_KEPT
            && let Some(oldest) = self.0.iter().position(|it| it.charge != Charge::InDoubt)
        {
            self.0.remove(oldest);
        }
        let (card, link) = (new(), new());
        let (account, invoice) = (Some(account.clone()), invoice.clone());
        self.0.push(Attempt {
            account,
            invoice,
            card,
            link,
            charge: Charge::NotAsked,
            linked: false,
        });
    }

    /// The operation under which an invoice is paid; `None` when it was never offered.
    pub(super) fn operation(
        &mut self,
        account: &AccountNumber,
        invoice: &InvoiceNumber,
        method: PaymentMethod,
    ) -> Option<Operation> {
        let attempt = self.find(account, invoice)?;
        Some(match method {
            PaymentMethod::CardOnFile => {
                attempt.charge = Charge::InDoubt;
                attempt.card
            }
            PaymentMethod::Link => attempt.link,
        })
    }

    /// The records said what came of charging the card.
    pub(super) fn tell(&mut self, account: &AccountNumber, invoice: &InvoiceNumber) {
        if let Some(attempt) = self.find(account, invoice) {
            attempt.charge = Charge::Told;
        }
    }

    /// A link to pay the invoice was sent.
    pub(super) fn link(&mut self, account: &AccountNumber, invoice: &InvoiceNumber) {
        if let Some(attempt) = self.find(account, invoice) {
            attempt.linked = true;
        }
    }

    /// Whether a link to pay the invoice was sent.
    pub(super) fn is_linked(&self, account: &AccountNumber, invoice: &InvoiceNumber) -> bool {
        self.0.iter().any(|it| it.is_of(account, invoice) && it.linked)
    }

    /// The records said that nothing came of it, since the invoice is another one now: it is paid
    /// under other operations.
    pub(super) fn forget(&mut self, account: &AccountNumber, invoice: &InvoiceNumber) {
        self.0.retain(|it| !it.is_of(account, invoice));
    }

    /// Whether money may have been taken for an invoice without the records saying so.
    pub(super) fn is_in_doubt(&self, account: &AccountNumber, invoice: &InvoiceNumber) -> bool {
        self.0.iter().any(|it| it.is_of(account, invoice) && it.charge == Charge::InDoubt)
    }

    fn find(&mut self, account: &AccountNumber, invoice: &InvoiceNumber) -> Option<&mut Attempt> {
        self.0.iter_mut().find(|it| it.is_of(account, invoice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PaymentMethod::{CardOnFile, Link};

    fn number(text: &str) -> InvoiceNumber {
        text.parse().unwrap()
    }

    fn account(text: &str) -> AccountNumber {
        text.parse().unwrap()
    }

    fn counter() -> impl FnMut() -> Operation {
        let mut last = 0;
        move || {
            last += 1;
            Operation(last)
        }
    }

    #[test]
    fn an_invoice_keeps_its_operations() {
        let mut attempts = Attempts::default();
        let mut new = counter();
        let mine = account("48210075");
        let [a, b, c] = ["a", "b", "c"].map(number);
        attempts.plan(&mine, &a, &mut new);
        attempts.plan(&mine, &b, &mut new);
        attempts.plan(&mine, &a, &mut new);
        assert_eq!(attempts.operation(&mine, &a, CardOnFile), Some(Operation(1)));
        assert_eq!(attempts.operation(&mine, &a, Link), Some(Operation(2)));
        assert_eq!(attempts.operation(&mine, &b, CardOnFile), Some(Operation(3)));
        assert_eq!(attempts.operation(&mine, &c, CardOnFile), None);

        assert!(attempts.is_in_doubt(&mine, &a));
        attempts.tell(&mine, &a);
        assert!(!attempts.is_in_doubt(&mine, &a));
        assert_eq!(attempts.operation(&mine, &a, CardOnFile), Some(Operation(1)));

        attempts.forget(&mine, &a);
        attempts.plan(&mine, &a, &mut new);
        assert_eq!(attempts.operation(&mine, &a, CardOnFile), Some(Operation(5)));
    }

    #[test]
    fn an_equal_number_of_another_account_is_another_invoice() {
        let mut attempts = Attempts::default();
        let mut new = counter();
        let [mine, yours] = ["48210075", "48210083"].map(account);
        let invoice = number("2026-03");
        attempts.plan(&mine, &invoice, &mut new);
        assert_eq!(attempts.operation(&yours, &invoice, CardOnFile), None);
        attempts.plan(&yours, &invoice, &mut new);
        assert_eq!(attempts.operation(&mine, &invoice, CardOnFile), Some(Operation(1)));
        assert!(!attempts.is_in_doubt(&yours, &invoice));
        assert_eq!(attempts.operation(&yours, &invoice, CardOnFile), Some(Operation(3)));
        attempts.tell(&yours, &invoice);
        assert!(attempts.is_in_doubt(&mine, &invoice));
        attempts.link(&mine, &invoice);
        assert!(attempts.is_linked(&mine, &invoice) && !attempts.is_linked(&yours, &invoice));
        attempts.forget(&yours, &invoice);
        assert_eq!(attempts.operation(&mine, &invoice, CardOnFile), Some(Operation(1)));
    }

    #[test]
    fn what_was_kept_without_its_account_is_paid_under_the_same_operation() {
        let kept = r#"[{"invoice":"2026-03","card":1,"link":2,"charge":"in-doubt"}]"#;
        let mut attempts: Attempts = serde_json::from_str(kept).unwrap();
        let (mine, invoice) = (account("48210075"), number("2026-03"));
        assert!(attempts.is_in_doubt(&mine, &invoice));
        attempts.plan(&mine, &invoice, || Operation(9));
        assert_eq!(attempts.operation(&mine, &invoice, CardOnFile), Some(Operation(1)));
        assert_eq!(serde_json::to_string(&attempts).unwrap(), kept);
    }

    #[test]
    fn what_is_in_doubt_is_not_forgotten_for_others() {
        let mut attempts = Attempts::default();
        let mut new = counter();
        let mine = account("48210075");
        for invoice in 0..20 {
            attempts.plan(&mine, &number(&invoice.to_string()), &mut new);
            if invoice == 0 {
                attempts.operation(&mine, &number("0"), CardOnFile);
            }
        }
        assert!(attempts.is_in_doubt(&mine, &number("0")));
        assert_eq!(attempts.0.len(), MAX_KEPT);
    }
}
