//! Tickets.

use std::collections::BTreeSet;

use dialogue::business::{Service, Tried};
use dialogue::{Facts, Operation, Request};
use serde_json::json;

use crate::world::{World, caller, item};

fn open(operation: u32, symptom: &str) -> Request {
    Request::OpenTicket {
        service: Service::Internet,
        symptom: symptom.to_owned(),
        tried: vec![Tried { step: "restart-router".to_owned(), helped: Some(false) }],
        operation: Operation(operation),
    }
}

async fn number(world: &World, operation: u32, call: u32) -> String {
    let Facts::Ticket(ticket) = world.ask(&open(operation, "slow"), &caller(call)).await else {
        panic!("no ticket")
    };
    ticket.number.into()
}

#[tokio::test]
async fn an_operation_opens_one_ticket() {
    let world = World::with(&[]).await;
    let first = number(&world, 1, 1).await;
    assert_eq!(number(&world, 1, 1).await, first);
    assert!(first.len() == 6 && first.bytes().all(|it| it.is_ascii_digit()), "{first}");
    let others = [number(&world, 2, 1).await, number(&world, 1, 2).await, first];
    assert_eq!(BTreeSet::from(others).len(), 3);
    let stored = world.stored("ticket").await;
    assert_eq!(stored.len(), 3);
    assert_eq!(stored[0]["tried"], json!([{ "step": "restart-router", "helped": false }]));
    assert_eq!(stored[0]["expires_at"], 1_772_470_800 + 730 * 24 * 3600);
}

#[tokio::test]
async fn a_number_that_is_taken_is_given_to_nobody_else() {
    let world = World::with(&[]).await;
    let taken = number(&world, 1, 1).await;
    // In a table where somebody else has that very number.
    let world = World::with(&[item(
        "ticket",
        &format!("TICKET#{taken}"),
        "TICKET",
        &json!({ "number": taken, "service": "phone", "symptom": "dead", "tried": [],
                 "operation": "another#0001", "opened_at": "2026-03-01T12:00:00Z" }),
    )])
    .await;
    let other = number(&world, 1, 1).await;
    assert_ne!(other, taken);
    assert_eq!(number(&world, 1, 1).await, other);
    assert_eq!(world.stored("ticket").await.len(), 2);
}

#[tokio::test]
async fn an_operation_that_meant_something_else_is_no_answer() {
    let world = World::with(&[]).await;
    number(&world, 1, 1).await;
    assert_eq!(world.ask(&open(1, "no-connection"), &caller(1)).await, Facts::Unavailable);
}
