//! Every event in `events/greeting` and what comes of it: the answer and what was stored.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod world;

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use greeting::Greeter;
use lambda_runtime::Diagnostic;
use serde_json::{Value, json};
use store::{CallerKey, testing};

datatest_stable::harness! {
    { test = event_is_answered_as_written, root = "../../events/greeting", pattern = r"\.json$" },
}

fn event_is_answered_as_written(path: &Path) -> datatest_stable::Result<()> {
    let event = serde_json::from_str(&fs::read_to_string(path)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(outcome(event));
    let answers = fs::canonicalize("tests/answers")?;
    expect_file![answers.join(path.file_name().unwrap())]
        .assert_eq(&format!("{:#}\n", testing::sorted(outcome)));
    Ok(())
}

async fn outcome(event: Value) -> Value {
    let table = testing::table().await.unwrap();
    world::put_lines(&table).await;
    let greeter = Greeter::new(table.clone(), world::basic(), Some(world::QUEUE.to_owned()));
    let key = CallerKey::new(&[7; 32]).unwrap();
    let mut answers = Vec::new();
    // Connect tries a failed invocation again; the second try must answer and write the same.
    for _ in 0..2 {
        let answer = greeter.handle(event.clone(), world::now(), async || Ok(&key));
        answers.push(match answer.await {
            Ok(answer) => json!({ "answer": answer }),
            Err(error) => json!({ "error": Diagnostic::from(error) }),
        });
    }
    let mut outcome = answers.pop().unwrap();
    assert_eq!(answers, [outcome.clone()]);
    let mut stored = testing::items(&table).await.unwrap();
    stored.retain(|it| it["kind"] != "line");
    for call in &mut stored {
        // An empty session, whose fields are no business of this function.
        call.as_object_mut().unwrap().remove("session");
    }
    outcome["stored"] = Value::from(stored);
    outcome
}
