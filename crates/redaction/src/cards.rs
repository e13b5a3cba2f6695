//! Payment card numbers.

use std::ops::RangeInclusive;

use crate::runs::Group;

/// Digits of a card number.
///
/// Source: ISO/IEC 7812-1, primary account number; no scheme issues fewer than 13 today.
const DIGITS: RangeInclusive<usize> = 13..=19;

/// Digits of most card numbers.
const USUAL_DIGITS: usize = 16;

/// How many groups, from the first on, are a card number.
///
/// Where several lengths pass the check, as one in ten do by chance, the usual length wins, else the
/// longest.
pub(crate) fn number_from(groups: &[Group]) -> Option<usize> {
    let mut digits = Vec::new();
    let mut longest = None;
    for (n, group) in (1..).zip(groups) {
        digits.extend_from_slice(&group.digits);
        if digits.len() > *DIGITS.end() {
            break;
        }
        if DIGITS.contains(&digits.len()) && check_digit_is_right(&digits) {
            if digits.len() == USUAL_DIGITS {
                return Some(n);
            }
            longest = Some(n);
        }
    }
    longest
}

/// The check that all payment cards pass.
///
/// Source: ISO/IEC 7812-1, annex B, Luhn formula.
fn check_digit_is_right(digits: &[u8]) -> bool {
    let sum: u32 = (0..)
        .zip(digits.iter().rev())
        .map(|(place, digit)| match (place % 2, u32::from(*digit)) {
            (0, digit) => digit,
            // Doubled, and the digits of the result added up.
            (_, digit @ 0..5) => digit * 2,
            (_, digit) => digit * 2 - 9,
        })
        .sum();
    sum.is_multiple_of(10)
}
