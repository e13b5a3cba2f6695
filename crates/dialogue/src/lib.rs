//! Decides what the line says next.
//!
//! A turn takes two steps, so that whoever calls this crate can load, decide and save: [`listen`]
//! takes what is remembered of the call and what the caller did, and either answers or names the
//! order it needs; with the order, [`LookUp::answer`] finishes the turn. Where the order is clear
//! before anything is loaded, [`Heard::foreseen_lookup`] names it. For a caller who was not
//! understood, [`listen`] asks for a second opinion, which [`Unclear::settle`] takes.
//!
//! It reads no clock and no store, and does not know Lex: recognition hands it what it made of the
//! caller's words as [`Heard`], and is told by [`Step`] what comes next.
//!
//! ## Promises
//!
//! Whatever is heard, the reply has words and either asks for something or hands the call on.
//! Three failures in a row, of understanding or of hearing, hand the call to a person.
//! An order number is read back and confirmed before it is looked up.
//! A wish that was only guessed is asked about, unless recognition and classifier agree on it and
//! nothing is lost by following it and no word negates it.
//! A caller who says that the call is to go on is not hung up on, whatever recognition makes of it.

mod days;
mod guess;
mod heard;
mod meaning;
mod negation;
mod order;
mod reply;
mod second_opinion;
mod session;
mod speech;
mod status;
mod turn;
mod wording;
mod words;

pub use guess::{Fate, Guess};
pub use heard::{Answer, Heard, Intent, Mode, Wish};
pub use order::{Order, OrderNumber, OrderStatus, ParseOrderNumberError};
pub use reply::{Reply, Step};
pub use second_opinion::{Decision, Evidence, Opinion};
pub use session::{Asking, Reason, Session};
pub use turn::{Facts, LookUp, Next, Setting, Turn, Unclear, listen, unavailable};
