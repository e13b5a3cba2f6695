//! Executes a Lex V2 bot definition: matching, slot filling, code-hook protocol.
//!
//! A [`Bot`] is read from the properties of the `AWS::Lex::Bot` that is deployed. A [`Session`] is
//! one conversation with it: it is given what the caller says or presses and what the code hook
//! answers, and says what the host does next. It never waits, and does no I/O.
//!
//! It deliberately does not recognise speech (the host hands in words), and does not run the parts
//! of a definition that [`Bot::warnings`] lists.
//!
//! ## Matching is an approximation
//!
//! How Lex ranks intents is not published and cannot be reproduced offline. Here an utterance is
//! aligned with every sample utterance; words that are missing, added or misspelt cost more the
//! more they mean. An exact sample scores 1. A linear model that is trained from the samples when
//! the bot is loaded (see [`classify`]) finds what no sample is near to, as far as the words of the
//! utterance are those of the intent. What this tells about a real bot: a sample is found, a near
//! variant most likely, and something else altogether is not. What it does not tell: the confidence
//! that Lex itself would give.
//!
//! ## Determinism
//!
//! The same definition and the same inputs give the same effects. There is no clock and no chance:
//! of the variations of a message the first is said, a retry says the next.

mod bot;
pub mod classify;
mod language;
mod matching;
mod session;

pub use bot::{Bot, LoadBotError, Warning};
pub use session::{Effect, Expects, HookError, Input, Outcome, Session, SessionError, StartError};
