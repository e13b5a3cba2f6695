//! Whom the line can text and call back, whether or not it can tell who they are.

use aws_events::E164;
use aws_events::lex::Response;
use serde_json::Value;
use store::{Call, CallerKey, Opened, Table, testing};
use wording::Language;

use crate::heard::{answer, next, words};
use crate::says::{SHOP, confirmed, filled, intent, pays, says};
use crate::world::{self, invocation, world};

/// The contact of a call that these tests open.
const OPENED: &str = "0a1b2c3d-0000-4000-8000-000000000041";

/// An event of that call.
fn of_opened(mut event: Value) -> Value {
    event["sessionId"] = OPENED.into();
    event["sessionState"]["sessionAttributes"]["contactId"] = OPENED.into();
    event
}

/// A call as `greeting` opened it.
async fn opened(table: &Table, number: Option<&str>, is_hashed: bool) {
    let number: Option<E164> = number.map(|it| it.parse().unwrap());
    let key = CallerKey::new(b"0123456789abcdef").unwrap();
    let call = Call {
        caller: number.as_ref().filter(|_| is_hashed).map(|it| key.hash(it)),
        number,
        ..Call::new(OPENED.parse().unwrap(), invocation().now, Language::EnUs.code())
    };
    assert_eq!(table.open_call(&call).await.unwrap(), Opened::New);
}

/// What a caller hears who asks to be called back.
async fn asks_for_callback(number: Option<&str>, is_hashed: bool) -> Response {
    let table = world::table().await;
    opened(&table, number, is_hashed).await;
    let event = says(SHOP, 0, "please call me back", intent("RequestCallback"));
    answer(&of_opened(event), &world(&table, &table)).await
}

#[tokio::test]
async fn a_caller_whose_number_is_withheld_hears_that_nobody_can_call_back() {
    let response = asks_for_callback(None, false).await;
    assert!(words(&response).starts_with("I'm sorry, I can't see your number"), "{response:?}");
}

#[tokio::test]
async fn a_caller_whose_number_is_not_hashed_is_called_back_like_any() {
    let known = asks_for_callback(Some("+12025550143"), true).await;
    let unknown = asks_for_callback(Some("+12025550143"), false).await;
    assert_eq!(words(&unknown), words(&known));
    assert!(words(&known).contains("call you back"), "{known:?}");
}

#[tokio::test]
async fn a_receipt_is_texted_to_a_caller_whose_number_is_not_hashed() {
    let table = world::table().await;
    opened(&table, Some("+12025550143"), false).await;
    let world = world(&table, &table);
    let mut last = None;
    for event in pays() {
        last = Some(answer(&of_opened(event), &world).await);
    }
    let told = words(&last.unwrap());
    assert!(told.contains("texted you the receipt"), "{told}");
    let mut texts = testing::items(&table).await.unwrap();
    texts.retain(|it| it["kind"] == "text");
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert_eq!(texts[0]["to"], "+12025550143");
}

#[tokio::test]
async fn a_callback_is_out_of_the_queue_of_its_matter() {
    let table = world::table().await;
    let mut line = store::Lines::new(table.clone())
        .line(&SHOP.parse().unwrap(), invocation().now)
        .await
        .unwrap()
        .map(|it| (*it).clone())
        .unwrap();
    line.queues[1].arn = Some("arn:of-returns".to_owned());
    let lines = testing::table().await.unwrap();
    let number = SHOP.parse().unwrap();
    lines.put_line(&store::StoredLine { number, line, version: 0 }).await.unwrap();
    for (said, expected) in [
        ("call me back", [None, Some(world::USUAL_QUEUE)]),
        ("call me back about my refund", [Some("returns"), Some("arn:of-returns")]),
    ] {
        let table = world::table().await;
        opened(&table, Some("+12025550143"), true).await;
        let world = world(&table, &lines);
        let asks = says(SHOP, 0, said, intent("RequestCallback"));
        answer(&of_opened(asks), &world).await;
        let agrees = says(SHOP, 1, "yes", confirmed("RequestCallback"));
        let response = answer(&of_opened(agrees), &world).await;
        assert_eq!(next(&response)[0], Some("callback"));
        let attributes = response.session_state.session_attributes.unwrap();
        let queue = ["queue", "queueArn"].map(|it| attributes.get(it).map(String::as_str));
        assert_eq!(queue, expected, "{said}");
    }
}

#[tokio::test]
async fn two_calls_at_once_from_one_number_do_not_lose_what_either_leaves_open() {
    let table = world::table().await;
    let world = world(&table, &table);
    let key = CallerKey::new(b"0123456789abcdef").unwrap();
    let caller = key.hash(&"+12025550143".parse().unwrap());
    let contacts = ["0a1b2c3d-0000-4000-8000-000000000051", "0a1b2c3d-0000-4000-8000-000000000052"];
    let of = |contact: &str, mut event: Value| {
        event["sessionId"] = contact.into();
        event["sessionState"]["sessionAttributes"]["contactId"] = contact.into();
        event
    };
    // Both begin before the other ends, and nothing is known of the caller.
    for contact in contacts {
        let call = Call {
            caller: Some(caller.clone()),
            line: Some("northwind".parse().unwrap()),
            ..Call::new(contact.parse().unwrap(), invocation().now, Language::EnUs.code())
        };
        table.open_call(&call).await.unwrap();
        answer(&of(contact, says(SHOP, 0, "remember me please", intent("RememberMe"))), &world)
            .await;
    }
    for (contact, order) in contacts.into_iter().zip(["44321", "10023"]) {
        let track = "CheckOrderStatus";
        for event in [
            says(SHOP, 1, &format!("track {order}"), filled(track, "OrderNumber", order)),
            says(SHOP, 2, "yes", confirmed(track)),
            says(SHOP, 3, "no that's all", intent("Goodbye")),
        ] {
            answer(&of(contact, event), &world).await;
        }
    }
    let profiles = table.profiles(&caller).await.unwrap();
    let matters = profiles[0].remembered.matters.iter();
    let orders: Vec<_> =
        matters.map(|it| it.slots[&dialogue::Slot::OrderNumber].as_str()).collect();
    assert_eq!(orders, ["10023", "44321"]);
}
