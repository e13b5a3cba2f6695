//! What is heard of a caller where it could be taken for something else.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::collections::BTreeMap;

use common::{Call, recognise};
use dialogue::{Ending, Facts, Heard, Reason, Step, Wish};
use line::{Queue, Scenario};
use wording::Language;

fn call(scenarios: &[Scenario]) -> Call {
    let mut call = Call::new(scenarios, |_| Facts::Unavailable);
    call.line.queues.push(Queue {
        name: "nurses".to_owned(),
        say: [].into(),
        arn: None,
        intents: [].into(),
        words: BTreeMap::from([
            (Language::EnUs, vec!["refill".to_owned(), "lost card".to_owned()]),
            (Language::EsUs, vec!["perdí mi tarjeta".to_owned()]),
        ]),
        mailbox: None,
    });
    call
}

#[test]
fn the_words_of_a_queue_lead_there() {
    for (language, said, queue) in [
        (Language::EnUs, "I need a refill", Some("nurses")),
        (Language::EnUs, "I don't need a refill", None),
        (Language::EsUs, "perdí mi tarjeta", Some("nurses")),
    ] {
        let mut call = call(&[Scenario::Shop]);
        call.language = language;
        let turn = call.says(said);
        let went = matches!(turn.reply.step, Step::Close(Ending::Person(Reason::Asked)));
        assert_eq!((went, turn.session.queue()), (queue.is_some(), queue), "{said}");
    }
    // In the middle of something one word is too little.
    let mut call = call(&[Scenario::Shop]);
    call.says("track @CheckOrderStatus");
    assert!(!call.says("refill").reply.ends());
    assert_eq!(call.says("my lost card").session.queue(), Some("nurses"));
}

#[test]
fn done_in_the_middle_of_something_ends_no_call() {
    for said in ["done @Goodbye:0.78", "I'm all done @Goodbye:0.78"] {
        let mut call = call(&[Scenario::Shop]);
        call.says("track @CheckOrderStatus");
        assert!(!call.says(said).reply.ends(), "{said}");
    }
    for said in ["bye @Goodbye:0.9", "that's all, thank you @Goodbye:0.9"] {
        let mut call = call(&[Scenario::Shop]);
        call.says("track @CheckOrderStatus");
        let turn = call.says(said);
        assert_eq!(turn.reply.step, Step::Close(Ending::Goodbye), "{said}");
    }
}

#[test]
fn a_wish_that_was_hardly_heard_is_asked_about() {
    let mut call = call(&[Scenario::Shop]);
    let heard = recognise("track my order @CheckOrderStatus:0.9", None, Language::EnUs);
    let turn = call.hears("track my order", &Heard { clarity: Some(0.3), ..heard });
    assert!(matches!(turn.reply.step, Step::ConfirmIntent { wish: Wish::CheckOrderStatus, .. }));
}

#[test]
fn wishes_are_not_lost_to_a_moment() {
    let mut call = call(&[Scenario::Shop, Scenario::Support]);
    call.says("something is broken @ReportProblem");
    let turn = call.says("let me check my order @CheckOrderStatus:0.9");
    assert!(turn.reply.text().contains("order number"), "{}", turn.reply.text());
    let turn = call.says("let me look at the paper");
    assert!(turn.session.wish() == Some(Wish::CheckOrderStatus), "{}", turn.reply.text());
    assert!(!turn.reply.text().contains("order number"), "{}", turn.reply.text());
    // A number beside it is the answer.
    let turn = call.says("hold on, it's 44321");
    assert!(turn.reply.text().contains("4, 4, 3, 2, 1"), "{}", turn.reply.text());
}

#[test]
fn what_is_said_of_an_earlier_wish_is_heard() {
    let mut call = call(&[Scenario::Shop, Scenario::Support]);
    call.says("track @CheckOrderStatus");
    call.says("my router is dead @ReportProblem");
    let turn = call.says("back to my order 44321 @CheckOrderStatus OrderNumber=44321");
    assert!(turn.reply.text().contains("4, 4, 3, 2, 1"), "{}", turn.reply.text());
    let turn = call.says("back to the router @ReportProblem");
    assert_eq!(turn.session.wish(), Some(Wish::ReportProblem));
    let turn = call.says("and my order @CheckOrderStatus");
    assert!(turn.reply.text().contains("4, 4, 3, 2, 1"), "{}", turn.reply.text());
}

#[test]
fn moods_pass_and_hurry_is_none() {
    let mut call = call(&[Scenario::Shop]);
    assert!(!call.says("it's urgent, track @CheckOrderStatus").session.is_upset());
    assert!(call.says("this is ridiculous, 44321").session.is_upset());
    for said in ["no, 44322", "no, 44323"] {
        call.says(said);
    }
    assert!(!call.says("start over").session.is_upset());
}

