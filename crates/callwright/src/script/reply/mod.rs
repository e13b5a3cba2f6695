//! What services and other people's telephones answer in a script, by the names of results and
//! errors that flows branch on.

use std::collections::BTreeMap;

use connect_flow::{NO_MATCHING_ERROR, Outcome, RequestKind};
use lex_bot::{Answer, SearchKind};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::asked::{Asked, Telephone, results};
use super::{FaultError, Placed, ReplyError, search};

/// What is answered in place of what sensibly comes of it.
#[derive(Debug, Clone, Default)]
pub struct Replies {
    /// To every action of a type.
    pub(crate) by_type: BTreeMap<&'static str, Outcome>,
    /// To one action, `flow/action`. What it asks for shows when the call is made.
    pub(crate) by_action: Vec<Placed<(String, Reply)>>,
    /// To the intents of bots that look things up.
    pub(crate) searches: BTreeMap<SearchKind, Answer>,
}

/// One reply as it is written.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// What the conditions of the action are tested on.
    result: Option<String>,
    /// The error whose branch is taken.
    error: Option<String>,
    /// What later actions can read.
    data: Option<Map<String, Value>>,
    /// `true` for `NoMatchingError`.
    fails: Option<bool>,
    /// What an intent finds that looks something up.
    answer: Option<String>,
    /// Where that stands.
    source: Option<String>,
}

impl Replies {
    /// Sorts what is written by whether it is said of a type or of one action.
    pub(super) fn check(written: Vec<(String, Placed<Reply>)>) -> Result<Self, Placed<FaultError>> {
        let mut replies = Self::default();
        for (to, Placed { line, value: reply }) in written {
            let fault = |error: ReplyError| Placed { line, value: error.into() };
            match to.split_once('/') {
                None if to.starts_with(search::PREFIX) => {
                    let (intent, kind) = search::named(&to).map_err(fault)?;
                    replies.searches.insert(kind, reply.found(intent).map_err(fault)?);
                }
                None => {
                    let asked = Asked::by(&to).map_err(fault)?;
                    let outcome = reply.outcome(asked).map_err(fault)?;
                    replies.by_type.insert(asked.type_name(), outcome);
                }
                Some((flow, action)) if flow.is_empty() || action.is_empty() => {
                    return Err(fault(ReplyError::Place { found: to }));
                }
                Some(_) => {
                    reply.check().map_err(fault)?;
                    replies.by_action.push(Placed { line, value: (to, reply) });
                }
            }
        }
        Ok(replies)
    }
}

impl Reply {
    /// What an intent finds.
    fn found(&self, intent: &'static str) -> Result<Answer, ReplyError> {
        let has_more = self.result.is_some()
            || self.error.is_some()
            || self.data.is_some()
            || self.fails.is_some();
        match &self.answer {
            Some(text) if !has_more => Ok(search::answer(text, self.source.as_deref())),
            Some(_) | None => Err(ReplyError::SearchReply { intent }),
        }
    }

    /// Checks what can be checked without knowing who is asked.
    fn check(&self) -> Result<(), ReplyError> {
        if self.answer.is_some() || self.source.is_some() {
            return Err(ReplyError::AnswerElsewhere);
        }
        let has_more = self.result.is_some() || self.error.is_some() || self.data.is_some();
        match (self.fails, has_more) {
            (None, false) => Err(ReplyError::Empty),
            (Some(false), _) => Err(ReplyError::FailsNot),
            (Some(true), true) => Err(ReplyError::FailsAlone),
            _ if self.result.is_some() && self.error.is_some() => Err(ReplyError::TwoBranches),
            _ => Ok(()),
        }
    }

    /// What comes of asking.
    ///
    /// # Errors
    ///
    /// [`ReplyError`] when what is written has no meaning, or none for who is asked.
    pub(crate) fn outcome(&self, asked: Asked) -> Result<Outcome, ReplyError> {
        self.check()?;
        let error = match self.fails {
            Some(_) => Some(NO_MATCHING_ERROR),
            None => self.error.as_deref(),
        };
        match asked {
            Asked::Service(kind) => self.of_service(kind, error),
            Asked::Telephone(telephone) => self.of_telephone(telephone, error),
        }
    }

    fn of_service(&self, kind: RequestKind, error: Option<&str>) -> Result<Outcome, ReplyError> {
        let type_name = kind.type_name();
        if self.data.is_some() && kind.namespace().is_none() {
            return Err(ReplyError::Data { type_name });
        }
        if let Some(found) = &self.result {
            let fits = |known: &[&str]| known.contains(&found.as_str());
            let known = results(type_name);
            if known.as_ref().is_some_and(|it| !fits(it)) {
                let known = known.unwrap_or_default();
                return Err(no_result(type_name, found, known.into_iter()));
            }
        }
        if let Some(found) = error
            && found != NO_MATCHING_ERROR
            && !kind.errors().contains(&found)
        {
            let known = kind.errors().iter().copied().chain([NO_MATCHING_ERROR]);
            return Err(no_error(type_name, found, known));
        }
        if error == Some(NO_MATCHING_ERROR) && self.data.is_none() {
            return Ok(Outcome::Failed);
        }
        Ok(Outcome::Replied(connect_flow::Reply {
            result: self.result.clone(),
            error: error.map(str::to_owned),
            data: self.data.clone().unwrap_or_default(),
        }))
    }

    fn of_telephone(&self, it: &Telephone, error: Option<&str>) -> Result<Outcome, ReplyError> {
        let Telephone { type_name, results, errors } = *it;
        if self.data.is_some() {
            return Err(ReplyError::Data { type_name });
        }
        let find = |among: &[(&str, Outcome)], found: &str| {
            among.iter().find(|(name, _)| *name == found).map(|(_, outcome)| outcome.clone())
        };
        let names = |among: &'static [(&'static str, Outcome)]| among.iter().map(|(name, _)| *name);
        match (&self.result, error) {
            (_, Some(found)) => {
                find(errors, found).ok_or_else(|| no_error(type_name, found, names(errors)))
            }
            (Some(found), None) => {
                find(results, found).ok_or_else(|| no_result(type_name, found, names(results)))
            }
            (None, None) => Err(ReplyError::Empty),
        }
    }
}

fn no_result(
    type_name: &'static str,
    found: &str,
    known: impl Iterator<Item = &'static str>,
) -> ReplyError {
    ReplyError::Result { type_name, found: found.to_owned(), known: one_of(known) }
}

fn no_error(
    type_name: &'static str,
    found: &str,
    known: impl Iterator<Item = &'static str>,
) -> ReplyError {
    ReplyError::Error { type_name, found: found.to_owned(), known: one_of(known) }
}

/// The names there are, as the rest of a sentence.
fn one_of(names: impl Iterator<Item = &'static str>) -> String {
    let names: Vec<_> = names.map(|it| format!("`{it}`")).collect();
    match names.as_slice() {
        [] => "; it has none".to_owned(),
        [one] => format!("; there is {one}"),
        [..] => format!("; there are {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests;
