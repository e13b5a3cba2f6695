//! Whatever a bot says comes next, a conversation with it waits, ends or says what is wrong.

use lex_bot::{Answer, Bot, Effect, Expects, Hearing, Input, Session, SessionError, Speech};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::script::{delegate, hook, now, session};
use crate::small::{branches, called, merged, prompt, properties, said, step};

/// Intents of a bot, which all have the same slots.
const INTENTS: [&str; 3] = ["Alpha", "Beta", "Gamma"];

fn a_step() -> BoxedStrategy<Value> {
    let action = prop::sample::select(vec![
        "CloseIntent",
        "ConfirmIntent",
        "ElicitIntent",
        "ElicitSlot",
        "EndConversation",
        "EvaluateConditional",
        "FulfillIntent",
        "InvokeDialogCodeHook",
        "StartIntent",
    ]);
    let intent = prop::sample::select(INTENTS.to_vec());
    let slot = prop::sample::select(vec!["Number", "City", "Words"]);
    let value = prop::option::of(prop::sample::select(vec!["{City}", "[a]", "seven", ""]));
    (action, intent, slot, any::<bool>(), value)
        .prop_map(|(action, intent, slot, mute, value)| {
            let mut dialog = json!({ "SuppressNextMessage": mute });
            if action == "ElicitSlot" {
                dialog = merged(dialog, json!({ "SlotToElicit": slot }));
            }
            let mut next = step(action, dialog);
            if action == "StartIntent" {
                next = merged(next, json!({ "Intent": { "Name": intent } }));
            }
            if let Some(value) = value {
                next =
                    merged(next, json!({ "SessionAttributes": [{ "Key": "a", "Value": value }] }));
            }
            next
        })
        .boxed()
}

/// The fields of a path with this prefix; half of the time there is none.
fn a_path(prefix: &'static str) -> BoxedStrategy<Value> {
    let condition = prop::sample::select(vec![
        "{Number} > 5",
        "[a] = \"seven\"",
        "fn.IS_SET({City}) AND NOT [b] = 1",
        "$.inputTranscript = \"yes\"",
    ]);
    let branch = prop::option::weighted(0.3, (condition, a_step(), a_step()));
    (prop::option::weighted(0.5, a_step()), any::<bool>(), branch)
        .prop_map(move |(next, speaks, branch)| {
            let field = |name: &str| {
                if prefix.is_empty() { name.to_owned() } else { format!("{prefix}{name}") }
            };
            let mut fields = serde_json::Map::new();
            if speaks {
                let words = if prefix.is_empty() {
                    "InitialResponse".to_owned()
                } else {
                    field("Response")
                };
                fields.insert(words, said("Words for {City}, [a]."));
            }
            if let Some(next) = next {
                fields.insert(field("NextStep"), next);
            }
            if let Some((condition, yes, no)) = branch {
                let default = json!({ "NextStep": no });
                fields.insert(
                    field("Conditional"),
                    branches(&[(condition, "Because.", yes)], default),
                );
            }
            Value::Object(fields)
        })
        .boxed()
}

fn a_hook() -> BoxedStrategy<Value> {
    let paths = (a_path("Success"), a_path("Failure"), a_path("Timeout"));
    prop::option::of(paths)
        .prop_map(|paths| match paths {
            None => json!({}),
            Some((success, failure, timeout)) => {
                json!({ "CodeHook": called("here", merged(merged(success, failure), timeout)) })
            }
        })
        .boxed()
}

fn a_slot(name: &'static str, slot_type: &'static str) -> BoxedStrategy<Value> {
    let waiting = json!({ "WaitAndContinueSpecification": {
        "WaitingResponse": said("Take your time."),
        "ContinueResponse": said("Yes?"),
        "StillWaitingResponse": merged(said("Hm."), json!({ "FrequencyInSeconds": 1, "TimeoutInSeconds": 3 }))
    } });
    (a_path("Capture"), a_path("Failure"), a_hook(), any::<bool>(), any::<bool>())
        .prop_map(move |(captured, failed, hook, required, waits)| {
            let mut setting = json!({
                "SlotConstraint": if required { "Required" } else { "Optional" },
                "PromptSpecification": prompt("And?", 1),
                "SlotCaptureSetting": merged(merged(captured, failed), hook)
            });
            if waits {
                setting = merged(setting, waiting.clone());
            }
            json!({ "Name": name, "SlotTypeName": slot_type, "ValueElicitationSetting": setting })
        })
        .boxed()
}

