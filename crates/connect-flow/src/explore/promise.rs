//! What a flow's author promises of every call, written in a small file beside the flow:
//!
//! ```text
//! # Nobody is let go without a word.
//! never ends: dropped, stuck
//! always passes: ask-consent before: recording
//! ```

use std::fmt;
use std::str::FromStr;

use super::report::EndKind;
use crate::action::{Action, ActionKind};
use crate::library::Library;
use crate::lint::recording;

/// Something that must hold on every way a call can go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    text: String,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// `never ends: …`
    NeverEnds(Vec<EndKind>),
    /// `ends: …`: in one of these ways, unless the caller hangs up.
    Ends(Vec<EndKind>),
    /// `always passes: … before: …`; without the second before any end but hanging up.
    Passes { place: Place, before: Option<Place> },
    /// `never passes: …`, at all or after something.
    NeverPasses { place: Place, after: Option<Place> },
}

/// Somewhere in flows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The flow's name, where it is written.
    flow: Option<String>,
    name: String,
}

/// The words that stand for a kind of action.
const WORDS: [&str; 6] = ["recording", "message", "input", "function", "queue", "agent"];

impl Place {
    fn parse(text: &str) -> Option<Self> {
        let (flow, name) = match text.split_once('/') {
            Some((flow, name)) => (Some(flow.trim().to_owned()), name.trim()),
            None => (None, text),
        };
        let is_empty = name.is_empty() || flow.as_ref().is_some_and(String::is_empty);
        (!is_empty).then(|| Self { flow, name: name.to_owned() })
    }

    /// Whether an action is there.
    pub(super) fn is_at(&self, flow_name: &str, action: &Action) -> bool {
        if self.flow.as_ref().is_some_and(|it| it != flow_name) {
            return false;
        }
        self.name == action.identifier()
            || self.name == action.type_name()
            || self.stands_for(action)
    }

    fn stands_for(&self, action: &Action) -> bool {
        match self.name.as_str() {
            "recording" => recording::starts(action),
            "message" => matches!(action.kind(), ActionKind::MessageParticipant(_)),
            "input" => matches!(
                action.kind(),
                ActionKind::GetParticipantInput(_) | ActionKind::ConnectParticipantWithLexBot(_)
            ),
            "function" => matches!(action.kind(), ActionKind::InvokeLambdaFunction(_)),
            "queue" => matches!(action.kind(), ActionKind::TransferContactToQueue(_)),
            "agent" => matches!(
                action.kind(),
                ActionKind::TransferContactToAgent | ActionKind::RouteContactToAgent(_)
            ),
            _ => false,
        }
    }

    /// Whether there is such a place anywhere.
    fn exists(&self, library: &Library) -> bool {
        WORDS.contains(&self.name.as_str())
            || library
                .entries()
                .any(|entry| entry.flow.actions().any(|it| self.is_at(&entry.name, it)))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(flow) = &self.flow {
            write!(f, "{flow}/")?;
        }
        f.write_str(&self.name)
    }
}

impl Promise {
    /// The places it names that no flow of a library has.
    pub fn missing(&self, library: &Library) -> Vec<String> {
        let places = match &self.kind {
            Kind::NeverEnds(_) | Kind::Ends(_) => [None, None],
            Kind::Passes { place, before: other } | Kind::NeverPasses { place, after: other } => {
                [Some(place), other.as_ref()]
            }
        };
        let missing = places.into_iter().flatten().filter(|it| !it.exists(library));
        missing.map(ToString::to_string).collect()
    }
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Why a promise cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found {found}, expected {expected}")]
pub struct ParsePromiseError {
    /// The line, counted from 1.
    pub line: u32,
    /// What is written.
    pub found: String,
    /// What should be.
    pub expected: String,
}

const FORMS: &str = "`never ends: KIND`, `ends: KIND`, `always passes: PLACE before: PLACE`, or \
                     `never passes: PLACE after: PLACE`";

impl FromStr for Promise {
    type Err = ParsePromiseError;

    fn from_str(text: &str) -> Result<Self, ParsePromiseError> {
        let error = |found: &str, expected: String| ParsePromiseError {
            line: 1,
            found: match found.trim() {
                "" => "nothing".to_owned(),
                found => format!("`{found}`"),
            },
            expected,
        };
        let text = text.trim();
        let Some((head, rest)) = text.split_once(':') else {
            return Err(error(text, FORMS.to_owned()));
        };
        let kinds = || -> Result<Vec<EndKind>, ParsePromiseError> {
            let kind = |word: &str| {
                EndKind::named(word.trim()).ok_or_else(|| {
                    let all: Vec<_> = EndKind::ALL.iter().map(|it| format!("`{it}`")).collect();
                    error(word, format!("a way to end: {}", all.join(", ")))
                })
            };
            rest.split(',').map(kind).collect()
        };
        let places = |word: &str| -> Result<(Place, Option<Place>), ParsePromiseError> {
            let place = |text: &str| {
                Place::parse(text.trim()).filter(|it| !it.name.contains(':')).ok_or_else(|| {
                    let words = WORDS.join("`, `");
                    error(
                        text,
                        format!(
                            "a place: an action, `FLOW/ACTION`, an action type, or one of `{words}`"
                        ),
                    )
                })
            };
            match rest.split_once(&format!(" {word}:")) {
                Some((one, other)) => Ok((place(one)?, Some(place(other)?))),
                None => Ok((place(rest)?, None)),
            }
        };
        let words: Vec<_> = head.split_whitespace().collect();
        let kind = match words.as_slice() {
            ["never", "ends"] => Kind::NeverEnds(kinds()?),
            ["ends"] | ["always", "ends"] => Kind::Ends(kinds()?),
            ["always", "passes"] => {
                let (place, before) = places("before")?;
                Kind::Passes { place, before }
            }
            ["never", "passes"] => {
                // That one never comes before another is that the other never comes after it.
                let (one, other) =
                    if rest.contains(" before:") { places("before")? } else { places("after")? };
                match other {
                    // That one never comes before another is that the other never comes after it.
                    Some(other) if rest.contains(" before:") => {
                        Kind::NeverPasses { place: other, after: Some(one) }
                    }
                    after => Kind::NeverPasses { place: one, after },
                }
            }
            _ => return Err(error(head, FORMS.to_owned())),
        };
        Ok(Self { text: text.to_owned(), kind })
    }
}

/// Reads promises, one a line; `#` begins a comment. Each comes with its line, counted from 1.
///
/// # Errors
///
/// [`ParsePromiseError`] for the first line that is none.
pub fn parse_promises(text: &str) -> Result<Vec<(u32, Promise)>, ParsePromiseError> {
    let mut promises = Vec::new();
    for (line, text) in (1..).zip(text.lines()) {
        let text = text.split_once('#').map_or(text, |(before, _)| before).trim();
        if !text.is_empty() {
            let promise = text.parse().map_err(|error| ParsePromiseError { line, ..error })?;
            promises.push((line, promise));
        }
    }
    Ok(promises)
}
