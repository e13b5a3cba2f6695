//! Doctors, openings, appointments.

use std::collections::BTreeSet;

use dialogue::business::{Appointment, AppointmentNumber, Opening, Specialty};
use dialogue::{Booking, Facts, Holder, Operation, Request, Wanted, WantedDoctor};
use directory::Directory as _;
use futures_util::future::join_all;
use jiff::civil::{DateTime, date};
use serde_json::{Value, json};

use crate::world::{World, at, caller, elsewhere, hash, item};

fn doctor(id: &str, specialty: &str) -> Value {
    let fields = json!({ "id": id, "name": format!("Dr. {id}"), "specialty": specialty });
    item("doctor", "DOCTORS", &format!("DOCTOR#{id}"), &fields)
}

fn holiday(on: &str, doctors: Option<&[&str]>) -> Value {
    let mut fields = json!({ "date": on, "name": "a day off" });
    if let Some(doctors) = doctors {
        fields["doctors"] = json!(doctors);
    }
    item("holiday", "DOCTORS", &format!("HOLIDAY#{on}"), &fields)
}

fn free(doctor: &str, at: &str) -> Value {
    let at = format!("{at}:00");
    item("opening", &format!("OPENINGS#{doctor}"), &at, &json!({ "doctor": doctor, "at": at }))
}

fn taken(doctor: &str, at: &str) -> Value {
    let mut item = free(doctor, at);
    item["appointment"] = json!("000001");
    item
}

fn opening(doctor: &str, at: &str) -> Opening {
    Opening { doctor: doctor.parse().unwrap(), at: at.parse().unwrap() }
}

fn clinic() -> Vec<Value> {
    vec![
        doctor("chen", "cardiology"),
        doctor("okafor", "dermatology"),
        doctor("ruiz", "cardiology"),
        free("chen", "2026-03-05T09:00"),
        taken("chen", "2026-03-05T10:00"),
        free("chen", "2026-03-05T11:00"),
        free("chen", "2026-03-09T09:00"),
        free("okafor", "2026-03-03T08:00"),
        free("ruiz", "2026-03-05T10:30"),
    ]
}

fn wanted(doctor: WantedDoctor, from: DateTime, near: Option<DateTime>) -> Request {
    Request::Openings(Wanted { doctor, from, near, limit: 3 })
}

fn chen() -> WantedDoctor {
    WantedDoctor::Doctor("chen".parse().unwrap())
}

fn book(doctor: &str, at: &str, operation: u32) -> Request {
    Request::Book {
        opening: opening(doctor, at),
        name: Some("Ana".to_owned()),
        operation: Operation(operation),
    }
}

async fn told(world: &World, request: &Request) -> Vec<String> {
    match world.ask(request, &caller(1)).await {
        Facts::Openings(openings) => {
            openings.iter().map(|it| format!("{} {}", it.doctor.as_str(), it.at)).collect()
        }
        other => panic!("{other:?}"),
    }
}

async fn booked(world: &World, request: &Request, call: u32) -> Appointment {
    match world.ask(request, &caller(call)).await {
        Facts::Booking(Booking::Booked(appointment)) => appointment,
        other => panic!("{other:?}"),
    }
}

/// Which appointment has each opening.
async fn holders(world: &World) -> Vec<(String, Option<String>)> {
    let openings = world.stored("opening").await.into_iter();
    let text = |it: &Value| it.as_str().map(str::to_owned);
    openings
        .map(|it| {
            (
                format!("{} {}", text(&it["doctor"]).unwrap(), text(&it["at"]).unwrap()),
                text(&it["appointment"]),
            )
        })
        .collect()
}

#[tokio::test]
async fn doctors_are_those_of_the_clinic() {
    let mut items = clinic();
    items.push(elsewhere(doctor("stranger", "surgery")));
    let Facts::Doctors(doctors) =
        World::with(&items).await.ask(&Request::Doctors, &caller(1)).await
    else {
        panic!("no doctors")
    };
    let ids: Vec<_> = doctors.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["chen", "okafor", "ruiz"]);
    assert_eq!(doctors[0].specialty, "cardiology".parse::<Specialty>().unwrap());
}

