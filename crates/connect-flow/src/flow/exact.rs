//! Whole numbers beyond 64 bits, which JSON values of `serde_json` round to floating-point numbers
//! unless its feature `arbitrary_precision` is on; that would change what numbers are in every
//! crate of a build.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// The fewest digits of a number that may not fit: the least of 64 bits has 19.
const FEWEST_DIGITS: usize = 19;

/// The whole numbers of a text that do not fit into 64 bits, as they are written there, by their
/// place as a JSON pointer (RFC 6901).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Exact(BTreeMap<String, String>);

impl Exact {
    /// Finds the numbers in JSON; none in what is no JSON. Takes next to no time for a text
    /// without long numbers.
    pub(super) fn of(json: &str) -> Self {
        let mut found = BTreeMap::new();
        if has_long_number(json.as_bytes())
            && let Ok(root) = serde_json::from_str(json)
        {
            collect(root, "", &mut found);
        }
        Self(found)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value they are numbers of, to be written with them.
    pub(super) fn within<'a>(&'a self, value: &'a Value) -> Written<'a> {
        Written { value, pointer: String::new(), exact: self }
    }
}

/// Whether there are so many digits in a row that they may not fit into 64 bits, where a number
/// can stand. Text may look like one too.
///
/// So many bytes in a row hold one whose position is a multiple of their count, so most bytes are
/// not looked at.
fn has_long_number(json: &[u8]) -> bool {
    let is_digit = |it: &&u8| it.is_ascii_digit();
    let positions = (0..json.len()).step_by(FEWEST_DIGITS);
    let hits = positions.filter(|it| json.get(*it).is_some_and(u8::is_ascii_digit));
    hits.filter_map(|it| json.split_at_checked(it)).any(|(before, after)| {
        let n_before = before.iter().rev().take_while(is_digit).count();
        let n_after = after.iter().take_while(is_digit).count();
        let mut outside = before.iter().rev().skip(n_before).skip_while(|it| **it == b'-');
        n_before.saturating_add(n_after) >= FEWEST_DIGITS
            && outside.next().is_none_or(|it| b":[, \t\r\n".contains(it))
            && after.get(n_after).is_none_or(|it| b",]} \t\r\n".contains(it))
    })
}

fn collect(raw: &RawValue, pointer: &str, found: &mut BTreeMap<String, String>) {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'{') => {
            let entries: BTreeMap<String, &RawValue> =
                serde_json::from_str(text).unwrap_or_default();
            for (key, value) in entries {
                collect(value, &member(pointer, &key), found);
            }
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).unwrap_or_default();
            for (position, value) in items.into_iter().enumerate() {
                collect(value, &item(pointer, position), found);
            }
        }
        Some(b'-' | b'0'..=b'9') if is_rounded(text) => {
            found.insert(pointer.to_owned(), text.to_owned());
        }
        _ => {}
    }
}

fn is_rounded(number: &str) -> bool {
    let is_whole = number.bytes().all(|it| it.is_ascii_digit() || it == b'-');
    is_whole && number.parse::<i64>().is_err() && number.parse::<u64>().is_err()
}

fn member(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn item(pointer: &str, position: usize) -> String {
    format!("{pointer}/{position}")
}

/// A value whose numbers are written exactly.
///
/// `serde_json` writes them as numbers; other formats get what it makes of a [`RawValue`].
pub(super) struct Written<'a> {
    value: &'a Value,
    pointer: String,
    exact: &'a Exact,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let inner = |value, pointer| Written { value, pointer, exact: self.exact };
        match self.value {
            Value::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, &inner(value, member(&self.pointer, key)))?;
                }
                map.end()
            }
            Value::Array(items) => serializer.collect_seq(
                items.iter().enumerate().map(|(at, value)| inner(value, item(&self.pointer, at))),
            ),
            other => match self.exact.0.get(&self.pointer) {
                Some(number) => {
                    let raw = RawValue::from_string(number.clone());
                    raw.map_err(serde::ser::Error::custom)?.serialize(serializer)
                }
                None => other.serialize(serializer),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_of_64_bits_are_left_alone() {
        for text in [
            "{}",
            "18446744073709551615",
            "-9223372036854775808",
            "[1.5, 1e300, 0.12345678901234567890, 123456789012345678901.5]",
            r#"{ "arn": "12345678901234567890123456789" }"#,
            "no JSON 12345678901234567890123456789",
        ] {
            assert!(Exact::of(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn numbers_beyond_them_are_kept() {
        let text = r#"{ "a/b": [1, -9223372036854775809], "~": { "c": 18446744073709551616 } }"#;
        let found: Vec<_> = Exact::of(text).0.into_iter().collect();
        let pair = |place: &str, number: &str| (place.to_owned(), number.to_owned());
        assert_eq!(
            found,
            [pair("/a~1b/1", "-9223372036854775809"), pair("/~0/c", "18446744073709551616"),]
        );
    }

    proptest! {
        #[test]
        fn what_is_read_is_written(
            numbers in proptest::collection::vec("-?[1-9][0-9]{0,40}", 0..6),
            key in "\\PC{0,4}",
        ) {
            let list = numbers.join(",");
            let key = serde_json::to_string(&key).unwrap();
            let text = format!(r#"{{"first":[{list}],{key}:{{"second":[[{list}]]}}}}"#);
            let value: Value = serde_json::from_str(&text).unwrap();
            let exact = Exact::of(&text);
            let rounded = numbers.iter().any(|it| is_rounded(it));
            prop_assert_eq!(exact.is_empty(), !rounded);
            prop_assert_eq!(serde_json::to_string(&exact.within(&value)).unwrap(), text);
        }

        #[test]
        fn long_numbers_are_seen_wherever_they_begin(
            before in "[a-z1-9. -]{0,40}[:, \\[]-?",
            digits in "[0-9]{1,40}",
        ) {
            let text = format!("{before}{digits}]");
            prop_assert!(has_long_number(text.as_bytes()) || digits.len() < FEWEST_DIGITS);
            for text in [format!("\"{digits}\""), format!("0.{digits}"), format!("{digits}.5")] {
                prop_assert!(!has_long_number(text.as_bytes()), "{text}");
            }
        }
    }
}
