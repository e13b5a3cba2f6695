//! The keys of this crate's items. No other file spells them.

use aws_events::E164;
use line::LineId;

use crate::item::Key;
use crate::{CallerHash, ContactId, Mailbox, TextId, VoicemailState};

/// What the partition key of a call and all that belongs to it begins with.
pub(crate) const CALL_PREFIX: &str = "CALL#";
/// What the sort key of every turn begins with.
pub(crate) const TURN_PREFIX: &str = "TURN#";
/// What the sort key of every text begins with; the event filter of `texts` in the template has it.
pub(crate) const TEXT_PREFIX: &str = "TEXT#";
/// What the sort key of every profile begins with.
pub(crate) const PROFILE_PREFIX: &str = "PROFILE#";

/// All lines, in the first index.
pub(crate) const LINES: &str = "LINES";

/// The call record of a contact.
pub(crate) fn call(contact_id: &ContactId) -> Key {
    Key { pk: format!("{CALL_PREFIX}{contact_id}"), sk: "CALL".to_owned() }
}

/// A turn of a call. Four digits keep turns in order, and no call has 10,000.
pub(crate) fn turn(contact_id: &ContactId, number: u32) -> Key {
    Key { pk: call(contact_id).pk, sk: format!("{TURN_PREFIX}{number:04}") }
}

/// A text that a turn of a call promises.
pub(crate) fn text(id: &TextId) -> Key {
    let TextId { contact_id, turn, number } = id;
    Key { pk: call(contact_id).pk, sk: format!("{TEXT_PREFIX}{turn:04}#{number}") }
}

/// The message that a contact left.
pub(crate) fn voicemail(contact_id: &ContactId) -> Key {
    Key { pk: format!("VOICEMAIL#{contact_id}"), sk: "VOICEMAIL".to_owned() }
}

/// The line of a dialled number.
pub(crate) fn line(number: &E164) -> Key {
    Key { pk: format!("LINE#{}", number.as_str()), sk: "LINE".to_owned() }
}

/// What a line remembers of a caller.
pub(crate) fn profile(caller: &CallerHash, line: &LineId) -> Key {
    Key { pk: self::caller(caller), sk: format!("{PROFILE_PREFIX}{}", line.as_str()) }
}

/// All calls of a UTC day, in the first index.
pub(crate) fn day(date: jiff::civil::Date) -> String {
    format!("DAY#{date}")
}

/// All profiles of a caller; in the second index all of their calls.
pub(crate) fn caller(hash: &CallerHash) -> String {
    format!("CALLER#{}", hash.as_str())
}

/// All messages of a mailbox that are in one state, in the first index.
pub(crate) fn mailbox(mailbox: &Mailbox, state: VoicemailState) -> String {
    format!("MAILBOX#{}#{}", mailbox.as_str(), state.as_str())
}
