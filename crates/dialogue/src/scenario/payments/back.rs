//! Going back, and handing on.

use wording::{Message, Value};

use super::{FIELDS, HandOver, Offer, Settled, Stage, Task, Ways, owed};
use crate::slot::Slot;
use crate::task::Context;

impl Task {
    /// Goes back to the question before; `false` when there is none, or something was settled since.
    pub(super) fn go_back(&mut self, cx: &mut Context<'_>) -> bool {
        let is_first = self.last.is_none() && self.left.is_empty() && self.left_of.is_empty();
        let Ways { card, link } = self.possible(cx);
        match self.stage {
            Stage::Account => return self.form.back(FIELDS, cx),
            Stage::NoAccount => {
                self.counts.unknown = 0;
                self.stage = Stage::Account;
            }
            Stage::Offer(_) if is_first => {
                self.form.forget(Slot::AccountNumber);
                cx.memory.account = None;
                self.restart();
            }
            Stage::Card | Stage::Link if card && link => {
                self.refused.clear();
                self.stage = Stage::Method;
            }
            Stage::Method | Stage::Card | Stage::Link | Stage::NoWay | Stage::Hardship
                if self.owed.is_some() && (card || link) =>
            {
                self.offer(Offer::Named, cx);
            }
            Stage::Offer(_)
            | Stage::Method
            | Stage::Card
            | Stage::Link
            | Stage::Declined
            | Stage::NoWay
            | Stage::Hardship
            | Stage::Paying(_)
            | Stage::Over
            | Stage::HandOver(_) => return false,
        }
        self.wanted = None;
        true
    }

    /// What the person who takes over should know.
    pub(super) fn sum_up(&self) -> Option<Message> {
        let said = self.form.last(Slot::AccountNumber);
        let of =
            |id, number: &str| Message::new(id).with("number", Value::Digits(number.to_owned()));
        let with = |id, amount| said.map(|it| of(id, it).with("amount", owed::money(amount)));
        match (self.stage, self.amount(), self.last) {
            (Stage::HandOver(HandOver::Unsure), Some(amount), _) => {
                with("summary-payment-unsure", amount)
            }
            (Stage::Hardship, Some(amount), _) => with("summary-payment-hardship", amount),
            (Stage::Hardship, None, _) => Some(Message::new("summary-payment-cannot")),
            (_, Some(amount), None) if self.declined => with("summary-payment-declined", amount),
            (_, _, Some(Settled::Paid(amount))) => with("summary-payment-paid", amount),
            (_, _, Some(Settled::Linked(amount))) => with("summary-payment-link", amount),
            (_, Some(amount), _) => with("summary-payment-invoice", amount),
            (_, None, _) if self.has_left() => said.map(|it| of("summary-payment-left", it)),
            (_, None, _) if self.owed.is_some() => said.map(|it| of("summary-payment-settled", it)),
            (_, None, _) => match (&self.not_found, said) {
                (_, Some(number)) if self.account().is_some() => {
                    Some(of("summary-payment-account", number))
                }
                (_, Some(number)) => Some(of("summary-payment-account-heard", number)),
                (Some(number), None) => {
                    Some(of("summary-payment-account-unknown", number.as_str()))
                }
                (None, None) => None,
            },
        }
    }
}
