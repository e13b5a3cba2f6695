//! The flows and the function know the same words.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod world;

use std::collections::BTreeSet;

use greeting::{Answer, Greeter};
use serde_json::{Value, json};
use store::{CallerKey, testing};

/// The parameters of an action of a flow.
fn parameters(flow: &str, action: &str) -> Value {
    let flow: Value = serde_json::from_str(flow).unwrap();
    let actions = flow["Actions"].as_array().unwrap();
    actions.iter().find(|it| it["Identifier"] == action).unwrap()["Parameters"].clone()
}

const INBOUND: &str = include_str!("../../../contact-flows/inbound.json");
const ASSISTANT: &str = include_str!("../../../contact-flows/assistant.json");

/// What is answered for a number without a line.
async fn answer() -> Answer {
    let table = testing::table().await.unwrap();
    let key = CallerKey::new(&[7; 32]).unwrap();
    let event = json!({ "Details": { "ContactData": {
        "ContactId": "0a1b2c3d-0000-4000-8000-000000000001",
    } } });
    let greeter = Greeter::new(table, world::basic(), None);
    greeter.handle(event, world::now(), async || Ok(&key)).await.unwrap()
}

#[tokio::test]
async fn what_the_flow_says_without_an_answer_is_what_the_answer_says_in_english() {
    let answer = answer().await;
    let set = parameters(INBOUND, "set-words");
    let set = set["Attributes"].as_object().unwrap();
    for (name, words) in set.iter().filter(|(name, _)| name.starts_with("say")) {
        assert_eq!(answer.get(name), words.as_str(), "{name}");
    }
}

#[tokio::test]
async fn everything_that_a_flow_keeps_is_answered() {
    let answer = answer().await;
    let mut kept = BTreeSet::new();
    for flow in [INBOUND, ASSISTANT] {
        let keep = parameters(flow, "keep-words");
        for (name, value) in keep["Attributes"].as_object().unwrap() {
            assert_eq!(value, &format!("$.External.{name}"));
            assert!(answer.get(name).is_some(), "{name}");
            kept.insert(name.clone());
        }
    }
    let answer = serde_json::to_value(&answer).unwrap();
    let said = answer.as_object().unwrap().keys().filter(|it| it.starts_with("say"));
    let forgotten: Vec<_> = said.filter(|it| !kept.contains(*it)).collect();
    assert_eq!(forgotten, Vec::<&String>::new());
}

#[test]
fn nothing_is_recorded_before_the_line_has_answered() {
    let set = parameters(INBOUND, "set-words");
    assert_eq!(set["Attributes"]["recording"], "off");
    assert_eq!(set["Attributes"]["recordingConsent"], "unasked");
}
