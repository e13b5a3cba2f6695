//! Connections.

use std::error::Error;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use crate::DirectoryError;

/// Longest time to connect, as that of the AWS SDK's client.
const CONNECT: Duration = Duration::from_millis(500);

/// How long a connection is kept that nobody uses: for the requests of one turn.
///
/// Many servers close an idle one after a few seconds unless told otherwise: Apache httpd, uvicorn and
/// Node.js up to version 25 after 5, gunicorn after 2. The next turn is 5 to 15 seconds away, when a
/// connection may be closed just as it is used. No time keeps that from ever happening, so what breaks
/// off is sent again.
///
/// Sources: gunicorn `keepalive`, Node.js `server.keepAliveTimeout`, Apache httpd `KeepAliveTimeout`,
/// uvicorn `--timeout-keep-alive`.
const IDLE: Duration = Duration::from_secs(1);

/// Connections that are kept. An environment serves one caller at a time.
const KEPT: usize = 4;

/// What answers a request, its body not read yet.
pub(super) type Incoming = Response<hyper::body::Incoming>;

/// Connections to an API, kept from request to request.
#[derive(Debug)]
pub(super) enum Transport {
    /// Without TLS, to this machine.
    Plain(Client<HttpConnector, Full<Bytes>>),
    /// With TLS. It is set up by the first request: reading the trusted certificates takes
    /// milliseconds, and fails where there are none.
    Tls(OnceLock<Client<HttpsConnector<HttpConnector>, Full<Bytes>>>),
    /// To a server in the same process.
    #[cfg(test)]
    Memory(Client<super::tests::Memory, Full<Bytes>>),
}

impl Transport {
    pub(super) fn new(tls: bool) -> Self {
        if tls { Self::Tls(OnceLock::new()) } else { Self::Plain(pool().build(connector())) }
    }

    /// Sends a request and gives the answer when its head has arrived.
    pub(super) async fn send(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<Incoming, DirectoryError> {
        let sent = match self {
            Self::Plain(client) => client.request(request).await,
            Self::Tls(client) => tls(client)?.request(request).await,
            #[cfg(test)]
            Self::Memory(client) => client.request(request).await,
        };
        sent.map_err(|error| {
            if error.is_connect() {
                DirectoryError::Unreachable { source: error.into() }
            } else {
                DirectoryError::BrokenOff { source: error.into() }
            }
        })
    }
}

fn tls(
    client: &OnceLock<Client<HttpsConnector<HttpConnector>, Full<Bytes>>>,
) -> Result<&Client<HttpsConnector<HttpConnector>, Full<Bytes>>, DirectoryError> {
    if let Some(client) = client.get() {
        return Ok(client);
    }
    let mut plain = connector();
    plain.enforce_http(false);
    let provider = rustls::crypto::ring::default_provider();
    let connector = HttpsConnectorBuilder::new()
        .with_provider_and_native_roots(provider)
        .map_err(|source| unreachable(source.into()))?
        .https_only()
        .enable_http1()
        .wrap_connector(plain);
    Ok(client.get_or_init(|| pool().build(connector)))
}

fn unreachable(source: Box<dyn Error + Send + Sync>) -> DirectoryError {
    DirectoryError::Unreachable { source }
}

fn connector() -> HttpConnector {
    let mut connector = HttpConnector::new();
    connector.set_connect_timeout(Some(CONNECT));
    connector.set_nodelay(true);
    connector
}

/// How connections are kept.
pub(super) fn pool() -> hyper_util::client::legacy::Builder {
    let mut pool = Client::builder(TokioExecutor::new());
    pool.pool_timer(TokioTimer::new());
    pool.pool_idle_timeout(IDLE);
    pool.pool_max_idle_per_host(KEPT);
    pool
}
