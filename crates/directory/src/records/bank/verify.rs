//! Judging PINs.

use dialogue::{Operation, PinCheck};
use futures_util::future::try_join;

use super::pin;
use super::tries::{Counted, Counter, Standing};
use crate::directory::{Answer, PinTry};
use crate::records::once::Change;
use crate::records::{Kind, Records};
use crate::{Caller, DirectoryError};

impl Records {
    /// Whether this is the PIN.
    ///
    /// What was judged is kept with the operation: met again, it gets the first answer, whatever PIN
    /// it brings then. One whose judge died before that counts once more, so no PIN is judged free.
    ///
    /// At once one strongly consistent `GetItem`, 1 read unit, and one conditional `UpdateItem`, 1
    /// write unit, which counts the try; then an argon2id hash, some 20 ms of a whole processor with
    /// 19 MiB; one `PutItem`, 1 write unit; and one `UpdateItem` more, 1 write unit, when the PIN is
    /// right. An account that is locked costs no hash, and one that does not exist costs what any
    /// other does.
    pub(in crate::records) async fn judge_pin(
        &self,
        attempt: &PinTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<PinCheck> {
        // First, so that no try counts which cannot be judged.
        let pepper = self.settings.pepper().await?;
        let counter = Counter::pins(attempt, caller);
        let key = caller.key(operation);
        let change = Change::new(key.clone(), "verify-pin", &[attempt.account.as_str()]);
        let account = self.bank_account(attempt.account, caller);
        let counted = self.count_try(&counter, &key, caller);
        let (account, counted) = Box::pin(try_join(account, counted)).await?;
        let counted = match counted {
            Counted::Before => match self.answered_soon(&change, caller).await? {
                Some(check) => return Ok(check),
                None => self.count_try_again(&counter, &key, caller).await?,
            },
            it @ (Counted::Judge(_) | Counted::Locked { .. }) => it,
        };
        let record = match counted {
            Counted::Judge(record) => record,
            Counted::Locked { minutes } => return Ok(PinCheck::Locked { minutes }),
            Counted::Before => {
                return Err(DirectoryError::Contested { kind: Kind::PinTries });
            }
        };
        let stored = account.as_ref().map(|it| it.pin.as_str());
        let check = if pin::is_right(attempt.pin, stored, pepper)? {
            PinCheck::Right
        } else {
            match counter.standing(&record, caller.now.timestamp()) {
                Standing::Open { left } => PinCheck::Wrong { left },
                Standing::Locked { minutes } => PinCheck::Locked { minutes },
            }
        };
        let first = self.settle(&change, check, caller).await?;
        if check == PinCheck::Right && first == check {
            self.forget_tries(&counter, Some(&record)).await?;
        }
        Ok(first)
    }
}
