//! What holds whatever callers say and whatever the records answer.

use std::cell::RefCell;

use proptest::prelude::*;
use wording::{Language, Manner, Message, Part, Value};

use super::clinic::{call, clinic, opening};
use crate::business::{Appointment, AppointmentNumber, Opening};
use crate::request::{Booking, Facts, PinCheck, Request};
use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// What callers say, in any order: answers, corrections, nonsense.
const SAID: &[&str] = &[
    "yes",
    "no",
    "no, Friday",
    "Thursday at ten",
    "the first",
    "the second",
    "neither",
    "earlier",
    "later",
    "another doctor",
    "Dr. Chen",
    "Dr. Okafor",
    "Dr. Smith",
    "my cardiologist",
    "a dermatologist",
    "anyone",
    "as soon as possible",
    "next week",
    "in the afternoon",
    "yesterday",
    "on Saturday",
    "at eight",
    "in the evening",
    "Maria Lopez",
    "skip",
    "100001",
    "one two three",
    "the other one",
    "I don't know",
    "the one with Dr. Chen",
    "",
    "<speak>&amp;</speak>",
    "ninguna",
    "el jueves a las diez",
    "sí",
    "la doctora Ruiz",
    "mañana por la mañana",
];

#[derive(Debug, Clone)]
enum Act {
    Says(String),
    Keys(String),
    Slots(Vec<(Slot, String)>),
    Back,
    Turns(Wish),
    Odd(u8),
}

fn wish() -> impl Strategy<Value = Wish> {
    prop_oneof![
        Just(Wish::BookAppointment),
        Just(Wish::MoveAppointment),
        Just(Wish::CancelAppointment)
    ]
}

fn value() -> impl Strategy<Value = (Slot, String)> {
    prop_oneof![
        Just((Slot::Doctor, "cardiology".to_owned())),
        Just((Slot::Doctor, "chen".to_owned())),
        Just((Slot::Day, "2026-03-05".to_owned())),
        Just((Slot::Day, "2026-W10".to_owned())),
        Just((Slot::Time, "10:00".to_owned())),
        Just((Slot::Time, "MO".to_owned())),
        Just((Slot::Choice, "2".to_owned())),
        Just((Slot::AppointmentNumber, "100001".to_owned())),
        "\\PC{0,20}".prop_map(|it| (Slot::PatientName, it)),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => proptest::sample::select(SAID).prop_map(|it| Act::Says(it.to_owned())),
        2 => "\\PC{0,60}".prop_map(Act::Says),
        1 => Just(Act::Says("por favor ".repeat(1_200))),
        2 => "[0-9]{1,7}".prop_map(Act::Keys),
        3 => proptest::collection::vec(value(), 1..3).prop_map(Act::Slots),
        1 => Just(Act::Back),
        1 => wish().prop_map(Act::Turns),
        2 => (0_u8..6).prop_map(Act::Odd),
    ]
}

/// Answers that no records should give.
fn odd(kind: u8) -> Facts {
    let opening = opening("nobody", 5, 10, 0);
    match kind {
        0 => Facts::Unavailable,
        1 => Facts::Pin(PinCheck::Right),
        2 => Facts::Openings(vec![opening]),
        3 => Facts::Doctors(Vec::new()),
        4 => {
            let number = "9".repeat(6).parse::<AppointmentNumber>().unwrap();
            Facts::Booking(Booking::Booked(Appointment { number, opening }))
        }
        _ => Facts::Cancelled(true),
    }
}

/// Says a message in every way it can be said.
fn say(message: &Message) -> Result<(), TestCaseError> {
    let manner = Manner::new(jiff::civil::date(2026, 3, 2));
    for language in Language::ALL {
        let parts =
            [Part::Main, Part::Unclear(1), Part::Unclear(2), Part::Silent(1), Part::Silent(2)];
        for part in parts {
            let said = wording::say(language, message, part, &manner);
            prop_assert!(said.is_ok(), "{said:?}");
        }
    }
    Ok(())
}

/// The doctor and the moment that a question reads back.
fn read_back(question: Option<&Message>) -> Option<(String, jiff::civil::DateTime)> {
    match (question?.values.get("doctor")?, question?.values.get("moment")?) {
        (Value::Text(doctor) | Value::Name { text: doctor, .. }, Value::Moment(at)) => {
            Some((doctor.clone(), *at))
        }
        _ => None,
    }
}

proptest! {
    #[test]
    fn nothing_changes_but_what_was_read_back(
        first in wish(),
        said in proptest::sample::select(SAID),
        acts in proptest::collection::vec(act(), 0..14),
        spanish: bool,
    ) {
        let records = clinic()
            .holding("100001", opening("chen", 4, 10, 0))
            .holding("100002", opening("ruiz", 6, 9, 0));
        let clinic = RefCell::new(records);
        let language = if spanish { Language::EsUs } else { Language::EnUs };
        let strange = RefCell::new(None::<u8>);
        let mut call = call(&clinic, language);
        call.records_with(|request| match strange.borrow_mut().take() {
            Some(kind) => odd(kind),
            None => clinic.borrow_mut().answer(request),
        });
        // The last question that read back a whole appointment, in this turn or before it.
        let mut confirmed: Option<Message> = None;
        call.begin_with(first, said, &Slots::new());
        for act in acts {
            let Some((_, asked)) = &call.task else { break };
            say(&asked.message)?;
            let question = asked.message.clone();
            if question.id.starts_with("confirm-") || question.id == "offer-opening" {
                confirmed = Some(question);
            }
            let before = call.requests.len();
            match act {
                Act::Says(said) => { call.hear(&said, None, &Slots::new()); }
                Act::Keys(keys) => { call.hear("", Some(&keys), &Slots::new()); }
                Act::Slots(slots) => { call.hear("um", None, &slots.into_iter().collect()); }
                Act::Back => { call.go_back(); }
                Act::Turns(wish) => {
                    call.turn(wish, "");
                }
                Act::Odd(kind) => {
                    *strange.borrow_mut() = Some(kind);
                    call.hear("Thursday at ten", None, &Slots::new());
                    *strange.borrow_mut() = None;
                }
            }
            for request in &call.requests[before..] {
                let changed: Option<&Opening> = match request {
                    Request::Book { opening, .. } | Request::MoveTo { opening, .. } => Some(opening),
                    _ => None,
                };
                if let Some(opening) = changed {
                    let records = clinic.borrow();
                    let doctor = records.doctors.iter().find(|it| it.id == opening.doctor);
                    let expected = doctor.map(|it| (it.name.clone(), opening.at));
                    prop_assert_eq!(read_back(confirmed.as_ref()), expected);
                }
                if let Request::Cancel { appointment, .. } = request {
                    let id = confirmed.as_ref().map(|it| it.id.as_ref());
                    prop_assert_eq!(id, Some("confirm-cancel"));
                    prop_assert!(matches!(appointment.as_str(), "100001" | "100002" | "482913"));
                }
            }
        }
        if let Some(summary) = &call.summary {
            say(summary)?;
        }
        // Nothing that a caller says is shown.
        if let Some((task, _)) = &call.task {
            let shown = format!("{task:?}");
            prop_assert!(!shown.contains("Lopez"));
        }
        for text in &call.texts {
            say(text)?;
        }
        // Each change has its own operation, and is made once.
        let operations: Vec<u32> = clinic.borrow().done.iter().map(|(it, _)| *it).collect();
        let mut unique = operations.clone();
        unique.dedup();
        prop_assert_eq!(operations, unique);
    }
}
