//! How long an API is waited for, and when it is left alone.

use super::*;
use crate::api::breaker::{FAILURES, REST};

#[tokio::test(start_paused = true)]
async fn who_is_slow_is_asked_three_times_and_not_waited_for_beyond_the_callers_time() {
    // A second and a half twice, and then all the time that is left.
    let world = World::new((0..9).map(|_| slow(order())));
    let (began, number) = (Instant::now(), "44321".parse().unwrap());
    let error = world.api.order(&number, &caller(6_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.late");
    let took = began.elapsed().as_millis();
    assert_eq!(took, 6_000);
    assert_eq!(world.seen().len(), 3);
    // A caller with less time hears of it sooner.
    for acts in [
        vec![slow(order()), slow(order())],
        // Also when only the second try is slow.
        vec![status(503), slow(order()), slow(order())],
        // A body that drips counts as well.
        vec![Act::Endless(" ", Duration::from_millis(100)), slow(order())],
    ] {
        let (world, began) = (World::new(acts), Instant::now());
        assert_eq!(world.code().await, "directory.late");
        assert_eq!(began.elapsed().as_millis(), 2_000);
    }
    // Nobody is given up on who still makes it.
    let world = World::new([Act::After(Duration::from_millis(1_450), Box::new(order()))]);
    assert!(world.order().await.unwrap().is_some());
    assert_eq!(world.seen().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn every_try_that_hangs_speaks_against_the_api() {
    let world = World::new((0..FAILURES).map(|_| slow(order())));
    let number = "44321".parse().unwrap();
    for _ in 0..2 {
        let error = world.api.order(&number, &caller(6_000)).await.unwrap_err();
        assert_eq!(error.code(), "directory.late");
    }
    assert_eq!(world.seen().len(), 5);
    assert_eq!(world.code().await, "directory.api-resting");
}

#[tokio::test(start_paused = true)]
async fn an_api_that_keeps_failing_is_left_alone_and_then_tried_by_one() {
    let world = World::new((0..FAILURES).map(|_| status(500)));
    for _ in 0..FAILURES {
        assert_eq!(world.code().await, "directory.api-status");
    }
    assert_eq!(world.code().await, "directory.api-resting");
    assert_eq!(world.seen().len(), 5);
    // Clones know it too.
    let clone = world.api.clone();
    let error = clone.doctors(&caller(2_000)).await.unwrap_err();
    assert_eq!(error.code(), "directory.api-resting");
    tokio::time::advance(REST).await;
    world.act([status(500)]);
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.code().await, "directory.api-resting");
    tokio::time::advance(REST).await;
    world.act([order(), order()]);
    assert!(world.order().await.unwrap().is_some());
    assert!(world.order().await.unwrap().is_some());
    assert_eq!(world.seen().len(), 8);
}

#[tokio::test(start_paused = true)]
async fn who_gives_up_on_an_api_speaks_against_it_once_it_had_all_its_time() {
    let give_up = async |milliseconds| {
        let world = World::new((0..FAILURES).map(|_| slow(order())));
        for _ in 0..FAILURES {
            let number = "44321".parse().unwrap();
            let (me, patience) = (caller(milliseconds), Duration::from_millis(10));
            // What ends at the same moment from without comes first.
            let impatient = tokio::select! {
                biased;
                () = tokio::time::sleep(patience) => None,
                answer = world.api.order(&number, &me) => Some(answer),
            };
            assert!(impatient.is_none());
        }
        world
    };
    assert_eq!(give_up(10).await.code().await, "directory.api-resting");
    // What else went wrong in the turn is not the API's fault.
    let world = give_up(9_000).await;
    world.act([order()]);
    assert!(world.order().await.unwrap().is_some());
}

#[tokio::test(start_paused = true)]
async fn the_failure_that_brings_the_rest_is_told_rather_than_the_rest() {
    let world = World::new((0..FAILURES).map(|_| status(503)));
    // Three tries, and two more before the third that is not let through.
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.code().await, "directory.api-status");
    assert_eq!(world.seen().len(), 5);
    assert_eq!(world.code().await, "directory.api-resting");
}

#[tokio::test(start_paused = true)]
async fn what_we_asked_wrongly_does_not_speak_against_the_api() {
    let world = World::new((0..20).map(|_| status(400)));
    for _ in 0..20 {
        assert_eq!(world.code().await, "directory.api-status");
    }
}
