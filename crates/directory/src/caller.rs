//! On whose behalf the records are asked.

use std::fmt;

use aws_events::E164;
use dialogue::Operation;
use jiff::Zoned;
use line::LineId;
use store::{CallerHash, ContactId};
use tokio::time::Instant;

/// On whose behalf the records are asked, when, and how long that may take.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The line that was dialled; records of other lines are out of reach.
    pub line: LineId,
    /// The contact.
    pub contact: ContactId,
    /// The number that calls; `None` when it is withheld.
    pub number: Option<E164>,
    /// What stands for the number in keys; `None` when it is withheld or could not be hashed.
    pub hash: Option<CallerHash>,
    /// Now, in the line's time zone.
    pub now: Zoned,
    /// When the answer must be there. Whatever takes longer is [`Late`](crate::DirectoryError::Late).
    pub deadline: Instant,
    /// A number by chance, from which pauses between tries follow.
    pub chance: u64,
}

impl Caller {
    /// The key under which a change of this call happens once.
    pub fn key(&self, operation: Operation) -> OperationKey {
        OperationKey { contact: self.contact.clone(), operation }
    }
}

/// What makes a change happen once: the contact, and the number of the change in it.
///
/// Written as `<contact>#0001`. Four digits keep the changes of a call in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationKey {
    contact: ContactId,
    operation: Operation,
}

impl fmt::Display for OperationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{:04}", self.contact, self.operation.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_contact_and_operation() {
        let contact = "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap();
        let key = OperationKey { contact, operation: Operation(7) };
        assert_eq!(key.to_string(), "0a1b2c3d-0000-4000-8000-000000000001#0007");
    }
}
