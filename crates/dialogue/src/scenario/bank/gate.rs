//! What opens an account: the PIN, and the code where the line asks for one.
//!
//! Balances and transactions are asked for by an [`Opened`] account only, and an account is opened in
//! one place: [`Opened::of`], which goes by what [`Gate::pin_right`] and [`Gate::code_right`] put into
//! the memory of the call.

use line::BankRules;
use serde::{Deserialize, Serialize};

use crate::business::{AccountKind, AccountNumber, Secret};
use crate::memory::Memory;
use crate::request::{Operation, Request};

/// Times that a code is sent in a call.
const MOST_SENT: u8 = 2;

/// Codes that may be wrong before a person takes over.
const MOST_WRONG_CODES: u8 = 3;

/// Times that a caller may begin to say a PIN aloud before a person takes over.
const MOST_ALOUD: u8 = 2;

/// An account whose PIN was right, and whose code was right where one is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opened(AccountNumber);

impl Opened {
    /// The account, when the caller has opened it in this call.
    pub(super) fn of(account: &AccountNumber, memory: &Memory) -> Option<Self> {
        let is_open = memory.verified.as_ref() == Some(account);
        is_open.then(|| Self(account.clone()))
    }

    /// What is on it.
    pub(super) fn balances(self) -> Request {
        Request::Balances(self.0)
    }

    /// What came and went.
    pub(super) fn transactions(self, kind: AccountKind, limit: usize) -> Request {
        Request::Transactions { account: self.0, kind, limit }
    }
}

/// How far a caller is with opening an account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Gate {
    /// The account whose PIN was right, while its code is outstanding.
    #[serde(skip_serializing_if = "Option::is_none")]
    half_open: Option<AccountNumber>,
    /// What made the code that was sent last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) created: Option<Operation>,
    /// Times that a code was sent.
    sent: u8,
    /// Codes that were wrong.
    wrong_codes: u8,
    /// Whether a PIN was wrong.
    pub(super) wrong_pin: bool,
    /// Times that the caller began to say a PIN aloud.
    aloud: u8,
    /// How far they came.
    pub(super) reached: Reached,
}

/// How far a caller has come with an account.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Reached {
    /// It is closed to them.
    #[default]
    Closed,
    /// It is closed to anybody.
    Locked,
    /// It is open, since they opened it in this task or before it.
    Open,
    /// They have heard what they wanted to hear.
    Told,
}

/// What a caller who is not let in is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Barred {
    /// They may try again.
    Again,
    /// A person takes over.
    Person,
}

impl Gate {
    /// Closed again, for this account or another. Codes count on: who goes back has no more of them.
    pub(super) fn anew(&self) -> Self {
        Self { sent: self.sent, wrong_codes: self.wrong_codes, ..Self::default() }
    }

    /// Of an account that is locked.
    pub(super) fn locked() -> Self {
        Self { reached: Reached::Locked, ..Self::default() }
    }

    /// Whether the PIN of an account was right and its code is outstanding.
    pub(super) fn awaits_code(&self, account: &AccountNumber, rules: &BankRules) -> bool {
        rules.one_time_code && self.half_open.as_ref() == Some(account)
    }

    /// Whether the PIN of some account was right and its code is outstanding.
    pub(super) fn is_half_open(&self) -> bool {
        self.half_open.is_some()
    }

    /// The PIN was right.
    pub(super) fn pin_right(
        &mut self,
        account: &AccountNumber,
        rules: &BankRules,
        memory: &mut Memory,
    ) {
        *self = self.anew();
        if rules.one_time_code {
            self.half_open = Some(account.clone());
        } else {
            memory.told.clear();
            memory.verified = Some(account.clone());
        }
    }

    /// The code was right; it counts only for the account whose PIN was right.
    pub(super) fn code_right(&mut self, account: &AccountNumber, memory: &mut Memory) {
        if self.half_open.take().as_ref() == Some(account) {
            memory.told.clear();
            memory.verified = Some(account.clone());
        }
        *self = Self::default();
    }

    /// The PIN was wrong.
    pub(super) fn pin_wrong(&mut self) {
        self.wrong_pin = true;
        self.aloud = 0;
    }

    /// Whether the caller has begun to say the PIN aloud.
    pub(super) fn was_aloud(&self) -> bool {
        self.aloud > 0
    }

    /// The caller began to say the PIN aloud.
    pub(super) fn pin_aloud(&mut self) -> Barred {
        self.aloud = self.aloud.saturating_add(1);
        if self.aloud > MOST_ALOUD { Barred::Person } else { Barred::Again }
    }

    /// A code went out.
    pub(super) fn code_sent(&mut self) {
        self.sent = self.sent.saturating_add(1);
    }

    /// The caller did not get the code, or it is too old.
    pub(super) fn code_lost(&self) -> Barred {
        if self.sent >= MOST_SENT { Barred::Person } else { Barred::Again }
    }

    /// The code was wrong, and may be tried so many times more.
    pub(super) fn code_wrong(&mut self, left: u32) -> Barred {
        self.wrong_codes = self.wrong_codes.saturating_add(1);
        if left == 0 || self.wrong_codes >= MOST_WRONG_CODES {
            Barred::Person
        } else {
            Barred::Again
        }
    }

    /// What is asked of the records to check a PIN.
    pub(super) fn verify_pin(
        account: AccountNumber,
        pin: Secret,
        rules: &BankRules,
        operation: Operation,
    ) -> Request {
        let BankRules { pin_tries: tries, lock_minutes, .. } = *rules;
        Request::VerifyPin { account, pin, tries, lock_minutes, operation }
    }
}
