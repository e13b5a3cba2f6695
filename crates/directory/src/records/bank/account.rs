//! Accounts and what is on them.

use dialogue::business::{AccountKind, AccountNumber, Balance, Money, Transaction};
use jiff::civil::Date;
use serde::Deserialize;

use crate::Caller;
use crate::directory::Answer;
use crate::records::table::{Bound, Range};
use crate::records::{Kind, Records, item, keys};

/// An account as it is stored. Neither `Debug` nor `Serialize`: it holds what opens it.
#[derive(Deserialize)]
pub(super) struct Record {
    /// The hash of the PIN, in PHC form.
    pub(super) pin: String,
    /// What one-time codes are derived from.
    pub(super) code_seed: String,
    /// The customer's telephone, in E.164.
    #[serde(default)]
    pub(super) phone: Option<aws_events::E164>,
    balances: Vec<Balance>,
}

/// A transaction as it is stored; `kind` is what the record is.
#[derive(Deserialize)]
struct TransactionRecord {
    account_kind: AccountKind,
    on: Date,
    amount: Money,
    with: String,
}

impl From<TransactionRecord> for Transaction {
    fn from(record: TransactionRecord) -> Self {
        let TransactionRecord { account_kind, on, amount, with } = record;
        Self { kind: account_kind, on, amount, with }
    }
}

impl Records {
    /// One strongly consistent `GetItem`: 1 read unit.
    pub(in crate::records) async fn balances_of(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> Answer<Option<Vec<Balance>>> {
        Ok(self.bank_account(account, caller).await?.map(|it| it.balances))
    }

    /// One strongly consistent `Query` from the newest back: 1 read unit for each 4 KB begun, about
    /// 25 transactions.
    pub(in crate::records) async fn newest_transactions(
        &self,
        account: &AccountNumber,
        kind: AccountKind,
        limit: usize,
        caller: &Caller,
    ) -> Answer<Vec<Transaction>> {
        if limit == 0 {
            return Ok(Vec::new());
        }
        let range = Range {
            pk: keys::account(&caller.line, account),
            sk: Bound::Prefix(keys::transactions(kind).to_owned()),
            backwards: true,
            page: Some(i32::try_from(limit).unwrap_or(i32::MAX)),
        };
        let (items, _) = self.page(Kind::Transaction, &range, None).await?;
        let decode = |it| item::decode::<TransactionRecord>(Kind::Transaction, it);
        items.into_iter().map(|it| decode(it).map(Transaction::from)).collect()
    }

    /// An account; `None` when there is no such account.
    pub(super) async fn bank_account(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> Answer<Option<Record>> {
        let found = self.get(Kind::BankAccount, keys::bank_account(&caller.line, account)).await?;
        found.map(|it| item::decode(Kind::BankAccount, it)).transpose()
    }
}
