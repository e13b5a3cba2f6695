//! Executes a Lex V2 bot definition: matching, slot filling, code-hook protocol.
//!
//! A [`Bot`] is read from the properties of the `AWS::Lex::Bot` that is deployed, or from a Lex V2
//! export. A [`Session`] is one conversation with it: it is given what the caller says or presses
//! and what the code hook answers, and says what the host does next. It never waits, and does no
//! I/O: what takes time or has to be fetched is an [`Effect`], and its outcome an [`Input`]. What
//! is decided where Lex is not documented stands with [`Session`], how it listens with
//! [`Listening`].
//!
//! It deliberately does not recognise speech (the host hands in words), and does not run the parts
//! of a definition that [`Bot::warnings`] lists.
//!
//! ## Matching is an approximation
//!
//! How Lex ranks intents is not published and cannot be reproduced offline. Here a linear model that
//! is trained from the samples when the bot is loaded (see [`classify`]) says how likely each intent
//! is. It is believed as far as the words of the utterance are those of the intent's samples: words
//! of another wish, or a "not", count against it. And the utterance is aligned with the samples that
//! are near to it; words that are missing, added or misspelt cost more the more they mean, and an
//! exact sample scores 1. What this tells about a real bot: a sample is found, a near
//! variant most likely, and something else altogether is not. What it does not tell: the confidence
//! that Lex itself would give.
//!
//! ## Languages and values
//!
//! English and Spanish are understood as they are spoken: numbers, dates, times, telephone numbers,
//! codes, addresses, yes and no. In other languages words are compared as they are, and values are
//! what is written in digits and signs. Values are those that AWS documents for its built-in slot
//! types; the modules under `values` say where it is silent and what was decided there. The most
//! notable: an ambiguous time ("half past ten") has no interpreted value and two resolved ones; a
//! week, month or year is one of its days; names are taken as said.
//!
//! ## Determinism
//!
//! The same definition and the same inputs give the same effects. The clock is the caller's, handed
//! in with every step, and there is no chance: of the variations of a message the first is said, a
//! retry says the next.
//!
//! ## Limits
//!
//! An event for the code hook takes at most 12 KB, an answer 25 KB, session attributes 12 KB, and
//! what a caller says 1,024 characters. A bot that takes 100 steps without giving the caller a turn
//! goes round in a circle, which is an error.

mod bot;
pub mod classify;
mod matching;
mod session;

pub use bot::{Bot, LoadBotError, Warning};
pub use matching::slot_type::built_in_names as built_in_slot_types;
pub use session::{
    Answer, Effect, Expects, Hearing, HookError, Input, Invocation, Listen, Listening, Outcome,
    Progress, Search, SearchKind, Session, SessionError, Speech, Start, StartError,
    UnderstandError,
};
