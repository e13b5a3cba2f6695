//! Sessions from before there were several scenarios, in the midst of a call.

use super::{Asking, Session};
use crate::slot::Slot;
use crate::slot::Slots;
use crate::wish::Wish;

/// What a session of before leaves to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Legacy {
    /// The wish that was being served.
    pub(crate) wish: Wish,
    /// What was understood of it.
    pub(crate) slots: Slots,
}

impl Session {
    /// Brings a session of before into today's shape, and says what it was busy with.
    pub(crate) fn renew(&mut self) -> Option<Legacy> {
        if let Some(order) = self.order.take() {
            self.memory.order.get_or_insert(order);
        }
        if let Some(number) = self.not_found.take() {
            self.memory.unknown_order.get_or_insert(number);
        }
        let slots = match std::mem::take(&mut self.asking) {
            Asking::Number => Slots::new(),
            Asking::Confirmation(number) => Slots::from([(Slot::OrderNumber, number.into())]),
            // Written by a newer version, whose question this one cannot read.
            Asking::Task if self.doing.is_none() || self.question.is_none() => {
                self.doing = None;
                return None;
            }
            Asking::Resume if self.aside.is_none() => return None,
            Asking::Matter if self.remembered.matters.is_empty() => return None,
            asking => {
                self.asking = asking;
                return None;
            }
        };
        Some(Legacy { wish: Wish::CheckOrderStatus, slots })
    }
}
