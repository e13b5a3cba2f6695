//! Every word the line says: messages with typed values, spoken in the caller's language.
//!
//! Whoever decides what is said names a [`Message`]; this crate knows how it sounds. It knows nothing
//! of calls, and reads no clock.
//!
//! The wording itself is data: [Fluent](https://projectfluent.org) files in `words/`, a folder for each
//! language, which are part of the binary. [`say`] makes a [`Speech`] of a message: the same words as
//! plain text and as SSML. How values sound (digits, money, days) is decided here, since a voice needs
//! more than what is written.
//!
//! ## Limits
//!
//! Nothing of a value is read as Fluent or as markup. Markup comes from values, from `PAUSE()`, from
//! `SPELL($x)` and `TOGETHER($x)`, and from the pace; a wording file cannot hold any.
//!
//! ## Cost
//!
//! The files of a language are read when its first message is said. Measured on a virtual machine of
//! two cores with the release profile: 0.3 ms for 100 messages and their attributes, then 4 µs for
//! each message that is said.

mod catalog;
pub mod check;
mod grade;
mod guard;
mod language;
mod length;
mod manner;
mod message;
mod piece;
mod say;
mod sound;
mod speech;
mod ssml;

pub use language::{Language, ParseLanguageError};
pub use manner::{Arms, Manner, Pace, Part};
pub use message::{Currency, Message, Value};
pub use say::{SayError, knows, knows_second, say, say_or_apologise};
pub use speech::Speech;
