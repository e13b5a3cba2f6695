//! Every event in `events/escalation` and what comes of it: the answer and what was stored.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod world;

use std::fs;
use std::path::Path;

use escalation::Escalator;
use expect_test::expect_file;
use lambda_runtime::Diagnostic;
use serde_json::{Value, json};
use store::testing;

datatest_stable::harness! {
    { test = event_is_answered_as_written, root = "../../events/escalation", pattern = r"\.json$" },
}

fn event_is_answered_as_written(path: &Path) -> datatest_stable::Result<()> {
    let event = serde_json::from_str(&fs::read_to_string(path)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = testing::sorted(runtime.block_on(outcome(event)));
    let answers = fs::canonicalize("tests/answers")?;
    expect_file![answers.join(path.file_name().unwrap())].assert_eq(&format!("{outcome:#}\n"));
    Ok(())
}

async fn outcome(event: Value) -> Value {
    let table = testing::table().await.unwrap();
    for line in world::lines() {
        table.put_line(&line).await.unwrap();
    }
    let escalator = Escalator::new(table.clone(), 20, Some(world::SUPPORT.to_owned()));
    let mut answers = Vec::new();
    // Connect tries a failed invocation again; the second try must answer and write the same.
    for minute in ["2026-03-02T17:00:00Z", "2026-03-02T17:00:03Z"] {
        let now = minute.parse().unwrap();
        answers.push(match Box::pin(escalator.handle(event.clone(), now)).await {
            Ok(answer) => json!({ "answer": answer }),
            Err(error) => json!({ "error": Diagnostic::from(error) }),
        });
    }
    let mut outcome = answers.pop().unwrap();
    let mut stored = testing::items(&table).await.unwrap();
    stored.retain(|it| it["kind"] != "line");
    for call in &mut stored {
        // The session belongs to the dialogue, and its summary of nothing too.
        call.as_object_mut().unwrap().remove("session");
    }
    outcome["stored"] = Value::from(stored);
    outcome
}
