//! What is open when a call ends, and what of it a caller is asked about when they call again.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::business::{Appointment, Doctor, Opening};
use dialogue::{
    Booking, Change, Consent, Facts, Matter, Order, OrderStatus, Remembered, Request, Slot, Turn,
    Wish, open,
};
use jiff::civil::{Date, date};
use line::Scenario;

const APPOINTMENT: &str = "482913";

fn opening() -> Opening {
    Opening { doctor: "chen".parse().unwrap(), at: date(2026, 3, 5).at(10, 0, 0, 0) }
}

/// A clinic with one doctor, one opening and one appointment.
fn clinic(request: &Request) -> Facts {
    let number = APPOINTMENT.parse().unwrap();
    let appointment = Appointment { number, opening: opening() };
    match request {
        Request::Doctors => Facts::Doctors(vec![Doctor {
            id: "chen".parse().unwrap(),
            name: "Dr. Chen".to_owned(),
            spoken: std::collections::BTreeMap::new(),
            specialty: "cardiology".parse().unwrap(),
        }]),
        Request::Openings(_) => Facts::Openings(vec![opening()]),
        Request::Book { .. } => Facts::Booking(Booking::Booked(appointment)),
        Request::Appointments(_) => Facts::Appointments(vec![appointment]),
        Request::Cancel { .. } => Facts::Cancelled(true),
        _ => Facts::Unavailable,
    }
}

/// A shop where one order is delivered and all others are on their way.
fn shop(request: &Request) -> Facts {
    let Request::Order(number) = request else { return Facts::Unavailable };
    let delivered = number.as_str() == "55421";
    Facts::Order(Some(Order {
        number: number.clone(),
        status: if delivered { OrderStatus::Delivered } else { OrderStatus::Shipped },
        placed_on: None,
        shipped_on: Some(date(2026, 3, 1)),
        expected_on: Some(date(2026, 3, 4)),
        delivered_on: delivered.then(|| date(2026, 2, 28)),
    }))
}

fn matter(wish: Wish, slot: Slot, value: &str) -> Matter {
    Matter { wish, slots: common::slots(&[(slot, value)]), on: date(2026, 3, 1), until: None }
}

/// A call of somebody of whom this is remembered.
fn remembering(scenario: Scenario, records: fn(&Request) -> Facts, matters: Vec<Matter>) -> Call {
    let mut call = Call::new(&[scenario], records);
    call.line.memory.returning_callers = true;
    let remembered = Remembered { consent: Some(Consent::Granted), name: None, matters };
    call.session = open(&call.line, &remembered, call.now).session;
    call
}

/// What is open after a call: what it is about, by the value that tells it apart.
fn left_open(turn: &Turn) -> Option<Vec<(Wish, String, Option<Date>)>> {
    let Some(Change::Remember { matters, .. }) = &turn.change else { return None };
    let of = |it: &Matter| (it.wish, it.slots.values().next().unwrap().clone(), it.until);
    Some(matters.iter().map(of).collect())
}

fn last(mut call: Call, script: &[&str]) -> Turn {
    for text in script {
        call.says(text);
    }
    call.last.unwrap()
}

#[test]
fn an_appointment_is_open_until_its_day() {
    let call = remembering(Scenario::Clinic, clinic, Vec::new());
    let script =
        ["a doctor @BookAppointment Doctor=chen Day=2026-03-05 Time=10:00", "yes", "Ann Lee", "no"];
    let turn = last(call, &script);
    let until = Some(date(2026, 3, 5));
    let expected = vec![(Wish::MoveAppointment, APPOINTMENT.to_owned(), until)];
    assert_eq!(left_open(&turn), Some(expected));

    let Some(Change::Remember { matters, .. }) = turn.change else { panic!("{:?}", turn.change) };
    let mut line = common::line(&[Scenario::Clinic]);
    line.memory.returning_callers = true;
    for (day, question) in [(5, "offer-last-matter"), (6, "ask-wish")] {
        let matters = matters.clone();
        let remembered = Remembered { consent: Some(Consent::Granted), name: None, matters };
        let opening = open(&line, &remembered, date(2026, 3, day).at(9, 0, 0, 0));
        assert_eq!(opening.question.id, question, "{day}");
    }
}

#[test]
fn a_cancelled_appointment_is_open_no_more() {
    let matters = vec![matter(Wish::MoveAppointment, Slot::AppointmentNumber, APPOINTMENT)];
    let call = remembering(Scenario::Clinic, clinic, matters);
    let turn = last(call, &["cancel my appointment @CancelAppointment", "yes", "no", "no"]);
    assert_eq!(turn.reply.text(), "Glad I could help.");
    assert_eq!(left_open(&turn), Some(Vec::new()));
}

#[test]
fn a_delivered_order_leaves_the_others_open() {
    let orders = ["55421", "44321"].map(|it| matter(Wish::CheckOrderStatus, Slot::OrderNumber, it));
    let call = remembering(Scenario::Shop, shop, orders.to_vec());
    let track = "55421 @CheckOrderStatus OrderNumber=55421";
    let turn = last(call, &[track, "yes", "no"]);
    let other = (Wish::CheckOrderStatus, "44321".to_owned(), None);
    assert_eq!(left_open(&turn), Some(vec![other]));
}
