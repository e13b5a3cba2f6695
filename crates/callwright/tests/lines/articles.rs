//! The articles beside lines.

use std::fs;

use expect_test::{Expect, expect};

use crate::{SHOP, callwright, dynamodb, folder, says};

/// An article that is right.
const ABOUT: &str = "---
title: About us
topic: contact
language: en-US
details:
  where: At 1 Main Street.
---
We sell what keeps you dry.

We are open all day.
";

#[test]
fn articles_that_are_right_are_counted() {
    let folder = folder(&[("northwind.toml", SHOP), ("northwind/about.md", ABOUT)]);
    let check = &mut callwright(folder.path(), &["line", "check", "northwind.toml"]);
    says(
        check,
        0,
        &expect![[r#"
        northwind.toml  Northwind Outfitters  +12025550100, +12025550110  1 article
        1 line, 0 errors
    "#]],
    );
}

#[test]
fn what_is_wrong_with_articles_is_told_with_its_place() {
    let folder = folder(&[
        ("northwind.toml", SHOP),
        (
            "northwind/about.md",
            &ABOUT.replace("contact", "contacts").replace("We sell", "# We sell"),
        ),
        ("northwind/open.md", &ABOUT.replace("us", "hours").replace("en-US", "es-US")),
    ]);
    let check = &mut callwright(folder.path(), &["line", "check", "northwind.toml"]);
    says(
        check,
        1,
        &expect![[r#"
        error[wrong-article]: found topic `contacts`
         --> northwind/about.md:3:1
          |
        3 | topic: contacts
          | ^^^^^^^^^^^^^^^
          |
          = help: allowed is `availability`, `collaboration`, `contact`, `education`, `experience`,
                  `projects`, `skills`; did you mean `contact`?

        error[wrong-article]: found a heading
         --> northwind/about.md:8:1
          |
        8 | # We sell what keeps you dry.
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: allowed is plain sentences, since they are spoken

        error[wrong-article]: found an article in `es-US`
         --> northwind/open.md:4:1
          |
        4 | language: es-US
          | ^^^^^^^^^^^^^^^
          |
          = help: allowed is a language of the line: `en-US`

        1 line, 3 errors
    "#]],
    );
    let json = &mut callwright(folder.path(), &["line", "check", "--json", "northwind.toml"]);
    says(
        json,
        1,
        &expect![[r#"
        {"file":"northwind.toml","id":"northwind","numbers":["+12025550100","+12025550110"],"faults":[{"rule":"wrong-article","article":"northwind/about.md","key":"","line":3,"column":1,"found":"topic `contacts`","allowed":"`availability`, `collaboration`, `contact`, `education`, `experience`, `projects`, `skills`; did you mean `contact`?","meant":null},{"rule":"wrong-article","article":"northwind/about.md","key":"","line":8,"column":1,"found":"a heading","allowed":"plain sentences, since they are spoken","meant":null},{"rule":"wrong-article","article":"northwind/open.md","key":"","line":4,"column":1,"found":"an article in `es-US`","allowed":"a language of the line: `en-US`","meant":null}]}
    "#]],
    );
}

#[test]
fn a_line_is_not_put_with_an_article_that_is_wrong() {
    let folder = folder(&[("northwind.toml", SHOP), ("northwind/about.md", "# About us")]);
    let put = &["line", "put", "northwind.toml", "--table", "records"];
    let output = callwright(folder.path(), put).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("northwind/about.md:1"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_are_put_with_their_line() {
    let endpoint = dynamodb().await;
    let shop = SHOP.replace(", \"+12025550110\"", "");
    let folder = folder(&[
        ("northwind.toml", &shop),
        ("northwind/about.md", ABOUT),
        ("northwind/open.md", &ABOUT.replace("About us", "Hours")),
    ]);
    let run = |more: &[&str], expected: &Expect| {
        let put = ["line", "put", "northwind.toml", "--table", "records"];
        let mut command = callwright(folder.path(), &[&put, more].concat());
        says(command.env("AWS_ENDPOINT_URL", &endpoint), 0, expected);
    };
    run(
        &["--dry-run"],
        &expect![[r#"
        about en-US   northwind         added
        open en-US    northwind         added
        +12025550100  northwind         added
        3 records of records would change
    "#]],
    );
    run(
        &[],
        &expect![[r#"
        about en-US   northwind         added
        open en-US    northwind         added
        +12025550100  northwind         added
        3 records of records changed
    "#]],
    );
    run(
        &[],
        &expect![[r#"
        about en-US   northwind         as it was
        open en-US    northwind         as it was
        +12025550100  northwind         as it was
        0 records of records changed
    "#]],
    );

    let about = folder.path().join("northwind/about.md");
    fs::write(about, ABOUT.replace("all day", "all night").replace("  where", "  when")).unwrap();
    fs::remove_file(folder.path().join("northwind/open.md")).unwrap();
    run(
        &["--json"],
        &expect![[r#"
        {"article":"about","language":"en-US","line":"northwind","deed":"changed","keys":["paragraphs","details"]}
        {"article":"open","language":"en-US","line":"northwind","deed":"left"}
        {"number":"+12025550100","line":"northwind","deed":"same"}
    "#]],
    );
    run(
        &["--prune"],
        &expect![[r#"
        about en-US   northwind         as it was
        open en-US    northwind         removed: the line has it no more
        +12025550100  northwind         as it was
        1 record of records changed
    "#]],
    );
    run(
        &[],
        &expect![[r#"
        about en-US   northwind         as it was
        +12025550100  northwind         as it was
        0 records of records changed
    "#]],
    );
}
