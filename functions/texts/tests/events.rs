//! Every event in `events/texts` and what comes of it: the answer, what was sent, what is stored.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod world;

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use lambda_runtime::Diagnostic;
use serde_json::{Value, json};
use store::testing::sorted;
use texts::{Invocation, handle};
use world::{NOW, World};

datatest_stable::harness! {
    { test = event_is_handled_as_written, root = "../../events/texts", pattern = r"\.json$" },
}

fn event_is_handled_as_written(path: &Path) -> datatest_stable::Result<()> {
    let event: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let world = World::with_texts();
    let before = world.texts.borrow().clone();
    let answer = runtime.block_on(receive(&world, event.clone()));
    let sent = world.sent.borrow().clone();
    // Delivered again, it sends nothing more.
    assert_eq!(runtime.block_on(receive(&world, event)), answer, "the second time");
    assert_eq!(*world.sent.borrow(), sent, "the second time");
    let changed: Vec<Value> = world
        .texts
        .borrow()
        .iter()
        .filter(|(id, text)| before.get(id) != Some(text))
        .map(|(_, text)| json!(text))
        .collect();
    let outcome = json!({ "answer": answer, "sent": sent, "changed": changed });
    let answers = fs::canonicalize("tests/answers")?;
    let outcome = format!("{:#}\n", sorted(outcome));
    expect_file![answers.join(path.file_name().unwrap())].assert_eq(&outcome);
    Ok(())
}

async fn receive(world: &World, event: Value) -> Value {
    let started_at = NOW.parse().unwrap();
    let invocation = Invocation { request_id: "request-1".to_owned(), started_at };
    match handle(event, &invocation, world).await {
        Ok(answer) => json!(answer),
        Err(error) => {
            let Diagnostic { error_type, error_message } = error.into();
            json!({ "errorType": error_type, "errorMessage": error_message })
        }
    }
}
