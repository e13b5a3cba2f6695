//! How Amazon Connect invokes functions: with a limit in all, and again when they fail.

use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use tokio::time::Instant;

use super::outcome::{Failure, Invocation};
use super::pool::{Lambdas, LambdasError};

/// Longest time a flow waits for a function, all tries together.
///
/// Source: Amazon Connect Administrator Guide, "Invoke AWS Lambda functions", retry policy.
const IN_ALL: Duration = Duration::from_secs(8);

/// Most times a failing function is tried. Source: as [`IN_ALL`].
const MAX_TRIES: usize = 3;

/// All tries of one invocation by a flow.
#[derive(Debug)]
pub struct Tries {
    /// The tries that failed and were repeated, oldest first.
    pub failed: Vec<Invocation>,
    /// The last try, whose outcome counts.
    pub last: Invocation,
}

impl Lambdas {
    /// Invokes a function as a flow does: up to three times while it fails, all tries together
    /// within `limit` and within 8 seconds. A try that only took too long is not repeated.
    ///
    /// # Errors
    ///
    /// [`LambdasError::UnknownFunction`].
    pub async fn connect_invoke(
        &self,
        function: &str,
        payload: impl Into<Bytes>,
        at: Timestamp,
        limit: Duration,
    ) -> Result<Tries, LambdasError> {
        let payload = payload.into();
        let in_all = limit.min(IN_ALL);
        let begun = Instant::now();
        let mut failed = Vec::new();
        loop {
            let left = in_all.saturating_sub(begun.elapsed());
            let last = self.invoke(function, payload.clone(), at, Some(left)).await?;
            let over = begun.elapsed() >= in_all || failed.len().saturating_add(1) >= MAX_TRIES;
            match last.outcome {
                Ok(_) | Err(Failure::Abandoned { .. }) => return Ok(Tries { failed, last }),
                Err(_) if over => return Ok(Tries { failed, last }),
                Err(_) => failed.push(last),
            }
        }
    }
}
