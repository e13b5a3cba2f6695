//! Wrong PINs in a row, over all calls.
//!
//! A try is counted before its PIN is judged, and taken back when the PIN is right. So whoever tries
//! in many calls at once has no more tries than whoever tries one by one.

use aws_sdk_dynamodb::types::AttributeValue;
use dialogue::business::AccountNumber;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::directory::{Answer, PinTry};
use crate::records::item::Item;
use crate::records::keys::{EXPIRES_AT, KIND, PK, VERSION};
use crate::records::table::Updated;
use crate::records::write::Write;
use crate::records::{Kind, Records, item, keys};
use crate::{Caller, DirectoryError, OperationKey};

/// How long tries are kept after the last one: 30 days. It bounds what tries of accounts that do not
/// exist leave behind.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Operations that are remembered from before a right PIN.
const REMEMBERED: usize = 16;

/// How often counting is tried again when others count at the same time.
const TRIES: usize = 4;

/// Tries as they are stored.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Record {
    /// Wrong ones in a row, and those that are being judged.
    wrong: u32,
    /// What counted, the newest last.
    #[serde(default)]
    operations: Vec<String>,
    /// When the last one was, in epoch seconds.
    last_at: i64,
    version: u64,
}

/// What wrong PINs lead to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    tries: u32,
    lock: SignedDuration,
}

impl Rules {
    /// The rules of a try. At least one try, so that none is never right.
    pub(super) fn of(attempt: &PinTry<'_>) -> Self {
        Self {
            tries: attempt.tries.max(1),
            lock: SignedDuration::from_mins(i64::from(attempt.lock_minutes)),
        }
    }
}

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It may be tried that often.
    Open {
        /// At least 1.
        left: u32,
    },
    /// It may not be tried for a while.
    Locked {
        /// Whole minutes, at least 1.
        minutes: u32,
    },
}

/// What came of counting a try.
#[derive(Debug)]
pub(super) enum Counted {
    /// It may be judged; this is what is stored now.
    Judge(Record),
    /// It may not be judged.
    Locked {
        /// Whole minutes, at least 1.
        minutes: u32,
    },
}

impl Record {
    /// How the account stands at a time.
    pub(super) fn standing(&self, rules: Rules, now: Timestamp) -> Standing {
        let left = rules.tries.saturating_sub(self.wrong);
        if left > 0 {
            return Standing::Open { left };
        }
        let last_at = Timestamp::from_second(self.last_at).unwrap_or(Timestamp::MAX);
        let opens_at = last_at.saturating_add(rules.lock).unwrap_or(Timestamp::MAX);
        if opens_at <= now {
            return Standing::Open { left: rules.tries };
        }
        let seconds = opens_at.duration_since(now).as_secs();
        let minutes = u32::try_from(seconds.saturating_add(59) / 60).unwrap_or(u32::MAX);
        Standing::Locked { minutes: minutes.max(1) }
    }

    fn counts(&self, operation: &str) -> bool {
        self.operations.iter().any(|it| it == operation)
    }
}

impl Records {
    /// Counts a try, once for each operation.
    ///
    /// One conditional `UpdateItem`: 1 write unit. One more when it is repeated or a lock has expired.
    pub(super) async fn count_try(
        &self,
        account: &AccountNumber,
        rules: Rules,
        operation: &OperationKey,
        caller: &Caller,
    ) -> Answer<Counted> {
        let operation = operation.to_string();
        let now = caller.now.timestamp();
        let mut write = one_more(account, rules, &operation, caller);
        for _ in 0..TRIES {
            let met = match self.update(&write).await? {
                Updated::Done(item) => return Ok(Counted::Judge(decode(item)?)),
                Updated::Refused(None) => {
                    write = one_more(account, rules, &operation, caller);
                    continue;
                }
                Updated::Refused(Some(item)) => decode(item)?,
            };
            if met.counts(&operation) {
                // Paid for by an earlier try of the same invocation.
                return Ok(Counted::Judge(met));
            }
            write = match met.standing(rules, now) {
                Standing::Locked { minutes } => return Ok(Counted::Locked { minutes }),
                Standing::Open { .. } if met.wrong >= rules.tries => {
                    first_after_lock(account, &met, &operation, caller)
                }
                Standing::Open { .. } => one_more(account, rules, &operation, caller),
            };
        }
        Err(DirectoryError::Contested { kind: Kind::PinTries })
    }

