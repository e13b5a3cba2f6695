//! Every event in `events/intent` and what comes of it: the answer, what was stored, and the line of
//! the decision log where one was written.
//!
//! The calls that the events belong to, and the orders, are in `tests/records.json`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod decisions;

use std::fs;
use std::path::Path;

use decisions::Decisions;
use expect_test::expect_file;
use intent::{Classifiers, Config};
use jiff::tz::TimeZone;
use lambda_runtime::Diagnostic;
use serde_json::{Value, json};
use store::testing;

datatest_stable::harness! {
    { test = event_is_answered_as_written, root = "../../events/intent", pattern = r"\.json$" },
}

fn event_is_answered_as_written(path: &Path) -> datatest_stable::Result<()> {
    let event: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let said = event["inputTranscript"].as_str().unwrap_or_default().to_owned();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let decisions = Decisions::default();
    let logging = tracing::subscriber::set_default(decisions.clone());
    let mut outcome = runtime.block_on(outcome(event));
    drop(logging);
    match &decisions.lines("second opinion")[..] {
        [] => {}
        [line] => {
            assert!(
                !line.to_string().contains(&said),
                "the log shows what the caller said: {line}"
            );
            let mut line = line.clone();
            // It changes a little with every sample utterance of the bot.
            if let Some(confidence) = line.get_mut("classifier_confidence") {
                assert!((0.0..=1.0).contains(&confidence.as_f64().unwrap()));
                *confidence = "0 to 1".into();
            }
            outcome["decision"] = line;
        }
        lines => panic!("a repeated turn was decided again: {lines:?}"),
    }
    match &decisions.lines("guess answered")[..] {
        [] => {}
        [line] => outcome["guess"] = line.clone(),
        lines => panic!("a repeated turn was logged again: {lines:?}"),
    }
    let answer = fs::canonicalize("tests/answers")?.join(path.file_name().unwrap());
    expect_file![answer].assert_eq(&format!("{:#}\n", testing::sorted(outcome)));
    Ok(())
}

async fn outcome(event: Value) -> Value {
    let table = testing::table().await.unwrap();
    let records = fs::read_to_string("tests/records.json").unwrap();
    for record in serde_json::from_str::<Vec<Value>>(&records).unwrap() {
        testing::put(&table, &record).await.unwrap();
    }
    let before = testing::items(&table).await.unwrap();
    let config = Config {
        table: "records".to_owned(),
        business: "Northwind Outfitters".to_owned(),
        time_zone: TimeZone::get("America/New_York").unwrap(),
    };
    // Still 2 March in New York, already the 3rd in UTC.
    let now = "2026-03-03T04:59:00Z".parse().unwrap();

    let classifiers = Classifiers::default();
    let mut answers = Vec::new();
    let mut stored = Vec::new();
    // Lex may invoke again for the same thing said; that must answer the same and write nothing.
    for _ in 0..2 {
        answers.push(
            match intent::handle(event.clone(), now, &config, &table, &classifiers).await {
                Ok(answer) => json!({ "answer": answer }),
                Err(error) => json!({ "error": Diagnostic::from(error) }),
            },
        );
        stored.push(testing::items(&table).await.unwrap());
    }
    assert_eq!(answers.first(), answers.last());
    assert_eq!(stored.first(), stored.last());

    let mut outcome = answers.pop().unwrap();
    let stored = stored.pop().unwrap();
    let written: Vec<_> = stored.into_iter().filter(|it| !before.contains(it)).collect();
    outcome["written"] = Value::from(written);
    outcome
}
