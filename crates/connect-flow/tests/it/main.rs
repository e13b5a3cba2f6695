//! What can be seen of the interpreter from outside.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic; clippy exempts only its `#[test]` functions"
)]
#![expect(clippy::needless_pass_by_value, reason = "`json!` values are made for one call")]

mod agent;
mod call;
mod callback;
mod decide;
mod dial;
mod explore;
mod faults;
mod faulty;
mod label;
mod line;
mod lint;
mod lint_names;
mod lint_parameters;
mod lint_properties;
mod lint_ways;
mod media;
mod properties;
mod reject;
mod request;
mod route;
mod run;
mod samples;
mod speak;
mod talk;
mod update;
mod waiting;
