//! What is written reads back as it was, and whatever else comes is read or refused.

use std::collections::BTreeMap;

use aws_events::lex::{
    ActiveContext, Attributes, BotIdentity, Button, ConfirmationState, ContentType, DialogAction,
    DialogActionType, ElicitSubSlot, Event, ImageResponseCard, InputMode, Intent, IntentState,
    Interpretation, InterpretationSource, InvocationSource, Message, PromptAttempt,
    ProposedNextState, ProposedPrompt, ResolvedContext, Response, ResponseState,
    RuntimeHintDetails, RuntimeHintValue, RuntimeHints, Sentiment, SentimentResponse,
    SentimentScore, SessionState, Slot, SlotElicitationStyle, SlotValue, Slots, TimeToLive,
    Transcription,
};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

fn text() -> impl Strategy<Value = String> {
    "\\PC{0,8}"
}

/// One of the names, or another.
fn open<T: for<'a> From<&'a str> + std::fmt::Debug>(
    names: &'static [&'static str],
) -> impl Strategy<Value = T> {
    prop_oneof![9 => select(names).prop_map(str::to_owned), 1 => text()]
        .prop_map(|it| T::from(it.as_str()))
}

/// One of the names.
fn known<T: for<'a> From<&'a str> + std::fmt::Debug>(
    names: &'static [&'static str],
) -> impl Strategy<Value = T> {
    select(names).prop_map(T::from)
}

fn attributes() -> impl Strategy<Value = Attributes> {
    btree_map(text(), text(), 0..3)
}

fn slot_value() -> impl Strategy<Value = SlotValue> {
    (text(), text(), vec(text(), 0..3)).prop_map(
        |(original_value, interpreted_value, resolved_values)| SlotValue {
            original_value,
            interpreted_value,
            resolved_values,
        },
    )
}

fn slots_of(slot: impl Strategy<Value = Slot>) -> impl Strategy<Value = Slots> {
    btree_map(text(), of(slot), 0..3)
}

/// A slot that Lex knows.
fn known_slot() -> impl Strategy<Value = Slot> {
    let scalar = slot_value().prop_map(|value| Slot::Scalar { value });
    scalar.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            (of(slot_value()), vec(inner.clone(), 0..3))
                .prop_map(|(value, values)| Slot::List { value, values }),
            (of(slot_value()), slots_of(inner))
                .prop_map(|(value, sub_slots)| Slot::Composite { value, sub_slots }),
        ]
    })
}

/// A slot that Lex knows, or something else.
fn slot() -> impl Strategy<Value = Slot> {
    let other = select(vec![json!("None"), json!(7), json!({}), json!({ "shape": "Tensor" })]);
    prop_oneof![9 => known_slot(), 1 => other.prop_map(Slot::Other)]
}

fn intent_of(
    state: impl Strategy<Value = IntentState>,
    confirmation: impl Strategy<Value = ConfirmationState>,
    slot: impl Strategy<Value = Slot>,
) -> impl Strategy<Value = Intent> {
    (text(), slots_of(slot), state, confirmation, of(text())).prop_map(
        |(name, slots, state, confirmation_state, found)| Intent {
            name,
            slots,
            state,
            confirmation_state,
            kendra_response: found.map(|it| Box::new(json!({ "QueryId": it }))),
        },
    )
}

fn intent() -> impl Strategy<Value = Intent> {
    intent_of(open(IntentState::NAMES), open(ConfirmationState::NAMES), slot())
}

fn dialog_action_of(
    action: impl Strategy<Value = DialogActionType>,
    style: impl Strategy<Value = SlotElicitationStyle>,
) -> impl Strategy<Value = DialogAction> {
    (action, of(text()), of(style), of(text())).prop_map(|(action, slot, style, part)| {
        DialogAction {
            r#type: action,
            slot_to_elicit: slot,
            slot_elicitation_style: style,
            sub_slot_to_elicit: part.map(|name| ElicitSubSlot { name, sub_slot_to_elicit: None }),
        }
    })
}

