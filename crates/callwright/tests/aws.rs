//! Uses the stand-ins as functions do: with the unmodified AWS SDK, led by environment variables.
//!
//! This test's own binary is the client, too: started with the name of a scenario it runs that in
//! an environment that holds nothing but what functions get.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use aws_sdk_dynamodb::types::AttributeValue;
use aws_smithy_http_client::tls::Provider;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use callwright::aws::{Aws, AwsError, Options, Service, recording_key, wav};
use callwright::template::{Project, Rule};
use jiff::Timestamp;
use libtest_mimic::{Arguments, Trial};
use serde_json::{Value, json};
use tokio::process::Command;
use tokio::runtime::Runtime;

const BUCKET: &str = "callwright-recordings";
const TABLE: &str = "callwright-Records";

type Test = fn(&Runtime);

fn main() -> ExitCode {
    let runtime = Runtime::new().unwrap();
    if let Some(name) = std::env::var_os("SCENARIO") {
        match name.to_str().unwrap() {
            "dynamodb" => runtime.block_on(dynamodb_client()),
            "s3" => runtime.block_on(s3_client()),
            "secrets" => runtime.block_on(secrets_client()),
            "transcribe" => runtime.block_on(transcribe_client()),
            "notes" => runtime.block_on(notes_client()),
            "ses" => runtime.block_on(ses_client()),
            "sms" => runtime.block_on(sms_client()),
            "down" => runtime.block_on(down_client()),
            other => panic!("no scenario {other}"),
        }
        return ExitCode::SUCCESS;
    }
    let tests: [(&str, Test); 14] = [
        ("a_port_in_use_is_named", |it| it.block_on(port_in_use())),
        ("a_rule_that_is_not_understood_is_named", |it| it.block_on(bad_rule())),
        ("a_record_that_is_refused_is_named", |it| it.block_on(bad_record())),
        ("a_recording_needs_a_bucket", |it| it.block_on(no_bucket())),
        ("services_that_are_down_answer_503", |it| it.block_on(down())),
        ("dynamodb", |it| it.block_on(dynamodb())),
        ("s3_takes_buckets_in_the_path_and_tells_of_objects", |it| it.block_on(s3())),
        ("secrets", |it| it.block_on(secrets())),
        ("a_recording_is_transcribed_and_events_reach_functions", |it| it.block_on(transcribe())),
        ("a_filter_that_is_not_understood_is_named", |it| it.block_on(bad_filter())),
        ("changes_reach_functions_in_batches", |it| it.block_on(notes())),
        ("mails_are_kept", |it| it.block_on(ses())),
        ("texts_are_kept", |it| it.block_on(sms())),
        ("closing_frees_the_ports", |it| it.block_on(close())),
    ];
    let trials = tests.into_iter().map(|(name, test)| {
        Trial::test(name, move || {
            test(&Runtime::new()?);
            Ok(())
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}

// Helpers.

fn project() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("project");
    Project::read(&folder).unwrap()
}

fn at() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

async fn start(records: &[Value]) -> Aws {
    let aws = Aws::start(&project(), records, Options::default()).await.unwrap();
    aws.set_now(at());
    aws
}

/// Runs a scenario in a process with nothing but the variables that functions get.
async fn run(aws: &Aws, scenario: &str) {
    let mut process = Command::new(std::env::current_exe().unwrap());
    process.env_clear().env("AWS_REGION", "us-east-1").envs(aws.environment());
    let output = process.env("SCENARIO", scenario).output().await.unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// What a function's SDK makes of its environment.
async fn sdk() -> aws_config::SdkConfig {
    let http = aws_smithy_http_client::Builder::new()
        .tls_provider(Provider::Rustls(CryptoMode::Ring))
        .build_https();
    aws_config::defaults(aws_config::BehaviorVersion::latest()).http_client(http).load().await
}

// Failures.

async fn port_in_use() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap();
    let options = Options { dynamodb: Some(address), ..Options::default() };
    let error = Aws::start(&project(), &[], options).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("cannot listen on `{address}` for dynamodb; is another program using the port?")
    );
}

async fn bad_rule() {
    let pattern = json!({ "source": [{ "cidr": "10.0.0.0/8" }] });
    let rules = vec![Rule { name: "Odd".to_owned(), function: "voicemail".to_owned(), pattern }];
    let project = Project { rules, ..project() };
    let error = Aws::start(&project, &[], Options::default()).await.unwrap_err();
    assert_eq!(error.to_string(), "event `Odd` of function `voicemail`");
}

async fn bad_record() {
    let records = [json!({ "pk": "A", "sk": "A" }), json!({ "pk": "B" })];
    let error = Aws::start(&project(), &records, Options::default()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "record 2 ({\"pk\":\"B\"}) is refused by table `callwright-Records`"
    );
    let project = Project { tables: Vec::new(), ..project() };
    let error = Aws::start(&project, &records, Options::default()).await.unwrap_err();
    assert!(matches!(error, AwsError::NoTable { tables: 0 }), "{error}");
}

async fn no_bucket() {
    let aws = start(&[]).await;
    let error = aws.store_recording("other", "k", Vec::new(), "", at()).await.unwrap_err();
    assert_eq!(error.to_string(), "no bucket `other` in the template");
    let error = aws.store_recording(BUCKET, "../k", Vec::new(), "", at()).await.unwrap_err();
    assert!(matches!(error, AwsError::Write { .. }), "{error}");
}

async fn down() {
    let options = Options { down: BTreeSet::from(Service::ALL), ..Options::default() };
    let aws = Aws::start(&project(), &[], options).await.unwrap();
    run(&aws, "down").await;
}

async fn down_client() {
    use aws_config::retry::RetryConfig;
    let sdk = sdk().await.into_builder().retry_config(RetryConfig::disabled()).build();
    let error = aws_sdk_dynamodb::Client::new(&sdk).list_tables().send().await.unwrap_err();
    assert_eq!(error.raw_response().unwrap().status().as_u16(), 503);
    let error = aws_sdk_s3::Client::new(&sdk).list_buckets().send().await.unwrap_err();
    assert_eq!(error.raw_response().unwrap().status().as_u16(), 503);
    let secrets = aws_sdk_secretsmanager::Client::new(&sdk);
    let error = secrets.get_secret_value().secret_id("x").send().await.unwrap_err();
    assert_eq!(error.into_service_error().meta().code(), Some("ServiceUnavailable"));
}

// Services.

async fn dynamodb() {
    let order = json!({ "pk": "ORDER#55421", "sk": "ORDER", "kind": "order", "version": 1 });
    let first = json!({ "pk": "A", "sk": "A" });
    let aws = start(&[order.clone(), first.clone()]).await;
    run(&aws, "dynamodb").await;
    let changed = json!({ "pk": "ORDER#55421", "sk": "ORDER", "kind": "order", "version": 2 });
    assert_eq!(aws.records().unwrap(), [first, changed]);
}

async fn dynamodb_client() {
    let dynamodb = aws_sdk_dynamodb::Client::new(&sdk().await);
    let key = |name: &str| AttributeValue::S(name.to_owned());
    let request = dynamodb.get_item().table_name(TABLE);
    let request = request.key("pk", key("ORDER#55421")).key("sk", key("ORDER"));
    let item = request.send().await.unwrap().item.unwrap();
    assert_eq!(item["version"], AttributeValue::N("1".to_owned()));
    let update = |expected: &str| {
        let update = dynamodb.update_item().table_name(TABLE);
        let update = update.key("pk", key("ORDER#55421")).key("sk", key("ORDER"));
        update
            .update_expression("SET version = version + :one")
            .condition_expression("version = :expected")
            .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
            .expression_attribute_values(":expected", AttributeValue::N(expected.to_owned()))
            .send()
    };
    update("1").await.unwrap();
    let error = update("1").await.unwrap_err().into_service_error();
    assert!(error.is_conditional_check_failed_exception(), "{error:?}");
    let ttl = dynamodb.describe_time_to_live().table_name(TABLE).send().await.unwrap();
    let ttl = ttl.time_to_live_description.unwrap();
    assert_eq!(ttl.attribute_name.as_deref(), Some("expires_at"));
}

async fn s3() {
    let aws = start(&[]).await;
    run(&aws, "s3").await;
    assert_eq!(aws.object(BUCKET, "a b/ü.txt").await.unwrap(), b"hello");
    assert!(aws.next_deliveries().is_empty(), "no rule is for these keys");
}

async fn s3_client() {
    let s3 = aws_sdk_s3::Client::new(&sdk().await);
    let body = aws_sdk_s3::primitives::ByteStream::from_static(b"hello");
    s3.put_object().bucket(BUCKET).key("a b/ü.txt").body(body).send().await.unwrap();
    let object = s3.get_object().bucket(BUCKET).key("a b/ü.txt").send().await.unwrap();
    assert_eq!(object.body.collect().await.unwrap().to_vec(), b"hello");
    let error = s3.get_object().bucket(BUCKET).key("none").send().await.unwrap_err();
    assert!(error.into_service_error().is_no_such_key());
    s3.put_object().bucket(BUCKET).key("gone").send().await.unwrap();
    s3.delete_object().bucket(BUCKET).key("gone").send().await.unwrap();
    let list = s3.list_objects_v2().bucket(BUCKET).send().await.unwrap();
    let keys: Vec<_> = list.contents().iter().filter_map(|it| it.key()).collect();
    assert_eq!(keys, ["a b/ü.txt"]);
    let other = aws_sdk_s3::primitives::ByteStream::from_static(b"x");
    let error = s3.put_object().bucket("other").key("k").body(other).send().await.unwrap_err();
    assert_eq!(error.into_service_error().meta().code(), Some("NoSuchBucket"));
}

async fn secrets() {
    run(&start(&[]).await, "secrets").await;
}

async fn secrets_client() {
    let secrets = aws_sdk_secretsmanager::Client::new(&sdk().await);
    let arn = "arn:aws:secretsmanager:us-east-1:000000000000:secret:callwright-Key-AbCdEf";
    let get = |id: &str| secrets.get_secret_value().secret_id(id).send();
    let by_arn = get(arn).await.unwrap();
    assert_eq!(by_arn.secret_string().unwrap().len(), 64);
    assert_eq!(get("callwright-Key").await.unwrap().secret_string(), by_arn.secret_string());
    let error = get("other").await.unwrap_err().into_service_error();
    assert!(error.is_resource_not_found_exception());
    let error = secrets.list_secrets().send().await.unwrap_err().into_service_error();
    let message = error.meta().message().unwrap();
    assert_eq!(message, "`ListSecrets` is not simulated; this endpoint knows GetSecretValue");
}

/// Key of the recording that scenarios transcribe.
fn key() -> String {
    recording_key("connect/northwind/CallRecordings", "c-1", at())
}

async fn transcribe() {
    let aws = start(&[]).await;
    let recording = wav::write(&[wav::Stretch::Caller(std::time::Duration::from_secs(1))]);
    aws.store_recording(BUCKET, &key(), recording, "call me back", at()).await.unwrap();
    aws.store_recording(BUCKET, "noise.wav", b"MP3".to_vec(), "", at()).await.unwrap();

    let deliveries = aws.next_deliveries();
    assert_eq!(deliveries.len(), 1, "{deliveries:?}");
    assert_eq!(deliveries[0].function, "voicemail");
    let mut event = deliveries[0].payload.clone();
    event["detail"]["object"].as_object_mut().unwrap().remove("sequencer");
    let again = start(&[]).await;
    let recording = wav::write(&[wav::Stretch::Caller(std::time::Duration::from_secs(1))]);
    again.store_recording(BUCKET, &key(), recording, "call me back", at()).await.unwrap();
    assert_eq!(again.next_deliveries(), deliveries, "the same seed gives the same events");
    assert_eq!(event["time"], "2026-03-02T09:00:00Z");
    assert_eq!(event["detail"]["object"], json!({ "key": key(), "size": 32_044 }));

    run(&aws, "transcribe").await;
    let written = aws.object(BUCKET, "jobs/c-1.json").await.unwrap();
    let written: Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(written["results"]["transcripts"][0]["transcript"], "call me back");
    assert!(aws.next_deliveries().is_empty(), "the project's rules want recordings only");
}

async fn transcribe_client() {
    use aws_sdk_transcribe::types::{LanguageCode, Media, TranscriptionJobStatus};
    let transcribe = aws_sdk_transcribe::Client::new(&sdk().await);
    let start = |name: &str, key: &str| {
        let media = Media::builder().media_file_uri(format!("s3://{BUCKET}/{key}")).build();
        let start = transcribe.start_transcription_job().transcription_job_name(name);
        let start = start.language_code(LanguageCode::EnUs).media(media);
        start.output_bucket_name(BUCKET).output_key(format!("jobs/{name}.json")).send()
    };
    let job = start("c-1", &key()).await.unwrap().transcription_job.unwrap();
    assert_eq!(job.transcription_job_status, Some(TranscriptionJobStatus::InProgress));
    let error = start("c-1", &key()).await.unwrap_err().into_service_error();
    assert!(error.is_conflict_exception(), "{error:?}");
    let error = start("c-2", "none.wav").await.unwrap_err().into_service_error();
    assert!(error.is_bad_request_exception(), "{error:?}");
    let error = start("c 3", &key()).await.unwrap_err().into_service_error();
    assert!(error.is_bad_request_exception(), "{error:?}");

    start("noise", "noise.wav").await.unwrap();
    let status = |name: &str| {
        transcribe.get_transcription_job().transcription_job_name(name.to_owned()).send()
    };
    let job = status("c-1").await.unwrap().transcription_job.unwrap();
    assert_eq!(job.transcription_job_status, Some(TranscriptionJobStatus::Completed));
    let job = status("noise").await.unwrap().transcription_job.unwrap();
    assert_eq!(job.transcription_job_status, Some(TranscriptionJobStatus::Failed));
    assert!(job.failure_reason.unwrap().contains("media format"));
    let error = status("other").await.unwrap_err().into_service_error();
    assert!(error.is_not_found_exception());
}

async fn ses() {
    let aws = start(&[]).await;
    run(&aws, "ses").await;
    let mails = aws.take_mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].from, "line@example.com");
    assert_eq!(mails[0].to, ["support@example.com"]);
    assert_eq!((mails[0].subject.as_str(), mails[0].text.as_str()), ("Voicemail", "hello"));
    assert!(aws.take_mails().is_empty());
}

