//! Whole calls to a clinic, through the engine.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::cell::RefCell;

use common::{Call, recognise};
use dialogue::business::{Appointment, AppointmentNumber, Doctor, Opening};
use dialogue::{Booking, Evidence, Facts, Heard, Opinion, Request, WantedDoctor, Wish};
use expect_test::expect;
use jiff::civil::{DateTime, date};
use line::Scenario;
use wording::Language;

const DOCTORS: &[(&str, &str, &str)] = &[
    ("chen", "Dr. Chen", "cardiology"),
    ("okafor", "Dr. Okafor", "cardiology"),
    ("ruiz", "Dr. Ruiz", "dermatology"),
];

const FREE: &[(&str, DateTime)] = &[
    ("chen", date(2026, 3, 5).at(9, 30, 0, 0)),
    ("chen", date(2026, 3, 5).at(10, 0, 0, 0)),
    ("chen", date(2026, 3, 6).at(10, 0, 0, 0)),
    ("okafor", date(2026, 3, 5).at(10, 0, 0, 0)),
    ("ruiz", date(2026, 3, 5).at(11, 0, 0, 0)),
    ("ruiz", date(2026, 3, 5).at(15, 0, 0, 0)),
];

/// A clinic whose openings are taken as they are booked.
fn clinic() -> impl FnMut(&Request) -> Facts {
    let free = RefCell::new(FREE.to_vec());
    let held = RefCell::new(Vec::<Appointment>::new());
    move |request| match request {
        Request::Doctors => {
            let doctor = |(id, name, specialty): &(&str, &str, &str)| Doctor {
                id: id.parse().unwrap(),
                name: (*name).to_owned(),
                spoken: std::collections::BTreeMap::new(),
                specialty: specialty.parse().unwrap(),
            };
            Facts::Doctors(DOCTORS.iter().map(doctor).collect())
        }
        Request::Openings(wanted) => {
            let is_with = |id: &str| match &wanted.doctor {
                WantedDoctor::Doctor(doctor) => doctor.as_str() == id,
                WantedDoctor::Specialty(specialty) => {
                    DOCTORS.iter().any(|(it, _, does)| *it == id && *does == specialty.as_str())
                }
                WantedDoctor::Anyone => true,
            };
            let mut found: Vec<_> = free.borrow().clone();
            found.retain(|(id, at)| is_with(id) && *at >= wanted.from);
            found.sort_by_key(|(_, at)| match wanted.near {
                Some(near) => at.duration_since(near).abs(),
                None => at.duration_since(wanted.from),
            });
            let opening = |(id, at): (&str, DateTime)| Opening { doctor: id.parse().unwrap(), at };
            Facts::Openings(found.into_iter().map(opening).collect())
        }
        Request::Book { opening, .. } => {
            let before = free.borrow().len();
            free.borrow_mut()
                .retain(|(id, at)| *id != opening.doctor.as_str() || *at != opening.at);
            if free.borrow().len() == before {
                return Facts::Booking(Booking::Taken);
            }
            let number = "482913".parse::<AppointmentNumber>().unwrap();
            let appointment = Appointment { number, opening: opening.clone() };
            held.borrow_mut().push(appointment.clone());
            Facts::Booking(Booking::Booked(appointment))
        }
        Request::Appointments(_) => Facts::Appointments(held.borrow().clone()),
        Request::Cancel { appointment, .. } => {
            let before = held.borrow().len();
            held.borrow_mut().retain(|it| it.number != *appointment);
            Facts::Cancelled(held.borrow().len() < before)
        }
        _ => Facts::Unavailable,
    }
}

fn call() -> Call {
    Call::new(&[Scenario::Clinic], clinic())
}

