//! Paying what is owed on an account: with the card on file, or by a link sent by SMS.
//!
//! Invoices are paid one at a time, the oldest first, so that every amount is confirmed by itself and
//! a failure is that of one invoice. Card numbers are never taken.
//!
//! ## Paid once
//!
//! An invoice is paid under an operation that is fixed before the caller is asked, see [`Attempts`].
//! When the records fail while the card is charged, nothing more is tried for this invoice in this
//! call: a person looks into it.

mod attempt;
mod back;
mod begin;
mod card;
mod hear;
mod learn;
mod next;
mod owed;
mod state;
mod words;

use jiff::civil::Date;
use line::PaymentMethod;
use wording::Message;

pub(crate) use self::attempt::Attempts;
pub(crate) use self::begin::{begin, claims};
use self::owed::Owed;
pub(crate) use self::state::Task;
use self::state::{HandOver, Offer, Settled, Stage};
use crate::business::{AccountNumber, InvoiceNumber, Money};
use crate::form::{Confirm, Field, Kind, Length, Need};
use crate::matter::Matter;
use crate::question::Question;
use crate::request::{Facts, Operation};
use crate::slot::{Slot, Slots};
use crate::task::{self, Answer, Context, Next, Taken};
use crate::wish::Wish;

/// The question after a number that no account has.
const ASK_UNKNOWN: &str = "ask-account-number-unknown";

/// What the caller is asked for.
const FIELDS: &[Field] = &[ACCOUNT];

/// Whose invoices.
const ACCOUNT: Field = Field {
    slot: Slot::AccountNumber,
    kind: Kind::Digits(Length::Of(account_digits)),
    need: Need::Asked,
    ask: "ask-account-number",
    again: &["ask-account-number-again", "ask-account-number-keypad"],
    also: &[ASK_UNKNOWN],
    confirm: Some(Confirm {
        message: "confirm-account-number",
        corrected: Some("confirm-account-number-corrected"),
        value: "number",
        hand_over: "hand-over-account-number",
    }),
};

fn account_digits(line: &line::Line) -> usize {
    usize::try_from(line.payments.account_digits).unwrap_or(usize::MAX)
}

/// Ways to pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ways {
    card: bool,
    link: bool,
}

impl Task {
    fn note(&mut self, id: &'static str) {
        self.say.push(Message::new(id));
    }

    /// The caller does not have the money: that is acknowledged before anything else, and nobody asks for
    /// it again.
    fn bear_with(&mut self) {
        self.say.clear();
        self.note("tell-hardship");
        self.stage = Stage::Hardship;
    }

    /// The account that is confirmed.
    fn account(&self) -> Option<AccountNumber> {
        self.form.settled(Slot::AccountNumber)?.parse().ok()
    }

    /// What a session from before accounts were told apart has left is left on the account at hand.
    fn tell_apart(&mut self) {
        if let Some(account) = self.account().filter(|_| !self.left.is_empty()) {
            self.left_of.entry(account).or_default().append(&mut self.left);
        }
    }

    /// Whether an invoice of an account is settled, or left for another day.
    fn is_left(&self, account: &AccountNumber, invoice: &InvoiceNumber) -> bool {
        let of = self.left_of.get(account).into_iter().flatten();
        of.chain(&self.left).any(|it| it == invoice)
    }

    /// Whether any invoice of the account at hand is.
    fn has_left(&self) -> bool {
        let account = self.account();
        !self.left.is_empty() || account.is_some_and(|it| self.left_of.contains_key(&it))
    }

    /// The amount of the invoice at hand.
    fn amount(&self) -> Option<Money> {
        self.owed.as_ref().and_then(Owed::first).map(|it| it.amount)
    }

    /// The ways to pay that there are.
    fn possible(&self, cx: &Context<'_>) -> Ways {
        let has = |method| cx.line.payments.methods.contains(&method);
        let has_card = self.owed.as_ref().is_some_and(|it| it.card.is_some());
        Ways {
            card: has(PaymentMethod::CardOnFile) && has_card && !self.declined,
            link: has(PaymentMethod::Link) && cx.texting,
        }
    }

    /// The ways to pay that are left.
    fn ways(&self, cx: &Context<'_>) -> Ways {
        let Ways { card, link } = self.possible(cx);
        let is_left = |method| !self.refused.contains(&method);
        Ways {
            card: card && is_left(PaymentMethod::CardOnFile),
            link: link && is_left(PaymentMethod::Link),
        }
    }

