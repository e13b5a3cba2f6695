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
mod tests {
    use std::path::Path;

    use expect_test::{Expect, expect};
    use serde_json::json;

    use super::*;
    use crate::script::Script;

    fn parse(replies: &str) -> Result<Replies, String> {
        Script::parse(Path::new("call.yaml"), &format!("name: n\nreplies:\n{replies}\n"))
            .map(|it| it.setting.replies)
            .map_err(|error| crate::chain(&error))
    }

    fn refuses(replies: &str, message: &Expect) {
        message.assert_eq(&parse(replies).unwrap_err());
    }

    #[test]
    fn somebody_who_is_not_asked() {
        refuses(
            "  CreateCas: { fails: true }",
            &expect![
                "call.yaml:3: `replies` has `CreateCas`, which is no type of action; the nearest are `CreateCase`, `CreateTask`, `CreateContact`"
            ],
        );
        refuses(
            "  Xyz: { fails: true }",
            &expect!["call.yaml:3: `replies` has `Xyz`, which is no type of action"],
        );
        refuses(
            "  CreateCase: { fails: true }\n  MessageParticipant: { fails: true }",
            &expect![
                "call.yaml:4: `replies` cannot answer `MessageParticipant`, which asks no service and no other telephone"
            ],
        );
        refuses(
            "  inbound/: { fails: true }",
            &expect![
                "call.yaml:3: `replies` has `inbound/`; name a type of action, or a flow and an action of it, such as `inbound/greet`"
            ],
        );
        refuses(
            "  /greet: { fails: true }",
            &expect![
                "call.yaml:3: `replies` has `/greet`; name a type of action, or a flow and an action of it, such as `inbound/greet`"
            ],
        );
    }

    #[test]
    fn replies_that_say_nothing_or_too_much() {
        refuses(
            "  CreateCase: {}",
            &expect!["call.yaml:3: a reply needs a `result`, an `error`, `data`, or `fails: true`"],
        );
        refuses(
            "  inbound/greet: {}",
            &expect!["call.yaml:3: a reply needs a `result`, an `error`, `data`, or `fails: true`"],
        );
        refuses(
            "  CreateCase: { fails: false }",
            &expect!["call.yaml:3: `fails` is `true`, or left out"],
        );
        refuses(
            "  CreateCase: { fails: no }",
            &expect!["call.yaml:3:24: invalid boolean (strict mode expects true/false)"],
        );
        refuses(
            "  CreateCase: { fails: true, data: { a: b } }",
            &expect![
                "call.yaml:3: `fails: true` stands by itself; with `data`, write `error: NoMatchingError`"
            ],
        );
        refuses(
            "  ShowView: { result: Next, error: TimeLimitExceeded }",
            &expect!["call.yaml:3: a reply has a `result` or an `error`, not both"],
        );
        refuses(
            "  CreateCase: { eror: b }",
            &expect![
                "call.yaml:3:17: unknown key `eror`, expected one of result, error, data, fails, answer, source; the nearest is `error`"
            ],
        );
        refuses(
            "  CreateCase: { fails: true }\n  CreateCase: { fails: true }",
            &expect!["call.yaml:4:3: twice the key CreateCase"],
        );
        refuses(
            "  CreateCase: failed",
            &expect!["call.yaml:3:15: expected keys with values, such as `fails: true`"],
        );
    }