#[tokio::test]
async fn the_earliest_openings_come_first_and_none_that_is_taken_or_past() {
    let world = World::with(&clinic()).await;
    let all = wanted(chen(), date(2026, 3, 1).at(0, 0, 0, 0), None);
    assert_eq!(
        told(&world, &all).await,
        ["chen 2026-03-05T09:00:00", "chen 2026-03-05T11:00:00", "chen 2026-03-09T09:00:00"]
    );
    let later = wanted(chen(), date(2026, 3, 5).at(9, 0, 0, 1), None);
    assert_eq!(told(&world, &later).await.len(), 2);
    // In the middle of that Thursday what has begun is gone, whatever is asked for.
    let noon = at(1, "2026-03-05T09:00:00-05:00[America/New_York]");
    let Facts::Openings(left) = world.ask(&all, &noon).await else { panic!("no openings") };
    assert!(left.iter().all(|it| it.at >= date(2026, 3, 5).at(9, 0, 0, 0)), "{left:?}");
}

#[tokio::test]
async fn the_nearest_openings_come_first_where_a_time_is_wanted() {
    let world = World::with(&clinic()).await;
    let from = date(2026, 3, 2).at(12, 0, 0, 0);
    let near =
        |doctor, hour, minute| wanted(doctor, from, Some(date(2026, 3, 5).at(hour, minute, 0, 0)));
    assert_eq!(
        told(&world, &near(chen(), 10, 40)).await,
        ["chen 2026-03-05T11:00:00", "chen 2026-03-05T09:00:00", "chen 2026-03-09T09:00:00"]
    );
    assert_eq!(told(&world, &near(chen(), 11, 0)).await[0], "chen 2026-03-05T11:00:00");
    let cardiology = WantedDoctor::Specialty("cardiology".parse().unwrap());
    assert_eq!(
        told(&world, &near(cardiology, 10, 0)).await,
        ["ruiz 2026-03-05T10:30:00", "chen 2026-03-05T09:00:00", "chen 2026-03-05T11:00:00"]
    );
    let anyone = wanted(WantedDoctor::Anyone, from, None);
    assert_eq!(told(&world, &anyone).await[0], "okafor 2026-03-03T08:00:00");
    let surgery = WantedDoctor::Specialty("surgery".parse().unwrap());
    assert_eq!(told(&world, &wanted(surgery, from, None)).await, [""; 0]);
}

#[tokio::test]
async fn who_is_booked_out_for_pages_is_read_on_and_who_has_nobody_is_not() {
    let mut items = vec![doctor("chen", "cardiology")];
    let days = 1..=20;
    for day in days.clone() {
        items.extend(
            (0..8).map(|hour| taken("chen", &format!("2026-04-{day:02}T{:02}:00", hour + 9))),
        );
    }
    items.push(free("chen", "2026-05-04T09:00"));
    let world = World::with(&items).await;
    let request = wanted(chen(), date(2026, 3, 2).at(12, 0, 0, 0), None);
    assert_eq!(told(&world, &request).await, ["chen 2026-05-04T09:00:00"]);
    let near =
        wanted(chen(), date(2026, 3, 2).at(12, 0, 0, 0), Some(date(2026, 6, 1).at(9, 0, 0, 0)));
    assert_eq!(told(&world, &near).await, ["chen 2026-05-04T09:00:00"]);
}

