//! Sessions that other versions wrote, in the midst of a call.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::fs;

use common::Call;
use dialogue::{Facts, Order, OrderStatus, Request, Session};
use jiff::civil::date;
use line::Scenario;

fn look_up(request: &Request) -> Facts {
    let Request::Order(number) = request else { return Facts::Unavailable };
    Facts::Order((number.as_str() == "44321").then(|| Order {
        number: number.clone(),
        status: OrderStatus::Shipped,
        placed_on: None,
        shipped_on: Some(date(2026, 3, 1)),
        expected_on: Some(date(2026, 3, 4)),
        delivered_on: None,
    }))
}

fn read(name: &str) -> Session {
    let path = format!("{}/tests/sessions/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn a_call_goes_on_where_another_version_left_it() {
    for (name, says, answer) in [
        ("empty", "mumble", "Sorry, I didn't get that. What can I help you with?"),
        ("asking-number", "44321", "I have 4, 4, 3, 2, 1. Is that right?"),
        (
            "asking-number",
            "mumble",
            "Sorry, I didn't get that. What's your five-digit order number?",
        ),
        ("asking-number", "no", "No problem. Would you like to talk to a person instead?"),
        ("confirming", "yes", "Order 44321 was shipped yesterday and should arrive on Wednesday."),
        ("confirming", "no, 44322", "Okay, now I have 4, 4, 3, 2, 2. Is that right?"),
        ("confirming", "mumble", "Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1."),
        ("confirming", "", "Are you still there? I have 4, 4, 3, 2, 1. Is that right?"),
        (
            "anything-else",
            "when will it arrive",
            "Order 44321 was shipped yesterday and should arrive on Wednesday.",
        ),
        ("anything-else", "no", "Glad I could help."),
        ("misunderstood-twice", "mumble", "I'm sorry, I'm having trouble understanding."),
        ("silent-twice", "", "I'm sorry, I can't hear you."),
        ("unknown-order", "yes", "I couldn't find order 99999."),
        ("guessed-order", "yes", "Sure. What's your five-digit order number?"),
        (
            "guessed-order",
            "no",
            "Sorry about that. What can I help you with? For a person, press 0.",
        ),
        ("guessed-person", "yes", "Okay."),
        ("guessed-goodbye", "yes", "Glad I could help."),
        ("person-offered", "yes", "Okay."),
        ("person-offered", "no", "Okay. Is there anything else I can help with?"),
        ("newer", "mumble", "Sorry, I didn't get that. What can I help you with?"),
        ("much-newer", "mumble", "Sorry, I didn't get that. What can I help you with?"),
        ("much-newer", "agent", "Okay."),
    ] {
        let mut call = Call::new(&[Scenario::Shop], look_up);
        call.session = read(name);
        let turn = call.session.turn();
        let reply = call.says(says);
        assert!(reply.reply.text().starts_with(answer), "{name}: {says:?}: {}", reply.reply.text());
        assert_eq!(reply.session.turn(), turn + 1, "{name}");
    }
}

#[test]
fn what_is_served_and_known_stays_so() {
    let session = read("anything-else");
    assert_eq!((session.turn(), session.served(), session.outcome()), (3, 1, "served"));
    assert_eq!(read("much-newer").served(), 2);
}

#[test]
fn a_turn_of_another_version_is_answered_again_with_what_was_said() {
    let session = read("confirming");
    let heard = common::recognise("44321", None, wording::Language::EnUs);
    assert!(session.repeats(Some(1), &heard));
    assert_eq!(session.reply().unwrap().text(), "I have 4, 4, 3, 2, 1. Is that right?");
    // What cannot be read cannot be said again: the turn is taken anew.
    assert_eq!(read("much-newer").reply(), None);
}
