//! A caller is greeted whatever fails.

use std::future::pending;

use greeting::{Answer, FetchKeyError, handle};
use serde_json::{Value, json};
use store::{CallerKey, testing};

fn event() -> Value {
    json!({ "Name": "ContactFlowEvent", "Details": { "ContactData": {
        "ContactId": "0a1b2c3d-0000-4000-8000-000000000001",
        "CustomerEndpoint": { "Address": "+12025550143", "Type": "TELEPHONE_NUMBER" },
    } } })
}

fn business() -> &'static str {
    "Northwind Outfitters"
}

#[tokio::test]
async fn without_a_key_the_call_is_opened_for_an_unknown_caller() {
    let table = testing::table().await.unwrap();
    let now = "2026-03-02T17:00:00Z".parse().unwrap();
    let key = async || Err(FetchKeyError::NotText);
    let answer = handle(event(), now, business(), &table, key).await.unwrap();
    assert_eq!(answer, Answer::new(business()));
    let stored = testing::items(&table).await.unwrap().remove(0);
    assert_eq!((stored.get("caller"), stored.get("gsi2pk")), (None, None));
}

#[tokio::test]
async fn without_a_table_the_caller_is_greeted() {
    let table = testing::unreachable_table().await.unwrap();
    let now = "2026-03-02T17:00:00Z".parse().unwrap();
    let key = CallerKey::new(&[7; 32]).unwrap();
    let answer = handle(event(), now, business(), &table, async || Ok(&key)).await.unwrap();
    assert_eq!(answer, Answer::new(business()));
}

#[tokio::test(start_paused = true)]
async fn a_key_that_never_comes_does_not_keep_the_caller_waiting() {
    let table = testing::unreachable_table().await.unwrap();
    let now = "2026-03-02T17:00:00Z".parse().unwrap();
    let answer = handle(event(), now, business(), &table, pending).await.unwrap();
    assert_eq!(answer, Answer::new(business()));
}

#[tokio::test]
async fn the_key_is_not_fetched_for_a_withheld_number() {
    let table = testing::table().await.unwrap();
    let now = "2026-03-02T17:00:00Z".parse().unwrap();
    let mut event = event();
    event["Details"]["ContactData"]["CustomerEndpoint"]["Address"] = json!("anonymous");
    let key = async || panic!("asked for the key");
    assert!(handle(event, now, business(), &table, key).await.is_ok());
}
