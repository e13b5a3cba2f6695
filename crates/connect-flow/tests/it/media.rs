//! What is recorded, analysed and streamed.

use connect_flow::{Analytics, Channel, Outcome, Reply, Streaming};
use expect_test::expect;
use serde_json::json;

use crate::line::One;

fn voice() -> One {
    let parameters = json!({ "VoiceBehavior": {
        "VoiceRecordingBehavior": {
            "RecordedParticipants": ["Agent", "Customer"], "IVRRecordingBehavior": "Enabled",
        },
        "VoiceAnalyticsBehavior": {
            "Enabled": "True", "AnalyticsLanguage": "en-US", "AnalyticsModes": ["RealTime"],
        },
    } });
    One::new("UpdateContactRecordingAndAnalyticsBehavior", parameters)
}

#[test]
fn the_newer_action_records_and_analyses_calls() {
    let call = voice().check(
        [Outcome::Done],
        &expect![[r#"
        SetRecording(Recording { agent: true, customer: true, ivr: true })
        main/it -> next
    "#]],
    );
    let analytics =
        Analytics { language: Some("en-US".to_owned()), modes: vec!["RealTime".to_owned()] };
    assert_eq!(call.contact().analytics, Some(analytics));
    voice().check(
        [Outcome::Failed],
        &expect![[r#"
        SetRecording(Recording { agent: true, customer: true, ivr: true })
        main/it -> error NoMatchingError
          recording could not be changed
    "#]],
    );
    voice().contact(|it| it.channel = Channel::Chat).check(
        [],
        &expect![[r#"
        main/it -> error ChannelMismatch
          it is for `VOICE` contacts
    "#]],
    );
}

#[test]
fn the_newer_action_records_screens() {
    for (participants, on) in [(json!(["Agent"]), true), (json!([]), false)] {
        let screen = json!({ "ScreenRecordingBehavior": {
            "ScreenRecordedParticipants": participants,
        } });
        let mut call = One::new("UpdateContactRecordingAndAnalyticsBehavior", screen)
            .contact(|it| it.screen_recording = !on)
            .start();
        call.step(Outcome::Done);
        assert_eq!(call.contact().screen_recording, on);
    }
}

#[test]
fn chats_and_mails_are_analysed_by_contact_lens() {
    for (key, channel) in [("Chat", Channel::Chat), ("Email", Channel::Email)] {
        let behavior = json!({ format!("{key}AnalyticsBehavior"): { "Enabled": "True" } });
        let parameters = json!({ format!("{key}Behavior"): behavior });
        let one = || {
            One::new("UpdateContactRecordingAndAnalyticsBehavior", parameters.clone())
                .contact(|it| it.channel = channel)
        };
        let mut call = one().start();
        call.step(Outcome::Done);
        call.step(Outcome::Done);
        assert_eq!(call.contact().analytics, Some(Analytics::default()));
        let mut call = one().start();
        call.step(Outcome::Done);
        let refused = Reply::error("InFlightRedactionConfigurationFailed");
        call.step(Outcome::Replied(refused));
        assert_eq!(call.contact().analytics, None);
        one().contact(|it| it.channel = Channel::Voice).check([], &expect_mismatch(key));
    }
}

fn expect_mismatch(key: &str) -> expect_test::Expect {
    match key {
        "Chat" => expect![[r#"
            main/it -> error ChannelMismatch
              it is for `CHAT` contacts
        "#]],
        _ => expect![[r#"
            main/it -> error ChannelMismatch
              it is for `EMAIL` contacts
        "#]],
    }
}

#[test]
fn the_older_action_analyses_too() {
    let parameters = json!({
        "RecordingBehavior": { "RecordedParticipants": [], "ScreenRecordedParticipants": ["Agent"] },
        "AnalyticsBehavior": {
            "Enabled": "True", "AnalyticsLanguage": "$.LanguageCode", "AnalyticsMode": "PostContact",
            "ChannelConfiguration": { "Voice": { "AnalyticsModes": ["RealTime"] } },
        },
    });
    let call = One::new("UpdateContactRecordingBehavior", parameters)
        .contact(|it| it.language_code = Some("en-GB".to_owned()))
        .check(
            [],
            &expect![[r#"
            main/it -> next
        "#]],
        );
    assert!(call.contact().screen_recording);
    expect![[r#"
        Some(
            Analytics {
                language: Some(
                    "en-GB",
                ),
                modes: [
                    "PostContact",
                    "RealTime",
                ],
            },
        )
    "#]]
    .assert_debug_eq(&call.contact().analytics);
}

#[test]
fn audio_is_streamed_and_stops() {
    let stream = |state: &str| {
        let parameters = json!({
            "MediaStreamingState": state, "MediaStreamType": "Audio",
            "Participants": [{ "ParticipantType": "Customer", "MediaDirections": ["From", "To"] }],
        });
        One::new("UpdateContactMediaStreamingBehavior", parameters)
            .contact(|it| it.contact_id = "c-1".to_owned())
    };
    let mut call = stream("Enabled").start();
    let effect = call.step(Outcome::Done).effect;
    call.step(effect.default_outcome());
    assert_eq!(call.contact().streaming, Streaming { from_customer: true, to_customer: true });
    expect![[r#"
        {
          "Customer": {
            "Audio": {
              "StreamARN": "arn:aws:kinesisvideo:us-east-1:000000000000:stream/c-1/0",
              "StartFragmentNumber": "1"
            }
          }
        }
    "#]]
    .assert_eq(&format!("{:#}\n", call.contact().other["MediaStreams"]));

    let mut call = stream("Disabled")
        .contact(|it| it.streaming = Streaming { from_customer: true, to_customer: true })
        .start();
    let effect = call.step(Outcome::Done).effect;
    call.step(effect.default_outcome());
    assert_eq!(call.contact().streaming, Streaming::default());

    let mut call = stream("Enabled").start();
    call.step(Outcome::Done);
    call.step(Outcome::Failed);
    assert_eq!(call.contact().streaming, Streaming::default());
}
