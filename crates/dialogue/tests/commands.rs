//! What a caller may say at any time, in every state of a conversation.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::fmt::Write as _;

use common::Call;
use dialogue::{Evidence, Facts, Opinion, Order, OrderStatus, Request, Session, Wish};
use expect_test::expect_file;
use jiff::civil::date;
use line::Scenario;
use wording::Language;

/// States, and what brings a caller there.
const STATES: &[(&str, &[&str])] = &[
    ("the opening question", &[]),
    ("asked for a number", &["track @CheckOrderStatus"]),
    ("a number read back", &["44321 @CheckOrderStatus OrderNumber=44321"]),
    ("a person offered", &["track @CheckOrderStatus", "no"]),
    ("a guess asked about", &["the thing I bought"]),
    ("anything else", &["44321 @CheckOrderStatus OrderNumber=44321", "yes"]),
    ("a callback confirmed", &["call me back @RequestCallback"]),
    ("what was left offered", &["track @CheckOrderStatus", "call me @RequestCallback", "no"]),
    ("asked to be remembered", &["44321 @CheckOrderStatus OrderNumber=44321", "yes", "no"]),
];

const ENGLISH: &[&str] = &[
    "",
    "#0",
    "#9",
    "#*",
    "#1",
    "#2",
    "#7",
    "an agent please",
    "say that again",
    "slower please",
    "start over",
    "go back",
    "what can you do",
    "one moment please",
    "forget me please",
    "remember me for next time",
    "español por favor",
    "do you speak French",
    "there's a gas leak",
    "this is ridiculous",
    "goodbye",
    "don't hang up",
    "yes",
    "no",
    "leave a message @LeaveMessage",
    "cancel my appointment @CancelAppointment",
    "mumble",
];

const SPANISH: &[&str] = &[
    "",
    "un agente, por favor",
    "olvídeme, por favor",
    "guarde mis datos",
    "¿me lo repite?",
    "más despacio",
    "volver a empezar",
    "atrás",
    "ayuda",
    "un momentito",
    "in English please",
    "huele a gas",
    "estoy harto",
    "adiós",
    "no cuelgue",
    "sí",
    "no",
];

fn look_up(request: &Request) -> Facts {
    let Request::Order(number) = request else { return Facts::Unavailable };
    Facts::Order(Some(Order {
        number: number.clone(),
        status: OrderStatus::Shipped,
        placed_on: None,
        shipped_on: Some(date(2026, 3, 1)),
        expected_on: Some(date(2026, 3, 4)),
        delivered_on: None,
    }))
}

fn evidence(said: &str) -> Evidence {
    let opinion = Opinion { wish: Wish::CheckOrderStatus, confidence: 0.3 };
    let known = said == "the thing I bought";
    Evidence {
        recognition: Vec::from_iter(known.then_some(opinion)),
        classifier: Vec::from_iter(known.then_some(opinion)),
    }
}

fn call(language: Language) -> Call {
    let mut call = Call::new(&[Scenario::Shop], look_up);
    call.evidence = Box::new(evidence);
    call.language = language;
    call.line.memory.returning_callers = true;
    call
}

fn table(language: Language, commands: &[&str]) -> String {
    let mut table = String::new();
    for (state, script) in STATES {
        let mut reached = call(language);
        for text in *script {
            reached.says(text);
        }
        let asked = reached.session.reply().map(dialogue::Reply::text);
        writeln!(table, "== {state}: {}", asked.as_deref().unwrap_or("(greeting)")).unwrap();
        for command in commands {
            let mut call = call(language);
            let json = serde_json::to_string(&reached.session).unwrap();
            call.session = serde_json::from_str::<Session>(&json).unwrap();
            let turn = call.says(command);
            let said = command.split(" @").next().unwrap_or_default();
            let said = if said.is_empty() { "(silence)" } else { said };
            writeln!(table, "{said}\n    {}\n    {:?}", turn.reply.text(), turn.reply.step)
                .unwrap();
        }
    }
    table
}

#[test]
fn every_command_is_heard_in_every_state() {
    expect_file!["commands/english.txt"].assert_eq(&table(Language::EnUs, ENGLISH));
    expect_file!["commands/spanish.txt"].assert_eq(&table(Language::EsUs, SPANISH));
}
