//! What customers call their accounts and what happens to a code.

use super::Which;
use crate::business::AccountKind;
use crate::read::{self, Named};
use crate::said::Phrases;
use crate::slot::Slot;
use crate::task::Answer;

/// Which of a customer's accounts callers name.
const KINDS: &[Named] = &[
    Named {
        key: "both",
        words: Phrases {
            en: &["both", "all of them", "both accounts"],
            es: &["ambas", "las dos", "todas"],
        },
    },
    Named {
        key: "checking",
        words: Phrases {
            en: &["checking", "current account", "everyday account"],
            es: &["cheques", "corriente"],
        },
    },
    Named {
        key: "savings",
        words: Phrases {
            en: &["saving", "savings", "saved"],
            es: &["ahorro", "ahorrado", "ahorros"],
        },
    },
];

/// Ways of saying that the code did not come.
pub(super) const NO_CODE: &[&str] = &[
    "did not get",
    "have not got",
    "did not receive",
    "have not received",
    "did not come",
    "has not come",
    "did not arrive",
    "has not arrived",
    "nothing came",
    "no message",
    "no text",
    "no code",
    "send it again",
    "send again",
    "resend",
    "another code",
    "new code",
    "no me llego",
    "no me ha llegado",
    "no llego",
    "no ha llegado",
    "no lo recibi",
    "no recibi",
    "no he recibido",
    "mandelo otra vez",
    "mandemelo otra vez",
    "envielo otra vez",
    "otro codigo",
    "no me llega",
];

/// Ways of saying that the number of the account is to be given anew.
pub(super) const OTHER_ACCOUNT: &[&str] = &[
    "account number",
    "wrong account",
    "different account",
    "other account",
    "another account",
    "numero de cuenta",
    "otra cuenta",
    "cuenta equivocada",
];

/// What the words speak of an account with.
pub(super) const ACCOUNT: &[&str] = &["account", "cuenta"];

/// Which account the caller names.
pub(super) fn which(answer: &Answer<'_>) -> Option<Which> {
    match read::one_of(answer, Slot::AccountKind, KINDS)? {
        "checking" => Some(Which::One(AccountKind::Checking)),
        "savings" => Some(Which::One(AccountKind::Savings)),
        _ => Some(Which::Both),
    }
}
