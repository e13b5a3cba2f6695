//! Records in a real table: the SDK against an embedded DynamoDB.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use expect_test::expect;
use jiff::Timestamp;
use serde_json::json;
use store::{
    Call, CallerKey, Claim, ContactId, Opened, Outcome, SaveError, StoreError, Table, Text, TextId,
    TextState, Turn, Voicemail, VoicemailState, testing,
};

fn contact() -> ContactId {
    "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap()
}

fn noon() -> Timestamp {
    "2026-03-02T17:00:00Z".parse().unwrap()
}

fn call() -> Call {
    let key = CallerKey::new(&[7; 32]).unwrap();
    let caller = Some(key.hash(&"+12025550143".parse().unwrap()));
    Call { caller, ..Call::new(contact(), noon(), "en-US") }
}

fn turn(number: u32) -> Turn {
    Turn {
        contact_id: contact(),
        number,
        at: noon(),
        intent: "CheckOrderStatus".to_owned(),
        said: "where is my order".to_owned(),
        reply: "What's your order number?".to_owned(),
        messages: vec!["ask-order-number".to_owned()],
        requests: Vec::new(),
        failure: None,
        served: false,
    }
}

async fn stored_call(table: &Table) -> Call {
    table.call(&contact()).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_call_that_was_never_opened_is_none() {
    let table = testing::table().await.unwrap();
    assert_eq!(table.call(&contact()).await.unwrap(), None);
}

#[tokio::test]
async fn a_call_reads_back_as_written_with_its_version() {
    let table = testing::table().await.unwrap();
    assert_eq!(table.open_call(&call()).await.unwrap(), Opened::New);
    assert_eq!(stored_call(&table).await, Call { version: 1, ..call() });
}

#[tokio::test]
async fn an_item_has_the_keys_that_the_access_patterns_need() {
    let table = testing::table().await.unwrap();
    table.open_call(&call()).await.unwrap();
    let mut item = testing::items(&table).await.unwrap().remove(0);
    item.as_object_mut().unwrap().remove("session");
    expect![[r#"
        {
          "caller": "80fe8560b414299e61bbf5bcb4a86d59",
          "contact_id": "0a1b2c3d-0000-4000-8000-000000000001",
          "expires_at": 1835542800,
          "gsi1pk": "DAY#2026-03-02",
          "gsi1sk": "2026-03-02T17:00:00Z#0a1b2c3d-0000-4000-8000-000000000001",
          "gsi2pk": "CALLER#80fe8560b414299e61bbf5bcb4a86d59",
          "gsi2sk": "2026-03-02T17:00:00Z",
          "kind": "call",
          "language": "en-US",
          "outcome": "open",
          "pk": "CALL#0a1b2c3d-0000-4000-8000-000000000001",
          "recording_consent": "unasked",
          "sk": "CALL",
          "started_at": "2026-03-02T17:00:00Z",
          "version": 1
        }"#]]
    .assert_eq(&format!("{:#}", testing::sorted(item)));
}

#[tokio::test]
async fn a_withheld_number_is_in_no_caller_index() {
    let table = testing::table().await.unwrap();
    table.open_call(&Call { caller: None, ..call() }).await.unwrap();
    let item = testing::items(&table).await.unwrap().remove(0);
    assert_eq!((item.get("gsi2pk"), item.get("gsi2sk")), (None, None));
}

#[tokio::test]
async fn opening_a_call_again_changes_nothing() {
    let table = testing::table().await.unwrap();
    table.open_call(&call()).await.unwrap();
    let later = Call { language: "es-US".to_owned(), ..call() };
    assert_eq!(table.open_call(&later).await.unwrap(), Opened::AlreadyThere);
    assert_eq!(stored_call(&table).await.language, "en-US");
}

#[tokio::test]
async fn a_turn_and_its_call_are_written_together() {
    let table = testing::table().await.unwrap();
    table.open_call(&call()).await.unwrap();
    let read = stored_call(&table).await;
    let served = Call { outcome: Outcome::Served, ..read };
    table.finish_turn(&served, &turn(1), &[], None).await.unwrap();
    assert_eq!(stored_call(&table).await, Call { version: 2, ..served });
    assert_eq!(table.turns(&contact()).await.unwrap(), [turn(1)]);
}

#[tokio::test]
async fn the_first_turn_opens_a_call_that_never_was() {
    let table = testing::table().await.unwrap();
    table.finish_turn(&call(), &turn(1), &[], None).await.unwrap();
    assert_eq!(stored_call(&table).await.version, 1);
    let late = Call { language: "es-US".to_owned(), ..call() };
    assert_eq!(table.open_call(&late).await.unwrap(), Opened::AlreadyThere);
}

#[tokio::test]
async fn a_turn_finished_twice_is_written_once() {
    let table = testing::table().await.unwrap();
    table.open_call(&call()).await.unwrap();
    let read = stored_call(&table).await;
    table.finish_turn(&read, &turn(1), &[], None).await.unwrap();
    let other = Turn { said: "something else".to_owned(), ..turn(1) };
    for call in [&read, &stored_call(&table).await] {
        let error = table.finish_turn(call, &other, &[], None).await.unwrap_err();
        assert!(matches!(error, SaveError::Conflict { .. }), "{error:?}");
    }
    assert_eq!(table.turns(&contact()).await.unwrap(), [turn(1)]);
    assert_eq!(stored_call(&table).await.version, 2);
}

fn promised() -> Text {
    let id = TextId { contact_id: contact(), turn: 1, number: 1 };
    let to = "+12025550143".parse().unwrap();
    Text::new(id, "text-one-time-code", to, "Your code is 123456.", noon())
}

#[tokio::test]
async fn a_text_is_stored_with_the_turn_that_promises_it() {
    let table = testing::table().await.unwrap();
    table.finish_turn(&call(), &turn(1), &[promised()], None).await.unwrap();
    let stored = table.text(&promised().id()).await.unwrap().unwrap();
    assert_eq!(stored, Text { version: 1, ..promised() });
    assert_eq!(table.turns(&contact()).await.unwrap(), [turn(1)]);
}

#[tokio::test]
async fn a_turn_taken_twice_promises_no_second_text() {
    let table = testing::table().await.unwrap();
    table.finish_turn(&call(), &turn(1), &[promised()], None).await.unwrap();
    let stored = table.text(&promised().id()).await.unwrap().unwrap();
    let sent = Text { state: TextState::Sent, words: None, ..stored };
    table.save_text(sent.clone()).await.unwrap();
    let error = table.finish_turn(&call(), &turn(1), &[promised()], None).await.unwrap_err();
    assert!(matches!(error, SaveError::Conflict { .. }), "{error:?}");
    assert_eq!(table.text(&sent.id()).await.unwrap().unwrap().state, TextState::Sent);
}

#[tokio::test]
async fn turns_come_in_order() {
    let table = testing::table().await.unwrap();
    for number in [2, 10, 1] {
        let version = table.call(&contact()).await.unwrap().map_or(0, |it| it.version);
        table.finish_turn(&Call { version, ..call() }, &turn(number), &[], None).await.unwrap();
    }
    let turns = table.turns(&contact()).await.unwrap();
    assert_eq!(turns.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 2, 10]);
}

#[tokio::test]
async fn a_call_is_saved_over_the_version_it_was_read_with_only() {
    let table = testing::table().await.unwrap();
    table.open_call(&call()).await.unwrap();
    let read = stored_call(&table).await;
    table.save_call(&Call { outcome: Outcome::Queue, ..read.clone() }).await.unwrap();
    let error = table.save_call(&Call { outcome: Outcome::Voicemail, ..read }).await.unwrap_err();
    assert_eq!(error.to_string(), "the `call` record has changed since it was read");
    assert_eq!(stored_call(&table).await.outcome, Outcome::Queue);
}

#[tokio::test]
async fn an_item_that_does_not_fit_is_named_by_kind_and_not_shown() {
    let table = testing::table().await.unwrap();
    let item = json!({ "pk": format!("CALL#{}", contact()), "sk": "CALL",
                       "contact_id": contact(), "outcome": "4111111111111111" });
    testing::put(&table, &item).await.unwrap();
    let error = table.call(&contact()).await.unwrap_err();
    assert!(matches!(error, StoreError::Malformed { .. }));
    assert_eq!(error.to_string(), "a stored `call` record has a missing or invalid attribute");
    assert!(!format!("{error:?}").contains("4111"));
}

#[tokio::test]
async fn a_message_goes_through_its_states() {
    let table = testing::table().await.unwrap();
    let message = Voicemail {
        caller: Some("+12025550143".parse().unwrap()),
        ..Voicemail::new(contact(), "general".parse().unwrap(), noon())
    };
    let message = table.save_voicemail(message).await.unwrap();
    let message = table
        .save_voicemail(Voicemail {
            state: VoicemailState::Transcribed,
            recording: Some("recordings/a.wav".to_owned()),
            transcript: Some("call me back".to_owned()),
            mail_claim: Some(Claim { by: "request-1".to_owned(), at: noon() }),
            ..message
        })
        .await
        .unwrap();
    assert_eq!(message.version, 2);
    assert_eq!(table.voicemail(&contact()).await.unwrap().unwrap(), message);
    let item = testing::items(&table).await.unwrap().remove(0);
    assert_eq!(item["gsi1pk"], "MAILBOX#general#transcribed");
    assert_eq!(item["gsi1sk"], "2026-03-02T17:00:00Z");
    assert_eq!(item["expires_at"], 1_835_542_800);
    assert!(!format!("{message:?}").contains("call me back"));
}

#[tokio::test]
async fn of_two_who_save_a_message_one_is_told_to_read_again() {
    let table = testing::table().await.unwrap();
    let new = Voicemail::new(contact(), "general".parse().unwrap(), noon());
    let read = table.save_voicemail(new.clone()).await.unwrap();
    let other = Voicemail { recording: Some("recordings/a.wav".to_owned()), ..new };
    let error = table.save_voicemail(other).await.unwrap_err();
    assert!(matches!(error, SaveError::Conflict { .. }));
    let claimed = |by: &str| Voicemail {
        mail_claim: Some(Claim { by: by.to_owned(), at: noon() }),
        ..read.clone()
    };
    table.save_voicemail(claimed("request-1")).await.unwrap();
    let error = table.save_voicemail(claimed("request-2")).await.unwrap_err();
    assert!(matches!(error, SaveError::Conflict { .. }));
}

#[tokio::test]
async fn a_write_that_meets_its_own_result_is_no_conflict() {
    let table = testing::table().await.unwrap();
    table.save_call(&call()).await.unwrap();
    table.save_call(&call()).await.unwrap();
    assert_eq!(stored_call(&table).await.version, 1);
}

#[tokio::test]
async fn a_table_out_of_reach_is_an_error_that_says_what_was_tried() {
    let table = testing::unreachable_table().await.unwrap();
    let error = table.call(&contact()).await.unwrap_err();
    assert_eq!(error.to_string(), "failed to read a record of kind `call`");
    let error = table.open_call(&call()).await.unwrap_err();
    assert_eq!(error.to_string(), "failed to write a record of kind `call`");
    let error = table.finish_turn(&call(), &turn(1), &[], None).await.unwrap_err();
    assert_eq!(error.to_string(), "failed to write a record of kind `turn`");
}
