//! Telephone numbers in international form.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Most digits an international number may have, country code included.
///
/// Source: ITU-T E.164 (11/2010), clause 6.
const MAX_DIGITS: usize = 15;

/// A telephone number in international form, such as `+12025550143`.
///
/// Holding one proves that the text is a `+`, a nonzero digit and 1 to 14 more digits. It does not
/// prove that the number is assigned or reachable.
///
/// A number is personal data: `Debug` shows the last two digits only and there is no `Display`, so
/// printing one in full takes an explicit [`E164::as_str`].
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct E164(String);

impl E164 {
    /// The number as text, `+` included.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last_two: String =
            self.0.chars().skip(self.0.chars().count().saturating_sub(2)).collect();
        write!(f, "E164(…{last_two})")
    }
}

impl FromStr for E164 {
    type Err = ParseE164Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some(digits) = text.strip_prefix('+') else {
            return Err(ParseE164Error::MissingPlus);
        };
        if let Some(at) = digits.bytes().position(|byte| !byte.is_ascii_digit()) {
            return Err(ParseE164Error::NotADigit { at: at.saturating_add(1) });
        }
        if digits.starts_with('0') {
            return Err(ParseE164Error::LeadingZero);
        }
        if !(2..=MAX_DIGITS).contains(&digits.len()) {
            return Err(ParseE164Error::Length { digits: digits.len() });
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for E164 {
    type Error = ParseE164Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<E164> for String {
    fn from(number: E164) -> Self {
        number.0
    }
}

/// Why a text is no E.164 number. Carries positions and counts, never the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ParseE164Error {
    /// It does not begin with `+`.
    #[error("an E.164 number begins with `+` and the country code, such as `+12025550143`")]
    MissingPlus,
    /// It holds something other than digits.
    #[error("byte {at} is not a digit; write `+` and digits only, such as `+12025550143`")]
    NotADigit {
        /// Byte offset of the first character that is no digit.
        at: usize,
    },
    /// The country code begins with a zero.
    #[error("a country code never begins with 0")]
    LeadingZero,
    /// Too few or too many digits.
    #[error("it has {digits} digits; an E.164 number has 2 to {MAX_DIGITS}")]
    Length {
        /// Digits found.
        digits: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_wrong() {
        use ParseE164Error::{LeadingZero, Length, MissingPlus, NotADigit};
        for (text, error) in [
            ("", MissingPlus),
            ("4155550100", MissingPlus),
            ("+0044", LeadingZero),
            ("+1 415", NotADigit { at: 2 }),
            ("+", Length { digits: 0 }),
            ("+1", Length { digits: 1 }),
            ("+1234567890123456", Length { digits: 16 }),
        ] {
            assert_eq!(text.parse::<E164>(), Err(error), "{text:?}");
        }
    }

    #[test]
    fn debug_hides_the_number() {
        let number: E164 = "+12025550143".parse().unwrap();
        assert_eq!(format!("{number:?}"), "E164(…43)");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_number_or_an_error(text in ".*") {
            if let Ok(number) = text.parse::<E164>() {
                assert_eq!(number.as_str(), text);
            }
        }
    }
}
