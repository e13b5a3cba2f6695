//! Lines and what they remember of callers, against a table in an embedded DynamoDB.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use aws_events::E164;
use dialogue::{Consent, Matter, Remembered, Slot, Slots, Wish};
use expect_test::expect;
use jiff::{SignedDuration, Timestamp};
use line::Line;
use store::{
    Call, CallerHash, CallerKey, ContactId, Known, Lines, Profile, SaveError, StoreError,
    StoredLine, Table, Turn, testing,
};

fn number() -> E164 {
    "+12025550100".parse().unwrap()
}

fn noon() -> Timestamp {
    "2026-03-02T17:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    noon() + SignedDuration::from_secs(seconds)
}

fn line(id: &str) -> Line {
    let text = r#"
        name = "Northwind Outfitters"
        numbers = ["+12025550100"]
        time-zone = "America/New_York"
        languages = [{ language = "en-US", voice = "Joanna" }, { language = "es-US", voice = "Lupe" }]
        scenarios = ["shop"]
        queues = [{ name = "support", words.es-US = ["pedido"] }]
        greeting.es-US = "Gracias por llamar a Northwind."
        [hours]
        monday = ["09:00-17:00"]
    "#;
    Line::from_toml(text, id, |_| true).unwrap()
}

fn stored(id: &str, number: E164) -> StoredLine {
    StoredLine { number, line: line(id), version: 0 }
}

fn caller() -> CallerHash {
    CallerKey::new(b"0123456789abcdef").unwrap().hash(&"+12025550143".parse().unwrap())
}

#[tokio::test]
async fn a_number_without_a_line_is_none() {
    let table = testing::table().await.unwrap();
    assert_eq!(table.line(&number()).await.unwrap(), None);
    assert_eq!(table.lines().await.unwrap(), []);
}

#[tokio::test]
async fn a_line_reads_back_as_written_with_its_version() {
    let table = testing::table().await.unwrap();
    table.put_line(&stored("northwind", number())).await.unwrap();
    let read = table.line(&number()).await.unwrap().unwrap();
    assert_eq!(read, StoredLine { version: 1, ..stored("northwind", number()) });
}

