//! What callers want of an order.

use serde::{Deserialize, Serialize};

use super::words;
use crate::said::Said;
use crate::task::Answer;
use crate::wish::Wish;

/// What the caller wants of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Goal {
    /// To know how it is doing.
    Status,
    /// To have it delivered somewhere else.
    Address,
    /// To send it back.
    Return,
    /// Not to have it after all. For recognition it is one with sending it back: what comes of either
    /// depends on how far the order has come.
    Cancel,
}

impl Goal {
    /// What a wish comes to in the words that named it.
    pub(super) fn of(wish: Wish, answer: &Answer<'_>) -> Self {
        match wish {
            Wish::ChangeDeliveryAddress => Self::Address,
            Wish::ReturnOrder if is_cancelled(answer) => Self::Cancel,
            Wish::ReturnOrder => Self::Return,
            _ => Self::Status,
        }
    }

    /// The wish that it is.
    pub(super) fn wish(self) -> Wish {
        match self {
            Self::Status => Wish::CheckOrderStatus,
            Self::Address => Wish::ChangeDeliveryAddress,
            Self::Return | Self::Cancel => Wish::ReturnOrder,
        }
    }
}

/// Whether the words ask to cancel an order, and not to send it back.
pub(super) fn is_cancelled(answer: &Answer<'_>) -> bool {
    let said = Said::new(answer.said, answer.language);
    said.places(&words::CANCEL).iter().any(|it| !said.refuses(it)) && !said.has(&words::SEND_BACK)
}

#[cfg(test)]
mod tests {
    use wording::Language::{EnUs, EsUs};

    use super::*;
    use crate::slot::Slots;

    #[test]
    fn to_cancel_is_not_to_send_back() {
        let slots = Slots::new();
        for (said, language, goal) in [
            ("cancel my order", EnUs, Goal::Cancel),
            ("I need to cancel order 44321", EnUs, Goal::Cancel),
            ("send back my order", EnUs, Goal::Return),
            ("I don't want to cancel, I want to return it", EnUs, Goal::Return),
            ("cancel the order and send it back", EnUs, Goal::Return),
            ("quiero cancelar mi pedido", EsUs, Goal::Cancel),
            ("anule el pedido por favor", EsUs, Goal::Cancel),
            ("quiero devolver mi pedido", EsUs, Goal::Return),
            ("", EnUs, Goal::Return),
        ] {
            let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
            assert_eq!(Goal::of(Wish::ReturnOrder, &answer), goal, "{said:?}");
        }
    }
}