#[tokio::test]
async fn nobody_is_offered_or_given_a_day_off() {
    let mut items = clinic();
    items.push(holiday("2026-03-05", Some(&["chen"])));
    items.push(holiday("2026-03-03", None));
    let world = World::with(&items).await;
    let from = date(2026, 3, 2).at(12, 0, 0, 0);
    assert_eq!(told(&world, &wanted(chen(), from, None)).await, ["chen 2026-03-09T09:00:00"]);
    assert_eq!(
        told(&world, &wanted(WantedDoctor::Anyone, from, None)).await,
        ["ruiz 2026-03-05T10:30:00", "chen 2026-03-09T09:00:00"]
    );
    for (doctor, at) in [("chen", "2026-03-05T09:00"), ("okafor", "2026-03-03T08:00")] {
        let call = if doctor == "chen" { 1 } else { 2 };
        let facts = world.ask(&book(doctor, at, 1), &caller(call)).await;
        assert_eq!(facts, Facts::Booking(Booking::Taken), "{doctor}");
    }
}

#[tokio::test]
async fn of_all_who_want_an_opening_one_gets_it() {
    let world = World::with(&clinic()).await;
    let callers: Vec<_> = (1..=25).map(caller).collect();
    let request = book("chen", "2026-03-05T09:00", 1);
    let answers = join_all(callers.iter().map(|it| world.ask(&request, it))).await;
    let winners = answers.iter().filter(|it| **it != Facts::Booking(Booking::Taken)).count();
    assert_eq!(winners, 1, "{answers:?}");
    assert_eq!(world.stored("appointment").await.len(), 1);
}

#[tokio::test]
async fn an_operation_books_once_and_gets_the_same_number_again() {
    let world = World::with(&clinic()).await;
    let request = book("chen", "2026-03-05T09:00", 1);
    let callers = [caller(1), caller(1), caller(1), caller(1)];
    let answers = join_all(callers.iter().map(|it| world.ask(&request, it))).await;
    assert!(answers.iter().all(|it| *it == answers[0]), "{answers:?}");
    let appointment = booked(&world, &request, 1).await;
    assert_eq!(appointment.opening, opening("chen", "2026-03-05T09:00"));
    assert_eq!(appointment.number.as_str().len(), 6);
    let stored = world.stored("appointment").await.remove(0);
    assert_eq!((&stored["name"], &stored["state"]), (&json!("Ana"), &json!("booked")));
    assert_eq!(
        stored["gsi2pk"],
        format!("BUSINESS#test#CALLER#{}", hash(crate::world::NUMBER).as_str())
    );
    let holder = holders(&world).await.remove(0);
    assert_eq!(
        holder,
        ("chen 2026-03-05T09:00:00".to_owned(), Some(appointment.number.clone().into()))
    );
    // Another operation finds it taken, also in the same call.
    let facts = world.ask(&book("chen", "2026-03-05T09:00", 2), &caller(1)).await;
    assert_eq!(facts, Facts::Booking(Booking::Taken));
}

#[tokio::test]
async fn what_is_not_there_past_or_elsewhere_cannot_be_booked() {
    let mut items = clinic();
    items.push(free("chen", "2026-03-02T11:00"));
    items.push(elsewhere(free("chen", "2026-03-06T11:00")));
    let world = World::with(&items).await;
    for (call, at) in [
        (1, "2026-03-02T11:00"),
        (2, "2026-03-06T11:00"),
        (3, "2026-03-05T09:01"),
        (4, "2026-03-05T10:00"),
    ] {
        let facts = world.ask(&book("chen", at, 1), &caller(call)).await;
        assert_eq!(facts, Facts::Booking(Booking::Taken), "{at}");
    }
    assert!(world.stored("appointment").await.is_empty());
}

#[tokio::test]
async fn a_number_that_is_taken_is_given_to_nobody_else() {
    let first =
        booked(&World::with(&clinic()).await, &book("chen", "2026-03-05T09:00", 1), 1).await;
    let number = first.number.as_str();
    let mut items = clinic();
    let fields = json!({ "number": number, "doctor": "ruiz", "at": "2026-03-20T09:00:00", "state": "booked" });
    items.push(item("appointment", &format!("APPOINTMENT#{number}"), "APPOINTMENT", &fields));
    let world = World::with(&items).await;
    let other = booked(&world, &book("chen", "2026-03-05T09:00", 1), 1).await;
    assert_ne!(other.number.as_str(), number);
    assert_eq!(booked(&world, &book("chen", "2026-03-05T09:00", 1), 1).await, other);
}

