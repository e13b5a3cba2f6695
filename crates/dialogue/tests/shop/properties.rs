//! Whatever is said, lost or repeated: an operation is that of one order.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use dialogue::{Facts, Request, Return};
use proptest::prelude::*;

use super::{shopper, well};

fn said() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "yes",
        "yes",
        "yes",
        "no",
        "20440",
        "44321",
        "99999",
        "no, 20472",
        "it's broken",
        "no, it's the wrong size",
        "I don't know",
        "what?",
        "",
        "#1",
        "#2",
        "#20440",
        "track my order @CheckOrderStatus",
        "return it @ReturnOrder",
        "return order 20440 @ReturnOrder OrderNumber=20440",
        "another address @ChangeDeliveryAddress",
        "go back @GoBack",
        "start over @StartAgain",
        "an agent @TalkToAgent",
    ])
}

proptest! {
    #[test]
    fn a_turn_that_comes_again_opens_the_same_return(
        turns in prop::collection::vec((said(), any::<bool>(), 0..5_u8), 0..40),
    ) {
        let luck = Rc::new(RefCell::new(0));
        let answering = Rc::clone(&luck);
        let mut shopper = shopper(move |request| match request {
            Request::OpenReturn { .. } if *answering.borrow() == 4 => Facts::Unavailable,
            Request::OpenReturn { .. } if *answering.borrow() == 3 => {
                Facts::Return(Return::NotPossible)
            }
            other => well(other),
        });
        let mut operations = BTreeMap::new();
        for (said, is_lost, turn_luck) in turns {
            *luck.borrow_mut() = turn_luck;
            let stored = shopper.call.session.clone();
            let before = shopper.call.requests.len();
            let turn = shopper.call.says(said);
            prop_assert!(!turn.reply.text().is_empty());
            let first = shopper.call.requests[before..].to_vec();
            if is_lost {
                shopper.call.session = stored;
                let before = shopper.call.requests.len();
                shopper.call.says(said);
                prop_assert_eq!(&first[..], &shopper.call.requests[before..]);
            }
            for request in first {
                if let Request::OpenReturn { order, operation, .. } = request {
                    let of = operations.entry(operation).or_insert_with(|| order.clone());
                    prop_assert_eq!(&*of, &order, "an operation of two orders");
                }
            }
        }
    }
}
