//! Whole conversations about more than one thing, in both languages.

mod common;

use common::Call;
use dialogue::{
    Change, Consent, Evidence, Facts, Heard, Matter, Mode, Opinion, Order, OrderStatus, Remembered,
    Request, Slot, Wish, open,
};
use expect_test::{Expect, expect};
use jiff::civil::date;
use line::{Arm, Experiment, Queue, Scenario};
use wording::Language;

/// Two orders of the business, and one that cannot be reached.
fn look_up(request: &Request) -> Facts {
    let Request::Order(number) = request else { return Facts::Unavailable };
    let order = |status| Order {
        number: number.clone(),
        status,
        placed_on: None,
        shipped_on: Some(date(2026, 3, 1)),
        expected_on: Some(date(2026, 3, 4)),
        delivered_on: Some(date(2026, 2, 28)),
    };
    Facts::Order(match number.as_str() {
        "44321" => Some(order(OrderStatus::Shipped)),
        "55421" => Some(order(OrderStatus::Delivered)),
        "50000" => return Facts::Unavailable,
        _ => None,
    })
}

fn shop() -> Call {
    Call::new(&[Scenario::Shop], look_up)
}

fn check(call: Call, script: &[&str], expected: &Expect) {
    expected.assert_eq(&call.transcript(script));
}

const TRACK: &str = "44321 @CheckOrderStatus OrderNumber=44321";

