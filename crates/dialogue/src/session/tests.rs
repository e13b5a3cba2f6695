//! A session as it is stored, and as it is shown.

use expect_test::expect;
use jiff::civil::date;
use serde_json::{Value as Json, json};

use super::*;
use crate::heard::Mode;
use crate::question::Expects;
use crate::scenario::common::{self, Agreed};
use crate::slot::Slot;

/// What only the caller or the records know, in every place that can hold it.
const SECRETS: [&str; 6] =
    ["55421", "482913", "Dana", "lost parcel", "Elm Street", "12345678901234"];

/// A session of which every field that is stored has something in it.
fn full() -> Session {
    let message =
        |id: &'static str| Message::new(id).with("words", Value::Text("lost parcel".into()));
    let question = Question {
        before: vec![message("note-okay")],
        message: message("confirm-order-number"),
        expects: Expects::YesNo,
        about: Slots::from([(Slot::OrderNumber, "55421".to_owned())]),
    };
    let doing = Doing {
        wish: Wish::RequestCallback,
        task: Task::Contact(common::Task::Callback(Agreed::Yes)),
    };
    let matter = Matter {
        wish: Wish::CheckOrderStatus,
        slots: Slots::from([(Slot::OrderNumber, "55421".to_owned())]),
        on: date(2026, 3, 1),
        until: Some(date(2026, 3, 5)),
    };
    let remembered = Remembered {
        consent: Some(crate::matter::Consent::Granted),
        name: Some("Dana".to_owned()),
        matters: vec![matter.clone()],
    };
    Session {
        turn: 7,
        asking: Asking::Heard("lost parcel".to_owned()),
        question: Some(question.clone()),
        doing: Some(doing.clone()),
        last_wish: Some(Wish::AskHours),
        aside: Some(Aside { doing, question }),
        later: vec![Wish::PayInvoice],
        memory: Memory { name: Some("Dana".to_owned()), ..Memory::default() },
        guessed: Slots::from([(Slot::AppointmentNumber, "482913".to_owned())]),
        offered: BTreeSet::from([Wish::ReturnOrder]),
        served: 2,
        misunderstood: 1,
        silent: 1,
        denied: 1,
        quiet: 1,
        waiting: true,
        feeling: Feeling {
            mood: Some(Mood::Fear),
            acknowledged: 3,
            felt: 3,
            outbursts: 1,
            calm: 1,
        },
        pace: Pace::Slow,
        operations: 4,
        remembered,
        closed: vec![matter.clone()],
        matters: vec![matter],
        known: Some(message("summary-call")),
        escalation: Some(Reason::Upset),
        queue: Some("returns".to_owned()),
        queue_named: Some("billing".to_owned()),
        last: vec![Spoken::main(message("tell-hours"))],
        times: vec![("note-okay".into(), 2)],
        arms: BTreeMap::from([("short".to_owned(), Arm::B)]),
        heard: Some(Fingerprint(12_345_678_901_234)),
        reply: Some(Reply {
            ssml: "<speak>Elm Street 9</speak>".to_owned(),
            step: Step::ElicitIntent,
            over: None,
        }),
        order: None,
        not_found: None,
    }
}

