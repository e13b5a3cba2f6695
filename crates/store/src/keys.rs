//! The names and keys of items. No other file spells them.

use dialogue::OrderNumber;

use crate::{ContactId, Mailbox, VoicemailState};

/// Partition key of the table.
pub(crate) const PK: &str = "pk";
/// Sort key of the table.
pub(crate) const SK: &str = "sk";
/// Keys of the first index: calls by day, voicemails by mailbox and state.
pub(crate) const GSI1: (&str, &str) = ("gsi1pk", "gsi1sk");
/// Keys of the second index: calls by caller.
pub(crate) const GSI2: (&str, &str) = ("gsi2pk", "gsi2sk");
/// What kind of record an item is.
pub(crate) const KIND: &str = "kind";
/// How many times an item has been written.
pub(crate) const VERSION: &str = "version";
/// When an item may be deleted, in epoch seconds; the table's time-to-live attribute.
pub(crate) const EXPIRES_AT: &str = "expires_at";

/// What the sort key of every turn begins with.
pub(crate) const TURN_PREFIX: &str = "TURN#";

/// Where an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) pk: String,
    pub(crate) sk: String,
}

/// The call record of a contact.
pub(crate) fn call(contact_id: &ContactId) -> Key {
    Key { pk: format!("CALL#{contact_id}"), sk: "CALL".to_owned() }
}

/// A turn of a call. Four digits keep turns in order, and no call has 10,000.
pub(crate) fn turn(contact_id: &ContactId, number: u32) -> Key {
    Key { pk: call(contact_id).pk, sk: format!("{TURN_PREFIX}{number:04}") }
}

/// An order.
pub(crate) fn order(number: &OrderNumber) -> Key {
    Key { pk: format!("ORDER#{}", number.as_str()), sk: "ORDER".to_owned() }
}

/// The message that a contact left.
pub(crate) fn voicemail(contact_id: &ContactId) -> Key {
    Key { pk: format!("VOICEMAIL#{contact_id}"), sk: "VOICEMAIL".to_owned() }
}

/// All calls of a UTC day, in the first index.
pub(crate) fn day(date: jiff::civil::Date) -> String {
    format!("DAY#{date}")
}

/// All calls of a caller, in the second index.
pub(crate) fn caller(hash: &crate::CallerHash) -> String {
    format!("CALLER#{}", hash.as_str())
}

/// All messages of a mailbox that are in one state, in the first index.
pub(crate) fn mailbox(mailbox: &Mailbox, state: VoicemailState) -> String {
    format!("MAILBOX#{}#{}", mailbox.as_str(), state.as_str())
}
