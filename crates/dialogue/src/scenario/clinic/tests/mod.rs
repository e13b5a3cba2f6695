//! Whole conversations with the clinic, and what holds in all of them.

mod books;
mod choices;
mod clinic;
mod corrected;
mod moves;
mod properties;
