//! A contact with an agent: on hold, transferred, left behind.

use connect_flow::{Effect, End, FlowKind, Outcome, Party, Stage, Transfer};
use expect_test::expect;
use serde_json::json;

use crate::agent::{ann, loops, says, talking, waiting};
use crate::line::{Call, action, end, flow, last};
use crate::samples::EVENTS;

#[test]
fn the_agent_hangs_up_in_every_stage_after_answering() {
    for event in ["AgentWhisper", "CustomerWhisper", "CustomerHold", "AgentHold"] {
        let mut call = waiting(&[(event, loops("hm"))]);
        call.step(Outcome::Done);
        call.step(Outcome::Done);
        let mut step = call.step(ann());
        if event.ends_with("Hold") {
            step = call.step(Outcome::AgentHolds);
        }
        assert_eq!(step.effect.name(), "Play", "{event}");
        let step = call.step(Outcome::AgentHangsUp);
        assert_eq!(step.effect, Effect::End(End::AgentHungUp), "{event}");
        assert_eq!(step.trail[0].notes, ["the agent hangs up"]);
    }
    let mut call = talking(&[]);
    assert_eq!(call.step(Outcome::AgentHangsUp).effect, Effect::End(End::AgentHungUp));
}

#[test]
fn the_caller_hangs_up_in_every_stage() {
    for event in EVENTS {
        let mut call = waiting(&[(event, loops("hm"))]);
        let outcomes =
            [Outcome::Done, Outcome::Done, ann(), Outcome::AgentHolds, Outcome::AgentHangsUp];
        let mut is_heard = false;
        for outcome in outcomes {
            if call.step(outcome).effect.name() == "Play" {
                is_heard = true;
                break;
            }
        }
        assert!(is_heard, "{event}");
        assert_eq!(call.step(Outcome::HungUp).effect, Effect::End(End::HungUp), "{event}");
    }
    for outcomes in [vec![], vec![ann()], vec![ann(), Outcome::AgentHolds]] {
        let mut call = waiting(&[]);
        call.step(Outcome::Done);
        call.step(Outcome::Done);
        for outcome in outcomes {
            call.step(outcome);
        }
        assert_eq!(call.step(Outcome::HungUp).effect, Effect::End(End::HungUp));
    }
}

