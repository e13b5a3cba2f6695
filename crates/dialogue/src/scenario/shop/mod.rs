//! Orders: how one is doing, another delivery address, sending something back.
//!
//! An order number is read back and confirmed before it is looked up, and looked up once for all that
//! the caller wants of it.

mod begin;
mod goal;
mod learn;
mod next;
mod status;
mod words;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use wording::{Message, Value};

pub(crate) use self::begin::{begin, claims};
use self::goal::Goal;
use crate::form::{Confirm, Field, Form, Kind, Length, Need};
use crate::heard::YesNo;
use crate::matter::Matter;
use crate::order::{Order, OrderNumber, OrderStatus};
use crate::question::{Expects, Question};
use crate::request::{Facts, Operation, Request};
use crate::scenario::agree::{agrees, agrees_outright};
use crate::slot::{Slot, Slots};
use crate::task::{self, Answer, Context, Next, Taken};
use crate::wish::Wish;

/// The question after a number that no order has.
const ASK_UNKNOWN: &str = "ask-order-number-unknown";

/// Which order it is about.
const NUMBER: Field = Field {
    slot: Slot::OrderNumber,
    kind: Kind::Digits(Length::Exactly(5)),
    need: Need::Asked,
    ask: "ask-order-number",
    again: &["ask-order-number-again", "ask-order-number-keypad"],
    also: &[ASK_UNKNOWN],
    confirm: Some(Confirm {
        message: "confirm-order-number",
        corrected: Some("confirm-order-number-corrected"),
        value: "number",
        hand_over: "hand-over-order-number",
    }),
};

/// Why it goes back.
const REASON: Field = Field {
    slot: Slot::ReturnReason,
    kind: Kind::OneOf(words::REASONS),
    need: Need::Asked,
    ask: "ask-return-reason",
    again: &[],
    also: &[],
    confirm: None,
};

/// What is asked before the order is looked up.
const ORDER: &[Field] = &[NUMBER];

/// What may be said of a return before the order is looked up.
const RETURN_EARLY: &[Field] = &[NUMBER, Field { need: Need::Taken, ..REASON }];

/// What is asked once the order can go back.
const RETURN: &[Field] = &[NUMBER, REASON];

/// What is done about an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Task {
    goal: Goal,
    form: Form,
    #[serde(default)]
    stage: Stage,
    /// What the records say of the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    order: Option<Order>,
    /// Times in a row that a number belonged to no order.
    #[serde(default)]
    unknown: u32,
    /// The last number that no order has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    not_found: Option<OrderNumber>,
    /// Under which operation the order is taken back. It is fixed before the caller is asked, a turn
    /// before it is used, so that a turn that gets lost and comes again asks for the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    operation: Option<Operation>,
    /// Said before what comes next.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    say: Vec<Message>,
}

/// Where the task is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    /// The caller is asked, or the order is looked up.
    #[default]
    Asking,
    /// Two numbers in a row belonged to no order.
    NoOrder,
    /// An order was delivered, so it can be neither redirected nor cancelled: the caller says
    /// whether it goes back.
    ReturnInstead,
    /// The caller confirms that the order goes back.
    Confirm,
    /// The records are asked to take it back.
    Opening,
    /// What the line can say was said, and it is not what the caller wanted.
    OfferPerson,
    /// The caller got an answer.
    Over {
        /// Whether it is what they wanted.
        served: bool,
    },
    /// A person goes on.
    HandOver(HandOver),
}

/// Why a person goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum HandOver {
    /// The records cannot be reached, and nothing was changed.
    Records,
    /// The records failed while a return was being opened.
    Unsure,
    /// The address of the order can be changed by a person only.
    Address,
    /// The order can be cancelled by a person only.
    Cancel,
}

fn numbered(id: &'static str, number: &str) -> Message {
    Message::new(id).with("number", Value::Digits(number.to_owned()))
}

