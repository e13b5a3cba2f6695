//! An API that misbehaves, in the same process and on a clock that nobody waits for.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use dialogue::business::{Secret, Service};
use dialogue::{Facts, Operation, Request, Return};
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::io::DuplexStream;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::Instant;

use super::breaker::{FAILURES, REST};
use super::transport::{Transport, pool};
use super::{Api, ApiSettings};
use crate::{Caller, Directory, DirectoryError, perform};

/// Connects to a server in the same process.
#[derive(Debug, Clone)]
pub(super) struct Memory {
    to: Option<UnboundedSender<DuplexStream>>,
    opened: Arc<AtomicUsize>,
}

/// One end of such a connection.
#[derive(Debug)]
pub(super) struct Wire(TokioIo<DuplexStream>);

impl Connection for Wire {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

impl hyper::rt::Read for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: hyper::rt::ReadBufCursor<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buffer)
    }
}

impl hyper::rt::Write for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

impl tower_service::Service<Uri> for Memory {
    type Response = Wire;
    type Error = std::io::Error;
    type Future = std::future::Ready<std::io::Result<Wire>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        self.opened.fetch_add(1, Ordering::Relaxed);
        let (ours, theirs) = tokio::io::duplex(4096);
        let refused = || std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
        let sent =
            self.to.as_ref().ok_or_else(refused).and_then(|to| to.send(theirs).or(Err(refused())));
        std::future::ready(sent.map(|()| Wire(TokioIo::new(ours))))
    }
}

/// Takes such connections.
struct Incoming(UnboundedReceiver<DuplexStream>);

impl axum::serve::Listener for Incoming {
    type Io = DuplexStream;
    type Addr = ();

    async fn accept(&mut self) -> (DuplexStream, ()) {
        match self.0.recv().await {
            Some(it) => (it, ()),
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What the server does with a request.
#[derive(Clone)]
enum Act {
    Say(u16, Value),
    Text(u16, String),
    After(Duration, Box<Act>),
    /// A status with a `Retry-After`.
    Wait(u16, &'static str),
    Redirect,
    /// Closes the connection within the body.
    BreakOff,
}

/// A request as the server saw it.
#[derive(Clone)]
struct Seen {
    at: Instant,
    method: Method,
    target: String,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Clone)]
struct Script {
    acts: Arc<Mutex<VecDeque<Act>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
}

/// A body that ends with an error.
struct Broken(bool);

impl futures_util::Stream for Broken {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let first = std::mem::replace(&mut self.0, false);
        let error = || Err(std::io::Error::from(std::io::ErrorKind::BrokenPipe));
        Poll::Ready(Some(if first { Ok(Bytes::from_static(b"{\"number\":")) } else { error() }))
    }
}

fn respond(act: Act) -> Pin<Box<dyn Future<Output = Response> + Send>> {
    Box::pin(async move {
        let status = |code| StatusCode::from_u16(code).unwrap();
        match act {
            Act::Say(code, value) => (status(code), Json(value)).into_response(),
            Act::Text(code, text) => (status(code), text).into_response(),
            Act::After(pause, act) => {
                tokio::time::sleep(pause).await;
                respond(*act).await
            }
            Act::Wait(code, after) => (status(code), [("retry-after", after)]).into_response(),
            Act::Redirect => (StatusCode::FOUND, [("location", "/v1/elsewhere")]).into_response(),
            Act::BreakOff => Body::from_stream(Broken(true)).into_response(),
        }
    })
}

async fn serve(
    State(script): State<Script>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let target = uri.path_and_query().unwrap().to_string();
    script.seen.lock().unwrap().push(Seen { at: Instant::now(), method, target, headers, body });
    let act = script.acts.lock().unwrap().pop_front();
    respond(act.unwrap_or(Act::Text(500, "nothing more".to_owned()))).await
}

/// An API and what it saw.
struct World {
    api: Api,
    script: Script,
    opened: Arc<AtomicUsize>,
}

fn settings(secret: &str) -> ApiSettings {
    ApiSettings {
        base: "http://127.0.0.1/v1".parse().unwrap(),
        secret: secret.parse().unwrap(),
        reserve: Duration::from_millis(300),
    }
}

impl World {
    fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        Self::with("bearer:0123456789abcdef", acts)
    }

    fn with(secret: &str, acts: impl IntoIterator<Item = Act>) -> Self {
        let (to, from) = unbounded_channel();
        let script =
            Script { acts: Arc::new(Mutex::new(acts.into_iter().collect())), seen: Arc::default() };
        let router = Router::new().fallback(serve).with_state(script.clone());
        tokio::spawn(async move { axum::serve(Incoming(from), router).await });
        let opened = Arc::new(AtomicUsize::new(0));
        let memory = Memory { to: Some(to), opened: Arc::clone(&opened) };
        let api = Api::over(Transport::Memory(pool().build(memory)), settings(secret));
        Self { api, script, opened }
    }

    fn seen(&self) -> Vec<Seen> {
        self.script.seen.lock().unwrap().clone()
    }

    fn act(&self, acts: impl IntoIterator<Item = Act>) {
        self.script.acts.lock().unwrap().extend(acts);
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
    let world = World::with("hmac:0123456789abcdef", [order()]);
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
async fn an_answer_to_something_else_is_none() {
    let world = World::new([Act::Say(200, json!({ "number": "44322", "status": "shipped" }))]);
    let request = Request::Order("44321".parse().unwrap());
    assert_eq!(perform(&world.api, &request, &caller(2_000)).await, Facts::Unavailable);
}

#[tokio::test(start_paused = true)]
async fn who_is_slow_is_not_waited_for_beyond_the_reserve() {
    let world = World::new([slow(order())]);
    let began = Instant::now();
    assert_eq!(world.code().await, "directory.late");
    assert_eq!(began.elapsed().as_millis(), 1_700);
    // Also when only the second try is slow.
    let world = World::new([status(503), slow(order())]);
    let began = Instant::now();
    assert_eq!(world.code().await, "directory.late");
    assert_eq!(began.elapsed().as_millis(), 1_700);
    // A body that drips counts as well.
    let world = World::new([Act::After(Duration::from_millis(1_650), Box::new(order()))]);
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
async fn who_gives_up_on_a_slow_api_speaks_against_it() {
    let world = World::new((0..FAILURES).map(|_| slow(order())));
    for _ in 0..FAILURES {
        let number = "44321".parse().unwrap();
        let (me, patience) = (caller(9_000), Duration::from_millis(10));
        let impatient = tokio::time::timeout(patience, world.api.order(&number, &me)).await;
        assert!(impatient.is_err());
    }
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
    let opened = Arc::new(AtomicUsize::new(0));
    let memory = Memory { to: None, opened: Arc::clone(&opened) };
    let api =
        Api::over(Transport::Memory(pool().build(memory)), settings("bearer:0123456789abcdef"));
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
    let script = Script { acts: Arc::new(Mutex::new([order()].into())), seen: Arc::default() };
    let router = Router::new().fallback(serve).with_state(script.clone());
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let settings =
        ApiSettings { base: base.parse().unwrap(), ..settings("bearer:0123456789abcdef") };
    let api = Api::new(settings);
    let number = "44321".parse().unwrap();
    assert!(api.order(&number, &caller(10_000)).await.unwrap().is_some());
    server.abort();
    let _ended = server.await;
    let error = api.order(&number, &caller(10_000)).await.unwrap_err();
    let code = error.code();
    assert!(matches!(code, "directory.api-unreachable" | "directory.api-broke-off"), "{code}");
}
