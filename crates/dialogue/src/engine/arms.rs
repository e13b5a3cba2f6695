//! Wordings that are compared: which of two a caller hears.

use std::collections::BTreeMap;

use line::{Arm, Line};
use wording::Arms;

/// Messages that flows say, or `escalation`: nobody records which of two wordings of them was heard.
const ELSEWHERE: &[&str] = &[
    "hand-over-silence",
    "note-recording-refused",
    "offer-callback",
    "tell-callback",
    "tell-cannot-connect",
    "tell-closed-until",
    "tell-connecting",
    "tell-connecting-to",
    "tell-goodbye",
    "tell-goodbye-short",
    "tell-no-callback",
    "tell-no-person",
    "tell-no-voicemail",
    "tell-putting-through",
    "tell-queue-long",
    "tell-still-waiting",
    "tell-trouble",
    "tell-try-later",
    "tell-voicemail",
    "tell-voicemail-now",
    "tell-voicemail-only",
    "tell-voicemail-recorded",
    "tell-voicemail-thanks",
];
/// What the names of messages begin with that are no words of the dialogue: what agents read, what is
/// texted, and parts of other messages.
const NOT_SAID: &[&str] = &["part-", "summary-", "text-"];

/// Whether two wordings of a message can be compared: whoever says it records which was heard. That is so
/// of what the dialogue says, and of how a call is opened.
pub fn can_compare(message: &str) -> bool {
    !ELSEWHERE.contains(&message) && !NOT_SAID.iter().any(|it| message.starts_with(it))
}

/// The messages that a caller hears in their second wording, from the greeting to the goodbye. `caller`
/// stands for whoever calls, the same at every call; one who withholds their number hears the first
/// wording of everything.
pub fn arms(line: &Line, caller: Option<&str>) -> Arms {
    let Some(caller) = caller else { return Arms::NONE };
    let second = line.experiments.iter().filter(|it| it.arm(caller) == Arm::B);
    second.map(|it| it.message.clone()).collect()
}

/// The experiments that a caller hears something of, with their arms, by the messages that are said. One
/// who is nobody known is in no arm: such callers are not split, so they would all count for one side.
pub fn arms_heard(line: &Line, caller: Option<&str>, says: &[&str]) -> BTreeMap<String, Arm> {
    let Some(caller) = caller else { return BTreeMap::new() };
    let heard = line.experiments.iter().filter(|it| says.contains(&it.message.as_str()));
    heard.map(|it| (it.name.clone(), it.arm(caller))).collect()
}
