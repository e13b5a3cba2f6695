//! Messages of lines: in their language, kept as long as they say, mailed to whom they name.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod world;

use std::sync::Arc;

use jiff::tz::TimeZone;
use line::Line;
use serde_json::{Value, json};
use voicemail::{Invocation, Letterhead, VoicemailError, handle};
use wording::Language;
use world::{CONTACT, Fault, World, recorded, transcribed};

const LINE: &str = r#"
    name = "Clínica del Río"
    numbers = ["+12025550109"]
    time-zone = "America/Denver"
    languages = [{ language = "es-US", voice = "Lupe" }]
    scenarios = []
    queues = [{ name = "desk" }]
    hours.monday = []
    retention.records-days = 30
    [voicemail.nurses]
    recipient = "nurses@rio.example.com"
"#;

fn world() -> World {
    let line = Line::from_toml(LINE, "rio", |_| true).unwrap();
    let world = World::default();
    let number = line.numbers.first().unwrap().clone();
    world.0.borrow_mut().lines.insert(number, Arc::new(line));
    world
}

fn begun(mailbox: &str, language: &str) -> Value {
    json!({ "Name": "ContactFlowEvent", "Details": {
        "ContactData": {
            "ContactId": CONTACT, "LanguageCode": language,
            "CustomerEndpoint": { "Address": "+12025550143", "Type": "TELEPHONE_NUMBER" },
            "SystemEndpoint": { "Address": "+12025550109", "Type": "TELEPHONE_NUMBER" },
        },
        "Parameters": { "mailbox": mailbox },
    } })
}

async fn take(world: &World, event: Value) -> Result<Option<voicemail::Answer>, VoicemailError> {
    let invocation = Invocation {
        request_id: "r-1".to_owned(),
        sent_at: "2026-03-02T17:00:00Z".parse().unwrap(),
        started_at: "2026-03-02T17:00:00Z".parse().unwrap(),
    };
    let letterhead =
        Letterhead { business: "Example Company".to_owned(), time_zone: TimeZone::UTC };
    handle(event, &invocation, &letterhead, world).await
}

#[tokio::test]
async fn a_message_is_asked_for_and_transcribed_in_the_language_of_the_call() {
    let world = world();
    let answer = take(&world, begun("nurses", "es-US")).await.unwrap().unwrap();
    let prompt =
        "Por favor deje un mensaje después del tono. Oprima el signo de número cuando termine.";
    assert_eq!(answer.prompt, prompt);
    take(&world, recorded()).await.unwrap();
    assert_eq!(world.0.borrow().spoken, [Language::EsUs]);
}

#[tokio::test]
async fn a_message_is_mailed_to_whom_the_mailbox_of_the_line_names() {
    let world = world();
    take(&world, begun("nurses", "es-US")).await.unwrap();
    take(&world, recorded()).await.unwrap();
    take(&world, transcribed("COMPLETED")).await.unwrap();
    let state = world.0.borrow();
    let mail = &state.mails[0];
    assert_eq!(mail.recipient.as_deref(), Some("nurses@rio.example.com"));
    // Ten in the morning, where the clinic is.
    let subject = "New voicemail for Clínica del Río: Monday, March 2 at 10:00 AM";
    assert_eq!(mail.subject, subject);
    let record = state.records.values().next().unwrap();
    assert_eq!((record.keep_days, record.language), (Some(30), Some(Language::EsUs)));
}

#[tokio::test]
async fn a_mailbox_without_a_recipient_is_the_deployment_s() {
    let world = world();
    take(&world, begun("general", "es-US")).await.unwrap();
    take(&world, recorded()).await.unwrap();
    take(&world, transcribed("COMPLETED")).await.unwrap();
    assert_eq!(world.0.borrow().mails[0].recipient, None);
}

#[tokio::test]
async fn a_line_that_cannot_be_read_does_not_keep_a_message_from_being_left() {
    let world = world();
    world.0.borrow_mut().fault_after = Some((0, Fault::Before));
    assert!(take(&world, begun("nurses", "es-US")).await.unwrap().is_some());
    assert_eq!(world.0.borrow().records.values().next().unwrap().keep_days, None);
}

#[tokio::test]
async fn a_message_goes_to_nobody_else_while_its_line_cannot_be_read() {
    let world = world();
    take(&world, begun("nurses", "es-US")).await.unwrap();
    take(&world, recorded()).await.unwrap();
    // The record, its result and transcript go well, then the claim; the line does not.
    let mut failed = 0;
    for effects in 0..40 {
        world.0.borrow_mut().fault_after = Some((effects, Fault::Before));
        let result = take(&world, transcribed("COMPLETED")).await;
        failed += usize::from(result.is_err());
        let to = world.0.borrow().mails.iter().map(|it| it.recipient.clone()).collect::<Vec<_>>();
        assert!(to.iter().all(|it| it.as_deref() == Some("nurses@rio.example.com")), "{to:?}");
        if !to.is_empty() {
            assert!(failed > 0);
            return;
        }
    }
    panic!("the message is never mailed");
}
