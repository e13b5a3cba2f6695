//! Judging PINs.

use dialogue::{Operation, PinCheck};
use futures_util::future::try_join;

use super::pin;
use super::tries::{Counted, Rules, Standing};
use crate::Caller;
use crate::directory::{Answer, PinTry};
use crate::records::Records;

impl Records {
    /// Whether this is the PIN.
    ///
    /// At once one strongly consistent `GetItem`, 1 read unit, and one conditional `UpdateItem`, 1
    /// write unit, which counts the try; then an argon2id hash, some 20 ms of a whole processor with
    /// 19 MiB; and one `UpdateItem` more, 1 write unit, when the PIN is right. An account that is
    /// locked costs no hash, and one that does not exist costs what any other does.
    pub(in crate::records) async fn judge_pin(
        &self,
        attempt: &PinTry<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<PinCheck> {
        let rules = Rules::of(attempt);
        let key = caller.key(operation);
        let account = self.bank_account(attempt.account, caller);
        let counted = self.count_try(attempt.account, rules, &key, caller);
        let (account, counted) = Box::pin(try_join(account, counted)).await?;
        let record = match counted {
            Counted::Judge(record) => record,
            Counted::Locked { minutes } => return Ok(PinCheck::Locked { minutes }),
        };
        let stored = account.as_ref().map(|it| it.pin.as_str());
        if pin::is_right(attempt.pin, stored, self.settings.pepper())? {
            self.forget_tries(attempt.account, &record, caller).await?;
            return Ok(PinCheck::Right);
        }
        Ok(match record.standing(rules, caller.now.timestamp()) {
            Standing::Open { left } => PinCheck::Wrong { left },
            Standing::Locked { minutes } => PinCheck::Locked { minutes },
        })
    }
}