    /// Offers the invoice at hand, or ends when there is none that can be paid.
    fn offer(&mut self, how: Offer, cx: &mut Context<'_>) {
        self.refused.clear();
        let first = self.owed.as_ref().and_then(Owed::first);
        let first = first.map(|it| it.number.clone());
        let (Some(account), Some(invoice)) = (self.account(), first) else {
            self.stage = Stage::Over;
            return;
        };
        let Ways { card, link } = self.possible(cx);
        let problem = if cx.memory.payments.is_in_doubt(&account, &invoice) {
            Some(HandOver::Unsure)
        } else if card || link {
            None
        } else {
            Some(HandOver::NoWay)
        };
        self.stage = match problem {
            None => {
                let last = &mut *cx.operations;
                cx.memory.payments.plan(&account, &invoice, || {
                    *last = last.saturating_add(1);
                    Operation(*last)
                });
                Stage::Offer(how)
            }
            Some(problem) if self.last.is_none() => Stage::HandOver(problem),
            // Something was settled, which is said; what is left is for another day.
            Some(_) => Stage::Over,
        };
    }

    /// Goes on to the next invoice.
    fn advance(&mut self, cx: &mut Context<'_>) {
        self.wanted = None;
        let settled = self.owed.as_mut().and_then(Owed::advance);
        if let (Some(account), Some(invoice)) = (self.account(), settled) {
            self.left_of.entry(account).or_default().push(invoice.number);
        }
        self.offer(Offer::Next, cx);
    }

    /// The caller wants to pay the invoice at hand: asks how, or does it.
    fn pay(&mut self, cx: &Context<'_>) {
        let Ways { card, link } = self.ways(cx);
        self.stage = match (self.wanted, card, link) {
            // They named the way, and what it comes to was just said.
            (Some(PaymentMethod::Link), _, true) => Stage::Paying(PaymentMethod::Link),
            (Some(PaymentMethod::Link), true, false) => {
                self.note("note-no-link");
                Stage::Card
            }
            (Some(PaymentMethod::CardOnFile), true, _) | (None, true, false) => Stage::Card,
            (Some(PaymentMethod::CardOnFile), false, true) => {
                self.note("note-no-card-on-file");
                Stage::Link
            }
            (None, true, true) => Stage::Method,
            (None, false, true) => Stage::Link,
            (_, false, false) => Stage::NoWay,
        };
    }

    /// The caller does not want to pay in this way.
    fn refuse(&mut self, method: PaymentMethod, cx: &Context<'_>) {
        self.wanted = None;
        self.refused.push(method);
        self.pay(cx);
        if self.stage == Stage::NoWay {
            self.note(if self.last.is_some() { "tell-rest-not-paid" } else { "tell-not-paid" });
        }
    }

    /// Begins anew with the account, keeping what is known of invoices.
    fn restart(&mut self) {
        self.stage = Stage::Account;
        self.owed = None;
        self.refused.clear();
    }

    /// The records cannot be reached, or answer nonsense, and no card was charged.
    fn fail(&mut self) {
        self.stage = Stage::HandOver(HandOver::Records);
    }
}

impl task::Task for Task {
    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        self.decide(cx)
    }

    fn hear(&mut self, asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        self.tell_apart();
        self.take(asked, answer, cx)
    }

    fn learn(&mut self, facts: Facts, cx: &mut Context<'_>) {
        match (self.stage, facts) {
            (Stage::Account, Facts::Bill(Some(bill))) => self.learn_bill(bill, cx),
            (Stage::Account, Facts::Bill(None)) => self.learn_no_account(cx),
            (Stage::Paying(method), Facts::Payment(payment)) => {
                self.learn_payment(method, payment, cx);
            }
            (Stage::Paying(PaymentMethod::CardOnFile), _) => {
                self.stage = Stage::HandOver(HandOver::Unsure);
            }
            (_, _) => self.fail(),
        }
    }

    fn back(&mut self, cx: &mut Context<'_>) -> bool {
        self.go_back(cx)
    }

    fn summary(&self) -> Option<Message> {
        self.sum_up()
    }

    fn matter(&self, today: Date) -> Option<Matter> {
        self.owed.as_ref().filter(|it| !it.open.is_empty())?;
        self.account().map(|it| matter(it, today))
    }

    fn closed(&self, today: Date) -> Option<Matter> {
        self.owed.as_ref().filter(|it| it.open.is_empty())?;
        self.account().map(|it| matter(it, today))
    }

    fn turn_to(&mut self, _wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> bool {
        self.tell_apart();
        self.form.read_plainly();
        if self.form.take(FIELDS, &words::only(answer, &Slots::new()), cx) {
            self.restart();
        }
        self.wanted = words::method(answer).or(self.wanted);
        true
    }
}

/// What is owed on an account, as something to call about again.
///
/// The number tells it from what is owed on another account. It does not answer for the caller: whose
/// account it is they say again, since another may call from the same telephone.
fn matter(account: AccountNumber, on: Date) -> Matter {
    let slots = Slots::from([(Slot::AccountNumber, account.into())]);
    Matter { wish: Wish::PayInvoice, slots, on, until: None }
}
