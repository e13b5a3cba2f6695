//! What cannot be taken back is done once, however often, late or out of order a turn is sent.

use directory::testing::{Fault, Faults, records};
use serde_json::{Value, json};
use store::{Table, testing};

use crate::heard::{answer, words};
use crate::says::{SHOP, confirmed, filled, pays, says};
use crate::world::{settings, table, world};

/// A caller on the way to send order 20465 back, turn by turn.
fn sends_back() -> [Value; 4] {
    let back = "ReturnOrder";
    [
        says(SHOP, 0, "return order 20465", filled(back, "OrderNumber", "20465")),
        says(SHOP, 1, "yes", confirmed(back)),
        says(SHOP, 2, "it came broken", filled(back, "ReturnReason", "damaged")),
        says(SHOP, 3, "that's right", confirmed(back)),
    ]
}

/// The records of a kind.
async fn stored(table: &Table, kind: &str) -> Vec<Value> {
    let mut items = testing::items(table).await.unwrap();
    items.retain(|it| it["kind"] == kind);
    items
}

/// The receipts of account 48210075 and the texts of the call.
async fn paid(table: &Table) -> (usize, usize) {
    (stored(table, "payment").await.len(), stored(table, "text").await.len())
}

#[tokio::test]
async fn a_turn_that_is_sent_again_pays_once() {
    let table = table().await;
    let world = world(&table, &table);
    for event in pays() {
        let first = answer(&event, &world).await;
        assert_eq!(answer(&event, &world).await, first);
    }
    assert_eq!(paid(&table).await, (1, 1));
}

#[tokio::test]
async fn a_turn_that_is_sent_twice_at_once_pays_once() {
    let table = table().await;
    // Two environments, as Lambda runs them.
    let (one, other) = (world(&table, &table), world(&table, &table));
    for event in pays() {
        let (first, second) = tokio::join!(answer(&event, &one), answer(&event, &other));
        assert_eq!(first, second);
        assert!(!words(&first).is_empty());
    }
    assert_eq!(paid(&table).await, (1, 1));
}

#[tokio::test]
async fn turns_that_come_late_and_out_of_order_pay_once() {
    let table = table().await;
    let world = world(&table, &table);
    let mut receipt = None;
    for event in pays() {
        receipt = Some(answer(&event, &world).await);
    }
    let receipt = words(&receipt.unwrap());
    assert!(receipt.contains("texted you the receipt"), "{receipt}");
    let before = testing::items(&table).await.unwrap();
    // The first turn has no number: it would begin a new dialogue.
    for event in pays().iter().skip(1).rev() {
        // Whichever turn is repeated, the call is at its last.
        let says = words(&answer(event, &world).await);
        assert!(says.contains("texted you the receipt"), "{says}");
    }
    assert_eq!(testing::items(&table).await.unwrap(), before);
    // Nor does a new dialogue pay what is paid.
    for event in pays() {
        answer(&event, &world).await;
    }
    assert_eq!(paid(&table).await, (1, 1));
}

#[tokio::test]
async fn a_payment_whose_answer_is_lost_is_made_once_and_never_told_as_made() {
    let table = table().await;
    let mut world = world(&table, &table);
    let [turns @ .., last] = pays();
    for event in turns {
        answer(&event, &world).await;
    }
    let faults = Faults::default();
    world.records = records(&table, settings(), &faults);
    // Each request of the payment is carried out, and none is answered.
    faults.add([Fault::AnswerLost; 8]);
    let lost = answer(&last, &world).await;
    assert!(!words(&lost).contains("is paid"), "{}", words(&lost));
    faults.clear();
    // The turn is finished: who sends it again hears the same, and nothing is paid a second time.
    let again = answer(&last, &world).await;
    assert_eq!(words(&again), words(&lost));
    assert_eq!(paid(&table).await.0, 1);
}

#[tokio::test]
async fn a_return_is_opened_once() {
    let table = table().await;
    let (one, other) = (world(&table, &table), world(&table, &table));
    for event in sends_back() {
        let (first, second) = tokio::join!(answer(&event, &one), answer(&event, &other));
        assert_eq!(first, second);
    }
    for event in sends_back() {
        answer(&event, &one).await;
    }
    let returns = stored(&table, "return").await;
    assert_eq!(returns.len(), 1);
    assert_eq!(returns[0]["number"], json!("20465"));
}