#[test]
fn after_the_agent_the_disconnect_flow_runs_for_the_caller() {
    let mut call = talking(&[("CustomerRemaining", says("how was $.Agent.FirstName?"))]);
    call.execution.name_contacts(["c-2".to_owned()]);
    let step = call.step(Outcome::AgentHangsUp);
    expect![[r#"Play(Text("how was Ann?"))"#]].assert_eq(&format!("{:?}", step.effect));
    assert_eq!(call.execution.heard_by(), Party::Customer);
    assert_eq!(call.contact().contact_id, "c-2");
    assert_eq!(call.contact().initiation_method, "DISCONNECT");
    assert_eq!(call.step(Outcome::Done).effect, Effect::End(End::AgentHungUp));
}

#[test]
fn both_sides_hear_their_hold_flow_turn_and_turn_about() {
    let mut call = talking(&[("CustomerHold", loops("music")), ("AgentHold", loops("they wait"))]);
    let mut heard = Vec::new();
    let mut step = call.step(Outcome::AgentHolds);
    for _ in 0..4 {
        let Effect::Play(prompt) = &step.effect else { panic!("{:?}", step.effect) };
        heard.push(format!("{:?} {prompt:?}", call.execution.heard_by()));
        step = call.step(Outcome::Done);
    }
    expect![[r#"
        Customer Text("music")
        Agent Text("they wait")
        Customer Text("music")
        Agent Text("they wait")"#]]
    .assert_eq(&heard.join("\n"));
    assert_eq!(call.step(Outcome::AgentResumes).effect.name(), "Talk");
    assert_eq!(call.execution.heard_by(), Party::Customer);
}

#[test]
fn hold_flows_that_end_leave_both_on_hold() {
    talking(&[]).check_from(
        [Outcome::AgentHolds, Outcome::AgentResumes, Outcome::AgentHolds, Outcome::Stays],
        &expect![[r#"
            OnHold
            Talk { agent: Agent { arn: "agent/ann", user_name: "ann", first_name: "Ann", last_name: "Lee" } }
            OnHold
            End(Agent { queue: Some(QueueRef { arn: "queue/support", name: "Support" }) })
        "#]],
    );
    talking(&[("AgentHold", says("they wait"))])
        .check_from([Outcome::AgentHolds, Outcome::Done, Outcome::AgentResumes], &expect![[r#"
            Play(Text("they wait"))
            AgentHold/say -> next
            AgentHold/over -> left
            OnHold
            Talk { agent: Agent { arn: "agent/ann", user_name: "ann", first_name: "Ann", last_name: "Lee" } }
        "#]]);
    talking(&[("CustomerHold", says("music")), ("AgentHold", says("they wait"))]).check_from(
        [Outcome::AgentHolds, Outcome::Done, Outcome::Done, Outcome::AgentResumes],
        &expect![[r#"
            Play(Text("music"))
            CustomerHold/say -> next
            Play(Text("they wait"))
            AgentHold/say -> next
            CustomerHold/over -> left
            AgentHold/over -> left
            OnHold
            Talk { agent: Agent { arn: "agent/ann", user_name: "ann", first_name: "Ann", last_name: "Lee" } }
        "#]],
    );
}

#[test]
fn what_the_agents_hold_flow_reads_is_none_of_the_callers() {
    let asks = |name: &str| {
        vec![
            action("ask", "InvokeLambdaFunction", json!({ "LambdaFunctionARN": name }), "say"),
            action("say", "MessageParticipant", json!({ "Text": "$.External.it" }), "say"),
        ]
    };
    let mut call = talking(&[("CustomerHold", asks("c")), ("AgentHold", asks("a"))]);
    let replied = |it: &str| Outcome::FunctionReply(json!({ "it": it }));
    call.step(Outcome::AgentHolds);
    call.step(replied("caller"));
    let said = |step: connect_flow::Step| format!("{:?}", step.effect);
    expect![[r#"Play(Text("caller"))"#]].assert_eq(&said(call.step(replied("agent"))));
    expect![[r#"Play(Text("agent"))"#]].assert_eq(&said(call.step(Outcome::Done)));
    call.step(Outcome::AgentResumes);
    assert_eq!(call.contact().results.external, json!({ "it": "caller" }));
}

#[test]
fn an_agent_transfers_to_a_queue() {
    let mut call = talking(&[("AgentWhisper", vec![last("over", "EndFlowExecution")])]);
    call.execution.name_contacts(["c-2".to_owned()]);
    let to = Transfer::Queue("queue/sales".to_owned());
    let step = call.step(Outcome::AgentTransfers(to));
    expect![[r#"WaitInQueue { queue: QueueRef { arn: "queue/sales", name: "Sales" } }"#]]
        .assert_eq(&format!("{:?}", step.effect));
    assert_eq!(call.execution.agent(), None);
    assert!(!call.contact().other.contains_key("Agent"));
    assert_eq!(call.contact().contact_id, "c-2");
    assert_eq!(call.contact().previous_contact_id.as_deref(), Some("c-1"));
    assert_eq!(call.contact().initiation_method, "TRANSFER");
    assert_eq!(call.step(ann()).effect.name(), "Talk");
}

#[test]
fn an_agent_on_hold_transfers_to_a_flow() {
    let mut call = talking(&[("CustomerHold", loops("music"))]);
    call.library.insert("flow/survey", FlowKind::Flow, "survey", flow(&says("a question")));
    call.step(Outcome::AgentHolds);
    let to = Transfer::Flow("flow/survey".to_owned());
    let step = call.step(Outcome::AgentTransfers(to));
    expect![[r#"Play(Text("a question"))"#]].assert_eq(&format!("{:?}", step.effect));
    assert_eq!(call.execution.stage(), Stage::Flow);
    assert_eq!(call.step(Outcome::Done).effect, Effect::End(End::FlowEnded));
}

#[test]
fn a_transfer_to_an_agent_is_answered_like_a_queue() {
    let mut call = waiting(&[("AgentWhisper", says("for you"))]);
    let main = flow(&[action("it", "TransferContactToAgent", json!({}), "bye"), end("bye")]);
    call.library.insert("flow/main", FlowKind::Flow, "main", main);
    let contact = call.contact().clone();
    Call::start(call.library, contact).check(
        [ann(), Outcome::Done, Outcome::Stays],
        &expect![[r#"
            TransferToAgent { queue: Some(QueueRef { arn: "queue/support", name: "Support" }) }
            main/it -> left
              an agent answers
            Play(Text("for you"))
            AgentWhisper/say -> next
            AgentWhisper/over -> left
            Talk { agent: Agent { arn: "agent/ann", user_name: "ann", first_name: "Ann", last_name: "Lee" } }
            End(Agent { queue: Some(QueueRef { arn: "queue/support", name: "Support" }) })
        "#]],
    );
}
