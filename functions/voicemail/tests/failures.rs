//! What a caller or a reader of mail gets when a service does not play along.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod world;

use jiff::tz::TimeZone;
use serde_json::Value;
use store::{Voicemail, VoicemailState};
use voicemail::{Answer, Invocation, Letterhead, VoicemailError, handle};
use world::{CONTACT, Fault, World, begun, recorded, transcribed};

/// Delivers an event at a second of the test's minute.
async fn receive(
    world: &World,
    event: Value,
    second: i64,
) -> Result<Option<Answer>, VoicemailError> {
    let now = jiff::Timestamp::from_second(1_772_470_800 + second).unwrap();
    let request_id = format!("request-{second}");
    let invocation = Invocation { request_id, sent_at: now, started_at: now };
    let letterhead = Letterhead { business: "Northwind".to_owned(), time_zone: TimeZone::UTC };
    handle(event, &invocation, &letterhead, world).await
}

fn message(world: &World) -> Voicemail {
    let contact_id = CONTACT.parse().unwrap();
    world.0.borrow().records.get(&contact_id).cloned().unwrap()
}

/// A world whose recording is being transcribed.
async fn transcribing() -> World {
    let world = World::default();
    receive(&world, begun(), 0).await.unwrap();
    receive(&world, recorded(), 1).await.unwrap();
    world
}

/// Lets the effect after `n` good ones fail when the event is handled.
async fn receive_failing(
    world: &World,
    event: Value,
    n: usize,
    fault: Fault,
) -> Result<Option<Answer>, VoicemailError> {
    world.0.borrow_mut().fault_after = Some((n, fault));
    receive(world, event, 2).await
}

#[tokio::test]
async fn a_caller_is_asked_for_the_message_though_the_table_is_down() {
    let world = World::default();
    let answer = receive_failing(&world, begun(), 0, Fault::Before).await.unwrap().unwrap();
    assert!(answer.prompt.starts_with("Please leave a message"));
    assert!(world.0.borrow().records.is_empty());
    receive(&world, recorded(), 3).await.unwrap();
    assert_eq!(message(&world).state, VoicemailState::Transcribing);
}

#[tokio::test]
async fn a_recording_that_could_not_be_sent_to_transcribe_is_sent_by_the_retry() {
    let world = World::default();
    let error = receive_failing(&world, recorded(), 2, Fault::Before).await.unwrap_err();
    assert_eq!(error.code(), "voicemail.transcribe-unavailable");
    receive(&world, recorded(), 60).await.unwrap();
    assert_eq!(world.0.borrow().jobs.len(), 1);
}

#[tokio::test]
async fn a_recording_that_transcribe_refuses_is_mailed_without_a_transcript() {
    let world = World::default();
    world.0.borrow_mut().refuses = true;
    receive(&world, recorded(), 0).await.unwrap();
    let state = world.0.borrow();
    assert!(state.mails[0].text.contains("couldn't be transcribed"));
    assert!(state.mails[0].text.contains("s3://recordings/connect/acme"));
}

#[tokio::test]
async fn a_result_that_cannot_be_read_is_mailed_without_a_transcript() {
    for result in ["not json", "{}"] {
        let world = World::default();
        world.0.borrow_mut().result = Some(result.to_owned());
        receive(&world, recorded(), 0).await.unwrap();
        receive(&world, transcribed("COMPLETED"), 1).await.unwrap();
        assert!(world.0.borrow().mails[0].text.contains("couldn't be transcribed"));
    }
}

#[tokio::test]
async fn silence_is_mailed_as_such() {
    let world = World::default();
    let silence = r#"{"results":{"transcripts":[{"transcript":""}]}}"#;
    world.0.borrow_mut().result = Some(silence.to_owned());
    receive(&world, recorded(), 0).await.unwrap();
    receive(&world, transcribed("COMPLETED"), 1).await.unwrap();
    assert!(world.0.borrow().mails[0].text.contains("No words were recognized."));
}

#[tokio::test]
async fn what_is_not_redacted_does_not_stay() {
    let world = transcribing().await;
    receive(&world, transcribed("COMPLETED"), 2).await.unwrap();
    let state = world.0.borrow();
    let objects: Vec<_> = state.objects.iter().collect();
    let kept =
        (format!("transcripts/730/{CONTACT}.txt"), "Charge [card] and call me back.".to_owned());
    assert_eq!(objects, [(&kept.0, &kept.1)]);
}

#[tokio::test]
async fn a_mail_that_ses_refuses_is_sent_by_the_retry() {
    let world = transcribing().await;
    // Before the mail come: load, read, keep, load, save, delete, load, save.
    let event = transcribed("COMPLETED");
    let error = receive_failing(&world, event.clone(), 8, Fault::Before).await.unwrap_err();
    assert_eq!(error.code(), "voicemail.mail-failed");
    assert_eq!(message(&world).mail_claim, None);
    receive(&world, event, 3).await.unwrap();
    assert_eq!(world.0.borrow().mails.len(), 1);
    assert_eq!(message(&world).state, VoicemailState::Delivered);
}

#[tokio::test]
async fn a_mail_whose_answer_was_lost_is_sent_again_rather_than_never() {
    let world = transcribing().await;
    let event = transcribed("COMPLETED");
    let error = receive_failing(&world, event.clone(), 8, Fault::After).await.unwrap_err();
    assert_eq!(error.code(), "voicemail.mail-failed");
    receive(&world, event, 60).await.unwrap();
    assert_eq!(world.0.borrow().mails.len(), 2);
}

#[tokio::test]
async fn a_delivery_that_could_not_be_noted_is_noted_at_once() {
    let world = transcribing().await;
    receive_failing(&world, transcribed("COMPLETED"), 9, Fault::Before).await.unwrap();
    assert_eq!(message(&world).state, VoicemailState::Delivered);
}

#[tokio::test]
async fn while_one_invocation_mails_the_others_stand_back() {
    let world = transcribing().await;
    let event = transcribed("COMPLETED");
    receive(&world, event.clone(), 2).await.unwrap();
    // As if the invocation had died between the claim and the mail.
    let claim = store::Claim {
        by: "request-2".to_owned(),
        at: jiff::Timestamp::from_second(1_772_470_802).unwrap(),
    };
    let id = CONTACT.parse().unwrap();
    world.0.borrow_mut().mails.clear();
    let stored = Voicemail {
        state: VoicemailState::Transcribed,
        mail_claim: Some(claim),
        mailed_at: None,
        ..message(&world)
    };
    world.0.borrow_mut().records.insert(id, stored);
    let error = receive(&world, event.clone(), 40).await.unwrap_err();
    assert_eq!(error.code(), "voicemail.in-progress");
    assert!(world.0.borrow().mails.is_empty());
    receive(&world, event, 62).await.unwrap();
    assert_eq!(world.0.borrow().mails.len(), 1);
}

#[tokio::test]
async fn a_result_that_is_not_there_is_looked_for_again() {
    let world = transcribing().await;
    world.0.borrow_mut().objects.clear();
    let error = receive(&world, transcribed("COMPLETED"), 2).await.unwrap_err();
    assert_eq!(error.code(), "voicemail.result-missing");
}
