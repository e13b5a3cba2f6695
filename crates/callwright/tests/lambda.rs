//! Hosts a function that misbehaves in every way there is.
//!
//! This test's own binary is the function: started with `AWS_LAMBDA_RUNTIME_API` it speaks the
//! Runtime API by hand, so nothing here depends on a runtime library or a shell.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic, and so may a function that is hosted in one"
)]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "functions log this way")]

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use callwright::lambda::{Failure, Invocation, Lambdas, LambdasError, Profile, build, cargo};
use callwright::template::{Function, Logging};
use jiff::Timestamp;
use libtest_mimic::{Arguments, Trial};
use serde_json::{Value, json};

/// A time that travels in the trace id: 2026-03-02T09:00:00Z.
const AT: i64 = 0x69a5_52d0;

type Test = fn(&tokio::runtime::Runtime);

/// Status, headers and body of a response.
type Response = (String, BTreeMap<String, String>, Vec<u8>);

fn main() -> ExitCode {
    if let Some(api) = std::env::var_os("AWS_LAMBDA_RUNTIME_API") {
        return function(api.to_str().unwrap());
    }
    let tests: [(&str, Test); 15] = [
        ("a_function_without_a_binary_is_named", |_| without_binary()),
        ("an_unknown_function_is_named", |it| it.block_on(unknown_function())),
        ("a_binary_that_cannot_be_started", |it| it.block_on(not_executable())),
        ("an_error_in_init_is_reported_with_its_logs", |it| it.block_on(init_error())),
        ("a_crash_in_init_is_reported_with_its_logs", |it| it.block_on(init_crash())),
        ("an_error_of_the_handler_keeps_the_environment", |it| it.block_on(handler_error())),
        ("an_exit_or_signal_ends_the_environment", |it| it.block_on(exits())),
        ("a_timeout_kills_the_environment", |it| it.block_on(times_out())),
        ("an_answer_may_be_too_large_or_no_json", |it| it.block_on(bad_answers())),
        ("an_answer_to_another_request_is_refused", |it| it.block_on(wrong_request())),
        ("a_caller_who_stops_waiting_does_not_stop_the_function", |it| it.block_on(abandoned())),
        ("connect_tries_three_times", |it| it.block_on(connect_tries())),
        ("a_function_sees_what_lambda_shows_and_no_more", |it| it.block_on(surroundings())),
        ("environments_are_reused_and_multiplied_when_busy", |it| it.block_on(environments())),
        ("no_process_outlives_its_host", |it| it.block_on(ends())),
    ];
    let mut trials: Vec<Trial> = tests
        .into_iter()
        .map(|(name, test)| {
            Trial::test(name, move || {
                test(&tokio::runtime::Runtime::new()?);
                Ok(())
            })
        })
        .collect();
    trials.push(Trial::test("a_function_without_a_package_is_named", || {
        tokio::runtime::Runtime::new()?.block_on(no_package());
        Ok(())
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

// The tests.

fn without_binary() {
    let error = Lambdas::new([named("echo")], &BTreeMap::new(), BTreeMap::new(), 1).unwrap_err();
    assert_eq!(error.to_string(), "function `TestFunction` has no binary `test`; build it first");
}

async fn unknown_function() {
    let error = host("echo").invoke("other", "{}", at(), None).await.unwrap_err();
    assert!(matches!(error, LambdasError::UnknownFunction { .. }));
    assert_eq!(error.to_string(), "no function `other` in the template; there are test");
}

async fn not_executable() {
    let binaries = BTreeMap::from([("test".to_owned(), "/nonexistent/test".into())]);
    let lambdas = Lambdas::new([named("echo")], &binaries, BTreeMap::new(), 1).unwrap();
    let invocation = lambdas.invoke("test", "{}", at(), None).await.unwrap();
    assert_eq!(failure(&invocation).to_string(), "cannot start `/nonexistent/test`");
    assert_eq!(failure(&invocation).error_type(), "Runtime.InvalidEntrypoint");
}

async fn init_error() {
    let invocation = invoke(&host("init-error")).await;
    assert_eq!(failure(&invocation).to_string(), "init failed: test.config: `X` is not set");
    assert_eq!(invocation.logs, ["starting"]);
}

async fn init_crash() {
    let invocation = invoke(&host("init-crash")).await;
    let expected = "Runtime exited before it asked for work: exit status: 101";
    assert_eq!(failure(&invocation).to_string(), expected);
    assert_eq!(failure(&invocation).error_type(), "Runtime.ExitError");
    assert!(invocation.logs.iter().any(|it| it.contains("no table")), "{:?}", invocation.logs);
}

async fn handler_error() {
    let lambdas = host("error");
    let invocation = invoke(&lambdas).await;
    assert_eq!(failure(&invocation).to_string(), "test.store-unavailable: no table");
    assert!(invocation.cold.is_some());
    assert!(invoke(&lambdas).await.cold.is_none());
}

async fn exits() {
    for (mode, status) in [("exit", "exit status: 3"), ("abort", "signal: 6 (SIGABRT)")] {
        let lambdas = host(mode);
        let invocation = invoke(&lambdas).await;
        let message = failure(&invocation).to_string();
        assert!(message.starts_with("Runtime exited before it answered: "), "{message}");
        assert!(message.contains(status), "{message}");
        assert!(invoke(&lambdas).await.cold.is_some(), "a new environment");
    }
    // One that exits after its answer is replaced without anybody noticing.
    let lambdas = host("exit-after-answer");
    for _ in 0..3 {
        let invocation = invoke(&lambdas).await;
        assert!(invocation.outcome.is_ok(), "{:?}", invocation.outcome);
    }
}

async fn times_out() {
    let lambdas = host_one(Function { timeout: Duration::from_millis(50), ..named("hang") });
    let invocation = invoke(&lambdas).await;
    assert_eq!(failure(&invocation).to_string(), "Task timed out after 0.05 seconds");
    assert_eq!(invocation.logs, ["hanging"]);
    assert!(invoke(&lambdas).await.cold.is_some(), "a new environment");
}

async fn bad_answers() {
    let invocation = invoke(&host("not-json")).await;
    assert!(matches!(failure(&invocation), Failure::AnswerNotJson { .. }));
    let invocation = invoke(&host("too-large")).await;
    assert!(matches!(failure(&invocation), Failure::AnswerTooLarge));
}

async fn wrong_request() {
    let invocation = invoke(&host("wrong-id")).await;
    assert_eq!(invocation.outcome.unwrap(), json!("400"));
}

async fn abandoned() {
    let lambdas = host("slow");
    let limit = Some(Duration::from_millis(1));
    let invocation = lambdas.invoke("test", "{}", at(), limit).await.unwrap();
    assert!(matches!(failure(&invocation), Failure::Abandoned { .. }));
    lambdas.shutdown().await;
}

async fn connect_tries() {
    let limit = Duration::from_secs(8);
    let tries = host("error").connect_invoke("test", "{}", at(), limit).await.unwrap();
    assert_eq!((tries.failed.len(), tries.last.outcome.is_err()), (2, true));
    let tries = host("flaky").connect_invoke("test", "{}", at(), limit).await.unwrap();
    assert_eq!((tries.failed.len(), tries.last.outcome.is_ok()), (2, true));
    let tries = host("echo").connect_invoke("test", "{}", at(), limit).await.unwrap();
    assert_eq!((tries.failed.len(), tries.last.outcome.is_ok()), (0, true));
    let short = Duration::from_millis(1);
    let tries = host("slow").connect_invoke("test", "{}", at(), short).await.unwrap();
    assert!(tries.failed.is_empty(), "a caller who stops waiting does not try again");
}

async fn surroundings() {
    let lambdas = host("echo");
    let arn = format!("{}:live", named("echo").arn);
    let invocation = lambdas.invoke(&arn, r#"{"a":1}"#, at(), None).await.unwrap();
    assert_eq!(invocation.logs, ["a line", "an error line"]);
    assert!(invocation.memory_kib.is_none_or(|it| it > 100));
    let answer = invocation.outcome.unwrap();
    assert_eq!(answer["event"], json!({ "a": 1 }));
    let header = |name: &str| answer["headers"][name].as_str().unwrap_or_default().to_owned();
    assert_eq!(header("lambda-runtime-invoked-function-arn"), arn);
    assert_eq!(header("lambda-runtime-aws-request-id"), invocation.request_id);
    assert!(header("lambda-runtime-trace-id").starts_with("Root=1-69a552d0-"));
    let deadline = (AT + 5) * 1_000;
    assert_eq!(header("lambda-runtime-deadline-ms"), deadline.to_string());

    let mut environment: BTreeMap<String, String> =
        serde_json::from_value(answer["environment"].clone()).unwrap();
    for varying in ["AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "PATH"] {
        assert!(environment.remove(varying).is_some(), "{varying}");
    }
    expect_test::expect![[r#"
        {
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ENDPOINT_URL_S3": "http://127.0.0.1:1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
            "AWS_LAMBDA_FUNCTION_NAME": "callwright-test",
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_LAMBDA_LOG_FORMAT": "JSON",
            "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/callwright-test",
            "AWS_LAMBDA_LOG_STREAM_NAME": "2026/03/02/[$LATEST]b5034e73af8b6af4b73a5ac054c6ed8c",
            "AWS_REGION": "us-east-1",
            "LAMBDA_RUNTIME_DIR": "/var/runtime",
            "LANG": "en_US.UTF-8",
            "TZ": ":UTC",
            "_HANDLER": "bootstrap",
        }
    "#]]
    .assert_debug_eq(&environment);
}

async fn environments() {
    assert!(host("echo").is_same("test", &named("echo").arn));
    let lambdas = host("echo");
    let pid = |it: &Invocation| it.outcome.as_ref().unwrap()["pid"].clone();
    let (one, other) = tokio::join!(invoke(&lambdas), invoke(&lambdas));
    assert_ne!(pid(&one), pid(&other), "overlapping invocations have an environment each");
    assert!(one.cold.is_some() && other.cold.is_some());
    let (third, fourth) = tokio::join!(invoke(&lambdas), invoke(&lambdas));
    assert!(third.cold.is_none() && fourth.cold.is_none());
    let ids: Vec<_> = [&one, &other, &third].iter().map(|it| it.request_id.clone()).collect();
    assert_eq!(invoke(&host("echo")).await.request_id, ids[0], "ids follow from the seed");
}

async fn ends() {
    let pid = |it: &Invocation| it.outcome.as_ref().unwrap()["pid"].as_u64().unwrap();
    let lambdas = host("echo");
    let idle = pid(&invoke(&lambdas).await);
    assert!(runs(idle));
    lambdas.shutdown().await;
    assert!(!runs(idle), "shutdown waits for the end");

    let dropped = {
        let lambdas = host("echo");
        pid(&invoke(&lambdas).await)
    };
    for _ in 0..100 {
        if !runs(dropped) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("process {dropped} still runs");
}

async fn no_package() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let error = build(&cargo(), folder, &[named("echo")], Profile::Dev).await.unwrap_err();
    let message = error.to_string();
    let expected = "function `TestFunction` is built from binary `test`, which no package of the \
                    workspace has; there are callwright";
    assert!(message.starts_with(expected), "{message}");
}

// Helpers.

fn at() -> Timestamp {
    Timestamp::from_second(AT).unwrap()
}

fn named(mode: &str) -> Function {
    Function {
        name: "test".to_owned(),
        logical_id: "TestFunction".to_owned(),
        lambda_name: "callwright-test".to_owned(),
        arn: "arn:aws:lambda:us-east-1:000000000000:function:callwright-test".to_owned(),
        handler: "bootstrap".to_owned(),
        timeout: Duration::from_secs(5),
        memory_mb: 256,
        environment: BTreeMap::from([("MODE".to_owned(), mode.to_owned())]),
        logging: Logging { format: Some("JSON".to_owned()), level: None },
    }
}

fn host(mode: &str) -> Lambdas {
    host_one(named(mode))
}

fn host_one(function: Function) -> Lambdas {
    let binaries = BTreeMap::from([("test".to_owned(), std::env::current_exe().unwrap())]);
    let endpoint = ("AWS_ENDPOINT_URL_S3".to_owned(), "http://127.0.0.1:1".to_owned());
    Lambdas::new([function], &binaries, BTreeMap::from([endpoint]), 1).unwrap()
}

async fn invoke(lambdas: &Lambdas) -> Invocation {
    lambdas.invoke("test", "{}", at(), None).await.unwrap()
}

fn failure(invocation: &Invocation) -> &Failure {
    invocation.outcome.as_ref().unwrap_err()
}

/// Whether a process runs; one that has ended but is not yet reaped does not.
fn runs(pid: u64) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|it| !it.contains(") Z "))
}

// The function.

/// Serves invocations as the variable `MODE` says.
fn function(api: &str) -> ExitCode {
    let mode = std::env::var_os("MODE").unwrap().into_string().unwrap();
    match mode.as_str() {
        "init-error" => {
            println!("starting");
            let error = json!({ "errorType": "test.config", "errorMessage": "`X` is not set" });
            request(api, "POST", "init/error", error.to_string().as_bytes());
            return ExitCode::FAILURE;
        }
        "init-crash" => panic!("no table"),
        _ => {}
    }
    for turn in 1.. {
        let (_, headers, event) = request(api, "GET", "invocation/next", b"");
        let id = headers["lambda-runtime-aws-request-id"].clone();
        let answer = |body: &[u8]| request(api, "POST", &format!("invocation/{id}/response"), body);
        let fail = || {
            let error =
                json!({ "errorType": "test.store-unavailable", "errorMessage": "no table" });
            let path = format!("invocation/{id}/error");
            request(api, "POST", &path, error.to_string().as_bytes());
        };
        match mode.as_str() {
            "echo" => {
                println!("a line");
                eprintln!("an error line");
                let environment: BTreeMap<String, String> =
                    std::env::vars().filter(|(name, _)| name != "MODE").collect();
                let pid = std::process::id();
                let event: Value = serde_json::from_slice(&event).unwrap();
                let reply = json!({
                    "environment": environment, "headers": headers, "event": event, "pid": pid
                });
                answer(reply.to_string().as_bytes());
            }
            "error" => fail(),
            "flaky" if turn < 3 => fail(),
            "exit" => return ExitCode::from(3),
            "abort" => std::process::abort(),
            "exit-after-answer" => {
                answer(b"{}");
                return ExitCode::SUCCESS;
            }
            "hang" => {
                println!("hanging");
                std::thread::sleep(Duration::from_mins(1));
            }
            "slow" => {
                std::thread::sleep(Duration::from_millis(50));
                answer(b"{}");
            }
            "not-json" => {
                answer(b"{");
            }
            "too-large" => {
                answer(&vec![b' '; 7 * 1024 * 1024]);
            }
            "wrong-id" => {
                let (status, ..) = request(api, "POST", "invocation/other/response", b"{}");
                answer(format!("\"{status}\"").as_bytes());
            }
            _ => {
                answer(b"{}");
            }
        }
    }
    ExitCode::SUCCESS
}

/// One request to the Runtime API: status, headers and body. Ends the process as a runtime does
/// when the API is gone.
fn request(api: &str, method: &str, path: &str, body: &[u8]) -> Response {
    try_request(api, method, path, body).unwrap_or_default()
}

fn try_request(api: &str, method: &str, path: &str, body: &[u8]) -> Option<Response> {
    let mut stream = TcpStream::connect(api).ok()?;
    let head = format!(
        "{method} /2018-06-01/runtime/{path} HTTP/1.1\r\nhost: {api}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    // A server that has seen enough closes the connection; its response is there all the same.
    let _outcome = stream.write_all(body);
    let mut response = Vec::new();
    let _outcome = stream.read_to_end(&mut response);
    let end = response.windows(4).position(|it| it == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&response[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers = lines.filter_map(|it| it.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Some((status, headers, response[end + 4..].to_vec()))
}
