//! Changes that happen once, however often they are asked for.

use std::time::Duration;

use jiff::SignedDuration;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::time::sleep;

use super::item::{self, Item};
use super::table::{Met, Transacted};
use super::write::Write;
use super::{Kind, Records, keys};
use crate::derived::Derived;
use crate::jitter::Jitter;
use crate::{Caller, DirectoryError, OperationKey};

/// How long answers are kept for repeated invocations: 7 days, longer than any call and any retry.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// How often an answer is looked for that another invocation is about to give.
const LOOKS: usize = 6;

/// Longest pause after the first look, and after any: some 300 ms in all, ten times what it takes to
/// judge a PIN.
const LOOK_PAUSES: (Duration, Duration) = (Duration::from_millis(20), Duration::from_millis(160));

/// A change that is asked for: what makes it happen once, and what it is.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    key: OperationKey,
    request: &'static str,
    digest: String,
}

impl Change {
    /// A change. `of` is all that tells it from another under the same name, but no secret.
    pub(crate) fn new(key: OperationKey, request: &'static str, of: &[&str]) -> Self {
        let digest = of.iter().fold(Derived::new(request), |it, part| it.and(part)).token();
        Self { key, request, digest }
    }
}

/// What was answered to a change.
#[derive(Debug, Serialize, Deserialize)]
struct Record<A> {
    request: String,
    digest: String,
    answer: A,
}

/// What came of trying a change.
#[derive(Debug)]
pub(crate) enum Once<A> {
    /// It happened now, with the answer that was given along.
    Now,
    /// It happened before, with this answer.
    Before(A),
    /// It did not happen; what its writes met, in their order.
    Refused(Vec<Met>),
}

impl Records {
    /// Writes a change and the answer to it together, unless the change was answered before.
    ///
    /// One transaction: 2 write units for each KB begun of each write, and 2 for the answer.
    pub(crate) async fn once<A: Serialize + DeserializeOwned>(
        &self,
        change: &Change,
        answer: &A,
        writes: Vec<Write>,
        caller: &Caller,
    ) -> Result<Once<A>, DirectoryError> {
        let mut all = writes;
        let kind = all.first().map_or(Kind::Operation, Write::kind);
        // Last, so that an error names what was to change.
        all.push(Write::new_item(Kind::Operation, record(change, answer, caller)?));
        match self.transact(&all, caller).await? {
            Transacted::Done => Ok(Once::Now),
            Transacted::Refused(mut met) => {
                let Some(operation) = met.pop() else {
                    return Err(DirectoryError::Contested { kind });
                };
                match operation.item.filter(|_| operation.failed) {
                    Some(item) => Ok(Once::Before(answer_of(change, item)?)),
                    None => Ok(Once::Refused(met)),
                }
            }
        }
    }

    /// Writes down that a change was refused, so that an invocation that comes late does not make
    /// it after all. Gives the first answer, which is another one if the change happened before.
    ///
    /// One `PutItem`: 1 write unit.
    pub(crate) async fn settle<A: Serialize + DeserializeOwned>(
        &self,
        change: &Change,
        answer: A,
        caller: &Caller,
    ) -> Result<A, DirectoryError> {
        let item = record(change, &answer, caller)?;
        match self.put_new(Kind::Operation, item).await? {
            None => Ok(answer),
            Some(item) => answer_of(change, item),
        }
    }

    /// What was answered to a change that was begun before, waiting a little for who is at it; `None`
    /// when nobody answers.
    ///
    /// One strongly consistent `GetItem`, 1 read unit, for each look, of which there are some.
    pub(crate) async fn answered_soon<A: DeserializeOwned>(
        &self,
        change: &Change,
        caller: &Caller,
    ) -> Result<Option<A>, DirectoryError> {
        let (first, longest) = LOOK_PAUSES;
        let mut jitter = Jitter::new(caller.chance, first, longest);
        for _ in 0..LOOKS {
            let key = keys::operation(&caller.line, &change.key);
            if let Some(item) = self.get(Kind::Operation, key).await? {
                return answer_of(change, item).map(Some);
            }
            sleep(jitter.pause()).await;
        }
        Ok(None)
    }
}

fn record<A: Serialize>(
    change: &Change,
    answer: &A,
    caller: &Caller,
) -> Result<Item, DirectoryError> {
    let key = keys::operation(&caller.line, &change.key);
    let record =
        Record { request: change.request.to_owned(), digest: change.digest.clone(), answer };
    let mut item = item::encode(Kind::Operation, key, &record)?;
    item::expire(&mut item, caller.now.timestamp(), KEPT);
    Ok(item)
}

fn answer_of<A: DeserializeOwned>(change: &Change, item: Item) -> Result<A, DirectoryError> {
    // An operation that meant something else: its answer must not pass for this one's.
    let of = |name| item::text_of(&item, name);
    if of("request") != Some(change.request) || of("digest") != Some(&change.digest) {
        return Err(DirectoryError::OperationReused);
    }
    item::decode::<Record<A>>(Kind::Operation, item).map(|it| it.answer)
}
