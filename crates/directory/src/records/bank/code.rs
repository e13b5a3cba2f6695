//! One-time codes.
//!
//! A code follows from the account's seed, the contact and the operation, and is never stored. Its
//! record says only when it was made and what was tried. How many are made for an account without one
//! of them being right is counted over all calls, like wrong PINs.

use aws_sdk_dynamodb::types::AttributeValue;
use dialogue::business::{AccountNumber, Secret};
use dialogue::{CodeCheck, Operation};
use futures_util::future::try_join;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use super::account;
use super::tries::{Count, Counted, Counter};
use crate::derived::Derived;
use crate::directory::{Answer, CodeTry};
use crate::records::item::VERSION;
use crate::records::once::Change;
use crate::records::table::Updated;
use crate::records::write::Write;
use crate::records::{Kind, Records, item, keys};
use crate::{Caller, DirectoryError, OperationKey};

/// Digits of a code: one guess in a million is right, three in 333,333.
const DIGITS: u32 = 6;

/// How long a code is good for. NIST allows 10 minutes, and a caller who waits needs less.
///
/// Source: NIST SP 800-63B, section 5.1.3.2.
const GOOD_FOR: SignedDuration = SignedDuration::from_mins(5);

/// How often a code may be tried.
const TRIES: u32 = 3;

/// Fewest characters of a seed. Shorter ones could be tried out.
const MIN_SEED: usize = 16;

/// How long the record is kept after its code is made: a day, longer than a call.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A code as it is stored, which is without the code.
#[derive(Debug, Serialize, Deserialize)]
struct Record {
    /// In epoch seconds.
    created_at: i64,
    /// What tried it.
    operations: Vec<String>,
}

impl Records {
    /// A one-time code, for a caller who calls from the customer's telephone.
    ///
    /// The code is sent to the number that calls. Sent to any other than the customer's it would show
    /// nothing, so there is none. Nor is there when too many were made and none of them was right:
    /// whoever guesses would have three guesses more, and the customer one text more.
    ///
    /// One strongly consistent `GetItem`, 1 read unit, then one conditional `UpdateItem` and one
    /// `PutItem`, 1 write unit each.
    pub(in crate::records) async fn make_code(
        &self,
        account: &AccountNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Option<Secret>> {
        let Some(record) = self.bank_account(account, caller).await? else { return Ok(None) };
        if record.phone.is_none() || record.phone != caller.number {
            return Ok(None);
        }
        let created = caller.key(operation);
        let code = code(&record, account, &created, caller)?;
        let counter = Counter::codes(account, caller);
        match self.count_try(&counter, &created, caller).await? {
            Counted::Judge(_) | Counted::Before => {}
            Counted::Locked { .. } => return Ok(None),
        }
        let now = caller.now.timestamp();
        let record = Record { created_at: now.as_second(), operations: Vec::new() };
        let key = keys::code(&caller.line, account, &created);
        let mut written = item::encode(Kind::Code, key, &record)?;
        item::expire(&mut written, now, KEPT);
        // One that is there already was made by an earlier try; it keeps its time.
        self.put_new(Kind::Code, written).await?;
        Ok(Some(code))
    }

    /// Whether this is the code. A try is counted before it is judged, once for each operation, which
    /// keeps the answer: met again, it gets that, whatever code it brings then.
    ///
    /// At once one strongly consistent `GetItem`, 1 read unit, and one conditional `UpdateItem`, 1
    /// write unit; then one `PutItem`, 1 write unit, and one `UpdateItem` more, 1 write unit, when
    /// the code is right.
    pub(in crate::records) async fn judge_code(
        &self,
        attempt: &CodeTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<CodeCheck> {
        let created = caller.key(attempt.created);
        let key = caller.key(operation);
        let of = [attempt.account.as_str(), &created.to_string()];
        let change = Change::new(key.clone(), "verify-code", &of);
        let operation = key.to_string();
        let count = async |how| {
            let write = one_more(attempt.account, &created, &operation, how, caller);
            self.update(&write).await
        };
        let account = self.bank_account(attempt.account, caller);
        let (account, mut counted) = Box::pin(try_join(account, count(Count::Once))).await?;
        if let Updated::Refused(Some(item)) = &counted
            && item::decode::<Record>(Kind::Code, item.clone())?.operations.contains(&operation)
        {
            if let Some(check) = self.answered_soon(&change, caller).await? {
                return Ok(check);
            }
            // Who was to judge it died.
            counted = count(Count::Again).await?;
        }
        let (Updated::Done(item), Some(account)) = (counted, account) else {
            return Ok(CodeCheck::Expired);
        };
        let record: Record = item::decode(Kind::Code, item)?;
        let code = code(&account, attempt.account, &created, caller)?;
        let (given, right) = (attempt.code.reveal().as_bytes(), code.reveal().as_bytes());
        let check = if bool::from(given.ct_eq(right)) {
            CodeCheck::Right
        } else {
            let used = u32::try_from(record.operations.len()).unwrap_or(u32::MAX);
            CodeCheck::Wrong { left: TRIES.saturating_sub(used) }
        };
        let first = self.settle(&change, check, caller).await?;
        if check == CodeCheck::Right && first == check {
            self.forget_tries(&Counter::codes(attempt.account, caller), None).await?;
        }
        Ok(first)
    }
}

/// Counts one more try, unless the code is too old, all tries are used up, or it was counted before.
fn one_more(
    account: &AccountNumber,
    created: &OperationKey,
    operation: &str,
    how: Count,
    caller: &Caller,
) -> Write {
    let since = caller.now.timestamp().as_second().saturating_sub(GOOD_FOR.as_secs());
    let condition = match how {
        Count::Once => {
            "#created_at > :since AND size(#operations) < :tries \
             AND NOT contains(#operations, :operation)"
        }
        Count::Again => "#created_at > :since AND size(#operations) < :tries",
    };
    let write = Write::update(
        Kind::Code,
        keys::code(&caller.line, account, created),
        "SET #operations = list_append(#operations, :more) ADD #version :one",
        condition,
    )
    .names(&["operations", "created_at", VERSION])
    .value("more", AttributeValue::L(vec![item::text(operation)]))
    .value("one", item::number(1))
    .value("since", item::number(since))
    .value("tries", item::number(TRIES));
    how.told(write, operation)
}

fn code(
    record: &account::Record,
    account: &AccountNumber,
    created: &OperationKey,
    caller: &Caller,
) -> Answer<Secret> {
    if record.code_seed.len() < MIN_SEED {
        return Err(DirectoryError::Malformed { kind: Kind::BankAccount });
    }
    let code = Derived::keyed(record.code_seed.as_bytes(), "one-time-code")
        .and(caller.line.as_str())
        .and(account.as_str())
        .and(&created.to_string());
    Ok(Secret::new(code.digits(DIGITS)))
}
