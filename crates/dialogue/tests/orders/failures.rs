//! Callers who are silent or not understood.

use super::{TRACK, shop, talks, tracks};
use expect_test::expect;

#[test]
fn three_misunderstandings_lead_to_a_person() {
    tracks(
        &["mumble", "mumble", "mumble"],
        &expect![[r#"
            caller: mumble
            line:   Sorry, I didn't get that. What can I help you with?
            caller: mumble
            line:   You've reached Northwind Outfitters. I can tell you how your order is doing. Say track my order, or press 0 for a person.
            caller: mumble
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
    tracks(
        &["track my order", "mumble", "mumble", "mumble"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: mumble
            line:   Sorry, I didn't get that. What's your five-digit order number?
            caller: mumble
            line:   Please enter the five digits on your keypad, or say agent to talk to a person.
            caller: mumble
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
    tracks(
        &["44321", "mumble", "mumble", "mumble"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: mumble
            line:   Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1.
            caller: mumble
            line:   If your number is 4, 4, 3, 2, 1, say yes or press 1. If it isn't, say no or press 2.
            caller: mumble
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller; they may mean order 44321.
        "#]],
    );
    tracks(
        &["44321", "yes", "mumble", "mumble", "mumble"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: mumble
            line:   Sorry, I didn't get that. Is there anything else I can help with?
            caller: mumble
            line:   If you need something else, tell me what it is, or press 0 to talk to a person. If not, say no.
            caller: mumble
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood served
            -- The assistant couldn't understand the caller; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn a_turn_that_succeeds_gives_fresh_patience() {
    tracks(
        &["mumble", "mumble", "track my order", "mumble", "mumble", "44321"],
        &expect![[r#"
            caller: mumble
            line:   Sorry, I didn't get that. What can I help you with?
            caller: mumble
            line:   You've reached Northwind Outfitters. I can tell you how your order is doing. Say track my order, or press 0 for a person.
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: mumble
            line:   Sorry, I didn't get that. What's your five-digit order number?
            caller: mumble
            line:   Please enter the five digits on your keypad, or say agent to talk to a person.
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
        "#]],
    );
}

#[test]
fn silence_leads_to_a_person_too() {
    tracks(
        &["", "", ""],
        &expect![[r#"
            caller: (silence)
            line:   Are you still there? Tell me what I can help you with.
            caller: (silence)
            line:   I still can't hear you. Say track my order, or press 0 to talk to a person.
            caller: (silence)
            line:   I'm sorry, I can't hear you.
            -- silence none
            -- The assistant couldn't hear the caller.
        "#]],
    );
    tracks(
        &["44321", "", "mumble", ""],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: (silence)
            line:   Are you still there? I have 4, 4, 3, 2, 1. Is that right?
            caller: mumble
            line:   Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1.
            caller: (silence)
            line:   I'm sorry, I can't hear you.
            -- silence none
            -- The assistant couldn't hear the caller; they may mean order 44321.
        "#]],
    );
}

#[test]
fn a_mumble_is_no_answer_to_any_question() {
    tracks(
        &["your boss", "purple monkey", "yes"],
        &expect![[r#"
            caller: your boss
            line:   I'm not sure I got that. Would you like to talk to a person?
            caller: purple monkey
            line:   Sorry, was that a yes or a no? To talk to a person, say yes or press 1. If you'd rather not, press 2.
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["track 44321", "yes", "that does me", "blah blah", "no", "blah blah"],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: that does me
            line:   I'm not sure I got that. Are you all set?
            caller: blah blah
            line:   Sorry, was that a yes or a no? If you're all set, say yes or press 1. If you aren't, press 2.
            caller: no
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood served
            -- The assistant couldn't understand the caller; they know that order 44321 is on its way.
            caller: blah blah
            line:   Sorry, I didn't get that. What can I help you with?
        "#]],
    );
    tracks(
        &["track my order", "no", "purple monkey", "blah blah"],
        &expect![[r#"
        caller: track my order
        line:   Sure. What's your five-digit order number?
        caller: no
        line:   No problem. Would you like to talk to a person instead?
        caller: purple monkey
        line:   Sorry, was that a yes or a no? Would you like to talk to a person?
        caller: blah blah
        line:   To talk to a person, say yes or press 1. If you'd rather not, say no or press 2.
    "#]],
    );
    tracks(
        &["track my order", "purple monkey", "44321", "blah blah", "blah blah"],
        &expect![[r#"
        caller: track my order
        line:   Sure. What's your five-digit order number?
        caller: purple monkey
        line:   Sorry, I didn't get that. What's your five-digit order number?
        caller: 44321
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: blah blah
        line:   Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1.
        caller: blah blah
        line:   If your number is 4, 4, 3, 2, 1, say yes or press 1. If it isn't, say no or press 2.
    "#]],
    );
}

#[test]
fn a_moment_is_given_without_counting_the_silence() {
    talks(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "hold on, let me look",
            "",
            "one moment please",
            "one sec",
            "repeat",
            "",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: hold on, let me look
            line:   Take your time. I'm here when you're ready.
            caller: (silence)
            line:   Are you still there? What's your five-digit order number?
            caller: one moment please
            line:   Take your time. I'm here when you're ready.
            caller: one sec
            line:   No rush. I'm still here.
            caller: repeat
            line:   Sure, I'll say that again. What's your five-digit order number?
            caller: (silence)
            line:   Are you still there? What's your five-digit order number?
        "#]],
    );
}

#[test]
fn a_slow_voice_stays_slow() {
    let mut call = shop();
    call.says(TRACK);
    let slow = call.says("slower please");
    assert!(slow.reply.ssml.contains("<prosody rate="), "{}", slow.reply.ssml);
    let next = call.says("yes");
    assert!(next.reply.ssml.contains("<prosody rate="), "{}", next.reply.ssml);
    let slowest = call.says("slower please");
    assert!(slowest.reply.text().starts_with("I'm going as slowly as I can."));
}

#[test]
fn help_first_says_what_can_be_done_then_how() {
    talks(
        shop(),
        &["what can you do", "help"],
        &expect![[r#"
        caller: what can you do
        line:   I can tell you how an order is doing, change where it goes, or help you send something back. How can I help you today?
        caller: help
        line:   You can always say repeat, slower, go back, start over, or talk to a person. How can I help you today?
    "#]],
    );
}