fn context() -> impl Strategy<Value = ActiveContext> {
    (text(), attributes(), any::<u32>(), any::<u32>()).prop_map(
        |(name, context_attributes, seconds, turns)| ActiveContext {
            name,
            context_attributes,
            time_to_live: TimeToLive { time_to_live_in_seconds: seconds, turns_to_live: turns },
        },
    )
}

fn hints() -> impl Strategy<Value = RuntimeHints> {
    let values = vec(text().prop_map(|phrase| RuntimeHintValue { phrase }), 0..3);
    let details = values.prop_map(|runtime_hint_values| RuntimeHintDetails {
        runtime_hint_values,
        sub_slot_hints: BTreeMap::new(),
    });
    let details = details.prop_recursive(2, 4, 2, |inner| {
        btree_map(text(), inner, 0..2).prop_map(|sub_slot_hints| RuntimeHintDetails {
            runtime_hint_values: Vec::new(),
            sub_slot_hints,
        })
    });
    btree_map(text(), btree_map(text(), details, 0..2), 0..2)
        .prop_map(|slot_hints| RuntimeHints { slot_hints })
}

fn session_state() -> impl Strategy<Value = SessionState> {
    let action = dialog_action_of(open(DialogActionType::NAMES), open(SlotElicitationStyle::NAMES));
    let intent = intent();
    (vec(context(), 0..2), attributes(), of(action), of(intent), of(text()), of(hints())).prop_map(
        |(contexts, session_attributes, dialog_action, intent, id, runtime_hints)| SessionState {
            active_contexts: contexts,
            session_attributes,
            dialog_action,
            intent,
            originating_request_id: id,
            runtime_hints,
        },
    )
}

fn response_state() -> impl Strategy<Value = ResponseState> {
    let action =
        dialog_action_of(known(DialogActionType::NAMES), known(SlotElicitationStyle::NAMES));
    let intent =
        intent_of(known(IntentState::NAMES), known(ConfirmationState::NAMES), known_slot());
    let contexts = of(vec(context(), 0..2));
    (contexts, of(attributes()), of(action), of(intent), of(text()), of(hints())).prop_map(
        |(active_contexts, session_attributes, dialog_action, intent, id, runtime_hints)| {
            ResponseState {
                active_contexts,
                session_attributes,
                dialog_action,
                intent,
                originating_request_id: id,
                runtime_hints,
            }
        },
    )
}

fn sentiment() -> impl Strategy<Value = SentimentResponse> {
    let score = [0.0..=1.0, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0].prop_map(
        |[mixed, negative, neutral, positive]| SentimentScore {
            mixed,
            negative,
            neutral,
            positive,
        },
    );
    (open(Sentiment::NAMES), of(score))
        .prop_map(|(sentiment, sentiment_score)| SentimentResponse { sentiment, sentiment_score })
}

fn interpretation() -> impl Strategy<Value = Interpretation> {
    (intent(), of(0.0..=1.0), of(open(InterpretationSource::NAMES)), of(sentiment())).prop_map(
        |(intent, nlu_confidence, interpretation_source, sentiment_response)| Interpretation {
            intent,
            nlu_confidence,
            interpretation_source,
            sentiment_response,
        },
    )
}

fn transcription() -> impl Strategy<Value = Transcription> {
    (text(), of(0.0..=1.0), of(text()), slots_of(slot())).prop_map(
        |(transcription, transcription_confidence, intent, resolved_slots)| Transcription {
            transcription,
            transcription_confidence,
            resolved_context: intent.map(|intent| ResolvedContext { intent }),
            resolved_slots,
        },
    )
}

