//! The contract between interpreter and host.

use connect_flow::{Contact, Effect, End, Execution, FlowKind, Library, Outcome, StepError};
use expect_test::expect;
use serde_json::json;

use crate::line::{Call, One, action, end, flow, last};

#[test]
fn a_caller_may_hang_up_at_any_effect() {
    for (type_name, parameters) in [
        ("MessageParticipant", json!({ "Text": "hi" })),
        ("GetParticipantInput", json!({ "Text": "hi" })),
        ("ConnectParticipantWithLexBot", json!({ "LexV2Bot": { "AliasArn": "a" } })),
        ("InvokeLambdaFunction", json!({ "LambdaFunctionARN": "f" })),
        ("CheckHoursOfOperation", json!({})),
        ("GetMetricData", json!({})),
        (
            "UpdateContactRecordingBehavior",
            json!({ "RecordingBehavior": { "RecordedParticipants": ["Agent"] } }),
        ),
        ("TransferContactToQueue", json!({})),
    ] {
        let mut call = One::new(type_name, parameters).queued().start();
        call.step(Outcome::Done);
        let step = call.step(Outcome::HungUp);
        assert_eq!(step.effect, Effect::End(End::HungUp), "{type_name}");
        assert_eq!(step.trail[0].notes, ["the caller hung up"]);
        assert_eq!(call.execution.end(), Some(&End::HungUp));
    }
}

#[test]
fn an_outcome_that_does_not_answer_the_effect_changes_nothing() {
    for (type_name, parameters, outcome) in [
        ("MessageParticipant", json!({ "Text": "hi" }), Outcome::NoInput),
        ("GetParticipantInput", json!({ "Text": "hi" }), Outcome::Done),
        ("ConnectParticipantWithLexBot", json!({ "LexV2Bot": { "AliasArn": "a" } }), Outcome::Done),
        ("InvokeLambdaFunction", json!({ "LambdaFunctionARN": "f" }), Outcome::Done),
        ("CheckHoursOfOperation", json!({}), Outcome::Done),
        ("GetMetricData", json!({}), Outcome::Done),
        ("TransferContactToQueue", json!({}), Outcome::Open(true)),
    ] {
        let mut call = One::new(type_name, parameters).queued().start();
        let effect = call.step(Outcome::Done).effect.name();
        let before = call.execution.clone();
        let refused = StepError::UnexpectedOutcome { effect, outcome: outcome.name() };
        assert_eq!(call.execution.step(&call.library, outcome), Err(refused));
        assert_eq!(call.execution, before);
    }
}

#[test]
fn the_first_step_takes_done() {
    let mut call = One::new("MessageParticipant", json!({ "Text": "hi" })).start();
    let refused = call.execution.step(&call.library, Outcome::NoInput).unwrap_err();
    expect!["`NoInput` is no outcome of `start`"].assert_eq(&refused.to_string());
}

#[test]
fn after_the_end_every_step_gives_the_end() {
    let mut call = One::new("DisconnectParticipant", json!({})).start();
    for outcome in [Outcome::Done, Outcome::Done, Outcome::Digits("1".to_owned())] {
        assert_eq!(call.step(outcome).effect, Effect::End(End::Disconnected));
    }
}