fn word(key: &str) -> Value {
    Value::Word(key.to_owned())
}

impl Task {
    /// What is asked now.
    fn fields(&self) -> &'static [Field] {
        match (self.goal, &self.order) {
            (Goal::Status | Goal::Address | Goal::Cancel, _) => ORDER,
            (Goal::Return, None) => RETURN_EARLY,
            (Goal::Return, Some(_)) => RETURN,
        }
    }

    /// The number that is confirmed.
    fn number(&self) -> Option<OrderNumber> {
        self.form.settled(Slot::OrderNumber)?.parse().ok()
    }

    /// A message about the order.
    fn about(&self, id: &'static str) -> Message {
        let number = self.order.as_ref().map(|it| it.number.as_str());
        numbered(id, number.or(self.form.get(Slot::OrderNumber)).unwrap_or_default())
    }

    fn tell(&mut self, id: &'static str) {
        let message = self.about(id);
        self.say.push(message);
    }

    /// Begins anew with the number.
    fn restart(&mut self) {
        self.order = None;
        self.operation = None;
        self.stage = Stage::Asking;
    }

    /// Takes another number, or another reason, beside a question that is not the form's; whether
    /// there was one.
    fn take_beside(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> bool {
        // Recognition hands back what it found earlier; beside a question it is not news.
        let nothing = Slots::new();
        let said = Answer { slots: &nothing, ..*answer };
        let taken = self.form.take(self.fields(), &said, cx);
        if taken {
            // What is asked for is another thing now.
            self.operation = None;
            self.stage = Stage::Asking;
            if self.number().is_none() {
                self.restart();
            }
        }
        taken
    }
}

