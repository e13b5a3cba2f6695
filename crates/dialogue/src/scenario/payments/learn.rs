//! What the records say of accounts and payments.

use line::PaymentMethod;
use wording::{Message, Value};

use super::owed::{Owed, money};
use super::{HandOver, Offer, Settled, Stage, Task};
use crate::business::{Bill, Invoice, InvoiceNumber, Money};
use crate::request::Payment;
use crate::slot::Slot;
use crate::task::Context;

/// Longest receipt number that is read out, in characters; a longer one is sent by SMS.
const MAX_SPOKEN_RECEIPT: usize = 10;

impl Task {
    /// Takes what is owed on the account.
    pub(super) fn learn_bill(&mut self, bill: Bill, cx: &mut Context<'_>) {
        let Some(account) = self.account() else { return self.fail() };
        let currency = cx.line.payments.currency;
        let is_left = |it: &InvoiceNumber| self.is_left(&account, it);
        let Ok(mut owed) = Owed::read(bill, &account, currency, is_left) else {
            return self.fail();
        };
        if cx.memory.account.as_ref() != Some(&account) {
            // The card is that of an account.
            self.declined = false;
        }
        self.counts.unknown = 0;
        self.not_found = None;
        let (count, total) = (owed.count, owed.total);
        // Whoever got a link wants to pay another one.
        let linked = |it: &Invoice| cx.memory.payments.is_linked(&account, &it.number);
        let has_link = owed.open.iter().any(linked);
        owed.open.sort_by_key(linked);
        cx.memory.account = Some(account);
        self.owed = Some(owed);
        match count {
            0 => {
                self.note("tell-nothing-owed");
                self.stage = Stage::Over;
            }
            1 => self.offer(Offer::Only, cx),
            _ => {
                let how = if has_link { Offer::Next } else { Offer::Oldest };
                let message = Message::new("tell-invoices");
                let message = message.with("count", Value::Number(count));
                self.say.push(message.with("total", money(total)));
                self.offer(how, cx);
            }
        }
    }

    /// No account has the number.
    pub(super) fn learn_no_account(&mut self, cx: &mut Context<'_>) {
        self.not_found = self.account();
        cx.memory.account.take_if(|it| Some(&*it) == self.not_found.as_ref());
        self.form.forget(Slot::AccountNumber);
        self.counts.unknown = self.counts.unknown.saturating_add(1);
        self.stage = if self.counts.unknown > 1 { Stage::NoAccount } else { Stage::Account };
    }

    /// Takes what came of paying the invoice at hand.
    pub(super) fn learn_payment(
        &mut self,
        method: PaymentMethod,
        came: Payment,
        cx: &mut Context<'_>,
    ) {
        let first = self.owed.as_ref().and_then(Owed::first).cloned();
        let (Some(account), Some(invoice)) = (self.account(), first) else {
            return self.fail();
        };
        let amount = invoice.amount;
        let payments = &mut cx.memory.payments;
        match (came, method) {
            // A charge that is answered by a link may have been made all the same.
            (Payment::Link { .. }, PaymentMethod::CardOnFile) => {
                self.stage = Stage::HandOver(HandOver::Unsure);
            }
            (Payment::Paid { receipt }, _) => {
                payments.tell(&account, &invoice.number);
                self.tell_paid(amount, &receipt, cx);
                self.last = Some(Settled::Paid(amount));
                self.advance(cx);
            }
            (Payment::AlreadyPaid, _) => {
                payments.tell(&account, &invoice.number);
                self.say.push(Message::new("tell-already-paid").with("amount", money(amount)));
                self.last = Some(Settled::AlreadyPaid);
                self.advance(cx);
            }
            (Payment::Declined, PaymentMethod::CardOnFile) => {
                payments.tell(&account, &invoice.number);
                self.declined = true;
                self.wanted = None;
                self.note("tell-card-declined");
                self.stage = if self.ways(cx).link { Stage::Declined } else { Stage::NoWay };
            }
            (Payment::NotOwed, _) => {
                payments.forget(&account, &invoice.number);
                self.owed = None;
                self.counts.changed = self.counts.changed.saturating_add(1);
                self.stage = if self.counts.changed > 1 {
                    Stage::HandOver(HandOver::Changing)
                } else {
                    self.note("note-bill-changed");
                    Stage::Account
                };
            }
            (Payment::Link { url }, PaymentMethod::Link) if is_address(&url) => {
                let message = Message::new("text-payment-link");
                let message = message.with("business", Value::Text(cx.line.name.clone()));
                let message = message.with("amount", money(amount)).with("url", Value::Text(url));
                cx.texts.push(message);
                payments.link(&account, &invoice.number);
                self.say.push(Message::new("tell-link-sent").with("amount", money(amount)));
                self.last = Some(Settled::Linked(amount));
                self.advance(cx);
            }
            (Payment::Link { .. } | Payment::Declined, PaymentMethod::Link) => self.fail(),
        }
    }

    /// The money was taken: says so, with the receipt as far as it can be said or sent.
    fn tell_paid(&mut self, amount: Money, receipt: &str, cx: &mut Context<'_>) {
        let is_plain = Payment::is_receipt(receipt);
        let is_sent = is_plain && cx.texting;
        if is_sent {
            let message = Message::new("text-payment-receipt");
            let message = message.with("business", Value::Text(cx.line.name.clone()));
            let message = message.with("amount", money(amount));
            cx.texts.push(message.with("receipt", Value::Text(receipt.to_owned())));
        }
        let message = if is_sent {
            Message::new("tell-paid-texted")
        } else if is_plain && receipt.len() <= MAX_SPOKEN_RECEIPT {
            Message::new("tell-paid").with("receipt", Value::Digits(receipt.to_owned()))
        } else {
            Message::new("tell-paid-silently")
        };
        self.say.push(message.with("amount", money(amount)));
    }
}

/// Whether a link can be sent: an address of a page, short enough, and nothing else.
fn is_address(url: &str) -> bool {
    url.starts_with("https://")
        && url.chars().count() <= Payment::MAX_ADDRESS
        && !url.contains(|it: char| it.is_whitespace() || it.is_control())
}
