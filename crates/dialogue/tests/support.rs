//! Whole conversations with technical support, through the engine.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::business::{Ticket, TicketNumber};
use dialogue::{Change, Consent, Ending, Facts, Reason, Remembered, Request, Step, open};
use expect_test::{Expect, expect};
use jiff::civil::date;
use line::Scenario;

fn records(request: &Request) -> Facts {
    let Request::OpenTicket { service, tried, .. } = request else { return Facts::Unavailable };
    let number = "482913".parse::<TicketNumber>().unwrap();
    Facts::Ticket(Ticket { number, service: *service, tried: tried.clone() })
}

fn call() -> Call {
    let mut call = Call::new(&[Scenario::Support, Scenario::Payments], records);
    "Brightwave".clone_into(&mut call.line.name);
    call
}

fn check(call: Call, caller: &[&str], expected: &Expect) {
    expected.assert_eq(&call.transcript(caller));
}

#[test]
fn a_router_is_restarted_and_the_internet_is_back() {
    check(
        call(),
        &[
            "my internet is down @ReportProblem Service=internet",
            "yes",
            "okay, done",
            "no",
            "one moment please",
            "",
            "",
            "ready",
            "yes",
            "no thanks @Goodbye",
        ],
        &expect![[r#"
            caller: my internet is down
            line:   Okay, let's get your internet working again. Please look at your router. Is at least one light on?
            caller: yes
            line:   Please push in every cable at the back of the router. Say ready when you've done it.
            caller: okay, done
            line:   Is your internet working now?
            caller: no
            line:   Okay, let's try something else. Please unplug the router, count to ten, and plug it back in. Say ready when its lights stop blinking.
            caller: one moment please
            line:   Take your time. I'm here when you're ready.
            caller: (silence)
            line:   Take your time, it can need two minutes. Say ready when the lights stop blinking.
            caller: (silence)
            line:   Take your time, it can need two minutes. Say ready when the lights stop blinking.
            caller: ready
            line:   How about now, is your internet working?
            caller: yes
            line:   Great, I'm glad your internet is back. Is there anything else I can help with?
            caller: no thanks
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; problem with the internet: no connection. Tried without success: check cables.
        "#]],
    );
}

#[test]
fn somebody_who_restarts_a_router_may_be_silent_for_two_minutes() {
    let mut call = call();
    call.says("my internet is slow @ReportProblem Service=internet");
    call.says("yes");
    for _ in 0..10 {
        let turn = call.says("");
        assert!(matches!(turn.reply.step, Step::ElicitSlot { .. }), "{}", call.said());
    }
    for _ in 0..2 {
        call.says("");
    }
    let turn = call.says("");
    assert_eq!(turn.reply.step, Step::Close(Ending::Person(Reason::Silence)), "{}", call.said());
}

#[test]
fn a_caller_turns_to_something_else_and_comes_back() {
    let mut call = Call::new(&[Scenario::Support, Scenario::Shop], records);
    "Brightwave".clone_into(&mut call.line.name);
    check(
        call,
        &[
            "my tv is frozen @ReportProblem Service=television Symptom=frozen",
            "done",
            "wait, where were we",
            "where is my order @CheckOrderStatus",
            "my tv, where were we with that @ReportProblem Service=television",
            "no",
            "I can't",
            "yes",
        ],
        &expect![[r#"
            caller: my tv is frozen
            line:   Okay, let's get your television working again. Please push in every cable at the back of the TV box. Say ready when you've done it.
            caller: done
            line:   Is your television working now?
            caller: wait, where were we
            line:   We're getting your television to work. How about now, is your television working?
            caller: where is my order
            line:   Sure. What's your five-digit order number?
            caller: my tv, where were we with that
            line:   We're getting your television to work. Is your television working now?
            caller: no
            line:   Okay, let's try something else. Please unplug the TV box, count to ten, and plug it back in. Say ready when the menu is back.
            caller: I can't
            line:   I can't fix that from here, so I'm texting you a ticket number. Would you like to talk to a technician now?
            sms:    Brightwave: your ticket is 482913. Please have it at hand when you call us about it.
            caller: yes
            line:   Okay. Our technicians will see what we've tried.
            -- matter none
            -- The caller needs something that the assistant can't do; problem with the television: frozen. Tried without success: box cables. Couldn't try: restart box. Ticket 482913.
        "#]],
    );
}

#[test]
fn a_call_that_was_dropped_goes_on_where_it_stopped() {
    let mut first = call();
    first.line.memory.returning_callers = true;
    first.session = open(
        &first.line,
        &Remembered { consent: Some(Consent::Granted), ..Remembered::default() },
        first.now,
    )
    .session;
    first.says("my internet keeps dropping @ReportProblem Service=internet Symptom=drops");
    first.says("no");
    let kept = |call: &Call| match call.last.as_ref().unwrap().change.clone() {
        Some(Change::Remember { name, matters }) => {
            Remembered { consent: Some(Consent::Granted), name, matters }
        }
        _ => panic!("{}", call.said()),
    };
    // Nobody said goodbye.
    let remembered = kept(&first);
    let mut second = call();
    second.line.memory.returning_callers = true;
    second.now = date(2026, 3, 3).at(9, 0, 0, 0);
    second.session = open(&second.line, &remembered, second.now).session;
    for said in ["yes", "done", "yes", "that's all @Goodbye"] {
        second.says(said);
    }
    expect![[r#"
        caller: yes
        line:   Please put the router somewhere open, away from walls and the TV. Say ready when it's back on.
        caller: done
        line:   Is your internet working now?
        caller: yes
        line:   Great, I'm glad your internet is back. Is there anything else I can help with?
        caller: that's all
        line:   Glad I could help.
        -- goodbye served
        -- The caller talked to the assistant; problem with the internet: drops.
    "#]].assert_eq(second.said());
    // What works is open no more.
    assert_eq!(kept(&second).matters, []);
}

#[test]
fn corrections_and_commands_are_heard_at_every_step() {
    check(
        call(),
        &[
            "something's broken @ReportProblem",
            "my phone Service=phone",
            "no, I meant the television",
            "no sound",
            "repeat that @Repeat",
            "slower please @SlowDown",
            "go back @GoBack",
            "missing channels",
            "start over @StartAgain",
            "the internet is slow @ReportProblem Service=internet Symptom=slow",
            "talk to a person @TalkToAgent",
        ],
        &expect![[r#"
            caller: something's broken
            line:   What's giving you trouble: your internet, your phone, your television or your bill?
            caller: my phone Service=phone
            line:   Okay, let's get your phone working again. What's happening: no dial tone, noise on the line, or calls that don't go through?
            caller: no, I meant the television
            line:   Okay, so it's your television. What's wrong: no picture, a frozen picture, no sound, or missing channels?
            caller: no sound
            line:   Please press Volume Up on the TV's remote a few times. Say ready when you've tried.
            caller: repeat that
            line:   Sure, I'll say that again. Please press Volume Up on the TV's remote a few times. Say ready when you've tried.
            caller: slower please
            line:   Sure, I'll slow down. Please press Volume Up on the TV's remote a few times. Say ready when you've tried.
            caller: go back
            line:   Okay, let's go back. What's wrong: no picture, a frozen picture, no sound, or missing channels?
            caller: missing channels
            line:   On the remote, press Menu, then choose Find channels. Say ready when it's finished.
            caller: start over
            line:   Okay, let's start over. How can I help you today?
            caller: the internet is slow
            line:   Sorry about the trouble with your internet. Let's see what we can do. Is it slow on all of your devices?
            caller: talk to a person
            line:   Okay.
            -- asked none
            -- The caller asked for a person; problem with the internet: slow.
        "#]],
    );
}

#[test]
fn an_angry_caller_is_heard_and_handed_over_sooner() {
    check(
        call(),
        &[
            "this is ridiculous, my internet is dead again @ReportProblem Service=internet",
            "purple monkey",
            "blah blah",
        ],
        &expect![[r#"
            caller: this is ridiculous, my internet is dead again
            line:   I understand this is frustrating, and I'm sorry. Okay, let's get your internet working again. Please look at your router. Is at least one light on?
            caller: purple monkey
            line:   Sorry, was that a yes or a no? Is a light on your router on?
            caller: blah blah
            line:   I'm sorry this has been so hard.
            -- upset none
            -- The caller is upset; problem with the internet: no connection.
        "#]],
    );
}

#[test]
fn the_bill_is_for_people_or_is_paid() {
    check(
        call(),
        &["there's a wrong charge on my bill @ReportProblem Service=billing"],
        &expect![[r#"
            caller: there's a wrong charge on my bill
            line:   I can't look into a bill myself.
            -- matter none
            -- The caller needs something that the assistant can't do; a question about a bill.
        "#]],
    );
    check(
        call(),
        &["I have a problem and want to pay my bill @ReportProblem Service=billing", "no"],
        &expect![[r#"
            caller: I have a problem and want to pay my bill
            line:   I can help you pay your bill right now. Would you like that?
            caller: no
            line:   Okay. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn spanish_throughout() {
    check(
        call().in_spanish(),
        &[
            "no tengo internet @ReportProblem Service=internet",
            "sin conexión",
            "sí",
            "listo",
            "todavía no funciona",
            "no puedo",
            "no",
        ],
        &expect![[r#"
            caller: no tengo internet
            line:   Muy bien, vamos a ver qué le pasa a su internet. Mire su módem, por favor. ¿Tiene al menos una luz encendida?
            caller: sin conexión
            line:   Perdón, ¿fue sí o no? ¿Tiene su módem una luz encendida?
            caller: sí
            line:   Apriete bien todos los cables de su módem, por favor. Diga listo cuando termine.
            caller: listo
            line:   ¿Ya le funciona el internet?
            caller: todavía no funciona
            line:   Bueno, probemos otra cosa. Desconecte el módem, cuente hasta diez y vuelva a conectarlo. Diga listo cuando las luces dejen de parpadear.
            caller: no puedo
            line:   No puedo arreglarlo desde aquí, así que le mando por texto un número de reporte. ¿Quiere hablar ahora con un técnico?
            sms:    Brightwave: su reporte es el 482913. Téngalo a la mano cuando nos llame por este problema.
            caller: no
            line:   De acuerdo. Nuestros técnicos tienen su reporte y se encargan de ahora en adelante. ¿Le puedo ayudar en algo más?
        "#]],
    );
    // "Lento" is an answer here, and no wish to be spoken to slowly.
    check(
        call().in_spanish(),
        &["tengo un problema con mi internet @ReportProblem Service=internet", "lento"],
        &expect![[r#"
            caller: tengo un problema con mi internet
            line:   Muy bien, vamos a ver qué le pasa a su internet. ¿Qué pasa: no hay conexión, está lento o se corta?
            caller: lento
            line:   ¿Está lento en todos sus aparatos?
        "#]],
    );
}

#[test]
fn no_ticket_can_be_opened() {
    let mut down = Call::new(&[Scenario::Support], |_| Facts::Unavailable);
    down.line.name = "Brightwave".to_owned();
    check(
        down,
        &[
            "there's static on my phone @ReportProblem Service=phone Symptom=noise",
            "I can't",
            "I can't",
        ],
        &expect![[r#"
            caller: there's static on my phone
            line:   Okay, let's get your phone working again. Please move the phone away from the router and other devices. Say ready when you've done it.
            caller: I can't
            line:   Okay, let's try something else. Please push in both ends of the phone's cable. Say ready when you've done it.
            caller: I can't
            line:   I'm sorry, I couldn't open a ticket just now.
            -- backend none
            -- The assistant couldn't get to our records; problem with the phone: noise. Couldn't try: move phone and phone cable.
        "#]],
    );
}
