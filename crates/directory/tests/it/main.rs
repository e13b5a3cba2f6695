//! The business's records as they are asked for: through [`directory::perform`], in a real table.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod bank;
mod billing;
mod clinic;
mod data;
mod failures;
mod interleavings;
mod knowledge;
mod load;
mod shop;
mod support;
mod world;
