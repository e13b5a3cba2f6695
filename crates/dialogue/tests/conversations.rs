//! Whole conversations, with a caller whose recognition is as simple as can be.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::fmt::Write as _;

use dialogue::{
    Answer, Facts, Heard, Intent, Mode, Next, Order, OrderNumber, OrderStatus, Session, Setting,
    Step, Turn, listen,
};
use expect_test::{Expect, expect};
use jiff::civil::date;

/// Monday 2 March 2026.
const SETTING: Setting<'_> = Setting { business: "Northwind Outfitters", today: date(2026, 3, 2) };

/// The orders of the business: one of them, and one that cannot be reached.
fn look_up(number: &OrderNumber) -> Facts {
    match number.as_str() {
        "44321" => Facts::Found(Order {
            number: number.clone(),
            status: OrderStatus::Shipped,
            placed_on: Some(date(2026, 2, 26)),
            shipped_on: Some(date(2026, 3, 1)),
            expected_on: Some(date(2026, 3, 4)),
            delivered_on: None,
        }),
        "55421" => Facts::Found(Order {
            number: number.clone(),
            status: OrderStatus::Delivered,
            placed_on: None,
            shipped_on: None,
            expected_on: None,
            delivered_on: Some(date(2026, 2, 28)),
        }),
        "50000" => Facts::Failed,
        _ => Facts::NotFound,
    }
}

/// Recognises a line of a script: `#1` is a key, nothing is silence.
fn recognise(line: &str, asked: Option<&Step>) -> Heard {
    let (said, mode) = match line.strip_prefix('#') {
        Some(keys) => (keys, Mode::Keys),
        None => (line, Mode::Words),
    };
    let digits: String = said.chars().filter(char::is_ascii_digit).collect();
    let number = digits.parse::<OrderNumber>().ok();
    let confirming = match asked {
        Some(Step::ConfirmNumber(number)) => Some(number),
        _ => None,
    };
    let intent = if said.contains("agent") {
        Intent::TalkToAgent
    } else if said.contains("bye") || ["no", "that's it", "that's all"].contains(&said) {
        Intent::Goodbye
    } else if said.contains("track") || number.is_some() || confirming.is_some() {
        Intent::CheckOrderStatus
    } else {
        Intent::Unknown
    };
    let answer = match (asked, said) {
        (Some(Step::ConfirmNumber(_) | Step::OfferPerson), "yes") => Some(Answer::Yes),
        (Some(Step::ConfirmNumber(_) | Step::OfferPerson), "no") => Some(Answer::No),
        _ => None,
    };
    Heard {
        intent,
        // Recognition keeps a filled slot until another value comes.
        number: number.or_else(|| confirming.cloned()),
        answer,
        mode,
        said: said.to_owned(),
        kept: Some(said.to_owned()),
    }
}

fn finish(next: Next) -> Turn {
    match next {
        Next::Answer(turn) => turn,
        Next::LookUp(wait) => {
            let facts = look_up(wait.number());
            wait.answer(facts, &SETTING)
        }
    }
}

fn check(caller: &[&str], expected: &Expect) {
    let mut session = Session::default();
    let mut transcript = String::new();
    for line in caller {
        let asked = session.reply().map(|it| it.step.clone());
        let turn = finish(listen(session, &recognise(line, asked.as_ref()), &SETTING));
        let told = if line.is_empty() { "(silence)" } else { line };
        writeln!(transcript, "caller: {told}").unwrap();
        writeln!(transcript, "line:   {}", turn.reply.text).unwrap();
        session = turn.session;
        if turn.reply.ends() {
            writeln!(
                transcript,
                "-- {} {}",
                match turn.reply.step {
                    Step::Goodbye => "goodbye",
                    Step::Person(reason) => reason.as_str(),
                    step => panic!("{step:?} ends nothing"),
                },
                session.outcome()
            )
            .unwrap();
            writeln!(transcript, "-- {}", session.summary()).unwrap();
        }
    }
    expected.assert_eq(&transcript);
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
            line:   I'm sorry, I keep getting your number wrong. Let me pass you on to our team.
            -- not-understood none
            -- The assistant couldn't understand the caller; they may mean order 44312.
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
            line:   Sure. Let me pass you on to our team.
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
            line:   I'm sorry, I can't get to our records right now. Let me pass you on to our team.
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
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
            caller: yes
            line:   Sure, what can I do for you?
            caller: track another order
            line:   Sure. What's your five-digit order number?
            caller: 55421
            line:   I have 5, 5, 4, 2, 1. Is that right?
            caller: #1
            line:   Order 55421 was delivered on Saturday. Anything else I can help with?
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
            line:   Sure. Let me pass you on to our team.
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
            line:   Sure. Let me pass you on to our team.
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
            line:   Sure. Let me pass you on to our team.
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
            line:   Sure. Let me pass you on to our team.
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
            line:   Sure. Let me pass you on to our team.
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
            line:   I'm sorry, I'm having trouble understanding. Let me pass you on to our team.
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
            line:   I'm sorry, I'm having trouble understanding. Let me pass you on to our team.
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
            line:   I'm sorry, I'm having trouble understanding. Let me pass you on to our team.
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
            line:   If you need something else, say track another order, or press 0 to talk to a person. If not, say no.
            caller: mumble
            line:   I'm sorry, I'm having trouble understanding. Let me pass you on to our team.
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
            line:   I'm sorry, I can't hear you. Let me pass you on to our team.
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
            line:   I'm sorry, I can't hear you. Let me pass you on to our team.
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
            line:   Sure. Let me pass you on to our team.
            -- asked served
            -- The caller asked for a person; they know that order 44321 is on its way.
            caller: when will it arrive?
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
        "#]],
    );
}

#[test]
fn a_look_up_is_foreseen_when_recognition_confirms() {
    let heard =
        |line, number: &str| recognise(line, Some(&Step::ConfirmNumber(number.parse().unwrap())));
    let number = "44321".parse().unwrap();
    assert_eq!(heard("yes", "44321").foreseen_lookup(), Some(&number));
    assert_eq!(heard("no", "44321").foreseen_lookup(), None);
    assert_eq!(heard("mumble", "44321").foreseen_lookup(), None);
    assert_eq!(recognise("track 44321", None).foreseen_lookup(), None);
}
