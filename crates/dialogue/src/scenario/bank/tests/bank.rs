//! A bank to call: accounts, their PINs, codes and transactions.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::date;
use line::Line;
use wording::{Currency, Language};

use super::super::{Task, begin};
use crate::business::{AccountKind, Balance, Money, Secret, Transaction};
use crate::request::{CodeCheck, Facts, PinCheck, Request};
use crate::scenario::drive::{self, Call};

/// The code that is sent for an operation.
pub(super) fn code_of(operation: u32) -> String {
    format!("{:06}", 480_000_u32.saturating_add(operation))
}

/// Records of a bank, as far as callers can ask about them.
pub(super) struct Bank {
    /// PIN and balances, by account number.
    pub(super) accounts: BTreeMap<&'static str, (&'static str, Vec<Balance>)>,
    pub(super) transactions: Vec<Transaction>,
    /// Wrong PINs, by account number, whether there is one or not.
    pub(super) wrong: BTreeMap<String, u32>,
    /// Whether the caller's telephone is the customer's.
    pub(super) knows_phone: bool,
    /// Codes that are too old.
    pub(super) expired: Vec<u32>,
    /// Requests that are not answered: `pin`, `code`, `facts`.
    pub(super) down: &'static str,
}

pub(super) fn balance(kind: AccountKind, minor: i64) -> Balance {
    Balance { kind, amount: Money { minor, currency: Currency::Usd } }
}

fn transaction(kind: AccountKind, day: i8, minor: i64, with: &str) -> Transaction {
    Transaction {
        kind,
        on: date(2026, if day > 20 { 2 } else { 3 }, day),
        amount: Money { minor, currency: Currency::Usd },
        with: with.to_owned(),
    }
}

/// The bank of most tests: two customers, one with both kinds of account.
pub(super) fn bank() -> Bank {
    let both =
        vec![balance(AccountKind::Checking, 84_210), balance(AccountKind::Savings, 1_250_000)];
    let one = vec![balance(AccountKind::Checking, -4_550)];
    Bank {
        accounts: BTreeMap::from([("1234567890", ("4071", both)), ("5550001111", ("902144", one))]),
        transactions: vec![
            transaction(AccountKind::Checking, 1, -4_210, "Green Market"),
            transaction(AccountKind::Checking, 27, 120_000, "Acme Payroll"),
            transaction(AccountKind::Checking, 26, -1_500, "City Parking"),
            transaction(AccountKind::Checking, 25, -9_900, "Bright Power"),
        ],
        wrong: BTreeMap::new(),
        knows_phone: true,
        expired: Vec::new(),
        down: "",
    }
}

impl Bank {
    pub(super) fn answer(&mut self, request: &Request) -> Facts {
        let kind = match request {
            Request::VerifyPin { .. } => "pin",
            Request::CreateCode { .. } | Request::VerifyCode { .. } => "code",
            _ => "facts",
        };
        if self.down == kind {
            return Facts::Unavailable;
        }
        match request {
            Request::VerifyPin { account, pin, tries, lock_minutes, .. } => {
                let number = account.as_str();
                let wrong = self.wrong.entry(number.to_owned()).or_default();
                if *wrong >= *tries {
                    return Facts::Pin(PinCheck::Locked { minutes: *lock_minutes });
                }
                if self.accounts.get(number).is_some_and(|(it, _)| *it == pin.reveal()) {
                    *wrong = 0;
                    return Facts::Pin(PinCheck::Right);
                }
                *wrong = wrong.saturating_add(1);
                Facts::Pin(match tries.saturating_sub(*wrong) {
                    0 => PinCheck::Locked { minutes: *lock_minutes },
                    left => PinCheck::Wrong { left },
                })
            }
            Request::CreateCode { operation, .. } => {
                Facts::Code(self.knows_phone.then(|| Secret::new(code_of(operation.0))))
            }
            Request::VerifyCode { code, created, .. } => {
                Facts::CodeChecked(if self.expired.contains(&created.0) {
                    CodeCheck::Expired
                } else if code.reveal() == code_of(created.0) {
                    CodeCheck::Right
                } else {
                    CodeCheck::Wrong { left: 2 }
                })
            }
            Request::Balances(account) => {
                Facts::Balances(self.accounts.get(account.as_str()).map(|(_, it)| it.clone()))
            }
            Request::Transactions { kind, limit, .. } => {
                let of_kind = self.transactions.iter().filter(|it| it.kind == *kind);
                Facts::Transactions(of_kind.take(*limit).cloned().collect())
            }
            _ => Facts::Unavailable,
        }
    }
}

/// The line of the bank.
pub(super) fn harbor() -> Line {
    drive::line("harbor-bank")
}

/// A call to a bank that asks for a code after the PIN.
pub(super) fn call(bank: &RefCell<Bank>, language: Language) -> Call<'_, Task> {
    Call::new(harbor(), language, begin, |request| bank.borrow_mut().answer(request))
}

/// A call to a bank that asks for the PIN only.
pub(super) fn short_call(bank: &RefCell<Bank>, language: Language) -> Call<'_, Task> {
    let mut call = call(bank, language);
    call.line.bank.one_time_code = false;
    call
}
