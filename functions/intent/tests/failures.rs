//! A caller is answered whatever fails, and a turn is stored once however often it is sent.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod decisions;

use aws_events::lex::Response;
use aws_sdk_dynamodb::config::http::{HttpRequest, HttpResponse};
use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, HttpClient, Region};
use aws_sdk_dynamodb::{Client, Config as DynamoConfig};
use aws_smithy_http_client::test_util::{NeverClient, ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use decisions::Decisions;
use intent::{Classifiers, Config};
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use store::{Table, testing};

const CALL: &str = "0a1b2c3d-0000-4000-8000-000000000001";
const APOLOGY: &str =
    "I'm sorry, I can't get to our records right now. Let me pass you on to our team.";
/// A read that finds nothing.
const NOTHING: (u16, &str) = (200, "{}");
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

/// Something said, in plain text so that the answer is too.
fn event(intent: &str, said: &str) -> Value {
    json!({
        "invocationSource": "DialogCodeHook", "sessionId": CALL, "inputTranscript": said, "bot": {},
        "interpretations": [{ "intent": { "name": intent } }],
        "requestAttributes": { "x-amz-lex:accept-content-types": "PlainText" },
        "sessionState": {}
    })
}

async fn answer(event: Value, table: &Table) -> Response {
    let config = Config {
        table: "records".to_owned(),
        business: "Northwind Outfitters".to_owned(),
        time_zone: TimeZone::UTC,
    };
    let now = "2026-03-02T17:00:00Z".parse().unwrap();
    intent::handle(event, now, &config, table, &Classifiers::default()).await.unwrap()
}

fn words(response: &Response) -> Vec<&str> {
    response.messages.iter().map(|it| it.content.as_str()).collect()
}

/// What the flow reads: where to go and why.
fn next(response: &Response) -> [Option<&str>; 2] {
    let attributes = &response.session_state.session_attributes;
    ["next", "reason"].map(|it| attributes.as_ref()?.get(it).map(String::as_str))
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
    assert_eq!(words(&response), [APOLOGY]);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
}

#[tokio::test(start_paused = true)]
async fn a_store_that_never_answers_does_not_keep_the_caller_waiting() {
    let table = table(NeverClient::new());
    let response = answer(event("CheckOrderStatus", "track my order"), &table).await;
    assert_eq!(words(&response), [APOLOGY]);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
}

#[tokio::test]
async fn a_turn_that_cannot_be_stored_hands_the_caller_to_a_person() {
    let http = answering(&[NOTHING, DENIED]);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http)).await;
    assert_eq!(words(&response), [APOLOGY]);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
}

#[tokio::test]
async fn a_caller_who_is_done_need_not_hear_that_the_turn_was_not_stored() {
    let http = answering(&[NOTHING, DENIED]);
    let response = answer(event("Goodbye", "goodbye"), &table(http)).await;
    assert_eq!(words(&response), ["All right."]);
    assert_eq!(next(&response), [Some("goodbye"), None]);
}

#[tokio::test]
async fn an_order_out_of_reach_is_owned_up_to_and_remembered() {
    let mut event = event("CheckOrderStatus", "yes");
    event["interpretations"][0]["intent"] = json!({
        "name": "CheckOrderStatus", "confirmationState": "Confirmed",
        "slots": { "OrderNumber": { "value": { "interpretedValue": "44321" } } }
    });
    let http = answering(&[NOTHING, DENIED, DONE]);
    let response = answer(event, &table(http.clone())).await;
    assert_eq!(words(&response), [APOLOGY]);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
    // Both reads run at once.
    assert_eq!(requested(&http), ["GetItem", "GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn a_turn_costs_one_read_and_one_write() {
    let http = answering(&[NOTHING, DONE]);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http.clone())).await;
    assert_eq!(words(&response), ["Sure. What's your five-digit order number?"]);
    assert_eq!(requested(&http), ["GetItem", "TransactWriteItems"]);
}

#[tokio::test]
async fn a_record_opened_meanwhile_is_no_reason_to_fail() {
    let http = answering(&[NOTHING, CONFLICT, NOTHING, DONE]);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http)).await;
    assert_eq!(words(&response), ["Sure. What's your five-digit order number?"]);
    assert_eq!(next(&response), [None, None]);
}

#[tokio::test]
async fn a_call_that_keeps_changing_is_handed_to_a_person() {
    let conflicts = [NOTHING, CONFLICT].repeat(3);
    let http = answering(&conflicts);
    let response = answer(event("CheckOrderStatus", "track my order"), &table(http)).await;
    assert_eq!(words(&response), [APOLOGY]);
    assert_eq!(next(&response), [Some("person"), Some("backend")]);
}

/// Words that Lex gave up, although it was close.
fn unclear() -> Value {
    let mut event = event("FallbackIntent", "any news on my order today");
    let interpretations = json!([
        { "intent": { "name": "FallbackIntent" } },
        { "intent": { "name": "CheckOrderStatus" }, "nluConfidence": 0.37 },
    ]);
    let fields = event.as_object_mut().unwrap();
    fields.insert("bot".to_owned(), json!({ "localeId": "en_US" }));
    fields.insert("interpretations".to_owned(), interpretations);
    event
}

#[tokio::test]
async fn a_decision_is_logged_once_however_often_it_is_stored() {
    let decisions = Decisions::default();
    let _logging = tracing::subscriber::set_default(decisions.clone());
    let http = answering(&[NOTHING, CONFLICT, NOTHING, DONE]);
    let response = answer(unclear(), &table(http)).await;
    let question = "I'm not sure I got that. Would you like to know how an order is doing?";
    assert_eq!(words(&response), [question]);
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
    assert_eq!(words(&response), [APOLOGY]);
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