fn update(words: &str, field: &str) -> Value {
    json!({ "MessageGroups": said(words)["MessageGroupsList"], field: 1 })
}

fn an_intent(name: &'static str) -> BoxedStrategy<Value> {
    let confirmation = prop::option::of((
        a_path("Confirmation"),
        a_path("Declination"),
        a_path("Failure"),
        a_hook(),
    ));
    let fulfilment =
        (any::<bool>(), a_path("Success"), a_path("Failure"), a_path("Timeout"), any::<bool>());
    let opening = (a_path(""), a_hook());
    let slots = (
        a_slot("Number", "AMAZON.Number"),
        a_slot("City", "AMAZON.City"),
        a_slot("Words", "AMAZON.FreeFormInput"),
    );
    let closing = prop::option::of(a_step());
    (opening, slots, confirmation, fulfilment, closing, any::<bool>())
        .prop_map(move |(opening, slots, confirmation, fulfilment, closing, every_turn)| {
            let (enabled, success, failure, timeout, slow) = fulfilment;
            let after = merged(merged(success, failure), timeout);
            let updates = json!({
                "Active": slow,
                "StartResponse": update("A moment.", "DelayInSeconds"),
                "UpdateResponse": update("Another.", "FrequencyInSeconds"),
                "TimeoutInSeconds": 3
            });
            let mut intent = json!({
                "Name": name,
                "SampleUtterances": [
                    { "Utterance": format!("I want {name}") },
                    { "Utterance": format!("{name} for {{Number}} in {{City}}") }
                ],
                "DialogCodeHook": { "Enabled": every_turn },
                "InitialResponseSetting": merged(opening.0, opening.1),
                "Slots": [slots.0, slots.1, slots.2],
                "OutputContexts": [{ "Name": "done", "TimeToLiveInSeconds": 60, "TurnsToLive": 1 }],
                "FulfillmentCodeHook": {
                    "Enabled": enabled,
                    "PostFulfillmentStatusSpecification": after,
                    "FulfillmentUpdatesSpecification": updates
                }
            });
            if let Some((yes, no, unclear, hook)) = confirmation {
                let setting = merged(merged(merged(yes, no), unclear), hook);
                let asked = json!({ "PromptSpecification": prompt("Sure?", 1) });
                intent =
                    merged(intent, json!({ "IntentConfirmationSetting": merged(setting, asked) }));
            }
            if let Some(closing) = closing {
                let setting = json!({ "ClosingResponse": said("Bye."), "NextStep": closing });
                intent = merged(intent, json!({ "IntentClosingSetting": setting }));
            }
            intent
        })
        .boxed()
}

fn a_bot() -> BoxedStrategy<Value> {
    let search = prop::option::of(prop::sample::select(vec![
        "AMAZON.KendraSearchIntent",
        "AMAZON.QnAIntent",
        "AMAZON.QInConnectIntent",
    ]));
    (an_intent("Alpha"), an_intent("Beta"), an_intent("Gamma"), search)
        .prop_map(|(alpha, beta, gamma, search)| {
            let mut intents = vec![alpha, beta, gamma];
            intents
                .extend(search.map(|it| json!({ "Name": "Search", "ParentIntentSignature": it })));
            properties(Value::Array(intents), json!([]))
        })
        .boxed()
}

