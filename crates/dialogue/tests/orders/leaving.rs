//! Callers who want a person, or are done, or are not.

use super::{TRACK, shop, tracks};
use expect_test::expect;
use line::Queue;
use wording::Language;

#[test]
fn a_person_is_there_at_any_point() {
    tracks(
        &["agent"],
        &expect![[r#"
            caller: agent
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["track my order", "#0"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: #0
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    tracks(
        &["44321", "no, get me an agent"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: no, get me an agent
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they may mean order 44321.
        "#]],
    );
    tracks(
        &["44321", "yes", "a real person please"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: a real person please
            line:   Okay.
            -- asked served
            -- The caller asked for a person; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn a_stray_no_drops_nobody() {
    tracks(
        &["no", "bye"],
        &expect![[r#"
            caller: no
            line:   Sorry, I didn't get that. What can I help you with?
            caller: bye
            line:   All right.
            -- goodbye none
            -- The caller talked to the assistant.
        "#]],
    );
}

#[test]
fn a_caller_may_leave_at_any_point() {
    tracks(
        &["44321", "bye"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: bye
            line:   All right.
            -- goodbye none
            -- The caller talked to the assistant; they may mean order 44321.
        "#]],
    );
    tracks(
        &["track my order", "that's all"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: that's all
            line:   All right.
            -- goodbye none
            -- The caller talked to the assistant.
        "#]],
    );
}

#[test]
fn a_caller_without_a_number_is_offered_a_person() {
    tracks(
        &["track my order", "no", "#1"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: no
            line:   No problem. Would you like to talk to a person instead?
            caller: #1
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
}

#[test]
fn a_refusal_of_one_thing_ends_no_call() {
    tracks(
        &["track 44321", "yes", "don't give me a human", "no human please"],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: don't give me a human
            line:   Sorry, I didn't get that. Is there anything else I can help with?
            caller: no human please
            line:   If you need something else, tell me what it is, or press 0 to talk to a person. If not, say no.
        "#]],
    );
}

#[test]
fn whoever_wants_to_go_on_is_not_hung_up_on() {
    tracks(
        &["please don't hang up", "I'm not done"],
        &expect![[r#"
        caller: please don't hang up
        line:   Sorry, I didn't get that. What can I help you with?
        caller: I'm not done
        line:   You've reached Northwind Outfitters. I can tell you how your order is doing. Say track my order, or press 0 for a person.
    "#]],
    );
    tracks(
        &[
            "track 44321",
            "yes",
            "no I'm not done",
            "track 44321",
            "that does me",
            "please don't hang up",
        ],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: no I'm not done
            line:   What can I do for you?
            caller: track 44321
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
            caller: that does me
            line:   I'm not sure I got that. Are you all set?
            caller: please don't hang up
            line:   Sorry about that. What can I help you with? For a person, press 0.
        "#]],
    );
    tracks(
        &["the thing I bought", "please don't say goodbye"],
        &expect![[r#"
        caller: the thing I bought
        line:   I'm not sure I got that. Would you like to know how an order is doing?
        caller: please don't say goodbye
        line:   Sorry, was that a yes or a no? To hear how an order is doing, say yes or press 1. For a person, press 0.
    "#]],
    );
    tracks(
        &["track 44321", "please don't hang up, bye"],
        &expect![[r#"
            caller: track 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: please don't hang up, bye
            line:   Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1.
        "#]],
    );
}

#[test]
fn nobody_is_asked_whether_they_are_done_before_anything_was_served() {
    tracks(
        &["that does me", "we're finished here", "that does me"],
        &expect![[r#"
            caller: that does me
            line:   Sorry, I didn't get that. What can I help you with?
            caller: we're finished here
            line:   You've reached Northwind Outfitters. I can tell you how your order is doing. Say track my order, or press 0 for a person.
            caller: that does me
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
}

const CALLBACK: &str = "call me back please @RequestCallback";

#[test]
fn the_queue_is_that_of_the_matter_or_the_one_that_is_named() {
    let queue = |name: &str, intent: &str, word: &str| Queue {
        name: name.to_owned(),
        say: [].into(),
        arn: None,
        intents: [intent.to_owned()].into(),
        words: [(Language::EnUs, vec![word.to_owned()])].into(),
        mailbox: None,
    };
    let queues = vec![
        queue("team", "-", "-"),
        queue("orders", "CheckOrderStatus", "shipping"),
        queue("billing", "PayInvoice", "billing"),
    ];
    for (says, name) in [
        (&["an agent please"][..], None),
        (&["a person in billing please"], Some("billing")),
        (&["track my order @CheckOrderStatus", "an agent please"], Some("orders")),
        (&["track my order @CheckOrderStatus", "get me an agent in billing"], Some("billing")),
        (&["track 50000 @CheckOrderStatus OrderNumber=50000", "yes"], Some("orders")),
        (&[TRACK, "yes", "an agent please"], Some("orders")),
        // Who is called back or leaves a message does so about something.
        (&[CALLBACK, "yes"], None),
        (&["call me back about billing @RequestCallback", "yes"], Some("billing")),
        (&["not billing, just call me back @RequestCallback", "yes"], None),
        (&["track my order @CheckOrderStatus", CALLBACK, "yes"], Some("orders")),
        (&[TRACK, "yes", CALLBACK, "yes"], Some("orders")),
        (&["call me back about billing @RequestCallback", "no", CALLBACK, "yes"], None),
        (&["call me back about billing @RequestCallback", "no", "an agent please"], None),
        (&["leave a message for billing @LeaveMessage"], Some("billing")),
        (&["track my order @CheckOrderStatus", "leave a message @LeaveMessage"], Some("orders")),
    ] {
        let mut call = shop();
        call.line.escalation.offer_callback = true;
        call.line.queues = queues.clone();
        for text in says {
            call.says(text);
        }
        assert_eq!(call.session.queue(), name, "{says:?}");
    }
}