    #[test]
    fn replies_that_nobody_gives() {
        refuses(
            "  CreateCase: { result: Next }",
            &expect!["call.yaml:3: `CreateCase` has no result `Next`; it has none"],
        );
        refuses(
            "  CheckSegmentMembershipForCustomerProfile: { result: Maybe }",
            &expect![
                "call.yaml:3: `CheckSegmentMembershipForCustomerProfile` has no result `Maybe`; there are `True`, `False`"
            ],
        );
        refuses(
            "  GetCustomerProfile: { error: NoneFound }",
            &expect![
                "call.yaml:3: `replies` cannot cause `NoneFound` of `GetCustomerProfile`; there are `MultipleFoundError`, `NoneFoundError`, `NoMatchingError`"
            ],
        );
        refuses(
            "  CreateTask: { error: NoneFound }",
            &expect![
                "call.yaml:3: `replies` cannot cause `NoneFound` of `CreateTask`; there is `NoMatchingError`"
            ],
        );
        refuses(
            "  UpdateCase:\n    result: Next",
            &expect!["call.yaml:4: `UpdateCase` has no result `Next`; it has none"],
        );
        refuses(
            "  AssociateContactToCustomerProfile: { data: { a: b } }",
            &expect![
                "call.yaml:3: `AssociateContactToCustomerProfile` brings no `data` that a flow could read"
            ],
        );
        refuses(
            "  Wait: { data: { a: b } }",
            &expect!["call.yaml:3: `Wait` brings no `data` that a flow could read"],
        );
        refuses(
            "  Wait: { result: Digits }",
            &expect![
                "call.yaml:3: `Wait` has no result `Digits`; there are `WaitCompleted`, `CustomerReturned`, `BotParticipantDisconnected`"
            ],
        );
        refuses(
            "  TransferParticipantToThirdParty: { result: Answered }",
            &expect![
                "call.yaml:3: `TransferParticipantToThirdParty` has no result `Answered`; it has none"
            ],
        );
        refuses(
            "  TransferParticipantToThirdParty: { error: Busy }",
            &expect![
                "call.yaml:3: `replies` cannot cause `Busy` of `TransferParticipantToThirdParty`; there are `CallFailed`, `ConnectionTimeLimitExceeded`, `NoMatchingError`"
            ],
        );
        refuses(
            "  UpdateContactCallbackNumber: { fails: true }",
            &expect![
                "call.yaml:3: `replies` cannot cause `NoMatchingError` of `UpdateContactCallbackNumber`; there is `CallbackNumberNotDialable`"
            ],
        );
    }

    #[test]
    fn what_bots_look_up() {
        refuses(
            "  AMAZON.QnAIntnt: { answer: a }",
            &expect![
                "call.yaml:3: `replies` has `AMAZON.QnAIntnt`, which is no intent that looks things up; there are `AMAZON.BedrockAgentIntent`, `AMAZON.KendraSearchIntent`, `AMAZON.QInConnectIntent`, `AMAZON.QnAIntent`; the nearest are `AMAZON.QnAIntent`, `AMAZON.QInConnectIntent`, `AMAZON.KendraSearchIntent`"
            ],
        );
        refuses(
            "  AMAZON.QnAIntent: { fails: true }",
            &expect![
                "call.yaml:3: `AMAZON.QnAIntent` looks something up: write the `answer` it finds, and the `source` if you like"
            ],
        );
        refuses(
            "  AMAZON.QnAIntent: { source: here }",
            &expect![
                "call.yaml:3: `AMAZON.QnAIntent` looks something up: write the `answer` it finds, and the `source` if you like"
            ],
        );
        refuses(
            "  CreateCase: { answer: a }",
            &expect![
                "call.yaml:3: `answer` and `source` are what intents look up, such as `AMAZON.QnAIntent`"
            ],
        );
        let text = "  AMAZON.QnAIntent: { answer: In 30 days., source: https://example.com }";
        let answer = parse(text).unwrap().searches.remove(&SearchKind::QnA).unwrap();
        assert_eq!(answer.text, "In 30 days.");
        assert_eq!(answer.source.as_deref(), Some("https://example.com"));
    }

    #[test]
    fn services_reply_results_errors_and_data() {
        let of = |reply: &str, kind: &str| {
            let mut replies = parse(&format!("  {kind}: {reply}")).unwrap();
            replies.by_type.remove(kind).unwrap()
        };
        let replied = connect_flow::Reply::done;
        for (kind, reply, expected) in [
            ("CreateCase", "{ fails: true }", Outcome::Failed),
            ("CreateCase", "{ error: NoMatchingError }", Outcome::Failed),
            (
                "CreateCase",
                "{ error: ContactNotLinked, data: { case_id: '7' } }",
                Outcome::Replied(
                    connect_flow::Reply::error("ContactNotLinked").with("case_id", "7"),
                ),
            ),
            (
                "CreateCase",
                "{ error: NoMatchingError, data: { case_id: '7' } }",
                Outcome::Replied(
                    connect_flow::Reply::error("NoMatchingError").with("case_id", "7"),
                ),
            ),
            (
                "GetCustomerProfile",
                "{ data: { FirstName: Ann, Attributes: { n: 3 } } }",
                Outcome::Replied(
                    replied().with("FirstName", "Ann").with("Attributes", json!({ "n": 3 })),
                ),
            ),
            (
                "CheckSegmentMembershipForCustomerProfile",
                "{ result: True }",
                Outcome::Replied(connect_flow::Reply::result("True")),
            ),
            (
                "ShowView",
                "{ result: Whatever, data: { name: Ann } }",
                Outcome::Replied(connect_flow::Reply::result("Whatever").with("name", "Ann")),
            ),
        ] {
            assert_eq!(of(reply, kind), expected, "{kind}: {reply}");
        }
    }
}
