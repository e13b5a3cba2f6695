//! Whole conversations about orders, in English, with a caller whose recognition is as simple as can be.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::{Evidence, Facts, Opinion, Order, OrderStatus, Request, Step, Wish};
use expect_test::{Expect, expect};
use jiff::civil::date;
use line::Scenario;

/// The orders of the business: one of them, and one that cannot be reached.
fn look_up(request: &Request) -> Facts {
    let Request::Order(number) = request else { return Facts::Unavailable };
    Facts::Order(match number.as_str() {
        "44321" => Some(Order {
            number: number.clone(),
            status: OrderStatus::Shipped,
            placed_on: Some(date(2026, 2, 26)),
            shipped_on: Some(date(2026, 3, 1)),
            expected_on: Some(date(2026, 3, 4)),
            delivered_on: None,
        }),
        "55421" => Some(Order {
            number: number.clone(),
            status: OrderStatus::Delivered,
            placed_on: None,
            shipped_on: None,
            expected_on: None,
            delivered_on: Some(date(2026, 2, 28)),
        }),
        "50000" => return Facts::Unavailable,
        _ => None,
    })
}

/// What recognition and classifier make of what recognition gives up.
fn evidence(said: &str) -> Evidence {
    let (wish, recognised, guessed) = match said {
        "still no sign of it" | "don't tell me about it" => (Wish::CheckOrderStatus, 0.3, 0.9),
        "the thing I bought" => (Wish::CheckOrderStatus, 0.3, 0.3),
        "put somebody on" | "don't put somebody on" | "I am an agent" => {
            (Wish::TalkToAgent, 0.3, 0.9)
        }
        "your boss" => (Wish::TalkToAgent, 0.0, 0.5),
        "that does me" | "please don't hang up" | "I'm not done" => (Wish::Goodbye, 0.3, 0.9),
        "we're finished here" => (Wish::Goodbye, 0.6, 0.0),
        _ => return Evidence::default(),
    };
    Evidence {
        recognition: vec![Opinion { wish, confidence: recognised }],
        classifier: vec![Opinion { wish, confidence: guessed }],
    }
}

/// Says which intent recognition finds in a line of a script: `#1` is a key, nothing is silence.
fn recognised(line: &str, asked: Option<&Step>) -> String {
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    let number = (digits.len() == 5).then_some(digits);
    let asks = matches!(asked, Some(Step::ConfirmIntent { .. }));
    if asks && ["yes", "no"].contains(&line) {
        return line.to_owned();
    }
    let intent = if line.contains("agent") {
        "TalkToAgent"
    } else if line.contains("bye") || ["no", "that's it", "that's all"].contains(&line) {
        "Goodbye"
    } else if line.contains("track") || (number.is_some() && !line.starts_with('#')) {
        "CheckOrderStatus"
    } else {
        return line.to_owned();
    };
    let slot = number.map(|it| format!(" OrderNumber={it}")).unwrap_or_default();
    format!("{line} @{intent}{slot}")
}

fn check(caller: &[&str], expected: &Expect) {
    let mut call = Call::new(&[Scenario::Shop], look_up);
    call.evidence = Box::new(evidence);
    for line in caller {
        let step = call.session.reply().map(|it| it.step.clone());
        call.says(&recognised(line, step.as_ref()));
    }
    expected.assert_eq(call.said());
}

