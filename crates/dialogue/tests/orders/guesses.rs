//! What recognition gives up, and the classifier may know.

use super::{shop, talks, tracks};
use dialogue::{Evidence, Opinion, Wish};
use expect_test::expect;

#[test]
fn a_wish_that_both_are_sure_of_is_followed() {
    tracks(
        &["still no sign of it", "44321", "yes", "that does me", "yes"],
        &expect![[r#"
            caller: still no sign of it
            line:   Sure. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: that does me
            line:   I'm not sure I got that. Are you all set?
            caller: yes
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
    tracks(
        &["put somebody on"],
        &expect![[r#"
            caller: put somebody on
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
}

#[test]
fn a_wish_that_was_guessed_is_asked_about() {
    tracks(
        &["the thing I bought", "yes", "44321", "yes", "we're finished here", "yes"],
        &expect![[r#"
            caller: the thing I bought
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: yes
            line:   Sure. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: we're finished here
            line:   I'm not sure I got that. Are you all set?
            caller: yes
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
    tracks(
        &["your boss", "yes"],
        &expect![[r#"
            caller: your boss
            line:   I'm not sure I got that. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["your boss", "#1"],
        &expect![[r#"
            caller: your boss
            line:   I'm not sure I got that. Would you like to talk to a person?
            caller: #1
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["your boss", "your boss please, an agent"],
        &expect![[r#"
            caller: your boss
            line:   I'm not sure I got that. Would you like to talk to a person?
            caller: your boss please, an agent
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["the thing I bought", "yes that's it"],
        &expect![[r#"
        caller: the thing I bought
        line:   I'm not sure I got that. Would you like to know how an order is doing?
        caller: yes that's it
        line:   Sure. What's your five-digit order number?
    "#]],
    );
}

#[test]
fn a_guess_that_is_wrong_is_a_failure() {
    tracks(
        &["the thing I bought", "no", "mumble"],
        &expect![[r#"
            caller: the thing I bought
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: no
            line:   Sorry about that. What can I help you with? For a person, press 0.
            caller: mumble
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
    tracks(
        &["your boss", "#2", "the thing I bought"],
        &expect![[r#"
            caller: your boss
            line:   I'm not sure I got that. Would you like to talk to a person?
            caller: #2
            line:   Sorry about that. What can I help you with? For a person, press 0.
            caller: the thing I bought
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
    tracks(
        &["track 44321", "yes", "we're finished here", "nope", "track another order", "your boss"],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: we're finished here
            line:   I'm not sure I got that. Are you all set?
            caller: nope
            line:   Sorry about that. What can I help you with? For a person, press 0.
            caller: track another order
            line:   Sure. What's your five-digit order number?
            caller: your boss
            line:   Sorry, I didn't get that. What's your five-digit order number?
        "#]],
    );
}

#[test]
fn a_wrong_guess_may_be_the_third_failure() {
    tracks(
        &["mumble", "your boss", "no"],
        &expect![[r#"
            caller: mumble
            line:   Sorry, I didn't get that. What can I help you with?
            caller: your boss
            line:   I'm not sure I got that. Would you like to talk to a person?
            caller: no
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
}

#[test]
fn whoever_says_something_else_to_a_guess_is_followed() {
    tracks(
        &["your boss", "track my order"],
        &expect![[r#"
        caller: your boss
        line:   I'm not sure I got that. Would you like to talk to a person?
        caller: track my order
        line:   Sure. What's your five-digit order number?
    "#]],
    );
    tracks(
        &["your boss", "no, 44321", "yes"],
        &expect![[r#"
        caller: your boss
        line:   I'm not sure I got that. Would you like to talk to a person?
        caller: no, 44321
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
    "#]],
    );
    tracks(
        &["the thing I bought", "agent"],
        &expect![[r#"
            caller: the thing I bought
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: agent
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["the thing I bought", "goodbye"],
        &expect![[r#"
        caller: the thing I bought
        line:   I'm not sure I got that. Would you like to know how an order is doing?
        caller: goodbye
        line:   All right.
        -- goodbye none
        -- The caller talked to the assistant.
    "#]],
    );
    tracks(
        &["the thing I bought", "that's all"],
        &expect![[r#"
        caller: the thing I bought
        line:   I'm not sure I got that. Would you like to know how an order is doing?
        caller: that's all
        line:   All right.
        -- goodbye none
        -- The caller talked to the assistant.
    "#]],
    );
    tracks(
        &["the thing I bought", "no that's all"],
        &expect![[r#"
        caller: the thing I bought
        line:   I'm not sure I got that. Would you like to know how an order is doing?
        caller: no that's all
        line:   All right.
        -- goodbye none
        -- The caller talked to the assistant.
    "#]],
    );
    tracks(
        &["the thing I bought", "put somebody on"],
        &expect![[r#"
            caller: the thing I bought
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: put somebody on
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
}

#[test]
fn a_wish_that_may_be_refused_is_not_followed() {
    tracks(
        &["don't put somebody on", "no"],
        &expect![[r#"
        caller: don't put somebody on
        line:   I'm not sure I got that. Would you like to talk to a person?
        caller: no
        line:   Sorry about that. What can I help you with? For a person, press 0.
    "#]],
    );
    tracks(
        &["don't tell me about it", "no"],
        &expect![[r#"
            caller: don't tell me about it
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: no
            line:   Sorry about that. What can I help you with? For a person, press 0.
        "#]],
    );
    tracks(
        &["track my order", "don't put somebody on"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: don't put somebody on
            line:   Sorry, I didn't get that. What's your five-digit order number?
        "#]],
    );
}

#[test]
fn a_guess_that_is_not_answered_is_asked_about_again() {
    tracks(
        &["the thing I bought", "mumble", ""],
        &expect![[r#"
            caller: the thing I bought
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: mumble
            line:   Sorry, was that a yes or a no? To hear how an order is doing, say yes or press 1. For a person, press 0.
            caller: (silence)
            line:   I'm sorry, I can't hear you.
            -- silence none
            -- The assistant couldn't hear the caller.
        "#]],
    );
    tracks(
        &["track 44321", "yes", "we're finished here", "", ""],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: we're finished here
            line:   I'm not sure I got that. Are you all set?
            caller: (silence)
            line:   Are you still there? If you're all set, say yes or press 1. If you aren't, press 2.
            caller: (silence)
            line:   I'm sorry, I can't hear you.
            -- silence served
            -- The assistant couldn't hear the caller; they know that order 44321 is on its way.
        "#]],
    );
    tracks(
        &["your boss", "your boss", "#7"],
        &expect![[r#"
            caller: your boss
            line:   I'm not sure I got that. Would you like to talk to a person?
            caller: your boss
            line:   Sorry, was that a yes or a no? To talk to a person, say yes or press 1. If you'd rather not, press 2.
            caller: #7
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
    tracks(
        &["mumble", "", "the thing I bought"],
        &expect![[r#"
            caller: mumble
            line:   Sorry, I didn't get that. What can I help you with?
            caller: (silence)
            line:   Are you still there? Tell me what I can help you with.
            caller: the thing I bought
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
}

#[test]
fn nothing_is_guessed_while_a_question_is_open() {
    tracks(
        &["track my order", "the thing I bought", "still no sign of it", "your boss"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: the thing I bought
            line:   Sorry, I didn't get that. What's your five-digit order number?
            caller: still no sign of it
            line:   Please enter the five digits on your keypad, or say agent to talk to a person.
            caller: your boss
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
    tracks(
        &["track my order", "put somebody on"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: put somebody on
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["track 44321", "the thing I bought", "still no sign of it", "your boss"],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: the thing I bought
            line:   Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1.
            caller: still no sign of it
            line:   Sorry about that. What's the right number?
            caller: your boss
            line:   Sorry, I didn't get that. What's your five-digit order number?
        "#]],
    );
    tracks(
        &["track 44321", "yes", "still no sign of it", "the thing I bought", "yes"],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: still no sign of it
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
            caller: the thing I bought
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Can I help with anything else?
        "#]],
    );
}

#[test]
fn a_caller_who_is_understood_by_the_classifier_is_followed() {
    let mut call = shop();
    call.evidence = Box::new(|_| {
        let opinion = Opinion { wish: Wish::RequestCallback, confidence: 0.95 };
        Evidence { recognition: vec![opinion], classifier: vec![opinion] }
    });
    talks(
        call,
        &["ring me later", "yes"],
        &expect![[r#"
            caller: ring me later
            line:   We can call you back on the number you're calling from. Is that okay?
            caller: yes
            line:   We'll call you back as soon as someone is free.
            -- callback none
            -- The caller talked to the assistant.
        "#]],
    );
    // Nobody is asked about what the line does not do.
    let mut call = shop();
    call.evidence = Box::new(|_| {
        let opinion = Opinion { wish: Wish::PayInvoice, confidence: 0.95 };
        Evidence { recognition: vec![opinion], classifier: vec![opinion] }
    });
    talks(
        call,
        &["settle up"],
        &expect![[r#"
        caller: settle up
        line:   Sorry, I didn't get that. What can I help you with?
    "#]],
    );
}
