//! What a caller gave once.

use serde::{Deserialize, Serialize};

use crate::business::{AccountKind, AccountNumber, DoctorId, Service};
use crate::matter::Matter;
use crate::order::{Order, OrderNumber};
use crate::scenario::payments::Attempts;
use crate::scenario::{profile, support};
use crate::wish::Wish;

/// What a caller gave once in this call, so that nobody asks again.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// The order under discussion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// The last number that no order has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown_order: Option<OrderNumber>,
    /// The account, confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountNumber>,
    /// The account that the caller has opened with PIN and code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<AccountNumber>,
    /// The kind of account under discussion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_kind: Option<AccountKind>,
    /// PINs that were wrong in the call, of whatever account.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) wrong_pins: u32,
    /// What a bank told of the opened account, so that it is not offered again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) told: Vec<(Wish, AccountKind)>,
    /// The doctor under discussion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doctor: Option<DoctorId>,
    /// The caller's name, as they gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Numbers of appointments, each with a name, that no appointment has.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) unfound_appointments: u32,
    /// Under which operations invoices are paid, so that each is paid once.
    #[serde(skip_serializing_if = "Attempts::is_empty")]
    pub(crate) payments: Attempts,
    /// The problem that support is at, or has a ticket for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) problem: Option<support::Problem>,
    /// What does not work either, and was offered to be seen to next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) service_to_see_to: Option<Service>,
    /// What was told of the person whose assistant answers, and what more is known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) discussed: Option<profile::Discussed>,
    /// Questions in a row to which nothing was known.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) unknown_questions: u32,
    /// What a task begins with that is taken up from an earlier call: it needs no confirmation. Only
    /// there while the task begins.
    #[serde(skip)]
    pub matter: Option<Matter>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(it: &u32) -> bool {
    *it == 0
}

impl Memory {
    /// What stays known when a caller starts again: the name; how often PINs and appointments were tried,
    /// or starting again would give more tries; and under which operations invoices are paid, or starting
    /// again would pay them again.
    pub(crate) fn begun_anew(self) -> Self {
        let Self { wrong_pins, name, unfound_appointments, payments, .. } = self;
        Self { wrong_pins, name, unfound_appointments, payments, ..Self::default() }
    }
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Memory").finish_non_exhaustive()
    }
}