#[tokio::test]
async fn appointments_are_found_by_caller_and_by_number() {
    let world = World::with(&clinic()).await;
    let later = booked(&world, &book("chen", "2026-03-09T09:00", 1), 1).await;
    let sooner = booked(&world, &book("okafor", "2026-03-03T08:00", 2), 1).await;
    let mine = Request::Appointments(Holder::Caller);
    let both = Facts::Appointments(vec![sooner.clone(), later.clone()]);
    assert_eq!(world.ask(&mine, &caller(9)).await, both);
    let by_number = numbered(&later.number, None);
    assert_eq!(world.ask(&by_number, &caller(9)).await, Facts::Appointments(vec![later]));
    let none = Facts::Appointments(Vec::new());
    let unknown = numbered(&"000000".parse().unwrap(), None);
    assert_eq!(world.ask(&unknown, &caller(9)).await, none);
    let stranger = directory::Caller { hash: Some(hash("+12025550199")), ..caller(9) };
    assert_eq!(world.ask(&mine, &stranger).await, none);
    let withheld = directory::Caller { hash: None, number: None, ..caller(9) };
    assert_eq!(world.ask(&mine, &withheld).await, none);
    // Once it is over it is none to come.
    let afterwards = at(9, "2026-03-03T08:00:00-05:00[America/New_York]");
    let Facts::Appointments(left) = world.ask(&mine, &afterwards).await else { panic!() };
    assert_eq!(left.len(), 1);
}

/// The appointment with a number, for a caller who gives a name.
fn numbered(number: &AppointmentNumber, name: Option<&str>) -> Request {
    let name = name.map(str::to_owned);
    Request::Appointments(Holder::Appointment { number: number.clone(), name })
}

#[tokio::test]
async fn a_number_alone_opens_nothing_to_another_telephone() {
    let world = World::with(&clinic()).await;
    let ours = booked(&world, &book("chen", "2026-03-09T09:00", 1), 1).await;
    // Written by the business, which knows no hash of any telephone; one of them has no name either.
    let mut items = clinic();
    for (number, name) in [("100001", Some("Dana Reed")), ("100002", None)] {
        let fields = json!({ "number": number, "doctor": "chen", "at": "2026-03-05T10:00:00", "name": name, "state": "booked" });
        items.push(item("appointment", &format!("APPOINTMENT#{number}"), "APPOINTMENT", &fields));
    }
    let theirs = World::with(&items).await;
    let dana: AppointmentNumber = "100001".parse().unwrap();
    let nobody: AppointmentNumber = "100002".parse().unwrap();
    let stranger = || directory::Caller { hash: Some(hash("+12025550199")), ..caller(9) };
    let withheld = || directory::Caller { hash: None, number: None, ..caller(9) };
    for (world, number, name, caller, found) in [
        (&world, &ours.number, None, stranger(), 0),
        (&world, &ours.number, None, withheld(), 0),
        (&world, &ours.number, Some("Maria"), stranger(), 0),
        (&theirs, &dana, None, caller(9), 0),
        (&theirs, &dana, None, withheld(), 0),
        (&theirs, &dana, Some("Dana"), caller(9), 0),
        (&theirs, &dana, Some("Sam Okoye"), withheld(), 0),
        (&theirs, &nobody, Some("Dana Reed"), caller(9), 0),
        (&theirs, &nobody, Some(""), caller(9), 0),
        (&world, &ours.number, None, caller(8), 1),
        (&world, &ours.number, Some("Maria"), caller(8), 1),
        (&world, &ours.number, Some("Ana"), stranger(), 1),
        (&theirs, &dana, Some("Dana Reed"), stranger(), 1),
        (&theirs, &dana, Some("dana reid"), withheld(), 1),
    ] {
        let facts = world.ask(&numbered(number, name), &caller).await;
        let Facts::Appointments(held) = facts else { panic!("{facts:?}") };
        assert_eq!(held.len(), found, "{} {name:?}", number.as_str());
    }
    // Who moved it is not whose it is: it stays with the telephone that booked it.
    booked(&world, &move_to(&ours.number, "ruiz", "2026-03-05T10:30", 2), 1).await;
    let mine = world.ask(&numbered(&ours.number, None), &caller(7)).await;
    assert!(matches!(mine, Facts::Appointments(it) if it.len() == 1));
}

