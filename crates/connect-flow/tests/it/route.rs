//! Queues, flows and modules.

use connect_flow::{Contact, Effect, FlowKind, LexResult, Library, Outcome, Prompt, Reply};
use expect_test::expect;
use serde_json::json;

use crate::line::{Call, One, action, end, flow, last, queue};

fn known_queues(mut one: One) -> One {
    let arn = "arn:aws:connect:us-east-1:000000000000:instance/i/queue/q-1";
    one.library.insert_queue(arn, "Support");
    one
}

#[test]
fn a_target_queue_is_named_by_arn_or_id() {
    for id in ["q-1", "arn:aws:connect:us-east-1:000000000000:instance/i/queue/q-1"] {
        let mut call =
            known_queues(One::new("UpdateContactTargetQueue", json!({ "QueueId": id }))).start();
        call.step(Outcome::Done);
        assert_eq!(call.contact().target_queue.as_ref().unwrap().name, "Support");
    }
    known_queues(One::new("UpdateContactTargetQueue", json!({ "QueueId": "q-2" }))).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              there is no queue `q-2`
        "#]],
    );
    let call = One::new("UpdateContactTargetQueue", json!({ "QueueId": "q-2" })).check(
        [],
        &expect![[r#"
            main/it -> next
        "#]],
    );
    assert_eq!(call.contact().target_queue, Some(queue("q-2", "")));
    let call = One::new("UpdateContactTargetQueue", json!({ "AgentId": "agent/a-1" }))
        .contact(|it| it.instance_arn = "instance/i".to_owned())
        .check(
            [],
            &expect![[r#"
            main/it -> next
        "#]],
        );
    assert_eq!(call.contact().target_queue, Some(queue("instance/i/queue/agent/a-1", "")));
    One::new("UpdateContactTargetQueue", json!({ "QueueId": "$.External.queue" })).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              `$.External.queue` is not set
              the queue's id is empty
        "#]],
    );
}

#[test]
fn a_contact_is_transferred_to_its_queue() {
    let transfer = || One::new("TransferContactToQueue", json!({}));
    let mut call = transfer().queued().start();
    call.check(
        [Outcome::Done],
        &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/q-1", name: "Support" } }
            main/it -> left
            WaitInQueue { queue: QueueRef { arn: "queue/q-1", name: "Support" } }
        "#]],
    );
    transfer().queued().check(
        [Outcome::AtCapacity],
        &expect![[r#"
        TransferToQueue { queue: QueueRef { arn: "queue/q-1", name: "Support" } }
        main/it -> error QueueAtCapacity
          the queue is full
    "#]],
    );
    transfer().queued().check(
        [Outcome::Failed],
        &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/q-1", name: "Support" } }
            main/it -> error NoMatchingError
              the queue did not take the contact
        "#]],
    );
    transfer().check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          no queue is named and the contact has no target queue
    "#]],
    );
}

#[test]
fn a_call_goes_on_in_another_flow() {
    let set = json!({ "FlowAttributes": { "a": { "Value": "lost" } } });
    let mut library = Library::new();
    library.insert(
        "flow/main",
        FlowKind::Flow,
        "main",
        flow(&[
            action("set", "UpdateFlowAttributes", set, "go"),
            action("go", "TransferToFlow", json!({ "ContactFlowId": "arn:x/other" }), "end"),
            end("end"),
        ]),
    );
    let text = "$.Attributes.kept $.Lex.IntentName [$.FlowAttributes.a]";
    library.insert(
        "arn:x/other",
        FlowKind::Flow,
        "other",
        flow(&[
            action("say", "MessageParticipant", json!({ "Text": text }), "end"),
            last("end", "EndFlowExecution"),
        ]),
    );
    let mut contact = Contact::default();
    contact.attributes.insert("kept".to_owned(), "kept".to_owned());
    contact.results.lex = Some(LexResult { intent_name: "I".to_owned(), ..LexResult::default() });
    Call::start(library, contact).check(
        [Outcome::Done],
        &expect![[r#"
        main/set -> next
        main/go -> left
        Play(Text("kept I []"))
        other/say -> next
          `$.FlowAttributes.a` is not set
        other/end -> left
        End(FlowEnded)
    "#]],
    );
}

#[test]
fn a_flow_that_is_not_there_takes_the_error_branch() {
    One::new("TransferToFlow", json!({ "ContactFlowId": "nowhere" })).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          there is no flow `nowhere`
    "#]],
    );
    One::new("InvokeFlowModule", json!({ "FlowModuleId": "nowhere" })).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          there is no module `nowhere`
    "#]],
    );
    One::new("InvokeFlowModule", json!({ "FlowModuleId": "flow/main" })).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              there is no module `flow/main`
        "#]],
    );
    let mut one = One::new("TransferToFlow", json!({ "ContactFlowId": "draft" }));
    let draft = connect_flow::Flow::parse(r#"{ "StartAction": "", "Actions": [] }"#).unwrap();
    one.library.insert("draft", FlowKind::Flow, "draft", draft);
    one.check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          flow `draft` has no first action
    "#]],
    );
}

#[test]
fn a_module_cannot_read_what_its_caller_got_and_gives_it_back() {
    let text = "[$.External.a] [$.StoredCustomerInput] $.Attributes.name";
    let invoke = json!({ "FlowModuleId": "module" });
    let mut library = Library::new();
    library.insert(
        "flow/main",
        FlowKind::Flow,
        "main",
        flow(&[
            action("invoke", "InvokeFlowModule", invoke, "say"),
            action("say", "MessageParticipant", json!({ "Text": text }), "end"),
            end("end"),
        ]),
    );
    library.insert(
        "module",
        FlowKind::Module,
        "module",
        flow(&[
            action("say", "MessageParticipant", json!({ "Text": text }), "call"),
            action("call", "InvokeLambdaFunction", json!({ "LambdaFunctionARN": "f" }), "set"),
            action(
                "set",
                "UpdateContactAttributes",
                json!({ "Attributes": { "name": "Bob" } }),
                "back",
            ),
            last("back", "EndFlowModuleExecution"),
        ]),
    );
    let mut contact = Contact::default();
    contact.attributes.insert("name".to_owned(), "Ann".to_owned());
    contact.results.external = json!({ "a": "mine" });
    contact.results.stored_input = Some("42".to_owned());
    let mut call = Call::start(library, contact);
    let reply = Outcome::FunctionReply(json!({ "a": "the module's" }));
    // The event of the invocation is long and tested elsewhere.
    let mut effects = Vec::new();
    for outcome in [Outcome::Done, Outcome::Done, reply, Outcome::Done] {
        effects.push(call.step(outcome).effect);
    }
    assert_eq!(effects[0], say("[] [] Ann"));
    assert_eq!(effects[1].name(), "InvokeFunction");
    assert_eq!(effects[2], say("[mine] [42] Bob"));
    assert_eq!(effects[3].name(), "End");
}

fn say(text: &str) -> Effect {
    Effect::Play(Prompt::Text(text.to_owned()))
}

#[test]
fn a_caller_branches_on_the_result_of_a_module() {
    let mut one =
        One::new("InvokeFlowModule", json!({ "FlowModuleId": "module" })).when("Equals", "Open");
    let mut back = last("back", "EndFlowModuleExecution");
    back["Parameters"] = json!({ "Result": "Open" });
    one.library.insert("module", FlowKind::Module, "module", flow(&[back]));
    one.start().check(
        [],
        &expect![[r#"
        main/it -> entered
        module/back -> left
        main/it -> condition Equals Open
        main/end -> left
        End(Disconnected)
    "#]],
    );
}

#[test]
fn modules_nest_five_deep() {
    let mut library = Library::new();
    let invoke = |id: usize| json!({ "FlowModuleId": format!("module/{id}") });
    let main = flow(&[action("invoke", "InvokeFlowModule", invoke(1), "end"), end("end")]);
    library.insert("flow/main", FlowKind::Flow, "main", main);
    for depth in 1..=6 {
        let module = flow(&[
            action("invoke", "InvokeFlowModule", invoke(depth + 1), "back"),
            last("back", "EndFlowModuleExecution"),
        ]);
        library.insert(format!("module/{depth}"), FlowKind::Module, format!("m{depth}"), module);
    }
    Call::start(library, Contact::default()).check(
        [],
        &expect![[r#"
        main/invoke -> entered
        m1/invoke -> entered
        m2/invoke -> entered
        m3/invoke -> entered
        m4/invoke -> entered
        m5/invoke -> error NoMatchingError
          more than 5 modules inside one another
        m5/back -> left
        m4/invoke -> next
        m4/back -> left
        m3/invoke -> next
        m3/back -> left
        m2/invoke -> next
        m2/back -> left
        m1/invoke -> next
        m1/back -> left
        main/invoke -> next
        main/end -> left
        End(Disconnected)
    "#]],
    );
}

#[test]
fn only_a_module_can_end_a_module() {
    One::new("EndFlowModuleExecution", json!({})).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          only a module can end a module
    "#]],
    );
}

#[test]
fn ending_the_flow_inside_a_module_ends_it_all() {
    let mut one = One::new("InvokeFlowModule", json!({ "FlowModuleId": "module" }));
    let module = flow(&[last("bye", "EndFlowExecution")]);
    one.library.insert("module", FlowKind::Module, "module", module);
    one.start().check(
        [],
        &expect![[r#"
        main/it -> entered
        module/bye -> left
        End(FlowEnded)
    "#]],
    );
}

#[test]
fn a_module_gives_data_back() {
    let mut library = Library::new();
    let give = json!({ "ResultData": { "open": "$.Attributes.state", "n": 7 } });
    let mut back = last("back", "EndFlowModuleExecution");
    back["Parameters"] = give;
    library.insert("module", FlowKind::Module, "module", flow(&[back]));
    let text = "$.Modules.ResultData.open $.Modules.ResultData.n $.Modules.ResultData.none.";
    let main = flow(&[
        action("invoke", "InvokeFlowModule", json!({ "FlowModuleId": "module" }), "say"),
        action("say", "MessageParticipant", json!({ "Text": text }), "end"),
        end("end"),
    ]);
    library.insert("flow/main", FlowKind::Flow, "main", main);
    let mut contact = Contact::default();
    contact.attributes.insert("state".to_owned(), "yes".to_owned());
    let mut call = Call::start(library, contact);
    let effect = call.step(Outcome::Done).effect;
    assert_eq!(effect, Effect::Play(Prompt::Text("yes 7 .".to_owned())));
}

#[test]
fn the_number_that_a_queue_shows_can_be_read() {
    let text = json!({ "Text": "$.Queue.OutboundCallerId.Address" });
    let mut call = One::new("MessageParticipant", text)
        .queued()
        .contact(|it| {
            let number = aws_events::connect::Endpoint::telephone("+12025550100");
            it.outbound_caller_ids.insert("queue/q-1".to_owned(), number);
        })
        .start();
    let effect = call.step(Outcome::Done).effect;
    assert_eq!(effect, Effect::Play(Prompt::Text("+12025550100".to_owned())));
}

#[test]
fn what_was_read_of_data_tables_stays_in_its_flow() {
    let mut library = Library::new();
    let evaluate = crate::samples::parameters("EvaluateDataTableValues");
    let say = json!({ "Text": "[$.DataTables.plan.tier]" });
    library.insert(
        "flow/main",
        FlowKind::Flow,
        "main",
        flow(&[
            action("read", "EvaluateDataTableValues", evaluate, "say"),
            action("say", "MessageParticipant", say.clone(), "go"),
            action("go", "TransferToFlow", json!({ "ContactFlowId": "flow/other" }), "end"),
            end("end"),
        ]),
    );
    let other = flow(&[action("say", "MessageParticipant", say, "end"), end("end")]);
    library.insert("flow/other", FlowKind::Flow, "other", other);
    let mut call = Call::start(library, Contact::default());
    call.step(Outcome::Done);
    let read = Reply::done().with("plan", json!({ "tier": "gold" }));
    let played = |text: &str| Effect::Play(Prompt::Text(text.to_owned()));
    assert_eq!(call.step(Outcome::Replied(read)).effect, played("[gold]"));
    assert_eq!(call.step(Outcome::Done).effect, played("[]"));
}

#[test]
fn the_flow_language_of_contact_data_reaches_voice_id_and_amazon_q() {
    let set = |parameters| One::new("UpdateContactData", parameters);
    let mut call = set(json!({
        "WisdomSessionArn": "$.Wisdom.SessionArn", "IsVoiceIdStreamingEnabled": "TRUE",
        "VoiceAuthenticationThreshold": "90", "WatchlistId": "w",
    }))
    .contact(|it| {
        it.other.insert("Wisdom".to_owned(), json!({ "SessionArn": "arn:session" }));
        it.voice_id.fraud_threshold = Some(50);
    })
    .start();
    call.step(Outcome::Done);
    let contact = call.contact();
    assert_eq!(contact.wisdom_session_arn.as_deref(), Some("arn:session"));
    assert!(contact.voice_id.streaming && !contact.voice_id.authentication);
    assert_eq!(contact.voice_id.authentication_threshold, Some(90));
    assert_eq!(contact.voice_id.fraud_threshold, Some(50));
    assert_eq!(contact.voice_id.watchlist.as_deref(), Some("w"));
    for (parameters, why) in [
        (json!({ "WisdomSessionArn": "$.Wisdom.SessionArn" }), "the ARN of the session is empty"),
        (
            json!({ "Name": "n", "VoiceAuthenticationThreshold": "$.Attributes.x" }),
            "the threshold of Voice ID is no whole number from 0 to 100",
        ),
    ] {
        let mut call = set(parameters).start();
        let step = call.step(Outcome::Done);
        assert_eq!(step.trail[0].notes.last().unwrap(), why);
        assert_eq!(call.contact().name, None, "all or nothing");
    }
}
