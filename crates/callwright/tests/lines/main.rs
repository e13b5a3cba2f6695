//! `callwright line`, run as a user runs it: files are checked and listed, tables are put to and listed.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod articles;
#[path = "../common/folder.rs"]
mod folder;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
    ProjectionType, ScalarAttributeType,
};
use expect_test::{Expect, expect};
use tokio::net::TcpListener;

use folder::folder;

/// A line that is right.
const SHOP: &str = r#"name = "Northwind Outfitters"
numbers = ["+12025550100", "+12025550110"]
time-zone = "America/New_York"
languages = [{ language = "en-US", voice = "Joanna" }]
scenarios = ["shop"]

[hours]
monday = ["09:00-17:00"]

[[queues]]
name = "support"
"#;

/// A command in a folder, as if there were no AWS account.
fn callwright(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_callwright"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).env("NO_COLOR", "1");
    for (name, value) in [
        ("AWS_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "test"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("AWS_MAX_ATTEMPTS", "1"),
    ] {
        command.env(name, value);
    }
    command
}

/// Runs a command and compares what it writes, to both streams, and its exit code.
fn says(command: &mut Command, code: i32, expected: &Expect) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    expected.assert_eq(&(text(output.stdout) + &text(output.stderr)));
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn lines_that_are_right_are_listed() {
    let folder = folder(&[("lines/northwind.toml", SHOP), ("lines/notes.md", "# About")]);
    let check = &mut callwright(folder.path(), &["line", "check", "lines"]);
    says(
        check,
        0,
        &expect![[r#"
        lines/northwind.toml  Northwind Outfitters  +12025550100, +12025550110
        1 line, 0 errors
    "#]],
    );
}

#[test]
fn everything_that_is_wrong_is_told_with_its_place() {
    let wrong = SHOP
        .replace("Joanna", "Joana")
        .replace("17:00", "25:00")
        .replace("name = \"s", "nam = \"s");
    let folder = folder(&[("northwind.toml", &wrong)]);
    let check = &mut callwright(folder.path(), &["line", "check", "northwind.toml"]);
    says(
        check,
        1,
        &expect![[r#"
            error[wrong-line]: found `Joana`
             --> northwind.toml:4:44
              |
            4 | languages = [{ language = "en-US", voice = "Joana" }]
              |                                            ^^^^^^^
              |
              = in: languages[0].voice
              = help: allowed is a neural voice of `en-US`: `Danielle`, `Gregory`, `Ivy`, `Joanna`, `Joey`,
                      `Justin`, `Kendra`, `Kevin`, `Kimberly`, `Matthew`, `Ruth`, `Salli` or `Stephen`; did
                      you mean `Joanna`?

            error[wrong-line]: found `09:00-25:00`
             --> northwind.toml:8:11
              |
            8 | monday = ["09:00-25:00"]
              |           ^^^^^^^^^^^^^
              |
              = in: hours.monday[0]
              = help: allowed is an opening, such as "09:00-17:00" or "18:00-24:00"

            error[wrong-line]: found nothing
              --> northwind.toml:10:1
               |
            10 | [[queues]]
               | ^^^^^^^^^^
               |
               = in: queues[0].name
               = help: allowed is the short name of the queue, such as "billing"

            error[wrong-line]: found the key `nam` in `queues[0]`
              --> northwind.toml:11:1
               |
            11 | nam = "support"
               | ^^^
               |
               = in: queues[0].nam
               = help: allowed is `name`, `say`, `arn`, `intents`, `words` or `mailbox`; did you mean `name`?

            1 line, 4 errors
        "#]],
    );
    let json = &mut callwright(folder.path(), &["line", "check", "--json", "northwind.toml"]);
    says(
        json,
        1,
        &expect![[r#"
            {"file":"northwind.toml","id":null,"numbers":[],"faults":[{"rule":"wrong-line","key":"languages[0].voice","line":4,"column":44,"found":"`Joana`","allowed":"a neural voice of `en-US`: `Danielle`, `Gregory`, `Ivy`, `Joanna`, `Joey`, `Justin`, `Kendra`, `Kevin`, `Kimberly`, `Matthew`, `Ruth`, `Salli` or `Stephen`","meant":"Joanna"},{"rule":"wrong-line","key":"hours.monday[0]","line":8,"column":11,"found":"`09:00-25:00`","allowed":"an opening, such as \"09:00-17:00\" or \"18:00-24:00\"","meant":null},{"rule":"wrong-line","key":"queues[0].name","line":10,"column":1,"found":"nothing","allowed":"the short name of the queue, such as \"billing\"","meant":null},{"rule":"wrong-line","key":"queues[0].nam","line":11,"column":1,"found":"the key `nam` in `queues[0]`","allowed":"`name`, `say`, `arn`, `intents`, `words` or `mailbox`","meant":"name"}]}
        "#]],
    );
}

#[test]
fn two_lines_do_not_have_one_number() {
    let other = SHOP.replace(", \"+12025550110\"", "");
    let folder = folder(&[("northwind.toml", SHOP), ("riverside.toml", &other)]);
    let check = &mut callwright(folder.path(), &["line", "check", "."]);
    says(
        check,
        1,
        &expect![[r#"
        error[number-taken]: the number +12025550100 is that of ./riverside.toml too; a number has one line only
         --> ./northwind.toml:2:13
          |
        2 | numbers = ["+12025550100", "+12025550110"]
          |             ^^^^^^^^^^^^
          |
          = in: numbers

        error[number-taken]: the number +12025550100 is that of ./northwind.toml too; a number has one line only
         --> ./riverside.toml:2:13
          |
        2 | numbers = ["+12025550100"]
          |             ^^^^^^^^^^^^
          |
          = in: numbers

        2 lines, 2 errors
    "#]],
    );
}

#[test]
fn a_folder_without_lines_is_no_check() {
    let folder = folder(&[("notes.md", "nothing")]);
    let check = &mut callwright(folder.path(), &["line", "check", "."]);
    says(
        check,
        3,
        &expect![[r#"
        error: no line in .
    "#]],
    );
    let check = &mut callwright(folder.path(), &["line", "check", "nowhere.toml"]);
    says(
        check,
        3,
        &expect![[r#"
        error: failed to read nowhere.toml: No such file or directory (os error 2)
    "#]],
    );
}

#[test]
fn a_wrong_line_is_not_put() {
    let folder = folder(&[("northwind.toml", "name = \"Northwind\"")]);
    let put = &["line", "put", "northwind.toml", "--table", "records"];
    let output = callwright(folder.path(), put).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_table_out_of_reach_is_told() {
    let folder = folder(&[("northwind.toml", SHOP)]);
    let put = &["line", "put", "northwind.toml", "--table", "records"];
    let mut command = callwright(folder.path(), put);
    // Nobody listens at the discard port of a machine that is no server.
    let output = command.env("AWS_ENDPOINT_URL", "http://127.0.0.1:9").output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with(
            "error: failed to read the articles of `northwind` in the table `records`: "
        ),
        "{said}"
    );
    assert!(said.contains("\nhint: "), "{said}");
}

/// A DynamoDB in this process, with the table that a deployment has.
async fn dynamodb() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(dynoxide::server::serve_on(listener, dynoxide::Database::memory().unwrap()));
    let config = aws_sdk_dynamodb::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::from_static("us-east-1"))
        .credentials_provider(Credentials::new("test", "test", None, None, "test"))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(&endpoint)
        .build();
    let key = |name: &str, key_type| {
        KeySchemaElement::builder().attribute_name(name).key_type(key_type).build().unwrap()
    };
    let index = GlobalSecondaryIndex::builder()
        .index_name("gsi1")
        .key_schema(key("gsi1pk", KeyType::Hash))
        .key_schema(key("gsi1sk", KeyType::Range))
        .projection(Projection::builder().projection_type(ProjectionType::All).build());
    let attribute = |name: &str| {
        let attribute = AttributeDefinition::builder().attribute_name(name);
        attribute.attribute_type(ScalarAttributeType::S).build().unwrap()
    };
    let mut request = aws_sdk_dynamodb::Client::from_conf(config)
        .create_table()
        .table_name("records")
        .billing_mode(BillingMode::PayPerRequest)
        .key_schema(key("pk", KeyType::Hash))
        .key_schema(key("sk", KeyType::Range))
        .global_secondary_indexes(index.build().unwrap());
    for name in ["pk", "sk", "gsi1pk", "gsi1sk"] {
        request = request.attribute_definitions(attribute(name));
    }
    Box::pin(request.send()).await.unwrap();
    endpoint
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_is_told_and_listed() {
    let endpoint = dynamodb().await;
    let folder = folder(&[("northwind.toml", SHOP)]);
    let run = |arguments: &[&str], expected: &Expect| {
        let mut command = callwright(folder.path(), arguments);
        says(command.env("AWS_ENDPOINT_URL", &endpoint), 0, expected);
    };
    let put = ["line", "put", "northwind.toml", "--table", "records"];
    let with = |more: &[&'static str]| [put.as_slice(), more].concat();
    run(
        &with(&["--dry-run"]),
        &expect![[r#"
        +12025550100  northwind         added
        +12025550110  northwind         added
        2 records of records would change
    "#]],
    );
    run(&["line", "list", "--table", "records"], &expect![[r#""#]]);
    run(
        &put,
        &expect![[r#"
        +12025550100  northwind         added
        +12025550110  northwind         added
        2 records of records changed
    "#]],
    );
    run(
        &put,
        &expect![[r#"
        +12025550100  northwind         as it was
        +12025550110  northwind         as it was
        0 records of records changed
    "#]],
    );

    let one = SHOP.replace(", \"+12025550110\"", "").replace("\"shop\"", "");
    fs::write(folder.path().join("northwind.toml"), one).unwrap();
    run(
        &with(&["--json"]),
        &expect![[r#"
        {"number":"+12025550100","line":"northwind","deed":"changed","keys":["numbers","scenarios"]}
        {"number":"+12025550110","line":"northwind","deed":"left"}
    "#]],
    );
    run(
        &with(&["--prune"]),
        &expect![[r#"
        +12025550100  northwind         as it was
        +12025550110  northwind         removed: the line has it no more
        1 record of records changed
    "#]],
    );

    fs::rename(folder.path().join("northwind.toml"), folder.path().join("riverside.toml")).unwrap();
    run(
        &["line", "put", "riverside.toml", "--table", "records"],
        &expect![[r#"
        +12025550100  riverside         taken from northwind
        1 record of records changed
    "#]],
    );
    run(
        &["line", "list", "--table", "records"],
        &expect![[r#"
        +12025550100  riverside         Northwind Outfitters  en-US; a person or a message
    "#]],
    );
}
