//! The head of a script: the circumstances of a call.

use std::collections::{BTreeMap, BTreeSet};

use aws_events::E164;
use jiff::Timestamp;

use super::error::FaultError;
use super::{Placed, Replies, Reply};
use crate::aws::Service;

/// When a call begins unless told otherwise: a Monday morning, half past nine in New York.
pub(crate) const DEFAULT_AT: &str = "2026-03-02T14:30:00Z";

/// Who calls unless told otherwise.
///
/// Source: +1 202 555 0100 to 0199 are set aside for fiction by the North American Numbering Plan.
const DEFAULT_CALLER: &str = "+12025550143";

/// Which number is dialled unless told otherwise.
const DEFAULT_DIALLED: &str = "+12025550100";

/// What a script writes for a caller who withholds the number.
const WITHHELD: &str = "withheld";

/// Agents signed in to the queue unless told otherwise.
const DEFAULT_AGENTS: u32 = 2;

/// The head of a script as it is written, every part optional.
#[derive(Debug, Clone, Default)]
pub struct Header {
    /// Number the call comes from, or `withheld`.
    pub caller: Option<Placed<String>>,
    /// Number that is dialled.
    pub dialled: Option<Placed<String>>,
    /// Line that is dialled, by its short name, instead of the number.
    pub line: Option<Placed<String>>,
    /// When the call begins, RFC 3339.
    pub at: Option<Placed<String>>,
    /// Language of the contact, such as `en-US`.
    pub language: Option<String>,
    /// Agents signed in to the queue.
    pub agents: Option<u32>,
    /// Contacts already waiting in the queue.
    pub waiting: Option<u32>,
    /// Whether the queue refuses another contact.
    pub queue_full: Option<bool>,
    /// Services and functions that do not answer.
    pub down: Vec<Placed<String>>,
    /// Actions of the flows that fail: `flow/action`, or `flow/action/error`.
    pub fails: Vec<Placed<String>>,
    /// What is answered to actions, `flow/action`, and to types of actions.
    pub replies: Vec<(String, Placed<Reply>)>,
    /// `once` or `twice`: how often each event after the call is delivered.
    pub events: Option<Placed<String>>,
    /// Functions that take long, and the seconds they take.
    pub slow: BTreeMap<String, Placed<u32>>,
}

/// The circumstances of a call, checked.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Number the call comes from; `None` when the caller withholds it.
    pub caller: Option<E164>,
    /// What is dialled.
    pub dialled: Dialled,
    /// When the call begins.
    pub at: Timestamp,
    /// Language of the contact, such as `en-US`.
    pub language: String,
    /// Agents signed in to the queue.
    pub agents: u32,
    /// Contacts already waiting in the queue.
    pub waiting: u32,
    /// Whether the queue refuses another contact.
    pub queue_full: bool,
    /// AWS services that do not answer.
    pub services_down: BTreeSet<Service>,
    /// Functions that do not answer, by name, with the line that says so.
    pub functions_down: BTreeMap<String, u64>,
    /// Actions of the flows that fail: `flow/action`, or `flow/action/error`. Whether there are
    /// such actions shows when the call is made.
    pub fails: Vec<Placed<String>>,
    /// What services and other people's telephones answer.
    pub replies: Replies,
    /// How often each event after the call is delivered; EventBridge promises at least once.
    pub deliveries: u32,
    /// Code hooks that take long, by name: the seconds that pass in the call before one answers.
    pub slow: BTreeMap<String, Placed<u32>>,
}

/// What a caller dials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialled {
    /// A number.
    Number(E164),
    /// The first number of a line, by its short name. Whether there is such a line shows when the call is
    /// made.
    Line(Placed<String>),
}

impl Header {
    /// Checks the head and fills in what it leaves out.
    ///
    /// # Errors
    ///
    /// The first fault, with the line it stands on.
    pub fn setting(self) -> Result<Setting, Placed<FaultError>> {
        let number = |written: Option<Placed<String>>, default: &str| {
            let Placed { line, value } = or_default(written, default);
            value
                .parse::<E164>()
                .map_err(|source| Placed { line, value: FaultError::Number(source) })
        };
        let caller = match self.caller {
            Some(written) if written.value == WITHHELD => None,
            written => Some(number(written, DEFAULT_CALLER)?),
        };
        let dialled = match (self.line, self.dialled) {
            (Some(Placed { line, .. }), Some(_)) => {
                return Err(Placed { line, value: FaultError::DialledTwice });
            }
            (Some(name), None) => Dialled::Line(name),
            (None, written) => Dialled::Number(number(written, DEFAULT_DIALLED)?),
        };
        let Placed { line, value: at } = or_default(self.at, DEFAULT_AT);
        let at = at.parse().map_err(|source| Placed { line, value: FaultError::Time(source) })?;
        let deliveries = match self.events {
            None => 1,
            Some(Placed { line, value }) => match value.as_str() {
                "once" => 1,
                "twice" => 2,
                _ => return Err(Placed { line, value: FaultError::Deliveries { found: value } }),
            },
        };
        let mut services_down = BTreeSet::new();
        let mut functions_down = BTreeMap::new();
        for Placed { line, value } in self.down {
            if let Some(service) = Service::named(&value) {
                services_down.insert(service);
            } else {
                functions_down.insert(value, line);
            }
        }
        for Placed { line, value } in &self.fails {
            let is_place =
                value.split_once('/').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty());
            if !is_place {
                let fault = FaultError::Fails { found: value.clone() };
                return Err(Placed { line: *line, value: fault });
            }
        }
        Ok(Setting {
            caller,
            dialled,
            at,
            language: self.language.unwrap_or_else(|| "en-US".to_owned()),
            agents: self.agents.unwrap_or(DEFAULT_AGENTS),
            waiting: self.waiting.unwrap_or(0),
            queue_full: self.queue_full.unwrap_or(false),
            services_down,
            functions_down,
            fails: self.fails,
            replies: Replies::check(self.replies)?,
            deliveries,
            slow: self.slow,
        })
    }
}

/// What is written, or the default as if it stood before the first line.
fn or_default(written: Option<Placed<String>>, default: &str) -> Placed<String> {
    written.unwrap_or_else(|| Placed { line: 0, value: default.to_owned() })
}
