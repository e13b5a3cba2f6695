//! Callers who call again.

use super::{TRACK, shop};
use crate::common;
use crate::common::Call;
use dialogue::{Change, Consent, Matter, Remembered, Slot, Wish, open};
use expect_test::expect;
use jiff::civil::date;
use line::Scenario;
use wording::Language;

#[test]
fn who_agrees_is_remembered_and_asked_about_it_when_they_call_again() {
    let mut call = shop();
    call.line.memory.returning_callers = true;
    for text in [TRACK, "yes", "no"] {
        call.says(text);
    }
    let turn = call.says("yes");
    let Some(Change::Remember { matters, .. }) = turn.change else { panic!("{:?}", turn.change) };
    expect![[r#"
        caller: 44321
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        caller: no
        line:   Would you like me to remember you for your next call?
        caller: yes
        line:   Great, I'll remember you. Glad I could help.
        -- goodbye served
        -- The caller talked to the assistant; they know that order 44321 is on its way.
    "#]].assert_eq(call.said());
    assert_eq!(matters.len(), 1);

    let mut again = shop();
    again.line.memory.returning_callers = true;
    again.now = date(2026, 3, 3).at(9, 0, 0, 0);
    let remembered = Remembered { consent: Some(Consent::Granted), name: None, matters };
    let opening = open(&again.line, &remembered, again.now);
    let manner = wording::Manner::new(again.now.date());
    let question =
        wording::say(Language::EnUs, &opening.question, wording::Part::Main, &manner).unwrap();
    assert_eq!(question.text(), "Are you calling about the order you asked about yesterday?");
    let json = serde_json::to_string(&opening.session).unwrap();
    again.session = serde_json::from_str(&json).unwrap();
    for text in ["what was that", "yes", "no"] {
        again.says(text);
    }
    // The order is still open, as seen from that day.
    let last = again.last.clone().unwrap();
    let Some(Change::Remember { matters, .. }) = last.change else { panic!("{:?}", last.change) };
    assert_eq!(matters[0].on, date(2026, 3, 3));
    expect![[r#"
        caller: what was that
        line:   Sure, I'll say that again. Are you calling about the order you asked about yesterday?
        caller: yes
        line:   Order 44321 was shipped on Sunday and should arrive tomorrow. Is there anything else I can help with?
        caller: no
        line:   Glad I could help.
        -- goodbye served
        -- The caller talked to the assistant; they know that order 44321 is on its way.
    "#]].assert_eq(again.said());
}

#[test]
fn what_was_agreed_to_can_be_taken_back_at_any_time_and_given_again() {
    let mut call = shop();
    call.line.memory.returning_callers = true;
    let change = |call: &Call| call.last.as_ref().unwrap().change.clone();
    // Whoever refused can still agree, and is not asked again.
    for text in [TRACK, "yes", "no", "no"] {
        call.says(text);
    }
    assert_eq!(change(&call), Some(Change::Forget));
    call.says("remember me please");
    let Some(Change::Remember { matters, .. }) = change(&call) else {
        panic!("{:?}", change(&call));
    };
    // What was refused is not kept after all.
    assert_eq!(matters, []);
    for text in [TRACK, "yes", "no"] {
        call.says(text);
    }
    let Some(Change::Remember { matters, .. }) = change(&call) else {
        panic!("{:?}", change(&call));
    };
    assert_eq!(matters.len(), 1);
    assert!(call.last.as_ref().unwrap().reply.ends());
    // And whoever agreed can take it back, in the midst of something.
    for text in ["track my order @CheckOrderStatus", "don't remember me"] {
        call.says(text);
    }
    assert_eq!(change(&call), Some(Change::Forget));
    assert!(call.last.as_ref().unwrap().promises());
    for text in ["44321", "yes", "no"] {
        call.says(text);
        assert_eq!(change(&call), None, "{text}");
    }

    // Of a caller who is offered what is open, nothing is left to offer.
    let mut call = shop();
    call.line.memory.returning_callers = true;
    let matters = vec![Matter {
        wish: Wish::CheckOrderStatus,
        slots: common::slots(&[(Slot::OrderNumber, "44321")]),
        on: date(2026, 3, 1),
        until: None,
    }];
    let remembered = Remembered { consent: Some(Consent::Granted), name: None, matters };
    call.session = open(&call.line, &remembered, call.now).session;
    call.says("forget me");
    assert_eq!(change(&call), Some(Change::Forget));
    let told = call.last.as_ref().unwrap().reply.text();
    assert_eq!(told, "Okay, I've deleted what I kept for your next call. What can I do for you?");
}

#[test]
fn two_calls_at_once_keep_what_both_leave_open() {
    let matter = |number: &str| Matter {
        wish: Wish::CheckOrderStatus,
        slots: common::slots(&[(Slot::OrderNumber, number)]),
        on: date(2026, 3, 2),
        until: None,
    };
    let remembered = |consent, numbers: &[&str]| Remembered {
        consent: Some(consent),
        name: Some("Dana".to_owned()),
        matters: numbers.iter().map(|it| matter(it)).collect(),
    };
    let mut call = shop();
    call.line.memory.returning_callers = true;
    let known = remembered(Consent::Granted, &["10001", "10002"]);
    call.session = open(&call.line, &known, call.now).session;
    for text in ["no", TRACK, "yes", "no"] {
        call.says(text);
    }
    let turn = call.last.as_ref().unwrap();
    let beside = |stored: &Remembered| match turn.clone().change_beside(stored) {
        Some(Change::Remember { name, matters }) => {
            let number = |it: Matter| it.slots[&Slot::OrderNumber].clone();
            Some((name, matters.into_iter().map(number).collect::<Vec<_>>()))
        }
        Some(Change::Forget) => panic!("nobody asked for that"),
        None => None,
    };
    let dana = Some("Dana".to_owned());
    let kept = |numbers: &[&str]| {
        Some((dana.clone(), numbers.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()))
    };
    let granted = |numbers: &[&str]| remembered(Consent::Granted, numbers);
    assert_eq!(beside(&granted(&["10001", "10002"])), kept(&["44321", "10001", "10002"]));
    assert_eq!(beside(&granted(&["20001"])), kept(&["44321", "10001", "10002"]), "three at most");
    assert_eq!(beside(&remembered(Consent::Refused, &[])), None);
}

#[test]
fn what_another_call_left_is_known_from_then_on() {
    let open_order = |number: &str| Matter {
        wish: Wish::CheckOrderStatus,
        slots: common::slots(&[(Slot::OrderNumber, number)]),
        on: date(2026, 3, 2),
        until: None,
    };
    let granted = |numbers: &[&str]| Remembered {
        consent: Some(Consent::Granted),
        name: None,
        matters: numbers.iter().map(|it| open_order(it)).collect(),
    };
    let refused = Remembered { consent: Some(Consent::Refused), ..Remembered::default() };
    let call = || {
        let mut call = shop();
        call.line.memory.returning_callers = true;
        call.session = open(&call.line, &granted(&["10001"]), call.now).session;
        for text in ["no", TRACK, "yes", "no"] {
            call.says(text);
        }
        call
    };
    // Taken back or deleted there, nothing is brought back here.
    for stored in [refused, Remembered::default()] {
        let mut call = call();
        let mut turn = call.last.clone().unwrap();
        assert_eq!(turn.change_beside(&stored), None);
        call.session = turn.session;
        for text in [TRACK, "yes", "no"] {
            assert_eq!(call.says(text).change, None, "{text}");
        }
    }
    // What was left open there stays.
    let mut call = call();
    let mut turn = call.last.clone().unwrap();
    assert!(turn.change_beside(&granted(&["20001"])).is_some());
    call.session = turn.session;
    let kept = call.says("remember me please").change;
    let Some(Change::Remember { matters, .. }) = kept else { panic!("{kept:?}") };
    assert!(matters.contains(&open_order("20001")), "{matters:?}");
}

#[test]
fn whom_nothing_can_be_kept_of_is_told_no_more_than_is_true() {
    for (remembers, caller, reachable, forget, remember) in [
        (false, true, true, "I don't keep anything", "I can't remember you"),
        (true, false, false, "I don't keep anything", "I can't remember you"),
        (true, false, true, "I can't do that right now", "I can't do that right now"),
    ] {
        for (says, hears) in [("forget me", forget), ("remember me", remember)] {
            let mut call = shop();
            call.line.memory.returning_callers = remembers;
            call.caller = caller.then(|| "a caller".to_owned());
            call.reachable = reachable;
            let turn = call.says(says);
            assert!(turn.reply.text().contains(hears), "{}", turn.reply.text());
            assert_eq!((turn.change.is_none(), turn.promises()), (true, false));
        }
    }
}

#[test]
fn who_refuses_or_leaves_is_not_asked_twice() {
    let mut call = shop();
    call.line.memory.returning_callers = true;
    for text in [TRACK, "yes", "no", "no"] {
        call.says(text);
    }
    assert_eq!(call.last.as_ref().unwrap().change, Some(Change::Forget));
    expect![[r#"
        caller: 44321
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        caller: no
        line:   Would you like me to remember you for your next call?
        caller: no
        line:   That's fine, I won't remember this call. Glad I could help.
        -- goodbye served
        -- The caller talked to the assistant; they know that order 44321 is on its way.
    "#]].assert_eq(call.said());

    let mut call = shop();
    call.line.memory.returning_callers = true;
    for text in [TRACK, "yes", "no, bye"] {
        call.says(text);
    }
    assert_eq!(call.last.as_ref().unwrap().change, None);

    // A caller whose number is withheld or not hashed cannot be known again.
    for is_withheld in [true, false] {
        let mut call = shop();
        call.line.memory.returning_callers = true;
        call.withhold_number();
        call.reachable = !is_withheld;
        for text in [TRACK, "yes", "no"] {
            call.says(text);
        }
        assert!(call.last.as_ref().unwrap().reply.ends());
    }
}

#[test]
fn only_what_may_still_be_open_is_asked_about() {
    let mut line = common::line(&[Scenario::Shop]);
    line.memory.returning_callers = true;
    let matter = |wish, on| Matter {
        wish,
        slots: common::slots(&[(Slot::OrderNumber, "44321")]),
        on,
        until: None,
    };
    let opens = |consent, matter: Matter, line: &line::Line| {
        let remembered = Remembered { consent, name: None, matters: vec![matter] };
        open(line, &remembered, common::now()).question.id.into_owned()
    };
    let yesterday = matter(Wish::CheckOrderStatus, date(2026, 3, 1));
    assert_eq!(opens(Some(Consent::Granted), yesterday.clone(), &line), "offer-last-matter");
    let long_ago = matter(Wish::CheckOrderStatus, date(2025, 3, 1));
    assert_eq!(opens(Some(Consent::Granted), long_ago, &line), "ask-wish");
    let elsewhere = matter(Wish::CheckBalance, date(2026, 3, 1));
    assert_eq!(opens(Some(Consent::Granted), elsewhere, &line), "ask-wish");
    assert_eq!(opens(Some(Consent::Refused), yesterday.clone(), &line), "ask-wish");
    assert_eq!(opens(None, yesterday.clone(), &line), "ask-wish");
    line.memory.returning_callers = false;
    assert_eq!(opens(Some(Consent::Granted), yesterday, &line), "ask-wish");
}
