//! What can be seen of the crate from outside.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
#![expect(clippy::needless_pass_by_value, reason = "pieces of JSON are handed in as written")]

mod any_bot;
mod any_input;
mod dialogue;
mod exported;
mod filling;
mod fulfilling;
mod hook_answers;
mod hook_paths;
mod loading;
mod matching;
mod paths;
mod pausing;
mod protocol;
mod script;
mod searching;
mod small;
mod spanish;
mod understand;

use lex_bot::Bot;
use serde_json::Value;

/// The definition that most tests talk to.
fn properties() -> Value {
    serde_json::from_str(include_str!("northwind.json")).unwrap()
}

fn northwind() -> Bot {
    Bot::from_cloudformation(&properties()).unwrap()
}
