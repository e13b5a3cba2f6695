//! An API that misbehaves, in the same process and on a clock that nobody waits for.

mod server;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::http::Method;
use dialogue::business::{Secret, Service};
use dialogue::{Facts, Operation, Request, Return};
use serde_json::{Value, json};
use tokio::time::Instant;

use self::server::{Act, Script, Seen, router};
use super::breaker::{FAILURES, REST};
use super::contract as wire;
use super::send::Outgoing;
use super::transport::{Transport, pool};
use super::{Api, ApiSecret, ApiSettings};
use crate::{Caller, Directory, DirectoryError, Held, Keeper, Kept, perform};

pub(super) use self::server::Memory;

/// An API and what it saw.
struct World {
    api: Api,
    script: Script,
    opened: Arc<AtomicUsize>,
}

fn settings(secret: Held<ApiSecret>) -> ApiSettings {
    ApiSettings { base: "http://127.0.0.1/v1".parse().unwrap(), secret }
}

fn bearer() -> Held<ApiSecret> {
    "bearer:0123456789abcdef".parse::<ApiSecret>().unwrap().into()
}

impl World {
    fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        Self::with(bearer(), acts)
    }

    fn with(secret: Held<ApiSecret>, acts: impl IntoIterator<Item = Act>) -> Self {
        let script = Script::new(acts);
        let memory = Memory::serving(script.clone());
        let opened = memory.opened();
        let api = Api::over(Transport::Memory(pool().build(memory)), settings(secret));
        Self { api, script, opened }
    }

    fn seen(&self) -> Vec<Seen> {
        self.script.seen()
    }

    fn act(&self, acts: impl IntoIterator<Item = Act>) {
        self.script.act(acts);
    }

    async fn order(&self) -> Result<Option<dialogue::Order>, DirectoryError> {
        self.api.order(&"44321".parse().unwrap(), &caller(2_000)).await
    }

    async fn code(&self) -> &'static str {
        self.order().await.unwrap_err().code()
    }
}

fn caller(milliseconds: u64) -> Caller {
    Caller {
        line: serde_json::from_value(json!("northwind")).unwrap(),
        contact: "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap(),
        number: Some("+12025550143".parse().unwrap()),
        hash: None,
        now: "2026-03-02T12:00:00-05:00[America/New_York]".parse().unwrap(),
        deadline: Instant::now() + Duration::from_millis(milliseconds),
        chance: 7,
    }
}

fn order() -> Act {
    Act::Say(200, json!({ "number": "44321", "status": "shipped" }))
}

fn status(code: u16) -> Act {
    Act::Say(code, json!({ "error": "whatever" }))
}

fn slow(act: Act) -> Act {
    Act::After(Duration::from_mins(1), Box::new(act))
}

