//! What the `main` of every function wires with.
//!
//! [`sdk_config`] gives the AWS SDK its one HTTP client and its time limits, [`logs`] starts the
//! log, [`environment`] and [`Env`] read settings, [`invoked_at`] tells the time, and
//! [`diagnostic`] turns an error into what Lambda reports. With the feature `secrets` there is also
//! `Secret`, which knows Secrets Manager.
//!
//! It decides nothing about calls, and knows no other service. It is also the one place that may look at
//! the process environment and the system clock.

mod clock;
mod diagnostic;
mod env;
mod http;
mod sdk;
#[cfg(feature = "secrets")]
mod secret;

pub use clock::{chance, deadline, invoked_at, started_at};
pub use diagnostic::{chain, diagnostic};
pub use env::{Env, EnvError, environment};
pub use sdk::sdk_config;
#[cfg(feature = "secrets")]
pub use secret::{Secret, SecretError};

/// Starts the log on standard output, as `AWS_LAMBDA_LOG_LEVEL` and `AWS_LAMBDA_LOG_FORMAT` say.
///
/// What a caller said, keys pressed, numbers and transcripts never go into a log.
pub fn logs() {
    lambda_runtime::tracing::init_default_subscriber();
}
