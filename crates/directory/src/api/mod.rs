//! Records behind the business's own API.
//!
//! `openapi/directory.yaml` is the contract; every answer is held against it and against the
//! question. What fails is told apart. A request that the API did not deal with, whose answer broke
//! off or that takes too long is sent again where it may be, within the caller's time. An API that
//! keeps failing is left alone for a while, so that callers are not kept waiting for it.
//!
//! Redirects are not followed, addresses of other machines are `https`, and no answer is read beyond
//! 64 KiB.
//!
//! ## Client
//!
//! `hyper-util` with `hyper-rustls`, which the AWS SDK brings along at the same versions: a function that
//! asks an API links no second client and no second TLS.

mod breaker;
mod contract;
mod retry;
mod send;
mod serve;
mod settings;
mod sign;
mod target;
#[cfg(test)]
mod tests;
mod transport;

use std::sync::{Arc, Mutex};

use tokio::time::Instant;

pub use settings::{ApiSecret, ApiSettings, BaseUrl, ParseApiSecretError, ParseBaseUrlError};

use breaker::Breaker;
use transport::Transport;

/// A business's own API.
///
/// Cheap to clone; clones share connections, and what is known of the API's health.
#[derive(Debug, Clone)]
pub struct Api {
    settings: Arc<ApiSettings>,
    transport: Arc<Transport>,
    breaker: Arc<Mutex<Breaker>>,
    started: Instant,
}

impl Api {
    /// An API. This opens no connection and reads no certificate; the first request does.
    pub fn new(settings: ApiSettings) -> Self {
        let transport = Transport::new(settings.base.uses_tls());
        Self::over(transport, settings)
    }

    fn over(transport: Transport, settings: ApiSettings) -> Self {
        Self {
            settings: Arc::new(settings),
            transport: Arc::new(transport),
            breaker: Arc::new(Mutex::new(Breaker::new())),
            started: Instant::now(),
        }
    }
}
