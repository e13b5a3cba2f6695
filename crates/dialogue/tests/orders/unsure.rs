//! Wishes and words that were hardly heard.

use super::{shop, talks};
use crate::common;
use crate::common::Call;
use dialogue::{Facts, Heard, Mode, Request, Slot, Wish};
use expect_test::expect;
use line::Scenario;

#[test]
fn a_wish_that_was_hardly_recognised_is_asked_about_with_its_values() {
    talks(
        shop(),
        &["mumble 44321 mumble @CheckOrderStatus:0.41 OrderNumber=44321", "yes", "yes"],
        &expect![[r#"
            caller: mumble 44321 mumble
            line:   I'm not sure I got that. Would you like to know how an order is doing?
            caller: yes
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
    talks(
        shop(),
        &["mumble @LeaveMessage:0.41", "no", "mumble @LeaveMessage:0.41"],
        &expect![[r#"
            caller: mumble
            line:   I'm not sure I got that. Would you like to leave a message?
            caller: no
            line:   Sorry about that. What can I help you with? For a person, press 0.
            caller: mumble
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
}

#[test]
fn nobody_is_asked_whether_they_want_what_the_line_does_not_do() {
    talks(
        shop(),
        &["mumble @AskAvailability:0.41"],
        &expect![[r#"
        caller: mumble
        line:   Sorry, I didn't get that. What can I help you with?
    "#]],
    );
}

#[test]
fn a_wish_is_followed_in_the_midst_of_another_only_when_it_is_sure() {
    talks(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "four four three two one @RequestCallback:0.5",
            "yes call me back @RequestCallback:0.9",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: four four three two one
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes call me back
            line:   We can call you back on the number you're calling from. Is that okay?
        "#]],
    );
}

#[test]
fn words_that_were_hardly_heard_do_no_harm_to_numbers() {
    let mut call = shop();
    call.says("track my order @CheckOrderStatus");
    let heard = Heard {
        mode: Mode::Words,
        said: "four four three two one".to_owned(),
        kept: Some("four four three two one".to_owned()),
        intent: Some(Wish::CheckOrderStatus),
        clarity: Some(0.1),
        ..Heard::default()
    };
    let turn = call.hears("four four three two one", &heard);
    assert_eq!(turn.reply.text(), "I have 4, 4, 3, 2, 1. Is that right?", "it is confirmed anyway");
}

#[test]
fn words_that_were_hardly_heard_are_read_back() {
    let hardly = |said: &str, kept: Option<&str>| Heard {
        said: said.to_owned(),
        kept: kept.map(str::to_owned),
        intent: Some(Wish::ReportProblem),
        confidence: Some(0.9),
        slots: common::slots(&[(Slot::Service, "internet")]),
        clarity: Some(0.2),
        ..Heard::default()
    };
    let begin = || {
        let mut call = Call::new(&[Scenario::Support], |_| Facts::Unavailable);
        call.says("something is broken @ReportProblem");
        call
    };
    let mut call = begin();
    call.hears("the wifi", &hardly("the wifi", Some("the wifi")));
    call.says("");
    call.says("yes");
    expect![[r#"
        caller: something is broken
        line:   What's giving you trouble: your internet, your phone, your television or your bill?
        caller: the wifi
        line:   I think you said the wifi. Is that right?
        caller: (silence)
        line:   Are you still there? I heard the wifi. Is that right?
        caller: yes
        line:   Okay, let's get your internet working again. What's happening: no connection at all, a slow one, or one that keeps dropping?
    "#]].assert_eq(call.said());

    let mut call = begin();
    call.hears("the wifi", &hardly("the wifi", Some("the wifi")));
    call.says("no");
    call.says("my phone");
    expect![[r#"
        caller: something is broken
        line:   What's giving you trouble: your internet, your phone, your television or your bill?
        caller: the wifi
        line:   I think you said the wifi. Is that right?
        caller: no
        line:   Sorry about that. What's giving you trouble: your internet, your phone, your television or your bill?
        caller: my phone
        line:   Okay, let's get your phone working again. What's happening: no dial tone, noise on the line, or calls that don't go through?
    "#]].assert_eq(call.said());

    // To read it back to a caller who wants nothing kept, it would have to be kept.
    let mut call = begin();
    let turn = call.hears("the wifi", &hardly("the wifi", None));
    assert_eq!(
        turn.reply.text(),
        "Sorry, I didn't get that. Is it your internet, phone, television or bill?"
    );
    assert!(!serde_json::to_string(&turn.session).unwrap().contains("wifi"));
    // By key too.
    let mut call = begin();
    call.hears("the wifi", &hardly("the wifi", Some("the wifi")));
    let turn = call.says("#1");
    assert!(turn.reply.text().contains("your internet"), "{}", turn.reply.text());
}

#[test]
fn a_secret_is_not_kept_and_not_said() {
    use dialogue::PinCheck;
    let mut call = Call::new(&[Scenario::Bank], |request| match request {
        Request::VerifyPin { .. } => Facts::Pin(PinCheck::Wrong { left: 2 }),
        _ => Facts::Unavailable,
    });
    call.says("my balance @CheckBalance");
    let digits = usize::try_from(call.line.bank.account_digits).unwrap();
    call.says(&format!("#{}", "1234567890".chars().take(digits).collect::<String>()));
    assert!(call.says("yes").keeps_words);
    let turn = call.says("#7391");
    assert!(!turn.keeps_words);
    assert!(matches!(call.requests[..], [Request::VerifyPin { .. }]), "{:?}", call.requests);
    let kept = format!("{turn:?} {}", serde_json::to_string(&turn.session).unwrap());
    assert!(!kept.contains("7391") && !turn.reply.text().contains("7391"), "{kept}");
}
