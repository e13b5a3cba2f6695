//! Events and answers in `tests/lex`: what is read of each and written again, or what is wrong.
//!
//! `events` and `answers` have what is written again in `written`, `refused` has the message beside
//! each answer.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use aws_events::lex::{Event, Response};
use expect_test::expect_file;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

datatest_stable::harness! {
    { test = event_is_read_and_written, root = "tests/lex/events", pattern = r"\.json$" },
    { test = answer_is_read_and_written, root = "tests/lex/answers", pattern = r"\.json$" },
    { test = answer_is_refused, root = "tests/lex/refused", pattern = r"\.json$" },
}

fn event_is_read_and_written(path: &Path) -> datatest_stable::Result<()> {
    is_read_and_written::<Event>(path)
}

fn answer_is_read_and_written(path: &Path) -> datatest_stable::Result<()> {
    is_read_and_written::<Response>(path)
}

fn is_read_and_written<T>(path: &Path) -> datatest_stable::Result<()>
where
    T: DeserializeOwned + Serialize + PartialEq,
{
    let read: T = serde_json::from_str(&fs::read_to_string(path)?)?;
    let written = serde_json::to_value(&read)?;
    let expected = fs::canonicalize("tests/lex/written")?.join(path.file_name().unwrap());
    expect_file![expected].assert_eq(&format!("{written:#}\n"));
    assert!(serde_json::from_value::<T>(written)? == read, "it reads back differently");
    Ok(())
}

fn answer_is_refused(path: &Path) -> datatest_stable::Result<()> {
    let answer: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let error = serde_json::from_value::<Response>(answer).unwrap_err();
    let expected = fs::canonicalize(path)?.with_extension("txt");
    expect_file![expected].assert_eq(&format!("{error}\n"));
    Ok(())
}