#[test]
fn an_order_is_tracked_in_spanish() {
    check(
        shop().in_spanish(),
        &[
            "quiero saber de mi pedido @CheckOrderStatus",
            "cuatro cuatro tres dos dos",
            "no, es cuatro cuatro tres dos uno",
            "sí, eso es",
            "¿cuándo llega?",
            "no, gracias, eso es todo",
        ],
        &expect![[r#"
            caller: quiero saber de mi pedido
            line:   Claro. ¿Cuál es su número de pedido, de cinco dígitos?
            caller: cuatro cuatro tres dos dos
            line:   Tengo 4, 4, 3, 2, 2. ¿Es correcto?
            caller: no, es cuatro cuatro tres dos uno
            line:   De acuerdo, ahora tengo 4, 4, 3, 2, 1. ¿Es correcto?
            caller: sí, eso es
            line:   El pedido 44321 salió ayer y debe llegar el miércoles. ¿Le puedo ayudar en algo más?
            caller: ¿cuándo llega?
            line:   El pedido 44321 salió ayer y debe llegar el miércoles. ¿Necesita algo más?
            caller: no, gracias, eso es todo
            line:   Me alegra haberle ayudado.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn the_language_is_changed_in_the_midst_of_a_question() {
    check(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "español, por favor",
            "44321",
            "sí",
            "in English please",
            "no",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: español, por favor
            line:   Claro, hablemos en español. ¿Cuál es su número de pedido, de cinco dígitos?
            -- language(esus) none
            -- The caller talked to the assistant.
            caller: 44321
            line:   Tengo 4, 4, 3, 2, 1. ¿Es correcto?
            caller: sí
            line:   El pedido 44321 salió ayer y debe llegar el miércoles. ¿Le puedo ayudar en algo más?
            caller: in English please
            line:   Sure, let's speak English. Anything else I can help with?
            -- language(enus) served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn a_matter_that_was_left_is_offered_again() {
    check(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "actually can you call me back @RequestCallback",
            "no",
            "yes",
            "44321",
            "yes",
            "no",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: actually can you call me back
            line:   We can call you back on the number you're calling from. Is that okay?
            caller: no
            line:   No problem. Before, you wanted to know how an order is doing. Should we go on with that?
            caller: yes
            line:   What's your five-digit order number?
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
    check(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "cancel my appointment @CancelAppointment",
            "no",
            "44321",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: cancel my appointment
            line:   I'm sorry, I can't help with that on this line. Would you like to talk to a person instead?
            caller: no
            line:   Okay. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
        "#]],
    );
}

#[test]
fn a_wish_that_was_hardly_recognised_is_asked_about_with_its_values() {
    check(
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
    check(
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
    check(
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
    check(
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
fn how_the_caller_feels_is_acknowledged_and_brings_a_person_sooner() {
    check(
        shop(),
        &["this is ridiculous, where is my order @CheckOrderStatus", "mumble", "mumble"],
        &expect![[r#"
            caller: this is ridiculous, where is my order
            line:   I understand this is frustrating, and I'm sorry. What's your five-digit order number?
            caller: mumble
            line:   Sorry, I didn't get that. What's your five-digit order number?
            caller: mumble
            line:   I'm sorry this has been so hard.
            -- upset none
            -- The caller is upset.
        "#]],
    );
    check(
        shop(),
        &[
            "I'm so worried about my package @CheckOrderStatus",
            "44321",
            "I'm really worried",
            "yes",
        ],
        &expect![[r#"
            caller: I'm so worried about my package
            line:   I understand you're worried. Let's sort this out together. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: I'm really worried
            line:   Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1.
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
    check(
        shop(),
        &["this is ridiculous", "no", TRACK, "yes"],
        &expect![[r#"
        caller: this is ridiculous
        line:   I understand this is frustrating, and I'm sorry. I'd like to make this easier for you. Would you like to talk to a person right away?
        caller: no
        line:   Okay. Is there anything else I can help with?
        caller: 44321
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
    "#]],
    );
}

#[test]
fn danger_comes_first() {
    let mut call = shop();
    call.line.emergency.say.insert(Language::EnUs, "Leave the house, then call 911.".to_owned());
    check(
        call,
        &["track my order @CheckOrderStatus", "wait, I smell gas"],
        &expect![[r#"
        caller: track my order
        line:   Sure. What's your five-digit order number?
        caller: wait, I smell gas
        line:   Leave the house, then call 911.
        -- emergency none
        -- The caller may be in danger.
    "#]],
    );
    check(
        shop(),
        &["my neighbour is hurt @Emergency:0.9"],
        &expect![[r#"
            caller: my neighbour is hurt
            line:   If anyone is in danger, hang up and call 911. I'm putting you through to a person now.
            -- emergency none
            -- The caller may be in danger.
        "#]],
    );
    check(
        shop(),
        &[
            "something is wrong here @Emergency:0.5",
            "no",
            "is it an emergency? no it's not an emergency",
        ],
        &expect![[r#"
            caller: something is wrong here
            line:   I'm not sure I got that. Would you like to get help right now?
            caller: no
            line:   Sorry about that. What can I help you with? For a person, press 0.
            caller: is it an emergency? no it's not an emergency
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
}

#[test]
fn a_moment_is_given_without_counting_the_silence() {
    check(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "hold on, let me look",
            "",
            "one moment please",
            "one sec",
            "repeat",
            "",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: hold on, let me look
            line:   Take your time. I'm here when you're ready.
            caller: (silence)
            line:   Are you still there? What's your five-digit order number?
            caller: one moment please
            line:   Take your time. I'm here when you're ready.
            caller: one sec
            line:   No rush. I'm still here.
            caller: repeat
            line:   Sure, I'll say that again. Are you still there? What's your five-digit order number?
            caller: (silence)
            line:   Are you still there? What's your five-digit order number?
        "#]],
    );
}

#[test]
fn a_slow_voice_stays_slow() {
    let mut call = shop();
    call.says(TRACK);
    let slow = call.says("slower please");
    assert!(slow.reply.ssml.contains("<prosody rate="), "{}", slow.reply.ssml);
    let next = call.says("yes");
    assert!(next.reply.ssml.contains("<prosody rate="), "{}", next.reply.ssml);
    let slowest = call.says("slower please");
    assert!(slowest.reply.text().starts_with("I'm going as slowly as I can."));
}

#[test]
fn help_first_says_what_can_be_done_then_how() {
    check(
        shop(),
        &["what can you do", "help"],
        &expect![[r#"
        caller: what can you do
        line:   I can tell you how an order is doing, change where it goes, or help you send something back. How can I help you today?
        caller: help
        line:   You can always say repeat, slower, go back, start over, or talk to a person. How can I help you today?
    "#]],
    );
}

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

    // A caller whose number is withheld cannot be known again.
    let mut call = shop();
    call.line.memory.returning_callers = true;
    call.caller = None;
    for text in [TRACK, "yes", "no"] {
        call.says(text);
    }
    assert!(call.last.as_ref().unwrap().reply.ends());
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

#[test]
fn the_arm_of_an_experiment_is_recorded_when_its_message_is_heard() {
    let mut call = shop();
    let experiment = |message: &str, share| Experiment {
        name: format!("{message}-{share}"),
        message: message.to_owned(),
        share,
    };
    call.line.experiments = vec![experiment("ask-order-number", 100), experiment("ask-more", 0)];
    let turn = call.says("track my order @CheckOrderStatus");
    let arms: Vec<_> =
        turn.session.arms().iter().map(|(name, arm)| (name.as_str(), *arm)).collect();
    assert_eq!(arms, [("ask-order-number-100", Arm::B)]);
    call.says("44321");
    let turn = call.says("yes");
    assert_eq!(turn.session.arms().get("ask-more-0"), Some(&Arm::A));
}

#[test]
fn the_queue_is_that_of_the_matter_or_the_one_that_is_named() {
    let queue = |name: &str, intent: &str, word: &str| Queue {
        name: name.to_owned(),
        say: [].into(),
        arn: None,
        intents: [intent.to_owned()].into(),
        words: [(Language::EnUs, vec![word.to_owned()])].into(),
        mailbox: None,
    };
    let queues = vec![
        queue("team", "-", "-"),
        queue("orders", "CheckOrderStatus", "shipping"),
        queue("billing", "PayInvoice", "billing"),
    ];
    for (says, name) in [
        (&["an agent please"][..], None),
        (&["a person in billing please"], Some("billing")),
        (&["track my order @CheckOrderStatus", "an agent please"], Some("orders")),
        (&["track my order @CheckOrderStatus", "get me an agent in billing"], Some("billing")),
        (&["track 50000 @CheckOrderStatus OrderNumber=50000", "yes"], Some("orders")),
        (&[TRACK, "yes", "an agent please"], Some("orders")),
    ] {
        let mut call = shop();
        call.line.queues = queues.clone();
        for text in says {
            call.says(text);
        }
        assert_eq!(call.session.queue(), name, "{says:?}");
    }
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
fn a_caller_who_is_understood_by_the_classifier_is_followed() {
    let mut call = shop();
    call.evidence = Box::new(|_| {
        let opinion = Opinion { wish: Wish::RequestCallback, confidence: 0.95 };
        Evidence { recognition: vec![opinion], classifier: vec![opinion] }
    });
    check(
        call,
        &["ring me later", "yes"],
        &expect![[r#"
            caller: ring me later
            line:   We can call you back on the number you're calling from. Is that okay?
            caller: yes
            line:   We'll call you back as soon as someone is free.
            -- callback none
            -- The caller talked to the assistant.
        "#]],
    );
    // Nobody is asked about what the line does not do.
    let mut call = shop();
    call.evidence = Box::new(|_| {
        let opinion = Opinion { wish: Wish::PayInvoice, confidence: 0.95 };
        Evidence { recognition: vec![opinion], classifier: vec![opinion] }
    });
    check(
        call,
        &["settle up"],
        &expect![[r#"
        caller: settle up
        line:   Sorry, I didn't get that. What can I help you with?
    "#]],
    );
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

#[test]
fn a_task_of_another_business_is_taken_up_again() {
    let mut call = Call::new(&[Scenario::Shop, Scenario::Support], look_up);
    for text in [
        "something is broken @ReportProblem",
        "wait, where is my order @CheckOrderStatus OrderNumber=44321",
        "yes",
        "yes",
    ] {
        call.says(text);
    }
    expect![[r#"
        caller: something is broken
        line:   What's giving you trouble: your internet, your phone, your television or your bill?
        caller: wait, where is my order
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Before, you wanted to get something fixed. Should we go on with that?
        caller: yes
        line:   What's giving you trouble: your internet, your phone, your television or your bill?
    "#]].assert_eq(call.said());
}