async fn ses_client() {
    use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message};
    let ses = aws_sdk_sesv2::Client::new(&sdk().await);
    let text = |data: &str| Content::builder().data(data).build().unwrap();
    let body = Body::builder().text(text("hello")).build();
    let message = Message::builder().subject(text("Voicemail")).body(body).build();
    let content = EmailContent::builder().simple(message).build();
    let send = |to: Option<&str>| {
        let to = Destination::builder().set_to_addresses(to.map(|it| vec![it.to_owned()])).build();
        let send = ses.send_email().from_email_address("line@example.com");
        send.destination(to).content(content.clone()).send()
    };
    assert!(send(Some("support@example.com")).await.unwrap().message_id().is_some());
    let error = send(None).await.unwrap_err().into_service_error();
    assert!(error.is_bad_request_exception(), "{error:?}");
    let error = ses.get_account().send().await.unwrap_err().into_service_error();
    assert!(
        error.meta().message().unwrap().starts_with("`GET /v2/email/account` is not simulated")
    );
}

async fn sms() {
    let aws = start(&[]).await;
    run(&aws, "sms").await;
    let texts = aws.take_texts();
    assert_eq!(texts.len(), 1);
    assert_eq!((texts[0].to.as_str(), texts[0].text.as_str()), ("+12025550143", "hello"));
    assert!(aws.take_texts().is_empty());
}

