//! Whole conversations with the bank, and what holds in all of them.

mod anew;
mod bank;
mod calls;
mod properties;
