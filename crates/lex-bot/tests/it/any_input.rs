//! Whatever comes, in whatever order, a session answers.

use aws_events::lex::{
    Attributes, ConfirmationState, ContentType, DialogAction, DialogActionType, Intent,
    IntentState, Message, Response, ResponseState, Slot,
};
use lex_bot::{Bot, Effect, Input};
use proptest::prelude::*;
use serde_json::Value;

use crate::script::{now, say, session};
use crate::{northwind, properties};

fn said() -> impl Strategy<Value = String> {
    let likely = prop::sample::select(vec![
        "",
        "yes",
        "no",
        "track my order",
        "order 55421",
        "no, it's 44322",
        "55421",
        "agent",
        "send 3 gifts to New York",
        "send a gift to Rome by fast mail",
        "slow",
        "that's it",
        "double five four two one",
        "one hundred thousand and",
        "blah {OrderNumber} [contactId]",
    ]);
    prop_oneof![4 => likely.prop_map(str::to_owned), 1 => ".{0,40}", 1 => "[a-z0-9' ,.-]{0,60}"]
}

fn response() -> impl Strategy<Value = Response> {
    let action = prop::option::of((
        prop::sample::select(vec![
            DialogActionType::Close,
            DialogActionType::ConfirmIntent,
            DialogActionType::Delegate,
            DialogActionType::ElicitIntent,
            DialogActionType::ElicitSlot,
            DialogActionType::FulfillIntent,
            DialogActionType::None,
        ]),
        prop::option::of(prop::sample::select(vec!["OrderNumber", "Town", "Speed", "x"])),
    ));
    let intent = prop::option::of((
        prop::sample::select(vec![
            "CheckOrderStatus",
            "ShipGift",
            "Goodbye",
            "FallbackIntent",
            "x",
        ]),
        prop::sample::select(vec![
            IntentState::Failed,
            IntentState::Fulfilled,
            IntentState::FulfillmentInProgress,
            IntentState::InProgress,
            IntentState::ReadyForFulfillment,
            IntentState::Waiting,
        ]),
        prop::sample::select(vec![
            ConfirmationState::Confirmed,
            ConfirmationState::Denied,
            ConfirmationState::None,
        ]),
        prop::option::of(prop::sample::select(vec!["OrderNumber", "Town", "x"])),
    ));
    (action, intent, prop::bool::ANY, ".{0,20}").prop_map(|(action, intent, speaks, text)| {
        Response {
            session_state: ResponseState {
                dialog_action: action.map(|(r#type, slot)| DialogAction {
                    slot_to_elicit: slot.map(str::to_owned),
                    ..DialogAction::new(r#type)
                }),
                intent: intent.map(|(name, state, confirmation_state, slot)| Intent {
                    state,
                    confirmation_state,
                    slots: slot
                        .map(|it| (it.to_owned(), Some(Slot::scalar(text.clone()))))
                        .into_iter()
                        .collect(),
                    ..Intent::new(name)
                }),
                session_attributes: Some(Attributes::from([("a".to_owned(), text.clone())])),
                ..ResponseState::default()
            },
            messages: speaks.then_some(Message::new(ContentType::Ssml, text)).into_iter().collect(),
            request_attributes: Attributes::new(),
        }
    })
}

/// Calls before the hook must have given up the turn: dialogue, fulfilment, and the dialogue and
/// fulfilment of the fallback intent.
const MOST_HOOK_CALLS: usize = 4;

/// What a hook does that always delegates, until the caller's turn.
fn until_callers_turn(bot: &Bot, session: &mut lex_bot::Session, mut effect: Effect) -> Effect {
    let delegate = Response {
        session_state: ResponseState {
            dialog_action: Some(DialogAction::new(DialogActionType::Delegate)),
            ..ResponseState::default()
        },
        messages: Vec::new(),
        request_attributes: Attributes::new(),
    };
    for _ in 0..MOST_HOOK_CALLS {
        if !matches!(effect, Effect::InvokeHook(_)) {
            return effect;
        }
        effect = session.step(bot, &now(), Input::Hook(delegate.clone())).unwrap();
    }
    panic!("the hook is called without end");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_caller_may_say_anything(
        turns in prop::collection::vec((said(), prop::bool::ANY), 1..12),
    ) {
        let bot = northwind();
        let mut session = session(&bot);
        for (said, by_keys) in turns {
            let input = if by_keys { Input::Dtmf(said) } else { say(&said) };
            let effect = session.step(&bot, &now(), input).unwrap();
            if matches!(until_callers_turn(&bot, &mut session, effect), Effect::Done(_)) {
                return Ok(());
            }
        }
    }

    #[test]
    fn a_hook_may_answer_anything(
        turns in prop::collection::vec((said(), prop::collection::vec(response(), 1..4)), 1..8),
    ) {
        let bot = northwind();
        let mut session = session(&bot);
        for (said, answers) in turns {
            let mut effect = session.step(&bot, &now(), say(&said)).unwrap();
            for answer in answers {
                if matches!(effect, Effect::InvokeHook(_)) {
                    // A bad answer is refused and leaves the session waiting for a better one.
                    if let Ok(next) = session.step(&bot, &now(), Input::Hook(answer)) {
                        effect = next;
                    }
                }
            }
            if matches!(until_callers_turn(&bot, &mut session, effect), Effect::Done(_)) {
                return Ok(());
            }
        }
    }

    #[test]
    fn any_damage_to_a_definition_is_an_error_or_a_bot(
        steps in prop::collection::vec(0..40_usize, 1..8),
        replacement in prop::sample::select(vec![
            Value::Null, Value::Bool(true), 7.into(), "x".into(), "{".into(),
            Value::Array(Vec::new()), Value::Object(serde_json::Map::new()),
        ]),
    ) {
        let mut properties = properties();
        let mut place = &mut properties;
        for step in steps {
            let children = place.as_array().map_or_else(
                || place.as_object().map_or(0, serde_json::Map::len),
                Vec::len,
            );
            if children == 0 {
                break;
            }
            place = match place {
                Value::Array(items) => &mut items[step % children],
                Value::Object(fields) => fields.values_mut().nth(step % children).unwrap(),
                _ => break,
            };
        }
        *place = replacement;
        if let Ok(bot) = Bot::from_cloudformation(&properties)
            && bot.locales().any(|it| it == "en_US")
        {
            let _effect = session(&bot).step(&bot, &now(), say("order 55421"));
        }
    }
}