async fn sms_client() {
    let sms = aws_sdk_pinpointsmsvoicev2::Client::new(&sdk().await);
    let send = |to: &str| {
        sms.send_text_message().destination_phone_number(to).message_body("hello").send()
    };
    assert!(send("+12025550143").await.unwrap().message_id().is_some());
    let error = send("0143").await.unwrap_err().into_service_error();
    assert!(error.is_validation_exception(), "{error:?}");
    let error = sms.describe_pools().send().await.unwrap_err().into_service_error();
    assert!(error.meta().message().unwrap().starts_with("`DescribePools` is not simulated"));
}

async fn bad_filter() {
    let mut project = project();
    project.event_sources[0].filters = vec![json!({ "eventName": "INSERT" })];
    let error = Aws::start(&project, &[], Options::default()).await.unwrap_err();
    assert!(matches!(&error, AwsError::Rule { rule, .. } if rule == "Noted"), "{error:?}");
}

async fn notes() {
    let seeded = json!({ "pk": "c", "sk": "NOTE#0" });
    let aws = start(&[seeded]).await;
    assert_eq!(aws.next_changes().unwrap(), [], "what was seeded is no news");
    run(&aws, "notes").await;
    let batches = aws.next_changes().unwrap();
    let keys = |it: &Value| it["dynamodb"]["Keys"]["sk"]["S"].as_str().unwrap().to_owned();
    let told: Vec<Vec<String>> = batches
        .iter()
        .map(|it| it.payload["Records"].as_array().unwrap().iter().map(keys).collect())
        .collect();
    assert_eq!(told, [vec!["NOTE#1", "NOTE#2"], vec!["NOTE#3"]]);
    let record = &batches[0].payload["Records"][0];
    assert_eq!(record["eventName"], "INSERT");
    assert_eq!(record["dynamodb"]["StreamViewType"], "KEYS_ONLY");
    assert!(record["dynamodb"].get("NewImage").is_none(), "{record}");
    assert_eq!(aws.next_changes().unwrap(), [], "told once");
}

async fn notes_client() {
    let client = aws_sdk_dynamodb::Client::new(&sdk().await);
    let put = |sk: &str, value: &str| {
        let text = |it: &str| AttributeValue::S(it.to_owned());
        let put = client.put_item().table_name(TABLE).item("pk", text("c")).item("sk", text(sk));
        put.item("value", text(value)).send()
    };
    for (sk, value) in [("NOTE#1", "a"), ("OTHER", "a"), ("NOTE#1", "b"), ("NOTE#2", "a")] {
        put(sk, value).await.unwrap();
    }
    put("NOTE#3", "a").await.unwrap();
}

async fn close() {
    let aws = start(&[]).await;
    let environment = aws.environment();
    let address = environment["AWS_ENDPOINT_URL_DYNAMODB"].trim_start_matches("http://");
    aws.close().await;
    tokio::net::TcpListener::bind(address).await.unwrap();
}
