//! Whole calls to a line that has its records behind the business's own API, over TCP.

use std::fs;
use std::path::Path;
use std::time::Duration;

use aws_events::lex::Response;
use aws_smithy_http_client::test_util::StaticReplayClient;
use directory::{Api, ApiSettings};
use intent::{Invocation, World, fetched};
use line::Line;
use serde_json::{Value, json};
use store::{StoredLine, Table, testing};
use tokio::time::Instant;

use crate::business::{Business, Day, SECRET};
use crate::decisions::Decisions;
use crate::heard::{APOLOGY, answer, next, words};
use crate::says::{CALL, SHOP, confirmed, filled, intent, pays, says};
use crate::vault::{ARN, vault};
use crate::world::{invocation, world};

/// A shop and an energy supplier of the project, both with an API of their own, and no records.
async fn table() -> Table {
    let table = testing::table().await.unwrap();
    for id in ["northwind", "summit-energy"] {
        let text = fs::read_to_string(Path::new("../../lines").join(format!("{id}.toml"))).unwrap();
        let mut line = Line::from_toml(&text, id, wording::knows).unwrap();
        line.directory = line::Directory::Http;
        let number = line.numbers.first().unwrap().clone();
        table.put_line(&StoredLine { number, line, version: 0 }).await.unwrap();
    }
    table
}

/// A world whose API is at an address and whose secrets are these, one after the other.
fn with_api(table: &Table, url: &str, secrets: &[Option<&str>]) -> (World, StaticReplayClient) {
    let (client, http) = vault(secrets);
    let secret = fetched(client, ARN.to_owned());
    let api = Api::new(ApiSettings { base: url.parse().unwrap(), secret });
    (World { api: Some(api), ..world(table, table) }, http)
}

/// A caller who asks for order 44321, turn by turn.
fn tracks() -> [Value; 3] {
    let track = "CheckOrderStatus";
    [
        says(SHOP, 0, "track my order", intent(track)),
        says(SHOP, 1, "four four three two one", filled(track, "OrderNumber", "44321")),
        says(SHOP, 2, "yes", confirmed(track)),
    ]
}

/// What is answered to the last of several turns.
async fn last(events: &[Value], world: &World) -> Response {
    let mut answered = None;
    for event in events {
        answered = Some(answer(event, world).await);
    }
    answered.unwrap()
}

/// The codes of what was logged about the records, in order.
fn codes(log: &Decisions) -> Vec<String> {
    let lines = log.lines("no answer from the business's records");
    lines.iter().map(|it| it["code"].as_str().unwrap().to_owned()).collect()
}

/// Asserts that a caller was told the truth and handed over, and that this was logged under a code.
fn owned_up(response: &Response, log: &Decisions, code: &str) {
    assert_eq!(words(response), APOLOGY);
    assert_eq!(next(response), [Some("person"), Some("backend")]);
    assert_eq!(codes(log), [code]);
    let log = log.text();
    for secret in [SECRET, "0123456789abcdef", "44321", "hunter2"] {
        assert!(!log.contains(secret), "{log}");
    }
}

#[tokio::test]
async fn an_order_is_asked_of_the_api_with_a_secret_that_is_fetched_once() {
    let (table, business) = (table().await, Business::open().await);
    let (world, vault) = with_api(&table, &business.url(), &[Some(SECRET)]);
    let [first, second, third] = tracks();
    answer(&first, &world).await;
    assert_eq!(vault.actual_requests().count(), 0, "fetched before it was needed");
    answer(&second, &world).await;
    let told = answer(&third, &world).await;
    let words = words(&told);
    assert!(words.starts_with("Order 44321 was shipped yesterday"), "{words}");
    assert_eq!(business.asked(), ["GET /v1/lines/northwind/orders/44321"]);
    answer(
        &says(SHOP, 3, "track order 20465", filled("CheckOrderStatus", "OrderNumber", "20465")),
        &world,
    )
    .await;
    let told = answer(&says(SHOP, 4, "yes", confirmed("CheckOrderStatus")), &world).await;
    assert_eq!(next(&told), [None, None]);
    assert_eq!(business.asked().len(), 2);
    assert_eq!(vault.actual_requests().count(), 1);
    // What is stored is the call, and nothing of the business.
    let items = testing::items(&table).await.unwrap();
    assert!(!items.iter().any(|it| it["pk"].as_str().unwrap().starts_with("BUSINESS#")));
}

#[tokio::test]
async fn a_payment_is_made_once_however_often_its_turn_is_sent() {
    let (table, business) = (table().await, Business::open().await);
    // Two environments, as Lambda runs them.
    let (one, _) = with_api(&table, &business.url(), &[Some(SECRET)]);
    let (other, _) = with_api(&table, &business.url(), &[Some(SECRET)]);
    let mut told = String::new();
    for event in pays() {
        let (first, second) = tokio::join!(answer(&event, &one), answer(&event, &other));
        assert_eq!(first, second);
        told = words(&first);
    }
    assert!(told.contains("$120.50 is paid. Your receipt number is"), "{told}");
    assert_eq!(business.paid(), 1);
}

