//! How a bot listens: what the flow, or the bot's code hook, set in `x-amz-lex:*` attributes.
//!
//! Source: Amazon Connect Administrator Guide, "Get customer input", the names and defaults of the
//! attributes `x-amz-lex:audio:*` and `x-amz-lex:dtmf:*`.

use std::collections::BTreeMap;
use std::time::Duration;

use connect_flow::DigitSpec;

/// Prefix of the attributes.
const PREFIX: &str = "x-amz-lex:";

/// How long a bot waits for the caller to begin to speak.
const START_TIMEOUT: Duration = Duration::from_secs(3);

/// How long it waits for another key.
const KEY_TIMEOUT: Duration = Duration::from_secs(5);

/// Most keys it takes.
const MOST_KEYS: u32 = 1024;

/// How a bot listens for one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listening {
    /// How long it waits for the caller to begin.
    pub(super) start: Duration,
    /// How it collects keys.
    pub(super) keys: DigitSpec,
}

impl Listening {
    /// Reads the attributes of a session for one slot, or for none.
    ///
    /// An attribute that names the slot wins over one for all slots. Which intent is at hand is
    /// Lex's own affair, so an attribute of any intent that has the slot counts.
    pub(super) fn new(attributes: &BTreeMap<String, String>, slot: Option<&str>) -> Self {
        let text = |name: &str| {
            let of = |slot: &str| {
                attributes.iter().find_map(|(key, value)| {
                    let scope = key.strip_prefix(PREFIX)?.strip_prefix(name)?.strip_prefix(':')?;
                    let (_, its_slot) = scope.split_once(':')?;
                    (its_slot == slot).then_some(value.as_str())
                })
            };
            slot.and_then(of).or_else(|| of("*"))
        };
        let millis = |name, default| {
            text(name).and_then(|it| it.parse().ok()).map_or(default, Duration::from_millis)
        };
        let start = millis("audio:start-timeout-ms", START_TIMEOUT);
        Self {
            start,
            keys: DigitSpec {
                first_digit: start,
                inter_digit: millis("dtmf:end-timeout-ms", KEY_TIMEOUT),
                max_digits: text("dtmf:max-length")
                    .and_then(|it| it.parse().ok())
                    .filter(|it| *it > 0)
                    .unwrap_or(MOST_KEYS),
                terminator: Some(text("dtmf:end-character").unwrap_or("#").to_owned()),
                // The only other character that Lex can delete with is `#`, which ends here.
                cancel_key: text("dtmf:deletion-character").unwrap_or("*") == "*",
                menu: false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listening(attributes: &[(&str, &str)], slot: Option<&str>) -> Listening {
        let attributes =
            attributes.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Listening::new(&attributes, slot)
    }

    #[test]
    fn without_attributes_the_defaults_hold() {
        let it = listening(&[("contactId", "c")], Some("OrderNumber"));
        assert_eq!(it.start, START_TIMEOUT);
        assert_eq!(it.keys.max_digits, MOST_KEYS);
        assert_eq!(it.keys.collect("44321#").into_digits(), "44321");
        assert_eq!(it.keys.collect("99*44321#").into_digits(), "44321");
    }

    #[test]
    fn what_names_the_slot_wins() {
        let attributes = [
            ("x-amz-lex:dtmf:max-length:*:*", "9"),
            ("x-amz-lex:dtmf:max-length:CheckOrderStatus:OrderNumber", "5"),
            ("x-amz-lex:audio:start-timeout-ms:*:*", "5000"),
            ("x-amz-lex:dtmf:end-timeout-ms:*:*", "soon"),
        ];
        let it = listening(&attributes, Some("OrderNumber"));
        assert_eq!(it.keys.collect("4432155").into_digits(), "44321");
        assert_eq!(it.start, Duration::from_secs(5));
        assert_eq!(it.keys.inter_digit, KEY_TIMEOUT);
        assert_eq!(listening(&attributes, Some("Other")).keys.max_digits, 9);
        assert_eq!(listening(&attributes, None).keys.max_digits, 9);
    }
}