#[tokio::test(start_paused = true)]
async fn a_request_has_what_the_contract_says() {
    let world = World::new([order(), Act::Say(200, json!({ "outcome": "opened" }))]);
    world.order().await.unwrap().unwrap();
    let request = Request::OpenReturn {
        order: "44321".parse().unwrap(),
        reason: "damaged".to_owned(),
        operation: Operation(7),
    };
    assert_eq!(perform(&world.api, &request, &caller(2_000)).await, Facts::Return(Return::Opened));
    let seen = world.seen();
    let header = |at: usize, name: &str| seen[at].headers.get(name).map(|it| it.to_str().unwrap());
    assert_eq!(
        (&seen[0].method, seen[0].target.as_str()),
        (&Method::GET, "/v1/lines/northwind/orders/44321")
    );
    assert_eq!(header(0, "authorization"), Some("Bearer 0123456789abcdef"));
    assert_eq!(header(0, "idempotency-key"), None);
    assert_eq!(header(0, "accept"), Some("application/json"));
    assert_eq!(
        (&seen[1].method, seen[1].target.as_str()),
        (&Method::POST, "/v1/lines/northwind/orders/44321/return")
    );
    assert_eq!(header(1, "idempotency-key"), Some("0a1b2c3d-0000-4000-8000-000000000001#0007"));
    assert_eq!(header(1, "content-type"), Some("application/json"));
    assert_eq!(seen[1].body, r#"{"reason":"damaged"}"#.as_bytes());
}

#[tokio::test(start_paused = true)]
async fn a_signed_request_does_not_show_its_secret() {
    let world =
        World::with("hmac:0123456789abcdef".parse::<ApiSecret>().unwrap().into(), [order()]);
    world.order().await.unwrap();
    let seen = world.seen().remove(0);
    assert!(seen.headers.get("authorization").is_none());
    let signature = seen.headers["callwright-signature"].to_str().unwrap();
    assert!(signature.starts_with("t=1772470800,v1="), "{signature}");
    let all = format!("{:?}", seen.headers);
    assert!(!all.contains("0123456789abcdef"), "{all}");
}

#[tokio::test(start_paused = true)]
async fn connections_are_kept() {
    let world = World::new((0..5).map(|_| order()));
    for _ in 0..5 {
        world.order().await.unwrap();
    }
    assert_eq!(world.opened.load(Ordering::Relaxed), 1);
}

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
async fn what_was_not_dealt_with_is_sent_again_after_a_pause() {
    for code in [429, 502, 503, 504] {
        let world = World::new([status(code), status(code), order()]);
        world.order().await.unwrap().unwrap();
        let seen = world.seen();
        assert_eq!(seen.len(), 3, "{code}");
        let pauses = [seen[1].at - seen[0].at, seen[2].at - seen[1].at];
        assert!(pauses[0] <= Duration::from_millis(51), "{pauses:?}");
        assert!(pauses[1] <= Duration::from_millis(101), "{pauses:?}");
        assert!(pauses[0] + pauses[1] > Duration::ZERO, "{pauses:?}");
    }
    let world = World::new((0..9).map(|_| status(503)));
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.seen().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_change_is_sent_again_under_the_same_key() {
    let world = World::new([status(503), Act::Say(200, json!({ "cancelled": true }))]);
    let number = dialogue::business::AppointmentNumber("482913".to_owned());
    assert!(world.api.cancel(&number, Operation(3), &caller(2_000)).await.unwrap());
    let seen = world.seen();
    assert_eq!(seen.len(), 2);
    assert_eq!(seen[0].headers["idempotency-key"], seen[1].headers["idempotency-key"]);
}

#[tokio::test(start_paused = true)]
async fn the_api_says_how_long_it_wants_to_be_left_alone() {
    for header in ["1", "Mon, 02 Mar 2026 17:00:01 GMT"] {
        let world = World::new([Act::Wait(429, header), order()]);
        world.order().await.unwrap().unwrap();
        let seen = world.seen();
        assert_eq!((seen[1].at - seen[0].at).as_secs(), 1, "{header}");
    }
    // Longer than the caller has: no answer at once, instead of one that nobody waits for.
    let world = World::new([Act::Wait(429, "30"), order()]);
    let began = Instant::now();
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!((world.seen().len(), began.elapsed().as_secs()), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn other_failures_are_not_sent_again() {
    for (act, code) in [
        (status(500), "directory.api-status"),
        (status(400), "directory.api-status"),
        (status(401), "directory.api-status"),
        (status(409), "directory.api-status"),
        (Act::Redirect, "directory.api-status"),
        (Act::BreakOff, "directory.api-broke-off"),
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
async fn a_change_without_a_key_is_not_sent_again() {
    let opens = || Outgoing::new(wire::RETURN, &["northwind", "44321"]);
    let world = World::new([status(503), status(503), status(503)]);
    let answer = world.api.answer::<Return>(opens(), &caller(2_000)).await;
    assert_eq!(answer.unwrap_err().code(), "directory.api-status");
    assert_eq!(world.seen().len(), 1);
    let key = caller(2_000).key(Operation(1));
    let world = World::new([status(503), status(503), status(503)]);
    world.api.answer::<Return>(opens().once(key), &caller(2_000)).await.unwrap_err();
    assert_eq!(world.seen().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn those_who_failed_together_do_not_come_back_together() {
    let mut pauses = std::collections::BTreeSet::new();
    for chance in 0..20 {
        let world = World::new([status(503), order()]);
        let number = "44321".parse().unwrap();
        world.api.order(&number, &Caller { chance, ..caller(2_000) }).await.unwrap();
        let seen = world.seen();
        pauses.insert(seen[1].at - seen[0].at);
    }
    assert!(pauses.len() > 10, "{pauses:?}");
}

#[tokio::test(start_paused = true)]
async fn an_answer_to_something_else_is_none() {
    let world = World::new([Act::Say(200, json!({ "number": "44322", "status": "shipped" }))]);
    let request = Request::Order("44321".parse().unwrap());
    assert_eq!(perform(&world.api, &request, &caller(2_000)).await, Facts::Unavailable);
}

#[tokio::test(start_paused = true)]
async fn who_is_slow_is_not_waited_for_beyond_the_callers_time() {
    let world = World::new([slow(order())]);
    let began = Instant::now();
    assert_eq!(world.code().await, "directory.late");
    assert_eq!(began.elapsed().as_millis(), 2_000);
    // Also when only the second try is slow.
    let world = World::new([status(503), slow(order())]);
    let began = Instant::now();
    assert_eq!(world.code().await, "directory.late");
    assert_eq!(began.elapsed().as_millis(), 2_000);
    // A body that drips counts as well.
    let world = World::new([Act::Endless(" ", Duration::from_millis(100))]);
    let began = Instant::now();
    assert_eq!(world.code().await, "directory.late");
    assert_eq!(began.elapsed().as_millis(), 2_000);
    // Nobody is given up on who still makes it.
    let world = World::new([Act::After(Duration::from_millis(1_950), Box::new(order()))]);
    assert!(world.order().await.unwrap().is_some());
}

#[tokio::test(start_paused = true)]
async fn an_api_that_keeps_failing_is_left_alone_and_then_tried_by_one() {
    let world = World::new((0..FAILURES).map(|_| status(500)));
    for _ in 0..FAILURES {
        assert_eq!(world.code().await, "directory.api-status");
    }
    assert_eq!(world.code().await, "directory.api-resting");
    assert_eq!(world.seen().len(), 5);
    // Clones know it too.
    let clone = world.api.clone();
    let error = clone.doctors(&caller(2_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.api-resting");
    tokio::time::advance(REST).await;
    world.act([status(500)]);
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.code().await, "directory.api-resting");
    tokio::time::advance(REST).await;
    world.act([order(), order()]);
    assert!(world.order().await.unwrap().is_some());
    assert!(world.order().await.unwrap().is_some());
    assert_eq!(world.seen().len(), 8);
}

#[tokio::test(start_paused = true)]
async fn who_gives_up_on_an_api_speaks_against_it_once_it_had_all_its_time() {
    let give_up = async |milliseconds| {
        let world = World::new((0..FAILURES).map(|_| slow(order())));
        for _ in 0..FAILURES {
            let number = "44321".parse().unwrap();
            let (me, patience) = (caller(milliseconds), Duration::from_millis(10));
            // What ends at the same moment from without comes first.
            let impatient = tokio::select! {
                biased;
                () = tokio::time::sleep(patience) => None,
                answer = world.api.order(&number, &me) => Some(answer),
            };
            assert!(impatient.is_none());
        }
        world
    };
    assert_eq!(give_up(10).await.code().await, "directory.api-resting");
    // What else went wrong in the turn is not the API's fault.
    let world = give_up(9_000).await;
    world.act([order()]);
    assert!(world.order().await.unwrap().is_some());
}

#[tokio::test(start_paused = true)]
async fn the_failure_that_brings_the_rest_is_told_rather_than_the_rest() {
    let world = World::new((0..FAILURES).map(|_| status(503)));
    // Three tries, and two more before the third that is not let through.
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.seen().len(), 5);
    assert_eq!(world.code().await, "directory.api-resting");
}

#[tokio::test(start_paused = true)]
async fn what_we_asked_wrongly_does_not_speak_against_the_api() {
    let world = World::new((0..20).map(|_| status(400)));
    for _ in 0..20 {
        assert_eq!(world.code().await, "directory.api-status");
    }
}

#[tokio::test(start_paused = true)]
async fn nobody_there_is_tried_again_and_told() {
    let memory = Memory::dead();
    let opened = memory.opened();
    let api = Api::over(Transport::Memory(pool().build(memory)), settings(bearer()));
    let error = api.order(&"44321".parse().unwrap(), &caller(2_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.api-unreachable");
    assert_eq!(opened.load(Ordering::Relaxed), 3);
}

#[tokio::test(start_paused = true)]
async fn no_error_shows_what_was_asked_answered_or_secret() {
    let told = "4711 44321 0123456789abcdef";
    let world = World::new([
        Act::Text(500, told.to_owned()),
        Act::Text(200, told.to_owned()),
        Act::Say(200, json!({ "outcome": told })),
    ]);
    let account = "1234567890".parse().unwrap();
    let pin = Secret::new("4711");
    let attempt = crate::PinTry { account: &account, pin: &pin, tries: 3, lock_minutes: 30 };
    for _ in 0..3 {
        let error = world.api.verify_pin(&attempt, Operation(1), &caller(2_000)).await.unwrap_err();
        let shown = format!("{error:?} {error} {:?}", world.api);
        for secret in ["4711", "44321", "0123456789abcdef", "1234567890"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
    let body: Value = serde_json::from_slice(&world.seen()[0].body).unwrap();
    assert_eq!(body, json!({ "pin": "4711", "tries": 3, "lock_minutes": 30 }));
}

/// Keeps a secret from the second time on that it is asked for.
#[derive(Debug)]
struct Forgetful {
    secret: ApiSecret,
    asked: AtomicUsize,
}

impl Keeper<ApiSecret> for Forgetful {
    fn secret(&self) -> Kept<'_, ApiSecret> {
        let first = self.asked.fetch_add(1, Ordering::Relaxed) == 0;
        Box::pin(std::future::ready(if first { Err("gone".into()) } else { Ok(&self.secret) }))
    }
}

/// Never gets a secret.
#[derive(Debug)]
struct Waiting;

impl Keeper<ApiSecret> for Waiting {
    fn secret(&self) -> Kept<'_, ApiSecret> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn without_its_secret_nothing_is_sent_and_the_api_is_not_to_blame() {
    let secret = "bearer:0123456789abcdef".parse().unwrap();
    let keeper = Arc::new(Forgetful { secret, asked: AtomicUsize::new(0) });
    let world = World::with(Held::KeptBy(keeper), [order()]);
    assert_eq!(world.code().await, "directory.api-secret-unavailable");
    assert_eq!(world.seen().len(), 0);
    world.order().await.unwrap().unwrap();
    let world = World::with(Held::KeptBy(Arc::new(Waiting)), []);
    let began = Instant::now();
    for _ in 0..=FAILURES {
        assert_eq!(world.code().await, "directory.late");
    }
    assert_eq!(began.elapsed().as_secs(), 2 * u64::from(FAILURES + 1));
}

#[tokio::test(start_paused = true)]
async fn a_withheld_number_is_not_sent() {
    let world = World::new([Act::Say(
        200,
        json!({ "number": "482913", "service": "internet", "tried": [] }),
    )]);
    let withheld = Caller { number: None, ..caller(2_000) };
    let problem = crate::Problem { service: Service::Internet, symptom: "slow", tried: &[] };
    world.api.open_ticket(&problem, Operation(1), &withheld).await.unwrap();
    let body: Value = serde_json::from_slice(&world.seen()[0].body).unwrap();
    assert_eq!(body.get("phone"), None);
    let mine = world.api.appointments(&dialogue::Holder::Caller, &withheld).await.unwrap();
    assert!(mine.is_empty());
    assert_eq!(world.seen().len(), 1);
}

/// The client as it is wired, over TCP.
#[tokio::test]
async fn a_server_on_this_machine_is_asked_over_tcp() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/v1", listener.local_addr().unwrap());
    let router = router(Script::new([order()]));
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let settings = ApiSettings { base: base.parse().unwrap(), ..settings(bearer()) };
    let api = Api::new(settings);
    let number = "44321".parse().unwrap();
    assert!(api.order(&number, &caller(10_000)).await.unwrap().is_some());
    server.abort();
    let _ended = server.await;
    let error = api.order(&number, &caller(10_000)).await.unwrap_err();
    let code = error.code();
    assert!(matches!(code, "directory.api-unreachable" | "directory.api-broke-off"), "{code}");
}
