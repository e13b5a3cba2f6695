//! Every event in `events/intent` and what comes of it: the answer, what was stored, and the line of
//! the decision log where one was written.
//!
//! The calls that the events belong to, and the orders, are in `tests/records.json`; some of the calls
//! are as versions before the present one stored them. The other records are those of the scripted
//! calls, in `tests/data`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

#[path = "turns/decisions.rs"]
mod decisions;
#[path = "turns/world.rs"]
mod world;

use std::fs;
use std::path::Path;

use decisions::Decisions;
use expect_test::expect_file;
use lambda_runtime::Diagnostic;
use serde_json::{Value, json};
use store::testing;
use world::{invocation, table, world};

datatest_stable::harness! {
    { test = event_is_answered_as_written, root = "../../events/intent", pattern = r"\.json$" },
}

/// Fewest bytes that are the caller's own words and not, by chance, a word of the log.
const MIN_TELLING: usize = 8;

/// What the event holds that opens an account.
fn secrets(event: &Value) -> Vec<String> {
    let slots = &event["sessionState"]["intent"]["slots"];
    let values = ["Pin", "OneTimeCode"].map(|it| slots[it]["value"]["interpretedValue"].as_str());
    values.into_iter().flatten().map(str::to_owned).collect()
}

/// The one-time codes that the texts of an outcome bring, whose words are taken out of it.
fn take_codes(outcome: &mut Value) -> Vec<String> {
    let texts = outcome["written"].as_array_mut().into_iter().flatten();
    let codes = texts.filter(|it| it["message"] == "text-one-time-code");
    let digits = |words: &str| words.chars().filter(char::is_ascii_digit).collect::<String>();
    codes.map(|it| digits(it["words"].take().as_str().unwrap_or_default())).collect()
}

fn event_is_answered_as_written(path: &Path) -> datatest_stable::Result<()> {
    let event: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let said = event["inputTranscript"].as_str().unwrap_or_default().to_owned();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let decisions = Decisions::default();
    let logging = tracing::subscriber::set_default(decisions.clone());
    let secrets = secrets(&event);
    let mut outcome = runtime.block_on(outcome(event));
    drop(logging);
    let log = decisions.text();
    assert!(said.len() < MIN_TELLING || !log.contains(&said), "the log shows what was said: {log}");
    for secret in secrets {
        assert!(!log.contains(&secret), "the log shows what opens an account: {log}");
        let shown = outcome.to_string();
        assert!(!shown.contains(&secret), "what opens an account is kept or handed back: {shown}");
    }
    let mut rest = outcome.clone();
    for code in take_codes(&mut rest) {
        assert!(code.len() == 6 && !log.contains(&code), "the log shows a code: {log}");
        assert!(!rest.to_string().contains(&code), "a code is not only in its text: {rest}");
    }
    match &decisions.lines("second opinion")[..] {
        [] => {}
        [line] => {
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
    let table = table().await;
    let before = testing::items(&table).await.unwrap();
    let world = world(&table, &table);
    let mut answers = Vec::new();
    let mut stored = Vec::new();
    // Lex may invoke again for the same thing said; that must answer the same and write nothing.
    for _ in 0..2 {
        answers.push(match intent::handle(event.clone(), &invocation(), &world).await {
            Ok(answer) => json!({ "answer": answer }),
            Err(error) => json!({ "error": Diagnostic::from(error) }),
        });
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
