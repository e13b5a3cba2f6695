//! What can be seen of the interpreter from outside.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic; clippy exempts only its `#[test]` functions"
)]
#![expect(clippy::needless_pass_by_value, reason = "`json!` values are made for one call")]

mod call;
mod decide;
mod line;
mod properties;
mod reject;
mod route;
mod run;
mod speak;
mod update;
