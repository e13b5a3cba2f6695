//! A stand-in on its port.

use std::net::SocketAddr;

use axum::Router;
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinHandle;

use super::error::AwsError;
use super::service::Service;

/// Connections that may wait to be accepted.
const BACKLOG: u32 = 1_024;

/// A port that a stand-in has taken.
#[derive(Debug)]
pub(super) struct Port {
    pub(super) listener: TcpListener,
    pub(super) address: SocketAddr,
}

impl Port {
    /// Takes a port; 0 is any free one.
    pub(super) fn take(service: Service, address: SocketAddr) -> Result<Self, AwsError> {
        let in_use = |source| AwsError::Listen { service, address, source };
        let listener = bind(address).map_err(in_use)?;
        let address = listener.local_addr().map_err(in_use)?;
        Ok(Self { listener, address })
    }
}

/// Listens, without Nagle's algorithm: connections inherit that, and a server that writes its
/// response in two parts would make each request wait 40 ms for the client's acknowledgement.
fn bind(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // As `TcpListener::bind` does: a port is free again as soon as its last user has ended.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.set_nodelay(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// A server that runs until it is dropped.
#[derive(Debug)]
pub(super) struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves a router.
    pub(super) fn http(port: Port, app: Router) -> Self {
        Self::run(port.address, async move {
            // `axum::serve` retries failed accepts by itself and never returns.
            let _outcome = axum::serve(port.listener, app).await;
        })
    }

    /// Runs something that serves the port at an address.
    pub(super) fn run(
        address: SocketAddr,
        serving: impl Future<Output = ()> + Send + 'static,
    ) -> Self {
        Self { address, task: tokio::spawn(serving) }
    }

    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops it and waits until the port is free.
    pub(super) async fn close(mut self) {
        self.task.abort();
        // It was aborted: that is the error it ends with.
        let _outcome = (&mut self.task).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
