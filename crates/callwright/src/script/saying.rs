//! What a caller says or presses in a script, and how it is heard.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::error::FaultError;
use super::near::near;
use super::step::is_key;

/// Something a caller says, and how it is heard.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Saying {
    /// The words.
    pub text: String,
    /// What speech recognition makes of them, the likeliest first; empty for the words themselves.
    pub heard: Vec<Hearing>,
    /// How sure recognition is of the words, 0 to 1; `None` when the script does not say, or says
    /// what is heard.
    pub confidence: Option<f64>,
    /// The mood in which it is said; `None` when the script does not say.
    pub mood: Option<Mood>,
    /// Whether it cuts a prompt off.
    pub interrupts: bool,
}

/// One way to hear some words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hearing {
    /// The words.
    pub text: String,
    /// How sure recognition is of them, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

/// A mood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mood {
    /// Good and bad at once.
    Mixed,
    /// Bad.
    Negative,
    /// Neither.
    Neutral,
    /// Good.
    Positive,
}

impl Mood {
    /// All moods, by the names that scripts use.
    pub const NAMES: [(&str, Self); 4] = [
        ("mixed", Self::Mixed),
        ("negative", Self::Negative),
        ("neutral", Self::Neutral),
        ("positive", Self::Positive),
    ];
}

/// Keys a caller presses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pressing {
    /// `0` to `9`, `*` and `#`; at least one.
    pub keys: String,
    /// Whether they cut a prompt off.
    pub interrupts: bool,
}

impl From<&str> for Saying {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl fmt::Display for Saying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// What is said, as it is written: a text by itself, or with more about it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenSaying {
    text: String,
    #[serde(default)]
    heard: Option<Vec<Hearing>>,
    confidence: Option<f64>,
    mood: Option<String>,
    #[serde(default)]
    interrupts: bool,
}

/// Keys as they are written: by themselves, or with more about them.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenPressing {
    keys: String,
    #[serde(default)]
    interrupts: bool,
}

impl WrittenSaying {
    pub(super) fn check(self) -> Result<Saying, FaultError> {
        let Self { text, heard, confidence, mood, interrupts } = self;
        if heard.is_some() && confidence.is_some() {
            return Err(FaultError::HeardTwice);
        }
        let heard = match heard {
            Some(heard) if heard.is_empty() => return Err(FaultError::NothingHeard),
            heard => heard.unwrap_or_default(),
        };
        for it in heard.iter().filter_map(|it| it.confidence).chain(confidence) {
            if !(0.0..=1.0).contains(&it) {
                return Err(FaultError::Confidence { found: it });
            }
        }
        let mood = match mood {
            None => None,
            Some(found) => {
                let named = Mood::NAMES.iter().find(|(name, _)| *name == found);
                let Some((_, mood)) = named else {
                    let near = near(&found, Mood::NAMES.iter().map(|(name, _)| *name));
                    return Err(FaultError::Mood { found, near });
                };
                Some(*mood)
            }
        };
        Ok(Saying { text, heard, confidence, mood, interrupts })
    }
}

impl WrittenPressing {
    pub(super) fn check(self) -> Result<Pressing, FaultError> {
        let Self { keys, interrupts } = self;
        if let Some(found) = keys.chars().find(|it| !is_key(*it)) {
            return Err(FaultError::Key { found });
        }
        if keys.is_empty() {
            return Err(FaultError::NoKeys);
        }
        Ok(Pressing { keys, interrupts })
    }
}

/// Something that is written as a text, or as keys with values of which one is that text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Short<T>(pub(super) T);

/// What a text by itself stands for.
pub(super) trait FromText {
    fn from_text(text: &str) -> Self;
}

impl FromText for WrittenSaying {
    fn from_text(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl FromText for WrittenPressing {
    fn from_text(text: &str) -> Self {
        Self { keys: text.to_owned(), ..Self::default() }
    }
}

impl<'de, T: FromText + Deserialize<'de>> Deserialize<'de> for Short<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ShortVisitor<T>(PhantomData<T>);

        impl<'de, T: FromText + Deserialize<'de>> Visitor<'de> for ShortVisitor<T> {
            type Value = Short<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or keys with values")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Short(T::from_text(text)))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(de::value::MapAccessDeserializer::new(map)).map(Short)
            }

            fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
                Err(E::custom("expected string scalar"))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
                self.visit_str(&number.to_string())
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                self.visit_str(&number.to_string())
            }
        }

        deserializer.deserialize_any(ShortVisitor(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use expect_test::{Expect, expect};

    use super::*;
    use crate::script::{Script, Step};

    fn parse(step: &str) -> Result<Step, String> {
        Script::parse(Path::new("call.yaml"), &format!("name: n\nsteps:\n  - {step}\n"))
            .map(|mut it| it.steps.remove(0).value)
            .map_err(|error| crate::chain(&error))
    }

    fn refuses(step: &str, message: &Expect) {
        message.assert_eq(&parse(step).unwrap_err());
    }

    #[test]
    fn says_what_is_wrong() {
        refuses(
            "says: { text: hi, confidence: 1.5 }",
            &expect!["call.yaml:3: `confidence` is 1.5; it is 0 to 1"],
        );
        refuses(
            "says: { text: hi, heard: [] }",
            &expect![
                "call.yaml:3: `heard` needs at least one `text`; for silence write `- silence`"
            ],
        );
        refuses(
            "says: { text: hi, heard: [{ text: hey }], confidence: 0.5 }",
            &expect![
                "call.yaml:3: `confidence` is said of each text in `heard`, or of `text` without `heard`"
            ],
        );
        refuses(
            "says: { text: hi, heard: [{ text: hey, confidence: -1 }] }",
            &expect!["call.yaml:3: `confidence` is -1; it is 0 to 1"],
        );
        refuses(
            "says: { text: hi, mood: negativ }",
            &expect![
                "call.yaml:3: `mood` is `negativ`; it is one of `mixed`, `negative`, `neutral`, `positive`; the nearest is `negative`"
            ],
        );
        refuses(
            "says: { text: hi, mood: 7 }",
            &expect![
                "call.yaml:3: `mood` is `7`; it is one of `mixed`, `negative`, `neutral`, `positive`"
            ],
        );
        refuses(
            "says: { text: hi, confidense: 0.5 }",
            &expect![
                "call.yaml:3:23: unknown key `confidense`, expected one of text, heard, confidence, mood, interrupts; the nearest is `confidence`"
            ],
        );
        refuses("says: { heard: [{ text: hi }] }", &expect!["call.yaml:3:13: missing key `text`"]);
        refuses(
            "says: { text: hi, heard: [hey] }",
            &expect!["call.yaml:3:31: expected keys with values, such as `fails: true`"],
        );
        refuses(
            "says: [hi]",
            &expect!["call.yaml:3:5: invalid type: sequence, expected a text, or keys with values"],
        );
        refuses(
            "says:",
            &expect!["call.yaml:3:9: expected a text, here or at the end of the line before"],
        );
        refuses(
            "presses: { keys: '1a' }",
            &expect![
                "call.yaml:3: `a` is no key; a telephone has 0 to 9, `*` and `#` (quote them in YAML)"
            ],
        );
        refuses("presses: { interrupts: true }", &expect!["call.yaml:3:16: missing key `keys`"]);
        refuses("presses: { keys: '' }", &expect!["call.yaml:3: `presses` needs at least one key"]);
    }

    #[test]
    fn a_text_is_enough_and_more_can_be_said() {
        let says = |step: &str| match parse(step).unwrap() {
            Step::Says(saying) => saying,
            other => panic!("{other:?}"),
        };
        assert_eq!(says("says: hi there"), Saying::from("hi there"));
        assert_eq!(says("says: no"), Saying::from("no"));
        assert_eq!(says("says: 55421"), Saying::from("55421"));
        assert_eq!(
            says("says: { text: hi, confidence: 0.25, mood: negative, interrupts: true }"),
            Saying {
                confidence: Some(0.25),
                mood: Some(Mood::Negative),
                interrupts: true,
                ..Saying::from("hi")
            }
        );
        let heard =
            says("says: { text: hi, heard: [{ text: high, confidence: 1 }, { text: hi }] }");
        let hearing = |text: &str, confidence| Hearing { text: text.to_owned(), confidence };
        assert_eq!(heard.heard, [hearing("high", Some(1.0)), hearing("hi", None)]);
        let Step::Presses(pressing) = parse("presses: { keys: '1#', interrupts: true }").unwrap()
        else {
            panic!("no keys");
        };
        assert_eq!(pressing, Pressing { keys: "1#".to_owned(), interrupts: true });
    }
}
