use super::*;
use crate::review::Conversation;
use serde_json::json;

/// A turn: intent, reply, messages, requests, failure.
type Row<'a> = (&'a str, &'a str, &'a [&'a str], &'a [&'a str], Option<&'a str>);

fn conversation(turns: &[Row<'_>]) -> Conversation {
    let mut records = vec![json!({
        "kind": "call", "contact_id": "c-1", "started_at": "2026-03-02T14:30:00Z",
        "language": "en-US", "outcome": "served",
    })];
    for (at, (intent, reply, messages, requests, failure)) in turns.iter().enumerate() {
        records.push(json!({
            "kind": "turn", "number": at + 1, "at": "2026-03-02T14:30:10Z", "intent": intent,
            "reply": reply, "messages": messages, "requests": requests, "failure": failure,
        }));
    }
    Conversation::of_records(&records).unwrap()
}

fn verdict(conversation: &Conversation, point: &str) -> Verdict {
    let check = checks(conversation).into_iter().find(|it| it.point == point);
    check.unwrap().verdict
}

fn missed(why: &str) -> Verdict {
    Verdict::Missed(why.to_owned())
}

#[test]
fn a_good_call_misses_nothing() {
    let call = conversation(&[
        ("CheckOrderStatus", "What's your number?", &["ask-order-number"], &[], None),
        ("CheckOrderStatus", "Is it 5?", &["confirm-order-number"], &[], None),
        ("CheckOrderStatus", "It shipped. Anything else?", &["tell-order"], &["order"], None),
        ("Goodbye", "Glad I could help.", &["tell-done-served"], &[], None),
    ]);
    assert!(checks(&call).iter().all(|it| !matches!(it.verdict, Verdict::Missed(_))));
    assert_eq!(verdict(&call, "critical data confirmed"), Verdict::Met);
    assert_eq!(verdict(&call, "polite close"), Verdict::Met);
}

#[test]
fn nothing_critical_happens_unconfirmed() {
    let call = conversation(&[("PayInvoice", "Paid.", &["tell-paid"], &["pay"], None)]);
    let why = missed("turn 1 asks for `pay` unconfirmed");
    assert_eq!(verdict(&call, "critical data confirmed"), why);
}

#[test]
fn what_a_pin_opens_is_told_to_nobody_else() {
    let point = "critical data confirmed";
    let account = ("CheckBalance", "Account 1?", &["confirm-account"][..], &[][..], None);
    let pin = ("CheckBalance", "Your code?", &["ask-one-time-code"][..], &["verify-pin"][..], None);
    let told = ("CheckBalance", "You have $5.", &["tell-balance"][..], &["balances"][..], None);
    let denied = ("CheckBalance", "Which then?", &["ask-account"][..], &[][..], Some("denied"));
    assert_eq!(verdict(&conversation(&[account, pin, told, told]), point), Verdict::Met);
    // Another account is called wrong; the first one stays open.
    assert_eq!(verdict(&conversation(&[account, pin, account, denied, told]), point), Verdict::Met);
    assert_eq!(
        verdict(&conversation(&[told]), point),
        missed("turn 1 asks for `balances` unconfirmed")
    );
    let without = conversation(&[account, told]);
    assert_eq!(verdict(&without, point), missed("turn 2 asks for `balances` unconfirmed"));
    for request in ["transactions", "create-code", "verify-code"] {
        let requests = [request];
        let call =
            [account, ("ListTransactions", "Here.", &["tell-latest"][..], &requests[..], None)];
        let why = format!("turn 2 asks for `{request}` unconfirmed");
        assert_eq!(verdict(&conversation(&call), point), missed(&why));
    }
}

#[test]
fn a_ticket_is_opened_for_the_asking() {
    let ticket = ("ReportProblem", "A ticket.", &["tell-ticket"][..], &["open-ticket"][..], None);
    let not_shown = Verdict::NotShown("nothing critical was asked for");
    assert_eq!(verdict(&conversation(&[ticket]), "critical data confirmed"), not_shown);
}

#[test]
fn a_link_is_sent_for_the_asking() {
    let link =
        ("PayInvoice", "I've texted you the link.", &["tell-link-sent"][..], &["pay"][..], None);
    let not_shown = Verdict::NotShown("nothing critical was asked for");
    assert_eq!(verdict(&conversation(&[link]), "critical data confirmed"), not_shown);
}

#[test]
fn what_is_confirmed_is_so_for_one_change_and_until_it_is_denied() {
    let point = "critical data confirmed";
    let account = ("PayInvoice", "Account 1?", &["confirm-account-number"][..], &[][..], None);
    let bill = ("PayInvoice", "Charge $5?", &["confirm-card-payment"][..], &["bill"][..], None);
    let paid = ("PayInvoice", "Paid.", &["tell-paid"][..], &["pay"][..], None);
    let denied = ("PayInvoice", "How then?", &["ask-wish"][..], &[][..], Some("denied"));
    assert_eq!(verdict(&conversation(&[account, bill, paid]), point), Verdict::Met);
    // What is asked of the same account again needs no second confirmation.
    assert_eq!(verdict(&conversation(&[account, bill, bill, paid]), point), Verdict::Met);
    let twice = conversation(&[account, bill, paid, paid]);
    assert_eq!(verdict(&twice, point), missed("turn 4 asks for `pay` unconfirmed"));
    let refused = conversation(&[account, bill, denied, paid]);
    assert_eq!(verdict(&refused, point), missed("turn 4 asks for `pay` unconfirmed"));
    let wrong = conversation(&[account, denied, bill]);
    assert_eq!(verdict(&wrong, point), missed("turn 3 asks for `bill` unconfirmed"));
}

#[test]
fn a_line_may_give_up_sooner_or_later_than_others() {
    let unclear = ("FallbackIntent", "Your number?", &["ask-wish"][..], &[][..], Some("silence"));
    let call = conversation(&[unclear, unclear]);
    let point = "a person within reach";
    let not_shown = Verdict::NotShown("nobody needed a person");
    assert_eq!(verdict(&call, point), not_shown);
    let hasty = Conversation { patience: 2, ..call };
    assert_eq!(verdict(&hasty, point), missed("turn 2 is failure 2 in a row"));
}

#[test]
fn nobody_is_blamed_for_a_caller_who_hangs_up() {
    let turn = ("Help", "I can help.", &["tell-help"][..], &[][..], None);
    let call = conversation(&[turn]);
    let why = missed("turn 1 ends the call without a word");
    assert_eq!(verdict(&call, "polite close"), why);
    let gone = Conversation { outcome: "open".to_owned(), ..call };
    assert_eq!(verdict(&gone, "polite close"), Verdict::NotShown("the caller hung up"));
}

#[test]
fn failures_need_other_words_and_then_a_person() {
    let unclear = Some("not-understood");
    let again: &[&str] = &["ask-order-number"];
    let call = conversation(&[
        ("FallbackIntent", "Your number?", again, &[], unclear),
        ("FallbackIntent", "Your number?", again, &[], unclear),
        ("FallbackIntent", "Use the keypad.", again, &[], unclear),
    ]);
    let point = "failures answered with help";
    assert_eq!(verdict(&call, point), missed("turn 2 gives no other help"));
    let why = missed("turn 3 is failure 3 in a row");
    assert_eq!(verdict(&call, "a person within reach"), why);
    let why = missed("turn 2 says the same as the one before");
    assert_eq!(verdict(&call, "nothing said twice running"), why);
}

#[test]
fn who_asks_for_a_person_gets_one() {
    let asked = |messages| Conversation {
        outcome: "queue".to_owned(),
        ..conversation(&[("TalkToAgent", "Okay.", messages, &[], None)])
    };
    let why = missed("turn 1 asks for a person in vain");
    assert_eq!(verdict(&asked(&["note-okay"]), "a person within reach"), why);
    assert_eq!(verdict(&asked(&["hand-over-asked"]), "a person within reach"), Verdict::Met);
}

#[test]
fn who_asks_for_a_person_early_in_the_call_gets_one_too() {
    let point = "a person within reach";
    let more = ("Goodbye", "Glad I could help.", &["tell-done-served"][..], &[][..], None);
    let asks = |messages| ("TalkToAgent", "Okay.", messages, &[][..], None);
    let why = missed("turn 1 asks for a person in vain");
    for messages in [&["note-okay"][..], &["ask-more"], &["offer-next-return"]] {
        assert_eq!(verdict(&conversation(&[asks(messages), more]), point), why, "{messages:?}");
    }
    // Asked back, and refused: nobody is put through who does not want it.
    for messages in [&["confirm-wish"][..], &["offer-person-instead"]] {
        let call = conversation(&[asks(messages), asks(&["note-okay", "ask-more"]), more]);
        assert_eq!(verdict(&call, point), Verdict::Met, "{messages:?}");
    }
}

#[test]
fn who_is_put_through_arrives() {
    let point = "a person within reach";
    let over = ("TalkToAgent", "Okay.", &["hand-over-asked"][..], &[][..], None);
    let ended = |outcome: &str| {
        let call = conversation(&[over]);
        verdict(&Conversation { outcome: outcome.to_owned(), ..call }, point)
    };
    for outcome in ["queue", "agent", "voicemail", "callback", "hung_up"] {
        assert_eq!(ended(outcome), Verdict::Met, "{outcome}");
    }
    for outcome in ["goodbye", "dropped"] {
        let why = format!("turn 1 puts through, and the call ends as {outcome}");
        assert_eq!(ended(outcome), Verdict::Missed(why));
    }
    let not_shown = "the records do not say where the caller was put through to";
    assert_eq!(ended("open"), Verdict::NotShown(not_shown));
}

#[test]
fn what_the_dialogue_said_the_flow_does_not_say_again() {
    let danger = "If anyone is in danger, hang up and call 911.";
    let turn = ("Emergency", danger, &["tell-emergency"][..], &[][..], None);
    let point = "nothing said twice running";
    let call = |said: &str| Conversation {
        farewell: Some(vec![said.to_owned()]),
        ..conversation(&[turn])
    };
    let why = missed("what turn 1 says is said again after it");
    assert_eq!(verdict(&call(&format!("{danger} Hold on.")), point), why);
    assert_eq!(verdict(&call("Thanks for holding."), point), Verdict::Met);
}

#[test]
fn a_call_that_the_line_ends_has_a_goodbye() {
    let turn = ("Goodbye", "Glad I could help.", &["tell-done-served"][..], &[][..], None);
    let point = "polite close";
    let ends = |outcome: &str, said: &str| {
        let call = conversation(&[turn]);
        let farewell = Some(vec![said.to_owned()]);
        verdict(&Conversation { outcome: outcome.to_owned(), farewell, ..call }, point)
    };
    assert_eq!(ends("served", "Thanks for calling. Goodbye."), Verdict::Met);
    let why = missed("the line ends the call without a goodbye");
    assert_eq!(ends("callback", "We'll call you back."), why);
    assert_eq!(ends("voicemail", "Please leave a message after the tone."), Verdict::Met);
    assert_eq!(ends("queue", "Thanks for holding."), Verdict::Met);
    let why = missed("the line let go of the caller without a word");
    assert_eq!(ends("dropped", "One moment, please."), why);
}

#[test]
fn long_words_are_too_long() {
    let long = "well ".repeat(60);
    let call = conversation(&[("Help", long.as_str(), &["tell-help"], &[], None)]);
    let Verdict::Missed(why) = verdict(&call, "answers under ten seconds") else {
        panic!("not noticed")
    };
    assert!(why.starts_with("the answer of turn 1 takes about"), "{why}");
}

#[test]
fn what_the_caller_asked_to_hear_may_be_longer_but_not_for_ever() {
    let point = "answers under ten seconds";
    let said = |n| "well ".repeat(n);
    let (short, long) = (said(35), said(80));
    let call = |said: &str| {
        conversation(&[("ListTransactions", said, &["tell-transaction"][..], &[][..], None)])
    };
    assert_eq!(verdict(&call(&short), point), Verdict::Met);
    assert!(matches!(verdict(&call(&long), point), Verdict::Missed(_)));
    let several = conversation(&[
        ("Help", short.as_str(), &["tell-help"][..], &[][..], None),
        ("Help", short.as_str(), &["tell-help"][..], &[][..], None),
    ]);
    let Verdict::Missed(why) = verdict(&several, point) else { panic!("not noticed") };
    assert!(why.starts_with("these turns take too many seconds: 1 ("), "{why}");
}

#[test]
fn records_do_not_show_everything() {
    let call = conversation(&[]);
    for check in checks(&call) {
        let is_met = check.point == "nothing said twice running";
        assert_eq!(check.verdict == Verdict::Met, is_met, "{}", check.point);
        assert!(!matches!(check.verdict, Verdict::Missed(_)), "{}", check.point);
    }
    let greeted = Conversation { greeting: Some(vec![]), ..call };
    assert_eq!(verdict(&greeted, "short greeting"), missed("the caller was not greeted"));
}
