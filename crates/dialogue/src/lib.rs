//! Decides what the line says next.
//!
//! A turn takes a few steps, so that whoever calls this crate can load, decide and save: [`listen`]
//! takes what is remembered of the call and what the caller did, and gives what follows.
//! [`Next::Answer`] is the finished turn. [`Next::Request`] names what the business's records must
//! answer first; with that, [`Pending::answer`] goes on, and may ask once more. [`Next::Unclear`] asks
//! for a second opinion on words that recognition gave up, which [`Unclear::settle`] takes, and
//! [`Next::Several`] for one on each part of a sentence that may name several things. Where a request
//! is clear before anything is loaded, [`Heard::foreseen`] names it. [`open`] begins a call.
//!
//! It reads no clock and no store, and does not know Lex: recognition hands it what it made of the
//! caller's words as [`Heard`], and is told by [`Step`] what comes next. It knows no wording either: it
//! names messages, whose words are files of the crate `wording`.
//!
//! ## Rooms
//!
//! | module | what it does |
//! |---|---|
//! | `hear` | what the caller means; `READERS` is the order in which it is read, one table of words for each kind of thing |
//! | `engine` | acts on it: `act` one function for each meaning, `command` what may be said at any time, `work` drives the task, `unclear` and `several` ask for other opinions on what was said, `draft` is the turn in the making, `render` finds the words |
//! | `scenario` | what is done for callers, a folder for each kind of business: a [`task::Task`] that knows nothing of the rest |
//! | `form`, `read` | what tasks are made of: fields as a table, and readers of an answer |
//! | `session` | what is remembered between turns, also of older versions |
//! | `request`, `business` | what is asked of the business's records, and what they answer |
//!
//! ## Promises
//!
//! Whatever is heard, whatever the records answer, the reply has words and either asks for something or
//! ends the dialogue; tests hold every promise here against random calls.
//!
//! **A person is always near.** Whoever asks for one gets one, at any time, by words or by the key 0. As
//! many failures in a row as the line says, of understanding and of hearing together, hand the call to
//! a person; fewer for a caller who is upset. So does what was read back wrong too often, and a turn
//! that asks the records too much.
//! **Danger comes first**, unless it is denied or told of the past.
//! **Nobody is hung up on** who says that the call is to go on, whatever recognition makes of it.
//! **What is critical is confirmed**: a number before it is looked up, a wish that was only guessed or
//! hardly recognised before it is followed.
//! **Nothing is asked twice**: what was given once is known in the whole call, an offer is made once.
//! **A repeated invocation changes nothing**: the stored reply answers it ([`Session::repeats`]), and what
//! changes records carries an [`Operation`] that stays the same.
//! **Secrets are nowhere**: what a question for a PIN or a code was answered with is in no session, no
//! reply and no `Debug`, and [`Turn::keeps_words`] says that no record may have it.
//! **A session is small**, less than 3 KB of JSON, and loads whichever version wrote it.

pub mod business;
mod engine;
mod form;
mod guess;
mod hear;
mod heard;
mod lenient;
mod matter;
mod memory;
mod order;
mod question;
mod read;
mod reply;
mod request;
mod said;
mod scenario;
mod second_opinion;
mod session;
mod slot;
pub mod task;
#[cfg(test)]
mod testing;
pub mod wish;

pub use engine::{
    Failure, Next, Opening, Pending, Setting, Several, Text, Turn, Unclear, arms, arms_heard,
    can_compare, listen, not_kept, open, unavailable,
};
pub use guess::{Fate, Guess};
pub use heard::{Heard, Mode, YesNo};
pub use matter::{Change, Consent, Matter, Remembered};
pub use memory::Memory;
pub use order::{Order, OrderNumber, OrderStatus, ParseOrderNumberError};
pub use question::{Expects, Question};
pub use reply::{Ending, Reason, Reply, Step};
pub use request::{
    Booking, CodeCheck, Facts, Holder, Operation, Payment, PinCheck, Request, Return, Wanted,
    WantedDoctor,
};
pub use second_opinion::{Decision, Evidence, Opinion};
pub use session::Session;
pub use slot::{Slot, Slots};
pub use wish::Wish;
