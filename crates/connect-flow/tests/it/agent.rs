//! A contact in a queue, until an agent answers.

use connect_flow::{
    Agent, Contact, Effect, End, FlowKind, Library, Outcome, Party, Stage, StepError, Transfer,
};
use expect_test::expect;
use serde_json::{Value, json};

use crate::line::{Call, action, end, flow, last, queue};

/// A call whose flow puts it in the queue Support, with these flows set for events.
pub(crate) fn waiting(hooks: &[(&str, Vec<Value>)]) -> Call {
    let mut library = Library::new();
    library.insert_queue("queue/support", "Support");
    library.insert_queue("queue/sales", "Sales");
    let transfer = [action("wait", "TransferContactToQueue", json!({}), "bye"), end("bye")];
    library.insert("flow/main", FlowKind::Flow, "main", flow(&transfer));
    let mut contact = Contact {
        contact_id: "c-1".to_owned(),
        initial_contact_id: "c-1".to_owned(),
        initiation_method: "INBOUND".to_owned(),
        target_queue: Some(queue("queue/support", "Support")),
        ..Contact::default()
    };
    for (event, actions) in hooks {
        library.insert(format!("flow/{event}"), FlowKind::Flow, *event, flow(actions));
        contact.event_hooks.insert((*event).to_owned(), format!("flow/{event}"));
    }
    Call::start(library, contact)
}

pub(crate) fn says(text: &str) -> Vec<Value> {
    vec![
        action("say", "MessageParticipant", json!({ "Text": text }), "over"),
        last("over", "EndFlowExecution"),
    ]
}

/// Says something over and over.
pub(crate) fn loops(text: &str) -> Vec<Value> {
    vec![action("say", "MessageParticipant", json!({ "Text": text }), "say")]
}

pub(crate) fn ann() -> Outcome {
    Outcome::AgentAnswers(Box::new(Agent {
        arn: "agent/ann".to_owned(),
        user_name: "ann".to_owned(),
        first_name: "Ann".to_owned(),
        last_name: "Lee".to_owned(),
    }))
}

/// A call that an agent has answered.
pub(crate) fn talking(hooks: &[(&str, Vec<Value>)]) -> Call {
    let mut call = waiting(hooks);
    call.step(Outcome::Done);
    call.step(Outcome::Done);
    assert_eq!(call.step(ann()).effect.name(), "Talk");
    call
}

#[test]
fn nobody_answers_before_there_is_a_queue() {
    let mut call = waiting(&[]);
    let effect = call.step(Outcome::Done).effect.name();
    assert_eq!(effect, "TransferToQueue");
    let before = call.execution.clone();
    for outcome in [
        ann(),
        Outcome::AgentHolds,
        Outcome::AgentResumes,
        Outcome::AgentTransfers(Transfer::Queue("queue/sales".to_owned())),
        Outcome::AgentHangsUp,
        Outcome::Stays,
    ] {
        let refused = StepError::UnexpectedOutcome { effect, outcome: outcome.name() };
        assert_eq!(call.execution.step(&call.library, outcome), Err(refused));
        assert_eq!(call.execution, before);
    }
}

#[test]
fn outcomes_that_do_not_fit_the_stage_change_nothing() {
    let refuses = |call: &mut Call, outcomes: &[Outcome]| {
        let before = call.execution.clone();
        for outcome in outcomes {
            let taken = call.execution.step(&call.library, outcome.clone());
            let name = outcome.name();
            let Err(StepError::UnexpectedOutcome { outcome, .. }) = taken else {
                panic!("{name} was taken: {taken:?}")
            };
            assert_eq!(outcome, name);
            assert_eq!(call.execution, before);
        }
    };
    let mut call = waiting(&[]);
    call.step(Outcome::Done);
    assert_eq!(call.step(Outcome::Done).effect.name(), "WaitInQueue");
    let agent = [Outcome::AgentHolds, Outcome::AgentResumes, Outcome::AgentHangsUp];
    refuses(&mut call, &agent);
    refuses(&mut call, &[Outcome::Done, Outcome::Failed, Outcome::NoInput]);
    let mut call = talking(&[]);
    refuses(&mut call, &[ann(), Outcome::AgentResumes, Outcome::Done, Outcome::Failed]);
    assert_eq!(call.step(Outcome::AgentHolds).effect, Effect::OnHold);
    refuses(&mut call, &[ann(), Outcome::AgentHolds, Outcome::Done]);
}

