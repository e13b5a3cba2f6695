//! What the function does to the world.

use std::error::Error;

use store::{SaveError, StoreError, Text, TextId};

/// What a service said went wrong.
pub type Cause = Box<dyn Error + Send + Sync>;

/// The world, as far as a text touches it.
///
/// Everything here may be done twice and is, except for [`Services::send`]: a second text reaches a
/// person.
pub trait Services {
    /// Reads a text's record.
    fn load(&self, id: &TextId) -> impl Future<Output = Result<Option<Text>, StoreError>>;

    /// Writes a text's record over the version it was read with, and gives it with its new one.
    fn save(&self, text: Text) -> impl Future<Output = Result<Text, SaveError>>;

    /// Sends words to a number.
    fn send(&self, to: &str, words: &str) -> impl Future<Output = Result<(), SendError>>;
}

/// Why a text was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// It never will be: the number takes no texts, or asked for none.
    #[error("the text was refused")]
    Refused(#[source] Cause),
    /// It was not taken, and another try may help.
    #[error("the text could not be handed over")]
    Failed(#[source] Cause),
    /// Nobody knows whether it was taken: there was no answer, or none that can be read.
    #[error("the text was perhaps handed over")]
    Unsure(#[source] Cause),
}
