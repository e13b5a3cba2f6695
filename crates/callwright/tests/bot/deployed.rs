//! What the bot that is deployed understands, in words that are no sample of it, and what it must
//! not take for one of its intents.

use serde_json::Value;

use crate::{bot, project};

const UNDERSTOOD: &[(&str, &str)] = &[
    ("track my order", "CheckOrderStatus"),
    ("any news on my order today", "CheckOrderStatus"),
    ("put somebody on the phone", "TalkToAgent"),
    ("what about my stuff", "CheckOrderStatus"),
    ("I would rather deal with a human being", "TalkToAgent"),
    ("somebody real", "TalkToAgent"),
    ("we are done here", "Goodbye"),
    ("where's my package", "CheckOrderStatus"),
    ("has my parcel been shipped", "CheckOrderStatus"),
    ("can I speak to someone", "TalkToAgent"),
    ("I want to talk to a real person please", "TalkToAgent"),
    ("get me a human", "TalkToAgent"),
    ("thanks that's all", "Goodbye"),
    ("no thank you bye", "Goodbye"),
    ("my order hasn't arrived yet", "CheckOrderStatus"),
    ("order status five five four two one", "CheckOrderStatus"),
    ("I never got my package", "CheckOrderStatus"),
    ("I don't want to talk to a machine", "TalkToAgent"),
    ("I don't need anything else", "Goodbye"),
    ("nothing else thanks", "Goodbye"),
    ("is my delivery late", "CheckOrderStatus"),
    ("did you ship my order", "CheckOrderStatus"),
    ("could you look up an order for me", "CheckOrderStatus"),
];

/// Another wish, or the opposite of one: who says this must not be sent on or hung up on for it.
const NOT_UNDERSTOOD: &[&str] = &[
    "cancel my order",
    "please cancel my order",
    "refund my order",
    "return my order",
    "change my order",
    "how do I place an order",
    "I want to place an order",
    "I don't want an agent",
    "don't transfer me to an agent",
    "don't hang up",
    "please don't hang up",
    "I'm not done",
    "I haven't finished",
    "don't say goodbye",
    "don't track my order",
    "I don't want a human",
    "yes",
    "yeah",
    "blah blah",
    "what are your opening hours",
    "I want to speak about my bill",
    "change my address",
    "my card was stolen",
    "tell me a joke",
    "hold on a second",
    "can you repeat that",
];

/// The intent that each utterance leads to.
fn intents(said: &[&str]) -> Vec<String> {
    let answer = bot(&project(), &["ask", "--json"], &(said.join("\n") + "\n"));
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let answers = answer.stdout.lines().map(|line| {
        let answer: Value = serde_json::from_str(line).unwrap();
        answer.pointer("/intents/0/intent").and_then(Value::as_str).unwrap().to_owned()
    });
    answers.collect()
}

#[test]
fn callers_are_understood_in_their_own_words() {
    let said: Vec<&str> = UNDERSTOOD.iter().map(|it| it.0).collect();
    for ((said, expected), intent) in UNDERSTOOD.iter().zip(intents(&said)) {
        assert_eq!(intent, *expected, "{said:?}");
    }
}

#[test]
fn other_wishes_and_their_opposites_are_not_taken() {
    for (said, intent) in NOT_UNDERSTOOD.iter().zip(intents(NOT_UNDERSTOOD)) {
        assert_eq!(intent, "FallbackIntent", "{said:?}");
    }
}