#[test]
fn an_order_is_tracked() {
    check(
        &["track my order", "44321", "yes", "no"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn a_number_in_the_first_sentence_is_not_asked_for_again() {
    check(
        &["track order 44321", "yes", "goodbye"],
        &expect![[r#"
            caller: track order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: goodbye
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn a_wrong_number_is_corrected_at_the_confirmation() {
    check(
        &["track my order", "44312", "no, 44321", "yeah that's it"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: 44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: no, 44321
            line:   Okay, now I have 4, 4, 3, 2, 1. Is that right?
            caller: yeah that's it
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn a_denied_number_is_asked_for_again_and_in_the_end_a_person_helps() {
    check(
        &["track my order", "44312", "no", "44312", "no", "#44312", "#2"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: 44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: no
            line:   Sorry about that. What's the right number?
            caller: 44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: no
            line:   Sorry. Let's try it another way. Please enter the five digits on your keypad.
            caller: #44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: #2
            line:   I'm sorry, I keep getting your number wrong.
            -- denied none
            -- The assistant kept getting the caller's details wrong; they may mean order 44312.
        "#]],
    );
}

#[test]
fn a_number_may_be_confirmed_without_a_yes() {
    check(
        &["44321", "that's it"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: that's it
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
    check(
        &["44321", "four four three two one"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: four four three two one
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn an_unknown_order_may_be_tried_again_and_then_a_person_is_offered() {
    check(
        &["track order 99999", "yes", "99998", "yes", "yes"],
        &expect![[r#"
            caller: track order 99999
            line:   I have 9, 9, 9, 9, 9. Is that right?
            caller: yes
            line:   I couldn't find order 99999. Let's try again. You'll find the number in your confirmation email. What is it?
            caller: 99998
            line:   I have 9, 9, 9, 9, 8. Is that right?
            caller: yes
            line:   I couldn't find order 99998 either. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they gave order number 99998, which isn't known.
        "#]],
    );
    check(
        &["track order 99999", "yes", "99998", "yes", "no", "that's all"],
        &expect![[r#"
            caller: track order 99999
            line:   I have 9, 9, 9, 9, 9. Is that right?
            caller: yes
            line:   I couldn't find order 99999. Let's try again. You'll find the number in your confirmation email. What is it?
            caller: 99998
            line:   I have 9, 9, 9, 9, 8. Is that right?
            caller: yes
            line:   I couldn't find order 99998 either. Would you like to talk to a person?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: that's all
            line:   All right.
            -- goodbye none
            -- The caller talked to the assistant; they gave order number 99998, which isn't known.
        "#]],
    );
}

#[test]
fn a_failed_look_up_is_owned_up_to() {
    check(
        &["track order 50000", "yes"],
        &expect![[r#"
            caller: track order 50000
            line:   I have 5, 0, 0, 0, 0. Is that right?
            caller: yes
            line:   I'm sorry, I can't get to our records right now.
            -- backend none
            -- The assistant couldn't get to our records; they may mean order 50000.
        "#]],
    );
}

#[test]
fn context_survives() {
    check(
        &[
            "track order 44321",
            "yes",
            "when will it arrive?",
            "track order 44321",
            "yes",
            "track another order",
            "55421",
            "#1",
            "no",
        ],
        &expect![[r#"
            caller: track order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: when will it arrive?
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
            caller: track order 44321
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Can I help with anything else?
            caller: yes
            line:   What can I do for you?
            caller: track another order
            line:   Sure. What's your five-digit order number?
            caller: 55421
            line:   I have 5, 5, 4, 2, 1. Is that right?
            caller: #1
            line:   Order 55421 was delivered on Saturday. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 55421 is delivered.
        "#]],
    );
}

#[test]
fn a_person_is_there_at_any_point() {
    check(
        &["agent"],
        &expect![[r#"
            caller: agent
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
fn three_misunderstandings_lead_to_a_person() {
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
fn a_call_that_comes_back_is_served_with_what_is_known() {
    check(
        &["track order 44321", "yes", "agent", "when will it arrive?"],
        &expect![[r#"
            caller: track order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: agent
            line:   Okay.
            -- asked served
            -- The caller asked for a person; they know that order 44321 is on its way.
            caller: when will it arrive?
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
        "#]],
    );
}

#[test]
fn a_wish_that_both_are_sure_of_is_followed() {
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
        &["your boss", "track my order"],
        &expect![[r#"
        caller: your boss
        line:   I'm not sure I got that. Would you like to talk to a person?
        caller: track my order
        line:   Sure. What's your five-digit order number?
    "#]],
    );
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
        &["don't put somebody on", "no"],
        &expect![[r#"
        caller: don't put somebody on
        line:   I'm not sure I got that. Would you like to talk to a person?
        caller: no
        line:   Sorry about that. What can I help you with? For a person, press 0.
    "#]],
    );
    check(
        &["don't tell me about it", "no"],
        &expect![[r#"
            caller: don't tell me about it
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: no
            line:   Sorry about that. What can I help you with? For a person, press 0.
        "#]],
    );
    check(
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
fn a_refusal_of_one_thing_ends_no_call() {
    check(
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
    check(
        &["please don't hang up", "I'm not done"],
        &expect![[r#"
        caller: please don't hang up
        line:   Sorry, I didn't get that. What can I help you with?
        caller: I'm not done
        line:   You've reached Northwind Outfitters. I can tell you how your order is doing. Say track my order, or press 0 for a person.
    "#]],
    );
    check(
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
    check(
        &["the thing I bought", "please don't say goodbye"],
        &expect![[r#"
        caller: the thing I bought
        line:   I'm not sure I got that. Would you like to know how an order is doing?
        caller: please don't say goodbye
        line:   Sorry, was that a yes or a no? To hear how an order is doing, say yes or press 1. For a person, press 0.
    "#]],
    );
    check(
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
    check(
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

#[test]
fn a_mumble_is_no_answer_to_any_question() {
    check(
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
    check(
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
    check(
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
    check(
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
fn a_guess_that_is_not_answered_is_asked_about_again() {
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
    check(
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
