//! Accounts of a bank, and what opens them.
//!
//! A PIN is compared with an argon2id hash and never stored, nor is a one-time code. A try is counted
//! before it is judged, so that however many try at once, no more are judged than are allowed. Of an
//! account that does not exist everything is the same, except that no PIN is right.

mod account;
mod code;
mod pin;
mod tries;
mod verify;

pub use pin::{HashPinError, WorkFactor, hash_pin};
