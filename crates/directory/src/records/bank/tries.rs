//! What was tried on an account in a row and in vain, over all calls: PINs, and one-time codes.
//!
//! A try is counted before its PIN is judged, and taken back when the PIN is right. So whoever tries
//! in many calls at once has no more tries than whoever tries one by one. Of codes it is counted how
//! many were made, since each may be tried so often only.

use aws_sdk_dynamodb::types::AttributeValue;
use dialogue::business::AccountNumber;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::directory::{Answer, PinTry};
use crate::records::item::{EXPIRES_AT, Item, KIND, Key, PK, VERSION};
use crate::records::table::Updated;
use crate::records::write::Write;
use crate::records::{Kind, Records, item, keys};
use crate::{Caller, DirectoryError, OperationKey};

/// How long tries are kept after the last one: 30 days. It bounds what tries of accounts that do not
/// exist leave behind.
const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Operations that are remembered from before a right PIN.
const REMEMBERED: usize = 16;

/// Codes that are made for an account without one of them being right, and how long there is none
/// after the last of them.
///
/// Three guesses at each of five codes a day: who guesses for a year gets in once in 180 times, and
/// the customer has been texted 1,800 codes. NIST allows 100 guesses in a row.
///
/// Source: NIST SP 800-63B, section 5.2.2.
const CODES: Rules = Rules { tries: 5, lock: SignedDuration::from_hours(24) };

/// How often counting is tried again when others count at the same time.
const TRIES: usize = 4;

/// Tries as they are stored.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Record {
    /// Those in a row that were in vain, and those that are being judged.
    wrong: u32,
    /// What counted, the newest last.
    #[serde(default)]
    operations: Vec<String>,
    /// When the last one was, in epoch seconds.
    last_at: i64,
    version: u64,
}

/// What is counted, and of which account.
#[derive(Debug, Clone)]
pub(super) struct Counter {
    kind: Kind,
    key: Key,
    rules: Rules,
}

impl Counter {
    /// PINs.
    pub(super) fn pins(attempt: &PinTry<'_>, caller: &Caller) -> Self {
        let key = keys::pin_tries(&caller.line, attempt.account);
        Self { kind: Kind::PinTries, key, rules: Rules::of(attempt) }
    }

    /// Codes that were made.
    pub(super) fn codes(account: &AccountNumber, caller: &Caller) -> Self {
        let key = keys::codes_made(&caller.line, account);
        Self { kind: Kind::CodesMade, key, rules: CODES }
    }

    /// How the account stands at a time.
    pub(super) fn standing(&self, record: &Record, now: Timestamp) -> Standing {
        record.standing(self.rules, now)
    }

    fn decode(&self, item: Item) -> Answer<Record> {
        item::decode(self.kind, item)
    }
}

/// What tries in vain lead to.
#[derive(Debug, Clone, Copy)]
struct Rules {
    tries: u32,
    lock: SignedDuration,
}

impl Rules {
    /// The rules of a try. At least one try, so that none is never right.
    fn of(attempt: &PinTry<'_>) -> Self {
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
    /// The operation was counted before, and has perhaps been judged.
    Before,
    /// It may not be judged.
    Locked {
        /// Whole minutes, at least 1.
        minutes: u32,
    },
}

impl Record {
    /// How the account stands at a time.
    fn standing(&self, rules: Rules, now: Timestamp) -> Standing {
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
        counter: &Counter,
        operation: &OperationKey,
        caller: &Caller,
    ) -> Answer<Counted> {
        self.count(counter, Count::Once, operation, caller).await
    }

    /// Counts a try of an operation that was counted before. Never answers [`Counted::Before`].
    ///
    /// Costs what [`Records::count_try`] does.
    pub(super) async fn count_try_again(
        &self,
        counter: &Counter,
        operation: &OperationKey,
        caller: &Caller,
    ) -> Answer<Counted> {
        self.count(counter, Count::Again, operation, caller).await
    }

    async fn count(
        &self,
        counter: &Counter,
        how: Count,
        operation: &OperationKey,
        caller: &Caller,
    ) -> Answer<Counted> {
        let operation = operation.to_string();
        let now = caller.now.timestamp();
        let mut write = one_more(counter, how, &operation, caller);
        for _ in 0..TRIES {
            let met = match self.update(&write).await? {
                Updated::Done(item) => return Ok(Counted::Judge(counter.decode(item)?)),
                Updated::Refused(None) => {
                    write = one_more(counter, how, &operation, caller);
                    continue;
                }
                Updated::Refused(Some(item)) => counter.decode(item)?,
            };
            if how == Count::Once && met.counts(&operation) {
                return Ok(Counted::Before);
            }
            write = match counter.standing(&met, now) {
                Standing::Locked { minutes } => return Ok(Counted::Locked { minutes }),
                Standing::Open { .. } if met.wrong >= counter.rules.tries => {
                    first_after_lock(counter, &met, &operation, caller)
                }
                Standing::Open { .. } => one_more(counter, how, &operation, caller),
            };
        }
        Err(DirectoryError::Contested { kind: counter.kind })
    }