#[test]
fn a_second_outburst_is_answered_with_a_person() {
    let mut call = call(&[Scenario::Shop]);
    call.line.escalation.when_upset = 3;
    call.says("my order is late and I'm furious @CheckOrderStatus");
    let turn = call.says("this is unacceptable");
    assert!(matches!(turn.reply.step, Step::ConfirmIntent { wish: Wish::TalkToAgent, .. }));
    let turn = call.says("no");
    assert!(turn.reply.text().contains("order number"), "{}", turn.reply.text());
}

#[test]
fn greetings_and_puzzled_callers_hear_the_question() {
    let mut call = call(&[Scenario::Shop]);
    let turn = call.says("hi there");
    assert_eq!(turn.failure, None);
    assert!(turn.reply.text().contains("help"), "{}", turn.reply.text());
    call.says("track @CheckOrderStatus");
    let turn = call.says("what do you mean");
    assert!(turn.reply.text().contains("five digits"), "{}", turn.reply.text());
}

#[test]
fn a_part_of_a_number_is_no_number_of_another_business() {
    let mut call = call(&[Scenario::Bank]);
    call.says("my balance @CheckBalance");
    let turn = call.says("one two three four five @CheckOrderStatus:1.0 OrderNumber=12345");
    assert_eq!(turn.session.wish(), Some(Wish::CheckBalance), "{}", turn.reply.text());
    assert!(!turn.messages.contains(&"tell-not-here".to_owned()), "{:?}", turn.messages);
}

#[test]
fn whoever_says_yes_to_a_person_may_say_what_for() {
    let mut call = call(&[Scenario::Bank]);
    call.says("track my order @CheckOrderStatus");
    let turn = call.says("yes please track it @CheckOrderStatus:0.9");
    assert!(matches!(turn.reply.step, Step::Close(Ending::Person(_))), "{}", turn.reply.text());
}

#[test]
fn whoever_asks_who_answers_is_told_whatever_recognition_makes_of_it() {
    let mut call = call(&[Scenario::Shop]);
    let turn = call.says("who am I speaking with @TalkToAgent:0.9");
    assert_eq!(turn.messages, ["note-who", "ask-wish"]);
    call.says("track my order @CheckOrderStatus");
    let turn = call.says("why do you need my order number");
    assert_eq!(turn.messages, ["note-why", "ask-order-number"]);
    let turn = call.says("are you a robot? I want a person");
    assert!(matches!(turn.reply.step, Step::Close(Ending::Person(_))), "{}", turn.reply.text());
}

#[test]
fn whoever_answers_and_asks_something_beside_it_has_answered() {
    let mut call = call(&[Scenario::Shop]);
    call.says("track my order @CheckOrderStatus");
    let turn = call.says("why do you need it? it's 55421");
    assert_eq!(turn.messages, ["confirm-order-number"], "{}", turn.reply.text());
    let turn = call.says("are you a real person? put me through to one @TalkToAgent:0.9");
    assert!(matches!(turn.reply.step, Step::Close(Ending::Person(_))), "{}", turn.reply.text());
}

#[test]
fn whoever_takes_a_person_and_says_their_account_gets_the_person() {
    let mut call = call(&[Scenario::Bank]);
    call.says("track my order @CheckOrderStatus");
    let turn = call.says("yes, my account is 1234567890");
    assert!(matches!(turn.reply.step, Step::Close(Ending::Person(_))), "{}", turn.reply.text());
}

#[test]
fn a_telephone_number_is_no_account_that_is_asked_about() {
    for (said, wish) in [
        ("call me on 2025550143", None),
        ("1234567890", Some(Wish::CheckBalance)),
        ("no, 1234567890", Some(Wish::CheckBalance)),
        ("it's my account, 1234567890", Some(Wish::CheckBalance)),
    ] {
        let mut call = call(&[Scenario::Bank]);
        call.line.bank.account_digits = 10;
        let turn = call.says(said);
        assert_eq!(turn.session.wish(), wish, "{said}: {}", turn.reply.text());
    }
}

#[test]
fn a_story_that_says_no_itself_is_asked_about() {
    for (language, said, wish) in [
        (Language::EnUs, "so these boots, they don't fit", Some("return-order")),
        (Language::EnUs, "don't track my order", None),
        (Language::EsUs, "fíjese que mi módem no prende", Some("report-problem")),
    ] {
        let mut call = call(&[Scenario::Shop, Scenario::Support]);
        call.language = language;
        let turn = call.says(said);
        let session = serde_json::to_value(&turn.session).unwrap();
        assert_eq!(session["asking"]["meant"].as_str(), wish, "{said}: {}", turn.reply.text());
    }
}