fn move_to(number: &AppointmentNumber, doctor: &str, at: &str, operation: u32) -> Request {
    Request::MoveTo {
        appointment: number.clone(),
        opening: opening(doctor, at),
        operation: Operation(operation),
    }
}

#[tokio::test]
async fn moving_takes_the_new_opening_and_frees_the_old_one() {
    let world = World::with(&clinic()).await;
    let first = booked(&world, &book("chen", "2026-03-05T09:00", 1), 1).await;
    let request = move_to(&first.number, "ruiz", "2026-03-05T10:30", 2);
    for _ in 0..2 {
        let moved = booked(&world, &request, 1).await;
        assert_eq!(moved.number, first.number);
        assert_eq!(moved.opening, opening("ruiz", "2026-03-05T10:30"));
    }
    let held: Vec<_> = holders(&world)
        .await
        .into_iter()
        .filter(|it| it.1.as_deref() == Some(first.number.as_str()))
        .collect();
    assert_eq!(held, [("ruiz 2026-03-05T10:30:00".to_owned(), Some(first.number.clone().into()))]);
    // Back again, and a try of the first move that comes late still gets its own answer.
    booked(&world, &move_to(&first.number, "chen", "2026-03-05T09:00", 3), 1).await;
    assert_eq!(booked(&world, &request, 1).await.opening, opening("ruiz", "2026-03-05T10:30"));
    let stored = world.stored("appointment").await.remove(0);
    assert_eq!(
        (&stored["doctor"], &stored["gsi2sk"]),
        (&json!("chen"), &json!("2026-03-05T09:00:00"))
    );
}

#[tokio::test]
async fn what_cannot_be_moved_stays() {
    let world = World::with(&clinic()).await;
    let first = booked(&world, &book("chen", "2026-03-05T09:00", 1), 1).await;
    let taken = world.ask(&move_to(&first.number, "chen", "2026-03-05T10:00", 2), &caller(1)).await;
    assert_eq!(taken, Facts::Booking(Booking::Taken));
    let unknown = "000000".parse::<AppointmentNumber>().unwrap();
    let none = world.ask(&move_to(&unknown, "chen", "2026-03-05T11:00", 3), &caller(1)).await;
    assert_eq!(none, Facts::Booking(Booking::NoAppointment));
    let stays = booked(&world, &move_to(&first.number, "chen", "2026-03-05T09:00", 4), 1).await;
    assert_eq!(stays, first);
    assert_eq!(holders(&world).await[0].1, Some(first.number.clone().into()));
    assert_eq!(holders(&world).await[2].1, None);
}

#[tokio::test]
async fn an_old_opening_that_is_somebody_elses_is_not_freed() {
    let world = World::with(&clinic()).await;
    let first = booked(&world, &book("chen", "2026-03-05T09:00", 1), 1).await;
    // The clinic gave the time to somebody else by hand.
    store::testing::put(&world.table, &taken("chen", "2026-03-05T09:00")).await.unwrap();
    booked(&world, &move_to(&first.number, "chen", "2026-03-05T11:00", 2), 1).await;
    assert_eq!(holders(&world).await[0].1.as_deref(), Some("000001"));
    assert_eq!(holders(&world).await[2].1, Some(first.number.clone().into()));
}

