//! What the code hook is told, and how the host is to listen.

use std::fmt::Write as _;
use std::time::Duration;

use aws_events::lex::{Event, InputMode, Sentiment, SentimentResponse};
use expect_test::expect;
use lex_bot::{Bot, Effect, Hearing, Input, Listen, Session, Speech, Start};
use serde_json::json;

use crate::northwind;
use crate::script::{delegate, filled, hook, now, say, session, start};
use crate::small::{bot, intent, merged, slot};

fn event(bot: &Bot, session: &mut Session, input: Input) -> Event {
    match session.step(bot, &now(), input).unwrap() {
        Effect::InvokeHook(invocation) => invocation.event,
        effect => panic!("{effect:?}"),
    }
}

fn listen(bot: &Bot, session: &mut Session, input: Input) -> Box<Listen> {
    match session.step(bot, &now(), input).unwrap() {
        Effect::Listen(listen) => listen,
        effect => panic!("{effect:?}"),
    }
}

#[test]
fn every_transcription_says_what_it_leads_to() {
    let bot = northwind();
    let speech = Speech {
        confidence: Some(0.71),
        others: vec![
            Hearing { text: "order 55422".to_owned(), confidence: Some(0.52) },
            Hearing { text: "talk to an agent".to_owned(), confidence: Some(f64::NAN) },
            Hearing { text: "older 🙂".to_owned(), confidence: None },
        ],
        ..Speech::new("order 55421")
    };
    let event = event(&bot, &mut session(&bot), Input::Speech(speech));
    let told: Vec<String> = event
        .transcriptions
        .iter()
        .map(|it| {
            let intent = &it.resolved_context.as_ref().unwrap().intent;
            let slots = filled(&it.resolved_slots);
            format!("{} {:?} {intent}{slots}", it.transcription, it.transcription_confidence)
        })
        .collect();
    expect![[r#"
        order 55421 Some(0.71) CheckOrderStatus(OrderNumber=55421)
        order 55422 Some(0.52) CheckOrderStatus(OrderNumber=55422)
        talk to an agent None TalkToAgent()
        older 🙂 None CheckOrderStatus()"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn silence_is_not_empty_speech() {
    let bot = northwind();
    let silence = event(&bot, &mut session(&bot), Input::Silence);
    assert_eq!((silence.input_mode, silence.input_transcript.as_str()), (InputMode::Speech, ""));
    assert!(silence.transcriptions.is_empty());
    let cough = event(&bot, &mut session(&bot), say(""));
    assert_eq!((cough.input_mode, cough.transcriptions.len()), (InputMode::Speech, 1));
    let typed = event(&bot, &mut session(&bot), Input::Text("agent".to_owned()));
    assert_eq!((typed.input_mode, typed.transcriptions.len()), (InputMode::Text, 1));
}

#[test]
fn keys_are_told_in_the_request_of_their_turn() {
    let bot = northwind();
    let mut session = session(&bot);
    let keys = event(&bot, &mut session, Input::Dtmf("55421".to_owned()));
    assert_eq!(keys.input_mode, InputMode::Dtmf);
    assert_eq!(keys.request_attributes["x-amz-lex:dtmf-transcript"], "55421");
    assert_eq!(keys.transcriptions[0].transcription_confidence, None);
    listen(&bot, &mut session, delegate());
    let words = event(&bot, &mut session, say("yes"));
    assert!(!words.request_attributes.contains_key("x-amz-lex:dtmf-transcript"));
}

#[test]
fn the_mood_is_told_where_it_is_looked_at() {
    let bot = northwind();
    let mood = |detect_sentiment: bool, sentiment: Option<SentimentResponse>| {
        let start = Start { detect_sentiment, ..start(&bot) };
        let mut session = Session::new(&bot, start).unwrap();
        let speech = Speech { sentiment, ..Speech::new("this is ridiculous, talk to an agent") };
        let event = event(&bot, &mut session, Input::Speech(speech));
        assert!(event.interpretations.iter().skip(1).all(|it| it.sentiment_response.is_none()));
        event.interpretations[0].sentiment_response.as_ref().map(|it| it.sentiment.clone())
    };
    let known = || SentimentResponse { sentiment: Sentiment::Mixed, sentiment_score: None };
    assert_eq!(mood(false, Some(known())), None);
    assert_eq!(mood(true, Some(known())), Some(Sentiment::Mixed));
    assert_eq!(mood(true, None), Some(Sentiment::Negative));
}

#[test]
fn hints_and_contexts_come_back() {
    let bot = northwind();
    let mut session = session(&bot);
    event(&bot, &mut session, say("track my order"));
    let answer = json!({
        "sessionState": {
            "dialogAction": { "type": "Delegate" },
            "activeContexts": [{ "name": "tracking", "contextAttributes": { "a": "b" }, "timeToLive": { "timeToLiveInSeconds": 90, "turnsToLive": 2 } }],
            "runtimeHints": { "slotHints": { "CheckOrderStatus": { "OrderNumber": { "runtimeHintValues": [{ "phrase": "55421" }] } } } }
        },
        "requestAttributes": { "x": "y" }
    });
    listen(&bot, &mut session, hook(&answer));
    let next = event(&bot, &mut session, say("55421"));
    assert_eq!(next.session_state.active_contexts[0].name, "tracking");
    assert_eq!(next.session_state.active_contexts[0].time_to_live.turns_to_live, 2);
    assert!(next.session_state.runtime_hints.is_some());
}

#[test]
fn request_attributes_of_an_answer_are_for_one_request() {
    let bot = northwind();
    let mut session = session(&bot);
    let asked = event(&bot, &mut session, Input::Dtmf("1".to_owned()));
    assert_eq!(asked.request_attributes["x-amz-lex:dtmf-transcript"], "1");
    // The hook tells back what it was told, and more.
    let mut told = asked.request_attributes;
    told.insert("x".to_owned(), "y".to_owned());
    told.insert("x-amz-lex:channels:platform".to_owned(), "Other".to_owned());
    told.insert("x-amz-lex:time-zone".to_owned(), "Pacific/Kiritimati".to_owned());
    let answer = json!({
        "sessionState": {
            "dialogAction": { "type": "ElicitIntent" },
        },
        "messages": [{ "contentType": "PlainText", "content": "Well?" }],
        "requestAttributes": told
    });
    listen(&bot, &mut session, hook(&answer));
    let next = event(&bot, &mut session, say("track my order"));
    let names: Vec<_> = next.request_attributes.iter().collect();
    expect![[r#"
        [
            (
                "x-amz-lex:channels:platform",
                "Connect",
            ),
        ]
    "#]]
    .assert_debug_eq(&names);
}

#[test]
fn contexts_and_attributes_stay_unless_they_are_answered() {
    let bot = northwind();
    let answered = |state: serde_json::Value| {
        let mut session = session(&bot);
        event(&bot, &mut session, say("track my order"));
        let kept = json!({
            "dialogAction": { "type": "Delegate" },
            "sessionAttributes": { "a": "b" },
            "activeContexts": [{ "name": "tracking", "timeToLive": { "timeToLiveInSeconds": 90, "turnsToLive": 9 } }],
        });
        listen(&bot, &mut session, hook(&json!({ "sessionState": kept })));
        event(&bot, &mut session, say("hm"));
        let state = merged(json!({ "dialogAction": { "type": "Delegate" } }), state);
        listen(&bot, &mut session, hook(&json!({ "sessionState": state })));
        let state = event(&bot, &mut session, say("55421")).session_state;
        (state.active_contexts.len(), state.session_attributes.len())
    };
    assert_eq!(answered(json!({})), (1, 1));
    assert_eq!(answered(json!({ "activeContexts": null, "sessionAttributes": null })), (1, 1));
    assert_eq!(answered(json!({ "activeContexts": [] })), (0, 1));
    assert_eq!(answered(json!({ "sessionAttributes": {} })), (1, 0));
}

/// A bot that takes any words for a slot.
fn note_taker() -> Bot {
    bot(json!([intent(
        "Note",
        &["take a note"],
        json!({
            "DialogCodeHook": { "Enabled": true },
            "Slots": [slot("Words", "AMAZON.FreeFormInput", "What?", json!({}))]
        })
    )]))
}

#[test]
fn a_long_answer_leaves_room_in_the_event() {
    let bot = note_taker();
    let words = "We moved house and nobody told the office about it. ".repeat(30);
    for length in [700, 900, 1023] {
        let words: String = words.chars().take(length).collect();
        for others in [0, 9] {
            let mut session = session(&bot);
            event(&bot, &mut session, say("take a note"));
            listen(&bot, &mut session, delegate());
            let other = |it| Hearing { text: format!("{it} {words}"), confidence: Some(0.3) };
            let others = (0..others).map(other).collect();
            let speech = Speech { others, ..Speech::new(words.as_str()) };
            let event = event(&bot, &mut session, Input::Speech(speech));
            assert!(serde_json::to_vec(&event).unwrap().len() <= 12 * 1024);
            let intent = event.session_state.intent.unwrap();
            assert_eq!(intent.slot("Words"), Some(words.trim()), "{length}");
            assert_eq!(event.interpretations[0].intent, intent);
        }
    }
}

#[test]
fn an_answer_that_no_event_can_hold_is_not_understood() {
    let bot = note_taker();
    for word in ["🙂", "\u{1}", "שלום "] {
        let mut session = session(&bot);
        event(&bot, &mut session, say("take a note"));
        listen(&bot, &mut session, delegate());
        let words: String = word.repeat(1023).chars().take(1023).collect();
        let event = event(&bot, &mut session, say(&words));
        let bytes = serde_json::to_vec(&event).unwrap().len();
        assert!(bytes <= 12 * 1024, "{word:?} {bytes}");
        assert_eq!(event.session_state.intent.unwrap().slot("Words"), None, "{word:?}");
        listen(&bot, &mut session, delegate());
    }
}

#[test]
fn the_clock_is_where_the_caller_is() {
    let bot = bot(json!([intent(
        "Book",
        &["book it for {Day}", "book it"],
        json!({
            "FulfillmentCodeHook": { "Enabled": true },
            "Slots": [slot("Day", "AMAZON.Date", "Which day?", json!({}))]
        })
    )]));
    // Half past nine on Wednesday in New York is half past two on Thursday on Kiritimati.
    for (zone, day) in [
        (None, "2026-03-19"),
        (Some("Pacific/Kiritimati"), "2026-03-20"),
        (Some("Nowhere/At_All"), "2026-03-19"),
    ] {
        for in_request in [true, false] {
            let mut start = start(&bot);
            let attributes =
                if in_request { &mut start.request_attributes } else { &mut start.attributes };
            if let Some(zone) = zone {
                attributes.insert("x-amz-lex:time-zone".to_owned(), zone.to_owned());
            }
            let mut session = Session::new(&bot, start).unwrap();
            listen(&bot, &mut session, say("book it"));
            let event = event(&bot, &mut session, say("tomorrow"));
            let intent = event.session_state.intent.unwrap();
            assert_eq!(intent.slot("Day"), Some(day), "{zone:?}");
        }
    }
}

#[test]
fn the_host_is_told_how_to_listen() {
    let prompt = json!({ "PromptSpecification": {
        "MaxRetries": 1,
        "AllowInterrupt": false,
        "MessageGroupsList": [{ "Message": { "PlainTextMessage": { "Value": "How many?" } } }],
        "PromptAttemptsSpecification": { "Retry1": {
            "AllowInterrupt": true,
            "AllowedInputTypes": { "AllowAudioInput": false, "AllowDTMFInput": true },
            "AudioAndDTMFInputSpecification": {
                "StartTimeoutMs": 7000,
                "AudioSpecification": { "MaxLengthMs": 8000, "EndTimeoutMs": 900 },
                "DTMFSpecification": { "MaxLength": 4, "EndTimeoutMs": 2000, "DeletionCharacter": "*", "EndCharacter": "#" }
            }
        } }
    } });
    let bot = bot(json!([intent(
        "Book",
        &["book it"],
        json!({ "Slots": [slot("Count", "AMAZON.Number", "", prompt)] })
    )]));
    let mut start = start(&bot);
    start.attributes.insert("x-amz-lex:dtmf:max-length:Book:*".to_owned(), "2".to_owned());
    let mut session = Session::new(&bot, start).unwrap();
    let first = session.listening().unwrap();
    assert!(first.allow_interrupt && first.allow_speech && first.keys_max_length == 1024);
    let initial = listen(&bot, &mut session, say("book it")).listening;
    assert!(!initial.allow_interrupt && initial.allow_speech);
    assert_eq!((initial.keys_max_length, initial.start_timeout), (2, Duration::from_secs(3)));
    let retry = listen(&bot, &mut session, say("hm")).listening;
    assert!(retry.allow_interrupt && !retry.allow_speech && retry.allow_keys);
    assert_eq!((retry.keys_max_length, retry.start_timeout), (2, Duration::from_secs(7)));
}

#[test]
fn an_utterance_beyond_all_limits_falls_back() {
    let bot = northwind();
    for words in ["word ".repeat(20_000), "🙂".repeat(25_000), "שלום ".repeat(10_000)] {
        let event = event(&bot, &mut session(&bot), say(&words));
        assert_eq!(event.interpretations[0].intent.name, "FallbackIntent");
        assert!(event.input_transcript.chars().count() <= 1024);
    }
}

#[test]
fn debug_output_keeps_what_was_said_to_itself() {
    let bot = northwind();
    let mut session = session(&bot);
    let mut shown = String::new();
    for input in [say("order 55421"), delegate(), Input::Dtmf("55421".to_owned())] {
        write!(shown, "{input:?} ").unwrap();
        match session.step(&bot, &now(), input) {
            Ok(effect) => writeln!(shown, "{effect:?} {session:?}").unwrap(),
            Err(error) => writeln!(shown, "{error:?} {error}").unwrap(),
        }
    }
    assert!(!shown.contains("55421"), "{shown}");
    assert!(shown.contains("Confirmation"), "what is asked is no secret: {shown}");
}
