//! A caller is answered whatever fails, and a turn is stored once however often it is sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_events::lex::Response;
use aws_sdk_dynamodb::config::http::{HttpRequest, HttpResponse};
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region, RuntimeComponents};
use aws_sdk_dynamodb::{Client, Config as DynamoConfig};
use aws_smithy_http_client::test_util::{NeverClient, ReplayEvent, StaticReplayClient};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_types::body::SdkBody;
use directory::testing::{Fault, Faults, records};
use intent::World;
use serde_json::{Value, json};
use store::{Lines, Table, testing};
use tokio::time::Instant;

use crate::decisions::Decisions;
use crate::heard::{self, APOLOGY, next, words};
use crate::says::{self, CALL, SHOP, says};
use crate::world::{self, invocation, settings, world};

/// A read that finds nothing.
const NOTHING: (u16, &str) = (200, "{}");
/// A read of a call whose caller was asked whether their order is 44321, as a version before stored it.
const ASKED: (u16, &str) = (
    200,
    r#"{"Item":{"kind":{"S":"call"},"version":{"N":"3"},
        "contact_id":{"S":"0a1b2c3d-0000-4000-8000-000000000030"},
        "started_at":{"S":"2026-03-02T16:58:00Z"},"language":{"S":"en-US"},
        "session":{"M":{"turn":{"N":"2"},"asking":{"M":{"confirmation":{"S":"44321"}}}}}}}"#,
);
/// A write that succeeds.
const DONE: (u16, &str) = (200, "{}");
const DENIED: (u16, &str) =
    (400, r#"{"__type":"com.amazon.coral.service#AccessDeniedException","message":"no"}"#);
/// A write that comes second.
const CONFLICT: (u16, &str) = (
    400,
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        "message":"canceled",
        "CancellationReasons":[{"Code":"ConditionalCheckFailed"},{"Code":"None"}]}"#,
);

/// A write of call, turn and profile that comes second to another call's profile.
const OTHER_CALL: (u16, &str) = (
    400,
    r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        "message":"canceled",
        "CancellationReasons":[{"Code":"None"},{"Code":"None"},{"Code":"ConditionalCheckFailed"}]}"#,
);

/// Something said.
fn event(intent: &str, said: &str) -> Value {
    says(SHOP, 0, said, says::intent(intent))
}

/// A number that is confirmed, so that its order is sure to be needed.
fn confirms() -> Value {
    let mut intent = says::filled("CheckOrderStatus", "OrderNumber", "44321");
    intent["confirmationState"] = "Confirmed".into();
    says(SHOP, 2, "yes", intent)
}

/// A world in which the line is known, as in all but the first call of an environment, and calls and
/// records are in a table of its own.
async fn world_of(table: &Table) -> World {
    let world = world(table, &world::table().await);
    let line = world.lines.line(&SHOP.parse().unwrap(), invocation().now).await.unwrap();
    assert!(line.is_some());
    world
}

async fn answer(event: Value, table: &Table) -> Response {
    heard::answer(&event, &world_of(table).await).await
}

fn table(http: impl HttpClient + 'static) -> Table {
    let client = Client::from_conf(
        DynamoConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::from_static("us-east-1"))
            .credentials_provider(Credentials::new("test", "test", None, None, "test"))
            .retry_config(RetryConfig::disabled())
            .http_client(http)
            .build(),
    );
    Table::new(client, "records")
}

/// A DynamoDB that answers one request after the other with these statuses and bodies.
fn answering(answers: &[(u16, &str)]) -> StaticReplayClient {
    let events = answers.iter().map(|(status, body)| {
        let status = (*status).try_into().unwrap();
        let response = HttpResponse::new(status, SdkBody::from(*body));
        ReplayEvent::new(HttpRequest::empty(), response)
    });
    StaticReplayClient::new(events.collect())
}

/// A DynamoDB that answers some requests and then none.
#[derive(Debug, Clone)]
struct ThenNever {
    answers: StaticReplayClient,
    left: Arc<AtomicUsize>,
}

impl ThenNever {
    fn after(answers: &[(u16, &str)]) -> Self {
        Self { answers: answering(answers), left: Arc::new(answers.len().into()) }
    }
}

impl HttpConnector for ThenNever {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let one_less = |left: usize| left.checked_sub(1);
        match self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less) {
            Ok(_) => self.answers.call(request),
            Err(_) => HttpConnectorFuture::new(std::future::pending()),
        }
    }
}

