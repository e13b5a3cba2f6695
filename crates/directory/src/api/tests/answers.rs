//! What an API answers, and what is no answer.

use super::*;

#[tokio::test(start_paused = true)]
async fn only_the_api_itself_can_say_that_something_is_not_there() {
    let world = World::new([Act::Say(404, json!({ "error": "not-found" }))]);
    assert_eq!(world.order().await.unwrap(), None);
    for act in [
        Act::Text(404, "<html>404 Not Found</html>".to_owned()),
        Act::Say(404, json!({ "error": "no such route" })),
        Act::Say(404, json!({})),
    ] {
        let world = World::new([act]);
        assert_eq!(world.code().await, "directory.api-status");
    }
    // Where there is always an answer, nothing is none.
    let world = World::new([Act::Say(404, json!({ "error": "not-found" }))]);
    let error = world.api.doctors(&caller(2_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.api-status");
}

#[tokio::test(start_paused = true)]
async fn other_failures_are_not_sent_again() {
    for (act, code) in [
        (status(500), "directory.api-status"),
        (status(400), "directory.api-status"),
        (status(401), "directory.api-status"),
        (status(409), "directory.api-status"),
        (Act::Redirect, "directory.api-status"),
        (Act::Text(200, "<html>welcome</html>".to_owned()), "directory.nonsense"),
        (Act::Text(200, String::new()), "directory.nonsense"),
        (Act::Text(204, String::new()), "directory.nonsense"),
        (Act::Say(200, json!([])), "directory.nonsense"),
        (Act::Say(200, json!({ "number": "44321", "status": "lost" })), "directory.nonsense"),
        (Act::Text(200, "x".repeat(65 * 1024)), "directory.api-too-long"),
        (Act::Text(404, "x".repeat(65 * 1024)), "directory.api-too-long"),
    ] {
        let world = World::new([act, order()]);
        assert_eq!(world.code().await, code);
        assert_eq!(world.seen().len(), 1, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_read_up_to_64_kib() {
    let json = r#"{ "number": "44321", "status": "shipped" }"#;
    let long = |bytes: usize| json.to_owned() + &" ".repeat(bytes - json.len());
    let world = World::new([Act::Text(200, long(64 * 1024))]);
    assert!(world.order().await.unwrap().is_some());
    let world = World::new([Act::Text(200, long(64 * 1024 + 1))]);
    assert_eq!(world.code().await, "directory.api-too-long");
    // Also when it does not say how long it is.
    let world = World::new([Act::Endless("0123456789", Duration::ZERO)]);
    assert_eq!(world.code().await, "directory.api-too-long");
}

#[tokio::test(start_paused = true)]
async fn an_answer_to_something_else_is_none() {
    let world = World::new([Act::Say(200, json!({ "number": "44322", "status": "shipped" }))]);
    let request = Request::Order("44321".parse().unwrap());
    assert_eq!(perform(&world.api, &request, &caller(2_000)).await, Facts::Unavailable);
}

#[tokio::test(start_paused = true)]
async fn a_number_that_nobody_could_write_down_is_no_answer() {
    let opening = json!({ "doctor": "chen", "at": "2026-03-05T10:00:00" });
    let of = |number: &str| json!({ "appointments": [{ "number": number, "opening": opening }] });
    for number in ["", "<speak>", "1234567890123"] {
        let world = World::new([Act::Say(200, of(number))]);
        let answer = world.api.appointments(&dialogue::Holder::Caller, &caller(2_000)).await;
        assert_eq!(answer.unwrap_err().code(), "directory.nonsense", "{number}");
    }
    let world = World::new([Act::Say(200, of("482913"))]);
    let answer = world.api.appointments(&dialogue::Holder::Caller, &caller(2_000)).await;
    assert_eq!(answer.unwrap()[0].number.as_str(), "482913");
    let invoice = json!({ "number": " ", "amount": { "minor": 8450, "currency": "USD" } });
    let world = World::new([Act::Say(200, json!({ "account": "123456", "invoices": [invoice] }))]);
    let error = world.api.bill(&"123456".parse().unwrap(), &caller(2_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.nonsense");
    let doctor = json!({ "id": "", "name": "Dr. Chen", "specialty": "cardiology" });
    let world = World::new([Act::Say(200, json!({ "doctors": [doctor] }))]);
    let error = world.api.doctors(&caller(2_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.nonsense");
}

#[tokio::test(start_paused = true)]
async fn an_appointment_is_the_callers_only_by_telephone_or_name() {
    let opening = json!({ "doctor": "chen", "at": "2026-03-05T10:00:00" });
    let bare = json!({ "number": "482913", "opening": opening });
    let mut held = bare.clone();
    held["name"] = json!("Ana Diaz");
    held["phone"] = json!("+12025550199");
    let withheld = || Caller { number: None, ..caller(2_000) };
    let owner = || Caller { number: Some("+12025550199".parse().unwrap()), ..caller(2_000) };
    for (answer, name, caller, found) in [
        // An API that says nothing of the holder opens it to nobody.
        (&bare, Some("Ana Diaz"), caller(2_000), 0),
        (&bare, None, withheld(), 0),
        (&held, None, caller(2_000), 0),
        (&held, None, withheld(), 0),
        (&held, Some("Sam Okoye"), caller(2_000), 0),
        (&held, None, owner(), 1),
        (&held, Some("ana díaz"), withheld(), 1),
    ] {
        let world = World::new([Act::Say(200, answer.clone())]);
        let number = "482913".parse().unwrap();
        let holder = dialogue::Holder::Appointment { number, name: name.map(str::to_owned) };
        let answer = world.api.appointments(&holder, &caller).await.unwrap();
        assert_eq!(answer.len(), found, "{name:?}");
        assert_eq!(world.seen()[0].target, "/v1/lines/northwind/appointments/482913");
    }
}
