//! Secrets that are at hand, or kept by somebody who is asked when they are needed.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

/// Why a keeper has no secret to give. It must not show the secret.
pub type KeeperError = Box<dyn Error + Send + Sync>;

/// A secret to come, or why there is none.
pub type Kept<'a, T> = Pin<Box<dyn Future<Output = Result<&'a T, KeeperError>> + Send + 'a>>;

/// Who keeps a secret, such as a client of Secrets Manager.
pub trait Keeper<T>: fmt::Debug + Send + Sync {
    /// The secret. It is asked for whenever it is needed, so who keeps it should have it at hand soon.
    fn secret(&self) -> Kept<'_, T>;
}

/// A secret, or who has it.
#[derive(Debug, Clone)]
pub enum Held<T> {
    /// Here.
    Here(T),
    /// With somebody else, who is not asked before it is needed.
    KeptBy(Arc<dyn Keeper<T>>),
}

impl<T> Held<T> {
    /// The secret.
    pub(crate) async fn get(&self) -> Result<&T, KeeperError> {
        match self {
            Self::Here(secret) => Ok(secret),
            Self::KeptBy(keeper) => keeper.secret().await,
        }
    }
}

impl<T> From<T> for Held<T> {
    fn from(secret: T) -> Self {
        Self::Here(secret)
    }
}
