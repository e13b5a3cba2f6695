//! What is sent to an API, and with which secret.

use axum::http::Method;
use dialogue::business::{Secret, Service};
use serde_json::Value;

use super::server::router;
use super::*;
use crate::api::breaker::FAILURES;
use crate::{Keeper, Kept};

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
async fn connections_are_not_kept_until_servers_close_them() {
    let world = World::new((0..3).map(|_| order()));
    world.order().await.unwrap();
    tokio::time::advance(Duration::from_millis(900)).await;
    world.order().await.unwrap();
    assert_eq!(world.opened.load(Ordering::Relaxed), 1);
    tokio::time::advance(Duration::from_millis(1_900)).await;
    world.order().await.unwrap();
    assert_eq!(world.opened.load(Ordering::Relaxed), 2);
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
