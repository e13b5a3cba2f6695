//! A text is sent once, however often and in whatever order the stream delivers it, and whatever fails
//! on the way.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod world;

use std::task::Poll;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use store::TextState;
use texts::{Invocation, handle};
use world::{NOW, World, id};

fn promised() -> Value {
    json!({ "Records": [{
        "eventName": "INSERT",
        "dynamodb": {
            "Keys": {
                "pk": { "S": "CALL#0a1b2c3d-0000-4000-8000-000000000001" },
                "sk": { "S": "TEXT#0003#1" }
            },
            "SequenceNumber": "101"
        }
    }] })
}

fn invocation(number: usize, after: SignedDuration) -> Invocation {
    let now: Timestamp = NOW.parse().unwrap();
    Invocation { request_id: format!("request-{number}"), started_at: now + after }
}

/// Delivers the event to several invocations at once.
fn at_once(world: &World, deliveries: usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let invocations: Vec<_> =
        (0..deliveries).map(|it| invocation(it, SignedDuration::ZERO)).collect();
    let answers = invocations.iter().map(|it| handle(promised(), it, world)).collect();
    runtime.block_on(in_turns(answers));
}

/// Awaits all, in turns.
async fn in_turns<F: Future>(all: Vec<F>) {
    let mut all: Vec<_> = all.into_iter().map(|it| Some(Box::pin(it))).collect();
    std::future::poll_fn(|cx| {
        for slot in &mut all {
            if slot.as_mut().is_some_and(|it| it.as_mut().poll(cx).is_ready()) {
                *slot = None;
            }
        }
        if all.iter().all(Option::is_none) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

proptest! {
    #[test]
    fn invocations_at_once_send_one_text(deliveries in 1_usize..6) {
        let world = World::with_texts();
        at_once(&world, deliveries);
        prop_assert_eq!(world.sent.borrow().len(), 1);
    }

    /// Whatever writes fail, the text is sent at last, and twice only when the write that should have
    /// said so failed.
    #[test]
    fn a_failing_table_loses_no_text(failing in prop::collection::vec(1_u32..8, 0..4)) {
        let world = World { failing_saves: failing.into(), ..World::with_texts() };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        for number in 0..8 {
            // Each retry begins when the claim of the one before has expired.
            let after = SignedDuration::from_secs(20).checked_mul(number).unwrap();
            let invocation = invocation(usize::try_from(number).unwrap(), after);
            let _answer = runtime.block_on(handle(promised(), &invocation, &world)).unwrap();
        }
        let text = world.texts.borrow()[&id(3, 1)].clone();
        prop_assert_eq!(text.state, TextState::Sent);
        prop_assert_eq!(text.words, None);
        let lost = world.failing_saves.borrow().iter().filter(|it| **it <= *world.saves.borrow()).count();
        let sent = world.sent.borrow().len();
        prop_assert!(sent >= 1 && sent <= 1 + lost, "sent {} times", sent);
    }
}

#[test]
fn one_that_was_perhaps_sent_is_sent_twice_at_most() {
    let world = World::with_texts();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut event = promised();
    event["Records"][0]["dynamodb"]["Keys"]["sk"]["S"] = json!("TEXT#0010#1");
    let again = |seconds| {
        let invocation = invocation(1, SignedDuration::from_secs(seconds));
        let answer = runtime.block_on(handle(event.clone(), &invocation, &world)).unwrap();
        (answer.batch_item_failures.len(), world.sent.borrow().len())
    };
    assert_eq!(again(0), (1, 1));
    assert_eq!(again(10), (1, 1), "the carrier may be about to take it");
    assert_eq!(again(20), (0, 2));
    assert_eq!(again(60), (0, 2));
    let text = world.texts.borrow()[&id(10, 1)].clone();
    assert_eq!((text.state, text.words), (TextState::Unsure, None));
}

#[test]
fn one_that_died_is_followed_after_its_claim() {
    let world = World::with_texts();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let mut first = Box::pin(async {
        let invocation = invocation(0, SignedDuration::ZERO);
        handle(promised(), &invocation, &world).await
    });
    // It loads and claims, and is gone before it sends.
    runtime.block_on(async {
        for _ in 0..3 {
            std::future::poll_fn(|cx| {
                assert!(first.as_mut().poll(cx).is_pending());
                Poll::Ready(())
            })
            .await;
        }
    });
    drop(first);
    let again = |seconds| {
        let invocation = invocation(1, SignedDuration::from_secs(seconds));
        runtime.block_on(handle(promised(), &invocation, &world)).unwrap().batch_item_failures.len()
    };
    assert_eq!((again(5), world.sent.borrow().len()), (1, 0), "another may still be sending it");
    assert_eq!((again(20), world.sent.borrow().len()), (0, 1));
    assert_eq!((again(40), world.sent.borrow().len()), (0, 1));
}
