//! What an opened account has.

use wording::{Message, Value};

use super::gate::{Opened, Reached};
use super::{Fleeting, Goal, Task, Which};
use crate::business::{AccountKind, Balance, Money, Transaction};
use crate::question::{Expects, Question};
use crate::slot::Slot;
use crate::task::{Context, Done, Next};
use crate::wish::Wish;

/// Most transactions that are told: more take too long to say.
const MOST_TRANSACTIONS: usize = 3;

/// Most characters of whom money came from or went to.
const MOST_NAME: usize = 30;

impl Task {
    /// What comes next when the account is open.
    pub(super) fn tell(&mut self, opened: Opened, cx: &mut Context<'_>) -> Next {
        self.gate.reached = Reached::Open;
        if self.kinds.len() > 1 && self.kind.is_none() {
            let message = Message::new("choose-account-kind");
            return self.ask(Question::new(message, Expects::Slot(Slot::AccountKind)));
        }
        if self.goal == Goal::Balance || self.kinds.is_empty() {
            return Next::Request(opened.balances());
        }
        let kinds = self.wanted();
        if self.now.outstanding.is_empty() && self.now.told.is_empty() {
            self.now.outstanding.clone_from(&kinds);
        }
        match self.now.outstanding.first() {
            Some(kind) => {
                let limit = MOST_TRANSACTIONS.checked_div(kinds.len()).unwrap_or(1).max(1);
                Next::Request(opened.transactions(*kind, limit))
            }
            None => self.finish(cx),
        }
    }

    /// The kinds that the caller wants to hear of, as far as there are such.
    fn wanted(&self) -> Vec<AccountKind> {
        let is_wanted = |it: &&AccountKind| match self.kind {
            Some(Which::One(kind)) => **it == kind,
            Some(Which::Both) | None => true,
        };
        let wanted: Vec<AccountKind> = self.kinds.iter().filter(is_wanted).copied().collect();
        // What there is instead of what there is not.
        if wanted.is_empty() { self.kinds.clone() } else { wanted }
    }

    pub(super) fn learn_balances(&mut self, balances: &[Balance], cx: &mut Context<'_>) {
        self.kinds.clear();
        for balance in balances {
            if !self.kinds.contains(&balance.kind) {
                self.kinds.push(balance.kind);
            }
        }
        if self.kind.is_none() && self.kinds.len() > 1 {
            return;
        }
        if let Some(Which::One(kind)) = self.kind
            && !self.kinds.contains(&kind)
        {
            self.now.notes.push(Message::new("note-no-kind").with("kind", word(kind)));
        }
        if self.goal == Goal::Balance {
            let wanted = self.wanted();
            cx.memory.account_kind = match &wanted[..] {
                [only] => Some(*only),
                _ => None,
            };
            for kind in wanted {
                let told = balances.iter().find(|it| it.kind == kind).map(told);
                self.now.told.extend(told);
            }
            let next = self.finish(cx);
            self.now.end = Some(next);
        }
    }

    pub(super) fn learn_transactions(&mut self, transactions: &[Transaction]) {
        if self.now.outstanding.is_empty() {
            self.fail();
            return;
        }
        let kind = self.now.outstanding.remove(0);
        let of_kind: Vec<&Transaction> = transactions.iter().filter(|it| it.kind == kind).collect();
        if of_kind.is_empty() {
            self.now.told.push(Message::new("tell-no-transactions").with("kind", word(kind)));
            return;
        }
        self.now.told.push(Message::new("tell-latest").with("kind", word(kind)));
        let told = of_kind.into_iter().take(MOST_TRANSACTIONS).map(|it| {
            let direction = if it.amount.minor < 0 { "out" } else { "in" };
            Message::new("tell-transaction")
                .with("direction", Value::Word(direction.to_owned()))
                .with("amount", size(it.amount))
                .with("with", Value::Text(it.with.chars().take(MOST_NAME).collect()))
                .with("day", Value::Day(it.on))
        });
        self.now.told.extend(told);
    }

    /// Tells what was asked for, and offers the other thing that a bank tells, unless it was told.
    fn finish(&mut self, cx: &mut Context<'_>) -> Next {
        self.gate.reached = Reached::Told;
        let Fleeting { notes: mut say, mut told, .. } = std::mem::take(&mut self.now);
        say.append(&mut told);
        let (told, other) = match self.goal {
            Goal::Balance => {
                (Wish::CheckBalance, (Wish::ListTransactions, Message::new("offer-transactions")))
            }
            Goal::Transactions => {
                (Wish::ListTransactions, (Wish::CheckBalance, Message::new("offer-balance")))
            }
        };
        let kinds = self.wanted();
        for kind in &kinds {
            if !cx.memory.told.contains(&(told, *kind)) {
                cx.memory.told.push((told, *kind));
            }
        }
        let is_news = |wish| kinds.iter().any(|it| !cx.memory.told.contains(&(wish, *it)));
        let offer = Some(other).filter(|(wish, _)| is_news(*wish));
        Next::Done(Done { say, served: true, offer })
    }
}

fn told(balance: &Balance) -> Message {
    let message = if balance.amount.minor < 0 { "tell-overdrawn" } else { "tell-balance" };
    Message::new(message).with("kind", word(balance.kind)).with("amount", size(balance.amount))
}

/// An amount without its sign, which the words tell.
fn size(amount: Money) -> Value {
    Value::Money { minor: amount.minor.saturating_abs(), currency: amount.currency }
}

fn word(kind: AccountKind) -> Value {
    Value::Word(match kind {
        AccountKind::Checking => "checking".to_owned(),
        AccountKind::Savings => "savings".to_owned(),
    })
}