impl HttpClient for ThenNever {
    fn http_connector(
        &self,
        _: &HttpConnectorSettings,
        _: &RuntimeComponents,
    ) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

/// The operations that were requested, in order.
fn requested(http: &StaticReplayClient) -> Vec<String> {
    http.actual_requests()
        .map(|it| it.headers().get("x-amz-target").unwrap().replace("DynamoDB_20120810.", ""))
        .collect()
}

#[tokio::test]
async fn a_store_out_of_reach_hands_the_caller_to_a_person() {
    let table = testing::unreachable_table().await.unwrap();
    let response = answer(event("CheckOrderStatus", "track my order"), &table).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
}

/// Answers, and tells how long the caller waited by the test's own clock.
async fn timed(event: Value, world: &World) -> (Response, Duration) {
    tokio::time::pause();
    let begun = Instant::now();
    let response = intent::handle(event, &invocation(), world).await.unwrap();
    (response, begun.elapsed())
}

#[tokio::test]
async fn a_store_that_never_answers_does_not_keep_the_caller_waiting() {
    let world = world_of(&table(NeverClient::new())).await;
    let (response, waited) = timed(event("CheckOrderStatus", "track my order"), &world).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
    assert!(waited <= Duration::from_millis(3_100), "{waited:?}");
}

#[tokio::test]
async fn a_turn_whose_storing_never_ends_does_not_keep_the_caller_waiting() {
    let world = world_of(&table(ThenNever::after(&[NOTHING]))).await;
    let (response, waited) = timed(event("CheckOrderStatus", "track my order"), &world).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
    assert!(waited <= Duration::from_millis(3_100), "{waited:?}");
}

#[tokio::test]
async fn records_that_never_answer_are_owned_up_to_and_remembered() {
    let http = answering(&[ASKED, DONE]);
    let mut world = world_of(&table(http.clone())).await;
    let (client, name) = testing::parts(&table(NeverClient::new()));
    world.records = directory::Records::new(client, name, settings());
    let (response, waited) = timed(confirms(), &world).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
    // The turn is stored all the same, within the function's eight seconds.
    assert_eq!(requested(&http), ["GetItem", "TransactWriteItems"]);
    assert!(waited <= Duration::from_millis(6_100), "{waited:?}");
}

#[tokio::test]
async fn a_call_that_changes_and_then_hangs_does_not_outlast_the_function() {
    let world = world_of(&table(ThenNever::after(&[NOTHING, CONFLICT, NOTHING, CONFLICT]))).await;
    let (response, waited) = timed(event("CheckOrderStatus", "track my order"), &world).await;
    assert_eq!(words(&response), APOLOGY);
    assert!(waited <= Duration::from_millis(7_500), "{waited:?}");
}

#[tokio::test]
async fn a_line_out_of_reach_is_served_as_a_number_without_a_line() {
    let table = testing::table().await.unwrap();
    let mut world = world(&table, &table);
    world.lines = Lines::new(testing::unreachable_table().await.unwrap());
    let decisions = Decisions::default();
    let _logging = tracing::subscriber::set_default(decisions.clone());
    let event = event("TalkToAgent", "talk to an agent");
    let response = intent::handle(event, &invocation(), &world).await.unwrap();
    assert_eq!(next(&response), [Some("person"), Some("asked")]);
    let lines = decisions.lines("served as a number without a line");
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0]["code"], "intent.line-unavailable");
}

#[tokio::test]
async fn a_line_that_is_no_line_is_served_as_a_number_without_a_line() {
    let table = testing::table().await.unwrap();
    let record = json!({
        "pk": format!("SHOP#{SHOP}"), "sk": "SHOP", "kind": "line", "version": 1,
        "number": SHOP, "id": "northwind", "line": "{}"
    });
    testing::put(&table, &record).await.unwrap();
    let event = event("CheckOrderStatus", "track my order");
    let response = intent::handle(event, &invocation(), &world(&table, &table)).await.unwrap();
    // It has no shop, so nobody asks for a number that nothing can be done with.
    let sorry = "I'm sorry, I can't help with that on this line. Would you like to talk to a person \
                 instead?";
    assert_eq!(words(&response), sorry);
}

#[tokio::test]
async fn records_out_of_reach_are_owned_up_to_and_a_person_takes_over() {
    let table = world::table().await;
    let mut world = world_of(&table).await;
    for said in [
        event("CheckOrderStatus", "track my order"),
        says(SHOP, 1, "44321", says::filled("CheckOrderStatus", "OrderNumber", "44321")),
    ] {
        intent::handle(said, &invocation(), &world).await.unwrap();
    }
    let faults = Faults::default();
    world.records = records(&table, settings(), &faults);
    faults.add([Fault::Lost; 8]);
    let response = intent::handle(confirms(), &invocation(), &world).await.unwrap();
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
    let items = testing::items(&table).await.unwrap();
    let turn = items.iter().rfind(|it| it["kind"] == "turn").unwrap();
    assert_eq!((&turn["number"], &turn["requests"]), (&json!(3), &json!(["order"])));
}

#[tokio::test]
async fn a_turn_that_cannot_be_stored_hands_the_caller_to_a_person() {
    let http = answering(&[NOTHING, DENIED]);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http)).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
}

#[tokio::test]
async fn a_caller_who_is_done_need_not_hear_that_the_turn_was_not_stored() {
    let http = answering(&[NOTHING, DENIED]);
    let response = answer(event("Goodbye", "goodbye"), &table(http)).await;
    assert_eq!(words(&response), "All right.");
    assert_eq!(next(&response), [Some("goodbye"), None]);
}

