//! Actions that set what is known of the contact or of the running flow.

use connect_flow::{Branch, Contact, FlowKind, Library, Outcome, Prompt, Recording};
use expect_test::expect;
use serde_json::json;

use crate::line::{Call, One, action, end, flow};

#[test]
fn attributes_are_set() {
    let parameters = json!({ "Attributes": {
        "plain": "x", "copied": "$.External.a.b", "mixed": "<$.CustomerEndpoint.Address>",
        "unset": "$.External.none", "count_$.Attributes.n": "1", "number": 7,
    }, "TargetContact": "Current" });
    let call = One::new("UpdateContactAttributes", parameters)
        .contact(|it| {
            it.attributes.insert("n".to_owned(), "3".to_owned());
            it.results.external = json!({ "a": { "b": "deep" } });
            it.customer_endpoint = Some(aws_events::connect::Endpoint::telephone("+12025550143"));
        })
        .check(
            [],
            &expect![[r#"
            main/it -> next
              `$.External.none` is not set
        "#]],
        );
    expect![[r#"
        {
            "copied": "deep",
            "count_3": "1",
            "mixed": "<+12025550143>",
            "n": "3",
            "number": "7",
            "plain": "x",
            "unset": "",
        }
    "#]]
    .assert_debug_eq(&call.contact().attributes);
}

#[test]
fn attributes_over_32_kb_are_all_refused() {
    let set = |bytes: usize| {
        let parameters = json!({ "Attributes": { "a": "new", "b": "x".repeat(bytes) } });
        One::new("UpdateContactAttributes", parameters).contact(|it| {
            it.attributes.insert("a".to_owned(), "old".to_owned());
        })
    };
    let fits = 32 * 1024 - "a".len() - "new".len() - "b".len();
    let call = set(fits).check(
        [],
        &expect![[r#"
        main/it -> next
    "#]],
    );
    assert_eq!(call.contact().attributes["a"], "new");
    let call = set(fits + 1).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the contact's attributes would have 32769 bytes, Connect keeps 32768
    "#]],
    );
    assert_eq!(call.contact().attributes["a"], "old");
}

#[test]
fn the_related_contact_does_not_exist() {
    let parameters = json!({ "Attributes": { "a": "1" }, "TargetContact": "Related" });
    One::new("UpdateContactAttributes", parameters).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the contact has no related contact
    "#]],
    );
    let parameters = json!({ "Name": "n", "TargetContact": "Related" });
    One::new("UpdateContactData", parameters).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the contact has no related contact
    "#]],
    );
}

#[test]
fn flow_attributes_can_be_referred_to() {
    let set = json!({ "FlowAttributes": { "a": { "Value": "x-$.ContactId" } } });
    let main = flow(&[
        action("set", "UpdateFlowAttributes", set, "say"),
        action("say", "MessageParticipant", json!({ "Text": "$.FlowAttributes.a" }), "end"),
        end("end"),
    ]);
    let mut library = Library::new();
    library.insert("flow/main", FlowKind::Flow, "main", main);
    let contact = Contact { contact_id: "c-1".to_owned(), ..Contact::default() };
    let step = Call::start(library, contact).step(Outcome::Done);
    assert_eq!(step.effect, connect_flow::Effect::Play(Prompt::Text("x-c-1".to_owned())));
}

#[test]
fn contact_data_is_set_where_it_is_named() {
    let parameters = json!({
        "LanguageCode": "es-US", "Name": "call of $.ContactId", "CustomerId": "$.Attributes.none",
        "References": { "doc": { "Type": "URL", "Value": "https://example.com/$.ContactId" } },
    });
    let call = One::new("UpdateContactData", parameters)
        .contact(|it| {
            it.contact_id = "c-1".to_owned();
            it.description = Some("stays".to_owned());
        })
        .check(
            [],
            &expect![[r#"
            main/it -> next
              `$.Attributes.none` is not set
        "#]],
        );
    let contact = call.contact();
    assert_eq!(contact.language_code.as_deref(), Some("es-US"));
    assert_eq!(contact.name.as_deref(), Some("call of c-1"));
    assert_eq!(contact.description.as_deref(), Some("stays"));
    assert_eq!(contact.customer_id.as_deref(), Some(""));
    assert_eq!(contact.references["doc"]["Value"], "https://example.com/c-1");
}

#[test]
fn the_voice_is_set() {
    let parameters = json!({ "TextToSpeechVoice": "Lupe", "TextToSpeechEngine": "Neural" });
    let call = One::new("UpdateContactTextToSpeechVoice", parameters).check(
        [],
        &expect![[r#"
        main/it -> next
    "#]],
    );
    expect![[r#"
        Voice {
            name: "Lupe",
            engine: Some(
                "Neural",
            ),
            style: None,
        }
    "#]]
    .assert_debug_eq(&call.contact().voice);
    let parameters = json!({ "TextToSpeechVoice": "$.Attributes.voice" });
    let call = One::new("UpdateContactTextToSpeechVoice", parameters).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          `$.Attributes.voice` is not set
          the voice is empty
    "#]],
    );
    assert_eq!(call.contact().voice.name, "Joanna");
}

#[test]
fn flow_logging_is_set() {
    let parameters = json!({ "FlowLoggingBehavior": "Enabled" });
    let call = One::new("UpdateFlowLoggingBehavior", parameters).check(
        [],
        &expect![[r#"
        main/it -> next
    "#]],
    );
    assert!(call.contact().flow_logging);
}

#[test]
fn recording_changes_are_announced_once() {
    let on =
        json!({ "RecordedParticipants": ["Agent", "Customer"], "IVRRecordingBehavior": "Enabled" });
    let record = || One::new("UpdateContactRecordingBehavior", json!({ "RecordingBehavior": on }));
    let call = record().check(
        [Outcome::Done],
        &expect![[r#"
        SetRecording(Recording { agent: true, customer: true, ivr: true })
        main/it -> next
    "#]],
    );
    let all = Recording { agent: true, customer: true, ivr: true };
    assert_eq!(call.contact().recording, all);
    record().contact(|it| it.recording = all).check(
        [],
        &expect![[r#"
        main/it -> next
    "#]],
    );

    let off = json!({ "RecordingBehavior": { "RecordedParticipants": [] } });
    One::new("UpdateContactRecordingBehavior", off).contact(|it| it.recording = all).check(
        [],
        &expect![[r#"
            SetRecording(Recording { agent: false, customer: false, ivr: true })
        "#]],
    );
    let nothing = json!({ "AnalyticsBehavior": { "Enabled": "True" } });
    One::new("UpdateContactRecordingBehavior", nothing).check(
        [],
        &expect![[r#"
        main/it -> next
    "#]],
    );
}

#[test]
fn event_hooks_are_set_and_removed() {
    let hook = |parameters| One::new("UpdateContactEventHooks", parameters);
    let call = hook(json!({ "EventHooks": { "CustomerQueue": "flow/queue" } })).check(
        [],
        &expect![[r#"
            main/it -> next
              there is no flow `flow/queue` to run; Connect's default would do
        "#]],
    );
    assert_eq!(call.contact().event_hooks["CustomerQueue"], "flow/queue");

    let off =
        json!({ "EventHooksConfiguration": { "CustomerQueue": { "DisableExecution": "true" } } });
    let call = hook(off)
        .contact(|it| {
            it.event_hooks.insert("CustomerQueue".to_owned(), "flow/queue".to_owned());
        })
        .check(
            [],
            &expect![[r#"
            main/it -> next
        "#]],
        );
    assert!(call.contact().event_hooks.is_empty());

    hook(json!({ "EventHooks": { "CustomerQueue": "$.Attributes.none" } })).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              `$.Attributes.none` is not set
              the flow's id is empty
        "#]],
    );
    hook(json!({})).check([], &expect![[r#"
        main/it -> error NoMatchingError
          Actions[0].Parameters.EventHooks: found nothing, expected an event and the flow to run at it
    "#]]);
}

#[test]
fn routing_is_set() {
    let call = One::new("UpdateContactRoutingBehavior", json!({ "QueuePriority": "2" }))
        .contact(|it| it.routing.queue_time_adjustment_seconds = Some(60))
        .check(
            [],
            &expect![[r#"
            main/it -> next
        "#]],
        );
    assert_eq!(call.contact().routing.queue_priority, Some(2));
    assert_eq!(call.contact().routing.queue_time_adjustment_seconds, Some(60));
    One::new("UpdateContactRoutingBehavior", json!({ "QueuePriority": "soon" })).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              the priority or time is no whole number
        "#]],
    );
}

#[test]
fn an_action_that_is_not_finished_fails_when_it_runs() {
    for (type_name, parameters) in [
        ("MessageParticipant", json!({ "Text": "" })),
        ("InvokeLambdaFunction", json!({ "LambdaFunctionARN": "" })),
        ("Loop", json!({ "LoopCount": "{{rounds}}" })),
        ("Compare", json!({})),
        ("CheckMetricData", json!({ "MetricType": "%Metric%" })),
        ("UpdateContactTargetQueue", json!({ "QueueId": "" })),
        ("TransferToFlow", json!({ "ContactFlowId": "" })),
        ("InvokeFlowModule", json!({})),
        ("UpdateContactAttributes", json!({ "Attributes": {} })),
        ("UpdateFlowAttributes", json!({})),
        ("UpdateContactTextToSpeechVoice", json!({ "TextToSpeechVoice": "" })),
        ("UpdateFlowLoggingBehavior", json!({})),
        ("UpdateContactEventHooks", json!({ "EventHooks": { "AgentHold": "" } })),
    ] {
        let step = One::new(type_name, parameters).start().step(Outcome::Done);
        let taken = &step.trail[0];
        assert_eq!(taken.branch, Branch::Error("NoMatchingError".to_owned()), "{type_name}");
        let note = taken.notes.last().unwrap();
        assert!(note.starts_with("Actions[0].Parameters"), "{note}");
    }
}