    /// Takes all tries back, since the PIN was right.
    ///
    /// One `UpdateItem`: 1 write unit.
    pub(super) async fn forget_tries(
        &self,
        account: &AccountNumber,
        seen: &Record,
        caller: &Caller,
    ) -> Answer<()> {
        let key = keys::pin_tries(&caller.line, account);
        let surplus = seen.operations.len().saturating_sub(REMEMBERED);
        if surplus > 0 {
            let expression = "SET #wrong = :zero, #operations = :kept ADD #version :one";
            let write =
                Write::update(Kind::PinTries, key.clone(), expression, "#version = :version")
                    .names(&["wrong", "operations", VERSION])
                    .value("zero", item::number(0))
                    .value("one", item::number(1))
                    .value("version", item::number(seen.version))
                    .value("kept", list(seen.operations.iter().skip(surplus)));
            if matches!(self.update(&write).await?, Updated::Done(_)) {
                return Ok(());
            }
        }
        let expression = "SET #wrong = :zero ADD #version :one";
        let write = Write::update(Kind::PinTries, key, expression, "attribute_exists(#pk)")
            .names(&["wrong", VERSION, PK])
            .value("zero", item::number(0))
            .value("one", item::number(1));
        // Gone meanwhile means that there is nothing to take back.
        self.update(&write).await.map(drop)
    }
}

fn decode(item: Item) -> Answer<Record> {
    item::decode(Kind::PinTries, item)
}

/// Counts one more, unless all are used up or it was counted before.
fn one_more(account: &AccountNumber, rules: Rules, operation: &str, caller: &Caller) -> Write {
    let write = Write::update(
        Kind::PinTries,
        keys::pin_tries(&caller.line, account),
        "SET #wrong = if_not_exists(#wrong, :zero) + :one, \
         #operations = list_append(if_not_exists(#operations, :none), :more), \
         #last_at = :now, #expires_at = :expires, #kind = :kind ADD #version :one",
        "(attribute_not_exists(#wrong) OR #wrong < :tries) AND \
         (attribute_not_exists(#operations) OR NOT contains(#operations, :operation))",
    );
    stamped(write, caller)
        .value("zero", item::number(0))
        .value("none", AttributeValue::L(Vec::new()))
        .value("more", list(std::iter::once(operation)))
        .value("operation", item::text(operation))
        .value("tries", item::number(rules.tries))
}

/// Counts the first one after a lock has expired.
fn first_after_lock(
    account: &AccountNumber,
    met: &Record,
    operation: &str,
    caller: &Caller,
) -> Write {
    let surplus = met.operations.len().saturating_sub(REMEMBERED);
    let kept = met.operations.iter().skip(surplus).map(String::as_str);
    let write = Write::update(
        Kind::PinTries,
        keys::pin_tries(&caller.line, account),
        "SET #wrong = :one, #operations = :operations, \
         #last_at = :now, #expires_at = :expires, #kind = :kind ADD #version :one",
        "#version = :version",
    );
    stamped(write, caller)
        .value("version", item::number(met.version))
        .value("operations", list(kept.chain([operation])))
}

fn stamped(write: Write, caller: &Caller) -> Write {
    let now = caller.now.timestamp();
    write
        .names(&["wrong", "operations", "last_at", EXPIRES_AT, KIND, VERSION])
        .value("now", item::number(now.as_second()))
        .value("expires", item::number(item::expiry(now, KEPT)))
        .value("kind", item::text(Kind::PinTries.as_str()))
        .value("one", item::number(1))
}

fn list<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> AttributeValue {
    AttributeValue::L(texts.map(|it| item::text(it.as_ref())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_locks_at_the_last_try_and_opens_to_the_second() {
        let rules = Rules { tries: 3, lock: SignedDuration::from_mins(30) };
        let standing = |wrong, seconds_later: i64| {
            let record = Record { wrong, last_at: 1_000, ..Record::default() };
            record.standing(rules, Timestamp::from_second(1_000 + seconds_later).unwrap())
        };
        assert_eq!(standing(0, 0), Standing::Open { left: 3 });
        assert_eq!(standing(2, 0), Standing::Open { left: 1 });
        assert_eq!(standing(3, 0), Standing::Locked { minutes: 30 });
        assert_eq!(standing(3, 1), Standing::Locked { minutes: 30 });
        assert_eq!(standing(3, 60), Standing::Locked { minutes: 29 });
        assert_eq!(standing(3, 1_799), Standing::Locked { minutes: 1 });
        assert_eq!(standing(3, 1_800), Standing::Open { left: 3 });
        // A clock that went back keeps it locked.
        assert_eq!(standing(4, -60), Standing::Locked { minutes: 31 });
    }

    #[test]
    fn a_stored_time_out_of_range_locks_for_good() {
        let rules = Rules { tries: 1, lock: SignedDuration::from_mins(1) };
        let record = Record { wrong: 1, last_at: i64::MAX, ..Record::default() };
        let standing = record.standing(rules, Timestamp::UNIX_EPOCH);
        assert!(matches!(standing, Standing::Locked { .. }), "{standing:?}");
    }
}