fn an_input() -> BoxedStrategy<Input> {
    let said = prop::sample::select(vec![
        "I want Alpha",
        "I want Beta",
        "Gamma for 7 in Boston",
        "7",
        "Boston",
        "yes",
        "no",
        "hold on",
        "I'm ready",
        "what on earth",
        "🙂 שלום",
        "",
    ]);
    let answer = prop::sample::select(vec![
        json!({ "type": "Delegate" }),
        json!({ "type": "ElicitSlot", "slotToElicit": "City" }),
        json!({ "type": "ConfirmIntent" }),
        json!({ "type": "ElicitIntent" }),
        json!({ "type": "Close" }),
    ]);
    let state =
        prop::sample::select(vec!["InProgress", "ReadyForFulfillment", "Fulfilled", "Failed"]);
    let intent = prop::option::of((prop::sample::select(INTENTS.to_vec()), state));
    prop_oneof![
        4 => said.prop_map(|it| Input::Speech(Speech::new(it))),
        1 => ".{0,30}".prop_map(|it: String| Input::Speech(Speech {
            others: vec![Hearing { text: "I want Beta".to_owned(), confidence: Some(0.3) }],
            ..Speech::new(it)
        })),
        1 => (prop::sample::select(vec!["so it goes ", "é", "🙂", "\u{1}"]), 1_usize..1100, 0..10)
            .prop_map(|(word, length, others)| {
                let text: String = word.repeat(length).chars().take(length).collect();
                let other = |_| Hearing { text: text.clone(), confidence: Some(0.2) };
                Input::Speech(Speech {
                    others: (0..others).map(other).collect(),
                    ..Speech::new(text.as_str())
                })
            }),
        1 => "[0-9*#]{0,6}".prop_map(Input::Dtmf),
        1 => Just(Input::Silence),
        1 => Just(Input::Elapsed),
        1 => Just(Input::HookFailed),
        1 => Just(Input::HookTimedOut),
        3 => Just(delegate()),
        2 => (answer, intent).prop_map(|(action, intent)| {
            let mut state = json!({ "dialogAction": action });
            if let Some((name, it)) = intent {
                state = merged(state, json!({ "intent": { "name": name, "state": it } }));
            }
            hook(&json!({
                "sessionState": state,
                "messages": [{ "contentType": "PlainText", "content": "Words." }]
            }))
        }),
        1 => Just(Input::Found(None)),
        1 => Just(Input::Found(Some(Answer::new("It is so.")))),
    ]
    .boxed()
}

/// What comes of an input, else of what the last effect asks for; `None` when it goes round in a
/// circle, which a definition may do. Any other error of a fitting input is one of the session.
fn helped(session: &mut Session, bot: &Bot, effect: &Effect, input: Input) -> Option<Effect> {
    let by_caller =
        matches!(input, Input::Speech(_) | Input::Text(_) | Input::Dtmf(_) | Input::Silence);
    match session.step(bot, &now(), input) {
        Ok(effect) => return Some(effect),
        Err(SessionError::Circle { .. }) if by_caller => return None,
        Err(SessionError::OutOfTurn { .. }) => {}
        Err(
            SessionError::Circle { .. }
            | SessionError::Hook(_)
            | SessionError::HookFailed { .. }
            | SessionError::HookTimedOut { .. },
        ) if !by_caller => {}
        Err(error) => panic!("{error}"),
    }
    let fitting = match effect {
        Effect::InvokeHook(_) | Effect::Progress(_) => delegate(),
        Effect::Listen(_) => Input::Silence,
        Effect::Search(_) => Input::Found(None),
        Effect::Done(_) => return None,
    };
    stepped(session, bot, fitting)
}

/// What comes of an input that fits.
fn stepped(session: &mut Session, bot: &Bot, input: Input) -> Option<Effect> {
    match session.step(bot, &now(), input) {
        Ok(effect) => Some(effect),
        Err(SessionError::Circle { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_bot_can_be_talked_to(
        definition in a_bot(),
        inputs in prop::collection::vec(an_input(), 1..24),
    ) {
        let bot = Bot::from_cloudformation(&definition).unwrap();
        let mut session = session(&bot);
        let mut effect = stepped(&mut session, &bot, Input::Speech(Speech::new("I want Alpha")));
        for input in inputs {
            let Some(last) = effect else { return Ok(()) };
            match &last {
                Effect::InvokeHook(invocation) => {
                    let bytes = serde_json::to_vec(&invocation.event).unwrap().len();
                    prop_assert!(bytes <= 12 * 1024);
                }
                Effect::Listen(listen) => {
                    if let Expects::Slot { name } = &listen.expects {
                        prop_assert!(["Number", "City", "Words"].contains(&name.as_str()));
                    }
                }
                Effect::Done(outcome) => {
                    prop_assert_eq!(&outcome.interpretations[0].intent, &outcome.intent);
                    return Ok(());
                }
                Effect::Progress(_) | Effect::Search(_) => {}
            }
            effect = helped(&mut session, &bot, &last, input);
        }
    }
}
