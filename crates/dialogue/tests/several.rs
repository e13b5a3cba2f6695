//! Callers who name several things in one sentence.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::{Evidence, Facts, Opinion, Order, OrderStatus, Request, Wish};
use expect_test::expect;
use jiff::civil::date;
use line::Scenario;

/// What a classifier would take the parts for.
const NAMED: &[(&str, Wish, f64)] = &[
    ("where is my order", Wish::CheckOrderStatus, 0.95),
    ("dónde está mi pedido", Wish::CheckOrderStatus, 0.95),
    ("I want to return something", Wish::ReturnOrder, 0.9),
    ("quiero devolver algo", Wish::ReturnOrder, 0.9),
    ("my internet is down", Wish::ReportProblem, 0.97),
    ("I want to pay my bill", Wish::PayInvoice, 0.9),
    ("I don't want to pay my bill", Wish::PayInvoice, 0.9),
    ("what are my last transactions", Wish::ListTransactions, 0.9),
    ("I was wondering about it", Wish::ReturnOrder, 0.3),
    ("give me a person", Wish::TalkToAgent, 0.9),
];

fn evidence(words: &str) -> Evidence {
    let known = NAMED.iter().filter(|(it, ..)| *it == words);
    let classifier =
        known.map(|(_, wish, confidence)| Opinion { wish: *wish, confidence: *confidence });
    Evidence { recognition: Vec::new(), classifier: classifier.collect() }
}

fn call() -> Call {
    let records = |request: &Request| match request {
        Request::Order(number) => Facts::Order(Some(Order {
            number: number.clone(),
            status: OrderStatus::Shipped,
            placed_on: None,
            shipped_on: Some(date(2026, 3, 1)),
            expected_on: Some(date(2026, 3, 4)),
            delivered_on: None,
        })),
        _ => Facts::Unavailable,
    };
    let scenarios = [Scenario::Shop, Scenario::Payments, Scenario::Support];
    let mut call = Call::new(&scenarios, records);
    call.evidence = Box::new(evidence);
    call
}

#[test]
fn the_second_thing_is_offered_when_the_first_is_done() {
    let said = call().transcript(&[
        "where is my order and also I want to pay my bill @CheckOrderStatus:0.6",
        "44321",
        "yes",
        "yes",
    ]);
    expect![[r#"
        caller: where is my order and also I want to pay my bill
        line:   Sure, one thing at a time. What's your five-digit order number?
        caller: 44321
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. You also wanted to pay a bill. Should we do that now?
        caller: yes
        line:   Sure. What's your 6-digit account number?
    "#]].assert_eq(&said);
    let said = call().in_spanish().transcript(&[
        "¿dónde está mi pedido? y quiero devolver algo @CheckOrderStatus:0.6",
        "44321",
        "sí",
        "no",
        "no",
    ]);
    expect![[r#"
        caller: ¿dónde está mi pedido? y quiero devolver algo
        line:   Claro, vamos por partes. ¿Cuál es su número de pedido, de cinco dígitos?
        caller: 44321
        line:   Tengo 4, 4, 3, 2, 1. ¿Es correcto?
        caller: sí
        line:   El pedido 44321 salió ayer y debe llegar el miércoles. También quería devolver algo. ¿Lo vemos ahora?
        caller: no
        line:   De acuerdo. ¿Le puedo ayudar en algo más?
        caller: no
        line:   Me alegra haberle ayudado.
        -- goodbye served
        -- The caller talked to the assistant; they know that order 44321 is on its way.
    "#]].assert_eq(&said);
}

#[test]
fn what_recognition_gave_up_is_asked_about_part_by_part() {
    let mut call = call();
    for text in ["my internet is down and I want to pay my bill", "yes", "start over"] {
        call.says(text);
    }
    expect![[r#"
        caller: my internet is down and I want to pay my bill
        line:   I'm not sure I got that. Would you like to get something fixed?
        caller: yes
        line:   Okay, let's get your internet working again. Please look at your router. Is at least one light on?
        caller: start over
        line:   Okay, let's start over. How can I help you today?
    "#]]
    .assert_eq(call.said());
    // What was left for later is gone too.
    let session = serde_json::to_value(&call.session).unwrap();
    assert_eq!(session.get("later"), None);
}

#[test]
fn one_thing_stays_one() {
    for text in [
        // The same twice, one that is refused, one that another line does, one that is hardly one.
        "where is my order and where is my order @CheckOrderStatus",
        "where is my order and I don't want to pay my bill @CheckOrderStatus",
        "where is my order and what are my last transactions @CheckOrderStatus",
        "where is my order and I was wondering about it @CheckOrderStatus",
        "where is my order and thank you @CheckOrderStatus",
    ] {
        let mut call = call();
        let turn = call.says(text);
        assert_eq!(turn.messages, ["note-sure", "ask-order-number"], "{text}");
        assert_eq!(serde_json::to_value(&call.session).unwrap().get("later"), None, "{text}");
    }
}

#[test]
fn whoever_wants_a_person_gets_one_at_once() {
    let mut call = call();
    let turn = call.says("where is my order and give me a person @CheckOrderStatus");
    assert_eq!(turn.messages, ["hand-over-asked"]);
}

#[test]
fn what_was_named_too_is_not_offered_again_once_it_is_done() {
    let mut call = call();
    call.says("where is my order and I want to return something @CheckOrderStatus");
    // The caller comes to it by themselves.
    call.says("actually I want to return something @ReturnOrder");
    assert_eq!(serde_json::to_value(&call.session).unwrap().get("later"), None);
}

#[test]
fn what_is_said_in_place_of_a_yes_is_heard_with_what_it_confirms() {
    let mut call = call();
    let unsure = "I want to know about an order @CheckOrderStatus:0.41";
    let turn = call.says(unsure);
    assert_eq!(turn.messages, ["confirm-wish"]);
    let turn = call.says("yes it's 44321");
    assert_eq!(turn.messages, ["confirm-order-number"]);
}

#[test]
fn a_person_is_told_what_was_named_too() {
    let mut call = call();
    for text in ["where is my order and I want to pay my bill @CheckOrderStatus", "agent"] {
        call.says(text);
    }
    expect![[r#"
        caller: where is my order and I want to pay my bill
        line:   Sure, one thing at a time. What's your five-digit order number?
        caller: agent
        line:   Okay.
        -- asked none
        -- The caller asked for a person. They also want to pay a bill.
    "#]]
    .assert_eq(call.said());
    // A call that comes back from the queue begins anew.
    call.says("I want to return something @ReturnOrder");
    assert_eq!(serde_json::to_value(&call.session).unwrap().get("later"), None);
}

#[test]
fn another_sentence_adds_to_what_was_named_before() {
    let mut call = call();
    call.says("where is my order and I want to pay my bill @CheckOrderStatus");
    call.says("my internet is down and I want to return something @ReportProblem");
    let later = serde_json::to_value(&call.session).unwrap().get("later").cloned();
    assert_eq!(later, Some(serde_json::json!([Wish::PayInvoice, Wish::ReturnOrder])));
}
