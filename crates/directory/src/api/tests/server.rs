//! A server in the same process that does what it is told.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite, DuplexStream, ReadBuf};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::Instant;

/// Connects to a server in the same process.
#[derive(Debug, Clone)]
pub(in crate::api) struct Memory {
    to: Option<UnboundedSender<DuplexStream>>,
    opened: Arc<AtomicUsize>,
}

impl Memory {
    /// Connections to a server that does what the script says.
    pub(super) fn serving(script: Script) -> Self {
        let (to, from) = unbounded_channel();
        let incoming = Incoming { from, hung_up: Arc::clone(&script.hung_up) };
        let router = router(script);
        tokio::spawn(async move { axum::serve(incoming, router).await });
        Self { to: Some(to), opened: Arc::default() }
    }

    /// Connections to nobody.
    pub(super) fn dead() -> Self {
        Self { to: None, opened: Arc::default() }
    }

    /// How many connections were opened; it goes on counting.
    pub(super) fn opened(&self) -> Arc<AtomicUsize> {
        Arc::clone(&self.opened)
    }
}

/// One end of such a connection.
#[derive(Debug)]
pub(in crate::api) struct Wire(TokioIo<DuplexStream>);

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
struct Incoming {
    from: UnboundedReceiver<DuplexStream>,
    hung_up: Arc<AtomicBool>,
}

impl axum::serve::Listener for Incoming {
    type Io = Taken;
    type Addr = ();

    async fn accept(&mut self) -> (Taken, ()) {
        match self.from.recv().await {
            Some(stream) => (Taken { stream, hung_up: Arc::clone(&self.hung_up) }, ()),
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The server's end of a connection, on which it may hang up instead of answering.
struct Taken {
    stream: DuplexStream,
    hung_up: Arc<AtomicBool>,
}

impl AsyncRead for Taken {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Taken {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        if self.hung_up.swap(false, Ordering::Relaxed) {
            return Poll::Ready(Err(std::io::ErrorKind::BrokenPipe.into()));
        }
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

/// What the server does with a request.
#[derive(Clone)]
pub(super) enum Act {
    Say(u16, Value),
    Text(u16, String),
    After(Duration, Box<Act>),
    /// A status with a `Retry-After`.
    Wait(u16, &'static str),
    Redirect,
    /// Closes the connection before a word of the answer.
    HangUp,
    /// Closes the connection within the body.
    BreakOff,
    /// A body that goes on and on, a piece each time so long.
    Endless(&'static str, Duration),
}

/// A request as the server saw it.
#[derive(Clone)]
pub(super) struct Seen {
    pub(super) at: Instant,
    pub(super) method: Method,
    pub(super) target: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

#[derive(Clone)]
pub(super) struct Script {
    acts: Arc<Mutex<VecDeque<Act>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
    /// Whether the next answer is not written.
    hung_up: Arc<AtomicBool>,
}

impl Script {
    pub(super) fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        let acts = Arc::new(Mutex::new(acts.into_iter().collect()));
        Self { acts, seen: Arc::default(), hung_up: Arc::default() }
    }

    /// Lets the server do more.
    pub(super) fn act(&self, acts: impl IntoIterator<Item = Act>) {
        self.acts.lock().unwrap().extend(acts);
    }

    /// The requests so far.
    pub(super) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

/// The server's router, for whichever connections.
pub(super) fn router(script: Script) -> Router {
    Router::new().fallback(serve).with_state(script)
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
            Act::Endless(piece, pause) => {
                let pieces = futures_util::stream::unfold((), move |()| async move {
                    tokio::time::sleep(pause).await;
                    Some((Ok::<_, std::io::Error>(Bytes::from_static(piece.as_bytes())), ()))
                });
                Body::from_stream(pieces).into_response()
            }
            Act::HangUp => StatusCode::OK.into_response(),
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
    if matches!(act, Some(Act::HangUp)) {
        script.hung_up.store(true, Ordering::Relaxed);
    }
    respond(act.unwrap_or(Act::Text(500, "nothing more".to_owned()))).await
}
