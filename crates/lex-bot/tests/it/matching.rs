//! What utterances mean, as the code hook sees it.

use aws_events::lex::Interpretation;
use lex_bot::{Bot, Effect};
use serde_json::json;

use crate::northwind;
use crate::script::{now, say, session};
use crate::small::intent;

/// The readings of an utterance at the beginning of a conversation.
fn readings(bot: &Bot, said: &str) -> Vec<Interpretation> {
    match session(bot).step(bot, &now(), say(said)).unwrap() {
        Effect::InvokeHook(invocation) => invocation.event.interpretations,
        Effect::Done(outcome) => outcome.interpretations,
        // Only the intent without a hook listens at once.
        Effect::Listen(_) | Effect::Progress(_) | Effect::Search(_) => Vec::new(),
    }
}

fn best(bot: &Bot, said: &str) -> Interpretation {
    readings(bot, said).into_iter().next().unwrap()
}

#[test]
fn exact_samples_are_certain() {
    let bot = northwind();
    for (said, intent) in [
        ("track my order", "CheckOrderStatus"),
        ("Where's my order?", "CheckOrderStatus"),
        ("My order hasn't arrived.", "CheckOrderStatus"),
        ("what is the status of my order", "CheckOrderStatus"),
        ("agent", "TalkToAgent"),
        ("a person, please", "TalkToAgent"),
        ("No", "Goodbye"),
        ("That's it.", "Goodbye"),
        ("hang up", "Goodbye"),
    ] {
        let best = best(&bot, said);
        assert_eq!(best.intent.name, intent, "{said:?}");
        assert_eq!(best.nlu_confidence, Some(1.0), "{said:?}");
    }
}

#[test]
fn near_variants_are_recognised() {
    let bot = northwind();
    for (said, intent) in [
        ("um, where's my order, please?", "CheckOrderStatus"),
        ("where are my orders", "CheckOrderStatus"),
        ("could you track my order for me", "CheckOrderStatus"),
        ("I wanna track the order", "CheckOrderStatus"),
        ("hello I'd like to track my order", "CheckOrderStatus"),
        ("my order, where is it", "CheckOrderStatus"),
        ("can you tell me where my packege is", "CheckOrderStatus"),
        ("status of the order", "CheckOrderStatus"),
        ("no, where's my order", "CheckOrderStatus"),
        ("can I talk to a real person", "TalkToAgent"),
        ("I need to speak to an agent now", "TalkToAgent"),
        ("let me talk to somebody, an agent", "TalkToAgent"),
        ("representatives", "TalkToAgent"),
        ("okay, bye bye", "Goodbye"),
        ("so that's it then", "Goodbye"),
        ("that's all for now", "Goodbye"),
        ("thank you for your help", "Goodbye"),
    ] {
        let best = best(&bot, said);
        assert_eq!(best.intent.name, intent, "{said:?}");
        assert!(best.nlu_confidence >= Some(0.4), "{said:?} {:?}", best.nlu_confidence);
    }
}

#[test]
fn anything_else_falls_back() {
    let bot = northwind();
    for said in [
        "",
        "   ",
        "?!",
        "blah blah",
        "purple monkey dishwasher",
        "what is the meaning of life",
        "what is the time",
        "I have a question about my invoice",
        "I have 3 cats",
        "I have 12345 cats",
        "my number is up",
        "cancel my order",
        "I want to cancel order 55421",
        "help",
        "yes",
        "that's wrong",
        "hang on",
        "hang on a minute",
        "I don't want an agent",
        "my card was stolen",
        "tell me a joke",
        "one moment please",
        "5542",
        "five five four two one nine",
    ] {
        assert_eq!(best(&bot, said).intent.name, "FallbackIntent", "{said:?}");
    }
    assert_eq!(best(&bot, &"order ".repeat(100)).intent.name, "FallbackIntent");
    assert_eq!(best(&bot, &"x".repeat(5000)).intent.name, "FallbackIntent");
}

#[test]
fn slots_are_taken_from_the_utterance() {
    let bot = northwind();
    for (said, number, original) in [
        ("55421", "55421", "55421"),
        ("I want to check order five five four two one", "55421", "five five four two one"),
        ("it's double five four two one", "55421", "double five four two one"),
        ("order number 5-5-4-2-1 please", "55421", "5-5-4-2-1"),
        (
            "my order number is fifty five, four, twenty one",
            "55421",
            "fifty five, four, twenty one",
        ),
        ("no, it's 44 322", "44322", "44 322"),
        ("What's the status of order 4 oh 3 2 1?", "40321", "4 oh 3 2 1"),
    ] {
        let intent = best(&bot, said).intent;
        assert_eq!(intent.name, "CheckOrderStatus", "{said:?}");
        assert_eq!(intent.slot("OrderNumber"), Some(number), "{said:?}");
        let Some(Some(aws_events::lex::Slot::Scalar { value })) = intent.slots.get("OrderNumber")
        else {
            panic!("{said:?}");
        };
        assert_eq!(value.original_value, original);
        assert_eq!(value.resolved_values, [number]);
    }
    // A number that is none leaves the wish and is asked for.
    let intent = best(&bot, "where is order 5542").intent;
    assert_eq!((intent.name.as_str(), intent.slot("OrderNumber")), ("CheckOrderStatus", None));
}

#[test]
fn the_fallback_intent_stands_where_the_threshold_runs() {
    let bot = northwind();
    let names = |said: &str| -> Vec<String> {
        readings(&bot, said).into_iter().map(|it| it.intent.name).collect()
    };
    assert_eq!(
        names("speak to an agent about order 55421"),
        ["TalkToAgent", "FallbackIntent", "CheckOrderStatus"]
    );
    assert_eq!(names("help"), ["FallbackIntent", "Goodbye"]);
    assert_eq!(names("agent"), ["TalkToAgent", "FallbackIntent"]);
}

#[test]
fn the_threshold_is_the_definitions() {
    let mut properties = crate::properties();
    properties["BotLocales"][0]["NluConfidenceThreshold"] = 1.0.into();
    let bot = Bot::from_cloudformation(&properties).unwrap();
    assert_eq!(best(&bot, "track my order").intent.name, "CheckOrderStatus");
    assert_eq!(best(&bot, "track the order").intent.name, "FallbackIntent");
}

#[test]
fn a_digit_is_a_sample_however_it_is_said() {
    let digit = |name: &str, sample: &str| intent(name, &[sample], json!({}));
    let bot = crate::small::bot(json!([digit("Five", "5"), digit("Seven", "press 7")]));
    for (said, intent) in [("five", "Five"), ("5", "Five"), ("press seven", "Seven")] {
        let best = best(&bot, said);
        assert_eq!((best.intent.name.as_str(), best.nlu_confidence), (intent, Some(1.0)), "{said}");
    }
}

#[test]
fn a_sample_word_for_word_comes_before_one_with_a_value() {
    let counts = crate::small::slot("Count", "AMAZON.Number", "How many?", json!({}));
    let bot = crate::small::bot(json!([
        intent("Order", &["I want {Count}"], json!({ "Slots": [counts] })),
        intent("Party", &["I want two"], json!({})),
    ]));
    assert_eq!(best(&bot, "I want two").intent.name, "Party");
    assert_eq!(best(&bot, "I want three").intent.name, "Order");
}