#[tokio::test]
async fn an_api_that_is_down_is_owned_up_to_and_a_person_takes_over() {
    for (status, requests) in [(500, 1), (503, 3), (401, 1)] {
        let (table, business) = (table().await, Business::open().await);
        business.has(Day::Down(status));
        let (world, _) = with_api(&table, &business.url(), &[Some(SECRET)]);
        let log = Decisions::default();
        let _logging = tracing::subscriber::set_default(log.clone());
        owned_up(&last(&tracks(), &world).await, &log, "directory.api-status");
        assert_eq!(business.asked().len(), requests, "{status}");
    }
}

#[tokio::test]
async fn an_api_that_nobody_runs_is_owned_up_to_and_a_person_takes_over() {
    let (table, business) = (table().await, Business::open().await);
    let (world, _) = with_api(&table, &business.url(), &[Some(SECRET)]);
    business.close().await;
    let log = Decisions::default();
    let _logging = tracing::subscriber::set_default(log.clone());
    owned_up(&last(&tracks(), &world).await, &log, "directory.api-unreachable");
}

#[tokio::test]
async fn nonsense_is_not_spoken() {
    for text in [
        "<html>hunter2</html>".to_owned(),
        json!({ "number": "44321", "status": "hunter2" }).to_string(),
        // Of another order.
        json!({ "number": "55421", "status": "shipped", "expected_on": "2026-03-04" }).to_string(),
        // Shipped before it was placed.
        json!({ "number": "44321", "status": "shipped", "placed_on": "soon" }).to_string(),
    ] {
        let (table, business) = (table().await, Business::open().await);
        business.has(Day::Odd(text));
        let (world, _) = with_api(&table, &business.url(), &[Some(SECRET)]);
        let log = Decisions::default();
        let _logging = tracing::subscriber::set_default(log.clone());
        owned_up(&last(&tracks(), &world).await, &log, "directory.nonsense");
    }
}

#[tokio::test]
async fn a_slow_api_is_waited_for_as_long_as_the_turn_can_still_be_stored() {
    let (table, business) = (table().await, Business::open().await);
    let (world, _) = with_api(&table, &business.url(), &[Some(SECRET)]);
    let [turns @ .., asks] = tracks();
    last(&turns, &world).await;
    business.has(Day::Endless);
    let log = Decisions::default();
    let _logging = tracing::subscriber::set_default(log.clone());
    let began = Instant::now();
    // What an invocation has that begins late: 300 milliseconds for the records.
    let late = Invocation { deadline: began + Duration::from_millis(2_300), ..invocation() };
    let response = intent::handle(asks, &late, &world).await.unwrap();
    let waited = began.elapsed();
    owned_up(&response, &log, "directory.late");
    assert!(waited >= Duration::from_millis(290), "{waited:?}");
    assert!(waited < Duration::from_millis(2_300), "{waited:?}");
    let items = testing::items(&table).await.unwrap();
    let turn = items.iter().rfind(|it| it["kind"] == "turn").unwrap();
    assert_eq!((&turn["number"], &turn["requests"]), (&json!(3), &json!(["order"])));
}

#[tokio::test]
async fn a_payment_that_gets_no_answer_is_not_called_paid() {
    let (table, business) = (table().await, Business::open().await);
    let (world, _) = with_api(&table, &business.url(), &[Some(SECRET)]);
    let [turns @ .., pays] = pays();
    last(&turns, &world).await;
    business.has(Day::Down(500));
    let told = answer(&pays, &world).await;
    assert_eq!(next(&told), [Some("person"), Some("backend")]);
    assert!(!words(&told).contains("paid."), "{}", words(&told));
    assert_eq!(business.paid(), 0);
}

#[tokio::test]
async fn without_its_secret_the_api_is_not_asked_and_the_next_turn_tries_again() {
    for unfit in [None, Some("hunter2hunter2hunter2")] {
        let (table, business) = (table().await, Business::open().await);
        let (world, _) = with_api(&table, &business.url(), &[unfit, Some(SECRET)]);
        let log = Decisions::default();
        let _logging = tracing::subscriber::set_default(log.clone());
        owned_up(&last(&tracks(), &world).await, &log, "directory.api-secret-unavailable");
        assert_eq!(business.asked().len(), 0);
        // Another call of the same environment.
        let mut again = tracks();
        for event in &mut again {
            let other = CALL.replace("30", "31");
            event["sessionId"] = other.clone().into();
            event["sessionState"]["sessionAttributes"]["contactId"] = other.into();
        }
        let told = last(&again, &world).await;
        assert!(words(&told).starts_with("Order 44321 was shipped"), "{}", words(&told));
    }
}

#[tokio::test]
async fn a_line_that_wants_an_api_which_nobody_set_is_owned_up_to() {
    let table = table().await;
    let world = world(&table, &table);
    let log = Decisions::default();
    let _logging = tracing::subscriber::set_default(log.clone());
    let told = last(&tracks(), &world).await;
    assert_eq!(words(&told), APOLOGY);
    let lines = log.lines("the line has no records");
    assert!(
        !lines.is_empty() && lines.iter().all(|it| it["code"] == "directory.api-unset"),
        "{lines:?}"
    );
}