impl task::Task for Task {
    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        match self.stage {
            Stage::Asking | Stage::Confirm => self.ask(cx),
            Stage::NoOrder => {
                let number = self.not_found.as_ref().map_or("", OrderNumber::as_str);
                Next::OfferPerson(vec![numbered("tell-order-unknown-again", number)])
            }
            Stage::ReturnInstead => {
                let why = if self.goal == Goal::Cancel { "cancel" } else { "address" };
                let message = self.about("offer-return-instead").with("why", word(why));
                self.question(Question::new(message, Expects::YesNo))
            }
            Stage::Opening => match (self.number(), self.operation) {
                (Some(order), Some(operation)) => {
                    let reason = self.form.get(Slot::ReturnReason).unwrap_or(words::OTHER);
                    let reason = reason.to_owned();
                    Next::Request(Request::OpenReturn { order, reason, operation })
                }
                _ => self.hand_over(HandOver::Records),
            },
            Stage::OfferPerson => Next::OfferPerson(std::mem::take(&mut self.say)),
            Stage::Over { served } => self.over(served, cx),
            Stage::HandOver(why) => self.hand_over(why),
        }
    }

    fn hear(&mut self, asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        if let Some(taken) = self.form.hear(self.fields(), asked, answer, cx) {
            // Nobody owes a reason.
            if taken == Taken::Missing && asked.message.id == REASON.ask {
                self.form.know(Slot::ReturnReason, words::OTHER);
                return Taken::Understood;
            }
            return taken;
        }
        let had_reason = self.form.get(Slot::ReturnReason).is_some();
        if self.take_beside(answer, cx) {
            let is_corrected = had_reason && self.order.is_some();
            return if is_corrected {
                Taken::Noted(Message::new("note-corrected"))
            } else {
                Taken::Understood
            };
        }
        let yes_no =
            if self.stage == Stage::Confirm { agrees_outright(answer) } else { agrees(answer) };
        match (self.stage, yes_no) {
            (Stage::ReturnInstead, Some(YesNo::Yes)) => {
                self.goal = Goal::Return;
                self.stage = Stage::Asking;
            }
            (Stage::Confirm, Some(YesNo::Yes)) => self.stage = Stage::Opening,
            (Stage::ReturnInstead, Some(YesNo::No)) => {
                self.say.push(Message::new("note-okay"));
                self.stage = Stage::Over { served: false };
            }
            (Stage::Confirm, Some(YesNo::No)) => {
                self.say.push(Message::new("tell-return-dropped"));
                self.stage = Stage::Over { served: false };
            }
            _ => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    fn learn(&mut self, facts: Facts, cx: &mut Context<'_>) {
        self.take_facts(facts, cx);
    }

    fn back(&mut self, cx: &mut Context<'_>) -> bool {
        match self.stage {
            Stage::Asking | Stage::Confirm => {
                self.operation = None;
                self.stage = Stage::Asking;
                let went = self.form.back(self.fields(), cx);
                if self.form.get(Slot::OrderNumber).is_none() {
                    self.restart();
                }
                went
            }
            Stage::NoOrder | Stage::ReturnInstead | Stage::OfferPerson => {
                self.form.forget(Slot::OrderNumber);
                self.not_found = None;
                self.say.clear();
                self.restart();
                true
            }
            Stage::Opening | Stage::Over { .. } | Stage::HandOver(_) => false,
        }
    }

    fn summary(&self) -> Option<Message> {
        let Some(order) = &self.order else {
            let heard = self.form.last(Slot::OrderNumber);
            return match (heard, &self.not_found) {
                (Some(number), _) => Some(numbered("summary-order-maybe", number)),
                (None, Some(number)) => Some(numbered("summary-order-unknown", number.as_str())),
                (None, None) => None,
            };
        };
        let why = self.form.get(Slot::ReturnReason).unwrap_or(words::OTHER);
        let status = word(order.status.as_str());
        Some(match (self.goal, self.stage) {
            (Goal::Status, _) => self.about("summary-order-known").with("status", status),
            (Goal::Address, _) => self.about("summary-address").with("status", status),
            (Goal::Cancel, _) => self.about("summary-cancel").with("status", status),
            (Goal::Return, Stage::HandOver(HandOver::Unsure)) => {
                self.about("summary-return-unsure")
            }
            (Goal::Return, Stage::Over { served: true }) => self.about("summary-return-opened"),
            (Goal::Return, _) => self.about("summary-return").with("why", word(why)),
        })
    }

    fn turn_to(&mut self, wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> bool {
        let goal = Goal::of(wish, answer);
        if goal == Goal::Status && words::is_just_number(answer) {
            // Recognition takes a number for the wish to hear of it, whatever was asked.
            if !self.take_beside(answer, cx) && self.form.get(Slot::OrderNumber).is_some() {
                self.form.settle(Slot::OrderNumber);
            }
            return true;
        }
        // A return that is under way is come back to; anything else goes on with the same order.
        if self.goal == Goal::Return && goal != Goal::Return && self.order.is_some() {
            return false;
        }
        self.goal = goal;
        self.form.read_plainly();
        let taken = self.take_beside(answer, cx);
        if !taken && let Some(order) = self.order.take() {
            self.say.clear();
            self.know(order, cx);
        }
        true
    }

    fn wish(&self) -> Option<Wish> {
        Some(self.goal.wish())
    }

    fn matter(&self, today: Date) -> Option<Matter> {
        let order = self.order.as_ref().filter(|it| is_open(it))?;
        Some(matter(order, today))
    }

    fn closed(&self, today: Date) -> Option<Matter> {
        let order = self.order.as_ref().filter(|it| !is_open(it))?;
        Some(matter(order, today))
    }
}

/// Whether an order is on its way.
fn is_open(order: &Order) -> bool {
    matches!(order.status, OrderStatus::Processing | OrderStatus::Shipped)
}

/// An order, as something to call about again.
fn matter(order: &Order, today: Date) -> Matter {
    let slots = Slots::from([(Slot::OrderNumber, order.number.as_str().to_owned())]);
    Matter { wish: Wish::CheckOrderStatus, slots, on: today, until: None }
}
