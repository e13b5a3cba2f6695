//! A caller is greeted whatever fails.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod world;

use std::future::pending;

use greeting::{FetchKeyError, Greeter};
use serde_json::{Value, json};
use store::{CallerKey, Table, testing};
use wiring::SecretError;
use world::{basic, now};

fn event() -> Value {
    json!({ "Name": "ContactFlowEvent", "Details": { "ContactData": {
        "ContactId": "0a1b2c3d-0000-4000-8000-000000000001",
        "CustomerEndpoint": { "Address": "+12025550143", "Type": "TELEPHONE_NUMBER" },
        "SystemEndpoint": { "Address": "+12025550100", "Type": "TELEPHONE_NUMBER" },
    } } })
}

fn greeter(table: &Table) -> Greeter {
    Greeter::new(table.clone(), basic(), None)
}

#[tokio::test]
async fn without_a_key_the_call_is_opened_for_an_unknown_caller() {
    let table = testing::table().await.unwrap();
    world::put_lines(&table).await;
    let key = async || Err(FetchKeyError::from(SecretError::NotText));
    let answer = greeter(&table).handle(event(), now(), key).await.unwrap();
    assert_eq!(answer.get("line"), Some("northwind"));
    let stored = testing::items(&table).await.unwrap();
    let stored = stored.iter().find(|it| it["kind"] == "call").unwrap();
    assert_eq!((stored.get("caller"), stored.get("gsi2pk")), (None, None));
}

#[tokio::test]
async fn without_a_table_the_caller_is_greeted_in_the_name_of_the_deployment() {
    let table = testing::unreachable_table().await.unwrap();
    let key = CallerKey::new(&[7; 32]).unwrap();
    let answer = greeter(&table).handle(event(), now(), async || Ok(&key)).await.unwrap();
    assert_eq!(answer.get("greeting"), Some("Thank you for calling Example Company."));
    assert_eq!(answer.get("line"), Some("basic"));
}

#[tokio::test(start_paused = true)]
async fn a_key_that_never_comes_does_not_keep_the_caller_waiting() {
    let table = testing::unreachable_table().await.unwrap();
    let answer = greeter(&table).handle(event(), now(), pending).await.unwrap();
    assert_eq!(answer.get("line"), Some("basic"));
}

#[tokio::test]
async fn a_line_that_cannot_be_read_is_as_good_as_none() {
    let table = testing::table().await.unwrap();
    let broken = json!({
        "pk": "LINE#+12025550100", "sk": "LINE", "kind": "line", "version": 1,
        "number": "+12025550100", "id": "northwind", "line": "{}"
    });
    testing::put(&table, &broken).await.unwrap();
    let key = CallerKey::new(&[7; 32]).unwrap();
    let answer = greeter(&table).handle(event(), now(), async || Ok(&key)).await.unwrap();
    assert_eq!(answer.get("line"), Some("basic"));
}

#[tokio::test]
async fn a_profile_that_cannot_be_read_is_as_good_as_none() {
    let table = testing::table().await.unwrap();
    world::put_lines(&table).await;
    let key = CallerKey::new(&[7; 32]).unwrap();
    let hash = key.hash(&"+12025550143".parse().unwrap());
    let broken = json!({ "pk": format!("CALLER#{}", hash.as_str()), "sk": "PROFILE#northwind" });
    testing::put(&table, &broken).await.unwrap();
    let answer = greeter(&table).handle(event(), now(), async || Ok(&key)).await.unwrap();
    assert_eq!(answer.get("greeting"), Some("Thank you for calling Northwind Outfitters."));
}

#[tokio::test]
async fn the_key_is_not_fetched_for_a_withheld_number() {
    let table = testing::table().await.unwrap();
    let mut event = event();
    event["Details"]["ContactData"]["CustomerEndpoint"]["Address"] = json!("anonymous");
    let key = async || panic!("asked for the key");
    assert!(greeter(&table).handle(event, now(), key).await.is_ok());
}
