//! What comes next about an order.

use jiff::civil::Date;
use wording::Message;

use super::{ASK_UNKNOWN, Goal, HandOver, NUMBER, Stage, Task, numbered, word, words};
use crate::order::{Order, OrderStatus};
use crate::question::{Expects, Question};
use crate::reply::Reason;
use crate::request::Request;
use crate::slot::Slot;
use crate::task::{Context, Done, Next};
use crate::wish::Wish;

/// Days after the delivery in which sending something back is offered to who asks how the order is
/// doing: it has just come, and they call. Whether it can go back, the records say.
const OFFERED_DAYS: i32 = 1;

impl Task {
    /// The next question of the form, the look-up, or the last confirmation.
    pub(super) fn ask(&mut self, cx: &mut Context<'_>) -> Next {
        let unconfirmed = self.number().is_none();
        if unconfirmed && self.order.is_some() {
            // Another number was given while one was under discussion.
            self.restart();
        }
        match self.form.next(self.fields(), cx) {
            Some(Next::Ask(question)) => self.question(question),
            Some(other) => other,
            None => match (self.number(), &self.order) {
                (Some(_), Some(_)) => {
                    self.stage = Stage::Confirm;
                    self.operation = self.operation.or_else(|| Some(cx.operation()));
                    let why = self.form.get(Slot::ReturnReason).unwrap_or(words::OTHER);
                    let message = self.about("confirm-return").with("why", word(why));
                    self.question(Question::new(message, Expects::YesNo))
                }
                (Some(number), None) => Next::Request(Request::Order(number)),
                (None, _) => Next::Person(Reason::Backend, Message::new("hand-over-backend")),
            },
        }
    }

    /// A question, after what is to be said before it.
    pub(super) fn question(&mut self, question: Question) -> Next {
        let Question { before, message, expects, about } = question;
        let not_found = self.not_found.as_ref().filter(|_| message.id == NUMBER.ask);
        let (message, unknown) = match not_found {
            Some(number) => {
                (Message::new(ASK_UNKNOWN), Some(numbered("tell-order-unknown", number.as_str())))
            }
            None => (message, None),
        };
        let before: Vec<Message> =
            std::mem::take(&mut self.say).into_iter().chain(unknown).chain(before).collect();
        Next::Ask(Question { before, message, expects, about })
    }

    /// The answer is given; what comes next is likely something else.
    pub(super) fn over(&mut self, served: bool, cx: &Context<'_>) -> Next {
        let offer = match (self.goal, &self.order) {
            (Goal::Status, Some(order)) => likely_next(order, cx.now.date()),
            _ => None,
        };
        Next::Done(Done { say: std::mem::take(&mut self.say), served, offer })
    }

    /// A person goes on.
    pub(super) fn hand_over(&self, why: HandOver) -> Next {
        match why {
            HandOver::Records => Next::Person(Reason::Backend, Message::new("hand-over-backend")),
            HandOver::Unsure => {
                Next::Person(Reason::Backend, Message::new("hand-over-return-unsure"))
            }
            HandOver::Address => Next::Person(Reason::Matter, self.about("hand-over-address")),
            HandOver::Cancel => Next::Person(Reason::Matter, self.about("hand-over-cancel")),
        }
    }
}

/// What a caller often wants who was told how an order is doing.
fn likely_next(order: &Order, today: Date) -> Option<(Wish, Message)> {
    let days_since = |day: Date| (today - day).get_days();
    match order.status {
        OrderStatus::Delivered => {
            let is_recent =
                order.delivered_on.is_some_and(|day| (0..=OFFERED_DAYS).contains(&days_since(day)));
            is_recent.then(|| (Wish::ReturnOrder, Message::new("offer-next-return")))
        }
        OrderStatus::Processing | OrderStatus::Shipped => {
            let is_late = order.expected_on.is_some_and(|day| day < today);
            is_late.then(|| (Wish::TalkToAgent, Message::new("offer-next-person-late")))
        }
        OrderStatus::Cancelled => None,
    }
}