#[tokio::test]
async fn two_who_move_to_one_opening_do_not_both_get_it() {
    let world = World::with(&clinic()).await;
    let one = booked(&world, &book("chen", "2026-03-05T09:00", 1), 1).await;
    let other = booked(&world, &book("ruiz", "2026-03-05T10:30", 1), 2).await;
    let requests = [
        (move_to(&one.number, "chen", "2026-03-05T11:00", 2), caller(1)),
        (move_to(&other.number, "chen", "2026-03-05T11:00", 2), caller(2)),
    ];
    let answers = join_all(requests.iter().map(|(it, caller)| world.ask(it, caller))).await;
    let taken = answers.iter().filter(|it| **it == Facts::Booking(Booking::Taken)).count();
    assert_eq!(taken, 1, "{answers:?}");
    let held: BTreeSet<_> = holders(&world).await.into_iter().filter_map(|it| it.1).collect();
    assert_eq!(held.len(), 3);
}

#[tokio::test]
async fn cancelling_frees_the_opening_once() {
    let world = World::with(&clinic()).await;
    let first = booked(&world, &book("chen", "2026-03-05T09:00", 1), 1).await;
    let cancel = |operation| Request::Cancel {
        appointment: first.number.clone(),
        operation: Operation(operation),
    };
    assert_eq!(world.ask(&cancel(2), &caller(1)).await, Facts::Cancelled(true));
    let second = booked(&world, &book("chen", "2026-03-05T09:00", 1), 2).await;
    // A try that comes late gets its answer, and does not free what is somebody else's by now.
    assert_eq!(world.ask(&cancel(2), &caller(1)).await, Facts::Cancelled(true));
    assert_eq!(world.ask(&cancel(3), &caller(1)).await, Facts::Cancelled(false));
    assert_eq!(holders(&world).await[0].1, Some(second.number.clone().into()));
    let mine = world.ask(&Request::Appointments(Holder::Caller), &caller(1)).await;
    let Facts::Appointments(mine) = mine else { panic!("{mine:?}") };
    assert_eq!(mine.len(), 1, "the cancelled one is not to come");
    let moved = world.ask(&move_to(&first.number, "chen", "2026-03-05T11:00", 4), &caller(1)).await;
    assert_eq!(moved, Facts::Booking(Booking::NoAppointment));
}

#[tokio::test]
async fn records_that_make_no_sense_are_no_answer() {
    let mut misfiled = free("chen", "2026-03-05T09:00");
    misfiled["at"] = json!("2026-03-06T09:00:00");
    let world = World::with(&[doctor("chen", "cardiology"), misfiled]).await;
    let request = wanted(chen(), date(2026, 3, 2).at(12, 0, 0, 0), None);
    assert_eq!(world.ask(&request, &caller(1)).await, Facts::Unavailable);
    let nameless = item("doctor", "DOCTORS", "DOCTOR#chen", &json!({ "id": "chen" }));
    let world = World::with(&[nameless]).await;
    assert_eq!(world.ask(&Request::Doctors, &caller(1)).await, Facts::Unavailable);
    let broken =
        item("appointment", "APPOINTMENT#482913", "APPOINTMENT", &json!({ "number": "482913" }));
    let world = World::with(&[broken]).await;
    let number = "482913".parse::<AppointmentNumber>().unwrap();
    for request in [
        numbered(&number, Some("Ana")),
        Request::Cancel { appointment: number.clone(), operation: Operation(1) },
        move_to(&number, "chen", "2026-03-05T11:00", 2),
    ] {
        assert_eq!(world.ask(&request, &caller(1)).await, Facts::Unavailable);
    }
}

#[tokio::test]
async fn an_appointment_under_a_number_that_is_none_is_malformed() {
    let mut items = clinic();
    let fields = json!({ "number": "<speak>", "doctor": "ruiz", "at": "2026-03-20T09:00:00", "state": "booked" });
    items.push(item("appointment", "APPOINTMENT#100009", "APPOINTMENT", &fields));
    let world = World::with(&items).await;
    let number: AppointmentNumber = "100009".parse().unwrap();
    let holder = Holder::Appointment { number, name: None };
    let error = world.records.appointments(&holder, &caller(1)).await.unwrap_err();
    assert_eq!(error.code(), "directory.record-malformed");
}
