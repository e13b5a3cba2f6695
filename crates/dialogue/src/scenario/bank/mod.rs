//! Balances and transactions, behind account number, PIN and code.
//!
//! | asked | with | answers beside a value |
//! |---|---|---|
//! | the account | `ask-account`, read back digit by digit with `confirm-account` | a correction |
//! | the PIN | `ask-pin`, `ask-pin-again`, `ask-pin-keys`; by keypad only | said aloud: it is not listened to |
//! | the code, where the line asks for one | `ask-one-time-code`, `ask-code-again` | that it did not come: another is sent |
//! | checking or savings, where there are both | `choose-account-kind` | both |
//!
//! Another account may be named at each of them, and when the line asks what else there is.
//!
//! An account that was opened in the call stays open for it, and for no other; starting again closes
//! it. A wrong PIN and a number that no account has are told in the same words. PIN and code are never
//! stored, said or shown: they live from what the caller presses to what is asked of the records.

mod enter;
mod gate;
mod said;
mod tell;

#[cfg(test)]
mod tests;

use std::fmt;

use language::said::Said;
use line::Scenario;
use serde::{Deserialize, Serialize};
use wording::{Message, Value};

use self::gate::{Gate, Opened, Reached};
use self::said::which;
use crate::business::{AccountKind, AccountNumber, Secret};
use crate::form::{Confirm, Field, Form, Kind, Length, Need};
use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::read;
use crate::reply::Reason;
use crate::request::Facts;
use crate::slot::Slot;
use crate::task::{self, Answer, Context, Next, Taken};
use crate::wish::Wish;

/// Digits of an account number, as the line has it.
const ACCOUNT_DIGITS: Length =
    Length::Of(|line| usize::try_from(line.bank.account_digits).unwrap_or(usize::MAX));

/// What a caller gives before the PIN.
const FIELDS: &[Field] = &[Field {
    slot: Slot::AccountNumber,
    kind: Kind::Digits(ACCOUNT_DIGITS),
    need: Need::Asked,
    ask: "ask-account",
    again: &[],
    also: &[],
    confirm: Some(Confirm {
        message: "confirm-account",
        corrected: None,
        value: "number",
        hand_over: "hand-over-denied",
    }),
}];

/// A customer of the bank who wants to hear something.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Task {
    goal: Goal,
    #[serde(default)]
    form: Form,
    #[serde(default)]
    gate: Gate,
    /// Of which kind, once the caller said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<Which>,
    /// The kinds there are, while the caller is asked for one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<AccountKind>,
    #[serde(skip)]
    now: Fleeting,
}

/// What lasts no longer than a turn. Nothing of it is stored.
#[derive(Clone, Default, PartialEq, Eq)]
struct Fleeting {
    /// Said before what comes next.
    notes: Vec<Message>,
    /// What comes next, whatever else is known.
    end: Option<Next>,
    /// The PIN that was keyed in.
    pin: Option<Secret>,
    /// The code that was given.
    code: Option<Secret>,
    /// The kinds whose transactions are still to be asked for, and what is told of others.
    outstanding: Vec<AccountKind>,
    told: Vec<Message>,
}

/// What a customer wants to hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Goal {
    Balance,
    Transactions,
}

/// Which of a customer's accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Which {
    One(AccountKind),
    Both,
}

impl Goal {
    fn of(wish: Wish) -> Self {
        if wish == Wish::ListTransactions { Self::Transactions } else { Self::Balance }
    }

    /// The word that the wording chooses by.
    fn word(self) -> Value {
        Value::Word(match self {
            Self::Balance => "balance".to_owned(),
            Self::Transactions => "transactions".to_owned(),
        })
    }
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bank").field("goal", &self.goal).finish_non_exhaustive()
    }
}