#[tokio::test]
async fn an_item_says_whose_line_it_is_and_never_expires() {
    let table = testing::table().await.unwrap();
    table.put_line(&stored("northwind", number())).await.unwrap();
    let mut items = testing::items(&table).await.unwrap();
    let item = items.first_mut().unwrap().as_object_mut().unwrap();
    assert!(item.remove("line").unwrap().as_str().unwrap().starts_with("{\"id\":\"northwind\""));
    let item = testing::sorted(serde_json::Value::Object(item.clone()));
    expect![[r##"
        {
          "gsi1pk": "LINES",
          "gsi1sk": "northwind#+12025550100",
          "id": "northwind",
          "kind": "line",
          "number": "+12025550100",
          "pk": "LINE#+12025550100",
          "sk": "LINE",
          "version": 1
        }"##]]
    .assert_eq(&serde_json::to_string_pretty(&item).unwrap());
}

#[tokio::test]
async fn lines_are_listed_by_id_and_number() {
    let table = testing::table().await.unwrap();
    for (id, number) in [
        ("riverside", "+12025550101"),
        ("northwind", "+12025550110"),
        ("northwind", "+12025550100"),
    ] {
        table.put_line(&stored(id, number.parse().unwrap())).await.unwrap();
    }
    let listed = table.lines().await.unwrap();
    let listed: Vec<_> =
        listed.iter().map(|it| (it.line.id.as_str(), it.number.as_str())).collect();
    assert_eq!(
        listed,
        [
            ("northwind", "+12025550100"),
            ("northwind", "+12025550110"),
            ("riverside", "+12025550101")
        ]
    );
}

#[tokio::test]
async fn of_two_who_change_a_line_one_is_told_to_read_again() {
    let table = testing::table().await.unwrap();
    table.put_line(&stored("northwind", number())).await.unwrap();
    let read = table.line(&number()).await.unwrap().unwrap();
    let mut mine = read.clone();
    mine.line.name = "Northwind".to_owned();
    table.put_line(&mine).await.unwrap();
    let late = table.put_line(&StoredLine { line: line("riverside"), ..read.clone() }).await;
    assert!(matches!(late, Err(SaveError::Conflict { .. })));
    assert!(matches!(table.delete_line(&read).await, Err(SaveError::Conflict { .. })));
    assert_eq!(table.line(&number()).await.unwrap().unwrap().line.name, "Northwind");
}

#[tokio::test]
async fn a_line_is_deleted_once_or_twice() {
    let table = testing::table().await.unwrap();
    table.put_line(&stored("northwind", number())).await.unwrap();
    let read = table.line(&number()).await.unwrap().unwrap();
    table.delete_line(&read).await.unwrap();
    table.delete_line(&read).await.unwrap();
    assert_eq!(table.line(&number()).await.unwrap(), None);
}

#[tokio::test]
async fn a_record_that_is_no_line_is_named_and_not_shown() {
    let table = testing::table().await.unwrap();
    let record = serde_json::json!({
        "pk": "LINE#+12025550100", "sk": "LINE", "kind": "line", "version": 1,
        "number": "+12025550100", "id": "northwind", "line": "{\"id\":\"hunter2\"}"
    });
    testing::put(&table, &record).await.unwrap();
    let error = table.line(&number()).await.unwrap_err();
    assert_eq!(error.to_string(), "a stored `line` record has a missing or invalid attribute");
    assert!(!format!("{error:?}").contains("hunter2"));
}

/// Changes the name of the stored line behind the back of whoever remembers it.
async fn rename(table: &Table, name: &str) {
    let mut stored = table.line(&number()).await.unwrap().unwrap();
    name.clone_into(&mut stored.line.name);
    table.put_line(&stored).await.unwrap();
}

#[tokio::test]
async fn a_line_is_believed_for_a_minute() {
    let table = testing::table().await.unwrap();
    table.put_line(&stored("northwind", number())).await.unwrap();
    let lines = Lines::new(table.clone());
    let name = async |at| lines.line(&number(), at).await.unwrap().unwrap().name.clone();
    assert_eq!(name(noon()).await, "Northwind Outfitters");
    rename(&table, "Northwind").await;
    assert_eq!(name(after(59)).await, "Northwind Outfitters");
    assert_eq!(name(after(60)).await, "Northwind");
    rename(&table, "North").await;
    assert_eq!(name(after(59)).await, "North", "a clock that goes back is not believed");
}

#[tokio::test]
async fn that_there_is_no_line_is_believed_too() {
    let table = testing::table().await.unwrap();
    let lines = Lines::new(table.clone());
    assert_eq!(lines.known(&number(), noon()), Known::Nothing);
    assert_eq!(lines.line(&number(), noon()).await.unwrap(), None);
    table.put_line(&stored("northwind", number())).await.unwrap();
    assert_eq!(lines.known(&number(), after(59)), Known::NoLine);
    assert!(lines.line(&number(), after(60)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_line_that_cannot_be_read_any_more_is_served_as_it_was() {
    let table = testing::table().await.unwrap();
    table.put_line(&stored("northwind", number())).await.unwrap();
    let lines = Lines::new(table.clone());
    lines.line(&number(), noon()).await.unwrap();
    let broken = serde_json::json!({
        "pk": "LINE#+12025550100", "sk": "LINE", "kind": "line", "version": 2,
        "number": "+12025550100", "id": "northwind", "line": "{}"
    });
    testing::put(&table, &broken).await.unwrap();
    assert_eq!(lines.line(&number(), after(3600)).await.unwrap().unwrap().id.as_str(), "northwind");
}

#[tokio::test]
async fn a_table_out_of_reach_is_an_error_when_nothing_is_known() {
    let lines = Lines::new(testing::unreachable_table().await.unwrap());
    let error = lines.line(&number(), noon()).await.unwrap_err();
    assert!(matches!(error, StoreError::Read { .. }));
}

fn profile(line: &str, consent: Consent) -> Profile {
    Profile {
        caller: caller(),
        line: line.parse().unwrap(),
        remembered: Remembered { consent: Some(consent), ..Remembered::default() },
        language: None,
        updated_at: noon(),
        keep_days: Some(30),
        version: 0,
    }
}

#[tokio::test]
async fn every_line_remembers_a_caller_for_itself() {
    let table = testing::table().await.unwrap();
    let mut shop = profile("northwind", Consent::Granted);
    shop.remembered.matters.push(Matter {
        wish: Wish::CheckOrderStatus,
        slots: Slots::from([(Slot::OrderNumber, "55421".to_owned())]),
        on: jiff::civil::date(2026, 3, 2),
        until: None,
    });
    let clinic = profile("riverside", Consent::Refused);
    testing::put_profile(&table, &shop).await.unwrap();
    testing::put_profile(&table, &clinic).await.unwrap();
    let stored = [shop, clinic].map(|it| Profile { version: 1, ..it });
    assert_eq!(table.profiles(&caller()).await.unwrap(), stored);
}

#[tokio::test]
async fn a_profile_is_stored_with_the_turn_that_changes_it() {
    let table = testing::table().await.unwrap();
    let contact_id: ContactId = "c-1".parse().unwrap();
    let call = Call::new(contact_id.clone(), noon(), "en-US");
    let turn = Turn {
        contact_id,
        number: 1,
        at: noon(),
        intent: "Goodbye".to_owned(),
        said: String::new(),
        reply: "Bye.".to_owned(),
        messages: Vec::new(),
        requests: Vec::new(),
        failure: None,
        served: true,
    };
    let shop = profile("northwind", Consent::Granted);
    table.finish_turn(&call, &turn, &[], Some(&shop)).await.unwrap();
    let stored = Profile { version: 1, ..shop };
    assert_eq!(table.profiles(&caller()).await.unwrap(), [stored]);
    // The turn was taken by another invocation: what that one remembers counts.
    let late = profile("northwind", Consent::Refused);
    let error = table.finish_turn(&call, &turn, &[], Some(&late)).await.unwrap_err();
    assert!(matches!(error, SaveError::Conflict { .. }), "{error:?}");
    let known = table.profiles(&caller()).await.unwrap();
    assert_eq!(known[0].remembered.consent, Some(Consent::Granted));
}

#[tokio::test]
async fn a_profile_that_another_call_wrote_meanwhile_is_not_overwritten() {
    let table = testing::table().await.unwrap();
    testing::put_profile(&table, &profile("northwind", Consent::Granted)).await.unwrap();
    let finish = async |number: u32, profile: &Profile| {
        let contact_id: ContactId = format!("c-{number}").parse().unwrap();
        let turn = Turn {
            contact_id: contact_id.clone(),
            number,
            at: noon(),
            intent: "Goodbye".to_owned(),
            said: String::new(),
            reply: "Bye.".to_owned(),
            messages: Vec::new(),
            requests: Vec::new(),
            failure: None,
            served: true,
        };
        let call = Call::new(contact_id, noon(), "en-US");
        table.finish_turn(&call, &turn, &[], Some(profile)).await
    };
    // Both calls read version 1.
    let known = Profile { version: 1, ..profile("northwind", Consent::Refused) };
    finish(1, &known).await.unwrap();
    let late = Profile { version: 1, ..profile("northwind", Consent::Granted) };
    for stale in [late.clone(), Profile { version: 0, ..late.clone() }] {
        let error = finish(2, &stale).await.unwrap_err();
        assert!(matches!(error, SaveError::Conflict { kind: store::Kind::Profile }), "{error:?}");
    }
    assert_eq!(table.profiles(&caller()).await.unwrap(), [Profile { version: 2, ..known }]);
    // Read again, it is written.
    finish(2, &Profile { version: 2, ..late }).await.unwrap();
}

#[tokio::test]
async fn a_profile_goes_when_its_line_says() {
    let table = testing::table().await.unwrap();
    testing::put_profile(&table, &profile("northwind", Consent::Granted)).await.unwrap();
    let items = testing::items(&table).await.unwrap();
    let expires = items.first().unwrap().get("expires_at").unwrap().as_i64().unwrap();
    assert_eq!(expires, noon().as_second() + 30 * 86_400);
}
