//! What can be wrong between lines.

use std::collections::BTreeMap;

use aws_events::E164;

use crate::{Line, LineId};

/// Numbers that more than one line claims, each with the lines that do, in the order given.
///
/// A number has one record, so the line that is stored last would take the calls of the others.
pub fn shared_numbers<'a>(
    lines: impl IntoIterator<Item = &'a Line>,
) -> BTreeMap<&'a E164, Vec<&'a LineId>> {
    let mut claims: BTreeMap<&E164, Vec<&LineId>> = BTreeMap::new();
    for line in lines {
        for number in &line.numbers {
            claims.entry(number).or_default().push(&line.id);
        }
    }
    claims.retain(|_, lines| lines.len() > 1);
    claims
}
