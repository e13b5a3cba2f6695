//! What people read.

use expect_test::{expect, expect_file};

use crate::{check, flow, flows, folder};

#[test]
fn a_faulty_flow() {
    let said = check(&flows(), &["faulty.json"]);
    expect_file!["faulty.txt"].assert_eq(&said.stdout);
    assert_eq!((said.code, said.stderr.as_str()), (1, ""));
}

#[test]
fn a_flow_on_one_line_is_shown_around_the_place() {
    let said = check(&flows(), &["--quiet", "one-line.json"]);
    expect_file!["one-line.txt"].assert_eq(&said.stdout);
    assert_eq!(said.code, 1);
}

#[test]
fn promises_are_held_against_every_call() {
    let said = check(&flows(), &["promised.json"]);
    expect_file!["promised.txt"].assert_eq(&said.stdout);
    assert_eq!(said.code, 1);
}

#[test]
fn files_that_are_no_flows() {
    let said = check(&flows(), &["legacy.json", "not-json.json", "promised.rules"]);
    expect_file!["no-flows.txt"].assert_eq(&said.stdout);
    assert_eq!(said.code, 1);
}

#[test]
fn a_tidy_flow() {
    let said = check(&flows(), &["tidy.json"]);
    expect_file!["tidy.txt"].assert_eq(&said.stdout);
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
}

#[test]
fn rules_are_explained() {
    let said = check(&flows(), &["--explain", "caller-dropped"]);
    assert_eq!(said.code, 0);
    assert!(said.stdout.starts_with("# caller-dropped\n"), "{}", said.stdout);
    assert!(said.stdout.contains("\n*warning*: a call can end "), "{}", said.stdout);
    let said = check(&flows(), &["--explain"]);
    assert_eq!(said.code, 0);
    assert!(said.stdout.contains("\nwarning  caller-dropped "), "{}", said.stdout);
    assert!(said.stdout.starts_with("error    "), "{}", said.stdout);
}

#[test]
fn hints_are_counted_and_shown_when_asked_for() {
    let text = flow("tidy.json").replace(
        "\"type\": \"contactFlow\"",
        "\"type\": \"contactFlow\", \"Annotations\": [{ \"content\": \"callwright: allow nothing-known\" }]",
    );
    let folder = folder(&[("flow.json", &text)]);
    let quiet = check(folder.path(), &["-q", "flow.json"]);
    expect![[r#"
        1 flow, 0 errors, 0 warnings, 1 hint (shown with --hints)
    "#]]
    .assert_eq(&quiet.stdout);
    let shown = check(folder.path(), &["-q", "--hints", "flow.json"]);
    assert!(shown.stdout.starts_with("hint[unknown-rule]: "), "{}", shown.stdout);
    assert_eq!((quiet.code, shown.code), (0, 0));
    assert_eq!(check(folder.path(), &["--deny", "hints", "flow.json"]).code, 1);
}
