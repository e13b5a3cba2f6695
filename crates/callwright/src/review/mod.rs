//! How a conversation went: what was said in which turn, how long it took to get somewhere, and whether
//! it was held as a good line holds it.
//!
//! A conversation is read from the records of a call, local or deployed, and from what was heard where
//! the call was made here.

mod checklist;
mod conversation;
mod figures;

pub(crate) use checklist::{Check, Verdict, checks};
pub(crate) use conversation::{Conversation, Turn};
pub(crate) use figures::Figures;
