//! Whole calls to a clinic, through the engine.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::cell::RefCell;

use common::Call;
use dialogue::business::{Appointment, AppointmentNumber, Doctor, Opening};
use dialogue::{Booking, Facts, Request, WantedDoctor};
use expect_test::expect;
use jiff::civil::{DateTime, date};
use line::Scenario;

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
        line:   Hay hora con Dr. Ruiz el jueves a las 11:00 a. m. o las 3:00 p. m. ¿Cuál prefiere?
        caller: más despacio, por favor
        line:   Claro, hablaré más despacio. Hay hora con Dr. Ruiz el jueves a las 11:00 a. m. o las 3:00 p. m. ¿Cuál prefiere?
        caller: la segunda
        line:   Sería con Dr. Ruiz, el jueves 5 de marzo a las 3:00 p. m. ¿Se la reservo?
        caller: sí
        line:   ¿Cómo se llama la persona que va a venir?
        caller: me llamo Ana Ruiz
        line:   Listo. Su cita con Dr. Ruiz es el jueves a las 3:00 p. m. Se lo mando por texto. ¿Le puedo ayudar en algo más?
        sms:    Northwind Outfitters: su cita con Dr. Ruiz es el jueves 5 de marzo a las 3:00 p. m. Número de cita 482913.
        caller: no, gracias
        line:   Me alegra haberle ayudado.
        -- goodbye served
        -- Booked an appointment with Dr. Ruiz on Thursday, March 5th at 3 p.m.
        caller: sí
        line:   Perdón, no le entendí. ¿En qué le puedo ayudar?
    "#]].assert_eq(&said);
}
