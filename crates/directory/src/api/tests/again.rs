//! What is sent again.

use super::*;
use crate::api::contract as wire;
use crate::api::send::Outgoing;

#[tokio::test(start_paused = true)]
async fn what_was_not_dealt_with_is_sent_again_after_a_pause() {
    for code in [429, 502, 503, 504] {
        let world = World::new([status(code), status(code), order()]);
        world.order().await.unwrap().unwrap();
        let seen = world.seen();
        assert_eq!(seen.len(), 3, "{code}");
        let pauses = [seen[1].at - seen[0].at, seen[2].at - seen[1].at];
        assert!(pauses[0] <= Duration::from_millis(51), "{pauses:?}");
        assert!(pauses[1] <= Duration::from_millis(101), "{pauses:?}");
        assert!(pauses[0] + pauses[1] > Duration::ZERO, "{pauses:?}");
    }
    let world = World::new((0..9).map(|_| status(503)));
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.seen().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn what_broke_off_is_sent_again() {
    for breaks in [|| Act::HangUp, || Act::BreakOff] {
        let world = World::new([breaks(), breaks(), order()]);
        assert!(world.order().await.unwrap().is_some());
        assert_eq!(world.seen().len(), 3);
        let world = World::new((0..9).map(|_| breaks()));
        assert_eq!(world.code().await, "directory.api-broke-off");
        assert_eq!(world.seen().len(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn a_kept_connection_that_is_closed_as_it_is_used_costs_no_answer() {
    let world = World::new([order(), Act::HangUp, order()]);
    for _ in 0..2 {
        assert!(world.order().await.unwrap().is_some());
    }
    assert_eq!(world.seen().len(), 3);
    assert_eq!(world.opened.load(Ordering::Relaxed), 2);
}

#[tokio::test(start_paused = true)]
async fn who_hangs_is_asked_again() {
    let world = World::new([slow(order()), order()]);
    let began = Instant::now();
    assert!(world.order().await.unwrap().is_some());
    let took = began.elapsed().as_millis();
    assert!((1_500..=1_551).contains(&took), "{took}");
    // A body that drips, too.
    let drips = Act::Endless(" ", Duration::from_millis(100));
    let world = World::new([drips, order()]);
    assert!(world.order().await.unwrap().is_some());
    assert_eq!(world.seen().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_change_is_sent_again_under_the_same_key() {
    let number = "482913".parse::<dialogue::business::AppointmentNumber>().unwrap();
    let cancelled = || Act::Say(200, json!({ "cancelled": true }));
    for first in [status(503), Act::HangUp, Act::BreakOff, slow(cancelled())] {
        let world = World::new([first, cancelled()]);
        assert!(world.api.cancel(&number, Operation(3), &caller(2_000)).await.unwrap());
        let seen = world.seen();
        assert_eq!(seen.len(), 2);
        assert_eq!(seen[0].headers["idempotency-key"], seen[1].headers["idempotency-key"]);
    }
}

#[tokio::test(start_paused = true)]
async fn the_api_says_how_long_it_wants_to_be_left_alone() {
    for header in ["1", "Mon, 02 Mar 2026 17:00:01 GMT"] {
        let world = World::new([Act::Wait(429, header), order()]);
        world.order().await.unwrap().unwrap();
        let seen = world.seen();
        assert_eq!((seen[1].at - seen[0].at).as_secs(), 1, "{header}");
    }
    // Longer than the caller has: no answer at once, instead of one that nobody waits for.
    let world = World::new([Act::Wait(429, "30"), order()]);
    let began = Instant::now();
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!((world.seen().len(), began.elapsed().as_secs()), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn a_change_without_a_key_is_not_sent_again() {
    let opens = || Outgoing::new(wire::RETURN, &["northwind", "44321"]);
    let world = World::new([status(503), status(503), status(503)]);
    let answer = world.api.answer::<Return>(opens(), &caller(2_000)).await;
    assert_eq!(answer.unwrap_err().code(), "directory.api-status");
    assert_eq!(world.seen().len(), 1);
    // What became of it, nobody knows.
    for (act, code) in [
        (Act::HangUp, "directory.api-broke-off"),
        (Act::BreakOff, "directory.api-broke-off"),
        (slow(status(200)), "directory.late"),
    ] {
        let world = World::new([act, status(503)]);
        let answer = world.api.answer::<Return>(opens(), &caller(2_000)).await;
        assert_eq!(answer.unwrap_err().code(), code);
        assert_eq!(world.seen().len(), 1);
    }
    // So it has all the caller's time.
    let late = Act::Say(200, json!({ "outcome": "opened" }));
    let world = World::new([Act::After(Duration::from_millis(1_950), Box::new(late))]);
    assert!(world.api.answer::<Return>(opens(), &caller(2_000)).await.is_ok());
    let key = caller(2_000).key(Operation(1));
    let world = World::new([status(503), status(503), status(503)]);
    world.api.answer::<Return>(opens().once(key), &caller(2_000)).await.unwrap_err();
    assert_eq!(world.seen().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn those_who_failed_together_do_not_come_back_together() {
    let mut pauses = std::collections::BTreeSet::new();
    for chance in 0..20 {
        let world = World::new([status(503), order()]);
        let number = "44321".parse().unwrap();
        world.api.order(&number, &Caller { chance, ..caller(2_000) }).await.unwrap();
        let seen = world.seen();
        pauses.insert(seen[1].at - seen[0].at);
    }
    assert!(pauses.len() > 10, "{pauses:?}");
}

#[tokio::test(start_paused = true)]
async fn nobody_there_is_tried_again_and_told() {
    let memory = Memory::dead();
    let opened = memory.opened();
    let api = Api::over(Transport::Memory(pool().build(memory)), settings(bearer()));
    let error = api.order(&"44321".parse().unwrap(), &caller(2_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.api-unreachable");
    assert_eq!(opened.load(Ordering::Relaxed), 3);
}