/// A read of a call whose caller was served and asked whether they want to be remembered.
const OFFERED: (u16, &str) = (
    200,
    r#"{"Item":{"kind":{"S":"call"},"version":{"N":"3"},
        "contact_id":{"S":"0a1b2c3d-0000-4000-8000-000000000030"},
        "started_at":{"S":"2026-03-02T16:58:00Z"},"language":{"S":"en-US"},
        "line":{"S":"northwind"},"number":{"S":"+12025550143"},
        "caller":{"S":"3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f3f"},
        "session":{"M":{"turn":{"N":"2"},"served":{"N":"1"},"asking":{"S":"remember"}}}}}"#,
);

#[tokio::test]
async fn what_cannot_be_kept_of_a_caller_is_not_said_to_be() {
    let denied = || {
        let mut intent = says::intent("Goodbye");
        intent["confirmationState"] = "Denied".into();
        says(SHOP, 2, "no thanks", intent)
    };
    let agreed = || says(SHOP, 2, "yes please", says::confirmed("Goodbye"));
    for (event, claim) in [(agreed(), "I'll remember you"), (denied(), "I won't remember")] {
        let response = answer(event.clone(), &table(answering(&[OFFERED, DONE]))).await;
        assert!(words(&response).contains(claim), "{response:?}");
        let response = answer(event, &table(answering(&[OFFERED, DENIED]))).await;
        assert_eq!(words(&response), "I'm sorry, that didn't work on our side.");
        assert_eq!(next(&response), [Some("goodbye"), None]);
    }
}

#[tokio::test]
async fn a_caller_who_is_done_is_let_go_although_another_call_and_a_fault_came_between() {
    let http = answering(&[OFFERED, OTHER_CALL, DENIED]);
    let agreed = says(SHOP, 2, "yes please", says::confirmed("Goodbye"));
    let response = answer(agreed, &table(http.clone())).await;
    assert_eq!(words(&response), "I'm sorry, that didn't work on our side.");
    assert_eq!(next(&response), [Some("goodbye"), None]);
    assert_eq!(requested(&http), ["GetItem", "TransactWriteItems", "Query"]);
}

#[tokio::test]
async fn an_order_out_of_reach_is_owned_up_to_and_remembered() {
    let http = answering(&[ASKED, DENIED, DONE]);
    let response = answer(confirms(), &table(http.clone())).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
    // Both reads run at once.
    assert_eq!(requested(&http), ["GetItem", "GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn a_turn_costs_one_read_and_one_write() {
    let http = answering(&[NOTHING, DONE]);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http.clone())).await;
    assert_eq!(words(&response), "Sure. What's your five-digit order number?");
    assert_eq!(requested(&http), ["GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn a_record_opened_meanwhile_is_no_reason_to_fail() {
    let http = answering(&[NOTHING, CONFLICT, NOTHING, DONE]);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http)).await;
    assert_eq!(words(&response), "Sure. What's your five-digit order number?");
    assert_eq!(next(&response), [None, None]);
}

#[tokio::test]
async fn a_call_that_keeps_changing_is_handed_to_a_person() {
    let conflicts = [NOTHING, CONFLICT].repeat(3);
    let http = answering(&conflicts);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http)).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
}

/// Words that Lex gave up, although it was close.
fn unclear() -> Value {
    let mut event = event("FallbackIntent", "any news on my order today");
    let interpretations = json!([
        { "intent": { "name": "FallbackIntent" } },
        { "intent": { "name": "CheckOrderStatus" }, "nluConfidence": 0.37 },
    ]);
    event["interpretations"] = interpretations;
    event
}

#[tokio::test]
async fn a_decision_is_logged_once_however_often_it_is_stored() {
    let decisions = Decisions::default();
    let _logging = tracing::subscriber::set_default(decisions.clone());
    let http = answering(&[NOTHING, CONFLICT, NOTHING, DONE]);
    let response = answer(unclear(), &table(http)).await;
    let question = "I'm not sure I got that. Would you like to know how an order is doing?";
    assert_eq!(words(&response), question);
    let lines = decisions.lines("second opinion");
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0]["decision"], "ask");
    assert_eq!(lines[0]["contact_id"], CALL);
    assert_eq!(lines[0]["turn"], 1);
}

#[tokio::test]
async fn a_decision_that_cannot_be_stored_is_none() {
    let decisions = Decisions::default();
    let _logging = tracing::subscriber::set_default(decisions.clone());
    let response = answer(unclear(), &table(answering(&[NOTHING, DENIED]))).await;
    assert_eq!(words(&response), APOLOGY);
    assert_eq!(decisions.lines("second opinion"), Vec::<Value>::new());
}

#[tokio::test]
async fn the_same_turn_twice_at_once_is_stored_once() {
    let table = testing::table().await.unwrap();
    let twice = || answer(event("CheckOrderStatus", "track my order"), &table);
    let (one, other) = tokio::join!(twice(), twice());
    assert_eq!(one, other);
    let kinds: Vec<_> =
        testing::items(&table).await.unwrap().iter().map(|it| it["kind"].clone()).collect();
    assert_eq!(kinds, ["call", "turn"]);
}
