//! Callbacks: the contact that Connect makes when an agent is to call somebody back.

use std::time::Duration;

use connect_flow::{
    Agent, Callback, Contact, Effect, End, Execution, FlowKind, Library, Outcome, Party,
};
use expect_test::expect;
use serde_json::json;

use crate::line::{Call, action, flow, last, queue};

fn library() -> Library {
    let mut library = Library::new();
    library.insert_queue("queue/support", "Support");
    library
}

fn callback() -> Callback {
    Callback {
        queue: queue("queue/support", "Support"),
        number: Some("+12025550143".to_owned()),
        delay: Duration::from_secs(5),
        retry_after: Duration::from_mins(1),
        attempts: 1,
        flow: None,
        caller_id: None,
        agent_first: true,
    }
}

fn says(text: &str) -> connect_flow::Flow {
    flow(&[
        action("say", "MessageParticipant", json!({ "Text": text }), "over"),
        last("over", "EndFlowExecution"),
    ])
}

fn begin(library: Library, callback: &Callback, hooks: &[(&str, &str)]) -> Call {
    let mut contact = Contact { contact_id: "c-2".to_owned(), ..Contact::default() };
    for (event, flow) in hooks {
        contact.event_hooks.insert((*event).to_owned(), (*flow).to_owned());
    }
    let execution = Execution::call_back(&library, callback, contact).unwrap();
    Call { library, execution, shown: Vec::new() }
}

fn answers() -> Outcome {
    Outcome::AgentAnswers(Box::new(Agent { user_name: "ann".to_owned(), ..Agent::default() }))
}

#[test]
fn a_callback_needs_its_flow() {
    let flow = Some("nowhere".to_owned());
    let callback = Callback { flow, ..callback() };
    let refused = Execution::call_back(&library(), &callback, Contact::default()).unwrap_err();
    expect!["no flow `nowhere` in the library"].assert_eq(&refused.to_string());
}

#[test]
fn a_customer_who_does_not_answer_is_called_as_often_as_asked() {
    let callback = Callback { attempts: 2, ..callback() };
    begin(library(), &callback, &[]).check(
        [answers(), Outcome::CallFailed, answers(), Outcome::TimedOut],
        &expect![[r#"
            WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            CallCustomer { number: Some("+12025550143"), caller_id: None }
            WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            CallCustomer { number: Some("+12025550143"), caller_id: None }
            End(NotReached)
        "#]],
    );
    let callback = Callback { agent_first: false, attempts: 2, ..callback };
    begin(library(), &callback, &[]).check(
        [Outcome::Failed, Outcome::TimedOut],
        &expect![[r#"
            CallCustomer { number: Some("+12025550143"), caller_id: None }
            CallCustomer { number: Some("+12025550143"), caller_id: None }
            End(NotReached)
        "#]],
    );
}

#[test]
fn the_agent_answers_first_and_then_the_customer() {
    let mut library = library();
    library.insert("flow/agent", FlowKind::Flow, "agent", says("a callback"));
    library.insert("flow/outbound", FlowKind::Flow, "outbound", says("you asked us to call"));
    library.insert("flow/queue", FlowKind::Flow, "queue", says("nobody hears this"));
    library.set_outbound_whisper("queue/support", "flow/outbound");
    let hooks = [("AgentWhisper", "flow/agent"), ("CustomerQueue", "flow/queue")];
    let mut call = begin(library, &callback(), &hooks);
    assert_eq!(call.execution.heard_by(), Party::Nobody);
    call.check(
        [answers(), Outcome::Done, Outcome::Done, Outcome::Done],
        &expect![[r#"
        WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        Play(Text("a callback"))
        agent/say -> next
        agent/over -> left
        CallCustomer { number: Some("+12025550143"), caller_id: None }
        Play(Text("you asked us to call"))
        outbound/say -> next
        outbound/over -> left
        Talk { agent: Agent { arn: "", user_name: "ann", first_name: "", last_name: "" } }
    "#]],
    );
    assert_eq!(call.execution.heard_by(), Party::Customer);
    assert_eq!(call.contact().initiation_method, "CALLBACK");
    assert_eq!(call.step(Outcome::AgentHangsUp).effect, Effect::End(End::AgentHungUp));
}

#[test]
fn an_outbound_whisper_flow_may_place_the_call_itself() {
    let mut library = library();
    let outbound = flow(&[
        action("call", "CompleteOutboundCall", json!({}), "say"),
        action("say", "MessageParticipant", json!({ "Text": "hello" }), "over"),
        last("over", "EndFlowExecution"),
    ]);
    library.insert("flow/outbound", FlowKind::Flow, "outbound", outbound);
    library.set_outbound_whisper("queue/support", "flow/outbound");
    begin(library, &callback(), &[]).check(
        [answers(), Outcome::Done, Outcome::Done],
        &expect![[r#"
            WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            CompleteOutboundCall { caller_id: CallerId { number: None, name: None }, limit: None }
            outbound/call -> next
            Play(Text("hello"))
            outbound/say -> next
            outbound/over -> left
            Talk { agent: Agent { arn: "", user_name: "ann", first_name: "", last_name: "" } }
        "#]],
    );
}

#[test]
fn a_callback_begins_in_its_own_flow() {
    let mut library = library();
    let own = flow(&[
        action("say", "MessageParticipant", json!({ "Text": "hm" }), "wait"),
        action("wait", "TransferContactToQueue", json!({}), "over"),
        last("over", "EndFlowExecution"),
    ]);
    library.insert("flow/own", FlowKind::Flow, "own", own);
    let callback = Callback { flow: Some("flow/own".to_owned()), ..callback() };
    let mut call = begin(library.clone(), &callback, &[]);
    assert_eq!(call.execution.heard_by(), Party::Nobody);
    call.check(
        [Outcome::Done, Outcome::Done, answers(), Outcome::Done],
        &expect![[r#"
        Play(Text("hm"))
        own/say -> next
        TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        own/wait -> left
        WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
        CallCustomer { number: Some("+12025550143"), caller_id: None }
        Talk { agent: Agent { arn: "", user_name: "ann", first_name: "", last_name: "" } }
    "#]],
    );
    let callback = Callback { agent_first: false, ..callback };
    begin(library, &callback, &[]).check(
        [Outcome::Done, Outcome::Done, Outcome::Done, answers()],
        &expect![[r#"
            CallCustomer { number: Some("+12025550143"), caller_id: None }
            Play(Text("hm"))
            own/say -> next
            TransferToQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            own/wait -> left
            WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            Talk { agent: Agent { arn: "", user_name: "ann", first_name: "", last_name: "" } }
        "#]],
    );
}

#[test]
fn a_customer_who_is_called_first_waits_like_any_caller() {
    let mut library = library();
    library.insert("flow/queue", FlowKind::Flow, "queue", says("one moment"));
    let callback = Callback { agent_first: false, ..callback() };
    begin(library, &callback, &[("CustomerQueue", "flow/queue")]).check(
        [Outcome::Done, Outcome::Done, answers()],
        &expect![[r#"
            CallCustomer { number: Some("+12025550143"), caller_id: None }
            Play(Text("one moment"))
            queue/say -> next
            queue/over -> left
            WaitInQueue { queue: QueueRef { arn: "queue/support", name: "Support" } }
            Talk { agent: Agent { arn: "", user_name: "ann", first_name: "", last_name: "" } }
        "#]],
    );
}
