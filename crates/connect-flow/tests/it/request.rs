//! Asking services beside the call.

use std::fmt::Write as _;

use connect_flow::{Branch, Channel, Effect, Outcome, Reply, Request, RequestKind};
use expect_test::expect;
use serde_json::{Value, json};

use crate::line::{Call, One, action, end, flow};
use crate::samples::parameters;

/// A contact of a channel that the service takes, with what the sample parameters refer to.
fn asking(kind: RequestKind) -> One {
    One::new(kind.type_name(), parameters(kind.type_name())).contact(|it| {
        "c-1".clone_into(&mut it.contact_id);
        it.customer_id = Some("7".to_owned());
        it.other.insert("Customer".to_owned(), json!({ "ProfileId": "p-0", "FirstName": "Bo" }));
        it.channel = if kind.channels().contains(&Channel::Voice)
            && kind != RequestKind::UpdateContactRecordingAndAnalyticsBehavior
        {
            Channel::Voice
        } else {
            kind.channels().iter().copied().find(|it| *it != Channel::Voice).unwrap()
        };
        if kind == RequestKind::UpdateContactRecordingAndAnalyticsBehavior {
            it.channel = Channel::Chat;
        }
    })
}

fn asked(call: &mut Call) -> Request {
    match call.step(Outcome::Done).effect {
        Effect::Request(request) => *request,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_kind_asks_and_goes_on_when_it_is_done() {
    for kind in RequestKind::ALL {
        for done in [Outcome::Done, Outcome::Replied(Reply::done())] {
            let mut call = asking(kind).start();
            let request = asked(&mut call);
            assert_eq!(request.kind, kind);
            let step = call.step(done);
            assert_eq!(step.trail[0].branch, Branch::Next, "{kind:?}");
        }
    }
}

#[test]
fn every_error_takes_its_branch() {
    for kind in RequestKind::ALL {
        // One that nobody knows has a branch here too, if the flow has one for it.
        for error in kind.errors().iter().chain(&["NoMatchingError", "TimeLimitExceeded"]) {
            let mut call = asking(kind).start();
            asked(&mut call);
            let step = call.step(Outcome::Replied(Reply::error(*error)));
            assert_eq!(step.trail[0].branch, Branch::Error((*error).to_owned()), "{kind:?}");
        }
        for failed in [Outcome::Failed, Outcome::Replied(Reply::error("Unheard"))] {
            let mut call = asking(kind).start();
            asked(&mut call);
            let step = call.step(failed);
            assert_eq!(step.trail[0].branch, Branch::Error("NoMatchingError".to_owned()));
        }
    }
}

#[test]
fn a_result_is_tested_by_the_conditions() {
    for (type_name, result) in [
        ("AuthenticateParticipant", "OptedOut"),
        ("CheckSegmentMembershipForCustomerProfile", "True"),
        ("CheckVoiceId", "NotEnrolled"),
        ("EvaluateDataTableValues", "gold"),
        ("ShowView", "Next"),
    ] {
        let kind = RequestKind::ALL.into_iter().find(|it| it.type_name() == type_name).unwrap();
        let mut call = asking(kind).when("Equals", result).start();
        assert!(asked(&mut call).results.contains(&result.to_owned()), "{kind:?}");
        let step = call.step(Outcome::Replied(Reply::result(result)));
        assert_eq!(step.trail[0].branch, Branch::Condition(format!("Equals {result}")));
        let mut call = asking(kind).when("Equals", result).start();
        asked(&mut call);
        let step = call.step(Outcome::Replied(Reply::result("Something")));
        assert_eq!(step.trail[0].branch, Branch::Error("NoMatchingCondition".to_owned()));
    }
}

/// What a reply leaves where references find it, after `{"before": true}` was left there.
fn left(kind: RequestKind, reply: Reply) -> Option<Value> {
    let namespace = kind.namespace()?;
    let text = namespace.to_string();
    let library = {
        let mut library = connect_flow::Library::new();
        let main = flow(&[
            action("first", kind.type_name(), parameters(kind.type_name()), "second"),
            action("second", kind.type_name(), parameters(kind.type_name()), "say"),
            action("say", "MessageParticipant", json!({ "Text": text }), "end"),
            end("end"),
        ]);
        library.insert("flow/main", connect_flow::FlowKind::Flow, "main", main);
        library
    };
    let mut call = Call::start(library, asking(kind).contact);
    asked(&mut call);
    call.step(Outcome::Replied(Reply::done().with("before", true)));
    let Effect::Play(connect_flow::Prompt::Text(text)) = call.step(Outcome::Replied(reply)).effect
    else {
        panic!("nothing is said");
    };
    Some(serde_json::from_str(&text).unwrap())
}

#[test]
fn replies_can_be_read_by_later_actions() {
    let mut seen = String::new();
    for kind in RequestKind::ALL {
        let reply = Reply::done().with("now", json!({ "a": 1 }));
        if let (Some(value), Some(namespace)) = (left(kind, reply), kind.namespace()) {
            writeln!(seen, "{kind:?}: {namespace} = {value}").unwrap();
        }
    }
    expect![[r#"
        CreateCase: $.Case = {"now":{"a":1}}
        CreateCustomerProfile: $.Customer = {"now":{"a":1}}
        CreateTask: $.Task = {"now":{"a":1}}
        CreateWisdomSession: $.Wisdom = {"now":{"a":1}}
        EvaluateDataTableValues: $.DataTables = {"now":{"a":1}}
        GetCalculatedAttributesForCustomerProfile: $.Customer = {"ProfileId":"p-0","FirstName":"Bo","before":true,"now":{"a":1}}
        GetCase: $.Case = {"now":{"a":1}}
        GetCustomerProfile: $.Customer = {"now":{"a":1}}
        GetCustomerProfileObject: $.Customer = {"ProfileId":"p-0","FirstName":"Bo","before":true,"now":{"a":1}}
        ListDataTableValues: $.DataTableList.ResultData.primaryKeyGroups = {"now":{"a":1}}
        LoadContactContent: $.Email = {"now":{"a":1}}
        ShowView: $.Views.ViewResultData = {"now":{"a":1}}
        UpdateCase: $.Case = {"before":true,"now":{"a":1}}
        UpdateContactMediaStreamingBehavior: $.MediaStreams.Customer.Audio = {"before":true,"now":{"a":1}}
        UpdateCustomerProfile: $.Customer = {"ProfileId":"p-0","FirstName":"Bo","before":true,"now":{"a":1}}
    "#]].assert_eq(&seen);
}

#[test]
fn what_went_wrong_with_nothing_to_tell_leaves_what_was_found_before() {
    for kind in RequestKind::ALL {
        if let Some(value) = left(kind, Reply::error("NoMatchingError")) {
            assert_eq!(value["before"], true, "{kind:?}");
        }
    }
    // A case can be created and yet not be linked.
    let reply = Reply::error("ContactNotLinked").with("case_id", "7");
    assert_eq!(left(RequestKind::CreateCase, reply).unwrap(), json!({ "case_id": "7" }));
}

#[test]
fn a_view_leaves_what_was_chosen_and_entered() {
    let mut call = asking(RequestKind::ShowView).when("Equals", "Next").start();
    asked(&mut call);
    call.step(Outcome::Replied(Reply::result("Next").with("name", "Ann")));
    let expected = json!({ "Action": "Next", "ViewResultData": { "name": "Ann" } });
    assert_eq!(call.contact().other["Views"], expected);
}

#[test]
fn parameters_are_sent_with_references_resolved() {
    let mut call = asking(RequestKind::CreateTask)
        .contact(|it| it.customer_endpoint = Some(aws_events::connect::Endpoint::telephone("+1")))
        .start();
    expect![[r#"
        {
          "Name": "Call +1",
          "ContactFlowId": "flow/task",
          "References": {
            "page": {
              "Type": "URL",
              "Value": "https://example.com"
            }
          }
        }
    "#]]
    .assert_eq(&format!("{:#}\n", asked(&mut call).parameters));
}

#[test]
fn a_parameter_that_comes_out_empty_fails_the_action() {
    for (type_name, parameters, why) in [
        ("CreateCase", json!({ "CaseTemplateId": "$.External.x" }), "`CaseTemplateId` is empty"),
        (
            "GetCalculatedAttributesForCustomerProfile",
            json!({ "ProfileRequestData": { "ProfileId": "$.Customer.ProfileId" } }),
            "`ProfileRequestData.ProfileId` is empty",
        ),
        (
            "CreateWisdomSession",
            json!({ "WisdomAssistantArn": "$.Attributes.x" }),
            "`WisdomAssistantArn` is empty",
        ),
    ] {
        let mut call = One::new(type_name, parameters).start();
        let step = call.step(Outcome::Done);
        assert_eq!(step.trail[0].notes.last().unwrap(), why);
        assert_eq!(step.trail[0].branch, Branch::Error("NoMatchingError".to_owned()));
    }
}

#[test]
fn nobody_has_to_answer() {
    let mut seen = String::new();
    for kind in RequestKind::ALL {
        let mut call = asking(kind).when("Equals", "Next").start();
        let outcome = asked(&mut call).default_outcome();
        let shown = match &outcome {
            Outcome::Replied(Reply { result, error, data }) => {
                format!("{result:?} {error:?} {}", Value::Object(data.clone()))
            }
            other => other.name().to_owned(),
        };
        writeln!(seen, "{kind:?}: {shown}").unwrap();
        call.step(outcome);
    }
    expect![[r#"
        AssociateContactToCustomerProfile: None None {}
        AuthenticateParticipant: None None {}
        CheckSegmentMembershipForCustomerProfile: Some("False") None {}
        CheckVoiceId: Failed
        CreateCase: None None {"title":"Call of ","case_id":"c-1-case"}
        CreateContact: None None {}
        CreateCustomerProfile: None None {"PhoneNumber":"+12025550143","ProfileId":"c-1-profile"}
        CreatePersistentContactAssociation: None None {}
        CreateTask: None None {"ContactId":"c-1-task"}
        CreateWisdomSession: None None {"SessionArn":"arn:aws:wisdom:us-east-1:000000000000:session/c-1"}
        EvaluateDataTableValues: None None {}
        GetCalculatedAttributesForCustomerProfile: None Some("NoneFoundError") {}
        GetCase: None Some("NoneFound") {}
        GetCustomerProfile: None Some("NoneFoundError") {}
        GetCustomerProfileObject: None Some("NoneFoundError") {}
        ListDataTableValues: None None {}
        LoadContactContent: None None {"EmailMessage":{"Plaintext":""}}
        RenderMessageTemplate: None None {}
        ResumeContact: None None {}
        ShowView: Some("Next") None {}
        StartExistingMessageProcessing: None None {}
        StartOutboundChatContact: None None {}
        StartOutboundEmailContact: None None {}
        StartVoiceIdStream: Failed
        UpdateCase: None None {}
        UpdateContactMediaProcessing: None None {}
        UpdateContactMediaStreamingBehavior: None None {"StreamARN":"arn:aws:kinesisvideo:us-east-1:000000000000:stream/c-1/0","StartFragmentNumber":"1"}
        UpdateContactRecordingAndAnalyticsBehavior: None None {}
        UpdateCustomerProfile: None None {}
        UpsertDataTableValues: None None {}
    "#]].assert_eq(&seen);
}

#[test]
fn services_that_do_not_take_calls_refuse_them() {
    let mut seen = String::new();
    for kind in RequestKind::ALL {
        if kind.channels().contains(&Channel::Voice) {
            continue;
        }
        let mut call = asking(kind).contact(|it| it.channel = Channel::Voice).start();
        let outcome = asked(&mut call).default_outcome();
        let step = call.step(outcome);
        writeln!(seen, "{kind:?}: {:?}", step.trail[0].branch).unwrap();
    }
    expect![[r#"
        AuthenticateParticipant: Error("NoMatchingError")
        CreatePersistentContactAssociation: Error("NoMatchingError")
        LoadContactContent: Error("NoMatchingError")
        StartExistingMessageProcessing: Error("NoMatchingError")
        UpdateContactMediaProcessing: Error("ChannelMismatch")
    "#]]
    .assert_eq(&seen);
}

#[test]
fn an_answer_to_something_else_is_refused() {
    let mut call = asking(RequestKind::CreateTask).start();
    asked(&mut call);
    let error = call.execution.step(&call.library, Outcome::AtCapacity).unwrap_err();
    assert_eq!(error.to_string(), "`AtCapacity` is no outcome of `Request`");
}