#[test]
fn what_is_stored_is_read_again() {
    let session = full();
    let json = serde_json::to_value(&session).unwrap();
    assert_eq!(serde_json::from_value::<Session>(json.clone()).unwrap(), session);
    // Each field has something in it, or nobody would see it lost: only two are of old sessions.
    let names: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    expect![[r#"
        turn, asking, question, doing, last_wish, aside, later, memory, guessed, offered, served, misunderstood, silent, denied, quiet, waiting, feeling, pace, operations, remembered, closed, matters, known, escalation, queue, queue_named, last, times, arms, heard, reply
    "#]]
    .assert_eq(&format!("{}\n", names.join(", ")));
    assert_eq!(serde_json::from_value::<Session>(json!({})).unwrap(), Session::default());
}

#[test]
fn nothing_that_was_said_or_told_is_shown() {
    let session = full();
    let asked = [
        Asking::Confirmation("55421".parse().unwrap()),
        Asking::Meant(Wish::CheckOrderStatus),
        Asking::Task,
    ];
    let asked = asked.map(|asking| format!("{:?}", Session { asking, ..full() }));
    let shown = format!("{session:?} {session:#?} {}", asked.join(" "));
    for secret in SECRETS {
        assert!(serde_json::to_string(&session).unwrap().contains(secret), "{secret} is tried");
        assert!(!shown.contains(secret), "{shown}");
    }
    assert!(shown.contains("turn: 7") && shown.contains("CheckOrderStatus"), "{shown}");
}

#[test]
fn a_session_from_before_the_scenarios_goes_on() {
    let read = |json: Json| serde_json::from_value::<Session>(json).unwrap();
    let order = json!({ "number": "55421", "status": "shipped" });
    let mut session = read(json!({
        "turn": 3, "asking": { "confirmation": "44321" }, "order": order, "not_found": "99999"
    }));
    let legacy = session.renew().unwrap();
    assert_eq!(legacy.wish, Wish::CheckOrderStatus);
    assert_eq!(legacy.slots, Slots::from([(Slot::OrderNumber, "44321".to_owned())]));
    assert_eq!(session.memory.order.as_ref().map(|it| it.number.as_str()), Some("55421"));
    assert_eq!(session.memory.unknown_order.as_ref().map(OrderNumber::as_str), Some("99999"));
    assert_eq!((&session.order, &session.not_found, session.turn), (&None, &None, 3));
    // What was brought into today's shape is stored in it.
    let json = serde_json::to_value(&session).unwrap();
    assert_eq!((json.get("order"), json.get("not_found")), (None, None));
    assert_eq!(read(json), session);
    assert_eq!(session.renew(), None);
}

#[test]
fn what_a_newer_version_wrote_costs_nothing_else() {
    let whole = serde_json::to_value(full()).unwrap();
    for name in whole.as_object().unwrap().keys() {
        let mut json = whole.clone();
        json[name] = json!({ "of": ["a", { "later": "version" }] });
        json["colour"] = json!("blue");
        let read: Session = serde_json::from_value(json).unwrap();
        let stored = serde_json::to_value(&read).unwrap();
        for (other, value) in whole.as_object().unwrap() {
            if other != name {
                assert_eq!(stored.get(other), Some(value), "{other} is lost with {name}");
            }
        }
        assert_eq!(stored.get("colour"), None);
    }
}

#[test]
fn a_turn_is_repeated_by_who_did_not_get_its_answer() {
    let heard = |words: &str| Heard {
        mode: Mode::Words,
        said: words.to_owned(),
        kept: Some(words.to_owned()),
        ..Heard::default()
    };
    let session = |turn| Session { turn, heard: Fingerprint::of(&heard("yes")), ..full() };
    for (turn, finished, words, repeats) in [
        (3, Some(1), "no", true),
        (3, Some(2), "yes", true),
        (3, Some(2), "no", false),
        (3, Some(3), "yes", false),
        (1, None, "yes", true),
        (1, None, "no", false),
        (3, None, "yes", false),
    ] {
        let found = session(turn).repeats(finished, &heard(words));
        assert_eq!(found, repeats, "{turn} {finished:?} {words}");
    }
    // Words that may not be kept are told apart by nothing but the number.
    let session = Session { turn: 3, heard: None, ..Session::default() };
    assert!(session.repeats(Some(2), &heard("no")) && !session.repeats(Some(3), &heard("no")));
}

#[test]
fn a_call_that_comes_back_starts_over_with_what_is_known() {
    let closed = |ending| {
        let reply =
            Reply { ssml: "<speak>Bye.</speak>".to_owned(), step: Step::Close(ending), over: None };
        let mut session = Session { reply: Some(reply), ..full() };
        session.reopen();
        session
    };
    let session = closed(Ending::Person(Reason::Asked));
    assert_eq!((session.asking, session.question, session.doing), (Asking::Wish, None, None));
    assert_eq!((session.aside, session.escalation, session.queue), (None, None, None));
    assert_eq!((session.misunderstood, session.silent, session.denied), (0, 0, 0));
    assert_eq!((session.served, session.memory.name.as_deref()), (2, Some("Dana")));
    let session = closed(Ending::Language(Language::EsUs));
    assert_eq!((session.doing, session.denied), (full().doing, 1));
}
