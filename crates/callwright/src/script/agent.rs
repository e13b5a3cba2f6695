//! What an agent does in a script.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::error::FaultError;

/// Who answers unless told otherwise.
const SOMEBODY: &str = "Alex";

/// What is said of a step in which an agent does nothing, or two things.
const ONE_THING: &str =
    "an agent does one thing in a step, such as `answers` or `transfers: Support`";

/// What an agent does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doing {
    /// Answers the call that waits in a queue, or the one that is transferred to them.
    Answers {
        /// First name, and last name after a space.
        name: String,
    },
    /// Puts the caller on hold.
    Holds,
    /// Takes the caller off hold.
    Resumes,
    /// Hands the caller over and leaves.
    Transfers {
        /// Name of a queue, or else of a flow; `None` for the queue that the caller came from.
        to: Option<String>,
    },
    /// Hangs up.
    HangsUp,
}

impl Doing {
    /// All verbs, as scripts write them.
    pub(crate) const VERBS: [&str; 5] = ["answers", "holds", "resumes", "transfers", "hangs_up"];

    /// Reads a verb, and whom or what it is about.
    pub(crate) fn parse(verb: &str, about: Option<&str>) -> Result<Self, FaultError> {
        let about = about.map(str::to_owned);
        if let Some(about) = &about {
            if about.trim().is_empty() {
                return Err(FaultError::AgentEmpty { verb: verb.to_owned() });
            }
            if !matches!(verb, "answers" | "transfers") && Self::VERBS.contains(&verb) {
                let (verb, about) = (verb.to_owned(), about.clone());
                return Err(FaultError::AgentAbout { verb, about });
            }
        }
        Ok(match verb {
            "answers" => Self::Answers { name: about.unwrap_or_else(|| SOMEBODY.to_owned()) },
            "holds" => Self::Holds,
            "resumes" => Self::Resumes,
            "transfers" => Self::Transfers { to: about },
            "hangs_up" => Self::HangsUp,
            _ => return Err(FaultError::Agent { found: verb.to_owned() }),
        })
    }
}

impl fmt::Display for Doing {
    /// What the agent was to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Answers { .. } => "to answer",
            Self::Holds => "to put the caller on hold",
            Self::Resumes => "to take the caller off hold",
            Self::Transfers { to: None } => "to transfer the caller back to the queue",
            Self::Transfers { to: Some(to) } => return write!(f, "to transfer the caller to {to}"),
            Self::HangsUp => "to hang up",
        })
    }
}

/// A verb as it is written: by itself, or with whom or what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) verb: String,
    pub(super) about: Option<String>,
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WrittenVisitor;

        impl<'de> Visitor<'de> for WrittenVisitor {
            type Value = Written;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("what the agent does, such as `answers` or `transfers: Support`")
            }

            fn visit_str<E: de::Error>(self, verb: &str) -> Result<Written, E> {
                Ok(Written { verb: verb.to_owned(), about: None })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Written, A::Error> {
                let Some((verb, about)) = map.next_entry::<String, String>()? else {
                    return Err(de::Error::custom(ONE_THING));
                };
                if map.next_key::<String>()?.is_some() {
                    return Err(de::Error::custom(ONE_THING));
                }
                Ok(Written { verb, about: Some(about) })
            }
        }

        deserializer.deserialize_any(WrittenVisitor)
    }
}
