//! What the call's record gives and keeps.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use escalation::{Answer, Escalator};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::{Call, ContactId, Outcome, Table, testing};

fn contact() -> ContactId {
    "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap()
}

fn now() -> Timestamp {
    "2026-03-02T17:00:00Z".parse().unwrap()
}

fn event(parameters: &Value) -> Value {
    json!({ "Name": "ContactFlowEvent", "Details": {
        "ContactData": { "ContactId": contact() },
        "Parameters": parameters,
    } })
}

async fn handle(event: Value, table: &Table) -> Answer {
    let escalator = Escalator::new(table.clone(), 20, None);
    Box::pin(escalator.handle(event, now())).await.unwrap()
}

/// A table with a call in it, whose session is as given.
async fn table_with(session: Value) -> Table {
    let table = testing::table().await.unwrap();
    let session = serde_json::from_value(session).unwrap();
    let call = Call { session, ..Call::new(contact(), now(), "en-US") };
    table.open_call(&call).await.unwrap();
    table
}

#[tokio::test]
async fn the_agent_reads_what_the_call_was_about() {
    let known = json!({
        "id": "summary-order-known",
        "values": {
            "number": { "is": "digits", "value": "44321" },
            "status": { "is": "word", "value": "shipped" },
        },
    });
    let table = table_with(json!({ "known": known, "escalation": "asked" })).await;
    let answer = handle(event(&json!({ "hours": "open" })), &table).await;
    assert!(answer.summary.contains("44321"), "{}", answer.summary);
    assert_eq!(answer.reason, "asked");
}

#[tokio::test]
async fn what_the_flow_says_counts_more_than_what_the_session_says() {
    let table = table_with(json!({ "escalation": "asked" })).await;
    let event = event(&json!({ "hours": "open", "reason": "backend" }));
    let answer = handle(event, &table).await;
    assert_eq!(answer.reason, "backend");
}

#[tokio::test]
async fn the_record_keeps_where_the_call_went() {
    let table = table_with(json!({})).await;
    let event = event(&json!({ "hours": "closed", "reason": "asked" }));
    let answer = handle(event, &table).await;
    let call = table.call(&contact()).await.unwrap().unwrap();
    assert_eq!(call.outcome, Outcome::Voicemail);
    assert_eq!(call.escalation_reason.as_deref(), Some("asked"));
    assert_eq!(call.summary, Some(answer.summary));
    assert_eq!(call.version, 2);
}

#[tokio::test]
async fn a_second_try_writes_nothing_and_a_new_route_does() {
    let table = table_with(json!({})).await;
    let version = async || table.call(&contact()).await.unwrap().unwrap().version;
    for (hours, expected) in [("open", 2), ("open", 2), ("closed", 3), ("closed", 3)] {
        let event = event(&json!({ "hours": hours, "reason": "asked" }));
        handle(event, &table).await;
        assert_eq!(version().await, expected);
    }
}

#[tokio::test]
async fn a_call_that_was_never_opened_has_a_record_now() {
    let table = testing::table().await.unwrap();
    let event = event(&json!({ "hours": "open", "reason": "backend" }));
    let answer = handle(event, &table).await;
    assert_eq!(answer.route, "queue");
    let call = table.call(&contact()).await.unwrap().unwrap();
    assert_eq!((call.outcome, call.started_at), (Outcome::Queue, now()));
}

#[tokio::test]
async fn without_a_table_the_caller_is_routed() {
    let table = testing::unreachable_table().await.unwrap();
    let event = event(&json!({ "hours": "open", "reason": "backend" }));
    let answer = handle(event, &table).await;
    assert_eq!((answer.route, answer.reason), ("queue", "backend"));
    assert_eq!(answer.summary, "The caller needs a person; what was said before isn't known.");
}
