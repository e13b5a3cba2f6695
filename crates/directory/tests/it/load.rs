//! Many callers who want the same openings at once.

use directory::testing::{Rush, rush};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_opening_is_given_twice_and_none_is_lost() {
    let expected = Rush {
        booked: 10,
        taken: 390,
        unanswered: 0,
        openings_taken: 10,
        appointments: 10,
        twice: 0,
        lost: 0,
    };
    assert_eq!(rush(400, 10).await.unwrap(), expected);
}

#[tokio::test]
async fn fewer_callers_than_openings_all_get_one() {
    let rush = rush(7, 50).await.unwrap();
    assert_eq!((rush.booked, rush.taken, rush.openings_taken), (7, 0, 7));
}