#[test]
fn a_call_begins_in_a_flow_that_can_be_entered() {
    let mut library = Library::new();
    let start = |library: &Library, entry: &str| {
        Execution::start(library, entry, Contact::default()).unwrap_err().to_string()
    };
    expect!["no flow `a` in the library"].assert_eq(&start(&library, "a"));
    library.insert("x/m", FlowKind::Module, "m", flow(&[last("b", "EndFlowModuleExecution")]));
    expect!["`x/m` is a module: only a flow can be entered"].assert_eq(&start(&library, "m"));
    let draft = connect_flow::Flow::parse(r#"{ "StartAction": "", "Actions": [] }"#).unwrap();
    library.insert("x/d", FlowKind::Flow, "d", draft);
    expect!["flow `x/d` has no first action: connect its entry point"]
        .assert_eq(&start(&library, "d"));
}

#[test]
fn a_library_that_loses_a_running_flow_is_refused() {
    let mut call = One::new("MessageParticipant", json!({ "Text": "hi" })).start();
    call.step(Outcome::Done);
    let gone = call.execution.clone().step(&Library::new(), Outcome::Done).unwrap_err();
    expect!["no flow `flow/main` in the library"].assert_eq(&gone.to_string());
    call.library.insert("flow/main", FlowKind::Flow, "main", flow(&[end("other")]));
    let gone = call.execution.step(&call.library, Outcome::Done).unwrap_err();
    expect!["flow `flow/main` no longer has an action `it`"].assert_eq(&gone.to_string());
}

#[test]
fn an_action_that_is_not_simulated_takes_its_error_branch() {
    One::new("BlockOfTomorrow", json!({ "Name": "t" })).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          `BlockOfTomorrow` is not simulated
    "#]],
    );
    One::new("BlockOfTomorrow", json!({})).without_error("NoMatchingError").check([], &expect![[r#"
        main/it -> error NoMatchingError (missing)
          `BlockOfTomorrow` is not simulated
        End(Stuck { flow: "flow/main", action: "it", why: "`BlockOfTomorrow` is not simulated; its `NoMatchingError` branch is missing or not connected" })
    "#]]);
}

#[test]
fn a_branch_that_is_not_connected_ends_the_call() {
    let mut library = Library::new();
    let main = flow(&[action("say", "MessageParticipant", json!({ "Text": "hi" }), "")]);
    library.insert("flow/main", FlowKind::Flow, "main", main);
    let mut call = Call::start(library.clone(), Contact::default());
    call.check([Outcome::Done], &expect![[r#"
        Play(Text("hi"))
        main/say -> next (missing)
        End(Stuck { flow: "flow/main", action: "say", why: "its `NextAction` is missing or not connected" })
    "#]]);
    let mut call = Call::start(library, Contact::default());
    call.check([Outcome::Failed], &expect![[r#"
        Play(Text("hi"))
        main/say -> error NoMatchingError (missing)
          the prompt could not be played
        End(Stuck { flow: "flow/main", action: "say", why: "the prompt could not be played; its `NoMatchingError` branch is missing or not connected" })
    "#]]);
}

#[test]
fn a_flow_that_spins_is_stopped() {
    let mut library = Library::new();
    let log = json!({ "FlowLoggingBehavior": "Enabled" });
    let main = flow(&[
        action("a", "UpdateFlowLoggingBehavior", log.clone(), "b"),
        action("b", "UpdateFlowLoggingBehavior", log, "a"),
    ]);
    library.insert("flow/main", FlowKind::Flow, "main", main);
    let step = Call::start(library, Contact::default()).step(Outcome::Done);
    assert_eq!(step.trail.len(), connect_flow::STEP_BUDGET);
    expect![[r#"
        End(
            Stuck {
                flow: "flow/main",
                action: "a",
                why: "1000 actions ran in a row without asking the host for anything",
            },
        )
    "#]]
    .assert_debug_eq(&step.effect);
}

#[test]
fn the_trail_has_what_a_flow_log_needs() {
    let mut call =
        One::new("Compare", json!({ "ComparisonValue": "$.Attributes.tier", "more": [1] }))
            .contact(|it| {
                it.attributes.insert("tier".to_owned(), "gold".to_owned());
            })
            .when("Equals", "gold")
            .start();
    expect![[r#"
        Trail {
            flow: "flow/main",
            flow_name: "main",
            modules: [],
            action: "it",
            type_name: "Compare",
            parameters: Object {
                "ComparisonValue": String("gold"),
                "more": Array [
                    Number(1),
                ],
            },
            result: Some(
                "gold",
            ),
            branch: Condition(
                "Equals gold",
            ),
            next: Some(
                "end",
            ),
            missing: false,
            notes: [],
        }
    "#]]
    .assert_debug_eq(&call.step(Outcome::Done).trail[0]);
}

#[test]
fn every_namespace_can_be_referred_to() {
    let contact = |it: &mut Contact| {
        it.contact_id = "c-1".to_owned();
        it.initial_contact_id = "c-0".to_owned();
        it.previous_contact_id = Some("c-p".to_owned());
        it.region = "us-east-1".to_owned();
        it.instance_arn = "arn:i".to_owned();
        it.initiation_method = "INBOUND".to_owned();
        it.language_code = Some("en-US".to_owned());
        it.customer_id = Some("k-1".to_owned());
        it.name = Some("n".to_owned());
        it.description = Some("d".to_owned());
        it.system_endpoint = Some(aws_events::connect::Endpoint::telephone("+12025550100"));
        it.attributes.insert("a b".to_owned(), "spaced".to_owned());
        it.attributes.insert("a.b".to_owned(), "dotted".to_owned());
        it.tags.insert("team".to_owned(), "east".to_owned());
        it.references
            .insert("doc".to_owned(), json!({ "Type": "URL", "Value": "https://example.com" }));
        it.other.insert("Agent".to_owned(), json!({ "UserName": "bob" }));
        it.results.external = json!({ "list": [{ "x": 1.5 }], "none": null, "yes": true });
        it.results.lex = Some(connect_flow::LexResult {
            intent_name: "Order".to_owned(),
            confidence: Some(0.58),
            slots: [("N".to_owned(), Some("5".to_owned())), ("M".to_owned(), None)].into(),
            session_attributes: [("next".to_owned(), "person".to_owned())].into(),
            alternatives: vec![connect_flow::AlternateIntent {
                intent_name: "Bye".to_owned(),
                confidence: Some(0.2),
                slots: [("S".to_owned(), Some("s".to_owned()))].into(),
            }],
            dialog_state: "Fulfilled".to_owned(),
            sentiment: Some(connect_flow::Sentiment {
                label: "NEGATIVE".to_owned(),
                scores: [("Negative".to_owned(), 0.9)].into(),
            }),
        });
        it.results.metrics = Some(connect_flow::Metrics {
            queue: Some(crate::line::queue("arn:q", "Q")),
            contacts_in_queue: Some(3),
            oldest_contact_age: Some(std::time::Duration::from_secs(61)),
            agents_staffed: Some(2),
            ..connect_flow::Metrics::default()
        });
    };
    for (reference, expected) in [
        ("$.ContactId", "c-1"),
        ("$.InitialContactId", "c-0"),
        ("$.PreviousContactId", "c-p"),
        ("$.Channel", "VOICE"),
        ("$.AwsRegion", "us-east-1"),
        ("$.InstanceARN", "arn:i"),
        ("$.InitiationMethod", "INBOUND"),
        ("$.LanguageCode", "en-US"),
        ("$.CustomerId", "k-1"),
        ("$.Name", "n"),
        ("$.Description", "d"),
        ("$.TextToSpeechVoiceId", "Joanna"),
        ("$.SystemEndpoint.Address", "+12025550100"),
        ("$.SystemEndpoint.Type", "TELEPHONE_NUMBER"),
        ("$.CustomerEndpoint.Address", ""),
        ("$.Attributes.['a b']", "spaced"),
        ("$.['a b']", "spaced"),
        ("$.Attributes.a.b", "dotted"),
        ("$.Tags.team", "east"),
        ("$.References.doc.Value", "https://example.com"),
        ("$.Agent.UserName", "bob"),
        ("$.Agent.Nothing", ""),
        ("$.Nobody.Knows", ""),
        ("$.Queue.Name", "Support"),
        ("$.Queue.ARN", "queue/q-1"),
        ("$.External.list.0.x", "1.5"),
        ("$.External.list[0]", r#"{"x":1.5}"#),
        ("$.External.none", ""),
        ("$.External.yes", "true"),
        ("$.External.yes.deeper", ""),
        ("$.StoredCustomerInput", ""),
        ("$.Lex.IntentName", "Order"),
        ("$.Lex.IntentConfidence.Score", "0.58"),
        ("$.Lex.Slots.N", "5"),
        ("$.Lex.Slots.M", ""),
        ("$.Lex.SessionAttributes.next", "person"),
        ("$.Lex.AlternateIntents.Bye.IntentConfidence.Score", "0.2"),
        ("$.Lex.AlternateIntents.Bye.Slots.S", "s"),
        ("$.Lex.DialogState", "Fulfilled"),
        ("$.Lex.SentimentResponse.Label", "NEGATIVE"),
        ("$.Lex.SentimentResponse.Scores.Negative", "0.9"),
        ("$.Metrics.Queue.Size", "3"),
        ("$.Metrics.Queue.Name", "Q"),
        ("$.Metrics.Queue.OldestContactAge", "61"),
        ("$.Metrics.Agents.Staffed.Count", "2"),
        ("$.Metrics.Agents.Online.Count", ""),
    ] {
        let mut call = One::new("Compare", json!({ "ComparisonValue": reference }))
            .queued()
            .contact(contact)
            .start();
        let step = call.step(Outcome::Done);
        assert_eq!(step.trail[0].result.as_deref(), Some(expected), "{reference}");
        let noted = !step.trail[0].notes.is_empty();
        assert_eq!(noted, expected.is_empty(), "{reference} {:?}", step.trail[0].notes);
    }
}
