//! US social security numbers.

use crate::runs::{Group, Run};

/// Lengths of the groups of a number as it is written: area, group and serial.
const GROUPS: [usize; 3] = [3, 2, 4];
/// Digits of a number.
const DIGITS: usize = 9;
/// Numbers that were printed on sample cards and are nobody's.
///
/// Source: Social Security Administration, "Social Security Number Misused by Thousands", and its
/// list of numbers used in advertising.
const SAMPLES: [[u8; DIGITS]; 2] = [[0, 7, 8, 0, 5, 1, 1, 2, 0], [2, 1, 9, 0, 9, 9, 9, 9, 9]];

/// How many groups, from the first on, are a number in one piece or written as 3, 2 and 4 digits
/// with the same separator twice.
pub(crate) fn grouped_from(groups: &[Group]) -> Option<usize> {
    match groups {
        [one, ..] if one.digits.len() == DIGITS => is_issued(&one.digits).then_some(1),
        [area, group, serial, ..] => {
            let is_shaped = [area, group, serial].map(|it| it.digits.len()) == GROUPS;
            let digits = [&*area.digits, &group.digits, &serial.digits].concat();
            (is_shaped && group.separator == serial.separator && is_issued(&digits)).then_some(3)
        }
        _ => None,
    }
}

/// Whether a run is a number said in smaller pieces, such as one digit after the other.
///
/// Longer runs are something else, a telephone number for instance.
pub(crate) fn is_whole(run: &Run) -> bool {
    let mut ends = Vec::new();
    let mut end = 0_usize;
    for group in &run.groups {
        end = end.saturating_add(group.digits.len());
        ends.push(end);
    }
    let [area, group, _] = GROUPS;
    let is_shaped = run.groups.len() > GROUPS.len()
        && ends.contains(&area)
        && ends.contains(&area.saturating_add(group))
        && end == DIGITS;
    is_shaped && is_issued(&run.digits().collect::<Vec<_>>())
}

/// Whether a number may have been issued.
///
/// Source: Social Security Administration, "Social Security Number Randomization": no area 000, 666
/// or 900 to 999, no group 00, no serial 0000.
fn is_issued(digits: &[u8]) -> bool {
    if SAMPLES.iter().any(|it| it == digits) {
        return false;
    }
    match digits {
        // The area, then the group, then the serial.
        [0, 0, 0, ..] | [6, 6, 6, ..] | [9, ..] | [_, _, _, 0, 0, ..] | [.., 0, 0, 0, 0] => false,
        _ => digits.len() == DIGITS,
    }
}
