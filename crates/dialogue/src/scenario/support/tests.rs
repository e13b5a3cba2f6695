//! Whole conversations with support, without the engine.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use line::Scenario;
use proptest::prelude::*;
use wording::Language;

use super::Task;
use super::guide::guide;
use crate::business::{Service, Ticket, TicketNumber};
use crate::memory::Memory;
use crate::request::{Facts, Request};
use crate::scenario::drive::{self, Call};
use crate::slot::{Slot, Slots};
use crate::task::{Taken, Task as _};
use crate::wish::Wish;

fn records(request: &Request) -> Facts {
    let Request::OpenTicket { service, tried, .. } = request else { panic!("{request:?}") };
    let number = "482913".parse::<TicketNumber>().unwrap();
    Facts::Ticket(Ticket { number, service: *service, tried: tried.clone() })
}

/// A call to support that offers nothing else.
fn brightwave(language: Language, records: fn(&Request) -> Facts) -> Call<'static, Task> {
    let mut line = drive::line("brightwave");
    line.scenarios = BTreeSet::from([Scenario::Support]);
    Call::new(line, language, super::begin, records)
}

fn begin(said: &str) -> Call<'static, Task> {
    begin_in(Language::EnUs, said)
}

fn begin_in(language: Language, said: &str) -> Call<'static, Task> {
    brightwave(language, records).wants(Wish::ReportProblem, said)
}

/// Another problem, or the same, with what was learnt before.
fn begin_with(memory: &Memory, said: &str) -> Call<'static, Task> {
    let mut call = brightwave(Language::EnUs, records);
    call.memory = memory.clone();
    call.wants(Wish::ReportProblem, said)
}

/// What was said and done, and what a person would be told after it.
fn check(call: &Call<'_, Task>, expect: &Expect) {
    let told = call.told().unwrap_or_default();
    expect.assert_eq(&format!("{}= in short: {told}\n", call.transcript()));
}

