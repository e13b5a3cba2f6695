//! Orders and returns.

use dialogue::{Facts, Operation, OrderStatus, Request, Return};
use serde_json::{Value, json};

use crate::world::{World, at, caller, elsewhere, item};

fn order(number: &str, fields: &Value) -> Value {
    let mut fields = fields.clone();
    fields["number"] = json!(number);
    item("order", &format!("ORDER#{number}"), "ORDER", &fields)
}

fn delivered(number: &str, on: &str) -> Value {
    order(number, &json!({ "status": "delivered", "delivered_on": on }))
}

fn send_back(number: &str, operation: u32) -> Request {
    Request::OpenReturn {
        order: number.parse().unwrap(),
        reason: "damaged".to_owned(),
        operation: Operation(operation),
    }
}

#[tokio::test]
async fn an_order_is_found_by_its_number_in_its_own_business() {
    let shipped = order("44321", &json!({ "status": "shipped", "shipped_on": "2026-03-01" }));
    let world =
        World::with(&[shipped, elsewhere(order("55555", &json!({ "status": "shipped" })))]).await;
    let ask =
        async |number: &str| world.ask(&Request::Order(number.parse().unwrap()), &caller(1)).await;
    let Facts::Order(Some(found)) = ask("44321").await else { panic!("no order") };
    assert_eq!(found.status, OrderStatus::Shipped);
    assert_eq!(found.shipped_on, Some(jiff::civil::date(2026, 3, 1)));
    assert_eq!(ask("11111").await, Facts::Order(None));
    assert_eq!(ask("55555").await, Facts::Order(None));
}

#[tokio::test]
async fn an_order_that_makes_no_sense_is_no_answer() {
    let mut misfiled = order("44322", &json!({ "status": "shipped" }));
    misfiled["number"] = json!("44323");
    let world =
        World::with(&[order("44321", &json!({ "status": "4111111111111111" })), misfiled]).await;
    for number in ["44321", "44322"] {
        let facts = world.ask(&Request::Order(number.parse().unwrap()), &caller(1)).await;
        assert_eq!(facts, Facts::Unavailable, "{number}");
    }
}

#[tokio::test]
async fn only_what_was_delivered_lately_can_come_back() {
    let own_rule = |number: &str, until: &str| {
        let fields = json!({ "status": "delivered", "delivered_on": "2025-12-24", "returnable_until": until });
        order(number, &fields)
    };
    let world = World::with(&[
        delivered("10001", "2026-01-31"),
        delivered("10002", "2026-01-30"),
        order("10003", &json!({ "status": "shipped" })),
        order("10004", &json!({ "status": "delivered" })),
        own_rule("10005", "2026-03-02"),
        own_rule("10006", "2026-03-01"),
        elsewhere(delivered("10008", "2026-03-01")),
    ])
    .await;
    for (number, answer) in [
        ("10001", Return::Opened),
        ("10002", Return::NotPossible),
        ("10003", Return::NotPossible),
        ("10004", Return::NotPossible),
        ("10005", Return::Opened),
        ("10006", Return::NotPossible),
        ("10007", Return::NoOrder),
        ("10008", Return::NoOrder),
    ] {
        let call = number.parse().unwrap();
        let facts = world.ask(&send_back(number, 1), &caller(call)).await;
        assert_eq!(facts, Facts::Return(answer), "{number}");
    }
    assert_eq!(world.stored("return").await.len(), 2);
}

#[tokio::test]
async fn an_order_comes_back_once() {
    let world = World::with(&[delivered("10001", "2026-02-26")]).await;
    let opened = Facts::Return(Return::Opened);
    assert_eq!(world.ask(&send_back("10001", 1), &caller(1)).await, opened);
    assert_eq!(world.ask(&send_back("10001", 1), &caller(1)).await, opened);
    let already = Facts::Return(Return::AlreadyOpen);
    assert_eq!(world.ask(&send_back("10001", 2), &caller(1)).await, already);
    assert_eq!(world.ask(&send_back("10001", 1), &caller(2)).await, already);
    let stored = world.stored("return").await;
    assert_eq!(stored.len(), 1);
    assert_eq!((&stored[0]["reason"], &stored[0]["sk"]), (&json!("damaged"), &json!("RETURN")));
}

#[tokio::test]
async fn what_was_refused_once_is_not_done_by_an_invocation_that_comes_late() {
    let world = World::with(&[order("10001", &json!({ "status": "shipped" }))]).await;
    let refused = Facts::Return(Return::NotPossible);
    assert_eq!(world.ask(&send_back("10001", 1), &caller(1)).await, refused);
    store::testing::put(&world.table, &delivered("10001", "2026-03-02")).await.unwrap();
    assert_eq!(world.ask(&send_back("10001", 1), &caller(1)).await, refused);
    assert!(world.stored("return").await.is_empty());
    let again = world.ask(&send_back("10001", 2), &caller(1)).await;
    assert_eq!(again, Facts::Return(Return::Opened));
}

#[tokio::test]
async fn an_operation_that_meant_something_else_is_no_answer() {
    let world =
        World::with(&[delivered("10001", "2026-02-26"), delivered("10002", "2026-02-26")]).await;
    assert_eq!(world.ask(&send_back("10001", 1), &caller(1)).await, Facts::Return(Return::Opened));
    assert_eq!(world.ask(&send_back("10002", 1), &caller(1)).await, Facts::Unavailable);
    assert_eq!(world.stored("return").await.len(), 1);
}

#[tokio::test]
async fn answers_are_kept_for_a_week() {
    let world = World::with(&[delivered("10001", "2026-02-26")]).await;
    let now = "2026-03-02T12:00:00-05:00[America/New_York]";
    world.ask(&send_back("10001", 1), &at(1, now)).await;
    let kept = &world.stored("operation").await[0];
    assert_eq!(kept["expires_at"], 1_772_470_800 + 7 * 24 * 3600);
    assert_eq!(kept["answer"], json!({ "outcome": "opened" }));
}