#[test]
fn an_appointment_is_booked_and_cancelled_in_one_call() {
    let said = call().transcript(&[
        "with my cardiologist, Thursday at ten @BookAppointment Doctor=cardiology Day=2026-03-05 Time=10:00",
        "Doctor Chen",
        "can you repeat that?",
        "no, Friday",
        "yes",
        "Maria Lopez",
        "actually, cancel my appointment @CancelAppointment",
        "yes",
        "no thanks",
        "no",
        "no",
    ]);
    expect![[r#"
        caller: with my cardiologist, Thursday at ten
        line:   We have Dr. Chen and Dr. Okafor. Which one would you like, or doesn't it matter?
        caller: Doctor Chen
        line:   That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
        caller: can you repeat that?
        line:   Sure, I'll say that again. That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
        caller: no, Friday
        line:   So, Dr. Chen on Friday, March 6th at 10 a.m. Shall I book that?
        caller: yes
        line:   What's the name of the person who'll come?
        caller: Maria Lopez
        line:   You're booked with Dr. Chen on Friday at 10 a.m. I'm texting you the details. Is there anything else I can help with?
        sms:    Northwind Outfitters: you're booked with Dr. Chen on Friday, March 6th at 10 a.m. Appointment number 482913.
        caller: actually, cancel my appointment
        line:   That's Dr. Chen on Friday, March 6th at 10 a.m. Shall I cancel it?
        caller: yes
        line:   Your appointment with Dr. Chen on Friday at 10 a.m. is cancelled. I'm texting you the details. Would you like to book a new appointment?
        sms:    Northwind Outfitters: your appointment with Dr. Chen on Friday, March 6th at 10 a.m. is cancelled.
        caller: no thanks
        line:   Okay. Anything else I can help with?
        caller: no
        line:   Glad I could help.
        -- goodbye served
        -- Cancelled the appointment with Dr. Chen on Friday, March 6th at 10 a.m.
        caller: no
        line:   Happy to help.
        -- goodbye served
        -- Cancelled the appointment with Dr. Chen on Friday, March 6th at 10 a.m.
    "#]].assert_eq(&said);
}

#[test]
fn a_caller_hesitates_goes_back_and_is_not_understood() {
    let said = call().transcript(&[
        "I need an appointment @BookAppointment",
        "well you know how it is",
        "",
        "a dermatologist",
        "go back @GoBack",
        "Doctor Ruiz",
        "give me a second",
        "Thursday",
        "the one at three",
        "start over @StartAgain",
    ]);
    expect![[r#"
        caller: I need an appointment
        line:   Which doctor would you like to see? You can give me a name, or a specialty.
        caller: well you know how it is
        line:   Sorry, I didn't get that. You can say a doctor's name, or something like heart doctor or skin doctor.
        caller: (silence)
        line:   Are you still there? Which doctor would you like to see?
        caller: a dermatologist
        line:   What day works for you? You can also say, as soon as possible.
        caller: go back
        line:   Okay, let's go back. Who would you like to see? A doctor's name or a specialty is fine.
        caller: Doctor Ruiz
        line:   When would you like to come in? A day, or as soon as possible, is fine.
        caller: give me a second
        line:   Take your time. I'm here when you're ready.
        caller: Thursday
        line:   Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
        caller: the one at three
        line:   That's Dr. Ruiz on Thursday, March 5th at 3 p.m. Shall I book it?
        caller: start over
        line:   Okay, let's start over. How can I help you today?
    "#]].assert_eq(&said);
}

#[test]
fn as_soon_as_possible_is_an_answer_and_no_hurry() {
    let said = call().transcript(&[
        "I'd like to see Dr. Chen @BookAppointment Doctor=chen",
        "as soon as possible",
        "do you have something later?",
        "neither",
        "at ten then",
    ]);
    expect![[r#"
        caller: I'd like to see Dr. Chen
        line:   What day works for you? You can also say, as soon as possible.
        caller: as soon as possible
        line:   Dr. Chen is free on Thursday at 9:30 a.m. or 10 a.m. Which would you like?
        caller: do you have something later?
        line:   The nearest I have is Dr. Chen on Friday, March 6th at 10 a.m. Shall I take that one?
        caller: neither
        line:   What day or time would be better?
        caller: at ten then
        line:   Dr. Chen is free on Thursday at 10 a.m., or on Friday at 10 a.m. Which would you like?
    "#]].assert_eq(&said);
}

#[test]
fn a_spanish_caller_books() {
    let said = call().in_spanish().transcript(&[
        "quiero una cita con un dermatólogo el jueves @BookAppointment Doctor=dermatology Day=2026-03-05",
        "más despacio, por favor",
        "la segunda",
        "sí",
        "me llamo Ana Ruiz",
        "no, gracias",
        "sí",
    ]);
    expect![[r#"
        caller: quiero una cita con un dermatólogo el jueves
        line:   Hay citas con Dr. Ruiz el jueves a las 11:00 a. m. o las 3:00 p. m. ¿Cuál prefiere?
        caller: más despacio, por favor
        line:   Claro, hablaré más despacio. Hay citas con Dr. Ruiz el jueves a las 11:00 a. m. o las 3:00 p. m. ¿Cuál prefiere?
        caller: la segunda
        line:   Sería con Dr. Ruiz, el jueves 5 de marzo a las 3:00 p. m. ¿Se la reservo?
        caller: sí
        line:   ¿Cómo se llama la persona que va a venir?
        caller: me llamo Ana Ruiz
        line:   Listo. Su cita con Dr. Ruiz es el jueves a las 3:00 p. m. Le mando los detalles por texto. ¿Le puedo ayudar en algo más?
        sms:    Northwind Outfitters: su cita con Dr. Ruiz es el jueves 5 de marzo a las 3:00 p. m. Número de cita 482913.
        caller: no, gracias
        line:   Me alegra haberle ayudado.
        -- goodbye served
        -- Booked an appointment with Dr. Ruiz on Thursday, March 5th at 3 p.m.
        caller: sí
        line:   Perdón, no le entendí. ¿En qué le puedo ayudar?
    "#]].assert_eq(&said);
}

#[test]
fn the_second_is_a_day_or_a_place_and_nothing_to_wait_for() {
    let said = call().transcript(&[
        "I want to see Dr. Ruiz @BookAppointment Doctor=ruiz",
        "the fifth @Wait:0.7",
        "the second one @Wait:0.8",
        "one second @Wait",
    ]);
    expect![[r#"
        caller: I want to see Dr. Ruiz
        line:   What day works for you? You can also say, as soon as possible.
        caller: the fifth
        line:   Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
        caller: the second one
        line:   That's Dr. Ruiz on Thursday, March 5th at 3 p.m. Shall I book it?
        caller: one second
        line:   Take your time. I'm here when you're ready.
    "#]]
    .assert_eq(&said);
    let said = call().in_spanish().transcript(&[
        "quiero ver a la doctora Ruiz @BookAppointment Doctor=ruiz",
        "la primera @BookAppointment:0.7 Day=2026-04-01",
        "el segundo @Wait:0.8",
        "un segundo @Wait",
    ]);
    expect![[r#"
        caller: quiero ver a la doctora Ruiz
        line:   ¿Qué día le viene bien? También puede decir, lo antes posible.
        caller: la primera
        line:   Hay citas con Dr. Ruiz el jueves a las 11:00 a. m. o las 3:00 p. m. ¿Cuál prefiere?
        caller: el segundo
        line:   Sería con Dr. Ruiz, el jueves 5 de marzo a las 3:00 p. m. ¿Se la reservo?
        caller: un segundo
        line:   Tómese su tiempo. Aquí estoy cuando quiera seguir.
    "#]]
    .assert_eq(&said);
}

#[test]
fn who_asks_when_an_appointment_is_hears_it() {
    let said = call().transcript(&[
        "Dr. Chen Thursday at ten @BookAppointment Doctor=chen Day=2026-03-05 Time=10:00",
        "yes",
        "Maria Lopez",
        "when is my appointment @CheckAppointment",
        "Dr. Ruiz on Thursday at eleven @BookAppointment Doctor=ruiz Day=2026-03-05 Time=11:00",
        "yes",
        "when are my appointments @CheckAppointment",
        "when do I see Dr. Ruiz @CheckAppointment Doctor=ruiz",
        "when do I see Dr. Okafor @CheckAppointment Doctor=okafor",
    ]);
    expect![[r#"
        caller: Dr. Chen Thursday at ten
        line:   That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
        caller: yes
        line:   What's the name of the person who'll come?
        caller: Maria Lopez
        line:   You're booked with Dr. Chen on Thursday at 10 a.m. I'm texting you the details. Is there anything else I can help with?
        sms:    Northwind Outfitters: you're booked with Dr. Chen on Thursday, March 5th at 10 a.m. Appointment number 482913.
        caller: when is my appointment
        line:   You'll see Dr. Chen on Thursday at 10 a.m. Anything else I can help with?
        caller: Dr. Ruiz on Thursday at eleven
        line:   So, Dr. Ruiz on Thursday, March 5th at 11 a.m. Shall I book that?
        caller: yes
        line:   You're booked with Dr. Ruiz on Thursday at 11 a.m. I'm texting you the details. Can I help with anything else?
        sms:    Northwind Outfitters: you're booked with Dr. Ruiz on Thursday, March 5th at 11 a.m. Appointment number 482913.
        caller: when are my appointments
        line:   You'll see Dr. Chen on Thursday at 10 a.m. You'll see Dr. Ruiz on Thursday at 11 a.m. Is there anything else I can help with?
        caller: when do I see Dr. Ruiz
        line:   You'll see Dr. Ruiz on Thursday at 11 a.m. Anything else I can help with?
        caller: when do I see Dr. Okafor
        line:   You'll see Dr. Chen on Thursday at 10 a.m. You'll see Dr. Ruiz on Thursday at 11 a.m. Can I help with anything else?
    "#]].assert_eq(&said);
    let said = call().in_spanish().transcript(&["cuándo es mi cita @CheckAppointment", "no sé"]);
    expect![[r#"
        caller: cuándo es mi cita
        line:   No encuentro ninguna cita con el teléfono desde el que llama. ¿Cuál es el número de su cita? Son seis dígitos.
        caller: no sé
        line:   No hay problema. ¿Prefiere hablar con una persona?
    "#]].assert_eq(&said);
}

#[test]
fn what_was_done_to_a_caller_is_not_done_again() {
    let said = call().transcript(&[
        "you idiots cancelled my appointment @CancelAppointment:0.6",
        "no",
        "my appointment was moved @MoveAppointment",
        "yes",
    ]);
    expect![[r#"
        caller: you idiots cancelled my appointment
        line:   I understand this is frustrating, and I'm sorry. Would you like to talk to a person?
        caller: no
        line:   Okay. Is there anything else I can help with?
        caller: my appointment was moved
        line:   I'm sorry that happened. Would you like to talk to a person?
        caller: yes
        line:   Okay.
        -- asked none
        -- The caller asked for a person.
    "#]]
    .assert_eq(&said);
    let said = call().in_spanish().transcript(&["me cancelaron la cita @CancelAppointment"]);
    expect![[r#"
        caller: me cancelaron la cita
        line:   Siento que haya pasado eso. ¿Quiere hablar con una persona?
    "#]]
    .assert_eq(&said);
}

/// What a classifier makes of a part that asks for an appointment, and of nothing else.
fn evidence(said: &str) -> Evidence {
    let is_part =
        said.contains("Chen") && !said.contains("emergency") && !said.contains("urgencia");
    let opinion = Opinion { wish: Wish::BookAppointment, confidence: 0.6 };
    Evidence { recognition: Vec::new(), classifier: Vec::from_iter(is_part.then_some(opinion)) }
}

#[test]
fn a_part_that_names_something_is_asked_about() {
    let mut call = call();
    call.evidence = Box::new(evidence);
    let said = call
        .transcript(&["I don't have an emergency, I want to come to Dr. Chen on friday", "yes"]);
    expect![[r#"
        caller: I don't have an emergency, I want to come to Dr. Chen on friday
        line:   I'm not sure I got that. Would you like to book an appointment?
        caller: yes
        line:   The nearest I have is Dr. Chen on Friday, March 6th at 10 a.m. Shall I take that one?
    "#]].assert_eq(&said);
}

#[test]
fn of_a_guess_values_are_kept_where_words_may_not_be() {
    for (language, said, answer) in [
        (Language::EnUs, "my embarrassing rash, Dr. Chen maybe, on Friday in the morning", "yes"),
        (Language::EsUs, "este sarpullido, a ver la doctora Chen el viernes por la mañana", "sí"),
    ] {
        let mut call = call();
        call.language = language;
        call.evidence = Box::new(evidence);
        let heard = Heard { kept: None, ..recognise(said, None, language) };
        call.hears(said, &heard);
        let stored = serde_json::to_string(&call.session).unwrap();
        assert!(stored.contains("Chen") && stored.contains("2026-03-06"), "{stored}");
        assert!(!stored.contains("rash") && !stored.contains("sarpullido"), "{stored}");
        let turn = call.says(answer);
        assert!(turn.reply.text().contains("Chen"), "{}", call.said());
        assert!(turn.reply.text().contains("10"), "{}", call.said());
    }
}
