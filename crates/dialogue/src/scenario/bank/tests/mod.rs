//! Whole conversations with the bank, and what holds in all of them.

mod bank;
mod calls;
mod properties;
