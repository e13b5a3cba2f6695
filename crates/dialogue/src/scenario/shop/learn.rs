//! What the records say of an order.

use super::{Goal, HandOver, Stage, Task, status};
use crate::order::{Order, OrderStatus};
use crate::request::{Facts, Return};
use crate::slot::Slot;
use crate::task::Context;

impl Task {
    /// Knows the order, and what can be done about it.
    pub(super) fn know(&mut self, order: Order, cx: &Context<'_>) {
        // One that the caller gave is theirs to take back.
        if self.number().as_ref() != Some(&order.number) {
            self.form.know(Slot::OrderNumber, order.number.as_str());
        }
        let status = order.status;
        self.order = Some(order);
        self.stage = match (self.goal, status) {
            (Goal::Status, _) => {
                self.say.extend(self.order.as_ref().map(|it| status::of(it, cx.now.date())));
                Stage::Over { served: true }
            }
            (Goal::Address, OrderStatus::Processing) => Stage::HandOver(HandOver::Address),
            (Goal::Address, OrderStatus::Shipped) => {
                self.tell("tell-address-shipped");
                Stage::OfferPerson
            }
            (Goal::Address, OrderStatus::Cancelled) => {
                self.tell("tell-address-cancelled");
                Stage::Over { served: false }
            }
            (Goal::Cancel, OrderStatus::Processing) => Stage::HandOver(HandOver::Cancel),
            (Goal::Cancel, OrderStatus::Shipped) => {
                self.tell("tell-cancel-shipped");
                Stage::Over { served: false }
            }
            (Goal::Address | Goal::Cancel, OrderStatus::Delivered) => Stage::ReturnInstead,
            (Goal::Cancel, OrderStatus::Cancelled) => {
                self.tell("tell-cancel-already");
                Stage::Over { served: true }
            }
            (Goal::Return, OrderStatus::Processing) => {
                self.tell("tell-return-processing");
                Stage::OfferPerson
            }
            (Goal::Return, OrderStatus::Shipped) => {
                self.tell("tell-return-shipped");
                Stage::Over { served: false }
            }
            (Goal::Return, OrderStatus::Delivered) => Stage::Asking,
            (Goal::Return, OrderStatus::Cancelled) => {
                self.tell("tell-return-cancelled");
                Stage::Over { served: false }
            }
        };
    }

    /// Takes what the records answered.
    pub(super) fn take_facts(&mut self, facts: Facts, cx: &mut Context<'_>) {
        match (self.stage, facts) {
            (Stage::Asking, Facts::Order(Some(order)))
                if Some(&order.number) == self.number().as_ref() =>
            {
                cx.memory.order = Some(order.clone());
                cx.memory.unknown_order = None;
                self.not_found = None;
                self.unknown = 0;
                self.know(order, cx);
            }
            (Stage::Asking, Facts::Order(None)) => {
                self.not_found = self.number();
                cx.memory.unknown_order.clone_from(&self.not_found);
                self.form.forget(Slot::OrderNumber);
                self.unknown = self.unknown.saturating_add(1);
                if self.unknown > 1 {
                    self.stage = Stage::NoOrder;
                }
            }
            (Stage::Opening, Facts::Return(Return::Opened)) => {
                self.tell("tell-return-opened");
                self.stage = Stage::Over { served: true };
            }
            (Stage::Opening, Facts::Return(Return::AlreadyOpen)) => {
                self.tell("tell-return-already-open");
                self.stage = Stage::Over { served: true };
            }
            (Stage::Opening, Facts::Return(Return::NotPossible)) => {
                self.tell("tell-return-refused");
                self.stage = Stage::OfferPerson;
            }
            (Stage::Opening, Facts::Return(Return::NoOrder)) => {
                self.tell("tell-return-no-order");
                self.stage = Stage::OfferPerson;
            }
            (Stage::Opening, _) => self.stage = Stage::HandOver(HandOver::Unsure),
            (_, _) => self.stage = Stage::HandOver(HandOver::Records),
        }
    }
}
