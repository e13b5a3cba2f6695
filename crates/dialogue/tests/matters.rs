//! What is open when a call ends, and what of it a caller is asked about when they call again.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::business::{Appointment, Bill, Doctor, Invoice, Money, Opening};
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

/// Accounts on which nothing is owed, but for one.
fn billing(request: &Request) -> Facts {
    let Request::Bill(account) = request else { return Facts::Unavailable };
    let invoice = Invoice {
        number: "2026-0312".parse().unwrap(),
        amount: Money { minor: 8450, currency: wording::Currency::Usd },
        due_on: None,
    };
    let invoices = if account.as_str() == "123456" { vec![invoice] } else { Vec::new() };
    Facts::Bill(Some(Bill { account: account.clone(), invoices, card: None }))
}

#[test]
fn a_bill_that_is_paid_leaves_that_of_another_account_open() {
    let bill = |account| matter(Wish::PayInvoice, Slot::AccountNumber, account);
    let both = || vec![bill("123456"), bill("654321")];
    let pay = "pay my bill, 654321 @PayInvoice AccountNumber=654321";
    let turn = last(remembering(Scenario::Payments, billing, both()), &["no", pay, "yes", "no"]);
    let other = (Wish::PayInvoice, "123456".to_owned(), None);
    assert_eq!(left_open(&turn), Some(vec![other.clone()]));
    // What was remembered without an account is whichever is paid.
    let nameless = Matter { slots: dialogue::Slots::new(), ..bill("1") };
    let call = remembering(Scenario::Payments, billing, vec![nameless]);
    assert_eq!(left_open(&last(call, &["no", pay, "yes", "no"])), Some(Vec::new()));
    // It is asked for again: another may call from the same telephone.
    let call = remembering(Scenario::Payments, billing, vec![bill("123456")]);
    let turn = last(call, &["yes"]);
    assert!(turn.messages.iter().any(|it| it == "ask-account-number"), "{:?}", turn.messages);
}

#[test]
fn who_names_the_wish_instead_of_saying_yes_is_not_asked_for_the_number() {
    let order = || vec![matter(Wish::CheckOrderStatus, Slot::OrderNumber, "44321")];
    let asked = |said: &str| {
        let mut call = remembering(Scenario::Shop, shop, order());
        call.says(said);
        call.requests.iter().any(|it| matches!(it, Request::Order(it) if it.as_str() == "44321"))
    };
    assert!(asked("track my order @CheckOrderStatus"));
    assert!(asked("where is 44321 @CheckOrderStatus OrderNumber=44321"));
    assert!(!asked("track another order @CheckOrderStatus"));
    assert!(!asked("track 55421 @CheckOrderStatus OrderNumber=55421"));
    // Once it was turned down it is not what is meant.
    let mut call = remembering(Scenario::Shop, shop, order());
    call.says("no");
    call.says("track my order @CheckOrderStatus");
    assert!(call.requests.is_empty());

    let appointment = || vec![matter(Wish::MoveAppointment, Slot::AppointmentNumber, APPOINTMENT)];
    let call = remembering(Scenario::Clinic, clinic, appointment());
    let turn = last(call, &["cancel my appointment @CancelAppointment"]);
    assert!(turn.messages.iter().any(|it| it == "confirm-cancel"), "{:?}", turn.messages);
}
