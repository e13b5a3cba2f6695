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
            Outcome::Replied(connect_flow::Reply::error("ContactNotLinked").with("case_id", "7")),
        ),
        (
            "CreateCase",
            "{ error: NoMatchingError, data: { case_id: '7' } }",
            Outcome::Replied(connect_flow::Reply::error("NoMatchingError").with("case_id", "7")),
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
