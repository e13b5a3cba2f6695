//! Secrets of the deployment, read as what they are for.

use std::error::Error;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use aws_sdk_secretsmanager::Client;
use directory::{Held, Keeper, KeeperError, Kept};
use wiring::Secret;

/// A secret of Secrets Manager, fetched by the first turn that cannot do without it.
///
/// Most turns need none: a shop has no PINs, and lines keep their records in the table. To fetch secrets
/// when an environment starts would have the first caller of each wait for TLS and a round trip to a
/// service that their line never asks, and would make that service's outage one of every line.
pub fn fetched<T>(client: Client, arn: String) -> Held<T>
where
    T: FromStr + fmt::Debug + Send + Sync + 'static,
    T::Err: Error + Send + Sync + 'static,
{
    Held::KeptBy(Arc::new(Fetched(Secret::new(client, arn))))
}

/// A secret that is parsed when it is fetched.
#[derive(Debug)]
struct Fetched<T>(Secret<T>);

impl<T> Keeper<T> for Fetched<T>
where
    T: FromStr + fmt::Debug + Send + Sync,
    T::Err: Error + Send + Sync + 'static,
{
    fn secret(&self) -> Kept<'_, T> {
        Box::pin(async { self.0.get(str::parse).await.map_err(KeeperError::from) })
    }
}