#[test]
fn a_transfer_to_nowhere_changes_nothing() {
    let mut call = talking(&[]);
    let draft = connect_flow::Flow::parse(r#"{ "StartAction": "", "Actions": [] }"#).unwrap();
    call.library.insert("flow/draft", FlowKind::Flow, "draft", draft);
    let module = flow(&[last("back", "EndFlowModuleExecution")]);
    call.library.insert("module", FlowKind::Module, "module", module);
    let before = call.execution.clone();
    let mut refused = |to| {
        let outcome = Outcome::AgentTransfers(to);
        let error = call.execution.step(&call.library, outcome).unwrap_err().to_string();
        assert_eq!(call.execution, before);
        error
    };
    expect!["no queue `queue/returns` in the library"]
        .assert_eq(&refused(Transfer::Queue("queue/returns".to_owned())));
    expect!["no flow `nowhere` in the library"]
        .assert_eq(&refused(Transfer::Flow("nowhere".to_owned())));
    expect!["`module` is a module: only a flow can be entered"]
        .assert_eq(&refused(Transfer::Flow("module".to_owned())));
    expect!["flow `flow/draft` has no first action: connect its entry point"]
        .assert_eq(&refused(Transfer::Flow("flow/draft".to_owned())));
}

#[test]
fn without_a_queue_flow_the_caller_just_waits() {
    waiting(&[]).check(
        [Outcome::Done, Outcome::Stays, ann()],
        &expect![[r#"
        TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        main/wait -> left
        WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        End(Queue { queue: QueueRef { arn: "queue/support", name: "Support" } })
        End(Queue { queue: QueueRef { arn: "queue/support", name: "Support" } })
    "#]],
    );
    waiting(&[]).check(
        [Outcome::Done, Outcome::HungUp],
        &expect![[r#"
        TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        main/wait -> left
        WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        End(HungUp)
    "#]],
    );
}

#[test]
fn a_queue_flow_that_ends_leaves_the_caller_waiting() {
    waiting(&[("CustomerQueue", says("please hold"))])
        .check([Outcome::Done, Outcome::Done, ann()], &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            main/wait -> left
            Play(Text("please hold"))
            CustomerQueue/say -> next
            CustomerQueue/over -> left
            WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            Talk { agent: Agent { arn: "agent/ann", user_name: "ann", first_name: "Ann", last_name: "Lee" } }
        "#]]);
}

#[test]
fn a_queue_flow_can_disconnect_or_get_stuck() {
    waiting(&[("CustomerQueue", vec![end("bye")])]).check(
        [Outcome::Done],
        &expect![[r#"
        TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        main/wait -> left
        CustomerQueue/bye -> left
        End(Disconnected)
    "#]],
    );
    let lost = last("lost", "MessageParticipant");
    let mut lost = lost;
    lost["Parameters"] = json!({ "Text": "hm" });
    waiting(&[("CustomerQueue", vec![lost])])
        .check([Outcome::Done, Outcome::Done], &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            main/wait -> left
            Play(Text("hm"))
            CustomerQueue/lost -> next (missing)
            End(Stuck { flow: "flow/CustomerQueue", action: "lost", why: "its `NextAction` is missing or not connected" })
        "#]]);
}

#[test]
fn a_queue_flow_that_is_not_there_is_the_default_one() {
    let mut call = waiting(&[]);
    let hooks = json!({ "EventHooks": { "CustomerQueue": "flow/elsewhere" } });
    let main = flow(&[
        action("set", "UpdateContactEventHooks", hooks, "wait"),
        action("wait", "TransferContactToQueue", json!({}), "bye"),
        end("bye"),
    ]);
    call.library.insert("flow/main", FlowKind::Flow, "main", main);
    let contact = call.contact().clone();
    Call::start(call.library, contact).check(
        [Outcome::Done],
        &expect![[r#"
        main/set -> next
          there is no flow `flow/elsewhere` to run; Connect's default would do
        TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        main/wait -> left
        WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
    "#]],
    );
}

#[test]
fn an_agent_answers_in_the_middle_of_the_queue_flow() {
    let mut call = waiting(&[
        ("CustomerQueue", loops("please hold")),
        ("AgentWhisper", says("a caller from $.Queue.Name for $.Agent.FirstName")),
        ("CustomerWhisper", says("$.Agent.FirstName $.Agent.LastName will help you")),
    ]);
    assert_eq!(call.execution.heard_by(), Party::Customer);
    call.check(
        [Outcome::Done, Outcome::Done, Outcome::Done, ann()],
        &expect![[r#"
        TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        main/wait -> left
        Play(Text("please hold"))
        CustomerQueue/say -> next
        Play(Text("please hold"))
        CustomerQueue/say -> next
        Play(Text("please hold"))
        CustomerQueue/say -> left
          an agent answers
        Play(Text("a caller from Support for Ann"))
    "#]],
    );
    assert_eq!(call.execution.heard_by(), Party::Agent);
    assert_eq!(call.execution.stage(), Stage::AgentWhisper);
    assert_eq!(call.execution.agent().unwrap().user_name, "ann");
    let step = call.step(Outcome::Done);
    assert_eq!(call.execution.heard_by(), Party::Customer);
    expect![[r#"Play(Text("Ann Lee will help you"))"#]].assert_eq(&format!("{:?}", step.effect));
    assert_eq!(call.step(Outcome::Done).effect.name(), "Talk");
}

#[test]
fn an_agent_may_answer_at_every_effect_of_a_queue_flow() {
    for (type_name, parameters) in [
        ("MessageParticipant", json!({ "Text": "hi" })),
        ("MessageParticipantIteratively", json!({ "Messages": [{ "Text": "hi" }] })),
        ("GetParticipantInput", json!({ "Text": "hi" })),
        ("ConnectParticipantWithLexBot", json!({ "LexV2Bot": { "AliasArn": "a" } })),
        ("InvokeLambdaFunction", json!({ "LambdaFunctionARN": "f" })),
        ("CheckHoursOfOperation", json!({})),
        ("GetMetricData", json!({})),
        ("TransferContactToQueue", json!({})),
        ("DequeueContactAndTransferToQueue", json!({ "QueueId": "queue/sales" })),
        (
            "CreateCallbackContact",
            json!({ "InitialCallDelaySeconds": "5", "RetryDelaySeconds": "60", "MaximumConnectionAttempts": "1" }),
        ),
    ] {
        let mut call =
            waiting(&[("CustomerQueue", vec![action("it", type_name, parameters, "it")])]);
        call.step(Outcome::Done);
        let asked = call.step(Outcome::Done).effect;
        assert!(!matches!(asked, Effect::End(_)), "{type_name}: {asked:?}");
        let mut other = call.execution.clone();
        let step = call.step(ann());
        assert_eq!(step.effect.name(), "Talk", "{type_name}");
        assert_eq!(step.trail.len(), 1, "{type_name}");
        assert_eq!(step.trail[0].notes.last().unwrap(), "an agent answers");
        let step = other.step(&call.library, Outcome::Stays).unwrap();
        let queue = queue("queue/support", "Support");
        assert_eq!(step.effect, Effect::End(End::Queue { queue }), "{type_name}");
    }
}

#[test]
fn a_module_in_the_queue_flow_is_cut_off_and_gives_back() {
    let mut call = waiting(&[
        (
            "CustomerQueue",
            vec![action("go", "InvokeFlowModule", json!({ "FlowModuleId": "m" }), "go")],
        ),
        ("AgentWhisper", says("wish: $.External.wish")),
    ]);
    call.library.insert("m", FlowKind::Module, "m", flow(&loops("still waiting")));
    let mut contact = call.contact().clone();
    contact.results.external = json!({ "wish": "a refund" });
    Call::start(call.library, contact)
        .check([Outcome::Done, ann(), Outcome::Done], &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            main/wait -> left
            CustomerQueue/go -> entered
            Play(Text("still waiting"))
            m/say -> left
              an agent answers
            Play(Text("wish: a refund"))
            AgentWhisper/say -> next
            AgentWhisper/over -> left
            Talk { agent: Agent { arn: "agent/ann", user_name: "ann", first_name: "Ann", last_name: "Lee" } }
        "#]]);
}

#[test]
fn a_queue_flow_moves_the_caller_to_another_queue() {
    let mut call = waiting(&[(
        "CustomerQueue",
        vec![
            action("say", "MessageParticipant", json!({ "Text": "in $.Queue.Name" }), "move"),
            action(
                "move",
                "DequeueContactAndTransferToQueue",
                json!({ "QueueId": "queue/sales" }),
                "full",
            ),
            action("full", "MessageParticipant", json!({ "Text": "full" }), "over"),
            last("over", "EndFlowExecution"),
        ],
    )]);
    call.execution.name_contacts(["c-2".to_owned()]);
    call.check(
        [
            Outcome::Done,
            Outcome::Done,
            Outcome::Done,
            Outcome::Done,
            Outcome::AtCapacity,
            Outcome::Done,
        ],
        &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            main/wait -> left
            Play(Text("in Support"))
            CustomerQueue/say -> next
            TransferToQueue { queue: QueueRef { arn: "queue/sales", name: "Sales" } }
            CustomerQueue/move -> left
            Play(Text("in Sales"))
            CustomerQueue/say -> next
            TransferToQueue { queue: QueueRef { arn: "queue/sales", name: "Sales" } }
            CustomerQueue/move -> error NoMatchingError
              the queue is full
            Play(Text("full"))
            CustomerQueue/full -> next
            CustomerQueue/over -> left
            WaitInQueue { queue: QueueRef { arn: "queue/sales", name: "Sales" } }
        "#]],
    );
    let contact = call.contact();
    assert_eq!(contact.contact_id, "c-2");
    assert_eq!(contact.previous_contact_id.as_deref(), Some("c-1"));
    assert_eq!(contact.initial_contact_id, "c-1");
    assert_eq!(contact.initiation_method, "QUEUE_TRANSFER");
}

#[test]
fn a_contact_is_moved_from_queue_to_queue_eleven_times() {
    let moves = action(
        "move",
        "DequeueContactAndTransferToQueue",
        json!({ "QueueId": "queue/sales" }),
        "over",
    );
    let over = last("over", "EndFlowExecution");
    let mut call = waiting(&[("CustomerQueue", vec![moves, over])]);
    call.execution.name_contacts((2..20).map(|it| format!("c-{it}")));
    let mut step = call.step(Outcome::Done);
    let mut moved = 0;
    while let Effect::TransferToQueue { .. } = step.effect {
        moved += 1;
        step = call.step(Outcome::Done);
    }
    // Into the first queue, and on from there.
    assert_eq!(moved, 1 + 11);
    assert_eq!(call.contact().contact_id, "c-12");
    assert_eq!(step.effect.name(), "WaitInQueue");
    let note = "Connect moves a contact through 12 queues at most";
    assert_eq!(step.trail[1].notes, [note]);
}
