//! What comes next in a payment.

use line::PaymentMethod;
use wording::{Message, Value};

use super::owed::{Owed, about, money};
use super::{ACCOUNT, ASK_UNKNOWN, FIELDS, HandOver, Offer, Stage, Task, account_digits};
use crate::question::{Expects, Question};
use crate::reply::Reason;
use crate::request::Request;
use crate::slot::Slot;
use crate::task::{Context, Done, Next};

impl Task {
    /// What comes next, with what is to be said before it.
    pub(super) fn decide(&mut self, cx: &mut Context<'_>) -> Next {
        let yes_no = Expects::YesNo;
        let question = match self.stage {
            Stage::Account => match self.form.next(FIELDS, cx) {
                Some(Next::Ask(question)) => self.ask_account(question, cx),
                Some(other) => return other,
                None => return self.look_up(),
            },
            Stage::NoAccount => {
                self.note("tell-account-unknown-again");
                return Next::OfferPerson(std::mem::take(&mut self.say));
            }
            Stage::Offer(how) => self.offered(how, cx),
            Stage::Method => {
                self.question("choose-payment-method", Expects::Slot(Slot::PaymentMethod))
            }
            Stage::Card => self.question("confirm-card-payment", yes_no),
            Stage::Link => self.question("confirm-link-payment", yes_no),
            Stage::Declined => Question::new(Message::new("offer-link"), yes_no),
            Stage::NoWay | Stage::Hardship => {
                return Next::OfferPerson(std::mem::take(&mut self.say));
            }
            Stage::Paying(method) => return self.request(method, cx),
            Stage::Over => return self.over(),
            Stage::HandOver(why) => return self.hand_over(why),
        };
        let before = std::mem::take(&mut self.say);
        Next::Ask(before.into_iter().rev().fold(question, Question::after))
    }

    /// The account is asked for or read back.
    fn ask_account(&self, question: Question, cx: &Context<'_>) -> Question {
        if question.expects == Expects::YesNo {
            return question;
        }
        let Question { before, message, expects, about } = question;
        let digits = i64::try_from(account_digits(cx.line)).unwrap_or(i64::MAX);
        let is_unknown = message.id == ACCOUNT.ask && self.not_found.is_some();
        let message = if is_unknown { Message::new(ASK_UNKNOWN) } else { message };
        let message = message.with("digits", Value::Number(digits));
        let question = Question { before, message, expects, about };
        if is_unknown { question.after(Message::new("tell-account-unknown")) } else { question }
    }

    fn look_up(&mut self) -> Next {
        match self.account() {
            Some(account) => Next::Request(Request::Bill(account)),
            None => self.hand_over(HandOver::Records),
        }
    }

    /// The invoice at hand is offered.
    fn offered(&self, how: Offer, cx: &Context<'_>) -> Question {
        let id = match how {
            Offer::Only => "offer-invoice",
            Offer::Oldest => "offer-oldest-invoice",
            Offer::Next => "offer-next-invoice",
            Offer::Named => "offer-this-invoice",
        };
        let first = self.owed.as_ref().and_then(Owed::first);
        let message = first.map_or(Message::new(id), |it| about(id, it, cx.now.date()));
        Question::new(message, Expects::YesNo)
    }

    /// A question about the invoice at hand and the card.
    fn question(&self, id: &'static str, expects: Expects) -> Question {
        let mut message = Message::new(id);
        if id != "choose-payment-method"
            && let Some(amount) = self.amount()
        {
            message = message.with("amount", money(amount));
        }
        if id != "confirm-link-payment"
            && let Some(card) = self.owed.as_ref().and_then(|it| it.card.clone())
        {
            message = message.with("card", Value::Digits(card.last_four));
        }
        Question::new(message, expects)
    }

    /// The records are asked to take the money.
    fn request(&mut self, method: PaymentMethod, cx: &mut Context<'_>) -> Next {
        let first = self.owed.as_ref().and_then(Owed::first).cloned();
        let (Some(account), Some(invoice)) = (self.account(), first) else {
            return self.hand_over(HandOver::Records);
        };
        let Some(operation) = cx.memory.payments.operation(&account, &invoice.number, method)
        else {
            return self.hand_over(HandOver::Records);
        };
        let (invoice, amount) = (invoice.number, invoice.amount);
        Next::Request(Request::Pay { account, invoice, amount, method, operation })
    }

    fn over(&mut self) -> Next {
        let nothing_owed = self.owed.as_ref().is_some_and(|it| it.open.is_empty());
        let served = self.last.is_some() || (nothing_owed && !self.has_left());
        Next::Done(Done { say: std::mem::take(&mut self.say), served, offer: None })
    }

    fn hand_over(&mut self, why: HandOver) -> Next {
        self.stage = Stage::HandOver(why);
        self.say.clear();
        let (reason, message) = match why {
            HandOver::Records => (Reason::Backend, Message::new("hand-over-backend")),
            HandOver::Unsure => (Reason::Backend, Message::new("hand-over-payment-unsure")),
            HandOver::NoWay => {
                let message = Message::new("hand-over-no-payment-method");
                let amount = self.amount().map(money);
                (
                    Reason::Matter,
                    amount.into_iter().fold(message, |it, amount| it.with("amount", amount)),
                )
            }
            HandOver::CardNumber => (Reason::Matter, Message::new("hand-over-card-number")),
            HandOver::Changing => (Reason::Matter, Message::new("hand-over-bill-changed")),
        };
        Next::Person(reason, message)
    }
}