/// Begins what serves a wish of the bank, with the sentence that named it.
pub(crate) fn begin(wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Task {
    let mut form = Form::default();
    let length = ACCOUNT_DIGITS.on(cx.line);
    // An account of another scenario may have another length.
    let known = cx.memory.verified.as_ref().or(cx.memory.account.as_ref()).cloned();
    let fits = |it: &AccountNumber| length.contains(&it.as_str().len());
    if let Some(account) = known.filter(fits) {
        form.know(Slot::AccountNumber, account.as_str());
    }
    form.take(FIELDS, answer, cx);
    let goal = Goal::of(wish);
    // Transactions are mostly asked for where the balance was just told.
    let last = cx.memory.account_kind.filter(|_| goal == Goal::Transactions);
    Task {
        goal,
        form,
        gate: Gate::default(),
        kind: which(answer).or(last.map(Which::One)),
        kinds: Vec::new(),
        now: Fleeting::default(),
    }
}

/// The number of an account by itself is about what was asked of a bank last; where bills are paid as
/// well, it may be about those until the caller has opened one.
pub(crate) fn claims(answer: &Answer<'_>, cx: &Context<'_>) -> Option<Wish> {
    read::digits(answer, Slot::AccountNumber, &ACCOUNT_DIGITS.on(cx.line), None)?;
    // Beside other words, so many digits may be a telephone's.
    let is_meant = answer.yes_no == Some(YesNo::No)
        || read::just_digits(answer).is_some()
        || enter::speaks_of_account(answer, cx);
    let is_ours = cx.memory.verified.is_some() || !cx.line.does(Scenario::Payments);
    (is_meant && is_ours)
        .then(|| cx.memory.told.last().map_or(Wish::CheckBalance, |(wish, _)| *wish))
}

impl Task {
    /// The account, confirmed.
    fn account(&self) -> Option<AccountNumber> {
        self.form.settled(Slot::AccountNumber)?.parse().ok()
    }

    fn note(&mut self, message: Message) {
        self.now.notes.push(message);
    }

    fn end(&mut self, next: Next) {
        self.now.end = Some(next);
    }

    fn hand_over(&mut self, message: &'static str) {
        self.end(Next::Person(Reason::Matter, Message::new(message)));
    }

    fn fail(&mut self) {
        self.end(Next::Person(Reason::Backend, Message::new("hand-over-backend")));
    }

    /// A question after what is to be said before it.
    fn ask(&mut self, question: Question) -> Next {
        let mut before = std::mem::take(&mut self.now).notes;
        before.extend(question.before);
        Next::Ask(Question { before, ..question })
    }

    fn ask_slot(&mut self, message: &'static str, slot: Slot) -> Next {
        self.ask(Question::new(Message::new(message), Expects::Slot(slot)))
    }

    fn hear_kind(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        if self.take_account(answer, cx) {
            self.kind = which(answer);
            return Taken::Understood;
        }
        let by_place = || {
            let kind = self.kinds.get(read::ordinal(answer, Slot::Choice, self.kinds.len())?)?;
            Some(Which::One(*kind))
        };
        match which(answer).or_else(by_place) {
            Some(which) => {
                self.kind = Some(which);
                Taken::Understood
            }
            None if answer.yes_no == Some(YesNo::Yes) && answer.keys.is_none() => {
                self.kind = Some(Which::Both);
                Taken::Understood
            }
            None => Taken::NotUnderstood,
        }
    }
}

impl task::Task for Task {
    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        if let Some(end) = self.now.end.take() {
            self.now = Fleeting::default();
            return end;
        }
        match self.form.next(FIELDS, cx) {
            Some(Next::Ask(question)) => return self.ask(question),
            Some(next) => {
                self.now = Fleeting::default();
                return next;
            }
            None => {}
        }
        let Some(account) = self.account() else {
            self.form.forget(Slot::AccountNumber);
            return self.ask_slot("ask-account", Slot::AccountNumber);
        };
        match Opened::of(&account, cx.memory) {
            Some(opened) => self.tell(opened, cx),
            None => self.open(account, cx),
        }
    }

    fn hear(&mut self, asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        match asked.message.id.as_ref() {
            "ask-pin" | "ask-pin-again" | "ask-pin-keys" => self.hear_pin(answer, cx),
            "ask-one-time-code" | "ask-code-again" => self.hear_code(answer, cx),
            "choose-account-kind" => self.hear_kind(answer, cx),
            _ => {
                self.kind = which(answer).or(self.kind);
                self.form.hear(FIELDS, asked, answer, cx).unwrap_or(Taken::NotUnderstood)
            }
        }
    }

    fn learn(&mut self, facts: Facts, cx: &mut Context<'_>) {
        match facts {
            Facts::Pin(check) => self.learn_pin(check, cx),
            Facts::Code(code) => self.learn_code(code, cx),
            Facts::CodeChecked(check) => self.learn_check(check, cx),
            Facts::Balances(Some(balances)) if !balances.is_empty() => {
                self.learn_balances(&balances, cx);
            }
            Facts::Transactions(transactions) => self.learn_transactions(&transactions),
            _ => self.fail(),
        }
    }

    fn back(&mut self, cx: &mut Context<'_>) -> bool {
        self.now = Fleeting::default();
        // What was opened stays open: only the account can be given anew.
        let is_known = self.account().is_some_and(|it| Opened::of(&it, cx.memory).is_some());
        if is_known {
            return self.kind.take().is_some() && !self.kinds.is_empty();
        }
        if self.account().is_some() {
            self.forget_account();
            return true;
        }
        self.form.back(FIELDS, cx)
    }

    fn summary(&self) -> Option<Message> {
        let state = match self.gate.reached {
            Reached::Told => "told",
            Reached::Open => "yes",
            Reached::Locked => "locked",
            Reached::Closed if self.gate.is_half_open() => "code",
            Reached::Closed => "no",
        };
        let state = Value::Word(state.to_owned());
        let message = match self.account() {
            Some(account) => Message::new("summary-bank-account")
                .with("ending", Value::Digits(account.ending().to_owned())),
            None => Message::new("summary-bank"),
        };
        Some(message.with("goal", self.goal.word()).with("verified", state))
    }

    fn turn_to(&mut self, wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> bool {
        self.goal = Goal::of(wish);
        self.kind = which(answer).or(self.kind);
        self.take_account(answer, cx);
        true
    }
}

fn words<'a>(answer: &Answer<'a>, cx: &Context<'_>) -> Said<'a> {
    let setting = language::Setting::new(answer.language.locale(), cx.now);
    Said::new(crate::said::readable(answer.said), &setting)
}