fn proposed() -> impl Strategy<Value = ProposedNextState> {
    let action = dialog_action_of(open(DialogActionType::NAMES), open(SlotElicitationStyle::NAMES));
    (action, of(intent()), of(open(PromptAttempt::NAMES))).prop_map(
        |(dialog_action, intent, attempt)| ProposedNextState {
            dialog_action,
            intent,
            prompt: attempt.map(|attempt| ProposedPrompt { attempt }),
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let how = (open(InvocationSource::NAMES), open(InputMode::NAMES), of(text()), text());
    let bot = [text(), text(), text(), text(), text(), text()];
    let said = (text(), vec(interpretation(), 0..3), vec(transcription(), 0..2));
    (how, bot, said, of(proposed()), attributes(), session_state()).prop_map(
        |(how, bot, said, proposed_next_state, request_attributes, session_state)| {
            let (invocation_source, input_mode, invocation_label, session_id) = how;
            let [id, name, alias_id, alias_name, locale_id, version] = bot;
            let (input_transcript, interpretations, transcriptions) = said;
            Event {
                message_version: "1.0".to_owned(),
                invocation_source,
                input_mode,
                response_content_type: "text/plain; charset=utf-8".to_owned(),
                session_id,
                input_transcript,
                invocation_label,
                bot: BotIdentity { id, name, alias_id, alias_name, locale_id, version },
                interpretations,
                proposed_next_state,
                request_attributes,
                session_state,
                transcriptions,
            }
        },
    )
}

fn message() -> impl Strategy<Value = Message> {
    let content_type =
        select(vec![ContentType::CustomPayload, ContentType::PlainText, ContentType::Ssml]);
    let button = (text(), text()).prop_map(|(text, value)| Button { text, value });
    let card = (text(), of(text()), of(text()), vec(button, 0..2)).prop_map(
        |(title, subtitle, image_url, buttons)| ImageResponseCard {
            title,
            subtitle,
            image_url,
            buttons,
        },
    );
    prop_oneof![
        (content_type, text()).prop_map(|(kind, text)| Message::new(kind, text)),
        card.prop_map(Message::card),
    ]
}

fn response() -> impl Strategy<Value = Response> {
    (response_state(), vec(message(), 0..3), attributes()).prop_map(
        |(session_state, messages, request_attributes)| Response {
            session_state,
            messages,
            request_attributes,
        },
    )
}

/// Any JSON, with names that stand in events and answers.
fn any_json() -> impl Strategy<Value = Value> {
    let names = select(vec![
        "sessionState",
        "sessionId",
        "invocationSource",
        "dialogAction",
        "type",
        "intent",
        "name",
        "slots",
        "shape",
        "value",
        "values",
        "subSlots",
        "interpretations",
        "nluConfidence",
        "score",
        "messages",
        "contentType",
        "content",
        "activeContexts",
        "timeToLive",
        "state",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
        select(vec!["Close", "Scalar", "List", "Composite", "PlainText"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 48, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(names.clone(), inner, 0..6).prop_map(|fields| {
                Value::Object(fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
            }),
        ]
    })
}

/// JSON pointers to every place in `value`.
fn places(value: &Value, at: &str) -> Vec<String> {
    let mut found = vec![at.to_owned()];
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                found.extend(places(value, &format!("{at}/{name}")));
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                found.extend(places(value, &format!("{at}/{place}")));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
    found
}

proptest! {
    #[test]
    fn an_event_reads_back_as_written(event in event()) {
        let written = serde_json::to_string(&event).unwrap();
        let read: Event = serde_json::from_str(&written).unwrap();
        prop_assert!(read == event, "{written}");
    }

    #[test]
    fn an_answer_reads_back_as_written(response in response()) {
        let written = serde_json::to_string(&response).unwrap();
        let read: Response = serde_json::from_str(&written).unwrap();
        prop_assert!(read == response, "{written}");
    }

    #[test]
    fn what_is_read_of_anything_reads_back_as_written(json in any_json()) {
        if let Ok(event) = serde_json::from_value::<Event>(json.clone()) {
            let written = serde_json::to_value(&event).unwrap();
            prop_assert!(serde_json::from_value::<Event>(written).unwrap() == event);
        }
        if let Ok(response) = serde_json::from_value::<Response>(json) {
            let written = serde_json::to_value(&response).unwrap();
            prop_assert!(serde_json::from_value::<Response>(written).unwrap() == response);
        }
    }

    #[test]
    fn a_part_of_another_shape_costs_no_event(
        event in event(), place in any::<prop::sample::Index>(), by in any_json()
    ) {
        let mut json = serde_json::to_value(&event).unwrap();
        let all = places(&json, "");
        let place = place.get(&all);
        *json.pointer_mut(place).unwrap() = by;
        let needed = ["", "/invocationSource", "/sessionId", "/sessionState"];
        let read = serde_json::from_value::<Event>(json);
        prop_assert!(read.is_ok() || needed.contains(&place.as_str()), "{place}: {read:?}");
    }

    #[test]
    fn an_answer_is_refused_by_the_place_that_is_wrong(
        response in response(), place in any::<prop::sample::Index>()
    ) {
        let mut json = serde_json::to_value(&response).unwrap();
        let all = places(&json, "");
        let place = place.get(&all);
        // Nowhere in an answer may `true` stand, except in what Kendra found.
        *json.pointer_mut(place).unwrap() = Value::Bool(true);
        let read = serde_json::from_value::<Response>(json);
        if place.contains("/kendraResponse") {
            prop_assert!(read.is_ok());
        } else {
            let message = read.unwrap_err().to_string();
            prop_assert!(message.contains("is true or false, expected"), "{place}: {message}");
        }
    }

    #[test]
    fn debug_shows_nothing_that_was_said(words in "[a-z]{12}") {
        let said = || Some(Slot::scalar(words.as_str()));
        let intent = Intent {
            slots: Slots::from([
                ("Scalar".to_owned(), said()),
                ("List".to_owned(), Some(Slot::List { value: None, values: vec![Slot::scalar(words.as_str())] })),
                ("Composite".to_owned(), Some(Slot::Composite {
                    value: None,
                    sub_slots: Slots::from([("Part".to_owned(), said())]),
                })),
                ("Other".to_owned(), Some(Slot::Other(json!(words)))),
            ]),
            ..Intent::new("A")
        };
        let event: Event = serde_json::from_value(json!({
            "invocationSource": "DialogCodeHook", "sessionId": "s-1", "inputTranscript": words,
            "interpretations": [{ "intent": intent }],
            "proposedNextState": { "dialogAction": { "type": "Close" }, "intent": intent },
            "requestAttributes": { "x-amz-lex:dtmf-transcript": words },
            "sessionState": {
                "intent": intent, "sessionAttributes": { "name": words },
                "activeContexts": [{
                    "name": "c", "contextAttributes": { "name": words },
                    "timeToLive": { "timeToLiveInSeconds": 5, "turnsToLive": 1 }
                }],
                "runtimeHints": { "slotHints": {
                    "A": { "Scalar": { "runtimeHintValues": [{ "phrase": words }] } }
                } }
            },
            "transcriptions": [{ "transcription": words, "resolvedSlots": intent.slots }]
        })).unwrap();
        let shown = format!("{event:?}");
        prop_assert!(!shown.contains(&words), "{shown}");
        for shape in ["Scalar(..)", "List([", "Composite({", "Other(..)"] {
            prop_assert!(shown.contains(shape), "{shown}");
        }
        let shown = format!("{:?}", event.transcriptions);
        prop_assert!(!shown.contains(&words), "{shown}");
    }
}

#[test]
fn debug_keeps_what_was_said_to_itself() {
    let secret = "+12025550143";
    let button = Button { text: secret.to_owned(), value: secret.to_owned() };
    let card = ImageResponseCard {
        title: secret.to_owned(),
        subtitle: Some(secret.to_owned()),
        image_url: Some(secret.to_owned()),
        buttons: vec![button],
    };
    let attributes = BTreeMap::from([("phone".to_owned(), secret.to_owned())]);
    let intent = Intent {
        kendra_response: Some(Box::new(Value::from(secret))),
        slots: BTreeMap::from([
            ("A".to_owned(), Some(Slot::Other(Value::from(secret)))),
            ("B".to_owned(), Some(Slot::scalar(secret))),
        ]),
        ..Intent::new("Book")
    };
    let response = Response {
        session_state: ResponseState {
            session_attributes: Some(attributes.clone()),
            intent: Some(intent),
            ..ResponseState::default()
        },
        messages: vec![Message::card(card), Message::new(ContentType::PlainText, secret)],
        request_attributes: attributes,
    };
    let shown = format!("{response:?}");
    assert!(!shown.contains(secret), "{shown}");
    for told in ["Book", "phone", "ImageResponseCard", "PlainText"] {
        assert!(shown.contains(told), "{shown}");
    }
}
