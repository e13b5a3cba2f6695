//! What must have come of a call.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_saphyr::Spanned;

use super::Placed;
use super::error::FaultError;
use super::pattern::check_patterns;

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// The caller got what they called for, and a goodbye.
    Served,
    /// The caller waits for a person.
    Queue,
    /// The caller talked to an agent, whoever hung up, or still does.
    Agent,
    /// The caller was put through to somebody who is not part of the call.
    Transferred,
    /// The caller left a message.
    Voicemail,
    /// The caller will be called back.
    Callback,
    /// The line said goodbye without having served the caller.
    Goodbye,
    /// The line let go of the caller without a word. Never acceptable.
    Dropped,
    /// The caller hung up.
    HungUp,
}

impl Ended {
    /// All ways to end, by the names that scripts and reports use.
    pub const NAMES: [(&str, Self); 9] = [
        ("served", Self::Served),
        ("queue", Self::Queue),
        ("agent", Self::Agent),
        ("transferred", Self::Transferred),
        ("voicemail", Self::Voicemail),
        ("callback", Self::Callback),
        ("goodbye", Self::Goodbye),
        ("dropped", Self::Dropped),
        ("hung_up", Self::HungUp),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(it, _)| *it == name).map(|(_, ended)| *ended)
    }
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Self::NAMES.iter().find(|(_, it)| it == self).map_or("", |(name, _)| name);
        f.write_str(name)
    }
}

/// What must have come of a call; a part that is left out is not checked.
#[derive(Debug, Clone, Default)]
pub struct Expectations {
    /// How it ended.
    pub ended: Option<Placed<Ended>>,
    /// Name of the queue the caller waits in, or came to the agent from.
    pub queue: Option<Placed<String>>,
    /// Contact attributes at the end; others may exist.
    pub attributes: BTreeMap<String, Placed<Value>>,
    /// Functions that were invoked, in order; repeated tries count once.
    pub invoked: Option<Placed<Vec<String>>>,
    /// Records by kind.
    pub stored: BTreeMap<String, Placed<Records>>,
    /// Mails that were sent, all of them, in order.
    pub mailed: Option<Vec<Placed<MailExpectation>>>,
    /// The line of `mailed`, for a call that sent more or fewer.
    pub mailed_line: u64,
    /// Texts that were sent, all of them, in order.
    pub texted: Option<Vec<Placed<TextExpectation>>>,
    /// The line of `texted`, for a call that sent more or fewer.
    pub texted_line: u64,
}

/// Which records of a kind are expected.
#[derive(Debug, Clone, PartialEq)]
pub enum Records {
    /// At least one that has these fields.
    Some(Value),
    /// Exactly these, in the order of their keys.
    Exactly(Vec<Value>),
}

/// What a mail must be like; a part that is left out is not checked.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailExpectation {
    /// Recipient.
    pub to: Option<String>,
    /// Sender.
    pub from: Option<String>,
    /// Subject, or a `/regular expression/` for it.
    pub subject: Option<String>,
    /// Text, or a `/regular expression/` for it.
    pub text: Option<String>,
}

impl MailExpectation {
    /// The parts that are checked, by name.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [("to", &self.to), ("from", &self.from), ("subject", &self.subject), ("text", &self.text)]
            .into_iter()
            .filter_map(|(name, part)| Some((name, part.as_deref()?)))
    }
}

/// What a text must be like; a part that is left out is not checked. Words alone stand for `text`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TextExpectation {
    /// Who gets it.
    pub to: Option<String>,
    /// The words, or a `/regular expression/` for them.
    pub text: Option<String>,
}

impl<'de> Deserialize<'de> for TextExpectation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Parts {
            to: Option<String>,
            text: Option<String>,
        }

        struct PartsVisitor;

        impl<'de> Visitor<'de> for PartsVisitor {
            type Value = TextExpectation;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the words of a text, or a mapping with `to` and `text`")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<TextExpectation, E> {
                Ok(TextExpectation { to: None, text: Some(text.to_owned()) })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<TextExpectation, A::Error> {
                let parts = Parts::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(TextExpectation { to: parts.to, text: parts.text })
            }
        }

        deserializer.deserialize_any(PartsVisitor)
    }
}

impl TextExpectation {
    /// The parts that are checked, by name.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [("to", &self.to), ("text", &self.text)]
            .into_iter()
            .filter_map(|(name, part)| Some((name, part.as_deref()?)))
    }
}

/// The expectations as YAML gives them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    ended: Option<Spanned<String>>,
    queue: Option<Spanned<String>>,
    #[serde(default)]
    attributes: BTreeMap<String, Spanned<Value>>,
    invoked: Option<Spanned<Vec<String>>>,
    #[serde(default)]
    stored: BTreeMap<String, Spanned<Records>>,
    mailed: Option<Spanned<Vec<Spanned<MailExpectation>>>>,
    texted: Option<Spanned<Vec<Spanned<TextExpectation>>>>,
}

impl Document {
    /// Checks names and patterns.
    pub(super) fn check(self) -> Result<Expectations, Placed<FaultError>> {
        let ended = match self.ended.map(Placed::of) {
            None => None,
            Some(Placed { line, value }) => match Ended::named(&value) {
                Some(value) => Some(Placed { line, value }),
                None => return Err(Placed { line, value: FaultError::Ended { found: value } }),
            },
        };
        let at =
            |line, checked: Result<(), FaultError>| checked.map_err(|value| Placed { line, value });
        let mut attributes = BTreeMap::new();
        for (name, value) in self.attributes {
            let value = Placed::of(value);
            at(value.line, check_patterns(&value.value))?;
            attributes.insert(name, value);
        }
        let mut stored = BTreeMap::new();
        for (kind, records) in self.stored {
            let records = Placed::of(records);
            let checked = match &records.value {
                Records::Some(fields) => check_patterns(fields),
                Records::Exactly(items) => items.iter().try_for_each(check_patterns),
            };
            at(records.line, checked)?;
            stored.insert(kind, records);
        }
        let mailed = self.mailed.map(Placed::of);
        let mailed_line = mailed.as_ref().map_or(0, |it| it.line);
        let mailed: Option<Vec<_>> =
            mailed.map(|it| it.value.into_iter().map(Placed::of).collect());
        for mail in mailed.iter().flatten() {
            for (_, part) in mail.value.parts() {
                at(mail.line, check_patterns(&Value::String(part.to_owned())))?;
            }
        }
        let texted = self.texted.map(Placed::of);
        let texted_line = texted.as_ref().map_or(0, |it| it.line);
        let texted: Option<Vec<_>> =
            texted.map(|it| it.value.into_iter().map(Placed::of).collect());
        for sms in texted.iter().flatten() {
            for (_, part) in sms.value.parts() {
                at(sms.line, check_patterns(&Value::String(part.to_owned())))?;
            }
        }
        Ok(Expectations {
            ended,
            queue: self.queue.map(Placed::of),
            attributes,
            invoked: self.invoked.map(Placed::of),
            stored,
            mailed,
            mailed_line,
            texted,
            texted_line,
        })
    }
}

impl<'de> Deserialize<'de> for Records {
    /// Reads a mapping as "at least one such record" and a list as "exactly these".
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RecordsVisitor;

        impl<'de> Visitor<'de> for RecordsVisitor {
            type Value = Records;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the fields of one record, or a list of records")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Records, A::Error> {
                Value::deserialize(de::value::MapAccessDeserializer::new(map)).map(Records::Some)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Records, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(Records::Exactly)
            }
        }

        deserializer.deserialize_any(RecordsVisitor)
    }
}
