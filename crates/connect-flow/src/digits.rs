//! Collecting keys.

use std::time::Duration;

use serde::Serialize;

/// The key that clears what was entered so far, unless the flow turns it off.
const CANCEL_KEY: char = '*';

/// How keys are collected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DigitSpec {
    /// How long to wait for the first key after the prompt.
    pub first_digit: Duration,
    /// How long to wait for each key after the first.
    pub inter_digit: Duration,
    /// How many keys end the collection; those of a terminator count until it is complete.
    pub max_digits: u32,
    /// Keys that end the collection and are not part of it.
    pub terminator: Option<String>,
    /// Whether `*` clears what was entered so far.
    pub cancel_key: bool,
    /// Whether this is a menu: one key, and any of the twelve.
    pub menu: bool,
}

/// What keys pressed so far amount to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Collected {
    /// More keys may come before the time between keys runs out.
    Waiting(String),
    /// The collection is over.
    Complete(String),
}

impl Collected {
    /// The keys collected, cancel key and terminator applied.
    pub fn into_digits(self) -> String {
        match self {
            Self::Waiting(digits) | Self::Complete(digits) => digits,
        }
    }
}

impl DigitSpec {
    /// Applies the rules to all keys pressed since the collection began.
    ///
    /// Anything that is no key of a telephone is skipped, so pauses may be written as spaces.
    /// Applying it to its own result changes nothing.
    pub fn collect(&self, keys: &str) -> Collected {
        let mut digits = String::new();
        for key in keys.chars().filter(|it| it.is_ascii_digit() || matches!(it, '*' | '#')) {
            if self.cancel_key && key == CANCEL_KEY {
                digits.clear();
                continue;
            }
            digits.push(key);
            if let Some(entered) = self.terminator.as_deref().and_then(|it| digits.strip_suffix(it))
            {
                return Collected::Complete(entered.to_owned());
            }
            if digits.len() >= usize::try_from(self.max_digits).unwrap_or(usize::MAX) {
                return Collected::Complete(digits);
            }
        }
        Collected::Waiting(digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(terminator: Option<&str>, cancel_key: bool) -> DigitSpec {
        DigitSpec {
            first_digit: Duration::from_secs(5),
            inter_digit: Duration::from_secs(5),
            max_digits: 4,
            terminator: terminator.map(str::to_owned),
            cancel_key,
            menu: false,
        }
    }

    #[test]
    fn keys_are_collected_until_the_last_one() {
        let waiting = |it: &str| Collected::Waiting(it.to_owned());
        let complete = |it: &str| Collected::Complete(it.to_owned());
        for (terminator, cancel_key, keys, expected) in [
            (Some("#"), true, "", waiting("")),
            (Some("#"), true, "12", waiting("12")),
            (Some("#"), true, "12#", complete("12")),
            (Some("#"), true, "#", complete("")),
            (Some("#"), true, "12345", complete("1234")),
            (Some("#"), true, "12*3", waiting("3")),
            (Some("#"), true, "12*", waiting("")),
            (Some("#"), false, "1*2#", complete("1*2")),
            (Some("##"), true, "1#2#", complete("1#2#")),
            (Some("##"), true, "12##", complete("12")),
            (Some("9"), true, "129", complete("12")),
            (None, true, "1#", waiting("1#")),
            (None, true, "1#23", complete("1#23")),
            (Some("#"), true, "1 2-x", waiting("12")),
        ] {
            assert_eq!(spec(terminator, cancel_key).collect(keys), expected, "{keys:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn collecting_twice_changes_nothing(keys in "[0-9*#]{0,8}", cancel_key: bool) {
            let spec = spec(Some("#"), cancel_key);
            let once = spec.collect(&keys).into_digits();
            proptest::prop_assert_eq!(spec.collect(&once).into_digits(), once);
        }
    }
}
