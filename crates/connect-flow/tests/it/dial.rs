//! Calls that Connect places.

use aws_events::connect::Endpoint;
use connect_flow::{CallStatus, Effect, Outcome};
use expect_test::{Expect, expect};
use serde_json::json;

use crate::line::One;
use crate::samples::parameters;

fn sample(type_name: &str) -> One {
    One::new(type_name, parameters(type_name)).contact(|it| {
        it.customer_endpoint = Some(Endpoint::telephone("+12025550143"));
        it.results.stored_input = Some("+12025550187".to_owned());
    })
}

fn check(one: One, outcomes: impl IntoIterator<Item = Outcome>, expect: &Expect) {
    one.check(outcomes, expect);
}

#[test]
fn a_callback_number_is_set_or_refused() {
    let set = || sample("UpdateContactCallbackNumber");
    let call = set().check(
        [Outcome::Done],
        &expect![[r#"
        SetCallbackNumber { number: "+12025550187" }
        main/it -> next
    "#]],
    );
    assert_eq!(call.contact().callback_number(), Some("+12025550187"));
    check(
        set(),
        [Outcome::NotDialable],
        &expect![[r#"
        SetCallbackNumber { number: "+12025550187" }
        main/it -> error CallbackNumberNotDialable
          the instance does not call numbers like the callback number
    "#]],
    );
    let none = set().contact(|it| it.results.stored_input = Some("Timeout".to_owned()));
    let call = none.check(
        [],
        &expect![[r#"
        main/it -> error InvalidCallbackNumber
          the callback number is no telephone number
    "#]],
    );
    assert_eq!(call.contact().callback_number(), Some("+12025550143"));
    check(
        set().contact(|it| it.channel = connect_flow::Channel::Chat),
        [],
        &expect![[r#"
        main/it -> error InvalidCallbackNumber
          only who calls can be called back
    "#]],
    );
    // The language knows no other error, but a host may.
    check(
        set(),
        [Outcome::Failed],
        &expect![[r#"
        SetCallbackNumber { number: "+12025550187" }
        main/it -> error NoMatchingError
          the callback number could not be set
    "#]],
    );
}

#[test]
fn a_callback_waits_in_a_queue() {
    check(
        sample("CreateCallbackContact"),
        [Outcome::Done],
        &expect![[r#"
        CreateCallback(Callback { queue: QueueRef { arn: "queue/q-1", name: "" }, number: Some("+12025550143"), delay: 5s, retry_after: 600s, attempts: 2, flow: None, caller_id: None, agent_first: false })
        main/it -> next
    "#]],
    );
    check(
        sample("CreateCallbackContact"),
        [Outcome::Failed],
        &expect![[r#"
        CreateCallback(Callback { queue: QueueRef { arn: "queue/q-1", name: "" }, number: Some("+12025550143"), delay: 5s, retry_after: 600s, attempts: 2, flow: None, caller_id: None, agent_first: false })
        main/it -> error NoMatchingError
          the callback could not be created
    "#]],
    );
    let parameters = json!({
        "RetryDelaySeconds": "30", "MaximumConnectionAttempts": "0", "ContactFlowId": "flow/cb",
        "CallerId": "$.SystemEndpoint.Address", "CallbackMode": "AgentFirst",
    });
    let one = One::new("CreateCallbackContact", parameters.clone()).queued().contact(|it| {
        it.callback_number = Some("+12025550187".to_owned());
        it.system_endpoint = Some(Endpoint::telephone("+12025550100"));
    });
    check(
        one,
        [Outcome::Done],
        &expect![[r#"
        CreateCallback(Callback { queue: QueueRef { arn: "queue/q-1", name: "Support" }, number: Some("+12025550187"), delay: 0ns, retry_after: 30s, attempts: 0, flow: Some("flow/cb"), caller_id: Some("+12025550100"), agent_first: true })
        main/it -> next
    "#]],
    );
    check(
        One::new("CreateCallbackContact", parameters),
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          `$.SystemEndpoint.Address` is not set
          no queue is named and the contact has no target queue
    "#]],
    );
}

#[test]
fn somebody_outside_is_called() {
    let call = || sample("TransferParticipantToThirdParty");
    check(
        call(),
        [Outcome::Done],
        &expect![[r#"
        CallThirdParty { number: "+12025550199", limit: 20s, goes_on: true, dtmf: None, caller_id: CallerId { number: None, name: None } }
        main/it -> next
    "#]],
    );
    check(
        call(),
        [Outcome::CallFailed],
        &expect![[r#"
        CallThirdParty { number: "+12025550199", limit: 20s, goes_on: true, dtmf: None, caller_id: CallerId { number: None, name: None } }
        main/it -> error CallFailed
          the call failed
    "#]],
    );
    check(
        call(),
        [Outcome::TimedOut],
        &expect![[r#"
        CallThirdParty { number: "+12025550199", limit: 20s, goes_on: true, dtmf: None, caller_id: CallerId { number: None, name: None } }
        main/it -> error ConnectionTimeLimitExceeded
          nobody answered in time
    "#]],
    );
    check(
        call(),
        [Outcome::Failed],
        &expect![[r#"
        CallThirdParty { number: "+12025550199", limit: 20s, goes_on: true, dtmf: None, caller_id: CallerId { number: None, name: None } }
        main/it -> error NoMatchingError
          the call could not be placed
    "#]],
    );
    // Many flows have none of the special errors.
    let plain = call().without_error("CallFailed").without_error("ConnectionTimeLimitExceeded");
    check(
        plain,
        [Outcome::TimedOut],
        &expect![[r#"
        CallThirdParty { number: "+12025550199", limit: 20s, goes_on: true, dtmf: None, caller_id: CallerId { number: None, name: None } }
        main/it -> error NoMatchingError
          nobody answered in time
    "#]],
    );
    let for_good = json!({
        "ThirdPartyPhoneNumber": "$.Attributes.number", "ThirdPartyDTMFDigits": "$.Attributes.keys",
        "CallerId": { "Number": "+12025550100", "Name": "Line" },
    });
    let with = |number: &str, keys: &str| {
        let (number, keys) = (number.to_owned(), keys.to_owned());
        One::new("TransferParticipantToThirdParty", for_good.clone()).contact(|it| {
            it.attributes.insert("number".to_owned(), number);
            it.attributes.insert("keys".to_owned(), keys);
        })
    };
    check(
        with("+12025550199", "1,2#"),
        [Outcome::Done],
        &expect![[r#"
        CallThirdParty { number: "+12025550199", limit: 30s, goes_on: false, dtmf: Some("1,2#"), caller_id: CallerId { number: Some("+12025550100"), name: Some("Line") } }
        main/it -> left
        End(ThirdParty { number: "+12025550199" })
    "#]],
    );
    check(
        with("", ""),
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the telephone number is empty
    "#]],
    );
    check(
        with("+12025550199", "call"),
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the keys to press are not up to 50 of `0` to `9`, `*`, `#` and `,`
    "#]],
    );
    let slow = json!({
        "ThirdPartyPhoneNumber": "+12025550199",
        "ThirdPartyConnectionTimeLimitSeconds": "$.Attributes.limit",
    });
    check(
        One::new("TransferParticipantToThirdParty", slow),
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          `$.Attributes.limit` is not set
          the time limit is no whole number from 0 to 600
    "#]],
    );
}

#[test]
fn an_outbound_call_is_placed_and_looked_at() {
    let place = || {
        let parameters = json!({
            "CallerId": { "Number": "$.SystemEndpoint.Address" },
            "ConnectionTimeLimitSeconds": "60",
        });
        One::new("CompleteOutboundCall", parameters)
    };
    check(
        place(),
        [Outcome::Done],
        &expect![[r#"
        CompleteOutboundCall { caller_id: CallerId { number: None, name: None }, limit: Some(60s) }
        main/it -> next
          `$.SystemEndpoint.Address` is not set
    "#]],
    );
    check(
        place(),
        [Outcome::Failed],
        &expect![[r#"
        CompleteOutboundCall { caller_id: CallerId { number: None, name: None }, limit: Some(60s) }
        main/it -> error NoMatchingError
          `$.SystemEndpoint.Address` is not set
          the call could not be completed
    "#]],
    );
    for status in [
        CallStatus::CallAnswered,
        CallStatus::VoicemailBeep,
        CallStatus::VoicemailNoBeep,
        CallStatus::NotDetected,
    ] {
        let mut call = sample("CheckOutboundCallStatus").when("Equals", status.as_str()).start();
        assert_eq!(call.step(Outcome::Done).effect, Effect::CheckCallStatus);
        let step = call.step(Outcome::CallStatus(status));
        assert_eq!(step.trail[0].result.as_deref(), Some(status.as_str()));
        assert!(matches!(&step.trail[0].branch, connect_flow::Branch::Condition(_)));
    }
    check(
        sample("CheckOutboundCallStatus"),
        [Outcome::Failed],
        &expect![[r#"
        CheckCallStatus
        main/it -> error NoMatchingError
          what answered the call is not known
    "#]],
    );
}

#[test]
fn agents_are_offered_the_contact_or_connected() {
    check(
        sample("RouteContactToAgent"),
        [Outcome::Done],
        &expect![[r#"
        OfferToAgent { agent: "agent/a-1" }
        main/it -> next
    "#]],
    );
    check(
        sample("RouteContactToAgent"),
        [Outcome::Failed],
        &expect![[r#"
        OfferToAgent { agent: "agent/a-1" }
        main/it -> error NoMatchingError
          the agent cannot be offered the contact
    "#]],
    );
    let unset = json!({ "AgentId": "$.Attributes.agent" });
    check(
        One::new("RouteContactToAgent", unset),
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          `$.Attributes.agent` is not set
          the agent's id is empty
    "#]],
    );

    let mut call = sample("TransferContactToAgent").queued().start();
    call.check(
        [Outcome::Done],
        &expect![[r#"
        TransferToAgent { queue: Some(QueueRef { arn: "queue/q-1", name: "Support" }) }
        main/it -> left
        End(Agent { queue: Some(QueueRef { arn: "queue/q-1", name: "Support" }) })
    "#]],
    );
    let mut call = sample("TransferContactToAgent").start();
    call.check(
        [Outcome::CallFailed],
        &expect![[r#"
        TransferToAgent { queue: None }
        main/it -> left
          the agent is with somebody else, so the contact is disconnected
        End(Disconnected)
    "#]],
    );
}

#[test]
fn a_waiting_contact_changes_its_queue() {
    let dequeue = |parameters| One::new("DequeueContactAndTransferToQueue", parameters).queued();
    let call = dequeue(json!({ "QueueId": "queue/q-2" })).check(
        [Outcome::Done],
        &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/q-2", name: "" } }
            main/it -> left
            WaitInQueue { queue: QueueRef { arn: "queue/q-2", name: "" } }
        "#]],
    );
    assert_eq!(call.contact().target_queue.as_ref().unwrap().arn, "queue/q-2");
    check(
        dequeue(json!({})),
        [Outcome::AtCapacity],
        &expect![[r#"
        TransferToQueue { queue: QueueRef { arn: "queue/q-1", name: "Support" } }
        main/it -> error QueueAtCapacity
          the queue is full
    "#]],
    );
    check(
        dequeue(json!({})),
        [Outcome::Failed],
        &expect![[r#"
        TransferToQueue { queue: QueueRef { arn: "queue/q-1", name: "Support" } }
        main/it -> error NoMatchingError
          the queue did not take the contact
    "#]],
    );
    let call = One::new("TransferContactToQueue", json!({ "QueueId": "queue/q-2" })).check(
        [Outcome::Done],
        &expect![[r#"
            TransferToQueue { queue: QueueRef { arn: "queue/q-2", name: "" } }
            main/it -> left
            WaitInQueue { queue: QueueRef { arn: "queue/q-2", name: "" } }
        "#]],
    );
    assert_eq!(call.contact().target_queue.as_ref().unwrap().arn, "queue/q-2");
}

#[test]
fn those_who_talked_before_are_put_on_hold() {
    let hold = |state: &str| {
        let parameters = json!({ "PreviousContactParticipantState": state });
        One::new("UpdatePreviousContactParticipantState", parameters)
    };
    let after = |one: One| one.contact(|it| it.previous_contact_id = Some("c-0".to_owned()));
    check(
        after(hold("AgentOnHold")),
        [Outcome::Done],
        &expect![[r#"
        SetHold(Agent)
        main/it -> next
    "#]],
    );
    check(
        after(hold("CustomerOnHold")),
        [Outcome::Failed],
        &expect![[r#"
        SetHold(Customer)
        main/it -> error NoMatchingError
          the other participants cannot be put on or off hold
    "#]],
    );
    check(
        hold("OffHold"),
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          there is no contact before this one
    "#]],
    );
}