#[test]
fn nothing_helps_and_a_ticket_is_opened() {
    let mut call = begin("my internet is down");
    for said in [
        "yes, there's a light",
        "done",
        "no",
        "ready",
        "it's still not working",
        "it's red",
        "yes please",
    ] {
        call.answers(said);
    }
    check(
        &call,
        &expect![[r#"
            > my internet is down
            < Okay, let's get your internet working again. Please look at your router. Is at least one light on?
            > yes, there's a light
            < Please push in every cable at the back of the router. Say ready when you've done it.
            > done
            < Is your internet working now?
            > no
            < Okay, let's try something else. Please unplug the router, count to ten, and plug it back in. Say ready when its lights stop blinking.
            > ready
            < Is your internet working now?
            > it's still not working
            < Okay, let's try something else. Is the light marked internet, or the one with a globe, green or white?
            > it's red
            * Brightwave: your ticket is 482913. Please have it at hand when you call us about it.
            < I can't fix that from here, so I'm texting you a ticket number. Would you like to talk to a technician now?
            > yes please
            < Okay. Our technicians will see what we've tried.
            = person: matter
            = told: The caller asked for a person; problem with the internet: no connection. Tried without success: check cables and restart router. Ticket 482913.
            = in short: The caller asked for a person; problem with the internet: no connection. Tried without success: check cables and restart router. Ticket 482913.
        "#]],
    );
}

#[test]
fn the_first_step_helps() {
    let mut call = begin("my tv has no sound");
    call.answers("okay done");
    call.answers("yes it works");
    check(
        &call,
        &expect![[r#"
            > my tv has no sound
            < Okay, let's get your television working again. Please press Volume Up on the TV's remote a few times. Say ready when you've tried.
            > okay done
            < Is your television working now?
            > yes it works
            < Great, I'm glad your television is working again.
            = served
            = in short: The caller asked for a person; problem with the television: no sound.
        "#]],
    );
}

#[test]
fn what_is_wrong_is_asked_for() {
    let mut call = begin("I need technical support");
    call.answers("the phone I guess");
    call.answers("it crackles");
    call.answers("I can't");
    call.answers("I already tried that");
    call.answers("no thanks");
    check(
        &call,
        &expect![[r#"
            > I need technical support
            < What's giving you trouble: your internet, your phone, your television or your bill?
            > the phone I guess
            < Okay, let's get your phone working again. What's happening: no dial tone, noise on the line, or calls that don't go through?
            > it crackles
            < Please move the phone away from the router and other devices. Say ready when you've done it.
            > I can't
            < Okay, let's try something else. Please push in both ends of the phone's cable. Say ready when you've done it.
            > I already tried that
            * Brightwave: your ticket is 482913. Please have it at hand when you call us about it.
            < I can't fix that from here, so I'm texting you a ticket number. Would you like to talk to a technician now?
            > no thanks
            < All right. Our technicians have your ticket and will take it from here.
            = served
            = in short: The caller asked for a person; problem with the phone: noise. Tried without success: phone cable. Couldn't try: move phone. Ticket 482913.
        "#]],
    );
}

#[test]
fn spanish_is_spoken_throughout() {
    let mut call = begin_in(Language::EsUs, "mi internet está muy lento");
    for said in ["en todos", "listo", "sigue igual", "no puedo", "no, gracias"] {
        call.answers(said);
    }
    check(
        &call,
        &expect![[r#"
            > mi internet está muy lento
            < Muy bien, vamos a ver qué le pasa a su internet. ¿Está lento en todos sus aparatos?
            > en todos
            < Desconecte el módem, cuente hasta diez y vuelva a conectarlo. Diga listo cuando las luces dejen de parpadear.
            > listo
            < ¿Ya le funciona el internet?
            > sigue igual
            < Bueno, probemos otra cosa. Pruebe otra vez justo al lado del módem, por favor. Diga listo cuando haya probado.
            > no puedo
            * Brightwave: su reporte es el 482913. Téngalo a la mano cuando nos llame por este problema.
            < No puedo arreglarlo desde aquí, así que le mando por texto un número de reporte. ¿Quiere hablar ahora con un técnico?
            > no, gracias
            < De acuerdo. Nuestros técnicos tienen su reporte y se encargan de ahora en adelante.
            = served
            = in short: The caller asked for a person; problem with the internet: slow. Tried without success: restart router. Couldn't try: move closer. Ticket 482913.
        "#]],
    );
}

#[test]
fn the_records_are_down_when_a_ticket_is_needed() {
    let down = |_: &Request| Facts::Unavailable;
    let mut call =
        brightwave(Language::EnUs, down).wants(Wish::ReportProblem, "my phone makes noise");
    call.answers("I can't");
    call.answers("I can't");
    check(
        &call,
        &expect![[r#"
            > my phone makes noise
            < Okay, let's get your phone working again. Please move the phone away from the router and other devices. Say ready when you've done it.
            > I can't
            < Okay, let's try something else. Please push in both ends of the phone's cable. Say ready when you've done it.
            > I can't
            < I'm sorry, I couldn't open a ticket just now.
            = person: backend
            = told: The caller asked for a person; problem with the phone: noise. Couldn't try: move phone and phone cable.
            = in short: The caller asked for a person; problem with the phone: noise. Couldn't try: move phone and phone cable.
        "#]],
    );
}

#[test]
fn facts_of_another_kind_are_like_none() {
    let wrong = |_: &Request| Facts::Doctors(Vec::new());
    let mut call =
        brightwave(Language::EnUs, wrong).wants(Wish::ReportProblem, "my phone makes noise");
    call.answers("I can't");
    call.answers("I can't");
    assert!(call.transcript().contains("= person: backend"), "{}", call.transcript());
}

#[test]
fn bills_are_for_people_or_for_payments() {
    let call = begin("there's a wrong charge on my bill");
    check(
        &call,
        &expect![[r#"
            > there's a wrong charge on my bill
            < I can't look into a bill myself.
            = person: matter
            = told: The caller asked for a person; a question about a bill.
            = in short: The caller asked for a person; a question about a bill.
        "#]],
    );
    let mut call = brightwave(Language::EnUs, records);
    call.line.scenarios.insert(Scenario::Payments);
    let call = call.wants(Wish::ReportProblem, "I want to pay my bill");
    check(
        &call,
        &expect![[r#"
            > I want to pay my bill
            < 
            = not served; PayInvoice: I can help you pay your bill right now. Would you like that?
            = in short: The caller asked for a person; a question about a bill.
        "#]],
    );
}

#[test]
fn another_service_is_meant() {
    let mut call = begin("my internet is slow");
    call.answers("no, I meant the television");
    assert_eq!(call.asks(), "choose-television-symptom");
    call.answers("frozen");
    call.answers("where were we");
    assert_eq!(call.asks(), "ask-box-cables");
    let mut call = begin("my internet isn't working");
    call.answers("no, it's the phone that's dead");
    assert_eq!(call.asks(), "ask-phone-cable");
}

#[test]
fn two_things_are_seen_to_one_after_the_other() {
    let mut call = begin("my internet and my tv are down");
    assert_eq!(call.asks(), "choose-internet-symptom");
    call.answers("no connection");
    call.answers("oh, it's working again");
    check(
        &call,
        &expect![[r#"
            > my internet and my tv are down
            < Okay, let's get your internet working again. What's happening: no connection at all, a slow one, or one that keeps dropping?
            > no connection
            < Please look at your router. Is at least one light on?
            > oh, it's working again
            < Great, I'm glad your internet is back.
            = served; ReportProblem: You also mentioned your television. Shall we look at that now?
            = in short: The caller asked for a person; problem with the internet: no connection.
        "#]],
    );
    // "Yes" to the offer begins with what was left open.
    let call = begin_with(&call.memory, "yes");
    assert_eq!(call.asks(), "choose-television-symptom");
}

#[test]
fn a_caller_who_comes_back_goes_on_where_they_were() {
    let mut call = begin("my internet keeps dropping");
    call.answers("no");
    call.answers("done");
    call.answers("no");
    assert_eq!(call.asks(), "ask-router-cables");
    let mut again = begin_with(&call.memory, "what about my internet");
    assert_eq!(again.asks(), "offer-resume");
    again.answers("yes");
    assert_eq!(again.asks(), "ask-router-cables");
    // Or from the start.
    let mut anew = begin_with(&call.memory, "what about my internet");
    anew.answers("no");
    assert_eq!(anew.asks(), "choose-service");
    // "Where were we" needs no question.
    let on = begin_with(&call.memory, "where were we with my problem");
    assert_eq!(on.asks(), "ask-router-cables");
    // And another problem is another one.
    let other = begin_with(&call.memory, "my tv is frozen");
    assert_eq!(other.asks(), "ask-box-cables");
}

#[test]
fn a_call_that_was_dropped_goes_on_in_the_next() {
    let mut call = begin("my internet keeps dropping");
    call.answers("no");
    let matter = call.task.unwrap().0.matter(drive::NOW.date()).unwrap();
    let memory = Memory { matter: Some(matter), ..Memory::default() };
    let call = begin_with(&memory, "");
    assert_eq!(call.asks(), "ask-move-router");
}

#[test]
fn a_ticket_is_opened_once() {
    let mut call = begin("there's noise on my phone");
    call.answers("I can't");
    call.answers("I can't");
    call.answers("no");
    let mut call = begin_with(&call.memory, "my phone is still noisy");
    call.answers("yes");
    check(
        &call,
        &expect![[r#"
            > my phone is still noisy
            < I've already opened a ticket for that. Its number is 482, 913. Would you like to talk to a technician now?
            > yes
            < Okay. Our technicians will see what we've tried.
            = person: matter
            = told: The caller asked for a person; problem with the phone: noise. Couldn't try: move phone and phone cable. Ticket 482913.
            = in short: The caller asked for a person; problem with the phone: noise. Couldn't try: move phone and phone cable. Ticket 482913.
        "#]],
    );
    assert_eq!(call.requests, []);
}

#[test]
fn nothing_is_promised_to_a_number_that_takes_no_texts() {
    let mut call = brightwave(Language::EnUs, records);
    call.texting = false;
    let mut call = call.wants(Wish::ReportProblem, "there's noise on my phone");
    call.answers("I can't");
    call.answers("I can't");
    let heard = call.transcript();
    assert!(heard.contains("Please note its number: 482, 913."), "{heard}");
    assert!(!heard.contains("text"), "{heard}");
    assert_eq!(call.texts, []);
}

#[test]
fn going_back_asks_the_question_before() {
    let mut call = begin("my internet is down");
    call.answers("yes");
    call.answers("ready");
    assert_eq!(call.asks(), "confirm-works");
    for asked in ["ask-router-cables", "ask-router-on", "choose-internet-symptom", "choose-service"]
    {
        assert!(call.go_back());
        assert_eq!(call.asks(), asked);
    }
    assert!(!call.go_back());
}

#[test]
fn a_caller_may_take_their_time_and_ask_where_they_are() {
    let mut call = begin("my tv is frozen");
    assert!(matches!(call.answers("not yet"), Taken::Noted(_)));
    assert!(matches!(call.answers("wait, where were we?"), Taken::Noted(_)));
    assert_eq!(call.answers("purple"), Taken::NotUnderstood);
    assert_eq!(call.asks(), "ask-box-cables");
}

#[test]
fn a_natural_no_to_a_check_is_a_no() {
    let (en, es) = (Language::EnUs, Language::EsUs);
    for (language, begin, said, asked) in [
        (en, "my internet is down", "there's no light", "ask-plug-in-router"),
        (en, "my internet is down", "there is no light on", "ask-plug-in-router"),
        (en, "my internet is down", "I don't see any", "ask-plug-in-router"),
        (en, "my internet is down", "it doesn't have any lights on", "ask-plug-in-router"),
        (en, "my internet is down", "there aren't any", "ask-plug-in-router"),
        (en, "my internet is down", "there's one light", "ask-router-cables"),
        (en, "my internet is down", "I don't know", "offer-technician"),
        (en, "my internet keeps dropping", "no, it works fine there", "ask-move-router"),
        (es, "no tengo internet", "no hay luz", "ask-plug-in-router"),
        (es, "no tengo internet", "no se prende", "ask-plug-in-router"),
        (es, "no tengo internet", "no veo ninguna", "ask-plug-in-router"),
        (es, "no tengo internet", "no tengo luz", "ask-plug-in-router"),
        (es, "no tengo internet", "no, no está prendido", "ask-plug-in-router"),
        (es, "no tengo internet", "sí, está prendido", "ask-router-cables"),
        (es, "no tengo internet", "no sé", "offer-technician"),
        (es, "mi internet se corta", "ahí funciona", "ask-move-router"),
    ] {
        let mut call = begin_in(language, begin);
        call.answers(said);
        assert_eq!(call.asks(), asked, "{said}");
    }
}

#[test]
fn a_step_that_is_not_done_yet_did_not_fail() {
    for said in ["todavía no", "aún no", "todavía no, espere"] {
        let mut call = begin_in(Language::EsUs, "hay ruido en mi teléfono");
        assert!(matches!(call.answers(said), Taken::Noted(_)), "{said}");
        assert_eq!(call.asks(), "ask-move-phone", "{said}");
        call.answers("listo");
        // Once it is done, the same says that it did not help.
        call.answers(said);
        assert_eq!(call.asks(), "ask-phone-cable", "{said}");
    }
}

#[test]
fn every_step_of_every_guide_can_be_asked_and_answered() {
    for service in [Service::Internet, Service::Phone, Service::Television] {
        let guide = guide(service).unwrap();
        for symptom in &guide.symptoms {
            let name = super::word(Some(service));
            for step in &symptom.steps {
                let slots = Slots::from([
                    (Slot::Service, name.to_owned()),
                    (Slot::Symptom, symptom.name.clone()),
                    (Slot::Progress, step.name.clone()),
                ]);
                for language in Language::ALL {
                    let mut call = brightwave(language, records);
                    call.begin_with(Wish::ReportProblem, "", &slots);
                    assert_eq!(call.asks(), step.ask);
                    let no = if language == Language::EnUs { "I can't" } else { "no puedo" };
                    assert!(!matches!(call.answers(no), Taken::NotUnderstood));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a caller says, it ends: with a person, a ticket or a solution.
    #[test]
    fn leading_a_caller_through_ends(
        first in prop::sample::select(FIRST),
        said in prop::collection::vec(prop::sample::select(SAID), 40),
    ) {
        let mut call = begin(first);
        let mut n_understood = 0;
        for said in said {
            if call.task.is_none() {
                break;
            }
            let switched = said.contains("meant");
            match call.answers(said) {
                Taken::Noted(_) if said == "not yet" || said == "where were we" => {}
                Taken::Understood | Taken::Noted(_) => n_understood += 1,
                _ => {}
            }
            if switched {
                n_understood = 0;
            }
            prop_assert!(n_understood < 20, "{}", call.transcript());
        }
        let opened = call.requests.iter().filter(|it| matches!(it, Request::OpenTicket { .. })).count();
        prop_assert!(opened <= 1, "{}", call.transcript());
    }
}

const FIRST: &[&str] = &[
    "my internet is down",
    "my tv is frozen",
    "help",
    "there's noise on my phone",
    "my bill is wrong",
    "the internet and the phone",
    "",
];

const SAID: &[&str] = &[
    "yes",
    "no",
    "done",
    "I can't",
    "it works now",
    "still not working",
    "not yet",
    "purple",
    "I meant the tv",
    "no, I meant the phone",
    "where were we",
    "slow",
    "the second one",
    "internet",
    "something else",
    "I already tried that",
    "<speak>&amp;",
    "everything",
];
