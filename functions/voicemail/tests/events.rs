//! Every event in `events/voicemail` and what comes of it: the answer and the world after it, for a
//! call of which nothing is known yet and for one whose recording is being transcribed.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod world;

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use jiff::tz::TimeZone;
use lambda_runtime::Diagnostic;
use serde_json::{Value, json};
use store::testing::sorted;
use voicemail::{Invocation, Letterhead, handle};
use world::{World, begun, recorded};

datatest_stable::harness! {
    { test = event_is_handled_as_written, root = "../../events/voicemail", pattern = r"\.json$" },
}

fn event_is_handled_as_written(path: &Path) -> datatest_stable::Result<()> {
    let event: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let outcome = runtime.block_on(async {
        let known = World::default();
        for event in [begun(), recorded()] {
            receive(&known, event).await;
        }
        json!({
            "of a new call": outcome(&World::default(), &event).await,
            "of a recorded call": outcome(&known, &event).await,
        })
    });
    let answers = fs::canonicalize("tests/answers")?;
    let outcome = format!("{:#}\n", sorted(outcome));
    expect_file![answers.join(path.file_name().unwrap())].assert_eq(&outcome);
    Ok(())
}

/// What comes of an event that is delivered twice.
async fn outcome(world: &World, event: &Value) -> Value {
    let answer = receive(world, event.clone()).await;
    let after = seen(world);
    assert_eq!(receive(world, event.clone()).await, answer, "the second time");
    assert_eq!(seen(world), after, "the second time");
    json!({ "answer": answer, "world": after })
}

async fn receive(world: &World, event: Value) -> Value {
    let now = "2026-03-02T17:02:31Z".parse().unwrap();
    let invocation =
        Invocation { request_id: "request-1".to_owned(), sent_at: now, started_at: now };
    let letterhead = Letterhead {
        business: "Northwind Outfitters".to_owned(),
        time_zone: TimeZone::get("America/New_York").unwrap(),
    };
    match handle(event, &invocation, &letterhead, world).await {
        Ok(answer) => json!(answer),
        Err(error) => json!(Diagnostic::from(error)),
    }
}

fn seen(world: &World) -> Value {
    let state = world.0.borrow();
    json!({
        "records": state.records.values().collect::<Vec<_>>(),
        "jobs": state.jobs,
        "objects": state.objects,
        "mails": state.mails.iter().map(|it| &it.subject).collect::<Vec<_>>(),
    })
}