    /// Takes all tries back, since what was tried was right. `seen` is what counting it gave, whose
    /// last operations stay remembered; without it none does.
    ///
    /// One `UpdateItem`: 1 write unit.
    pub(super) async fn forget_tries(
        &self,
        counter: &Counter,
        seen: Option<&Record>,
    ) -> Answer<()> {
        const ALL: &str = "SET #wrong = :zero, #operations = :kept ADD #version :one";

        let forget = |expression, condition| {
            Write::update(counter.kind, counter.key.clone(), expression, condition)
                .names(&["wrong", VERSION])
                .value("zero", item::number(0))
                .value("one", item::number(1))
        };
        let Some(seen) = seen else {
            let write = forget(ALL, "attribute_exists(#pk)")
                .names(&["operations", PK])
                .value("kept", AttributeValue::L(Vec::new()));
            // Gone meanwhile means that there is nothing to take back.
            return self.update(&write).await.map(drop);
        };
        let surplus = seen.operations.len().saturating_sub(REMEMBERED);
        if surplus > 0 {
            let write = forget(ALL, "#version = :version")
                .name("operations")
                .value("version", item::number(seen.version))
                .value("kept", list(seen.operations.iter().skip(surplus)));
            if matches!(self.update(&write).await?, Updated::Done(_)) {
                return Ok(());
            }
        }
        let write =
            forget("SET #wrong = :zero ADD #version :one", "attribute_exists(#pk)").name(PK);
        self.update(&write).await.map(drop)
    }
}

/// Whether an operation counts that was counted before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    /// It does not.
    Once,
    /// It does, since nobody knows what became of it.
    Again,
}

impl Count {
    /// Names the operation to a condition that asks for it. DynamoDB refuses a value that is not used.
    pub(super) fn told(self, write: Write, operation: &str) -> Write {
        match self {
            Self::Once => write.value("operation", item::text(operation)),
            Self::Again => write,
        }
    }
}

/// Counts one more, unless all are used up or it was counted before.
fn one_more(counter: &Counter, how: Count, operation: &str, caller: &Caller) -> Write {
    let condition = match how {
        Count::Once => {
            "(attribute_not_exists(#wrong) OR #wrong < :tries) AND \
             (attribute_not_exists(#operations) OR NOT contains(#operations, :operation))"
        }
        Count::Again => "attribute_not_exists(#wrong) OR #wrong < :tries",
    };
    let write = Write::update(
        counter.kind,
        counter.key.clone(),
        "SET #wrong = if_not_exists(#wrong, :zero) + :one, \
         #operations = list_append(if_not_exists(#operations, :none), :more), \
         #last_at = :now, #expires_at = :expires, #kind = :kind ADD #version :one",
        condition,
    );
    let write = stamped(write, counter, caller)
        .value("zero", item::number(0))
        .value("none", AttributeValue::L(Vec::new()))
        .value("more", list(std::iter::once(operation)))
        .value("tries", item::number(counter.rules.tries));
    how.told(write, operation)
}

/// Counts the first one after a lock has expired.
fn first_after_lock(counter: &Counter, met: &Record, operation: &str, caller: &Caller) -> Write {
    let surplus = met.operations.len().saturating_sub(REMEMBERED);
    let kept = met.operations.iter().skip(surplus).map(String::as_str);
    let write = Write::update(
        counter.kind,
        counter.key.clone(),
        "SET #wrong = :one, #operations = :operations, \
         #last_at = :now, #expires_at = :expires, #kind = :kind ADD #version :one",
        "#version = :version",
    );
    stamped(write, counter, caller)
        .value("version", item::number(met.version))
        .value("operations", list(kept.chain([operation])))
}

fn stamped(write: Write, counter: &Counter, caller: &Caller) -> Write {
    let now = caller.now.timestamp();
    write
        .names(&["wrong", "operations", "last_at", EXPIRES_AT, KIND, VERSION])
        .value("now", item::number(now.as_second()))
        .value("expires", item::number(item::expiry(now, KEPT)))
        .value("kind", item::text(counter.kind.as_str()))
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
